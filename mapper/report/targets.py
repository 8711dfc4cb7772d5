"""What was hit, in the report's words.

In: a sentence and the tokens of a trigger. Out: the target's words, or None. Nothing can go wrong.
"""

from mapper.lexicon import Mark, english
from mapper.report.sentence import Sentence

_STOPS = english.words("targets", "stops")


# A target stands near the word that hits it: "hit a fuel station", "a school was struck".
_REACH = 14

_SKIP = frozenset({"'s", "s"})


def find_target(sentence: Sentence, trigger: Mark | None) -> str | None:
    """Find the target nearest to `trigger`, behind it first.

    Without a trigger it is the sentence's first one.
    """
    targets = [t for t in sentence.of("targets") if not _cared_for(sentence, t)]
    if not targets:
        return None
    if trigger is None:
        chosen = targets[0]
    else:
        within = [t for t in targets if trigger.first <= t.first < t.last <= trigger.last]
        behind = within + [t for t in targets if 0 <= t.first - trigger.last <= _REACH]
        front = [t for t in targets if 0 <= trigger.first - t.last <= _REACH]
        if not behind and not front:
            return None
        chosen = behind[0] if behind else front[-1]
    first = _phrase_start(sentence, chosen)
    return sentence.text[sentence.tokens[first].start : sentence.tokens[chosen.last - 1].end]


def _cared_for(sentence: Sentence, mark: Mark) -> bool:
    """Whether a hospital only treats somebody: "three people needed hospital treatment"."""
    return any(m.first < mark.last and mark.first < m.last for m in sentence.under("harm."))


def _phrase_start(sentence: Sentence, mark: Mark) -> int:
    """Where the adjectives of a target begin: "nine-storey residential building"."""
    first = mark.first
    while first > 0 and mark.first - first < 3:
        token = sentence.tokens[first - 1]
        if (
            not token.text[0].islower()
            or token.lower in _STOPS
            or token.lower in _SKIP
            or not token.text[0].isalpha()
        ):
            break
        if any(
            m.first <= first - 1 < m.last for m in sentence.of("trigger", "weapon", "speech.verbs")
        ):
            break
        first -= 1
    return first

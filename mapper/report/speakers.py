"""Who says so.

In: a sentence and a place in it. Out: the speaker in the report's words, or None. Nothing can go
wrong.
"""

from mapper.lexicon import Lexicon, english
from mapper.report.sentence import Sentence

_BE = english.words("speakers", "be")
_NOT_SPEAKERS = english.words("speakers", "not_speakers")
_LEADING = english.words("speakers", "leading")
_TRAILING = english.words("speakers", "trailing")
_CLAUSE_OPENERS = english.words("speakers", "clause_openers")
_AUXILIARIES = english.words("speakers", "auxiliaries")
_BEHIND_SPEAKER = english.words("speakers", "behind_speaker")


_MAX_WORDS = 14
_EDGE = frozenset({";", ":", "“", "”", '"', "(", ")", "—", "–", "."})
_NOT_FIRST, _NOT_LAST = _LEADING | _EDGE, _TRAILING | _EDGE


def _clean(sentence: Sentence, first: int, last: int) -> str | None:
    while first < last and sentence.word(first) in _NOT_FIRST:
        first += 1
    while last > first and sentence.word(last - 1) in _NOT_LAST:
        last -= 1
    if first >= last or last - first > _MAX_WORDS or sentence.word(first) in _NOT_SPEAKERS:
        return None
    return sentence.text[sentence.tokens[first].start : sentence.tokens[last - 1].end]


def _left(sentence: Sentence, verb: int) -> str | None:
    """Read the subject in front of a verb of speech: "Oleh X, head of Y, said"."""
    first = verb
    commas = 0
    while first > 0 and verb - first < _MAX_WORDS + 2:
        word = sentence.word(first - 1)
        if word in _EDGE or word in _CLAUSE_OPENERS:
            break
        if word == ",":
            apposition = sentence.word(verb - 1) == ","
            commas += 1
            if commas > (2 if apposition else 0):
                break
        first -= 1
    last = verb
    if sentence.word(verb - 1) in _AUXILIARIES:
        last -= 1
    return _clean(sentence, first, last)


def _right(sentence: Sentence, index: int) -> str | None:
    """Read the name behind "according to" or behind ", said"."""
    last = index
    while last < len(sentence.tokens) and last - index < _MAX_WORDS:
        word = sentence.word(last)
        if word in _EDGE or word in _BEHIND_SPEAKER:
            break
        last += 1
    return _clean(sentence, index, last)


def find_speakers(sentence: Sentence) -> list[tuple[int, int, str]]:
    """Speakers with the clauses that they answer for: (first clause, last clause, words).

    A speaker in front or behind answers for the whole sentence unless a semicolon or another
    speaker comes in between.
    """
    found: list[tuple[int, int, str]] = []
    for mark in sentence.under("speech."):
        words: str | None = None
        if mark.entry.category == "speech.prepositions":
            words = _right(sentence, mark.last)
        elif mark.entry.category == "speech.verbs" and not _name(sentence, mark.first):
            if any(m.first == mark.first for m in sentence.under("harm.")):
                continue  # "claimed the lives of"
            if sentence.word(mark.first - 1) in _BE or sentence.word(mark.first - 2) in _BE:
                if sentence.word(mark.last) == "by":
                    words = _right(sentence, mark.last + 1)
                if words:
                    found.append((sentence.clause[mark.first], mark.first, words))
                continue
            nxt = sentence.tokens[mark.last].text if mark.last < len(sentence.tokens) else ""
            inverted = sentence.word(mark.first - 1) in {",", "”", '"', "’"} and (
                nxt[:1].isupper() or nxt in {"the", "a", "an"}
            )
            words = _right(sentence, mark.last) if inverted else _left(sentence, mark.first)
            if words is None and sentence.word(mark.first - 1) in {",", "”", '"', "’"}:
                words = _right(sentence, mark.last)
        if words and any(c.isalpha() for c in words):
            found.append((sentence.clause[mark.first], mark.first, words))
    return found


def _name(sentence: Sentence, index: int) -> bool:
    """Whether a word of speech is a name here: the town of Say."""
    return index > 0 and sentence.tokens[index].text[0].isupper()


def speaker_at(sentence: Sentence, at: int) -> str | None:
    """Who answers for what is said at token `at`."""
    speakers = find_speakers(sentence)
    if not speakers:
        return None
    at = min(at, len(sentence.tokens) - 1)
    part = sentence.words[:at].count(";")

    def rank(speaker: tuple[int, int, str]) -> tuple[int, int]:
        other = sentence.words[: speaker[1]].count(";")
        return (abs(other - part), abs(speaker[1] - at))

    best = min(speakers, key=rank)
    return best[2] if rank(best)[0] == 0 else None


def rank_of(speaker: str | None, lexicon: Lexicon) -> int:
    """How well placed a speaker is to know a number.

    0 nobody, 1 national, 2 local, 3 on the spot.
    """
    if not speaker:
        return 0
    words = speaker.lower()
    return max((rank for phrase, rank in lexicon.speaker_ranks if phrase in words), default=0)

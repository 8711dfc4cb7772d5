"""Whether a word tells of no one event: of a trend, a sum, a purpose, a wish or an idea.

In: a sentence, a trigger and the article's clock. Out: yes or no. Nothing can go wrong.
"""

from mapper.dating.model import Role
from mapper.lexicon import Form, Mark, english
from mapper.report.clock import Clock
from mapper.report.history import is_history
from mapper.report.sentence import Sentence

_BE = english.words("reality", "be")
_DIVIDED = english.words("reality", "divided")
_TREND = english.words("reality", "trend")
_CARRIED_OUT = english.words("reality", "carried_out")
_PERFECT = frozenset({"has", "have", "had", "having"})
# Words from "taken" to "an exchange".
_WAY_REACH = 5
# Words from "affected" to a number: "affected at least six regions".
_COUNT_REACH = 4
_ON_THE_WAY = frozenset({"taken", "brought", "flown", "transported", "heading", "way", "bound"})
_REASONS = frozenset({("due", "to"), ("because", "of"), ("owing", "to"), ("response", "to")})
# Words from "due" to "attack": "due to the large Russian attack".
_REASON_REACH = 5
_ASKED = english.words("reality", "asked")
_GROWN = english.words("reality", "grown")
# Words from "fighting" to "intensified", and from the begin of a sentence to its subject.
_GROWS_REACH = 8
_SUBJECT_AT = 3
_MATTER = english.words("reality", "matter")
_TALKED = english.words("reality", "talked")
_WISHES = english.words("reality", "wishes")


def is_trend(sentence: Sentence, trigger: Mark, clock: Clock) -> bool:
    """Whether it is told of many at no time: "has stepped up its strikes on Ukrainian cities"."""
    plural = sentence.word(trigger.last - 1).endswith("s")
    if sentence.under("harm."):
        return False
    if _grows(sentence, trigger):
        return not any(d.role is Role.EVENT and d.span.first is not None for d in sentence.dates)
    if trigger.entry.form is not Form.NOUN or not plural or _does(sentence, trigger):
        return False
    before = set(sentence.words[max(0, trigger.first - 4) : trigger.first])
    own = sentence.word(trigger.first - 1) in {"its", "their", "his", "our", "'s"}
    dated = any(
        d.role is Role.EVENT and d.span.first is not None and not is_history(d, clock)
        for d in sentence.dates
    )
    return (own or bool(before & _TREND)) and not dated


def _grows(sentence: Sentence, trigger: Mark) -> bool:
    """Whether fights or strikes only become more: "Fighting for the Kordofans intensified"."""
    clause = sentence.clause[trigger.first]
    others = [m for m in sentence.of("trigger") if not trigger.first <= m.first < trigger.last]
    if others or sentence.of("targets"):
        return False  # "Airstrikes escalated and destroyed a school"
    behind = range(trigger.last, min(trigger.last + _GROWS_REACH, len(sentence.tokens)))
    return trigger.first <= _SUBJECT_AT and any(
        sentence.word(j) in _GROWN and sentence.clause[j] == clause for j in behind
    )


def _does(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a noun is what did something: "its strikes hit a depot", "the raids destroyed"."""
    behind = trigger.last
    if sentence.word(behind) in {"have", "had", "has"}:
        behind += 1
    return sentence.word(behind).endswith("ed") or any(
        m.first == behind and m.entry.form is Form.PAST for m in sentence.of("trigger")
    )


def adds_up(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a digest opens: "Troops attacked three districts of the region".

    Or "attacks on power stations affected six regions".
    """
    several = sentence.word(trigger.last - 1).endswith("s") and not sentence.toponyms
    if trigger.entry.form is Form.NOUN and several and not sentence.under("harm."):
        at = next((j for j, word in enumerate(sentence.words) if word == "affected"), None)
        counted = at is not None and any(
            at < n.first_token <= at + _COUNT_REACH for n in sentence.numbers
        )
        return counted and at is not None and not _DIVIDED.isdisjoint(sentence.words[at:])
    if trigger.entry.form is not Form.PAST or sentence.under("harm.") or sentence.of("weapon"):
        return False
    behind = sentence.words[trigger.last : trigger.last + 4]
    counted = any(trigger.last <= n.first_token <= trigger.last + 1 for n in sentence.numbers)
    return counted and bool(_DIVIDED & set(behind))


def is_matter(sentence: Sentence, trigger: Mark) -> bool:
    """Whether an exchange is only spoken of: "talks about exchanging prisoners"."""
    if not trigger.entry.kind.is_exchange or trigger.entry.form is Form.PAST:
        return False  # "about 90 freed captives"
    before = range(max(0, trigger.first - 2), trigger.first)
    numbers = {n.first_token for n in sentence.numbers}
    ahead = sentence.words[max(0, trigger.first - 3) : trigger.first]
    if "on" in ahead and _TALKED & set(ahead):
        return True  # "talks on resuming exchanges"
    way = sentence.words[max(0, trigger.first - _WAY_REACH) : trigger.first]
    if len(way) > 1 and way[-2] in {"to", "for"} and not _ON_THE_WAY.isdisjoint(way):
        return True  # "prisoners who were being taken to an exchange had been killed"
    return any(sentence.word(j) in _MATTER and j + 1 not in numbers for j in before)


def supposed(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it is only thought of: "If the plants were to be hit, ..."."""
    before = list(sentence.words[max(0, trigger.first - 3) : trigger.first])
    if before[-1:] == ["about"] and not _ASKED.isdisjoint(sentence.words[: trigger.first]):
        return True  # "listeners have called to ask about explosions"
    if before[-2:] == ["to", "be"] and before[:1] in (["were"], ["was"], ["is"], ["are"]):
        return True
    if sentence.word(0) != "if":
        return False
    ahead = sentence.words[: trigger.first]
    return "," not in ahead and not sentence.under("harm.")


def is_purpose(sentence: Sentence, trigger: Mark, clock: Clock) -> bool:
    """Whether a verb says what for, at no time: "has used the peninsula to launch missiles".

    "The jets used bombs to destroy a bridge" and "returned to bomb" tell of what was done.
    """
    used = sentence.word(trigger.first) in {"used", "deployed"} and "to" in {
        sentence.word(j) for j in range(trigger.last, trigger.last + 5)
    }
    infinitive = sentence.word(trigger.first - 1) == "to" and trigger.entry.form is not Form.NOUN
    if not used and not infinitive:
        return False
    if _carried_out(sentence, trigger.first):
        return False
    dated = any(d.role is Role.EVENT and not is_history(d, clock) for d in sentence.dates)
    return not dated and not sentence.under("harm.")


def _carried_out(sentence: Sentence, index: int) -> bool:
    """Whether a past verb before an infinitive says that it was done: "managed to hit"."""
    clause = sentence.clause[index]
    for j in range(index, -1, -1):
        if sentence.clause[j] == clause and sentence.word(j) in _CARRIED_OUT:
            auxiliary = {sentence.word(k) for k in (j - 1, j - 2)} - {"had"}
            return not auxiliary & (_BE | _PERFECT)
    return False


def is_reason(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it is only why something else was done: "jets took off due to the Russian attack".

    An attack that is placed or that hurt anybody is told of: "because of the attack on Odesa".
    """
    if trigger.entry.form is not Form.NOUN or sentence.under("harm."):
        return False
    ahead = sentence.words[max(0, trigger.first - _REASON_REACH) : trigger.first]
    why = not _REASONS.isdisjoint(zip(ahead, ahead[1:], strict=False))
    return why and sentence.word(trigger.last) not in {"on", "in", "at", "against", "near", "of"}


def wished(sentence: Sentence, trigger: Mark) -> bool:
    """Whether people only want it: "marched for the release of the captives"."""
    if trigger.entry.form is not Form.NOUN:
        return False
    ahead = sentence.words[max(0, trigger.first - 9) : trigger.first]
    if "for" in ahead[-3:] and _WISHES & set(ahead):
        return True
    # "Called for the return of a plant, for safe transit, and for the exchange of all prisoners"
    listed = ahead[-2:] == ("and", "for") or ahead[-3:] in {
        ("and", "for", "the"),
        (",", "for", "the"),
    }
    words = sentence.words[: trigger.first]
    return listed and any(
        one in _WISHES and other == "for" for one, other in zip(words, words[1:], strict=False)
    )

"""On which day a report's event was.

In: a sentence, a token, and the day that the text has come to. Out: a `DateSpan` and why. Nothing
can go wrong; no day gives an empty span.
"""

import datetime as dt

from mapper.dating.model import DateMention, DateSpan, Precision, Role
from mapper.lexicon import Form, english
from mapper.report.clock import Clock
from mapper.report.history import is_history
from mapper.report.sentence import Sentence

_DIED = english.words("times", "died")
_WOUNDED = english.words("times", "wounded")


# Words from "of" to the wounds or the wounded: "of his severe wounds", "of the two injured".
_OF_HIS_WOUNDS = 3
# Words from "told" to its day: "told this newspaper on Monday".
_TOLD_REACH = 4

# What rescuers do, how it comes to an end, and words from there to the day.
_SEARCHES = english.words("times", "searches")
_ENDED = english.words("times", "ended")
_ENDED_REACH = 9
# "On Thursday ended their search".
_CALLED_OFF = _ENDED - {"over", "continued", "resumed"}
# Words from "still" to the day.
_STILL_REACH = 4
# Verbs for a number that is given anew, and words from them to "the death toll".
_GAVE = frozenset({"raised", "revised", "put", "updated", "increased", "placed", "lowered"})
_TOLL_REACH = 3


def of_speech(sentence: Sentence, mention: DateMention) -> bool:
    """Whether the day is that of somebody's words: "said on Monday that ..."."""
    first, last = sentence.tokens_of(mention.start, mention.end)
    if sentence.word(last) in {"'s", "'"}:
        return False  # "said Thursday's strike had killed two"
    if _is_afterwards(sentence, mention):
        return True
    if "still" in sentence.words[max(0, first - _STILL_REACH) : first]:
        return True  # "was still burning on Thursday"
    verbs = sentence.of("speech.verbs", "reality.denial")
    for mark in verbs:
        reach = _TOLD_REACH if sentence.word(mark.first) in {"told", "tells"} else 1
        between = set(sentence.words[mark.last : first])
        if (0 <= first - mark.last <= reach and not between & {"that", "to"}) or (
            0 <= mark.first - last <= 1 and sentence.clause[mark.first] == sentence.clause[first]
        ):
            return True
    return False


def _is_afterwards(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a day is that of what came of it: of a number, of a search that ended."""
    first, last = sentence.tokens_of(mention.start, mention.end)
    return (
        _of_a_toll(sentence, last)
        or _of_a_search(sentence, first)
        or _ended_on(sentence, first, last)
    )


def _ended_on(sentence: Sentence, first: int, last: int) -> bool:
    """Whether rescuers ended on a day in front: "on Thursday ended their search of a house"."""
    if sentence.word(last) not in _CALLED_OFF or sentence.word(first - 1) != "on":
        return False
    return not _SEARCHES.isdisjoint(sentence.words)


def _of_a_toll(sentence: Sentence, index: int) -> bool:
    """Whether a day is that on which a number was given: "on Wednesday raised the toll"."""
    return sentence.word(index) in _GAVE and any(
        index < m.first <= index + _TOLL_REACH
        for m in sentence.of("harm.killed.toll", "harm.injured.toll")
    )


def _of_a_search(sentence: Sentence, index: int) -> bool:
    """Whether a day is that on which rescuers came to an end: "the search ended on Feb. 19"."""
    if _SEARCHES.isdisjoint(sentence.words):
        return False
    clause = sentence.clause[min(index, len(sentence.clause) - 1)]
    ahead = sentence.words[max(0, index - _ENDED_REACH) : index]
    told = (*sentence.of("trigger"), *sentence.under("harm."))
    own = any(m.first < index and sentence.clause[m.first] == clause for m in told)
    if sentence.word(index - 1) == "on" and sentence.word(index - 2) in _ENDED:
        # "The rescue operation at the site of the strike in X was completed on Wednesday."
        first = min((m.first for m in told), default=index)
        own = own and _SEARCHES.isdisjoint(sentence.words[:first])
    return not own and not _ENDED.isdisjoint(ahead)


def _of_wounds(sentence: Sentence, mention: DateMention, at: int) -> bool:
    """Whether the day is that on which somebody died of wounds: "after two of the injured died"."""
    if _DIED.isdisjoint(sentence.words):
        return False
    first, _ = sentence.tokens_of(mention.start, mention.end)
    clause = sentence.clause[min(first, len(sentence.clause) - 1)]
    if clause == sentence.clause[min(at, len(sentence.clause) - 1)]:
        return False
    words = [sentence.word(j) for j, c in enumerate(sentence.clause) if c == clause]
    of_wounds = any(
        word in _WOUNDED and {"of", "to"} & set(words[max(0, n - _OF_HIS_WOUNDS) : n])
        for n, word in enumerate(words)
    )
    return bool(set(words) & _DIED) and of_wounds


def usable(sentence: Sentence, clock: Clock) -> list[DateMention]:
    """List the time expressions that may date an event of this sentence."""
    if not sentence.dates:
        return []
    return [
        d
        for d in sentence.dates
        if d.role is Role.EVENT
        and (d.span.first is not None or d.span.weekdays)
        and d.span.precision is not Precision.YEAR
        and (d.span.precision is not Precision.MONTH or clock.month is not None)
        and not is_history(d, clock)
        and sentence.word(sentence.tokens_of(d.start, d.end)[0] - 1) not in {"until", "till"}
    ]


def choose(sentence: Sentence, at: int, clock: Clock) -> DateMention | None:
    """Choose the time expression for a word: that of its clause first, then the nearest."""
    clause = sentence.clause[min(at, len(sentence.clause) - 1)]
    mentions = [d for d in usable(sentence, clock) if not _of_wounds(sentence, d, at)]
    free = [d for d in mentions if not of_speech(sentence, d) and not _before(sentence, d, at)]
    mentions = [d for d in mentions if not _before(sentence, d, at)]
    former = _former(sentence, at)
    if former is not None and not any(_within_former(sentence, former, d, at) for d in free):
        return former
    if not free:
        return mentions[0] if mentions else None
    opened = next((d for d in free if _opens_when(sentence, d, clause)), None)
    if opened is not None and not any(_clause_of(sentence, d) == clause for d in free):
        return opened
    offset = sentence.tokens[min(at, len(sentence.tokens) - 1)].start

    def rank(mention: DateMention) -> tuple[int, int]:
        apart = abs(_clause_of(sentence, mention) - clause)
        opening = sentence.token_at(mention.start) <= 1
        return (0 if apart == 0 else 1 if opening else 2, abs(mention.start - offset))

    return min(free, key=rank)


def _opens_when(sentence: Sentence, mention: DateMention, clause: int) -> bool:
    """Whether a clause tells what was on a day right before it: "on Saturday, when drones hit"."""
    opener = sentence.clause.index(clause)
    _, last = sentence.tokens_of(mention.start, mention.end)
    return sentence.word(opener) == "when" and last in {opener, opener - 1}


def _clause_of(sentence: Sentence, mention: DateMention) -> int:
    return sentence.clause[min(sentence.token_at(mention.start), len(sentence.clause) - 1)]


def _before(sentence: Sentence, mention: DateMention, at: int) -> bool:
    """Whether a day is that of what was before: "the market, which had been hit on Oct. 12"."""
    clause = _clause_of(sentence, mention)
    if clause == sentence.clause[min(at, len(sentence.clause) - 1)]:
        return False
    first = sentence.clause.index(clause)
    if sentence.word(first) not in {"which", "that"}:
        return False
    if any(m.last == first for m in sentence.of("speech.verbs")):
        return False  # "announced that three had been killed on Tuesday when ..."
    words = [sentence.word(j) for j, c in enumerate(sentence.clause) if c == clause]
    return {"had", "been"} <= set(words)


def _former(sentence: Sentence, at: int) -> DateMention | None:
    """Find "a day after" in front of what the clause of token `at` tells."""
    clause = sentence.clause[min(at, len(sentence.clause) - 1)]
    return next(
        (
            d
            for d in sentence.dates
            if d.role is Role.FORMER
            and _clause_of(sentence, d) == clause
            and sentence.token_at(d.start) < at < _end_of_former(sentence, d)
        ),
        None,
    )


def _end_of_former(sentence: Sentence, former: DateMention) -> int:
    """Find the comma behind which the later event is told: "a day after X was hit, Y was hit".

    A participle behind it ("..., killing two") still tells of the former one.
    """
    first = sentence.token_at(former.start)
    told = (*sentence.of("trigger"), *sentence.under("harm."))
    for j in range(first, len(sentence.tokens)):
        if sentence.word(j) != "," or not any(first < m.first < j for m in told):
            continue
        behind = [m for m in told if m.first > j]
        if not any(m.first == j + 1 and m.entry.form is Form.ING for m in behind):
            return j
    return len(sentence.tokens)


def _within_former(sentence: Sentence, former: DateMention, mention: DateMention, at: int) -> bool:
    """Whether a day stands in the words behind "a day after" that token `at` is in."""
    if mention.start < former.start:
        return False
    clause = sentence.clause[min(at, len(sentence.clause) - 1)]
    inside = sentence.token_at(mention.start) < _end_of_former(sentence, former)
    return inside and _clause_of(sentence, mention) == clause


def how_said(mention: DateMention) -> str:
    """Why a mention's day was taken, for people."""
    return f"{mention.text!r} in the same sentence"


def merge(spans: list[DateSpan]) -> DateSpan:
    """Choose the narrowest of several spans that agree; the first when they do not."""
    dated = [s for s in spans if s.first is not None and s.last is not None]
    if not dated:
        return spans[0] if spans else DateSpan()
    return min(dated, key=lambda s: ((s.last or dt.date.max) - (s.first or dt.date.min)).days)

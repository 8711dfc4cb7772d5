"""Whether a time in a sentence is that of the news, or of something long past or still lasting.

In: a sentence, a token and the article's clock. Out: `history`, `total`, `modal` or None. Nothing
can go wrong.
"""

import re

from mapper.dating.model import DateMention, Precision, Role
from mapper.lexicon import Form, Mark, english
from mapper.report.clock import Clock
from mapper.report.sentence import Sentence

_SUPERLATIVE_WORDS = english.words("history", "superlatives")
_LONG_LASTING = english.words("history", "long_lasting")
_ADVERBS = english.words("history", "adverbs")
# Words from "previously" to the word that it goes with: "had previously been hit".
_ADVERB_REACH = 1
_RELATIVE = frozenset({"when", "where", "which", "who"})
_DESCRIBING = frozenset({"which", "who", "whose", "where", "that"})
# Words from "the war" to "which": "in the war in the northern region of Tigray, which ended".
_WAR_REACH = 9
# Days since which a count is still news: "since Thursday evening".
_JUST_DAYS = 2
# Days after which what happened at "the same" place is told to compare.
_SOME_DAYS = 4
# Words of a sentence that may say "the same town".
_OPENING = 4
_SPELLS = frozenset({"day", "night", "week", "month", "time", "year"})
# Participles of what lasts: "the city held by X since 2014".
_KEPT = frozenset({"held", "run", "under", "ruled", "built", "shut", "led"})
# Words from "deadliest" to "since May".
_RANK_REACH = 5
# "West" and "guest" end like superlatives.
_SHORT = 5
_PLACE_WORDS = english.words("history", "same_place")
# Behind "the past": "in the past 24 hours", "over the past day Russian attacks killed".
SPANS = frozenset(
    {"day", "week", "month", "few", "couple", "several", "two", "three", "hour", "hours", "days"}
    | {"night", "nights", "weeks", "months", "weekend"}
)
_IN_COURT = english.words("history", "in_court")
_ABOUT = frozenset({"for", "over", "of", "with"})
_HAPPENED_TO = frozenset({"was", "were", "when", "after"})
_BEFORE = frozenset({"already", "earlier", "previously", "once", "before"})
_ORDINAL = re.compile(r"\d+(?:st|nd|rd|th)")


def same_clause(sentence: Sentence, a: int, b: int) -> bool:
    """Whether two tokens stand in one clause."""
    return sentence.clause[a] == sentence.clause[b]


def is_history(mention: DateMention, clock: Clock) -> bool:
    """Whether a date lies too far before the article for news."""
    last = mention.span.last
    if last is None or _this_year(mention, clock):
        return False
    if mention.span.precision is Precision.MONTH and clock.month is not None:
        return last < clock.month
    if mention.span.precision in {Precision.YEAR, Precision.MONTH}:
        return True
    published = clock.published
    return published is not None and (published - last).days > clock.news_days


def _began_long_ago(mention: DateMention, clock: Clock) -> bool:
    """Whether a time that lasts until now ("since January") began too early for news."""
    first = mention.span.first
    if first is None and mention.role is Role.TOTAL:
        return True  # "since the ceasefire"
    if is_history(mention, clock) or first is None or clock.published is None:
        return is_history(mention, clock)
    return (clock.published - first).days > clock.news_days


def _just_begun(mention: DateMention, clock: Clock) -> bool:
    """Whether what is counted began a day or two ago: "since Thursday evening"."""
    first, published = mention.span.first, clock.published
    return (
        first is not None and published is not None and 0 <= (published - first).days <= _JUST_DAYS
    )


def _this_year(mention: DateMention, clock: Clock) -> bool:
    """Whether a year only says now: "as the war goes on in 2025", in an article of 2025."""
    span = mention.span
    return span.precision is Precision.YEAR and (
        clock.published is None
        or (span.first is not None and span.first.year == clock.published.year)
    )


def _behind_since(sentence: Sentence, mention: DateMention) -> bool:
    """Whether a date stands in a phrase that begins with "since"."""
    first, _ = sentence.tokens_of(mention.start, mention.end)
    words = sentence.words[max(0, first - 9) : first + 1]
    return "since" in words and "," not in words[words.index("since") :]


def _long_before(mention: DateMention, clock: Clock) -> bool:
    """Whether a day is some days before the article, though not yet history."""
    last = mention.span.last
    return (
        clock.published is not None
        and last is not None
        and (clock.published - last).days >= _SOME_DAYS
    )


def _explains(sentence: Sentence, mention: DateMention, at: int) -> bool:
    """Whether a token tells what was then: "calm since 2021, when nine were killed"."""
    first, _ = sentence.tokens_of(mention.start, mention.end)
    if first >= at:
        return False
    behind = range(sentence.clause[first] + 1, sentence.clause[at] + 1)
    openers = [sentence.word(sentence.clause.index(c)) for c in behind]
    return bool(openers) and all(word in _RELATIVE for word in openers)


def _only_describes(sentence: Sentence, mention: DateMention, at: int) -> bool:
    """Whether a day is of something else that a clause describes.

    "A shell fell on Aita, which was flattened in last year's war"; not "in 2022, when shells fell",
    nor "fought in the war, which ended in 2022".
    """
    first, _ = sentence.tokens_of(mention.start, mention.end)
    clause = sentence.clause[min(first, len(sentence.clause) - 1)]
    opener = sentence.clause.index(clause)
    before = set(sentence.words[max(0, opener - _WAR_REACH) : opener])
    return (
        clause != sentence.clause[at]
        and not before & _LONG_LASTING
        and opener > 0
        and sentence.word(opener) in _DESCRIBING
        and not sentence.is_within(sentence.clause[at], clause)
        and not (at > first and sentence.word(_opener_of(sentence, at)) in _RELATIVE)
    )


def stands_in_the_past(sentence: Sentence, index: int, clock: Clock) -> bool:
    """Whether a token is of a clause that tells of the past: "..., which fell in 2019"."""
    clause = sentence.clause[index]
    opener = _opener_of(sentence, index)
    if opener == 0 or sentence.word(opener) not in _DESCRIBING:
        return False
    days = [d for d in sentence.dates if sentence.clause[_first_of(sentence, d)] == clause]
    return bool(days) and all(d.role is not Role.EVENT or is_history(d, clock) for d in days)


def _first_of(sentence: Sentence, mention: DateMention) -> int:
    return min(sentence.token_at(mention.start), len(sentence.clause) - 1)


def _opener_of(sentence: Sentence, at: int) -> int:
    return sentence.clause.index(sentence.clause[at])


def superlative_before(sentence: Sentence, offset: int) -> bool:
    """Look for a superlative or an ordinal in front: "the third strike this year"."""
    for token in sentence.tokens:
        if token.start >= offset:
            break
        if _is_superlative(token.lower) or _ORDINAL.fullmatch(token.lower):
            return True
    words = [token.lower for token in sentence.tokens if token.start < offset]
    for j, word in enumerate(words):
        if word == "than" and "any" in words[j + 1 : j + 3] and not _SPELLS.isdisjoint(words[j:]):
            return True  # "more than on any night since"
    return False


def _is_superlative(word: str) -> bool:
    return word in _SUPERLATIVE_WORDS or word.endswith("est") and len(word) > _SHORT


def _same_place(sentence: Sentence) -> bool:
    """Whether a sentence opens with a place that was hit again: "The same town was shelled"."""
    return "same" in sentence.words[:_OPENING] and any(
        sentence.word(j - 1) == "same"
        and (sentence.word(j) in _PLACE_WORDS or any(m.first == j for m in sentence.of("targets")))
        for j in range(1, _OPENING + 1)
    )


def _ranked(sentence: Sentence, offset: int) -> bool:
    """Whether a time is that of a superlative before it: "the deadliest day since June"."""
    first = sentence.tokens_of(offset, offset + 1)[0]
    near = sentence.words[max(0, first - _RANK_REACH) : first]
    return any(map(_is_superlative, near))


def _inserted(sentence: Sentence, offset: int, at: int) -> bool:
    """Whether a time is that of words between commas: "Donetsk, the city held since 2014, ..."."""
    first = sentence.tokens_of(offset, offset + 1)[0]
    commas = [j for j, word in enumerate(sentence.words) if word == ","]
    before = max((j for j in commas if j < first), default=None)
    behind = min((j for j in commas if j > first), default=None)
    if before is None or behind is None or before < at < behind:
        return False
    inside = sentence.words[before + 1 : first]
    if {"have", "has"} & set(sentence.words[behind : behind + 3]):
        return False  # "The gangs, armed since 2020, have killed 300"
    return any(word in _KEPT or word.endswith("ed") for word in inside)


def _in_total(sentence: Sentence, at: int) -> bool:
    """Whether the words of a token add up: "... since May; in total these have left 19 dead"."""
    if "total" not in sentence.words:
        return False
    clause = sentence.clause[at]
    words = [sentence.word(j) for j, c in enumerate(sentence.clause) if c == clause]
    return any(pair == ("in", "total") for pair in zip(words, words[1:], strict=False))


def counted_otherwise(sentence: Sentence, clock: Clock, at: int) -> str | None:
    """`history` or `total` when the sentence's own time is not the news's."""
    if not sentence.dates:
        return None
    since = [d for d in sentence.dates if d.role is not Role.AHEAD and _behind_since(sentence, d)]
    events = [
        d
        for d in sentence.dates
        if d.role is Role.EVENT and not _this_year(d, clock) and d not in since
    ]
    recent = [d for d in events if not is_history(d, clock)]
    for mention in sentence.dates:
        counted = mention.role is Role.TOTAL or mention in since
        if counted and _explains(sentence, mention, at) and _began_long_ago(mention, clock):
            return "history"
        counted = counted and not _just_begun(mention, clock)
        counted = counted and not _inserted(sentence, mention.start, at)
        if counted and _in_total(sentence, at) and not _ranked(sentence, mention.start):
            return "total"
        if counted and not superlative_before(sentence, mention.start):
            first, _ = sentence.tokens_of(mention.start, mention.end)
            opening = first <= 2
            if (
                opening
                or sentence.clause[min(first, len(sentence.clause) - 1)] == sentence.clause[at]
            ):
                return "total"
        if mention.role is Role.AHEAD:
            first, _ = sentence.tokens_of(mention.start, mention.end)
            if first < len(sentence.clause) and same_clause(sentence, first, at) and not recent:
                return "modal"
    if recent and all(_long_before(d, clock) for d in recent) and _same_place(sentence):
        return "history"  # "The same town was shelled a week ago"
    old = [d for d in events if is_history(d, clock)]
    if old and not all(_only_describes(sentence, d, at) for d in old):
        if not recent:
            return "history"
        offset = sentence.tokens[at].start
        nearest = min(events, key=lambda d: (abs(d.start - offset), d.start))
        if is_history(nearest, clock):
            first, _ = sentence.tokens_of(nearest.start, nearest.end)
            if first < len(sentence.clause) and same_clause(sentence, first, at):
                return "history"
    return None


def of_long_times(sentence: Sentence, trigger: Mark, clock: Clock) -> bool:
    """Whether it was in the course of something long: "the war, in which X was killed".

    A day of its own makes it news: "the siege, during which shells killed nine on Tuesday".
    """
    clause = sentence.clause[trigger.first]
    opener = sentence.clause.index(clause)
    ahead = sentence.words[opener : trigger.first]
    had = ahead[1:2] == ("had",) and ahead[0] in {"which", "that"}
    if had and "been" in ahead and _BEFORE & set(ahead) and set(ahead[2:]) <= {"been", *_BEFORE}:
        return True  # "the market, part of which had already been destroyed on Oct. 12"
    if sentence.dates and any(
        d.role is Role.EVENT
        and d.span.precision is Precision.DAY
        and not is_history(d, clock)
        and sentence.clause[sentence.tokens_of(d.start, d.end)[0]] == clause
        for d in sentence.dates
    ):
        return False
    if sentence.word(opener) != "which" or sentence.word(opener - 1) not in {"in", "during"}:
        return False
    before = sentence.words[max(0, opener - 5) : opener - 1]
    return bool(_LONG_LASTING & set(before))


def _judged(sentence: Sentence, court: Mark, trigger: Mark) -> bool:
    """Whether a court is about what a trigger tells: "sentenced for a strike that killed 12"."""
    if trigger.first < court.first:
        return trigger.entry.form is Form.NOUN or court.entry.value != "on trial"
    words = sentence.words[court.last : trigger.first]
    about = max((j for j, word in enumerate(words) if word in _ABOUT), default=None)
    return about is not None and _HAPPENED_TO.isdisjoint(words[about:])


def is_remembered(sentence: Sentence, trigger: Mark) -> bool:
    """Whether words of the past are of a trigger: "years ago", "As a reminder, ...".

    An adverb is of the word behind it: not "a town previously held by rebels was hit".
    """
    for mark in sentence.of("reality.history"):
        behind = sentence.word(mark.last)
        if mark.first <= 1 and (behind == "," or sentence.word(mark.last - 1) == "that"):
            return True
        if not same_clause(sentence, mark.first, trigger.first):
            continue
        if mark.entry.value in _IN_COURT and not _judged(sentence, mark, trigger):
            continue  # "three men on trial for spying were hurt in a strike"
        if mark.entry.value == "in the past" and (behind in SPANS or behind.isdigit()):
            continue  # "in the past 24 hours"
        near = -_ADVERB_REACH <= trigger.first - mark.last <= _ADVERB_REACH
        if mark.entry.value not in _ADVERBS or near:
            return True
    return False

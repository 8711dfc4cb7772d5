"""When an event was, when its own sentence does not say it.

In: the state and a draft. Out: a `DateSpan` and why that day, for people. Nothing can go wrong.
"""

import dataclasses
import re

from mapper.dating.model import Basis, DateMention, DateSpan, Precision, Role
from mapper.lexicon import EventType, english
from mapper.report.drafts import Draft
from mapper.report.history import is_history
from mapper.report.sentence import Sentence
from mapper.report.state import State, carried
from mapper.report.times import how_said, of_speech, usable
from mapper.text.blocks import Block, BlockKind

_PUBLISHED = "the day of publication, for want of another"
# A part of a day, which that of a label or heading tells: "In the early hours a missile ...".
_PART_OF_DAY = re.compile(
    r"(?:in|at|during|before|around|by|late|early)?\s*(?:the\s)?(?:early\s|small\s|late\s)?"
    r"(?:hours|morning|afternoon|evening|dawn|noon|night|overnight)(?:\sof\sthe\smorning)?",
    re.IGNORECASE,
)
# A label with its day is no longer: "Novomoskovsk, Dnipropetrovsk region, 12 July."
_LABEL_TOKENS = 12
# Days from a dateline to the publication.
_WRITING_DAYS = 3
# What begins, and for how many days it may be one happening.
_BEGAN = english.words("times", "began")
_LASTED_DAYS = 3
# Days that are counted from the one on which the entry was written.
_TODAY = re.compile(
    r"(?:earlier )?(?:today|tonight|overnight|yesterday|last night"
    r"|this (?:morning|afternoon|evening))(?: (?:morning|afternoon|evening|night))?",
    re.IGNORECASE,
)
# Days from what was told before to the one that "hours later" is of.
_LATER_DAYS = 2
_SPELLS = english.words("times", "spells")
_ENTRY = "the day of the live blog's entry"
_STAMP = "the day of the stamp above"
# "The same night" is that of the event told before, whatever day the text named last; a day is not,
# since events may have theirs from elsewhere.
_SAME_NIGHT = re.compile(r"(?:the |that )?same (?:night|evening|morning|day)", re.IGNORECASE)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class When:
    """When an event was, and why that day.

    `said` is True when the words of its own sentence say it, `assumed` when it is only the day on
    which somebody told of it.
    """

    span: DateSpan = DateSpan()
    how: str = ""
    said: bool = False
    assumed: bool = False

    @property
    def known(self) -> bool:
        """Whether there is a day, or at least a day of the week."""
        return self.span.first is not None or bool(self.span.weekdays)


def _same_night(mention: DateMention) -> bool:
    return _SAME_NIGHT.match(mention.text) is not None


def date_of(state: State, draft: Draft) -> When:
    """Take the day that the sentence says, else that of the entry, the paragraph, the heading."""
    if (
        draft.date is not None
        and _same_night(draft.date)
        and state.events
        and (state.events[-1].dated or state.events[-1].span.first is not None)
    ):
        return When(span=carried(state.events[-1].span), how="the day of what was told before")
    label = state.block_date or state.heading_date
    if draft.date is not None and label is not None and _PART_OF_DAY.fullmatch(draft.date.text):
        return When(span=label[0], how=label[1], said=True)
    told = state.block_told
    if told is not None and told[0].precision is not Precision.DAY:
        told = None
    if draft.date is not None and told is not None and of_speech(draft.sentence, draft.date):
        return When(span=carried(told[0]), how=told[1])
    if draft.date is not None and (draft.date.span.first or draft.date.span.weekdays):
        said = not of_speech(draft.sentence, draft.date)
        span = _of_entry(state, draft.sentence.block, draft.date) or _until(
            draft.sentence, draft.date
        )
        return When(span=span, how=how_said(draft.date), said=said, assumed=not said)
    told = state.block_date or state.list_date or state.heading_date
    if told is not None:
        return When(span=told[0], how=told[1])
    if draft.sentence.block.stamp is not None and state.published is not None:
        span, how = _entry_day(state)
        return When(span=span, how=how)
    return _hours_later(state, draft.sentence) or When()


def _of_entry(state: State, block: Block, mention: DateMention) -> DateSpan | None:
    """Count "yesterday" and "overnight" from the day that an entry's stamp says."""
    day = state.stamped_days.get(block.start)
    span = mention.span
    if day is None or day.first is None or state.published is None or span.first is None:
        return None
    if span.last is None or _TODAY.fullmatch(mention.text) is None:
        return None
    back = state.published - day.first
    return dataclasses.replace(span, first=span.first - back, last=span.last - back)


def _until(sentence: Sentence, begun: DateMention) -> DateSpan:
    """Give the days from one on which something began to that on which it ended.

    "Clashes broke out on Sunday and went on until Tuesday", over at most `_LASTED_DAYS`.
    """
    first, last = sentence.tokens_of(begun.start, begun.end)
    if begun.span.first is None or _BEGAN.isdisjoint(sentence.words[:first]):
        return begun.span
    for mention in sentence.dates:
        at = sentence.token_at(mention.start)
        end = mention.span.last
        if at < last or end is None or sentence.word(at - 1) not in {"until", "till"}:
            continue
        if 0 < (end - begun.span.first).days <= _LASTED_DAYS:
            return dataclasses.replace(begun.span, last=end, precision=Precision.RANGE)
    return begun.span


def _hours_later(state: State, sentence: Sentence) -> When | None:
    """Take the day that the text named last, behind the last event: "Hours later a drone hit"."""
    if sentence.words[1:2] != ("later",) or sentence.word(0) not in _SPELLS:
        return None
    if not state.events or (begun := state.events[-1].span.first) is None:
        return None
    after = state.events[-1].draft.last
    told = [
        d
        for d in state.dates
        if after <= d.start < sentence.start
        and d.role is Role.EVENT
        and d.span.first is not None
        and 0 <= (d.span.first - begun).days <= _LATER_DAYS
        and d.span.precision is Precision.DAY
        and not is_history(d, state.clock)
    ]
    return When(span=carried(told[-1].span), how=f"{told[-1].text!r} before") if told else None


def dated(
    when: When, state: State, kind: EventType, *, same_scene: bool, place: str | None = None
) -> When:
    """Give an event without a day of its own another one, as `default_date` chooses it."""
    if when.known:
        return when
    span, how = default_date(state, kind, same_scene, place)
    return When(span=span, how=how, said=when.said, assumed=how == _PUBLISHED)


def default_date(
    state: State, kind: EventType, same_scene: bool, place: str | None = None
) -> tuple[DateSpan, str]:
    """Choose the day when no words of the sentence say one, and why.

    `place` is the id of the place of an event that was told of before ("the attack in Homs").
    """
    if place is not None:
        for event in reversed(state.events):
            known = event.location.place
            if known is not None and known.id == place and event.span.first:
                return carried(event.span), "the day told for this place before"
    if same_scene and state.scene:
        return carried(state.scene[0].span), "the day of what was told before"
    if state.period is not None and not state.entry.stamped:
        return state.period
    if state.block_told is not None and not kind.is_exchange:
        return carried(state.block_told[0]), state.block_told[1]
    if state.entry.stamped and state.published is not None:
        return _entry_day(state)
    if state.day_of_sum is not None and not kind.is_exchange:
        return state.day_of_sum
    previous = None if state.lead else told_date(state, kind)
    if previous is not None:
        return previous
    if state.published is not None:
        return published_span(state), _PUBLISHED
    return DateSpan(), "no day is told"


def told_date(state: State, kind: EventType) -> tuple[DateSpan, str] | None:
    """Take the day of an event of this group told shortly before, else the first one told."""
    known = [
        e
        for e in state.events
        if e.block >= state.entry_block
        and e.draft.kind.group == kind.group
        and (e.span.first or e.span.weekdays)
    ]
    if state.in_list:
        # The items of a list are told each for itself.
        known = [e for e in known if e.draft.sentence.block.kind is not BlockKind.ITEM]
    if not known:
        return None
    said = [e for e in known if e.dated] or known
    near = said[-1] if state.block - said[-1].block <= 3 and not kind.is_exchange else said[0]
    return carried(near.span), "the day of what was told before"


def _entry_day(state: State) -> tuple[DateSpan, str]:
    """Take the day that the entry's stamp says, or one above it, else that of publication."""
    day = state.stamped_days.get(state.entry_start)
    return (day, _STAMP) if day is not None else (published_span(state), _ENTRY)


def published_span(state: State) -> DateSpan:
    """Make the day of publication a span."""
    return DateSpan(
        first=state.published, last=state.published, precision=Precision.DAY, basis=Basis.RELATIVE
    )


def scope_date(state: State, sentence: Sentence) -> None:
    """Let a day that opens a sentence hold for the rest of the paragraph."""
    mentions = usable(sentence, state.clock)
    if len(mentions) != 1 or not sentence.tokens:
        return
    label = bool(state.lead) and sentence.index == 0 and len(sentence.tokens) <= _LABEL_TOKENS
    if sentence.token_at(mentions[0].start) <= 2 or label:
        state.block_date = (mentions[0].span, f"{mentions[0].text!r} earlier in the paragraph")


def label_date(state: State, block: Block) -> tuple[DateSpan, str] | None:
    """Give the day that is a paragraph's label: "**Saturday night:** One man was killed ..."."""
    if block.lead is None:
        return None
    told = [
        d
        for d in state.dates
        if block.lead.start <= d.start < block.lead.end and d.role is Role.EVENT and d.span.first
    ]
    return (told[0].span, f"{told[0].text!r}, the paragraph's label") if len(told) == 1 else None


def dateline_date(state: State, block: Block) -> tuple[DateSpan, str] | None:
    """Give the day of a dateline that lies further back than the writing can have taken."""
    if block.dateline is None or state.published is None:
        return None
    for mention in state.dates:
        span = mention.span
        inside = block.dateline.start <= mention.start < block.dateline.end
        if not inside or span.precision is not Precision.DAY or span.last is None:
            continue
        if (state.published - span.last).days > _WRITING_DAYS:
            return span, f"{mention.text!r}, the paragraph's label"
    return None


def day_of_list(state: State, sentence: Sentence) -> tuple[DateSpan, str] | None:
    """Give the day that the sentence in front of a list says for all of it."""
    if any(m.entry.kind.meeting or m.entry.kind.is_exchange for m in sentence.of("trigger")):
        return None  # "after the talks on Monday"
    said = [m for m in usable(sentence, state.clock) if not of_speech(sentence, m)]
    return (said[0].span, f"{said[0].text!r} above the list") if len(said) == 1 else None


def keep_date(state: State, sentence: Sentence) -> None:
    """Keep the day that a sentence names for those behind it in the paragraph."""
    own = [
        m
        for m in usable(sentence, state.clock)
        if not of_speech(sentence, m) and not _same_night(m)
    ]
    if own:
        state.block_told = (own[-1].span, f"{own[-1].text!r} earlier in the paragraph")

"""What kind of event a draft is, in the light of its day and of what was told before.

In: the state, a draft with its day, later its places. Out: the draft with another kind: harm of
many days or of a whole region is that of many events; harm in the place of the fight just told is
that of the fight. Nothing can go wrong.
"""

from mapper.dating.model import DateSpan
from mapper.gazetteer import Place
from mapper.lexicon import EventType, Form
from mapper.report.drafts import Draft
from mapper.report.locations import FINE
from mapper.report.model import Location
from mapper.report.state import Event, State, same_day
from mapper.report.when import When

# One happening does not last so long: its harm adds up many.
_MANY_DAYS = 4


def settle_kind(state: State, draft: Draft, when: When) -> None:
    """Give a draft the kind of the fight that it goes on telling of, or that of a sum of days."""
    if draft.weak and _within_scene(state, draft, when.span if when.said else None):
        draft.kind, draft.weak = _kind_here(state, draft), False
    along = _kind_along(state, draft) if draft.weak else None
    if along is not None:
        draft.kind, draft.weak = along, False
    if _adds_up_a_period(draft, when.span) or _of_the_period(state, draft, when):
        draft.kind, draft.sub_type = state.lexicon.unnamed("harm") or draft.kind, None


def settle_sum(state: State, draft: Draft, locations: tuple[Location, ...]) -> None:
    """Give a draft the kind of a sum when its harm is that of a whole region."""
    if _sums_up_a_region(draft, locations):
        draft.kind, draft.sub_type = state.lexicon.unnamed("harm") or draft.kind, None


def counts_attacks(draft: Draft) -> bool:
    """Whether harm is that of several attacks: "killed 37 civilians in four attacks"."""
    sentence = draft.sentence
    if not draft.kind.sums or not any(h.count.best for h in draft.harms):
        return False
    nouns = [m for m in sentence.of("trigger") if m.entry.form is Form.NOUN]
    return any(
        (number.best or 0) > 1
        and 0 <= m.first - number.end_token <= 1
        and sentence.word(m.last - 1).endswith("s")
        for number in sentence.numbers
        for m in nouns
    )


def _adds_up_a_period(draft: Draft, span: DateSpan) -> bool:
    """Whether harm is that of many strikes: "63 were killed between 1 and 10 January"."""
    if span.first is None or span.last is None or not draft.kind.hits:
        return False
    if any(
        m.first == draft.at and m.entry.form is Form.PAST for m in draft.sentence.of("trigger")
    ) and not any(m.first == draft.at for m in draft.sentence.under("harm.")):
        return False  # "gunmen attacked a convoy this week" is one
    harmed = any(h.count.best != 0 for h in draft.harms)
    return harmed and (span.last - span.first).days >= _MANY_DAYS


def _sums_up_a_region(draft: Draft, locations: tuple[Location, ...]) -> bool:
    """Whether only harm is told, of a region: "Troops killed five residents of the region".

    An army shoots there every day; "gunmen killed 40 in Benue state" is one raid.
    """
    if draft.sentence.of("fighters"):
        return False
    wide = all(x.precision in {"region", "country"} for x in locations)
    by_harm = any(m.first == draft.at for m in draft.sentence.under("harm."))
    return draft.kind.fight and by_harm and wide and not draft.weapons


def _of_the_period(state: State, draft: Draft, when: When) -> bool:
    """Whether harm without a day is that of the spell that a bulletin covers: "in attacks"."""
    if state.period is None or when.known or not draft.sentence.word(draft.at).endswith("s"):
        return False
    if not any(m.first == draft.at and m.entry.form is Form.NOUN for m in draft.sentence.marks):
        return False
    return _adds_up_a_period(draft, state.period[0])


def _within_scene(state: State, draft: Draft, span: DateSpan | None) -> bool:
    """Whether harm without a word for an event lies in the place of the fight or raid just told."""
    if state.block - state.scene_block > 1 or draft.site is None:
        return False
    inner = draft.site.locations[0].place
    here = [e for e in state.scene if _holds(state, e, inner)]
    if len(here) != 1 or not here[0].draft.kind.hits:
        return False
    return span is None or not here[0].dated or same_day(span, here[0].span)


def _kind_along(state: State, draft: Draft) -> EventType | None:
    """Find the kind of strikes among which harm at a town is told: "In Haifa three died, ...".

    Only where no fight on the ground is told of.
    """
    site = draft.site
    if site is None or state.fighting or len(site.locations) != 1:
        return None
    if site.locations[0].precision not in {"settlement", "district", "facility"}:
        return None
    told = [e.draft.kind for e in state.events if e.block == state.block and not e.draft.kind.sums]
    return told[-1] if told and all(kind.point and kind.launched for kind in told) else None


def _kind_here(state: State, draft: Draft) -> EventType:
    place = draft.site.locations[0].place if draft.site is not None else None
    return next(e.draft.kind for e in state.scene if _holds(state, e, place))


def _holds(state: State, event: Event, place: Place | None) -> bool:
    """Whether a place is that of an event, lies in it, or holds the plant that was hit."""
    where = event.location.place
    if where is None or place is None:
        return False
    contains = state.gazetteer.contains
    plant = where.kind in FINE and place.kind in FINE and contains(place, where)
    return place.id == where.id or contains(where, place) or plant

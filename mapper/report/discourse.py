"""From the events of the sentences to the reports of the article.

In: an article, its toponyms and dates. Out: an `Extraction`. What a sentence leaves open is taken
from what was said before: the label or heading above it, the scene that is being told, the office
that speaks, and last the article's main place. Nothing can go wrong.
"""

import datetime as dt
from collections.abc import Sequence

from mapper.article.model import Article
from mapper.dating.model import DateMention, DateSpan
from mapper.gazetteer import Gazetteer, Place
from mapper.lexicon import EventType, Form, Lexicon
from mapper.report.anaphora import points_back, points_there
from mapper.report.clock import make_clock
from mapper.report.counts import total_of
from mapper.report.drafts import Draft, Reading
from mapper.report.events import read_events, sub_type_for
from mapper.report.evidence import Context
from mapper.report.exchanges import also_freed, exchange_of_the_day, locates_swaps
from mapper.report.locations import FINE, without_strays
from mapper.report.model import Extraction, Location, Report, SetAside
from mapper.report.overview import (
    READ,
    dateline_places,
    lead_places,
    main_place,
    open_heading,
    period,
    sentences_of,
)
from mapper.report.places import Site
from mapper.report.scene import (
    add_to,
    adds_nothing,
    continue_date,
    continue_scene,
    contradict,
    is_known,
    merge_into,
    retract,
    tells_more,
)
from mapper.report.sentence import Sentence
from mapper.report.state import Event, State, hurt, same_day, sites_of
from mapper.report.swaps import sides_of
from mapper.report.telling import emit, intercept
from mapper.report.when import When, date_of, dated, keep_date, label_date, scope_date
from mapper.report.where import initiator, locations_of, sets_scene, summed_up
from mapper.text.blocks import Block, BlockKind, split_blocks
from mapper.toponym.model import Toponym

# One happening does not last so long: its harm adds up many.
_MANY_DAYS = 4


def read_article(
    article: Article,
    toponyms: Sequence[Toponym],
    dates: Sequence[DateMention],
    *,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    published: dt.date | None,
) -> Extraction:
    """Read the reports of an article and what was set aside, in the order of the text."""
    state = State(
        article=article,
        toponyms=without_strays(toponyms),
        dates=dates,
        gazetteer=gazetteer,
        lexicon=lexicon,
        clock=make_clock(published, dates),
    )
    _read(state)
    unique: dict[tuple[int, int, str], SetAside] = {(a.start, a.end, a.why): a for a in state.aside}
    return Extraction(
        article_id=article.id, reports=_reports(state), set_aside=tuple(unique.values())
    )


def _read(state: State) -> None:
    """Read the article's blocks in order."""
    blocks = split_blocks(state.text)
    sentences = [(n, b, sentences_of(state, b)) for n, b in enumerate(blocks)]
    swaps = [
        (s.start, s.end)
        for _, _, group in sentences
        for s in group
        if any(m.entry.kind.is_done_exchange(m.entry.sub_type) for m in s.of("trigger"))
        or s.of("prisoners")
    ]
    state.swapping = any(
        m.entry.kind.is_done_exchange(m.entry.sub_type)
        and (m.entry.needs == "nothing" or bool(s.of("prisoners")))
        for _, _, g in sentences
        for s in g
        for m in s.of("trigger")
    )
    state.sides = sides_of(state.toponyms, swaps)
    state.period = period(state)
    state.main = main_place(state, sentences)
    for number, block, group in sentences:
        state.block = number
        if block.dateline is not None and state.lexicon.datelines:
            state.heading = dateline_places(state, block.dateline)
        if block.kind is BlockKind.HEADING:
            open_heading(state, block, group)
        elif block.kind in READ:
            read_block(state, block, group)


def read_block(state: State, block: Block, group: list[Sentence]) -> None:
    """Read the sentences of a paragraph or list item under what its label sets."""
    state.lead = lead_places(state, block, group)
    if len(state.lead) > 1 and all(
        state.gazetteer.contains(state.lead[-1].place, x.place)
        for x in state.lead[:-1]
        if x.place and state.lead[-1].place
    ):
        state.lead = state.lead[:1]
    state.block_date, state.block_told = label_date(state, block), None
    if block.lead is not None:
        state.scene = []
    for sentence in group:
        read_sentence(state, sentence)


def read_sentence(state: State, sentence: Sentence) -> None:
    """Read one sentence: its events, what it adds to those told before, what it takes back."""
    context = Context(
        clock=state.clock,
        armed=state.block - state.armed_block <= 1,
        swapping=state.swapping,
        fighting=state.fighting,
    )
    reading = read_events(sentence, context, sites_of(state, sentence), state.lexicon)
    state.aside.extend(reading.set_aside)
    if any(a.why == "denied" for a in reading.set_aside):
        retract(state, sentence)
    scope_date(state, sentence)
    label = next(
        (s for s in reading.sites if s.opening and s.role == "event" and is_label(sentence, s)),
        None,
    )
    fresh: list[Event] = []
    for draft in reading.drafts:
        fresh.extend(place_draft(state, draft, reading, label))
    fresh.extend(intercept(state, sentence, reading, bool(reading.drafts)))
    continue_scene(state, sentence, reading, fresh)
    continue_date(state, sentence, reading)
    contradict(state, sentence, fresh)
    if any(d.kind.launched for d in reading.drafts) or reading.interceptions:
        state.armed_block = state.block
    elif sentence.of("weapon") and not reading.set_aside:
        state.armed_block = max(state.armed_block, state.block)
    if any(d.kind.fight for d in reading.drafts):
        state.fighting = True
    if fresh:
        state.scene = fresh
        state.scene_block = state.block
    keep_date(state, sentence)
    known = [s for s in reading.sites if s.role == "event" and s.is_known]
    if known:
        state.named_site = (state.block, known[-1])
    placed = [s for s in reading.sites if s.role == "event" and sets_scene(state, sentence, s)]
    if placed and not reading.drafts:
        state.block_site = (state.block, placed[0])


def is_label(sentence: Sentence, site: Site) -> bool:
    """Whether a place is followed by a sign of a label: "Kupiansk: two killed"."""
    return sentence.word(site.last) in {":", "—", "–"}


def place_draft(state: State, draft: Draft, reading: Reading, label: Site | None) -> list[Event]:
    """Give a draft its place and day; the events it adds, or the one that it goes on telling."""
    when = date_of(state, draft)
    if draft.weak and _within_scene(state, draft, when.span if when.said else None):
        draft.kind, draft.weak = _kind_here(state, draft), False
    if _adds_up_a_period(draft, when.span) or _of_the_period(state, draft, when):
        draft.kind, draft.sub_type = state.lexicon.unnamed("harm") or draft.kind, None
    site = _site_of(draft, reading, label)
    if site is None and draft.kind.is_arrival(draft.sub_type):
        draft.sub_type = draft.kind.exchange
    if site is None and points_back(draft.sentence):
        site = _there(state, draft)
        draft.definite = draft.definite or site is None
    locations, confidence = locations_of(state, draft, site)
    if summed_up(draft) and not draft.harms and draft.kind.point:
        return []
    if locates_swaps(state, draft, site):
        return []
    if _sums_up_a_region(draft, locations):
        draft.kind, draft.sub_type = state.lexicon.unnamed("harm") or draft.kind, None
    same = exchange_of_the_day(state, draft, when) if site is None else None
    if same is not None:
        also_freed(state, draft, same)
        add_to(state, same, draft, when, None)
        return []
    merged = merge_into(state, draft, site, when)
    if merged is not None:
        add_to(state, merged, draft, when, site)
        return state.scene
    if is_known(state, draft, site):
        return []
    more = not adds_nothing(state, draft) and (when.said or tells_more(state, draft))
    if site is None and not more:
        return []
    subset = any(h.subset for h in draft.harms)
    same_scene = bool(state.scene) and (
        state.scene_block == state.block or (subset and state.block - state.scene_block <= 1)
    )
    if not when.known:
        known = locations[0].place if draft.definite and site is not None else None
        place = known.id if known is not None else None
        when = dated(when, state, draft.kind, same_scene=same_scene, place=place)
        confidence -= 0.1
    return emit(state, draft, locations, when, confidence)


def _there(state: State, draft: Draft) -> Site | None:
    """Find the place that "there" means, where it is not that of what was told last."""
    if state.named_site is None or not points_there(draft.sentence):
        return None
    block, site = state.named_site
    told = {e.location.place.id for e in state.scene if e.location.place is not None}
    here = {x.place.id for x in site.locations if x.place is not None}
    return site if state.block - block <= 1 and here and not here & told else None


def _site_of(draft: Draft, reading: Reading, label: Site | None) -> Site | None:
    """Find the site of a draft: its own, the label's, else one that its kind of event may take."""
    site = draft.site or label
    roles: list[str] = []
    if draft.kind.launched:
        roles.append("aim")
    if draft.harms and not draft.kind.is_exchange:
        roles.append("home")
    if draft.kind.is_arrival(draft.sub_type):
        roles.append("goal")
    for role in roles:
        site = site or next((s for s in reading.sites if s.role == role), None)
    return site


def _adds_up_a_period(draft: Draft, span: DateSpan) -> bool:
    """Whether harm is that of many strikes: "63 were killed between 1 and 10 January"."""
    if span.first is None or span.last is None or not draft.kind.hits:
        return False
    if any(
        m.first == draft.at and m.entry.category == "trigger" and m.entry.form is Form.PAST
        for m in draft.sentence.marks
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
    word = draft.sentence.word(draft.at)
    many = any(m.first == draft.at and m.entry.form is Form.NOUN for m in draft.sentence.marks)
    if state.period is None or when.known or not many or not word.endswith("s"):
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


def _reports(state: State) -> tuple[Report, ...]:
    """List the reports, in the order of the text."""
    out = []
    for n, event in enumerate(state.events):
        draft = event.draft
        killed, injured = total_of(event.killed), total_of(event.injured)
        harmed = hurt(killed, injured)
        if not harmed and (
            draft.kind.sums or (event.location.place is None and not draft.kind.is_exchange)
        ):
            continue
        out.append(
            Report(
                id=f"{state.article.id}:{draft.first}-{n}",
                article_id=state.article.id,
                event_type=draft.event_type,
                sub_type=sub_type_for(draft, state.lexicon),
                start=draft.first,
                end=draft.last,
                quote=state.text[draft.first : draft.last],
                location=event.location,
                date=event.span,
                date_how=event.date_how,
                target=draft.target if draft.kind.hits else None,
                initiator=initiator(draft),
                weapons=tuple(draft.weapons),
                killed=killed,
                injured=injured,
                prisoners=tuple(sorted(draft.prisoners.items())),
                attributed_to=event.speaker,
                claim_denied=event.contradicted,
                definite=draft.definite,
                sums_parts=event.sums_parts,
                confidence=round(max(0.05, min(0.99, event.confidence)), 2),
            )
        )
    return tuple(out)

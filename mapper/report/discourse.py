"""From the events of the sentences to the reports of the article.

In: an article, its toponyms and dates. Out: an `Extraction`. What a sentence leaves open is taken
from what was said before: the label or heading above it, the scene that is being told, the office
that speaks, and last the article's main place. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
from collections.abc import Sequence

from mapper.article.model import Article
from mapper.dating import weekdays_under
from mapper.dating.model import DateMention, DateSpan
from mapper.gazetteer import Gazetteer
from mapper.lexicon import Lexicon
from mapper.report.anaphora import points_back, points_there
from mapper.report.arms import sub_types_meant, tells_of_heavy
from mapper.report.captives import frees_anybody
from mapper.report.clock import make_clock
from mapper.report.counts import total_of
from mapper.report.drafts import Context, Draft, Reading
from mapper.report.entries import days_of_stamps, entries_of
from mapper.report.events import read_events, sub_type_for
from mapper.report.exchanges import also_freed, exchange_of_the_day, locates_swaps
from mapper.report.kinds import counts_attacks, settle_kind, settle_sum
from mapper.report.model import Count, Extraction, Location, Report, SetAside
from mapper.report.named import from_there, place_left
from mapper.report.overview import (
    READ,
    begin_entry,
    dateline_places,
    lead_places,
    main_place,
    open_heading,
    period,
    sentences_of,
)
from mapper.report.places import Site
from mapper.report.recalled import event_of_its_day
from mapper.report.retraction import contradict, retract, takes_back
from mapper.report.scene import (
    add_to,
    adds_nothing,
    continue_date,
    continue_scene,
    is_known,
    merge_into,
    tells_more,
)
from mapper.report.sentence import Sentence
from mapper.report.sides import initiator
from mapper.report.state import Event, State, hurt, sites_of
from mapper.report.strays import without_strays
from mapper.report.swaps import sides_of
from mapper.report.takeup import list_places
from mapper.report.teasers import without_teasers
from mapper.report.telling import emit, event_of_sentence, intercept, told_without_harm
from mapper.report.tolls import city_meant
from mapper.report.when import (
    When,
    date_of,
    dated,
    dateline_date,
    day_of_list,
    keep_date,
    label_date,
    scope_date,
)
from mapper.report.where import MAIN, locations_of, sets_scene, summed_up
from mapper.text.blocks import Block, BlockKind, is_day, split_blocks
from mapper.toponym.model import Toponym

# Verbs of those who attack, and words from one to where they came.
_CAME = frozenset({"came", "arrived", "descended", "rode"})
_CAME_REACH = 3
# So many datelines are labels of what is told below: "BAGHDAD - Two people were killed ...".
_LABELS = 3
# Who tells of where they live, and where in a sentence they are named.
_RESIDENTS = frozenset({"residents", "villagers", "inhabitants", "locals", "people", "witnesses"})
_NOTICED = frozenset({"heard", "hear", "felt", "saw", "seen"})
_SAID = frozenset({"said", "say", "told", "reported", "report"})
_OPENING = 4


def read_article(
    article: Article,
    toponyms: Sequence[Toponym],
    dates: Sequence[DateMention],
    *,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    published: dt.date | None,
    spell: DateSpan | None = None,
) -> Extraction:
    """Read the reports of an article and what was set aside, in the order of the text.

    `spell` are the days that a digest covers.
    """
    blocks = split_blocks(article.text)
    headings = [(b.start, b.end) for b in blocks if b.kind is BlockKind.HEADING]
    days = [(start, end) for start, end in headings if is_day(article.text[start:end])]
    state = State(
        article=article,
        toponyms=without_strays(article.text, toponyms),
        dates=weekdays_under(dates, days, published),
        gazetteer=gazetteer,
        lexicon=lexicon,
        clock=make_clock(published, dates, article.title or "", headings),
        spell=spell,
    )
    _read(state, blocks)
    unique: dict[tuple[int, int, str], SetAside] = {(a.start, a.end, a.why): a for a in state.aside}
    return Extraction(
        article_id=article.id, reports=_reports(state), set_aside=tuple(unique.values())
    )


def _read(state: State, blocks: Sequence[Block]) -> None:
    """Read the article's blocks in order."""
    sentences = [(n, b, sentences_of(state, b)) for n, b in enumerate(blocks)]
    swaps = [
        (s.start, s.end)
        for _, _, group in sentences
        for s in group
        if any(m.entry.kind.is_done_exchange(m.entry.sub_type) for m in s.of("trigger"))
        or s.of("prisoners")
    ]
    swaps += [
        block.lead
        for _, block, _ in sentences
        if block.lead is not None and any(block.start <= start < block.end for start, _ in swaps)
    ]
    state.swapping = bool(swaps) and any(
        m.entry.kind.is_done_exchange(m.entry.sub_type)
        and (m.entry.needs == "nothing" or (s.of("prisoners") and not frees_anybody(s, m)))
        for _, _, g in sentences
        for s in g
        for m in s.of("trigger")
    )
    every = [s for _, _, g in sentences for s in g]
    state.stamped_days = days_of_stamps(blocks, state.dates)
    state.labelled = _are_labels(state.text, blocks)
    state.aerial = tells_of_heavy(every, state.lexicon)
    state.meant = sub_types_meant(every, state.lexicon)
    state.sides = sides_of(state.toponyms, swaps)
    state.period = period(state)
    state.main = main_place(state, sentences)
    read = 0
    for entry in entries_of(blocks):
        begin_entry(state, entry, read, blocks[entry.blocks.start].start if entry.blocks else -1)
        if entry.heading is not None:
            open_heading(state, *sentences[entry.heading][1:])
        for number in entry.blocks:
            state.block = read
            read += 1
            _, block, group = sentences[number]
            follows = blocks[number + 1].kind if number + 1 < len(blocks) else None
            _read_any(state, block, group, listing=follows is BlockKind.ITEM)
    place_left(state)


def _are_labels(text: str, blocks: Sequence[Block]) -> bool:
    """Whether datelines are labels: several, and one place twice, as no desk files its news."""
    lines = [text[b.dateline[0] : b.dateline[1]] for b in blocks if b.dateline is not None]
    return len(lines) >= _LABELS and len(set(lines)) < len(lines)


def _read_any(state: State, block: Block, group: list[Sentence], *, listing: bool) -> None:
    """Read a block of any kind; `listing` says that a list follows."""
    if block.dateline is not None and state.lexicon.datelines:
        state.heading = dateline_places(state, block.dateline)
    if block.kind is BlockKind.HEADING:
        open_heading(state, block, group)
    elif block.kind in READ:
        read_block(state, block, group, listing=listing)


def read_block(state: State, block: Block, group: list[Sentence], *, listing: bool = False) -> None:
    """Read the sentences of a paragraph or list item under what its label sets.

    `listing` says that a list follows.
    """
    state.lead = lead_places(state, block, group)
    if len(state.lead) > 1 and _holds(state, state.lead[-1], state.lead[:-1]):
        state.lead = state.lead[:1]
    elif len(state.lead) > 1 and _holds(state, state.lead[0], state.lead[1:]):
        state.lead = state.lead[1:]  # "Kherson, Korabelnyi district."
    state.block_date, state.block_told = label_date(state, block), None
    if block.dateline is not None and (old := dateline_date(state, block)) is not None:
        # "Ternopil, 12 July. A missile ..." in a review: what it tells of, not where it was written
        state.block_date, state.lead = old, dateline_places(state, block.dateline)
    elif block.dateline is not None and state.labelled:
        state.lead = dateline_places(state, block.dateline)
    item = state.in_list = block.kind is BlockKind.ITEM
    if block.lead is not None or item:
        state.scene = []
    if not item:
        state.list_date = None
    opens = not item and state.text[block.start : block.end].rstrip().endswith(":")
    for sentence in group:
        state.listing = opens and listing and sentence is group[-1]
        read_sentence(state, sentence)
    state.listing = False
    if opens and group:
        state.list_date = day_of_list(state, group[-1])


def _holds(state: State, outer: Location, inner: Sequence[Location]) -> bool:
    """Whether one place holds all others that are known."""
    known = [x.place for x in inner if x.place is not None]
    return (
        outer.place is not None
        and bool(known)
        and all(state.gazetteer.contains(outer.place, place) for place in known)
    )


def read_sentence(state: State, sentence: Sentence) -> None:
    """Read one sentence: its events, what it adds to those told before, what it takes back."""
    context = Context(
        clock=state.clock,
        armed=state.block - state.armed_block <= 1,
        swapping=state.swapping,
        fighting=state.fighting,
        advancing=state.advancing_block == state.block,
        before=state.before,
        aerial=state.aerial,
    )
    reading = read_events(sentence, context, sites_of(state, sentence), state.lexicon)
    state.aside.extend(reading.set_aside)
    denied = "denied" in [a.why for a in reading.set_aside]
    if denied or takes_back(sentence):
        retract(state, sentence)
    scope_date(state, sentence)
    sites = [s for s in reading.sites if s.role == "event"]
    label = next((s for s in sites if s.opening and is_label(sentence, s)), None)
    fresh: list[Event] = []
    for draft in reading.drafts:
        fresh.extend(place_draft(state, draft, reading, label))
    fresh.extend(intercept(state, sentence, reading, bool(reading.drafts)))
    fresh.extend(list_places(state, sentence, reading))
    continue_scene(state, sentence, reading, fresh)
    continue_date(state, sentence, reading)
    contradict(state, sentence, fresh)
    if any(d.kind.launched for d in reading.drafts) or reading.interceptions:
        state.armed_block = state.block
    elif sentence.of("weapon") and not reading.set_aside:
        state.armed_block = max(state.armed_block, state.block)
    if any(d.kind.fight for d in reading.drafts):
        state.fighting = True
    if sentence.of("advances") and not sentence.of("weapon"):
        state.advancing_block = state.block
    if fresh:
        one_place = len({e.location.place.id if e.location.place else "" for e in fresh}) == 1
        # "X, hit on Monday, was attacked again on Tuesday": what follows is told of Tuesday.
        again = one_place and len({e.span.first for e in fresh}) > 1
        state.scene = fresh[-1:] if again else fresh
        state.scene_block = state.block
    keep_date(state, sentence)
    state.before = sentence
    for site in sites or [s for s in reading.sites if s.role == "goal"]:
        if site.is_known:
            state.named_site = (state.block, site)
    if not reading.drafts:
        placed = next((s for s in sites if sets_scene(state, sentence, s)), None)
        if placed is not None:
            state.block_site = (state.block, placed)


def is_label(sentence: Sentence, site: Site) -> bool:
    """Whether a place is followed by a sign of a label: "Kupiansk: two killed"."""
    return sentence.word(site.last) in {":", "—", "–"}


def place_draft(state: State, draft: Draft, reading: Reading, label: Site | None) -> list[Event]:
    """Give a draft its place and day; the events it adds, or the one that it goes on telling."""
    when = date_of(state, draft)
    settle_kind(state, draft, when)
    site = _site_of(draft, reading, label)
    if site is None and draft.kind.is_arrival(draft.sub_type):
        draft.sub_type = draft.kind.exchange
    if site is None and points_back(draft.sentence, draft.at):
        site = _there(state, draft)
        draft.definite = draft.definite or site is None
    locations, confidence = locations_of(state, draft, site)
    if summed_up(draft) and not draft.harms and draft.kind.point:
        return []
    if locates_swaps(state, draft, site):
        return []
    settle_sum(state, draft, locations)
    if site is None and counts_attacks(draft) and locations[0].how == MAIN:
        return []  # "killed 37 people in four attacks": those are told one by one
    goes_on = _goes_on(state, draft, site, when, locations)
    if goes_on is not None:
        return goes_on
    more = not adds_nothing(state, draft) and (when.said or tells_more(state, draft))
    if site is None and state.listing and not draft.harms:
        return []  # "The following places came under attack:"
    if site is None and not more and not _hits_here(draft, locations):
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


def _goes_on(
    state: State, draft: Draft, site: Site | None, when: When, locations: tuple[Location, ...]
) -> list[Event] | None:
    """Let an event told before take a draft; None when the draft tells of a new one.

    Gives the events of the scene when the draft goes on with that, an empty list otherwise.
    """
    swap = exchange_of_the_day(state, draft, when) if site is None else None
    if swap is not None:
        also_freed(state, draft, swap)
    same = swap or event_of_sentence(state, draft, locations)
    same = same or told_without_harm(state, draft, when, locations)
    if site is None and same is None:
        same = event_of_its_day(state, draft, when)
    if site is None and draft.weak and draft.harms:
        same = same or city_meant(state, draft.sentence)
    if same is not None:
        add_to(state, same, draft, when, None)
        return []
    merged = merge_into(state, draft, site, when)
    if merged is not None:
        add_to(state, merged, draft, when, site)
        return state.scene
    return [] if is_known(state, draft, site) else None


def _hits_here(draft: Draft, locations: tuple[Location, ...]) -> bool:
    """Whether what was hit is of a place in the sentence: "Izium's mayor said the city's plant"."""
    begin, end = draft.sentence.start, draft.sentence.end
    return draft.target is not None and any(
        x.place is not None and x.start is not None and begin <= x.start < end for x in locations
    )


def _there(state: State, draft: Draft) -> Site | None:
    """Find the place that "there" means, where it is not that of what was told last."""
    if state.named_site is None or not points_there(draft.sentence):
        return None
    if from_there(state, draft) is not None:
        return None  # the sentence itself has named it
    block, site = state.named_site
    told = {e.location.place.id for e in state.scene if e.location.place is not None}
    here = {x.place.id for x in site.locations if x.place is not None}
    return site if state.block - block <= 1 and here and not here & told else None


def _site_of(draft: Draft, reading: Reading, label: Site | None) -> Site | None:
    """Find the site of a draft: its own, the label's, else one that its kind of event may take."""
    site = draft.site or label
    if draft.kind.is_arrival(draft.sub_type) and site is not None and site.first < draft.at:
        # "left the prison and drove to Ramallah"
        site = next((s for s in reading.sites if s.role == "goal"), site)
    roles: list[str] = []
    if draft.kind.launched:
        roles.append("aim")
    if draft.harms and not draft.kind.is_exchange:
        roles.append("home")
    if draft.kind.is_arrival(draft.sub_type):
        roles.append("goal")
    if site is None and draft.kind.fight:
        site = next((s for s in reading.sites if s.role == "goal" and _came_to(draft, s)), None)
    if site is None and draft.kind.hits:
        site = next((s for s in reading.sites if _tell_of_home(draft, s)), None)
    for role in roles:
        site = site or next((s for s in reading.sites if s.role == role), None)
    return site


def _tell_of_home(draft: Draft, site: Site) -> bool:
    """Whether people tell of where they live: "Residents of Burin said that settlers came"."""
    sentence = draft.sentence
    behind = {sentence.word(j) for j in range(site.last, draft.at)}
    of = sentence.word(site.first - 1) in {"of", "in"}
    lives = of and sentence.word(site.first - 2) in _RESIDENTS and site.first <= _OPENING
    told = not _SAID.isdisjoint(behind) and _NOTICED.isdisjoint(sentence.words)
    return lives and site.is_known and told


def _came_to(draft: Draft, goal: Site) -> bool:
    """Whether those who attacked came there: "They came to X by boat; 11 men were beheaded"."""
    words = draft.sentence.words[max(0, goal.first - _CAME_REACH) : goal.first]
    return goal.is_known and not _CAME.isdisjoint(words)


def _reports(state: State) -> tuple[Report, ...]:
    """List the reports, in the order of the text."""
    out = []
    for n, event in enumerate(without_teasers(state.events, state.gazetteer)):
        draft = event.draft
        sub_type = sub_type_for(draft, state.lexicon)
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
                sub_type=state.meant.get(sub_type or "", sub_type),
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
                entry=event.entry,
                confidence=round(max(0.05, min(0.99, event.confidence)), 2),
            )
        )
    if not state.entry.stamped:
        return tuple(out)
    return tuple(_outgrown(one, out) for one in sorted(out, key=lambda r: r.start))


def _outgrown(report: Report, told: Sequence[Report]) -> Report:
    """Mark the numbers of a report that a later entry raises."""
    later = [
        other
        for other in told
        if other.entry > report.entry
        and other.location.place is not None
        and report.location.place is not None
        and other.location.place.id == report.location.place.id
        and other.event_type == report.event_type
        and other.date.first == report.date.first
    ]
    marked = {
        name: dataclasses.replace(count, outgrown=True)
        for name in ("killed", "injured")
        if (count := getattr(report, name)) is not None
        and any(_is_higher(getattr(other, name), count) for other in later)
    }
    return dataclasses.replace(report, **marked) if marked else report


def _is_higher(late: Count | None, early: Count) -> bool:
    return late is not None and (late.best or 0) > (early.best or early.low or 0)

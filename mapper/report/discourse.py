"""From the events of the sentences to the reports of the article.

In: an article, its toponyms and dates. Out: an `Extraction`. What a sentence leaves open is taken
from what was said before: the label or heading above it, the scene that is being told, the office
that speaks, and last the article's main place. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Sequence

from mapper.article.model import Article
from mapper.dating.model import Basis, DateMention, DateSpan, Precision, Role
from mapper.gazetteer import Gazetteer, Kind
from mapper.lexicon import Lexicon
from mapper.report.counts import total_of
from mapper.report.countries import alpha3
from mapper.report.events import Context, Draft, Reading, read_events, sub_type_for
from mapper.report.harm import Harm
from mapper.report.model import Count, Extraction, Location, Report, SetAside, Weapon
from mapper.report.places import Site, common_area, find_sites, locate
from mapper.report.reality import is_history
from mapper.report.sentence import Sentence, read_sentence
from mapper.report.speakers import speaker_at
from mapper.report.swaps import find_prisoners, iso3, sides_of
from mapper.report.times import how_said, usable
from mapper.report.weapons import find_weapons
from mapper.text.blocks import Block, BlockKind, split_blocks
from mapper.toponym.model import Toponym, Use

_READ = frozenset({BlockKind.PARAGRAPH, BlockKind.ITEM})
# How far a scene reaches: a sentence that names no place may tell of what the block before told.
_SCENE_BLOCKS = 2
# Types whose events are told on one day more often than not.
_FAMILY = frozenset({"strike", "casualties", "ground_attack", "interception"})


@dataclasses.dataclass(slots=True)
class _Event:
    """A draft with its place and day; later sentences add to it."""

    draft: Draft
    location: Location
    span: DateSpan
    date_how: str
    block: int
    confidence: float
    sums_parts: bool = False
    killed: list[tuple[Count, bool]] = dataclasses.field(default_factory=list)
    injured: list[tuple[Count, bool]] = dataclasses.field(default_factory=list)
    speaker: str | None = None
    dated: bool = False


class _Reader:
    """State of reading one article; made anew for each."""

    def __init__(
        self,
        article: Article,
        toponyms: Sequence[Toponym],
        dates: Sequence[DateMention],
        gazetteer: Gazetteer,
        lexicon: Lexicon,
        published: dt.date | None,
    ) -> None:
        self.article = article
        self.text = article.text
        self.toponyms = toponyms
        self.dates = dates
        self.gazetteer = gazetteer
        self.lexicon = lexicon
        self.published = published
        self.events: list[_Event] = []
        self.aside: list[SetAside] = []
        self.scene: list[_Event] = []
        self.scene_block = -9
        self.armed_block = -9
        self.swapping = False
        self.fighting = False
        self.heading: tuple[Location, ...] = ()
        self.lead: tuple[Location, ...] = ()
        self.block_date: tuple[DateSpan, str] | None = None
        self.heading_date: tuple[DateSpan, str] | None = None
        self.period = self._period()
        self.sides: tuple[str, ...] = ()
        self.main: Location | None = None
        self.block_site: tuple[int, Site] | None = None

    # -- the article as a whole ------------------------------------------------------------------

    def _period(self) -> tuple[DateSpan, str] | None:
        """The spell that a bulletin says it covers, when its first lines say one."""
        for mention in self.dates:
            if mention.start > 500:
                break
            span = mention.span
            if mention.role is Role.EVENT and span.precision in {Precision.RANGE, Precision.WEEK} and span.first and span.last and (
                span.last - span.first
            ).days <= 7 and not is_history(mention, self.published):
                return span, f"{mention.text!r}, the period of the whole text"
        return None

    def read(self) -> None:
        """Read the article's blocks in order."""
        blocks = split_blocks(self.text)
        sentences = [(n, b, self._sentences(b)) for n, b in enumerate(blocks)]
        swaps = [
            (s.start, s.end)
            for _, _, group in sentences
            for s in group
            if any(m.entry.value == "prisoner_swap" and m.entry.sub_type == "exchange" for m in s.of("trigger")) or s.of("prisoners")
        ]
        self.swapping = any(
            m.entry.value == "prisoner_swap" and m.entry.sub_type == "exchange" and (m.entry.needs == "nothing" or bool(s.of("prisoners")))
            for _, _, g in sentences for s in g for m in s.of("trigger")
        )
        self.sides = sides_of(self.toponyms, swaps)
        self.main = self._main_place(sentences)
        for number, block, group in sentences:
            if block.kind is BlockKind.HEADING:
                self._open_heading(block, group)
            elif block.kind in _READ:
                self._read_block(number, block, group)

    def _sentences(self, block: Block) -> list[Sentence]:
        label = block.lead is not None or block.stamp is not None or block.kind is BlockKind.HEADING
        return [
            read_sentence(
                self.text, start, end, block=block, index=i, lexicon=self.lexicon, dates=self.dates, toponyms=self.toponyms, label=label
            )
            for i, (start, end) in enumerate(block.sentences)
        ]

    def _main_place(self, sentences: list[tuple[int, Block, list[Sentence]]]) -> Location | None:
        """The place that the article is about: named most, in the title or first; nothing wider than a town before a town."""
        scores: dict[str, float] = {}
        first: dict[str, Location] = {}
        title = (self.article.title or "").casefold()
        for _, block, group in sentences:
            if block.kind not in _READ and block.kind is not BlockKind.HEADING:
                continue
            for sentence in group:
                for site in find_sites(sentence, self.gazetteer):
                    if site.role != "event" or not (site.opening or sentence.of("trigger") or sentence.under("harm.")):
                        continue
                    for location in site.locations:
                        place = location.place
                        if place is None or location.precision in {"country", "area"}:
                            continue
                        bonus = 1.0 if place.id not in scores and len(scores) < 2 else 0.0
                        if place.id not in scores and self.text[location.start : location.end].casefold() in title:
                            bonus += 2.0
                        scores[place.id] = scores.get(place.id, 0.0) + 1.0 + bonus + (0.5 if sentence.of("trigger") else 0.0)
                        first.setdefault(place.id, location)
        if not scores:
            return None
        best = max(scores, key=lambda ident: (scores[ident], -first[ident].start))
        return first[best]

    def _open_heading(self, block: Block, group: list[Sentence]) -> None:
        locations = [
            loc for s in group for site in find_sites(s, self.gazetteer) if site.role == "event" for loc in site.locations if loc.place is not None
        ]
        short = block.end - block.start <= 60
        self.heading = tuple(dataclasses.replace(x, how="the heading above") for x in locations) if len(locations) == 1 and short else ()
        mentions = [d for s in group for d in usable(s, self.published)]
        self.heading_date = (mentions[0].span, f"{mentions[0].text!r} in the heading above") if len(mentions) == 1 else None
        self.scene = []

    def _lead_places(self, block: Block, group: list[Sentence]) -> tuple[Location, ...]:
        """The places of a label: bold, before a colon, or a first sentence that is nothing but names."""
        span = block.lead
        if span is None and len(group) > 1 and self._only_names(group[0]):
            span = (group[0].start, group[0].end)
        if span is None:
            return ()
        start, end = span
        named = [t for t in self.toponyms if t.start >= start - 1 and t.end <= end + 1 and t.use is Use.LITERAL and t.place is not None]
        return tuple(locate(t, self.gazetteer, "the label in front") for t in named)

    def _only_names(self, sentence: Sentence) -> bool:
        words = [t for t in sentence.tokens if t.text[:1].isalnum()]
        named = [t for t in words if any(p.start <= t.start < p.end for p in sentence.toponyms)]
        rest = [t for t in words if t not in named and t.lower not in {"region", "oblast", "district", "province", "and", "the", "city", "of", "state"}]
        return bool(named) and not rest and len(words) <= 6

    def _read_block(self, number: int, block: Block, group: list[Sentence]) -> None:
        self.lead = self._lead_places(block, group)
        if len(self.lead) > 1 and all(
            self.gazetteer.contains(self.lead[-1].place, x.place) for x in self.lead[:-1] if x.place and self.lead[-1].place
        ):
            self.lead = self.lead[:1]
        self.block_date = None
        if self.lead:
            self.scene = []
        for sentence in group:
            self._read_sentence(number, sentence)

    # -- sentences -------------------------------------------------------------------------------

    def _read_sentence(self, number: int, sentence: Sentence) -> None:
        context = Context(
            published=self.published,
            armed=number - self.armed_block <= 1,
            swapping=self.swapping,
            fighting=self.fighting,
        )
        reading = read_events(sentence, context, self.gazetteer, self.lexicon)
        self.aside.extend(reading.set_aside)
        if any(a.why == "denied" for a in reading.set_aside):
            self._retract(number, sentence)
        self._scope_date(sentence)
        label = next((s for s in reading.sites if s.opening and s.role == "event" and self._is_label(sentence, s)), None)
        fresh: list[_Event] = []
        for draft in reading.drafts:
            fresh.extend(self._place_draft(number, draft, reading, label))
        fresh.extend(self._intercept(number, sentence, reading, bool(reading.drafts)))
        self._continue_scene(number, sentence, reading, fresh)
        if any(d.event_type in {"strike", "interception"} for d in reading.drafts) or reading.interceptions:
            self.armed_block = number
        elif sentence.of("weapon") and not reading.set_aside:
            self.armed_block = max(self.armed_block, number)
        if any(d.event_type == "ground_attack" for d in reading.drafts):
            self.fighting = True
        if fresh:
            self.scene = fresh
            self.scene_block = number
        placed = [s for s in reading.sites if s.role == "event" and self._sets_scene(sentence, s)]
        if placed and not reading.drafts:
            self.block_site = (number, placed[0])

    def _sets_scene(self, sentence: Sentence, site: Site) -> bool:
        """Whether a place without an event holds for what follows: "In Sumy people woke early", "on the border"."""
        if not any(x.place is not None for x in site.locations):
            return False
        return site.opening or (self.swapping and any(x.precision in {"border", "facility"} for x in site.locations))

    def _retract(self, number: int, sentence: Sentence) -> None:
        """A denial of what the sentence before told as hearsay: "... had been hit. It was not: nobody fired at the hospital"."""
        if self.scene_block != number:
            return
        words = {t.lower for t in sentence.tokens}
        short = [t.lower for t in sentence.tokens[:4]]
        flat = short[:1] in (["it"], ["that"], ["this"], ["these"], ["nor"]) and bool({"not", "untrue", "false", "denied"} & set(short))
        gone = [
            e for e in self.scene
            if e.draft.sentence.index == sentence.index - 1 and e.draft.sentence.block is sentence.block
            and (flat or (e.draft.target is not None and e.draft.target.split()[-1].lower() in words)) and not e.killed and not e.injured
        ]
        for event in gone:
            self.events.remove(event)
            draft = event.draft
            self.aside.append(SetAside(start=draft.first, end=draft.last, quote=self.text[draft.first : draft.last], why="denied"))
        if gone:
            self.scene = [e for e in self.scene if e not in gone]

    def _is_label(self, sentence: Sentence, site: Site) -> bool:
        return sentence.word(site.last) in {":", "—", "–"}

    def _scope_date(self, sentence: Sentence) -> None:
        mentions = usable(sentence, self.published)
        if len(mentions) == 1 and sentence.tokens and sentence.token_at(mentions[0].start) <= 2:
            self.block_date = (mentions[0].span, f"{mentions[0].text!r} earlier in the paragraph")

    def _date(self, draft: Draft) -> tuple[DateSpan, str, bool]:
        """Day, why, and whether the words themselves say it."""
        if draft.date is not None:
            return draft.date.span, how_said(draft.date), True
        if draft.sentence.block.stamp is not None and self.published is not None:
            return self._published("the day of the live blog's entry"), "the day of the live blog's entry", False
        if self.block_date is not None:
            return (*self.block_date, False)
        if self.heading_date is not None:
            return (*self.heading_date, False)
        return DateSpan(), "", False

    def _published(self, _why: str) -> DateSpan:
        return DateSpan(first=self.published, last=self.published, precision=Precision.DAY, basis=Basis.RELATIVE)

    def _told_date(self, number: int, event_type: str) -> tuple[DateSpan, str] | None:
        """The day of an event of this type told shortly before, else the first day told of this type."""
        family = _FAMILY if event_type in _FAMILY else {event_type}
        dated = [e for e in self.events if e.draft.event_type in family and (e.span.first or e.span.weekdays)]
        if not dated:
            return None
        said = [e for e in dated if e.dated] or dated
        near = said[-1] if number - said[-1].block <= 3 and event_type != "prisoner_swap" else said[0]
        return _carried(near.span), "the day of what was told before"

    def _default_date(self, number: int, event_type: str, same_scene: bool) -> tuple[DateSpan, str]:
        if same_scene and self.scene:
            return _carried(self.scene[0].span), "the day of what was told before"
        if self.period is not None:
            return self.period
        previous = None if self.lead else self._told_date(number, event_type)
        if previous is not None:
            return previous
        if self.published is not None:
            return self._published(""), "the day of publication, for want of another"
        return DateSpan(), "no day is told"

    # -- places ----------------------------------------------------------------------------------

    def _place_draft(self, number: int, draft: Draft, reading: Reading, label: Site | None) -> list[_Event]:
        span, how, said = self._date(draft)
        site = draft.site or label
        if site is None and draft.event_type in {"strike", "interception"}:
            site = next((s for s in reading.sites if s.role == "aim"), None)
        if site is None and draft.sub_type == "arrival":
            site = next((s for s in reading.sites if s.role == "goal"), None)
        if site is None and draft.event_type == "prisoner_swap" and draft.sub_type == "arrival":
            draft.sub_type = "exchange"
        locations, confidence = self._locations(number, draft, site)
        merged = self._merge_into(number, draft, site, span, said)
        if merged is not None:
            self._add(merged, draft, span if said else None, how, site)
            return self.scene
        if site is None and not said and not self._tells(draft):
            return []
        subset = any(h.subset for h in draft.harms)
        same_scene = bool(self.scene) and (self.scene_block == number or (subset and number - self.scene_block <= 1))
        if span.first is None and not span.weekdays:
            span, how = self._default_date(number, draft.event_type, same_scene)
            confidence -= 0.1
        return self._emit(number, draft, locations, span, how, said, confidence)

    def _tells(self, draft: Draft) -> bool:
        """Whether a draft without place and day of its own says more than that there was an event."""
        if draft.harms or (draft.event_type == "prisoner_swap" and find_prisoners(draft.sentence, self.sides, draft.stretch)):
            return True
        if draft.event_type == "prisoner_swap" or draft.event_type == "talks":
            return False
        scope = self.lead or self.heading
        counted = any(w.launched or w.intercepted for w in draft.weapons)
        return bool(scope) or counted or (draft.target is not None and draft.weapons != [])

    def _merge_into(self, number: int, draft: Draft, site: Site | None, span: DateSpan, said: bool) -> _Event | None:
        """The event of the scene that a draft goes on telling of, or None when it is a new one."""
        near = number - self.scene_block <= (_SCENE_BLOCKS if draft.definite or _known_weapon(draft) else 0)
        if not self.scene or not near or len(self.scene) > 1:
            return None
        if site is not None and self.scene[0].location.place is not None and not self._goes_on(number, draft, site):
            return None
        event = self.scene[0]
        if event.draft.event_type != draft.event_type and not (
            draft.event_type == "strike" and event.draft.event_type == "casualties" and draft.definite
        ):
            return None
        if draft.sub_type == "arrival" or event.draft.sub_type == "arrival":
            return None
        if said and event.dated and not _same_day(span, event.span):
            return None
        going_on = site is not None and self._goes_on(number, draft, site)
        if site is not None and not going_on and not (
            event.location.place is None and (draft.definite or draft.event_type == "prisoner_swap")
        ):
            return None
        if draft.event_type == "prisoner_swap":
            mine = find_prisoners(draft.sentence, self.sides, draft.stretch)
            if any(event.draft.prisoners.get(k, v) != v for k, v in mine.items()):
                return None
        if draft.sentence.word(0) in {"another", "a", "an", "separately", "elsewhere", "meanwhile"} and not draft.definite:
            return None
        return event

    def _goes_on(self, number: int, draft: Draft, site: Site) -> bool:
        """Whether a place makes the scene's finer: "in the Tula region ... The drone hit a plant in Tula"."""
        where = self.scene[0].location.place
        inner = site.locations[0].place if len(site.locations) == 1 else None
        if where is None or inner is None or not (draft.definite or _known_weapon(draft)):
            return False
        return inner.id == where.id or self.gazetteer.contains(where, inner)

    def _add(self, event: _Event, draft: Draft, span: DateSpan | None, how: str, site: Site | None) -> None:
        """Let an event take what a later sentence says of it."""
        old = event.draft
        if site is not None:
            event.location = common_area(site.locations, self.gazetteer)
        if span is not None and not event.dated:
            event.span, event.date_how, event.dated = span, how, True
        _harm(event, draft.harms, draft.sentence)
        old.weapons = _merge_weapons(old.weapons, draft.weapons)
        if draft.event_type == "prisoner_swap":
            for side, value in find_prisoners(draft.sentence, self.sides, draft.stretch).items():
                old.prisoners.setdefault(side, value)
        old.target = old.target or draft.target
        event.speaker = event.speaker or speaker_at(draft.sentence, draft.at)
        if draft.sentence.block is old.sentence.block or draft.first - old.last < 40:
            old.last = max(old.last, draft.last)

    def _locations(self, number: int, draft: Draft, site: Site | None) -> tuple[tuple[Location, ...], float]:
        """Where, and how sure: the sentence's own place, the label, the scene, the office, the main place."""
        scope = self.lead or self.heading
        if site is not None:
            return self._inside_scope(site.locations, scope), 0.9
        if scope:
            return scope, 0.85
        told_here = self.block_site is not None and self.block_site[0] == number and self.scene_block != number
        if told_here and self.block_site is not None:
            site = self.block_site[1]
            if draft.event_type == "strike" or any(x.precision in {"border", "facility"} for x in site.locations):
                return tuple(dataclasses.replace(x, how="the paragraph's place") for x in site.locations if self._may_be(draft, x)) or (Location(),), 0.65
        if draft.event_type in {"prisoner_swap", "talks"}:
            return (Location(),), 0.6
        if draft.weak or draft.definite or draft.harms:
            office = self._office(draft.sentence)
            if office is not None and not draft.definite:
                return (office,), 0.5
        if self.scene and number - self.scene_block <= _SCENE_BLOCKS:
            told = [e.location for e in self.scene if e.location.place is not None and self._may_be(draft, e.location)]
            if told:
                where = common_area(told, self.gazetteer) if len(told) > 1 else told[0]
                return (dataclasses.replace(where, how="the place of what was told before"),), 0.7
        if self.main is not None and self._may_be(draft, self.main):
            return (dataclasses.replace(self.main, how="the article's main place"),), 0.45
        return (Location(),), 0.4

    def _may_be(self, draft: Draft, location: Location) -> bool:
        """Not in the country of those who attacked: "Ukrainian drones hit a plant" is not in Ukraine."""
        side = self._initiator(draft)
        place = location.place
        return side is None or place is None or place.country is None or alpha3(place.country) != side

    def _inside_scope(self, locations: tuple[Location, ...], scope: tuple[Location, ...]) -> tuple[Location, ...]:
        """Own places, unless they are all wider than the label's place ("over the oblast")."""
        if not scope:
            return locations
        inner = scope[0].place
        if inner is not None and all(
            x.place is not None and x.place.id != inner.id and self.gazetteer.contains(x.place, inner) for x in locations
        ):
            return scope
        return locations

    def _office(self, sentence: Sentence) -> Location | None:
        """The region of the office that speaks in this sentence."""
        for toponym in sentence.toponyms:
            if toponym.use is Use.EMBEDDED and toponym.place is not None and toponym.place.kind in {Kind.REGION, Kind.SUBREGION, Kind.SETTLEMENT}:
                return locate(toponym, self.gazetteer, "the office that speaks")
        return None

    # -- events ----------------------------------------------------------------------------------

    def _emit(
        self, number: int, draft: Draft, locations: tuple[Location, ...], span: DateSpan, how: str, said: bool, confidence: float
    ) -> list[_Event]:
        """New events: one a place; harm that several places share goes to what contains them."""
        if draft.event_type == "prisoner_swap":
            return self._emit_swaps(number, draft, locations, span, how, said, confidence)
        if draft.event_type == "talks" and (locations[0].place is None or not said):
            return []
        several = len(locations) > 1
        if several and (draft.event_type == "casualties" or (draft.harms and draft.event_type != "strike")):
            locations, several = (common_area(locations, self.gazetteer),), False
        events = []
        if several and any(h.count.best != 0 for h in draft.harms):
            events.append(self._event(number, draft, common_area(locations, self.gazetteer), span, how, said, confidence, sums=True))
            events[0].draft = dataclasses.replace(draft, event_type="casualties", sub_type=None)
        for location in locations:
            own = dataclasses.replace(draft, harms=[] if several else draft.harms, weapons=list(draft.weapons))
            events.append(self._event(number, own, location, span, how, said, confidence))
        return events

    def _event(
        self, number: int, draft: Draft, location: Location, span: DateSpan, how: str, said: bool, confidence: float, *, sums: bool = False
    ) -> _Event:
        event = _Event(
            draft=draft, location=location, span=span, date_how=how, block=number, confidence=confidence, dated=said, sums_parts=sums,
            speaker=speaker_at(draft.sentence, draft.at),
        )
        _harm(event, draft.harms, draft.sentence)
        self.events.append(event)
        return event

    def _emit_swaps(
        self, number: int, draft: Draft, locations: tuple[Location, ...], span: DateSpan, how: str, said: bool, confidence: float
    ) -> list[_Event]:
        """Exchanges; "on Friday and Saturday 390 and 307 ..., respectively" are two."""
        location = common_area(locations, self.gazetteer) if len(locations) > 1 else locations[0]
        if draft.sub_type == "arrival":
            if location.place is None:
                return []
            return [self._event(number, draft, location, span, how, said, confidence)]
        pairs = _respectively(draft.sentence, self.published)
        if pairs and any(e.draft.sentence is draft.sentence for e in self.events):
            return []
        events = []
        for mention, value in pairs:
            own = dataclasses.replace(draft, prisoners=dict.fromkeys(self.sides, value))
            events.append(self._event(number, own, location, mention.span, how_said(mention), True, confidence))
        if pairs:
            return events
        draft.prisoners = find_prisoners(draft.sentence, self.sides, draft.stretch)
        return [self._event(number, draft, location, span, how, said, confidence)]

    def _intercept(self, number: int, sentence: Sentence, reading: Reading, struck: bool) -> list[_Event]:
        """What was brought down: an event of its own where it has a place of its own."""
        if not reading.interceptions:
            return []
        taken = {id(d.site) for d in reading.drafts}
        sites = [s for s in reading.sites if s.role in {"event", "aim"} and id(s) not in taken]
        hurt = any(h.count.best not in {0, None} for h in reading.loose_harm)
        scope = self.lead or self.heading
        at = reading.interceptions[0].first
        draft = Draft(
            event_type="strike" if hurt else "interception", sub_type=None, sentence=sentence, at=at, first=sentence.start, last=sentence.end,
            date=self._choose(sentence, at), weapons=find_weapons(sentence, self.lexicon),
        )
        if not sites and (struck or not scope):
            self._weapons_to_scene(number, draft)
            return []
        locations = list({loc.place.id: loc for s in sites for loc in s.locations if loc.place is not None}.values())
        narrow = [
            x for x in locations
            if not any(y.place is not None and x.place is not None and y.place.id != x.place.id and self.gazetteer.contains(x.place, y.place) for y in locations)
        ]
        if not narrow and scope and not (self.scene and self.scene[0].draft.event_type == "strike" and self.scene_block == number):
            narrow = list(scope)
        if not narrow:
            return []
        span, how, said = self._date(draft)
        if span.first is None and not span.weekdays:
            span, how = self._default_date(number, "interception", self.scene_block == number)
        return [
            self._event(number, dataclasses.replace(draft, harms=list(reading.loose_harm) if hurt else []), x, span, how, said, 0.8) for x in narrow
        ]

    def _choose(self, sentence: Sentence, at: int) -> DateMention | None:
        from mapper.report.times import choose

        return choose(sentence, at, self.published)

    def _weapons_to_scene(self, number: int, draft: Draft) -> None:
        """Launched and intercepted weapons told of the strike that is being told."""
        if len(self.scene) == 1 and number - self.scene_block <= _SCENE_BLOCKS and self.scene[0].draft.event_type == "strike":
            event = self.scene[0]
            event.draft.weapons = _merge_weapons(event.draft.weapons, draft.weapons)

    def _continue_scene(self, number: int, sentence: Sentence, reading: Reading, fresh: list[_Event]) -> None:
        """Harm that a sentence tells without an event of its own."""
        harms = [h for h in reading.loose_harm]
        merged = bool(fresh) and all(any(e is old for old in self.scene) for e in fresh)
        if not harms or (fresh and not merged and not all(h.count.best == 0 for h in harms)):
            return
        scope = self.lead or self.heading
        zero = all(h.count.best == 0 for h in harms)
        target = fresh or self.scene
        elsewhere = any(s.role == "event" for s in reading.sites)
        near = fresh or number - self.scene_block <= (1 if not elsewhere and (sentence.of("definite") or not scope) else 0)
        if target and near and len(target) == 1 and not (target[0].block != number and zero):
            event = target[0]
            if event.draft.event_type in {"strike", "ground_attack", "casualties", "interception"}:
                _harm(event, harms, sentence)
                if event.draft.event_type == "interception" and not zero:
                    event.draft.event_type = "strike"
                event.speaker = event.speaker or speaker_at(sentence, harms[0].first)
                if event.block == number:
                    event.draft.last = max(event.draft.last, sentence.end)
                return
        if zero:
            return
        self._sum_up(number, sentence, harms, target if near else [])

    def _sum_up(self, number: int, sentence: Sentence, harms: list[Harm], told: Iterable[_Event]) -> None:
        """Harm over several places just told, or of an office's region: casualties of an area."""
        told = list(told)
        office = self._office(sentence)
        scope = self.lead or self.heading
        if scope:
            location = common_area(scope, self.gazetteer)
        elif len(told) > 1:
            location = self._container([e.location for e in told])
        elif office is not None:
            location = office
        else:
            return
        if location.place is None:
            return
        draft = Draft(
            event_type="casualties", sub_type=None, sentence=sentence, at=harms[0].first, first=sentence.start, last=sentence.end,
            harms=harms, date=self._choose(sentence, harms[0].first), weak=True,
        )
        span, how, said = self._date(draft)
        if span.first is None and not span.weekdays:
            span, how = self._default_date(number, "casualties", bool(told))
        self._event(number, draft, location, span, how, said, 0.6, sums=len(told) > 1)

    def _container(self, locations: list[Location]) -> Location:
        """The smallest division that holds all the places: a region, else the country."""
        places = [x.place for x in locations if x.place is not None]
        regions = {p.admin1_id for p in places}
        if len(regions) == 1 and None not in regions:
            region = self.gazetteer.place(next(iter(regions)) or "")
            if region is not None:
                return Location(place=region, precision="region", within=tuple(x for x in locations[0].within if x != region.id)[-1:], how="what contains the places told before",
                                start=locations[0].start, end=locations[-1].end)
        return common_area(locations, self.gazetteer)

    # -- reports ---------------------------------------------------------------------------------

    def reports(self) -> tuple[Report, ...]:
        """The reports, in the order of the text."""
        out = []
        for n, event in enumerate(self.events):
            draft = event.draft
            killed, injured = total_of(event.killed), total_of(event.injured)
            hurt = _hurt(killed, injured)
            if not hurt and (draft.event_type == "casualties" or (event.location.place is None and draft.event_type != "prisoner_swap")):
                continue
            out.append(
                Report(
                    id=f"{self.article.id}:{draft.first}-{n}",
                    article_id=self.article.id,
                    event_type=draft.event_type,
                    sub_type=sub_type_for(draft, self.lexicon),
                    start=draft.first,
                    end=draft.last,
                    quote=self.text[draft.first : draft.last],
                    location=event.location,
                    date=event.span,
                    date_how=event.date_how,
                    target=draft.target if draft.event_type in {"strike", "ground_attack"} else None,
                    initiator=self._initiator(draft),
                    weapons=tuple(draft.weapons),
                    killed=killed,
                    injured=injured,
                    prisoners=tuple(sorted(draft.prisoners.items())),
                    attributed_to=event.speaker,
                    definite=draft.definite,
                    sums_parts=event.sums_parts,
                    confidence=round(max(0.05, min(0.99, event.confidence)), 2),
                )
            )
        return tuple(out)

    def _initiator(self, draft: Draft) -> str | None:
        """The side whose demonym or name stands in front of a weapon, force or attack word."""
        if draft.event_type not in {"strike", "ground_attack"}:
            return None
        for toponym in draft.sentence.toponyms:
            first = draft.sentence.token_at(toponym.end - 1) + 1
            if toponym.use is Use.DEMONYM:
                for mark in draft.sentence.marks:
                    if 0 <= mark.first - first <= 3 and mark.entry.category in {"weapon", "trigger", "fighters"}:
                        return iso3(toponym)
                if draft.sentence.word(first) in {"forces", "army", "troops", "military", "artillery", "aviation", "navy", "air"}:
                    return iso3(toponym)
            elif toponym.place is not None and toponym.place.kind is Kind.COUNTRY and draft.sentence.word(first) != "'s" and any(
                0 <= m.first - first <= 1 and m.entry.category == "trigger" and m.entry.value in {"strike", "ground_attack"} for m in draft.sentence.marks
            ):
                return iso3(toponym)
        return None


def _known_weapon(draft: Draft) -> bool:
    """"The drone", "those missiles": a weapon that was told of before."""
    sentence = draft.sentence
    return any(sentence.word(m.first - 1) in {"the", "those", "these", "that"} and m.first < draft.at for m in sentence.of("weapon"))


def _carried(span: DateSpan) -> DateSpan:
    """A day taken over from another sentence: no longer said by name where it has a date."""
    return dataclasses.replace(span, weekdays=()) if span.first is not None else span


def _hurt(killed: Count | None, injured: Count | None) -> bool:
    return any(c is not None and (c.best or c.low or c.word) for c in (killed, injured))


def _harm(event: _Event, harms: Iterable[Harm], sentence: Sentence) -> None:
    """Add harm that `sentence` tells to an event; the same words only once."""
    for harm in harms:
        speaker = speaker_at(sentence, harm.first)
        count = harm.count if harm.count.speaker else dataclasses.replace(harm.count, speaker=speaker)
        bucket = event.killed if harm.kind == "killed" else event.injured
        if all(old.start != count.start for old, _ in bucket):
            bucket.append((count, harm.subset))


def _merge_weapons(old: Iterable[Weapon], new: Iterable[Weapon]) -> list[Weapon]:
    merged = {w.kind: w for w in old}
    for weapon in new:
        known = merged.get(weapon.kind)
        merged[weapon.kind] = weapon if known is None else Weapon(
            kind=weapon.kind,
            launched=known.launched if known.launched is not None else weapon.launched,
            intercepted=known.intercepted if known.intercepted is not None else weapon.intercepted,
        )
    return list(merged.values())


def _same_day(one: DateSpan, other: DateSpan) -> bool:
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return not one.weekdays or not other.weekdays or bool(set(one.weekdays) & set(other.weekdays))
    return one.first <= other.last and other.first <= one.last


def _respectively(sentence: Sentence, published: dt.date | None) -> list[tuple[DateMention, int]]:
    """Days and numbers in parallel: "on Friday and Saturday, when 390 and 307 ... were freed, respectively"."""
    if not any(t.lower == "respectively" for t in sentence.tokens):
        return []
    mentions = usable(sentence, published)
    numbers = [n for n in sentence.numbers if n.unit is None and n.best is not None]
    if len(mentions) != len(numbers) or len(mentions) < 2:
        return []
    return [(m, n.best) for m, n in zip(mentions, numbers, strict=True) if n.best is not None]


def read_article(
    article: Article,
    toponyms: Sequence[Toponym],
    dates: Sequence[DateMention],
    *,
    gazetteer: Gazetteer,
    lexicon: Lexicon,
    published: dt.date | None,
) -> Extraction:
    """The reports of an article and what was set aside, in the order of the text."""
    reader = _Reader(article, toponyms, dates, gazetteer, lexicon, published)
    reader.read()
    unique: dict[tuple[int, int, str], SetAside] = {(a.start, a.end, a.why): a for a in reader.aside}
    return Extraction(article_id=article.id, reports=reader.reports(), set_aside=tuple(unique.values()))

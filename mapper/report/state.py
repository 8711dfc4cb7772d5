"""What is known while an article is read.

In and out: the `State` of one reading and its `Event`s, which later sentences add to; and the small
operations on them. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
from collections.abc import Iterable, Mapping, Sequence

from mapper.article.model import Article
from mapper.dating.model import DateMention, DateSpan
from mapper.gazetteer import Gazetteer
from mapper.lexicon import Lexicon, english
from mapper.report.clock import Clock
from mapper.report.drafts import Draft
from mapper.report.entries import Entry
from mapper.report.harm import Harm
from mapper.report.model import Count, Location, SetAside, Weapon
from mapper.report.places import Site, find_sites
from mapper.report.sentence import Sentence
from mapper.report.speakers import speaker_at
from mapper.toponym.model import Toponym

_THE = english.words("state", "the")


# How far a scene reaches: a sentence that names no place may tell of what the block before told.
SCENE_BLOCKS = 2


@dataclasses.dataclass(slots=True)
class Event:
    """A draft with its place and day; later sentences add to it.

    `dated` is True when its own sentences say the day, `assumed` when that is only the day on which
    somebody told of it. `entry` is the order of the live page's entry that told it first.
    """

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
    assumed: bool = False
    contradicted: bool = False
    entry: int = 0


@dataclasses.dataclass(slots=True, kw_only=True)
class State:
    """What is known while an article is read, sentence by sentence; made anew for each article.

    Attributes
    ----------
    clock
        The article's day and how far back it looks.
    spell
        The days that a digest says it covers.
    block
        Number of the block that is being read, in the order of reading.
    entry, entry_block
        The entry of a live page that is being read, and the number of its first block.
    scene, scene_block
        The events of the sentence that told of some last, and the number of its block.
    armed_block
        Number of the last block that told of a weapon or strike.
    advancing_block
        Number of the last block that told of troops on the advance.
    swapping, fighting
        Whether the article tells of an exchange of prisoners, of fights on the ground.
    heading, lead
        Places of the heading above and of the label in front, which hold for what follows.
    heading_block
        Number of the last heading's block.
    block_date, heading_date
        Day (and why) that the paragraph or the heading opened with.
    block_told
        Day (and why) that the paragraph named last, wherever it stands.
    list_date
        Day (and why) of the line that opens a list: "Here is what happened overnight:".
    day_of_sum
        Day (and why) on which the lead adds up a region's dead and hurt, which the rest tells one
        by one.
    period
        The spell that a bulletin says it covers.
    sides
        The two countries that exchange prisoners.
    main
        The place that the article is about.
    block_site
        The last place that a sentence without an event set, and the number of its block.
    named_site
        The last place of the text so far where something may have been, and its block's number.
    aerial
        Whether the article tells of drones, missiles and the like, and of no armed men.
    entry_start
        Where the first block of the entry in hand begins in the text.
    stamped_days
        The day of each block of a live page whose stamps say days, by where the block begins.
    labelled
        Whether the datelines of the paragraphs are labels, so many are there.
    meant
        What sub-types mean in this article where their words tell of either of two.
    before
        The sentence read before.
    listing
        Whether the sentence in hand opens a list: "Hit on Monday:".
    in_list
        Whether an item of a list is being read.
    sites
        What `sites_of` found, by where the sentence begins.
    """

    article: Article
    toponyms: Sequence[Toponym]
    dates: Sequence[DateMention]
    gazetteer: Gazetteer
    lexicon: Lexicon
    clock: Clock
    spell: DateSpan | None = None
    events: list[Event] = dataclasses.field(default_factory=list)
    aside: list[SetAside] = dataclasses.field(default_factory=list)
    scene: list[Event] = dataclasses.field(default_factory=list)
    block: int = 0
    entry: Entry = Entry(blocks=range(0))
    entry_block: int = 0
    scene_block: int = -9
    armed_block: int = -9
    advancing_block: int = -9
    swapping: bool = False
    fighting: bool = False
    heading: tuple[Location, ...] = ()
    heading_block: int = -9
    lead: tuple[Location, ...] = ()
    block_date: tuple[DateSpan, str] | None = None
    heading_date: tuple[DateSpan, str] | None = None
    block_told: tuple[DateSpan, str] | None = None
    list_date: tuple[DateSpan, str] | None = None
    day_of_sum: tuple[DateSpan, str] | None = None
    period: tuple[DateSpan, str] | None = None
    sides: tuple[str, ...] = ()
    main: Location | None = None
    block_site: tuple[int, Site] | None = None
    named_site: tuple[int, Site] | None = None
    sites: dict[int, list[Site]] = dataclasses.field(default_factory=dict)
    before: Sentence | None = None
    aerial: bool = False
    labelled: bool = False
    entry_start: int = -1
    stamped_days: Mapping[int, DateSpan] = dataclasses.field(default_factory=dict)
    meant: Mapping[str, str] = dataclasses.field(default_factory=dict)
    in_list: bool = False
    listing: bool = False

    @property
    def published(self) -> dt.date | None:
        """The article's day, None when unknown."""
        return self.clock.published

    @property
    def text(self) -> str:
        """The article's text."""
        return self.article.text


def sites_of(state: State, sentence: Sentence) -> list[Site]:
    """Find the sites of a sentence, once."""
    known = state.sites.get(sentence.start)
    if known is None:
        known = state.sites[sentence.start] = find_sites(sentence, state.gazetteer)
    return known


def add_harm(event: Event, harms: Iterable[Harm], sentence: Sentence) -> None:
    """Add harm that `sentence` tells to an event; the same words only once."""
    for harm in harms:
        speaker = speaker_at(sentence, harm.first)
        count = (
            harm.count if harm.count.speaker else dataclasses.replace(harm.count, speaker=speaker)
        )
        bucket = event.killed if harm.kind == "killed" else event.injured
        if all(old.start != count.start for old, _ in bucket):
            bucket.append((count, harm.subset))


def merge_weapons(old: Iterable[Weapon], new: Iterable[Weapon]) -> list[Weapon]:
    """Put weapons of the same kind together; what was said first stands."""
    merged = {w.kind: w for w in old}
    for weapon in new:
        known = merged.get(weapon.kind)
        merged[weapon.kind] = (
            weapon
            if known is None
            else Weapon(
                kind=weapon.kind,
                launched=known.launched if known.launched is not None else weapon.launched,
                intercepted=known.intercepted
                if known.intercepted is not None
                else weapon.intercepted,
            )
        )
    return list(merged.values())


def same_day(one: DateSpan, other: DateSpan) -> bool:
    """Whether two spans may be the same day."""
    if one.first is None or other.first is None or one.last is None or other.last is None:
        return (
            not one.weekdays or not other.weekdays or bool(set(one.weekdays) & set(other.weekdays))
        )
    return one.first <= other.last and other.first <= one.last


def known_weapon(draft: Draft) -> bool:
    """Whether a weapon was told of before: "the drone", "those missiles"."""
    sentence = draft.sentence
    return any(
        sentence.word(m.first - 1) in _THE and m.first < draft.at for m in sentence.of("weapon")
    )


def carried(span: DateSpan) -> DateSpan:
    """Take a day over from another sentence: no longer said by name where it has a date."""
    return dataclasses.replace(span, weekdays=()) if span.first is not None else span


def hurt(killed: Count | None, injured: Count | None) -> bool:
    """Whether anybody was killed or injured, or an unsaid number of people."""
    return any(c is not None and (c.best or c.low or c.word) for c in (killed, injured))

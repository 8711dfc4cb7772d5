"""A lexicon as the engine uses it: phrases by their first word."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mapper.lexicon.inflect import Form
from mapper.text.tokens import Token


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """What the lexicon says of a type of event. The engine asks these, and never for a name.

    Attributes
    ----------
    label, plural, order
        Words for one and for several; place among the layers of the map.
    colour, shape
        How the map draws it: `#rrggbb`, and a shape of `mapper.lexicon.layers.SHAPES`.
    group
        Types of one group may be joined, and are told on one day more often than not.
    titles
        Patterns of the title; the first one whose values are all known is taken.
    before
        Type and `needs` of the triggers that give way where one word tells of both.
    unnamed
        What is of this type without a word that says so: `weapon`, `small_arms`, `harm`.
    hits
        People or things are hit: it takes harm, a target and an initiator.
    point
        It happens at one point, so that each place of a list is one of its own.
    weapons
        Its weapons are read, tell its sub-type, and those told later go to it.
    launched
        What hits is sent from afar: it may be where something was aimed at, and what flies may
        be told of for a while.
    fight
        Two sides meet, so that the nation of those who act says nothing of who hit whom.
    sums
        Harm without a word for its event, or over several places; nothing without harm.
    brought_down
        What was sent was stopped; `with_harm` is the type that it becomes when people were hurt.
    meeting
        People met: told only with a place and a day of its own.
    exchange, arrival
        The sub-types of an exchange of people by two sides; both empty for any other type.
    nests
        It may be a part, or the whole, of another incident of those days.
    """

    name: str
    label: str
    plural: str
    order: int
    colour: str = ""
    shape: str = "circle"
    group: str = ""
    titles: tuple[str, ...] = ()
    before: tuple[tuple[str, str], ...] = ()
    unnamed: tuple[str, ...] = ()
    hits: bool = True
    point: bool = False
    weapons: bool = True
    launched: bool = False
    fight: bool = False
    sums: bool = False
    brought_down: bool = False
    with_harm: str = ""
    meeting: bool = False
    exchange: str = ""
    arrival: str = ""
    nests: bool = True

    @property
    def is_exchange(self) -> bool:
        """Whether two sides exchange people."""
        return bool(self.exchange)

    @property
    def is_deed(self) -> bool:
        """Whether it is sent from afar by somebody: a country in front of its word acts."""
        return self.hits and self.launched

    def is_done_exchange(self, sub_type: str | None) -> bool:
        """Whether `sub_type` tells of the exchange itself."""
        return bool(self.exchange) and sub_type == self.exchange

    def is_arrival(self, sub_type: str | None) -> bool:
        """Whether `sub_type` tells that those exchanged have come home."""
        return bool(self.arrival) and sub_type == self.arrival

    def goes_before(self, other: str, needs: str) -> bool:
        """Whether a trigger of type `other` that wants `needs` gives way to this type."""
        return (other, needs) in self.before


# What is said of a phrase that tells of no event.
NO_TYPE = EventType(name="", label="", plural="", order=0, hits=False, weapons=False, nests=False)


class Entry(NamedTuple):
    """What a phrase of the lexicon means. A tuple for speed.

    `category` is the table it stands in (`trigger`, `weapon`, `harm.killed.verbs`,
    `reality.modal`); `value` is the event type of a trigger, the kind of a weapon, and else the
    entry's own words. `kind` is what the lexicon says of a trigger's type. `shelf` is what its
    phrase competes with: its category; a trigger only those alike.
    """

    category: str
    value: str
    form: Form
    needs: str = ""
    sub_type: str | None = None
    kind: EventType = NO_TYPE
    shelf: str = ""


# Phrases that begin with the same two words, each with what it means; the longest first.
Phrases = tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]
# Stands for the second word of a phrase that has only one.
ALONE = ""
# Stands behind the last word of a sentence; no word is written so.
_END = "\n"


class Mark(NamedTuple):
    """A phrase of the lexicon in a text: tokens `first` to `last`, end exclusive."""

    first: int
    last: int
    entry: Entry


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WeaponClass:
    """What the lexicon says of a kind of weapon.

    Attributes
    ----------
    group
        Its class, for the sub-types that classes make.
    airborne
        It flies and can be brought down.
    aircraft
        It flies by itself, so that its fall or landing hits nobody.
    small
        Small arms: alone they make no strike.
    carried
        People have it with them, so that it is they who act.
    debris
        What is left of a weapon; it is never counted.
    """

    kind: str
    group: str
    airborne: bool = False
    aircraft: bool = False
    small: bool = False
    carried: bool = False
    debris: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SubType:
    """A sub-type: its label, and the classes of weapons that together make it.

    `vague` when it is also what those tell who do not know it better: "explosions were heard".
    The words of `either` tell of it as of the sub-type `instead` ("a bomb", dropped or planted):
    they mean that where the article tells of its weapons, and of others only in such words.
    """

    name: str
    label: str
    classes: frozenset[str] = frozenset()
    vague: bool = False
    either: frozenset[str] = frozenset()
    instead: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Join:
    """How well two different types fit as tellings of one happening, and why, for people."""

    types: frozenset[str]
    score: float
    why: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of a field, ready for matching.

    Attributes
    ----------
    phrases
        First word, then second word (case-folded; `ALONE` for phrases of one word) to the phrases
        that begin so, longest first.
    sha256
        Hash of `source`: the same for the same words with the same meaning, wherever the file lies.
    source
        All its tables as JSON text, from which a project file makes it anew.
    bundled
        Its names when it comes with the package, empty for files of users.
    datelines
        What such reports tell of happened in the town of their dateline, unless they say otherwise.
    sub_type_words
        Words that tell a sub-type where no weapon does; the first one that holds wins.
    """

    name: str
    sha256: str
    source: str = dataclasses.field(repr=False)
    types: Mapping[str, EventType]
    sub_types: Mapping[str, SubType]
    sub_type_words: tuple[tuple[str, frozenset[str]], ...]
    joins: tuple[Join, ...]
    bundled: tuple[str, ...] = ()
    datelines: bool = False
    weapons: Mapping[str, WeaponClass]
    speaker_ranks: tuple[tuple[str, int], ...]
    phrases: Mapping[str, Mapping[str, Phrases]]

    def kind(self, name: str) -> EventType:
        """Give the type of a name; one that the lexicon does not know stands by itself."""
        known = self.types.get(name)
        if known is not None:
            return known
        return EventType(name=name, label=name, plural=name, order=1000, group=name)

    def unnamed(self, what: str) -> EventType | None:
        """Give the type of an event that only `what` tells of; None when the field has none."""
        return next((t for t in self.types.values() if what in t.unnamed), None)

    def is_vague(self, sub_type: str) -> bool:
        """Tell whether a sub-type says next to nothing; one that is not known says something."""
        known = self.sub_types.get(sub_type)
        return known is not None and known.vague

    def mark(self, tokens: Sequence[Token]) -> list[Mark]:
        """Find the lexicon's phrases in `tokens`: within a category the longest, from the left."""
        marks: list[Mark] = []
        busy: dict[str, int] = {}
        words = (*[token.lower for token in tokens], _END)
        for first, known in enumerate(map(self.phrases.get, words)):
            if known is None:
                continue
            phrases = known.get(words[first + 1], ()) + known.get(ALONE, ())
            if not phrases:
                continue
            begun: list[Mark] = []
            for phrase, entries in phrases:
                last = first + len(phrase)
                if len(phrase) > 2 and words[first:last] != phrase:
                    continue
                for entry in entries:
                    if busy.get(entry.shelf, 0) <= first:
                        begun.append(Mark(first, last, entry))
            for _, last, entry in begun:
                if busy.get(entry.shelf, 0) < last:
                    busy[entry.shelf] = last
            marks += begun
        return marks

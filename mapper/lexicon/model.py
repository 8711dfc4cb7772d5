"""A lexicon as the engine uses it: phrases by their first word."""

import dataclasses
from collections.abc import Mapping, Sequence
from typing import NamedTuple

from mapper.lexicon.inflect import Form
from mapper.text.tokens import Token


class Entry(NamedTuple):
    """What a phrase of the lexicon means. A tuple for speed.

    `category` is the table it stands in (`trigger`, `weapon`, `harm.killed.verbs`,
    `reality.modal`); `value` is the event type of a trigger, the kind of a weapon, and else the
    entry's own words.
    """

    category: str
    value: str
    form: Form
    needs: str = ""
    sub_type: str | None = None

    @property
    def shelf(self) -> str:
        """What its phrase competes with: its category; a trigger only those alike."""
        trigger = self.category == "trigger"
        return self.category + self.value + self.needs if trigger else self.category


# Phrases that begin with the same word, each with what it means; the longest first.
Phrases = tuple[tuple[tuple[str, ...], tuple[Entry, ...]], ...]


class Mark(NamedTuple):
    """A phrase of the lexicon in a text: tokens `first` to `last`, end exclusive."""

    first: int
    last: int
    entry: Entry


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class WeaponClass:
    """What the lexicon says of a kind of weapon."""

    kind: str
    group: str
    airborne: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class EventType:
    """What the lexicon says of a type of event."""

    name: str
    label: str
    plural: str
    order: int


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Lexicon:
    """The words of a field, ready for matching.

    Attributes
    ----------
    phrases
        First word (case-folded) to the phrases that begin so, longest first.
    """

    name: str
    types: Mapping[str, EventType]
    sub_types: Mapping[str, str]
    weapons: Mapping[str, WeaponClass]
    speaker_ranks: tuple[tuple[str, int], ...]
    phrases: Mapping[str, Phrases]

    def mark(self, tokens: Sequence[Token]) -> list[Mark]:
        """Find the lexicon's phrases in `tokens`: within a category the longest, from the left."""
        marks: list[Mark] = []
        busy: dict[str, int] = {}
        phrases = self.phrases
        words = [t.lower for t in tokens]
        for i, word in enumerate(words):
            known = phrases.get(word)
            if known is None:
                continue
            begun = len(marks)
            for phrase, entries in known:
                size = len(phrase)
                if size > 1 and tuple(words[i : i + size]) != phrase:
                    continue
                for entry in entries:
                    key = entry.shelf
                    if busy.get(key, 0) <= i:
                        marks.append(Mark(i, i + size, entry))
            for mark in marks[begun:]:
                key = mark.entry.shelf
                busy[key] = max(busy.get(key, 0), mark.last)
        return marks

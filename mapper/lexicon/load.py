"""Reading a lexicon file.

In: a TOML file as described in `mapper/lexicon/README.md`. Out: a `Lexicon`. A file that is broken,
lacks a table or has an entry of the wrong shape raises `LexiconError` naming the table.
"""

import functools
import tomllib
from collections.abc import Iterable, Iterator, Mapping
from importlib import resources
from pathlib import Path
from typing import Any

from mapper.errors import LexiconError
from mapper.lexicon.inflect import forms_of
from mapper.lexicon.model import Entry, EventType, Lexicon, Phrases, WeaponClass
from mapper.text.tokens import tokenize

# Tables of plain word lists: TOML path, list name -> category.
_LISTS = {
    "no_event": ["words"],
    "people": ["words"],
    "part_of": ["words"],
    "prisoners": ["words", "people"],
    "delegates": ["words"],
    "fighters": ["words"],
    "regulars": ["words"],
    "targets": ["words"],
    "total": ["words"],
    "definite": ["words"],
    "speech": ["verbs", "prepositions"],
    "speakers": ["emergency", "local", "national"],
    "harm.killed": ["verbs", "intransitive", "adjectives", "nouns", "claims", "toll"],
    "harm.injured": ["verbs", "intransitive", "adjectives", "nouns", "claims", "toll"],
    "harm.unhurt": ["words"],
    "harm.none_killed": ["words"],
}
_REALITY = (
    "negation",
    "denial",
    "modal",
    "planned",
    "stopped",
    "exercise",
    "habit",
    "history",
    "accident",
    "fell_through",
)
_RANKS = {"emergency": 3, "local": 2, "national": 1}


def _table(data: dict[str, Any], path: str, origin: str) -> dict[str, Any]:
    node: Any = data
    for part in path.split("."):
        node = node.get(part) if isinstance(node, dict) else None
    if not isinstance(node, dict):
        msg = (
            f"Lexicon {origin!r} has no table [{path}]; "
            "see the lexicon's README for the tables it needs."
        )
        raise LexiconError(msg)
    return node


def _words(table: dict[str, Any], name: str, path: str, origin: str) -> list[str]:
    words = table.get(name, [])
    if not isinstance(words, list) or not all(isinstance(w, str) and w.strip() for w in words):
        msg = f"Lexicon {origin!r}: {name!r} in [{path}] is not a list of words."
        raise LexiconError(msg)
    return words


def _entries(data: dict[str, Any], origin: str) -> Iterator[tuple[str, Entry]]:
    """Each phrase with what it means."""
    for trigger in data.get("trigger", []):
        for word in _words(trigger, "words", "[trigger]", origin):
            for phrase, form in forms_of(word):
                yield (
                    phrase,
                    Entry(
                        "trigger",
                        trigger["type"],
                        form,
                        trigger.get("needs", "nothing"),
                        trigger.get("sub_type"),
                    ),
                )
    for weapon in data.get("weapon", []):
        for word in _words(weapon, "words", "[weapon]", origin):
            for phrase, form in forms_of(word):
                yield phrase, Entry("weapon", weapon["kind"], form)
    lists = [(path, name) for path, names in _LISTS.items() for name in names]
    lists += [(f"reality.{name}", "words") for name in _REALITY]
    for path, name in lists:
        category = path if name == "words" else f"{path}.{name}"
        for word in _words(_table(data, path, origin), name, path, origin):
            for phrase, form in forms_of(word):
                yield phrase, Entry(category, word.partition(":")[2] or word, form)


def parse_lexicon(text: str, origin: str = "<text>") -> Lexicon:
    """Read the lexicon that a TOML text describes.

    Raises
    ------
    LexiconError
        When it is not TOML, lacks a table or has an entry of the wrong shape.
    """
    try:
        data = tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        msg = f"Lexicon {origin!r} is not TOML: {error}"
        raise LexiconError(msg) from error
    try:
        types = {
            name: EventType(name=name, label=t["label"], plural=t["plural"], order=int(t["order"]))
            for name, t in _table(data, "types", origin).items()
        }
        weapons = {
            w["kind"]: WeaponClass(
                kind=w["kind"], group=w["class"], airborne=bool(w.get("airborne"))
            )
            for w in data.get("weapon", [])
        }
        unknown = {t["type"] for t in data.get("trigger", [])} - set(types)
    except (KeyError, TypeError, ValueError, AttributeError) as error:
        msg = f"Lexicon {origin!r} lacks {error} in one of [types], [[trigger]] or [[weapon]]."
        raise LexiconError(msg) from error
    if unknown:
        msg = f"Lexicon {origin!r}: [[trigger]] of type {sorted(unknown)} has no table in [types]."
        raise LexiconError(msg)
    speakers = _table(data, "speakers", origin)
    return Lexicon(
        name=str(data.get("name", origin)),
        types=types,
        sub_types=dict(data.get("sub_types", {})),
        weapons=weapons,
        speaker_ranks=tuple(
            (word, rank)
            for group, rank in _RANKS.items()
            for word in _words(speakers, group, "speakers", origin)
        ),
        phrases=_phrases(_entries(data, origin)),
    )


def _phrases(entries: Iterable[tuple[str, Entry]]) -> Mapping[str, Phrases]:
    """Sort phrases by their first word, the longest of each first."""
    gathered: dict[str, dict[tuple[str, ...], list[Entry]]] = {}
    for phrase, entry in entries:
        words = tuple(t.lower for t in tokenize(phrase))
        if words:
            bucket = gathered.setdefault(words[0], {}).setdefault(words, [])
            if entry not in bucket:
                bucket.append(entry)
    return {
        first: tuple(
            (words, tuple(group[words])) for words in sorted(group, key=lambda w: (-len(w), w))
        )
        for first, group in gathered.items()
    }


@functools.cache
def load_lexicon(path: Path | None = None) -> Lexicon:
    """Read the lexicon in `path`, or the bundled one of war.

    Raises
    ------
    LexiconError
        When the file cannot be read or is no lexicon.
    """
    if path is None:
        return parse_lexicon(
            resources.files("mapper.lexicon").joinpath("war.toml").read_text("utf-8"), "war.toml"
        )
    try:
        text = path.read_text("utf-8")
    except (OSError, UnicodeDecodeError) as error:
        msg = f"Cannot read lexicon {str(path)!r}: {error}"
        raise LexiconError(msg) from error
    return parse_lexicon(text, str(path))

"""A lexicon out of its tables.

In: tables that `check` found nothing wrong with. Out: a `Lexicon`. Nothing can go wrong.
"""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

from mapper.lexicon.check import at
from mapper.lexicon.inflect import forms_of
from mapper.lexicon.model import (
    ALONE,
    Entry,
    EventType,
    Join,
    Lexicon,
    Phrases,
    SubType,
    WeaponClass,
)
from mapper.lexicon.schema import LISTS
from mapper.text.tokens import tokenize

_RANKS = {"emergency": 3, "local": 2, "national": 1}
_TUPLES = frozenset({"titles", "unnamed"})


def build(data: Mapping[str, Any], bundled: tuple[str, ...] = ()) -> Lexicon:
    """Make the lexicon that tables describe; `bundled` names it when it comes with the package."""
    source = json.dumps(data, ensure_ascii=True, separators=(",", ":"))
    types = {name: _type(name, table) for name, table in data["types"].items()}
    return Lexicon(
        name=data["name"],
        sha256=hashlib.sha256(source.encode("ascii")).hexdigest(),
        source=source,
        bundled=bundled,
        datelines=data.get("datelines", False),
        types=types,
        sub_types={name: _sub_type(name, s) for name, s in data.get("sub_types", {}).items()},
        sub_type_words=tuple(
            (name, frozenset(words)) for name, words in data.get("sub_type_words", {}).items()
        ),
        joins=tuple(
            Join(types=frozenset(row["types"]), score=row["score"], why=row["why"])
            for row in data.get("join", [])
        ),
        weapons={row["kind"]: _weapon(row) for row in data.get("weapon", [])},
        speaker_ranks=tuple(
            (word, rank)
            for group, rank in _RANKS.items()
            for word in data["speakers"].get(group, [])
        ),
        phrases=_phrases(_entries(data, types)),
    )


def combine(lexicons: Sequence[Lexicon]) -> Lexicon:
    """Make one lexicon that knows the types of several, for what was read with either.

    It finds no words; of types of one name the last one counts.
    """
    if len(lexicons) == 1:
        return lexicons[0]
    return Lexicon(
        name=" + ".join(one.name for one in lexicons),
        sha256=hashlib.sha256("".join(one.sha256 for one in lexicons).encode("ascii")).hexdigest(),
        source="",
        types={name: kind for one in lexicons for name, kind in one.types.items()},
        sub_types={name: sub for one in lexicons for name, sub in one.sub_types.items()},
        sub_type_words=(),
        joins=tuple(dict.fromkeys(join for one in lexicons for join in one.joins)),
        weapons={},
        speaker_ranks=tuple(dict.fromkeys(rank for one in lexicons for rank in one.speaker_ranks)),
        phrases={},
    )


def _type(name: str, table: Mapping[str, Any]) -> EventType:
    values: dict[str, Any] = {key: tuple(v) if key in _TUPLES else v for key, v in table.items()}
    values["group"] = table.get("group", name)
    values["before"] = tuple(
        (other, needs) for other, wanted in table.get("before", {}).items() for needs in wanted
    )
    return EventType(name=name, **values)


def _sub_type(name: str, value: str | Mapping[str, Any]) -> SubType:
    if isinstance(value, str):
        return SubType(name=name, label=value)
    classes = frozenset(value.get("classes", []))
    return SubType(
        name=name,
        label=value["label"],
        classes=classes,
        vague=bool(value.get("vague", False)),
        either=frozenset(value.get("either", [])),
        instead=value.get("instead"),
    )


def _weapon(row: Mapping[str, Any]) -> WeaponClass:
    flags = {key: row[key] for key in row if key not in {"kind", "class", "words"}}
    return WeaponClass(kind=row["kind"], group=row["class"], **flags)


def _entries(
    data: Mapping[str, Any], types: Mapping[str, EventType]
) -> Iterator[tuple[str, Entry]]:
    """Each phrase with what it means."""
    for row in data.get("trigger", []):
        needs, sub_type, kind = row.get("needs", "nothing"), row.get("sub_type"), row["type"]
        for word in row["words"]:
            for phrase, form in forms_of(word):
                shelf = "trigger" + kind + needs
                yield phrase, Entry("trigger", kind, form, needs, sub_type, types[kind], shelf)
    for row in data.get("weapon", []):
        for word in row["words"]:
            for phrase, form in forms_of(word):
                yield phrase, Entry("weapon", row["kind"], form, shelf="weapon")
    for path, names in LISTS.items():
        table = at(data, path) or {}
        for name in names:
            category = path if name == "words" else f"{path}.{name}"
            for word in table.get(name, []):
                for phrase, form in forms_of(word):
                    value = word.partition(":")[2] or word
                    yield phrase, Entry(category, value, form, shelf=category)


def _phrases(entries: Iterable[tuple[str, Entry]]) -> Mapping[str, Mapping[str, Phrases]]:
    """Sort phrases by their first and second word, the longest of each first."""
    gathered: dict[str, dict[str, dict[tuple[str, ...], list[Entry]]]] = {}
    for phrase, entry in entries:
        words = tuple(t.lower for t in tokenize(phrase))
        if words:
            second = words[1] if len(words) > 1 else ALONE
            group = gathered.setdefault(words[0], {}).setdefault(second, {})
            bucket = group.setdefault(words, [])
            if entry not in bucket:
                bucket.append(entry)
    return {
        first: {second: _longest_first(group) for second, group in groups.items()}
        for first, groups in gathered.items()
    }


def _longest_first(group: Mapping[tuple[str, ...], Sequence[Entry]]) -> Phrases:
    ordered = sorted(group, key=lambda words: (-len(words), words))
    return tuple((words, tuple(group[words])) for words in ordered)

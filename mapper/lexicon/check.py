"""What is wrong with a lexicon, found before anything is read with it.

In: the tables of a file, or of a lexicon put together. Out: a list of what is wrong, each with its
table and key and what is allowed; empty when nothing is. Nothing raises.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from mapper.lexicon import schema
from mapper.lexicon.schema import nearest

Tables = Mapping[str, Any]

_NESTED = tuple(dict.fromkeys(path.split(".")[0] for path in schema.LISTS if "." in path))
_TABLES = (
    *("types", "sub_types", "sub_type_words", *schema.ROWS),
    *dict.fromkeys(path.split(".")[0] for path in schema.LISTS),
)


def wrong_in_file(data: Tables) -> list[str]:
    """List what is wrong in one file, whatever it extends."""
    found = [*_head(data), *_types(data), *_sub_types(data), *_rows(data), *_lists(data)]
    # Words are compared only when every list is one.
    return found or [*_conflicts(data)]


def wrong_in_whole(data: Tables) -> list[str]:
    """List what does not fit together in a lexicon with all that it extends."""
    found = [*_missing(data)]
    return found or [*_references(data)]


def _head(data: Tables) -> Iterator[str]:
    allowed = (*schema.HEAD, *_TABLES)
    for key, value in data.items():
        if key not in allowed:
            yield f"{key!r} is not known{nearest(key, allowed)}; known are {', '.join(allowed)}"
        elif key in schema.HEAD:
            yield from _told(key, "the file's head", schema.HEAD[key](value))
    for path in data.get("replaces", []) if isinstance(data.get("replaces"), list) else []:
        known = ("types", "sub_types", "sub_type_words", *schema.ROWS, *schema.LISTS, *_NESTED)
        if path not in known:
            yield f"'replaces' names {path!r}{nearest(path, known)}; known are {', '.join(known)}"


def _types(data: Tables) -> Iterator[str]:
    types = data.get("types", {})
    if not isinstance(types, dict):
        yield "[types] is not a table; write [types.NAME] for each type"
        return
    for name, table in types.items():
        where = f"[types.{name}]"
        yield from _told(name, "[types]", schema.name(name))
        if not isinstance(table, dict):
            yield f"{name!r} in [types] is not a table; write {where}"
            continue
        yield from _keys(table, where, schema.TYPE)


def _sub_types(data: Tables) -> Iterator[str]:
    table = data.get("sub_types", {})
    if not isinstance(table, dict):
        yield "[sub_types] is not a table"
        return
    for name, value in table.items():
        yield from _told(name, "[sub_types]", schema.name(name))
        if isinstance(value, dict):
            yield from _keys(value, f"[sub_types] {name}", schema.SUB_TYPE, ("label",))
        else:
            yield from _told(name, "[sub_types]", schema.text(value))
    words = data.get("sub_type_words", {})
    if not isinstance(words, dict):
        yield "[sub_type_words] is not a table"
        return
    for name, value in words.items():
        yield from _told(name, "[sub_type_words]", schema.some_words(value))


def _rows(data: Tables) -> Iterator[str]:
    for name, (keys, required) in schema.ROWS.items():
        rows = data.get(name, [])
        if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
            yield f"[{name}] stands several times; write [[{name}]]"
            continue
        for number, row in enumerate(rows, 1):
            called = row.get("type") or row.get("kind")
            where = f"[[{name}]] {number}" + (f" ({called})" if isinstance(called, str) else "")
            yield from _keys(row, where, keys, required)


def _lists(data: Tables) -> Iterator[str]:
    for top in _NESTED:
        inner = tuple(path.split(".")[1] for path in schema.LISTS if path.startswith(top + "."))
        table = data.get(top, {})
        for key in table if isinstance(table, dict) else ():
            if key not in inner:
                yield f"[{top}.{key}] is not known{nearest(key, inner)}; known are " + ", ".join(
                    f"[{top}.{one}]" for one in inner
                )
    for path, names in schema.LISTS.items():
        table = at(data, path)
        if table is None:
            continue
        if not isinstance(table, dict):
            yield f"[{path}] is not a table; write [{path}] and its lists below"
            continue
        yield from _keys(table, f"[{path}]", dict.fromkeys(names, schema.words))


def _keys(
    table: Tables, where: str, keys: Mapping[str, schema.Check], required: tuple[str, ...] = ()
) -> Iterator[str]:
    """Hold the keys of one table against those that are known, and their values."""
    allowed = tuple(keys)
    for key, value in table.items():
        if key not in keys:
            yield f"{key!r} in {where} is not known{nearest(key, allowed)}; known are " + (
                ", ".join(allowed)
            )
        else:
            yield from _told(key, where, keys[key](value))
    for key in required:
        if key not in table:
            yield f"{where} lacks {key!r}"


def _told(key: str, where: str, wrong: str | None) -> Iterator[str]:
    if wrong is not None:
        yield f"{key!r} in {where} {wrong}"


def _conflicts(data: Tables) -> Iterator[str]:
    """Find words that one file gives two meanings between which nothing decides."""
    told: dict[tuple[str, str], str] = {}
    for row in data.get("trigger", []):
        for word in row["words"]:
            key = (word, row.get("needs", "nothing"))
            other = told.setdefault(key, row["type"])
            if other != row["type"]:
                yield (
                    f"{word!r} stands in [[trigger]] of {other!r} and of {row['type']!r}, both "
                    f"with needs = {key[1]!r}; keep one, or give one other needs"
                )
    kinds: dict[str, str] = {}
    for row in data.get("weapon", []):
        for word in row["words"]:
            other = kinds.setdefault(word, row["kind"])
            if other != row["kind"]:
                yield f"{word!r} stands in [[weapon]] of {other!r} and of {row['kind']!r}; keep one"
    killed, injured = at(data, "harm.killed") or {}, at(data, "harm.injured") or {}
    for name in set(killed) & set(injured):
        for word in sorted(set(killed[name]) & set(injured[name])):
            yield f"{word!r} stands in {name!r} of [harm.killed] and of [harm.injured]; keep one"


def _missing(data: Tables) -> Iterator[str]:
    if not data.get("types"):
        yield "it has no table [types.NAME], so that it tells of no event"
    for name, table in data.get("types", {}).items():
        for key in schema.TYPE_REQUIRED:
            if key not in table:
                yield f"[types.{name}] lacks {key!r}"
    for path in schema.LISTS:
        if at(data, path) is None and path not in schema.OPTIONAL:
            yield f'it has no table [{path}]; write it, or extends = "common" at the top'


def _references(data: Tables) -> Iterator[str]:
    """Find names of types and sub-types that no table describes."""
    types, subs = tuple(data["types"]), tuple(data.get("sub_types", {}))
    for row in data.get("trigger", []):
        yield from _known(row["type"], types, f"[[trigger]] of type {row['type']!r}", "types")
        yield from _known(row.get("sub_type"), subs, f"[[trigger]] {row['type']}", "sub_types")
    for name in data.get("sub_type_words", {}):
        yield from _known(name, subs, "[sub_type_words]", "sub_types")
    for name, value in data.get("sub_types", {}).items():
        instead = value.get("instead") if isinstance(value, dict) else None
        yield from _known(instead, subs, f"[sub_types] {name}", "sub_types")
    for row in data.get("join", []):
        for name in row["types"]:
            yield from _known(name, types, "[[join]]", "types")
        if len(set(row["types"])) != 2:
            yield f"[[join]] has the types {', '.join(row['types'])}; name two different ones"
        groups = {data["types"].get(t, {}).get("group", t) for t in row["types"]}
        if len(groups) > 1:
            yield f"[[join]] {' and '.join(row['types'])}: give both the same 'group' in [types]"
    for name, table in data["types"].items():
        where = f"[types.{name}]"
        for other in (table.get("with_harm"), *table.get("before", {})):
            yield from _known(other, types, where, "types")
        for sub in (table.get("exchange"), table.get("arrival")):
            yield from _known(sub, subs, where, "sub_types")
    for what in schema.UNNAMED:
        told = [n for n, table in data["types"].items() if what in table.get("unnamed", [])]
        if len(told) > 1:
            yield f"{what!r} stands in 'unnamed' of [types] {' and '.join(told)}; keep one"


def _known(name: str | None, allowed: tuple[str, ...], where: str, table: str) -> Iterator[str]:
    if name is not None and name not in allowed:
        yield f"{where}: {name!r} has no table in [{table}]{nearest(name, allowed)}"


def at(data: Tables, path: str) -> Any:
    """Give the table at a dotted path; None when there is none."""
    node: Any = data
    for part in path.split("."):
        node = node.get(part) if isinstance(node, dict) else None
    return node

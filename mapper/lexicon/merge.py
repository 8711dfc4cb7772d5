"""One lexicon's tables laid over another's.

In: two files' tables, both checked. Out: new ones that hold the words of both. What the upper file
says of a word, a type or a weapon wins. Nothing can go wrong.
"""

import copy
from collections.abc import Mapping
from typing import Any

Tables = dict[str, Any]

_HEAD = ("extends", "replaces")
# Rows that are told apart by these keys; what else they say is the upper file's.
_SAME_ROW = {"trigger": ("type", "needs", "sub_type"), "weapon": ("kind",), "join": ("types",)}


def merge(base: Mapping[str, Any], over: Mapping[str, Any]) -> Tables:
    """Lay `over` on `base`; tables that `over` replaces are left out of `base` first."""
    merged: Tables = copy.deepcopy(dict(base))
    for path in over.get("replaces", []):
        _drop(merged, path.split("."))
    _yield_roles(merged.get("types", {}), over.get("types", {}))
    for key, value in over.items():
        if key in _HEAD:
            continue
        if key in _SAME_ROW:
            merged[key] = _rows(key, merged.get(key, []), value)
        elif isinstance(value, dict):
            merged[key] = _table(merged.get(key, {}), value)
        else:
            merged[key] = value
    return merged


def _drop(data: Tables, path: list[str]) -> None:
    *outer, last = path
    for part in outer:
        data = data.get(part, {})
    if isinstance(data.get(last), list):
        data[last] = []
    elif last in data:
        # The table stays, so that a lexicon that empties it is still whole.
        data[last] = {}


def _yield_roles(base: Tables, over: Mapping[str, Any]) -> None:
    """Take from the types of `base` what the types of `over` are told by: only one may be."""
    taken = {what for table in over.values() for what in table.get("unnamed", [])}
    for name, table in base.items():
        if name not in over and taken & set(table.get("unnamed", [])):
            table["unnamed"] = [what for what in table["unnamed"] if what not in taken]


def _table(base: Mapping[str, Any], over: Mapping[str, Any]) -> Tables:
    merged = dict(base)
    for key, value in over.items():
        known = merged.get(key)
        if isinstance(known, dict) and isinstance(value, dict):
            merged[key] = _table(known, value)
        elif isinstance(known, list) and isinstance(value, list):
            merged[key] = known + [one for one in value if one not in known]
        else:
            merged[key] = copy.deepcopy(value)
    return merged


def _rows(name: str, base: list[Tables], over: list[Tables]) -> list[Tables]:
    """Put rows together; a word that a row of `over` has goes out of rivals in `base`."""
    merged = [copy.deepcopy(row) for row in base]
    for row in over:
        if name != "join":
            for rival in merged:
                if _rivals(name, rival, row):
                    rival["words"] = [w for w in rival["words"] if w not in set(row["words"])]
        same = next((old for old in merged if _key(name, old) == _key(name, row)), None)
        if same is None:
            merged.append(copy.deepcopy(row))
        else:
            merged[merged.index(same)] = _table(same, row)
    return [row for row in merged if row.get("words") != []]


def _rivals(name: str, one: Mapping[str, Any], other: Mapping[str, Any]) -> bool:
    if name == "weapon":
        return bool(one["kind"] != other["kind"])
    needs = one.get("needs", "nothing") == other.get("needs", "nothing")
    return needs and bool(one["type"] != other["type"])


def _key(name: str, row: Mapping[str, Any]) -> tuple[object, ...]:
    values = (row.get(key) for key in _SAME_ROW[name])
    return tuple(sorted(v) if isinstance(v, list) else v for v in values)

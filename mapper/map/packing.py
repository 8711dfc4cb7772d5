"""Packs many records that are alike into columns, so that the page's data is small.

In: dictionaries of JSON values. Out: a table of columns for the page's script (`unpack.js`) to turn
back. A column whose values repeat holds each value once and its number in each row. The same
records give the same table.
"""

import json
from collections.abc import Mapping, Sequence
from typing import Any

# A column with more distinct values than this part of its rows is shorter written out.
_DISTINCT_MOST = 0.6


def pack(records: Sequence[Mapping[str, Any]]) -> dict[str, Any]:
    """Give the records as `{"n": rows, "columns": {key: column}}`, keys in order of first mention.

    A column is a list of values with None where a record has no such key, or `[values, numbers]`
    under the key "coded" with 0 where it has none and else the value's number, counted from 1.
    """
    keys = dict.fromkeys(key for record in records for key in record)
    columns = {key: _column([record.get(key) for record in records]) for key in keys}
    return {"n": len(records), "columns": columns}


def _column(values: Sequence[Any]) -> dict[str, Any]:
    numbers: dict[Any, int] = {}
    distinct: list[Any] = []
    coded: list[int] = []
    for value in values:
        if value is None:
            coded.append(0)
            continue
        key = _identity(value)
        number = numbers.get(key)
        if number is None:
            distinct.append(value)
            number = numbers[key] = len(distinct)
        coded.append(number)
    if len(distinct) > _DISTINCT_MOST * len(values):
        return {"plain": list(values)}
    return {"coded": [distinct, coded]}


def _identity(value: Any) -> Any:
    """Give what is equal for equal JSON; 1, 1.0 and True are not."""
    if isinstance(value, str):
        return value
    return type(value), json.dumps(value, sort_keys=False, default=str)

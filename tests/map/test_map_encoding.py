"""Coordinates and data survive the way into the page, and stay in their place there."""

import json
import math
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.map.encoding import encode_line, html_text, json_for_script


def decode_line(text: str) -> list[tuple[float, float]]:
    """Decode as the page's script does; (lat, lon) in thousandths of a degree."""
    points, at, lat, lon = [], 0, 0, 0

    def number() -> int:
        nonlocal at
        bits = shift = 0
        while True:
            chunk = ord(text[at]) - 63
            at += 1
            bits |= (chunk & 0x1F) << shift
            shift += 5
            if chunk < 0x20:
                return ~(bits >> 1) if bits & 1 else bits >> 1

    while at < len(text):
        lat += number()
        lon += number()
        points.append((lat / 1000, lon / 1000))
    return points


degrees = st.tuples(st.floats(-180, 180), st.floats(-90, 90))


@given(st.lists(degrees, min_size=1, max_size=40))
def test_a_line_comes_back_to_a_thousandth_of_a_degree(line: list[tuple[float, float]]) -> None:
    rounded = [(round(lat * 1000) / 1000, round(lon * 1000) / 1000) for lon, lat in line]
    expected = [point for i, point in enumerate(rounded) if i == 0 or point != rounded[i - 1]]
    assert decode_line(encode_line(line)) == expected


def test_a_line_is_written_in_characters_that_markup_leaves_alone() -> None:
    text = encode_line([(x / 7, x / 11) for x in range(-800, 800)])
    assert not set(text) & set("<>&\"'")


json_values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(st.text(), inner, max_size=4),
    max_leaves=12,
)


@given(json_values)
def test_data_can_be_read_back_and_never_ends_its_element(value: Any) -> None:
    text = json_for_script(value)
    assert not set(text) & set("<>&\u2028\u2029")
    assert json.loads(text) == without_odd_numbers(value)


def without_odd_numbers(value: Any) -> Any:
    """Give the value with None for the numbers that JSON lacks."""
    if isinstance(value, float) and not math.isfinite(value):
        return None
    if isinstance(value, list):
        return [without_odd_numbers(item) for item in value]
    if isinstance(value, dict):
        return {key: without_odd_numbers(item) for key, item in value.items()}
    return value


@pytest.mark.parametrize(
    ("value", "text"),
    [
        ("</script>", '"\\u003c/script\\u003e"'),
        ("a\ud800b", '"a\ufffdb"'),
        ("nul\x00", '"nul\\u0000"'),
        (("a", 1), '["a",1]'),
        ({1: float("nan")}, '{"1":null}'),
        (
            {
                "a",
            },
            "\"{'a'}\"",
        ),
    ],
    ids=["markup", "surrogate", "nul", "tuple", "nan", "set"],
)
def test_odd_values_have_a_plain_form(value: Any, text: str) -> None:
    assert json_for_script(value) == text


@given(st.text(alphabet=st.characters(exclude_categories=[])))
def test_a_title_is_never_markup_and_can_always_be_written(text: str) -> None:
    escaped = html_text(text)
    assert not set(escaped) & set("<>\"'\x00")
    escaped.encode()

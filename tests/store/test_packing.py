"""Texts and records are made small and come back as they were."""

import json
import zlib

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.store import packing
from mapper.store.packing import pack, unpack

TEXT = (
    "Two people were killed and five wounded when a drone hit a bus in Sumy on Sunday, the "
    "regional governor said. The driver was among the dead, and three of the injured are in a "
    "serious condition, according to the police. Rescuers worked through the night to reach a "
    "family under the rubble of a house next to the road. "
)
REPORT = {
    "id": "9880e3665ae1cf1d:0-0",
    "article_id": "9880e3665ae1cf1d",
    "event_type": "strike",
    "sub_type": "drone",
    "start": 0,
    "end": 83,
    "quote": TEXT[:83],
    "location": {"place": "bbb801fb22e253d2", "precision": "settlement", "start": 69, "end": 73},
    "date": {"first": "2025-05-25", "last": "2025-05-25", "precision": "day", "basis": "relative"},
    "killed": {"low": 2, "best": 2, "high": 2, "start": 0, "end": 3},
    "confidence": 0.9,
}


@given(st.text())
def test_every_text_comes_back(text: str) -> None:
    if any(0xD800 <= ord(sign) < 0xE000 for sign in text):
        with pytest.raises(UnicodeEncodeError):
            pack(text)
    else:
        assert unpack(pack(text)) == text


@given(st.binary())
def test_bytes_that_were_not_packed_are_told(data: bytes) -> None:
    with pytest.raises(ValueError):  # noqa: PT011 - what zlib says differs
        unpack(data)


@pytest.mark.parametrize("at", range(0, 150, 7))
def test_a_damaged_byte_is_seen(at: int) -> None:
    data = bytearray(pack(TEXT))
    data[at] ^= 0x20
    with pytest.raises(ValueError):  # noqa: PT011 - as above
        unpack(bytes(data))


def test_bytes_that_end_too_early_are_told() -> None:
    with pytest.raises(ValueError, match="it is not whole"):
        unpack(pack(TEXT)[:-5])


def test_what_an_earlier_version_packed_is_read() -> None:
    packer = zlib.compressobj(zdict=packing._EARLIER)
    assert unpack(packer.compress(b'{"id":"x"}') + packer.flush()) == '{"id":"x"}'


def test_a_short_article_takes_less_than_three_fifths_and_a_report_less_than_half() -> None:
    assert len(pack(TEXT)) < 0.6 * len(TEXT)
    told = json.dumps(REPORT, separators=(",", ":"))
    assert len(pack(told)) < 0.5 * len(told)

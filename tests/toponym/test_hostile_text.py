"""Text that is broken, disguised or endless: names are found where people see them, and soon."""

import functools
import time
from collections.abc import Callable

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.gazetteer import Gazetteer
from mapper.geoparser import Geoparser

KYIV, ODESA, KHARKIV = "geonames:703448", "geonames:698740", "geonames:706483"


@pytest.fixture(scope="module")
def parser(gazetteer: Gazetteer) -> Geoparser:
    return Geoparser(gazetteer)


def _found(parser: Geoparser, text: str) -> list[tuple[str, str | None]]:
    toponyms = parser.parse(text)
    assert all(text[t.start : t.end] == t.text for t in toponyms)
    return [(t.text, t.place.id if t.place else None) for t in toponyms]


@pytest.mark.parametrize(
    ("written", "ident"),
    [
        pytest.param("Ode\u0301sa", ODESA, id="a combining acute"),
        pytest.param("Kyi\u0308v", KYIV, id="a combining diaeresis"),
        pytest.param("Ки\u0456\u0308в", KYIV, id="a combining diaeresis in Cyrillic"),
        pytest.param("Ｋｙｉｖ", KYIV, id="full-width letters"),
        pytest.param("ＯＤＥＳＡ", ODESA, id="full-width capitals"),
        pytest.param("Khar\u00adkiv", KHARKIV, id="a soft hyphen"),
        pytest.param("Khar\u200bkiv", KHARKIV, id="a zero-width space"),
        pytest.param("Ode\u200dsa", ODESA, id="a zero-width joiner"),
        pytest.param("Ode\u2060sa", ODESA, id="a word joiner"),
        pytest.param("Kh\u200ear\u200fkiv", KHARKIV, id="direction marks inside"),
        pytest.param("New\u00a0York", "geonames:5128581", id="a non-breaking space"),
        pytest.param("New\u2009York", "geonames:5128581", id="a thin space"),
        pytest.param("New\nYork", "geonames:5128581", id="a line break"),
        pytest.param("New \r\n York", "geonames:5128581", id="a line break of Windows"),
        pytest.param("Ivano‑Frankivsk", "geonames:707471", id="a non-breaking hyphen"),
        pytest.param("Ivano‐Frankivsk", "geonames:707471", id="a Unicode hyphen"),
        pytest.param("Ivano－Frankivsk", "geonames:707471", id="a full-width hyphen"),
        pytest.param("Ivano\u00ad-Frankivsk", "geonames:707471", id="a soft hyphen at a hyphen"),
        pytest.param("Kam'ianske", "geonames:709932", id="a straight apostrophe"),
        pytest.param("Kam’ianske", "geonames:709932", id="a curly apostrophe"),
        pytest.param("Kam‘ianske", "geonames:709932", id="an apostrophe turned round"),
        pytest.param("Kamʼianske", "geonames:709932", id="the letter apostrophe"),
        pytest.param("Kam＇ianske", "geonames:709932", id="a full-width apostrophe"),
    ],
)
def test_a_name_is_found_however_it_is_encoded(parser: Geoparser, written: str, ident: str) -> None:
    assert _found(parser, f"Explosions were heard in {written} on Monday.") == [(written, ident)]
    text = f"{written} burned."
    (resolved,) = parser.resolve(text, [(0, len(written))])
    assert (resolved.text, resolved.place and resolved.place.id) == (written, ident)


@pytest.mark.parametrize(
    ("before", "behind"),
    [
        ("\u202a", "\u202c"), ("\u2067", "\u2069"), ("\u202e", "\u202c"), ("\u200f", "\u200f"),
        ("\x00", "\x00"), ("\ud800", "\udfff"), ("\ufeff", "\u200b"), ("(((((", ")"), ("“‘", "’”"),
    ],
    ids=[
        "embedding", "isolate", "override", "marks", "NUL", "lone surrogates", "zero width",
        "brackets", "quotation marks",
    ],
)  # fmt: skip
def test_what_stands_around_a_name_is_no_part_of_it(
    parser: Geoparser, before: str, behind: str
) -> None:
    text = f"A fire broke out in {before}Kharkiv{behind} on Monday."
    assert _found(parser, text) == [("Kharkiv", KHARKIV)]


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("KYIV, UKRAINE", ["KYIV", "UKRAINE"]),
        ("BLASTS ROCK KYIV AND ODESA AS MOSCOW ATTACKS", ["KYIV", "ODESA", "MOSCOW"]),
        ("Strikes Rock Kyiv And Odesa Overnight, Dozens Hurt", ["Kyiv", "Odesa"]),
        ("people died in kyiv and odesa", []),
        ("Guests in the Harbour\n\nKyiv\n\nOdesa", ["Kyiv", "Odesa"]),
        ("New\nYork", []),
    ],
    ids=[
        "capitals", "a headline in capitals", "a titled headline", "small letters are no names",
        "lines of one word", "lines of one word are no wrap",
    ],
)  # fmt: skip
def test_capitals_and_lines(parser: Geoparser, text: str, names: list[str]) -> None:
    assert [name for name, _ in _found(parser, text)] == names


HOSTILE = st.text(
    st.one_of(
        st.characters(),
        st.sampled_from(
            "\x00\u00ad\u200b\u200d\u200e\u202e\u2067\u2069\u0301\u0308\ufeff\ud800\udfff"
        ),
        st.sampled_from("KyivОдесаＯｄ 'ʼ’‑-.,()\n\t\r\u00a0"),
    ),
    max_size=60,
)
NAMES = st.sampled_from(
    ["Kyiv", "в Нижнем Новгороде", "Ｋｙｉｖ", "the Kharkiv region", "Харківській області",
     "Ode\u0301sa", "12 km south of Sumy", "New\nYork", "Ivano‑Frankivsk", "U.S.",
     "the Belarus-Ukraine border"]
)  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(HOSTILE, NAMES), max_size=8).map(" ".join))
def test_any_text_has_toponyms_in_order_that_say_where_they_stand(text: str) -> None:
    parser = _shared()
    for found in (parser.parse(text), parser.names(text)):
        assert all(text[t.start : t.end] == t.text != "" for t in found)
        assert all(a.end <= b.start for a, b in zip(found, found[1:], strict=False))
        for toponym in found:
            assert all(text[t.start : t.end] == t.text for t in toponym.inner)
            assert 0.0 <= toponym.confidence <= 1.0
            assert (toponym.place is None) == (toponym.confidence == 0.0)


@settings(max_examples=300, deadline=None)
@given(st.lists(st.one_of(HOSTILE, NAMES), min_size=1, max_size=6).map(" ".join), st.data())
def test_any_spans_of_any_text_are_answered_in_their_order(text: str, data: st.DataObject) -> None:
    size = max(1, len(text))
    text = text or "x"
    cuts = sorted(data.draw(st.sets(st.integers(0, size), min_size=2, max_size=8)))
    spans = list(zip(cuts, cuts[1:], strict=False))[::-1]
    found = _shared().resolve(text, spans)
    assert [(t.start, t.end) for t in found] == spans
    assert all(text[t.start : t.end] == t.text for t in found)


@functools.cache
def _shared() -> Geoparser:
    """One for all examples: hypothesis takes no fixtures of a function."""
    return Geoparser()


@pytest.mark.parametrize("number", ["9" * 400, "1" + ",000" * 5, "1e999"])
def test_a_distance_beyond_the_earth_is_none(parser: Geoparser, number: str) -> None:
    (found,) = parser.parse(f"A missile fell {number} km north of Kyiv on Monday.")
    assert (found.text, found.offset_km) == ("Kyiv", None)


ENDLESS: dict[str, Callable[[int], str]] = {
    "San San": lambda size: "San " * (size // 4),
    "capitalised words": lambda size: "Word Kyiv Zzyx " * (size // 15),
    "lines of capitals": lambda size: "WORD KYIV IN ODESA\n" * (size // 19),
    "nested brackets": lambda size: "(" * (size // 2) + ")" * (size // 2),
    "names in brackets": lambda size: "(Kyiv " * (size // 12) + ")" * (size // 2),
    "points": lambda size: "U." * (size // 2),
    "lists": lambda size: "Kyiv, " * (size // 6),
    "hyphens": lambda size: "Kyiv-Lviv " * (size // 10),
    "possessives": lambda size: "Kyiv's " * (size // 7),
    "regions": lambda size: "Сумській, Харківській та " * (size // 25),
    "cases": lambda size: "Розбжкові та Удавкою " * (size // 21),
    "joiners": lambda size: "Kyi\u200dv " * (size // 6),
    "wraps": lambda size: "some of the New\n" * (size // 16),
    "directions": lambda size: "12 km south of Kyiv " * (size // 20),
    "surrogates": lambda size: "\ud800Kyiv " * (size // 6),
}


@pytest.mark.parametrize("make", ENDLESS.values(), ids=list(ENDLESS))
def test_twice_the_text_takes_about_twice_the_time(
    parser: Geoparser, make: Callable[[int], str]
) -> None:
    parser.parse(make(2_000))
    assert _is_linear(lambda size: parser.parse(make(size)))


def test_twice_the_spans_take_about_twice_the_time(parser: Geoparser) -> None:
    def read(size: int) -> None:
        count = size // 11
        parser.resolve("Kyiv Odesa " * count, [(at * 11, at * 11 + 4) for at in range(count)])

    assert _is_linear(read)


@pytest.mark.parametrize(
    "unit",
    ["x", "Kyiv", "Ж", "A\u0301\u0316\u0301", "Kyiv-", "a'", "a\u00ad", "1,", "\n"],
    ids=ascii,
)  # fmt: skip
def test_a_megabyte_without_a_space_is_read_in_seconds(parser: Geoparser, unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    began = time.process_time()
    assert parser.parse(text) == []
    (whole,) = parser.resolve(text, [(0, len(text))])
    assert whole.place is None
    assert time.process_time() - began < 30.0


def _is_linear(read: Callable[[int], object], size: int = 30_000) -> bool:
    """Tell whether twice `size` takes less than thrice as long; a busy machine may err twice."""

    def least(size: int) -> float:
        return min(_seconds(read, size) for _ in range(3))

    return any(least(2 * size) < 3.0 * least(size) for _ in range(3))


def _seconds(read: Callable[[int], object], size: int) -> float:
    began = time.process_time()
    read(size)
    return time.process_time() - began

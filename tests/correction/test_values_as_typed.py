"""What a person may type for a value, and what is refused."""

import datetime as dt
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.correction.place import read_place, read_point
from mapper.correction.wording import read_date, read_prisoners, read_range, read_type, read_words
from mapper.errors import CorrectionError
from mapper.gazetteer import Gazetteer
from mapper.incident.model import Range
from mapper.lexicon import load_lexicon
from mapper.report.model import Location


@pytest.fixture(scope="module")
def gazetteer() -> Iterator[Gazetteer]:
    """The bundled gazetteer."""
    with Gazetteer.open() as opened:
        yield opened


@pytest.mark.parametrize(
    ("words", "low", "best", "high"),
    [
        ("3", 3, 3, 3),
        ("0", 0, 0, 0),
        ("3-5", 3, 3, 5),
        ("3 - 5", 3, 3, 5),
        ("3-4-5", 3, 4, 5),
        ("15+", 15, 15, None),
        ("none", None, None, None),
        (" ? ", None, None, None),
    ],
)
def test_a_number_of_people_is_read(
    words: str, low: int | None, best: int | None, high: int | None
) -> None:
    assert read_range(words) == Range(low=low, best=best, high=high)


@pytest.mark.parametrize(
    "words", ["many", "5-3", "-3", "3.5", "3-5-4", "٣", "1e3", "9999999999", "3-", "3\n4", "3 5"]
)
def test_what_is_no_number_of_people_is_refused(words: str) -> None:
    with pytest.raises(CorrectionError, match=r"no number of people: write 3, 3-5"):
        read_range(words)


@pytest.mark.parametrize(
    ("words", "first", "last", "precision"),
    [
        ("2025-05-24", "2025-05-24", "2025-05-24", "day"),
        ("2025-05-23..2025-05-24", "2025-05-23", "2025-05-24", "range"),
        ("2025-05", "2025-05-01", "2025-05-31", "month"),
        ("2025", "2025-01-01", "2025-12-31", "year"),
    ],
)
def test_a_date_is_read(words: str, first: str, last: str, precision: str) -> None:
    span = read_date(words)
    days = (span.first, span.last)
    assert days == (dt.date.fromisoformat(first), dt.date.fromisoformat(last))
    assert (span.precision.value, span.basis.value) == (precision, "stated")


@pytest.mark.parametrize(
    "words", ["2025-02-30", "2025-13", "0000", "24.5.2025", "2025-05-24..2025-05-23", "..", "May"]
)
def test_what_is_no_date_is_refused(words: str) -> None:
    with pytest.raises(CorrectionError, match="is no date: write 2025-05-24"):
        read_date(words)


def test_no_date_and_no_prisoners_can_be_said() -> None:
    assert read_date("unknown").first is None
    assert read_prisoners("none") == ()
    assert read_prisoners("ukr=307, RUS:300") == (("RUS", 300), ("UKR", 307))


@pytest.mark.parametrize("words", ["307", "UKR=1,UKR=2", "UKRAINE=1", "UKR=-1"])
def test_what_is_no_list_of_prisoners_is_refused(words: str) -> None:
    with pytest.raises(CorrectionError, match="write UKR=307,RUS=307"):
        read_prisoners(words)


def test_a_type_is_one_of_the_lexicon() -> None:
    words = load_lexicon()
    assert read_type("strike / drone", words) == ("strike", "drone")
    assert read_type("talks", words) == ("talks", None)
    with pytest.raises(CorrectionError, match="'flood' is no type of event here: casualties,"):
        read_type("flood", words)
    with pytest.raises(CorrectionError, match="'canoe' is no sub-type"):
        read_type("strike/canoe", words)


def test_a_line_is_one_line() -> None:
    assert read_words("  port \n infrastructure ", "target") == "port infrastructure"
    for wrong in ("x" * 301, "a\x1b[31m", "\u202eport"):
        with pytest.raises(CorrectionError, match="The target is to be one line"):
            read_words(wrong, "target")


@given(st.text(max_size=60))
def test_any_words_are_read_or_refused(words: str) -> None:
    for read in (read_range, read_date, read_prisoners, lambda said: read_words(said, "title")):
        try:
            read(words)
        except CorrectionError as error:
            assert str(error)


@pytest.mark.parametrize(
    ("words", "ident", "precision"),
    [
        ("Izmail", "geonames:707308", "settlement"),
        ("geonames:707308", "geonames:707308", "settlement"),
        ("Springfield, Illinois", "geonames:4250542", "settlement"),
        ("Kharkiv region", "geonames:706482", "region"),
        ("Obolon, Kyiv City", "geonames:8519916", "district"),
        ("Obolon, Kyiv", "geonames:8519916", "district"),
        ("Semenivka, Chernihiv", "geonames:694590", "settlement"),
        ("Ukraine", "geonames:690791", "country"),
    ],
)
def test_a_place_is_found(gazetteer: Gazetteer, words: str, ident: str, precision: str) -> None:
    location = read_place(words, gazetteer)
    assert location.place is not None
    assert (location.place.id, location.precision) == (ident, precision)
    assert location.how == "a person said so"


@pytest.mark.parametrize(
    ("words", "why"),
    [
        ("Springfield", "several places; give one by its id: geonames:"),
        ("Izmial", "knows no place 'Izmial'; near it are .*geonames:707308 Izmail"),
        ("Semenivka, Chern", "knows no place 'Semenivka, Chern'; near it are geonames:694603"),
        ("Izmail, Poland", "knows no place 'Izmail, Poland'; near it are geonames:707308"),
        ("geonames:1", "has no place 'geonames:1'; see `mapper gazetteer lookup NAME`"),
        ("x" * 10_000, "'x{40}...' is too long"),
    ],
    ids=["several", "misspelt", "half a word", "elsewhere", "id", "long"],
)
def test_a_place_that_is_not_clear_is_refused(gazetteer: Gazetteer, words: str, why: str) -> None:
    with pytest.raises(CorrectionError, match=why):
        read_place(words, gazetteer)


def test_a_point_keeps_the_name_of_the_place_that_it_lies_in(gazetteer: Gazetteer) -> None:
    before = read_place("Izmail", gazetteer)
    location = read_point(45.3422, 28.8408, before, gazetteer)
    place = location.place
    assert place is not None
    assert (place.name, place.country, place.lat, place.lon) == ("Izmail", "UA", 45.3422, 28.8408)
    assert (location.precision, place.id) == ("facility", "point:45.3422,28.8408")
    elsewhere = read_point(49.59, 34.55, before, gazetteer).place
    assert elsewhere is not None
    assert (elsewhere.name, elsewhere.admin1) == ("Poltava", "Poltava Oblast")


def test_a_point_at_sea_is_called_by_its_degrees(gazetteer: Gazetteer) -> None:
    place = read_point(0.0, -30.0, Location(), gazetteer).place
    assert place is not None
    assert (place.name, place.country) == ("0, -30", None)


@pytest.mark.parametrize("point", [(91, 0), (0, 181), (float("nan"), 0), (0, float("inf"))])
def test_what_is_no_point_is_refused(gazetteer: Gazetteer, point: tuple[float, float]) -> None:
    with pytest.raises(CorrectionError, match="is no point: latitude -90 to 90"):
        read_point(*point, Location(), gazetteer)

"""Records come back from JSON exactly as they went in."""

import json
import math

import pytest
import shapely
from hypothesis import given
from hypothesis import strategies as st

from mapper.dating.model import Basis, DateSpan, Precision
from mapper.errors import StoreError
from mapper.gazetteer.model import Kind, Place
from mapper.report.model import Count, Extraction, Location, Report, Weapon
from mapper.store import codec, packing

WORDS = st.sampled_from(["", "Sumy", "Київ", 'a "quote"', "\x00\n", "\ud800", "𝔘"])
PLACES = st.builds(
    Place,
    id=WORDS,
    name=WORDS,
    kind=st.sampled_from(Kind),
    lat=st.floats(-90, 90),
    lon=st.floats(-180, 180),
    country=st.none() | WORDS,
    population=st.integers(0, 10**8),
    shape=st.none() | st.binary(max_size=4),
    approximate=st.booleans(),
)
NUMBERS = st.none() | st.integers(0, 5)
DATES = st.builds(
    DateSpan,
    first=st.none() | st.dates(),
    last=st.none() | st.dates(),
    precision=st.sampled_from(Precision),
    basis=st.sampled_from(Basis),
    weekdays=st.sampled_from([(), (0,), (5, 6)]),
)
COUNTS = st.builds(Count, low=NUMBERS, best=NUMBERS, word=st.none() | WORDS, update=st.booleans())
REPORTS = st.builds(
    Report,
    id=WORDS,
    article_id=WORDS,
    event_type=WORDS,
    start=st.integers(0, 9),
    end=st.integers(0, 9),
    quote=WORDS,
    location=st.builds(
        Location, place=st.none() | PLACES, within=st.sampled_from([(), ("a", "b")])
    ),
    date=DATES,
    weapons=st.sampled_from([(), (Weapon(kind="drone", launched=0),)]),
    killed=st.none() | COUNTS,
    prisoners=st.sampled_from([(), (("RUS", 307), ("UKR", 307))]),
    confidence=st.floats(0, 1),
)


@given(REPORTS)
def test_a_report_comes_back_as_it_was(report: Report) -> None:
    places: dict[str, Place] = {}
    assert codec.loads(Report, codec.dumps(report, places), places) == report


@given(st.lists(REPORTS, max_size=2))
def test_an_extraction_comes_back_as_it_was(reports: list[Report]) -> None:
    extraction = Extraction(article_id="a", reports=tuple(reports))
    places: dict[str, Place] = {}
    assert codec.loads(Extraction, codec.dumps(extraction, places), places) == extraction


@given(PLACES)
def test_a_place_comes_back_with_its_shape(place: Place) -> None:
    assert codec.read_place(codec.dump_place(place), place.shape) == place


@given(PLACES, PLACES)
def test_places_share_a_key_only_when_they_are_the_same(one: Place, other: Place) -> None:
    assert (codec.place_key(one) == codec.place_key(other)) == (one == other)


def test_a_count_of_nobody_is_not_a_count_that_is_missing() -> None:
    nobody = Count(low=0, best=0, high=0)
    assert codec.loads(Count, codec.dumps(nobody, {}), {}) == nobody
    assert codec.loads(Count, codec.dumps(Count(), {}), {}) == Count()


def test_a_shape_is_kept_outside_the_record() -> None:
    shape = shapely.to_wkb(shapely.box(22, 44, 40, 52))
    place = Place(id="x", name="X", kind=Kind.COUNTRY, lat=48.0, lon=31.0, shape=shape)
    places: dict[str, Place] = {}
    text = json.dumps(codec.encode(place, places))
    assert places == {json.loads(text): place}
    assert len(text) < 20


@pytest.mark.parametrize(
    "text",
    ["", "[", "[]", "7", '{"id": 1}', '{"no_such_field": 1}', '{"location": {"place": "gone"}}'],
)
def test_a_broken_record_is_told_and_not_a_crash(text: str) -> None:
    with pytest.raises(StoreError, match="broken Report"):
        codec.loads(Report, packing.pack(text), {})


def test_bytes_that_are_no_record_are_told() -> None:
    with pytest.raises(StoreError, match="broken Report"):
        codec.loads(Report, b"nonsense", {})


def test_a_record_of_another_kind_has_no_place_in_the_file() -> None:
    with pytest.raises(TypeError, match="complex"):
        codec.encode(complex(math.pi, 0), {})

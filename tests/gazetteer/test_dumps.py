"""Dumps of GeoNames: what is taken from them, and what happens to broken ones."""

import zipfile
from collections.abc import Callable
from pathlib import Path

import pytest

from mapper.errors import GazetteerError, MapperError, OutputError
from mapper.gazetteer import Gazetteer, Kind
from mapper.gazetteer.dump import read_dump
from mapper.gazetteer.extend import Choice, Extended, extend_gazetteer, work_of
from mapper.gazetteer.ranking import MATCHES_KEPT


def line(
    number: int,
    name: str,
    code: str = "P.PPL",
    at: tuple[float, float] = (50.0, 36.2),
    *,
    others: str = "",
    people: int = 0,
    admin: tuple[str, str] = ("07", ""),
    country: str = "UA",
) -> str:
    feature, _, code = code.partition(".")
    cells = [str(number), name, name, others, str(at[0]), str(at[1]), feature, code, country, ""]
    cells += [*admin, "", "", str(people), "", "100", "Europe/Kyiv", "2025-01-01"]
    return "\t".join(cells)


def dump(path: Path, *lines: str) -> Path:
    """Write a dump: a zip, or the text alone when the name says so."""
    text = "".join(f"{one}\n" for one in lines)
    if path.suffix == ".txt":
        path.write_text(text, encoding="utf-8")
        return path
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("readme.txt", "Readme for GeoNames Gazetteer extract files\n")
        archive.writestr(f"{path.stem}.txt", text)
    return path


@pytest.fixture
def extended(tmp_path: Path, small: Path) -> Callable[..., Gazetteer]:
    """Add lines to the small gazetteer and open the result."""

    def extended_(*lines: str, choice: Choice | None = None) -> Gazetteer:
        target = tmp_path / "more.sqlite"
        extend_gazetteer(target, [dump(tmp_path / "UA.zip", *lines)], base=small, choice=choice)
        return Gazetteer.open(target)

    return extended_


def ids(gazetteer: Gazetteer, name: str) -> list[str]:
    return [match.place.id for match in gazetteer.lookup(name)]


def test_a_village_is_added_with_its_region_and_names(extended: Callable[..., Gazetteer]) -> None:
    region = line(706482, "Kharkivs'ka Oblast'", "A.ADM1")
    place = extended(line(5, "Mala Rohan", others="Малая Рогань,mala,MRH"), region)
    (match,) = place.lookup("Малая Рогань")
    assert (match.place.id, match.place.kind) == ("geonames:5", Kind.SETTLEMENT)
    assert (match.place.admin1, match.place.country) == ("Kharkiv Oblast", "UA")
    assert not match.preferred
    assert place.lookup("Mala Rohan")[0].preferred
    assert [one.id for one in place.near(50.0, 36.2, 1.0)] == ["geonames:5"]


def test_the_place_that_was_known_stays_first(extended: Callable[..., Gazetteer]) -> None:
    more = extended(line(5, "Sumy", people=900), line(6, "Sumy"), line(7, "Sumy", "P.PPLX"))
    assert ids(more, "Sumy")[0] == "geonames:692194"
    assert set(ids(more, "Sumy")) >= {"geonames:5", "geonames:6", "geonames:7"}


def test_a_known_place_gets_what_it_lacks_and_keeps_its_name(
    extended: Callable[..., Gazetteer],
) -> None:
    own = line(99, "Saltivs'kyi", "P.PPLX", (50.1, 36.4), others="Saltovka", people=400_000)
    more = extended(own)
    place = more.place("geonames:99")
    assert place is not None
    assert (place.name, place.kind, place.population) == ("Saltivka", Kind.DISTRICT, 400_000)
    assert (place.lat, place.parent) == (50.02, "geonames:706483")
    assert ids(more, "Saltovka") == ["geonames:99"]


@pytest.mark.parametrize(
    ("code", "name", "kind"),
    [
        ("P.PPL", "Rohan", Kind.SETTLEMENT),
        ("P.PPLW", "Rohan", Kind.SETTLEMENT),
        ("P.PPLX", "Rohan", Kind.DISTRICT),
        ("A.ADM1", "Rohan Oblast", Kind.REGION),
        ("A.ADM2", "Rohan Raion", Kind.SUBREGION),
        ("A.ADM3", "Rohan Hromada", Kind.SUBREGION),
        ("S.AIRB", "Rohan Airfield", Kind.FACILITY),
        ("L.PRT", "Port Rohan", Kind.FACILITY),
        ("H.RSV", "Rohan Reservoir", Kind.WATER),
        ("T.ISL", "Rohan Island", Kind.LANDFORM),
        ("P.PPLH", "Rohan", None),
        ("A.ADM2H", "Rohan Raion", None),
        ("A.PCLI", "Rohan Republic", None),
        ("S.FRM", "Rohan Farm", None),
        ("S.RSTN", "Rohan", None),
        ("H.STM", "Rohan", None),
        ("T.HLL", "Rohan Hill", None),
        ("R.ST", "Rohan Street", None),
    ],
)
def test_a_feature_is_of_a_kind_or_left_out(
    extended: Callable[..., Gazetteer], code: str, name: str, kind: Kind | None
) -> None:
    more = extended(line(5, name, code, admin=("77", "77")))
    place = more.place("geonames:5")
    assert (None if place is None else place.kind) == kind
    assert bool(more.lookup(name)) is (kind is not None)


def test_a_division_is_found_by_its_code_wherever_its_row_stands(
    extended: Callable[..., Gazetteer],
) -> None:
    more = extended(
        line(5, "Lisne", admin=("30", "3001")),
        line(6, "Lis Raion", "A.ADM2", admin=("30", "3001")),
        line(7, "Lis Oblast", "A.ADM1", admin=("30", "")),
        line(8, "Pole", admin=("31", "")),
    )
    place = more.place("geonames:5")
    assert place is not None
    assert (place.admin1, place.admin2) == ("Lis Oblast", "Lis Raion")
    assert ids(more, "Lis") == ["geonames:7", "geonames:6"]
    lost = more.place("geonames:8")
    assert lost is not None
    assert lost.admin1 is None


def test_a_region_under_another_id_is_told_by_its_towns(
    extended: Callable[..., Gazetteer],
) -> None:
    more = extended(
        line(5, "Sums'ka Oblast'", "A.ADM1", (51.0, 34.0), admin=("21", "")),
        line(692194, "Sumy", at=(50.92, 34.8), people=290_000, admin=("21", "")),
        line(6, "Stepne", at=(51.0, 34.2), admin=("21", "")),
    )
    assert more.place("geonames:5") is None
    place = more.place("geonames:6")
    assert place is not None
    assert place.admin1_id == "mapper:admin1-UA-21"


@pytest.mark.parametrize(
    ("row", "ident"),
    [
        (line(5, "Zmiivska TES", "S.PS", (49.59, 36.53), others="Zmiiv Power Plant"), "plant"),
        (line(5, "Kyivskyi District", "A.ADM2", (50.04, 36.3), admin=("07", "12")), "district"),
        (
            line(5, "Kyivskyi Rayon", "A.ADM3", (50.04, 36.3), others="Kyivskyi District"),
            "district",
        ),
        (line(5, "Kyivskyi District", "P.PPLX", (50.04, 36.3)), "district"),
    ],
    ids=["facility", "second order", "third order", "part of a city"],
)
def test_a_place_under_an_id_of_ours_is_not_added_twice(
    extended: Callable[..., Gazetteer], row: str, ident: str
) -> None:
    more = extended(row, line(6, "Lisne", admin=("07", "12")))
    assert more.place("geonames:5") is None
    assert f"mapper:{ident}" in {one for name in row.split("\t")[1:4] for one in ids(more, name)}
    village = more.place("geonames:6")
    assert village is not None
    assert village.admin2_id in {None, f"mapper:{ident}"}


def test_a_country_keeps_the_names_that_were_chosen_for_it(
    extended: Callable[..., Gazetteer],
) -> None:
    more = extended(line(690791, "Ukraine", "A.PCLI", others="Borderland,Uk Land"))
    assert ids(more, "Borderland") == []
    assert ids(more, "Ukraine") == ["geonames:690791"]


def test_of_a_common_name_each_region_keeps_its_places(extended: Callable[..., Gazetteer]) -> None:
    many = [line(1_000 + n, "Ivanivka", people=n) for n in range(2 * MATCHES_KEPT)]
    more = extended(*many, line(5, "Ivanivka", at=(51.0, 34.0), country="RU"))
    found = ids(more, "Ivanivka")
    assert len(found) == MATCHES_KEPT
    assert "geonames:5" in found
    assert found[0] == f"geonames:{1_000 + 2 * MATCHES_KEPT - 1}"
    assert more.place("geonames:1000") is not None


@pytest.mark.parametrize(
    ("choice", "kept"),
    [
        (Choice(min_population=500), {8}),
        (Choice(classes=frozenset("H")), {7}),
        (Choice(countries=frozenset({"RU"})), {6}),
        (Choice(), {5, 6, 7, 8}),
    ],
    ids=["people", "class", "country", "all"],
)
def test_features_are_chosen(
    extended: Callable[..., Gazetteer], choice: Choice, kept: set[int]
) -> None:
    more = extended(
        line(5, "Lisne"),
        line(6, "Lisnoye", country="RU"),
        line(7, "Lisne Lake", "H.LK"),
        line(8, "Velyke", people=500),
        choice=choice,
    )
    there = {n for n in (5, 6, 7, 8) if more.place(f"geonames:{n}") is not None}
    assert there == (kept if choice.min_population == 0 else kept | {7})


def test_two_dumps_with_the_same_place_have_it_once(tmp_path: Path, small: Path) -> None:
    files = [dump(tmp_path / name, line(5, "Lisne")) for name in ("UA.zip", "allCountries.txt")]
    done = extend_gazetteer(tmp_path / "more.sqlite", files, base=small)
    assert done == Extended(added=1, known=1, left_out=0)
    with Gazetteer.open(tmp_path / "more.sqlite") as more:
        assert ids(more, "Lisne") == ["geonames:5"]
        told = more.info()
        assert (told["dumps"], told["made for"]) == ("UA.zip, allCountries.txt", "tests")
        assert told["countries"] == {"UA": 9}


def test_a_build_from_a_build_adds_nothing(tmp_path: Path, small: Path) -> None:
    file = dump(tmp_path / "UA.zip", line(5, "Lisne", others="Лісне"), line(6, "Lis", "P.PPLX"))
    one, two = tmp_path / "one.sqlite", tmp_path / "two.sqlite"
    extend_gazetteer(one, [file], base=small)
    assert extend_gazetteer(two, [file], base=one) == Extended(added=0, known=2, left_out=0)
    with Gazetteer.open(one) as first, Gazetteer.open(two) as second:
        assert first.info()["names"] == second.info()["names"]


def cut(path: Path) -> Path:
    """Cut the end off a file."""
    data = path.read_bytes()
    path.write_bytes(data[: len(data) // 2])
    return path


def spoilt(path: Path) -> Path:
    """Change bytes inside the packed text of a zip."""
    data = bytearray(path.read_bytes())
    middle = data.index(b"UA.txt") + 60
    data[middle : middle + 20] = bytes(20)
    path.write_bytes(data)
    return path


def bomb(path: Path) -> Path:
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("UA.txt", b"\0" * 30_000_000)
    return path


def zipped(path: Path, name: str, data: bytes) -> Path:
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr(name, data)
    return path


def written(path: Path, data: bytes) -> Path:
    path.write_bytes(data)
    return path


GOOD = line(5, "Lisne")
MANY = [line(n, f"Lisne {n * 7919}") for n in range(1, 400)]

BROKEN: dict[str, tuple[Callable[[Path], Path], str]] = {
    "truncated zip": (lambda f: cut(dump(f / "UA.zip", *MANY)), r"UA\.zip' is cut off or no zip"),
    "damaged zip": (lambda f: spoilt(dump(f / "UA.zip", *MANY)), r"UA\.txt in UA\.zip.*again"),
    "no zip": (lambda f: written(f / "UA.zip", b"<html>no"), "is cut off or no zip"),
    "no member": (lambda f: zipped(f / "UA.zip", "UA.csv", b"x"), "holds no dump"),
    "bomb": (lambda f: bomb(f / "UA.zip"), "would unpack to 30000000 bytes"),
    "empty": (lambda f: written(f / "UA.txt", b""), "is empty"),
    "missing": (lambda f: f / "UA.zip", "cannot be read: No such file"),
    "truncated text": (
        lambda f: written(f / "UA.txt", f"{GOOD}\n{GOOD[:40]}".encode()),
        r"UA\.txt, line 2 has \d+ columns, a dump of GeoNames has 19",
    ),
    "another table": (
        lambda f: zipped(f / "alternateNamesV2.zip", "alternateNamesV2.txt", b"1\t2\tuk\tX\n"),
        r"alternateNamesV2\.txt in alternateNamesV2\.zip, line 1 has 4 columns",
    ),
    "not UTF-8": (
        lambda f: written(f / "UA.txt", f"{GOOD}\n".encode() + line(6, "Лісне").encode("cp1251")),
        r"UA\.txt, line 2 is not UTF-8",
    ),
    "latitude": (
        lambda f: dump(f / "UA.txt", GOOD, line(6, "A", at=(91.0, 0.0))),
        r"line 2: latitude 91\.0, longitude 0\.0 are no place on Earth",
    ),
    "not a number": (
        lambda f: dump(f / "UA.txt", line(6, "A", at=(float("nan"), 0.0))),
        "line 1: latitude nan",
    ),
    "words for numbers": (
        lambda f: written(f / "UA.txt", GOOD.replace("36.2", "east").encode()),
        "line 1: could not convert",
    ),
    "id": (lambda f: dump(f / "UA.txt", line(-4, "A")), "line 1: -4 is no number of GeoNames"),
    "endless line": (
        lambda f: written(f / "UA.txt", f"{GOOD}\n".encode() + b"x" * 300_000),
        r"line 2 has 100000 bytes and more",
    ),
}


@pytest.mark.parametrize(("make", "told"), BROKEN.values(), ids=BROKEN)
def test_a_broken_dump_is_told_and_the_old_gazetteer_stays(
    tmp_path: Path, small: Path, make: Callable[[Path], Path], told: str
) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "mine.sqlite"
    target.write_bytes(small.read_bytes())
    with pytest.raises(GazetteerError, match=told):
        extend_gazetteer(target, [make(tmp_path)], base=small)
    assert target.read_bytes() == small.read_bytes()
    assert list(folder.iterdir()) == [target]


def test_an_interrupted_build_leaves_the_old_gazetteer(tmp_path: Path, small: Path) -> None:
    folder = tmp_path / "out"
    folder.mkdir()
    target = folder / "mine.sqlite"
    target.write_bytes(small.read_bytes())
    steps: list[str] = []

    def interrupt(step: str, count: int) -> None:
        steps.append(step)
        if step == "file":
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        extend_gazetteer(target, [dump(tmp_path / "UA.zip", GOOD)], base=small, told=interrupt)
    assert list(dict.fromkeys(steps)) == ["divisions", "places", "names", "file"]
    assert target.read_bytes() == small.read_bytes()
    assert list(folder.iterdir()) == [target]


def test_names_that_are_no_names_are_not_filed(extended: Callable[..., Gazetteer]) -> None:
    more = extended(
        line(5, "Bad\x1b[31m Name", others="Good Name,ki,\u202eEvil Name"),
        line(6, "   ", others="Lisne"),
        line(7, "x" * 300),
    )
    assert [more.place(f"geonames:{n}") for n in (5, 6, 7)] == [None, None, None]


def test_work_is_told_in_bytes(tmp_path: Path, small: Path) -> None:
    file = dump(tmp_path / "UA.zip", *MANY)
    seen: list[int] = []
    extend_gazetteer(
        tmp_path / "more.sqlite", [file], base=small, told=lambda step, count: seen.append(count)
    )
    assert sum(seen) == work_of([file]) == 2 * sum(len(one.encode()) + 1 for one in MANY)


def test_reading_holds_one_line_at_a_time(tmp_path: Path) -> None:
    file = dump(tmp_path / "UA.txt", GOOD, "broken")
    features = read_dump(file)
    assert next(features).name == "Lisne"
    with pytest.raises(GazetteerError, match="line 2"):
        next(features)


@pytest.mark.parametrize("what", ["bundled", "folder", "other file"])
def test_what_is_no_gazetteer_of_the_user_is_not_overwritten(
    tmp_path: Path, small: Path, what: str
) -> None:
    target = {
        "bundled": Gazetteer.open().path,
        "folder": tmp_path,
        "other file": tmp_path / "notes.txt",
    }[what]
    if what == "other file":
        target.write_text("mine")
    with pytest.raises(OutputError) as raised:
        extend_gazetteer(target, [dump(tmp_path / "UA.zip", GOOD)], base=small)
    assert isinstance(raised.value, MapperError)
    assert what != "other file" or target.read_text() == "mine"

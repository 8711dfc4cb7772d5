"""Where and when: a text of Wednesday, 17 September 2025 in, places and days out."""

import datetime as dt
from collections.abc import Callable

import pytest

from mapper.report import Extraction, Report

Read = Callable[..., Extraction]


def place_of(report: Report) -> tuple[str | None, str]:
    place = report.location.place
    return (place.name if place else None), report.location.precision


def days_of(report: Report) -> str:
    first, last = report.date.first, report.date.last
    return f"{first}" if first == last else f"{first}..{last}"


@pytest.mark.parametrize(
    ("text", "name", "precision"),
    [
        pytest.param(
            "A missile hit a market in Zolochiv, Kharkiv region, on Tuesday.",
            "Zolochiv",
            "settlement",
            id="a town before its region",
        ),
        pytest.param(
            "A shell hit a market in the Saltivskyi district of Kharkiv on Tuesday.",
            "Saltivskyi district",
            "district",
            id="a district of a city",
        ),
        pytest.param(
            "A missile hit the village of Hroza in the Kharkiv region on Monday.",
            "Hroza",
            "settlement",
            id="a village in a region",
        ),
        pytest.param(
            "Two villages in the Kharkiv region were shelled on Monday.",
            "Kharkiv Oblast",
            "region",
            id="nothing finer than a region",
        ),
        pytest.param(
            "Drones hit the Novoshakhtinsk refinery on Monday.",
            "Novoshakhtinsk oil refinery",
            "facility",
            id="a facility",
        ),
        pytest.param(
            "A drone hit the Engels-2 air base in Russia's Saratov region on Monday.",
            "Engels air base",
            "facility",
            id="a facility with a number",
        ),
        pytest.param(
            "Two people died at the Zaporizhzhia nuclear power plant when shells hit it.",
            "Zaporizhzhia nuclear power plant",
            "facility",
            id="a facility called after a town",
        ),
        pytest.param(
            "A missile damaged the thermal power plant in Ladyzhyn on Monday.",
            "Ladyzhyn",
            "settlement",
            id="the town of a facility",
        ),
        pytest.param(
            "A drone hit a van 12 km south of Pokrovsk on Monday, killing the driver.",
            "12 km south of Pokrovsk",
            "area",
            id="distance and direction",
        ),
        pytest.param(
            "Shelling killed two people in the north of the Sumy region on Monday.",
            "northern Sumy Oblast",
            "area",
            id="the north of",
        ),
        pytest.param(
            "Southern Ukraine came under drone attack on Tuesday.",
            "southern Ukraine",
            "area",
            id="a part of a country",
        ),
        pytest.param(
            "A drone hit a bus on the outskirts of Kherson on Monday.",
            "Kherson",
            "settlement",
            id="the outskirts",
        ),
        pytest.param(
            "Artillery shelled villages along the Ukraine-Belarus border on Tuesday.",
            "Belarus-Ukraine border",
            "border",
            id="along a border",
        ),
        pytest.param(
            "Shells landed along the border with Belarus in the Chernihiv region on Tuesday.",
            "Belarus-Ukraine border",
            "border",
            id="a border told from one side",
        ),
        pytest.param(
            "A missile hit a ship in the Black Sea on Monday.", "Black Sea", "area", id="a sea"
        ),
        pytest.param(
            "An airstrike hit a hospital in Tripoli, Libya, on Monday.",
            "Tripoli",
            "settlement",
            id="a town and its country",
        ),
        pytest.param(
            "An explosion in Georgia's capital on Monday injured two people.",
            "Tbilisi",
            "settlement",
            id="the capital of",
        ),
        pytest.param(
            "A bomb fell on Artemivsk in the Donetsk region on Monday.",
            "Bakhmut",
            "settlement",
            id="an old name",
        ),
        pytest.param("Missiles hit Odessa on Monday.", "Odesa", "settlement", id="spelt otherwise"),
        pytest.param("Drones hit Lvov on Monday.", "Lviv", "settlement", id="in Russian"),
        pytest.param(
            "Drones hit Dnipropetrovsk on Monday.", "Dnipro", "settlement", id="a former name"
        ),
        pytest.param(
            "Drones launched from Kursk and Primorsko-Akhtarsk hit Poltava on Monday.",
            "Poltava",
            "settlement",
            id="where they landed and not where they came from",
        ),
        pytest.param(
            "A drone struck a market in Bakhmut on Monday; the wounded were taken to Kramatorsk.",
            "Bakhmut",
            "settlement",
            id="not where the wounded were taken",
        ),
        pytest.param(
            "Kharkiv's governor said a drone hit Kupiansk on Monday, injuring one person.",
            "Kupiansk",
            "settlement",
            id="not where the governor sits",
        ),
        pytest.param(
            "KYIV (Agency) - A drone hit a bus in Nikopol on Monday, killing three people.",
            "Nikopol",
            "settlement",
            id="not the dateline",
        ),
        pytest.param(
            "A missile hit a school in Pokrovsk on Monday.\nPhoto: Tula Gazette",
            "Pokrovsk",
            "settlement",
            id="not the credit of a photo",
        ),
        pytest.param(
            "Drones hit Odesa, The Moscow Times reported on Monday.",
            "Odesa",
            "settlement",
            id="not the publisher",
        ),
        pytest.param(
            "Tehran vowed revenge after a missile hit Isfahan on Monday.",
            "Isfahan",
            "settlement",
            id="not a government",
        ),
        pytest.param(
            "The Azov brigade said it shelled Horlivka on Tuesday.",
            "Horlivka",
            "settlement",
            id="not a brigade",
        ),
        pytest.param(
            "The cruiser Moskva fired missiles at Mykolaiv on Tuesday.",
            "Mykolaiv",
            "settlement",
            id="not a ship",
        ),
        pytest.param(
            "Chelsea Manning told Dynamo Kyiv fans about the drone strike on Sumy on Monday.",
            "Sumy",
            "settlement",
            id="not a person and not a team",
        ),
        pytest.param(
            "A Syrian family in Berlin mourned a brother killed by a bomb in Idlib on Tuesday.",
            "Idlib",
            "settlement",
            id="not where he is mourned",
        ),
    ],
)
def test_an_incident_is_where_the_words_put_it(
    read: Read, text: str, name: str, precision: str
) -> None:
    (report,) = read(text).reports
    assert place_of(report) == (name, precision)


@pytest.mark.parametrize(
    ("text", "country"),
    [
        ("An airstrike hit a hospital in Tripoli, Libya, on Monday.", "LY"),
        ("A rocket hit a bakery in Tripoli in northern Lebanon on Monday.", "LB"),
        ("Shelling killed two people in occupied Donetsk on Monday.", "UA"),
        ("A missile hit a fuel depot in Sevastopol on Monday.", "UA"),
    ],
    ids=["Libya", "Lebanon", "occupied", "annexed"],
)
def test_the_country_is_told_by_the_text_and_recognised(
    read: Read, text: str, country: str
) -> None:
    (report,) = read(text).reports
    assert report.location.place is not None
    assert report.location.place.country == country


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("Drones hit Sumy and Konotop on Monday.", ["Sumy", "Konotop"]),
        (
            "Drones attacked the Sumy, Poltava and Kharkiv regions overnight.",
            ["Sumy Oblast", "Poltava Oblast", "Kharkiv Oblast"],
        ),
        (
            "Kharkiv region:\n- Kupiansk: a drone hit a car on Monday, injuring one.\n"
            "- Izium: a guided bomb killed two on Monday.",
            ["Kupiansk", "Izium"],
        ),
        (
            "On Saturday a drone hit a bus in Nikopol. Later a shell fell on Marhanets.",
            ["Nikopol", "Marhanets"],
        ),
    ],
    ids=["two towns", "three regions", "a bulletin", "two sentences"],
)
def test_each_place_of_a_list_has_an_incident_of_its_own(
    read: Read, text: str, names: list[str]
) -> None:
    assert [place_of(r)[0] for r in read(text).reports] == names


def test_each_item_of_a_bulletin_keeps_its_own_harm(read: Read) -> None:
    text = (
        "Kharkiv region:\n- Kupiansk: a drone hit a car on Monday, injuring one.\n"
        "- Izium: a guided bomb killed two on Monday."
    )
    one, other = read(text).reports
    assert one.injured is not None
    assert other.killed is not None
    assert (one.killed, one.injured.best) == (None, 1)
    assert (other.killed.best, other.injured) == (2, None)


def test_harm_that_two_towns_share_belongs_to_neither_alone(read: Read) -> None:
    reports = read("Drones hit Sumy and Konotop on Monday, injuring nine people.").reports
    assert [r.injured.best for r in reports if r.injured] == [9]
    assert [r.sums_parts for r in reports if r.injured] == [True]
    assert all(r.injured is None for r in reports if place_of(r)[0] in {"Sumy", "Konotop"})


def test_the_region_of_an_office_places_what_it_reports_with_less_confidence(read: Read) -> None:
    (report,) = read("The Kharkiv governor said shelling killed three people on Monday.").reports
    (sure,) = read("Shelling killed three people in the Kharkiv region on Monday.").reports
    assert place_of(report) == place_of(sure) == ("Kharkiv Oblast", "region")
    assert report.confidence < sure.confidence


def test_a_later_sentence_without_a_place_tells_more_of_the_same(read: Read) -> None:
    (report,) = read("Drones hit Tula on Monday. The governor said three were injured.").reports
    assert place_of(report)[0] == "Tula"
    assert report.injured is not None
    assert report.injured.best == 3


@pytest.mark.parametrize(
    ("when", "days"),
    [
        ("on Tuesday", "2025-09-16"),
        ("on Wednesday", "2025-09-17"),
        ("on Thursday", "2025-09-11"),
        ("overnight", "2025-09-17"),
        ("on the night of 13-14 September", "2025-09-14"),
        ("late on Friday", "2025-09-12"),
        ("before dawn on Saturday", "2025-09-13"),
        ("yesterday", "2025-09-16"),
        ("two days ago", "2025-09-15"),
        ("on 10 September", "2025-09-10"),
        ("on 14 September 2025", "2025-09-14"),
        ("on September 14th", "2025-09-14"),
        ("between Friday night and early Saturday", "2025-09-12..2025-09-13"),
        ("over the past day", "2025-09-16..2025-09-17"),
        ("in the week to Sunday", "2025-09-08..2025-09-14"),
        ("", "2025-09-17"),
    ],
)
def test_days_are_counted_from_the_article(read: Read, when: str, days: str) -> None:
    (report,) = read(f"Shelling killed three people in the Kherson region {when}.").reports
    assert days_of(report) == days


@pytest.mark.parametrize(
    ("text", "days"),
    [
        (
            "On Saturday a drone hit a bus in Nikopol. The following day a shell killed a man in "
            "Marhanets.",
            ["2025-09-13", "2025-09-14"],
        ),
        (
            "On Saturday a drone hit a bus in Nikopol. Two days earlier a shell killed a man in "
            "Marhanets.",
            ["2025-09-13", "2025-09-11"],
        ),
        (
            "The governor said on Monday that on Saturday a drone hit a bus in Nikopol.",
            ["2025-09-13"],
        ),
        (
            "A strike on Nikopol on Monday killed three. On Tuesday the death toll rose to five.",
            ["2025-09-15"],
        ),
        ("17:40 A drone hit a bus in Nikopol, injuring four people.", ["2025-09-17"]),
    ],
    ids=["the day after", "two days earlier", "said and happened", "toll of a later day", "stamp"],
)
def test_the_day_of_the_event_is_not_that_of_the_report(
    read: Read, text: str, days: list[str]
) -> None:
    assert [days_of(r) for r in read(text).reports] == days


@pytest.mark.parametrize(
    ("when", "precision", "basis"),
    [
        ("on 14 September 2025", "day", "stated"),
        ("on Tuesday", "day", "relative"),
        ("overnight", "day", "relative"),
        ("between Friday night and early Saturday", "range", "relative"),
        ("in the week to Sunday", "week", "relative"),
    ],
)
def test_a_day_says_how_fine_it_is_and_where_it_comes_from(
    read: Read, when: str, precision: str, basis: str
) -> None:
    (report,) = read(f"Shelling killed three people in the Kherson region {when}.").reports
    assert (report.date.precision, report.date.basis) == (precision, basis)
    assert report.date_how


def test_without_the_day_of_the_article_the_day_of_the_week_is_kept(read: Read) -> None:
    (report,) = read("A drone hit a bus in Nikopol on Tuesday.", None).reports
    assert report.date.first is None
    assert report.date.weekdays == (1,)


def test_a_full_date_needs_no_day_of_the_article(read: Read) -> None:
    (report,) = read("A drone hit a bus in Nikopol on 14 September 2025.", None).reports
    assert report.date.first == dt.date(2025, 9, 14)

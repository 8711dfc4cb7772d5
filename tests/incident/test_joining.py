"""Which reports are one incident, and which are not; the places are those of conftest."""

import datetime as dt
from collections.abc import Callable
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.incident import Incident, join
from mapper.report import Location, Report, Weapon

Make = Callable[..., Report]
Joined = Callable[..., list[Incident]]


def groups(incidents: list[Incident]) -> list[list[str]]:
    return sorted(sorted(r.id for r in i.reports) for i in incidents)


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param({}, {}, id="nothing but place and day"),
        pytest.param({"killed": 3}, {"killed": 3, "injured": 4}, id="more in one"),
        pytest.param({"killed": 3}, {"killed": 5}, id="another number"),
        pytest.param(
            {"site": "district", "injured": 7},
            {"site": "city", "injured": 7},
            id="a district and its city with equal numbers",
        ),
        pytest.param({"site": "plant"}, {"site": "city", "target": "plant"}, id="facility, target"),
        pytest.param(
            {"site": "city", "killed": 9}, {"site": "region", "killed": 9}, id="a region's equal"
        ),
        pytest.param(
            {"kind": "strike", "killed": 3}, {"kind": "casualties", "killed": 3}, id="casualties"
        ),
        pytest.param(
            {"kind": "ground_attack", "killed": 3},
            {"kind": "casualties", "killed": 3},
            id="a fight and its casualties",
        ),
        pytest.param(
            {"kind": "strike"}, {"kind": "interception"}, id="what was brought down there"
        ),
        pytest.param(
            {"day": "2025-09-14..2025-09-15", "killed": 3}, {"killed": 3}, id="a night of two days"
        ),
        pytest.param(
            {"day": "2025-09-14", "killed": 3}, {"killed": 3}, id="a day apart, not said by name"
        ),
        pytest.param(
            {"day": None, "weekdays": (0,), "killed": 3}, {"killed": 3}, id="a Monday that fits"
        ),
        pytest.param(
            {"day": None, "weekdays": (0,), "killed": 3},
            {"day": None, "weekdays": (0,), "killed": 3},
            id="the same day of the week",
        ),
    ],
)
def test_two_tellings_of_one_happening_are_one_incident(
    make: Make, joined: Joined, one: dict[str, Any], other: dict[str, Any]
) -> None:
    incidents = joined([make("a1", **one), make("b1", **other)])
    assert groups(incidents) == [["a1", "b1"]]


@pytest.mark.parametrize(
    ("one", "other"),
    [
        pytest.param(
            {"killed": 3, "weekdays": (0,)},
            {"day": "2025-09-16", "killed": 2, "weekdays": (1,)},
            id="the next night on the same city",
        ),
        pytest.param(
            {"killed": 3}, {"day": "2025-09-17", "killed": 3}, id="two days apart, equal numbers"
        ),
        pytest.param({"killed": 3}, {"site": "town", "killed": 3}, id="two towns of one region"),
        pytest.param(
            {"killed": 3}, {"site": "region", "killed": 11}, id="a region's total and a town"
        ),
        pytest.param({}, {"site": "region"}, id="a region and a town without numbers"),
        pytest.param(
            {"site": "district", "killed": 2}, {"killed": 6}, id="a district and its city's total"
        ),
        pytest.param({"kind": "talks"}, {"kind": "strike"}, id="talks and a strike"),
        pytest.param({"kind": "strike"}, {"kind": "ground_attack"}, id="a strike and a fight"),
        pytest.param(
            {"kind": "prisoner_swap", "sub_type": "exchange", "prisoners": (("UKR", 307),)},
            {"kind": "prisoner_swap", "sub_type": "arrival", "prisoners": (("UKR", 307),)},
            id="an exchange and the arrival",
        ),
        pytest.param(
            {"kind": "prisoner_swap", "sub_type": "exchange", "prisoners": (("UKR", 307),)},
            {"kind": "prisoner_swap", "sub_type": "exchange", "prisoners": (("UKR", 390),)},
            id="exchanges of other numbers",
        ),
        pytest.param(
            {"day": None, "weekdays": (0,), "killed": 3},
            {"day": None, "weekdays": (3,), "killed": 3},
            id="a Monday and a Thursday",
        ),
        pytest.param({"site": "nowhere"}, {"site": "city"}, id="no place and no number"),
    ],
)
def test_two_happenings_stay_apart(
    make: Make, joined: Joined, one: dict[str, Any], other: dict[str, Any]
) -> None:
    incidents = joined([make("a1", **one), make("b1", **other)])
    assert groups(incidents) == [["a1"], ["b1"]]


def test_an_exchange_is_one_wherever_it_is_told(make: Make, joined: Joined) -> None:
    swap = {
        "kind": "prisoner_swap", "sub_type": "exchange", "prisoners": (("RUS", 307), ("UKR", 307)),
    }  # fmt: skip
    reports = [make("a1", "nowhere", **swap), make("b1", "region", **swap), make("c1", **swap)]
    assert groups(joined(reports)) == [["a1", "b1", "c1"]]


def test_a_report_that_fits_two_nights_does_not_join_them(make: Make, joined: Joined) -> None:
    first = make("a1", day="2025-09-14", killed=3)
    last = make("b1", day="2025-09-16", killed=3)
    between = make("c1", day="2025-09-15", killed=3)
    assert len(joined([first, last, between])) == 2


def test_an_article_that_tells_of_city_and_district_tells_of_two_things(
    make: Make, joined: Joined
) -> None:
    reports = [
        make("a1", killed=6, injured=9),
        make("a2", "district", killed=2, injured=9),
        make("b1", killed=6, injured=9),
    ]
    assert groups(joined(reports)) == [["a1", "b1"], ["a2"]]


def test_each_report_says_which_one_it_fits_and_why(make: Make, joined: Joined) -> None:
    (incident,) = joined([make("a1", killed=3), make("b1", killed=3)])
    assert [(link.report_id, link.with_report_id) for link in incident.links] == [
        ("a1", "b1"),
        ("b1", "a1"),
    ]
    assert all("same place, Arva" in link.reasons for link in incident.links)
    assert all("both say 3 killed" in link.reasons for link in incident.links)


def test_a_report_alone_fits_no_other(make: Make, joined: Joined) -> None:
    (incident,) = joined([make("a1")])
    assert [link.with_report_id for link in incident.links] == [None]


def test_no_reports_are_no_incidents(joined: Joined) -> None:
    assert joined([]) == []


@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_the_order_of_the_reports_makes_no_difference(
    dev_reports: list[Report], dev_days: dict[str, dt.date | None], data: st.DataObject
) -> None:
    shuffled = data.draw(st.permutations(dev_reports))
    assert join(shuffled, published=dev_days, previous={}) == join(
        dev_reports, published=dev_days, previous={}
    )


@given(data=st.data())
@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
def test_incidents_that_new_reports_leave_whole_keep_their_ids(
    dev_reports: list[Report], dev_days: dict[str, dt.date | None], data: st.DataObject
) -> None:
    articles = sorted({r.article_id for r in dev_reports})
    late = data.draw(st.sets(st.sampled_from(articles), max_size=len(articles) - 1))
    first = join(
        [r for r in dev_reports if r.article_id not in late], published=dev_days, previous={}
    )
    previous = {r.id: i.id for i in first for r in i.reports}
    second = join(dev_reports, published=dev_days, previous=previous)
    assert len({i.id for i in second}) == len(second)
    now = {r.id: i.id for i in second for r in i.reports}
    for incident in first:
        members = {r.id for r in incident.reports}
        home = {now[ident] for ident in members}
        around = {ident for ident in previous if now[ident] in home}
        if len(home) == 1 and around == members:
            assert home == {incident.id}


def test_every_report_of_the_articles_is_in_one_incident(
    dev_reports: list[Report], dev_days: dict[str, dt.date | None]
) -> None:
    incidents = join(dev_reports, published=dev_days, previous={})
    assert len(dev_reports) > 50
    assert sorted(r.id for i in incidents for r in i.reports) == sorted(r.id for r in dev_reports)
    assert len(incidents) < len(dev_reports)


def test_joining_what_was_joined_changes_nothing(
    dev_reports: list[Report], dev_days: dict[str, dt.date | None]
) -> None:
    once = join(dev_reports, published=dev_days, previous={})
    previous = {r.id: i.id for i in once for r in i.reports}
    assert join(dev_reports, published=dev_days, previous=previous) == once


def test_an_incident_keeps_its_id_when_reports_come(make: Make, joined: Joined) -> None:
    (before,) = joined([make("m1", killed=3)])
    (after,) = joined([make("a1", killed=3), make("m1", killed=3)], previous={"m1": before.id})
    assert after.id == before.id


def test_an_incident_keeps_its_id_when_reports_go(make: Make, joined: Joined) -> None:
    (before,) = joined([make("a1", killed=3), make("m1", killed=3)])
    (after,) = joined([make("m1", killed=3)], previous={"a1": before.id, "m1": before.id})
    assert after.id == before.id


def test_of_two_incidents_that_become_one_the_larger_gives_the_id(
    make: Make, joined: Joined
) -> None:
    reports = [make(f"{a}1", killed=3) for a in "abc"]
    (incident,) = joined(reports, previous={"a1": "small", "b1": "large", "c1": "large"})
    assert incident.id == "large"


def test_an_incident_that_falls_apart_gives_its_id_to_one_part_only(
    make: Make, joined: Joined
) -> None:
    reports = [make("a1"), make("b1"), make("c1", "town")]
    previous = dict.fromkeys(["a1", "b1", "c1"], "old")
    ids = {tuple(sorted(r.id for r in i.reports)): i.id for i in joined(reports, previous=previous)}
    assert ids[("a1", "b1")] == "old"
    assert ids[("c1",)] != "old"


def test_a_district_is_part_of_the_strike_on_its_city(make: Make, joined: Joined) -> None:
    reports = [make("a1", killed=6), make("a2", "district", killed=2), make("a3", "town")]
    by_report = {i.reports[0].id: i for i in joined(reports)}
    assert by_report["a2"].parent == by_report["a1"].id
    assert by_report["a1"].parent is None
    assert by_report["a3"].parent is None


def test_the_nearest_incident_around_is_the_parent(make: Make, joined: Joined) -> None:
    reports = [
        make("a1", "region", kind="casualties", killed=14),
        make("a2", killed=6),
        make("a3", "district", killed=2),
    ]
    by_report = {i.reports[0].id: i for i in joined(reports)}
    assert by_report["a3"].parent == by_report["a2"].id
    assert by_report["a2"].parent == by_report["a1"].id


def test_an_incident_of_another_day_is_no_parent(make: Make, joined: Joined) -> None:
    reports = [make("a1", day="2025-09-12", killed=6), make("a2", "district", killed=2)]
    assert [i.parent for i in joined(reports)] == [None, None]


def test_incidents_are_sorted_by_day_and_undated_ones_come_last(make: Make, joined: Joined) -> None:
    reports = [
        make("a1", day=None),
        make("b1", day="2025-09-16"),
        make("c1", "town", day="2025-09-14"),
    ]
    assert [i.reports[0].id for i in joined(reports)] == ["c1", "b1", "a1"]


def test_the_finest_place_and_the_narrowest_day_are_taken(make: Make, joined: Joined) -> None:
    (incident,) = joined(
        [
            make("a1", "city", "2025-09-14..2025-09-15", injured=7, confidence=0.9),
            make("b1", "district", injured=7, confidence=0.9),
        ]
    )
    assert incident.location.precision == "district"
    assert incident.date.first == incident.date.last == dt.date(2025, 9, 15)


def test_missiles_of_one_report_and_drones_of_another_make_both(make: Make, joined: Joined) -> None:
    (incident,) = joined(
        [
            make("a1", sub_type="missile", weapons=(Weapon(kind="missile", launched=3),)),
            make("b1", sub_type="drone", weapons=(Weapon(kind="drone", launched=20),)),
        ]
    )
    assert incident.sub_type == "missile_and_drone"
    assert [(w.kind, w.launched) for w in incident.weapons] == [("drone", 20), ("missile", 3)]


@pytest.mark.parametrize(
    ("fields", "title"),
    [
        ({"sub_type": "missile", "target": "port"}, "Missile strike on port, Arva (Arva Oblast)"),
        ({"sub_type": "drone", "site": "district"}, "Drone strike, Lower Arva"),
        ({"sub_type": "shelling", "site": "town"}, "Shelling, Brod (Arva Oblast)"),
        ({"site": "region"}, "Strike, Arva Oblast"),
        ({"site": "nowhere", "killed": 3}, "Strike"),
        ({"kind": "casualties", "site": "region", "killed": 9}, "9 killed, Arva Oblast"),
        ({"kind": "casualties", "site": "region", "injured": 9}, "Casualties, Arva Oblast"),
        ({"kind": "talks", "target": "a table"}, "Talks, Arva (Arva Oblast)"),
        ({"kind": "prisoner_swap", "sub_type": "exchange", "site": "nowhere"}, "Prisoner exchange"),
        ({"kind": "flood"}, "flood, Arva (Arva Oblast)"),
        ({"target": "x" * 61}, "Strike, Arva (Arva Oblast)"),
    ],
    ids=[
        "target and place",
        "district",
        "town",
        "region",
        "no place",
        "killed",
        "no killed",
        "talks",
        "swap",
        "a type that the lexicon lacks",
        "a target too long",
    ],
)  # fmt: skip
def test_a_title_says_what_and_where(
    make: Make, joined: Joined, fields: dict[str, Any], title: str
) -> None:
    (incident,) = joined([make("a1", **fields)])
    assert incident.title == title


def test_a_town_called_like_its_region_says_so_once(make: Make, joined: Joined) -> None:
    report = make("a1")
    place = report.location.place
    assert place is not None
    same = Location(
        place=type(place)(
            id="c", name="Arva", kind=place.kind, lat=50.0, lon=30.0, admin1="Arva", admin1_id="r"
        ),
        precision="settlement",
    )
    (incident,) = joined([make("a1", location=same)])
    assert incident.title == "Strike, Arva"

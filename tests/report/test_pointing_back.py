"""What a later sentence says of what was told before, and what a sentence says of itself."""

import datetime as dt
from collections.abc import Callable

import pytest

from mapper.report.model import Extraction, Report

Read = Callable[..., Extraction]
Told = tuple[str, str | None, str | None, int | None, int | None]


def told(report: Report) -> Told:
    """Type, place, day, killed and injured of a report."""
    return (
        report.event_type,
        report.location.place.name if report.location.place is not None else None,
        report.date.first.isoformat() if report.date.first is not None else None,
        report.killed.best if report.killed is not None else None,
        report.injured.best if report.injured is not None else None,
    )


@pytest.mark.parametrize(
    ("text", "day", "expected"),
    [
        pytest.param(
            "Drones attacked the oil terminal at Tuapse on Sunday. A berth was damaged there and "
            "one sailor was injured, the Krasnodar regional authorities said.",
            "2025-11-10",
            [("strike", "Tuapse", "2025-11-09", None, 1)],
            id="there",
        ),
        pytest.param(
            "On Sunday evening it was the turn of Shostka, in the Sumy region. Drones hit a "
            "substation there and left the town without power, the mayor said.",
            "2024-12-09",
            [("strike", "Shostka", "2024-12-08", None, None)],
            id="there, where nothing was told of yet",
        ),
        pytest.param(
            "Ukrainian drones set fire to an oil refinery in Syzran on Monday.\n\nSamara governor "
            "Pavel Zimin acknowledged that an industrial enterprise had been attacked and said two "
            "workers had been taken to hospital with burns.",
            "2025-11-10",
            [("strike", "Syzran", "2025-11-10", None, 2)],
            id="what somebody grants",
        ),
        pytest.param(
            "A missile struck a hotel in Kryvyi Rih on Thursday, killing four people.\n\nRussia's "
            "military said on Friday that it had carried out a strike on a gathering of "
            "commanders, in which up to 80 servicemen were killed.",
            "2025-09-05",
            [("strike", "Kryvyi Rih", "2025-09-04", 4, None)],
            id="what the attackers say of their own deed",
        ),
        pytest.param(
            "Drones hit an oil refinery in Syzran on Monday. The raid came a day after drones "
            "attacked the port of Tuapse.",
            "2025-11-10",
            [
                ("strike", "Syzran", "2025-11-10", None, None),
                ("strike", "Tuapse", "2025-11-09", None, None),
            ],
            id="a day after",
        ),
        pytest.param(
            "At least 12 soldiers were killed in an assault on a camp in Bandiagara, Mali, "
            "security sources said Wednesday.\n\nThe attackers arrived on motorbikes at dawn on "
            "Tuesday and held the camp for two hours.\n\nThe group claimed the assault and said "
            "it had killed 26 soldiers.",
            "2025-12-03",
            [("ground_attack", "Bandiagara", "2025-12-02", 12, None)],
            id="the day, told later, and a claim",
        ),
        pytest.param(
            "A drone strike on a car in the Lebanese town of Bint Jbeil killed three people, the "
            "health ministry said on Friday.\n\nThe army said Thursday's strike had killed a "
            "commander.",
            "2026-02-13",
            [("strike", "Bint Jbeil", "2026-02-12", 3, None)],
            id="the strike of a day",
        ),
        pytest.param(
            "At least 15 people were killed when jihadists attacked a convoy in southern Mali this "
            "week, sources said on Saturday.\n\nThursday's attack near Bougouni was claimed by "
            "JNIM.",
            "2026-01-31",
            [("ground_attack", "Bougouni", "2026-01-29", 15, None)],
            id="where and on which day, told later",
        ),
        pytest.param(
            "Gunmen killed 17 people in an attack on a village in Niger's Ayorou department on "
            "Sunday. Nine people were wounded in the attack, which took place near the border with "
            "Mali.",
            "2026-02-02",
            [("ground_attack", "Ayorou", "2026-02-01", 17, 9)],
            id="roughly where, told later",
        ),
    ],
)
def test_a_later_sentence_adds_to_what_was_told(
    read: Read, text: str, day: str, expected: list[Told]
) -> None:
    extraction = read(text, published=dt.date.fromisoformat(day))
    assert [told(report) for report in extraction.reports] == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The ministry said two miners had been killed and five people injured at Rodynske, and "
            "that a driver had died in Kostiantynivka.",
            {"Rodynske": (2, 5), "Kostiantynivka": (1, None)},
            id="each place its own",
        ),
        pytest.param(
            "Medics at Nasser hospital said 17 people died when two missiles hit a school building "
            "in Khan Younis.",
            {"Khan Younis": (17, None)},
            id="a hospital that speaks",
        ),
        pytest.param(
            "Israel bombed a school used as a shelter in Khan Younis and a family home in the "
            "Nuseirat refugee camp, where six people died.",
            {"Khan Younis": (None, None), "Nuseirat": (6, None)},
            id="as a shelter opens no clause",
        ),
        pytest.param(
            "Two men were killed in a strike on Beryslav. A third man died later in hospital.",
            {"Beryslav": (3, None)},
            id="a third man",
        ),
        pytest.param(
            "Two people died at once when a shell hit a bus in Kherson and two later in hospital.",
            {"Kherson": (4, None)},
            id="two later",
        ),
        pytest.param(
            "Two sisters were walking home in Taiz when a shell landed. Both were killed.",
            {"Taiz": (2, None)},
            id="both",
        ),
        pytest.param(
            "An airstrike on a house in Kherson killed six members of one family.",
            {"Kherson": (6, None)},
            id="of one family",
        ),
        pytest.param(
            "A drone struck a house in Shebekino. A man was killed and his wife was injured.",
            {"Shebekino": (1, 1)},
            id="his wife",
        ),
        pytest.param(
            "A drone hit a depot in Nikopol, killing two night guards and injuring a train driver.",
            {"Nikopol": (2, 1)},
            id="night guards and a train driver",
        ),
        pytest.param(
            "A woman who lived next door was fatally wounded when a drone hit a house in Kherson.",
            {"Kherson": (1, None)},
            id="who lived next door",
        ),
        pytest.param(
            "Soldiers shot and killed a 19-year-old Palestinian during a raid in Tubas.",
            {"Tubas": (1, None)},
            id="a countryman",
        ),
        pytest.param(
            "Gunmen attacked the locality of Fataki, Djugu territory, killing nine.",
            {"Fataki": (9, None)},
            id="a division around",
        ),
        pytest.param(
            "On the left bank of the Dnipro, in Oleshky, a house was hit by shells and two died.",
            {"Oleshky": (2, None)},
            id="a river around",
        ),
        pytest.param(
            "A drone struck a tanker on the road outside Bara, some 60 kilometres north of El "
            "Obeid, killing two.",
            {"Bara": (2, None)},
            id="where the place lies",
        ),
        pytest.param(
            "Including a woman killed in Zaporizhzhia, Wednesday's attack claimed 12 lives across "
            "Ukraine.",
            {"Ukraine": (12, None)},
            id="a part told before its whole",
        ),
    ],
)
def test_harm_goes_where_it_was(
    read: Read, text: str, expected: dict[str, tuple[int | None, int | None]]
) -> None:
    reports = [told(report) for report in read(text).reports]
    assert {place: (killed, injured) for _, place, _, killed, injured in reports} == expected


@pytest.mark.parametrize(
    "text",
    [
        "Russia has stepped up its strikes on Odesa since the autumn.",
        "Kyiv says its strikes on refineries are aimed at depriving Moscow of money.",
        "If the substations that feed the plants at Rivne were to be hit, the lights would go out.",
        "Moscow has used the peninsula to launch missiles and drones at Odesa and Mykolaiv.",
        "The two sides held talks in Muscat about exchanging prisoners.",
        "The group was weakened by the war, in which its leader was killed in a strike on Beirut.",
        "It was the worst exchange since the ceasefire, which ended four days of attacks in which "
        "70 people were killed in Muzaffarabad.",
        "Residents of Kosti heard anti-aircraft fire.",
        "The blasts were felt by a researcher at an institute in Washington who studies the war.",
    ],
)
def test_no_strike_or_exchange_is_told_of(read: Read, text: str) -> None:
    kinds = {r.event_type for r in read(text).reports if r.location.place is not None}
    assert not kinds & {"strike", "ground_attack", "prisoner_swap", "casualties"}


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("Rockets were fired towards Haifa, all of which were intercepted.", "interception"),
        ("Russian forces attacked near Lyman but did not advance.", "ground_attack"),
        ("Russian forces shelled Lyman with artillery and did not advance.", "strike"),
        ("Strikes and gunfire killed 11 Palestinians in Rafah.", "strike"),
        (
            "In South Kordofan, 63 civilians were killed between 1 and 10 September, chiefly by "
            "shelling.",
            "casualties",
        ),
    ],
)
def test_the_kind_follows_from_what_is_told(read: Read, text: str, kind: str) -> None:
    assert {report.event_type for report in read(text).reports} == {kind}


def test_a_district_that_no_gazetteer_has_is_told_as_part_of_its_city(read: Read) -> None:
    extraction = read(
        "Drones hit Voronezh; two were hurt by a drone in the Sovetsky district of the city."
    )
    assert {r.location.place.name for r in extraction.reports if r.location.place} == {"Voronezh"}

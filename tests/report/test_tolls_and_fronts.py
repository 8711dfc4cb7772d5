"""Whose a toll is, what troops do at a front, and what only sounds like news.

Each text with the events that it tells: type, place, day of September 2025, killed, injured.
"""

import pytest

from tests.report.conftest import Read, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A missile hit Kyiv on Tuesday, killing one.\n\nA drone hit a block of flats in the "
            "Darnytskyi district of Kyiv on Tuesday, wounding two. The death toll in the city has "
            "risen to seven, the mayor said.",
            [("strike", "Kyiv", 16, 7, None), ("strike", "Darnytsia", 16, None, 2)],
            id="a city over its district",
        ),
        pytest.param(
            "A missile hit a factory in Dnipro on Tuesday. Shells fell on a market in Nikopol on "
            "Tuesday. Seventeen people were injured at the factory.",
            [("strike", "Dnipro", 16, None, 17), ("strike", "Nikopol", 16, None, None)],
            id="a target that was told before",
        ),
        pytest.param(
            "Russian drones hit a depot in Kharkiv on Tuesday.\n\nThree people were killed on "
            "Tuesday, the Zaporizhzhia governor said.",
            [
                ("strike", "Kharkiv", 16, None, None),
                ("casualties", "Zaporizhzhia Oblast", 16, 3, None),
            ],
            id="an office of another region",
        ),
        pytest.param(
            "The attack on Tuesday claimed 12 lives across Ukraine.",
            [("strike", "Ukraine", 16, 12, None)],
            id="across a country",
        ),
    ],
)
def test_whose_a_toll_is(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Ukrainian forces repelled 43 Russian attacks in the Pokrovsk sector on Tuesday, the "
            "General Staff said.",
            [("ground_attack", "Pokrovsk", 16, None, None)],
            id="attacks that were repelled",
        ),
        pytest.param(
            "A convoy came under fire from unidentified gunmen near Tillabéri on Tuesday, and four "
            "soldiers were killed.",
            [("ground_attack", "Tillabéri", 16, 4, None)],
            id="fire of gunmen",
        ),
        pytest.param(
            "The RSF raided two villages near El Obeid on Tuesday, killing nine people.",
            [("ground_attack", "El Obeid", 16, 9, None)],
            id="a group that goes by its letters",
        ),
        pytest.param(
            "Israeli soldiers shot dead a boy during a raid on Balata camp in Nablus on Tuesday.",
            [("ground_attack", "Balatah", 16, 1, None)],
            id="a raid in which somebody was shot",
        ),
        pytest.param(
            "The governor said that four people were killed in continued assaults on the Kharkiv "
            "region on Tuesday.",
            [("strike", "Kharkiv Oblast", 16, 4, None)],
            id="assaults of nobody on foot",
        ),
        pytest.param(
            "The battalions had intensified their assaults on Vuhledar on Tuesday, officers said.",
            [("ground_attack", "Vuhledar", 16, None, None)],
            id="assaults of battalions",
        ),
    ],
)
def test_troops_at_a_front(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Odesa and Poltava were both hit overnight.",
            [("strike", "Odesa", 17, None, None), ("strike", "Poltava", 17, None, None)],
            id="both",
        ),
        pytest.param(
            "Zaporizhzhia was also hit on Tuesday. Two people were wounded there.",
            [("strike", "Zaporizhzhia", 16, None, 2)],
            id="also",
        ),
        pytest.param(
            "Kupiansk was hit by drones on Tuesday.",
            [("strike", "Kupiansk", 16, None, None)],
            id="a small town alone in its text",
        ),
        pytest.param(
            "Drones hit a depot in Kharkiv on Tuesday. In Lozova, 12 people were wounded.",
            [("strike", "Kharkiv", 16, None, None), ("strike", "Lozova", 16, None, 12)],
            id="a small town in front of a number, which is no age",
        ),
        pytest.param(
            "Russian drones attacked Nadvirna on Tuesday.",
            [("strike", "Nadvirna", 16, None, None)],
            id="a small town that drones attack",
        ),
        pytest.param(
            "On the left bank of the Dnipro, in Oleshky, a shell killed a woman on Tuesday.",
            [("strike", "Oleshky", 16, 1, None)],
            id="a bank of a river",
        ),
        pytest.param(
            "The Azot works at Cherepovets was attacked by drones on Tuesday.",
            [("strike", "Cherepovets", 16, None, None)],
            id="works",
        ),
    ],
)
def test_what_was_hit(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize("dash", ["-", "–"])
def test_an_ambush_on_a_road_is_one(read: Read, dash: str) -> None:
    text = (
        f"On Tuesday insurgents ambushed a convoy on the Maiduguri{dash}Damboa road, killing four."
    )
    ((kind, place, day, killed, _),) = told(read(text))
    assert (kind, place, day, killed) == ("ground_attack", "Maiduguri", 16, 4)


@pytest.mark.parametrize(
    "text",
    [
        "Leaflets dropped over Khan Yunis on Tuesday said that an assault was coming.",
        "What woke Lutsk on Tuesday was not a Russian missile but an old boiler.",
        "An explosion was heard in Lutsk on Tuesday. It was a training exercise.",
        "A two-year-old video of an explosion in Sumy was shared again on Tuesday.",
        "Ukraine is shelled daily, and Kherson was attacked less often this month.",
        "Was Odesa hit by drones on Tuesday?",
        "In Kharkiv people thought it was a bombing on Tuesday.",
        "Beirut was hit again on Tuesday by power cuts.",
        "The UNHCR attacked Budapest on Monday over its border law.",
        "A court sentenced an officer to life in prison for a missile strike on Odesa.",
        "A gunman who killed nine in Mainz was sentenced on Tuesday.",
        "Ten men were held on Tuesday on suspicion of planning an attack on Odesa.",
        "The government freed several detainees on Tuesday.",
    ],
)
def test_this_tells_of_no_event(read: Read, text: str) -> None:
    assert told(read(text)) == []


@pytest.mark.parametrize(
    ("text", "place", "killed"),
    [
        ("People waiting to buy bread in Idlib were killed by shelling on Monday.", "Idlib", None),
        ("Bombs fell on people waiting to buy bread in Idlib on Monday, killing nine.", "Idlib", 9),
        ("A man suspected of spying was killed when a drone hit his car in Tyre.", "Tyre", 1),
        (
            "A missile hit a lorry in Belgorod on Tuesday. It was carrying fireworks.",
            "Belgorod",
            None,
        ),
        ("Footage showed the old town of Odesa after a strike that killed three.", "Odesa", 3),
        ("We thought it was over when rockets hit Haifa on Tuesday, he said.", "Haifa", None),
        ("Missiles hit Dnipro on Tuesday, killing three - why did nobody warn us?", "Dnipro", 3),
        (
            "Three men on trial for spying were hurt in a drone strike on Belgorod.",
            "Belgorod",
            None,
        ),
        ("Two judges who convicted rebels were shot dead by gunmen in Cali.", "Cali", 2),
    ],
)
def test_this_happened_all_the_same(read: Read, text: str, place: str, killed: int | None) -> None:
    ((_, told_place, _, told_killed, _),) = told(read(text))
    assert (told_place, told_killed) == (place, killed)


def test_detainees_that_two_sides_exchange_are_prisoners(read: Read) -> None:
    ((kind, *_),) = told(read("Russia and Ukraine exchanged 20 detainees on Tuesday."))
    assert kind == "prisoner_swap"


@pytest.mark.parametrize(
    ("head", "day"),
    [
        ("Situation update: 1–7 September 2025", 5),
        ("## 1–7 September", 5),
        ("From 1–7 September 40 drones were downed.", 12),
        ("Truce of 1–7 September fails", 12),
    ],
)
def test_a_first_line_that_ends_with_days_gives_those_covered(
    read: Read, head: str, day: int
) -> None:
    ((_, _, told_day, _, _),) = told(read(f"{head}\n\nOn Friday a drone hit a depot in Sumy."))
    assert told_day == day

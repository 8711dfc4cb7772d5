"""Is it an incident, and the day's? A text in, types of events and reasons of setting aside out."""

from collections.abc import Callable

import pytest

from mapper.report import Extraction

Read = Callable[..., Extraction]


def aside(extraction: Extraction) -> list[str]:
    return [a.why for a in extraction.set_aside]


@pytest.mark.parametrize(
    ("text", "why"),
    [
        pytest.param(
            "No missile hit the depot in Poltava, the mayor said.", "denied", id="no missile"
        ),
        pytest.param(
            "The army denied that it had shelled the hospital in Kherson.", "denied", id="denied"
        ),
        pytest.param(
            "The ministry rejected reports that a missile hit Taganrog.", "denied", id="rejected"
        ),
        pytest.param(
            "Moscow rejected the claim that a drone hit Rylsk.", "denied", id="a claim rejected"
        ),
        pytest.param(
            "The commander vowed to hit ports near Odesa with missiles.", "modal", id="a vow"
        ),
        pytest.param(
            "Moscow threatened to strike Kyiv with ballistic missiles.", "modal", id="a threat"
        ),
        pytest.param(
            "If the dam near Zaporizhzhia is struck by a missile, homes will flood.",
            "modal",
            id="a condition",
        ),
        pytest.param("Analysts fear that missiles could hit Kharkiv again.", "modal", id="a fear"),
        pytest.param(
            "Artillery may shell the bridges at Kherson next.", "modal", id="a possibility"
        ),
        pytest.param(
            "During the exercise artillery shelled targets near Grodno.", "exercise", id="a drill"
        ),
        pytest.param(
            "Film crews in Lviv staged a scene in which a bomb hits a bakery.",
            "exercise",
            id="a film",
        ),
        pytest.param(
            "In March 2022 a bomb fell on the theatre in Mariupol, killing 300 people.",
            "history",
            id="another year",
        ),
        pytest.param(
            "Shelling killed four people in the Kherson region last month.",
            "history",
            id="last month",
        ),
        pytest.param(
            "Since February 2022 more than 600 children have been killed in Ukraine.",
            "total",
            id="a running total",
        ),
        pytest.param("Every night drones hit Kharkiv.", "habit", id="a habit"),
        pytest.param(
            "A gas leak tore through a block of flats in Ternopil, killing three people.",
            "accident",
            id="an accident",
        ),
    ],
)
def test_what_did_not_happen_now_is_set_aside_with_the_reason(
    read: Read, text: str, why: str
) -> None:
    extraction = read(text)
    assert extraction.reports == ()
    assert aside(extraction) == [why]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("Troops were preparing to storm Bakhmut.", id="a preparation"),
        pytest.param("Reservists will storm a mock village near Brest in the drill.", id="a drill"),
        pytest.param("Prices exploded in Kyiv this summer.", id="prices"),
        pytest.param("The book is a bombshell report about Lviv.", id="a bombshell"),
        pytest.param("Fans stormed the pitch in Dnipro on Sunday.", id="a pitch"),
        pytest.param("Reports of a strike on Rivne are untrue, the governor said.", id="untrue"),
        pytest.param("The exchange planned for Friday has been called off.", id="called off"),
        pytest.param(
            "Monday marked the anniversary of the strike on the station in Kramatorsk, "
            "which killed 60 people.",
            id="an anniversary",
        ),
        pytest.param("Air raid sirens sounded in Kyiv.", id="sirens"),
        pytest.param("The minister called for strikes on Moscow.", id="a call"),
        pytest.param("Two hikers died in an accident near Yaremche.", id="hikers"),
        pytest.param("Bus drivers in Lviv went on strike on Monday.", id="a strike of workers"),
        pytest.param("The film was a hit in Kyiv and in Odesa on Monday.", id="a hit film"),
        pytest.param("The striker fired the ball into the net in Kharkiv.", id="football"),
        pytest.param("A heart attack killed the mayor of Poltava on Monday.", id="heart attack"),
        pytest.param("He launched an attack on the budget in Kyiv on Monday.", id="politics"),
        pytest.param("The drone factory in Kyiv opened on Monday.", id="a factory of drones"),
    ],
)
def test_other_news_is_no_incident(read: Read, text: str) -> None:
    assert read(text).reports == ()


@pytest.mark.parametrize(
    ("text", "event_type", "sub_type"),
    [
        pytest.param(
            "The attack on Izmail on Monday killed two dockers.", "strike", None, id="a noun"
        ),
        pytest.param(
            "Shelling of Nikopol continued on Tuesday.", "strike", "shelling", id="shelling of"
        ),
        pytest.param(
            "A kindergarten in Sumy was hit by a drone on Tuesday.",
            "strike",
            "drone",
            id="passive",
        ),
        pytest.param(
            "Nikopol came under artillery fire on Tuesday.", "strike", "shelling", id="under fire"
        ),
        pytest.param(
            "Explosions rang out in Zaporizhzhia overnight.",
            "strike",
            "explosion",
            id="rang out",
        ),
        pytest.param(
            "An oil depot in Feodosia caught fire after a drone attack on Monday.",
            "strike",
            "drone",
            id="caught fire after",
        ),
        pytest.param(
            "Wreckage of a downed drone fell on a school in Brovary on Tuesday, injuring a guard.",
            "strike",
            "drone",
            id="debris",
        ),
        pytest.param(
            "Israeli airstrikes killed 14 people in Khan Younis on Tuesday.",
            "strike",
            "airstrike",
            id="airstrikes",
        ),
        pytest.param(
            "A guided bomb hit Kramatorsk on Monday, injuring five people.",
            "strike",
            "airstrike",
            id="a guided bomb",
        ),
        pytest.param(
            "Ballistic missiles and drones hit Kyiv overnight, killing five people.",
            "strike",
            "missile_and_drone",
            id="missiles and drones",
        ),
        pytest.param(
            "A suicide bomber blew himself up outside a mosque in Peshawar on Tuesday.",
            "strike",
            "explosion",
            id="a bomber",
        ),
        pytest.param(
            "Eight drones were destroyed over the Kursk region overnight.",
            "interception",
            None,
            id="brought down",
        ),
        pytest.param(
            "A missile was intercepted over Tel Aviv on Monday; nobody was hurt.",
            "interception",
            None,
            id="intercepted",
        ),
        pytest.param(
            "Militants ambushed an army convoy near Maiduguri on Monday, killing nine soldiers.",
            "ground_attack",
            None,
            id="an ambush",
        ),
        pytest.param(
            "Gunmen attacked the village of Bankass in Mali on Monday, killing 12 people.",
            "ground_attack",
            None,
            id="gunmen",
        ),
        pytest.param(
            "Over the past week 63 civilians were killed in the Donetsk region.",
            "casualties",
            None,
            id="a total of the week",
        ),
        pytest.param(
            "Ukraine and Russia exchanged prisoners on Friday, 307 each.",
            "prisoner_swap",
            "exchange",
            id="an exchange",
        ),
        pytest.param(
            "Delegations from Russia and Ukraine held talks in Istanbul on Monday.",
            "talks",
            None,
            id="talks",
        ),
    ],
)
def test_what_happened_has_a_type_and_a_sub_type(
    read: Read, text: str, event_type: str, sub_type: str | None
) -> None:
    (report,) = read(text).reports
    assert (report.event_type, report.sub_type) == (event_type, sub_type)


def test_unharmed_is_a_strike_with_zero_killed_and_injured(read: Read) -> None:
    (report,) = read("A drone fell in a field near Lubny on Tuesday; nobody was hurt.").reports
    assert report.event_type == "strike"
    assert report.killed is not None
    assert report.injured is not None
    assert (report.killed.best, report.injured.best) == (0, 0)


def test_only_the_strike_of_the_day_is_taken_from_a_series(read: Read) -> None:
    text = "A drone hit the port of Izmail on Monday, the third strike on the port this year."
    (report,) = read(text).reports
    assert str(report.date.first) == "2025-09-15"


def test_a_denial_in_the_next_sentence_takes_back_what_was_told(read: Read) -> None:
    extraction = read(
        "A channel wrote that a missile had hit the hospital in Rivne. "
        "It was not: nobody fired at the hospital."
    )
    assert extraction.reports == ()
    assert "denied" in aside(extraction)


def test_a_strike_behind_an_accident_is_told_apart_from_it(read: Read) -> None:
    extraction = read(
        "A gas leak tore through a block of flats in Ternopil on Monday, killing three people.\n\n"
        "A missile struck a warehouse in Poltava on Monday, killing two people."
    )
    (report,) = extraction.reports
    assert report.location.place is not None
    assert report.location.place.name == "Poltava"
    assert report.killed is not None
    assert report.killed.best == 2


@pytest.mark.parametrize(
    ("text", "target"),
    [
        ("A missile hit a nine-storey residential building in Sumy.", "nine-storey residential"),
        ("A kindergarten in Sumy was hit by a drone on Tuesday.", "kindergarten"),
        ("A drone struck an oil depot in Engels on Monday.", "oil depot"),
        ("A missile damaged the thermal power plant in Ladyzhyn.", "thermal power plant"),
    ],
    ids=["with its storeys", "in front", "two words", "three words"],
)
def test_the_target_is_said_in_the_words_of_the_report(read: Read, text: str, target: str) -> None:
    (report,) = read(text).reports
    assert report.target is not None
    assert report.target.startswith(target)
    assert report.target in text


@pytest.mark.parametrize(
    ("text", "initiator"),
    [
        ("Russian forces shelled Nikopol on Tuesday, killing one person.", "RUS"),
        ("Ukrainian drones hit an oil depot in Engels on Monday.", "UKR"),
        ("Israeli airstrikes killed 14 people in Khan Younis on Tuesday.", "ISR"),
        ("It was not clear who fired the rocket that hit a school in Nikopol on Tuesday.", None),
        ("A drone hit a bus in Nikopol on Tuesday.", None),
    ],
    ids=["forces", "drones", "airstrikes", "not clear", "not said"],
)
def test_who_did_it_is_named_only_when_the_text_says_so(
    read: Read, text: str, initiator: str | None
) -> None:
    (report,) = read(text).reports
    assert report.initiator == initiator


def test_weapons_are_counted_by_kind(read: Read) -> None:
    (report,) = read("Russia launched 14 ballistic missiles and 102 drones at Kyiv.").reports
    assert [(w.kind, w.launched) for w in report.weapons] == [
        ("ballistic missile", 14),
        ("drone", 102),
    ]


def test_weapons_that_were_brought_down_are_counted_as_such(read: Read) -> None:
    (report,) = read("Eight drones were destroyed over the Kursk region overnight.").reports
    assert [(w.kind, w.launched, w.intercepted) for w in report.weapons] == [("drone", None, 8)]

"""Who says so, what adds up over several sentences, and who gets which prisoners back."""

from collections.abc import Callable

import pytest

from mapper.report import Count, Extraction
from mapper.report.counts import total_of

Read = Callable[..., Extraction]


@pytest.mark.parametrize(
    ("text", "speaker"),
    [
        pytest.param(
            "Three people died in Nikopol on Tuesday after a shell hit a bus, the governor said.",
            "governor",
            id="behind",
        ),
        pytest.param(
            "The mayor said that a shell killed three people in Nikopol on Tuesday.",
            "mayor",
            id="in front",
        ),
        pytest.param(
            "A drone, the governor wrote, hit a bus in Nikopol on Monday, killing three people.",
            "governor",
            id="in between",
        ),
        pytest.param(
            "According to the mayor, a shell killed three people in Nikopol on Tuesday.",
            "mayor",
            id="according to",
        ),
        pytest.param(
            '"A shell killed three people in Nikopol on Tuesday," said Mayor Olha Petrenko.',
            "Mayor Olha Petrenko",
            id="behind a quotation",
        ),
        pytest.param(
            "A shell killed three people in Nikopol on Tuesday, the ministry said, citing police.",
            "ministry",
            id="a chain",
        ),
        pytest.param(
            "The governor's office reported that a shell killed three people in Nikopol.",
            "governor's office",
            id="an office",
        ),
        pytest.param(
            "Rescuers said 15 people had been killed in the strike on Nikopol on Monday.",
            "Rescuers",
            id="rescuers",
        ),
        pytest.param("A shell killed three people in Nikopol on Tuesday.", None, id="nobody"),
    ],
)
def test_a_number_keeps_its_speaker(read: Read, text: str, speaker: str | None) -> None:
    (report,) = read(text).reports
    assert report.killed is not None
    assert (report.attributed_to, report.killed.speaker) == (speaker, speaker)


def test_two_speakers_with_two_numbers_give_a_range(read: Read) -> None:
    (report,) = read(
        "The mayor said 31 people were injured in the strike on Sumy on Monday; "
        "the governor said 28 were injured."
    ).reports
    assert report.injured is not None
    assert (report.injured.low, report.injured.best, report.injured.high) == (28, 31, 31)


def test_further_people_of_a_later_sentence_belong_to_the_same_strike(read: Read) -> None:
    (report,) = read(
        "A missile hit a market in Nikopol on Tuesday, killing six people. A further 14 were hurt."
    ).reports
    assert report.killed is not None
    assert report.injured is not None
    assert (report.killed.best, report.injured.best) == (6, 14)


def test_a_part_told_in_a_later_sentence_changes_nothing(read: Read) -> None:
    (report,) = read(
        "A missile hit a market in Nikopol on Tuesday, killing nine people. "
        "Two of them were children."
    ).reports
    assert report.killed is not None
    assert report.killed.best == 9


def test_an_update_of_the_toll_replaces_the_first_number(read: Read) -> None:
    (report,) = read(
        "A strike on Nikopol on Monday killed three people. On Tuesday the death toll rose to five."
    ).reports
    assert report.killed is not None
    assert (report.killed.best, report.killed.update) == (5, True)


def said(number: int | None, speaker: str | None = None, **rest: bool) -> Count:
    return Count(
        low=number,
        best=number,
        high=number,
        speaker=speaker,
        update=rest.get("update", False),
        addition=rest.get("addition", False),
    )


@pytest.mark.parametrize(
    ("counts", "expected"),
    [
        pytest.param([(said(3), False)], (3, 3, 3), id="one"),
        pytest.param(
            [(said(3), False), (said(1, addition=True), False)], (4, 4, 4), id="an addition"
        ),
        pytest.param([(said(9), False), (said(2), True)], (9, 9, 9), id="a part"),
        pytest.param(
            [(said(9), False), (said(7, update=True), False)], (7, 7, 7), id="revised down"
        ),
        pytest.param([(said(3), False), (said(5), False)], (5, 5, 5), id="a larger number"),
        pytest.param([(said(5), False), (said(3), False)], (5, 5, 5), id="a smaller number"),
        pytest.param([(said(0), False), (said(2), False)], (2, 2, 2), id="zero first"),
        pytest.param([(said(2), False), (said(0), False)], (2, 2, 2), id="zero last"),
        pytest.param([(said(None), False), (said(4), False)], (4, 4, 4), id="unknown first"),
        pytest.param(
            [(said(31, "mayor"), False), (said(28, "governor"), False)],
            (28, 31, 31),
            id="two speakers",
        ),
        pytest.param(
            [(said(28, "governor"), False), (said(31, "mayor"), False)],
            (28, 28, 31),
            id="two speakers, the lower first",
        ),
        pytest.param(
            [(said(6), False), (said(2), True), (said(3, addition=True), False)],
            (9, 9, 9),
            id="a part and an addition",
        ),
    ],
)
def test_several_numbers_of_one_report_become_one(
    counts: list[tuple[Count, bool]], expected: tuple[int, int, int]
) -> None:
    total = total_of(counts)
    assert total is not None
    assert (total.low, total.best, total.high) == expected


def test_no_numbers_are_no_count() -> None:
    assert total_of([]) is None


@pytest.mark.parametrize(
    ("text", "prisoners"),
    [
        pytest.param(
            "Ukraine and Russia exchanged 307 prisoners each on Friday.",
            {"RUS": 307, "UKR": 307},
            id="each",
        ),
        pytest.param(
            "On Friday 307 Ukrainian soldiers and 300 Russian soldiers were released in a "
            "prisoner swap.",
            {"RUS": 300, "UKR": 307},
            id="by demonym",
        ),
        pytest.param(
            "Ukraine freed 103 Russian soldiers and as many Ukrainians came home in a prisoner "
            "exchange on Friday.",
            {"RUS": 103, "UKR": 103},
            id="as many",
        ),
        pytest.param(
            "Ukraine brought home 205 of its soldiers in a prisoner exchange on Friday.",
            {"UKR": 205},
            id="home",
        ),
        pytest.param(
            "Armenia and Azerbaijan exchanged prisoners of war on Friday, 15 from each side.",
            {"ARM": 15, "AZE": 15},
            id="another war",
        ),
        pytest.param(
            "Ukraine and Russia exchanged prisoners on Friday.", {}, id="no number is said"
        ),
    ],
)
def test_prisoners_are_counted_by_the_side_that_gets_them_back(
    read: Read, text: str, prisoners: dict[str, int]
) -> None:
    (report,) = read(text).reports
    assert report.event_type == "prisoner_swap"
    assert dict(report.prisoners) == prisoners

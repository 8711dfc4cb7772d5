"""Numbers in sentences: text in, bounds and units out."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.text.numbers import Number, find_numbers
from mapper.text.tokens import tokenize


def numbers(text: str) -> list[Number]:
    return find_numbers(tokenize(text), text)


def counts(text: str) -> list[tuple[str, int | None, int | None, int | None]]:
    return [
        (text[each.start : each.end], each.low, each.best, each.high)
        for each in numbers(text)
        if each.unit is None
    ]


def units(text: str) -> list[tuple[str, str | None]]:
    return [(text[each.start : each.end], each.unit) for each in numbers(text)]


@pytest.mark.parametrize(
    ("text", "words", "low", "best", "high"),
    [
        ("Rescuers pulled 18 people out.", "18", 18, 18, 18),
        ("Eleven were wounded.", "Eleven", 11, 11, 11),
        ("Forty-seven homes burned.", "Forty-seven", 47, 47, 47),
        ("They counted forty seven graves.", "forty seven", 47, 47, 47),
        ("It freed 1,000 captives.", "1,000", 1000, 1000, 1000),
        ("It freed 1 000 captives.", "1 000", 1000, 1000, 1000),
        ("It freed 12\u00a0500 captives.", "12\u00a0500", 12500, 12500, 12500),
        ("About 1.2 million fled.", "About 1.2 million", 1200000, 1200000, 1200000),
        ("Half a million people fled.", "Half a million", 500000, 500000, 500000),
        ("A quarter of a million fled.", "A quarter of a million", 250000, 250000, 250000),
        ("One and a half million fled.", "One and a half million", 1500000, 1500000, 1500000),
        ("One hundred and six men came home.", "One hundred and six", 106, 106, 106),
        ("Two thousand three hundred men left.", "Two thousand three hundred", 2300, 2300, 2300),
        ("Three hundred thousand left.", "Three hundred thousand", 300000, 300000, 300000),
        ("A dozen drones came down.", "A dozen", 12, 12, 12),
        ("Two dozen drones came down.", "Two dozen", 24, 24, 24),
        ("Half a dozen cars burned.", "Half a dozen", 6, 6, 6),
        ("A hundred tents were lost.", "A hundred", 100, 100, 100),
        ("A couple of guards fell.", "A couple", 2, 2, 2),
        ("A family of four was buried.", "four", 4, 4, 4),
        ("One resident died.", "One", 1, 1, 1),
        ("An 80-strong column was hit.", "80", 80, 80, 80),
        ("At least 15 people died.", "At least 15", 15, 15, None),
        ("No fewer than 12 were hurt.", "No fewer than 12", 12, 12, None),
        ("More than 600,000 mines were lifted.", "More than 600,000", 600000, 600000, None),
        ("Well over 300 fled.", "Well over 300", 300, 300, None),
        ("Upwards of fifty fled.", "Upwards of fifty", 50, 50, None),
        ("A minimum of 5 were hit.", "A minimum of 5", 5, 5, None),
        ("The strike injured 26+ in town.", "26+", 26, 26, None),
        ("Thirty or more were trapped.", "Thirty or more", 30, 30, None),
        ("At least two dozen were trapped.", "At least two dozen", 24, 24, None),
        ("More than a dozen were trapped.", "More than a dozen", 12, 12, None),
        ("Up to 40 fighters were inside.", "Up to 40", None, 40, 40),
        ("As many as 90 may be buried.", "As many as 90", None, 90, 90),
        ("Fewer than 20 stayed.", "Fewer than 20", None, 20, 20),
        ("A maximum of 8 fit in.", "A maximum of 8", None, 8, 8),
        ("Some 40 houses burned.", "Some 40", 40, 40, 40),
        ("An estimated 40 houses burned.", "An estimated 40", 40, 40, 40),
        ("Between 20 and 25 soldiers fell.", "Between 20 and 25", 20, 20, 25),
        ("From 20 to 25 soldiers fell.", "From 20 to 25", 20, 20, 25),
        ("It killed 20-25 soldiers.", "20-25", 20, 20, 25),
        ("It killed 20–25 soldiers.", "20–25", 20, 20, 25),
        ("It killed 19 or 20 soldiers.", "19 or 20", 19, 19, 20),
        ("It killed four or five of them.", "four or five", 4, 4, 5),
        ("A group of ten to fifteen men crossed.", "ten to fifteen", 10, 10, 15),
        ("Dozens were hurt.", "Dozens", 24, None, None),
        ("Scores were hurt.", "Scores", 40, None, None),
        ("Hundreds of people fled.", "Hundreds", 200, None, None),
        ("Tens of thousands fled.", "Tens of thousands", 20000, None, None),
        ("Hundreds of thousands fled.", "Hundreds of thousands", 200000, None, None),
        ("Several were hurt.", "Several", 3, None, None),
        ("Several hundred were hurt.", "Several hundred", 300, None, None),
        ("A few were hurt.", "A few", 3, None, None),
        (
            "Between two and three thousand fled.",
            "Between two and three thousand",
            2000,
            2000,
            3000,
        ),
        ("He gave a toll of nine.", "nine", 9, 9, 9),
        ("The count stood at 12.", "12", 12, 12, 12),
    ],
)
def test_a_count_has_the_bounds_that_its_words_set(
    text: str, words: str, low: int | None, best: int | None, high: int | None
) -> None:
    assert counts(text) == [(words, low, best, high)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("A woman of 63 was killed.", [("63", "age")]),
        ("A woman of 63 killed, 2 injured.", [("63", "age"), ("2", None)]),
        ("A 63-year-old man died.", [("63", "age")]),
        ("A nine-year-old girl died.", [("nine-year-old", "age")]),
        ("A 63 year old man died.", [("63", "age")]),
        ("Nina Orlova, 71, saw it.", [("71", "age")]),
        ("Men aged 29 and 34 died.", [("29", "age"), ("34", "age")]),
        ("Men aged between 18 and 60 must stay.", [("between 18 and 60", "age")]),
        ("A child of seven died.", [("seven", "age")]),
        ("Her brothers, 7 and 9, died.", [("7", "age"), ("9", "age")]),
        ("Between 1 and 7 September 45 died.", [("Between 1 and 7", "date"), ("45", None)]),
        ("It works 24/7 now.", [("24", "other"), ("7", "other")]),
        ("The owner was seventy.", [("seventy", "age")]),
        ("It lies 12 km away.", [("12", "distance")]),
        ("A 1,000-kilometer (620-mile) front.", [("1,000", "distance"), ("620", "distance")]),
        ("A dozen kilometres on, it burned.", [("A dozen", "distance")]),
        ("A 155 mm shell fell.", [("155", "other")]),
        ("A 155-mm shell fell.", [("155", "other")]),
        ("It cost $3 million.", [("3 million", "money")]),
        ("It cost 40 million euros.", [("40 million", "money")]),
        ("About 40 percent are out.", [("About 40", "percent")]),
        ("Some 40 per cent are out.", [("Some 40", "percent")]),
        ("Power fell 12.5% there.", [("12.5", "percent")]),
        ("It lasted over seven hours.", [("over seven", "duration")]),
        ("It lasted 7+ hours.", [("7+", "duration")]),
        ("A three-day truce began.", [("three-day", "duration")]),
        ("A 24-hour curfew began.", [("24", "duration")]),
        ("They held out for two and a half years.", [("two and a half", "duration")]),
        ("A nine-storey block was hit.", [("nine-storey", "storeys")]),
        ("A 16-story block was hit.", [("16", "storeys")]),
        ("At 08:00 sirens began.", [("08", "time"), ("00", "time")]),
        ("It came at 8 a.m. sharp.", [("8", "time")]),
        ("It came at 4:30 p.m. sharp.", [("4", "time"), ("30", "time")]),
        ("It came at half past seven.", [("seven", "time")]),
        ("It came at about six in the morning.", [("about six", "time")]),
        ("It came shortly after eight on Friday.", [("eight", "time")]),
        ("The bus leaves at eight from the school.", [("eight", "time")]),
        ("In 2022 the port burned.", [("2022", "year")]),
        ("Nothing since 2014 was worse.", [("2014", "year")]),
        ("The siege of 1854 is remembered.", [("1854", "year")]),
        ("It freed 2000 prisoners.", [("2000", None)]),
        ("On 18 September it burned.", [("18", "date")]),
        ("On May 24 it burned.", [("24", "date")]),
        ("On Sept. 3 it burned.", [("3", "date")]),
        ("On 24-27 May it burned.", [("24-27", "date")]),
        ("On 24 and 25 May it burned.", [("24", "date"), ("25", "date")]),
        ("In May 13 people died.", [("13", None)]),
        ("The 36th brigade stood there.", [("36th", "ordinal")]),
        ("A strike on 12.09.2025 broke it.", [("12.09.2025", "date")]),
        ("Kh-101, S-300 and Su-34 were used.", []),
        ("School No. 12 was hit.", [("12", "model")]),
        ("Resolution 2334 was read.", [("2334", "model")]),
        ("Flight 752 was hit.", [("752", "model")]),
        ("Shahed 136 drones came.", [("136", "model")]),
        ("Shaheds, nine of them, came.", [("nine", None)]),
        ("No one was hurt.", [("one", "other")]),
        ("They left one by one.", [("one", "other"), ("one", "other")]),
        ("It was one of the heaviest raids.", [("one", "other")]),
        ("The last one hit the roof.", [("one", "other")]),
        ("One day it stopped.", [("One", "duration")]),
        ("Two thirds of it burned.", [("Two", "other")]),
        ("It is at 50.4547 now.", [("50.4547", "other")]),
        ("Call 044 now.", [("044", "other")]),
        ("She reported that one soldier died.", [("one", None)]),
        ("Hits were logged at nine places.", [("nine", None)]),
    ],
)
def test_a_number_of_something_else_says_what_it_measures(
    text: str, expected: list[tuple[str, str | None]]
) -> None:
    assert units(text) == expected


@pytest.mark.parametrize(
    ("text", "flag"),
    [
        ("Another 117 were hurt.", "additional"),
        ("A further 14 were hurt.", "additional"),
        ("It hurt 11 more.", "additional"),
        ("Fourteen additional people were hurt.", "additional"),
        ("At least another nine were hurt.", "additional"),
        ("About 40 were hurt.", "approximate"),
        ("Nearly 40 were hurt.", "approximate"),
        ("Forty or so were hurt.", "approximate"),
        ("11 others were hurt.", "others"),
        ("Two other people were hurt.", "others"),
        ("They swapped 307 each.", "each"),
        ("They swapped 307 soldiers each.", "each"),
        ("They swapped 1,000 prisoners per side.", "each"),
        ("They swapped 12 apiece.", "each"),
        ("Two of the wounded are children.", "part"),
        ("Three of them died.", "part"),
    ],
)
def test_a_number_keeps_what_its_words_add(text: str, flag: str) -> None:
    (number,) = numbers(text)
    assert getattr(number, flag) is True
    others = {"additional", "approximate", "others", "each", "part"} - {flag}
    assert not any(getattr(number, other) for other in others)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("killed four and wounded eleven", ["four", "eleven"]),
        ("4 dead / 11 injured", ["4", "11"]),
        ("The toll climbed from six to nine.", ["six", "nine"]),
        ("a hundred for a hundred", ["a hundred", "a hundred"]),
        ("205 of its own for 205 of ours", ["205", "205"]),
        ("one man and two women", ["one", "two"]),
        ("33 over the coast, nine over the lake", ["33", "nine"]),
        ("between 9 and 11 people and 40 cows", ["between 9 and 11", "40"]),
        ("of 102 drones 59 were shot down and 37 lost", ["102", "59", "37"]),
        ("They and the few left", []),
    ],
)
def test_neighbouring_numbers_stay_apart(text: str, expected: list[str]) -> None:
    assert [text[each.start : each.end] for each in numbers(text)] == expected


_PIECES = (
    "at least more than between and to or from a an one two dozen hundred thousand million 5 12 "
    "1,000 2022 000 - – + . , : of the each people km May half several few tens old year % $ / "
    "a.m. 9999999999999999"
)
_WORDS = st.sampled_from(_PIECES.split())


@given(st.lists(_WORDS, max_size=30).map(" ".join) | st.text(max_size=80))
def test_numbers_are_ordered_apart_and_bounded(text: str) -> None:
    tokens = tokenize(text)
    found = find_numbers(tokens, text)
    for number in found:
        assert 0 <= number.start < number.end <= len(text)
        assert number.start == tokens[number.first_token].start
        assert number.end == tokens[number.end_token - 1].end
        bounds = [each for each in (number.low, number.best, number.high) if each is not None]
        assert bounds == sorted(bounds)
    assert all(one.end <= two.start for one, two in zip(found, found[1:], strict=False))


def test_a_hostile_string_of_digits_is_no_count() -> None:
    assert [number.best for number in numbers("9" * 5000 + " dead")] == [None]

"""Time expressions: text and day of publication in, days and role out.

The texts are of Wednesday, 17 September 2025, unless a case says otherwise.
"""

import datetime as dt

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from mapper.dating.mentions import find_dates
from mapper.dating.model import Basis, DateMention, Precision, Role

WEDNESDAY = dt.date(2025, 9, 17)


def found(text: str, published: dt.date | None = WEDNESDAY) -> list[DateMention]:
    return find_dates(text, published=published)


def days(text: str, published: dt.date | None = WEDNESDAY) -> list[tuple[str, str]]:
    answers = []
    for each in found(text, published):
        first, last = each.span.first, each.span.last
        answers.append((each.text, f"{first}" if first == last else f"{first}..{last}"))
    return answers


@pytest.mark.parametrize(
    ("text", "words", "day"),
    [
        ("It fell on Tuesday.", "Tuesday", "2025-09-16"),
        ("It fell on Wednesday.", "Wednesday", "2025-09-17"),
        ("It fell on Thursday.", "Thursday", "2025-09-11"),
        ("Tuesday's raid was worse.", "Tuesday", "2025-09-16"),
        ("Tuesday’s raid was worse.", "Tuesday", "2025-09-16"),
        ("It fell early Saturday.", "early Saturday", "2025-09-13"),
        ("It fell late on Friday.", "late on Friday", "2025-09-12"),
        ("It fell on Friday night.", "Friday night", "2025-09-12"),
        ("It fell on Saturday morning.", "Saturday morning", "2025-09-13"),
        ("It fell last Wednesday.", "last Wednesday", "2025-09-10"),
        ("It fell last Tuesday.", "last Tuesday", "2025-09-16"),
        ("This past Saturday it fell.", "This past Saturday", "2025-09-13"),
        ("It fell on Tuesday of last week.", "Tuesday of last week", "2025-09-09"),
        ("It fell before dawn on Saturday.", "before dawn on Saturday", "2025-09-13"),
        ("In the small hours of Monday it fell.", "the small hours of Monday", "2025-09-15"),
        ("It fell overnight.", "overnight", "2025-09-17"),
        ("Overnight into Tuesday it fell.", "Overnight into Tuesday", "2025-09-16"),
        ("Overnight on Tuesday it fell.", "Overnight on Tuesday", "2025-09-16"),
        ("Overnight and into Tuesday it fell.", "Overnight and into Tuesday", "2025-09-16"),
        ("In the night to Thursday it fell.", "In the night to Thursday", "2025-09-11"),
        ("On Friday night into Saturday it fell.", "Friday night into Saturday", "2025-09-13"),
        ("The night of 23-24 May was bad.", "The night of 23-24 May", "2025-05-24"),
        ("On the night of 30 August it fell.", "On the night of 30 August", "2025-08-30"),
        ("It fell last night.", "last night", "2025-09-17"),
        ("It fell today.", "today", "2025-09-17"),
        ("It fell this morning.", "this morning", "2025-09-17"),
        ("It fell this evening.", "this evening", "2025-09-17"),
        ("It fell yesterday.", "yesterday", "2025-09-16"),
        ("It fell yesterday evening.", "yesterday evening", "2025-09-16"),
        ("It fell the day before yesterday.", "the day before yesterday", "2025-09-15"),
        ("It fell two days ago.", "two days ago", "2025-09-15"),
        ("It fell 3 days ago.", "3 days ago", "2025-09-14"),
        ("The day before, it fell.", "The day before", "2025-09-16"),
        ("Two days earlier it fell.", "Two days earlier", "2025-09-15"),
        ("It fell a week ago.", "a week ago", "2025-09-10"),
        ("It fell on 3 September.", "3 September", "2025-09-03"),
        ("It fell on October 3.", "October 3", "2024-10-03"),
        ("It fell on 3 Oct. and burned.", "3 Oct.", "2024-10-03"),
        ("It fell on the 3rd of September.", "3rd of September", "2025-09-03"),
        ("It fell on Sunday 14 September.", "Sunday 14 September", "2025-09-14"),
        ("It fell on Thursday, 14 August.", "Thursday, 14 August", "2025-08-14"),
        ("It fell on Saturday, September 14.", "Saturday, September 14", "2024-09-14"),
        ("It fell on 14 August 2025.", "14 August 2025", "2025-08-14"),
        ("It fell on Aug. 14, 2025.", "Aug. 14, 2025", "2025-08-14"),
        ("It fell on August 14th, 2023.", "August 14th, 2023", "2023-08-14"),
        ("It fell on 2025-08-14.", "2025-08-14", "2025-08-14"),
        ("It fell on 14.08.2025.", "14.08.2025", "2025-08-14"),
        ("It fell on 14/08/2025.", "14/08/2025", "2025-08-14"),
        ("A day after Monday's raid it fell.", "A day after Monday", "2025-09-16"),
        ("On the eve of Monday's talks it fell.", "On the eve of Monday", "2025-09-14"),
    ],
)
def test_a_day_is_told(text: str, words: str, day: str) -> None:
    assert days(text) == [(words, day)]
    (mention,) = found(text)
    assert mention.role is Role.EVENT
    assert mention.span.precision is Precision.DAY


@pytest.mark.parametrize(
    ("text", "words", "span", "precision"),
    [
        ("It fell in May.", "May", "2025-05-01..2025-05-31", "month"),
        ("It fell in early May.", "early May", "2025-05-01..2025-05-10", "month"),
        ("It fell in mid-May.", "mid-May", "2025-05-11..2025-05-20", "month"),
        ("It fell in late May.", "late May", "2025-05-21..2025-05-31", "month"),
        ("It fell earlier in May.", "earlier in May", "2025-05-01..2025-05-31", "month"),
        ("It fell in November.", "November", "2024-11-01..2024-11-30", "month"),
        ("It fell in March 2022.", "March 2022", "2022-03-01..2022-03-31", "month"),
        ("It fell last month.", "last month", "2025-08-01..2025-08-31", "month"),
        ("It fell earlier this month.", "earlier this month", "2025-09-01..2025-09-30", "month"),
        ("It fell last week.", "last week", "2025-09-08..2025-09-14", "week"),
        ("It fell this week.", "this week", "2025-09-15..2025-09-17", "week"),
        (
            "In the week to Sunday 9 died.",
            "In the week to Sunday",
            "2025-09-08..2025-09-14",
            "week",
        ),
        ("It fell last year.", "last year", "2024-01-01..2024-12-31", "year"),
        ("It fell in 2022.", "2022", "2022-01-01..2022-12-31", "year"),
        ("The coup of 2021 failed.", "2021", "2021-01-01..2021-12-31", "year"),
        ("It fell two years ago.", "two years ago", "2023-01-01..2023-12-31", "year"),
        ("In the spring of 2022 it fell.", "the spring of 2022", "2022-03-01..2022-05-31", "range"),
        ("Over the past week 9 died.", "Over the past week", "2025-09-10..2025-09-17", "range"),
        ("Over the past day 9 died.", "Over the past day", "2025-09-16..2025-09-17", "range"),
        ("In the past 24 hours 9 died.", "In the past 24 hours", "2025-09-16..2025-09-17", "range"),
        (
            "In the last three days 9 died.",
            "In the last three days",
            "2025-09-14..2025-09-17",
            "range",
        ),
        (
            "In the 24 hours to Wednesday noon 9 died.",
            "In the 24 hours to Wednesday noon",
            "2025-09-16..2025-09-17",
            "range",
        ),
        (
            "Nine died between Friday night and early Saturday.",
            "between Friday night and early Saturday",
            "2025-09-12..2025-09-13",
            "range",
        ),
        (
            "From six on Tuesday morning until six today 9 died.",
            "From six on Tuesday morning until six today",
            "2025-09-16..2025-09-17",
            "range",
        ),
        (
            "From Friday to Sunday 9 died.",
            "From Friday to Sunday",
            "2025-09-12..2025-09-14",
            "range",
        ),
        (
            "Between Thursday and Tuesday 9 died.",
            "Between Thursday and Tuesday",
            "2025-09-11..2025-09-16",
            "range",
        ),
        ("Over the weekend 9 died.", "weekend", "2025-09-13..2025-09-14", "range"),
        ("On 14-15 September 9 died.", "14-15 September", "2025-09-14..2025-09-15", "range"),
        ("8-14 September 2025 was calm.", "8-14 September 2025", "2025-09-08..2025-09-14", "range"),
        ("28 August – 3 September", "28 August – 3 September", "2025-08-28..2025-09-03", "range"),
    ],
)
def test_a_spell_has_its_first_and_last_day(
    text: str, words: str, span: str, precision: str
) -> None:
    assert days(text) == [(words, span)]
    (mention,) = found(text)
    assert mention.role is Role.EVENT
    assert mention.span.precision.value == precision


@pytest.mark.parametrize(
    ("text", "words", "role"),
    [
        ("Since February 2022 many died.", "Since February 2022", "total"),
        ("Since Monday many died.", "Since Monday", "total"),
        ("Many died since the war began.", "since the war began", "total"),
        (
            "Many died since the war began over two years ago.",
            "since the war began over two years ago",
            "total",
        ),
        (
            "Many died since the start of the full-scale invasion.",
            "since the start of the full-scale invasion",
            "total",
        ),
        (
            "Many died since the outbreak of the conflict in 2023.",
            "since the outbreak of the conflict in 2023",
            "total",
        ),
        ("Many died so far this year.", "so far this year", "total"),
        ("It was the third raid this year.", "this year", "total"),
        ("From January to August many died.", "From January to August", "total"),
        ("It is the largest to date.", "to date", "total"),
        ("In more than three years of war many died.", "three years of war", "total"),
        ("Over the past two years many died.", "Over the past two years", "total"),
        ("They meet tomorrow.", "tomorrow", "ahead"),
        ("They meet next week.", "next week", "ahead"),
        ("They meet next Tuesday.", "next Tuesday", "ahead"),
        ("They meet in the coming days.", "in the coming days", "ahead"),
        ("They meet by the end of next week.", "next week", "ahead"),
        ("They meet later this month.", "later this month", "ahead"),
        ("Power may fail this winter.", "this winter", "ahead"),
        ("On Friday sappers will clear it.", "Friday", "ahead"),
        ("He will be buried on Sunday.", "Sunday", "ahead"),
        ("Talks are planned for December.", "December", "ahead"),
        ("Talks are due on 3 October.", "3 October", "ahead"),
        ("Talks open on 3 October 2025.", "3 October 2025", "ahead"),
        ("Every night it falls.", "Every night", "habit"),
        ("Each week it falls.", "Each week", "habit"),
        ("It often falls.", "often", "habit"),
        ("It falls on Fridays.", "Fridays", "habit"),
        ("It falls every Friday.", "every Friday", "habit"),
        ("It has fallen for years.", "for years", "habit"),
        ("It has fallen in recent weeks.", "in recent weeks", "habit"),
        ("It has fallen almost daily.", "daily", "habit"),
    ],
)
def test_a_time_that_is_no_days_event_says_so(text: str, words: str, role: str) -> None:
    assert [(each.text, each.role.value) for each in found(text)] == [(words, role)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("On Friday it fell. Two days earlier it had burned.", ["2025-09-12", "2025-09-10"]),
        ("On Friday it fell. The next day it burned.", ["2025-09-12", "2025-09-13"]),
        ("On Friday it fell. The following day it burned.", ["2025-09-12", "2025-09-13"]),
        ("On Friday it fell. A day later it burned.", ["2025-09-12", "2025-09-13"]),
        ("On 10 July it fell. A week after, it burned.", ["2025-07-10", "2025-07-17"]),
        ("On Friday it fell. Late that night it burned.", ["2025-09-12", "2025-09-12"]),
        ("On Friday it fell, on the same day as this.", ["2025-09-12", "2025-09-12"]),
        ("On Friday it fell. The previous evening was calm.", ["2025-09-12", "2025-09-11"]),
        ("On Friday and Saturday it fell.", ["2025-09-12", "2025-09-13"]),
        ("He said on Monday that on Saturday it fell.", ["2025-09-15", "2025-09-13"]),
        ("On Saturday the army said that overnight it fell.", ["2025-09-13", "2025-09-13"]),
        ("On Saturday it was calm. Overnight it fell.", ["2025-09-13", "2025-09-17"]),
        ("They said on Friday they will strike.", ["2025-09-12"]),
    ],
)
def test_an_offset_counts_from_the_day_spoken_of(text: str, expected: list[str]) -> None:
    assert [day for _, day in days(text)] == expected


@pytest.mark.parametrize(
    "text",
    [
        "An hour later it fell.",
        "Hours before the swap it fell.",
        "It may march on.",
        "She sat in the sun for a second.",
        "April Jones met May Brown.",
        "June Carter and August Wilson left.",
        "The Black Friday sales and Bloody Sunday.",
        "They freed 2000 prisoners and 1999 sheep.",
        "It hit flight 2022 and house 14.",
        "A Kh-2022 fell at 14:25.",
        "Version 3.10.2 is out.",
        "It cost 12.05 each.",
        "One day it will end.",
        "Since he was ill, he stayed.",
    ],
)
def test_what_is_no_date_is_none(text: str) -> None:
    assert found(text) == []


def test_a_weekday_without_a_day_to_count_from_keeps_its_number() -> None:
    (mention,) = found("It fell on Saturday.", None)
    assert (mention.span.first, mention.span.weekdays) == (None, (5,))


def test_a_range_without_a_day_to_count_from_keeps_both_numbers() -> None:
    (mention,) = found("Nine died between Friday and Saturday.", None)
    assert (mention.span.first, mention.span.weekdays) == (None, (4, 5))


@pytest.mark.parametrize(
    ("text", "basis"),
    [
        ("It fell on 14 August 2025.", Basis.STATED),
        ("It fell on 14 August.", Basis.RELATIVE),
        ("It fell on Tuesday.", Basis.RELATIVE),
        ("It fell in 2022.", Basis.STATED),
        ("It fell on Tuesday 16 September 2025.", Basis.STATED),
    ],
)
def test_only_a_full_date_is_stated(text: str, basis: Basis) -> None:
    assert [each.span.basis for each in found(text)] == [basis]


def test_a_stretch_is_read_alone_with_offsets_into_the_whole() -> None:
    text = "On Monday it fell. On Tuesday it burned. On Sunday it ended."
    (mention,) = find_dates(text, published=WEDNESDAY, start=19, end=40)
    assert text[mention.start : mention.end] == mention.text == "Tuesday"


_PIECES = st.sampled_from(
    (
        "on",
        "since",
        "the",
        "Monday",
        "Friday",
        "night",
        "overnight",
        "into",
        "to",
        "between",
        "and",
        "from",
        "May",
        "31",
        "24-25",
        "2022",
        "June",
        ",",
        ".",
        "\n",
        "-",
        "two",
        "days",
        "earlier",
        "last",
        "next",
        "week",
        "every",
        "today",
        "eve",
        "of",
        "early",
        "late",
        "years",
        "war",
        "will",
        "99",
        "2025-02-31",
        "year",
        "winter",
        "weekend",
        "this",
        "hours",
        "24",
    )
)
_TEXTS = st.lists(_PIECES, max_size=25).map(" ".join) | st.text(max_size=80)
_DAYS = st.none() | st.dates()


@example("between Monday Monday to Monday", None)
@given(_TEXTS, _DAYS)
def test_mentions_are_ordered_apart_and_the_right_way_round(
    text: str, published: dt.date | None
) -> None:
    mentions = find_dates(text, published=published)
    for mention in mentions:
        assert text[mention.start : mention.end] == mention.text != ""
        first, last = mention.span.first, mention.span.last
        assert (first is None) == (last is None)
        if first is not None and last is not None:
            assert first <= last
            assert mention.span.precision is not Precision.UNKNOWN
    assert all(one.end <= two.start for one, two in zip(mentions, mentions[1:], strict=False))

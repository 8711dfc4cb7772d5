"""Names of days, months and spells, and the arithmetic that goes with them.

In: words and days. Out: days and spans. A day that the calendar lacks (31 June) is None.
"""

import calendar
import datetime as dt

from mapper.dating.model import Basis, DateSpan, Precision

WEEKDAYS = {
    name: index
    for index, names in enumerate(
        (
            "monday mon",
            "tuesday tue tues",
            "wednesday wed",
            "thursday thu thur thurs",
            "friday fri",
            "saturday sat",
            "sunday sun",
        )
    )
    for name in names.split()
}
MONTHS = {name.lower(): index for index, name in enumerate(calendar.month_name) if name} | {
    name.lower(): index for index, name in enumerate(calendar.month_abbr) if name
}
MONTHS["sept"] = 9
_FIRST_TO_NINETEENTH = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth"
)
ORDINALS = {word: value for value, word in enumerate(_FIRST_TO_NINETEENTH.split(), 1)} | {
    "twentieth": 20,
    "thirtieth": 30,
}
_ONE_TO_FOURTEEN = (
    "one two three four five six seven eight nine ten eleven twelve thirteen fourteen"
)
COUNTS = {word: value for value, word in enumerate(_ONE_TO_FOURTEEN.split(), 1)} | {
    "a": 1,
    "an": 1,
    "the": 1,
    "couple": 2,
    "few": 3,
    "several": 3,
    "twenty": 20,
    "thirty": 30,
}
# First month of a season, north of the equator; each lasts three.
SEASONS = {"spring": 3, "summer": 6, "autumn": 9, "fall": 9, "winter": 12}
UNKNOWN = DateSpan()


def day_of(year: int, month: int, day: int) -> dt.date | None:
    """Make a day, None if the calendar has no such one."""
    if not (1 <= month <= 12 and 1900 <= year <= 2200):
        return None
    if not 1 <= day <= calendar.monthrange(year, month)[1]:
        return None
    return dt.date(year, month, day)


def shifted(day: dt.date, days: int) -> dt.date:
    """Move by days, staying within the calendar."""
    ordinal = min(max(day.toordinal() + days, 1), dt.date.max.toordinal())
    return dt.date.fromordinal(ordinal)


def month_span(year: int, month: int, basis: Basis, part: str = "") -> DateSpan:
    """Span a month, or its early, middle or late third; the precision stays that of a month."""
    first = dt.date(year, month, 1)
    last = dt.date(year, month, calendar.monthrange(year, month)[1])
    if part == "early":
        last = first.replace(day=10)
    elif part == "mid":
        first, last = first.replace(day=11), first.replace(day=20)
    elif part == "late":
        first = first.replace(day=21)
    return DateSpan(first=first, last=last, precision=Precision.MONTH, basis=basis)


def year_span(year: int, basis: Basis) -> DateSpan:
    """Span a calendar year."""
    return DateSpan(
        first=dt.date(year, 1, 1), last=dt.date(year, 12, 31), precision=Precision.YEAR, basis=basis
    )


def season_span(year: int, season: str, basis: Basis) -> DateSpan:
    """Span three months; a winter belongs to the year in which it ends."""
    month = SEASONS[season]
    first = dt.date(year - 1 if month == 12 else year, month, 1)
    last_month = (month + 1) % 12 + 1
    last = dt.date(year, last_month, calendar.monthrange(year, last_month)[1])
    return DateSpan(first=first, last=last, precision=Precision.RANGE, basis=basis)


def week_span(monday: dt.date, basis: Basis = Basis.RELATIVE) -> DateSpan:
    """Span the seven days from `monday`."""
    return DateSpan(first=monday, last=shifted(monday, 6), precision=Precision.WEEK, basis=basis)


def day_span(day: dt.date | None, basis: Basis, weekdays: tuple[int, ...] = ()) -> DateSpan:
    """Span a single day; without one only the weekdays are kept."""
    if day is None:
        return DateSpan(weekdays=weekdays)
    return DateSpan(first=day, last=day, precision=Precision.DAY, basis=basis, weekdays=weekdays)


def range_span(
    first: dt.date | None,
    last: dt.date | None,
    basis: Basis = Basis.RELATIVE,
    weekdays: tuple[int, ...] = (),
) -> DateSpan:
    """Span from `first` to `last`; unknown if one of them is, or if the last comes first."""
    if first is None or last is None or first > last:
        return DateSpan(weekdays=weekdays)
    return DateSpan(
        first=first, last=last, precision=Precision.RANGE, basis=basis, weekdays=weekdays
    )


def weekday_before(published: dt.date, weekday: int) -> dt.date:
    """Find the latest such day not after `published`."""
    return shifted(published, -((published.weekday() - weekday) % 7))


def weekday_after(published: dt.date, weekday: int) -> dt.date:
    """Find the first such day after `published`."""
    return shifted(published, (weekday - published.weekday() - 1) % 7 + 1)

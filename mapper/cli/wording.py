"""Dates, numbers and reports in words for people."""

from typing import TYPE_CHECKING, Any

from mapper.cli.terminal import one_line

if TYPE_CHECKING:
    from mapper.correction.model import Values
    from mapper.dating.model import DateSpan
    from mapper.incident.model import Incident, Range
    from mapper.report.model import Count, Location, Report, Weapon

# What people call the fields of an incident, where it is not their name.
FIELD_NAMES = {"event_type": "type", "sub_type": "sub-type", "location": "place"}


def date_words(date: "DateSpan") -> str:
    """Write a day or a range of days: "2025-05-24", "2025-05-23 to 2025-05-24", "undated"."""
    if date.first is None:
        return "undated"
    if date.last is None or date.last == date.first:
        return date.first.isoformat()
    return f"{date.first.isoformat()} to {date.last.isoformat()}"


def place_words(location: "Location") -> str:
    """Write a place with its region and country: "Obolon (Kyiv City, UA)", "no place"."""
    place = location.place
    if place is None:
        return "no place"
    around = [part for part in (place.admin1, place.country) if part and part != place.name]
    return one_line(place.name + (f" ({', '.join(around)})" if around else ""))


def range_words(numbers: "Range | Count") -> str:
    """Write a number with its bounds: "15", "at least 15", "12 to 14", "up to 9", "?"."""
    low, best, high = numbers.low, numbers.best, numbers.high
    if low is not None and high is not None:
        return str(low) if low == high else f"{low} to {high}"
    if low is not None:
        return f"at least {low}"
    if high is not None:
        return f"up to {high}"
    return "?" if best is None else f"about {best}"


def harm_words(incident: "Incident") -> str:
    """Killed, injured and freed in one cell: "3 killed, at least 15 injured"."""
    parts = [
        f"{range_words(numbers)} {word}"
        for numbers, word in ((incident.killed, "killed"), (incident.injured, "injured"))
        if (numbers.low, numbers.best, numbers.high) != (None, None, None)
    ]
    parts += [f"{count} to {one_line(side)}" for side, count in incident.prisoners]
    return ", ".join(parts)


def report_heading(report: "Report") -> str:
    """Say what, when and where a report tells: "strike, 2025-05-24, Odesa (UA)"."""
    kind = (
        report.event_type if report.sub_type is None else f"{report.event_type}/{report.sub_type}"
    )
    return f"{kind}, {date_words(report.date)}, {place_words(report.location)}"


def numbers_of(report: "Report") -> list[str]:
    """Each number that a report gives, with its speaker, a line each."""
    lines = []
    for count, word in ((report.killed, "killed"), (report.injured, "injured")):
        if count is not None:
            said = range_words(count) if count.word is None else f"{count.word!r}"
            speaker = "" if count.speaker is None else f", says {count.speaker}"
            lines.append(one_line(f"{word}: {said}{speaker}"))
    lines += [one_line(f"freed: {count} to {side}") for side, count in report.prisoners]
    return lines + [weapon_words(weapon) for weapon in report.weapons]


def weapon_words(weapon: "Weapon") -> str:
    """Write a kind of weapon with its numbers: "drone: 250 launched, 245 intercepted"."""
    counts = [
        f"{count} {word}"
        for count, word in ((weapon.launched, "launched"), (weapon.intercepted, "intercepted"))
        if count is not None
    ]
    return one_line(weapon.kind + (f": {', '.join(counts)}" if counts else ""))


def value_words(name: str, value: Any) -> str:
    """Write the value of a field of an incident: "3 to 5", "Izmail (Odesa Oblast, UA)", "none"."""
    if value in (None, "", ()):
        return "none"
    if name == "date":
        return date_words(value)
    if name == "location":
        return place_words(value)
    if name in {"killed", "injured"}:
        return "none" if (value.low, value.best, value.high) == (None,) * 3 else range_words(value)
    if name == "prisoners":
        return ", ".join(f"{count} to {one_line(side)}" for side, count in value)
    if name == "weapons":
        return "; ".join(map(weapon_words, value))
    return one_line(", ".join(value) if isinstance(value, tuple) else str(value))


def change_words(before: "Values", after: "Values") -> list[str]:
    """Write each value that was set: "killed: 3 → 3 to 5", a line each."""
    return [
        f"{FIELD_NAMES.get(name, name)}: {value_words(name, getattr(before, name))} → "
        f"{value_words(name, getattr(after, name))}"
        for name in after.given
    ]

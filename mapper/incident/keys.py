"""The index that finds the reports which may tell of the same happening.

In: a report. Out: the keys under which it is filed, and those under which others are sought; two
reports can be joined only when one is filed where the other seeks, and then it holds the other way
round too. No key of a dated report spans more than a day, so that the candidates of a report do not
grow with the project. Nothing can go wrong.
"""

from mapper.incident.agreement import UPDATE_DAYS
from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Count, Report

# Spells longer than this (a month, a year) are indexed by their first day alone.
_MAX_DAYS = 10

_FINE = frozenset({"settlement", "district", "facility"})


def group_of(event_type: str, lexicon: Lexicon | None = None) -> str:
    """Types in one group may be joined with each other; without a lexicon by that of war."""
    return (lexicon or load_lexicon()).kind(event_type).group


def _ordinals(report: Report) -> list[int]:
    """List the days of a dated report, numbered; of a night also the one on which it ends."""
    first, last = report.date.first, report.date.last
    if first is None:
        return []
    span = ((last or first) - first).days + report.date.night
    start = first.toordinal()
    return [start + n for n in range(span + 1 if span <= _MAX_DAYS else 1)]


def days_of(report: Report) -> list[str]:
    """List the days of a report, numbered.

    `w5` stands for a Saturday of an unknown week, `?` for no day at all.
    """
    if report.date.first is None:
        return [f"w{d}" for d in report.date.weekdays] or ["?"]
    return [str(day) for day in _ordinals(report)]


def _number(count: Count | None) -> int:
    return (count.best or 0) if count is not None else 0


def numbers_of(report: Report) -> str | None:
    """Write a report's numbers as one word; None when none could tell it from others."""
    killed, injured = _number(report.killed), _number(report.injured)
    if report.prisoners:
        return "p" + "-".join(f"{side}{n}" for side, n in report.prisoners)
    return f"k{killed}i{injured}" if killed + injured >= 1 else None


def _each_number(report: Report) -> list[str]:
    """Write each number of people hurt as a word, because reports may agree on one alone."""
    given = (("k", _number(report.killed)), ("i", _number(report.injured)))
    return [f"{letter}{number}" for letter, number in given if number]


def regions_of(report: Report) -> list[str]:
    """Where to look: region (or the place itself where it is wider), and `?` without a place."""
    place = report.location.place
    if place is None:
        return ["?"]
    if report.location.precision in {"country", "area", "border"}:
        return [place.country or place.id]
    return [place.admin1_id or place.id]


def _base_keys(report: Report, lexicon: Lexicon) -> set[str]:
    """Keys of type, day and region, which mean the same to both sides."""
    kind = lexicon.kind(report.event_type)
    regions = ["*"] if kind.is_exchange else regions_of(report)
    return {f"{kind.group}|{day}|{region}" for day in days_of(report) for region in regions}


def _update(report: Report) -> bool:
    counts = (report.killed, report.injured)
    return report.date.first is not None and any(c is not None and c.update for c in counts)


def _undated_keys(report: Report, lexicon: Lexicon, *, dated: bool) -> set[str]:
    """Keys under which reports with a day, or those without, are filed for the ones without."""
    place, numbers = report.location.place, numbers_of(report)
    group, word = group_of(report.event_type, lexicon), "dated" if dated else "undated"
    if place is None:
        return set()
    if numbers is None:
        bare = report.date.first is None and not dated
        return {f"{group}|{place.id}|undated"} if bare else set()
    return {f"{group}|{place.id}|{one}|{word}" for one in (numbers, *_each_number(report))}


def block_keys(report: Report, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """List the keys under which a report is filed, sorted; without a lexicon by that of war."""
    words = lexicon or load_lexicon()
    group, place = group_of(report.event_type, words), report.location.place
    keys = _base_keys(report, words) | _undated_keys(
        report, words, dated=report.date.first is not None
    )
    size = "fine" if report.location.precision in _FINE else "wide"
    for number in _each_number(report):
        keys.update(f"{group}|{day}|{number}|{size}" for day in days_of(report))
        if place is not None:
            keys.update(f"{group}|{day}|{number}|at {place.id}" for day in _ordinals(report))
    if _update(report):
        keys.update(f"{key}|update" for key in _keys_before(report, words))
    return tuple(sorted(keys))


def sought_keys(report: Report, lexicon: Lexicon | None = None) -> tuple[str, ...]:
    """List the keys under which those are filed that a report may be joined with, sorted.

    Places that are fine meet in their region, so that equal numbers are sought elsewhere only by
    and for reports of a wide place or none.
    """
    words = lexicon or load_lexicon()
    group, place = group_of(report.event_type, words), report.location.place
    keys = _base_keys(report, words) | _undated_keys(report, words, dated=False)
    if report.date.first is None:
        keys |= _undated_keys(report, words, dated=True)
    keys.update(f"{key}|update" for key in _base_keys(report, words) if _ordinals(report))
    if _update(report):
        keys |= _keys_before(report, words)
    sizes = ("wide",) if report.location.precision in _FINE else ("wide", "fine")
    around = {day + n for day in _ordinals(report) for n in (-1, 1)}
    for number in _each_number(report):
        keys.update(f"{group}|{day}|{number}|{size}" for day in days_of(report) for size in sizes)
        if place is not None:
            keys.update(f"{group}|{day}|{number}|at {place.id}" for day in around)
    return tuple(sorted(keys))


def _keys_before(report: Report, lexicon: Lexicon) -> set[str]:
    """Keys of type and region on the days before, where a corrected toll was told first."""
    group, (first, *_) = group_of(report.event_type, lexicon), _ordinals(report)
    days = range(first - UPDATE_DAYS, first)
    return {f"{group}|{day}|{region}" for day in days for region in regions_of(report)}

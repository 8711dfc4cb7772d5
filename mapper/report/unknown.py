"""Which of an article's unknown names stand in its reports.

In: the names that the gazetteer lacks, and the reports as they read without them. Out: those that a
geocoder can be asked for. Nothing can go wrong.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from mapper.report.model import Report

# No article tells of so many strange villages, and no village is called so long a name: more than
# that is made up, and would have a server asked for an hour.
MOST_NAMES = 50
_LONGEST_NAME = 100

if TYPE_CHECKING:
    from mapper.geocoder.document import UnknownName


def unknown_names(
    text: str, names: Sequence["UnknownName"], reports: Sequence[Report]
) -> tuple[tuple[str, str], ...]:
    """Give name and country of those that stand where a report tells, or set the scene for it.

    A report whose own words name no place may be where its paragraph, further up, said: "People in
    Lesne woke early. A missile hit a school."
    """
    if not names:
        return ()
    stretches = [_stretch(text, report) for report in reports]
    kept = (
        (name.name, name.country)
        for name in names
        if len(name.name) <= _LONGEST_NAME
        and any(start <= name.start < end for start, end in stretches)
    )
    return tuple(dict.fromkeys(kept))[:MOST_NAMES]


def _stretch(text: str, report: Report) -> tuple[int, int]:
    """Give the words of a report and, when they name no place, its paragraph before them."""
    where = report.location
    if where.place is not None and report.start <= where.start < report.end:
        return report.start, report.end
    # A paragraph is a line of the text.
    return text.rfind("\n", 0, report.start) + 1, report.end

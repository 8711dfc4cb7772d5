"""What a person said of an incident: a record that outlives the incident as it was derived."""

import dataclasses
import enum

from mapper.dating.model import DateSpan
from mapper.incident.model import Range
from mapper.report.model import Location, Weapon


class Act(enum.StrEnum):
    """What a person did; the value is what `mapper log` shows."""

    EDIT = "edit"
    MOVE = "move"
    CONFIRM = "confirm"
    REJECT = "reject"
    MERGE = "merge"
    SPLIT = "split"
    UNDO = "undo"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Anchor:
    """A report as it was when a person looked at it, by which it is known again.

    Ids, offsets and even the cut of the words may change when the article is read again; the
    article, the words, the type and the place hardly all at once.

    Attributes
    ----------
    report_id
        Its id then, a hint among reports that fit alike.
    start, end, quote
        The words that told it: code points into the article's text as it was, and that slice.
    place_id
        The place that it was read with, None for none.
    alone
        True when no other report of the article stood in the same words.
    """

    report_id: str
    article_id: str
    start: int
    end: int
    quote: str
    event_type: str
    place_id: str | None
    alone: bool


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Values:
    """Values of an incident that are set; `given` names them, all others mean nothing.

    A value that is given and None (or empty) says that there is none.
    """

    given: tuple[str, ...] = ()
    event_type: str = ""
    sub_type: str | None = None
    title: str = ""
    date: DateSpan = DateSpan()
    location: Location = Location()
    initiator: str | None = None
    target: str | None = None
    weapons: tuple[Weapon, ...] = ()
    killed: Range = Range()
    injured: Range = Range()
    prisoners: tuple[tuple[str, int], ...] = ()


FIELDS = tuple(field.name for field in dataclasses.fields(Values) if field.name != "given")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """An incident and the reports that make it, as a correction leaves it."""

    incident_id: str
    anchors: tuple[Anchor, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Correction:
    """One thing that a person did, and all that is needed to do it again on other incidents.

    Attributes
    ----------
    seq
        Its number, from 1; later ones have higher numbers, whatever the clock said.
    incident_id
        The incident that it was done to.
    at
        When, UTC, ISO 8601 to the second, as the clock said.
    groups
        The incidents that it was about, as it left them; the first one is `incident_id`. Two after
        a split.
    values
        What it set: the fields of an edit; all fields of a confirmed incident.
    before
        What the same fields held before.
    status
        The status that `incident_id` had before.
    merged
        Ids of the incidents that went into `incident_id`.
    undoes
        The number of the correction that is undone.
    """

    seq: int = 0
    act: Act
    incident_id: str
    who: str
    at: str
    why: str | None = None
    groups: tuple[Group, ...] = ()
    values: Values = Values()
    before: Values = Values()
    status: str = "extracted"
    merged: tuple[str, ...] = ()
    undoes: int | None = None


def ids_of(correction: Correction) -> set[str]:
    """Give all incidents that a correction is about."""
    groups = (group.incident_id for group in correction.groups)
    return {correction.incident_id, *correction.merged, *groups}

"""Reports judged to tell of the same happening."""

import dataclasses

from mapper.dating.model import DateSpan
from mapper.report.model import Location, Report, Weapon


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Range:
    """Lowest, best and highest number given; each None when no report gives it."""

    low: int | None = None
    best: int | None = None
    high: int | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """Why a report belongs to an incident: the report it fits best, the score and the reasons."""

    report_id: str
    with_report_id: str | None
    score: float
    reasons: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """One happening with all that is reported of it; fields as in the contract, section 2.

    `reports` are sorted by publication, article and place in the text; `links` explain the joining.
    `disputes` names what is disputed: `killed`, `injured`, `prisoners`, `target`. `copies` gives
    for an article that carries the text of another one the id of that: the two are one voice.
    `edited` names the fields that a person set.
    """

    id: str
    event_type: str
    sub_type: str | None
    title: str
    date: DateSpan
    location: Location
    initiator: str | None
    target: str | None
    weapons: tuple[Weapon, ...]
    killed: Range
    injured: Range
    prisoners: tuple[tuple[str, int], ...]
    disputed: bool
    disputes: tuple[str, ...]
    parent: str | None
    status: str
    confidence: float
    reports: tuple[Report, ...]
    links: tuple[Link, ...]
    copies: tuple[tuple[str, str], ...] = ()
    edited: tuple[str, ...] = ()

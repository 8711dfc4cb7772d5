"""Incidents out of reports.

In: reports, the days of their articles, and which incident each report belonged to before. Out:
incidents, sorted by date and id; the same for any order of the reports but for ids kept from
before. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
import functools
import hashlib
from collections import Counter
from collections.abc import Mapping, Sequence

from mapper.incident.cluster import cluster
from mapper.incident.cluster import fits as fits_of
from mapper.incident.copies import find_copies
from mapper.incident.fit import Fit
from mapper.incident.merge import (
    in_order,
    merge_date,
    merge_location,
    merge_prisoners,
    merge_type,
    merge_weapons,
    most,
)
from mapper.incident.model import Incident, Link
from mapper.incident.parents import extent_of, parents
from mapper.incident.regroup import Grouped
from mapper.incident.title import make_title
from mapper.incident.tolls import merge_counts
from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.model import Report

Published = Mapping[str, dt.date | None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """What joining knows besides the reports."""

    published: Published
    texts: Mapping[str, str]
    lexicon: Lexicon


def _identity(group: Sequence[Report], previous: Mapping[str, str], taken: set[str]) -> str:
    """Keep the id that most of the group's reports had, else make one from its first report."""
    had = Counter(previous[r.id] for r in group if r.id in previous)
    for ident, _ in sorted(had.items(), key=lambda item: (-item[1], item[0])):
        if ident not in taken:
            return ident
    first = min(r.id for r in group)
    digest = hashlib.sha256(f"incident {first}".encode()).hexdigest()
    size = 12
    while digest[:size] in taken:
        size += 1
    return digest[:size]


def _links(group: Sequence[Report], fits: Mapping[tuple[str, str], Fit]) -> tuple[Link, ...]:
    """For each report the one that it fits best, and why."""
    links = []
    for report in group:
        pairs = [
            (score, other.id)
            for other in group
            if other.id != report.id
            and (score := fits.get((min(report.id, other.id), max(report.id, other.id))))
            is not None
        ]
        if not pairs:
            links.append(
                Link(
                    report_id=report.id,
                    with_report_id=None,
                    score=0.0,
                    reasons=("tells of it first or alone",),
                )
            )
            continue
        best, with_id = min(pairs, key=lambda p: (-p[0].score, p[1]))
        links.append(
            Link(
                report_id=report.id, with_report_id=with_id, score=best.score, reasons=best.reasons
            )
        )
    return tuple(links)


def _confidence(group: Sequence[Report], copies: Mapping[str, str]) -> float:
    """Take the surest report's, and a little more for each further voice that tells the same."""
    voices = len({r.article_id for r in group} - copies.keys())
    return round(min(0.99, max(r.confidence for r in group) + 0.03 * (voices - 1)), 2)


def _disputes(group: Sequence[Report], *, killed: bool, injured: bool) -> tuple[str, ...]:
    """Name what reports contradict each other on."""
    sides: dict[str, set[int]] = {}
    for report in group:
        for side, number in report.prisoners:
            sides.setdefault(side, set()).add(number)
    found = {
        "killed": killed,
        "injured": injured,
        "prisoners": any(len(numbers) > 1 for numbers in sides.values()),
        "target": any(r.claim_denied for r in group),
    }
    return tuple(name for name, disputed in found.items() if disputed)


def _incident(
    group: Sequence[Report],
    ident: str,
    fits: Mapping[tuple[str, str], Fit],
    known: "_Known",
) -> Incident:
    published, lexicon = known.published, known.lexicon
    copies = find_copies(group, known.texts, published)
    toll = functools.partial(
        merge_counts, group, published=published, lexicon=lexicon, copies=copies
    )
    (killed, killed_disputed), (injured, injured_disputed) = toll("killed"), toll("injured")
    disputes = _disputes(group, killed=killed_disputed, injured=injured_disputed)
    event_type = merge_type(group, lexicon)
    same_type = [r for r in group if r.event_type == event_type]
    sub_type = _sub_type(same_type, lexicon)
    target = most(same_type, lambda r: r.target)
    location = merge_location(group)
    return Incident(
        id=ident,
        event_type=event_type,
        sub_type=sub_type,
        title=make_title(
            event_type,
            sub_type=sub_type,
            target=target,
            location=location,
            killed=killed,
            injured=injured,
            lexicon=lexicon,
        ),
        date=merge_date(group),
        location=location,
        initiator=most(group, lambda r: r.initiator),
        target=target,
        weapons=merge_weapons(group),
        killed=killed,
        injured=injured,
        prisoners=merge_prisoners(group),
        disputed=bool(disputes),
        disputes=disputes,
        parent=None,
        status="extracted",
        confidence=_confidence(group, copies),
        reports=tuple(in_order(group, published)),
        links=_links(group, fits),
        copies=tuple(sorted(copies.items())),
    )


def _sub_type(reports: Sequence[Report], lexicon: Lexicon) -> str | None:
    """Choose what most say; missiles in one report and drones in another are both."""
    said = {r.sub_type for r in reports if r.sub_type}
    known = lexicon.sub_types
    classes = {c for name in said if name in known for c in known[name].classes}
    for both in known.values():
        if len(both.classes) > 1 and both.classes <= classes:
            return both.name
    return most(reports, lambda r: r.sub_type)


def with_parents(incidents: list[Incident], lexicon: Lexicon | None = None) -> list[Incident]:
    """Give each incident the narrowest other one around it on the same days; see `parents`."""
    words = lexicon or load_lexicon()
    found = parents([extent_of(one) for one in incidents], words)
    return [
        dataclasses.replace(one, parent=found[one.id]) if one.id in found else one
        for one in incidents
    ]


def incidents_of(
    grouped: Grouped,
    *,
    published: Published,
    previous: Mapping[str, str],
    texts: Mapping[str, str] | None = None,
    lexicon: Lexicon | None = None,
) -> list[Incident]:
    """Make an incident of each group of reports, sorted by date and id; none has its parent yet.

    Parameters
    ----------
    published, previous, texts, lexicon
        As in `join`.
    """
    known = _Known(
        published=published, texts={} if texts is None else texts, lexicon=lexicon or load_lexicon()
    )
    taken: set[str] = set()
    incidents = []
    ranked = sorted(
        grouped.groups, key=lambda g: (-sum(r.id in previous for r in g), min(r.id for r in g))
    )
    for group in ranked:
        ident = _identity(group, previous, taken)
        taken.add(ident)
        incidents.append(_incident(group, ident, grouped.links, known))
    return sorted(incidents, key=lambda i: (i.date.first or dt.date.max, i.id))


def join(
    reports: Sequence[Report],
    *,
    published: Published,
    previous: Mapping[str, str],
    texts: Mapping[str, str] | None = None,
    lexicon: Lexicon | None = None,
) -> list[Incident]:
    """Put reports together to incidents.

    Parameters
    ----------
    published
        Article id to its day of publication, None when unknown.
    previous
        Report id to the id of the incident that it belonged to; an incident keeps its id as long
        as most of its reports stay together.
    texts
        Article id to its text, by which copies are known; None compares the reports' words alone.
    """
    groups, links = cluster(reports, lexicon)
    whole = Grouped(groups=tuple(map(tuple, groups)), links=links)
    incidents = incidents_of(
        whole, published=published, previous=previous, texts=texts, lexicon=lexicon
    )
    return with_parents(incidents, lexicon)


def derive(
    reports: Sequence[Report],
    ident: str,
    *,
    published: Published,
    texts: Mapping[str, str],
    lexicon: Lexicon,
) -> Incident:
    """Make one incident of reports that somebody else put together; parameters as those of `join`.

    Its parent is left open.
    """
    known = _Known(published=published, texts=texts, lexicon=lexicon)
    group = sorted(reports, key=lambda report: report.id)
    return _incident(group, ident, fits_of(group, lexicon), known)

"""Corrections applied to incidents as they were derived.

In: derived incidents, and what people hold fast. Out: the incidents as they are to be shown,
rejected ones among them. Nothing can go wrong; the order in which articles came makes no
difference, because what is derived knows nothing of corrections, and these know reports by their
words.
"""

import dataclasses
import datetime as dt
import hashlib
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mapper.correction.replay import Held, Judged
from mapper.correction.values import with_values
from mapper.incident.join import derive
from mapper.incident.model import Incident, Link
from mapper.lexicon import Lexicon
from mapper.report.model import Report

# What a person looked at and let stand is as sure as it gets.
_SURE = 1.0
_BY_HAND = ("put together by a person",)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """What is known of the articles of the incidents.

    Attributes
    ----------
    published
        Article id to its day of publication, None when unknown.
    texts
        Article id to its text, by which copies are known.
    """

    published: Mapping[str, dt.date | None]
    texts: Mapping[str, str]
    lexicon: Lexicon


def apply(derived: Sequence[Incident], held: Held, known: Known) -> list[Incident]:
    """Give the incidents that hold after all corrections.

    Reports that a person put into an incident stay there; a new report goes where joining put it,
    and of two incidents that a person holds apart to the one whose report it fits best. What is
    derived and touches nothing of this stays as it is.
    """
    groups: dict[str, list[Report]] = {}
    whole: dict[str, Incident] = {}
    untouched = []
    adrift = _adrift(derived, held)
    for incident in derived:
        homes = _homes(incident, held.homes)
        if not homes and incident.id in adrift:
            homes = dict.fromkeys((report.id for report in incident.reports), incident.id)
        if not homes:
            untouched.append(incident)
            continue
        if len(set(homes.values())) == 1:
            whole[next(iter(homes.values()))] = incident
        for report in incident.reports:
            groups.setdefault(homes[report.id], []).append(report)
    made = [
        _made(ident, groups[ident], whole.get(ident), held.judged[ident], known)
        for ident in sorted(groups)
    ]
    return [*_renamed(untouched, {*groups, *held.merged}), *made]


def _adrift(derived: Sequence[Incident], held: Held) -> set[str]:
    """Give the incidents of which none of the reports that a person saw is left.

    Such a one lives on in what joined it since, as long as that is called the same.
    """
    present = {held.homes.get(report.id) for one in derived for report in one.reports}
    return set(held.judged) - present


def _homes(incident: Incident, homes: Mapping[str, str]) -> dict[str, str]:
    """Give the home of each report of a derived incident; none when it touches no correction."""
    anchored = {one.id: homes[one.id] for one in incident.reports if one.id in homes}
    if not anchored:
        return {}
    said = Counter(anchored.values())
    usual = min(said, key=lambda ident: (-said[ident], ident))
    if len(said) == 1:
        return dict.fromkeys((one.id for one in incident.reports), usual)
    partners = {link.report_id: link.with_report_id for link in incident.links}
    found = dict(anchored)
    for report in incident.reports:
        _follow(report.id, partners, found, usual)
    return found


def _follow(
    report_id: str, partners: Mapping[str, str | None], found: dict[str, str], usual: str
) -> None:
    """Go from a report to the one that it fits best, and on, until one has a home."""
    path: dict[str, None] = {}
    at: str | None = report_id
    while at is not None and at not in found and at not in path:
        path[at] = None
        at = partners.get(at)
    home = found.get(at, usual) if at is not None else usual
    found.update(dict.fromkeys(path, home))


def _made(
    ident: str, reports: Sequence[Report], whole: Incident | None, judged: Judged, known: Known
) -> Incident:
    if whole is not None and len(whole.reports) == len(reports):
        incident = dataclasses.replace(whole, id=ident)
    else:
        incident = derive(
            reports, ident, published=known.published, texts=known.texts, lexicon=known.lexicon
        )
        incident = dataclasses.replace(incident, links=_by_hand(incident.links))
    disputes = tuple(one for one in incident.disputes if one not in judged.edited.given)
    incident = dataclasses.replace(
        incident,
        status=judged.status,
        confidence=_SURE,
        disputes=disputes,
        disputed=bool(disputes),
        edited=judged.edited.given,
    )
    return with_values(incident, judged.values, known.lexicon)


def _by_hand(links: tuple[Link, ...]) -> tuple[Link, ...]:
    """Say of reports that fit no other one of theirs that a person put them there."""
    lone = [link for link in links if link.with_report_id is None][1:]
    return tuple(
        dataclasses.replace(link, reasons=_BY_HAND) if link in lone else link for link in links
    )


def _renamed(untouched: Iterable[Incident], taken: set[str]) -> list[Incident]:
    """Give incidents another id when theirs is that of an incident that a person holds."""
    return [
        dataclasses.replace(one, id=_other_id(one, taken)) if one.id in taken else one
        for one in untouched
    ]


def _other_id(one: Incident, taken: set[str]) -> str:
    ident = one.id
    while ident in taken:
        seed = f"{ident} {min(report.id for report in one.reports)}"
        ident = hashlib.sha256(seed.encode()).hexdigest()[:12]
    return ident


def is_judged(incident: Incident) -> bool:
    """Whether a person said something of it."""
    return incident.status != "extracted"

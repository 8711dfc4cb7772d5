"""What a person should look at.

In: incidents as they are shown. Out: for each that nobody judged yet, why it is doubtful: no place,
little confidence, reports that contradict each other, another incident that may be the same.
Nothing can go wrong; the order of the incidents makes no difference to the doubts.
"""

import dataclasses
import enum
from collections import defaultdict
from collections.abc import Collection, Mapping, Sequence

from mapper.correction.apply import is_judged
from mapper.incident.agreement import date_fit, place_fit, type_fit
from mapper.incident.fit import THRESHOLD, fit
from mapper.incident.keys import block_keys, sought_keys
from mapper.incident.model import Incident
from mapper.lexicon import Lexicon
from mapper.report.model import Report

# One in twenty of the incidents of the sets in `tests/quality` is below.
LOW_CONFIDENCE = 0.7
# Two reports that miss being joined by this little may be of one happening all the same.
_NEARLY = 0.5 * THRESHOLD
# One place and one day, whatever the numbers say.
_SAME_PLACE, _SAME_DAY = 0.8, 0.45
# Reports of one place and day beyond this are compared with the first ones only.
_MOST_MET = 200
_MOST_NAMED = 5


class Doubt(enum.StrEnum):
    """Why an incident is doubtful."""

    PLACE = "place"
    CONFIDENCE = "confidence"
    DISPUTED = "disputed"
    DUPLICATE = "duplicate"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Doubtful:
    """An incident with its doubts.

    Attributes
    ----------
    doubts
        In the order of `Doubt`.
    twins
        Ids of incidents that may be the same, likeliest first, five at most.
    """

    incident: Incident
    doubts: tuple[Doubt, ...]
    twins: tuple[str, ...] = ()


def doubtful(
    incidents: Sequence[Incident],
    lexicon: Lexicon,
    *,
    below: float = LOW_CONFIDENCE,
    kinds: Collection[Doubt] = tuple(Doubt),
) -> list[Doubtful]:
    """List the incidents that a person should look at, in their order.

    Parameters
    ----------
    below
        Confidence that is too little, 0 to 1.
    kinds
        Only these doubts.
    """
    twins = _twins(incidents, lexicon) if Doubt.DUPLICATE in kinds else {}
    found = []
    for incident in incidents:
        if is_judged(incident):
            continue
        known = {
            Doubt.PLACE: incident.location.place is None,
            Doubt.CONFIDENCE: incident.confidence < below,
            Doubt.DISPUTED: incident.disputed,
            Doubt.DUPLICATE: incident.id in twins,
        }
        doubts = tuple(doubt for doubt in Doubt if known[doubt] and doubt in kinds)
        if doubts:
            likely = tuple(twins.get(incident.id, ()))
            found.append(Doubtful(incident=incident, doubts=doubts, twins=likely))
    return found


def _twins(incidents: Sequence[Incident], lexicon: Lexicon) -> Mapping[str, Sequence[str]]:
    """For each incident that nobody judged those that may be the same, likeliest first."""
    home = {report.id: one.id for one in incidents for report in one.reports}
    reports = [report for one in incidents for report in one.reports]
    shelves: defaultdict[str, list[Report]] = defaultdict(list)
    for report in sorted(reports, key=lambda one: one.id):
        for key in block_keys(report, lexicon):
            if len(shelves[key]) < _MOST_MET:
                shelves[key].append(report)
    judged = {one.id for one in incidents if is_judged(one)}
    scores: defaultdict[str, dict[str, float]] = defaultdict(dict)
    for report in reports:
        mine = home[report.id]
        for other in [] if mine in judged else _met(report, shelves, lexicon):
            twin = home[other.id]
            score = 0.0 if twin == mine else _likeness(report, other, lexicon)
            if score > scores[mine].get(twin, 0.0):
                scores[mine][twin] = score
    return {
        ident: sorted(found, key=lambda twin: (-found[twin], twin))[:_MOST_NAMED]
        for ident, found in scores.items()
        if found
    }


def _met(report: Report, shelves: Mapping[str, Sequence[Report]], lexicon: Lexicon) -> list[Report]:
    met = {r.id: r for key in sought_keys(report, lexicon) for r in shelves.get(key, ())}
    return [met[ident] for ident in sorted(met)]


def _likeness(one: Report, other: Report, lexicon: Lexicon) -> float:
    """How likely two reports of different incidents are one happening; 0 for not at all.

    Joining left them apart, for a number or through a third. An article that tells of both tells
    of two.
    """
    if one.article_id == other.article_id:
        return 0.0
    found = fit(one, other, lexicon)
    if found is not None and found.score >= _NEARLY:
        return found.score
    kind, place, date = (
        type_fit(one, other, lexicon),
        place_fit(one, other, lexicon),
        date_fit(one, other),
    )
    if kind is None or place is None or date is None:
        return 0.0
    near = place[0] >= _SAME_PLACE and date[0] >= _SAME_DAY
    return kind[0] + place[0] + date[0] - THRESHOLD if near else 0.0

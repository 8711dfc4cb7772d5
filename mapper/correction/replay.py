"""All corrections in their order, boiled down to what holds now.

In: corrections, and which report each anchor means. Out: `Held`: the incident that each anchored
report belongs to, and what people set for each incident. Nothing can go wrong; undone corrections
count as if they had never been.
"""

import dataclasses
from collections.abc import Iterable, Mapping

from mapper.correction.model import Act, Anchor, Correction, Values
from mapper.correction.values import laid_over, without

CONFIRMED, EDITED, REJECTED = "confirmed", "edited", "rejected"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Judged:
    """What people said of one incident.

    Attributes
    ----------
    status
        `confirmed`, `edited` or `rejected`: what was done last.
    edited
        The values that were set one by one.
    confirmed
        All values as they were when the incident was confirmed; none when it never was, or was put
        together otherwise since.
    """

    status: str
    edited: Values = Values()
    confirmed: Values = Values()

    @property
    def values(self) -> Values:
        """What holds instead of what reports give."""
        return laid_over(self.confirmed, self.edited)


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Held:
    """What people hold fast.

    Attributes
    ----------
    homes
        Id of a report to the id of the incident that it belongs to.
    judged
        Incident id to what people said of it.
    merged
        Id of an incident that went into another one to that correction.
    """

    homes: Mapping[str, str]
    judged: Mapping[str, Judged]
    merged: Mapping[str, Correction]


def standing(corrections: Iterable[Correction]) -> list[Correction]:
    """Give the corrections that are not undone, by number, without the undoing itself."""
    every = sorted(corrections, key=lambda one: one.seq)
    undone = {one.undoes for one in every if one.undoes is not None}
    return [one for one in every if one.act is not Act.UNDO and one.seq not in undone]


def replay(corrections: Iterable[Correction], meant: Mapping[Anchor, str]) -> Held:
    """Do all corrections that stand once more.

    A later correction wins where two claim a report, which happens after an article was read again
    and told in one report what had been told in two.
    """
    homes: dict[str, str] = {}
    judged: dict[str, Judged] = {}
    merged: dict[str, Correction] = {}
    for one in standing(corrections):
        for group in one.groups:
            homes.update((meant[a], group.incident_id) for a in group.anchors if a in meant)
        before = judged.get(one.incident_id, Judged(status=EDITED))
        for ident in one.merged:
            gone = judged.pop(ident, None)
            merged[ident] = one
            if gone is not None:
                before = dataclasses.replace(before, edited=laid_over(gone.edited, before.edited))
        for group in one.groups:
            judged.setdefault(group.incident_id, Judged(status=EDITED))
            merged.pop(group.incident_id, None)
        judged[one.incident_id] = _after(before, one)
    return Held(homes=homes, judged=judged, merged=merged)


def _after(before: Judged, one: Correction) -> Judged:
    if one.act is Act.REJECT:
        return dataclasses.replace(before, status=REJECTED)
    if one.act is Act.CONFIRM:
        return dataclasses.replace(before, status=CONFIRMED, confirmed=one.values)
    if one.act in {Act.MERGE, Act.SPLIT}:
        # What was confirmed was another incident.
        return dataclasses.replace(before, status=EDITED, confirmed=Values())
    confirmed = before.confirmed
    if "title" not in before.edited.given:
        confirmed = without(confirmed, "title")
    edited = laid_over(before.edited, one.values)
    return Judged(status=EDITED, edited=edited, confirmed=confirmed)

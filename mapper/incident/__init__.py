"""Incidents: reports judged to tell of the same happening.

The steps: `keys` (which reports may meet), `fit` (how well two agree), `cluster` (groups), `merge`
(one set of values), `join` (incidents); `regroup` finds the groups that new reports change, and
`infer` the day of undated articles.
"""

from mapper.incident.infer import infer_dates, shared_days
from mapper.incident.join import incidents_of, join
from mapper.incident.keys import block_keys, sought_keys
from mapper.incident.model import Incident, Link, Range
from mapper.incident.regroup import Grouped, Standing, regroup

__all__ = [
    "Grouped",
    "Incident",
    "Link",
    "Range",
    "Standing",
    "block_keys",
    "incidents_of",
    "infer_dates",
    "join",
    "regroup",
    "shared_days",
    "sought_keys",
]

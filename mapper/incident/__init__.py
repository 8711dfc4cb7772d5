"""Incidents: reports judged to tell of the same happening.

The steps: `keys` (which reports may meet), `fit` (how well two agree), `cluster` (groups), `merge`
(one set of values), `join` (incidents); `infer` finds the day of undated articles.
"""

from mapper.incident.infer import infer_dates, shared_days
from mapper.incident.join import join
from mapper.incident.keys import block_keys, sought_keys
from mapper.incident.model import Incident, Link, Range

__all__ = [
    "Incident",
    "Link",
    "Range",
    "block_keys",
    "infer_dates",
    "join",
    "shared_days",
    "sought_keys",
]

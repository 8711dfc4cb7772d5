"""Asking a remote service for a place that the gazetteer lacks.

In: a name and the country to look in. Out: a `Reply`: the places that it could be, that there is
none, or why the service could not tell. The steps: `settings` (which service), `pace` (when it may
be asked), `ask` over `transport` (the question), `readings` and `kinds` (what an answer says),
`accept` (whether it may be believed), `choice` (which one of several, in one text).
"""

from mapper.geocoder.choice import Surroundings, choose
from mapper.geocoder.model import Outcome, Question, Reply
from mapper.geocoder.settings import Settings

__all__ = ["Outcome", "Question", "Reply", "Settings", "Surroundings", "choose"]

"""Days, nights and spells of time in a text, and the day of the text itself."""

from mapper.dating.mentions import find_dates
from mapper.dating.period import covered_period, weekdays_under, weekdays_within
from mapper.dating.publication import publication_date, resolve_article_date

__all__ = [
    "covered_period",
    "find_dates",
    "publication_date",
    "resolve_article_date",
    "weekdays_under",
    "weekdays_within",
]

"""Days, nights and spells of time in a text, and the day of the text itself."""

from mapper.dating.mentions import find_dates
from mapper.dating.publication import publication_date, resolve_article_date

__all__ = ["find_dates", "publication_date", "resolve_article_date"]

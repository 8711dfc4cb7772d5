"""Fetching from the web with manners: robots.txt, a pause, public addresses, limits."""

from mapper.web.fetching import Visit, fetch, fetch_changed, is_plain_url, is_url
from mapper.web.model import Fetched, Manners, NotNow, PageGone, Validators

__all__ = [
    "Fetched",
    "Manners",
    "NotNow",
    "PageGone",
    "Validators",
    "Visit",
    "fetch",
    "fetch_changed",
    "is_plain_url",
    "is_url",
]

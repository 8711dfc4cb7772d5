"""Reading a text on a given day with the bundled gazetteer, opened once."""

import datetime as dt
from collections.abc import Callable, Iterator

import pytest

from mapper.article.model import Article
from mapper.gazetteer import Gazetteer
from mapper.geoparser import Geoparser
from mapper.report import Extraction, extract
from mapper.report.model import Count

WEDNESDAY = dt.date(2025, 9, 17)

Read = Callable[..., Extraction]
Told = tuple[str, str | None, int | None, int | None, int | None]


@pytest.fixture(scope="session")
def geoparser() -> Iterator[Geoparser]:
    with Gazetteer.open() as gazetteer:
        yield Geoparser(gazetteer)


@pytest.fixture(scope="session")
def read(geoparser: Geoparser) -> Read:
    """Extract from a text that appeared on Wednesday, 17 September 2025, or when told."""

    def reading(text: str, published: dt.date | None = WEDNESDAY) -> Extraction:
        return extract(Article(id="a", text=text, published=published), geoparser=geoparser)

    return reading


def told(extraction: Extraction) -> list[Told]:
    """Type, place, day of the month, killed and injured of each report."""

    def best(count: Count | None) -> int | None:
        return None if count is None else count.best

    return [
        (
            r.event_type,
            r.location.place.name if r.location.place is not None else None,
            r.date.first.day if r.date.first is not None else None,
            best(r.killed),
            best(r.injured),
        )
        for r in extraction.reports
    ]

"""Real project files, and articles of a few happenings, read once."""

import dataclasses
import datetime as dt
from collections.abc import Callable

import pytest

from mapper import pipeline, store
from mapper.article import Article
from mapper.pipeline import Extract
from mapper.pipeline.correcting import Author
from mapper.report.model import Extraction

# Day of September 2025, text. Four happenings, told by several; the last four join what is there.
TELLINGS = (
    (17, "A drone struck a clinic in Omdurman on Tuesday, killing four people."),
    (17, "A missile hit the port of Hodeidah on Tuesday, injuring nine workers."),
    (18, "Shells fell on a market in Nikopol on Wednesday. Two people were killed in Nikopol."),
    (18, "A drone hit a bus in Kherson on Wednesday, killing six people."),
    (18, "Four people died when a drone struck a clinic in Omdurman on Tuesday, doctors said."),
    (19, "The toll from the drone strike on a clinic in Omdurman rose to nine, officials said."),
    (18, "Nine people were injured on Tuesday when a missile struck Hodeidah port."),
    (19, "Six people died in a drone attack on a bus in Kherson on Wednesday."),
)
ANN = Author(who="Ann", at=dt.datetime(2025, 9, 20, 8, 0, tzinfo=dt.UTC), why="looked")


def articles() -> list[Article]:
    """The articles of `TELLINGS`, with the ids t0, t1, ..."""
    return [
        Article(id=f"t{number}", text=text, published=dt.date(2025, 9, day))
        for number, (day, text) in enumerate(TELLINGS)
    ]


@pytest.fixture(scope="session")
def run() -> Extract:
    """The extractor; what it read once it knows by heart."""
    read, known = pipeline.extractor(), dict[tuple[str, str, dt.date | None], Extraction]()

    def by_heart(article: Article, published: dt.date | None) -> Extraction:
        key = (article.id, article.text, article.published or published)
        if key not in known:
            known[key] = read(article, published)
        return known[key]

    return by_heart


@pytest.fixture
def project(location: str) -> store.Store:
    """An empty project."""
    return store.open_store(location, create=True)


Add = Callable[..., None]


@pytest.fixture
def add(run: Extract) -> Add:
    """Add some of the articles, by their numbers."""

    def add_(project: store.Store, *numbers: int) -> None:
        every = articles()
        summary = pipeline.add(project, [every[number] for number in numbers], run)
        assert not summary.failed

    return add_


def of_article(project: store.Store, article_id: str) -> str:
    """The id of the incident that an article's first report is in."""
    ident = store.of_article(project, article_id)[0][1]
    assert ident is not None
    return ident


def renumbered(run: Extract) -> Extract:
    """An extractor of another version: other ids of reports, and shorter words."""

    def other(article: Article, published: dt.date | None) -> Extraction:
        found = run(article, published)
        reports = tuple(
            dataclasses.replace(
                report,
                id=f"{article.id}:v2-{number}",
                start=report.start + 2,
                quote=report.quote[2:],
            )
            for number, report in enumerate(found.reports)
        )
        return dataclasses.replace(found, reports=reports)

    return other

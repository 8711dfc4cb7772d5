"""Reports and a joining that are easy to reason about."""

import datetime as dt
from collections.abc import Callable, Iterator, Mapping, Sequence

import pytest
import shapely

from mapper.article.model import Article
from mapper.dating.model import Basis, DateSpan, Precision
from mapper.gazetteer.model import Kind, Place
from mapper.incident import Grouped, Standing, block_keys
from mapper.incident.model import Incident, Link, Range
from mapper.report.model import Count, Extraction, Location, Report, SetAside
from mapper.store import Entry, Store, opened, settle

_REGION = Place(
    id="geonames:1",
    name="Northern Region",
    kind=Kind.REGION,
    lat=50.0,
    lon=30.0,
    country="UA",
    shape=shapely.to_wkb(shapely.box(29, 49, 31, 51)),
    approximate=True,
)

MakeEntry = Callable[..., Entry]
JoinByDay = Callable[
    [Grouped, Mapping[str, dt.date | None], Mapping[str, str], Mapping[str, str]],
    Sequence[Incident],
]


@pytest.fixture
def store(location: str) -> Iterator[Store]:
    """An empty project."""
    with opened(location, create=True) as project:
        yield project


@pytest.fixture
def make_entry() -> MakeEntry:
    """Make an article that tells of one strike on each of the days, in one region."""

    def make(article_id: str, *days: int, text: str = "", undated: bool = False) -> Entry:
        words = text or f"Article {article_id} tells of a strike."
        article = Article(id=article_id, text=words, published=dt.date(2025, 5, 31))
        reports = tuple(
            Report(
                id=f"{article_id}:{number}",
                article_id=article_id,
                event_type="strike",
                start=0,
                end=len(words),
                quote=words,
                location=Location(place=_REGION, precision="region", within=("geonames:2",)),
                date=DateSpan(
                    first=dt.date(2025, 5, day),
                    last=dt.date(2025, 5, day),
                    precision=Precision.DAY,
                    basis=Basis.STATED,
                ),
                killed=Count(low=number, best=number, high=number),
            )
            for number, day in enumerate(days)
        )
        aside = (SetAside(start=0, end=7, quote=words[:7], why="modal"),)
        return Entry(
            article=article,
            extraction=Extraction(article_id=article_id, reports=reports, set_aside=aside),
            keys=tuple(block_keys(report) for report in reports),
            undated=undated,
        )

    return make


@pytest.fixture
def region() -> Place:
    """The region in which all reports of `make_entry` are."""
    return _REGION


@pytest.fixture
def join_by_day() -> JoinByDay:
    """Make an incident of each group, called by the day."""
    return _join_by_day


@pytest.fixture
def settle_by_day(settled_new: Callable[[Store], int]) -> Callable[[Store], None]:
    """Derive the incidents of a project, one a day."""

    def run(project: Store) -> None:
        settled_new(project)

    return run


@pytest.fixture
def settled_new(join_by_day: JoinByDay) -> Callable[[Store], int]:
    """As `settle_by_day`; give how many incidents are new."""

    def run(project: Store) -> int:
        return settle(project, _by_day, join_by_day)

    return run


def _by_day(changed: Sequence[Report], standing: Standing) -> Grouped:
    """Put changed reports together with those of their days."""
    near = [r for some in standing.near(changed).values() for r in some]
    days = {report.date.first for report in changed}
    told = {r.id: r for r in (*near, *changed) if r.date.first in days}
    groups = (tuple(r for r in told.values() if r.date.first == day) for day in days)
    return Grouped(groups=tuple(groups), links={})


def _join_by_day(
    grouped: Grouped,
    published: Mapping[str, dt.date | None],
    previous: Mapping[str, str],
    texts: Mapping[str, str],
) -> list[Incident]:
    days = {group[0].date.first: list(group) for group in grouped.groups}
    return [_incident(day, days[day]) for day in sorted(day for day in days if day is not None)]


def _incident(day: dt.date, reports: list[Report]) -> Incident:
    return Incident(
        id=f"i{day}",
        event_type="strike",
        sub_type=None,
        title="Strike",
        date=reports[0].date,
        location=reports[0].location,
        initiator=None,
        target=None,
        weapons=(),
        killed=Range(low=0, best=1, high=len(reports)),
        injured=Range(),
        prisoners=(),
        disputed=False,
        disputes=(),
        parent=None,
        status="extracted",
        confidence=0.5,
        reports=tuple(reports),
        links=tuple(
            Link(report_id=report.id, with_report_id=None, score=1.0, reasons=("same day",))
            for report in reports
        ),
    )

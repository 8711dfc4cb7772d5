"""Reports to put together: made by hand on a small map, and read from the development articles."""

import datetime as dt
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path

import pytest

from mapper.article import Article, read
from mapper.dating.model import Basis, DateSpan, Precision
from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.geoparser import Geoparser
from mapper.incident import Incident, join
from mapper.report import Count, Location, Report, extract

DEV = Path(__file__).parent.parent / "quality" / "dev" / "articles"

REGION = Place(
    id="region", name="Arva Oblast", kind=Kind.REGION, lat=50.0, lon=30.0, country="UA",
    admin1="Arva Oblast", admin1_id="region",
)  # fmt: skip
CITY = Place(
    id="city", name="Arva", kind=Kind.SETTLEMENT, lat=50.0, lon=30.0, country="UA",
    admin1="Arva Oblast", admin1_id="region",
)  # fmt: skip
DISTRICT = Place(
    id="district", name="Lower Arva", kind=Kind.DISTRICT, lat=50.02, lon=30.02, country="UA",
    admin1="Arva Oblast", admin1_id="region", parent="city",
)  # fmt: skip
PLANT = Place(
    id="plant", name="Arva power plant", kind=Kind.FACILITY, lat=50.01, lon=30.01, country="UA",
    admin1="Arva Oblast", admin1_id="region", parent="city",
)  # fmt: skip
TOWN = Place(
    id="town", name="Brod", kind=Kind.SETTLEMENT, lat=50.5, lon=31.0, country="UA",
    admin1="Arva Oblast", admin1_id="region",
)  # fmt: skip
SITES = {
    "region": Location(place=REGION, precision="region", within=("country",), how="said"),
    "city": Location(place=CITY, precision="settlement", within=("region", "country"), how="said"),
    "district": Location(
        place=DISTRICT, precision="district", within=("city", "region", "country"), how="said"
    ),
    "plant": Location(
        place=PLANT, precision="facility", within=("city", "region", "country"), how="said"
    ),
    "town": Location(place=TOWN, precision="settlement", within=("region", "country"), how="said"),
    "nowhere": Location(),
}

Numbers = int | Count | None


def _count(value: Numbers) -> Count | None:
    return Count(low=value, best=value, high=value) if isinstance(value, int) else value


def make_report(
    ident: str,
    site: str = "city",
    day: str | None = "2025-09-15",
    *,
    kind: str = "strike",
    killed: Numbers = None,
    injured: Numbers = None,
    by: str | None = None,
    weekdays: tuple[int, ...] = (),
    **rest: object,
) -> Report:
    """A report of article `x` with number `1` for the identifier `x1`."""
    first, _, last = (day or "").partition("..")
    span = DateSpan(weekdays=weekdays)
    if first:
        span = DateSpan(
            first=dt.date.fromisoformat(first),
            last=dt.date.fromisoformat(last or first),
            precision=Precision.RANGE if last else Precision.DAY,
            basis=Basis.RELATIVE,
            weekdays=weekdays,
        )
    base = Report(
        id=ident, article_id=ident[0], event_type=kind, start=0, end=1, quote="x",
        location=SITES[site], date=span, killed=_count(killed), injured=_count(injured),
        attributed_to=by,
    )  # fmt: skip
    fields: dict[str, object] = {name: getattr(base, name) for name in Report.__slots__}
    return Report(**(fields | rest))  # type: ignore[arg-type]


def join_reports(
    reports: Sequence[Report],
    published: Mapping[str, str] | None = None,
    previous: Mapping[str, str] | None = None,
) -> list[Incident]:
    days = {a: dt.date.fromisoformat(day) for a, day in (published or {}).items()}
    return join(reports, published=days, previous=previous or {})


@pytest.fixture(scope="session")
def make() -> Callable[..., Report]:
    return make_report


@pytest.fixture(scope="session")
def joined() -> Callable[..., list[Incident]]:
    return join_reports


@pytest.fixture(scope="session")
def dev_articles() -> list[Article]:
    return [a for a in read(str(DEV)) if isinstance(a, Article)]


@pytest.fixture(scope="session")
def dev_reports(dev_articles: list[Article]) -> list[Report]:
    with Gazetteer.open() as gazetteer:
        parser = Geoparser(gazetteer)
        return [r for a in dev_articles for r in extract(a, geoparser=parser).reports]


@pytest.fixture(scope="session")
def dev_days(dev_articles: list[Article]) -> dict[str, dt.date | None]:
    return {a.id: a.published for a in dev_articles}

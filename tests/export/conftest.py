"""Incidents of every kind of place, as features, and the program of others that looks at files."""

import datetime as dt
import json
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
import shapely

from mapper.article.model import Article
from mapper.dating.model import Basis, DateSpan, Precision
from mapper.export import feature
from mapper.gazetteer.model import Kind, Place
from mapper.incident.model import Incident, Link, Range
from mapper.report.model import Count, Location, Report, Weapon

Feature = dict[str, Any]
Make = Callable[..., Feature]


@pytest.fixture(scope="session")
def make() -> Make:
    """Make the feature of an incident; what is not said is that of a strike on Odesa."""
    return _made


THREE = Range(low=3, best=3)


def _made(
    ident: str = "i1",
    *,
    words: str = "A missile hit the port of Odesa, killing three.",
    title: str = "Missile strike on port, Odesa",
    kind: Kind | None = Kind.SETTLEMENT,
    shape: shapely.Geometry | None = None,
    days: tuple[str, str] | None = ("2025-05-24", "2025-05-24"),
    killed: Range = THREE,
    article: Article | None = None,
    **changed: Any,
) -> Feature:
    place = None if kind is None else _place(kind, shape)
    precision = "unknown" if kind is None else str(changed.pop("precision", kind))
    location = Location(place=place, precision=precision, how="said so")
    first, last = (None, None) if days is None else map(dt.date.fromisoformat, days)
    date = DateSpan(first=first, last=last, precision=Precision.DAY, basis=Basis.RELATIVE)
    source = article or Article(
        id="a", text="", title="Strike", source="Daily", url="https://example.org/1", published=DAY
    )
    report = Report(
        id=f"{source.id}:{ident}",
        article_id=source.id,
        event_type="strike",
        start=0,
        end=len(words),
        quote=words,
        location=location,
        killed=Count(low=3, best=3, high=3, speaker="the mayor"),
        attributed_to="the mayor",
        weapons=(Weapon(kind="ballistic missile", launched=14, intercepted=6),),
    )
    values: dict[str, Any] = {
        "event_type": "strike",
        "sub_type": "missile",
        "initiator": "RUS",
        "target": "port",
        "weapons": report.weapons,
        "injured": Range(),
        "prisoners": (),
        "parent": None,
        "disputed": False,
        "disputes": (),
        "status": "extracted",
        "confidence": 0.9,
        **changed,
    }
    incident = Incident(
        id=ident,
        title=title,
        date=date,
        location=location,
        killed=killed,
        reports=(report,),
        links=(Link(report_id=report.id, with_report_id=None, score=1.0, reasons=("first",)),),
        **values,
    )
    return feature(incident, {source.id: source})


DAY = dt.date(2025, 5, 24)


def _place(kind: Kind, shape: shapely.Geometry | None) -> Place:
    return Place(
        id="geonames:1",
        name="Odesa",
        kind=kind,
        lat=46.47747,
        lon=30.73265,
        country="UA",
        admin1="Odesa Oblast",
        shape=None if shape is None else shapely.to_wkb(shape),
    )


REGION = shapely.Polygon(
    [(29, 46), (29, 48), (31, 48), (31, 46)], [[(30, 47), (30.5, 47), (30, 47.5)]]
)
BORDER = shapely.LineString([(23.6, 51.5), (27.2, 51.7), (31.8, 52.1)])
FAR = shapely.Polygon([(170, -20), (190, -20), (190, -10), (170, -10)])


@pytest.fixture(scope="session")
def features() -> list[Feature]:
    """A point, a region with a hole, a border, an area across the antimeridian, and nowhere."""
    return [
        _made("point"),
        _made("region", kind=Kind.REGION, shape=REGION, days=("2025-05-01", "2025-05-31")),
        _made("border", kind=Kind.BORDER, shape=BORDER, prisoners=(("RUS", 307), ("UKR", 307))),
        _made("far", kind=Kind.AREA, shape=FAR, status="confirmed"),
        _made("nowhere", kind=None, days=None, killed=Range(), disputed=True, disputes=("target",)),
    ]


@pytest.fixture(scope="session")
def ogrinfo() -> Callable[..., str]:
    """Ask GDAL's own program about a file; what it warns of fails the test."""

    def ask(path: Path, *args: str) -> str:
        done = subprocess.run(
            ["ogrinfo", "-ro", *args, str(path)], capture_output=True, text=True, check=True
        )
        assert done.stderr == ""
        return done.stdout

    return ask


@pytest.fixture(scope="session")
def read_geojson() -> Callable[[str], dict[str, Any]]:
    """Read JSON as strictly as RFC 8259 has it: no NaN, no key twice."""

    def strict(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        assert len({key for key, _ in pairs}) == len(pairs)
        return dict(pairs)

    def no_number(word: str) -> None:
        pytest.fail(f"{word} is no number of JSON")

    def read(text: str) -> dict[str, Any]:
        value = json.loads(text, object_pairs_hook=strict, parse_constant=no_number)
        assert isinstance(value, dict)
        return value

    return read

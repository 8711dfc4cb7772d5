"""The bundled gazetteer, opened once, and a small one to be extended."""

from collections.abc import Iterator
from pathlib import Path

import pytest
import shapely

from mapper.gazetteer import Gazetteer, Kind
from mapper.gazetteer.entry import Entry
from mapper.gazetteer.write import write_gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened


@pytest.fixture
def small(tmp_path: Path) -> Path:
    """The file of a gazetteer of a country, two regions, three towns, a district, a facility."""
    path = tmp_path / "small.sqlite"
    square = shapely.to_wkb(shapely.box(22.0, 44.0, 40.0, 53.0))
    entries = [
        Entry(id="geonames:690791", name="Ukraine", kind=Kind.COUNTRY, lat=49.0, lon=32.0,
              country="UA", population=40_000_000, shape=square),
        Entry(id="geonames:706482", name="Kharkiv Oblast", kind=Kind.REGION, lat=49.5, lon=36.5,
              country="UA", population=2_600_000, stem="Kharkiv"),
        Entry(id="mapper:admin1-UA-21", name="Sumy Oblast", kind=Kind.REGION, lat=51.0, lon=34.0,
              country="UA", population=1_000_000, stem="Sumy"),
        Entry(id="geonames:706483", name="Kharkiv", kind=Kind.SETTLEMENT, lat=49.98, lon=36.25,
              country="UA", admin1="geonames:706482", population=1_400_000),
        Entry(id="geonames:692194", name="Sumy", kind=Kind.SETTLEMENT, lat=50.92, lon=34.80,
              country="UA", admin1="mapper:admin1-UA-21", population=290_000),
        Entry(id="geonames:99", name="Saltivka", kind=Kind.SETTLEMENT, lat=50.02, lon=36.33,
              country="UA", admin1="geonames:706482"),
        Entry(id="mapper:plant", name="Zmiiv Power Plant", kind=Kind.FACILITY, lat=49.585,
              lon=36.522, country="UA", admin1="geonames:706482"),
        Entry(id="mapper:district", name="Kyivskyi District", kind=Kind.DISTRICT, lat=50.03,
              lon=36.29, country="UA", admin1="geonames:706482", parent="geonames:706483"),
    ]  # fmt: skip
    write_gazetteer(path, entries, neighbours=[], facts={"made for": "tests"})
    return path

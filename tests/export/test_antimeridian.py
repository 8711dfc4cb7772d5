"""Shapes across the line where 180 meets -180 degrees: cut in two, and boxed as RFC 7946 says."""

import numpy as np
import pytest
import shapely
import shapely.geometry

from mapper.export.antimeridian import Box, box_of, cut, unwrapped, within
from mapper.export.geometry import geometry_of
from mapper.gazetteer.model import Kind, Place

FIJI = [(177.0, -19.0), (179.0, -19.0), (-179.0, -16.0), (177.0, -16.0)]
POLE = [(-180.0, -90.0), (-180.0, -70.0), (0.0, -65.0), (180.0, -70.0), (180.0, -90.0)]


def place(kind: Kind, lon: float, shape: shapely.Geometry | None = None) -> Place:
    wkb = None if shape is None else shapely.to_wkb(shape)
    return Place(id="own:1", name="There", kind=kind, lat=-17.0, lon=lon, shape=wkb)


@pytest.mark.parametrize(
    "ring",
    [
        FIJI,
        [(lon % 360, lat) for lon, lat in FIJI],
        [(lon % 360 - 360, lat) for lon, lat in FIJI],
    ],
    ids=["jumps", "beyond 180", "below -180"],
)
def test_a_shape_that_crosses_is_cut_in_two(ring: list[tuple[float, float]]) -> None:
    shape = cut(unwrapped(shapely.Polygon(ring)))
    assert shape.geom_type == "MultiPolygon"
    assert shape.is_valid
    assert sorted(part.bounds[0] for part in shape.geoms) == [-180.0, 177.0]
    assert sorted(part.bounds[2] for part in shape.geoms) == [-179.0, 180.0]


def test_a_line_that_crosses_is_cut_in_two() -> None:
    shape = cut(unwrapped(shapely.LineString([(179.0, 0.0), (-179.0, 2.0)])))
    assert shape.geom_type == "MultiLineString"
    assert sorted(part.bounds for part in shape.geoms) == [
        (-180.0, 1.0, -179.0, 2.0),
        (179.0, 0.0, 180.0, 1.0),
    ]


def test_a_hole_stays_in_its_shell() -> None:
    hole = [(-179.8, -16.8), (-179.6, -16.8), (-179.6, -16.5)]
    shape = cut(unwrapped(shapely.Polygon(FIJI, [hole])))
    holes = [ring.bounds for part in shape.geoms for ring in part.interiors]
    assert holes == [pytest.approx((-179.8, -16.8, -179.6, -16.5))]


@pytest.mark.parametrize(
    "ring",
    [POLE, [(-10, 0), (10, 0), (10, 5)], [(-179, 60), (0, 65), (179, 60)]],
    ids=["along the pole", "small", "round the pole"],
)
def test_a_shape_that_does_not_cross_stays(ring: list[tuple[float, float]]) -> None:
    shape = shapely.Polygon(ring)
    assert cut(unwrapped(shape)).equals(shape)


def test_the_region_around_a_point_near_the_line_is_cut() -> None:
    geometry = geometry_of(place(Kind.REGION, 179.99))
    assert geometry is not None
    assert geometry["type"] == "MultiPolygon"
    lons = shapely.get_coordinates(shapely.geometry.shape(geometry))[:, 0]
    assert lons.min() == -180.0
    assert lons.max() == 180.0


@pytest.mark.parametrize(("lon", "same"), [(180.0, 180.0), (190.0, -170.0), (-181.0, 179.0)])
def test_a_meridian_has_one_number(lon: float, same: float) -> None:
    assert within(lon) == same
    geometry = geometry_of(place(Kind.SETTLEMENT, lon))
    assert geometry == {"type": "Point", "coordinates": [same, -17.0]}


@pytest.mark.parametrize("lon", [float("nan"), float("inf")])
def test_a_place_at_no_number_has_no_geometry(lon: float) -> None:
    assert geometry_of(place(Kind.SETTLEMENT, lon)) is None


def test_an_outline_with_no_numbers_is_that_of_its_point() -> None:
    with np.errstate(invalid="ignore"):
        broken = shapely.Polygon([(0, 0), (1, 0), (float("nan"), 1), (0, 0)])
        geometry = geometry_of(place(Kind.REGION, 20.0, broken))
    assert geometry is not None
    assert shapely.geometry.shape(geometry).contains(shapely.Point(20.0, -17.0))


@pytest.mark.parametrize(
    ("boxes", "box"),
    [
        ([], None),
        ([(30.0, 50.0, 30.0, 50.0)], (30.0, 50.0, 30.0, 50.0)),
        ([(30.0, 50.0, 31.0, 51.0), (-70.0, 4.0, -69.0, 5.0)], (-70.0, 4.0, 31.0, 51.0)),
        ([(177.0, -20.0, 177.0, -20.0), (-179.0, -16.0, -179.0, -16.0)], (177, -20, -179, -16)),
        ([(170.0, -20.0, -170.0, -10.0)], (170.0, -20.0, -170.0, -10.0)),
        ([(170.0, -20.0, -170.0, -10.0), (30.0, 50.0, 31.0, 51.0)], (30, -20, -170, 51)),
        # Japan, Ukraine and the west of America: less than half would be saved.
        ([(140, 35, 140, 35), (30, 50, 30, 50), (-100, 40, -100, 40)], (-100, 35, 140, 50)),
    ],
)
def test_a_box_holds_all_and_may_cross_the_line(boxes: list[Box], box: Box | None) -> None:
    assert box_of(boxes) == box

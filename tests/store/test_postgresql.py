"""What is special to a project on a server: the layer for maps, refusals, passwords."""

import datetime as dt
import os
import re
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
import sqlalchemy as sa

from mapper.errors import StoreError
from mapper.gazetteer.model import Place
from mapper.store import (
    Entry,
    Standing,
    Store,
    articles,
    incidents,
    open_store,
    opened,
    put,
    remove,
)
from mapper.store.check import problems
from mapper.store.engines import hidden
from mapper.store.layer import LAYER
from mapper.store.laying import fill_layer
from mapper.store.migrations import SCHEMA_VERSION

MakeEntry = Callable[..., Entry]
Settle = Callable[[Store], None]

on_server = pytest.mark.parametrize("backend", ["postgresql"], indirect=True)


def _rows(store: Store, statement: str) -> list[tuple[object, ...]]:
    with store.read() as connection:
        return [tuple(row) for row in connection.exec_driver_sql(statement)]


@on_server
def test_incidents_are_a_layer_with_a_geometry_in_wgs_84(
    store: Store, make_entry: MakeEntry, settle_by_day: Settle, region: Place
) -> None:
    put(store, make_entry("a", 1, 2))
    put(store, make_entry("b", 2))
    settle_by_day(store)
    told = _rows(
        store,
        "SELECT id, title, first_day, place, country, killed_best, reports, ST_SRID(geom), "
        "ST_XMin(geom), ST_YMin(geom) FROM incident_layer ORDER BY id",
    )
    first, second = dt.date(2025, 5, 1), dt.date(2025, 5, 2)
    assert told == [
        ("i2025-05-01", "Strike", first, region.name, "UA", 1, 1, 4326, 29.0, 49.0),
        ("i2025-05-02", "Strike", second, region.name, "UA", 1, 2, 4326, 29.0, 49.0),
    ]
    with store.write() as connection:
        before = connection.exec_driver_sql("SELECT * FROM incident_layer ORDER BY id").all()
        connection.exec_driver_sql("DELETE FROM incident_layer")
        fill_layer(connection)
        after = connection.exec_driver_sql("SELECT * FROM incident_layer ORDER BY id").all()
    assert after == before


@on_server
def test_an_incident_that_goes_leaves_the_layer(
    store: Store, make_entry: MakeEntry, settle_by_day: Settle
) -> None:
    put(store, make_entry("a", 1, 2))
    settle_by_day(store)
    remove(store, "a")
    settle_by_day(store)
    assert incidents(store) == []
    assert _rows(store, "SELECT id FROM incident_layer") == []


@on_server
def test_the_layer_is_what_programs_for_maps_look_for(store: Store) -> None:
    columns = "f_geometry_column, coord_dimension, srid"
    table = "WHERE f_table_name = 'incident_layer' AND f_table_schema = current_schema()"
    assert _rows(store, f"SELECT {columns} FROM geometry_columns {table}") == [("geom", 2, 4326)]
    kinds = "SELECT indexdef FROM pg_indexes WHERE indexname = 'incident_layer_geom'"
    assert "USING gist (geom)" in str(_rows(store, kinds))
    keys = "SELECT conname FROM pg_constraint WHERE conname = 'incident_layer_pkey'"
    assert _rows(store, f"{keys} AND connamespace = current_schema()::regnamespace") == [
        ("incident_layer_pkey",)
    ]


@on_server
def test_texts_sort_by_code_points_as_in_a_file(
    store: Store, make_entry: MakeEntry, location: str
) -> None:
    for name in ("b", "B", "a", "ä", "A"):
        put(store, make_entry(name, 1))
    with store.read() as connection:
        query = sa.text("SELECT id FROM article ORDER BY id")
        assert list(connection.execute(query).scalars()) == ["A", "B", "a", "b", "ä"]


@on_server
def test_a_project_of_version_1_gets_the_layer(
    store: Store, location: str, make_entry: MakeEntry, settle_by_day: Settle
) -> None:
    put(store, make_entry("a", 1))
    settle_by_day(store)
    with store.write() as connection:
        for table in ("incident_layer", "unknown_name"):
            connection.exec_driver_sql(f"DROP TABLE {table}")
        connection.exec_driver_sql("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
    with opened(location, create=False) as project:
        assert project.note is not None
        assert f"of version 1 and is now of version {SCHEMA_VERSION}" in project.note
        assert _rows(project, "SELECT id FROM incident_layer") == [("i2025-05-01",)]


@on_server
@pytest.mark.parametrize(
    ("statement", "message"),
    [
        pytest.param("CREATE TABLE meta (x int)", "tables of another program", id="meta"),
        pytest.param("CREATE TABLE article (x int)", "already exists", id="article"),
    ],
)
def test_tables_of_others_are_refused_and_left(location: str, statement: str, message: str) -> None:
    engine = sa.create_engine(
        sa.make_url(location).set(drivername="postgresql+psycopg"), poolclass=sa.NullPool
    )
    with engine.begin() as connection:
        connection.exec_driver_sql(statement)
    with pytest.raises(StoreError, match=message):
        open_store(location, create=True)
    with engine.begin() as connection:
        count = "SELECT count(*) FROM pg_tables WHERE schemaname = current_schema()"
        assert connection.exec_driver_sql(count).scalar() == 1


@on_server
def test_two_projects_in_schemas_of_one_database_know_nothing_of_each_other(
    new_location: Callable[[], str], make_entry: MakeEntry
) -> None:
    first, second = new_location(), new_location()
    both = second.replace(",public", "," + first.partition("search_path%3D")[2])
    with opened(first, create=True) as project:
        put(project, make_entry("a", 1))
        with project.write(), opened(both, create=True) as other:
            assert put(other, make_entry("b", 1)) is Standing.NEW
            assert [stored.article.id for stored in articles(other)] == ["b"]
    with opened(second, create=False) as project:
        assert list(problems(project)) == []


@on_server
def test_a_newer_project_is_refused(store: Store, location: str) -> None:
    with store.write() as connection:
        connection.exec_driver_sql("UPDATE meta SET value = '99' WHERE key = 'schema_version'")
    with pytest.raises(StoreError, match="written by a newer mapper"):
        open_store(location, create=True)


@on_server
def test_a_database_without_a_project_is_told(location: str) -> None:
    with pytest.raises(StoreError, match="There is no project in"):
        open_store(location, create=False)


@on_server
def test_a_schema_that_is_not_there_is_told(location: str) -> None:
    nowhere = location.replace("search_path%3Dtest_", "search_path%3Dnowhere_").replace(
        ",public", ""
    )
    with pytest.raises(StoreError, match="the schema that the URL names is not there"):
        open_store(nowhere, create=True)


@pytest.fixture
def bare_database(backend: str, location: str) -> Iterator[str]:
    """The URL of a database without PostGIS, as a user who may not make it."""
    name = f"bare_{uuid.uuid4().hex}"
    server = sa.make_url(os.environ["MAPPER_TEST_POSTGRESQL"])
    engine = sa.create_engine(
        server.set(drivername="postgresql+psycopg"),
        isolation_level="AUTOCOMMIT",
        poolclass=sa.NullPool,
    )
    with engine.connect() as connection:
        connection.exec_driver_sql(f"CREATE ROLE {name} LOGIN PASSWORD 'sesame'")
        connection.exec_driver_sql(f"CREATE DATABASE {name} OWNER {name} TEMPLATE template0")
    yield server.set(database=name, username=name, password="sesame").render_as_string(False)
    with engine.connect() as connection:
        connection.exec_driver_sql(f"DROP DATABASE {name}")
        connection.exec_driver_sql(f"DROP ROLE {name}")


@on_server
def test_without_postgis_the_user_is_told_whom_to_ask(bare_database: str) -> None:
    with pytest.raises(StoreError) as told:
        open_store(bare_database, create=True)
    assert "let its administrator install PostGIS and run `CREATE EXTENSION postgis`" in str(
        told.value
    )
    assert "sesame" not in str(told.value)
    with pytest.raises(StoreError, match="There is no project in"):
        open_store(bare_database, create=False)


@on_server
def test_a_server_that_goes_away_in_mid_write_is_told_and_nothing_is_half_in(
    store: Store, location: str, make_entry: MakeEntry
) -> None:
    put(store, make_entry("a", 1))
    with (
        pytest.raises(StoreError, match="gone or cannot be reached; run the command again"),
        store.write() as connection,
    ):
        connection.exec_driver_sql("UPDATE article SET title = 'changed'")
        (pid,) = connection.exec_driver_sql("SELECT pg_backend_pid()").one()
        with opened(location, create=False) as other, other.read() as another:
            another.exec_driver_sql(f"SELECT pg_terminate_backend({pid})")
        connection.exec_driver_sql("UPDATE article SET title = 'changed again'")
    assert _rows(store, "SELECT title FROM article") == [(None,)]
    put(store, make_entry("b", 1))
    assert len(_rows(store, "SELECT id FROM article")) == 2


@on_server
def test_a_user_who_may_only_read_reads(
    store: Store, location: str, make_entry: MakeEntry, settle_by_day: Settle
) -> None:
    put(store, make_entry("a", 1))
    settle_by_day(store)
    name = f"reader_{uuid.uuid4().hex}"
    with store.write() as connection:
        schema = connection.exec_driver_sql("SELECT current_schema()").scalar()
        connection.exec_driver_sql(f"CREATE ROLE {name} LOGIN")
        connection.exec_driver_sql(f"GRANT USAGE ON SCHEMA {schema} TO {name}")
        connection.exec_driver_sql(f"GRANT SELECT ON ALL TABLES IN SCHEMA {schema} TO {name}")
    url = sa.make_url(location).set(username=name).render_as_string(False)
    with opened(url, create=False) as project:
        assert [one.id for one in incidents(project)] == ["i2025-05-01"]
        assert list(problems(project)) == []
        with pytest.raises(StoreError, match="the user of the URL may not do that"):
            put(project, make_entry("b", 1))
    with store.write() as connection:
        connection.exec_driver_sql(f"DROP OWNED BY {name}")
        connection.exec_driver_sql(f"DROP ROLE {name}")


def test_the_columns_of_the_layer_are_documented() -> None:
    page = (Path(__file__).parents[2] / "docs" / "storage.md").read_text("utf-8")
    rows = [line for line in page.splitlines() if line.startswith("| `")]
    named = {name for row in rows for name in re.findall(r"`(\w+)`", row.split("|")[1])}
    assert named == set(LAYER.columns.keys())


SECRET = "s3sam3"


@pytest.mark.parametrize(
    "url",
    [
        f"postgresql://me:{SECRET}@127.0.0.1:1/db",
        f"postgres://me:{SECRET}@127.0.0.1:1/db",
        f"postgresql://127.0.0.1:1/db?user=me&password={SECRET}",
        f"postgresql://me:{SECRET}@127.0.0.1:1/db?options=-csearch_path%3Dx",
        f"postgresql://me:{SECRET}@127.0.0.1:port/db",
        f"postgresql://me:{SECRET}@[::1/db",
        f"postgresql://me:{SECRET}@127.0.0.1:1/db?no_such_option=1",
        f"postgresql+nonsense://me:{SECRET}@127.0.0.1:1/db",
        f"mysql://me:{SECRET}@127.0.0.1/db",
        f"://me:{SECRET}@127.0.0.1/db",
        f"sqlite://me:{SECRET}@127.0.0.1/db",
    ],
)
@pytest.mark.parametrize("create", [True, False])
def test_a_password_is_in_no_message(url: str, create: bool) -> None:
    with pytest.raises(StoreError) as told:
        open_store(url, create=create)
    assert SECRET not in str(told.value)
    assert SECRET not in hidden(url)


@on_server
def test_qgis_shows_the_layer(
    store: Store,
    make_entry: MakeEntry,
    settle_by_day: Settle,
    location: str,
    in_qgis: Callable[..., dict[str, Any]],
) -> None:
    put(store, make_entry("a", 1, 2))
    settle_by_day(store)
    url = sa.make_url(location)
    with store.read() as connection:
        schema = connection.exec_driver_sql("SELECT current_schema()").scalar()
    server = {"host": url.host or url.query.get("host"), "port": url.port}
    known = {**server, "user": url.username, "password": url.password, "dbname": url.database}
    told = in_qgis(
        " ".join(f"{name}='{value}'" for name, value in known.items() if value)
        + f' key=\'id\' type=Polygon srid=4326 table="{schema}"."incident_layer" (geom)',
        provider="postgres",
        where='"first_day" = \'2025-05-01\' AND "killed_best" = 1',
    )
    assert told["crs"] == "EPSG:4326"
    assert [(row["id"], row["country"]) for row in told["rows"]] == [("i2025-05-01", "UA")]
    assert told["rows"][0][""].startswith("Polygon ((")
    assert told["fields"]["disputed"] == "bool"

"""Projects on both databases, for all tests that use one."""

import os
import uuid
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
import sqlalchemy as sa

# A database of PostgreSQL with PostGIS, as `.ci/postgresql start FOLDER` prints it.
SERVER = "MAPPER_TEST_POSTGRESQL"


@pytest.fixture(params=["sqlite", "postgresql"])
def backend(request: pytest.FixtureRequest) -> str:
    """The database that a test uses; each test has both."""
    name: str = request.param
    if name == "postgresql" and SERVER not in os.environ:
        pytest.skip(f"{SERVER} names no database; .ci/postgresql start makes one")
    return name


@pytest.fixture
def new_location(backend: str, tmp_path: Path) -> Iterator[Callable[[], str]]:
    """Give locations of projects that are not there yet: files, or schemas of a server."""
    made: list[str] = []

    def new() -> str:
        made.append(f"test_{uuid.uuid4().hex}")
        if backend == "sqlite":
            return str(tmp_path / f"{made[-1]}.db")
        _on_server(f"CREATE SCHEMA {made[-1]}")
        separator = "&" if "?" in os.environ[SERVER] else "?"
        return f"{os.environ[SERVER]}{separator}options=-csearch_path%3D{made[-1]},public"

    yield new
    for name in made if backend == "postgresql" else []:
        _on_server(f"DROP SCHEMA {name} CASCADE")


@pytest.fixture
def location(new_location: Callable[[], str]) -> str:
    """The location of a project that is not there yet."""
    return new_location()


def _on_server(statement: str) -> None:
    url = sa.make_url(os.environ[SERVER]).set(drivername="postgresql+psycopg")
    engine = sa.create_engine(url, poolclass=sa.NullPool)
    with engine.begin() as connection:
        # Rather a failure than a test that hangs on a transaction which was left open.
        connection.exec_driver_sql("SET lock_timeout = '60s'")
        connection.exec_driver_sql(statement)

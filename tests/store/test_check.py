"""`mapper db check` finds what is not as it must be, and says which."""

from collections.abc import Callable

import pytest
import sqlalchemy as sa

from mapper.store import Entry, Store, packing, put
from mapper.store.check import problems, waiting
from mapper.store.schema import ARTICLE, INCIDENT, MEMBERSHIP, PLACE, REPORT, REPORT_KEY

MakeEntry = Callable[..., Entry]
Settle = Callable[[Store], None]
Damage = Callable[[sa.Connection], object]


@pytest.fixture
def project(store: Store, make_entry: MakeEntry, settle_by_day: Settle) -> Store:
    """A project of two articles with three reports, settled."""
    put(store, make_entry("a", 1, 2))
    put(store, make_entry("b", 2, undated=True))
    settle_by_day(store)
    return store


def test_a_project_that_was_only_written_by_the_program_is_in_order(project: Store) -> None:
    assert list(problems(project)) == []
    assert waiting(project) == 0


def test_reports_that_wait_are_counted_and_no_problem(
    project: Store, make_entry: MakeEntry
) -> None:
    put(project, make_entry("c", 3, 4))
    assert list(problems(project)) == []
    assert waiting(project) == 2


def _set(table: sa.Table, where: sa.ColumnElement[bool], **values: object) -> Damage:
    return lambda connection: connection.execute(table.update().where(where).values(**values))


def _drop(table: sa.Table, where: sa.ColumnElement[bool]) -> Damage:
    return lambda connection: connection.execute(table.delete().where(where))


@pytest.mark.parametrize(
    ("damage", "said"),
    [
        pytest.param(
            _set(ARTICLE, ARTICLE.c.id == "a", packed=packing.pack("Other words.")),
            [
                "article 'a': its text is not the one that came",
                "article 'a': its quote does not stand in the article at 0:7",
                "report 'a:0': its quote does not stand in the article at 0:",
                "report 'a:1': its quote does not stand in the article at 0:",
            ],
            id="text",
        ),
        pytest.param(
            _set(ARTICLE, ARTICLE.c.id == "b", packed=b"x"),
            ["article 'b': The text of article 'b' is broken"],
            id="packed text",
        ),
        pytest.param(
            _drop(REPORT_KEY, REPORT_KEY.c.report_seq == 2),
            ["report 'a:1': it is not filed under its keys"],
            id="keys",
        ),
        pytest.param(
            _set(REPORT_KEY, REPORT_KEY.c.report_seq == 2, report_seq=99),
            [
                "report_key.report_seq 99 points at no report",
                "report 'a:1': it is not filed under its keys",
            ],
            id="keys of nobody",
        ),
        pytest.param(
            _set(ARTICLE, ARTICLE.c.id == "b", undated=b"x"),
            ["article 'b': The project file holds a broken Extraction"],
            id="undated reports",
        ),
        pytest.param(
            _set(REPORT, REPORT.c.id == "b:0", payload=b"nonsense"),
            ["report 'b:0': The project file holds a broken Report"],
            id="report",
        ),
        pytest.param(
            _set(REPORT, REPORT.c.id == "b:0", id="b:7"),
            [
                "report 'b:7': its record is that of 'b:0' of article 'b'",
                "incident 'i2025-05-02': report 'b:0', which it was derived from, is not in it",
            ],
            id="report under another id",
        ),
        pytest.param(
            _set(PLACE, PLACE.c.id == "geonames:1", payload="{"),
            [
                "article 'b': The project file holds a broken place",
                "report 'a:0': The project file holds a broken place",
                "report 'a:1': The project file holds a broken place",
                "report 'b:0': The project file holds a broken place",
                "place ",
                "incident 'i2025-05-01': The project file holds a broken place",
                "incident 'i2025-05-02': The project file holds a broken place",
            ],
            id="place",
        ),
        pytest.param(
            _set(PLACE, PLACE.c.id == "geonames:1", id="geonames:2"),
            ["place "],
            id="place under another id",
        ),
        pytest.param(
            _set(INCIDENT, INCIDENT.c.id == "i2025-05-01", payload=b""),
            ["incident 'i2025-05-01': The project file holds a broken Incident"],
            id="incident",
        ),
        pytest.param(
            _drop(MEMBERSHIP, MEMBERSHIP.c.incident_id == "i2025-05-01"),
            [
                "incident 'i2025-05-01': no report tells of it",
                "incident 'i2025-05-01': report 'a:0', which it was derived from, is not in it",
                "report 'a:0': it is in no incident",
            ],
            id="membership",
        ),
    ],
)
def test_what_is_wrong_is_named(project: Store, damage: Damage, said: list[str]) -> None:
    with project.write() as connection:
        damage(connection)
    found = list(problems(project))
    assert [line[: len(start)] for line, start in zip(found, said, strict=True)] == said


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_row_that_points_at_nothing_is_named(project: Store) -> None:
    connection = project.engine.raw_connection()
    cursor = connection.cursor()
    cursor.execute("PRAGMA foreign_keys=OFF")
    cursor.execute("INSERT INTO dirty VALUES (99)")
    cursor.execute("PRAGMA foreign_keys=ON")
    connection.close()
    assert list(problems(project)) == ["dirty.report_seq 99 points at no report"]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_an_index_that_does_not_fit_its_table_is_named(project: Store) -> None:
    connection = project.engine.raw_connection()
    cursor = connection.cursor()
    cursor.execute("PRAGMA writable_schema=ON")
    sql = "UPDATE sqlite_master SET sql = replace(sql, '(place_id)', '(first)') WHERE name = ?"
    cursor.execute(sql, ("ix_incident_place_id",))
    connection.close()
    project.engine.dispose()
    assert any("the file is damaged" in line for line in problems(project))


@pytest.mark.parametrize("backend", ["postgresql"], indirect=True)
def test_an_incident_that_the_layer_lacks_is_named(project: Store) -> None:
    with project.write() as connection:
        connection.exec_driver_sql("DELETE FROM incident_layer WHERE id = 'i2025-05-01'")
    assert list(problems(project)) == [
        "incident 'i2025-05-01': it is not in the table incident_layer"
    ]

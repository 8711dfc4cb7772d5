"""Project files of earlier and later versions of the program."""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import pytest
import sqlalchemy as sa
from sqlalchemy.dialects.postgresql.psycopg import PGDialect_psycopg

from mapper.errors import StoreError
from mapper.store import (
    Entry,
    Store,
    articles,
    incidents,
    lexicon_names,
    of_article,
    open_store,
    opened,
    put,
    read_with,
    remove,
)
from mapper.store.check import problems
from mapper.store.migrations import SCHEMA_VERSION, STEPS, Step, columns
from mapper.store.packing import unpack
from mapper.store.schema import METADATA, REPORT_KEY

MakeEntry = Callable[..., Entry]
Settle = Callable[[Store], None]

VERSION_1 = Path(__file__).with_name("version_1.sql")


@pytest.fixture
def old(tmp_path: Path) -> Path:
    """A project file that version 1 of the program wrote."""
    path = tmp_path / "old.db"
    connection = sqlite3.connect(path)
    connection.executescript(VERSION_1.read_text("utf-8"))
    connection.close()
    return path


def _shape(path: Path) -> dict[str, set[tuple[str, str, bool]]]:
    """The tables of a file with their columns, and the indexes."""
    engine = sa.create_engine(f"sqlite:///{path}")
    found = sa.inspect(engine)
    shape = {
        table: {
            (column["name"], str(column["type"]), column["nullable"])
            for column in found.get_columns(table)
        }
        | {(str(index["name"]), "index", True) for index in found.get_indexes(table)}
        for table in found.get_table_names()
    }
    engine.dispose()
    return shape


def test_an_older_project_file_is_brought_up_to_date_and_says_so(old: Path) -> None:
    with opened(str(old), create=False) as project:
        assert project.note is not None
        assert f"was of version 1 and is now of version {SCHEMA_VERSION}" in project.note
        stored = list(articles(project))
        assert [one.article.source for one in stored] == ["Test Daily", "Other Daily", None]
        assert [len(of_article(project, one.article.id)) for one in stored] == [1, 1, 1]
        assert [one.event_type for one in incidents(project)] == ["strike", "strike"]
        assert set(lexicon_names(project).values()) == {"war (before)"}
        assert [one.articles for one in read_with(project)] == [3]
    with opened(str(old), create=False) as project:
        assert project.note is None


def test_an_older_project_file_becomes_what_a_new_one_is(old: Path, tmp_path: Path) -> None:
    open_store(str(old), create=False).close()
    open_store(str(tmp_path / "new.db"), create=True).close()
    assert _shape(old) == _shape(tmp_path / "new.db")
    assert set(_shape(old)) == set(METADATA.tables)


def _as_version_7(connection: sa.Connection) -> None:
    """Make of a project what version 7 of the file was: plain texts, long keys with two indexes."""
    connection.exec_driver_sql("ALTER TABLE article ADD COLUMN text TEXT")
    told = sa.text("UPDATE article SET text = :text WHERE seq = :seq")
    for row in connection.execute(sa.text("SELECT seq, packed FROM article")).all():
        connection.execute(told, {"seq": row.seq, "text": unpack(row.packed)})
    connection.exec_driver_sql("ALTER TABLE article DROP COLUMN packed")
    connection.exec_driver_sql("ALTER TABLE report DROP COLUMN filed_under")
    for name in ("last", "place_id"):
        connection.exec_driver_sql(f"ALTER TABLE report ADD COLUMN {name} TEXT")
    connection.exec_driver_sql("UPDATE report_key SET key = key * 65536 + 7")
    connection.exec_driver_sql("CREATE INDEX ix_report_key_report_seq ON report_key (report_seq)")
    connection.exec_driver_sql("CREATE INDEX ix_incident_first ON incident (first)")
    connection.exec_driver_sql("UPDATE meta SET value = '7' WHERE key = 'schema_version'")
    if connection.dialect.name == "sqlite":
        connection.exec_driver_sql("PRAGMA user_version=7")


def test_plain_texts_and_long_keys_become_packed_and_short(
    new_location: Callable[[], str], make_entry: MakeEntry, settle_by_day: Settle
) -> None:
    location = new_location()
    with opened(location, create=True) as project:
        put(project, make_entry("a", 1, 2))
        put(project, make_entry("b", 2, undated=True))
        settle_by_day(project)
        before = list(articles(project))
        with project.read() as connection:
            filed = set(connection.execute(sa.select(REPORT_KEY)).all())
        with project.write() as connection:
            _as_version_7(connection)
    with opened(location, create=False) as project:
        assert project.note is not None
        assert list(articles(project)) == before
        with project.read() as connection:
            assert set(connection.execute(sa.select(REPORT_KEY)).all()) == filed
        assert list(problems(project)) == []
        put(project, make_entry("c", 2))
        settle_by_day(project)
        assert remove(project, "a")
        settle_by_day(project)
        assert list(problems(project)) == []
        assert [[r.id for r in one.reports] for one in incidents(project)] == [["b:0", "c:0"]]


def test_a_step_that_fails_leaves_the_older_file_as_it_was(
    old: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fail(connection: sa.Connection) -> None:
        connection.exec_driver_sql("DROP TABLE report_key")
        connection.exec_driver_sql("SELECT * FROM nowhere")

    before = _shape(old)
    broken = (*STEPS, Step(what="fails", run=fail))
    monkeypatch.setattr("mapper.store.migrations.STEPS", broken)
    with pytest.raises(StoreError, match="no such table: nowhere"):
        open_store(str(old), create=False)
    assert _shape(old) == before
    connection = sqlite3.connect(old)
    assert connection.execute("PRAGMA user_version").fetchone() == (1,)
    connection.close()


def test_two_programs_may_open_an_older_file_at_once(old: Path) -> None:
    with opened(str(old), create=False) as one, opened(str(old), create=False) as other:
        assert one.note is not None
        assert other.note is None


def test_a_column_is_added_with_its_index_and_only_once(tmp_path: Path) -> None:
    metadata = sa.MetaData()
    table = sa.Table("t", metadata, sa.Column("id", sa.Integer, primary_key=True))
    engine = sa.create_engine(f"sqlite:///{tmp_path / 't.db'}")
    metadata.create_all(engine)
    table.append_column(sa.Column("word", sa.Text, index=True))
    with engine.begin() as connection:
        for _ in range(2):
            columns(table, "word")(connection)
        found = sa.inspect(connection)
        assert [column["name"] for column in found.get_columns("t")] == ["id", "word"]
        assert [index["name"] for index in found.get_indexes("t")] == ["ix_t_word"]
    engine.dispose()


def test_the_version_in_the_header_and_in_the_table_are_one(tmp_path: Path) -> None:
    open_store(str(tmp_path / "new.db"), create=True).close()
    connection = sqlite3.connect(tmp_path / "new.db")
    version = connection.execute("PRAGMA user_version").fetchone()
    told = connection.execute("SELECT value FROM meta WHERE key = 'schema_version'").fetchone()
    connection.close()
    assert version == (SCHEMA_VERSION,)
    assert told == (str(SCHEMA_VERSION),)


def test_all_texts_sort_the_same_on_both_databases() -> None:
    server = PGDialect_psycopg()  # type: ignore[no-untyped-call]

    unsorted = [
        f"{table.name}.{column.name}"
        for table in METADATA.tables.values()
        for column in table.columns
        if isinstance(column.type, sa.Text)
        and 'COLLATE "C"' not in str(sa.schema.CreateColumn(column).compile(dialect=server))
    ]
    assert unsorted == []

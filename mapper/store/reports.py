"""Reports in the project file, the keys under which they are found, and their places.

In: reports of an article with their keys. Out: rows; what else the change of an article touches is
marked, so that its incidents are derived anew. All functions work inside the caller's transaction.
"""

import hashlib
from collections.abc import Iterable, Iterator, Mapping, Sequence, Set
from typing import Any, TypeVar

import sqlalchemy as sa

from mapper.gazetteer.model import Place
from mapper.incident.keys import sought_keys
from mapper.lexicon import Lexicon
from mapper.report.model import Report
from mapper.store import codec
from mapper.store.layer import corrected_in_layer, is_kept, take_from_layer
from mapper.store.lexicons import lexicon_of
from mapper.store.schema import ARTICLE, DIRTY, INCIDENT, MEMBERSHIP, PLACE, REPORT, REPORT_KEY

T = TypeVar("T")
# Values by the names of columns.
Row = dict[str, Any]

# SQLite takes 32,766 values in one statement, older ones 999.
CHUNK = 500

# Of a key's hash. SQLite writes such numbers in six bytes, and of a billion keys one in a hundred
# thousand meets another.
_KEY_BYTES = 6

# What is asked for each article is put together once: that takes longer than to answer it.
_LAST_REPORT = sa.select(sa.func.max(REPORT.c.seq))
_NEW_REPORTS = REPORT.insert()
_NEW_KEYS = REPORT_KEY.insert()
_DROP_KEY = REPORT_KEY.delete().where(
    REPORT_KEY.c.key == sa.bindparam("its_key"), REPORT_KEY.c.report_seq == sa.bindparam("seq")
)
_NEW_DIRTY = DIRTY.insert()
_NEW_PLACES = PLACE.insert()
_KNOWN_PLACES = sa.select(PLACE.c.key).where(PLACE.c.key.in_(sa.bindparam("keys", expanding=True)))
_PLACE_OF = sa.select(PLACE).where(PLACE.c.key == sa.bindparam("wanted"))


def put_reports(
    connection: sa.Connection,
    found: tuple[Report, ...],
    keys: tuple[tuple[str, ...], ...],
    places: dict[str, Place],
) -> None:
    """Store an article's reports, and `places` with those of the reports; they become dirty."""
    rows = report_rows(found, places)
    put_places(connection, place_rows(places))
    put_report_rows(connection, rows, hashed(keys))


def report_rows(found: Iterable[Report], places: dict[str, Place]) -> list[Row]:
    """Give the rows of reports but for their numbers; their places are added to `places`."""
    return [_report_row(report, places) for report in found]


def hashed(keys: Iterable[Iterable[str]]) -> list[list[int]]:
    """Give the keys of each report as they are stored."""
    return [sorted({_hashed(key) for key in its_keys}) for its_keys in keys]


def put_report_rows(
    connection: sa.Connection, rows: Sequence[Row], keys: Sequence[Sequence[int]]
) -> None:
    """Store the rows of an article's reports with their keys; they become dirty."""
    if not rows:
        return
    last = connection.execute(_LAST_REPORT).scalar() or 0
    seqs = range(last + 1, last + 1 + len(rows))
    numbered = zip(seqs, rows, keys, strict=True)
    connection.execute(
        _NEW_REPORTS,
        [
            {**row, "seq": seq, "filed_under": packed_keys(its_keys)}
            for seq, row, its_keys in numbered
        ],
    )
    links = [
        {"key": key, "report_seq": seq}
        for seq, its_keys in zip(seqs, keys, strict=True)
        for key in its_keys
    ]
    if links:
        connection.execute(_NEW_KEYS, links)
    mark_dirty(connection, seqs, fresh=True)


def drop_reports(connection: sa.Connection, article_id: str) -> None:
    """Take an article's reports out; those that may have been joined with them become dirty."""
    own = sa.select(REPORT.c.seq, REPORT.c.filed_under).where(REPORT.c.article_id == article_id)
    filed = {row.seq: unpacked_keys(row.filed_under) for row in connection.execute(own)}
    seqs = list(filed)
    own_reports = reports(connection, seqs)
    near = {other for _, other in neighbours(connection, own_reports, lexicon_of(connection))}
    touched: set[str] = set()
    for part in chunks(seqs):
        inside = sa.select(MEMBERSHIP.c.incident_id).where(MEMBERSHIP.c.report_seq.in_(part))
        touched.update(connection.execute(inside).scalars())
    near.update(members(connection, sorted(touched)))
    links = [{"its_key": key, "seq": seq} for seq, keys in filed.items() for key in keys]
    if links:
        connection.execute(_DROP_KEY, links)
    for part in chunks(seqs):
        for table in (MEMBERSHIP, DIRTY):
            connection.execute(table.delete().where(table.c.report_seq.in_(part)))
        connection.execute(REPORT.delete().where(REPORT.c.seq.in_(part)))
    mark_dirty(connection, near.difference(seqs))
    drop_empty(connection, touched)


def reports(
    connection: sa.Connection, seqs: Iterable[int], places: "Places | None" = None
) -> dict[int, Report]:
    """Give reports by their row numbers; `places` has the places that were fetched before."""
    places = Places(connection) if places is None else places
    found: dict[int, Report] = {}
    for part in chunks(sorted(seqs)):
        query = sa.select(REPORT.c.seq, REPORT.c.payload).where(REPORT.c.seq.in_(part))
        rows = connection.execute(query).all()
        values = {row.seq: codec.unpack(Report, row.payload) for row in rows}
        places.fetch(codec.places_of(values.values()))
        found.update((seq, codec.read(Report, one, places)) for seq, one in values.items())
    return found


def dated_reports(connection: sa.Connection, event_types: Iterable[str]) -> Iterator[Report]:
    """Give the reports of some types from articles that have a day of their own, by id."""
    query = (
        sa.select(REPORT.c.payload)
        .join(ARTICLE, ARTICLE.c.id == REPORT.c.article_id)
        .where(ARTICLE.c.undated.is_(None), REPORT.c.event_type.in_(sorted(event_types)))
        .order_by(REPORT.c.id)
    )
    places = Places(connection)
    for text in connection.execute(query).scalars():
        yield codec.loads(Report, text, places)


def without_day(connection: sa.Connection, article_ids: Set[str]) -> tuple[str, ...]:
    """Give those of some articles of which no day is known, and that tell of an event; by id."""
    query = (
        sa.select(ARTICLE.c.id)
        .where(ARTICLE.c.undated.is_not(None), ARTICLE.c.inferred.is_(None))
        .where(sa.exists().where(REPORT.c.article_id == ARTICLE.c.id, REPORT.c.first.is_(None)))
        .order_by(ARTICLE.c.id)
    )
    return tuple(ident for ident in connection.scalars(query) if ident in article_ids)


def event_types(connection: sa.Connection) -> list[str]:
    """Give the types of events that are stored, sorted."""
    query = sa.select(REPORT.c.event_type).distinct().order_by(REPORT.c.event_type)
    return list(connection.execute(query).scalars())


def neighbours(
    connection: sa.Connection, sought: Mapping[int, Report], lexicon: Lexicon
) -> Iterator[tuple[int, int]]:
    """Give pairs of row numbers: a report of `sought`, and one filed under a key that it seeks."""
    seekers: dict[int, list[int]] = {}
    for seq, report in sought.items():
        for key in sought_keys(report, lexicon):
            seekers.setdefault(_hashed(key), []).append(seq)
    for part in chunks(sorted(seekers)):
        query = sa.select(REPORT_KEY).where(REPORT_KEY.c.key.in_(part))
        for key, other in connection.execute(query):
            yield from ((seq, other) for seq in seekers[key] if seq != other)


def members(connection: sa.Connection, incident_ids: Sequence[str]) -> set[int]:
    """Give the row numbers of all reports of some incidents."""
    found: set[int] = set()
    for part in chunks(incident_ids):
        query = sa.select(MEMBERSHIP.c.report_seq).where(MEMBERSHIP.c.incident_id.in_(part))
        found.update(connection.execute(query).scalars())
    return found


def mark_dirty(connection: sa.Connection, seqs: Iterable[int], *, fresh: bool = False) -> None:
    """Note that the incidents of these reports must be derived anew.

    `fresh` tells that they were just stored, and so cannot be marked yet.
    """
    wanted = set(seqs)
    for part in chunks([] if fresh else sorted(wanted)):
        known = sa.select(DIRTY.c.report_seq).where(DIRTY.c.report_seq.in_(part))
        wanted.difference_update(connection.execute(known).scalars())
    if wanted:
        connection.execute(_NEW_DIRTY, [{"report_seq": seq} for seq in sorted(wanted)])


def mark_all_dirty(connection: sa.Connection) -> None:
    """Note that all incidents must be derived anew."""
    every = sa.select(REPORT.c.seq).where(REPORT.c.seq.not_in(sa.select(DIRTY.c.report_seq)))
    connection.execute(DIRTY.insert().from_select(["report_seq"], every))


def drop_empty(connection: sa.Connection, incident_ids: Iterable[str]) -> None:
    """Take out those of the incidents that no report is a member of.

    Their rows in the layer for maps go too, unless a correction has them stay.
    """
    peopled = sa.exists().where(MEMBERSHIP.c.incident_id == INCIDENT.c.id)
    for part in chunks(sorted(incident_ids)):
        empty = sa.and_(INCIDENT.c.id.in_(part), ~peopled)
        if is_kept(connection):
            gone = connection.execute(sa.select(INCIDENT.c.id).where(empty)).scalars().all()
            take_from_layer(connection, sorted(set(gone) - corrected_in_layer(connection)))
        connection.execute(INCIDENT.delete().where(empty))


def place_rows(places: Mapping[str, Place]) -> list[Row]:
    """Give the rows of places by their keys, in the order of these."""
    return [
        {"key": key, "id": place.id, "payload": codec.dump_place(place), "shape": place.shape}
        for key, place in sorted(places.items())
    ]


def put_places(connection: sa.Connection, rows: Sequence[Row]) -> None:
    """Store the places that are not stored yet."""
    known: set[str] = set()
    for part in chunks([row["key"] for row in rows]):
        known.update(connection.execute(_KNOWN_PLACES, {"keys": part}).scalars())
    new = [row for row in rows if row["key"] not in known]
    if new:
        connection.execute(_NEW_PLACES, new)


class Places(dict[str, Place]):
    """Stored places by their keys, each fetched once; `fetch` gets many by one statement."""

    def __init__(self, connection: sa.Connection) -> None:
        super().__init__()
        self._connection = connection

    def fetch(self, keys: Set[str]) -> None:
        """Fetch those of some places that were not fetched before, and are there."""
        for part in chunks(sorted(keys - self.keys())):
            for row in self._connection.execute(sa.select(PLACE).where(PLACE.c.key.in_(part))):
                self[row.key] = codec.read_place(row.payload, row.shape)

    def __missing__(self, key: str) -> Place:
        """Fetch a place; KeyError when there is none."""
        row = self._connection.execute(_PLACE_OF, {"wanted": key}).first()
        if row is None:
            raise KeyError(key)
        self[key] = codec.read_place(row.payload, row.shape)
        return self[key]


class Texts(Mapping[str, str]):
    """Texts of stored articles by their ids; each is fetched when it is asked for, and not kept."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def __getitem__(self, article_id: str) -> str:
        """Fetch a text; KeyError when there is no such article."""
        query = sa.select(ARTICLE.c.packed).where(ARTICLE.c.id == article_id)
        packed: bytes | None = self._connection.execute(query).scalar()
        if packed is None:
            raise KeyError(article_id)
        return codec.load_text(article_id, packed)

    def __iter__(self) -> Iterator[str]:
        """Give the ids of all articles."""
        return iter(self._connection.execute(sa.select(ARTICLE.c.id)).scalars().all())

    def __len__(self) -> int:
        """Count the articles."""
        return self._connection.execute(sa.select(sa.func.count(ARTICLE.c.id))).scalar_one()


def chunks(items: Sequence[T]) -> Iterator[Sequence[T]]:
    """Give a list in parts that fit into one statement."""
    for start in range(0, len(items), CHUNK):
        yield items[start : start + CHUNK]


def _report_row(report: Report, places: dict[str, Place]) -> Row:
    first = report.date.first
    return {
        "id": report.id,
        "article_id": report.article_id,
        "event_type": report.event_type,
        "first": None if first is None else first.isoformat(),
        "payload": codec.dumps(report, places),
    }


def packed_keys(keys: Iterable[int]) -> bytes:
    """Write the hashes of a report's keys one after the other."""
    return b"".join(key.to_bytes(_KEY_BYTES, "big", signed=True) for key in keys)


def unpacked_keys(data: bytes) -> list[int]:
    """Read what `packed_keys` wrote."""
    starts = range(0, len(data), _KEY_BYTES)
    return [int.from_bytes(data[at : at + _KEY_BYTES], "big", signed=True) for at in starts]


def _hashed(key: str) -> int:
    return int.from_bytes(hashlib.sha256(key.encode()).digest()[:_KEY_BYTES], "big", signed=True)

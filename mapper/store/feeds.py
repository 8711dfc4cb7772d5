"""What is known of feeds and sitemaps, so that nothing is fetched twice.

In: the entries of a feed. Out: those that are new. An entry is known when its address or its id in
the feed was taken before, when an article with its address is in the project file, however it came
there, or when it failed too often.
"""

import hashlib
from collections.abc import Iterable, Sequence

import sqlalchemy as sa

from mapper.feed import Entry, Known, Ledger, State
from mapper.store.handle import Store
from mapper.store.reports import chunks
from mapper.store.schema import ARTICLE, FEED, FEED_ENTRY
from mapper.web import Validators

# A page that failed on three runs is not asked for again.
_MAX_TRIES = 3


def known_of(store: Store) -> Known:
    """Give what the project file knows of feeds."""
    return Known(state=lambda url: _state(store, url), new=lambda url, one: _new(store, url, one))


def record_feeds(store: Store, ledger: Ledger) -> None:
    """Write down what a run came by, once its articles are stored."""
    if not ledger.tried and not ledger.documents:
        return
    with store.write() as connection:
        for feed, entry, is_final in ledger.tried:
            for key in _keys(feed, entry):
                _count(connection, key, is_final=is_final)
        for url, state in ledger.documents.items():
            row = {
                "key": _key(url),
                "url": url,
                "etag": state.validators.etag,
                "last_modified": state.validators.last_modified,
                "stamp": state.stamp,
            }
            connection.execute(FEED.delete().where(FEED.c.key == row["key"]))
            connection.execute(FEED.insert(), [row])


def _count(connection: sa.Connection, key: str, *, is_final: bool) -> None:
    query = sa.select(FEED_ENTRY.c.tries).where(FEED_ENTRY.c.key == key)
    tries = connection.execute(query).scalar() or 0
    connection.execute(FEED_ENTRY.delete().where(FEED_ENTRY.c.key == key))
    row = {"key": key, "done": int(is_final), "tries": tries + 1}
    connection.execute(FEED_ENTRY.insert(), [row])


def _state(store: Store, url: str) -> State:
    with store.read() as connection:
        query = sa.select(FEED).where(FEED.c.key == _key(url))
        row = connection.execute(query).mappings().first()
    if row is None:
        return State()
    validators = Validators(etag=row["etag"], last_modified=row["last_modified"])
    return State(validators=validators, stamp=row["stamp"])


def _new(store: Store, feed: str, entries: Sequence[Entry]) -> Sequence[Entry]:
    with store.read() as connection:
        tries = _tries(connection, [key for one in entries for key in _keys(feed, one)])
        often = [max(tries.get(key, 0) for key in _keys(feed, entry)) for entry in entries]
        open_ = [(n, one) for n, one in zip(often, entries, strict=True) if n < _MAX_TRIES]
        stored = _stored(connection, [entry.url for _, entry in open_])
    # Those that failed before come last, so that they keep no others waiting.
    open_.sort(key=lambda pair: pair[0])
    return [entry for _, entry in open_ if entry.url not in stored]


def _tries(connection: sa.Connection, keys: Sequence[str]) -> dict[str, int]:
    """Give how often entries failed, and `_MAX_TRIES` for those that are done."""
    found: dict[str, int] = {}
    for part in chunks(keys):
        query = sa.select(FEED_ENTRY).where(FEED_ENTRY.c.key.in_(part))
        for row in connection.execute(query):
            found[row.key] = _MAX_TRIES if row.done else row.tries
    return found


def _stored(connection: sa.Connection, urls: Iterable[str]) -> set[str]:
    """Give those of the addresses that an article has."""
    wanted = set(urls)
    if not wanted:
        return wanted
    query = sa.select(ARTICLE.c.url).where(ARTICLE.c.url.is_not(None))
    return wanted.intersection(connection.execute(query).scalars())


def _keys(feed: str, entry: Entry) -> list[str]:
    """Give the keys of an entry: its address, and within its feed its id."""
    own = [] if entry.id is None else [_key(f"{feed}\n{entry.id}")]
    return [_key(entry.url), *own]


def _key(text: str) -> str:
    return hashlib.sha256(text.encode("utf-8", errors="surrogatepass")).hexdigest()[:32]

"""Articles with their reports as rows, made apart from the project file: in another process.

In: entries. Out: what `put` would write of a new article, with each place once. What can go wrong
is what can with `put`.
"""

import dataclasses
from collections.abc import Sequence

from mapper.article.model import Article
from mapper.gazetteer.model import Place
from mapper.lexicon import Lexicon
from mapper.store.filing import Entry, Standing, article_row, standing_in
from mapper.store.geocoding import note_names
from mapper.store.handle import Store
from mapper.store.lexicons import record
from mapper.store.reports import (
    Row,
    hashed,
    place_rows,
    put_places,
    put_report_rows,
    report_rows,
)
from mapper.store.retrievals import note_retrieval
from mapper.store.schema import ARTICLE


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """An article that is ready to be written, but for its places.

    Attributes
    ----------
    article
        As it came, to see how it stands to the stored ones: a day that only its text states is not
        held against them.
    row, reports, keys
        Rows of the article and of its reports, and the keys of each of these.
    """

    article: Article
    row: Row
    reports: tuple[Row, ...]
    keys: tuple[tuple[int, ...], ...]
    unknown_names: tuple[tuple[str, str], ...]


def prepare(article: Article, entry: Entry, places: dict[str, Place]) -> Prepared:
    """Make the rows of an article that came; its places are added to `places` by their keys."""
    row = article_row(entry, entry.article, places)
    return Prepared(
        article=article,
        row=row,
        reports=tuple(report_rows(entry.extraction.reports, places)),
        keys=tuple(tuple(keys) for keys in hashed(entry.keys)),
        unknown_names=entry.extraction.unknown_names,
    )


def rows_of_places(places: dict[str, Place]) -> tuple[Row, ...]:
    """Make the rows of places, for `put_places_first`."""
    return tuple(place_rows(places))


def put_places_first(store: Store, rows: Sequence[Row]) -> None:
    """Store places that prepared articles, these or later ones, refer to.

    Raises
    ------
    StoreError
        When the database refuses.
    """
    if rows:
        with store.write() as connection:
            put_places(connection, rows)


def put_prepared(store: Store, prepared: Prepared, lexicon: Lexicon) -> Standing:
    """Store a new article, all or nothing; one that is stored already is left as it is.

    Returns
    -------
    Standing
        `DESCRIBED` when more is known of a stored article now: `put` would write that.

    Raises
    ------
    ArticleRefused
        As `standing`.
    StoreError
        When the database refuses.
    """
    with store.write() as connection:
        found, article = standing_in(connection, prepared.article)
        if found is Standing.NEW and article != prepared.article:
            return Standing.DESCRIBED  # a person corrected it before it came again
        if found is Standing.NEW:
            connection.execute(ARTICLE.insert(), [prepared.row])
            put_report_rows(connection, prepared.reports, prepared.keys)
            note_names(connection, article.id, prepared.unknown_names, fresh=True)
            note_retrieval(connection, article.id, article.retrieval)
            record(connection, article.id, lexicon, fresh=True)
        return found

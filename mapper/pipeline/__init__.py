"""The flow of `mapper add`: read, extract, store, ask a geocoder if one is named, join.

In: articles (or what went wrong with reading them) and a project file. Out: the project file with
their reports, and its incidents derived anew where they changed. What can go wrong with one article
is told and the rest done; what is cut off between two steps is finished by the next command.
"""

import dataclasses
import datetime as dt
import functools
from collections.abc import Callable, Iterable, Iterator
from typing import TYPE_CHECKING

from mapper.article.model import Article
from mapper.errors import MapperError
from mapper.lexicon import Lexicon, load_lexicon
from mapper.pipeline.entries import entry_of
from mapper.report.model import Extraction
from mapper.text.language import is_english

if TYPE_CHECKING:
    from pathlib import Path

    from mapper.geocoder.document import Geocoder
    from mapper.pipeline.crew import Crew, Died
    from mapper.pipeline.geocoding import Geocoded, Service
    from mapper.pipeline.parallel import Read
    from mapper.store import Store

_NO_SENTENCES = (
    "no English sentences (another language, a table or a list), nothing was taken from it"
)

Extract = Callable[[Article, dt.date | None], Extraction]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Added:
    """What became of one article.

    Attributes
    ----------
    origin
        File name or URL, for messages.
    standing
        `new`, `same`, `described` or `kept out`; None when it failed.
    error
        Why it failed, or None.
    note
        What the user should know of an article that was stored, or None.
    """

    origin: str
    standing: str | None = None
    error: str | None = None
    note: str | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What an `add` did. `failed` has a line for each input that was not stored.

    `geocoded` tells what came of asking a geocoder; None when there was none to ask. `undated` are
    ids of new articles of which the day is not known, so that their incidents may have none.
    """

    read: int = 0
    unchanged: int = 0
    incidents: int = 0
    new_incidents: int = 0
    failed: tuple[str, ...] = ()
    geocoded: "Geocoded | None" = None
    undated: tuple[str, ...] = ()


def extractor(
    gazetteer: "Path | None" = None,
    geocoder: "Geocoder | None" = None,
    words: Callable[[Article], Lexicon] | None = None,
) -> Extract:
    """Make the function that reads an article.

    Parameters
    ----------
    gazetteer
        The file to look places up in; None takes the one that `MAPPER_GAZETTEER` names, else the
        bundled one.
    geocoder
        Knows places that the gazetteer lacks, as `Geoparser` takes it.
    words
        Gives the lexicon to read an article with; None reads all with that of war.

    Raises
    ------
    MapperError
        When gazetteer or lexicon cannot be read.
    """
    from mapper.gazetteer import Gazetteer
    from mapper.geoparser import Geoparser
    from mapper.report import extract

    geoparser, war = Geoparser(Gazetteer.open(gazetteer), geocoder), load_lexicon()

    def run(article: Article, published: dt.date | None) -> Extraction:
        lexicon = war if words is None else words(article)
        return extract(article, geoparser=geoparser, lexicon=lexicon, published=published)

    return run


def extractor_of(
    store: "Store", gazetteer: "Path | None" = None, lexicon: Lexicon | None = None
) -> Extract:
    """Make the function that reads an article with what a project file knows besides.

    These are the places that geocoders found for it, whether or not one is asked this time, and for
    stored articles the lexicon that they were read with; new ones are read with `lexicon` (None is
    that of war).

    Raises
    ------
    MapperError
        When gazetteer or lexicon cannot be read.
    """
    from mapper import store as project
    from mapper.store.geocoding import known_places

    new = lexicon or load_lexicon()

    def words(article: Article) -> Lexicon:
        return project.lexicon_of_article(store, article.id) or new

    return extractor(gazetteer, known_places(store), words)


@functools.cache
def _bundled() -> Extract:
    return extractor()


def extract(article: Article) -> Extraction:
    """Extract the events of one article, nothing stored; the bundled gazetteer is opened once.

    Raises
    ------
    MapperError
        When gazetteer or lexicon cannot be read.
    """
    return _bundled()(article, None)


def add(
    store: "Store",
    articles: Iterable[Article | MapperError],
    run: Extract,
    *,
    lexicon: Lexicon | None = None,
    told: Callable[[Added], None] = lambda added: None,
    service: "Service | None" = None,
    asking: Callable[[int, int], None] = lambda done, total: None,
    crew: "Crew | None" = None,
) -> Summary:
    """Store articles one by one, each in a transaction, and derive the incidents once at the end.

    Articles of one call may come in any order: the incidents are the same.

    Parameters
    ----------
    lexicon
        What `run` reads new articles with, which is written down; None is that of war.
    told
        Called after each article.
    service
        Is asked for names in the articles that the gazetteer lacks, when all articles are stored.
    asking
        Called before each question with how many are done and how many there are.
    crew
        Worker processes that read the articles and work the incidents out, as `crew_of` gives them;
        None does all here. What comes of it is the same.

    Raises
    ------
    StoreError
        When the project file cannot be read or written at all.
    """
    from mapper import store as project

    read = unchanged = 0
    failed: list[str] = []
    article_ids: set[str] = set()
    new: set[str] = set()
    for item, added in _added(store, articles, run, lexicon or load_lexicon(), crew):
        told(added)
        if added.error is not None:
            failed.append(added.error)
            continue
        read += 1
        unchanged += added.standing == project.Standing.SAME.value
        ids = [] if isinstance(item, MapperError) else [item.id]
        article_ids.update(ids)
        new.update(ids if added.standing == project.Standing.NEW.value else [])
    geocoded = None
    if service is not None and article_ids:
        from mapper.pipeline.geocoding import geocode

        geocoded = geocode(store, service, run, article_ids=article_ids, told=asking)
    new_incidents = settle(store, lambda: run, crew)
    with store.read() as connection:
        undated = project.without_day(connection, new)
    return Summary(
        read=read,
        unchanged=unchanged,
        incidents=project.count(store),
        new_incidents=new_incidents,
        failed=tuple(failed),
        geocoded=geocoded,
        undated=undated,
    )


def settle(
    store: "Store", load: Callable[[], Extract] | None = None, crew: "Crew | None" = None
) -> int:
    """Bring the incidents up to date with the reports; nothing to do is the usual case.

    `load` gives the extractor, that of the project file by default; it is called only when an
    article's day has to be inferred. `crew` as in `add`.

    Returns
    -------
    int
        How many incidents there are now that were not there before.

    Raises
    ------
    StoreError
        When the project file cannot be read or written.
    """
    from mapper import store as project
    from mapper.pipeline.parallel import deriving, grouping, join_all

    if not project.is_dirty(store):
        return 0
    lexicon = project.project_lexicon(store)
    _infer_days(store, load or (lambda: extractor_of(store)), lexicon)
    if crew is not None:
        join_all(crew, store)
    return project.settle(
        store, functools.partial(grouping, lexicon), functools.partial(deriving, lexicon)
    )


def _added(
    store: "Store",
    articles: Iterable[Article | MapperError],
    run: Extract,
    lexicon: Lexicon,
    crew: "Crew | None",
) -> Iterator[tuple[Article | MapperError, Added]]:
    """Store articles; give each with what became of it, in the order in which they come."""
    if crew is None:
        yield from ((item, _add_one(store, item, run, lexicon)) for item in articles)
        return
    from mapper.pipeline.parallel import read_all

    for item, found in read_all(crew, store, articles):
        added = None
        if found is not None and isinstance(item, Article):
            added = _add_read(store, item, found, lexicon)
        yield item, added or _add_one(store, item, run, lexicon)


def _add_read(
    store: "Store", item: Article, found: "Read | Died", lexicon: Lexicon
) -> Added | None:
    """Store an article that a worker read; None when more is known of a stored one now."""
    from mapper import store as project
    from mapper.pipeline.crew import Died

    origin = item.origin or item.id
    if isinstance(found, Died):
        msg = f"{origin}: workers died of it (exit code {found.exit_code}); see how large it is"
        return Added(origin=origin, error=f"{msg}, and try it alone with --jobs 1")
    project.put_places_first(store, found.places)
    if found.prepared is None:
        return Added(origin=origin, error=f"{origin}: {found.error}")
    try:
        standing = project.put_prepared(store, found.prepared, lexicon)
    except project.ArticleRefused as error:
        return Added(origin=origin, error=f"{origin}: {error}")
    if standing is not project.Standing.NEW:
        return None
    note = None if found.english else _not_english(origin)
    return Added(origin=origin, standing=standing.value, note=note)


def _not_english(origin: str) -> str:
    return f"{origin}: {_NO_SENTENCES}"


def _add_one(store: "Store", item: Article | MapperError, run: Extract, lexicon: Lexicon) -> Added:
    from mapper import store as project

    if isinstance(item, MapperError):
        return Added(origin="", error=str(item))
    origin = item.origin or item.id
    try:
        standing, article = project.standing(store, item)
        if standing is project.Standing.KEPT_OUT:
            again = f"`mapper articles undo {article.id}` lets it in again"
            out = f"{origin}: a person took it out for good; {again}"
            return Added(origin=origin, standing=standing.value, note=out)
        if standing is not project.Standing.SAME:
            article = dated(article)
            extraction = run(article, None)
            known = standing is not project.Standing.NEW
            words = (project.lexicon_of_article(store, article.id) if known else None) or lexicon
            standing = project.put(store, entry_of(article, extraction, words))
    except project.ArticleRefused as error:
        return Added(origin=origin, error=f"{origin}: {error}")
    note = None if is_english(item.text) else _not_english(origin)
    if standing is not project.Standing.NEW:
        note = _otherwise_read(store, article, lexicon, origin) or note
    return Added(origin=origin, standing=standing.value, note=note)


def _otherwise_read(store: "Store", article: Article, lexicon: Lexicon, origin: str) -> str | None:
    """Say that a stored article was read with another lexicon, and what to do about it."""
    from mapper import store as project

    known = project.lexicon_of_article(store, article.id)
    if known is None or known.sha256 == lexicon.sha256:
        return None
    return (
        f"{origin}: already there, read with the lexicon {known.name!r}; to read it with "
        f"{lexicon.name!r}, take it out first with `mapper articles remove {article.id}`"
    )


def dated(article: Article) -> Article:
    """Give the article with the day that its own text states, when nothing else tells one."""
    from mapper.dating import resolve_article_date
    from mapper.store import TEXT_BASIS

    if article.published is not None:
        return article
    day, _ = resolve_article_date(article)
    if day is None:
        return article
    return dataclasses.replace(article, published=day, published_basis=TEXT_BASIS)


def _infer_days(store: "Store", load: Callable[[], Extract], lexicon: Lexicon) -> None:
    """Find a day for articles that have none, from dated reports of the same happenings.

    Starts anew each time from the reports as they read without a day, so that the order in which
    articles came makes no difference.
    """
    from mapper import store as project
    from mapper.incident import block_keys
    from mapper.incident.keys import group_of
    from mapper.pipeline.inference import infer

    with store.read() as connection:
        waiting = {
            stored.article.id: (stored, base) for stored, base in project.undated(connection)
        }
        if not waiting:
            return
        told = {
            group_of(one.event_type, lexicon)
            for _, base in waiting.values()
            for one in base.reports
        }
        kinds = [one for one in project.event_types(connection) if group_of(one, lexicon) in told]
        dated = list(project.dated_reports(connection, kinds))
    texts = {article_id: (stored.article, base) for article_id, (stored, base) in waiting.items()}
    days, extractions = infer(texts, dated, load(), lexicon)
    for article_id, (stored, _) in waiting.items():
        if stored.inferred != days.get(article_id):
            extraction = extractions[article_id]
            keys = tuple(block_keys(report, lexicon) for report in extraction.reports)
            with store.write() as connection:
                project.replace_reports(connection, extraction, keys, days.get(article_id))

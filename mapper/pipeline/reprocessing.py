"""Stored articles read again: by this version of the program, or because a person corrected them.

In: a project file and ids of its articles. Out: what would change, and then the change. What people
corrected in incidents stays. What can go wrong: an article that is not there (`CorrectionError`);
nothing is changed then.
"""

import dataclasses
from collections.abc import Callable, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mapper.article.model import Article
from mapper.correction.difference import Difference, difference
from mapper.errors import CorrectionError
from mapper.pipeline import Extract, add, settle
from mapper.pipeline.correcting import Author, second
from mapper.pipeline.entries import entry_of

if TYPE_CHECKING:
    from mapper.lexicon import Lexicon
    from mapper.report.model import Extraction
    from mapper.store import Entry, Store
    from mapper.store.revisions import Revision


def read_again(
    store: "Store",
    article_ids: Sequence[str],
    run: Extract,
    told: Callable[[int, int], None] = lambda done, total: None,
) -> list["Entry"]:
    """Read stored articles once more; give those that read otherwise now.

    Parameters
    ----------
    article_ids
        Which ones; none for all.
    told
        Called before each article with how many are done and how many there are.

    Raises
    ------
    CorrectionError
        When one of them is not there.
    """
    from mapper import store as project

    every = [stored.article.id for stored in project.articles(store)]
    unknown = sorted(set(article_ids) - set(every))
    if unknown:
        raise CorrectionError(_no_article(unknown[0]))
    wanted = list(dict.fromkeys(article_ids)) or every
    with store.read() as connection:
        bases = {one.article.id: base for one, base in project.undated(connection)}
    found = []
    for done, ident in enumerate(wanted):
        told(done, len(wanted))
        stored = project.article(store, ident)
        if stored is None:
            continue  # taken out by another process, meanwhile
        words = project.lexicon_of_article(store, ident)
        entry = entry_of(stored.article, run(stored.article, None), words)
        if _reads_otherwise(store, entry, bases.get(ident)):
            found.append(entry)
    return found


def rehearse(
    store: "Store", entries: Sequence["Entry"], run: Extract, *, anew: bool = False
) -> Difference:
    """Tell what `carry_out` would change; nothing is changed."""
    from mapper import store as project
    from mapper.store.database import rehearsed

    before = project.incidents(store)
    with rehearsed(store) as trial:
        carry_out(trial, entries, run, anew=anew)
        after = project.incidents(trial)
    return difference(before, after)


def carry_out(
    store: "Store", entries: Sequence["Entry"], run: Extract, *, anew: bool = False
) -> None:
    """Store what articles say now, each in a transaction, and derive the incidents.

    An article that somebody corrected or took out since it was read stays as it is.

    Parameters
    ----------
    anew
        Derive all incidents, those too whose reports are as before: another version may join
        otherwise.
    """
    from mapper import store as project
    from mapper.store.reports import mark_all_dirty

    for entry in entries:
        project.put_again(store, entry)
    if anew:
        with store.write() as connection:
            mark_all_dirty(connection)
    settle(store, lambda: run)


def update(
    store: "Store", article_id: str, changes: Mapping[str, Any], author: Author, run: Extract
) -> "Revision":
    """Correct an article's text or description, and read it again.

    Its id stays. The text as it was, and as it is now, is known when it is added again.

    Parameters
    ----------
    changes
        New values of `text`, `title`, `source`, `url`, `published`, `language`; None takes one
        away.

    Raises
    ------
    CorrectionError
        When there is no such article, or nothing changes.
    """
    from mapper import store as project

    stored = project.article(store, article_id)
    if stored is None:
        raise CorrectionError(_no_article(article_id))
    before = stored.article
    if all(getattr(before, name) == value for name, value in changes.items()):
        msg = f"Article {article_id!r} is like that already; nothing was changed."
        raise CorrectionError(msg)
    after = dataclasses.replace(before, **changes)
    if "published" in changes:
        basis = None if after.published is None else "correction"
        after = dataclasses.replace(after, published_basis=basis)
    return _revise(store, before, after, author, run)


def remove_for_good(store: "Store", article_id: str, author: Author) -> "Revision":
    """Take an article out, and keep it out when it is added again.

    Raises
    ------
    CorrectionError
        When there is no such article.
    """
    from mapper import store as project
    from mapper.store.revisions import put_revision

    stored = project.article(store, article_id)
    if stored is None:
        raise CorrectionError(_no_article(article_id))
    words = project.lexicon_of_article(store, article_id)
    whole = dataclasses.replace(stored.article, retrieval=project.retrieval_of(store, article_id))
    revision = dataclasses.replace(
        _revision(whole, whole, author),
        removed=True,
        lexicon=None if words is None else words.sha256,
    )
    with store.write() as connection:
        project.take_out(connection, article_id)
        return put_revision(connection, revision)


def undo_update(store: "Store", article_id: str, author: Author, run: Extract) -> "Revision":
    """Take back the last correction of an article; one that was taken out for good comes back.

    Parameters
    ----------
    run
        As `extractor_of` gives it with the lexicon that `lexicon_left` names.

    Raises
    ------
    CorrectionError
        When there is none, or the article cannot come back as it was.
    """
    from mapper import store as project
    from mapper.store.revisions import put_revision, revisions, standing_revisions

    stand = standing_revisions(revisions(store, article_id))
    stored = project.article(store, article_id)
    if stored is None and not (stand and stand[-1].removed):
        raise CorrectionError(_no_article(article_id))
    if not stand:
        msg = f"Article {article_id!r} has no correction to undo; see `mapper log {article_id}`."
        raise CorrectionError(msg)
    last = stand[-1]
    if stored is not None:
        return _revise(store, stored.article, last.before, author, run, undoes=last.seq)
    back = dataclasses.replace(_revision(last.before, last.before, author), undoes=last.seq)
    with store.write() as connection:
        kept = put_revision(connection, back)
    summary = add(store, [last.before], run, lexicon=lexicon_left(store, article_id))
    if summary.failed:
        raise CorrectionError(summary.failed[0])
    return kept


def lexicon_left(store: "Store", article_id: str) -> "Lexicon | None":
    """Give what an article that was taken out for good had been read with; None for any other."""
    from mapper.store.lexicons import known_lexicon
    from mapper.store.revisions import revisions

    left = [one.lexicon for one in revisions(store, article_id) if one.lexicon is not None]
    return known_lexicon(store, left[-1]) if left else None


def _revise(
    store: "Store",
    before: Article,
    after: Article,
    author: Author,
    run: Extract,
    undoes: int | None = None,
) -> "Revision":
    from mapper import store as project
    from mapper.store.revisions import put_revision

    words = project.lexicon_of_article(store, before.id)
    entry = entry_of(after, run(after, None), words)
    revision = dataclasses.replace(_revision(before, after, author), undoes=undoes)
    with store.write() as connection:
        if not project.write_again(connection, entry, before):
            msg = (
                f"Article {before.id!r} was corrected by somebody else just now; nothing was "
                f"changed. Look at it with `mapper articles show {before.id}`, and try again."
            )
            raise CorrectionError(msg)
        kept = put_revision(connection, revision)
    settle(store, lambda: run)
    return kept


def _revision(before: Article, after: Article, author: Author) -> "Revision":
    from mapper.store.revisions import Revision

    return Revision(
        before=before, after=after, who=author.who, at=second(author.at), why=author.why
    )


def _reads_otherwise(store: "Store", entry: "Entry", base: "Extraction | None") -> bool:
    """Whether what is stored differs; `base` is what an undated article says without a day."""
    from mapper import store as project

    new = entry.extraction
    stored = project.article(store, entry.article.id)
    if stored is None or stored.set_aside != new.set_aside:
        return True
    if base is not None:
        return base.reports != new.reports
    told = tuple(report for report, _ in project.of_article(store, entry.article.id))
    return told != new.reports


def _no_article(article_id: str) -> str:
    return f"There is no article {article_id!r}; see `mapper articles list`."

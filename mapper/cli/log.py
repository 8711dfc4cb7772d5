"""`mapper log`: the history of an incident, or all corrections."""

import json
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING, Any

import click

from mapper.cli.examples import examples
from mapper.cli.project import opened
from mapper.cli.terminal import one_line
from mapper.errors import CorrectionError

if TYPE_CHECKING:
    from mapper.article.model import Article
    from mapper.correction.history import Told
    from mapper.correction.model import Correction, Values
    from mapper.store import Store
    from mapper.store.revisions import Revision


@click.command(epilog=examples("mapper log 3b9f0c2a71d4", "mapper log --json > corrections.jsonl"))
@click.argument("ident", metavar="[ID]", required=False)
@click.option("--json", "as_json", is_flag=True, help="One JSON object a line.")
@click.pass_obj
def log(project: str, ident: str | None, as_json: bool) -> None:
    """Tell what was corrected, by whom, when and why; with ID what reports of it said when.

    ID is an incident, one that is no longer, or an article that was corrected.
    """
    from mapper import store

    with opened(project) as file:
        whole = None if ident is None else store.whole_id(file, ident)
        rows = list(_corrections(file, None) if whole is None else _history(file, whole))
    for row in rows:
        click.echo(json.dumps(row, ensure_ascii=False) if as_json else _line(row))


def _history(file: "Store", ident: str) -> Iterator[dict[str, Any]]:
    """Give the reports of an incident by day, then its corrections; or those of an article."""
    from mapper import store
    from mapper.store.revisions import revisions

    found = store.incident(file, ident)
    corrected = list(_corrections(file, ident))
    revised = revisions(file, ident)
    if found is None and not corrected and not revised:
        raise CorrectionError(store.became_of(file, ident))
    if found is not None:
        yield {"what": "incident", "id": ident, "status": found.status, "title": found.title}
        yield from _reports(file, ident)
    elif corrected:
        yield {"what": "note", "words": store.became_of(file, ident)}
    yield from corrected
    yield from map(_revision, revised)


def _reports(file: "Store", ident: str) -> Iterator[dict[str, Any]]:
    from mapper import store
    from mapper.correction.history import history
    from mapper.correction.model import Values

    found = store.incident(file, ident)
    judged, seen = store.judgement(file, ident)
    held = Values() if judged is None else judged.values
    for told in () if found is None else history(found, held, seen):
        stored = store.article(file, told.report.article_id)
        if stored is not None:
            yield _report(told, stored.article, held)


def _report(told: "Told", article: "Article", held: "Values") -> dict[str, Any]:
    from mapper.cli.wording import FIELD_NAMES, numbers_of, report_heading, value_words

    report = told.report
    return {
        "what": "report",
        "report": report.id,
        "published": None if article.published is None else article.published.isoformat(),
        "article": article.title or article.origin or article.id,
        "source": article.source,
        "quote": report.quote,
        "says": [report_heading(report), *numbers_of(report)],
        "since": told.since,
        "against": {
            FIELD_NAMES.get(name, name): value_words(name, getattr(held, name))
            for name in told.against
        },
    }


def _corrections(file: "Store", incident_id: str | None) -> Iterator[dict[str, Any]]:
    from mapper import store
    from mapper.correction.model import ids_of

    every = store.corrections(file)
    wanted = set() if incident_id is None else _line_of(every, incident_id)
    undone = {one.undoes: one.seq for one in every if one.undoes is not None}
    latest = ""
    for one in every:
        behind, latest = one.at < latest, max(one.at, latest)
        if incident_id is None or wanted & ids_of(one):
            row = _correction(one)
            yield row | {"undone_by": undone.get(one.seq), "clock_behind": behind}


def _line_of(every: "Sequence[Correction]", incident_id: str) -> set[str]:
    """Give an incident with all that went into it."""
    found = {incident_id}
    for one in reversed(every):
        if one.incident_id in found:
            found.update(one.merged)
    return found


def _correction(one: "Correction") -> dict[str, Any]:
    from mapper.cli.wording import change_words

    changes = change_words(one.before, one.values) if one.before.given else []
    return {
        "what": "correction",
        "number": one.seq,
        "act": one.act.value,
        "incident": one.incident_id,
        "by": one.who,
        "at": one.at,
        "why": one.why,
        "changes": changes,
        "merged": list(one.merged),
        "split_off": one.groups[1].incident_id if len(one.groups) > 1 else None,
        "undoes": one.undoes,
    }


def _revision(one: "Revision") -> dict[str, Any]:
    names = ("text", "title", "source", "url", "published", "language")
    pairs = {name: (getattr(one.before, name), getattr(one.after, name)) for name in names}
    changes = [
        f"{name}: {_short(old)} → {_short(new)}" for name, (old, new) in pairs.items() if old != new
    ]
    if one.removed:
        changes = ["taken out for good"]
    return {
        "what": "revision",
        "number": one.seq,
        "article": one.after.id,
        "by": one.who,
        "at": one.at,
        "why": one.why,
        "changes": changes,
        "undoes": one.undoes,
    }


def _short(value: object) -> str:
    text = "none" if value is None else one_line(str(value))
    return text if len(text) <= 60 else f"{len(text)} characters"


def _line(row: dict[str, Any]) -> str:
    """Write an entry for people, over several lines."""
    if row["what"] == "incident":
        return one_line(f"{row['id']}  {row['title']} ({row['status']})")
    if row["what"] == "note":
        return one_line(row["words"])
    if row["what"] == "report":
        return "\n".join(_report_lines(row))
    number = f"{row['what']} {row['number']}"
    subject = row.get("act", "update") + " " + (row.get("incident") or row.get("article", ""))
    if row["undoes"] is not None:
        subject = f"undo of {row['undoes']} ({subject.split(' ', 1)[1]})"
    head = f"{row['at']}  {number} by {row['by']}: {subject}"
    notes = [
        *row["changes"],
        *_named("why", row["why"]),
        *_named("with", ", ".join(row.get("merged", ()))),
        *_named("split off", row.get("split_off")),
        *_named("undone by", row.get("undone_by")),
        *(["the clock was behind that of an earlier one"] if row.get("clock_behind") else []),
    ]
    return "\n".join([one_line(head), *(f"  {one_line(note)}" for note in notes)])


def _report_lines(row: dict[str, Any]) -> Sequence[str]:
    about = ", ".join(filter(None, (row["article"], row["source"])))
    head = f"{row['published'] or 'undated'}  report {row['report']}: {about}"
    lines = [one_line(head), f"  “{one_line(row['quote'])}”"]
    lines += [f"  {one_line(words)}" for words in row["says"]]
    if row["since"]:
        lines.append("  came after the incident was last looked at")
    lines += [
        f"  {one_line(f'differs on {name}: a person set {value}')}"
        for name, value in row["against"].items()
    ]
    return lines


def _named(name: str, value: object) -> list[str]:
    return [f"{name}: {value}"] if value else []

"""`mapper review`: a walk through the incidents that are doubtful, each with its words.

On a terminal a key is enough; else lines are read from standard input, so that the walk can be
scripted. The end of the input ends the walk.
"""

import dataclasses
import functools
import json
import sys
from typing import TYPE_CHECKING

import click

from mapper.cli.author import author, author_options
from mapper.cli.chosen import chosen_gazetteer, gazetteer_option
from mapper.cli.done import tell
from mapper.cli.examples import examples
from mapper.cli.incidents_edit import moved
from mapper.cli.project import opened
from mapper.cli.review_card import HEADS, as_json, card, row
from mapper.cli.table import table
from mapper.cli.terminal import plain
from mapper.errors import CorrectionError

if TYPE_CHECKING:
    from mapper.correction.doubt import Doubt, Doubtful
    from mapper.gazetteer import Gazetteer
    from mapper.pipeline.correcting import Done
    from mapper.store import Store

_KEYS = "[c]onfirm [r]eject [e]dit [m]ove mer[g]e [s]kip [q]uit"
_KINDS = ("place", "confidence", "disputed", "duplicate")


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class _Walk:
    """What a walk works with; `titles` are those of all incidents, as the walk leaves them."""

    file: "Store"
    gazetteer: "Gazetteer"
    titles: dict[str, str]
    by: str | None
    why: str | None


@click.command(
    epilog=examples(
        "mapper review --by Ann",
        "mapper review --only place,disputed",
        "mapper review --list --json > doubtful.jsonl",
    )
)
@click.option("--list", "listed", is_flag=True, help="Print what is doubtful, and ask nothing.")
@click.option("--json", "in_json", is_flag=True, help="With --list: one JSON object a line.")
@click.option(
    "--only",
    metavar="KINDS",
    help=f"Only these doubts, with commas between: {','.join(_KINDS)}.",
)
@click.option(
    "--below",
    metavar="CONFIDENCE",
    type=click.FloatRange(0, 1),
    default=0.7,
    show_default=True,
    help="What is little confidence.",
)
@author_options
@gazetteer_option
@click.pass_obj
def review(
    project: str,
    /,
    listed: bool,
    in_json: bool,
    only: str | None,
    below: float,
    by: str | None,
    why: str | None,
) -> None:
    """Walk through the incidents that are doubtful, each with its words.

    Doubtful are those without a place, with little confidence, of which reports contradict each
    other, or that may be the same as another one. Nobody asks again about what was judged once.
    """
    from mapper import store
    from mapper.correction.doubt import doubtful
    from mapper.gazetteer import Gazetteer

    kinds = _kinds(only)
    author(by, why)  # wrong options are told before anything is asked
    with opened(project) as file, Gazetteer.open(chosen_gazetteer()) as gazetteer:
        every = store.incidents(file)
        found = doubtful(every, store.project_lexicon(file), below=below, kinds=kinds)
        titles = {one.id: one.title for one in every}
        if listed or in_json:
            click.echo(_list(found, titles, in_json), nl=bool(found) or not in_json)
            return
        walk = _Walk(file=file, gazetteer=gazetteer, titles=titles, by=by, why=why)
        _go(walk, found)


def _kinds(only: str | None) -> "tuple[Doubt, ...]":
    from mapper.correction.doubt import Doubt

    if only is None:
        return tuple(Doubt)
    said = [part.strip().lower() for part in only.split(",")]
    wrong = [part for part in said if part not in _KINDS]
    if wrong:
        msg = f"--only takes {', '.join(_KINDS)}, and not {wrong[0]!r}."
        raise click.UsageError(msg)
    return tuple(Doubt(part) for part in said)


def _list(found: "list[Doubtful]", titles: dict[str, str], in_json: bool) -> str:
    if in_json:
        return "\n".join(json.dumps(as_json(one, titles), ensure_ascii=False) for one in found)
    return table(HEADS, [row(one, titles) for one in found])


def _go(walk: _Walk, found: "list[Doubtful]") -> None:
    """Show one incident after the other; what an earlier choice settled is passed over."""
    judged = 0
    for number, one in enumerate(found):
        present = _present(walk, one)
        if present is None:
            continue
        click.echo(f"\n[{len(found) - number} left]")
        click.echo(_card(walk, present))
        answer = _choose(walk, present)
        if answer is None:
            break
        judged += answer
    click.echo(f"{judged} judged", err=True)


def _present(walk: _Walk, one: "Doubtful") -> "Doubtful | None":
    """Give a doubtful incident as it is now; None when it is gone or judged."""
    from mapper import store
    from mapper.correction.apply import is_judged

    incident = store.incident(walk.file, one.incident.id)
    if incident is None or is_judged(incident):
        return None
    return dataclasses.replace(one, incident=incident)


def _card(walk: _Walk, one: "Doubtful") -> str:
    from mapper import store

    wanted = {report.article_id for report in one.incident.reports}
    stored = [store.article(walk.file, ident) for ident in sorted(wanted)]
    articles = {known.article.id: known.article for known in stored if known is not None}
    twins = [store.incident(walk.file, twin) for twin in one.twins]
    return card(one, walk.titles, articles, [twin for twin in twins if twin is not None])


def _choose(walk: _Walk, one: "Doubtful") -> bool | None:
    """Ask until something is done; whether the incident was judged, None to end the walk."""
    while True:
        key = _key()
        if key in {"q", None}:
            return None
        if key == "s":
            return False
        try:
            done = _act(walk, one, key or "")
        except CorrectionError as error:
            click.echo(f"mapper: {plain(str(error))}", err=True)
            continue
        if done is not None:
            tell(done)
            if done.incident is not None:
                walk.titles[done.incident.id] = done.incident.title
            return True
        click.echo(f"keys are {_KEYS}", err=True)


def _act(walk: _Walk, one: "Doubtful", key: str) -> "Done | None":
    """Do what a key says; None for a key that says nothing."""
    from mapper import store
    from mapper.correction.edit import read_values
    from mapper.correction.model import Act
    from mapper.pipeline import correcting

    ident, who = one.incident.id, author(walk.by, walk.why)
    if key == "c":
        return correcting.confirm(walk.file, ident, who)
    if key == "r":
        return correcting.reject(walk.file, ident, who)
    if key == "e":
        said = _said()
        values = functools.partial(read_values, said, gazetteer=walk.gazetteer)
        return correcting.edit(walk.file, ident, values, who)
    if key == "m":
        place, point = _where(_ask("place, id, or latitude and longitude: "))
        values = functools.partial(moved, place=place, point=point, gazetteer=walk.gazetteer)
        return correcting.edit(walk.file, ident, values, who, Act.MOVE)
    if key == "g":
        default = one.twins[0] if one.twins else ""
        other = _ask(f"merge with which incident? [{default}] ") or default
        twin = store.whole_incident_id(walk.file, other)
        return correcting.merge(walk.file, ident, (twin,), who)
    return None


def _said() -> dict[str, str]:
    """Ask for values, a line each, until an empty line."""
    from mapper.correction.edit import NAMES

    click.echo(f"NAME=VALUE, an empty line ends; names are {', '.join(NAMES)}", err=True)
    said: dict[str, str] = {}
    while line := _ask("set: "):
        name, sign, words = line.partition("=")
        if not sign:
            msg = f"{line!r} is not NAME=VALUE, such as killed=3-5."
            raise CorrectionError(msg)
        said[name.strip().lower()] = words.strip()
    if line is None:
        msg = "The input ended before the edit did; nothing was changed."
        raise CorrectionError(msg)
    return said


def _where(words: str | None) -> tuple[str | None, tuple[float, float] | None]:
    """Tell a point from a name."""
    if not words:
        msg = 'No place was named; "none" says that there is none.'
        raise CorrectionError(msg)
    parts = words.replace(",", " ").split()
    try:
        lat, lon = (float(part) for part in parts)
    except ValueError:
        return words, None
    return None, (lat, lon)


def _key() -> str | None:
    """Read a key, or the first sign of a line; None at the end of the input."""
    click.echo(f"{_KEYS}? ", nl=False, err=True)
    if sys.stdin.isatty():
        key = click.getchar().lower()
        click.echo(plain(key), err=True)
        return None if key in {"\x03", "\x04"} else key
    line = sys.stdin.readline()
    click.echo(plain(line.strip()), err=True)
    return line.strip().lower()[:1] if line else None


def _ask(question: str) -> str | None:
    """Read a line; None at the end of the input."""
    click.echo(question, nl=False, err=True)
    line = sys.stdin.readline()
    return line.strip() if line else None

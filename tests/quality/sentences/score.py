"""Score passages of one to four sentences against what a careful reader takes from them.

`python tests/quality/sentences/score.py [FILE ...]` prints the share of passages that are read
right, file by file; `--errors` names what is wrong in the others. A line of a file is

    text || type|place|day|killed|injured ; type|place|day|killed|injured

or `text || -` when nothing is to be taken. ` // ` in the text is the end of a paragraph. All texts
appeared on Thursday, 5 March 2026. Alternatives stand beside each other with `/`; a place is a part
of the name; a day is `MM-DD` or `MM-DD..MM-DD`; `*` is anything, `.` that nothing is told. A
passage is right when its incidents are all there and no others.
"""

import argparse
import dataclasses
import datetime as dt
from pathlib import Path

from mapper import Article
from mapper.geoparser import Geoparser
from mapper.incident import Incident, Range, join
from mapper.report import extract

HERE = Path(__file__).parent
DAY = dt.date(2026, 3, 5)


@dataclasses.dataclass(frozen=True)
class Passage:
    """A text and the incidents that are wanted from it, each as five fields."""

    text: str
    wanted: tuple[tuple[str, ...], ...]


def read(path: Path) -> list[Passage]:
    """Read a file of passages; `ValueError` names a line that has not five fields."""
    passages = []
    for number, line in enumerate(path.read_text("utf-8").splitlines(), 1):
        text, _, gold = line.partition(" || ")
        rows = [] if gold.strip() == "-" else [tuple(row.split("|")) for row in gold.split(" ; ")]
        if any(len(row) != 5 for row in rows):
            msg = f"{path.name}, line {number}: five fields are wanted, as in 'strike|Sumy|*|2|.'."
            raise ValueError(msg)
        passages.append(Passage(text=text.replace(" // ", "\n\n"), wanted=tuple(rows)))
    return passages


def incidents_of(text: str, geoparser: Geoparser) -> list[Incident]:
    """Take the incidents from a passage."""
    article = Article(id="x", text=text, published=DAY)
    reports = extract(article, geoparser=geoparser).reports
    return join(reports, published={"x": DAY}, previous={})


def _number(count: Range) -> int | None:
    return count.best if count.best is not None else count.low


def _counts(wanted: str, count: Range) -> bool:
    number = _number(count)
    return wanted == "*" or (number is None if wanted == "." else wanted == str(number))


def _day(wanted: str, incident: Incident) -> bool:
    first, _, last = wanted.partition("..")
    span = incident.date
    if wanted == "*":
        return True
    if span.first is None or span.last is None:
        return False
    return (f"{span.first:%m-%d}", f"{span.last:%m-%d}") == (first, last or first)


def agrees(incident: Incident, wanted: tuple[str, ...]) -> bool:
    """Whether an incident is the one that a reader takes."""
    kind, where, day, killed, injured = wanted
    place = incident.location.place
    name = place.name.lower() if place is not None else ""
    placed = where == "*" or any(part.lower() in name for part in where.split("/"))
    typed = kind == "*" or incident.event_type in kind.split("/")
    harmed = _counts(killed, incident.killed) and _counts(injured, incident.injured)
    return typed and placed and harmed and _day(day, incident)


def wrong(passage: Passage, geoparser: Geoparser) -> list[str]:
    """Name what is missing and what is too much; empty when all is right."""
    left = incidents_of(passage.text, geoparser)
    errors = []
    for row in passage.wanted:
        found = next((incident for incident in left if agrees(incident, row)), None)
        if found is None:
            errors.append(f"wanted {' | '.join(row)}")
        else:
            left.remove(found)
    return errors + [f"too much: {_told(incident)}" for incident in left]


def _told(incident: Incident) -> str:
    place, span = incident.location.place, incident.date
    harmed = (_number(incident.killed), _number(incident.injured))
    where = place.name if place is not None else "no place"
    return f"{incident.event_type}, {where}, {span.first} to {span.last}, {harmed}"


def score(path: Path, geoparser: Geoparser) -> tuple[int, int, list[str]]:
    """Count the passages of a file that are read right, and all; lines that tell the errors."""
    passages = read(path)
    lines = []
    for passage in passages:
        errors = wrong(passage, geoparser)
        if errors:
            lines += [passage.text.replace("\n\n", " // "), *(f"    {error}" for error in errors)]
    failed = sum(not line.startswith("    ") for line in lines)
    return len(passages) - failed, len(passages), lines


def main() -> None:
    """Print the share of each file."""
    parser = argparse.ArgumentParser(description="Score passages of one to four sentences.")
    parser.add_argument("files", type=Path, nargs="*", default=sorted(HERE.glob("*.txt")))
    parser.add_argument("--errors", action="store_true", help="name what is wrong")
    args = parser.parse_args()
    geoparser = Geoparser()
    right = every = 0
    for path in args.files:
        good, size, lines = score(path, geoparser)
        right, every = right + good, every + size
        print(f"{path.stem:16} {good:4} of {size:4}  {good / size:.3f}")
        if args.errors:
            print("\n".join(lines))
    print(f"{'all':16} {right:4} of {every:4}  {right / max(1, every):.3f}")


if __name__ == "__main__":
    main()

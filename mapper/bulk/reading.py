"""A block of articles as a file of what they tell, and that file read again.

In: a block. Out: a file with the reports in compartments of eight days, so that a part of the time
line is read without the rest; a summary of it. A file appears whole or not at all. What can go
wrong: a file that is broken (`StoreError`).
"""

import base64
import dataclasses
import datetime as dt
import functools
import hashlib
import json
import os
import pathlib
import struct
import zlib
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mapper.article.model import Article
from mapper.bulk.sources import Block, articles
from mapper.errors import StoreError
from mapper.gazetteer.model import Place
from mapper.report.model import Extraction, Report
from mapper.store import codec

if TYPE_CHECKING:
    from mapper.pipeline import Extract

# Days of a compartment.
BUCKET_DAYS = 8
ANOTHER = "another article has this id, with another text"
# The compartment of reports without a day.
NO_DAY = "none"


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """What the one who hands blocks out knows of one that was read.

    Attributes
    ----------
    articles
        Ids with the SHA-256 of the text, in the order of the block.
    days
        How many reports begin on each day, as ordinals.
    undated
        How many articles have no day of their own.
    failed
        A line for each article that could not be read.
    """

    articles: tuple[tuple[str, str], ...]
    days: tuple[tuple[int, int], ...]
    undated: int
    failed: tuple[str, ...]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Told:
    """A report with what joining needs of its article.

    `passage_start` is where the paragraph begins in which it stands; `tells_both` whether the
    article tells of a place and of a part of it.
    """

    report: Report
    passage_start: int
    passage: str
    tells_both: bool


def read_block(block: Block, target: pathlib.Path, run: "Extract") -> Summary:
    """Read a block into a file; one that is there is not read again."""
    if not target.exists():
        content = _Content()
        for item in articles(block):
            if not isinstance(item, Article):
                content.failed.append(str(item))
                continue
            content.add_article(item, run)
        content.write(target)
    return summary(target)


def write_inferred(
    found: Iterable[tuple[Article, Extraction]],
    target: pathlib.Path,
    days: Mapping[str, dt.date],
) -> None:
    """Write what undated articles tell now that days were inferred for some of them."""
    content = _Content()
    for article, extraction in found:
        content.add(article, extraction)
    content.inferred = {ident: day.isoformat() for ident, day in days.items()}
    content.write(target)


class _Content:
    """What a file will hold."""

    def __init__(self) -> None:
        self.places: dict[str, Place] = {}
        self.buckets: dict[str, list[Any]] = {}
        self.articles: dict[str, list[Any]] = {}
        self.undated: list[Any] = []
        self.failed: list[str] = []
        self.order: dict[str, str] = {}
        self.days: Counter[int] = Counter()
        self.inferred: dict[str, str] = {}

    def add_article(self, article: Article, run: "Extract") -> None:
        """Read an article; without a day it waits until those with one are read."""
        from mapper.pipeline import dated

        article = dated(article)
        try:
            digest = hashlib.sha256(article.text.encode("utf-8")).hexdigest()
        except UnicodeEncodeError as error:
            self.failed.append(f"{article.id}: has half a character at {error.start}")
            return
        known = self.order.get(article.id)
        if known is not None:
            if known != digest:
                self.failed.append(f"{article.id}: {ANOTHER}")
            return
        extraction = run(article, None)
        self.order[article.id] = digest
        if article.published is None:
            bare = dataclasses.replace(extraction, unknown_names=(), set_aside=())
            self.undated.append(
                [_described(article), article.text, codec.encode(bare, self.places)]
            )
        else:
            self.add(article, extraction)

    def add(self, article: Article, extraction: Extraction) -> None:
        """Put an article's reports into their compartments."""
        from mapper.incident.cluster import both_levels

        both = both_levels(extraction.reports)
        self.articles[article.id] = _described(article)
        for report in extraction.reports:
            start = article.text.rfind("\n", 0, report.start) + 1
            end = article.text.find("\n", report.end)
            passage = article.text[start : end if end >= 0 else len(article.text)]
            told = [codec.encode(report, self.places), start, passage, both]
            self.buckets.setdefault(bucket_of(report), []).append(told)
            if report.date.first is not None:
                self.days[report.date.first.toordinal()] += 1

    def write(self, target: pathlib.Path) -> None:
        """Write the file beside its place, and move it there."""
        places = {
            key: [codec.dump_place(place), _base64(place.shape)]
            for key, place in sorted(self.places.items())
        }
        parts: dict[str, Any] = {**self.buckets, "articles": self.articles, "places": places}
        parts["undated"], parts["inferred"] = self.undated, self.inferred
        parts["summary"] = {
            "articles": list(self.order.items()),
            "days": sorted(self.days.items()),
            "undated": len(self.undated),
            "failed": self.failed,
        }
        write_parts(target, parts)


def write_parts(target: pathlib.Path, parts: Mapping[str, Any]) -> None:
    """Write values by names into a file, each to be read by itself."""
    packed = {name: zlib.compress(json.dumps(value).encode(), 1) for name, value in parts.items()}
    index, at = {}, 0
    for name, data in packed.items():
        index[name] = (at, len(data))
        at += len(data)
    head = json.dumps(index).encode()
    beside = target.with_name(f"{target.name}.{os.getpid()}.tmp")
    with beside.open("wb") as stream:
        stream.write(struct.pack(">I", len(head)) + head)
        for data in packed.values():
            stream.write(data)
        stream.flush()
        os.fsync(stream.fileno())
    beside.replace(target)


def read_parts(path: pathlib.Path, names: Iterable[str]) -> dict[str, Any]:
    """Read those of some values that are in a file.

    Raises
    ------
    StoreError
        When the file is missing or broken.
    """
    found = {}
    try:
        with path.open("rb") as stream:
            (length,) = struct.unpack(">I", stream.read(4))
            index = json.loads(stream.read(length))
            for name in names:
                if name in index:
                    stream.seek(4 + length + index[name][0])
                    found[name] = json.loads(zlib.decompress(stream.read(index[name][1])))
    except (OSError, ValueError, struct.error, zlib.error) as error:
        msg = f"{str(path)!r} is broken or gone ({error}); delete it and run the command again."
        raise StoreError(msg) from error
    return found


def summary(path: pathlib.Path) -> Summary:
    """Give the summary of a block's file."""
    (value,) = read_parts(path, ["summary"]).values()
    return Summary(
        articles=tuple((ident, digest) for ident, digest in value["articles"]),
        days=tuple((day, count) for day, count in value["days"]),
        undated=value["undated"],
        failed=tuple(value["failed"]),
    )


def told_in(
    path: pathlib.Path, days: range, dropped: frozenset[str], articles: dict[str, Article]
) -> Iterator[Told]:
    """Give the reports that begin on some days, and those without a day.

    Parameters
    ----------
    dropped
        Ids of articles of this file that another one has already.
    articles
        Takes the descriptions of the file's articles.
    """
    low, high = days.start // BUCKET_DAYS, (days.stop - 1) // BUCKET_DAYS
    names = [NO_DAY, *(str(n) for n in range(low, high + 1))]
    parts = read_parts(path, ["articles", "places", *names])
    places = _Places(parts["places"])
    articles.update(
        (ident, article)
        for ident, said in parts["articles"].items()
        if ident not in dropped and (article := _article(ident, said)) is not None
    )
    for name in names:
        for encoded, start, passage, both in parts.get(name, ()):
            first = encoded["date"].get("first") if "date" in encoded else None
            if first is not None and dt.date.fromisoformat(first).toordinal() not in days:
                continue
            if encoded["article_id"] not in dropped:
                report = codec.read(Report, encoded, places)
                yield Told(report=report, passage_start=start, passage=passage, tells_both=both)


def undated_in(path: pathlib.Path, dropped: frozenset[str]) -> Iterator[tuple[Article, Extraction]]:
    """Give the articles of a file that have no day, and what they tell without one."""
    parts = read_parts(path, ["undated", "places"])
    places = _Places(parts["places"])
    for said, text, encoded in parts["undated"]:
        article = _article(encoded["article_id"], said)
        if article.id not in dropped:
            yield dataclasses.replace(article, text=text), codec.read(Extraction, encoded, places)


class _Places(dict[str, Place]):
    """Places of a file by their keys, each made when it is asked for."""

    def __init__(self, rows: Mapping[str, Sequence[Any]]) -> None:
        super().__init__()
        self._rows = rows

    def __missing__(self, key: str) -> Place:
        """Make a place; KeyError when there is none."""
        text, shape = self._rows[key]
        self[key] = codec.read_place(text, None if shape is None else base64.b64decode(shape))
        return self[key]


def bucket_of(report: Report) -> str:
    """Give the compartment in which a report is kept."""
    first = report.date.first
    return NO_DAY if first is None else str(first.toordinal() // BUCKET_DAYS)


@functools.cache
def _fields() -> tuple[str, ...]:
    return ("title", "source", "url", "published", "published_basis", "language", "origin")


def _described(article: Article) -> list[Any]:
    published = None if article.published is None else article.published.isoformat()
    said = {name: getattr(article, name) for name in _fields()} | {"published": published}
    return [said[name] for name in _fields()]


def _article(ident: str, said: Sequence[Any]) -> Article:
    fields = dict(zip(_fields(), said, strict=True))
    day = fields["published"]
    fields["published"] = None if day is None else dt.date.fromisoformat(day)
    return Article(id=ident, text="", **fields)


def _base64(data: bytes | None) -> str | None:
    return None if data is None else base64.b64encode(data).decode("ascii")

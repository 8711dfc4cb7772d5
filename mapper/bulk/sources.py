"""The input of a bulk run, in blocks that a worker reads by itself.

In: files of JSON Lines or Parquet, by paths or URLs that fsspec knows. Out: blocks, and the
articles of one. What can go wrong: a file that is missing or of another kind (`ArticleError`).
"""

import dataclasses
import datetime as dt
import io
from collections.abc import Iterable, Iterator
from typing import Any

from mapper.article import Article, ReadOptions, UnreadableArticle, read_entry
from mapper.article.json_lines import read_objects
from mapper.errors import ArticleError

# Some hundred articles of usual length: a worker reads them in ten seconds.
BLOCK_BYTES = 1_000_000


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A part of a file.

    `start` and `end` are bytes of JSON Lines, or row groups of Parquet, end exclusive. Of JSON
    Lines it holds the lines that begin in it.
    """

    path: str
    form: str
    start: int
    end: int


def blocks(inputs: Iterable[str], block_bytes: int = BLOCK_BYTES) -> list[Block]:
    """Divide files into blocks, in the order of the inputs; `*` in a path stands for what is there.

    Raises
    ------
    ArticleError
        When a path names nothing, or nothing that is read.
    """
    found = []
    for path in inputs:
        for one in _expanded(path):
            found += _blocks_of(one, block_bytes)
    return found


def articles(block: Block) -> Iterator[Article | UnreadableArticle]:
    """Read the articles of a block."""
    options = ReadOptions()
    if block.form == "parquet":
        for row, entry in _rows(block):
            yield read_entry(entry, f"{block.path}, row group {block.start}, row {row}", options)
        return
    place = f"{block.path}, from byte {block.start}"
    for number, found in read_objects(_lines(block)):
        line = f"{place}, line {number}"
        if isinstance(found, ArticleError):
            yield UnreadableArticle(line, str(found))
        else:
            yield read_entry(found, line, options)


def _expanded(path: str) -> list[str]:
    import fsspec

    try:
        files, _, found = fsspec.get_fs_token_paths(path)
        existing = sorted(one for one in found if files.isfile(one))
    except (OSError, ValueError, ImportError) as error:
        msg = f"{path!r} cannot be read: {error}."
        raise ArticleError(msg) from error
    if not existing:
        msg = f"There is no file {path!r}; name files of JSON Lines or Parquet."
        raise ArticleError(msg)
    return [files.unstrip_protocol(one) for one in existing]


def _blocks_of(path: str, block_bytes: int) -> list[Block]:
    import fsspec

    files, _, (inner,) = fsspec.get_fs_token_paths(path)
    if path.endswith(".parquet"):
        import pyarrow.parquet as pq

        with files.open(inner) as stream:
            groups = pq.ParquetFile(stream).num_row_groups
        return [Block(path=path, form="parquet", start=n, end=n + 1) for n in range(groups)]
    if not path.endswith((".jsonl", ".ndjson")):
        msg = f"{path!r} is neither .jsonl nor .parquet; `mapper add` reads other files."
        raise ArticleError(msg)
    starts = range(0, files.size(inner), block_bytes)
    return [Block(path=path, form="jsonl", start=n, end=n + block_bytes) for n in starts]


def _lines(block: Block) -> str:
    """Give the lines that begin in a block."""
    import fsspec

    files, _, (inner,) = fsspec.get_fs_token_paths(block.path)
    with files.open(inner, "rb") as stream:
        if block.start:
            stream.seek(block.start - 1)
            stream.readline()  # the rest of a line of the block before
        taken = io.BytesIO()
        while stream.tell() < block.end and (line := stream.readline()):
            taken.write(line)
    return taken.getvalue().decode("utf-8-sig" if block.start == 0 else "utf-8", "replace")


def _rows(block: Block) -> Iterator[tuple[int, dict[str, Any]]]:
    import fsspec
    import pyarrow.parquet as pq

    files, _, (inner,) = fsspec.get_fs_token_paths(block.path)
    with files.open(inner, "rb") as stream:
        rows = pq.ParquetFile(stream).read_row_group(block.start).to_pylist()
    for number, row in enumerate(rows, 1):
        yield number, {name: _plain(value) for name, value in row.items() if value is not None}


def _plain(value: Any) -> Any:
    """Give days and times as JSON has them."""
    return value.isoformat() if isinstance(value, dt.date) else value

"""Blocks of files: each line is in one of them, and one that was read is not read again."""

import datetime as dt
import json
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from mapper.article import Article
from mapper.bulk.reading import read_block, read_parts
from mapper.bulk.sources import articles, blocks
from mapper.errors import StoreError
from mapper.report import Extraction


@given(
    texts=st.lists(
        st.text("aé\u2028\U0001f600 ", min_size=1).map(lambda t: f"Told {t}."), max_size=20
    ),
    size=st.integers(1, 90),
    end=st.sampled_from(["\n", ""]),
)
@settings(
    max_examples=100, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)
def test_each_line_is_in_one_block_whatever_their_size(
    tmp_path: Path, texts: list[str], size: int, end: str
) -> None:
    path = tmp_path / "some.jsonl"
    lines = [
        json.dumps({"id": str(number), "text": text}, ensure_ascii=False)
        for number, text in enumerate(texts)
    ]
    path.write_text("\n".join(lines) + (end if lines else ""), "utf-8", newline="")
    found = [item for block in blocks([str(path)], size) for item in articles(block)]
    assert [one.id for one in found if isinstance(one, Article)] == [
        str(number) for number in range(len(texts))
    ]


def test_what_is_no_article_is_told_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('{"text": "One."}\n{"text": 2}\n[3]\nfour\n', "utf-8")
    (block,) = blocks([str(path)])
    _, *rest = articles(block)
    assert [str(one).rpartition(", ")[2] for one in rest] == [
        'line 2: has no "text"',
        "line 3: not a JSON object",
        "line 4: not JSON: Expecting value (column 1)",
    ]


def _nothing(article: Article, published: dt.date | None) -> Extraction:
    del published
    return Extraction(article_id=article.id)


def test_a_block_that_was_read_is_not_read_again(tmp_path: Path) -> None:
    path = tmp_path / "some.jsonl"
    path.write_text('{"id": "a", "text": "One."}\n{"id": "a", "text": "Two."}\n', "utf-8")
    (block,) = blocks([str(path)])
    first = read_block(block, tmp_path / "read", _nothing)
    assert [ident for ident, _ in first.articles] == ["a"]
    assert first.failed == ("a: another article has this id, with another text",)
    assert sorted(one.name for one in tmp_path.iterdir()) == ["read", "some.jsonl"]

    def never(article: Article, published: dt.date | None) -> Extraction:
        raise AssertionError(article, published)

    assert read_block(block, tmp_path / "read", never) == first


@pytest.mark.parametrize("data", [b"", b"\0\0\0\x02{}x", b"\xff\xff\xff\xff", b"\0\0\0\x02[]"])
def test_a_broken_file_is_told(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "read"
    path.write_bytes(data)
    if data[4:6] == b"{}":
        assert read_parts(path, ["summary"]) == {}
        return
    with pytest.raises(StoreError, match="delete it and run the command again"):
        read_parts(path, ["summary"])
        read_parts(tmp_path / "gone", ["summary"])

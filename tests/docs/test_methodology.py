"""What docs/methodology.md says of the program is so."""

import datetime as dt
import inspect
import re
from pathlib import Path

import pytest

import mapper
from mapper.report.reality import unreal

PAGE = (Path(__file__).parents[2] / "docs/methodology.md").read_text("utf-8")
TABLE = PAGE.partition("<!-- set aside -->\n\n")[2].partition("\n\n")[0]
EXAMPLES = re.findall(r"^\| `(\w+)` \|[^|]*\| (.+?) \|$", TABLE, re.MULTILINE)


@pytest.mark.parametrize(("reason", "example"), EXAMPLES, ids=[reason for reason, _ in EXAMPLES])
def test_each_example_is_set_aside_for_its_reason(reason: str, example: str) -> None:
    article = mapper.Article(id="1", text=example, published=dt.date(2025, 5, 24))
    extraction = mapper.extract(article)
    assert [aside.why for aside in extraction.set_aside] == [reason]
    assert extraction.reports == ()


def test_the_table_has_every_reason_once() -> None:
    given = set(re.findall(r'return "(\w+)"', inspect.getsource(unreal)))
    assert given
    reasons = [reason for reason, _ in EXAMPLES]
    assert len(reasons) == len(set(reasons))
    assert given <= set(reasons)

"""The engine asks what a type is like; it must read the same under any other names."""

import ast
import dataclasses
import datetime as dt
import re
from collections.abc import Iterator
from importlib import resources
from pathlib import Path

import pytest

from mapper.article.model import Article
from mapper.geoparser import Geoparser
from mapper.incident import Incident, join
from mapper.lexicon import Lexicon, load_lexicon, parse_lexicon
from mapper.report import extract

PACKAGE = Path(str(resources.files("mapper")))
STAGES = ("report", "incident", "export", "store", "pipeline", "evaluation")
# The store packs rows with a dictionary of frequent words, which may hold any.
NOT_LOOKED_AT = {"codec.py"}

TEXT = """Five people were wounded when a Russian missile hit a school in Sumy on Monday.

Air defence brought down 14 of 20 drones over the Poltava region overnight, and nobody was hurt.

Gunmen attacked a police post near Quetta on Sunday, killing three officers.

Russia and Ukraine exchanged 307 prisoners each on Saturday. The freed men arrived in Chernihiv.

Four people were killed in the Kherson region on Sunday, the governor said.

Russian and Ukrainian delegations held talks in Istanbul on Friday, and the negotiators met again.
"""


def modules() -> Iterator[Path]:
    for stage in STAGES:
        path = PACKAGE / stage
        yield from [path] if path.is_file() else sorted(path.glob("*.py"))


@pytest.mark.parametrize(
    "path", [p for p in modules() if p.name not in NOT_LOOKED_AT], ids=lambda p: p.stem
)
def test_no_module_names_a_type_or_sub_type_of_war(path: Path) -> None:
    lexicon = load_lexicon()
    names = {*lexicon.types, *lexicon.sub_types, *(w.group for w in lexicon.weapons.values())}
    # "harm", "air" and the like are words of the language, too; lists of words stand in TOML.
    found = {
        node.value
        for node in ast.walk(ast.parse(path.read_text("utf-8")))
        if isinstance(node, ast.Constant) and isinstance(node.value, str)
    }
    # What a file may declare an event to be told by (`unnamed`) is no name of a type.
    assert not found & (names - {"small_arms"})


def renamed() -> Lexicon:
    """The lexicon of war with all its types and sub-types called otherwise."""
    folder = resources.files("mapper.lexicon")
    text = folder.joinpath("war.toml").read_text("utf-8")
    for name in load_lexicon().types:
        text = re.sub(rf"(\[types\.){name}(?=\])", rf"\1x_{name}", text)
        text = re.sub(rf'(?m)^(type|types|with_harm)( = .*"){name}"', rf'\1\2x_{name}"', text)
        text = re.sub(rf'(?m)^(types = \["){name}"', rf'\1x_{name}"', text)
        text = re.sub(rf"(?m)^(before = \{{ ){name} =", rf"\1x_{name} =", text)
    return parse_lexicon(text, "renamed.toml")


def read(lexicon: Lexicon, geoparser: Geoparser) -> list[Incident]:
    article = Article(id="a", text=TEXT, published=dt.date(2025, 6, 3))
    reports = extract(article, geoparser=geoparser, lexicon=lexicon).reports
    return list(join(reports, published={"a": article.published}, previous={}, lexicon=lexicon))


def test_the_same_is_read_under_other_names_of_the_types(geoparser: Geoparser) -> None:
    lexicon = renamed()
    assert {name.removeprefix("x_") for name in lexicon.types} == set(load_lexicon().types)
    assert all(name.startswith("x_") for name in lexicon.types)
    told, again = read(load_lexicon(), geoparser), read(lexicon, geoparser)
    assert {one.event_type for one in told} == set(load_lexicon().types)
    plain = [
        dataclasses.replace(
            one,
            event_type=one.event_type.removeprefix("x_"),
            reports=tuple(
                dataclasses.replace(r, event_type=r.event_type.removeprefix("x_"))
                for r in one.reports
            ),
        )
        for one in again
    ]
    assert plain == told

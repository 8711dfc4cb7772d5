"""Whatever stands in a file, it is a lexicon or a `LexiconError`, and nothing else happens."""

import contextlib
import copy
import json
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from mapper.errors import LexiconError
from mapper.lexicon import Lexicon, load_lexicon, parse_lexicon, restore_lexicon
from mapper.text.tokens import tokenize

SMALL = """
name = "small"
extends = "common"
[types.flood]
label = "Flood"
plural = "Floods"
order = 1
titles = ["{label} on {target}"]
unnamed = ["harm"]
before = { flood = ["weapon"] }
[[trigger]]
type = "flood"
needs = "evidence"
sub_type = "flash"
words = ["n:flood"]
[[weapon]]
kind = "pump"
class = "pump"
airborne = true
words = ["n:pump"]
[[join]]
types = ["flood", "flood"]
score = 0.2
why = "x"
[sub_types]
flash = { label = "Flash flood", classes = ["pump"] }
[sub_type_words]
flash = ["flash"]
"""
WHOLE: dict[str, Any] = json.loads(load_lexicon().source)

values = st.recursive(
    st.none() | st.booleans() | st.integers() | st.floats() | st.text(max_size=8),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=8), inner),
    max_leaves=6,
)


def paths_of(node: Any, before: tuple[Any, ...] = ()) -> list[tuple[Any, ...]]:
    """List the places in a nested value, down to three levels."""
    found = [before] if before else []
    keys: Any = ()
    if len(before) < 3 and isinstance(node, dict | list):
        keys = list(node) if isinstance(node, dict) else range(min(len(node), 2))
    for key in keys:
        found += paths_of(node[key], (*before, key))
    return found


@settings(max_examples=150, deadline=None)
@given(path=st.sampled_from(paths_of(WHOLE)), value=values)
def test_a_lexicon_with_any_value_replaced_is_read_or_refused(
    path: tuple[Any, ...], value: Any
) -> None:
    data = copy.deepcopy(WHOLE)
    node = data
    for key in path[:-1]:
        node = node[key]
    node[path[-1]] = value
    with contextlib.suppress(LexiconError):
        lexicon = restore_lexicon(json.dumps(data), "changed")
        assert isinstance(lexicon, Lexicon)
        lexicon.mark(tokenize("A missile hit a school in Sumy, killing two."))


@settings(max_examples=100, deadline=None)
@given(
    line=st.integers(min_value=0, max_value=SMALL.count("\n")),
    text=st.text(alphabet=st.characters(exclude_categories=["Cs"]), max_size=30),
)
def test_a_file_with_any_line_put_in_is_read_or_refused(line: int, text: str) -> None:
    lines = SMALL.split("\n")
    with contextlib.suppress(LexiconError):
        assert isinstance(parse_lexicon("\n".join([*lines[:line], text, *lines[line:]])), Lexicon)

"""One lexicon laid over another in, what the two together know out."""

from pathlib import Path

import pytest

from mapper.errors import LexiconError
from mapper.lexicon import Lexicon, load_lexicon, load_lexicons, parse_lexicon, restore_lexicon
from mapper.text.tokens import tokenize

OURS = """
name = "ours"
extends = "war"

[types.cyberattack]
label = "Cyberattack"
plural = "Cyberattacks"
order = 9

[[trigger]]
type = "cyberattack"
words = ["n:cyberattack", "n:explosion"]

[[weapon]]
kind = "drone"
class = "drone"
words = ["n:ornithopter"]

[targets]
words = ["n:data centre"]
"""


def told(lexicon: Lexicon, text: str) -> set[tuple[str, str]]:
    """Category and value of each mark."""
    return {(m.entry.category, m.entry.value) for m in lexicon.mark(tokenize(text))}


def test_an_extension_knows_its_own_words_and_those_below() -> None:
    lexicon = parse_lexicon(OURS)
    assert ("trigger", "cyberattack") in told(lexicon, "A cyberattack was reported.")
    assert ("trigger", "strike") in told(lexicon, "An airstrike was reported.")
    assert {("targets", "data centre"), ("weapon", "drone")} <= told(
        lexicon, "An ornithopter hit a data centre."
    )
    assert lexicon.weapons["drone"].airborne


def test_a_word_goes_to_the_type_that_the_upper_file_gives_it() -> None:
    values = {value for _, value in told(parse_lexicon(OURS), "An explosion was heard.")}
    assert "cyberattack" in values
    assert "strike" not in values
    assert ("trigger", "strike") in told(load_lexicon(), "An explosion was heard.")


def test_tables_may_be_begun_anew() -> None:
    lexicon = parse_lexicon(OURS.replace('"war"', '"war"\nreplaces = ["targets", "weapon"]', 1))
    marks = told(lexicon, "A missile hit a school and a data centre.")
    assert ("targets", "data centre") in marks
    assert not {("targets", "school"), ("weapon", "missile")} & marks


def test_without_extends_a_file_stands_for_itself(shootings: str) -> None:
    assert not told(parse_lexicon(shootings), "A missile was launched.")


def test_a_base_may_lie_beside_its_file(tmp_path: Path) -> None:
    (tmp_path / "ours.toml").write_text(OURS, "utf-8")
    upper = tmp_path / "upper.toml"
    upper.write_text('extends = "ours.toml"\n[targets]\nwords = ["n:server"]\n', "utf-8")
    lexicon = load_lexicon(upper)
    assert lexicon.name == "ours"
    assert {("targets", "server"), ("targets", "data centre")} <= told(
        lexicon, "A server in a data centre burned."
    )


def test_several_lexicons_are_read_as_one(tmp_path: Path) -> None:
    path = tmp_path / "floods.toml"
    path.write_text(
        'extends = "common"\n[types.flood]\nlabel = "Flood"\nplural = "Floods"\norder = 1\n'
        '[[trigger]]\ntype = "flood"\nwords = ["n:flood"]\n',
        "utf-8",
    )
    lexicon = load_lexicons(["war", path])
    assert {"strike", "flood"} <= set(lexicon.types)
    assert lexicon.name == f"war + {path}"


def test_of_several_lexicons_the_later_one_wins() -> None:
    lexicon = load_lexicons(["war", "gun_violence"])
    values = {m.entry.value for m in lexicon.mark(tokenize("A shootout was reported."))}
    assert "shooting" in values
    assert "ground_attack" not in values


@pytest.mark.parametrize("name", ["war", "gun_violence"])
def test_the_source_of_a_lexicon_makes_the_same_one(name: str) -> None:
    lexicon = load_lexicon(name)
    again = restore_lexicon(lexicon.source, name)
    assert (again.sha256, again.phrases, again.types) == (
        lexicon.sha256,
        lexicon.phrases,
        lexicon.types,
    )


@pytest.mark.parametrize("source", ["", "{", "[]", "{}", '{"types": 3}'])
def test_a_damaged_source_is_refused(source: str) -> None:
    with pytest.raises(LexiconError, match="ours"):
        restore_lexicon(source, "ours")


def test_the_hash_tells_one_state_of_a_lexicon_from_another() -> None:
    one, other = parse_lexicon(OURS), parse_lexicon(OURS.replace("data centre", "data center"))
    assert one.sha256 == parse_lexicon(OURS, "elsewhere.toml").sha256
    assert one.sha256 != other.sha256

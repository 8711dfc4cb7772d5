"""A lexicon with one mistake in; a message that names table, key and remedy out."""

from pathlib import Path

import pytest

from mapper.errors import LexiconError
from mapper.lexicon import load_lexicon, parse_lexicon, problems_of
from mapper.lexicon.load import MAX_BYTES

SMALL = """
name = "floods"
extends = "common"

[types.flood]
label = "Flood"
plural = "Floods"
order = 1

[types.storm]
label = "Storm"
plural = "Storms"
order = 2

[[trigger]]
type = "flood"
needs = "evidence"
words = ["n:flood"]

[[weapon]]
kind = "pump"
class = "pump"
words = ["n:pump"]

[sub_types]
flash = "Flash flood"
"""

# What is put in front of a line or behind the end, and what the message says of it.
WRONG = {
    "an unknown key at the top": ("", 'author = "me"\n', r"'author' is not known"),
    "a misspelt table": ("", "[target]\nwords = []\n", r"'target' .*did you mean 'targets'\?"),
    "a misspelt needs": (
        '"evidence"',
        '"evidense"',
        r"'needs' .* mean 'evidence'\?\); known are no",
    ),
    "a misspelt key": (
        "needs =",
        "need =",
        r"'need' in \[\[trigger\]\] 1 \(flood\) .*mean 'needs'\?",
    ),
    "a misspelt property": (
        "order = 1",
        "order = 1\npiont = true",
        r"'piont' in .* mean 'point'\?",
    ),
    "a flag that is a text": (
        "order = 1",
        'order = 1\npoint = "yes"',
        r"'point' .* not true or fa",
    ),
    "a colour by its name": (
        "order = 1",
        'order = 1\ncolour = "red"',
        r"write a colour as '#1b9e77'",
    ),
    "an unknown shape": ("order = 1", 'order = 1\nshape = "stern"', r"mean 'star'\?"),
    "an unknown title value": (
        "order = 1",
        'order = 1\ntitles = ["{dead}"]',
        r"a title knows \{lab",
    ),
    "an open brace": ("order = 1", 'order = 1\ntitles = ["{label"]', r"a title knows"),
    "a type with a bad name": (
        "[types.flood]",
        "[types.Flood]",
        r"'Flood' in \[types\] is 'Flood'",
    ),
    "no words": ('words = ["n:flood"]', "words = []", r"'words' in \[\[trigger\]\] .* is empty"),
    "a pattern": ('"n:flood"', '"floo.*"', r"patterns are not read"),
    "a class of letters": ('"n:flood"', '"[fl]ood"', r"patterns are not read"),
    "a control character": ('"n:flood"', r'"flo\u0007od"', r"control character"),
    "a line end": ('"n:flood"', r'"flo\nod"', r"control character or line end"),
    "an unknown prefix": ('"n:flood"', '"adj:flooded"', r"'v:' for verbs and 'n:' for nouns"),
    "too many forms": ('"n:flood"', '"v:burst/a/b/c"', r"at most past and participle"),
    "an empty form": ('"n:flood"', '"v:burst//"', r"at most past and participle"),
    "two plurals": ('"n:flood"', '"n:man/men/mans"', r"at most one plural"),
    "a long text": ('"n:flood"', '"' + "flood " * 40 + '"', r"longer than 120 letters"),
    "a number": ('"n:flood"', "3", r"holds 3, which is not a word"),
    "a day": ('"n:flood"', "2024-05-01", r"which is not a word"),
    "an unknown type": ('type = "flood"', 'type = "floods"', r"'floods' has no table .*'flood'\?"),
    "an unknown sub-type": ("needs =", 'sub_type = "flush"\nneeds =', r"'flush' .*mean 'flash'\?"),
    "an unknown category": (
        "",
        "[reality.rumour]\nwords = []\n",
        r"\[reality\.rumour\] is not known",
    ),
    "a misspelt list": ("", '[harm.killed]\nverb = ["v:drown"]\n', r"'verb' .*mean 'verbs'\?"),
    "a list for a table": ("", 'people = ["n:diver"]\n', r"\[people\] is not a table"),
    "a word of two types": (
        "[[weapon]]",
        '[[trigger]]\ntype = "storm"\nneeds = "evidence"\nwords = ["n:flood"]\n[[weapon]]',
        r"'n:flood' stands in \[\[trigger\]\] of 'flood' and of 'storm', both with needs = 'evid",
    ),
    "a word of two weapons": (
        "[sub_types]",
        '[[weapon]]\nkind = "hose"\nclass = "pump"\nwords = ["n:pump"]\n[sub_types]',
        r"'n:pump' stands in \[\[weapon\]\] of 'pump' and of 'hose'",
    ),
    "a word that kills and injures": (
        "",
        '[harm.killed]\nverbs = ["v:drown"]\n[harm.injured]\nverbs = ["v:drown"]\n',
        r"'v:drown' stands in 'verbs' of \[harm\.killed\] and of \[harm\.injured\]",
    ),
    "types of two groups joined": (
        "[sub_types]",
        '[[join]]\ntypes = ["flood", "storm"]\nscore = 0.2\nwhy = "weather"\n[sub_types]',
        r"give both the same 'group'",
    ),
    "a score of ten": (
        "[sub_types]",
        '[[join]]\ntypes = ["flood", "storm"]\nscore = 10\nwhy = "weather"\n[sub_types]',
        r"'score' in \[\[join\]\] 1 is 10, and not a number from 0 to 1",
    ),
    "before an unknown type": (
        "order = 1",
        'order = 1\nbefore = { rain = ["weapon"] }',
        r"'rain' has",
    ),
    "before an unknown needs": (
        "order = 1",
        'order = 1\nbefore = { storm = ["x"] }',
        r"known are noth",
    ),
    "one role for two types": (
        "order = 2",
        'order = 2\nunnamed = ["harm"]\n[types.rain]\nlabel = "R"\nplural = "R"\norder = 3\n'
        'unnamed = ["harm"]',
        r"'harm' stands in 'unnamed' of \[types\] storm and rain",
    ),
    "an unknown base": (
        '"common"',
        '"comon"',
        r"no bundled lexicon 'comon' \(did you mean 'common'",
    ),
    "a base that is no file": ('"common"', '"none.toml"', r"Cannot read lexicon '.*none\.toml'"),
    "a table to replace": ('"common"', '"common"\nreplaces = ["peopel"]', r"mean 'people'\?"),
    "another language": ('"common"', '"common"\nlanguage = "fr"', r"'language' .*known are en"),
}


@pytest.mark.parametrize(("place", "wrong", "message"), WRONG.values(), ids=WRONG.keys())
def test_a_mistake_is_named_with_its_remedy(place: str, wrong: str, message: str) -> None:
    broken = SMALL.replace(place, wrong, 1) if place else wrong + SMALL
    if place == "" and wrong.startswith("["):
        broken = SMALL + wrong
    with pytest.raises(LexiconError, match=rf"(?s)(?=.*(mine|none)\.toml|.*comon).*{message}"):
        parse_lexicon(broken, "mine.toml")


def test_the_file_without_a_mistake_is_read() -> None:
    assert list(parse_lexicon(SMALL, "mine.toml").types) == ["flood", "storm"]


def test_check_lists_all_mistakes_and_reading_counts_them(tmp_path: Path) -> None:
    path = tmp_path / "mine.toml"
    path.write_text(SMALL.replace("order", "ordre").replace('"evidence"', '"proof"'), "utf-8")
    assert len(problems_of(path)) == 3
    with pytest.raises(LexiconError, match=r"'ordre' .*and 2 more; `mapper lexicon check`"):
        load_lexicon(path)


def test_bundled_lexicons_have_no_mistakes() -> None:
    assert [problems_of(name) for name in ("war", "gun_violence")] == [[], []]


def test_a_file_of_50_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "huge.toml"
    with path.open("wb") as handle:
        handle.truncate(50_000_000)
    with pytest.raises(LexiconError, match=rf"huge\.toml' is larger than {MAX_BYTES:,} bytes"):
        load_lexicon(path)


def test_a_file_nested_beyond_measure_is_refused() -> None:
    with pytest.raises(LexiconError, match=r"'mine\.toml' is (nested too deeply|not TOML)"):
        parse_lexicon("people = " + "[" * 20_000 + "]" * 20_000, "mine.toml")


def test_a_lexicon_that_extends_itself_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "loop.toml"
    path.write_text(SMALL.replace('"common"', '"loop.toml"'), "utf-8")
    with pytest.raises(LexiconError, match=r"does one extend itself\?"):
        load_lexicon(path)


@pytest.mark.parametrize(
    "text", ["", "\x00", "name = 7", "types = 5", "trigger = 5", "[[types]]\n"]
)
def test_odd_files_are_refused_and_nothing_else_happens(text: str) -> None:
    with pytest.raises(LexiconError, match=r"mine\.toml"):
        parse_lexicon(text, "mine.toml")

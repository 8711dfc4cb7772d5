"""A lexicon file in, a lexicon or a message that names what is wrong out."""

import datetime as dt
import re
from pathlib import Path

import pytest

from mapper.article.model import Article
from mapper.errors import LexiconError
from mapper.geoparser import Geoparser
from mapper.lexicon import Mark, load_lexicon, parse_lexicon
from mapper.lexicon.model import ALONE
from mapper.report import Extraction, extract
from mapper.text.tokens import tokenize


def marked(text: str, lexicon_text: str) -> list[tuple[str, str]]:
    """Category and words of each mark."""
    tokens = tokenize(text)

    def words(mark: Mark) -> str:
        return text[tokens[mark.first].start : tokens[mark.last - 1].end]

    marks = parse_lexicon(lexicon_text).mark(tokens)
    return [(mark.entry.category, words(mark)) for mark in marks]


def test_a_file_that_is_not_toml_is_refused_with_its_name() -> None:
    with pytest.raises(LexiconError, match=r"'mine\.toml' is not TOML: .*line 2"):
        parse_lexicon("[types]\n= 7\n", "mine.toml")


@pytest.mark.parametrize(
    ("table", "message"),
    [
        ("types.shooting", r"no table \[types\.NAME\]"),
        *(
            (t, rf"no table \[{re.escape(t)}\]; write it, or extends")
            for t in ("people", "speakers")
        ),
        *((t, rf"no table \[{re.escape(t)}\]; write it") for t in ("harm.unhurt", "reality.modal")),
    ],
)
def test_a_missing_table_is_named(shootings: str, table: str, message: str) -> None:
    # A table goes from its head to the next one; so do the triggers, which need types.
    broken = re.sub(rf"^\[{re.escape(table)}\]\n(?:[^\[\n].*\n|\n)*", "", shootings, flags=re.M)
    if table.startswith("types"):
        broken = broken[: broken.index("[[trigger]]")] + broken[broken.index("[[weapon]]") :]
    assert broken != shootings
    with pytest.raises(LexiconError, match=rf"'mine\.toml': .*{message}"):
        parse_lexicon(broken, "mine.toml")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        (
            'words = ["n:drill"]',
            'words = "n:drill"',
            r"'words' in \[reality\.exercise\] is 'n:drill'",
        ),
        ('words = ["n:drill"]', "words = [7]", r"'words' in \[reality\.exercise\] holds 7"),
        ('words = ["n:drill"]', 'words = ["  "]', r"'words' in \[reality\.exercise\] holds '  '"),
        ('verbs = ["v:kill"]', "verbs = true", r"'verbs' in \[harm\.killed\] is True"),
        ('local = ["mayor"]', "local = 1", r"'local' in \[speakers\] is 1"),
        ('words = ["n:rifle"]', "words = 5", r"'words' in \[\[weapon\]\] 1 \(rifle\) is 5"),
    ],
    ids=["a string", "numbers", "a blank word", "a flag", "speakers", "a weapon"],
)
def test_words_of_the_wrong_type_are_named_with_their_table(
    shootings: str, right: str, wrong: str, message: str
) -> None:
    broken = shootings.replace(right, wrong)
    assert broken != shootings
    with pytest.raises(LexiconError, match=f"'mine.toml': {message}.* not a (list of words|word)"):
        parse_lexicon(broken, "mine.toml")


@pytest.mark.parametrize(
    ("right", "wrong", "message"),
    [
        ('label = "Shooting"\n', "", r"\[types\.shooting\] lacks 'label'"),
        ("order = 1", 'order = "first"', r"'order' in \[types\.shooting\] is 'first'"),
        ('class = "small_arms"\n', "", r"\[\[weapon\]\] 1 \(rifle\) lacks 'class'"),
        ('kind = "rifle"\n', "", r"\[\[weapon\]\] 1 lacks 'kind'"),
        ('type = "shooting"\n', "", r"\[\[trigger\]\] 1 lacks 'type'"),
        ("[types.shooting]\n", "[types]\n", r"write \[types\.label\]"),
        ("[[weapon]]\n", "[weapon]\n", r"write \[\[weapon\]\]"),
    ],
    ids=[
        "no label",
        "an order that is no number",
        "no class",
        "no kind",
        "no type",
        "no type table",
        "weapon is no list",
    ],
)
def test_a_type_trigger_or_weapon_that_lacks_something_is_refused(
    shootings: str, right: str, wrong: str, message: str
) -> None:
    broken = shootings.replace(right, wrong, 1)
    assert broken != shootings
    with pytest.raises(LexiconError, match=rf"'mine\.toml': .*{message}"):
        parse_lexicon(broken, "mine.toml")


def test_a_trigger_of_a_type_that_no_table_describes_is_refused(shootings: str) -> None:
    broken = shootings.replace('type = "shooting"', 'type = "riot"')
    with pytest.raises(
        LexiconError, match=r"\[\[trigger\]\] of type 'riot': 'riot' has no table in"
    ):
        parse_lexicon(broken, "mine.toml")


def test_a_file_that_cannot_be_read_is_named(tmp_path: Path) -> None:
    path = tmp_path / "none.toml"
    with pytest.raises(LexiconError, match=r"Cannot read lexicon .*none\.toml"):
        load_lexicon(path)


def test_a_file_that_is_not_utf_8_is_named(tmp_path: Path) -> None:
    path = tmp_path / "latin.toml"
    path.write_bytes("name = 'Größe'".encode("latin-1"))
    with pytest.raises(LexiconError, match=r"Cannot read lexicon .*latin\.toml"):
        load_lexicon(path)


def test_a_file_is_read_like_its_text(tmp_path: Path, shootings: str) -> None:
    path = tmp_path / "shootings.toml"
    path.write_text(shootings, "utf-8")
    assert load_lexicon(path) == parse_lexicon(shootings)


def test_a_lexicon_without_a_name_is_called_after_its_file(shootings: str) -> None:
    nameless = shootings.replace('name = "shootings"\n', "")
    assert parse_lexicon(nameless, "mine.toml").name == "mine.toml"


def test_the_phrases_of_two_words_are_longest_first() -> None:
    for first, begun in load_lexicon().phrases.items():
        for second, phrases in begun.items():
            sizes = [len(phrase) for phrase, _ in phrases]
            assert sizes == sorted(sizes, reverse=True)
            assert all((*phrase, ALONE)[:2] == (first, second) for phrase, _ in phrases)


def test_a_word_inside_a_longer_phrase_of_its_table_is_not_marked_again(shootings: str) -> None:
    lexicon = shootings.replace('words = ["n:drill"]', 'words = ["ground", "drill ground"]')
    assert marked("ground near the drill ground", lexicon) == [
        ("reality.exercise", "ground"),
        ("reality.exercise", "drill ground"),
    ]


def test_a_phrase_may_stand_in_several_tables(shootings: str) -> None:
    assert marked("The shooting began.", shootings) == [
        ("definite", "The shooting"),
        ("trigger", "shooting"),
    ]


def test_phrases_are_found_in_any_case_and_with_curly_apostrophes(shootings: str) -> None:
    lexicon = shootings.replace('words = ["often"]', 'words = ["every o\'clock"]')
    assert marked("EVERY O’CLOCK", lexicon) == [("reality.habit", "EVERY O’CLOCK")]


def test_each_speaker_has_the_rank_of_its_group(shootings: str) -> None:
    ranks = dict(parse_lexicon(shootings).speaker_ranks)
    assert ranks == {"police": 3, "mayor": 2, "ministry": 1}


def test_every_trigger_and_weapon_of_the_bundled_lexicon_is_described() -> None:
    lexicon = load_lexicon()
    groups = [group for begun in lexicon.phrases.values() for group in begun.values()]
    entries = [e for group in groups for _, found in group for e in found]
    assert {e.value for e in entries if e.category == "trigger"} <= set(lexicon.types)
    assert {e.value for e in entries if e.category == "weapon"} <= set(lexicon.weapons)
    assert {e.sub_type for e in entries if e.sub_type} <= set(lexicon.sub_types)


def read(text: str, geoparser: Geoparser, shootings: str) -> Extraction:
    article = Article(id="a", text=text, published=dt.date(2025, 9, 17))
    return extract(article, geoparser=geoparser, lexicon=parse_lexicon(shootings))


def test_another_lexicon_maps_another_field(geoparser: Geoparser, shootings: str) -> None:
    text = "A shooting at a school in Memphis, Tennessee, on Monday shocked the town, police said."
    (report,) = read(text, geoparser, shootings).reports
    assert report.event_type == "shooting"
    assert report.location.place is not None
    assert (report.location.place.name, report.location.place.country) == ("Memphis", "US")
    assert report.date.first == dt.date(2025, 9, 15)
    assert report.attributed_to == "police"


def test_another_lexicon_may_call_the_known_types_by_other_names(
    geoparser: Geoparser, shootings: str
) -> None:
    lexicon = shootings.replace("types.shooting", "types.ground_attack")
    lexicon = lexicon.replace('type = "shooting"', 'type = "ground_attack"')
    text = "A shooting at a school in Memphis, Tennessee, on Monday killed two people, police said."
    (report,) = read(text, geoparser, lexicon).reports
    assert parse_lexicon(lexicon).types[report.event_type].label == "Shooting"
    assert report.killed is not None
    assert (report.killed.best, report.killed.speaker) == (2, "police")


def test_another_lexicon_knows_no_war(geoparser: Geoparser, shootings: str) -> None:
    text = "A missile hit a bus in Nikopol on Monday. Shelling went on in Kherson."
    assert read(text, geoparser, shootings).reports == ()


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("Police denied that a shooting took place in Memphis on Monday.", "denied"),
        ("Police feared that nobody could stop a shooting in Memphis.", "modal"),
        ("A drill in Memphis on Monday played a shooting at a school.", "exercise"),
    ],
    ids=["denied", "could", "a drill"],
)
def test_the_engine_knows_what_is_not_real_in_any_field(
    geoparser: Geoparser, shootings: str, text: str, why: str
) -> None:
    extraction = read(text, geoparser, shootings)
    assert extraction.reports == ()
    assert [a.why for a in extraction.set_aside] == [why]


def test_what_the_lexicon_excludes_is_no_event(geoparser: Geoparser, shootings: str) -> None:
    assert read("A shooting star was seen over Memphis.", geoparser, shootings).reports == ()

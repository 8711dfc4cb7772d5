"""The page's words: the same in both languages, and a translation for every reason."""

import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from mapper.cli import cli

PAGE = Path(__file__).parents[2] / "mapper" / "map" / "page"
ARTICLES = [
    Path(__file__).parents[2] / "seeds",
    Path(__file__).parents[1] / "quality" / "dev" / "articles",
]
# Forms of plural differ, and English needs no translation of English.
_PLURALS = {"zero", "one", "two", "few", "many", "other"}
_TRANSLATIONS = {"phrases", "weaponKinds"}


def _messages(lang: str) -> dict[str, Any]:
    found: dict[str, Any] = json.loads((PAGE / f"messages.{lang}.json").read_text("utf-8"))
    return found


def _keys(messages: dict[str, Any]) -> set[str]:
    keys = set()
    for name, message in messages.items():
        if isinstance(message, dict) and not message.keys() <= _PLURALS:
            keys |= {f"{name}.{key}" for key in message}
        else:
            keys.add(name)
    return {key for key in keys if key.partition(".")[0] not in _TRANSLATIONS}


def test_both_languages_have_the_same_messages() -> None:
    english, ukrainian = _keys(_messages("en")), _keys(_messages("uk"))
    # Types of the lexicons that come with the program; their English names are in the export.
    shipped = {f"{table}.{name}" for table in ("type", "types") for name in _SHOOTINGS}
    assert ukrainian - english == shipped
    assert english - ukrainian == set()


_SHOOTINGS = ("shooting", "murder_suicide", "accidental_shooting", "police_shooting")


def test_a_translated_phrase_has_the_slots_of_its_pattern() -> None:
    for pattern, phrase in _messages("uk")["phrases"].items():
        assert phrase.count("{}") == pattern.count("{}"), pattern


@pytest.fixture(scope="module")
def exported(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Any]:
    folder = tmp_path_factory.mktemp("project")
    out = folder / "incidents.geojson"
    for arguments in (["add", *map(str, ARTICLES)], ["export", "-o", str(out)]):
        done = CliRunner().invoke(cli, ["--db", str(folder / "p.sqlite"), *arguments])
        assert done.exit_code == 0, done.output
    collection: dict[str, Any] = json.loads(out.read_text("utf-8"))
    return collection


def _reasons(collection: dict[str, Any]) -> Iterator[str]:
    for feature in collection["features"]:
        for source in feature["properties"]["sources"]:
            for text in (source["place_how"], source["date_how"], *source["joined_because"]):
                yield from text.split("; ")


def test_every_reason_that_the_program_gives_has_a_translation(exported: dict[str, Any]) -> None:
    known = re.compile(
        "|".join(
            re.escape(pattern).replace(r"\{\}", ".+") for pattern in _messages("uk")["phrases"]
        )
    )
    reasons = set(_reasons(exported))
    assert len(reasons) > 50
    assert sorted(reason for reason in reasons if not known.fullmatch(reason)) == []


def test_every_weapon_that_the_program_names_has_a_translation(exported: dict[str, Any]) -> None:
    kinds = {
        weapon["kind"]
        for feature in exported["features"]
        for weapon in feature["properties"]["weapons"]
    }
    assert len(kinds) > 5
    assert kinds <= _messages("uk")["weaponKinds"].keys()

"""The geoparser in spaCy pipelines: blank ones, an entity ruler, files, processes and threads."""

import importlib.metadata
import json
import threading
from pathlib import Path
from typing import Any

import pytest
import spacy
from spacy.language import Language
from spacy.tokens import Doc, DocBin
from spacy.vocab import Vocab

from mapper.errors import GazetteerError
from mapper.geoparser import Geoparser
from mapper.toponym.model import Use

TEXT = (
    "Drones hit Sumy and southern Ukraine, near the Belarus-Ukraine border. Mortars fell on the "
    "village of Brzbrkove. Kyiv-based officials and Ukrainian soldiers met in the capital."
)
KYIV = "geonames:703448"


def _pipeline(language: str = "en", **settings: Any) -> Language:
    nlp = spacy.blank(language)
    nlp.add_pipe("mapper_geoparser", config=settings)
    return nlp


def _with_ruler(patterns: list[dict[str, Any]], **settings: object) -> Language:
    nlp = spacy.blank("en")
    nlp.add_pipe("entity_ruler").add_patterns(patterns)  # type: ignore[attr-defined]
    nlp.add_pipe("mapper_geoparser", config={"resolve": "entities", **settings})
    return nlp


RULES: list[dict[str, Any]] = [
    {"label": "GPE", "pattern": "Kyiv"},
    {"label": "GPE", "pattern": "the United States"},
    {"label": "FAC", "pattern": "Dragon Gate"},
    {"label": "PERSON", "pattern": "Paris Hilton"},
    {"label": "LOC", "pattern": [{"LOWER": "black"}, {"LOWER": "sea"}]},
]
SAID = "Paris Hilton flew from the United States to kyiv, Kyiv and the Black Sea by Dragon Gate."


def test_the_entry_point_names_the_factory() -> None:
    (entry,) = importlib.metadata.entry_points(group="spacy_factories", name="mapper_geoparser")
    assert entry.load().__name__ == "make_component"


def test_the_example_of_the_documentation_runs(capsys: pytest.CaptureFixture[str]) -> None:
    text = (Path(__file__).parents[2] / "docs" / "spacy.md").read_text("utf-8")
    # The first example needs a trained model.
    example = text.split("```python\n")[2].split("```")[0]
    exec(compile("import spacy\n" + example, "docs/spacy.md", "exec"), {})
    lines = capsys.readouterr().out.splitlines()
    assert [line.rpartition(" POINT")[0] for line in lines[:1]] == ["11 15 Sumy"]
    assert "Belarus-Ukraine border LINESTRING" in lines[1]


def test_own_toponyms_are_those_of_the_geoparser() -> None:
    assert _pipeline()(TEXT)._.toponyms == Geoparser().parse(TEXT)


def test_a_place_has_its_geometry() -> None:
    kinds = [t.place.geometry.geom_type for t in _pipeline()(TEXT)._.toponyms if t.place]
    assert {"Point", "LineString", "MultiPolygon"} <= set(kinds)


def test_the_entities_of_the_pipeline_are_resolved_as_they_are() -> None:
    doc = _with_ruler(RULES)(SAID)
    found = {t.text: t.place and t.place.id for t in doc._.toponyms}
    assert found == {
        "the United States": "geonames:6252001",
        "Kyiv": KYIV,
        "Black Sea": "mapper:water-black-sea",
        "Dragon Gate": None,
    }
    assert [ent._.place and ent._.place.id for ent in doc.ents] == [None, *found.values()]
    assert [ent._.toponym is None for ent in doc.ents] == [True, False, False, False, False]


def test_labels_choose_the_entities() -> None:
    doc = _with_ruler(RULES, labels=["LOC"])(SAID)
    assert [t.text for t in doc._.toponyms] == ["Black Sea"]
    everything = _with_ruler(RULES, labels=[])(SAID)
    assert [t.text for t in everything._.toponyms] == [ent.text for ent in everything.ents]


def test_uses_choose_the_toponyms() -> None:
    doc = _pipeline(uses=["demonym"])("Ukrainian drones flew over Kursk.")
    assert [(t.text, t.use) for t in doc._.toponyms] == [("Ukrainian", Use.DEMONYM)]


@pytest.mark.parametrize(
    "settings",
    [{"uses": ["figurative"]}, {"resolve": "nothing"}, {"labels": "GPE"}, {"lables": []}],
    ids=["an unknown use", "an unknown way", "no list", "an unknown setting"],
)
def test_a_wrong_setting_is_refused(settings: dict[str, Any]) -> None:
    with pytest.raises(ValueError, match=next(iter(settings))):
        _pipeline(**settings)


def test_a_missing_gazetteer_is_told_with_its_path(tmp_path: Path) -> None:
    path = str(tmp_path / "none.sqlite")
    with pytest.raises(GazetteerError, match="none.sqlite"):
        _pipeline(gazetteer=path)("Kyiv burned.")


def test_entities_stay_as_they_are_unless_they_may_be_set() -> None:
    assert _pipeline()(TEXT).ents == ()
    assert [ent.kb_id_ for ent in _with_ruler(RULES)(SAID).ents] == [""] * 5


def test_own_toponyms_can_become_entities_with_ids() -> None:
    doc = _pipeline(set_ents=True)("Ukrainian drones fell into the Black Sea and on Sumy.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [
        ("Ukrainian", "NORP"),
        ("Black Sea", "LOC"),
        ("Sumy", "GPE"),
    ]
    assert doc.ents[2].kb_id_ == "geonames:692194"


def test_entities_that_are_there_keep_their_label_and_get_the_id() -> None:
    doc = _with_ruler(RULES, set_ents=True)(SAID)
    assert [(ent.label_, ent.kb_id_) for ent in doc.ents] == [
        ("PERSON", ""),
        ("GPE", "geonames:6252001"),
        ("GPE", KYIV),
        ("LOC", "mapper:water-black-sea"),
        ("FAC", ""),
    ]


def test_own_toponyms_do_not_displace_entities() -> None:
    nlp = _with_ruler([{"label": "ORG", "pattern": "Kyiv School"}], resolve="own", set_ents=True)
    doc = nlp("The Kyiv School opened in Lviv.")
    assert [(ent.text, ent.label_) for ent in doc.ents] == [("Kyiv School", "ORG"), ("Lviv", "GPE")]


def test_a_toponym_inside_a_token_is_found_by_that_token() -> None:
    nlp = _pipeline()
    words, spaces = ["Kyiv-based", "groups", "met", "."], [True, True, False, False]
    doc = nlp(Doc(nlp.vocab, words=words, spaces=spaces))
    (toponym,) = doc._.toponyms
    assert (toponym.text, doc[0:1]._.place.id) == ("Kyiv", KYIV)


@pytest.mark.parametrize("language", ["en", "xx", "uk"])
def test_other_blank_languages_do(language: str) -> None:
    doc = _pipeline(language)("У Києві та Харкові пролунали вибухи.")
    assert [t.place.name for t in doc._.toponyms] == ["Kyiv", "Kharkiv"]


@pytest.mark.parametrize(
    "text",
    ["", " ", "\n\n", "Kyiv\x00burned", "\u200fKyiv\u200e burned", "🔥Kyiv🔥" * 50, "x" * 10_000],
)
def test_any_text_that_spacy_takes_is_read(text: str) -> None:
    doc = _pipeline(set_ents=True)(text)
    assert doc.text == text
    assert all(text[t.start : t.end] == t.text for t in doc._.toponyms)
    assert [t.text for t in doc._.toponyms] == ["Kyiv"] * text.count("Kyiv")


def test_a_document_that_the_component_has_not_seen_has_no_toponyms() -> None:
    _pipeline()
    doc = spacy.blank("en")("Kyiv burned.")
    assert (doc._.toponyms, doc[0:1]._.place, doc[0:1]._.toponym) == ([], None, None)


def test_a_document_survives_bytes_a_bin_and_json() -> None:
    nlp = _pipeline()
    doc = nlp(TEXT)
    (binned,) = DocBin(docs=[doc], store_user_data=True).get_docs(nlp.vocab)
    for copy in (Doc(Vocab()).from_bytes(doc.to_bytes()), binned, doc.copy()):
        assert copy._.toponyms == doc._.toponyms
        assert copy[2:3]._.place == doc[2:3]._.place is not None
    assert json.loads(json.dumps(doc.user_data)) == doc.user_data


def test_a_pipeline_survives_the_disk_with_its_settings(tmp_path: Path) -> None:
    nlp = _with_ruler(RULES, labels=["GPE"])
    nlp.to_disk(tmp_path / "model")
    loaded = spacy.load(tmp_path / "model")
    assert [t.text for t in loaded(SAID)._.toponyms] == ["the United States", "Kyiv"]
    assert loaded(SAID)._.toponyms == nlp(SAID)._.toponyms


def test_a_pipeline_survives_bytes_with_its_settings() -> None:
    nlp = _pipeline(uses=["demonym"], set_ents=True)
    loaded = spacy.util.load_model_from_config(nlp.config, auto_fill=True)
    doc = loaded.from_bytes(nlp.to_bytes())(TEXT)
    assert [ent.text for ent in doc.ents] == [t.text for t in doc._.toponyms] == ["Ukrainian"]


@pytest.mark.parametrize("resolve", ["own", "entities"])
def test_two_processes_answer_as_one_does(resolve: str) -> None:
    nlp = _with_ruler(RULES, resolve=resolve)
    texts = [f"{SAID} {TEXT} {number}" for number in range(12)]
    alone = [nlp(text)._.toponyms for text in texts]  # also opens the gazetteer before the fork
    together = [doc._.toponyms for doc in nlp.pipe(texts, n_process=2, batch_size=3)]
    assert together == alone != [[]] * len(texts)


def test_a_pipeline_can_be_used_in_another_thread() -> None:
    nlp = _pipeline()
    found = []
    here = nlp(TEXT)._.toponyms
    thread = threading.Thread(target=lambda: found.extend(nlp(TEXT)._.toponyms))
    thread.start()
    thread.join()
    assert found == here


def test_a_lone_surrogate_is_refused_by_spacy_and_read_by_the_geoparser() -> None:
    text = "Kyiv \ud800 burned."
    with pytest.raises(UnicodeEncodeError):
        _pipeline()(text)
    assert [t.text for t in Geoparser().parse(text)] == ["Kyiv"]


def test_spacy_sees_what_the_component_assigns() -> None:
    nlp = _pipeline()
    analysis = nlp.analyze_pipes()
    assert analysis is not None
    assert analysis["summary"]["mapper_geoparser"]["assigns"] == [
        "doc._.toponyms",
        "span._.toponym",
        "span._.place",
    ]

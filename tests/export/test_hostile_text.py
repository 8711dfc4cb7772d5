"""Texts that mean harm or are merely odd, in every format: the file is whole, and they are text."""

import csv
import html
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import geopandas
import pytest
from hypothesis import given
from hypothesis import strategies as st
from lxml import etree

from mapper.article.model import Article
from mapper.export import FORMATS, Wanted, lines, write_file
from mapper.export.table import CELL_MOST

Make = Callable[..., dict[str, Any]]
KML = "{http://www.opengis.net/kml/2.2}"

HOSTILE = {
    "formula": '=HYPERLINK("http://example.org/"&A1,"click")',
    "markup": "<script>alert(1)</script><img src=x onerror=alert(1)>]]>",
    "entities": "&lt;b&gt; &amp; &#0; &bogus;",
    "controls": "a\x00b\x01c\x08d\x0be\x1bf\x7f\x9f\ufffe\uffff",
    "line ends": "one\r\ntwo\rthree\nfour\u2028five\u2029six\x85seven",
    "right to left": "\u202eabc\u202c \u0645\u0631\u062d\u0628\u0627 \u05e9\u05dc\u05d5\u05dd",
    "half a character": "a\ud800b\udfffc",
    "beyond the plane": "\U0001f680\U00020000 e\u0301",
    "quotes": "'; DROP TABLE incidents; -- \"\"\" '' `",
    "record separator": "a\x1e{}\nb",
    "long": "\u0436" * 100_000,
    "nothing": "",
    "blank": " \t ",
}


def hostile(make: Make, words: str) -> dict[str, Any]:
    article = Article(id=f"a{words[:40]}", text="", title=words, source=words, url="javascript:x")
    feature = make(words=words, title=words, target=words, initiator=words, article=article)
    feature["properties"]["place"] = words
    return feature


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_gdal_reads_the_file(make: Make, tmp_path: Path, form: str, words: str) -> None:
    path = tmp_path / f"x.{'geojsons' if form == 'geojsonseq' else form}"
    write_file(path, [hostile(make, words), make("i2")], Wanted(form=form))
    if form == "parquet":
        assert len(geopandas.read_parquet(path)) == 2
        return
    layer = {"gpkg": "incidents", "kml": "strike"}.get(form)
    frame = geopandas.read_file(path, layer=layer)
    assert len(frame) == 2


def readable(text: str) -> str:
    return "".join(char if not "\ud800" <= char <= "\udfff" else "\ufffd" for char in text)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_geojson_gives_the_words_back(make: Make, words: str) -> None:
    for form in ("geojson", "geojsonseq"):
        text = "".join(lines([hostile(make, words)], Wanted(form=form)))
        assert text.count("\x1e") == (form == "geojsonseq")
        told = json.loads(text.removeprefix("\x1e"))
        feature = told if form == "geojsonseq" else told["features"][0]
        assert feature["properties"]["title"] == readable(words)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_parquet_gives_the_words_back(make: Make, tmp_path: Path, words: str) -> None:
    import pyarrow.parquet as pq

    write_file(tmp_path / "x.parquet", [hostile(make, words)], Wanted(form="parquet"))
    (row,) = pq.read_table(tmp_path / "x.parquet").to_pylist()
    assert row["title"] == row["sources"][0]["quote"] == readable(words)


@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_kml_shows_the_words_and_runs_none(make: Make, words: str) -> None:
    text = "".join(lines([hostile(make, words)], Wanted(form="kml")))
    root = etree.fromstring(text.encode())
    (balloon,) = (node.text or "" for node in root.iter(f"{KML}description"))
    shown = etree.fromstring(f"<d>{balloon.replace('<br>', '<br/>')}</d>".encode())
    assert {node.tag for node in shown.iter()} <= {"d", "p", "br"}
    values = [node.text or "" for node in root.iter(f"{KML}value")]
    assert not [value for value in values if "<" in value]
    if words == HOSTILE["markup"]:
        assert words in html.unescape(balloon)


@pytest.mark.parametrize("columns", ["mapper", "acled", "ucdp"])
@pytest.mark.parametrize("words", HOSTILE.values(), ids=HOSTILE)
def test_no_cell_is_a_formula_and_none_is_too_long(make: Make, words: str, columns: str) -> None:
    text = "".join(lines([hostile(make, words)], Wanted(form="csv", columns=columns)))
    head, row = csv.reader(io.StringIO(text, newline=""))
    assert len(head) == len(row)
    for cell in row:
        assert not cell.startswith(("=", "+", "-", "@", "\t", "\r", "\n"))
        assert len(cell) <= CELL_MOST + 1


@pytest.mark.parametrize("separator", [",", ";", "\t"])
@given(signs=st.text("=+-@\uff1d;,\t\r\n\"' a", max_size=12))
def test_no_cell_is_a_formula_whatever_the_spreadsheet_divides_by(
    separator: str, signs: str
) -> None:
    from mapper.export.table import _cell

    stream = io.StringIO()
    csv.writer(stream).writerow(["x", _cell("title", signs), 1.5])
    for row in csv.reader(io.StringIO(stream.getvalue(), newline=""), delimiter=separator):
        for cell in row:
            assert not cell.startswith(("=", "+", "-", "@")), signs


def test_a_long_text_is_cut_where_a_spreadsheet_would_break_it(make: Make) -> None:
    text = "".join(lines([make(title="x" * 100_000)], Wanted(form="csv")))
    (row,) = csv.DictReader(io.StringIO(text, newline=""))
    assert len(row["title"]) == CELL_MOST
    assert row["title"].endswith("x [cut]")

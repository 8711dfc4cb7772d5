"""`mapper geoparse`: the contract's JSON Lines."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result

Run = Callable[..., Result]
TEXT = "Ukrainian drones hit a depot near Sumy, officials in Moscow said."
FIELDS = [
    "start",
    "end",
    "text",
    "place_id",
    "name",
    "lat",
    "lon",
    "country",
    "admin1",
    "kind",
    "use",
    "confidence",
    "reason",
]


def _lines(done: Result) -> list[dict[str, Any]]:
    return [json.loads(line) for line in done.stdout.splitlines()]


def _write(folder: Path, *items: object) -> str:
    path = folder / "in.jsonl"
    path.write_text("".join(json.dumps(item) + "\n" for item in items))
    return str(path)


def test_a_line_an_article_in_their_order(run: Run, folder: Path) -> None:
    name = _write(folder, {"id": "one", "text": TEXT}, {"id": 2, "text": "Nothing here."})
    done = run("geoparse", name)
    first, second = _lines(done)
    assert (done.exit_code, done.stderr) == (0, "")
    assert (first["id"], second) == ("one", {"id": 2, "toponyms": []})
    for toponym in first["toponyms"]:
        assert list(toponym) == FIELDS
        assert TEXT[toponym["start"] : toponym["end"]] == toponym["text"]
    assert "Sumy" in [toponym["name"] for toponym in first["toponyms"]]


def test_given_spans_are_resolved_in_their_order(run: Run, folder: Path) -> None:
    start = TEXT.index("Sumy")
    spans = [[start, start + 4], [0, 9]]
    (answer,) = _lines(run("geoparse", _write(folder, {"id": "a", "text": TEXT, "spans": spans})))
    assert [[one["start"], one["end"]] for one in answer["toponyms"]] == spans


def test_only_the_wanted_uses_are_kept(run: Run, folder: Path) -> None:
    name = _write(folder, {"id": "a", "text": TEXT})
    (answer,) = _lines(run("geoparse", "--use", "literal", name))
    assert answer["toponyms"]
    assert {one["use"] for one in answer["toponyms"]} == {"literal"}
    assert run("geoparse", "--use", "figurative", name).exit_code == 2


def test_plain_text_is_one_article(run: Run, folder: Path) -> None:
    (folder / "a.txt").write_text(TEXT)
    (of_file,) = _lines(run("geoparse", "a.txt"))
    (of_stdin,) = _lines(run("geoparse", stdin=TEXT))
    assert of_file["id"] == "a.txt"
    assert of_file["toponyms"] == of_stdin["toponyms"] != []


@pytest.mark.parametrize(
    "spans",
    [
        "x",
        [[0]],
        [[4, 2]],
        [[0, 10_000]],
        [[-1, 3]],
        [[0, 1.5]],
        [[0, True]],
        [None],
        {"0": 4},
        5,
        None,
        [[0, 4], [2, 6]],
        [[0, 4], [0, 4]],
    ],
    ids=repr,
)
def test_bad_spans_are_named_with_the_id_and_the_rest_done(
    run: Run, folder: Path, spans: object
) -> None:
    bad = {"id": "bad", "text": TEXT, "spans": spans}
    done = run("geoparse", _write(folder, bad, {"id": "good", "text": TEXT}))
    assert done.exit_code == 1
    assert "id 'bad'" in done.stderr
    assert len(done.stderr.splitlines()) == 1
    assert [answer["id"] for answer in _lines(done)] == ["good"]


@pytest.mark.parametrize(
    "line", [b"{", b"[1]", b'{"text": 5}', b'{"id": 1}', b"\xff\xfe", b"[" * 100_000], ids=range(6)
)
def test_a_broken_line_is_named_by_its_number(run: Run, folder: Path, line: bytes) -> None:
    good = json.dumps({"id": "good", "text": TEXT}).encode()
    (folder / "in.jsonl").write_bytes(good + b"\n\n" + line + b"\n" + good + b"\n")
    done = run("geoparse", "in.jsonl")
    assert done.exit_code == 1
    assert "in.jsonl, line 3" in done.stderr
    assert len(_lines(done)) == 2


def test_a_file_that_is_not_there_is_told_in_one_line(run: Run) -> None:
    done = run("geoparse", "nowhere.jsonl")
    assert (done.exit_code, done.stdout) == (1, "")
    assert done.stderr == "mapper: 'nowhere.jsonl' cannot be read: No such file or directory.\n"


def test_a_page_is_read_as_an_article(run: Run, tmp_path: Path) -> None:
    page = tmp_path / "page.html"
    page.write_text(
        "<html><head><title>Raid on Sumy</title></head><body><nav><a href='/'>Paris</a></nav>"
        "<article><h1>Raid on Sumy</h1><p>A drone hit a bus in Sumy on Sunday and two people were "
        "injured, the police said. The driver was taken to hospital, and the road was closed until "
        "the evening while the wreck was cleared away.</p></article></body></html>",
        "utf-8",
    )
    done = run("geoparse", str(page))
    names = [one["text"] for one in json.loads(done.stdout)["toponyms"]]
    assert (done.exit_code, names) == (0, ["Sumy"])


def test_candidates_are_told_when_asked_for(run: Run, folder: Path) -> None:
    name = _write(folder, {"id": "a", "text": "A fire near Springfield."})
    ((found,),) = [answer["toponyms"] for answer in _lines(run("geoparse", name, "--candidates"))]
    assert found["place_id"] is None
    assert found["reason"].startswith("ambiguous")
    shares = [one["share"] for one in found["candidates"]]
    assert len(shares) > 2
    assert shares == sorted(shares, reverse=True)
    assert {one["name"] for one in found["candidates"]} == {"Springfield"}

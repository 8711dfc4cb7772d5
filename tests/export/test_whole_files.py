"""Files appear whole or not at all: a full disk, a reader that fails midway."""

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from mapper.errors import OutputError, StoreError
from mapper.export import FORMATS, Wanted, write_file

Feature = dict[str, Any]

# No file of this process may grow beyond: what a full disk is to it.
FULL_DISK = """
import json, pathlib, resource, signal, sys
import pyarrow.parquet, pyogrio, shapely.geometry
from mapper.errors import OutputError
from mapper.export import Wanted, write_file
signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
features = json.loads(pathlib.Path(sys.argv[1]).read_text())
resource.setrlimit(resource.RLIMIT_FSIZE, (2000, 2000))
try:
    write_file(pathlib.Path(sys.argv[2]), features, Wanted(form=sys.argv[3]))
except OutputError as error:
    print(error)
"""


@pytest.mark.parametrize("form", FORMATS)
def test_a_full_disk_leaves_what_was_there(
    features: list[Feature], tmp_path: Path, form: str
) -> None:
    given = tmp_path / "given.json"
    given.write_text(json.dumps(features * 3))
    path = tmp_path / f"x.{form}"
    write_file(path, features, Wanted(form=form))
    before = path.read_bytes()
    done = subprocess.run(
        [sys.executable, "-B", "-c", FULL_DISK, str(given), str(path), form],
        capture_output=True,
        text=True,
    )
    assert (done.returncode, done.stderr) == (0, "")
    assert done.stdout.startswith(f"'{path}' cannot be written: ")
    assert len(done.stdout.splitlines()) == 1
    assert path.read_bytes() == before
    assert sorted(item.name for item in tmp_path.iterdir()) == ["given.json", path.name]


@pytest.mark.parametrize("form", FORMATS)
@pytest.mark.parametrize(
    "error",
    [StoreError("Project file 'x': it is damaged."), KeyboardInterrupt()],
    ids=["database", "Ctrl-C"],
)
def test_a_reader_that_fails_midway_leaves_what_was_there(
    features: list[Feature], tmp_path: Path, form: str, error: BaseException
) -> None:
    def broken() -> Iterator[Feature]:
        yield from features
        raise error

    path = tmp_path / f"x.{form}"
    write_file(path, features, Wanted(form=form))
    before = path.read_bytes()
    with pytest.raises(type(error)) as raised:
        write_file(path, broken(), Wanted(form=form))
    assert raised.value is error
    assert path.read_bytes() == before
    assert [item.name for item in tmp_path.iterdir()] == [path.name]


@pytest.mark.parametrize("form", FORMATS)
def test_where_no_file_can_be_is_told(features: list[Feature], tmp_path: Path, form: str) -> None:
    (tmp_path / "file").write_text("")
    for path in (tmp_path / "file" / "x", tmp_path):
        with pytest.raises(OutputError, match=r"cannot be|is a folder"):
            write_file(path, features, Wanted(form=form))

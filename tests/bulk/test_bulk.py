"""`mapper bulk` on a real cluster of two worker processes: what it makes, and what survives."""

import json
import os
import signal
import subprocess
import sys
import textwrap
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any

import geopandas
import pytest

from mapper.article import Article, read

ROOT = Path(__file__).parents[2]
QUALITY = ROOT / "tests" / "quality"
ENVIRONMENT = {
    **os.environ,
    "PYTHONPATH": os.pathsep.join([str(ROOT), *sys.path]),
    "PYTHONWARNINGS": "default",
}

_CLUSTER = """
    import sys
    from distributed import LocalCluster

    if __name__ == "__main__":
        with LocalCluster(n_workers=2, threads_per_worker=1, dashboard_address=None) as cluster:
            print(cluster.scheduler_address, flush=True)
            for _ in sys.stdin:
                print(*(worker.pid for worker in cluster.workers.values()), flush=True)
"""


class Cluster:
    """A scheduler with two workers, in processes of their own; dead workers are replaced."""

    def __init__(self, folder: Path) -> None:
        script = folder / "cluster.py"
        script.write_text(textwrap.dedent(_CLUSTER), "utf-8")
        self._process = subprocess.Popen(
            [sys.executable, str(script)], cwd=folder, env=ENVIRONMENT, text=True,
            stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        self.address = self._line()

    def _line(self) -> str:
        assert self._process.stdout is not None
        return self._process.stdout.readline().strip()

    def pids(self) -> list[int]:
        """The worker processes."""
        assert self._process.stdin is not None
        self._process.stdin.write("\n")
        self._process.stdin.flush()
        return [int(pid) for pid in self._line().split()]

    def end(self) -> None:
        """Stop all of it."""
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        self._process.stdin.close()
        self._process.stdout.close()
        self._process.wait(60)


@pytest.fixture(scope="module")
def cluster(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Cluster]:
    made = Cluster(tmp_path_factory.mktemp("cluster"))
    yield made
    made.end()


def _entries() -> list[dict[str, Any]]:
    """Articles of some sets, every fifth without its day; one comes twice, one is refused."""
    found = [
        item
        for name in ("dev", "field", "dispatches")
        for item in read(str(QUALITY / name / "articles"))
        if isinstance(item, Article)
    ]
    entries: list[dict[str, Any]] = [
        {"id": one.id, "text": one.text, "title": one.title, "source": one.source,
         "published": None if number % 5 == 4 else str(one.published)}
        for number, one in enumerate(found)
    ]  # fmt: skip
    return [*entries, entries[3], {"id": entries[7]["id"], "text": "Something else happened."}]


@pytest.fixture(scope="module")
def archive(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("archive")
    entries = _entries()
    for number in range(8):
        part = entries[number * len(entries) // 8 : (number + 1) * len(entries) // 8]
        lines = (json.dumps(entry) + "\n" for entry in part)
        (folder / f"{number}.jsonl").write_text("".join(lines), "utf-8")
    return folder


def mapper(*arguments: str) -> "subprocess.CompletedProcess[str]":
    command = [sys.executable, "-m", "mapper", *arguments]
    return subprocess.run(command, capture_output=True, text=True, env=ENVIRONMENT, check=False)


def started(*arguments: str) -> "subprocess.Popen[bytes]":
    command = [sys.executable, "-m", "mapper", *arguments]
    return subprocess.Popen(command, stderr=subprocess.DEVNULL, env=ENVIRONMENT)


def features(location: Path) -> dict[str, Any]:
    done = mapper("--db", str(location), "export")
    assert done.returncode == 0, done.stderr
    found = json.loads(done.stdout)["features"]
    by_id = {feature["id"]: feature for feature in found}
    assert len(by_id) == len(found)
    return by_id


@pytest.fixture(scope="module")
def wanted(archive: Path) -> dict[str, Any]:
    """What one process of `mapper add` makes of the articles."""
    project = archive.parent / "one.db"
    mapper("--db", str(project), "add", str(archive))
    return features(project)


def _until(done: Callable[[], bool]) -> None:
    for _ in range(1200):
        if done():
            return
        time.sleep(0.05)
    pytest.fail("nothing came of it in a minute")


def _read_files(dataset: Path) -> list[Path]:
    return [path for path in dataset.glob("_work/read-*") if not path.name.endswith(".tmp")]


def arguments(archive: Path, cluster: Cluster, dataset: Path) -> Sequence[str]:
    inputs = str(archive / "*.jsonl")
    return ("bulk", inputs, "--scheduler", cluster.address, "-o", str(dataset))


def test_a_dataset_has_what_one_process_finds(
    archive: Path, cluster: Cluster, wanted: dict[str, Any], tmp_path: Path
) -> None:
    done = mapper(*arguments(archive, cluster, tmp_path / "dataset"))
    assert done.returncode == 1  # one article is refused
    assert "another article has this id" in done.stderr
    assert len(wanted) > 150
    assert sum(one["properties"]["date_basis"] == "inferred" for one in wanted.values()) > 0
    assert features(tmp_path / "dataset") == wanted
    assert not list((tmp_path / "dataset").glob("_work/*"))


def test_a_worker_that_is_killed_midway_loses_nothing(
    archive: Path, cluster: Cluster, wanted: dict[str, Any], tmp_path: Path
) -> None:
    dataset = tmp_path / "dataset"
    running = started(*arguments(archive, cluster, dataset))
    _until(lambda: len(_read_files(dataset)) >= 2)
    os.kill(cluster.pids()[0], signal.SIGKILL)
    assert len(_read_files(dataset)) < 8
    assert running.wait(300) == 1
    assert features(dataset) == wanted


def test_a_run_that_is_killed_is_gone_on_with(
    archive: Path, cluster: Cluster, wanted: dict[str, Any], tmp_path: Path
) -> None:
    dataset = tmp_path / "dataset"
    running = started(*arguments(archive, cluster, dataset))
    _until(lambda: len(_read_files(dataset)) >= 2)
    running.kill()
    running.wait(60)
    half = mapper("--db", str(dataset), "export")
    assert half.returncode == 1
    assert "is not finished; run the same `mapper bulk` again" in half.stderr
    assert mapper(*arguments(archive, cluster, dataset)).returncode == 1
    assert features(dataset) == wanted


def test_a_finished_dataset_is_left_as_it_is_and_other_inputs_are_refused(
    archive: Path, cluster: Cluster, tmp_path: Path
) -> None:
    dataset = tmp_path / "dataset"
    first = ("bulk", str(archive / "0.jsonl"), *arguments(archive, cluster, dataset)[2:])
    assert mapper(*first).returncode == 0
    before = {path.name: path.stat().st_mtime_ns for path in dataset.iterdir()}
    assert mapper(*first).returncode == 0
    assert {path.name: path.stat().st_mtime_ns for path in dataset.iterdir()} == before
    other = mapper(*arguments(archive, cluster, dataset))
    assert other.returncode == 1
    assert "was begun with other inputs" in other.stderr


def test_parquet_is_read_as_json_lines_are_and_others_read_what_is_written(
    archive: Path, cluster: Cluster, wanted: dict[str, Any], tmp_path: Path
) -> None:
    import pyarrow as pa
    import pyarrow.parquet as pq

    rows = [{"title": None, "source": None, "published": None, **entry} for entry in _entries()]
    pq.write_table(pa.Table.from_pylist(rows), tmp_path / "all.parquet", row_group_size=20)
    dataset = tmp_path / "dataset"
    inputs = str(tmp_path / "all.parquet")
    mapper("bulk", inputs, "--scheduler", cluster.address, "-o", str(dataset))
    assert features(dataset) == wanted
    parts = [geopandas.read_parquet(path) for path in sorted(dataset.glob("part-*.parquet"))]
    assert sum(len(part) for part in parts) == len(wanted)
    assert all("CRS84" in str(part.crs) for part in parts)
    rows_read: list[Any] = [row for part in parts for row in part.itertuples()]
    points = {
        row.id: (row.geometry.x, row.geometry.y)
        for row in rows_read
        if row.geometry is not None and row.geometry.geom_type == "Point"
    }
    assert len(points) > 50
    for ident, point in points.items():
        assert list(point) == wanted[ident]["geometry"]["coordinates"]


def test_the_map_is_drawn_from_a_dataset(archive: Path, cluster: Cluster, tmp_path: Path) -> None:
    dataset = tmp_path / "dataset"
    mapper("bulk", str(archive / "0.jsonl"), *arguments(archive, cluster, dataset)[2:])
    done = mapper("--db", str(dataset), "map", "-o", str(tmp_path / "map.html"))
    assert done.returncode == 0
    assert (tmp_path / "map.html").stat().st_size > 100_000


@pytest.mark.parametrize(
    ("make", "said"),
    [
        pytest.param(lambda p: ("no/*.jsonl", p / "d"), "There is no file", id="no input"),
        pytest.param(
            lambda p: (str(p / "a.txt"), p / "d"), "neither .jsonl nor .parquet", id="other input"
        ),
        pytest.param(lambda p: (str(p / "a.jsonl"), p), "holds other files", id="other folder"),
    ],
)
def test_what_cannot_be_done_is_said_in_a_line(
    cluster: Cluster, tmp_path: Path, make: Callable[[Path], tuple[str, Path]], said: str
) -> None:
    for name in ("a.txt", "a.jsonl"):
        (tmp_path / name).write_text('{"text": "x"}\n', "utf-8")
    inputs, target = make(tmp_path)
    done = mapper("bulk", inputs, "--scheduler", cluster.address, "-o", str(target))
    assert done.returncode == 1
    assert said in done.stderr
    assert len(done.stderr.splitlines()) == 1


def test_nobody_who_answers_is_said_in_a_line(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "x"}\n', "utf-8")
    inputs = str(tmp_path / "a.jsonl")
    done = mapper("bulk", inputs, "--scheduler", "tcp://127.0.0.1:1", "-o", str(tmp_path / "d"))
    assert done.returncode == 1
    assert "No Dask scheduler answers at 'tcp://127.0.0.1:1'" in done.stderr
    assert "Traceback" not in done.stderr

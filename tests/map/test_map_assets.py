"""The page's third-party files are the published ones, or none."""

import hashlib
from pathlib import Path

import pytest

from mapper.map import assets_build


def test_the_files_are_leaflets_own(tmp_path: Path) -> None:
    assets_build.build(tmp_path)
    found = {
        path.name: hashlib.sha256(path.read_bytes()).hexdigest()
        for path in (tmp_path / "assets").iterdir()
        if path.suffix in {".js", ".css"}
    }
    # Of dist/ in the npm package leaflet 1.9.3.
    assert found == {
        "leaflet.js": "5819285cec137b229c94e1ee5ad73e8b6b84345a4367d60f75fe477fe0fb7b03",
        "leaflet.css": "90b693d86392a4779c861b28cf307e7e59c3fb35328c4d8b95f58f814d38c722",
    }


def test_the_licence_stands_beside_them(tmp_path: Path) -> None:
    assets_build.build(tmp_path)
    licence = (tmp_path / "assets" / "leaflet-licence.txt").read_text(encoding="utf-8")
    assert "BSD 2-Clause License" in licence
    assert "Copyright (c) 2010-2022, Vladimir Agafonkin" in licence


def test_a_changed_file_is_refused_and_nothing_is_written(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = assets_build._module_source()
    changed = source.replace("Leaflet 1.9.3", "Leaflet 1.9.3 with something more")
    monkeypatch.setattr(assets_build, "_module_source", lambda: changed)
    with pytest.raises(assets_build.AssetError, match=r"leaflet\.js .* is not Leaflet's"):
        assets_build.build(tmp_path)
    assert list(tmp_path.iterdir()) == []


def test_another_version_is_refused(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets_build, "VERSION", "0.0.1")
    with pytest.raises(assets_build.AssetError, match=r"0\.0\.1 is the version reviewed"):
        assets_build.build(tmp_path)


def test_a_missing_package_is_named(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(assets_build, "DISTRIBUTION", "no-such-distribution")
    with pytest.raises(assets_build.AssetError, match="no-such-distribution"):
        assets_build.build(tmp_path)


def test_a_module_without_the_files_is_refused(
    monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setattr(assets_build, "_module_source", lambda: "_res = {}\n")
    with pytest.raises(assets_build.AssetError, match=r"does not carry leaflet\.css, leaflet\.js"):
        assets_build.build(tmp_path)

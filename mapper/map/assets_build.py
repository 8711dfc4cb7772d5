"""Puts the map page's third-party assets into the package; run when the wheel is built.

In: the installed distribution `folium-offline`, which carries Leaflet 1.9.3 (the version that
folium 0.20 asks for) as text inside its module `elements.py`. It is parsed, never imported.
Out: `leaflet.js`, `leaflet.css` and `leaflet-licence.txt`, byte for byte as Leaflet published them.
Wrong: `AssetError` when the distribution is missing or a file's SHA-256 is not Leaflet's own.

folium-offline changed Leaflet in three ways: the script got a function `_embedImg` with the marker
icons as data URLs, the style's image paths became data URLs, and the style's line ends became those
of Python. All are taken back here, and the result is compared with the hashes of the files in npm's
`leaflet@1.9.3`, so that what is in the page is Leaflet and nothing else. Only the standard library
is used: the build hook runs this before the package's dependencies are there.
"""

import ast
import hashlib
import importlib.metadata
import re
import sys
from pathlib import Path

DISTRIBUTION = "folium-offline"
VERSION = "0.20.0.2"
_MODULE = "offlinefolium/elements.py"
_CDN = "https://cdn.jsdelivr.net/npm/leaflet@1.9.3/dist/"

# SHA-256 of dist/leaflet.js and dist/leaflet.css in the npm package leaflet 1.9.3.
_SHA256 = {
    "leaflet.js": "5819285cec137b229c94e1ee5ad73e8b6b84345a4367d60f75fe477fe0fb7b03",
    "leaflet.css": "90b693d86392a4779c861b28cf307e7e59c3fb35328c4d8b95f58f814d38c722",
}
_LICENCE = Path(__file__).parent / "licences" / "leaflet.txt"
_DATA = Path(__file__).parent.parent / "data"


class AssetError(RuntimeError):
    """The assets cannot be had, or are not the ones that were reviewed."""


def build(target_dir: Path) -> None:
    """Write the page's assets into the package's data, replacing what is there.

    Parameters
    ----------
    target_dir
        The data folder (`mapper/data`); the files go into `assets` in it, made when missing.

    Raises
    ------
    AssetError
        When folium-offline is missing or of another version, or a hash differs; nothing is
        written then.
    """
    texts = _carried_texts(_module_source())
    files = {
        "leaflet.js": _without_embedded_icons(texts["leaflet.js"]),
        "leaflet.css": _with_image_paths(texts["leaflet.css"]),
    }
    contents = {name: text.encode() for name, text in files.items()}
    for name, content in contents.items():
        _check(name, content)
    contents["leaflet-licence.txt"] = _LICENCE.read_bytes()
    assets = target_dir / "assets"
    assets.mkdir(parents=True, exist_ok=True)
    for name, content in contents.items():
        (assets / name).write_bytes(content)


def _module_source() -> str:
    try:
        distribution = importlib.metadata.distribution(DISTRIBUTION)
    except importlib.metadata.PackageNotFoundError as error:
        msg = f"The map page's assets come from {DISTRIBUTION}=={VERSION}, which is not installed."
        raise AssetError(msg) from error
    if distribution.version != VERSION:
        msg = f"{DISTRIBUTION} is {distribution.version}, but {VERSION} is the version reviewed."
        raise AssetError(msg)
    return Path(str(distribution.locate_file(_MODULE))).read_text(encoding="utf-8")


def _carried_texts(source: str) -> dict[str, str]:
    """Return the texts that the module assigns as `_res[url] = '''...'''`, by file name."""
    texts: dict[str, str] = {}
    for node in ast.parse(source).body:
        match node:
            case ast.Assign(
                targets=[ast.Subscript(slice=ast.Constant(value=str(url)))],
                value=ast.Constant(value=str(text)),
            ) if url.startswith(_CDN):
                texts[url.removeprefix(_CDN)] = text
    missing = sorted(_SHA256.keys() - texts.keys())
    if missing:
        msg = f"{DISTRIBUTION} {VERSION} does not carry {', '.join(missing)}."
        raise AssetError(msg)
    return texts


def _without_embedded_icons(script: str) -> str:
    script = re.sub(r"_embedImg:function\(t\)\{[^{}]*\},", "", script, count=1)
    return script.replace("this._embedImg(t)", "t").strip()


def _with_image_paths(style: str) -> str:
    paths = iter(("images/layers.png", "images/layers-2x.png", "images/marker-icon.png"))
    style = re.sub(
        r"data:image/png;base64,[A-Za-z0-9+/=]*", lambda data: next(paths, data[0]), style
    )
    return (style.strip() + "\n").replace("\n", "\r\n")


def _check(name: str, content: bytes) -> None:
    found = hashlib.sha256(content).hexdigest()
    if found != _SHA256[name]:
        msg = f"{name} of {DISTRIBUTION} is not Leaflet's: SHA-256 {found}, not {_SHA256[name]}."
        raise AssetError(msg)


if __name__ == "__main__":
    build(Path(sys.argv[1]) if len(sys.argv) > 1 else _DATA)

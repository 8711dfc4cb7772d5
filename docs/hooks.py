"""What mkdocs does besides: pages from outside docs/, their links, and pages that nobody listed.

`mkdocs.yml` names this file. In go the repository's own documents, which stay where they are; out
come pages of the site. A link that leads nowhere is left as it is, and `--strict` then fails on it.
"""

import posixpath
import re
from pathlib import Path

from mkdocs.config.defaults import MkDocsConfig
from mkdocs.structure.files import File, Files
from mkdocs.structure.pages import Page

ROOT = Path(__file__).parents[1]
# Documents outside docs/, and which page of the site each becomes.
OUTSIDE = {
    "ARCHITECTURE.md": "project/architecture.md",
    "CONTRIBUTING.md": "project/contributing.md",
    "CHANGELOG.md": "project/changes.md",
    "benchmarks/README.md": "project/benchmarks.md",
    "gazetteer/SOURCES.md": "project/places.md",
    "mapper/lexicon/README.md": "project/lexicon-files.md",
    "tests/quality/README.md": "project/quality-sets.md",
}
# Pages of the site by their place in the repository. The home page says what README.md says.
PAGES = {**OUTSIDE, "README.md": "index.md"}
SOURCES = {site: source for source, site in OUTSIDE.items()}
GUIDES = "Guides"

_LINK = re.compile(r"\]\((?!\w+:|#|/)([^)#\s]+)([^)\s]*)\)")
# GitHub drops the backslash before a bar in the code of a table's cell, Python-Markdown keeps it.
_CELL = re.compile(r"<td.*?</td>", re.DOTALL)
_CODE = re.compile(r"<code>[^<]*</code>")
_OPTION = re.compile(r"(?<![\w-])--?[a-z][a-z-]*")


def on_files(files: Files, config: MkDocsConfig) -> Files:
    """Add the pages from outside docs/, and list those that the navigation does not name."""
    for source, site in OUTSIDE.items():
        content = (ROOT / source).read_text("utf-8")
        files.append(File.generated(config, site, content=content))
    nav = config.nav or []
    named = set(_names(nav))
    pages = sorted(file.src_uri for file in files.documentation_pages())
    _guides(nav).extend(page for page in pages if page not in named)
    return files


def on_page_markdown(markdown: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Turn links between documents of the repository into links between pages of the site."""
    here = page.file.src_uri
    source = SOURCES.get(here, posixpath.join("docs", here))

    def turned(link: re.Match[str]) -> str:
        target = posixpath.normpath(posixpath.join(posixpath.dirname(source), link[1]))
        site = PAGES.get(target, posixpath.relpath(target, "docs"))
        if files.get_file_from_path(site) is None:
            return link[0]
        return f"]({posixpath.relpath(site, posixpath.dirname(here))}{link[2]})"

    return _LINK.sub(turned, markdown)


def on_page_content(html: str, page: Page, config: MkDocsConfig, files: Files) -> str:
    """Show a bar in the code of a table's cell as it is meant, and keep options in one line."""
    html = _CELL.sub(lambda cell: cell[0].replace("\\|", "|"), html)
    return _CODE.sub(lambda code: _OPTION.sub(r'<span class="option">\g<0></span>', code[0]), html)


def _names(nav: object) -> list[str]:
    """Give the pages that a navigation names, in its order."""
    if isinstance(nav, dict):
        return [name for part in nav.values() for name in _names(part)]
    if isinstance(nav, list):
        return [name for part in nav for name in _names(part)]
    return [str(nav)]


def _guides(nav: list[dict[str, list[str]]]) -> list[str]:
    """Give the list of the guides in a navigation."""
    return next(part[GUIDES] for part in nav if GUIDES in part)

"""News reports as incidents on a map.

`Geoparser().parse(text)` finds and resolves place names; `extract(article)` gives the events of one
article. Everything is imported when it is first asked for, so that `import mapper` costs nothing.
"""

import importlib
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from mapper.article.model import Article
    from mapper.errors import (
        ArticleError,
        GazetteerError,
        LexiconError,
        MapperError,
        OutputError,
        StoreError,
    )
    from mapper.gazetteer import Gazetteer, Place
    from mapper.geoparser import Geoparser
    from mapper.incident.model import Incident
    from mapper.pipeline import extract
    from mapper.report.model import Extraction, Report
    from mapper.toponym.model import Toponym

__version__ = "0.1.0"

_HOMES = {
    "Article": "mapper.article.model",
    "ArticleError": "mapper.errors",
    "Extraction": "mapper.report.model",
    "Gazetteer": "mapper.gazetteer",
    "GazetteerError": "mapper.errors",
    "Geoparser": "mapper.geoparser",
    "Incident": "mapper.incident.model",
    "LexiconError": "mapper.errors",
    "MapperError": "mapper.errors",
    "OutputError": "mapper.errors",
    "Place": "mapper.gazetteer",
    "Report": "mapper.report.model",
    "StoreError": "mapper.errors",
    "Toponym": "mapper.toponym.model",
    "extract": "mapper.pipeline",
}

__all__ = [
    "Article",
    "ArticleError",
    "Extraction",
    "Gazetteer",
    "GazetteerError",
    "Geoparser",
    "Incident",
    "LexiconError",
    "MapperError",
    "OutputError",
    "Place",
    "Report",
    "StoreError",
    "Toponym",
    "__version__",
    "extract",
]


def __getattr__(name: str) -> Any:
    home = _HOMES.get(name)
    if home is None:
        msg = f"module {__name__!r} has no attribute {name!r}"
        raise AttributeError(msg)
    value = getattr(importlib.import_module(home), name)
    globals()[name] = value
    return value


def __dir__() -> list[str]:
    return sorted(__all__)

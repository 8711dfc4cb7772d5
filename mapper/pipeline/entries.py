"""Articles that were read, made ready for the project file.

In: an article and what was extracted from it. Out: an `Entry`. Nothing can go wrong.
"""

from typing import TYPE_CHECKING

from mapper.article.model import Article
from mapper.lexicon import Lexicon
from mapper.report.model import Extraction

if TYPE_CHECKING:
    from mapper.store import Entry


def entry_of(article: Article, extraction: Extraction, lexicon: Lexicon | None) -> "Entry":
    """Give an article as the project file takes it; `lexicon` is what it was read with."""
    from mapper.incident import block_keys
    from mapper.store import Entry

    return Entry(
        article=article,
        extraction=extraction,
        keys=tuple(block_keys(report, lexicon) for report in extraction.reports),
        undated=article.published is None,
        lexicon=lexicon,
    )

"""Reports: what one article tells of one happening.

In: an article. Out: an `Extraction`. The steps, in order: `sentence` (words and marks);
`evidence`, `reality`, `people`, `harm`, `roles`, `places`, `locations`, `times`, `speakers`,
`weapons`, `swaps`, `targets` (what a sentence says); `governing`, `sharing`, `events` (the events
of a sentence); `overview`, `where`, `when`, `telling`, `scene`, `discourse` (the article);
`unknown` (what a geocoder could tell). Nothing can go wrong with a text; a gazetteer or lexicon
that cannot be read raises where it is loaded.
"""

import dataclasses
import datetime as dt
from typing import TYPE_CHECKING

from mapper.article.model import Article
from mapper.dating import (
    covered_period,
    find_dates,
    resolve_article_date,
    weekdays_within,
)
from mapper.lexicon import Lexicon, load_lexicon
from mapper.report.discourse import read_article
from mapper.report.model import Count, Extraction, Location, Report, SetAside, Weapon
from mapper.report.unknown import unknown_names
from mapper.text.language import is_english

if TYPE_CHECKING:
    from mapper.geoparser import Geoparser

__all__ = ["Count", "Extraction", "Location", "Report", "SetAside", "Weapon", "extract"]


def extract(
    article: Article,
    *,
    geoparser: "Geoparser",
    lexicon: Lexicon | None = None,
    published: dt.date | None = None,
) -> Extraction:
    """Read the reports out of an article.

    Parameters
    ----------
    published
        The day of publication when it was found elsewhere (by inference); the article's own else.

    Returns
    -------
    Extraction
        Nothing is taken from a text that is not English.
    """
    if not is_english(article.text):
        return Extraction(article_id=article.id)
    day = published or resolve_article_date(article)[0]
    dates = find_dates(article.text, published=day)
    spell = covered_period(article.title, article.text, dates, day)
    if spell is not None:
        dates = weekdays_within(dates, spell)
    parsed = geoparser.read(article.text)
    extraction = read_article(
        article,
        parsed.toponyms,
        dates,
        gazetteer=geoparser.gazetteer,
        lexicon=lexicon or load_lexicon(),
        published=day,
        spell=spell,
    )
    names = unknown_names(article.text, parsed.unknown, extraction.reports)
    return dataclasses.replace(extraction, unknown_names=names)

"""Reports known again after articles were read anew.

In: anchors, and the reports that there are now. Out: for each anchor the report that it means, or
none. Nothing can go wrong; the order of reports makes no difference. An anchor that finds nothing
is kept: its report may come back.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence

from mapper.correction.model import Anchor
from mapper.report.model import Report

# Of the words of two quotes, this share must be the same when they stand at different places (the
# text was corrected) or at the same (the sentence is cut otherwise, or a word in it was corrected).
_ALIKE_ELSEWHERE = 0.6
_ALIKE_HERE = 0.5
# Quotes are a sentence or two; what a hostile text makes longer is compared by its beginning.
_MOST_WORDS = 400


def anchor_of(report: Report, others: Iterable[Report]) -> Anchor:
    """Describe a report so that it is known again; `others` are all reports of its article."""
    alone = not any(one.id != report.id and _overlap(one, report) > 0 for one in others)
    return Anchor(
        report_id=report.id,
        article_id=report.article_id,
        start=report.start,
        end=report.end,
        quote=report.quote,
        event_type=report.event_type,
        place_id=_place_id(report),
        alone=alone,
    )


def anchors_of(reports: Sequence[Report], others: Iterable[Report]) -> tuple[Anchor, ...]:
    """Describe reports, in their order; `others` are all reports of their articles."""
    by_article = _by_article(others)
    return tuple(anchor_of(one, by_article.get(one.article_id, ())) for one in reports)


def resolve(anchors: Iterable[Anchor], reports: Iterable[Report]) -> dict[Anchor, str]:
    """Find the report that each anchor means, by its id; those that mean none are left out.

    `reports` must hold all reports of the articles that the anchors name.
    """
    by_article = _by_article(reports)
    found: dict[Anchor, str] = {}
    for anchor in dict.fromkeys(anchors):
        report = _meant(anchor, by_article.get(anchor.article_id, ()))
        if report is not None:
            found[anchor] = report.id
    return found


def _meant(anchor: Anchor, reports: Sequence[Report]) -> Report | None:
    """Choose among the reports of an article.

    One of the same words must be of the same place too where several stand in these words: a strike
    on two cities is told in one sentence, and what was said of the one must not go to the other.
    """
    alike = [one for one in reports if _same_words(anchor, one)]
    placed = [one for one in alike if _place_id(one) == anchor.place_id]
    if not placed:
        (only,) = alike if len(alike) == 1 else (None,)
        return only if anchor.alone else None
    return min(
        placed,
        key=lambda one: (
            one.event_type != anchor.event_type,
            -_overlap(anchor, one),
            one.id != anchor.report_id,
            abs(one.start - anchor.start),
            one.id,
        ),
    )


def _same_words(anchor: Anchor, report: Report) -> bool:
    if anchor.quote == report.quote:
        return True
    mine, theirs = _words(anchor.quote), _words(report.quote)
    common = (mine & theirs).total()
    if _overlap(anchor, report) > 0:
        return common >= _ALIKE_HERE * min(mine.total(), theirs.total())
    return 2 * common >= _ALIKE_ELSEWHERE * (mine.total() + theirs.total()) > 0


def _words(quote: str) -> Counter[str]:
    return Counter(quote.casefold().split(maxsplit=_MOST_WORDS)[:_MOST_WORDS])


def _overlap(one: Anchor | Report, other: Anchor | Report) -> int:
    """Code points that two spans share; 0 or less when they do not meet."""
    return min(one.end, other.end) - max(one.start, other.start)


def _place_id(report: Report) -> str | None:
    return None if report.location.place is None else report.location.place.id


def _by_article(reports: Iterable[Report]) -> Mapping[str, Sequence[Report]]:
    found: dict[str, list[Report]] = {}
    for report in reports:
        found.setdefault(report.article_id, []).append(report)
    return found

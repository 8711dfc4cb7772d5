"""A doubtful incident as `mapper review` shows it: for people, as a row, as JSON."""

from collections.abc import Mapping, Sequence
from typing import TYPE_CHECKING, Any

from mapper.cli.terminal import one_line

if TYPE_CHECKING:
    from mapper.article.model import Article
    from mapper.correction.doubt import Doubtful
    from mapper.incident.model import Incident

# Words of so many reports are shown on a card; `mapper incidents show` has all.
_MOST_QUOTES = 6

HEADS = ("id", "date", "type", "place", "confidence", "doubts", "same as", "words")


def card(
    one: "Doubtful",
    titles: Mapping[str, str],
    articles: "Mapping[str, Article]",
    twins: "Sequence[Incident]" = (),
) -> str:
    """Write an incident with its doubts and its words, over several lines.

    `twins` are incidents that may be the same.
    """
    from mapper.cli.wording import date_words, harm_words, numbers_of, place_words

    incident = one.incident
    lines = [
        f"{incident.id}  {incident.title}",
        f"  {incident.event_type}, {date_words(incident.date)}, {place_words(incident.location)}",
    ]
    harm = harm_words(incident)
    lines += [f"  {harm}"] if harm else []
    lines += [f"  ? {words}" for words in reasons(one, titles)]
    for report in incident.reports[:_MOST_QUOTES]:
        about = _about(articles.get(report.article_id)) or report.article_id
        lines.append(f"  {report.id}: {about}")
        lines.append(f"    “{one_line(report.quote)}”")
        lines += [f"    {words}" for words in numbers_of(report)]
    rest = len(incident.reports) - _MOST_QUOTES
    lines += [f"  and {rest} more reports"] if rest > 0 else []
    lines += [line for twin in twins for line in _twin(twin)]
    indents = [len(line) - len(line.lstrip()) for line in lines]
    return "\n".join(
        " " * indent + one_line(line) for indent, line in zip(indents, lines, strict=True)
    )


def _twin(incident: "Incident") -> list[str]:
    """Tell enough of an incident to see whether it is the same as another one."""
    from mapper.cli.wording import date_words, harm_words, place_words

    told = [date_words(incident.date), place_words(incident.location), harm_words(incident)]
    return [
        f"  the same as {incident.id}  {incident.title}?",
        f"    {', '.join(filter(None, told))}",
        f"    “{one_line(incident.reports[0].quote)}”",
    ]


def _about(article: "Article | None") -> str:
    if article is None:
        return ""
    told = (article.title or article.origin, article.source, article.published)
    return ", ".join(str(part) for part in told if part)


def reasons(one: "Doubtful", titles: Mapping[str, str]) -> list[str]:
    """Say why an incident is doubtful; `titles` has those of its twins by their ids."""
    from mapper.correction.doubt import Doubt

    incident = one.incident
    twins = ", ".join(f"{twin} ({titles.get(twin, '')})" for twin in one.twins)
    words = {
        Doubt.PLACE: f"no place: {incident.location.how}",
        Doubt.CONFIDENCE: f"little confidence: {incident.confidence:.2f}",
        Doubt.DISPUTED: f"disputed: {', '.join(incident.disputes)}",
        Doubt.DUPLICATE: f"may be the same as {twins}",
    }
    return [words[doubt] for doubt in one.doubts]


def row(one: "Doubtful", titles: Mapping[str, str]) -> list[object]:
    """Give the cells of an incident under `HEADS`; `titles` as in `reasons`."""
    from mapper.cli.wording import date_words, place_words

    incident = one.incident
    return [
        incident.id,
        date_words(incident.date),
        incident.event_type,
        place_words(incident.location),
        incident.confidence,
        ", ".join(doubt.value for doubt in one.doubts),
        _likeliest(one.twins, titles),
        incident.reports[0].quote,
    ]


def _likeliest(twins: Sequence[str], titles: Mapping[str, str]) -> str:
    """Name the first of some incidents, and how many more there are."""
    if not twins:
        return ""
    more = f" and {len(twins) - 1} more" if len(twins) > 1 else ""
    return f"{twins[0]}{more}: {titles.get(twins[0], '')}"


def as_json(one: "Doubtful", titles: Mapping[str, str]) -> dict[str, Any]:
    """Give an incident with its doubts and its words as JSON values."""
    incident = one.incident
    place, first = incident.location.place, incident.date.first
    return {
        "id": incident.id,
        "title": incident.title,
        "event_type": incident.event_type,
        "date": None if first is None else first.isoformat(),
        "place": None if place is None else place.name,
        "confidence": incident.confidence,
        "doubts": [doubt.value for doubt in one.doubts],
        "why": reasons(one, titles),
        "twins": list(one.twins),
        "reports": [
            {
                "id": report.id,
                "article": report.article_id,
                "start": report.start,
                "end": report.end,
                "quote": report.quote,
            }
            for report in incident.reports
        ],
    }

"""Incidents as GeoJSON features (contract, section 2).

In: incidents, and the articles that their reports stand in. Out: plain JSON values, WGS 84 with
longitude first, always the same for the same input. An incident without a place has no geometry.
"""

import dataclasses
from collections.abc import Iterable, Mapping
from typing import Any

from mapper.article.model import Article
from mapper.export.antimeridian import box_of_geometry
from mapper.export.geometry import geometry_of, representative
from mapper.incident.model import Incident, Link, Range
from mapper.report.model import Count, Report, Weapon

GENERATOR = "incident-mapper"


def feature_collection(
    incidents: Iterable[Incident],
    articles: Mapping[str, Article],
    *,
    layers: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, Any]:
    """Give a GeoJSON FeatureCollection of incidents, in their order.

    `articles` must hold every article that a report names, by id; its texts are not looked at.
    """
    return collection_of((feature(incident, articles) for incident in incidents), layers=layers)


def collection_of(
    features: Iterable[Mapping[str, Any]],
    *,
    layers: Mapping[str, Mapping[str, str]] | None = None,
) -> dict[str, Any]:
    """Give a GeoJSON FeatureCollection of features.

    `layers` tells the words, colour and shape of each `event_type`, where they are not those of
    war; RFC 7946 lets a collection have members of its own.
    """
    told = {} if layers is None else {"layers": {name: dict(one) for name, one in layers.items()}}
    return {
        "type": "FeatureCollection",
        "generator": GENERATOR,
        **told,
        "features": list(features),
    }


def feature(incident: Incident, articles: Mapping[str, Article]) -> dict[str, Any]:
    """Give one incident as a GeoJSON Feature; with a box where it is no point."""
    place = incident.location.place
    geometry = None if place is None else geometry_of(place)
    return {
        "type": "Feature",
        "id": incident.id,
        **_box(geometry),
        "geometry": geometry,
        "properties": _properties(incident, articles),
    }


def _box(geometry: dict[str, Any] | None) -> dict[str, Any]:
    if geometry is None or geometry["type"] == "Point":
        return {}
    return {"bbox": list(box_of_geometry(geometry))}


def _properties(incident: Incident, articles: Mapping[str, Article]) -> dict[str, Any]:
    links = {link.report_id: link for link in incident.links}
    copies = dict(incident.copies)
    return {
        "event_type": incident.event_type,
        "sub_type": incident.sub_type,
        "title": incident.title,
        **_when(incident),
        **_where(incident),
        "initiator": incident.initiator,
        "target": incident.target,
        "weapons": [_weapon(weapon) for weapon in incident.weapons],
        "killed": _range(incident.killed),
        "injured": _range(incident.injured),
        "prisoners": dict(incident.prisoners),
        "disputed": incident.disputed,
        "disputes": list(incident.disputes),
        "parent": incident.parent,
        "status": incident.status,
        "edited": list(incident.edited),
        "confidence": round(incident.confidence, 3),
        "sources": [
            _source(report, articles[report.article_id], links.get(report.id))
            | {"copy_of": copies.get(report.article_id)}
            for report in incident.reports
        ],
    }


def _when(incident: Incident) -> dict[str, Any]:
    date = incident.date
    return {
        "date": None if date.first is None else date.first.isoformat(),
        "end_date": None if date.last is None else date.last.isoformat(),
        "date_precision": date.precision.value,
        "date_basis": date.basis.value,
    }


def _where(incident: Incident) -> dict[str, Any]:
    location, place = incident.location, incident.location.place
    lat, lon = (None, None) if place is None else representative(place)
    return {
        "place": None if place is None else place.name,
        "place_id": None if place is None else place.id,
        "country": None if place is None else place.country,
        "admin1": None if place is None else place.admin1,
        "admin2": None if place is None else place.admin2,
        "lat": lat,
        "lon": lon,
        "geo_precision": location.precision,
        "approximate": place is not None and place.approximate,
    }


def _source(report: Report, article: Article, link: Link | None) -> dict[str, Any]:
    return {
        "report": report.id,
        "article": article.id,
        "title": article.title,
        "source": article.source,
        "url": article.url,
        "published": None if article.published is None else article.published.isoformat(),
        "published_basis": article.published_basis,
        "quote": report.quote,
        "start": report.start,
        "end": report.end,
        "attributed_to": report.attributed_to,
        "killed": _count(report.killed),
        "injured": _count(report.injured),
        "prisoners": dict(report.prisoners),
        "weapons": [_weapon(weapon) for weapon in report.weapons],
        "place_how": report.location.how,
        "date_how": report.date_how,
        "joined_because": [] if link is None else list(link.reasons),
    }


def _range(numbers: Range) -> dict[str, int | None]:
    return {"low": numbers.low, "best": numbers.best, "high": numbers.high}


def _count(count: Count | None) -> dict[str, Any] | None:
    """Give a report's own number; None when the report says nothing of it."""
    if count is None:
        return None
    return {
        "low": count.low,
        "best": count.best,
        "high": count.high,
        "word": count.word,
        "attributed_to": count.speaker,
    }


def _weapon(weapon: Weapon) -> dict[str, Any]:
    return dataclasses.asdict(weapon)

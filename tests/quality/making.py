"""Rows of gold.json, for the `make.py` of the sets; what they mean is in README.md."""

from typing import Any


def day(text: str, last: int | None = None) -> list[str]:
    """Give the first and the last day that are right; `last` is a day of the same month."""
    return [text, text if last is None else f"{text[:8]}{last:02}"]


def inc(
    ident: str,
    event_type: str | list[str],
    date: list[str],
    place: str,
    lat: float,
    lon: float,
    tol: float,
    levels: list[str],
    numbers: dict[str, Any] | None = None,
    sources: int | None = None,
    **more: Any,
) -> dict[str, Any]:
    """Make the row of an incident that must be found; `tol` in kilometres."""
    row: dict[str, Any] = {
        "id": ident,
        "event_type": event_type,
        "date": date,
        "place": place,
        "lat": lat,
        "lon": lon,
        "tolerance_km": tol,
        "geo_precision": levels,
        **more,
    }
    if numbers:
        row["numbers"] = numbers
    if sources:
        row["sources"] = sources
    return row


def no(
    place: str,
    lat: float,
    lon: float,
    tol: float,
    why: str,
    event_type: str | list[str] = "*",
    date: list[str] | None = None,
) -> dict[str, Any]:
    """Make the row of what must not be shown; `tol` in kilometres."""
    row: dict[str, Any] = {
        "event_type": event_type,
        "place": place,
        "lat": lat,
        "lon": lon,
        "tolerance_km": tol,
        "why": why,
    }
    if date:
        row["date"] = date
    return row


def hurt(killed: int | None = None, injured: int | None = None) -> dict[str, int]:
    """Make the numbers of an incident, without those that are not told."""
    return {k: v for k, v in (("killed", killed), ("injured", injured)) if v is not None}

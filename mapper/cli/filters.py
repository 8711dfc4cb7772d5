"""The options by which `export`, `map` and `incidents list` choose incidents: one set for all."""

import math
from collections.abc import Callable, Iterable, Mapping
from typing import TYPE_CHECKING, Any, TypeVar

import click

if TYPE_CHECKING:
    from mapper.selection import Selection

_Command = TypeVar("_Command", bound=Callable[..., Any])
STATUSES = ("extracted", "confirmed", "edited", "rejected")
_DAY = click.DateTime(["%Y-%m-%d"])


def _names(ctx: click.Context, param: click.Parameter, value: tuple[str, ...]) -> tuple[str, ...]:
    """Read names with commas between them, from an option that may stand several times."""
    del ctx, param
    parts = (part.strip() for one in value for part in one.split(","))
    return tuple(dict.fromkeys(part for part in parts if part))


def _countries(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    codes = tuple(code.upper() for code in _names(ctx, param, value))
    for code in codes:
        if not (len(code) == 2 and code.isascii() and code.isalpha()):
            msg = f"{code!r} is no ISO 3166-1 alpha-2 code; write UA for Ukraine."
            raise click.BadParameter(msg)
    return codes


def _known_statuses(
    ctx: click.Context, param: click.Parameter, value: tuple[str, ...]
) -> tuple[str, ...]:
    names = _names(ctx, param, value)
    for name in names:
        if name not in STATUSES:
            msg = f"{name!r} is no status; known are {', '.join(STATUSES)}."
            raise click.BadParameter(msg)
    return names


def _bounds(
    ctx: click.Context, param: click.Parameter, value: str | None
) -> tuple[float, float, float, float] | None:
    """Read `W,S,E,N` in degrees."""
    del ctx, param
    if value is None:
        return None
    try:
        west, south, east, north = (float(part) for part in value.split(","))
    except ValueError as error:
        msg = f"{value!r} is not four numbers: west,south,east,north in degrees."
        raise click.BadParameter(msg) from error
    if not (-90 <= south <= north <= 90 and abs(west) <= 180 and abs(east) <= 180):
        msg = f"{value!r} is no box on earth: west,south,east,north, south below north."
        raise click.BadParameter(msg)
    return west, south, east, north


def _share(ctx: click.Context, param: click.Parameter, value: float) -> float:
    del ctx, param
    if not (math.isfinite(value) and 0.0 <= value <= 1.0):
        msg = f"{value!r} is not from 0 to 1."
        raise click.BadParameter(msg)
    return value


_OPTIONS = (
    click.option(
        *("--type", "--layers", "types"),
        metavar="LIST",
        multiple=True,
        callback=_names,
        help="Only these event types, or type/sub-type, with commas between: strike/drone,talks.",
    ),
    click.option("--from", "first", type=_DAY, metavar="DAY", help="First day, YYYY-MM-DD."),
    click.option("--to", "last", type=_DAY, metavar="DAY", help="Last day; the undated stay."),
    click.option("--dated", is_flag=True, help="Leave out what has no date."),
    click.option(
        "--bbox", "bounds", metavar="W,S,E,N", callback=_bounds, help="Only what meets this box."
    ),
    click.option(
        "--country",
        "countries",
        metavar="LIST",
        multiple=True,
        callback=_countries,
        help="Only in these countries, by two-letter codes: UA,RU.",
    ),
    click.option(
        "--min-confidence",
        metavar="NUMBER",
        type=float,
        default=0.0,
        callback=_share,
        help="Only from this confidence on, 0 to 1.",
    ),
    click.option(
        "--status",
        "statuses",
        metavar="LIST",
        multiple=True,
        callback=_known_statuses,
        help=f"Only {', '.join(STATUSES)}.",
    ),
)


def filter_options(command: _Command) -> _Command:
    """Give a command the options that choose incidents."""
    for option in reversed(_OPTIONS):
        command = option(command)
    return command


def selection_of(options: Mapping[str, Any]) -> "Selection":
    """Give what the options choose.

    Raises
    ------
    click.UsageError
        When the period ends before it begins.
    """
    from mapper.selection import Selection

    days = {name: options[name] and options[name].date() for name in ("first", "last")}
    if days["first"] and days["last"] and days["first"] > days["last"]:
        msg = f"--from {days['first']} is after --to {days['last']}; no day lies between."
        raise click.UsageError(msg)
    others = ("types", "dated", "bounds", "countries", "min_confidence", "statuses")
    return Selection(**days, **{name: options[name] for name in others})


def check_types(selection: "Selection", known: Iterable[str]) -> None:
    """Refuse a type that no lexicon of the project declares: it is misspelt, not without incidents.

    Raises
    ------
    click.UsageError
        When there is one.
    """
    import difflib

    names = sorted(known)
    for wanted in selection.types:
        name = wanted.partition("/")[0]
        if name not in names:
            near = difflib.get_close_matches(name, names, n=1)
            meant = f" (did you mean {near[0]!r}?)" if near else ""
            msg = f"No event is of type {name!r}{meant}; this project knows {', '.join(names)}."
            raise click.UsageError(msg)

"""Reading lexicon files.

In: the name of a bundled lexicon, or a TOML file as `mapper/lexicon/README.md` describes it. Out: a
`Lexicon`. A file that is broken, lacks a table or has an entry of the wrong shape raises
`LexiconError`, which names the file, the table and the key, and says what is allowed.
"""

import functools
import json
import tomllib
from collections.abc import Sequence
from importlib import resources
from pathlib import Path
from typing import Any

from mapper.errors import LexiconError
from mapper.lexicon.build import build
from mapper.lexicon.check import wrong_in_file, wrong_in_whole
from mapper.lexicon.merge import merge
from mapper.lexicon.model import Lexicon
from mapper.lexicon.schema import nearest

# Twenty times the lexicon of war; larger is a mistake, and reading TOML takes its time.
MAX_BYTES = 1_000_000
BUNDLED = ("war", "gun_violence")
# For extension only: it has words and no types.
_BASES = ("common", *BUNDLED)
# A lexicon of a lexicon of a lexicon; longer chains are loops or worse.
_MOST_EXTENDED = 5


def load_lexicon(chosen: Path | str | None = None) -> Lexicon:
    """Read the lexicon in a file, or a bundled one by its name; None is that of war.

    Raises
    ------
    LexiconError
        When the file cannot be read or is no lexicon.
    """
    return load_lexicons(() if chosen is None else (chosen,))


def load_lexicons(chosen: Sequence[Path | str]) -> Lexicon:
    """Read several lexicons as one, each laid over those before it; none is that of war.

    Raises
    ------
    LexiconError
        When one cannot be read, is no lexicon, or they do not fit together.
    """
    names = tuple(str(one) for one in chosen) or (BUNDLED[0],)
    return _loaded.__wrapped__(names) if any(map(_is_file, names)) else _loaded(names)


def parse_lexicon(text: str, origin: str = "<text>") -> Lexicon:
    """Read the lexicon that a TOML text describes.

    Raises
    ------
    LexiconError
        When it is not TOML, lacks a table or has an entry of the wrong shape.
    """
    return _built(_with_base(_parsed(text, origin), origin, ()), origin)


def restore_lexicon(source: str, origin: str) -> Lexicon:
    """Read the `source` of a lexicon, as a project file keeps it.

    Raises
    ------
    LexiconError
        When it is none that this version of the program reads.
    """
    try:
        data = json.loads(source)
    except ValueError as error:
        msg = f"Lexicon {origin!r} is damaged: {error}"
        raise LexiconError(msg) from error
    if not isinstance(data, dict):
        msg = f"Lexicon {origin!r} is damaged: it holds no tables."
        raise LexiconError(msg)
    _refuse(origin, wrong_in_file(data))
    return _built(data, origin)


def problems_of(chosen: Path | str) -> list[str]:
    """List all that is wrong with a file or bundled lexicon; empty when nothing is.

    Raises
    ------
    LexiconError
        When it cannot be read at all, or what it extends is no lexicon.
    """
    text, origin = _text_of(str(chosen))
    data = _toml(text, origin)
    found = wrong_in_file(data)
    return found or wrong_in_whole(_named(_with_base(data, origin, ()), origin))


# The bundled ones, which do not change while the program runs; files of users may.
@functools.lru_cache(maxsize=8)
def _loaded(chosen: tuple[str, ...]) -> Lexicon:
    data: dict[str, Any] = {}
    for one in chosen:
        data = merge(data, _whole(one, ()))
    if len(chosen) > 1:
        data["name"] = " + ".join(chosen)
    return _built(data, " + ".join(chosen), () if any(map(_is_file, chosen)) else chosen)


def _whole(chosen: str, seen: tuple[str, ...]) -> dict[str, Any]:
    """Give the tables of a file with all that it extends."""
    text, origin = _text_of(chosen)
    return _named(_with_base(_parsed(text, origin), origin, seen), origin)


def _with_base(data: dict[str, Any], origin: str, seen: tuple[str, ...]) -> dict[str, Any]:
    base = data.get("extends")
    if base is None:
        return merge({}, data)
    chain = (*seen, origin)
    if len(chain) > _MOST_EXTENDED:
        msg = f"Lexicon {chain[0]!r} extends {' which extends '.join(map(repr, chain[1:]))}, ..."
        raise LexiconError(f"{msg} at most {_MOST_EXTENDED} are read; does one extend itself?")
    if _is_file(base) and not Path(base).is_absolute():
        base = str(Path(origin).parent / base)
    return merge(_whole(base, chain), data)


def _text_of(chosen: str) -> tuple[str, str]:
    """Give the text of a bundled lexicon or a file, and what to call it in messages."""
    if not _is_file(chosen):
        if chosen not in _BASES:
            msg = (
                f"There is no bundled lexicon {chosen!r}{nearest(chosen, _BASES)}; bundled are "
                f"{', '.join(_BASES)}, and the name of a file ends in .toml."
            )
            raise LexiconError(msg)
        file = resources.files("mapper.lexicon").joinpath(f"{chosen}.toml")
        return file.read_text("utf-8"), f"{chosen}.toml"
    return _file_text(Path(chosen)), chosen


def _is_file(chosen: str) -> bool:
    return chosen.endswith(".toml") or "/" in chosen or "\\" in chosen


def _file_text(path: Path) -> str:
    try:
        with path.open("rb") as handle:
            raw = handle.read(MAX_BYTES + 1)
    except (OSError, ValueError) as error:
        msg = f"Cannot read lexicon {str(path)!r}: {error}"
        raise LexiconError(msg) from error
    if len(raw) > MAX_BYTES:
        msg = f"Lexicon {str(path)!r} is larger than {MAX_BYTES:,} bytes; is it a lexicon at all?"
        raise LexiconError(msg)
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError as error:
        msg = f"Cannot read lexicon {str(path)!r}: {error}"
        raise LexiconError(msg) from error


def _parsed(text: str, origin: str) -> dict[str, Any]:
    data = _toml(text, origin)
    _refuse(origin, wrong_in_file(data))
    return data


def _toml(text: str, origin: str) -> dict[str, Any]:
    try:
        return tomllib.loads(text)
    except tomllib.TOMLDecodeError as error:
        msg = f"Lexicon {origin!r} is not TOML: {error}"
        raise LexiconError(msg) from error
    except RecursionError as error:
        msg = f"Lexicon {origin!r} is nested too deeply for a lexicon."
        raise LexiconError(msg) from error


def _named(data: dict[str, Any], origin: str) -> dict[str, Any]:
    data.setdefault("name", Path(origin).name)
    return data


def _built(data: dict[str, Any], origin: str, bundled: tuple[str, ...] = ()) -> Lexicon:
    _refuse(origin, wrong_in_whole(data))
    return build(_named(data, origin), bundled)


def _refuse(origin: str, wrong: list[str]) -> None:
    """Raise the first of what is wrong.

    Raises
    ------
    LexiconError
        When there is something.
    """
    if not wrong:
        return
    rest = len(wrong) - 1
    more = f" (and {rest} more; `mapper lexicon check` lists them)" if rest else ""
    msg = f"Lexicon {origin!r}: {wrong[0]}{more}."
    raise LexiconError(msg)

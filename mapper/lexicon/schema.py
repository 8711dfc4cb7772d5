"""What may stand in a lexicon file: tables, their keys, and what a value must be.

In: a value of the file. Out: None when it is right, else what is wrong with it, for people. Nothing
can go wrong; `check` walks through a file with these.
"""

import re
from collections.abc import Callable, Mapping

from mapper.lexicon.layers import SHAPES

# What a trigger may want around it; the tests are in `mapper/report/evidence.py`.
NEEDS = (
    *("nothing", "evidence", "weapon", "armed"),
    *("airborne", "fighters", "prisoners", "delegates"),
)
# What may tell of an event without a word for it.
UNNAMED = ("weapon", "small_arms", "harm")
# What a title may hold; a pattern whose values are not all known is passed over.
TITLE_VALUES = ("label", "target", "killed", "injured")

# Longer than any phrase that a report repeats; a sentence pasted by mistake is found by it.
_MOST_LETTERS = 120
_TEXT_LETTERS = 80
# Signs of regular expressions and globs, which a lexicon does not read.
_PATTERN_SIGNS = re.compile(r"[\\*\[\]{}()|^$+?<>=]")
_CONTROLS = re.compile(r"[\x00-\x1f\x7f-\x9f\u2028\u2029\ud800-\udfff]")
_PREFIX = re.compile(r"[a-z]{1,6}:(?=\S)")
_NAME = re.compile(r"[a-z][a-z0-9_]{0,39}")
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
_FIELD = re.compile(r"\{([^{}]*)\}")

Check = Callable[[object], str | None]


def entry(value: object) -> str | None:
    """Say what is wrong with an entry of a word list."""
    if not isinstance(value, str) or not value.strip():
        return f"holds {_shown(value)}, which is not a word"
    if _CONTROLS.search(value):
        return f"holds {_shown(value)}, with a control character or line end in it"
    if len(value) > _MOST_LETTERS:
        return f"holds {_shown(value)}, longer than {_MOST_LETTERS} letters"
    if _PATTERN_SIGNS.search(value):
        return f"holds {_shown(value)}; write the words themselves, patterns are not read"
    prefix = _PREFIX.match(value)
    if prefix is None:
        return None
    if prefix.group() not in {"v:", "n:"}:
        return f"holds {_shown(value)}; the prefixes are 'v:' for verbs and 'n:' for nouns"
    body = value[2:]
    forms = body.split(" ")[0].split("/") if prefix.group() == "v:" else body.split("/")
    if not all(forms) or len(forms) > (3 if prefix.group() == "v:" else 2):
        most = "past and participle" if prefix.group() == "v:" else "one plural"
        return f"holds {_shown(value)}; behind slashes stands at most {most}"
    return None


def words(value: object) -> str | None:
    """Say what is wrong with a list of words."""
    if not isinstance(value, list):
        return f"is {_shown(value)}, which is not a list of words"
    for item in value:
        wrong = entry(item)
        if wrong is not None:
            return wrong
    return None


def some_words(value: object) -> str | None:
    """Say what is wrong with a list that must not be empty."""
    return "is empty; give it words, or take its table out" if value == [] else words(value)


def text(value: object) -> str | None:
    """Say what is wrong with a short text for people."""
    if not isinstance(value, str) or not value.strip():
        return f"is {_shown(value)}, which is not a text"
    if _CONTROLS.search(value) or len(value) > _TEXT_LETTERS:
        return f"is {_shown(value)}; give one line of at most {_TEXT_LETTERS} letters"
    return None


def name(value: object) -> str | None:
    """Say what is wrong with a name that other tables and files use."""
    if isinstance(value, str) and _NAME.fullmatch(value):
        return None
    return f"is {_shown(value)}; a name has lower-case letters, digits and '_', 40 at most"


def names(value: object) -> str | None:
    """Say what is wrong with a list of names."""
    if not isinstance(value, list) or not value:
        return f"is {_shown(value)}, which is not a list of names"
    return next((wrong for item in value if (wrong := name(item)) is not None), None)


def texts(value: object) -> str | None:
    """Say what is wrong with a list of texts."""
    if not isinstance(value, list):
        return f"is {_shown(value)}, which is not a list of texts"
    return next((wrong for item in value if (wrong := text(item)) is not None), None)


def flag(value: object) -> str | None:
    """Say what is wrong with a flag."""
    return None if isinstance(value, bool) else f"is {_shown(value)}, and not true or false"


def whole(value: object) -> str | None:
    """Say what is wrong with a whole number from 0 to 1000."""
    right = isinstance(value, int) and not isinstance(value, bool) and 0 <= value <= 1000
    return None if right else f"is {_shown(value)}, and not a whole number from 0 to 1000"


def part(value: object) -> str | None:
    """Say what is wrong with a number between 0 and 1."""
    number = isinstance(value, int | float) and not isinstance(value, bool)
    right = isinstance(value, int | float) and number and 0 <= value <= 1
    return None if right else f"is {_shown(value)}, and not a number from 0 to 1"


def colour(value: object) -> str | None:
    """Say what is wrong with a colour."""
    right = isinstance(value, str) and _COLOUR.fullmatch(value)
    return None if right else f"is {_shown(value)}; write a colour as '#1b9e77'"


def titles(value: object) -> str | None:
    """Say what is wrong with patterns of titles."""
    wrong = texts(value)
    if wrong is not None or not isinstance(value, list):
        return wrong
    for item in value:
        unknown = [f for f in _FIELD.findall(item) if f not in TITLE_VALUES]
        if unknown or _FIELD.sub("", item).strip("{}") != _FIELD.sub("", item):
            return f"holds {_shown(item)}; a title knows {{{'}, {'.join(TITLE_VALUES)}}}"
    return None


def before(value: object) -> str | None:
    """Say what is wrong with the triggers that a type goes before: `{ strike = ["weapon"] }`."""
    if not isinstance(value, dict):
        return f'is {_shown(value)}; write {{ TYPE = ["needs", ...] }}'
    wrong = (name(key) or several_of(NEEDS)(needs) for key, needs in value.items())
    return next((one for one in wrong if one is not None), None)


def one_of(allowed: tuple[str, ...]) -> Check:
    """Make the check of a value that must be one of a few."""

    def check(value: object) -> str | None:
        if isinstance(value, str) and value in allowed:
            return None
        return f"is {_shown(value)}{nearest(value, allowed)}; known are {', '.join(allowed)}"

    return check


def several_of(allowed: tuple[str, ...]) -> Check:
    """Make the check of a list of such values."""
    single = one_of(allowed)

    def check(value: object) -> str | None:
        if not isinstance(value, list):
            return f"is {_shown(value)}, which is not a list of names"
        return next((wrong for item in value if (wrong := single(item)) is not None), None)

    return check


def nearest(value: object, allowed: tuple[str, ...]) -> str:
    """Give " (did you mean 'x'?)" for a misspelt name, and nothing when none is near."""
    import difflib

    near = difflib.get_close_matches(str(value)[:_TEXT_LETTERS], allowed, n=1)
    return f" (did you mean {near[0]!r}?)" if near else ""


def _shown(value: object) -> str:
    said = ascii(value)
    return said if len(said) <= _TEXT_LETTERS else said[:_TEXT_LETTERS] + "..."


HEAD: Mapping[str, Check] = {
    "name": text,
    "language": one_of(("en",)),
    "datelines": flag,
    "extends": text,
    "replaces": texts,
}
TYPE: Mapping[str, Check] = {
    **dict.fromkeys(("label", "plural"), text),
    "order": whole,
    "colour": colour,
    "shape": one_of(tuple(SHAPES)),
    "titles": titles,
    "before": before,
    "unnamed": several_of(UNNAMED),
    **dict.fromkeys(("group", "with_harm", "exchange", "arrival"), name),
    **dict.fromkeys(("hits", "point", "weapons", "launched", "fight"), flag),
    **dict.fromkeys(("sums", "brought_down", "meeting", "nests"), flag),
}
TYPE_REQUIRED = ("label", "plural", "order")
SUB_TYPE: Mapping[str, Check] = {
    "label": text,
    "classes": names,
    "vague": flag,
    "either": some_words,
    "instead": name,
}
TRIGGER: Mapping[str, Check] = {
    "type": name,
    "needs": one_of(NEEDS),
    "sub_type": name,
    "words": some_words,
}
WEAPON: Mapping[str, Check] = {
    "kind": text,
    "class": name,
    "words": some_words,
    **dict.fromkeys(("airborne", "aircraft", "small", "carried", "debris"), flag),
}
JOIN: Mapping[str, Check] = {"types": names, "score": part, "why": text}
# Tables that stand several times: `[[trigger]]`; their keys, and those that must be there.
ROWS: Mapping[str, tuple[Mapping[str, Check], tuple[str, ...]]] = {
    "trigger": (TRIGGER, ("type", "words")),
    "weapon": (WEAPON, ("kind", "class", "words")),
    "join": (JOIN, ("types", "score", "why")),
}
# Tables of plain word lists: path -> names of the lists.
LISTS: Mapping[str, tuple[str, ...]] = {
    **dict.fromkeys(("no_event", "shot", "people", "part_of", "delegates"), ("words",)),
    **dict.fromkeys(("fighters", "regulars", "targets", "total", "definite"), ("words",)),
    "advances": ("words",),
    "prisoners": ("words", "people"),
    "speech": ("verbs", "prepositions"),
    "speakers": ("emergency", "local", "national"),
    **dict.fromkeys(
        ("harm.killed", "harm.injured"),
        ("verbs", "fighting", "intransitive", "adjectives", "nouns", "claims", "toll"),
    ),
    **dict.fromkeys(("harm.unhurt", "harm.none_killed"), ("words",)),
    **dict.fromkeys(("reality.negation", "reality.denial", "reality.modal"), ("words",)),
    **dict.fromkeys(("reality.planned", "reality.stopped", "reality.exercise"), ("words",)),
    **dict.fromkeys(("reality.habit", "reality.history", "reality.accident"), ("words",)),
    "reality.fell_through": ("words",),
}
# A lexicon that extends none need not have these.
OPTIONAL = frozenset({"shot", "advances"})

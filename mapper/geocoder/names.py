"""Whether an answer is called what was asked for.

In: two names. Out: yes or no. Nothing goes wrong.
"""

import re

from mapper.gazetteer.names import name_key

# Letters and pairs of letters that one sound is written with, depending on who romanises it and
# from which language: Lyubymivka, Liubymivka, Ljubimivka. Applied in this order.
_SAME_SOUND = (
    ("shch", "sc"), ("tsch", "c"), ("sch", "s"), ("tch", "c"), ("dzh", "j"), ("kh", "h"),
    ("zh", "j"), ("sh", "s"), ("ch", "c"), ("ts", "c"), ("tz", "c"), ("gh", "h"), ("ph", "f"),
    ("ck", "k"), ("g", "h"), ("w", "v"), ("q", "k"), ("y", "i"), ("j", "i"), ("ou", "u"),
)  # fmt: skip
_SOFT = re.compile(r"i(?=[aeou])")
_DOUBLE = re.compile(r"(.)\1+")
# The Arabic article, as it is before sun and moon letters.
_ARTICLE = re.compile(r"\b(?:al|el|ad|ed|an|en|ar|er|as|es|at|et|az|ez|ash|esh) (?=\w)")
# Words around a name that say what it is.
_GENERIC = frozenset(
    {
        *("village", "town", "city", "settlement", "hamlet", "selo", "selyshche", "poselok"),
        *("khutor", "oblast", "region", "raion", "rayon", "district", "province", "governorate"),
        *("county", "state", "municipality", "of", "the"),
    }
)


def is_called(asked: str, names: tuple[str, ...]) -> bool:
    """Whether one of `names` is the name `asked`, in whatever romanisation and case.

    No tolerance for misspellings: Ivanivka and Ivankivka are two villages.
    """
    wanted = _sounds(asked)
    return bool(wanted) and any(_sounds(name) == wanted for name in names)


def _sounds(name: str) -> str:
    words = name_key(name).split()
    kept = [word for word in words if word not in _GENERIC] or words
    text = _ARTICLE.sub("", " ".join(kept))
    for spelling, sound in _SAME_SOUND:
        text = text.replace(spelling, sound)
    return _DOUBLE.sub(r"\1", _SOFT.sub("", text)).replace(" ", "")

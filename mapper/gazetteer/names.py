"""The form of a name under which the gazetteer files it.

In goes a name as somebody wrote it, out comes its key: two spellings with the same key are the same
name. Nothing goes wrong here: any text has a key, possibly the empty one, which no place has.
"""

import functools
import itertools
import re
import unicodedata

# Russian romanisation in the BGN/PCGN manner, without the signs. GeoNames' own Latin names of
# Russian, Belarusian and Bulgarian places follow it, so a Cyrillic name reaches them.
_RUSSIAN = {
    "а": "a", "б": "b", "в": "v", "г": "g", "д": "d", "е": "e", "ё": "e", "ж": "zh", "з": "z",
    "и": "i", "й": "y", "к": "k", "л": "l", "м": "m", "н": "n", "о": "o", "п": "p", "р": "r",
    "с": "s", "т": "t", "у": "u", "ў": "u", "ф": "f", "х": "kh", "ц": "ts", "ч": "ch", "ш": "sh",
    "щ": "shch", "ъ": "", "ы": "y", "ь": "", "э": "e", "ю": "yu", "я": "ya",
    "ђ": "d", "ј": "j", "љ": "lj", "њ": "nj", "ћ": "c", "џ": "dz", "ѓ": "g", "ќ": "k", "ѕ": "dz",
    "і": "i", "ї": "i", "є": "ye", "ґ": "g",
}  # fmt: skip
# Where Ukrainian reads the same letter otherwise (Cabinet of Ministers, resolution 55 of 2010).
_UKRAINIAN = _RUSSIAN | {"г": "h", "и": "y", "й": "i", "ю": "iu", "я": "ia", "є": "ie"}
# Letters that only Ukrainian has among the languages above; і alone is Belarusian too.
_UKRAINIAN_LETTERS = frozenset("їєґ")
_BELARUSIAN_LETTERS = frozenset("ўыэё")

# Latin letters that no Unicode decomposition turns into ASCII.
_LATIN = {
    "ł": "l", "đ": "d", "ø": "o", "ı": "i", "æ": "ae", "œ": "oe", "þ": "th", "ð": "d", "ħ": "h",
    "ŧ": "t", "ŋ": "ng", "ə": "e", "ɓ": "b", "ɗ": "d", "ƙ": "k", "ƴ": "y", "ɛ": "e", "ɔ": "o",
}  # fmt: skip

# Apostrophes, primes, and the letters that stand for a soft sign, hamza or ayn.
_DROPPED = "'`´‘’‚‛′‵ʹʺʻʼʽʾʿˈ″\"“”„ʿʾ՚＇\u0640"
_DROP_ASCII = {ord(mark): None for mark in "'`\""}
_NOT_WORD = re.compile(r"[\W_]+")
_NOT_WORD_ASCII = re.compile(r"[^a-z0-9]+")
_CYRILLIC = re.compile(r"[\u0400-\u052f]")
_DROP = {ord(mark): None for mark in _DROPPED}
_LATIN_TABLE = str.maketrans(_LATIN)
_RUSSIAN_TABLE = str.maketrans(_RUSSIAN)
_UKRAINIAN_TABLE = str.maketrans(_UKRAINIAN)

# A text of 3 kB has about 500 different words; this keeps those of a few hundred articles.
_CACHE_SIZE = 65536
# No name of the gazetteer is longer; what is longer is no name and must not fill the cache.
_LONGEST_NAME = 200
# Vietnamese and pointed Hebrew put two or three marks on a letter.
_MOST_MARKS = 6


def name_key(name: str) -> str:
    """Give the form of `name` under which the gazetteer files it.

    Case, accents, apostrophes, soft signs and invisible marks are dropped; hyphens, dots and other
    punctuation become one space; Cyrillic is transliterated; other scripts stay as they are.

    Returns
    -------
    The key; empty when `name` has no letter or digit.
    """
    if len(name) > _LONGEST_NAME:
        return _key(_without_piles(name))
    return _cached_key(name)


def _without_piles(name: str) -> str:
    """Leave a few marks on each letter: to order a long pile of them takes quadratic time."""
    runs = itertools.groupby(name, lambda char: unicodedata.combining(char) > 0)
    kept = (itertools.islice(run, _MOST_MARKS) if marks else run for marks, run in runs)
    return "".join(itertools.chain.from_iterable(kept))


def _key(name: str) -> str:
    if name.isascii():
        return _NOT_WORD_ASCII.sub(" ", name.lower().translate(_DROP_ASCII)).strip()
    key = _folded(name)
    # A letter that the tables have may come out only now, without its accent: "Ǿ", "ø", "o".
    return key if key.isascii() else _folded(key)


def _folded(name: str) -> str:
    text = unicodedata.normalize("NFC", name).casefold().translate(_DROP)
    if _CYRILLIC.search(text):
        text = text.translate(_cyrillic_table(text))
    decomposed = unicodedata.normalize("NFKD", text.translate(_LATIN_TABLE))
    kept = "".join(char for char in decomposed if _is_kept(char)).translate(_DROP)
    return _NOT_WORD.sub(" ", unicodedata.normalize("NFC", kept.casefold())).strip()


_cached_key = functools.lru_cache(maxsize=_CACHE_SIZE)(_key)


def _cyrillic_table(text: str) -> dict[int, str]:
    letters = set(text)
    ukrainian = letters & _UKRAINIAN_LETTERS or (
        "і" in letters and not letters & _BELARUSIAN_LETTERS
    )
    return _UKRAINIAN_TABLE if ukrainian else _RUSSIAN_TABLE


def _is_kept(char: str) -> bool:
    # Cf are direction and joining marks, Cs lone surrogates, which SQLite cannot take.
    return not unicodedata.combining(char) and unicodedata.category(char) not in {"Cf", "Cs"}

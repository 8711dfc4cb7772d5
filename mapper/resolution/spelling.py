"""How else a name that the gazetteer lacks may be spelt.

In: a name, the lexicon's pairs of spellings. Out: the keys to try, the nearest spellings first.
News write the names of other scripts by ear: Woldiya is Woldia, Khan Younis is Khan Yunis. Nothing
goes wrong; a name too short to be told from others has no other spelling.
"""

import re
from collections.abc import Iterator

from mapper.gazetteer.names import name_key
from mapper.toponym.words import Words

# Shorter names differ from others in one letter only (Goma, Soma).
_SHORTEST, _LONGEST = 5, 40
# Keys to try for one name; each costs a look-up of about 10 microseconds.
_MOST = 120
_DOUBLED = re.compile(r"([b-df-hj-np-tv-z])\1")
_SINGLE = re.compile(r"(?<=[aeiouy])([b-df-hj-np-tv-z])(?=[aeiouy])")
# The Arabic article and how it sounds before some letters (Er Rahad is El Rahad).
_ARTICLES = ("al ", "el ", "ar ", "er ", "an ", "en ", "as ", "es ", "ad ", "ed ", "at ", "et ", "")
_ARTICLE = re.compile(r"^(?:[ae][lrnsdtz]|[ae]sh) ")
# How Persian joins two words (Dasht-i-Archi is Dasht-e Archi).
_JOINT = re.compile(r"[ -](?:i|e)[ -]")
# The article written as one word with its name (Elwak is El Wak).
_JOINED = re.compile(r"[ae]l[^\W\d_]{3}")


def respellings(name: str, words: Words) -> list[str]:
    """Give up to 120 other spellings of `name`, those that differ in one place first."""
    key = name_key(name)
    if not _SHORTEST <= len(key) <= _LONGEST:
        return []
    once = dict.fromkeys(_changed(key, words))
    once.pop(key, None)
    found = dict(once)
    for spelt in (other for one in once for other in _changed(one, words)):
        if len(found) >= _MOST:
            break
        if spelt != key:
            found[spelt] = None
    return [spelt for spelt in found if len(spelt) >= _SHORTEST - 1][:_MOST]


def _changed(key: str, words: Words) -> Iterator[str]:
    """Give the spellings that differ from `key` in one place."""
    for found in _DOUBLED.finditer(key):
        yield key[: found.start()] + key[found.end() - 1 :]
    for found in _SINGLE.finditer(key):
        yield key[: found.end()] + key[found.start() :]
    article = _ARTICLE.match(key)
    if article is not None:
        for other in _ARTICLES:
            yield other + key[article.end() :]
    joint = _JOINT.search(key)
    if joint is not None:
        for other in (" e ", " i ", " "):
            yield key[: joint.start()] + other + key[joint.end() :]
    if " " in key:
        yield key.replace(" ", "", 1)
    elif _JOINED.match(key):
        yield f"{key[:2]} {key[2:]}"
    for one, other in words.variants:
        if one in key:
            yield from _swapped(key, one, other)
        if other and other in key:
            yield from _swapped(key, other, one)


def _swapped(key: str, one: str, other: str) -> Iterator[str]:
    """Swap `one` for `other` at each place of `key`, but never its first letter."""
    at = key.find(one, 1)
    while at > 0:
        yield key[:at] + other + key[at + len(one) :]
        at = key.find(one, at + 1)

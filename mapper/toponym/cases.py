"""Names in Cyrillic in another case than the nominative: "у Харкові", "в Нижнем Новгороде".

In: a `Document` and a token of it. Out: the nominatives that its name may have, looked up. Endings
are tried, stems are not changed but by the table of endings (`cases` in `toponyms.toml`).
"""

import itertools
import re
import unicodedata
from collections.abc import Iterator

from mapper.gazetteer import Gazetteer, Match
from mapper.toponym.document import Document
from mapper.toponym.words import Words

CYRILLIC = re.compile(r"[\u0400-\u052f]")
_SHORTEST_STEM = 1  # letters: Ріг, Розі
_SHORTEST_WORD = 4
_MOST_WORDS = 3
# Kind words that Cyrillic writes small behind a name that is an adjective.
_KINDS = {"область": "region", "район": "district", "край": "region"}
_PLURALS = {"областях": "область", "областей": "область", "областями": "область"}
_REGION = "область"
# So far ahead the kind word is looked for: "Сумській, Чернігівській та Харківській областях".
_REACH = 8
_AND = frozenset((",", "та", "і", "й", "и", "а", "также", "також"))
_ADJECTIVE = re.compile(r"[сц][ьк]{1,2}(?:[оа]й|[іи]й|[оуа]ю|ої|ом[уі]?|их|им[иі]?|ая|а)$")
# What surnames end in, also declined. "Ростов" and "Київ" do too: these are known as they stand.
_SURNAME = re.compile(
    r"(?:[оеєё]в(?:а|у|ым|им|ой|ої|ою|і)?|[иіы]н(?:а|у|ым|им|ой|ої|ою)"
    r"|[сц]ь?к(?:ий|ого|ому|ом|им)|ен?к(?:о|а|у|ом))$"
)


def nominatives(word: str, words: Words) -> list[str]:
    """Give the forms of which `word` may be a case, `word` itself first.

    Of a hyphened word the end may be in a case ("Івано-Франківську") or the first part
    ("Ростове-на-Дону").
    """
    plain = unicodedata.normalize("NFC", word)
    found = dict.fromkeys([plain, *_cased(plain, words)])
    head, hyphen, tail = plain.partition("-")
    if hyphen:
        found.update(dict.fromkeys(f"{form}-{tail}" for form in _cased(head, words)))
    return list(found)


def _cased(word: str, words: Words) -> Iterator[str]:
    for ending, nominative in words.cases:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST_STEM:
            yield word[: len(word) - len(ending)] + nominative


def declined(
    document: Document, first: int, gazetteer: Gazetteer, words: Words
) -> Iterator[tuple[int, str, tuple[Match, ...], str | None]]:
    """Find names in any case that begin at token `first`, the shortest first.

    Yields
    ------
    (last, name, matches, kind)
        Token behind the name, the nominative, its places, and the kind that the text says.
    """
    if len(document.tokens[first].text) < _SHORTEST_WORD:
        return
    stems = [""]
    for last in range(first, min(first + _MOST_WORDS, len(document.tokens))):
        token = document.tokens[last]
        kind = _kind_word(token.lower, words) if last > first else None
        if last > first and not document.glued[last] or not CYRILLIC.match(token.text):
            return
        if kind is None and not document.name_like[last]:
            return
        forms = [kind] if kind else nominatives(token.text, words)
        names = [f"{stem} {form}".strip() for stem, form in itertools.product(stems, forms)]
        for name in names:
            matches = tuple(m for m in gazetteer.lookup(name) if m.naming == "name")
            if matches:
                yield last + 1, name, matches, _KINDS[kind] if kind else None
        if last == first:
            yield from _shared_kind(document, first, names, gazetteer, words)
        stems = [name for name in names if gazetteer.has_prefix(name)]
        if kind or not stems:
            return


def is_surname_like(word: str) -> bool:
    """Tell whether a Cyrillic word ends as surnames do, in any case."""
    return _SURNAME.search(unicodedata.normalize("NFC", word).casefold()) is not None


def is_persons(word: str, words: Words) -> bool:
    """Tell whether a Cyrillic word is a common given name or surname, in any case."""
    return any(form.casefold() in words.given for form in nominatives(word, words))


def _kind_word(lower: str, words: Words) -> str | None:
    if lower in _PLURALS:
        return _PLURALS[lower]
    if lower[:4] not in {"обла", "райо", "край", "краю", "крає", "края", "крае"}:
        return None
    return next((form for form in nominatives(lower, words) if form in _KINDS), None)


def _shared_kind(
    document: Document, first: int, names: list[str], gazetteer: Gazetteer, words: Words
) -> Iterator[tuple[int, str, tuple[Match, ...], str | None]]:
    """Read one of several adjectives before "областях": the name ends with the adjective."""
    if not _ADJECTIVE.search(document.lower(first)):
        return
    for at in range(first + 1, min(first + _REACH, len(document.tokens))):
        if _kind_word(document.lower(at), words) == _REGION:
            for name in names:
                if matches := gazetteer.lookup(f"{name} {_REGION}"):
                    yield first + 1, f"{name} {_REGION}", matches, "region"
            return
        if document.lower(at) not in _AND and not _ADJECTIVE.search(document.lower(at)):
            return

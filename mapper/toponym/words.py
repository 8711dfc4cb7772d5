"""The words that recognition needs, from `mapper/lexicon/toponyms.toml`.

In: the packaged file, or one of the user's own of the same form. Out: `Words`, read once. A file
that is missing or lacks a list raises `LexiconError`.
"""

import dataclasses
import functools
import tomllib
from importlib import resources
from pathlib import Path
from typing import Any

from mapper.errors import LexiconError

Phrases = frozenset[tuple[str, ...]]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """Word lists, case-folded.

    `kinds` maps a kind word to the gazetteer kinds it stands for,
    best first; `singular` a kind word to its singular; `directions` a word to its direction;
    `spelt_out` holds the abbreviations of several words.
    """

    titles: frozenset[str]
    loose_titles: frozenset[str]
    particles: frozenset[str]
    given: frozenset[str]
    place_given: frozenset[str]
    relatives: frozenset[str]
    region_offices: frozenset[str]
    town_offices: frozenset[str]
    heads: frozenset[str]
    papers: frozenset[str]
    paper_before: frozenset[str]
    sure_heads: frozenset[str]
    facility_heads: frozenset[str]
    of_heads: frozenset[str]
    lower_of_heads: frozenset[str]
    lower_heads: frozenset[str]
    lower_modifiers: frozenset[str]
    names: Phrases
    things: frozenset[str]
    thing_phrases: Phrases
    weapons: frozenset[str]
    metonym_verbs: frozenset[str]
    metonym_before: Phrases
    possessed: frozenset[str]
    backed: frozenset[str]
    dealings: frozenset[str]
    not_border: frozenset[str]
    not_capital: frozenset[str]
    seats: frozenset[str]
    parts: frozenset[str]
    kinds: dict[str, tuple[str, ...]]
    singular: dict[str, str]
    before_of: frozenset[str]
    before: frozenset[str]
    directions: dict[str, str]
    place_prepositions: frozenset[str]
    strong_prepositions: frozenset[str]
    place_verbs: frozenset[str]
    often_place_verbs: frozenset[str]
    place_verb_nouns: frozenset[str]
    from_afar: frozenset[str]
    attackers: frozenset[str]
    common: frozenset[str]
    called_after: frozenset[str]
    spoken: frozenset[str]
    after_nature: frozenset[str]
    abbreviations: dict[str, str]
    spelt_out: tuple[str, ...]
    postal: dict[str, str]
    endings: tuple[tuple[str, str], ...]
    cases: tuple[tuple[str, str], ...]
    variants: tuple[tuple[str, str], ...]


_KINDS = (
    "region", "subregion", "district", "part", "settlement", "facility", "water", "landform",
    "area", "country",
)  # fmt: skip


def load(path: Path | None = None) -> Words:
    """Read the words from `path`, or the packaged ones.

    Raises
    ------
    LexiconError
        When the file cannot be read, is no TOML, or lacks a list.
    """
    return _packaged() if path is None else _read(path.read_bytes(), str(path))


@functools.cache
def _packaged() -> Words:
    file = resources.files("mapper").joinpath("lexicon", "toponyms.toml")
    return _read(file.read_bytes(), "toponyms.toml")


def _read(raw: bytes, origin: str) -> Words:
    try:
        return _words(tomllib.loads(raw.decode("utf-8")))
    except (UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        msg = f"{origin}: not a TOML file: {error}"
        raise LexiconError(msg) from error
    except KeyError as error:
        msg = f"{origin}: the list {error} is missing; the packaged toponyms.toml has all of them."
        raise LexiconError(msg) from error


def _words(data: dict[str, Any]) -> Words:
    person, organisation, thing = data["person"], data["organisation"], data["thing"]
    metonym, kind, phrase = data["metonym"], data["kind"], data["phrase"]
    kinds: dict[str, list[str]] = {}
    for name in _KINDS:
        for word in kind[name].split():
            kinds.setdefault(word, []).append(name)
    directions = {w: way for way, words in data["direction"].items() for w in words.split()}
    return Words(
        titles=_set(person["titles"]),
        loose_titles=_set(person["loose_titles"]),
        particles=_set(person["particles"]),
        given=_set(person["given"]),
        place_given=_set(person["place_given"]),
        relatives=_set(person["relatives"]),
        region_offices=_set(person["region_offices"]),
        town_offices=_set(person["town_offices"]),
        heads=_set(organisation["heads"]),
        papers=_set(organisation["papers"]),
        paper_before=_set(organisation["paper_before"]),
        sure_heads=_set(organisation["sure_heads"]),
        facility_heads=_set(organisation["facility_heads"]),
        of_heads=_set(organisation["of_heads"]),
        lower_of_heads=_set(organisation["lower_of_heads"]),
        lower_heads=_set(organisation["lower_heads"]),
        lower_modifiers=_set(organisation["lower_modifiers"]),
        names=_phrases(organisation["names"]),
        things=_set(thing["before"]),
        thing_phrases=_phrases(thing["before_phrases"]),
        weapons=_set(thing["weapons"]),
        metonym_verbs=_set(metonym["verbs"]),
        metonym_before=_phrases(metonym["before"]),
        possessed=_set(metonym["possessed"]),
        backed=_set(metonym["backed"]),
        dealings=_set(metonym["dealings"]),
        not_border=_set(phrase["not_border"]),
        not_capital=_set(phrase["not_capital"]),
        seats=_set(phrase["seats"]),
        parts=_set(phrase["parts"]),
        kinds={word: tuple(names) for word, names in kinds.items()},
        singular={word: _singular(word, kinds) for word in kinds},
        before_of=_set(kind["before_of"]),
        before=_set(kind["before"]),
        directions=directions,
        place_prepositions=_set(data["preposition"]["place"]),
        strong_prepositions=_set(data["preposition"]["strong"]),
        place_verbs=_set(data["preposition"]["verbs"]),
        often_place_verbs=_set(data["preposition"]["verbs_often"]),
        place_verb_nouns=_set(data["preposition"]["verb_nouns"]),
        from_afar=_set(data["preposition"]["from_afar"]),
        attackers=_set(data["preposition"]["attackers"]),
        common=_set(data["common"]["words"]),
        called_after=_set(phrase["called_after"]),
        spoken=_set(phrase["spoken"]),
        after_nature=_set(phrase["after_nature"]),
        abbreviations=dict(data["abbreviation"]),
        spelt_out=tuple(name for name in data["abbreviation"] if " " in name),
        postal=dict(data["postal"]),
        endings=tuple(_pair(pair) for pair in data["spelling"]["endings"].split()),
        cases=tuple(_pair(pair) for pair in data["spelling"]["cases"].split()),
        variants=tuple(_pair(pair) for pair in data["spelling"]["variants"].split()),
    )


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


def _pair(text: str) -> tuple[str, str]:
    left, _, right = text.partition("=")
    return left, "" if right == "-" else right


def _phrases(text: str) -> Phrases:
    return frozenset(tuple(phrase.split()) for phrase in text.split("|") if phrase.strip())


def _singular(word: str, kinds: dict[str, list[str]]) -> str:
    if word.endswith("ies") and word[:-3] + "y" in kinds:
        return word[:-3] + "y"
    return word[:-1] if word.endswith("s") and word[:-1] in kinds else word

"""Whether a name stands for a place where it is written, and for what of it.

In: a `Document`, its `Mention`s and people. Out: the mentions that are place names, each with its
`use`. The judgement adds up evidence; the weights were set by reading news texts with marked place
names and checked on such.
"""

from mapper.toponym.document import Document
from mapper.toponym.model import Use
from mapper.toponym.people import People, Run
from mapper.toponym.scan import Mention
from mapper.toponym.words import Words

# A name is taken for a place from this score on.
_ENOUGH = 2.4
_SKIPPED = frozenset(("the", "a", "an", "'s", "'"))


def judge(
    document: Document,
    mentions: list[Mention],
    found: list[Run],
    people: People,
    words: Words,
) -> list[Mention]:
    """Keep the mentions that are place names and set their use."""
    run_of = {index: run for run in found for index in range(run.first, run.last)}
    for mention in mentions:
        mention.score = _score(document, mention, run_of.get(mention.first), people, words)
    accepted = {m.name.casefold() for m in mentions if m.score >= _ENOUGH}
    kept = []
    for mention in mentions:
        if mention.score < _ENOUGH and mention.score > 0.0 and mention.name.casefold() in accepted:
            mention.score += 1.5
        if mention.score >= _ENOUGH:
            mention.use = _use(document, mention, run_of.get(mention.first), words)
            kept.append(mention)
    return kept


def _score(
    document: Document, mention: Mention, run: Run | None, people: People, words: Words
) -> float:
    first, last = mention.first, mention.last
    if any(index in people.tokens for index in range(first, last)):
        return -9.0
    folded = mention.name.casefold()
    if tuple(folded.split()) in words.names:
        return -9.0
    before = document.lower(first - 1)
    score = mention.strength
    one_word = mention.words == 1
    if not one_word:
        score += 1.5
    strong = mention.strength >= 4.0
    if one_word and not strong:
        if folded in words.common:
            score -= 3.0 if document.opens[first] or document.shouting[first] else 2.0
        if folded in words.given or folded in words.place_given:
            score -= 1.0
        if folded in people.surnames:
            score -= 3.0
        if folded in words.weapons:
            score -= 3.0
        token = document.tokens[first].text
        if token.isupper() and len(token) <= 5 and not document.shouting[first]:
            score -= 2.0 if not document.opens[first] else 0.5
    if before in words.strong_prepositions:
        score += 1.5
    elif before in words.place_prepositions:
        score += 0.8
    score += _kind_evidence(document, mention, words)
    score += _container_evidence(document, mention)
    score += _neighbour_evidence(document, mention, run, words)
    if before in words.things or (document.lower(first - 2), before) in words.thing_phrases:
        score -= 6.0
    return score


def _kind_evidence(document: Document, mention: Mention, words: Words) -> float:
    after = document.lower(mention.last)
    before = document.lower(mention.first - 1)
    if after in words.kinds and document.glued[mention.last]:
        return 2.0
    if before == "of" and document.lower(mention.first - 2) in words.before_of:
        return 2.5
    if before in words.directions or before in words.kinds:
        return 1.5
    return 0.0


def _container_evidence(document: Document, mention: Mention) -> float:
    """"Zolochiv, Kharkiv region": what follows the comma contains a place of this name."""
    if document.lower(mention.last) != "," or not document.is_name(mention.last + 1):
        return 0.0
    return 0.3


def _neighbour_evidence(
    document: Document, mention: Mention, run: Run | None, words: Words
) -> float:
    """What capitalised words right beside it say."""
    if run is None:
        return 0.0
    score = 0.0
    if run.last > mention.last:
        follows = document.lower(mention.last)
        if follows not in words.kinds and follows not in words.heads and follows != "-":
            score -= 1.0 if mention.strength >= 4.0 else 1.5
    if run.first < mention.first:
        ahead = document.lower(mention.first - 1)
        ordinary = ahead in words.common or ahead in words.directions or ahead in words.kinds
        if not ordinary and ahead != "-":
            score -= 0.5 if mention.strength >= 3.5 else 2.0
    return score


def _use(document: Document, mention: Mention, run: Run | None, words: Words) -> Use:
    if mention.is_demonym:
        return Use.DEMONYM
    if _is_embedded(document, mention, run, words):
        return Use.EMBEDDED
    return Use.LITERAL


def _is_embedded(document: Document, mention: Mention, run: Run | None, words: Words) -> bool:
    if run is not None and any(
        document.lower(index) in words.heads or document.lower(index) in words.titles
        for index in range(mention.last, run.last)
    ):
        return True
    before = mention.first - 1
    if document.lower(before) == "the":
        before -= 1
    if document.lower(before) in {"of", "to", "for"} and document.lower(before - 1) in words.of_heads:
        return document.lower(before) == "of" or document.lower(before - 1) in {
            "ambassador", "envoy", "embassy", "consul",
        }  # fmt: skip
    at = mention.last
    if document.lower(at) in {"'s", "'"}:
        at += 1
    for _ in range(4):
        word = document.lower(at)
        if word in words.lower_heads or word in words.titles and document.is_name(at):
            return True
        if word not in words.lower_modifiers and word not in {"and", "-"}:
            return False
        at += 1
    return False

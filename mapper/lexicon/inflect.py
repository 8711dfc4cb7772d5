"""English inflections of the lexicon's words.

In: an entry as a lexicon file writes it (`v:strike/struck/struck`, `n:missile`, `came under fire`).
Out: the forms that a text may hold, each with what form it is. Nothing can go wrong: what is not an
English verb or noun gets forms that no text holds.
"""

import enum

VOWELS = frozenset("aeiou")


class Form(enum.StrEnum):
    """How a word of the lexicon stands in the text."""

    BASE = "base"  # strike, strikes
    ING = "ing"  # striking
    PAST = "past"  # struck
    NOUN = "noun"
    PHRASE = "phrase"


def _doubles(verb: str) -> bool:
    """Whether the last consonant is doubled: one syllable, one vowel before one consonant."""
    vowels = sum(c in VOWELS for c in verb)
    return (
        len(verb) > 2
        and vowels == 1
        and verb[-2] in VOWELS
        and verb[-1] not in VOWELS
        and verb[-1] not in "wxy"
    )


def verb_forms(
    verb: str, past: str | None = None, participle: str | None = None
) -> list[tuple[str, Form]]:
    """All forms of a verb, of which only the first word is inflected."""
    head, _, rest = verb.partition(" ")
    tail = f" {rest}" if rest else ""
    if head.endswith(("s", "sh", "ch", "x", "z", "o")):
        third = head + "es"
    elif head.endswith("y") and head[-2:-1] not in VOWELS:
        third = head[:-1] + "ies"
    else:
        third = head + "s"
    stem = head + head[-1] if _doubles(head) else head
    if head.endswith("ie"):
        ing = head[:-2] + "ying"
    elif head.endswith("e") and not head.endswith("ee"):
        ing = head[:-1] + "ing"
    elif past is not None and past[:-3] == head and past.endswith("ed"):
        ing = past[:-2] + "ing"  # commit/committed: committing
    else:
        ing = stem + "ing"
    if past is None:
        if head.endswith("e"):
            past = head + "d"
        elif head.endswith("y") and head[-2:-1] not in VOWELS:
            past = head[:-1] + "ied"
        else:
            past = stem + "ed"
    forms = [(head, Form.BASE), (third, Form.BASE), (ing, Form.ING), (past, Form.PAST)]
    if participle and participle != past:
        forms.append((participle, Form.PAST))
    return [(word + tail, form) for word, form in forms]


def plural(noun: str) -> str:
    """Make the regular plural."""
    if noun.endswith(("s", "sh", "ch", "x", "z")):
        return noun + "es"
    if noun.endswith("y") and noun[-2:-1] not in VOWELS:
        return noun[:-1] + "ies"
    return noun + "s"


def forms_of(entry: str) -> list[tuple[str, Form]]:
    """List the forms of a lexicon entry, in lower case."""
    kind, colon, body = entry.partition(":")
    if not colon or kind not in {"v", "n"}:
        return [(entry, Form.PHRASE)]
    if kind == "n":
        noun, _, irregular = body.partition("/")
        return [(noun, Form.NOUN), (irregular or plural(noun), Form.NOUN)]
    first, _, tail = body.partition(" ")
    base, *pasts = first.split("/")
    tail = f" {tail}" if tail else ""
    return [(word + tail, form) for word, form in verb_forms(base, *(pasts[:2]))]

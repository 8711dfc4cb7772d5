"""What a number measures when it is not a count: an age, a date, a calibre, a price, a clock time.

In: the tokens of a sentence and the place of a number among them. Out: the name of the unit, None
for a count of people or things. Nothing can go wrong.
"""

from collections.abc import Sequence

from mapper.text import number_words as words
from mapper.text.tokens import Token

# "A woman of 63 killed": a participle, though "63 wounded" alone would count.
_HARMED = frozenset({"dead", "wounded", "injured", "killed", "hurt"})
_ENDINGS = frozenset(".,;:!?)")
_DASHES = frozenset("-–—‑‐−")
_AFTER_PRONOUN = frozenset(
    ("is", "was", "has", "had", "in", "on", "at", "for", "too", "and", "but", "from")
)
_PEOPLE_OF_AGE = frozenset(
    ("children", "child", "anyone", "those", "men", "boys", "girls", "women")
)
_FIRST_YEAR, _LAST_YEAR = 1000, 2100
_OLDEST = 115


def unit_of(
    tokens: Sequence[Token], first: int, end: int, value: int | None, previous_unit: str | None
) -> str | None:
    """Name what the number at tokens [first, end) measures, None if it counts.

    `previous_unit` is that of the number before it, which a list shares ("aged 7 and 12").
    """
    before = tokens[first - 1].lower if first else ""
    before2 = tokens[first - 2].lower if first > 1 else ""
    after = tokens[end].lower if end < len(tokens) else ""
    bare = tokens[first].text.isdigit() and end == first + 1
    if before in words.CURRENCY_SIGNS:
        return "money"
    unit = _after_unit(tokens, end, after)
    if unit is not None:
        return unit
    if value == 1 and tokens[first].lower == "one" and _is_pronoun(tokens, first):
        return "other"
    if _is_broken(tokens, first, end):
        return "other"
    if _is_time(tokens, first, end, value, before, after):
        return "time"
    if _is_date(tokens, first, end, value, before, before2, after):
        return "date"
    if value is not None and _is_year(tokens, first, end, value, before, after):
        return "year"
    if _is_age(tokens, first, end, value, previous_unit):
        return "age"
    if bare and _is_label(tokens, first, before, after):
        return "model"
    return None


def _is_broken(tokens: Sequence[Token], first: int, end: int) -> bool:
    """Whether this is a piece of "24/7" or of "1.5m"."""
    for sign, other in ((end, end + 1), (first - 1, first - 2)):
        if not (0 <= sign < len(tokens) and 0 <= other < len(tokens)):
            continue
        if tokens[sign].text not in ("/", ".") or not "0" <= tokens[other].text[0] <= "9":
            continue
        low, middle, high = sorted((sign, other, end - 1 if other > sign else first))
        if tokens[low].end == tokens[middle].start and tokens[middle].end == tokens[high].start:
            return True
    return False


def _is_pronoun(tokens: Sequence[Token], first: int) -> bool:
    end = first + 1
    before = tokens[first - 1].lower if first else ""
    after = tokens[end].lower if end < len(tokens) else ""
    following = tokens[end + 1].lower if end + 1 < len(tokens) else ""
    if before == "by" and first > 1 and tokens[first - 2].lower == "one":
        return True
    if after in ("in", "out") and (following in words.SMALL or following == "of"):
        return True
    if before in words.ONE_PRONOUN_AFTER or after in words.ONE_PRONOUN_BEFORE:
        return True
    if before in ("this", "that") and (after in _ENDINGS or after in _AFTER_PRONOUN):
        return True
    if after == "of":
        head = [token.lower for token in tokens[end : end + 6]]
        return any(word.endswith("est") or word in ("most", "worst", "few") for word in head)
    return False


def _after_unit(tokens: Sequence[Token], end: int, after: str) -> str | None:
    if after in words.AFTER_UNITS:
        if _modifies(tokens, end, after):
            return None
        return _confirmed(tokens, end, words.AFTER_UNITS[after])
    if end + 1 >= len(tokens):
        return None
    following = tokens[end + 1].lower
    if after in _DASHES and tokens[end].start == tokens[end - 1].end:
        if following in words.HYPHEN_UNITS:
            return words.HYPHEN_UNITS[following]
        if following in ("year", "month", "week", "day") and _old(tokens, end + 2):
            return "age"
        head = following.partition("-")[0]
        if following.endswith(("-old", "-olds")):
            return "age"
        return words.AFTER_UNITS.get(following) or words.AFTER_UNITS.get(head)
    if after == "y" and following == "." and [t.lower for t in tokens[end + 2 : end + 3]] == ["o"]:
        return "age"
    if after in ("a", "p") and following == "." and end + 2 < len(tokens):
        return "time" if tokens[end + 2].lower == "m" else None
    if after == "per" and following == "cent":
        return "percent"
    if after in words.BEFORE_UNIT and following in words.AFTER_UNITS:
        return words.AFTER_UNITS[following]
    return None


def _modifies(tokens: Sequence[Token], end: int, after: str) -> bool:
    """Whether a unit only describes what is counted: "two night guards", "three day labourers"."""
    if after not in ("night", "day") or end + 1 >= len(tokens):
        return False
    counted = tokens[end + 1].lower
    plural = counted.endswith(("s", "men"))
    return plural and counted.isalpha() and tokens[end - 1].lower not in ("a", "an", "one", "1")


def _confirmed(tokens: Sequence[Token], end: int, unit: str) -> str:
    return "age" if unit == "duration" and _old(tokens, end + 1) else unit


def _old(tokens: Sequence[Token], index: int) -> bool:
    rest = [token.lower for token in tokens[index : index + 2]]
    return rest[:1] == ["old"] or (len(rest) == 2 and rest[0] in _DASHES and rest[1] == "old")


def _is_time(
    tokens: Sequence[Token], first: int, end: int, value: int | None, before: str, after: str
) -> bool:
    touching = first > 0 and tokens[first - 1].end == tokens[first].start
    digits = tokens[first].text.isdigit()
    if before == ":" and touching and digits and first > 1 and tokens[first - 2].text.isdigit():
        return True
    if after == ":" and end + 1 < len(tokens) and digits and tokens[end + 1].text[:2].isdigit():
        return tokens[end].start == tokens[end - 1].end == tokens[end + 1].start - 1
    if value is None or not 0 <= value <= 24:
        return False
    following = tokens[end + 1].lower if end + 1 < len(tokens) else ""
    if before == "past" or (before == "to" and first > 1 and tokens[first - 2].lower == "quarter"):
        return first > 1 and tokens[first - 2].lower in (
            "half",
            "quarter",
            "minutes",
            "ten",
            "twenty",
        )
    daily = (
        (after == "in" and following == "the" and _part_of_day(tokens, end + 2))
        or (after == "on" and following in words.DAY_WORDS)
        or (after == "this" and _part_of_day(tokens, end + 1))
    )
    if daily or after in words.DAY_WORDS:
        return before in ("at", "about", "around", "from", "until", "by", "after", "before", "past")
    if before in ("at", "until") or (before in ("after", "before") and _shortly(tokens, first - 2)):
        put = any(token.lower in words.TOLL_NOUNS for token in tokens[max(0, first - 7) : first])
        return not put and (
            after in _ENDINGS or after in ("", "from", "on", "when", "and", "local")
        )
    return False


def _part_of_day(tokens: Sequence[Token], index: int) -> bool:
    return index < len(tokens) and tokens[index].lower in (
        "morning",
        "evening",
        "afternoon",
        "night",
    )


def _shortly(tokens: Sequence[Token], index: int) -> bool:
    return index >= 0 and tokens[index].lower in ("shortly", "just", "soon", "sometime", "minutes")


def _month_at(tokens: Sequence[Token], index: int) -> bool:
    return (
        0 <= index < len(tokens)
        and tokens[index].lower in words.MONTHS
        and tokens[index].text[0].isupper()
    )


def _is_date(
    tokens: Sequence[Token],
    first: int,
    end: int,
    value: int | None,
    before: str,
    before2: str,
    after: str,
) -> bool:
    if value is None or not tokens[first].text.isdigit():
        return False
    if value > 31:
        return after in ("-", "/") and before in ("-", "/")
    if _month_at(tokens, end) or (after == "of" and _month_at(tokens, end + 1)):
        return True
    if before == "." and _month_at(tokens, first - 2):
        return True
    if _month_at(tokens, first - 1):
        people = after in words.PEOPLE_PLURALS or (
            after.endswith("s") and after not in words.NOT_PLURAL
        )
        return not (people and before2 in ("in", "since", "last", "early", "late"))
    if after in ("-", "–", "/", "and", "or", "to") and end + 2 < len(tokens):
        return tokens[end + 1].text.isdigit() and _month_at(tokens, end + 2)
    if before in ("and", "to", "/") and first > 2 and _month_at(tokens, first - 3):
        return tokens[first - 2].text.isdigit()
    return before == "-" and first > 2 and tokens[first - 2].text.isdigit() and before2 != before


def _is_year(
    tokens: Sequence[Token], first: int, end: int, value: int, before: str, after: str
) -> bool:
    figure = tokens[first].text
    if not (_FIRST_YEAR <= value <= _LAST_YEAR and len(figure) == 4 and figure.isdigit()):
        return False
    if before in words.YEAR_LEADS and value >= 1900 and before not in ("of", "from", "by", "to"):
        return True
    for token in tokens[end : end + 3]:
        if token.lower in words.PEOPLE_PLURALS:
            return False
        if not token.text[0].isalpha() or token.lower in ("and", "the", "when", "was", "were"):
            break
        if token.lower.endswith("s") and token.lower not in words.NOT_PLURAL:
            return False
    return True


def _is_age(
    tokens: Sequence[Token], first: int, end: int, value: int | None, previous_unit: str | None
) -> bool:
    if value is None or not 0 <= value <= _OLDEST:
        return False
    before = tokens[first - 1].lower if first else ""
    before2 = tokens[first - 2] if first > 1 else None
    after = tokens[end].lower if end < len(tokens) else ""
    ends = after in _ENDINGS or after in ("", "who", "whom", "whose", "and", "was", "were", "when")
    if before in ("aged", "age", "ages") or (
        before in ("between", "from") and before2 is not None and before2.lower in ("aged", "ages")
    ):
        return True
    if before2 is None:
        return False
    plural = after in words.PEOPLE_PLURALS - _HARMED or (
        after.endswith("s") and after not in words.NOT_PLURAL
    )
    if previous_unit == "age" and before in ("and", "to", "or", ",") and not plural:
        return before2.text[:1].isdigit() or before2.lower in words.SMALL
    if before == "of":
        return not plural and _is_person(before2.lower) and _has_article(tokens, first - 2)
    if before == "," and before2.lower.endswith("s") and _is_person(before2.lower[:-1]):
        return not plural and (after in _ENDINGS or after == "and")
    if before == ",":
        return before2.text[0].isupper() and after in (",", ")", ".", ";") and first > 2
    if before in ("was", "is", "turned", "were") and after in _ENDINGS:
        counted = any(
            token.lower in words.TOLL_NOUNS for token in tokens[max(0, first - 9) : first]
        )
        return not counted
    if before in ("under", "over", "below") and ends:
        return before2.lower in _PEOPLE_OF_AGE
    return previous_unit == "age" and ends and tokens[first - 1].text[0].isupper()


def _is_person(noun: str) -> bool:
    return noun in words.PERSONS or (
        noun.endswith(words.PERSON_ENDINGS) and noun not in words.GROUP_NOUNS
    )


def _has_article(tokens: Sequence[Token], index: int) -> bool:
    near = [token.lower for token in tokens[max(0, index - 3) : index]]
    return any(word in ("a", "an", "one", "another") for word in near)


def _is_label(tokens: Sequence[Token], first: int, before: str, after: str) -> bool:
    if before in words.LABELS:
        plural = after.endswith("s") and after not in words.NOT_PLURAL
        return after not in words.PEOPLE_PLURALS and not (plural and before in ("school", "post"))
    if before == "." and first > 1:
        return tokens[first - 2].lower in ("no", "nos")
    if before in ("/", "-") and first > 1 and tokens[first - 1].end == tokens[first].start:
        name = tokens[first - 2].text
        return name[0].isalpha() and tokens[first - 2].end == tokens[first - 1].start
    return before == "+"

"""Sentences of English prose.

In: a text, or a stretch of one. Out: spans in order that do not overlap, without surrounding
blanks, which together hold every visible character. Nothing can go wrong; where the rules cannot
tell, two sentences stay one, because a missing border costs less than a torn clause.
"""

import re
from typing import NamedTuple


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# A "sentence" of this many characters is a table, a list without stops or an attack; later stages
# look at a sentence as a whole, so it is cut at the next comma or blank before.
MAX_SENTENCE_CHARS = 4000

_CLOSERS = "\"'”’»)\\]*"
_STOP = re.compile(rf"[.!?…]+(?:[{_CLOSERS}]|\[\d{{1,3}}\])*")
_OPENERS = "\"'“‘«([*¿¡–—-"
_ABBREVIATED = re.compile(r"[\w'’.-]{1,24}$")
_ACRONYM = re.compile(r"(?:[^\W\d_]\.)+[^\W\d_]$")
_WORD = re.compile(r"[^\W\d_][\w'’-]*")
_GLUED = re.compile(r"[A-Z][a-z]+[ ,]")
# Names that begin small: "al-Shabaab", "el-Sisi", "ash-Sharqiyah", "d'Ivoire".
_SMALL_NAME = re.compile(r"(?:a[dlnrstz]|ash|el|as)-[A-Z]|d['’][A-Z]|eThekwini|iPhone")
_SAID_BEHIND = re.compile(
    r"(?:[\w'’-]+,? ){1,5}(?:said|says|asked|asks|wrote|writes|told|added|adds|shouted|cried|"
    r"exclaimed|recalled|posted|replied)\b"
)

# These stand before a name or a number and never close a sentence.
_BEFORE_NAME = _words(
    "mr mrs ms mx messrs dr prof gen maj col lt cmdr cpt capt sgt cpl pvt adm brig sen rep gov "
    "pres hon rev fr amb insp supt det atty mt ft msgr e.g i.e vs approx ca cf viz incl esp"
)
# These may close one: they do when the next word is one that begins sentences.
_MAY_CLOSE = _words(
    "p.m a.m ph.d st jr sr inc ltd co corp bros llc plc etc ave blvd rd bldg dept est al "
    "mon tue tues wed thu thur thurs fri sat sun jan feb mar apr jun jul aug sep sept oct nov dec "
    "ret lbs oz hrs hr"
)
# These are abbreviations before a figure only: "No. 5", "Art. 3", "Aug. 14".
_BEFORE_FIGURE = _words(
    "no nos art sec ch par para fig pp p vol app res c km jan feb mar apr jun jul aug sep sept oct "
    "nov dec"
)
_STARTERS = _words(
    "the a an this that these those he she it they we i you his her its their our my in on at by "
    "for from with after before during since while when where as if but and or so yet however "
    "meanwhile also both there here no not one two three four five six seven eight nine ten some "
    "many most all several each every another other officials police authorities according "
    "earlier later overnight separately elsewhere local residents what who how why although "
    "despite nearly about at more less only among under over"
)


class Span(NamedTuple):
    """A stretch of a text: code points, end exclusive."""

    start: int
    end: int


def split_sentences(text: str, start: int = 0, end: int | None = None) -> list[Span]:
    """Find the sentences of `text[start:end]`.

    A line break always ends a sentence; a colon or semicolon never does.

    Parameters
    ----------
    text
        The whole text; offsets are into it.
    start, end
        Stretch to split, code points, end exclusive; the whole text by default.

    Returns
    -------
    list of Span
        In order, without overlap. The time is linear in the length of the stretch.
    """
    stop = len(text) if end is None else end
    spans: list[Span] = []
    line_start = start
    while line_start < stop:
        line_end = text.find("\n", line_start, stop)
        line_end = stop if line_end < 0 else line_end
        cut = line_start
        for match in _STOP.finditer(text, line_start, line_end):
            if _ends_sentence(text, match, line_start, line_end):
                _append(spans, text, cut, match.end())
                cut = match.end()
        _append(spans, text, cut, line_end)
        line_start = line_end + 1
    return spans


def _append(spans: list[Span], text: str, start: int, end: int) -> None:
    """Append the stretch without its blanks, in pieces when it is too long."""
    while True:
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        if end - start <= MAX_SENTENCE_CHARS:
            if start < end:
                spans.append(Span(start, end))
            return
        limit = start + MAX_SENTENCE_CHARS
        half = start + MAX_SENTENCE_CHARS // 2
        cut = max(text.rfind(", ", half, limit), text.rfind("; ", half, limit)) + 1
        if cut <= 0:
            cut = text.rfind(" ", half, limit)
        cut = cut if cut > start else limit
        kept = cut
        while kept > start and text[kept - 1].isspace():
            kept -= 1
        spans.append(Span(start, kept))
        start = cut


def _ends_sentence(text: str, match: re.Match[str], low: int, high: int) -> bool:
    """Whether the stop at `match` closes a sentence of the line `text[low:high]`."""
    after = match.end()
    if after >= high:
        return True
    mark = match.group()
    if not text[after].isspace():
        return mark == "." and _glued(text, match.start(), after, low, high)
    following = after
    while following < high and (text[following].isspace() or text[following] in _OPENERS):
        following += 1
    if following >= high:
        return True
    first = text[following]
    if first.islower() and not _SMALL_NAME.match(text, following, high):
        return False
    if mark[0] in "!?":
        # '"Stop!" Mayor Ivanenko said' is one sentence.
        said = _SAID_BEHIND.match(text, following, min(high, following + 90))
        return len(mark) == 1 or said is None
    if mark.rstrip("\"'”’»)]*") != ".":
        return True
    return not _is_abbreviation(text, match.start(), low, following, high, closed=len(mark) > 1)


def _glued(text: str, dot: int, after: int, low: int, high: int) -> bool:
    """Whether a full stop without a blank behind it ends a sentence: "was hurt.The mayor"."""
    before = text[max(low, dot - 3) : dot]
    return (
        len(before) == 3
        and before.islower()
        and before.isalpha()
        and bool(_GLUED.match(text, after, min(high, after + 30)))
    )


def _is_abbreviation(
    text: str, dot: int, low: int, following: int, high: int, *, closed: bool
) -> bool:
    """Whether the full stop at `dot` belongs to a word, seen what follows it."""
    found = _ABBREVIATED.search(text, max(low, dot - 24), dot)
    if found is None:
        return False
    word = found.group().strip("'’-.").lower()
    figure = text[following].isdigit()
    if figure and word in _BEFORE_FIGURE:
        return True
    if closed:
        return False
    if word in _BEFORE_NAME:
        return True
    next_word = _WORD.match(text, following, min(high, following + 40))
    starter = next_word is not None and next_word.group().lower() in _STARTERS
    if word in _MAY_CLOSE:
        quoted = text[following - 1] in '"“«'
        return not starter and not quoted and not figure
    original = found.group()
    if len(word) == 1 and original[-1].isalpha():
        # An initial ("J. Smith", "Volodymyr O. Zelenskyy"), not "Vitamin C." nor "plan B. The".
        return original[-1].isupper() and word != "i" and not starter and not figure
    if _ACRONYM.search(original):
        return not starter
    return False

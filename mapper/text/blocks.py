"""Paragraphs, headings, list items and captions of a text, with their sentences.

In: the text of an article, a block a line. Out: `Block`s in order. Nothing can go wrong.
"""

import dataclasses
import datetime as dt
import enum
import re

from mapper.text.dateline import find_dateline
from mapper.text.furniture import is_caption, is_credit
from mapper.text.sentences import Span, split_sentences


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


class BlockKind(enum.StrEnum):
    """What a line of an article is."""

    HEADING = "heading"
    PARAGRAPH = "paragraph"
    ITEM = "item"  # of a list
    CAPTION = "caption"  # of a picture
    CREDIT = "credit"  # by-line, editors, agencies
    DATELINE = "dateline"  # a line of its own that says only where and when it was written


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Block:
    """A line of an article that says something.

    All places are code points into the text, end exclusive.

    Attributes
    ----------
    start, end
        The words, without list mark, `#` and the `**` around a whole line.
    depth
        Level of a heading (1 is the highest; 2 where nothing tells), indentation of an item in
        steps of two blanks, 0 otherwise.
    lead
        A label in front that says what the block is about, without `**` and closing punctuation:
        `Kharkiv oblast` in `**Kharkiv oblast.** A missile ...`, `Zolochiv` in `Zolochiv: a drone
        ...`. None without one. With several bold labels, the last one.
    stamp
        Time of day that the block begins with, as in a live blog; None without one.
    dateline
        Place, day and agency in front of the first paragraph, such as `KYIV, Aug 14 (BSD) -`,
        separator included; None without one.
    sentences
        In order; without dateline, stamp and bold label, but with a plain one (`Zolochiv: ...`).
    """

    start: int
    end: int
    kind: BlockKind
    depth: int = 0
    lead: Span | None = None
    stamp: dt.time | None = None
    dateline: Span | None = None
    sentences: tuple[Span, ...] = ()


_LINE = re.compile(r"[^\n]+")
_HASHES = re.compile(r"(#{1,6})\s+")
_ITEM = re.compile(
    r"(?:(?:[-*•·▪◦‣►●■◾◼▫✅❗⚡➡\U0001F300-\U0001FAFF]\ufe0f?)"
    r"|[–—](?=\s+\S{1,40}\s)|\(?[a-z0-9]{1,2}\)|\d{1,2}\.)\s+(?=\S)"
)
_BOLD_LINE = re.compile(r"\*\*([^*\n]{1,200})\*\*\s*[.:]?")
_BOLD = re.compile(r"\*\*([^*\n]{1,120})\*\*")
_BEHIND_LABEL = re.compile(r"\s*[.:–—|-]?\s*")
_ZONE = re.compile(r"[A-Z]{2,4}$")
_CLOCK = re.compile(
    r"(?:(?i:posted|published) at )?[\[(]?"
    r"(?:(?P<h>[01]?\d|2[0-3])[:.](?P<m>[0-5]\d)(?::[0-5]\d)?|(?P<h12>1[0-2]|0?[1-9]))"
    r"(?:\s?(?P<half>[ap])\.?m\b\.?)?"
    r"(?:\s?(?:GMT|UTC|BST|CE?S?T|EE?S?T|MSK|E[SD]?T|local time|Kyiv time"
    r"|(?:[A-Z][a-z]+ ){1,3}Time)(?:[+-]\d{1,2})?)?[\])]?"
)
# "published at 17:05 British Summer Time 14 June": the day stands behind the time.
_DAY_BEHIND = re.compile(r",? (?:on )?\d{1,2} [A-Z][a-z]{2,8}(?: \d{4})?$")
_PLAIN_LABEL = re.compile(r"([^\W\d_][^\n:.!?;,\"“”()*]{1,60}):\s+(?=\S)")
# Small words that stand inside a label of names: "Sumy and Chernihiv regions", "city of Gaza".
_LABEL_WORDS = _words(
    "and of the in at on near oblast oblasts region regions district districts raion province "
    "provinces state governorate county township department city town village community area front "
    "direction axis sector border airport port de la al el du des y e und"
)
_MONTHS = (
    "(?:Jan(?:uary)?|Feb(?:ruary)?|Mar(?:ch)?|Apr(?:il)?|May|June?|July?|Aug(?:ust)?"
    r"|Sept?(?:ember)?|Oct(?:ober)?|Nov(?:ember)?|Dec(?:ember)?)\.?"
)
# "Friday, 5 September", "September 5, 2025".
_DAY = (
    rf"(?:[A-Z][a-z]+day,?\s+)?(?:\d{{1,2}}(?:st|nd|rd|th)?\s+{_MONTHS}"
    rf"|{_MONTHS}\s+\d{{1,2}}(?:st|nd|rd|th)?)(?:,?\s+\d{{4}})?"
)
# A line that is a day.
_DAY_LINE = re.compile(rf"{_DAY}[.:]?")
# A day in front of a stamp's time: "14 January, 08:49".
_DAY_AHEAD = re.compile(rf"{_DAY}\s*[,|–—-]?\s+(?:at\s+)?(?=\d)")
# Days that stand over the parts of a text, at least.
_FEWEST_DAYS = 2
_INNER_STOP = re.compile(r"[a-z0-9][.!?]['\"”’]? [A-Z“\"]")
_MAX_HEADING_CHARS = 130
_MAX_HEADING_WORDS = 18
# More lines than this in a row that look like headings are verse, a table or a list of links.
_MAX_HEADINGS_IN_ROW = 3
_MAX_CAPTION_CHARS = 300
# A dateline stands in front of the first or second paragraph, behind a summary at most.
_DATELINE_PARAGRAPHS = 4


def split_blocks(text: str) -> list[Block]:
    """Split `text` into its lines and tell what each is.

    Parameters
    ----------
    text
        Text of an article as the article stage leaves it: each paragraph, heading and item on a
        line of its own. Any other text does as well.

    Returns
    -------
    list of Block
        In order; blank lines are left out. The time is linear in the length of the text.
    """
    lines = [
        span
        for match in _LINE.finditer(text)
        if (span := _trim(text, match.start(), match.end())).start < span.end
    ]
    kinds = _kinds(text, lines)
    blocks: list[Block] = []
    paragraphs = 0
    for line, kind in zip(lines, kinds, strict=True):
        looks = kind is BlockKind.PARAGRAPH and paragraphs < _DATELINE_PARAGRAPHS
        paragraphs += kind is BlockKind.PARAGRAPH
        blocks.append(_block(text, line, kind, may_have_dateline=looks))
    return blocks


def _trim(text: str, start: int, end: int) -> Span:
    while start < end and text[start].isspace():
        start += 1
    while end > start and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def _kinds(text: str, lines: list[Span]) -> list[BlockKind]:
    """Tell the kind of each line, from itself and its neighbours."""
    words = [text[line.start : line.end] for line in lines]
    kinds = [_kind_alone(line) for line in words]
    for index in range(1, len(words)):
        # A picture's caption that was extracted twice: once from its alternative text.
        doubled = words[index] == words[index - 1] and len(words[index]) <= _MAX_CAPTION_CHARS
        if doubled and len(words[index].split()) >= 4:
            kinds[index - 1] = kinds[index] = BlockKind.CAPTION
    _settle_headings(words, kinds)
    _settle_days(words, kinds)
    return kinds


def _settle_days(words: list[str], kinds: list[BlockKind]) -> None:
    """Make headings of lines that are days, where a text has several: a chronicle's."""
    days = [
        index
        for index, kind in enumerate(kinds)
        if kind is BlockKind.DATELINE and is_day(words[index])
    ]
    if len({words[index] for index in days}) < _FEWEST_DAYS:
        return
    for index in days:
        kinds[index] = BlockKind.HEADING


def is_day(line: str) -> bool:
    """Whether a line is nothing but a day: "Friday, 5 September", "September 5, 2025"."""
    return _DAY_LINE.fullmatch(line) is not None


def _is_told(words: str) -> bool:
    """Whether a bold line is a paragraph: a sentence with its full stop, longer than a heading."""
    return words.rstrip().endswith((".", "!", "?", "”", '"')) and len(words.split()) > 8


def _kind_alone(line: str) -> BlockKind:
    if _HASHES.match(line):
        return BlockKind.HEADING
    if _ITEM.match(line):
        return BlockKind.ITEM
    if bold := _BOLD_LINE.fullmatch(line):
        return BlockKind.PARAGRAPH if _is_told(bold.group(1)) else BlockKind.HEADING
    if is_caption(line):
        return BlockKind.CAPTION
    if is_credit(line):
        return BlockKind.CREDIT
    if (dateline := find_dateline(line, alone=True)) and dateline >= len(line):
        return BlockKind.DATELINE
    return BlockKind.PARAGRAPH


def _settle_headings(words: list[str], kinds: list[BlockKind]) -> None:
    """Make headings of short lines without a closing stop that stand before something."""
    run: list[int] = []
    for index in range(len(words) + 1):
        at_end = index == len(words)
        if not at_end and kinds[index] is BlockKind.PARAGRAPH and _looks_like_heading(words[index]):
            run.append(index)
            continue
        if run and not at_end and words[index][0].islower():
            # The last line was cut off in its sentence, which goes on here.
            run.pop()
        if not at_end and len(run) <= _MAX_HEADINGS_IN_ROW:
            for candidate in run:
                kinds[candidate] = BlockKind.HEADING
        run = []


def _looks_like_heading(line: str) -> bool:
    if len(line) > _MAX_HEADING_CHARS:
        return False
    parts = line.split()
    if len(parts) > _MAX_HEADING_WORDS:
        return False
    if (stamp := _clock(line, 0)) and stamp[1] == len(line):
        return True
    last = line.rstrip("\"'”’»)*")[-1:]
    if last in (".", "!", "…", ",", ";", ":", ""):
        return False
    if last == "?":
        return sum(part[:1].isupper() for part in parts) >= 0.6 * len(parts)
    if _INNER_STOP.search(line):
        return False
    return not line[0].islower() and any(char.isalpha() for char in line)


def _block(text: str, line: Span, kind: BlockKind, *, may_have_dateline: bool) -> Block:
    start, end, depth = line.start, line.end, 0
    if kind is BlockKind.HEADING:
        depth = 2
        if hashes := _HASHES.match(text, start, end):
            depth, start = len(hashes.group(1)), hashes.end()
        if bold := _BOLD_LINE.fullmatch(text, start, end):
            start, end = bold.span(1)
    elif kind is BlockKind.PARAGRAPH and (bold := _BOLD_LINE.fullmatch(text, start, end)):
        start, end = bold.span(1)
    elif kind is BlockKind.ITEM and (mark := _ITEM.match(text, start, end)):
        depth = (start - text.rfind("\n", 0, start) - 1) // 2
        start = mark.end()
    start, end = _trim(text, start, end)
    at, stamp = start, None
    lead: Span | None = None
    dateline: Span | None = None
    head = text[start : min(end, start + 200)] if kind is BlockKind.PARAGRAPH else ""
    if past := find_dateline(head, sure=not may_have_dateline):
        dateline = _trim(text, start, start + past)
        at = start + past
    elif kind is not BlockKind.CAPTION:
        at, stamp, lead = _labels(text, start, end)
    return Block(
        start=start,
        end=end,
        kind=kind,
        depth=depth,
        lead=lead,
        stamp=stamp,
        dateline=dateline,
        sentences=tuple(split_sentences(text, at, end)),
    )


def _labels(text: str, start: int, end: int) -> tuple[int, dt.time | None, Span | None]:
    """Where the prose begins behind stamp and labels, with these."""
    at, stamp = start, None
    lead: Span | None = None
    if found := _clock(text, at, end):
        stamp, at = found
        at = _skip(text, at, end)
    while bold := _BOLD.match(text, at, end):
        inner = _trim(text, *bold.span(1))
        clock = _clock(text, inner.start, inner.end)
        if clock and clock[1] == inner.end and stamp is None:
            stamp = clock[0]
        elif lead is None and _closes_label(text, inner, bold.end(), end):
            lead = _bare(text, inner)
        else:
            break
        at = _skip(text, bold.end(), end)
    if lead is None and (plain := _PLAIN_LABEL.match(text, at, min(end, at + 70))):
        label = plain.group(1).split()
        if len(label) <= 6 and label[0][:1].isupper() and all(map(_is_label_word, label)):
            lead = _trim(text, *plain.span(1))
    return at, stamp, lead


def _closes_label(text: str, inner: Span, after: int, end: int) -> bool:
    """Whether a bold word is a label, and not the emphasised beginning of a sentence."""
    if not any(char.isalnum() for char in text[inner.start : inner.end]):
        return False
    if text[inner.end - 1] in ".:!?–—-" or after >= end:
        return True
    return text[after:end][:2].strip()[:1] in (":", "–", "—", "|", "-", "*")


def _bare(text: str, span: Span) -> Span:
    start, end = span
    while end > start and (text[end - 1] in ".:–—-|" or text[end - 1].isspace()):
        end -= 1
    return Span(start, end)


def _is_label_word(word: str) -> bool:
    return word[:1].isupper() or word in _LABEL_WORDS


def _skip(text: str, at: int, end: int) -> int:
    """Past blanks and one mark that separates a label from what follows."""
    found = _BEHIND_LABEL.match(text, at, end)
    return found.end() if found else at


def _clock(text: str, start: int, end: int | None = None) -> tuple[dt.time, int] | None:
    """Time of day at `start`, and where it ends."""
    stop = len(text) if end is None else end
    if (ahead := _DAY_AHEAD.match(text, start, min(stop, start + 40))) is not None:
        start = ahead.end()
    found = _CLOCK.match(text, start, min(stop, start + 60))
    if found is None:
        return None
    hour_text = found["h"] or found["h12"]
    half = found["half"]
    if found["h12"] and not half:
        return None
    closing = _DAY_BEHIND.match(text, found.end(), min(stop, found.end() + 30))
    past = closing.end() if closing is not None and closing.end() == stop else found.end()
    if past < stop and (text[past].isalnum() or text[past] in "%."):
        return None
    sure = half or _ZONE.search(found.group()) or text[max(0, start - 2) : start] == "**"
    if "." in found.group()[:3] and not sure:
        # "17.40" alone may be a price or a share.
        return None
    hour, minute = int(hour_text), int(found["m"] or 0)
    if half and 1 <= hour <= 12:
        hour = hour % 12 + (12 if half == "p" else 0)
    return dt.time(hour, minute), past

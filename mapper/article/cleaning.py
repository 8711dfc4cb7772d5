"""Clean text: one form of each character, one line a paragraph, no page furniture.

In: text as it was read, possibly hostile. Out: text fit for the later stages. Nothing can go wrong;
what is left may be empty. The time is linear in the length of the text.
"""

import itertools
import re
import unicodedata

from mapper.article.furniture import is_furniture, is_pointer

# Line ends: CR LF, CR, VT, FF, NEL, LINE and PARAGRAPH SEPARATOR.
_LINE_END = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
# Control characters, soft hyphen, zero-width and bidirectional marks, tags, lone surrogates,
# non-characters: none can be seen, and each could hide or turn round words.
_INVISIBLE = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e\u200b-\u200f"
    "\u202a-\u202e\u2060-\u206f\u3164\ufe00-\ufe0f\ufeff\uffa0\ufff0-\ufffb\ufffe\uffff"
    "\ud800-\udfff\U000e0000-\U000e0fff]"
)
_BLANKS = re.compile(r"[^\S\n]")
_INNER_BLANKS = re.compile(r"(?<=\S) {2,}")
# No script stacks more than a few marks on a letter, and ordering a long pile takes quadratic time.
_MARK = (
    "[\u0300-\u036f\u0483-\u0489\u0591-\u05bd\u0610-\u061a\u064b-\u065f\u06d6-\u06ed"
    "\u1ab0-\u1aff\u1dc0-\u1dff\u20d0-\u20ff\u302a-\u302f\u3099\u309a\ufe20-\ufe2f]"
)
_MARK_PILE = re.compile(f"({_MARK}{{6}}){_MARK}+")
_BOLD = re.compile(r"\*\*(?=\S)([^*\n]{1,300}?)(?<=\S)\*\*")
_IMAGE = re.compile(r"!\[[^\]\n]{0,300}\]\([^)\n]{0,2000}\)")
_LINK = re.compile(
    r"\[([^\]\n]{1,500})\]\((?:https?:|/|#|mailto:|\.)[^)\s]{0,2000}(?: \"[^\"\n]{0,300}\")?\)"
)
_STRONG = re.compile(r"(?<!\w)__(?=\S)([^_\n]{1,300}?)(?<=\S)__(?!\w)")
_EMPHASIS = re.compile(r"(?<![\w*\\])\*(?=[^\s*])([^*\n]{1,500}?)(?<=[^\s*])\*(?![\w*])")
_RULE_CHARS = "-=_*~ "
_LIST_OR_HEADING = re.compile(r"\s*(?:[-*•·▪–—>#|]|\(?\w{1,2}[.)]\s)")
_ITEM = re.compile(r"(?:[-*•·▪–—]|\d{1,2}[.)])\s")
_CLOSED = re.compile(r"[.!?…:;][\"'”’»)\]*]*$")
# A hard-wrapped text fills its lines up to a width in this range and rarely ends a sentence there.
_WRAP_MIN, _WRAP_MAX = 40, 130
_WRAP_MIN_LINES = 4
# A line this near to the width that does not end a sentence was broken, by whatever rule.
_LONG_SHARE = 0.75


def clean_text(text: str) -> str:
    """Bring a text into the form that all later stages expect.

    Normal form C; line feeds; plain blanks, single between words; invisible characters, page
    furniture, lists of other articles and runs of blank lines gone; hard-wrapped paragraphs on one
    line; `**` kept around labels and whole lines only.

    Parameters
    ----------
    text
        Text of any origin; NUL and lone surrogates are allowed.

    Returns
    -------
    str
        Without leading and trailing blank lines; empty when nothing visible is left.
    """
    lines = [line.rstrip() for line in plain_characters(text).split("\n")]
    kept: list[str] = []
    others = False  # in a list of other articles
    for line in _unwrap(["" if _is_rule(line) else line for line in lines]):
        word = line.strip()
        if others and _ITEM.match(word):
            continue
        others = is_pointer(word) or (others and not word)
        if (others and word) or is_furniture(word):
            continue
        if line or (kept and kept[-1]):
            kept.append(_keep_label_bold(line) if "**" in line else line)
    return "\n".join(kept).strip("\n").rstrip()


def clean_line(text: str, max_chars: int = 500) -> str | None:
    """One line of clean text for a title or a name; None when nothing is left.

    Parameters
    ----------
    text
        Text of any origin.
    max_chars
        Code points that are kept.
    """
    line = " ".join(plain_characters(text[: max_chars * 4]).split())
    return line[:max_chars] or None


def plain_characters(text: str) -> str:
    """One form of each character: NFC, line feeds, plain blanks, nothing invisible."""
    text = _LINE_END.sub("\n", text)
    if not text.isascii():
        text = _INVISIBLE.sub("", text)
        text = _MARK_PILE.sub(r"\1", text)
        text = unicodedata.normalize("NFC", text)
    else:
        text = _INVISIBLE.sub("", text)
    return _INNER_BLANKS.sub(" ", _BLANKS.sub(" ", text))


def strip_markdown(text: str) -> str:
    """Take links, pictures and emphasis out of Markdown; bold, headings and lists stay."""
    text = _IMAGE.sub("", text)
    text = _LINK.sub(r"\1", text)
    text = _STRONG.sub(r"**\1**", text)
    return _EMPHASIS.sub(r"\1", text)


def _is_rule(line: str) -> bool:
    """Whether a line is drawn and not written: `---`, `* * *`, `=====`."""
    return len(line) >= 3 and not line.strip(_RULE_CHARS)


def _keep_label_bold(line: str) -> str:
    """Take `**` away where it only stresses words inside a sentence."""

    def replace(match: re.Match[str]) -> str:
        # A few characters each side, for the line may have a million.
        before = line[max(0, match.start() - 12) : match.start()].rstrip()
        starts = not before or before[-1] in '.!?…:*-•]"”' or before.replace(":", "").isdigit()
        after = line[match.end() : match.end() + 12].lstrip()
        inner = match.group(1).rstrip()
        labels = inner[-1:] in ".:!?–—-" or not after or after[0] in ":–—|-*"
        clock = inner[:1].isdigit() and inner.replace(":", "").replace(".", "").isdigit()
        return match.group() if starts and (labels or clock) else match.group(1)

    return _BOLD.sub(replace, line)


def _unwrap(lines: list[str]) -> list[str]:
    """Join the lines of paragraphs when the text is hard-wrapped."""
    width = max((len(line.strip()) for line in lines), default=0)
    if not _WRAP_MIN <= width <= _WRAP_MAX:
        return lines
    separated = _wraps_between_blank_lines(lines, width)
    if not separated and not _breaks_sentences(lines, width):
        return lines
    joined: list[list[str]] = []
    last = ""
    for line in lines:
        word = line.strip()
        if last and word and not _LIST_OR_HEADING.match(word):
            long = len(last) >= _LONG_SHARE * width
            goes_on = long or word[0].islower() or _is_full(last, word, width)
            if len(last) > width // 2 if separated else goes_on and not _CLOSED.search(last[-8:]):
                joined[-1].append(word)
                last = word
                continue
        joined.append([line])
        last = word
    return [" ".join(parts) for parts in joined]


def _pairs(lines: list[str]) -> list[tuple[str, str]]:
    """Lines that stand directly above another one that could continue them."""
    words = [line.strip() for line in lines]
    return [
        (line, following)
        for line, following in itertools.pairwise(words)
        if line and following and not _LIST_OR_HEADING.match(following)
    ]


def _is_full(line: str, following: str, width: int) -> bool:
    """Whether the first word of the following line had no room."""
    return len(line) + 1 + len(following.split(maxsplit=1)[0]) > width - 2


def _wraps_between_blank_lines(lines: list[str], width: int) -> bool:
    """Whether paragraphs are wrapped and blank lines separate them."""
    pairs = _pairs(lines)
    full = sum(_is_full(line, following, width) for line, following in pairs)
    closed = sum(bool(_CLOSED.search(line[-8:])) for line, _ in pairs)
    return len(pairs) >= _WRAP_MIN_LINES and full >= 0.8 * len(pairs) and closed <= 0.5 * len(pairs)


def _breaks_sentences(lines: list[str], width: int) -> bool:
    """Whether lines end within sentences, as in paragraphs wrapped without blank lines between."""
    pairs = _pairs(lines)
    broken = [
        line
        for line, following in pairs
        if following[0].islower() and not _CLOSED.search(line[-8:])
    ]
    long = sum(len(line) >= 0.6 * width for line in broken)
    return len(broken) >= max(2, 0.1 * len(pairs)) and long >= 0.8 * len(broken)

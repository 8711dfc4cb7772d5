"""Lines about the text instead of the event: captions and credits.

In: a line. Out: yes or no. Nothing can go wrong.
"""

import re

_PHOTO = (
    r"(?:(?:file|archive|handout|screen)[ -]?)?(?:photos?|photographs?|images?|pictures?|pics?"
    r"|illustration|screenshot|video|footage|graphic|map)"
)
_CAPTION_START = re.compile(
    rf"(?:\(|\[)?{_PHOTO}(?:\s+(?:credits?|courtesy|by|source|from|taken by))?\s*[:/©]|"
    rf"{_PHOTO}\s+(?:by|courtesy of|credit|copyright|caption|source)\s+[@A-Z]|"
    r"(?:caption|credits?)\s*:|©",
    re.IGNORECASE,
)
# "Photo by", "Source: AP" in brackets, or "Photo: Agency" behind the last stop.
_CAPTION_END = re.compile(
    rf"[(\[](?:{_PHOTO}|credit|courtesy|source)\b[^()\[\]\n]{{0,80}}[)\]]\.?$|"
    rf"[.!?\"”’)|/]\s*(?:{_PHOTO}(?:\s+by|\s+credit)?\s*[:/]|©)\s*[^.\n]{{2,60}}\.?$",
    re.IGNORECASE,
)
_AGENCY = (
    r"(?:AP|AFP|EPA|EFE|DPA|ANSA|TASS|Reuters|Anadolu|Xinhua|Getty|Ukrinform|Interfax|Bloomberg|"
    r"UPI|PA|RIA Novosti|Zuma|Sipa|Alamy|Shutterstock|Kyodo|Yonhap)"
)
_CREDIT_END = re.compile(
    rf"[.!?\"”’]\s+(?:[A-Z][\w'’.-]+(?:\s[A-Z][\w'’.-]+){{0,3}}\s?[/|]\s?[A-Z][\w .'’-]{{1,40}}"
    rf"|(?:[A-Z][\w'’-]+\s){{0,3}}{_AGENCY}(?:\s(?:Photo|Images|Agency|Pool|News))?)\.?$"
)
_BYLINE = re.compile(
    r"(?:[Bb]y|BY|[Ww]ords by|[Tt]ext by|[Ww]ritten by)\s+(?:our\s|the\s)?[A-Z][\w'’.-]+"
    r"(?:,?\s(?:and\s|in\s|for\s|of\s|the\s|&\s|our\s|staff\s|writer|correspondent|editor|desk)*"
    r"(?:[A-Z][\w'’.-]*)?){0,10}\.?"
)
_CREDIT = re.compile(
    r"[(\[]?(?:(?:additional\s)?reporting|writing|edit(?:ing|ed)|compiled|translated|translation|"
    r"research|written|contribut(?:ed|ions))\s+(?:by|to this)\b[^\n]{0,240}$",
    re.IGNORECASE,
)
# How old an entry of a live page is, or when it was last changed.
_AGE = re.compile(
    r"\d{1,2}\s?(?:hours?|hrs?|h|minutes?|mins?|m|days?|d)\s+ago|"
    r"(?:last\s)?updated\s(?:at\s)?[^\n]{0,20}\d[:.]\d\d[^\n]{0,20}",
    re.IGNORECASE,
)
_MAX_CAPTION_CHARS = 500
_MAX_BYLINE_WORDS = 14


def is_caption(line: str) -> bool:
    """Whether `line` is the caption or the credit of a picture.

    Parameters
    ----------
    line
        A whole line without surrounding blanks.
    """
    if len(line) > _MAX_CAPTION_CHARS:
        return False
    if _CAPTION_START.match(line):
        return True
    tail = line[-120:]
    return bool(_CAPTION_END.search(tail) or _CREDIT_END.search(tail))


def is_credit(line: str) -> bool:
    """Whether `line` says only who wrote, edited or reported, or how old it is.

    Parameters
    ----------
    line
        A whole line without surrounding blanks.
    """
    if len(line) > _MAX_CAPTION_CHARS:
        return False
    if _CREDIT.match(line) or _AGE.fullmatch(line):
        return True
    return len(line.split()) <= _MAX_BYLINE_WORDS and _BYLINE.fullmatch(line) is not None

"""Datelines: where, when and by whom a report was written, in front of its first words.

In: the beginning of a paragraph. Out: how far the dateline goes. Nothing can go wrong.

A dateline places the writer and not the event, so later stages leave its places out; its day helps
to date the article.
"""

import re


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_MONTH = (
    r"(?:Jan(?:uary|\.)?|Feb(?:ruary|\.)?|Mar(?:ch|\.)?|Apr(?:il|\.)?|May|June?|July?|Aug(?:ust|\.)?"
    r"|Sept?(?:ember|\.)?|Oct(?:ober|\.)?|Nov(?:ember|\.)?|Dec(?:ember|\.)?)"
)
_DAY = r"(?:Mon|Tues?|Wed(?:nes)?|Thu(?:rs?)?|Fri|Sat(?:ur)?|Sun)(?:day|\.)?"
_DATE = (
    rf"(?:{_DAY},?\s)?(?:{_MONTH}\s\d{{1,2}}(?:st|nd|rd|th)?|\d{{1,2}}(?:st|nd|rd|th)?\s{_MONTH})"
    r"(?:,?\s\d{4})?|\d{4}-\d\d-\d\d|\d{1,2}[./]\d{1,2}[./]\d{4}"
)
_LOUD_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][A-ZÀ-ÖØ-ÞĀ-ŽʼʻÉ'’`.-]+"
_NAME_WORD = r"[A-ZÀ-ÖØ-ÞĀ-Ž][\w'’`.-]*"
_LOUD = rf"{_LOUD_WORD}(?:(?:\s|\s?/\s?){_LOUD_WORD}){{0,3}}"
_NAME = rf"{_NAME_WORD}(?:(?:\s|-(?:on|sur|de)-){_NAME_WORD}){{0,3}}"
_WIDER = rf"(?:,\s(?:the\s)?{_NAME}){{0,2}}"
_AGENCY = r"[(\[][^()\[\]\n]{2,40}[)\]]"
_DASH = r"(?:[-–—―]{1,2})"
_LOUD_PLACE = rf"(?P<loud>{_LOUD}){_WIDER}"

_PATTERNS = tuple(
    re.compile(pattern)
    for pattern in (
        # KYIV, Aug 14 (BSD) - | GAZA CITY, Gaza Strip (AP) — | HODEIDAH, Tuesday 16 September 2025.
        rf"{_LOUD_PLACE},?\s(?:{_DATE})(?:,?\s?{_AGENCY})?\s?(?:{_DASH}|[:.|])\s",
        rf"{_LOUD_PLACE},?\s?{_AGENCY}\s?(?:{_DASH}|[:.|])\s",
        # WASHINGTON — | NEW DELHI: | KYIV, Ukraine -
        rf"{_LOUD_PLACE}\s?(?:\s{_DASH}|[—―]|:)\s",
        # Kyiv, Ukraine (WE) — | Kyiv (Agency) –
        rf"{_NAME}{_WIDER},?\s{_AGENCY}\s?(?:{_DASH}|[:|])\s",
        # Kyiv, 14 August 2025 — | Kharkiv, September 17 (Agency). | Kyiv, 14 August 2025.
        rf"{_NAME}{_WIDER},\s(?:{_DATE})(?:,?\s?{_AGENCY}\s?(?:{_DASH}|[:.|])|\s?{_DASH}|[:.|])\s",
        # Pemba — Insurgents killed four people in an attack on a village in ... : the event has a
        # place of its own behind it.
        rf"{_NAME}{_WIDER}\s[—–]\s(?=[A-Z][^\n]{{0,190}}\b(?:in|near|at|of|on)\s(?:the\s)?[A-Z])",
        # January 21, 2026 (KADUGLI) –
        rf"(?:{_DATE})\s\((?P<loud>{_LOUD}){_WIDER}\)\s?{_DASH}\s",
        # (Chiang Mai, 7 February 2025)
        rf"\({_NAME}{_WIDER},\s(?:{_DATE})\)\s(?:{_DASH}\s)?",
        # (Reuters) -
        rf"\((?:[A-Z][^()\n]{{1,30}})\)\s?{_DASH}\s",
    )
)
# Datelines of an agency, wherever they stand: below flashes on the same happening.
_SURE = re.compile(rf"{_LOUD_PLACE},?\s(?:{_DATE}),?\s?\([A-Z][A-Za-z ]{{1,20}}\)\s?{_DASH}\s")
# ADEN, 3 May 2025 | Washington (CNN)
_ALONE = re.compile(
    rf"(?:{_LOUD_PLACE}|{_NAME}{_WIDER})(?:,\s(?:{_DATE})(?:,?\s?{_AGENCY})?|,?\s\([A-Z]\w{{1,11}}\))"
    rf"\.?(?:\s?{_DASH})?"
)
# Loud words that announce a text and are no place.
_NOT_PLACES = _words(
    "BREAKING UPDATE UPDATED UPDATES LIVE WATCH EXCLUSIVE ANALYSIS OPINION EXPLAINER EXPLAINED "
    "FACTBOX URGENT VIDEO READ NOTE CORRECTION PHOTOS PHOTO NEWS WARNING LISTEN INTERVIEW COMMENT "
    "EDITORIAL FACT CHECK SUMMARY DEVELOPING ALERT BRIEF BACKGROUND CONTEXT TIMELINE REPORT "
    "BULLETIN UAV FPV POW ICYMI FAQ TLDR Q A"
)
_AT_START = 200


def find_dateline(paragraph: str, *, alone: bool = False, sure: bool = False) -> int:
    """Tell where the dateline at the beginning of `paragraph` ends.

    Parameters
    ----------
    paragraph
        A paragraph without leading blanks; its first 200 characters are looked at.
    alone
        Accept only a dateline that is the whole line.
    sure
        Accept only a loud place with day and agency, as no other paragraph begins.

    Returns
    -------
    int
        Code points from the beginning, separator and blank included; 0 without a dateline.
    """
    head = paragraph[:_AT_START]
    if alone:
        found = _ALONE.fullmatch(head) if len(paragraph) <= _AT_START else None
        return found.end() if found else 0
    for pattern in (_SURE,) if sure else _PATTERNS:
        found = pattern.match(head)
        if found is None:
            continue
        loud = found.groupdict().get("loud")
        if loud is not None and (_NOT_PLACES & set(loud.split()) or len(loud) < 3):
            continue
        return found.end()
    return 0

"""Which articles carry one and the same text about an incident: an agency's, most often.

In: the reports of an incident and the texts of their articles. Out: for each article that repeats
another's words, the one that had them first. Only the paragraphs in which the reports stand are
compared, so that an article of an outlet's own may well quote the agency elsewhere. Linear in the
words; the order of the reports makes no difference. Nothing can go wrong.
"""

import re
from collections import Counter
from collections.abc import Mapping, Sequence

from mapper.incident.merge import Published, in_order
from mapper.report.model import Report

# Two writers who report one thing share eight words in a row by chance, or by quoting somebody, but
# not this many times, and not in most of what they write of it.
SHINGLE_WORDS = 8
_LEAST_SHARED = 12
_LEAST_SHARE = 0.6

_WORD = re.compile(r"\w+")


def find_copies(
    reports: Sequence[Report], texts: Mapping[str, str], published: Published
) -> dict[str, str]:
    """Give the id of the original for each article that carries another one's text.

    The original is the article that appeared first, of one day the one with the first id. An
    article is compared with originals only, so that a copy of a copy is a copy of the first.

    Parameters
    ----------
    texts
        Article id to its text; without it the reports' own words are compared.
    """
    told: dict[str, list[Report]] = {}
    for report in in_order(reports, published):
        told.setdefault(report.article_id, []).append(report)
    if len(told) < 2:
        return {}
    copies: dict[str, str] = {}
    sizes: dict[str, int] = {}
    owners: dict[str, list[str]] = {}
    for article, own in told.items():
        words = _shingles(own, texts.get(article))
        shared = Counter(owner for one in words for owner in owners.get(one, ()))
        original = _original(shared, len(words), sizes)
        if original is not None:
            copies[article] = original
            continue
        sizes[article] = len(words)
        for one in words:
            owners.setdefault(one, []).append(article)
    return copies


def _original(shared: Counter[str], size: int, sizes: Mapping[str, int]) -> str | None:
    """Choose the article that shares most, when that is most of the shorter of the two."""
    for owner, common in sorted(shared.items(), key=lambda item: (-item[1], item[0])):
        if common >= _LEAST_SHARED and common >= _LEAST_SHARE * min(size, sizes[owner]):
            return owner
    return None


def _shingles(reports: Sequence[Report], text: str | None) -> set[str]:
    """Give the runs of eight words in the paragraphs in which an article's reports stand."""
    passages = dict.fromkeys(_passage(report, text) for report in reports)
    found: set[str] = set()
    for passage in passages:
        words = _WORD.findall(passage.lower())
        runs = range(len(words) - SHINGLE_WORDS + 1)
        found.update(" ".join(words[n : n + SHINGLE_WORDS]) for n in runs)
    return found


def _passage(report: Report, text: str | None) -> str:
    if text is None:
        return report.quote
    first = text.rfind("\n", 0, report.start) + 1
    last = text.find("\n", report.end)
    return text[first : last if last >= 0 else len(text)]

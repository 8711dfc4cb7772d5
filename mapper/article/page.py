"""The article out of an HTML page.

In: a page. Out: its main text as lines, and what its metadata say. `ArticleError` when the page has
no article.

trafilatura finds the main text and the metadata. Two things are done for it beforehand, because it
loses them in some layouts: what is certainly no article (menus, forms, notices, picture captions,
lists of links) is cut out of the tree, and headings, list items and bold labels are written into
the text as Markdown. Where the page marks its article and trafilatura drops part of that, the
marked part is taken instead.
"""

import dataclasses
import datetime as dt
import re
from typing import TYPE_CHECKING

from mapper.article.published import parse_published
from mapper.errors import ArticleError

if TYPE_CHECKING:
    from lxml.html import HtmlElement


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """What a page gives; `text` is not yet cleaned. None where the page says nothing."""

    text: str
    title: str | None = None
    source: str | None = None
    published: dt.date | None = None
    language: str | None = None
    url: str | None = None


_CONTROL = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]")
_NEVER = _words(
    "script style noscript template nav aside footer form button iframe svg canvas object embed "
    "figure figcaption select textarea audio video dialog menu input label picture map"
)
_ROLES = _words(
    "navigation dialog alertdialog complementary contentinfo banner search menu menubar toolbar "
    "alert tooltip"
)
_FURNITURE_NAME = re.compile(
    r"(?:^|[\s_-])(?:cookies?|consent|gdpr|ccpa|newsletters?|subscri(?:be|ption)s?|sign-?up|related"
    r"|recommend(?:ed|ations?)?|read-?(?:next|more|also)|more-?(?:on|from|stories|news|articles)?"
    r"|most-?(?:read|popular)|trending|popular|social|share|sharing|sharedaddy|follow|promo(?:tion)?"
    r"|adverts?|advert(?:isement|ising)|ads?|ad-?(?:slot|unit|container|wrapper)|sponsor(?:ed)?"
    r"|outbrain|taboola|breadcrumbs?|comments?|respond|disqus|sidebar|side-?bar|widget|byline"
    r"|authors?|author-?(?:bio|box|info)|credits?|caption|photo-?credit|wp-caption-text|copyright"
    r"|tags?|tag-?(?:list|cloud)|topics|paywall|pop-?up|modal|overlay|banner|masthead|foot|footer"
    r"|menu|nav(?:bar|igation)?|skip-?(?:link|to-content)|pagination|pager|login|donat(?:e|ion)s?"
    r"|screen-?reader(?:-text)?|sr-only|visually-hidden|toolbar|toc|jump-?links?|teasers?|cards?)"
    r"(?:$|[\s_-])",
    re.IGNORECASE,
)
_HIDDEN_STYLE = re.compile(r"display\s*:\s*none|visibility\s*:\s*hidden", re.IGNORECASE)
# An element that holds more than this share of the page's running text is the article, whatever
# its class is called.
_MAX_CUT_SHARE = 0.4
_LINK_SHARE = 0.75
_LINK_HOLDERS = frozenset(("ul", "ol", "div", "section", "p", "table", "td"))
_BLOCKS = _words(
    "p div li ul ol dl dt dd h1 h2 h3 h4 h5 h6 section article main blockquote pre table tr td th "
    "tbody thead header hr figure details summary center body address"
)
_HEADINGS = {f"h{level}": "#" * max(2, level) + " " for level in range(1, 7)}
# trafilatura weighs the links of each element anew at each level: with thousands of links that
# takes minutes. Lists of links are gone by then.
_LARGE_PAGE_CHARS = 500_000
_TAG = re.compile(r"<(?:p|div|article|section|h[1-6]|span|br|ul|table|title)\b", re.IGNORECASE)
_PROSE_WORDS = 6
_PROSE = re.compile(r"[.!?…][\"'”’»)\]*]*(?:\s|$)")
_DOUBLE_MARK = re.compile(r"^[-*•]\s+(?=[-#]\s)", re.MULTILINE)
_TITLE_TAIL = re.compile(r"\s+[|–—»·-]\s+[^|–—»·]{2,60}$")
# Below this share of the marked article, trafilatura has dropped part of it.
_KEPT_SHARE = 0.85


def read_page(html: str, *, url: str | None = None) -> Page:
    """Take the article out of a page.

    Parameters
    ----------
    html
        The page.
    url
        Where it was fetched, or None.

    Returns
    -------
    Page
        With a line a paragraph, heading (`## `) or item (`- `), and `**` around bold words.

    Raises
    ------
    ArticleError
        When there is no running text in it.
    """
    import trafilatura

    html = _CONTROL.sub(" ", html)
    tree = trafilatura.load_html(html)
    is_part = tree is not None and tree.tag != "html"
    if is_part or (tree is None and _TAG.search(html)):
        # Those who take elements out of a tree count on its root to stay.
        tree = trafilatura.load_html(f"<html><body>{html}</body></html>")
    if tree is None:
        msg = "no HTML page"
        raise ArticleError(msg)
    page = _metadata(tree, url)
    _cut_furniture(tree)
    if len(html) > _LARGE_PAGE_CHARS:
        for link in list(tree.iter("a")):
            link.drop_tag()
    title_words = _squeeze(page.title or "")
    _open_layout_tables(tree)
    _write_marks(tree, title_words)
    marked = _marked_article(tree)
    own = _render(marked) if marked is not None else ""
    found = trafilatura.extract(
        tree, url=url, include_comments=False, include_formatting=False, favor_recall=True
    )
    text = _DOUBLE_MARK.sub("", found or "")
    if len(_squeeze(text)) < _KEPT_SHARE * len(_squeeze(own)):
        text = own
    if not _has_prose(text):
        body = tree.find("body")
        text = own if _has_prose(own) else _render(tree if body is None else body)
    if not _has_prose(text):
        msg = "no article found in the page"
        raise ArticleError(msg)
    return dataclasses.replace(page, text=text)


def _metadata(tree: "HtmlElement", url: str | None) -> Page:
    from trafilatura.metadata import extract_metadata

    # No end date: whether a page is of the future does not depend on the day it is read.
    dates = {"original_date": True, "extensive_search": False, "max_date": "2100-12-31"}
    known = extract_metadata(tree, default_url=url, date_config=dates, extensive=False)
    published = None
    if known.date:
        try:
            published = parse_published(known.date)
        except ArticleError:
            published = None
    title = known.title
    if title and known.sitename and (tail := _TITLE_TAIL.search(title)):
        site = tail.group().strip(" |–—»·-").casefold()
        title = title[: tail.start()] if site == known.sitename.casefold() else title
    return Page(
        text="",
        title=title or None,
        source=known.sitename or None,
        published=published,
        language=tree.get("lang"),
        url=known.url or None,
    )


def _squeeze(text: str) -> str:
    return "".join(char for char in text if char.isalnum()).casefold()


@dataclasses.dataclass(slots=True)
class _Amount:
    """Characters of text in an element: all, inside links, inside paragraphs; and its links."""

    total: int = 0
    linked: int = 0
    prose: int = 0
    links: int = 0


def _amounts(tree: "HtmlElement") -> "dict[HtmlElement, _Amount]":
    """Count the text of every element, in one pass from the leaves up."""
    amounts: dict[HtmlElement, _Amount] = {}
    for element in reversed(list(tree.iter())):
        own = _Amount(total=len((element.text or "").strip()))
        for child in element:
            inner = amounts[child]
            own.total += inner.total + len((child.tail or "").strip())
            own.linked += inner.linked
            own.prose += inner.prose
            own.links += inner.links
        if element.tag == "a":
            own.linked, own.links = own.total, own.links + 1
        if element.tag == "p":
            own.prose = own.total
        amounts[element] = own
    return amounts


def _cut_furniture(tree: "HtmlElement") -> None:
    """Remove what is no part of an article."""
    from lxml import etree

    etree.strip_elements(tree, etree.Comment, etree.ProcessingInstruction, with_tail=False)
    for element in list(tree.iter(*_NEVER)):
        _drop(element)
    amounts = _amounts(tree)
    whole = amounts[tree].prose or amounts[tree].total
    for element, amount in reversed(list(amounts.items())):
        if element.getparent() is None or element.tag in ("html", "body", "article", "main"):
            continue
        if element.tag in _LINK_HOLDERS and _is_links(amount):
            _drop(element)
        elif _is_named_furniture(element):
            own = amount.prose or amount.total
            if own <= _MAX_CUT_SHARE * whole or element.get("hidden") is not None:
                _drop(element)


def _drop(element: "HtmlElement") -> None:
    if element.getparent() is not None:
        element.drop_tree()


def _is_named_furniture(element: "HtmlElement") -> bool:
    get = element.get
    if get("hidden") is not None or get("aria-hidden") == "true":
        return True
    if (get("role") or "").lower() in _ROLES or _HIDDEN_STYLE.search(get("style") or ""):
        return True
    names = f"{get('class') or ''} {get('id') or ''} {get('data-component') or ''}"
    if element.tag == "header":
        return element.find(".//h1") is None
    return bool(names.strip()) and _FURNITURE_NAME.search(names[:300]) is not None


def _is_links(amount: _Amount) -> bool:
    """Whether an element holds two links or more and next to nothing else."""
    return amount.links >= 2 and amount.linked >= _LINK_SHARE * amount.total


def _open_layout_tables(tree: "HtmlElement") -> None:
    """Make plain blocks of tables that arrange the page and hold no data."""
    for table in list(tree.iter("table")):
        cells = list(table.iter("td", "th"))
        if any(len(cell) and _holds_block(cell) for cell in cells) or len(cells) == 1:
            for part in [table, *table.iter("tbody", "thead", "tr", "td", "th")]:
                part.tag = "div"


def _holds_block(element: "HtmlElement") -> bool:
    return any(child.tag in _BLOCKS or child.tag == "br" for child in element.iterdescendants())


def _write_marks(tree: "HtmlElement", title: str) -> None:
    """Write bold words, headings and items into the text as Markdown, and unwrap `time`."""
    for element in list(tree.iter("b", "strong")):
        text = element.text_content()
        # One within another is gone with it by now.
        is_there = element.getparent() is not None
        if is_there and text.strip() and not _holds_block(element):
            core = " ".join(text.split())
            before = " " if text[:1].isspace() else ""
            after = " " if text[-1:].isspace() else ""
            _replace(element, f"{before}**{core}**{after}")
    for element in list(tree.iter("time", "abbr", "mark", "u", "font", "span", "em", "i")):
        element.drop_tag()
    for element in list(tree.iter(*_HEADINGS)):
        text = " ".join(element.text_content().replace("**", "").split())
        if not text or (title and _squeeze(text) == title):
            _drop(element)
            continue
        _empty(element)
        element.text = _HEADINGS[element.tag] + text
        element.tag = "p"
    for element in list(tree.iter("li", "dd")):
        first = next((e for e in element.iter() if (e.text or "").strip()), None)
        if first is not None and first.text is not None:
            first.text = "- " + first.text.lstrip()
    for element in list(tree.iter("li")):
        # Paragraphs survive every way of finding the main text, lists do not.
        element.tag = "div" if any(c.tag in _BLOCKS for c in element) else "p"
    for element in list(tree.iter("ul", "ol")):
        element.tag = "div"


def _replace(element: "HtmlElement", text: str) -> None:
    tail = element.tail or ""
    _empty(element)
    element.text = text
    element.tail = tail
    element.drop_tag()


def _empty(element: "HtmlElement") -> None:
    for child in list(element):
        element.remove(child)


def _marked_article(tree: "HtmlElement") -> "HtmlElement | None":
    """Find the element that the page itself marks as the article; the longest of several."""
    found = tree.xpath(
        "//article | //*[@itemprop='articleBody'] | //main | //*[@role='article' or @role='main']"
    )
    best = max(found, key=lambda element: len(element.text_content()), default=None)
    if best is None:
        return None
    inner = best.xpath(".//article | .//*[@itemprop='articleBody']")
    total = len(best.text_content())
    # The innermost that still holds most of it leaves out what stands around the article.
    inner = [element for element in inner if len(element.text_content()) >= 0.6 * total]
    return inner[-1] if inner else best


def _render(root: "HtmlElement") -> str:
    """Write out the text of an element, a line a block."""
    parts: list[str] = []
    for event, element in _walk(root):
        if event == "start":
            if element.tag in _BLOCKS or element.tag == "br":
                parts.append("\n")
            parts.append(" ".join((element.text or "").split("\n")))
        else:
            if element.tag in _BLOCKS:
                parts.append("\n")
            if element is not root:
                parts.append(" ".join((element.tail or "").split("\n")))
    lines = (" ".join(line.split()) for line in "".join(parts).split("\n"))
    return "\n".join(line for line in lines if line)


def _walk(root: "HtmlElement") -> "list[tuple[str, HtmlElement]]":
    from lxml import etree

    return [(event, element) for event, element in etree.iterwalk(root, events=("start", "end"))]


def _has_prose(text: str) -> bool:
    """Whether some line is a sentence."""
    return any(
        len(line.split()) >= _PROSE_WORDS and _PROSE.search(line) for line in text.split("\n")
    )

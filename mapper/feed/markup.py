"""XML of strangers.

In: bytes. Out: a tree in which nothing was expanded or fetched. `ArticleError` when it is no XML,
declares entities, or has more elements than any feed.
"""

import re
from typing import TYPE_CHECKING

from mapper.errors import ArticleError

if TYPE_CHECKING:
    from lxml.etree import _Element

# A sitemap has 50,000 addresses at most, each with ten tags.
_MAX_TAGS = 2_000_000
_ENTITY = re.compile(rb"<!ENTITY", re.IGNORECASE)
_DECLARED = re.compile(rb"<\?xml[^>]{0,200}?encoding\s*=\s*[\"']utf-?(16|32)", re.IGNORECASE)


def parse_xml(data: bytes) -> "_Element":
    """Parse XML; what is not well-formed is mended as far as it goes.

    Raises
    ------
    ArticleError
        When there is nothing to mend, or it would swell.
    """
    from lxml import etree

    if data[:2] in (b"\xff\xfe", b"\xfe\xff") or data[:2] in (b"<\0", b"\0<"):
        # Nobody's feed, and a way around the look for entities below.
        data = data.decode("utf-16", errors="replace").encode()
        data = _DECLARED.sub(b"<?xml", data, count=1)
    if _ENTITY.search(data):
        msg = "is no feed that is read: it declares entities"
        raise ArticleError(msg)
    if data.count(b"<") > _MAX_TAGS:
        msg = "has too many elements for a feed"
        raise ArticleError(msg)
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        recover=True,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root = etree.fromstring(data.strip(), parser)
    except (etree.XMLSyntaxError, ValueError) as error:
        msg = "is no XML"
        raise ArticleError(msg) from error
    if root is None:
        msg = "is no XML"
        raise ArticleError(msg)
    return root


def local_name(element: "_Element") -> str:
    """Give the name of an element without its namespace, in lower case; "" for what is none."""
    tag = element.tag
    return tag.rpartition("}")[2].rpartition(":")[2].lower() if isinstance(tag, str) else ""

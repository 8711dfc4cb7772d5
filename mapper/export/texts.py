"""Texts of others as formats can hold them.

In: any text, with control characters, halves of characters and any length. Out: text that the
format can hold and a reader reads back. Nothing can go wrong.
"""

import re

# What stands for a character that cannot be written, as Unicode says.
REPLACEMENT = "\ufffd"

_HALVES = re.compile(r"[\ud800-\udfff]")
# Of the characters that are left, XML 1.0 (2.2) has none of these; GDAL ends a text at NUL.
_NOT_IN_XML = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff\ud800-\udfff]")


def whole_characters(text: str) -> str:
    """Replace halves of characters (surrogates), which UTF-8 cannot hold."""
    return _HALVES.sub(REPLACEMENT, text)


def printable(text: str) -> str:
    """Replace all that XML cannot hold: control characters but tab and line ends, too."""
    return _NOT_IN_XML.sub(REPLACEMENT, text)

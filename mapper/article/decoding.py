"""Bytes to text.

In: the bytes of a file or page. Out: text. `ArticleError` for binary data and for an encoding that
nobody declares: a wrong guess would turn names of places into others without a sign.
"""

import codecs
import re

from mapper.errors import ArticleError

_BOMS = (
    # UTF-32 first: its little-endian mark begins with that of UTF-16.
    (codecs.BOM_UTF32_LE, "utf-32"),
    (codecs.BOM_UTF32_BE, "utf-32"),
    (codecs.BOM_UTF8, "utf-8-sig"),
    (codecs.BOM_UTF16_LE, "utf-16"),
    (codecs.BOM_UTF16_BE, "utf-16"),
)
_MAGIC = (
    (b"%PDF-", "a PDF file"),
    (b"PK\x03\x04", "a ZIP archive or office document"),
    (b"\xd0\xcf\x11\xe0", "an office document"),
    (b"{\\rtf", "a rich text (RTF) file"),
    (b"\x89PNG", "a picture"),
    (b"\xff\xd8\xff", "a picture"),
    (b"GIF8", "a picture"),
    (b"\x1f\x8b", "a gzip archive"),
    (b"SQLite format 3\x00", "a SQLite database"),
    (b"\x7fELF", "a program"),
)
_CONTROL = re.compile(rb"[\x00-\x08\x0e-\x1a\x1c-\x1f]")
# A text file may hold a stray control character; data has one in every few bytes.
_MAX_CONTROL_SHARE = 0.01
_PROBE_BYTES = 65_536
_META_CHARSET = re.compile(
    rb"<meta[^>]{0,200}?charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{2,40})|"
    rb"<\?xml[^>]{0,100}?encoding\s*=\s*[\"']([A-Za-z0-9_:.-]{2,40})",
    re.IGNORECASE,
)
_META_BYTES = 4096
# Pages are pasted together from parts; a bad byte in a thousand spoils a word and not the article.
_MAX_BAD_SHARE = 0.001


def decode(data: bytes, *, declared: str | None = None) -> str:
    """Decode a text file.

    Parameters
    ----------
    data
        The whole file.
    declared
        Encoding that the server or the page names; a byte order mark wins over it.

    Returns
    -------
    str
        Without byte order mark.

    Raises
    ------
    ArticleError
        For binary data and for bytes that do not fit the encoding, which is UTF-8 unless a byte
        order mark or `declared` says otherwise.
    """
    encoding = next((name for bom, name in _BOMS if data.startswith(bom)), None)
    if encoding is None:
        _refuse_binary(data)
        encoding = _known(declared) or "utf-8"
    try:
        return data.decode(encoding)
    except UnicodeDecodeError as error:
        reason = f"not {encoding.upper()} text (byte {error.start}){_likely(data)}"
        raise ArticleError(reason) from error


def decode_page(data: bytes, *, declared: str | None = None) -> str:
    """Decode an HTML page by the server's word, its own `charset`, or as UTF-8.

    Parameters
    ----------
    data
        The whole page.
    declared
        Encoding from the server's header, or None.

    Returns
    -------
    str
        Up to one byte in a thousand that does not fit is replaced by U+FFFD.

    Raises
    ------
    ArticleError
        For binary data and a wrong encoding.
    """
    if declared is None and (found := _META_CHARSET.search(data[:_META_BYTES])):
        declared = (found[1] or found[2]).decode("ascii")
        if declared.lower().startswith(("utf-16", "utf-32")):
            # Read as single bytes, the declaration itself proves that it is not so.
            declared = None
    try:
        return decode(data, declared=declared)
    except ArticleError as error:
        if not isinstance(error.__cause__, UnicodeDecodeError):
            raise
        text = data.decode(_known(declared) or "utf-8", errors="replace")
        if text.count("\ufffd") > _MAX_BAD_SHARE * len(text):
            raise
        return text


def _known(name: str | None) -> str | None:
    """Name the codec when it is one of text; web pages mean cp1252 by latin-1."""
    if name is None:
        return None
    try:
        codec = codecs.lookup(name.strip())
    except (LookupError, ValueError):
        return None
    if not getattr(codec, "_is_text_encoding", True) or codec.name in ("idna", "punycode"):
        return None
    return {"iso8859-1": "cp1252", "ascii": "utf-8"}.get(codec.name, codec.name)


def _refuse_binary(data: bytes) -> None:
    for magic, what in _MAGIC:
        if data.startswith(magic):
            msg = f"is {what}, not text; save it as text first"
            raise ArticleError(msg)
    probe = data[:_PROBE_BYTES]
    if len(_CONTROL.findall(probe)) > max(4, _MAX_CONTROL_SHARE * len(probe)):
        msg = "binary data, not text"
        raise ArticleError(msg)


def _likely(data: bytes) -> str:
    """Guess what the encoding may be, for the message."""
    import charset_normalizer

    best = charset_normalizer.from_bytes(data[:_PROBE_BYTES]).best()
    hint = f"; it may be {best.encoding.replace('_', '-')}" if best is not None else ""
    return f"{hint}; save it as UTF-8"

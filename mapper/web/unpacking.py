"""Bytes that came packed.

In: packed bytes and how large they may become. Out: the bytes. `ArticleError` when they become
larger, break off, or are packed in another way. Never more than a little above the limit is held
in memory, however small the packed bytes are.
"""

import zlib

from mapper.errors import ArticleError

GZIP_MAGIC = b"\x1f\x8b"
_RAW_DEFLATE = -zlib.MAX_WBITS
_GZIP_OR_ZLIB = zlib.MAX_WBITS | 32
_MAX_LAYERS = 2
# What is left of a step is copied for each part that ends in it, and parts may have twenty bytes.
_STEP_BYTES = 16_384


def unpacked(data: bytes, encoding: str, max_size: int) -> bytes:
    """Unpack an answer by its `Content-Encoding`.

    Raises
    ------
    ArticleError
        When it is larger than `max_size` bytes, breaks off, or `encoding` is not known here.
    """
    layers = [one for one in encoding.lower().replace(" ", "").split(",") if one]
    if len(layers) > _MAX_LAYERS:
        msg = "packed too many times over"
        raise ArticleError(msg)
    for layer in reversed(layers):
        if layer in ("gzip", "x-gzip"):
            data = gunzipped(data, max_size)
        elif layer == "deflate":
            # Half of the world means zlib by it, the other half what zlib wraps.
            is_zlib = len(data) > 1 and data[0] & 0x0F == 8 and int.from_bytes(data[:2]) % 31 == 0
            data = _inflated(data, _GZIP_OR_ZLIB if is_zlib else _RAW_DEFLATE, max_size)
        elif layer != "identity":
            msg = f"packed as {layer[:40]!r}, which is not read"
            raise ArticleError(msg)
    return data


def gunzipped(data: bytes, max_size: int) -> bytes:
    """Unpack gzip, of one part or several in a row.

    Raises
    ------
    ArticleError
        When it is larger than `max_size` bytes, breaks off or is no gzip.
    """
    return _inflated(data, _GZIP_OR_ZLIB, max_size)


def _inflated(data: bytes, bits: int, max_size: int) -> bytes:
    parts: list[bytes] = []
    size = 0
    unpacker = zlib.decompressobj(bits)
    for start in range(0, len(data), _STEP_BYTES):
        step = data[start : start + _STEP_BYTES]
        while step:
            if unpacker.eof:
                if not step.startswith(GZIP_MAGIC[:1]):
                    # Some servers pad what they pack.
                    return b"".join(parts)
                unpacker = zlib.decompressobj(bits)
            try:
                part = unpacker.decompress(step, max_size - size + 1)
            except zlib.error as error:
                msg = f"is packed and cannot be unpacked ({error})"
                raise ArticleError(msg) from error
            size += len(part)
            if size > max_size:
                raise ArticleError(too_large(max_size))
            parts.append(part)
            step = unpacker.unused_data if unpacker.eof else b""
    if not unpacker.eof:
        msg = "is packed and breaks off"
        raise ArticleError(msg)
    return b"".join(parts)


def too_large(max_size: int) -> str:
    """Why something is refused for its size."""
    return f"larger than {max_size:,} bytes; raise --max-size to read it"

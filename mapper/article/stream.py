"""A file read as a stream, packed with gzip or not.

In: an open file. Out: lines and blocks, each no longer than asked for. `ArticleError` when what is
packed is broken, breaks off, or swells without end: a few kilobytes of gzip can hold gigabytes.
"""

import zlib
from typing import IO

from mapper.errors import ArticleError
from mapper.web.unpacking import GZIP_MAGIC

# What is left of a step is copied for each packed part that ends in it.
_STEP_BYTES = 16_384
_OUT_BYTES = 65_536
# gzip packs 1,032 to 1 at most, and that only of one byte without end. A film in an archive is
# hardly packed at all, and text some 10 to 1.
_MAX_RATIO = 100
# So much may be unpacked before the ratio counts.
_FREE_BYTES = 100_000_000


class Stream:
    """What is left of a file, with a mark at the end of the record in hand."""

    def __init__(self, file: IO[bytes]) -> None:
        self._file = file
        # Unpacked bytes that wait, and how many of them were taken.
        self._ready = file.read(_STEP_BYTES)
        self._at = 0
        self._packed = b""
        self._read = self._given = 0
        # Bytes left of the record in hand; None between records.
        self._left: int | None = None
        self._unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
        self._has_begun = False
        self._is_packed = self._ready.startswith(GZIP_MAGIC)
        if self._is_packed:
            self._packed, self._ready = self._ready, b""
            self._read = len(self._packed)

    def begin(self, length: int) -> None:
        """Begin a record of `length` bytes: `line` and `rest` do not read beyond it."""
        self._left = length

    def line(self, max_size: int) -> bytes:
        """Give the next line with its end; no bytes are the end of the file or record.

        Raises
        ------
        ArticleError
            When it has more than `max_size` bytes.
        """
        parts: list[bytes] = []
        size = 0
        while bound := self._bound():
            found = self._ready.find(b"\n", self._at, self._at + bound)
            end = bound if found < 0 else found + 1 - self._at
            parts.append(self._take(end))
            size += end
            if size > max_size:
                msg = f"is broken: a line has more than {max_size:,} bytes"
                raise ArticleError(msg)
            if found >= 0:
                break
        return b"".join(parts)

    def rest(self, max_size: int) -> bytes:
        """Give what is left of the record, and no more than one byte above `max_size`."""
        parts: list[bytes] = []
        wanted = min(self._left or 0, max_size + 1)
        while wanted > 0:
            part = self._take(min(self._bound(), wanted))
            if not part:
                msg = "breaks off"
                raise ArticleError(msg)
            parts.append(part)
            wanted -= len(part)
        return b"".join(parts)

    def skip_to(self, number: int) -> None:
        """Pass over what is left of record `number`, and end it."""
        while self._left:
            if not self._take(self._bound()):
                msg = f"breaks off in record {number}"
                raise ArticleError(msg)
        self._left = None

    def _bound(self) -> int:
        """Tell how many bytes can be taken now; 0 at the end of the record or the file."""
        if self._left == 0:
            return 0
        if self._at == len(self._ready):
            self._fill()
        waiting = len(self._ready) - self._at
        return waiting if self._left is None else min(waiting, self._left)

    def _take(self, size: int) -> bytes:
        taken = self._ready[self._at : self._at + size]
        self._at += size
        if self._left is not None:
            self._left -= size
        return taken

    def _fill(self) -> None:
        """Get more bytes ready; none at the end of the file."""
        self._ready, self._at = b"", 0
        if not self._is_packed:
            self._ready = self._file.read(_STEP_BYTES)
            return
        while not self._ready:
            if not self._packed:
                self._packed = self._file.read(_STEP_BYTES)
                self._read += len(self._packed)
            at_end = not self._packed
            self._unpack()
            if at_end and not self._ready:
                if self._has_begun and not self._unpacker.eof:
                    msg = "is packed and breaks off"
                    raise ArticleError(msg)
                return

    def _unpack(self) -> None:
        if self._unpacker.eof and self._packed:
            self._unpacker = zlib.decompressobj(zlib.MAX_WBITS | 16)
            self._has_begun = False
        try:
            self._ready = self._unpacker.decompress(self._packed, _OUT_BYTES)
        except zlib.error as error:
            msg = f"is packed and cannot be unpacked ({error})"
            raise ArticleError(msg) from error
        self._has_begun = self._has_begun or bool(self._packed)
        left = self._unpacker.unused_data if self._unpacker.eof else self._unpacker.unconsumed_tail
        self._packed = left
        self._given += len(self._ready)
        if self._given > _FREE_BYTES + _MAX_RATIO * self._read:
            msg = f"swells to more than {self._given:,} bytes; the rest of it is not read"
            raise ArticleError(msg)

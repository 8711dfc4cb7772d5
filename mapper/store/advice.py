"""What a database says when it refuses, in words that tell what to do.

In: an error of the driver. Out: a `StoreError`, whose text never holds a password: drivers do not
repeat it, and the name of the project is without it.
"""

from mapper.errors import StoreError


class StoreBusy(StoreError):
    """Another program was writing for longer than was waited for; nothing is wrong."""


_BUSY = "another program is writing to it; run the command again when that one is done"
_GONE = "the database is gone or cannot be reached; run the command again when it is back"
_FULL = "the disk is full or failing; make room and run the command again"
_CLOSED = "it cannot be opened; look at its permissions and those of its folder"
_RIGHTS = "it cannot be written; look at its permissions and those of its folder"
_SCHEMA = "the schema that the URL names is not there; make it with CREATE SCHEMA"
_ADVICE = (
    ("locked", StoreBusy, _BUSY),
    ("lock timeout", StoreBusy, _BUSY),
    ("is full", StoreError, _FULL),
    ("disk I/O error", StoreError, _FULL),
    ("No space left", StoreError, _FULL),
    ("could not extend", StoreError, _FULL),
    ("readonly", StoreError, _RIGHTS),
    ("permission denied", StoreError, "the user of the URL may not do that; ask its administrator"),
    ("unable to open", StoreError, _CLOSED),
    ("malformed", StoreError, "it is damaged; restore a copy"),
    ("not a database", StoreError, "it is damaged or not a project file; restore a copy"),
    ("no schema has been selected", StoreError, _SCHEMA),
    ("authentication failed", StoreError, "user or password are wrong"),
    ("no password supplied", StoreError, "user or password are wrong"),
    ("connection", StoreError, _GONE),
)


def explained(name: str, error: Exception) -> StoreError:
    """Say what went wrong, and what to do about it."""
    cause = getattr(error, "orig", None) or error
    said = str(cause).splitlines()[0] if str(cause) else type(cause).__name__
    for sign, kind, advice in _ADVICE:
        if sign in said:
            return kind(f"Project file {name!r}: {advice} ({said}).")
    return StoreError(f"Project file {name!r}: the database refused: {said}.")

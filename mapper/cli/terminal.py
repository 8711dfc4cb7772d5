"""Text of others on a terminal.

In: any text. Out: text that cannot move the cursor, change colours or hide itself: control
characters, and the marks that turn the direction of writing, are shown and not obeyed.
"""

import re
import sys

# C0 and C1 controls without tab and line feed, delete, line and paragraph separators, marks of
# direction (Unicode TR 36, "bidirectional text spoofing"), and halves of surrogate pairs.
_HOSTILE = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\u2028\u2029\u200e\u200f\u202a-\u202e\u2066-\u2069\ud800-\udfff]"
)


def plain(text: str) -> str:
    r"""Show what a terminal would obey: escape becomes ``\x1b``."""
    return _HOSTILE.sub(lambda match: _shown(match[0]), text)


def one_line(text: str) -> str:
    """`plain`, with every run of white space one space."""
    return plain(" ".join(text.split()))


def is_terminal() -> bool:
    """Whether standard error is a terminal, where a progress bar makes sense."""
    return sys.stderr.isatty()


def _shown(char: str) -> str:
    code = ord(char)
    return f"\\x{code:02x}" if code < 0x100 else f"\\u{code:04x}"

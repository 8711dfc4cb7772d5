"""Writes what the documents take from the program: `python docs/write.py`.

That is the reference of the command line, the sessions of tutorial and guides, the rates of the
methodology and the example of README.md. `--check` writes nothing and ends with exit status 1 when
something would change; `--only NAME` (reference, sessions, rates, example) does a part. No network
is used.
"""

import argparse
import difflib
import sys

import example
import rates
import reference
import sessions

PARTS = {
    "reference": reference.written,
    "sessions": sessions.written,
    "rates": rates.written,
    "example": example.written,
}


def main() -> None:
    """Write the documents, or check them."""
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0] if __doc__ else None)
    parser.add_argument(
        "--check", action="store_true", help="write nothing, tell what would change"
    )
    parser.add_argument("--only", choices=PARTS, help="do one part")
    arguments = parser.parse_args()
    differences: list[str] = []
    for name in [arguments.only] if arguments.only else PARTS:
        for path, text in PARTS[name]().items():
            if not arguments.check:
                path.write_text(text, "utf-8")
                continue
            there = path.read_text("utf-8") if path.exists() else ""
            differences += difflib.unified_diff(
                there.splitlines(), text.splitlines(), str(path), "the program", lineterm=""
            )
    if differences:
        sys.exit("\n".join([*differences, "Run python docs/write.py."]))


if __name__ == "__main__":
    main()

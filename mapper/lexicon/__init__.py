"""The words of a field (war, gun violence, floods) as data: see `war.toml` and `README.md` here."""

from mapper.lexicon.build import combine
from mapper.lexicon.inflect import Form
from mapper.lexicon.layers import layers
from mapper.lexicon.load import (
    BUNDLED,
    load_lexicon,
    load_lexicons,
    parse_lexicon,
    problems_of,
    restore_lexicon,
)
from mapper.lexicon.model import Entry, EventType, Join, Lexicon, Mark, SubType, WeaponClass

__all__ = [
    "BUNDLED",
    "Entry",
    "EventType",
    "Form",
    "Join",
    "Lexicon",
    "Mark",
    "SubType",
    "WeaponClass",
    "combine",
    "layers",
    "load_lexicon",
    "load_lexicons",
    "parse_lexicon",
    "problems_of",
    "restore_lexicon",
]

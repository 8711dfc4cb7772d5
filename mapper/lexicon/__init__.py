"""The words of a field (war, gun violence, floods) as data: see `war.toml` and `README.md` here."""

from mapper.lexicon.inflect import Form
from mapper.lexicon.load import load_lexicon, load_lexicons, parse_lexicon
from mapper.lexicon.model import Entry, EventType, Join, Lexicon, Mark, SubType, WeaponClass

__all__ = [
    "Entry",
    "EventType",
    "Form",
    "Join",
    "Lexicon",
    "Mark",
    "SubType",
    "WeaponClass",
    "load_lexicon",
    "load_lexicons",
    "parse_lexicon",
]

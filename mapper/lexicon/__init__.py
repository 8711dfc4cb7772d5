"""The words of a field (war, gun violence, floods) as data: see `war.toml` and `README.md` here."""

from mapper.lexicon.inflect import Form
from mapper.lexicon.load import load_lexicon, parse_lexicon
from mapper.lexicon.model import Entry, EventType, Lexicon, Mark, WeaponClass

__all__ = [
    "Entry",
    "EventType",
    "Form",
    "Lexicon",
    "Mark",
    "WeaponClass",
    "load_lexicon",
    "parse_lexicon",
]

"""The gazetteer: places of the world by name, id and position."""

from mapper.gazetteer.model import Kind, Match, Place
from mapper.gazetteer.names import name_key
from mapper.gazetteer.reader import Gazetteer

__all__ = ["Gazetteer", "Kind", "Match", "Place", "name_key"]

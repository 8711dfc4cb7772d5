"""Place names in a text: what is one, and what it stands for."""

from mapper.toponym.model import Candidate, Toponym, Use
from mapper.toponym.recognise import recognise

__all__ = ["Candidate", "Toponym", "Use", "recognise"]

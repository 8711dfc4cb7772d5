"""Which place a name means, decided by the whole document."""

from mapper.resolution.resolve import resolve

__all__ = ["resolve"]

"""Errors that the mapper raises on purpose.

A message says what failed, on which input, and what to do about it. Not found and ambiguous are
values with a reason, never one of these.
"""


class MapperError(Exception):
    """Something that the caller can do something about; its text is meant for people."""


class ArticleError(MapperError, ValueError):
    """An article that cannot be read or is not one."""


class GazetteerError(MapperError, ValueError):
    """A gazetteer file that is missing, broken or of another version."""


class LexiconError(MapperError, ValueError):
    """A lexicon file that is broken or incomplete."""


class GeocoderError(MapperError, ValueError):
    """A geocoder that does not exist, or cannot be asked with the settings that are given."""


class StoreError(MapperError, OSError):
    """A project file that cannot be opened, is none, or is from a newer version."""


class CorrectionError(MapperError, ValueError):
    """A correction that cannot be made as it was asked for; nothing was changed."""


class GoldError(MapperError, ValueError):
    """A gold file that is missing, broken or none."""


class OutputError(MapperError, OSError):
    """A file that cannot be written."""


class MappingError(MapperError, ValueError):
    """A file that says what types are called in a codebook, and cannot be used."""


class ClusterError(MapperError, OSError):
    """A cluster that does not answer, or whose workers cannot do their work."""

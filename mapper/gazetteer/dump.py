"""Read GeoNames dumps: `UA.zip`, `allCountries.zip`, or the text file from one.

In: a path. Out: a `Feature` a line, streamed: memory does not grow with the file. A file that is
missing, cut off, no zip, no dump, not UTF-8, or larger than a dump can be raises `GazetteerError`,
which names the file and, where there is one, the line.
"""

import contextlib
import dataclasses
import math
import zipfile
import zlib
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import IO

from mapper.errors import GazetteerError

# Columns of a dump, by https://download.geonames.org/export/dump/readme.txt.
_COLUMNS = 19
_ID, _NAME, _ASCII, _OTHERS, _LAT, _LON, _CLASS, _CODE, _COUNTRY = range(9)
_ADMIN1, _ADMIN2, _POPULATION = 10, 11, 14

# allCountries.txt has 1.7 GB and shrinks to a quarter; deflate can do 1:1000 for a bomb.
MOST_BYTES = 20_000_000_000
_MOST_RATIO = 40
_RATIO_FROM_BYTES = 10_000_000
# The longest column has 10,000 characters, the rest a few hundred.
_LONGEST_LINE = 100_000
_README = "readme.txt"

Told = Callable[[int], None]


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Feature:
    """A line of a dump.

    Attributes
    ----------
    number
        GeoNames' number of the place.
    others
        Alternate names as they stand, with repetitions.
    code
        Feature class and code: "P.PPL".
    country, admin1, admin2
        Codes; empty when the line has none.
    """

    number: int
    name: str
    ascii_name: str
    others: tuple[str, ...]
    lat: float
    lon: float
    code: str
    country: str
    admin1: str
    admin2: str
    population: int


def size_of(path: Path) -> int:
    """Give the number of bytes that reading a dump takes, unpacked.

    Raises
    ------
    GazetteerError
        When the file cannot be opened or holds no dump.
    """
    if _is_zip(path):
        with _archive(path) as archive:
            return sum(member.file_size for member in _members(path, archive))
    return path.stat().st_size


def read_dump(path: Path, told: Told = lambda count: None) -> Iterator[Feature]:
    """Read the features of a dump in their order; `told` gets the number of bytes of some lines.

    Raises
    ------
    GazetteerError
        When the file is broken; what came before was read.
    """
    if not _is_zip(path):
        try:
            with path.open("rb") as stream:
                yield from _features(stream, path.name, told)
        except OSError as error:
            raise _broken(path.name, error) from error
        return
    with _archive(path) as archive:
        for member in _members(path, archive):
            where = f"{member.filename} in {path.name}"
            try:
                with archive.open(member) as stream:
                    yield from _features(stream, where, told)
            except (OSError, EOFError, zlib.error, zipfile.BadZipFile) as error:
                raise _broken(where, error) from error
            except (NotImplementedError, RuntimeError) as error:
                raise _broken(where, error) from error


def _is_zip(path: Path) -> bool:
    """Tell a zip by its first bytes, whatever it is called.

    Raises
    ------
    GazetteerError
        When there is no such file.
    """
    try:
        with path.open("rb") as stream:
            start = stream.read(4)
    except OSError as error:
        msg = f"Dump {str(path)!r} cannot be read: {error.strerror}."
        raise GazetteerError(msg) from error
    if not start:
        msg = f"Dump {str(path)!r} is empty; fetch it again."
        raise GazetteerError(msg)
    return start[:2] == b"PK" or path.suffix.lower() == ".zip"


@contextlib.contextmanager
def _archive(path: Path) -> Iterator[zipfile.ZipFile]:
    try:
        archive = zipfile.ZipFile(path)
    except (OSError, ValueError, zipfile.BadZipFile) as error:
        msg = f"{str(path)!r} is cut off or no zip ({error}); fetch it again."
        raise GazetteerError(msg) from error
    with archive:
        yield archive


def _members(path: Path, archive: zipfile.ZipFile) -> Sequence[zipfile.ZipInfo]:
    """Give the text files of an archive that can be dumps."""
    members = [
        member
        for member in archive.infolist()
        if member.filename.lower().endswith(".txt")
        and Path(member.filename).name.lower() != _README
    ]
    if not members:
        msg = f"{str(path)!r} holds no dump: there is no .txt in it besides {_README}."
        raise GazetteerError(msg)
    for member in members:
        ratio = member.file_size / max(1, member.compress_size)
        is_bomb = member.file_size > _RATIO_FROM_BYTES and ratio > _MOST_RATIO
        if is_bomb or member.file_size > MOST_BYTES:
            msg = (
                f"{member.filename!r} in {path.name!r} would unpack to {member.file_size} bytes, "
                f"{ratio:.0f} times its size; a dump of GeoNames does not."
            )
            raise GazetteerError(msg)
    return members


def _features(stream: IO[bytes], where: str, told: Told) -> Iterator[Feature]:
    waiting = 0
    line = b"\n"
    number = 0
    while line:
        line = stream.readline(_LONGEST_LINE)
        number += 1
        waiting += len(line)
        if number % 1000 == 0:
            told(waiting)
            waiting = 0
        if line.strip():
            yield _feature(line, f"{where}, line {number}")
    told(waiting)


def _feature(line: bytes, where: str) -> Feature:
    if len(line) == _LONGEST_LINE and not line.endswith(b"\n"):
        msg = f"{where} has {_LONGEST_LINE} bytes and more; this is no dump of GeoNames."
        raise GazetteerError(msg)
    try:
        cells = line.decode("utf-8-sig").rstrip("\r\n").split("\t")
    except UnicodeDecodeError as error:
        msg = f"{where} is not UTF-8 text ({error.reason} at byte {error.start})."
        raise GazetteerError(msg) from error
    if len(cells) != _COLUMNS:
        msg = (
            f"{where} has {len(cells)} columns, a dump of GeoNames has {_COLUMNS}, divided by tabs"
            "; the file is cut off or none."
        )
        raise GazetteerError(msg)
    try:
        lat, lon = float(cells[_LAT]), float(cells[_LON])
        number, population = int(cells[_ID]), int(cells[_POPULATION] or 0)
    except ValueError as error:
        msg = f"{where}: {error}."
        raise GazetteerError(msg) from error
    if not (math.isfinite(lat) and abs(lat) <= 90.0 and math.isfinite(lon) and abs(lon) <= 180.0):
        msg = f"{where}: latitude {lat}, longitude {lon} are no place on Earth."
        raise GazetteerError(msg)
    if not 0 < number < 10**15:
        msg = f"{where}: {number} is no number of GeoNames."
        raise GazetteerError(msg)
    return Feature(
        number=number,
        name=cells[_NAME],
        ascii_name=cells[_ASCII],
        others=tuple(cells[_OTHERS].split(",")) if cells[_OTHERS] else (),
        lat=lat,
        lon=lon,
        code=f"{cells[_CLASS]}.{cells[_CODE]}",
        country=cells[_COUNTRY].upper(),
        admin1=cells[_ADMIN1],
        admin2=cells[_ADMIN2],
        population=min(max(population, 0), _MOST_PEOPLE),
    )


# More than there are.
_MOST_PEOPLE = 10_000_000_000


def _broken(where: str, error: Exception) -> GazetteerError:
    return GazetteerError(f"{where} cannot be read to its end ({error}); fetch it again.")

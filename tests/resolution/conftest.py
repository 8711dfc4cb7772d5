"""The bundled gazetteer, opened once."""

from collections.abc import Iterator

import pytest

from mapper.gazetteer import Gazetteer


@pytest.fixture(scope="session")
def gazetteer() -> Iterator[Gazetteer]:
    with Gazetteer.open() as opened:
        yield opened

"""A small lexicon of another field, as TOML, and the gazetteer opened once."""

from collections.abc import Iterator

import pytest

from mapper.gazetteer import Gazetteer
from mapper.geoparser import Geoparser

SHOOTINGS = """
name = "shootings"

[types.shooting]
label = "Shooting"
plural = "Shootings"
order = 1

[sub_types]
drive_by = "Drive-by shooting"

[[trigger]]
type = "shooting"
needs = "nothing"
words = ["n:shooting", "v:open fire", "gunfire", "n:drive-by shooting"]

[[weapon]]
kind = "rifle"
class = "small_arms"
words = ["n:rifle"]

[no_event]
words = ["n:shooting star"]
[people]
words = ["n:shopper", "n:man/men", "n:woman/women", "n:person/people", "n:pupil"]
[part_of]
words = ["including"]
[prisoners]
words = []
people = []
[delegates]
words = []
[fighters]
words = ["n:gunman/gunmen"]
[regulars]
words = []
[targets]
words = ["n:school", "n:shop"]
[total]
words = ["so far this year"]
[definite]
words = ["the shooting"]
[speech]
verbs = ["v:say/said/said"]
prepositions = ["according to"]
[speakers]
emergency = ["police"]
local = ["mayor"]
national = ["ministry"]

[harm.killed]
verbs = ["v:kill"]
adjectives = ["dead"]
[harm.injured]
verbs = ["v:injure", "v:wound"]
[harm.unhurt]
words = ["nobody was hurt"]
[harm.none_killed]
words = ["no deaths"]

[reality]
[reality.negation]
words = ["no", "not"]
[reality.denial]
words = ["v:deny"]
[reality.modal]
words = ["could", "will"]
[reality.planned]
words = ["v:plan"]
[reality.stopped]
words = ["v:foil"]
[reality.exercise]
words = ["n:drill"]
[reality.habit]
words = ["often"]
[reality.history]
words = ["years ago"]
[reality.accident]
words = ["by accident"]
[reality.fell_through]
words = ["was called off"]
"""


@pytest.fixture
def shootings() -> str:
    return SHOOTINGS


@pytest.fixture(scope="session")
def geoparser() -> Iterator[Geoparser]:
    with Gazetteer.open() as gazetteer:
        yield Geoparser(gazetteer)

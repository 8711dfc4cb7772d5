"""What a sentence tells, before its place and day are settled.

Only the shapes: `Draft`, an event in the making, and `Reading`, all that one sentence tells.
"""

import dataclasses

from mapper.dating.model import DateMention
from mapper.lexicon import EventType, Mark
from mapper.report.harm import Harm
from mapper.report.model import SetAside, Weapon
from mapper.report.places import Site
from mapper.report.sentence import Sentence


@dataclasses.dataclass(kw_only=True)
class Draft:
    """An event in the making; mutable, because later sentences add to it.

    `first` and `last` are code points of its words in the article; `at` is the token of its main
    word in `sentence`.
    """

    kind: EventType
    sub_type: str | None
    sentence: Sentence
    at: int
    first: int
    last: int
    site: Site | None = None
    date: DateMention | None = None
    harms: list[Harm] = dataclasses.field(default_factory=list)
    weapons: list[Weapon] = dataclasses.field(default_factory=list)
    prisoners: dict[str, int] = dataclasses.field(default_factory=dict)
    target: str | None = None
    definite: bool = False
    weak: bool = False
    stretch: tuple[int, int] = (0, 0)

    @property
    def event_type(self) -> str:
        """The name of its type."""
        return self.kind.name


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Reading:
    """What a sentence tells.

    Its events, harm that none of them takes, its sites, and what was set aside.
    """

    drafts: tuple[Draft, ...] = ()
    loose_harm: tuple[Harm, ...] = ()
    sites: tuple[Site, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    interceptions: tuple[Mark, ...] = ()

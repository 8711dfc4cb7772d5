"""What a sentence tells, before its place and day are settled.

Only the shapes: `Draft`, an event in the making, and `Reading`, all that one sentence tells.
"""

import dataclasses
from collections.abc import Sequence

from mapper.dating.model import DateMention
from mapper.lexicon import EventType, Lexicon, Mark
from mapper.report.clock import Clock
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


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """What the sentences before tell about this one.

    `before` is the sentence before, for "They were killed" and "Six of them were in X". `armed` is
    True when a weapon or strike was told of shortly before in the same block, `swapping` when the
    article tells of an exchange of prisoners, `fighting` when of fights on the ground, `advancing`
    when the paragraph tells of troops that advance or try to.
    """

    clock: Clock = Clock()
    armed: bool = False
    swapping: bool = False
    fighting: bool = False
    advancing: bool = False
    before: Sentence | None = None
    aerial: bool = False


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Scene:
    """A sentence with its harm and what came before, as the tests below take it."""

    sentence: Sentence
    harms: list[Harm]
    context: Context
    lexicon: Lexicon

    def small_arms_only(self, marks: Sequence[Mark]) -> bool:
        """Whether nothing heavier than rifles is among the weapons."""
        return all(self.lexicon.weapons[m.entry.value].small for m in marks)

    def words_before(self, trigger: Mark, size: int) -> set[str]:
        """Collect the case-folded words right in front of a trigger."""
        first = trigger.first
        return set(self.sentence.words[max(0, first - size) : first])

"""What one article tells of one happening."""

import dataclasses

from mapper.dating.model import DateSpan
from mapper.gazetteer.model import Place


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Count:
    """A number of people as a report gives it: bounds and best value, each None when not said.

    "At least 15" is `low=15, best=15, high=None`; "no casualties" is 0, 0, 0; "several were hurt"
    is all None with `word="several"`.

    Attributes
    ----------
    speaker
        Who gives the number, in the report's words, or None.
    update
        True when the text says that it replaces an earlier number ("the toll rose to nine").
    addition
        True when it adds to a number given elsewhere ("a further 14 were hurt").
    outgrown
        True when a later entry of the same live page gives a higher one.
    start, end
        Code points of the words in the article's text.
    """

    low: int | None = None
    best: int | None = None
    high: int | None = None
    word: str | None = None
    speaker: str | None = None
    update: bool = False
    addition: bool = False
    outgrown: bool = False
    start: int = 0
    end: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Weapon:
    """Missiles, drones or shells of one kind; a number that is not said is None."""

    kind: str
    launched: int | None = None
    intercepted: int | None = None


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Location:
    """Where a report says it happened.

    Attributes
    ----------
    place
        The place, or None when no place can be told.
    precision
        `facility`, `district`, `settlement`, `region`, `border`, `area`, `country` or `unknown`.
    within
        Ids of the places that `place` lies in, nearest first: city, subregion, region, country.
    how
        Why this place, for people: "said in the same clause", "heading", "the paragraph's place".
    start, end
        Code points of the toponym in the article's text; both 0 when there is none.
    """

    place: Place | None = None
    precision: str = "unknown"
    within: tuple[str, ...] = ()
    how: str = "no place is told"
    start: int = 0
    end: int = 0


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Report:
    """One happening as one article tells it (one mention; an article may tell it again).

    Attributes
    ----------
    id
        `<article id>:<start>-<n>`, the same for the same text and version.
    event_type, sub_type, initiator, target
        As in the contract, section 2.
    start, end, quote
        The words that told it: code points into the article's text, and that slice.
    date, date_how
        When, and why that date, for people.
    killed, injured
        None when the report says nothing of it.
    prisoners
        Those freed, by the side that gets them back (ISO 3166-1 alpha-3 code), sorted.
    attributed_to
        Who says so, or None.
    claim_denied
        True when another side in the same article contradicts the report.
    definite
        True when the words point back to something told before ("the attack", "Saturday's swap").
    sums_parts
        True when it sums up several happenings ("31 settlements came under fire: 2 killed").
    entry
        Number of the entry of a live page that tells it, by time; 0 in other articles.
    confidence
        0 to 1: how sure the reading is, from reality, place and date.
    """

    id: str
    article_id: str
    event_type: str
    sub_type: str | None = None
    start: int
    end: int
    quote: str
    location: Location = Location()
    date: DateSpan = DateSpan()
    date_how: str = ""
    target: str | None = None
    initiator: str | None = None
    weapons: tuple[Weapon, ...] = ()
    killed: Count | None = None
    injured: Count | None = None
    prisoners: tuple[tuple[str, int], ...] = ()
    attributed_to: str | None = None
    claim_denied: bool = False
    definite: bool = False
    sums_parts: bool = False
    entry: int = 0
    confidence: float = 0.5


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class SetAside:
    """Words that tell of an event which is no incident of the article, and why.

    `why` is one of `denied`, `modal` (could, threatened, planned), `exercise`, `history`, `total`
    (counted over a long time), `habit`, `metaphor`, `no weapon`.
    """

    start: int
    end: int
    quote: str
    why: str


@dataclasses.dataclass(frozen=True, slots=True, kw_only=True)
class Extraction:
    """All that was taken from one article, in the order of the text.

    Attributes
    ----------
    unknown_names
        Names that the gazetteer lacks and that stand in a report, each with the alpha-2 code of
        the country to look for it in; each pair once. What a geocoder can be asked for.
    """

    article_id: str
    reports: tuple[Report, ...] = ()
    set_aside: tuple[SetAside, ...] = ()
    unknown_names: tuple[tuple[str, str], ...] = ()

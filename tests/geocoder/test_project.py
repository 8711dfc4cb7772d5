"""Answers are kept in the project file: nothing is asked twice, and articles get their places."""

import datetime as dt
import sqlite3
from collections.abc import Callable, Iterator

import pytest

from mapper import pipeline
from mapper.article.model import Article
from mapper.gazetteer import Gazetteer, Kind, Place
from mapper.geocoder import Outcome, Question, Reply
from mapper.geoparser import Geoparser
from mapper.incident import Incident
from mapper.lexicon import load_lexicon
from mapper.pipeline import Extract
from mapper.pipeline.geocoding import MOST_FAILURES, Geocoded, Service, geocode
from mapper.report import extract
from mapper.store import Store, articles, incidents, open_store, opened, remove
from mapper.store.geocoding import KnownName, known_names, known_places, pending

NOW = dt.datetime(2025, 6, 1, 12, 0, tzinfo=dt.UTC)
LISNEVKA = Place(
    id="osm:node/101",
    name="Lisnovynka",
    kind=Kind.SETTLEMENT,
    lat=50.87,
    lon=34.65,
    country="UA",
    admin1="Sumy Oblast",
    admin1_id="geonames:692196",
)
FOUND = Reply(outcome=Outcome.FOUND, places=(LISNEVKA,))
NOT_FOUND = Reply(outcome=Outcome.NOT_FOUND, reason="nothing of this name")
FAILED = Reply(outcome=Outcome.FAILED, reason="no answer within 10 s")


class Desk:
    """Somebody to ask, who says what is prepared for a name and remembers the questions."""

    def __init__(self, replies: dict[str, Reply], default: Reply = NOT_FOUND) -> None:
        self.replies = replies
        self.default = default
        self.asked: list[tuple[str, str]] = []

    def __call__(self, question: Question) -> Reply:
        self.asked.append((question.name, question.country))
        return self.replies.get(question.name, self.default)

    def service(self, source: str = "nominatim") -> Service:
        return Service(source=source, ask=self)


def article(ident: str, text: str, day: int = 24) -> Article:
    return Article(
        id=ident, text=text, published=dt.date(2025, 5, day), published_basis="front matter"
    )


ONE = article(
    "one",
    "Two people were killed when a Russian drone hit the village of Lisnovynka in the Sumy region "
    "on Saturday, police in Sumy said.\n",
)
OTHER = article(
    "other",
    "A drone strike on the village of Lisnovynka in Ukraine's Sumy region killed two people on "
    "Saturday.\n",
)
NO_NAME = article("none", "A missile hit a depot in Odesa on Saturday, killing three people.\n")


@pytest.fixture
def project(location: str) -> Iterator[Store]:
    with opened(location, create=True) as store:
        yield store


@pytest.fixture
def run(project: Store, gazetteer: Gazetteer) -> Extract:
    geoparser = Geoparser(gazetteer, known_places(project))
    lexicon = load_lexicon()
    return lambda one, day: extract(one, geoparser=geoparser, lexicon=lexicon, published=day)


Add = Callable[..., Geocoded | None]


@pytest.fixture
def add(project: Store, run: Extract) -> Add:
    def added(desk: Desk | None, *batch: Article) -> Geocoded | None:
        service = None if desk is None else desk.service()
        return pipeline.add(project, batch, run, service=service).geocoded

    return added


def places(found: list[Incident]) -> list[str | None]:
    return [None if one.location.place is None else one.location.place.id for one in found]


def listed(project: Store) -> list[tuple[str, str, int, str | None]]:
    def row(known: KnownName) -> tuple[str, str, int, str | None]:
        state = None if known.reply is None else known.reply.outcome.value
        return known.question.name, known.question.country, known.articles, state

    return [row(known) for known in known_names(project)]


def test_a_name_that_stands_in_an_incident_is_asked_for_once_and_found(
    project: Store, add: Add
) -> None:
    desk = Desk({"Lisnovynka": FOUND})
    geocoded = add(desk, ONE, OTHER, NO_NAME)
    assert desk.asked == [("Lisnovynka", "UA")]
    assert geocoded == Geocoded(source="nominatim", found=1)
    found = incidents(project)
    assert sorted(map(str, places(found))) == ["geonames:698740", "osm:node/101"]
    assert max(len(one.reports) for one in found) == 2
    (told,) = {one.location.how for one in found if "osm:node/101" in places([one])}
    assert told == "said in the same sentence, found by a geocoder"


def test_nothing_is_asked_twice(project: Store, add: Add) -> None:
    add(Desk({"Lisnovynka": FOUND}), ONE)
    again = Desk({})
    assert add(again, ONE, OTHER) == Geocoded(source="nominatim")
    assert again.asked == []
    assert places(incidents(project)) == ["osm:node/101"]


def test_not_found_is_an_answer_too(project: Store, add: Add) -> None:
    add(Desk({}), ONE)
    again = Desk({"Lisnovynka": FOUND})
    add(again, ONE, OTHER)
    assert again.asked == []
    assert places(incidents(project)) == ["geonames:692196"]
    assert listed(project) == [("Lisnovynka", "UA", 2, "not found")]


def test_another_service_is_asked_for_what_one_did_not_find(
    project: Store, add: Add, run: Extract
) -> None:
    add(Desk({}), ONE)
    other = Desk({"Lisnovynka": FOUND})
    geocode(project, other.service("photon"), run)
    assert other.asked == [("Lisnovynka", "UA")]
    third = Desk({})
    geocode(project, third.service("geonames"), run)
    assert third.asked == []


def test_a_failure_stops_nothing_and_is_tried_again(project: Store, add: Add, run: Extract) -> None:
    geocoded = add(Desk({}, default=FAILED), ONE, NO_NAME)
    assert geocoded is not None
    assert geocoded.failed == (("Lisnovynka", "no answer within 10 s"),)
    assert len(incidents(project)) == 2
    assert listed(project) == [("Lisnovynka", "UA", 1, "failed")]
    later = Desk({"Lisnovynka": FOUND})
    geocode(project, later.service(), run)
    pipeline.settle(project, lambda: run)
    assert later.asked == [("Lisnovynka", "UA")]
    assert "osm:node/101" in places(incidents(project))


def test_without_a_geocoder_names_are_noted_and_asked_for_later(
    project: Store, add: Add, run: Extract
) -> None:
    assert add(None, ONE) is None
    assert listed(project) == [("Lisnovynka", "UA", 1, None)]
    geocode(project, Desk({"Lisnovynka": FOUND}).service(), run)
    pipeline.settle(project, lambda: run)
    assert places(incidents(project)) == ["osm:node/101"]


def test_an_article_that_comes_later_gets_the_place_without_asking(
    project: Store, add: Add
) -> None:
    add(Desk({"Lisnovynka": FOUND}), ONE)
    add(None, OTHER)
    (found,) = incidents(project)
    assert len(found.reports) == 2
    assert places([found]) == ["osm:node/101"]


def test_the_order_of_articles_and_questions_makes_no_difference(
    new_location: Callable[[], str], gazetteer: Gazetteer
) -> None:
    lexicon = load_lexicon()
    outcomes = []
    for batches in ([[ONE, OTHER, NO_NAME]], [[NO_NAME], [OTHER], [ONE]]):
        store = open_store(new_location(), create=True)
        geoparser = Geoparser(gazetteer, known_places(store))

        def read(one: Article, day: dt.date | None, known: Geoparser = geoparser) -> object:
            return extract(one, geoparser=known, lexicon=lexicon, published=day)

        for batch in batches:
            pipeline.add(store, batch, read, service=Desk({"Lisnovynka": FOUND}).service())  # type: ignore[arg-type]
        outcomes.append(
            [
                (one.event_type, one.date, one.location, sorted(r.id for r in one.reports))
                for one in incidents(store)
            ]
        )
        store.close()
    assert outcomes[0] == outcomes[1]


MANY = [
    article(
        f"many{number}",
        f"A Russian drone hit the village of {name} in the Sumy region on Saturday, killing "
        f"{number + 2} people.\n",
    )
    for number, name in enumerate(
        ["Barvynsk", "Hrabynets", "Lypnohirka", "Lypnytsia", "Makivske", "Makovynsk"]
    )
]


def test_a_server_that_fails_again_and_again_is_left_alone(project: Store, add: Add) -> None:
    desk = Desk({}, default=FAILED)
    geocoded = add(desk, *MANY)
    assert geocoded is not None
    assert len(desk.asked) == MOST_FAILURES == len(geocoded.failed)
    assert len(geocoded.unasked) == len(MANY) - MOST_FAILURES
    assert geocoded.stopped == "no answer within 10 s"


def test_names_that_were_not_asked_for_come_before_those_that_failed(
    project: Store, add: Add
) -> None:
    first, second = Desk({}, default=FAILED), Desk({}, default=FAILED)
    add(first, *MANY)
    add(second, *MANY)
    assert not {name for name, _ in first.asked} & {name for name, _ in second.asked}


def test_too_many_requests_end_the_asking_until_the_time_that_is_told(
    project: Store, add: Add, run: Extract
) -> None:
    retry_at = NOW + dt.timedelta(minutes=10)
    limited = Reply(
        outcome=Outcome.FAILED, reason="too often (429)", retry_at=retry_at, is_final=True
    )
    add(None, *MANY)
    desk = Desk({}, default=limited)

    def ask(desk: Desk, at: dt.datetime) -> Geocoded:
        return geocode(project, desk.service(), run, now=lambda: at)

    geocoded = ask(desk, NOW)
    assert len(desk.asked) == 1
    assert geocoded.retry_at == retry_at
    early = Desk({})
    assert ask(early, NOW + dt.timedelta(minutes=9)).retry_at == retry_at
    assert early.asked == []
    late = Desk({})
    assert ask(late, NOW + dt.timedelta(minutes=11)).stopped is None
    assert len(late.asked) == len(pending(project, "photon"))


def test_a_clock_that_is_set_back_by_years_keeps_nobody_waiting_for_years(
    project: Store, add: Add, run: Extract
) -> None:
    ahead = NOW.replace(year=NOW.year + 5)
    limited = Reply(outcome=Outcome.FAILED, reason="too often (429)", retry_at=ahead, is_final=True)
    add(None, ONE)
    geocode(project, Desk({}, default=limited).service(), run, now=lambda: ahead)
    desk = Desk({"Lisnovynka": FOUND})
    assert geocode(project, desk.service(), run, now=lambda: NOW).found == 1
    pipeline.settle(project, lambda: run)
    assert places(incidents(project)) == ["osm:node/101"]


def test_a_run_that_is_cut_off_between_answer_and_reading_is_finished_by_the_next(
    project: Store, add: Add, run: Extract
) -> None:
    add(None, ONE)

    def broken(one: Article, day: dt.date | None) -> object:
        raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        geocode(project, Desk({"Lisnovynka": FOUND}).service(), broken)  # type: ignore[arg-type]
    desk = Desk({})
    geocode(project, desk.service(), run)
    pipeline.settle(project, lambda: run)
    assert desk.asked == []
    assert places(incidents(project)) == ["osm:node/101"]


def test_an_undated_article_keeps_its_place_when_its_day_is_inferred(
    project: Store, add: Add
) -> None:
    undated = Article(id="undated", text=OTHER.text)
    add(Desk({"Lisnovynka": FOUND}), undated, ONE)
    (found,) = incidents(project)
    assert len(found.reports) == 2
    assert places([found]) == ["osm:node/101"]
    assert [stored.inferred for stored in articles(project)] == [dt.date(2025, 5, 24), None]


@pytest.mark.parametrize("backend", ["sqlite"], indirect=True)
def test_a_project_file_from_before_is_opened_and_its_articles_are_asked_for(
    location: str, project: Store, add: Add, run: Extract
) -> None:
    add(None, ONE)
    project.close()
    with sqlite3.connect(location) as before:
        for name in ("geocoding", "unknown_name", "names_noted"):
            before.execute(f"DROP TABLE {name}")
        before.execute("PRAGMA user_version=1")
        before.execute("UPDATE meta SET value = '1' WHERE key = 'schema_version'")
    before.close()
    project = open_store(location, create=False)
    assert listed(project) == []
    assert known_places(project)("Lisnovynka", "UA") == ()
    geocode(project, Desk({"Lisnovynka": FOUND}).service(), run)
    pipeline.settle(project, lambda: run)
    assert places(incidents(project)) == ["osm:node/101"]


def test_an_article_that_is_taken_out_takes_its_names_along(project: Store, add: Add) -> None:
    add(None, ONE, OTHER)
    assert remove(project, "one")
    assert listed(project) == [("Lisnovynka", "UA", 1, None)]
    assert remove(project, "other")
    assert listed(project) == []


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("A shell hit the village of Brzbrkove in the Sumy region, killing two.", ["Brzbrkove"]),
        ("The village of Brzbrkove in the Sumy region is known for its honey.", []),
        (
            "The village of Brzbrkove in the Sumy region makes honey.\n\n"
            "A shell hit Kharkiv on Saturday, killing two people.",
            [],
        ),
        (
            "People in the village of Brzbrkove in the Sumy region woke early on Saturday. "
            "A missile hit a school, killing two.",
            ["Brzbrkove"],
        ),
    ],
    ids=["in the report", "no incident", "another paragraph", "it sets the scene"],
)
def test_only_names_that_stand_in_an_incident_are_asked_for(
    run: Extract, text: str, names: list[str]
) -> None:
    found = run(article("a", text), None).unknown_names
    assert [name for name, _ in found] == names

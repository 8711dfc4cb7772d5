"""Invented reports of several wars that tell of one happening, or only seem to."""

import datetime as dt
import itertools
from collections.abc import Callable, Iterator

import pytest

from mapper.article import Article
from mapper.gazetteer import Gazetteer
from mapper.geoparser import Geoparser
from mapper.incident import Incident, join
from mapper.report import Report, extract

Told = Callable[..., list[Incident]]


@pytest.fixture(scope="module")
def told() -> Iterator[Told]:
    """Incidents of (day of September 2025, text) pairs."""
    with Gazetteer.open() as gazetteer:
        parser = Geoparser(gazetteer)

        def telling(*articles: tuple[int, str]) -> list[Incident]:
            reports: list[Report] = []
            published: dict[str, dt.date | None] = {}
            texts: dict[str, str] = {}
            for day, text in articles:
                ident = f"{day}-{len(text)}-{text[:60]}"
                article = Article(id=ident, text=text, published=dt.date(2025, 9, day))
                published[ident], texts[ident] = article.published, text
                reports.extend(extract(article, geoparser=parser).reports)
            return join(reports, published=published, previous={}, texts=texts)

        yield telling


ONE = {
    "nobody at first, one hurt later": (
        (17, "A drone hit a depot in Sumy on Tuesday. Nobody was hurt."),
        (17, "A drone hit a fuel tank in Sumy on Tuesday, injuring a watchman."),
    ),
    "a town and the district of its name": (
        (17, "Fighters attacked a base in Damboa, Borno State, on Tuesday. Nine were killed."),
        (
            17,
            "Gunmen attacked a base in Damboa Local Government Area of Borno State on Tuesday, "
            "killing seven soldiers.",
        ),
    ),
    "two names of one sort of target, other numbers": (
        (17, "A drone hit a residential building in Sumy on Tuesday, wounding six people."),
        (17, "A drone hit an apartment block in Sumy on Tuesday; eight people were wounded."),
    ),
    "an assault on a post, and the bomb there": (
        (17, "A bomb went off at a police post in Bannu on Tuesday, killing seven policemen."),
        (17, "Gunmen attacked a police post in Bannu on Tuesday and killed seven policemen."),
    ),
    "one number differs and one names no place": (
        (
            17,
            "A drone strike on a wedding in El Fasher killed 14 people and injured 22 on Tuesday.",
        ),
        (
            17,
            "Fourteen people were killed and 25 injured in a drone strike on Tuesday, medics said.",
        ),
    ),
    "a clinic in a town, and one without numbers in its region": (
        (17, "A drone struck a clinic in Omdurman on Tuesday, killing four people."),
        (17, "A drone hit a clinic in the Khartoum region on Tuesday."),
    ),
    "a night, and the day on which it ends": (
        (18, "A drone struck a clinic in Omdurman on Tuesday night, killing four people."),
        (18, "A drone hit a clinic in Omdurman on Wednesday, killing five people, doctors said."),
    ),
    "the toll of days ago, dated by who says it": (
        (16, "A drone struck a clinic in Omdurman on Tuesday, killing four people."),
        (
            18,
            "The death toll from the drone strike on a clinic in Omdurman rose to nine, "
            "officials said on Thursday.",
        ),
    ),
}
TWO = {
    "a fight and a strike without a number in common": (
        (17, "A drone hit a market in Bannu on Tuesday, killing two people."),
        (17, "Gunmen attacked a convoy near Bannu on Tuesday and killed nine soldiers."),
    ),
    "two strikes on one town with other targets and numbers": (
        (17, "A drone hit a bus in Omdurman on Tuesday, killing six people."),
        (17, "A missile struck a market in Omdurman on Tuesday, killing 31 people."),
    ),
    "two towns with one toll": (
        (17, "A drone hit a bus in Omdurman on Tuesday, killing six people."),
        (17, "A drone hit a bus in El Fasher on Tuesday, killing six people."),
    ),
    "two small tolls of which one names no place": (
        (17, "A drone strike in El Obeid killed two people and injured nine on Tuesday."),
        (17, "Two people were killed and 30 injured in shelling on Tuesday, medics said."),
    ),
    "other targets in a region and its town": (
        (17, "A drone struck a clinic in Omdurman on Tuesday, killing four people."),
        (17, "A drone hit a bridge in the Khartoum region on Tuesday."),
    ),
    "a toll that is lower than the one before": (
        (16, "A drone struck a clinic in Omdurman on Tuesday, killing 14 people."),
        (19, "The death toll from a drone strike in Omdurman rose to nine, officials said."),
    ),
    "a total of a region and the strike on its town": (
        (17, "A drone hit a bus in Omdurman on Tuesday, killing six people."),
        (17, "Across the Khartoum region 19 people were killed in strikes on Tuesday."),
    ),
    "the next day on the same town": (
        (18, "A drone hit a clinic in Omdurman on Tuesday morning, killing four people."),
        (18, "A drone hit a clinic in Omdurman on Wednesday, killing two people."),
    ),
}


@pytest.mark.parametrize("articles", ONE.values(), ids=ONE)
def test_two_articles_tell_of_one_happening(
    told: Told, articles: tuple[tuple[int, str], ...]
) -> None:
    (incident,) = told(*articles)
    assert len({r.article_id for r in incident.reports}) == 2


@pytest.mark.parametrize("articles", TWO.values(), ids=TWO)
def test_two_articles_tell_of_two_happenings(
    told: Told, articles: tuple[tuple[int, str], ...]
) -> None:
    incidents = told(*articles)
    assert [len({r.article_id for r in one.reports}) for one in incidents] == [1, 1]


def test_a_night_is_dated_by_the_morning_when_others_tell_of_it(told: Told) -> None:
    (incident,) = told(*ONE["a night, and the day on which it ends"])
    assert incident.date.first == dt.date(2025, 9, 17)


def test_a_corrected_toll_leaves_the_day_and_replaces_the_number(told: Told) -> None:
    (incident,) = told(*ONE["the toll of days ago, dated by who says it"])
    assert incident.date.first == dt.date(2025, 9, 16)
    assert (incident.killed.low, incident.killed.best) == (9, 9)


def test_a_corrected_toll_that_two_strikes_could_have_joins_neither(told: Told) -> None:
    incidents = told(
        (15, "A drone struck Omdurman on Monday, killing four people."),
        (17, "A drone struck Omdurman on Wednesday, killing three people."),
        (19, "The death toll from a drone strike in Omdurman rose to nine, officials said."),
    )
    assert sorted(one.killed.best or 0 for one in incidents) == [3, 4, 9]


def test_a_strike_in_a_region_that_two_towns_could_mean_joins_neither(told: Told) -> None:
    incidents = told(
        (17, "A drone struck a clinic in Omdurman on Tuesday, killing four people."),
        (17, "A drone struck a clinic in Khartoum North on Tuesday, killing three people."),
        (17, "A drone hit a clinic in the Khartoum region on Tuesday."),
    )
    assert len(incidents) == 3


def test_a_total_is_the_parent_of_its_part(told: Told) -> None:
    incidents = told(*TWO["a total of a region and the strike on its town"])
    total = max(incidents, key=lambda one: one.killed.best or 0)
    part = min(incidents, key=lambda one: one.killed.best or 0)
    assert part.parent == total.id


def test_any_order_of_articles_gives_the_same_incidents(told: Told) -> None:
    articles = [*itertools.chain(*ONE.values()), *itertools.chain(*TWO.values())]
    first = told(*articles)
    assert len(first) > 8
    for turned in (articles[::-1], articles[5:] + articles[:5], sorted(articles)):
        assert told(*turned) == first


AGENCY = (
    "At least {n} people were killed when a missile struck a school in Taiz on Tuesday, local "
    "health officials said. Residents pulled children from the rubble with their hands as "
    "ambulances tried to reach the old quarter, where two houses next to the school had also "
    "collapsed.\n"
)
OWN = (
    "A missile hit a school in Taiz on Tuesday, killing 15 people, according to our "
    "correspondent, who counted the bodies in the yard of the district hospital in the evening."
)


def test_an_agency_text_in_two_outlets_is_one_voice(told: Told) -> None:
    (incident,) = told(
        (17, AGENCY.format(n=12) + "The war in Yemen began more than ten years ago."),
        (18, "From our wires.\n\n" + AGENCY.format(n=12)),
        (17, OWN),
    )
    ((copy, original),) = incident.copies
    assert (copy[:2], original[:2]) == ("18", "17")


def test_copies_do_not_outvote_a_report_of_ones_own(told: Told) -> None:
    agency = (
        AGENCY.format(n=12).replace(", local health officials said", "").replace("At least ", "")
    )
    agency = agency.replace("12", "Twelve")
    own = OWN.replace(", according to our correspondent, who counted", "; we counted")
    (incident,) = told((17, agency), (17, agency + "More follows."), (17, own))
    assert len(incident.copies) == 1
    assert incident.killed.best == 15


def test_two_reports_in_words_of_their_own_are_two_voices(told: Told) -> None:
    (incident,) = told((17, AGENCY.format(n=12)), (17, OWN))
    assert incident.copies == ()

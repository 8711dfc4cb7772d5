"""Articles in, incidents out: what several tellings of a few happenings become."""

import datetime as dt
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
            for number, (day, text) in enumerate(articles):
                article = Article(id=f"a{number}", text=text, published=dt.date(2025, 9, day))
                published[article.id] = article.published
                reports.extend(extract(article, geoparser=parser).reports)
            return join(reports, published=published, previous={})

        yield telling


BUS = "A drone hit a bus in Kherson on Tuesday, killing six people."


def test_what_one_article_repeats_is_one_incident(told: Told) -> None:
    text = (
        "Six people were killed in a drone attack on Kherson on Tuesday.\n\n"
        f"{BUS}\n\n"
        "The governor said six people had died in the bus in Kherson."
    )
    (incident,) = told((17, text))
    assert (incident.killed.best, incident.target) == (6, "bus")


def test_two_articles_of_one_strike_are_one_incident(told: Told) -> None:
    (incident,) = told((17, BUS), (17, "Six people died when a drone struck Kherson on Tuesday."))
    assert {r.article_id for r in incident.reports} == {"a0", "a1"}
    assert (incident.killed.best, incident.disputed) == (6, False)


def test_a_report_of_the_day_after_updates_the_toll(told: Told) -> None:
    later = "The death toll from Tuesday's drone strike on Kherson rose to nine on Wednesday."
    (incident,) = told((16, BUS), (17, later))
    assert (incident.killed.low, incident.killed.best, incident.killed.high) == (9, 9, 9)
    assert not incident.disputed
    assert [r.killed.best for r in incident.reports if r.killed] == [6, 9]


def test_the_next_strike_on_the_same_city_is_another_incident(told: Told) -> None:
    incidents = told((17, BUS), (18, "A drone hit a shop in Kherson on Wednesday, killing two."))
    assert [str(i.date.first) for i in incidents] == ["2025-09-16", "2025-09-17"]


def test_two_towns_of_one_region_are_two_incidents(told: Told) -> None:
    incidents = told((17, BUS), (17, "A drone hit a bus in Beryslav on Tuesday, killing six."))
    assert len(incidents) == 2


def test_a_total_of_the_region_is_not_the_strike_on_its_town(told: Told) -> None:
    total = "Over the past day 11 people were killed in the Kherson region."
    incidents = told((17, BUS), (17, total))
    assert sorted((i.event_type, i.killed.best) for i in incidents) == [
        ("casualties", 11),
        ("strike", 6),
    ]
    (strike,) = [i for i in incidents if i.event_type == "strike"]
    (around,) = [i for i in incidents if i.event_type == "casualties"]
    assert strike.parent == around.id


def test_articles_that_contradict_each_other_are_a_dispute(told: Told) -> None:
    (incident,) = told((17, BUS), (17, BUS.replace("six", "four")))
    assert incident.disputes == ("killed",)
    assert (incident.killed.low, incident.killed.high) == (4, 6)


def test_one_exchange_told_with_and_without_a_place_is_one_incident(told: Told) -> None:
    (incident,) = told(
        (13, "Ukraine and Russia exchanged 307 prisoners each on Friday."),
        (14, "On Friday 307 Ukrainian and 307 Russian soldiers were freed in a prisoner swap."),
    )
    assert dict(incident.prisoners) == {"RUS": 307, "UKR": 307}


def test_two_exchanges_of_one_week_are_two_incidents(told: Told) -> None:
    incidents = told(
        (13, "Ukraine and Russia exchanged 307 prisoners each on Friday."),
        (15, "Ukraine and Russia exchanged 303 prisoners each on Sunday."),
    )
    assert [dict(i.prisoners)["UKR"] for i in incidents] == [307, 303]

"""What a person is asked to look at."""

import dataclasses

import pytest

from mapper import store
from mapper.correction.doubt import Doubt, doubtful
from mapper.incident.model import Incident
from mapper.lexicon import load_lexicon
from mapper.pipeline import correcting
from mapper.report.model import Location
from tests.correction.conftest import ANN, Add, of_article

WAR = load_lexicon()


@pytest.fixture
def found(project: store.Store, add: Add) -> list[Incident]:
    """The incidents of three articles."""
    add(project, 0, 1, 3)
    return store.incidents(project)


def changed(incident: Incident, **values: object) -> Incident:
    return dataclasses.replace(incident, **values)  # type: ignore[arg-type]


def test_what_is_clear_is_not_doubtful(found: list[Incident]) -> None:
    assert len(found) == 3
    assert doubtful(found, WAR) == []


@pytest.mark.parametrize(
    ("values", "doubt"),
    [
        ({"location": Location()}, Doubt.PLACE),
        ({"confidence": 0.69}, Doubt.CONFIDENCE),
        ({"disputed": True, "disputes": ("killed",)}, Doubt.DISPUTED),
    ],
    ids=["place", "confidence", "disputed"],
)
def test_each_doubt_is_found_until_a_person_judged(
    found: list[Incident], values: dict[str, object], doubt: Doubt
) -> None:
    one = changed(found[0], **values)
    (told,) = doubtful([one, *found[1:]], WAR)
    assert (told.incident, told.doubts) == (one, (doubt,))
    assert doubtful([one], WAR, kinds=[Doubt.DUPLICATE]) == []
    assert doubtful([changed(one, status="confirmed")], WAR) == []
    assert doubtful([one], WAR, below=0.1, kinds=[Doubt.CONFIDENCE]) == []


def test_incidents_that_joining_kept_apart_may_be_the_same(project: store.Store, add: Add) -> None:
    add(project, 0, 4)
    ident = of_article(project, "t0")
    incident = store.incident(project, ident)
    assert incident is not None
    one, two = incident.reports
    apart = [
        changed(incident, id="one", reports=(one,)),
        changed(incident, id="two", reports=(two,)),
    ]
    told = doubtful(apart, WAR)
    assert [(each.incident.id, each.doubts, each.twins) for each in told] == [
        ("one", (Doubt.DUPLICATE,), ("two",)),
        ("two", (Doubt.DUPLICATE,), ("one",)),
    ]
    assert doubtful(apart[::-1], WAR) == told[::-1]
    same_article = changed(apart[1], reports=(dataclasses.replace(two, article_id=one.article_id),))
    assert doubtful([apart[0], same_article], WAR) == []


def test_what_a_person_split_is_not_offered_again(project: store.Store, add: Add) -> None:
    add(project, 0, 4)
    ident = of_article(project, "t0")
    incident = store.incident(project, ident)
    assert incident is not None
    correcting.split(project, ident, [incident.reports[1].id], ANN)
    assert len(store.incidents(project)) == 2
    assert doubtful(store.incidents(project), WAR) == []

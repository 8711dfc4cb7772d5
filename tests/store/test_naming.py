"""An id may be written short, as long as one thing begins so."""

from collections.abc import Callable

import pytest

from mapper.store import (
    AmbiguousId,
    Entry,
    Store,
    put,
    remove,
    whole_article_id,
    whole_id,
    whole_incident_id,
)
from mapper.store.corrections import note_bygone

MakeEntry = Callable[..., Entry]
Settle = Callable[[Store], None]


@pytest.fixture
def project(store: Store, make_entry: MakeEntry, settle_by_day: Settle) -> Store:
    """Articles `odesa`, `odesa-2`, `Odesa` and `сумы`, with incidents of 1, 2 and 12 May."""
    put(store, make_entry("odesa", 1, 2))
    put(store, make_entry("odesa-2", 12))
    put(store, make_entry("Odesa", 12))
    put(store, make_entry("сумы", 12))
    settle_by_day(store)
    return store


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        pytest.param("odesa-", "odesa-2", id="the beginning of one"),
        pytest.param("odesa", "odesa", id="one in full, and the beginning of another"),
        pytest.param("Odes", "Odesa", id="capitals count"),
        pytest.param("сумы", "сумы", id="another alphabet"),
        pytest.param("ode", "ode", id="too short"),
        pytest.param("odesb", "odesb", id="nothing begins so"),
        pytest.param("%", "%", id="a sign that means more to databases"),
        pytest.param("odes_", "odes_", id="another such sign"),
        pytest.param("", "", id="nothing"),
    ],
)
def test_an_article_is_known_by_the_beginning_of_its_id(
    project: Store, said: str, whole: str
) -> None:
    assert whole_article_id(project, said) == whole


@pytest.mark.parametrize(
    ("said", "whole"),
    [
        ("i2025-05-1", "i2025-05-12"),
        ("i2025-05-01", "i2025-05-01"),
        ("i202", None),
        ("i2025-05-0", None),
    ],
)
def test_an_incident_is_known_by_the_beginning_of_its_id(
    project: Store, said: str, whole: str | None
) -> None:
    if whole is not None:
        assert whole_incident_id(project, said) == whole
        return
    with pytest.raises(AmbiguousId, match="could be 'i2025-05-01', 'i2025-05-02'"):
        whole_incident_id(project, said)


def test_what_is_gone_is_found_when_nothing_else_begins_so(project: Store) -> None:
    with project.write() as connection:
        note_bygone(connection, {"i2025-05-1x": "i2025-05-12", "gone-1": None})
    assert whole_incident_id(project, "i2025-05-1") == "i2025-05-12"
    assert whole_incident_id(project, "gone") == "gone-1"


def test_a_log_may_be_of_an_incident_or_of_an_article(project: Store) -> None:
    assert whole_id(project, "odesa-") == "odesa-2"
    assert whole_id(project, "i2025-05-1") == "i2025-05-12"


def test_many_that_begin_so_are_not_all_listed(project: Store, make_entry: MakeEntry) -> None:
    for number in range(12):
        put(project, make_entry(f"many-{number:02}", 20))
    with pytest.raises(AmbiguousId) as told:
        whole_article_id(project, "many")
    assert "'many-07' and 4 more; write more of the id" in str(told.value)
    for number in range(1, 12):
        remove(project, f"many-{number:02}")
    assert whole_article_id(project, "many") == "many-00"

"""Corrections on real project files: what is set stays, and can be taken back."""

import concurrent.futures
import dataclasses
import datetime as dt
import functools
import importlib

import pytest

from mapper import pipeline, store
from mapper.article import Article
from mapper.correction.edit import read_values
from mapper.correction.history import history
from mapper.errors import CorrectionError
from mapper.gazetteer import Gazetteer
from mapper.incident.model import Range
from mapper.pipeline import Extract, correcting, reprocessing
from mapper.pipeline.correcting import Done
from tests.correction.conftest import ANN, Add, of_article, renumbered


def edit(project: store.Store, ident: str, **said: str) -> Done:
    with Gazetteer.open() as gazetteer:
        values = functools.partial(read_values, said, gazetteer=gazetteer)
        return correcting.edit(project, ident, values, ANN)


def shown(project: store.Store, ident: str) -> tuple[str, Range, int]:
    """Status, killed and number of reports."""
    found = store.incident(project, ident)
    assert found is not None
    return found.status, found.killed, len(found.reports)


def test_an_edited_value_stays_when_a_report_joins_that_says_otherwise(
    project: store.Store, add: Add
) -> None:
    add(project, 0, 4)
    ident = of_article(project, "t0")
    edit(project, ident, killed="5-7")
    add(project, 5)
    assert of_article(project, "t5") == ident
    assert shown(project, ident) == ("edited", Range(low=5, best=5, high=7), 3)
    found = store.incident(project, ident)
    judged, seen = store.judgement(project, ident)
    assert found is not None
    assert judged is not None
    told = history(found, judged.values, seen)
    assert [(one.report.article_id, one.since, one.against) for one in told] == [
        ("t0", False, ()),
        ("t4", False, ()),
        ("t5", True, ("killed",)),
    ]


def test_what_was_not_edited_follows_the_reports(project: store.Store, add: Add) -> None:
    add(project, 0)
    ident = of_article(project, "t0")
    edit(project, ident, target="hospital")
    add(project, 5)
    found = store.incident(project, ident)
    assert found is not None
    assert (found.target, found.killed.best, found.edited) == ("hospital", 9, ("target",))
    assert found.title.startswith("Drone strike on hospital")


def test_a_confirmed_incident_keeps_all_its_values(project: store.Store, add: Add) -> None:
    add(project, 0)
    ident = of_article(project, "t0")
    correcting.confirm(project, ident, ANN)
    before = store.incident(project, ident)
    add(project, 4, 5)
    after = store.incident(project, ident)
    assert before is not None
    assert after is not None
    assert len(after.reports) == 3
    assert (after.killed, after.title, after.date) == (before.killed, before.title, before.date)
    assert (after.status, after.confidence) == ("confirmed", 1.0)


def test_a_rejected_incident_never_comes_back(project: store.Store, add: Add) -> None:
    add(project, 0, 1)
    ident = of_article(project, "t0")
    correcting.reject(project, ident, ANN)
    add(project, 4, 5)
    assert [one.id for one in store.incidents(project)] == [of_article(project, "t1")]
    assert store.count(project) == 1
    (away,) = [one for one in store.incidents(project, rejected=True) if one.status == "rejected"]
    assert (away.id, len(away.reports)) == (ident, 3)


def test_merged_incidents_stay_one_and_new_reports_of_either_join_it(
    project: store.Store, add: Add
) -> None:
    add(project, 0, 1)
    first, second = of_article(project, "t0"), of_article(project, "t1")
    edit(project, second, injured="12")
    correcting.merge(project, first, [second], ANN)
    add(project, 6, 4)
    found = store.incident(project, first)
    assert found is not None
    assert {one.article_id for one in found.reports} == {"t0", "t1", "t4", "t6"}
    assert found.injured == Range(low=12, best=12, high=12)
    assert store.incident(project, second) is None


def test_split_incidents_stay_apart_and_a_new_report_joins_one_of_them(
    project: store.Store, add: Add
) -> None:
    add(project, 0, 4)
    ident = of_article(project, "t0")
    found = store.incident(project, ident)
    assert found is not None
    out = [report.id for report in found.reports if report.article_id == "t4"]
    done = correcting.split(project, ident, out, ANN)
    other = done.correction.groups[1].incident_id
    add(project, 5)
    homes = [of_article(project, one) for one in ("t0", "t4")]
    assert homes == [ident, other]
    assert of_article(project, "t5") in homes
    assert {one.status for one in store.incidents(project)} == {"edited"}


def test_reports_that_a_person_holds_apart_are_not_joined_by_a_third(
    project: store.Store, add: Add
) -> None:
    add(project, 1)
    add(project, 3)
    ids = [of_article(project, one) for one in ("t1", "t3")]
    correcting.merge(project, ids[0], [ids[1]], ANN)
    add(project, 6, 7)
    assert len(store.incidents(project)) == 1
    correcting.undo(project, ANN)
    assert len(store.incidents(project)) == 2


@pytest.mark.parametrize("act", ["edit", "confirm", "reject", "merge", "split"])
def test_undo_gives_what_was_before(project: store.Store, add: Add, act: str) -> None:
    add(project, 0, 1, 2, 4)
    ident = of_article(project, "t0")
    before = store.incidents(project)
    found = store.incident(project, ident)
    assert found is not None
    if act == "edit":
        edit(project, ident, place="Nikopol", killed="none", date="2025-09", type="talks")
    elif act == "merge":
        correcting.merge(project, ident, [of_article(project, "t1")], ANN)
    elif act == "split":
        correcting.split(project, ident, [found.reports[0].id], ANN)
    else:
        {"confirm": correcting.confirm, "reject": correcting.reject}[act](project, ident, ANN)
    assert store.incidents(project) != before
    correcting.undo(project, ANN)
    assert store.incidents(project) == before
    assert len(store.corrections(project)) == 2


def test_what_others_build_on_is_undone_last(project: store.Store, add: Add) -> None:
    add(project, 0, 1)
    first, second = of_article(project, "t0"), of_article(project, "t1")
    correcting.merge(project, first, [second], ANN)
    edit(project, first, killed="1")
    with pytest.raises(CorrectionError, match="Correction 1 is built on by 2"):
        correcting.undo(project, ANN, number=1)
    correcting.undo(project, ANN, incident_id=first)
    correcting.undo(project, ANN, incident_id=first)
    with pytest.raises(CorrectionError, match="There is no correction of incident"):
        correcting.undo(project, ANN, incident_id=first)
    assert len(store.incidents(project)) == 2


def test_corrections_survive_another_version_that_reads_otherwise(
    project: store.Store, add: Add, run: Extract
) -> None:
    add(project, 0, 1, 2, 3, 4)
    ids = [of_article(project, f"t{number}") for number in range(4)]
    edit(project, ids[0], killed="11")
    correcting.reject(project, ids[1], ANN)
    correcting.merge(project, ids[2], [ids[3]], ANN)
    before = [(one.id, one.status, one.killed) for one in store.incidents(project, rejected=True)]
    other = renumbered(run)
    entries = reprocessing.read_again(project, (), other)
    assert len(entries) == 5
    found = reprocessing.rehearse(project, entries, other)
    assert (found.added, found.gone) == ((), ())
    reprocessing.carry_out(project, entries, other)
    after = store.incidents(project, rejected=True)
    assert [(one.id, one.status, one.killed) for one in after] == before
    assert {r.id.split(":")[1][:2] for one in after for r in one.reports} == {"v2"}
    add(project, 5)
    assert shown(project, ids[0])[1].best == 11


def test_ids_of_incidents_that_nobody_corrected_survive_another_version(
    project: store.Store, add: Add, run: Extract
) -> None:
    add(project, 4)
    add(project, 0)
    ids = [one.id for one in store.incidents(project)]
    entries = reprocessing.read_again(project, (), renumbered(run))
    reprocessing.carry_out(project, entries, run)
    assert [one.id for one in store.incidents(project)] == ids


def test_reprocessing_all_derives_what_another_version_had_joined_otherwise(
    project: store.Store, add: Add, run: Extract, monkeypatch: pytest.MonkeyPatch
) -> None:
    with monkeypatch.context() as patch:
        patch.setattr(importlib.import_module("mapper.incident.regroup"), "THRESHOLD", 1000.0)
        add(project, 0, 4)
    assert len(store.incidents(project)) == 2
    assert reprocessing.read_again(project, (), run) == []
    found = reprocessing.rehearse(project, (), run, anew=True)
    assert (len(found.gone), len(found.changed)) == (1, 1)
    assert len(store.incidents(project)) == 2
    reprocessing.carry_out(project, (), run, anew=True)
    assert [len(one.reports) for one in store.incidents(project)] == [2]


def test_a_rehearsal_changes_nothing(project: store.Store, add: Add, run: Extract) -> None:
    add(project, 0, 1)
    before = store.incidents(project)

    def nothing(article: Article, published: dt.date | None) -> object:
        return dataclasses.replace(run(article, published), reports=())

    entries = reprocessing.read_again(project, ["t1"], nothing)  # type: ignore[arg-type]
    found = reprocessing.rehearse(project, entries, run)
    assert [one.id for one in found.gone] == [of_article(project, "t1")]
    assert store.incidents(project) == before
    assert not store.is_dirty(project)


def test_a_correction_waits_for_its_article_to_come_back(project: store.Store, add: Add) -> None:
    add(project, 0, 1)
    ident = of_article(project, "t0")
    correcting.reject(project, ident, ANN)
    assert store.remove(project, "t0")
    pipeline.settle(project)
    assert store.incident(project, ident) is None
    add(project, 0)
    assert [one.id for one in store.incidents(project)] == [of_article(project, "t1")]


def test_an_edit_stays_with_the_incident_when_only_later_reports_are_left(
    project: store.Store, add: Add
) -> None:
    add(project, 0)
    ident = of_article(project, "t0")
    edit(project, ident, killed="5")
    add(project, 4)
    store.remove(project, "t0")
    pipeline.settle(project)
    assert shown(project, ident) == ("edited", Range(low=5, best=5, high=5), 1)


def test_an_edit_to_an_incident_that_went_into_another_names_it(
    project: store.Store, add: Add
) -> None:
    add(project, 0, 1)
    first, second = of_article(project, "t0"), of_article(project, "t1")
    correcting.merge(project, first, [second], ANN)
    with pytest.raises(CorrectionError, match=f"went into '{first}' by Ann"):
        edit(project, second, killed="1")
    with pytest.raises(CorrectionError, match=r"There is no incident 'nonsense\\x1b'"):
        edit(project, "nonsense\x1b", killed="1")


BRIDGE = (
    "Nine people were killed in a missile strike in the Khartoum region on Tuesday.",
    "A drone struck a clinic in Omdurman on Tuesday.",
    "Nine people were killed in a strike on Omdurman on Tuesday.",
)


def bridged(number: int) -> Article:
    return Article(id=f"x{number}", text=BRIDGE[number], published=dt.date(2025, 9, 17))


def test_an_edit_to_an_incident_that_a_later_report_joined_to_another_names_it(
    project: store.Store, run: Extract
) -> None:
    pipeline.add(project, [bridged(0), bridged(1)], run)
    two = {one.id for one in store.incidents(project)}
    pipeline.add(project, [bridged(2)], run)
    (one,) = store.incidents(project)
    (gone,) = two - {one.id}
    with pytest.raises(
        CorrectionError, match=f"{gone}' is no longer: it went into '{one.id}'; use"
    ):
        edit(project, gone, killed="1")


def test_incidents_that_people_judged_are_not_joined_by_a_later_report(
    project: store.Store, run: Extract
) -> None:
    pipeline.add(project, [bridged(0), bridged(1)], run)
    two = {one.id for one in store.incidents(project)}
    for ident in sorted(two):
        correcting.confirm(project, ident, ANN)
    pipeline.add(project, [bridged(2)], run)
    found = store.incidents(project)
    assert {one.id for one in found} == two
    assert sorted(len(one.reports) for one in found) == [1, 2]


def test_an_edit_to_an_incident_whose_articles_were_taken_out_says_so(
    project: store.Store, add: Add
) -> None:
    add(project, 0)
    ident = of_article(project, "t0")
    store.remove(project, "t0")
    pipeline.settle(project)
    with pytest.raises(CorrectionError, match=f"{ident}' is no longer: the reports"):
        edit(project, ident, killed="1")


def test_two_reports_in_the_same_words_are_told_apart_by_their_places(
    project: store.Store, run: Extract
) -> None:
    text = "Drones struck Sumy, Poltava and Nikopol on Tuesday, killing one person in each."
    article = Article(id="w", text=text, published=dt.date(2025, 9, 17))
    pipeline.add(project, [article], run)
    every = {
        one.location.place.name: one.id
        for one in store.incidents(project)
        if one.location.place is not None
    }
    assert {"Sumy", "Poltava", "Nikopol"} <= set(every)
    correcting.reject(project, every["Poltava"], ANN)

    def without(article: Article, published: dt.date | None) -> object:
        found = run(article, published)
        left = [r for r in found.reports if r.location.place and r.location.place.name != "Poltava"]
        return dataclasses.replace(found, reports=tuple(left))

    entries = reprocessing.read_again(project, ["w"], without)  # type: ignore[arg-type]
    reprocessing.carry_out(project, entries, run)
    names = {one.location.place.name for one in store.incidents(project) if one.location.place}
    assert {"Sumy", "Nikopol"} <= names


def test_the_number_of_a_correction_decides_and_not_the_clock(
    project: store.Store, add: Add
) -> None:
    add(project, 0)
    ident = of_article(project, "t0")
    correcting.confirm(project, ident, ANN)
    earlier = dataclasses.replace(ANN, at=dt.datetime(1970, 1, 1, tzinfo=dt.UTC))
    correcting.reject(project, ident, earlier)
    assert store.incidents(project) == []
    assert [one.at[:4] for one in store.corrections(project)] == ["2025", "1970"]


def test_a_correction_that_is_refused_leaves_no_record(project: store.Store, add: Add) -> None:
    add(project, 0, 1)
    ident = of_article(project, "t0")
    with pytest.raises(CorrectionError):
        edit(project, ident, killed="many")
    with pytest.raises(CorrectionError, match="has no report 'x'"):
        correcting.split(project, ident, ["x"], ANN)
    with pytest.raises(CorrectionError, match="some of its reports and not all"):
        correcting.split(
            project, ident, [f"{r.id}" for r, _ in store.of_article(project, "t0")], ANN
        )
    with pytest.raises(CorrectionError, match="each once"):
        correcting.merge(project, ident, [ident], ANN)
    assert store.corrections(project) == []


def test_two_people_at_once_lose_nothing(project: store.Store, location: str, add: Add) -> None:
    add(project, 0, 1, 2, 3)
    ids = [one.id for one in store.incidents(project)]

    def work(name: str) -> None:
        with store.opened(location, create=False) as mine:
            for number in range(8):
                who = dataclasses.replace(ANN, who=name)
                correcting.confirm(mine, ids[number % len(ids)], who)

    with concurrent.futures.ThreadPoolExecutor(2) as pool:
        list(pool.map(work, ("Ann", "Bo")))
    kept = store.corrections(project)
    assert [one.seq for one in kept] == list(range(1, 17))
    assert sorted(one.who for one in kept) == ["Ann"] * 8 + ["Bo"] * 8

"""The flow of `mapper add` on the sample reports: order, removal and batches make no difference."""

import datetime as dt
from collections.abc import Callable, Iterable
from pathlib import Path

import pytest

from mapper import pipeline, store
from mapper.article import Article, UnreadableArticle, read
from mapper.incident import join
from mapper.pipeline import Extract

SEEDS = Path(__file__).parents[2] / "seeds"

Groups = set[frozenset[str]]
New = Callable[[], str]


@pytest.fixture(scope="module")
def run() -> Extract:
    """The extractor, loaded once."""
    return pipeline.extractor()


@pytest.fixture(scope="module")
def seeds() -> list[Article]:
    """The sample reports, the second one without its day."""
    found = [item for item in read(str(SEEDS)) if not isinstance(item, UnreadableArticle)]
    second = found[1]
    found[1] = Article(id=second.id, text=second.text, origin=second.origin)
    return found


def _groups(project: store.Store) -> Groups:
    """The reports of each incident."""
    found = store.incidents(project)
    return {frozenset(report.id for report in incident.reports) for incident in found}


def _added(location: str, batches: Iterable[list[Article]], run: Extract) -> store.Store:
    project = store.open_store(location, create=True)
    for batch in batches:
        summary = pipeline.add(project, batch, run)
        assert (summary.read, summary.failed) == (len(batch), ())
    return project


@pytest.mark.parametrize("order", ["01234", "43210", "20413"])
def test_one_by_one_in_any_order_is_all_at_once(
    new_location: New, seeds: list[Article], run: Extract, order: str
) -> None:
    whole = _added(new_location(), [seeds], run)
    single = _added(new_location(), [[seeds[int(at)]] for at in order], run)
    assert len(_groups(whole)) > 5
    assert _groups(single) == _groups(whole)
    days = {stored.article.id: stored.day for stored in store.articles(whole)}
    assert {stored.article.id: stored.day for stored in store.articles(single)} == days


INVENTED = (
    (16, "A drone struck a clinic in Omdurman on Tuesday, killing four people."),
    (16, "A drone hit a clinic in the Khartoum region on Tuesday."),
    (18, "The toll from the drone strike on a clinic in Omdurman rose to nine, officials said."),
    (18, "A drone struck a clinic in Omdurman on Tuesday night, killing five people."),
    (18, "A drone hit a clinic in Omdurman on Wednesday, killing six people, doctors said."),
    (17, "A missile struck a market in Omdurman on Tuesday, killing 31 people."),
    (17, "Across the Khartoum region 44 people were killed in strikes on Tuesday."),
    (16, "A drone struck a clinic in Khartoum North on Tuesday, killing three people."),
    (19, "The death toll from a drone strike in Omdurman rose to ten, officials said."),
)


@pytest.mark.parametrize("order", ["012345678", "876543210", "420867531", "135792468"])
def test_reports_that_could_mean_several_strikes_are_joined_alike_in_any_order(
    new_location: New, run: Extract, order: str
) -> None:
    articles = [
        Article(id=f"n{number}", text=text, published=dt.date(2025, 9, day))
        for number, (day, text) in enumerate(INVENTED)
    ]
    whole = _added(new_location(), [articles], run)
    turned = sorted(range(len(articles)), key=lambda at: (order[at], at))
    single = _added(new_location(), [[articles[at]] for at in turned], run)
    assert len(_groups(whole)) > 3
    assert _groups(single) == _groups(whole)


def test_the_project_holds_what_joining_all_reports_gives(
    new_location: New, seeds: list[Article], run: Extract
) -> None:
    project = _added(new_location(), [[one] for one in seeds], run)
    found = store.incidents(project)
    reports = [report for incident in found for report in incident.reports]
    previous = {report.id: incident.id for incident in found for report in incident.reports}
    days = {stored.article.id: stored.day for stored in store.articles(project)}
    whole = join(reports, published=days, previous=previous)
    assert {one.id: one for one in whole} == {one.id: one for one in found}
    assert [store.incident(project, one.id) for one in found] == found


def test_an_article_that_comes_and_goes_leaves_no_trace(
    new_location: New, seeds: list[Article], run: Extract
) -> None:
    without = _added(new_location(), [seeds[:4]], run)
    project = _added(new_location(), [seeds], run)
    assert _groups(project) != _groups(without)
    assert store.remove(project, seeds[4].id)
    pipeline.settle(project)
    assert _groups(project) == _groups(without)


def test_what_was_inferred_is_marked(new_location: New, seeds: list[Article], run: Extract) -> None:
    project = _added(new_location(), [seeds], run)
    stored = store.article(project, seeds[1].id)
    assert stored is not None
    assert stored.article.published is None
    bases = {report.date.basis.value for report, _ in store.of_article(project, seeds[1].id)}
    assert (stored.inferred is None) == ("inferred" not in bases)
    assert "relative" not in bases

"""Articles that people correct or take out, while others work on the same project."""

import dataclasses
import datetime as dt

import pytest

from mapper import pipeline, store
from mapper.article import Article
from mapper.article.model import retrieval
from mapper.errors import CorrectionError
from mapper.lexicon import load_lexicons
from mapper.pipeline import Extract, reprocessing
from mapper.report.model import Extraction
from mapper.store.revisions import revisions
from tests.correction.conftest import ANN, Add, articles, renumbered


def test_what_was_corrected_or_taken_out_since_it_was_read_again_stays_as_it_is(
    project: store.Store, add: Add, run: Extract
) -> None:
    add(project, 0, 1, 2)
    entries = reprocessing.read_again(project, (), renumbered(run))
    reprocessing.update(project, "t0", {"title": "A clinic"}, ANN, run)
    assert store.remove(project, "t1")
    reprocessing.carry_out(project, entries, run)
    left = {one.article.id: one.article.title for one in store.articles(project)}
    assert left == {"t0": "A clinic", "t2": None}
    version = {one: store.of_article(project, one)[0][0].id.split(":")[1][:2] for one in left}
    assert (version["t0"] == "v2", version["t2"]) == (False, "v2")


def test_of_two_who_correct_an_article_at_once_the_second_is_told(
    project: store.Store, add: Add, run: Extract
) -> None:
    add(project, 0)

    def slow(article: Article, published: dt.date | None) -> Extraction:
        if article.title == "Second":
            reprocessing.update(project, "t0", {"source": "First"}, ANN, run)
        return run(article, published)

    with pytest.raises(CorrectionError, match="was corrected by somebody else just now"):
        reprocessing.update(project, "t0", {"title": "Second"}, ANN, slow)
    stored = store.article(project, "t0")
    assert stored is not None
    assert (stored.article.source, stored.article.title) == ("First", None)
    assert [one.after.source for one in revisions(project, "t0")] == ["First"]


def test_words_that_were_taken_out_stay_out_under_another_id_and_tell_whose_they_are(
    project: store.Store, add: Add, run: Extract
) -> None:
    add(project, 0)
    reprocessing.remove_for_good(project, "t0", ANN)
    told: list[pipeline.Added] = []
    again = dataclasses.replace(articles()[0], id="again")
    pipeline.add(project, [again], run, told=told.append)
    (added,) = told
    assert added.standing == "kept out"
    assert "`mapper articles undo t0` lets it in again" in (added.note or "")


def test_an_article_comes_back_with_its_lexicon_and_with_where_it_came_from(
    project: store.Store,
) -> None:
    lexicon = load_lexicons(("gun_violence",))
    page = retrieval(ANN.at, "https://news.example/1", b"page")
    text = "Three people were shot dead in Chicago on Monday, police said."
    told = Article(id="g", text=text, published=dt.date(2025, 9, 18), retrieval=page)
    pipeline.add(project, [told], pipeline.extractor_of(project, None, lexicon), lexicon=lexicon)
    before, names = store.incidents(project), store.lexicon_names(project)
    reprocessing.remove_for_good(project, "g", ANN)
    pipeline.settle(project)
    assert store.incidents(project) == []
    run = pipeline.extractor_of(project, None, reprocessing.lexicon_left(project, "g"))
    reprocessing.undo_update(project, "g", ANN, run)
    assert (store.incidents(project), store.lexicon_names(project)) == (before, names)
    assert store.retrieval_of(project, "g") == page

"""The day that an article says it is of."""

import datetime as dt

import pytest

from mapper.article.model import Article
from mapper.dating.model import Basis
from mapper.dating.publication import publication_date, resolve_article_date

_BODY = "A shell hit the bridge on Monday.\n\nNobody was hurt, the mayor said.\n\n"


@pytest.mark.parametrize(
    ("text", "day"),
    [
        ("ADEN, 21 September 2025 (Wire). " + _BODY, "2025-09-21"),
        ("ADEN, Tuesday 16 September 2025. " + _BODY, "2025-09-16"),
        ("Raid on the docks\n\nADEN, Sept. 16, 2025 (Wire) - " + _BODY, "2025-09-16"),
        ("Published: 2025-09-16\n\n" + _BODY, "2025-09-16"),
        ("Raid on the docks\n16 September 2025\n\n" + _BODY, "2025-09-16"),
        (_BODY + "Men clear a bridge after a raid on May 24, 2025. AP\n\n" + _BODY, "2025-05-24"),
        (_BODY * 6 + "The bridge was hit again on 3 June 2025, he said.", "2025-06-03"),
        ("Bulletin, 8-14 September 2025\n\n" + _BODY, "2025-09-14"),
        (_BODY, None),
        (_BODY * 6 + "The invasion began on 24 February 2022.", None),
        (_BODY * 6 + "On 3 June 2021 it was hit. In 2024 it was rebuilt.", None),
        (_BODY * 6 + "It fell in the spring of 2022.", None),
        ("", None),
    ],
)
def test_the_articles_own_day_is_found(text: str, day: str | None) -> None:
    found = publication_date(text)
    assert (found and found[0].isoformat()) == day


def test_a_given_day_goes_before_the_text() -> None:
    given = dt.date(2025, 1, 2)
    article = Article(id="a", text="ADEN, 21 September 2025. It fell.", published=given)
    assert resolve_article_date(article) == (given, Basis.STATED)


def test_an_article_without_any_day_has_none() -> None:
    assert resolve_article_date(Article(id="a", text="It fell on Monday.")) == (None, None)

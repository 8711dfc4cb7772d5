"""Reports that are known again after their article was read or written anew."""

import dataclasses
import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from mapper.correction.anchor import anchor_of, anchors_of, resolve
from mapper.gazetteer import Kind, Place
from mapper.report.model import Location, Report

QUOTE = "A drone struck a clinic in Omdurman on Tuesday, killing four people."


def site(ident: str) -> Location:
    place = Place(id=ident, name=ident, kind=Kind.SETTLEMENT, lat=0.0, lon=0.0)
    return Location(place=place, precision="settlement")


def report(ident: str = "a:0-0", quote: str = QUOTE, start: int = 0, **rest: object) -> Report:
    whole = Report(
        id=ident,
        article_id="a",
        event_type="strike",
        start=start,
        end=start + len(quote),
        quote=quote,
        location=site("omdurman"),
    )
    return dataclasses.replace(whole, **rest)  # type: ignore[arg-type]


BEFORE = report()


@pytest.mark.parametrize(
    "now",
    [
        report("a:0-7"),
        report(start=4000),
        report("a:9-1", QUOTE.replace("Tuesday", "tuesday"), start=9),
        report("a:9-1", "Officials said: " + QUOTE, start=0),
        report("a:0-0", QUOTE[:40]),
        report("a:0-0", event_type="casualties"),
        report("a:3-0", QUOTE.replace("four", "five"), start=3000),
        report(location=site("khartoum")),
    ],
    ids=["id", "moved", "a word", "longer", "shorter", "type", "corrected", "place, alone"],
)
def test_a_report_is_known_again(now: Report) -> None:
    anchor = anchor_of(BEFORE, [BEFORE])
    assert resolve([anchor], [now]) == {anchor: now.id}


@pytest.mark.parametrize(
    "now",
    [
        report(quote="The mayor thanked the firemen and the nurses of the town for their help."),
        report(start=4000, quote="A missile hit a bridge near Kosti on Friday, injuring nobody."),
        report(article_id="b"),
        report(quote=""),
    ],
    ids=["other words", "other words elsewhere", "other article", "nothing"],
)
def test_another_report_is_not_taken_for_it(now: Report) -> None:
    assert resolve([anchor_of(BEFORE, [BEFORE])], [now]) == {}


def test_of_two_cities_in_one_sentence_each_keeps_its_own() -> None:
    one, two = report("a:0-0", location=site("sumy")), report("a:0-1", location=site("poltava"))
    anchors = anchors_of([one, two], [one, two])
    turned = [report("a:5-0", location=site("poltava")), report("a:5-1", location=site("sumy"))]
    assert resolve(anchors, turned) == {anchors[0]: "a:5-1", anchors[1]: "a:5-0"}
    assert resolve(anchors, turned[:1]) == {anchors[1]: "a:5-0"}


def test_a_sentence_that_stands_twice_is_known_by_where_it_stands() -> None:
    one, two = report("a:0-0"), report("a:500-1", start=500)
    anchors = anchors_of([one, two], [one, two])
    assert resolve(anchors, [two, one]) == {anchors[0]: "a:0-0", anchors[1]: "a:500-1"}


@given(st.permutations(range(6)))
def test_the_order_of_reports_makes_no_difference(order: list[int]) -> None:
    every = [report(f"a:{n}-{n}", start=n * 10, location=site(f"p{n % 2}")) for n in range(6)]
    anchors = anchors_of(every, every)
    assert resolve(anchors, [every[n] for n in order]) == resolve(anchors, every)


def test_quotes_without_end_are_compared_in_time() -> None:
    every = [report(f"a:{n}-0", "drone " * 20_000 + str(n), start=n) for n in range(20)]
    start = time.perf_counter()
    resolve(anchors_of(every, every), every)
    assert time.perf_counter() - start < 5

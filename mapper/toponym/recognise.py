"""Recognise the place names of a text.

In: a text and the gazetteer. Out: unresolved `Toponym`s in order of place, with what each stands
for and what the text says about it. Nothing can go wrong; hostile text gives few or no toponyms.
"""

from mapper.gazetteer import Gazetteer
from mapper.toponym.document import read_document
from mapper.toponym.evidence import Surroundings
from mapper.toponym.extend import extend
from mapper.toponym.judge import judge
from mapper.toponym.model import Toponym
from mapper.toponym.people import find_people, runs
from mapper.toponym.phrase import compose
from mapper.toponym.scan import scan
from mapper.toponym.unknown import find_unknown
from mapper.toponym.words import Words, load


def recognise(text: str, gazetteer: Gazetteer, words: Words | None = None) -> list[Toponym]:
    """Find the place names in `text`; offsets are code points, end exclusive.

    The toponyms are in order of their place and do not overlap; composed ones ("the Belarus-Ukraine
    border", "southern Ukraine") hold the plain names in `inner`.
    """
    lists = words or load()
    document = read_document(text, gazetteer, lists)
    mentions = scan(document, gazetteer, lists)
    by_token = {index: m for m in mentions for index in range(m.first, m.last)}
    found = runs(document, lists)
    around = Surroundings(
        document=document,
        words=lists,
        people=find_people(document, found, by_token, lists),
        run_of={index: run for run in found for index in range(run.first, run.last)},
        by_token=by_token,
    )
    kept = judge(mentions, around, gazetteer)
    extend(kept, around, gazetteer)
    kept.extend(find_unknown(kept, found, around))
    kept.sort(key=lambda mention: mention.start)
    return compose(document, kept, lists)

"""Where one place lies from another: "Bara, some 60 km north of El Obeid".

In: a sentence and the token of a name. Out: whether the name only tells where the place before it
lies. Nothing can go wrong.
"""

from mapper.lexicon import english
from mapper.report.locations import FINE
from mapper.report.sentence import Sentence
from mapper.toponym.model import Use

_ARTICLES = english.words("measures", "articles")
_COMPASS = english.words("measures", "compass")
_MEASURES = english.words("measures", "measures")
UNITS = english.words("measures", "units")
_COUNTED = english.words("measures", "counted")
# Words of "about 30 km (20 miles) south-west of the".
_LONGEST_MEASURE = 14


def measured_from(sentence: Sentence, first: int) -> bool:
    """Whether a name tells where the one before it lies: "Bara, some 60 km north of El Obeid"."""
    at = first - 1
    while sentence.word(at) in _ARTICLES:
        at -= 1
    if sentence.word(at) not in {"of", "from"}:
        return False
    directed = False
    at -= 1
    while at >= 0 and first - at < _LONGEST_MEASURE:
        word = sentence.word(at)
        if word in _COMPASS:
            directed = True
        elif not (directed and (word in _MEASURES or word[:1].isdigit() or word in _COUNTED)):
            break
        at -= 1
    if not directed:
        return False
    at -= sentence.word(at) == ","
    return any(
        t.use is Use.LITERAL
        and (t.place is None or t.place.kind in FINE)
        and sentence.tokens_of(t.start, t.end)[1] == at + 1
        for t in sentence.toponyms
    )

"""Which place of a name is meant when nothing else is known.

In: the rows of one name. Out: the same with weights, heaviest first. Nothing goes wrong here. The
weight of a place comes from its population and kind (`entry.prior_of`) and from how the name names
it.
"""

from mapper.gazetteer import schema
from mapper.gazetteer.names import name_key

# Places that a look-up gives. Of one name Ukraine has 107 villages, which only their region tells
# apart; the commonest names of the world (San Antonio) have thousands, and these are cut.
MATCHES_KEPT = 256

# An alternate name is often of another language or age, or wrong; that of a village mostly is.
# Set so that a village of 800 called "Paris" by one list weighs less than a thousandth of Paris.
_ALTERNATE_FACTOR = 0.4
_ALTERNATE_OF_SMALL_FACTOR = 0.05
_SMALL_PRIOR = 5_000
# A name of another age (Engels was Pokrovsk, Hong Kong Victoria) hardly counts once another place
# bears it as its main name. "Another age" is told by the first letter: spellings mostly share it.
_ALTERNATE_UNLIKE_FACTOR = 0.03


def rank(key: str, rows: list[tuple[int, int, int, str]]) -> list[tuple[float, int, int]]:
    """Weigh the rows of one name: (weight, number, naming), heaviest first."""
    rivals = any(naming == schema.PREFERRED for _, naming, _, _ in rows)
    scored = []
    for number, naming, prior, name in rows:
        weight = float(prior)
        if naming == schema.ALTERNATE:
            weight *= _alternate_factor(key, prior, name, rivals=rivals)
        scored.append((weight, number, naming))
    scored.sort(key=lambda item: (-item[0], item[1], item[2]))
    return scored


def _alternate_factor(key: str, prior: int, name: str, *, rivals: bool) -> float:
    if prior < _SMALL_PRIOR:
        return _ALTERNATE_OF_SMALL_FACTOR
    if rivals and name_key(name)[:1] != key[:1]:
        return _ALTERNATE_UNLIKE_FACTOR
    return _ALTERNATE_FACTOR

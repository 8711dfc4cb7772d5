"""How well the program reads articles of which somebody wrote down what happened.

In: a gold file, and the incidents as GeoJSON features. Out: a `Score`, the same figures as those of
`tests/quality/score.py`. A gold file that is none raises `GoldError`.
"""

from mapper.evaluation.gold import Gold, Wanted, read_gold
from mapper.evaluation.score import Answer, Score, score

__all__ = ["Answer", "Gold", "Score", "Wanted", "read_gold", "score"]

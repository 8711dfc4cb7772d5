"""What a word needs around it to tell of an event.

In: a sentence, a trigger and what was told before. Out: whether the words hold what the lexicon
says that the trigger needs (`needs` in the lexicon file). Nothing can go wrong.
"""

from collections.abc import Callable, Sequence

from mapper.dating.model import Role
from mapper.gazetteer import Kind
from mapper.lexicon import Form, Mark, english
from mapper.report.captives import has_delegates, has_prisoners
from mapper.report.drafts import Scene
from mapper.report.fights import (
    advances,
    are_fighters,
    attacked_by_nobody,
    fighters_act,
    military_actor,
    on_the_ground,
    shot_at,
    shots_with_grenades,
    weapons_near,
)
from mapper.report.governing import is_passive
from mapper.report.sentence import Sentence
from mapper.report.weapons import airborne
from mapper.toponym.model import Use

_LIMBS = english.words("harm", "limbs")
# Words from "hit" to "arm".
_LIMB_REACH = 4
_FLIGHT = english.words("evidence", "flight")
_POINTING = english.words("evidence", "pointing")


# Who stands this far in front is the subject of the sentence, whatever stands in between.
_SUBJECT_AT = 5
_UNITS = english.words("evidence", "units")
_FIRES = english.words("evidence", "fires")
_OUT = english.words("evidence", "out")
# Words from "fire" to "put out".
_OUT_REACH = 7
# Words from the begin of a clause to what flies as its subject: "The second missile flew in and".
_FLIES_AT = 2
# From "killed" to "some nine suspected militants".
_OBJECT_REACH = 3
_UNIONS = english.words("evidence", "unions")
_VESSELS = english.words("evidence", "vessels")
_DETERMINERS = frozenset({"the", "a", "an", "of", "its", "his", "her", "their", "our", "some"})
_TOWNS = frozenset({Kind.SETTLEMENT, Kind.DISTRICT})
_HITS = frozenset({"hit", "struck"})
_AT_TIMES = frozenset({"again", "overnight", "on", "late", "early", "at", "twice"})
_BOTH = frozenset({"were", "both", "all"})

# Words from "destroyed" to what did it, and from a target to "hit".
_BY_REACH = 5
_TARGET_REACH = 9
_HIT_OTHERWISE = english.words("evidence", "hit_otherwise")
_WITHOUT_ARMS = english.words("evidence", "without_arms")


def has_evidence(scene: Scene, trigger: Mark) -> bool:
    """Whether the sentence holds what the trigger needs."""
    test = _TESTS.get(trigger.entry.needs)
    return test is not None and test(scene, trigger)


def _nothing(scene: Scene, trigger: Mark) -> bool:
    return not shot_at(scene.sentence, trigger)


def _armed(scene: Scene, trigger: Mark) -> bool:
    if trigger.entry.form is Form.PAST and scene.sentence.word(trigger.first - 1) in _DETERMINERS:
        return False  # "the smell of burnt rubber", "the destroyed building"
    return scene.context.armed or bool(scene.sentence.of("weapon"))


def _weapon(scene: Scene, trigger: Mark) -> bool:
    """Look for a weapon in the trigger's own clause, or a pronoun for one told of before."""
    sentence = scene.sentence
    here = weapons_near(scene, trigger, 0) or _head_of_clause(sentence, trigger)
    if set(sentence.words[trigger.first : trigger.last]) & _FLIGHT:
        here = [w for w in here if not scene.lexicon.weapons[w.entry.value].aircraft]
    if scene.context.armed and sentence.toponyms:
        harmful = any(m.first == trigger.first for m in sentence.under("harm."))
        if not harmful and scene.words_before(trigger, 6) & _POINTING:
            return True
        if harmful and _another_did(sentence, trigger):
            return True
    near = any(w.last <= trigger.first or w.first - trigger.last <= 8 for w in here)
    return bool(here) and near and not scene.small_arms_only(here)


def _head_of_clause(sentence: Sentence, trigger: Mark) -> list[Mark]:
    """Find the weapon that a clause describes: "117 drones that Russia launched"."""
    opener = sentence.clause.index(sentence.clause[trigger.first])
    if sentence.word(opener) not in {"that", "which"}:
        return []
    return [m for m in sentence.of("weapon") if m.last == opener]


def _another_did(sentence: Sentence, trigger: Mark) -> bool:
    """Whether another weapon hurt somebody: "another killed a farmer", not "another wounded"."""
    if sentence.word(trigger.first - 1) not in {"another", "second", "third"}:
        return False
    counted = any(n.first_token == trigger.last for n in sentence.numbers)
    return counted or sentence.word(trigger.last) in {"a", "an", "the", "at"}


def _strike(scene: Scene, trigger: Mark) -> bool:
    """Look for a weapon in this clause or the next one; else harm, a target, an army, a strike."""
    sentence = scene.sentence
    if _in_a_limb(sentence, trigger) or _is_put_out(sentence, trigger):
        return False
    weapons = [w for w in weapons_near(scene, trigger, 99) if not _beside(sentence, trigger, w)]
    noun = trigger.entry.form is Form.NOUN
    if advances(scene, trigger):
        return False
    if on_the_ground(scene, trigger):
        return False
    near = [w for w in weapons_near(scene, trigger, 1) if w in weapons]
    if near or (weapons and noun):
        return not (scene.small_arms_only(weapons) or shots_with_grenades(scene, trigger, weapons))
    if _target_was_hit(sentence, trigger):
        return True
    if fighters_act(scene, trigger) or attacked_by_nobody(scene, trigger):
        return False
    if scene.context.armed or (noun and _on_target(sentence, trigger)):
        return True
    if noun and _hits(sentence, trigger):
        return True
    if not _VESSELS.isdisjoint(sentence.words) and is_passive(sentence, trigger):
        return True
    if noun and not scene.context.fighting and _on_town(sentence, trigger):
        return True
    if noun and (scene.context.armed or scene.context.aerial) and _came_at(sentence, trigger):
        return True
    army = military_actor(sentence, trigger)
    if scene.harms and (noun or army or sentence.of("targets")):
        return True
    sided = any(t.use is Use.DEMONYM for t in sentence.toponyms) and not scene.context.fighting
    return (army and bool(sentence.toponyms)) or (noun and sided)


def _is_put_out(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a fire only comes to its end: "By morning the fire had been put out"."""
    if sentence.word(trigger.first) not in _FIRES or sentence.word(trigger.first - 1) != "the":
        return False
    behind = sentence.words[trigger.last : trigger.last + _OUT_REACH]
    out = ("put", "out") in set(zip(behind, behind[1:], strict=False))
    return out or "under control" in " ".join(behind) or not _OUT.isdisjoint(behind)


def _in_a_limb(sentence: Sentence, trigger: Mark) -> bool:
    """Whether somebody was hit, and no place: "was hit in the arm by a bouncer"."""
    behind = sentence.words[trigger.last : trigger.last + _LIMB_REACH]
    return behind[:1] == ("in",) and not _LIMBS.isdisjoint(behind)


def _came_at(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it is told when it was: "The strike came at 11:40 on Wednesday"."""
    if trigger.first > 1 or sentence.word(trigger.first - 1) != "the":
        return False
    verb = sentence.words[trigger.last : trigger.last + 2]
    came = verb[:1] in {("came",), ("happened",), ("occurred",)} or verb == ("took", "place")
    return came and any(d.role is Role.EVENT for d in sentence.dates)


def _beside(sentence: Sentence, trigger: Mark, weapon: Mark) -> bool:
    """Whether a weapon is told of beside a strike: "strikes and gunfire killed three"."""
    return weapon.first == trigger.last + 1 and sentence.word(trigger.last) in {"and", "or"}


def _target_was_hit(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a target is said to have been hit: "the city's power plant has been hit"."""
    clause = sentence.clause[trigger.first]
    if _towns_ahead(sentence, trigger):
        return True
    return (
        sentence.word(trigger.first) in _HITS
        and is_passive(sentence, trigger)
        and sentence.word(trigger.last) not in _HIT_OTHERWISE
        and any(
            0 < trigger.first - m.last <= _TARGET_REACH
            and (sentence.clause[m.first] == clause or _describes(sentence, trigger))
            for m in sentence.of("targets")
        )
    )


def _describes(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a clause says what happened to what is named in front: "the block that was hit"."""
    opener = sentence.clause.index(sentence.clause[trigger.first])
    return sentence.word(opener) in {"that", "which"} and trigger.first - opener <= _SUBJECT_AT


def _towns_ahead(sentence: Sentence, trigger: Mark) -> bool:
    """Whether towns are said to have been hit: "X was hit overnight", "X and Y were both hit"."""
    if sentence.word(trigger.first) not in {"hit", "struck", "attacked", "targeted"}:
        return False
    towns = [
        t
        for t in sentence.toponyms
        if t.use is Use.LITERAL
        and sentence.token_at(t.end - 1) < trigger.first
        and sentence.clause[sentence.token_at(t.start)] == sentence.clause[trigger.first]
    ]
    behind = sentence.word(trigger.last)
    by = any(
        sentence.words[j] == "by" and sentence.clause[j] == sentence.clause[trigger.first]
        for j in range(trigger.last, len(sentence.words))
    )  # "was hit again on Tuesday by power cuts"
    said = is_passive(sentence, trigger) and behind not in _HIT_OTHERWISE and not by
    several = len(towns) > 1 and sentence.word(trigger.first - 1) in _BOTH
    if several or not towns or sentence.word(trigger.first) not in _HITS:
        return said and several
    # "Zaporizhzhia was also hit.", "Izium was hit overnight"
    last = sentence.token_at(towns[-1].end - 1)
    town = towns[-1].place is not None and towns[-1].place.kind in _TOWNS
    return said and (behind in _AT_TIMES or (town and trigger.first - last <= _SUBJECT_AT))


def _on_target(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a target follows: "a strike on the fuel depot", "an attack against a mosque"."""
    return any(
        trigger.last < m.first <= trigger.last + 6
        and sentence.word(trigger.last) in {"on", "against", "at"}
        for m in sentence.of("targets")
    )


def _hits(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a noun does it itself: "Strikes hit a school in X", "the attack destroyed homes".

    Not where people stop work: "strikes hit schools as unions demand more pay".
    """
    verb = next(
        (
            m
            for m in sentence.of("trigger")
            if 0 <= m.first - trigger.last <= 1 and m.entry.form is Form.PAST and m.entry.kind.point
        ),
        None,
    )
    burns = sentence.word(trigger.first) == "fire"
    if verb is None or burns or not _UNIONS.isdisjoint(sentence.words):
        return False
    clause = sentence.clause[verb.first]
    targets = any(m.first >= verb.last for m in sentence.of("targets"))
    return targets or any(
        t.use is Use.LITERAL
        and sentence.clause[sentence.token_at(t.start)] == clause
        and sentence.word(sentence.token_at(t.end - 1) + 1) not in {"'s", "'"}
        for t in sentence.toponyms
    )


def _by_a_person(sentence: Sentence, index: int) -> bool:
    """Whether a noun is somebody's, or one of words: "the senator's attack on", "hacker attack"."""
    if sentence.word(index - 1) in _WITHOUT_ARMS:
        return True
    owner = sentence.tokens[index - 2] if index > 1 and sentence.word(index - 1) == "'s" else None
    if owner is None:
        return False
    named = any(t.start <= owner.start < t.end for t in sentence.toponyms)
    dated = any(d.start <= owner.start < d.end for d in sentence.dates)
    return not (named or dated) and not any(
        m.first <= index - 2 < m.last for m in sentence.of("actors", "fighters", "regulars")
    )


def _on_town(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a place follows that is no country: "the attack on Odesa", "a raid on Homs"."""
    if sentence.word(trigger.last) not in {"on", "against"} or trigger.entry.value == "assault":
        return False
    if _by_a_person(sentence, trigger.first):
        return False
    return any(
        t.use is Use.LITERAL
        and t.place is not None
        and t.place.kind is not Kind.COUNTRY
        and trigger.last < sentence.token_at(t.start) <= trigger.last + 3
        for t in sentence.toponyms
    )


def _airborne(scene: Scene, trigger: Mark) -> bool:
    """Something that flies: near the word, or counted, or told of before."""
    sentence = scene.sentence
    flying = [
        m for m in airborne(sentence, scene.lexicon) if sentence.word(m.last) not in _UNITS
    ]  # "missile troops destroyed a radar"
    clause = sentence.clause[trigger.first]
    if _done_by_it(sentence, trigger, flying) or _does_it(sentence, trigger, flying):
        return False
    if any(abs(sentence.clause[m.first] - clause) <= 1 for m in flying):
        return True
    over = sentence.word(trigger.last) in {"over", "above"} and is_passive(sentence, trigger)
    if over and scene.context.armed:
        return True  # "one was destroyed over the Poltava region"
    counted = bool(sentence.numbers)
    plain = trigger.last - trigger.first > 1
    return counted and (bool(flying) or (scene.context.armed and plain))


def _does_it(sentence: Sentence, trigger: Mark, flying: Sequence[Mark]) -> bool:
    """Whether what flies hits something: "drones had destroyed two fuel tankers".

    Or goes on to: "The missile flew in and took down the second entrance".
    """
    if trigger.entry.form is not Form.PAST or is_passive(sentence, trigger):
        return False
    goes_on = sentence.word(trigger.first - 1) == "and"
    clause = sentence.clause[trigger.first]
    begun = clause - 1 if goes_on else clause
    behind = range(trigger.last, trigger.last + _OBJECT_REACH + 1)
    opener = next(j for j, c in enumerate(sentence.clause) if c >= begun)
    ahead = any(
        m.last <= trigger.first
        and begun <= sentence.clause[m.first] <= clause
        and (not goes_on or m.first - opener <= _FLIES_AT)
        for m in flying
    )
    hit = any(m.first in behind for m in sentence.of("targets", "people", "regulars"))
    thing = sentence.word(trigger.last) in {"the", "a", "an", "part"} or any(
        n.first_token == trigger.last for n in sentence.numbers
    )
    hit = hit or (goes_on and thing)
    return ahead and hit and not any(m.first >= trigger.last for m in flying)


def _done_by_it(sentence: Sentence, trigger: Mark, flying: Sequence[Mark]) -> bool:
    """Whether what flies did it: "a substation was destroyed by drones"."""
    clause = sentence.clause[trigger.first]
    ahead = any(m.last <= trigger.first and sentence.clause[m.first] == clause for m in flying)
    return not ahead and any(
        0 < m.first - trigger.last <= _BY_REACH and "by" in sentence.words[trigger.last : m.first]
        for m in flying
    )


_TESTS: dict[str, Callable[[Scene, Mark], bool]] = {
    "nothing": _nothing,
    "armed": _armed,
    "weapon": _weapon,
    "evidence": _strike,
    "airborne": _airborne,
    "fighters": are_fighters,
    "prisoners": has_prisoners,
    "delegates": has_delegates,
}

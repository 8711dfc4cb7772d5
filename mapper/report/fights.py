"""Whether words tell of a fight on the ground: armed men, troops that advance, two sides.

In: a sentence, a trigger and what was told before. Out: yes or no, for what the lexicon says that a
trigger needs (`report/evidence.py`). Nothing can go wrong.
"""

from collections.abc import Sequence

from mapper.dating.model import Role
from mapper.gazetteer import Kind
from mapper.lexicon import Form, Mark, english
from mapper.report.anaphora import is_definite
from mapper.report.drafts import Scene
from mapper.report.governing import is_passive
from mapper.report.sentence import Sentence
from mapper.toponym.model import Use

_TOWARD = english.words("evidence", "toward")
_ARMED_FORCES = english.words("evidence", "armed_forces")
_PASSIVE = english.words("evidence", "passive")
# Who stands this far in front is the subject of the sentence, whatever stands in between.
_SUBJECT_AT = 5
# An army stands at most this many words in front of what it did, unless a pronoun takes it up.
_ACTOR_REACH = 4
# From "killed" to "some nine suspected militants".
_OBJECT_REACH = 3
_OPENS = english.words("evidence", "opens")
_AXES = english.words("evidence", "axes")
# Words from "In" to "direction".
_AXIS_REACH = 6
_VESSELS = english.words("evidence", "vessels")
_MOUNTED = english.words("evidence", "mounted")
_ATTACKS = english.words("evidence", "attacks")
_ALOFT = english.words("evidence", "aloft")
_REPELLED = english.words("evidence", "repelled")
# Words from "repelled" to "attacks".
_REPELLED_REACH = 4
_WORKS = english.words("evidence", "works")
_ASSAULTS = frozenset({"assault", "assaults"})
_UNARMED = english.words("evidence", "unarmed")
_NEWS = english.words("evidence", "news")
_ITSELF = english.words("evidence", "itself")
_TAKING = frozenset({"seized", "seizing", "slaughtered", "slaughtering"})
_GOODS = english.words("evidence", "goods")
# Words behind "seized" that may name what was, up to where or from whom.
_GOODS_REACH = 12
_GOODS_END = frozenset(
    {"in", "at", "near", "from", "on", "during", "after", "when", "as", ".", ","}
)


def weapons_near(scene: Scene, trigger: Mark, clauses: int) -> list[Mark]:
    """Find the weapons that a sentence names at most so many clauses away from a trigger."""
    sentence = scene.sentence
    clause = sentence.clause[trigger.first]
    return [
        m
        for m in sentence.of("weapon")
        if not trigger.first <= m.first < trigger.last
        and abs(sentence.clause[m.first] - clause) <= clauses
    ]


def shot_at(sentence: Sentence, trigger: Mark) -> bool:
    """Whether armed men fire: "came under fire from unidentified gunmen"."""
    if sentence.word(trigger.last - 1) != "fire" or sentence.word(trigger.last) != "from":
        return False
    near = range(trigger.last, trigger.last + _OBJECT_REACH + 1)
    return any(m.first in near for m in sentence.of("fighters"))


def shots_with_grenades(scene: Scene, trigger: Mark, weapons: Sequence[Mark]) -> bool:
    """Whether armed men use what they carry: "opened fire with rifles and lobbed grenades"."""
    known = [scene.lexicon.weapons[m.entry.value] for m in weapons]
    return (
        any(weapon.small for weapon in known)
        and all(weapon.small or weapon.carried for weapon in known)
        and fighters_act(scene, trigger)
    )


def on_the_ground(scene: Scene, trigger: Mark) -> bool:
    """Whether a word for an attack is that of troops, whatever else it may mean."""
    return _troops_assault(scene, trigger) or _repelled(scene, trigger) or _shot_in(scene, trigger)


def _repelled(scene: Scene, trigger: Mark) -> bool:
    """Whether troops beat attacks off: "forces repelled 43 attacks in the Pokrovsk sector"."""
    sentence = scene.sentence
    if scene.context.armed or not _ALOFT.isdisjoint(sentence.words):
        return False
    ahead = sentence.words[max(0, trigger.first - _REPELLED_REACH) : trigger.first]
    noun = trigger.entry.form is Form.NOUN and sentence.word(trigger.first) in _ATTACKS
    return noun and not _REPELLED.isdisjoint(ahead) and not sentence.of("weapon")


def _shot_in(scene: Scene, trigger: Mark) -> bool:
    """Whether people were shot in it: "shot dead a boy during a raid on Balata camp"."""
    sentence = scene.sentence
    noun = trigger.entry.form is Form.NOUN and sentence.word(trigger.first) in _ATTACKS
    return noun and bool(sentence.of("shot")) and not sentence.of("weapon") and bool(scene.harms)


def _thrown_back(sentence: Sentence, trigger: Mark) -> bool:
    """Whether troops came and had to go: "tried to cross the river, but were driven back"."""
    if sentence.word(trigger.last - 1) != "back" or not is_passive(sentence, trigger):
        return False
    came = any(m.last <= trigger.first for m in sentence.of("fighters", "regulars"))
    return came or not _ARMED_FORCES.isdisjoint(sentence.words[: trigger.first])


def _troops_assault(scene: Scene, trigger: Mark) -> bool:
    """Whether troops storm something: "battalions had intensified assaults", no missile assault."""
    sentence = scene.sentence
    if trigger.entry.form is not Form.NOUN or sentence.word(trigger.first) not in _ASSAULTS:
        return False
    others = any(m.first != trigger.first for m in sentence.of("advances"))
    armed = others or not _ARMED_FORCES.isdisjoint(sentence.words)
    at_sea = not _VESSELS.isdisjoint(sentence.words)
    return armed and not at_sea and not weapons_near(scene, trigger, 0)


def advances(scene: Scene, trigger: Mark) -> bool:
    """Whether troops attack on the ground: "attacked toward X", "... but did not advance"."""
    sentence = scene.sentence
    if sentence.of("weapon"):
        return False
    cue = (
        any(_goes_with(sentence, trigger, m) for m in sentence.of("advances"))
        or sentence.word(trigger.last) in _TOWARD
        or (scene.context.advancing and _may_be_a_fight(sentence, trigger))
        or (sentence.word(trigger.last) == "at" and _sent_forward(sentence, trigger))
        or (_may_be_a_fight(sentence, trigger) and _on_an_axis(sentence))
    )
    if not cue:
        return False
    acts = military_actor(sentence, trigger) or _sent_forward(sentence, trigger)
    return acts or _on_an_axis(sentence)


def _on_an_axis(sentence: Sentence) -> bool:
    """Whether a sentence is of a stretch of the front: "In the Kupiansk direction, ..."."""
    head = sentence.words[:_AXIS_REACH]
    return head[0] in {"in", "on"} and not _AXES.isdisjoint(head)


def _may_be_a_fight(sentence: Sentence, trigger: Mark) -> bool:
    """Whether the lexicon knows the word for a fight on the ground, too: "attacked", not "hit"."""
    return any(m.first == trigger.first and m.entry.kind.fight for m in sentence.of("trigger"))


def _sent_forward(sentence: Sentence, trigger: Mark) -> bool:
    """Whether an army attacks by a noun: "Russian forces conducted a company-sized assault"."""
    words = sentence.words[: trigger.first]
    acted = next((j for j, word in enumerate(words) if word in _MOUNTED), None)
    return (
        trigger.entry.form is Form.NOUN and acted is not None and words[acted - 1] in _ARMED_FORCES
    )


def _goes_with(sentence: Sentence, trigger: Mark, mark: Mark) -> bool:
    """Whether a word is of a trigger's clause or of one joined to it: "but did not advance"."""
    behind = sentence.clause[mark.first] - sentence.clause[trigger.first]
    opener = sentence.word(sentence.clause.index(sentence.clause[mark.first]))
    return behind == 0 or (behind == 1 and opener in {"but", "and"})


def military_actor(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a state or army acts: "Russia struck", "Israeli forces hit", "the army attacked"."""
    taken_up = sentence.word(trigger.first - 1) in _ITSELF  # "Israel's army said ... it struck"
    reach = trigger.first if taken_up else _ACTOR_REACH
    for toponym in sentence.toponyms:
        last = sentence.token_at(toponym.end - 1) + 1
        if not 0 <= trigger.first - last <= reach:
            continue
        country = toponym.place is not None and toponym.place.kind is Kind.COUNTRY
        if country or toponym.use in {Use.DEMONYM, Use.METONYM}:
            return True
    words = set(sentence.words[max(0, trigger.first - reach) : trigger.first])
    return bool(words & _ARMED_FORCES)


def are_fighters(scene: Scene, trigger: Mark) -> bool:
    """Whether any words tell of a fight: who acts, what was thrown back, where troops stand."""
    if _takes_goods(scene.sentence, trigger):
        return False
    return (
        fighters_act(scene, trigger)
        or attacked_by_nobody(scene, trigger)
        or advances(scene, trigger)
        or _goes_on(scene, trigger)
        or _between(scene, trigger)
        or _fighting_hurt(scene, trigger)
        or on_the_ground(scene, trigger)
        or _thrown_back(scene.sentence, trigger)
        or shot_at(scene.sentence, trigger)
    )


def _takes_goods(sentence: Sentence, trigger: Mark) -> bool:
    """Whether what is seized or slaughtered is goods: "police seized two tonnes of cocaine"."""
    if sentence.word(trigger.first) not in _TAKING:
        return False
    behind = sentence.words[trigger.last : trigger.last + _GOODS_REACH]
    whole = next((j for j, word in enumerate(behind) if word in _GOODS_END), len(behind))
    inside = range(trigger.last, trigger.last + whole)
    more = (*sentence.of("targets", "people", "regulars", "fighters"), *sentence.under("harm."))
    if any(m.first in inside for m in more) or sentence.of("fighters"):
        return False
    named = any(sentence.token_at(t.start) in inside for t in sentence.toponyms)
    return not named and not _GOODS.isdisjoint(behind[:whole])


def _fighting_hurt(scene: Scene, trigger: Mark) -> bool:
    """Whether a fight hurt people: "Fighting in the town left 14 dead"."""
    sentence = scene.sentence
    if trigger.entry.form not in {Form.NOUN, Form.PHRASE} or not scene.harms:
        return False
    if any(
        m.first == trigger.first and m.entry.kind is not trigger.entry.kind
        for m in sentence.of("trigger")
    ):
        return False
    clause = sentence.clause[trigger.first]
    return any(
        h.first > trigger.last and sentence.clause[h.last - 1] == clause for h in scene.harms
    )


def _between(scene: Scene, trigger: Mark) -> bool:
    """Whether two sides fought and people were hurt: "fighting between X and Y left nine dead".

    Or it is news that they did: "was reported on Wednesday around X". Only for words of nothing but
    fights, not "attacks between"; neither "between 8 and 9" nor "between Gao and Ansongo" are
    sides.
    """
    sentence, behind = scene.sentence, trigger.last + 1
    if sentence.word(trigger.last) != "between" or not (scene.harms or _is_news(scene, trigger)):
        return False
    if any(
        m.first == trigger.first and m.entry.kind is not trigger.entry.kind
        for m in sentence.of("trigger")
    ):
        return False
    placed = any(
        t.use is Use.LITERAL and sentence.token_at(t.start) == behind for t in sentence.toponyms
    )
    return not placed and all(n.first_token != behind for n in sentence.numbers)


def _is_news(scene: Scene, trigger: Mark) -> bool:
    """Whether a fight is told with its day: "was reported on Wednesday", "erupted overnight"."""
    sentence = scene.sentence
    clause = sentence.clause[trigger.first]
    told = any(
        sentence.word(j) in _NEWS and sentence.clause[j] == clause
        for j in range(trigger.last, len(sentence.tokens))
    )
    return told and any(
        d.role is Role.EVENT and sentence.clause[sentence.tokens_of(d.start, d.end)[0]] == clause
        for d in sentence.dates
    )


def _goes_on(scene: Scene, trigger: Mark) -> bool:
    """Whether a noun takes up a fight that was told of: "Thursday's attack near Niena"."""
    noun = trigger.entry.form is Form.NOUN
    return noun and scene.context.fighting and is_definite(scene.sentence)


def attacked_by_nobody(scene: Scene, trigger: Mark) -> bool:
    """Whether armed men are meant and not named: "a convoy was attacked near X".

    Only where nothing that flies was told of.
    """
    sentence = scene.sentence
    told = scene.context.armed or scene.context.aerial or sentence.of("weapon")
    if not _VESSELS.isdisjoint(sentence.words):
        return False  # a ship at sea is struck
    if any(sentence.word(m.last - 1) in _WORKS for m in sentence.of("targets")):
        return False  # so is a refinery
    return (
        not told
        and sentence.word(trigger.first) in {"attacked", "raided", "assaulted"}
        and is_passive(sentence, trigger)
        and bool(sentence.of("targets", "people", "regulars") or sentence.toponyms)
    )


def fighters_act(scene: Scene, trigger: Mark) -> bool:
    """Armed men in front of the trigger, or behind "by"; not when something that flies does it."""
    sentence = scene.sentence
    heavy = [m for m in sentence.of("weapon") if not scene.lexicon.weapons[m.entry.value].carried]
    if any(sentence.clause[m.first] == sentence.clause[trigger.first] for m in heavy):
        return False
    passive = is_passive(sentence, trigger)
    if _person_shoots(sentence, trigger) or _acronym_acts(scene, trigger):
        return True
    for mark in sentence.of("fighters", "regulars"):
        if mark.first == trigger.first or sentence.word(mark.last) in {"'s", "'", "’"}:
            continue
        if _was_killed(sentence, mark):
            continue
        ahead = sentence.clause[trigger.first] - sentence.clause[mark.first]
        if not passive and mark.last <= trigger.first and (ahead <= 1 or mark.first <= _SUBJECT_AT):
            return True
        by = "by" in sentence.words[trigger.last : mark.first]
        if by and 0 <= mark.first - trigger.last <= 6:
            return True
    return trigger.entry.form is Form.NOUN and any(
        not _was_killed(sentence, m) for m in sentence.of("fighters")
    )


def _acronym_acts(scene: Scene, trigger: Mark) -> bool:
    """Whether a group that goes by its letters acts: "The RSF raided two villages".

    Only where nothing that flies was told of: armies go by letters, too.
    """
    sentence = scene.sentence
    told = scene.context.armed or scene.context.aerial or sentence.of("weapon")
    if not scene.harms and not scene.context.fighting:
        return False  # "The FBI raided a warehouse"
    if told or trigger.entry.form is not Form.PAST or is_passive(sentence, trigger):
        return False
    at = trigger.first - 1 - (sentence.word(trigger.first - 1) in {"had", "has", "have"})
    if at < 0:
        return False
    text = sentence.tokens[at].text
    letters = text.isupper() and len(text) > 1 and text[0].isalpha()
    placed = any(t.start <= sentence.tokens[at].start < t.end for t in sentence.toponyms)
    return letters and not placed and text.lower() not in _UNARMED


def _person_shoots(sentence: Sentence, trigger: Mark) -> bool:
    """Whether somebody uses a gun or knife: "a Palestinian opened fire on soldiers"."""
    if sentence.word(trigger.first) not in _OPENS or is_passive(sentence, trigger):
        return False
    aimed = range(trigger.last, trigger.last + _OBJECT_REACH)
    whom = sentence.of("people", "regulars", "fighters")
    if sentence.word(trigger.first) == "shot" and not any(m.first in aimed for m in whom):
        return False  # "shot a goal"
    named = (
        t.use is Use.DEMONYM and sentence.token_at(t.end - 1) + 1 == trigger.first
        for t in sentence.toponyms
    )
    return any(named) or any(m.last == trigger.first for m in sentence.of("people"))


def _was_killed(sentence: Sentence, mark: Mark) -> bool:
    """Whether armed men are whom somebody hurt: "killed nine militants in strikes"."""
    return any(
        m.entry.form in {Form.PAST, Form.ING}
        and 0 <= mark.first - m.last <= _OBJECT_REACH
        and sentence.clause[m.first] == sentence.clause[mark.first]
        and sentence.word(m.first - 1) not in _PASSIVE
        and "by" not in sentence.words[m.last : mark.first]
        for m in sentence.under("harm.")
    )

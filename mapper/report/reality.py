"""Whether it happened, and now.

In: a sentence and a trigger in it. Out: None when the words tell of something that happened, else
why not: `denied`, `modal`, `exercise`, `history`, `total`, `habit`, `accident`, `figure`. Nothing
can go wrong.

How far a cue reaches: a negation or a plan reaches from where it stands to the end of its clause;
"if", "could" and the like reach the verb behind them; a drill or a film reaches its sentence.
"""

from mapper.lexicon import Form, Mark, english
from mapper.report.clock import Clock
from mapper.report.habits import (
    is_habitual,
    of_a_year,
    of_another_time,
    seen_before,
    shown_in_old_pictures,
)
from mapper.report.history import (
    counted_otherwise,
    is_remembered,
    of_long_times,
    same_clause,
)
from mapper.report.intent import (
    adds_up,
    is_matter,
    is_purpose,
    is_reason,
    is_trend,
    supposed,
    wished,
)
from mapper.report.nobody import find_nobody
from mapper.report.sentence import Sentence

_BE = english.words("reality", "be")
_NOT_NEGATING = english.words("reality", "not_negating")
_SIGNS_OF = english.words("reality", "signs_of")
_PERHAPS = english.words("reality", "perhaps")
_CONDITIONS = english.words("reality", "conditions")
# What people are about to do, and words from there to the deed.
_PURPOSES = english.words("reality", "purposes")
_PURPOSE_REACH = 4
# Of these one word: "on the way to attack", not "on the way to Rafah came under fire".
_WAYS = frozenset({"on the way to", "on their way to"})
_AHEAD = english.words("reality", "ahead")
_SAYINGS = english.words("reality", "sayings")
_GROUNDS = english.words("reality", "grounds")
# Negations that reach a noun and not the next verb.
_OF_NOUNS = frozenset({"no", "without"})
_FALSE = frozenset({"false", "untrue", "fake"})
_SOMETHING_ELSE = _FALSE | {"a", "an"}
_TURNING_OUT = frozenset({"proved", "turned"})
_WILLED = english.words("reality", "willed")
_COMING = frozenset({"coming", "imminent", "inevitable", "looming", "near"})
_POINTING = frozenset({"it", "this", "that", "they"})
_DASHES = frozenset({"-", "–", "—"})
_THOUGHT = english.words("reality", "thought")
# Words from "thought" to "bombing".
_THOUGHT_REACH = 6
_SCHEDULED = english.words("reality", "scheduled")
_VEHICLES = english.words("reality", "vehicles")
# Words from "explosions" to "heard".
_HEARD_REACH = 4
_LABOUR = english.words("reality", "labour")
_FIGURES = english.words("reality", "figures")
_HAPPENS = english.words("reality", "happens")
# How many words may stand between a noun and its "could": "shelling of the town may resume".
_MODAL_REACH = 4

# Words from "threats of" to what is feared.
_OF_REACH = 4
_CLAIMED = english.words("reality", "claimed")
_CALLED = english.words("reality", "called")
_NONSENSE = english.words("reality", "nonsense")
# Words from "called" to "a complete lie".
_CALLED_REACH = 7
# Verbs in front of what is left open, and words from "not" to that.
_ASKED = frozenset({"say", "saying", "know", "known", "clear", "disclose", "specify", "specifying"})
_ASKED_REACH = 4
_SAID_FALSE = frozenset({"lie", "lies", "invented", "reports", "false", "fake", "claims"})
_WENT_ON = {("and", "said"), ("but", "said"), ("and", "added"), ("saying", "it")}
_CONFIRMING = frozenset({"confirm", "report", "reveal", "say", "see", "announce"})
_POSTS = english.words("reality", "posts")
# Words of what was tried: "trying to flee were shot".
_TRIED = 2


def _negated(sentence: Sentence, trigger: Mark) -> bool:
    marks = sentence.of("reality.negation")
    nobody = find_nobody(sentence) if marks else []
    for mark in marks:
        if any(n.first <= mark.first < n.last <= trigger.first for n in nobody):
            continue  # "there were no casualties in the attack"
        if mark.first >= trigger.first or trigger.first - mark.last > 14:
            continue
        if sentence.word(mark.last) in _NOT_NEGATING or sentence.word(mark.first - 1) == "if":
            continue
        if [sentence.word(mark.last + n) for n in range(2)] == ["to", "be"]:
            continue  # "asking not to be named"
        if mark.entry.value == "no" and sentence.word(mark.last) == ".":
            continue
        if any(
            sentence.word(j) in _CLAIMED and sentence.word(j + 1) not in {"that", "to"}
            for j in range(mark.last, trigger.first)
        ):
            continue  # "no group has claimed the attack"
        if mark.entry.value in _OF_NOUNS and _is_next_verb(sentence, trigger):
            continue  # "left the town without power and killed two"
        reach = sentence.clause[mark.first]
        if sentence.clause[trigger.first] == reach:
            between = [m for m in sentence.of("trigger") if mark.last <= m.first < trigger.first]
            if between and any(
                sentence.word(j) in {",", "but"} for j in range(mark.last, trigger.first)
            ):
                continue
            return True
        if sentence.clause[trigger.first] == reach + 1 and sentence.word(mark.last) in _SIGNS_OF:
            return True
    return False


def _is_next_verb(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a past verb is joined to one before: "met no resistance and bombed"."""
    return trigger.entry.form is Form.PAST and sentence.word(trigger.first - 1) in {"and", "but"}


def _denied(sentence: Sentence, trigger: Mark) -> bool:
    """Look for a denial in front ("denied that its navy had shelled") or behind ("was untrue")."""
    if _is_contrary(sentence, trigger) or _is_asked(sentence, trigger):
        return True
    for mark in sentence.of("reality.denial"):
        if mark.last <= trigger.first:
            gap = sentence.clause[trigger.first] - sentence.clause[mark.first]
            between = list(sentence.words[mark.last : trigger.first])
            went_on = any(pair in _WENT_ON for pair in zip(between, between[1:], strict=False))
            if went_on and _SAID_FALSE.isdisjoint(sentence.words):
                continue  # "denied the fall of the city and said it had repelled an assault"
            if gap <= 4 and len(between) <= 16 and "that" in between and _SAYINGS & set(between):
                return True
            if between[:1] == ["as"] and "that" in between and _POSTS & set(between):
                return True  # "rejected as fake the posts which claimed that X had been hit"
            if gap == 0 or (
                gap == 1
                and any(
                    sentence.word(j) in {"that", "whether"} for j in range(mark.last, trigger.first)
                )
            ):
                return True
        elif trigger.last <= mark.first <= trigger.last + 24:
            word = sentence.word(mark.first - 1)
            if mark.entry.form is Form.PHRASE or word in _BE:
                return True
    return _laughed_at(sentence, trigger)


def _is_contrary(sentence: Sentence, trigger: Mark) -> bool:
    """Whether something else is held against it: "contrary to the claim that a post was hit"."""
    words = sentence.words[: trigger.first]
    if "contrary" not in words:
        return False
    at = next((j for j in range(len(words) - 1) if words[j : j + 2] == ("contrary", "to")), None)
    return at is not None and "that" in words[at:] and "," not in words[at:]


def _is_asked(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it is not told but left open: "did not say where they had fallen"."""
    opener = sentence.clause.index(sentence.clause[trigger.first])
    ahead = sentence.words[max(0, opener - _ASKED_REACH) : opener]
    return (
        sentence.word(opener) in {"where", "whether"}
        and "or" not in sentence.words[opener:]
        and not sentence.under("harm.")
        and sentence.clause[trigger.first] == sentence.clause[opener]
        and not _ASKED.isdisjoint(ahead[-1:])
        and bool({"not", "n't", "without"} & set(ahead))
    )


def _laughed_at(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a claim is called a lie: "it was claimed that X was hit; Y called this fantasy"."""
    if _CALLED.isdisjoint(sentence.words):
        return False
    called = next(j for j, word in enumerate(sentence.words) if word in _CALLED)
    if called <= trigger.first or not _CLAIMED & set(sentence.words[: trigger.first]):
        return False
    return not _NONSENSE.isdisjoint(sentence.words[called : called + _CALLED_REACH])


def _ahead(sentence: Sentence, trigger: Mark) -> bool:
    """Modal verbs, plans, threats and conditions in front of the trigger."""
    for mark in sentence.of("reality.modal"):
        if (
            mark.last > trigger.first
            or trigger.first - mark.last > 6
            or not same_clause(sentence, mark.first, trigger.first)
        ):
            continue
        if mark.entry.value in _PERHAPS and sentence.word(mark.last) == "have":
            if mark.entry.value in {"would", "could", "should"}:
                return True
            continue
        if mark.entry.value == "can" and trigger.entry.form is Form.NOUN:
            continue
        if mark.entry.value == "can" and sentence.word(mark.last) in _CONFIRMING:
            continue  # "I can confirm three fatalities"
        if mark.entry.value == "may" and sentence.tokens[mark.first].text == "May":
            continue
        return True
    if trigger.entry.form in {Form.NOUN, Form.PHRASE} and any(
        0 <= trigger.first - m.last <= 4 for m in sentence.of("reality.stopped")
    ):
        return True
    for mark in sentence.of("reality.planned"):
        if mark.last > trigger.first or trigger.first - mark.last > 12:
            continue
        gap = sentence.clause[trigger.first] - sentence.clause[mark.first]
        value = mark.entry.value
        reach = 1 if value in _WAYS else _PURPOSE_REACH
        if value in _PURPOSES and (
            trigger.first - mark.last > reach or trigger.entry.form is Form.PAST
        ):
            continue  # "people waiting to buy bread were killed by a strike"
        feared = (
            trigger.entry.form is Form.NOUN
            and sentence.word(mark.last) == "of"
            and trigger.first - mark.last <= _OF_REACH
        )  # "threats of drone strikes"
        between = [sentence.word(mark.first - 1), sentence.word(mark.last)]
        if not feared and between == ["for", "of"]:
            continue  # "for fear of reprisals"
        ahead = set(sentence.words[max(0, mark.first - 3) : mark.first])
        timed = bool(ahead & {"following", "after", "despite"})
        if not feared and timed and mark.entry.form is Form.NOUN:
            continue  # "following a warning to civilians, jets struck"
        ends = _ends_its_words(sentence, trigger, mark)
        if sentence.word(mark.last) == "to" and ends:
            continue  # "troops trying to reopen the road were ambushed"
        at = value == "aim" and sentence.word(mark.last) == "at"
        if at and trigger.entry.form is not Form.ING:
            continue  # "drones aimed at Odesa were shot down"
        if value in _CONDITIONS and gap == 0:
            return True
        joined = gap == 0 or (gap == 1 and sentence.word(mark.last) in {"that", "whether", "as"})
        if joined and not _happened_between(sentence, mark, trigger):
            return True
    return False


def _ends_its_words(sentence: Sentence, trigger: Mark, cue: Mark) -> bool:
    """Whether a verb stands behind what was tried: "one who tried to flee was shot"."""
    if trigger.entry.form is not Form.PAST or trigger.first - cue.last < _TRIED:
        return False
    before = sentence.word(trigger.first - 1)
    if before in {"be", "been", "being", "get", "have", "to", "and", "or", "not"}:
        return False
    passive = before in _BE or sentence.word(trigger.first - 2) in _BE
    return passive or cue.entry.form is Form.ING


def _happened_between(sentence: Sentence, cue: Mark, trigger: Mark) -> bool:
    """Whether a plan is cut off from the trigger: "planned X, but on Monday Y hit"."""
    words = sentence.words[cue.last : trigger.first]
    if "after" in words or "when" in words or "following" in words:
        return True
    past_verb = trigger.entry.form is Form.PAST
    return past_verb and "," in words and not _AHEAD & set(words)


def _called_off(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a noun is put off behind it: "the exchange has been put off"."""
    if trigger.entry.form not in {Form.NOUN, Form.PHRASE}:
        return False
    if sentence.word(trigger.last) in _BE and sentence.word(trigger.last + 1) in _COMING:
        return True  # "leaflets that said an assault was coming"
    if any(
        0 <= mark.first - trigger.last <= _MODAL_REACH and sentence.word(mark.last) in _HAPPENS
        for mark in sentence.of("reality.modal")
    ):
        return True
    for mark in sentence.of("reality.planned", "reality.fell_through"):
        if mark.first < trigger.last or mark.first - trigger.last > 30:
            continue
        if any(
            m.first > trigger.last and m.last <= mark.first and m.entry.form is Form.PAST
            for m in sentence.of("trigger")
        ):
            continue
        if mark.entry.category == "reality.fell_through":
            return True
        behind_be = sentence.word(mark.first - 1) in _BE or sentence.word(mark.first - 2) in _BE
        if (
            behind_be
            and mark.entry.form in {Form.PAST, Form.PHRASE}
            and mark.entry.value not in _WILLED
        ) or (
            mark.entry.form is Form.PAST
            and mark.first == trigger.last
            and mark.entry.value in _SCHEDULED
        ):
            return True
    return False


def _by_accident(sentence: Sentence) -> bool:
    """Whether it was no deed: "a gas explosion", not "attempts to storm the town"."""
    accidents = sentence.of("reality.accident")
    if not accidents:
        return False
    deeds = {m.first for m in sentence.of("trigger")}
    return any(m.first not in deeds or sentence.word(m.first - 1) != "to" for m in accidents)


def _ruled_out(sentence: Sentence, weapon: Mark) -> bool:
    """Whether a weapon is said to be none: "the ministry has ruled out a drone"."""
    before = sentence.words[max(0, weapon.first - 4) : weapon.first]
    if ("not", "a") in {before[-3:-1], before[-2:]} or before[-3:] == ("to", "do", "with"):
        return True  # "not a Russian missile but an old boiler", "nothing to do with drones"
    return "out" in before and any(
        one in {"ruled", "rule", "rules", "ruling"} and other == "out"
        for one, other in zip(before, before[1:], strict=False)
    )


def _collision(sentence: Sentence) -> bool:
    """Whether a vehicle ran into something: "a lorry hit a bus", not "a lorry hit by shells"."""
    return not _VEHICLES.isdisjoint(sentence.words) and any(
        m.entry.form is Form.PAST
        and m.entry.sub_type is None  # "his car blew up"
        and sentence.word(m.first - 1) in _VEHICLES
        and sentence.word(m.first - 2) not in {"by", "in", "of"}
        and sentence.word(m.last) != "by"
        and not any(
            o.first > m.first
            and o.entry.form is Form.NOUN
            and o.entry.kind.fight
            and sentence.word(o.first - 1) != "no"
            for o in sentence.of("trigger")
        )
        for m in sentence.of("trigger")
    )


def _figurative(sentence: Sentence, trigger: Mark) -> bool:
    """Whether the word is meant otherwise: "prices have exploded", "a hunger strike"."""
    if sentence.word(trigger.first - 1) in _LABOUR:
        return trigger.entry.form is Form.NOUN
    if trigger.entry.form is not Form.PAST or _FIGURES.isdisjoint(sentence.words):
        return False
    clause = sentence.clause[trigger.first]
    subject = {
        sentence.word(j)
        for j in range(max(0, trigger.first - 5), trigger.first)
        if sentence.clause[j] == clause
    }
    return bool(subject & _FIGURES)


def _staged(sentence: Sentence, at: int) -> bool:
    """Whether it was an exercise or a film, and not what happened at one or to its grounds."""
    drills = sentence.of("reality.exercise")
    if not drills:
        return False
    opener = sentence.word(sentence.clause.index(sentence.clause[at]))
    for mark in drills:
        if sentence.word(mark.last) in _GROUNDS:
            continue  # "a missile hit a training centre"
        if mark.first > at and _only_heard(sentence, at):
            return True  # "Explosions were heard in X; the governor said that it was a drill"
        if same_clause(sentence, mark.first, at):
            return True
        if mark.first < at and opener not in {"when", "as", "while", "after", "before"}:
            return True  # not "gathered for a drill when a drone hit them"
    return False


def _only_heard(sentence: Sentence, at: int) -> bool:
    """Whether nothing is told but noise: "explosions were heard in Sevastopol"."""
    heard = "heard" in {sentence.word(j) for j in range(at, at + _HEARD_REACH)}
    return heard and not sentence.under("harm.") and not sentence.of("weapon")


def _refuted(sentence: Sentence, trigger: Mark) -> bool:
    """Whether it was something else: "a rumored attack turned out to be a transformer fire".

    What was "a" something else never was; what "turned out to be the deadliest" was.
    """
    if trigger.entry.form is not Form.NOUN or _TURNING_OUT.isdisjoint(sentence.words):
        return False
    clause = sentence.clause[trigger.first]
    for j in range(trigger.last, len(sentence.words)):
        if sentence.words[j] not in _TURNING_OUT or sentence.clause[j] != clause:
            continue
        words = [sentence.word(k) for k in range(j, j + 5)]
        if words[:2] == ["proved", "false"]:
            return True
        if words[:2] == ["turned", "out"] and (
            words[2] in _FALSE or (words[2:4] == ["to", "be"] and words[4] in _SOMETHING_ELSE)
        ):
            return True
    return False


def _asked(sentence: Sentence, trigger: Mark) -> bool:
    """Whether a sentence asks: "What do you remember of the attack there?".

    What stands in front of a dash is not asked: "Missiles hit Dnipro - why?".
    """
    asked = sentence.words[-1:] == ("?",)
    return asked and _DASHES.isdisjoint(sentence.words[trigger.last :])


def _mistaken(sentence: Sentence, trigger: Mark) -> bool:
    """Whether people only took it for that: "they thought it was a bombing"."""
    if trigger.entry.form is not Form.NOUN:
        return False
    before = sentence.words[max(0, trigger.first - _THOUGHT_REACH) : trigger.first]
    thought = next((j for j, word in enumerate(before) if word in _THOUGHT), None)
    if thought is None:
        return False
    was = before[thought + 2 : thought + 3]
    a_noun = before[thought + 3 : thought + 4] in {(), ("a",), ("an",), ("another",), ("the",)}
    return before[thought + 1] in _POINTING and was in {("was",), ("were",)} and a_noun


def unreal(sentence: Sentence, trigger: Mark, clock: Clock) -> str | None:
    """Why the trigger's event is none of the article's, or None when it happened."""
    at = trigger.first
    if _staged(sentence, at):
        return "exercise"
    if _asked(sentence, trigger):
        return "modal"
    if shown_in_old_pictures(sentence, trigger):
        return "history"
    if _figurative(sentence, trigger):
        return "figure"
    armed = any(not _ruled_out(sentence, m) for m in sentence.of("weapon"))
    if not armed and (_by_accident(sentence) or _collision(sentence)):
        return "accident"
    if _negated(sentence, trigger) or _denied(sentence, trigger) or _refuted(sentence, trigger):
        return "denied"
    why = counted_otherwise(sentence, clock, at)
    if why:
        return why
    if is_remembered(sentence, trigger) or is_reason(sentence, trigger):
        return "history"
    if wished(sentence, trigger) or supposed(sentence, trigger) or _mistaken(sentence, trigger):
        return "modal"
    if is_purpose(sentence, trigger, clock):
        return "modal"
    if of_another_time(sentence, trigger) or of_long_times(sentence, trigger, clock):
        return "history"
    if of_a_year(sentence, trigger, clock):
        return "history"
    if is_trend(sentence, trigger, clock) or adds_up(sentence, trigger):
        return "habit"
    if is_matter(sentence, trigger):
        return "modal"
    if _ahead(sentence, trigger) or _called_off(sentence, trigger):
        return "modal"
    if is_habitual(sentence, trigger):
        return "habit"
    if seen_before(sentence, trigger):
        return "history"
    if (
        trigger.entry.form is Form.BASE
        and not sentence.label
        and not _same_as_past(sentence, trigger)
    ):
        return "habit"
    return None


def _same_as_past(sentence: Sentence, trigger: Mark) -> bool:
    """Whether the word may as well be a past tense ("hit") or a noun ("attack", "strikes")."""
    return any(
        (m.first, m.last) == (trigger.first, trigger.last) and m.entry.form is not Form.BASE
        for m in sentence.of("trigger")
    )

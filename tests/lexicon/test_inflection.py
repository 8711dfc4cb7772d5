"""Entries of a lexicon in, the forms that a text may hold out."""

import pytest

from mapper.lexicon import Form
from mapper.lexicon.inflect import forms_of, plural


def words(entry: str) -> dict[Form, list[str]]:
    found: dict[Form, list[str]] = {}
    for word, form in forms_of(entry):
        found.setdefault(form, []).append(word)
    return found


@pytest.mark.parametrize(
    ("entry", "base", "ing", "past"),
    [
        ("v:shell", "shell shells", "shelling", "shelled"),
        ("v:strike/struck/struck", "strike strikes", "striking", "struck"),
        ("v:commit/committed", "commit commits", "committing", "committed"),
        ("v:die", "die dies", "dying", "died"),
        ("v:ram", "ram rams", "ramming", "rammed"),
        ("v:carry", "carry carries", "carrying", "carried"),
        ("v:destroy", "destroy destroys", "destroying", "destroyed"),
        ("v:smash", "smash smashes", "smashing", "smashed"),
        ("v:torch", "torch torches", "torching", "torched"),
        ("v:go/went/gone", "go goes", "going", "went gone"),
        ("v:hit/hit/hit", "hit hits", "hitting", "hit"),
        ("v:free", "free frees", "freeing", "freed"),
        ("v:storm", "storm storms", "storming", "stormed"),
        ("v:blow/blew/blown", "blow blows", "blowing", "blew blown"),
        ("v:attack", "attack attacks", "attacking", "attacked"),
        ("v:repel/repelled/repelled", "repel repels", "repelling", "repelled"),
        ("v:raid", "raid raids", "raiding", "raided"),
    ],
)
def test_a_verb_has_all_its_forms(entry: str, base: str, ing: str, past: str) -> None:
    assert words(entry) == {
        Form.BASE: base.split(),
        Form.ING: ing.split(),
        Form.PAST: past.split(),
    }


def test_only_the_first_word_of_a_phrase_is_inflected() -> None:
    assert words("v:shoot/shot/shot down") == {
        Form.BASE: ["shoot down", "shoots down"],
        Form.ING: ["shooting down"],
        Form.PAST: ["shot down"],
    }


@pytest.mark.parametrize(
    ("entry", "forms"),
    [
        ("n:missile", ["missile", "missiles"]),
        ("n:clash", ["clash", "clashes"]),
        ("n:casualty", ["casualty", "casualties"]),
        ("n:convoy", ["convoy", "convoys"]),
        ("n:gas", ["gas", "gases"]),
        ("n:serviceman/servicemen", ["serviceman", "servicemen"]),
        ("n:missile strike", ["missile strike", "missile strikes"]),
        ("n:car bomb", ["car bomb", "car bombs"]),
    ],
)
def test_a_noun_has_a_plural(entry: str, forms: list[str]) -> None:
    assert words(entry) == {Form.NOUN: forms}


@pytest.mark.parametrize("entry", ["came under fire", "artillery fire", "x:odd", "12:30"])
def test_anything_else_stands_as_it_is_written(entry: str) -> None:
    assert forms_of(entry) == [(entry, Form.PHRASE)]


@pytest.mark.parametrize(
    ("noun", "many"),
    [("bus", "buses"), ("box", "boxes"), ("boy", "boys"), ("city", "cities"), ("drone", "drones")],
)
def test_plurals_are_regular(noun: str, many: str) -> None:
    assert plural(noun) == many

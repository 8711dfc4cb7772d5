"""How many were killed and injured: a text in, kinds and numbers (low, best, high) out."""

import pytest

from mapper.lexicon import load_lexicon
from mapper.report.harm import Harm, find_harm
from mapper.report.sentence import read_sentence
from mapper.text.blocks import split_blocks

Answer = tuple[str, int | None, int | None, int | None]


def harms(text: str) -> list[Harm]:
    found: list[Harm] = []
    for block in split_blocks(text):
        for index, (start, end) in enumerate(block.sentences):
            sentence = read_sentence(
                text,
                start,
                end,
                block=block,
                index=index,
                lexicon=load_lexicon(),
                dates=(),
                toponyms=(),
            )
            found.extend(find_harm(sentence))
    return found


def answers(text: str) -> list[Answer]:
    return sorted(
        ((h.kind, h.count.low, h.count.best, h.count.high) for h in harms(text)),
        key=lambda answer: answer[0] != "killed",
    )


def killed(number: int) -> Answer:
    return "killed", number, number, number


def injured(number: int) -> Answer:
    return "injured", number, number, number


UNHURT = [killed(0), injured(0)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The shelling killed 7 villagers.", [killed(7)], id="digits"),
        pytest.param("The shelling killed seven villagers.", [killed(7)], id="a word"),
        pytest.param(
            "The raid wounded one hundred and twelve people.", [injured(112)], id="several words"
        ),
        pytest.param("The fighting killed 1,204 people.", [killed(1204)], id="a separator"),
        pytest.param("A dozen shoppers were wounded by the shell.", [injured(12)], id="a dozen"),
        pytest.param("Two dozen people were injured.", [injured(24)], id="two dozen"),
        pytest.param("Half a dozen people were injured.", [injured(6)], id="half a dozen"),
        pytest.param("Dozens of people were killed.", [("killed", 24, None, None)], id="dozens"),
        pytest.param(
            "Hundreds of people were wounded.", [("injured", 200, None, None)], id="hundreds"
        ),
        pytest.param("The bomb killed a couple in their kitchen.", [killed(2)], id="a couple"),
        pytest.param("A family of four was killed in the cellar.", [killed(4)], id="a family"),
    ],
)
def test_numbers_are_read_as_words_and_as_digits(text: str, expected: list[Answer]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("One man and two women were killed.", [killed(3)], id="a number and a number"),
        pytest.param("A man and a woman were killed by the drone.", [killed(2)], id="a man and a"),
        pytest.param("The mine killed a farmer and two women.", [killed(3)], id="behind the verb"),
        pytest.param("The drone killed a cyclist.", [killed(1)], id="one person"),
        pytest.param("The drone hit the bus and killed its driver.", [killed(1)], id="its driver"),
        pytest.param(
            "Two teenagers and their grandmother were wounded.", [injured(3)], id="their kin"
        ),
        pytest.param("The dead were three brothers.", [killed(3)], id="the dead were"),
    ],
)
def test_people_without_a_number_count_and_add_up(text: str, expected: list[Answer]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("At least 15 people were killed.", ("killed", 15, 15, None), id="at least"),
        pytest.param("No fewer than nine were injured.", ("injured", 9, 9, None), id="no fewer"),
        pytest.param("More than 40 people were hurt.", ("injured", 40, 40, None), id="more than"),
        pytest.param("Over 40 people were wounded.", ("injured", 40, 40, None), id="over"),
        pytest.param("Up to 30 people were wounded.", ("injured", None, 30, 30), id="up to"),
        pytest.param("As many as 30 were wounded.", ("injured", None, 30, 30), id="as many as"),
        pytest.param("At most four people were hurt.", ("injured", None, 4, 4), id="at most"),
        pytest.param(
            "Between 20 and 25 people were injured.", ("injured", 20, 20, 25), id="between"
        ),
        pytest.param("The shell wounded 20-25 people.", ("injured", 20, 20, 25), id="a dash"),
        pytest.param("About 20 people were injured.", ("injured", 20, 20, 20), id="about"),
        pytest.param("Some 40 people were injured.", ("injured", 40, 40, 40), id="some"),
        pytest.param("Nearly 60 people were injured.", ("injured", 60, 60, 60), id="nearly"),
    ],
)
def test_hedges_and_bounds_set_low_best_and_high(text: str, expected: Answer) -> None:
    assert answers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("Nine people were killed, among them two children.", killed(9), id="among"),
        pytest.param("The strike killed nine, including a baby.", killed(9), id="including"),
        pytest.param(
            "Eleven people, two of them nurses, were injured.", injured(11), id="in between"
        ),
        pytest.param(
            "Twelve men, including three brothers, were killed.", killed(12), id="kin in between"
        ),
    ],
)
def test_a_part_of_the_total_is_not_counted_again(text: str, expected: Answer) -> None:
    assert answers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "The rockets killed four people and wounded eleven.",
            [killed(4), injured(11)],
            id="two verbs",
        ),
        pytest.param(
            "Four people were killed and eleven were wounded.",
            [killed(4), injured(11)],
            id="passive",
        ),
        pytest.param(
            "Four people were killed and eleven wounded.",
            [killed(4), injured(11)],
            id="noun and verb left out",
        ),
        pytest.param(
            "Four dead, eleven hurt, the mayor wrote.", [killed(4), injured(11)], id="a comma"
        ),
        pytest.param("Kupiansk: 4 dead / 11 injured", [killed(4), injured(11)], id="a slash"),
        pytest.param(
            "Three killed and 12 injured in missile strike",
            [killed(3), injured(12)],
            id="a headline",
        ),
        pytest.param(
            "A mortar round fell on the yard, leaving two dead and five wounded.",
            [killed(2), injured(5)],
            id="leaving",
        ),
        pytest.param(
            "A bomb struck the hall, killing six and injuring 19.",
            [killed(6), injured(19)],
            id="participles",
        ),
        pytest.param(
            "Four soldiers were killed and nine others wounded.",
            [killed(4), injured(9)],
            id="others",
        ),
        pytest.param("Killed: 3. Wounded: none.", [killed(3), injured(0)], id="a table"),
    ],
)
def test_the_killed_and_the_injured_are_told_apart(text: str, expected: list[Answer]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("The attack claimed the lives of three people.", killed(3), id="claimed"),
        pytest.param("Three people lost their lives.", killed(3), id="lost their lives"),
        pytest.param("Eight miners perished.", killed(8), id="perished"),
        pytest.param("A woman died of her wounds in hospital.", killed(1), id="died of wounds"),
        pytest.param("Gunmen shot dead five herders.", killed(5), id="shot dead"),
        pytest.param("Rescuers pulled five bodies from the rubble.", killed(5), id="bodies"),
        pytest.param("The strike caused 11 fatalities.", killed(11), id="fatalities"),
        pytest.param("Six people were taken to hospital with burns.", injured(6), id="hospital"),
        pytest.param("Three boys suffered shrapnel wounds.", injured(3), id="shrapnel wounds"),
        pytest.param("The drone dropped a grenade, wounding a pensioner.", injured(1), id="-ing"),
    ],
)
def test_harm_has_many_words(text: str, expected: Answer) -> None:
    assert answers(text) == [expected]


@pytest.mark.parametrize(
    ("text", "number"),
    [
        pytest.param("The death toll rose to nine.", 9, id="rose to"),
        pytest.param("The death toll has climbed from six to nine.", 9, id="climbed from to"),
        pytest.param("The death toll was revised down to seven.", 7, id="revised down"),
    ],
)
def test_a_changed_toll_is_an_update_to_the_new_number(text: str, number: int) -> None:
    (harm,) = harms(text)
    assert (harm.kind, harm.count.best, harm.count.update) == ("killed", number, True)


@pytest.mark.parametrize(
    "text",
    ["A further 14 people were hurt.", "Another 14 people were hurt.", "Some 14 more were hurt."],
    ids=["further", "another", "more"],
)
def test_an_addition_is_marked_as_one(text: str) -> None:
    (harm,) = harms(text)
    assert (harm.kind, harm.count.best, harm.count.addition) == ("injured", 14, True)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param("A woman of 63 was killed.", [killed(1)], id="age behind of"),
        pytest.param("A 63-year-old woman was killed.", [killed(1)], id="age in front"),
        pytest.param("Two women, aged 45 and 67, were injured.", [injured(2)], id="two ages"),
        pytest.param("Two people were killed 14 km from the front.", [killed(2)], id="distance"),
        pytest.param(
            "A shell landed 300 metres from a school and injured two pupils.",
            [injured(2)],
            id="distance in front",
        ),
        pytest.param(
            "The blast that caused damage worth $3 million injured two guards.",
            [injured(2)],
            id="money",
        ),
        pytest.param("Three people were injured at 4.30 a.m.", [injured(3)], id="time of day"),
        pytest.param(
            "The missile hit a nine-storey building, killing three people.",
            [killed(3)],
            id="storeys",
        ),
        pytest.param("A Kh-101 missile killed two people.", [killed(2)], id="a type of missile"),
        pytest.param("An S-300 missile wounded five people.", [injured(5)], id="another type"),
        pytest.param("A 155 mm shell wounded five people.", [injured(5)], id="a calibre"),
        pytest.param("The 14 drones injured three people.", [injured(3)], id="weapons"),
        pytest.param(
            "The shelling damaged 12 houses and injured three people.", [injured(3)], id="houses"
        ),
        pytest.param(
            "Twelve houses and four cars were damaged; one person was injured.",
            [injured(1)],
            id="houses in a clause of their own",
        ),
        pytest.param("In 2025 two people were killed there.", [killed(2)], id="a year"),
        pytest.param("Some 200 people were evacuated.", [], id="the evacuated"),
        pytest.param("Twelve people survived.", [], id="survivors"),
        pytest.param("Three people are missing.", [], id="the missing"),
        pytest.param("He is survived by two sons.", [], id="survived by"),
        pytest.param("The debate wound up after 14 speakers.", [], id="another wound"),
        pytest.param("The joke killed the audience.", [], id="metaphor"),
    ],
)
def test_numbers_of_other_things_are_no_casualties(text: str, expected: list[Answer]) -> None:
    assert answers(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Nobody was hurt.",
        "There were no casualties.",
        "No one was injured in the strike.",
        "The fire was put out without casualties.",
    ],
)
def test_unharmed_is_zero_killed_and_zero_injured(text: str) -> None:
    assert answers(text) == UNHURT


@pytest.mark.parametrize(
    "text",
    [
        "Information on casualties is being established.",
        "The number of dead doubled.",
        "The army mentioned no casualties.",
    ],
)
def test_without_a_number_nothing_is_counted(text: str) -> None:
    assert answers(text) == []


@pytest.mark.parametrize(
    ("text", "word"),
    [("Dozens of people were killed.", "dozens"), ("Several people were hurt.", "several")],
)
def test_a_vague_word_is_kept_and_gives_no_best_number(text: str, word: str) -> None:
    (harm,) = harms(text)
    assert (harm.count.word, harm.count.best, harm.count.high) == (word, None, None)


def test_a_count_stands_at_its_words() -> None:
    text = "At dusk the shell killed two dozen shoppers and wounded at least nine guards."
    spans = {h.kind: text[h.count.start : h.count.end] for h in harms(text)}
    assert spans == {"killed": "two dozen", "injured": "at least nine"}

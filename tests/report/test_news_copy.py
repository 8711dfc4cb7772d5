"""Clauses, counts, places and days as ordinary news copy has them.

Each text with the events that it tells: type, place, day of September 2025, killed, injured.
"""

import pytest

from tests.report.conftest import Read, Told, told


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In the state of Sinaloa, where two gangs have been at war since 2020, soldiers "
            "came under fire near Mazatlan on Tuesday, leaving two dead.",
            [("strike", "Mazatlán", 16, 2, None)],
            id="a clause ends with its comma",
        ),
        pytest.param(
            "The depot in Tula, which was flattened in last year's raids, was hit by two "
            "drones on Tuesday.",
            [("strike", "Tula", 16, None, None)],
            id="a relative clause before the verb",
        ),
        pytest.param(
            "Across the border in the Kursk region, from most of which troops were pushed out "
            "in March, a drone hit a bus in Rylsk on Tuesday.",
            [("strike", "Rylsk", 16, None, None)],
            id="most of which",
        ),
    ],
)
def test_a_clause_that_describes_ends_with_its_comma(
    read: Read, text: str, expected: list[Told]
) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A conductor and two passengers were injured when a drone hit a train in Konotop "
            "on Tuesday.",
            [("strike", "Konotop", 16, None, 3)],
            id="a trade joined to people",
        ),
        pytest.param(
            "The number of people killed in Sunday's strike on Tokmak has climbed to eight, "
            "as rescuers recovered two more bodies.",
            [("strike", "Tokmak", 14, 8, None)],
            id="a toll that counts two more",
        ),
        pytest.param(
            "Two policemen injured in Monday's bomb attack in Bannu succumbed to their "
            "wounds, taking the death toll to 14.",
            [("strike", "Bannu", 15, 14, None)],
            id="injured and succumbed",
        ),
        pytest.param(
            "In Dnipro, a worker who had been wounded when a missile struck a factory on "
            "Sunday died in hospital, raising the toll to three.",
            [("strike", "Dnipro", 14, 3, None)],
            id="who had been wounded",
        ),
        pytest.param(
            "In Kadugli, four people, all members of one family, died on Tuesday when a shell "
            "landed on their house.",
            [("strike", "Kadugli", 16, 4, None)],
            id="all of one family",
        ),
        pytest.param(
            "In Poonch, two children of one family and a teacher died on Tuesday when shells "
            "came down.",
            [("strike", "Pūnch", 16, 3, None)],
            id="children of one family and a teacher",
        ),
        pytest.param(
            "A mine exploded near Homs on Tuesday; a shepherd, 15, lost his life.",
            [("strike", "Homs", 16, 1, None)],
            id="a shepherd",
        ),
        pytest.param(
            "A man was killed in Bilozerka on Tuesday by a drone. The second fatality was a "
            "woman whose house in Beryslav was hit by a shell.",
            [("strike", "Bilozerka", 16, 1, None), ("strike", "Beryslav", 16, 1, None)],
            id="the second fatality",
        ),
        pytest.param(
            "Six people were killed when a missile hit Pavlohrad on Tuesday. A boy and his "
            "grandmother were among those killed.",
            [("strike", "Pavlohrad", 16, 6, None)],
            id="among those killed",
        ),
        pytest.param(
            "Russian shelling killed two people in Donetsk region on September 16: one in "
            "Kostiantynivka and one in Rodynske.",
            [
                ("strike", "Kostiantynivka", 16, 1, None),
                ("strike", "Rodynske", 16, 1, None),
                ("casualties", "Donetsk Oblast", 16, 2, None),
            ],
            id="a sum told by parts",
        ),
        pytest.param(
            "Jets bombed Nabatieh on Monday, killing six. The ministry on Tuesday raised the "
            "toll in that strike to eight dead.",
            [("strike", "Nabatieh", 15, 8, None)],
            id="raised the toll",
        ),
    ],
)
def test_people_are_counted_once(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kyiv says that it strikes only military objects.",
            [],
            id="it strikes only",
        ),
        pytest.param(
            "The junta in Ouagadougou rarely comments on such attacks.",
            [],
            id="such attacks",
        ),
        pytest.param(
            "She said in Geneva that attacks on markets in Sudan must stop.",
            [],
            id="must stop",
        ),
        pytest.param(
            "A court in Mogadishu on Tuesday sentenced three men over the October 2022 "
            "bombings, in which 120 people died.",
            [],
            id="a court and old bombings",
        ),
        pytest.param(
            "Thousands were killed in Bama alone.",
            [],
            id="thousands in a town",
        ),
        pytest.param(
            "Nineteen people died in Kharkiv when a store was bombed on a Saturday afternoon "
            "last May.",
            [],
            id="some Saturday",
        ),
        pytest.param(
            "Ukraine received 1,000 bodies on Tuesday, the headquarters for prisoners of war said.",
            [],
            id="bodies",
        ),
    ],
)
def test_what_is_told_of_in_passing_is_no_event(
    read: Read, text: str, expected: list[Told]
) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In Sumy, a drone hit a regular bus on Tuesday, killing two passengers.",
            [("strike", "Sumy", 16, 2, None)],
            id="a regular bus",
        ),
        pytest.param(
            "Israel carried out its heaviest air raids for months on Hodeidah on Tuesday, "
            "killing 13 people.",
            [("strike", "Hodeidah", 16, 13, None)],
            id="for months",
        ),
        pytest.param(
            "Hospitals in Rafah received 71 people killed in strikes in the past 24 hours.",
            [("strike", "Rafah", 16, 71, None)],
            id="in the past 24 hours",
        ),
        pytest.param(
            "A doctor in Kosti, asking not to be named for fear of reprisals, said a drone "
            "had killed nine people on Tuesday.",
            [("strike", "Kosti", 16, 9, None)],
            id="asking not to be named",
        ),
        pytest.param(
            "Troops trying to reopen the road were ambushed outside Kawkareik on Tuesday, and "
            "eight died.",
            [("ground_attack", "Kawkareik", 16, 8, None)],
            id="trying to reopen",
        ),
        pytest.param(
            "Jets bombed Bilopillia on Tuesday, killing one. The same town was shelled a week ago.",
            [("strike", "Bilopillia", 16, 1, None)],
            id="a week ago",
        ),
        pytest.param(
            "Russian forces conducted a company-sized mechanized assault near Chasiv Yar on "
            "Tuesday and did not advance.",
            [("ground_attack", "Chasiv Yar", 16, None, None)],
            id="a mechanised assault",
        ),
        pytest.param(
            "Fighting between the army and the militia was reported on Tuesday around Nyala.",
            [("ground_attack", "Nyala", 16, None, None)],
            id="fighting that was reported",
        ),
    ],
)
def test_what_happened_is_an_event_all_the_same(
    read: Read, text: str, expected: list[Told]
) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A missile fired from Yemen was intercepted on Tuesday before it reached Israel, "
            "the army said.",
            [("interception", "Israel", 16, None, None)],
            id="before it reached",
        ),
        pytest.param(
            "The army intercepted a missile over Eilat on Tuesday; sirens sent people to "
            "shelters in Tel Aviv.",
            [("interception", "Eilat", 16, None, None)],
            id="shelters",
        ),
        pytest.param(
            "Five drones aimed at Odesa were shot down on Tuesday.",
            [("interception", "Odesa", 16, None, None)],
            id="drones aimed at",
        ),
        pytest.param(
            "Russia launched 78 drones from Kursk and Cape Chauda in occupied Crimea on "
            "Tuesday, hitting Nizhyn.",
            [("strike", "Nizhyn", 16, None, None)],
            id="from Cape Chauda",
        ),
        pytest.param(
            "A jet that took off from an airbase in Mandalay Region bombed Shwebo on Tuesday, "
            "killing 11.",
            [("strike", "Shwebo", 16, 11, None)],
            id="from an airbase",
        ),
        pytest.param(
            "A missile flattened a house in Nuseirat on Tuesday. Al-Awda Hospital, which "
            "received the dead, said 11 people were killed.",
            [("strike", "Nuseirat", 16, 11, None)],
            id="a hospital that counts",
        ),
        pytest.param(
            "A drone hit a car in Shebekino on Tuesday. Two women were taken to city hospital "
            "No. 2 in Belgorod.",
            [("strike", "Shebekino", 16, None, 2)],
            id="hospital No. 2",
        ),
        pytest.param(
            "A strike on Alamata on Tuesday wounded 14 people, and the hospital in Mekelle to "
            "which they were referred had no oxygen.",
            [("strike", "Alamata", 16, None, 14)],
            id="to which they were referred",
        ),
        pytest.param(
            "Shelling wounded seven people in Hlukhiv on Tuesday, the prosecutor's office of "
            "Sumy region told reporters.",
            [("strike", "Hlukhiv", 16, None, 7)],
            id="the prosecutor's office of a region",
        ),
        pytest.param(
            "Odesa Governor Oleh Kiper said that an energy facility in the region had been "
            "hit by drones on Tuesday.",
            [("strike", "Odesa Oblast", 16, None, None)],
            id="an office's region",
        ),
        pytest.param(
            "A drone killed a boy in Mosul on Tuesday. A grenade wounded four in Zuqqar, an "
            "eastern district.",
            [("strike", "Mosul", 16, 1, None), ("strike", "Mosul", 16, None, 4)],
            id="a part of a city",
        ),
        pytest.param(
            "A drone hit a market in Gendeweyin, in the East Gojam zone of the Amhara region, "
            "on Tuesday, killing 16.",
            [("strike", "Amhara", 16, 16, None)],
            id="an unknown place in a region",
        ),
        pytest.param(
            "A strike hit tents in Al-Mawasi, in western Khan Younis, on Tuesday, killing 11.",
            [("strike", "Al-Mawasi", 16, 11, None)],
            id="a place told in another",
        ),
        pytest.param(
            "A bomb struck a farm in Sumy Oblast's Boromlia on Tuesday, injuring 12 people.",
            [("strike", "Boromlia", 16, None, 12)],
            id="a region's Boromlia",
        ),
        pytest.param(
            "An airstrike in northern Gaza killed 21 people on Tuesday.",
            [("strike", "northern Gaza Strip", 16, 21, None)],
            id="northern Gaza",
        ),
    ],
)
def test_a_place_is_taken_where_the_words_put_it(
    read: Read, text: str, expected: list[Told]
) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "In Upper Nile State, two people died and seven sustained injuries on Monday, "
            "when an aircraft dropped bombs on Malakal.",
            [("strike", "Malakal", 15, 2, 7)],
            id="died and hurt on one day",
        ),
        pytest.param(
            "The army announced that three soldiers had been killed on Monday when a device "
            "went off in Beit Hanoun.",
            [("strike", "Beit Hanoun", 15, 3, None)],
            id="announced that on a day",
        ),
    ],
)
def test_a_day_is_that_of_the_event(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "freed", "place"),
    [
        pytest.param(
            "Russia and Ukraine exchanged 175 prisoners each on Tuesday. Ukraine also got "
            "back 12 civilians.",
            {"RUS": 175, "UKR": 187},
            None,
            id="civilians besides",
        ),
        pytest.param(
            "The sides exchanged 175 for 175 on Tuesday, and Ukraine received 12 civilians "
            "besides, Russia said of the prisoner swap with Ukraine.",
            {"RUS": 175, "UKR": 187},
            None,
            id="a hundred for a hundred and more",
        ),
        pytest.param(
            "Russia and Ukraine exchanged 200 prisoners each on Tuesday. The handover took "
            "place on the Belarus-Ukraine border.",
            {"RUS": 200, "UKR": 200},
            "Belarus-Ukraine border",
            id="a handover on the border",
        ),
    ],
)
def test_one_exchange_is_told_in_several_sentences(
    read: Read, text: str, freed: dict[str, int], place: str | None
) -> None:
    (report,) = read(text).reports
    assert dict(report.prisoners) == freed
    assert (report.location.place.name if report.location.place else None) == place


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two people were killed in a Tuesday strike on Kharkiv.", 16),
        ("A Sunday night drone attack on Odesa wounded two.", 14),
    ],
)
def test_a_weekday_in_front_of_a_noun_is_a_day(read: Read, text: str, expected: int) -> None:
    ((_, _, day, _, _),) = told(read(text))
    assert day == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "A drone hit a kiosk and two people were wounded in Kherson on Tuesday.",
            [("strike", "Kherson", 16, None, 2)],
            id="a kiosk is nobody",
        ),
        pytest.param(
            "An explosion on Tuesday at a depot in which mines were stored killed five people and "
            "wounded 12 in Idlib.",
            [("strike", "Idlib", 16, 5, 12)],
            id="were stored killed",
        ),
        pytest.param(
            "At least 17 people, including women who had given birth only a few hours earlier, "
            "were killed on Tuesday in an attack by rebels in Lubero.",
            [("ground_attack", "Lubero", 16, 17, None)],
            id="a clause between the number and the verb",
        ),
        pytest.param(
            "RSF fighters massacred at least 2,000 people in El Fasher on Sunday.",
            [("ground_attack", "El Fasher", 14, 2000, None)],
            id="a massacre is no sum of a war",
        ),
        pytest.param(
            "A body was pulled from the rubble in Izium on Wednesday, bringing to six the number "
            "of people killed in Monday's strike.",
            [("strike", "Izium", 15, 6, None)],
            id="bringing to six the number",
        ),
        pytest.param(
            "Two pilots dropped two 500-pound bombs on Sagaing on Tuesday, killing three people.",
            [("strike", "Sagaing", 16, 3, None)],
            id="pounds",
        ),
    ],
)
def test_numbers_are_of_people(read: Read, text: str, expected: list[Told]) -> None:
    extraction = read(text)
    assert told(extraction) == expected
    assert all(w.launched in {None, 2} for r in extraction.reports for w in r.weapons)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        pytest.param(
            "Kherson, Dniprovskyi district: on Tuesday a drone dropped explosives on a bus. A man "
            "of 54 was killed.",
            [("strike", "Kherson", 16, 1, None)],
            id="a city and its part in front of a colon",
        ),
        pytest.param(
            "A missile hit a Barbados-flagged ship in Odesa on Tuesday, killing one.",
            [("strike", "Odesa", 16, 1, None)],
            id="a flag is no place",
        ),
        pytest.param(
            "A drone struck the administration of Shebekino on Tuesday, wounding two.",
            [("strike", "Shebekino", 16, None, 2)],
            id="an office that was hit",
        ),
        pytest.param(
            "People rushed to shelters in Kharkiv as a drone hit a school on Tuesday.",
            [("strike", "Kharkiv", 16, None, None)],
            id="shelters",
        ),
        pytest.param(
            "Drones from Ukraine hit an airbase in Crimea on Tuesday, damaging two planes.",
            [("strike", "Crimea", 16, None, None)],
            id="an airbase that was hit",
        ),
        pytest.param(
            "A shell fired from Russia in the Sumy region on Tuesday killed two people.",
            [("strike", "Sumy Oblast", 16, 2, None)],
            id="fired from a country in a region",
        ),
        pytest.param(
            "Residents of Kharkiv on Tuesday buried two people killed when insurgents attacked "
            "the village of Dikwa on Monday.",
            [("ground_attack", "Dikwa", 15, 2, None)],
            id="killed when insurgents attacked",
        ),
    ],
)
def test_places_are_those_of_what_happened(read: Read, text: str, expected: list[Told]) -> None:
    assert told(read(text)) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("At the same time, drones struck an oil refinery in Ryazan on Sept. 12.", 1),
        ("Troops trying to retake the town attacked rebel positions near Bunia on Tuesday.", 1),
        ("One man who tried to escape was shot dead by gunmen in Zamfara on Tuesday.", 1),
        ("Such strikes killed 12 people in Gaza City on Tuesday, medics said.", 1),
        ("Daily air strikes on Idlib killed at least 10 people on Tuesday.", 1),
        ("Sporadic clashes took place near Suwayda on Tuesday between militias and troops.", 1),
        ("Since Tuesday, at least 12 people have been killed in shelling of Goma.", 1),
        ("Since the war began in 2023, shelling has killed 900 people in El Fasher.", 0),
        ("The same town, Rylsk, was shelled on Sept. 10.", 0),
        ("Families are hoping the captives are released on Friday in Gaza.", 0),
        ("Schools in Kharkiv stayed closed on Tuesday for fear of Russian missile strikes.", 0),
        ("Following threats of drone strikes on Vilnius, the alliance sent jets.", 0),
        ("The senator's attack on Brussels on Tuesday drew an angry reply.", 0),
        ("The hacker attack on Tallinn was noticed on Tuesday.", 0),
    ],
)
def test_what_happened_is_told_from_what_did_not(read: Read, text: str, expected: int) -> None:
    assert len(read(text).reports) == expected


def test_an_attack_told_as_one_more_is_not_what_the_lead_announced(read: Read) -> None:
    text = (
        "A drone hit a bus in the Kherson region, injuring two people.\n\nIn a separate attack in "
        "Beryslav, artillery injured two people."
    )
    assert [place for _, place, *_ in told(read(text))] == ["Kherson Oblast", "Beryslav"]


def test_what_was_destroyed_by_drones_was_no_drone(read: Read) -> None:
    (report,) = read('A substation in Podilsk was "destroyed" by drones on Tuesday.').reports
    assert (report.event_type, report.target) == ("strike", "substation")


@pytest.mark.parametrize(
    "text",
    [
        "The families remember the 2022 bombings of Kunduz, in which 120 people died.",
        "The report blames the army for the 2023 strike on Kunduz, which killed 12 people.",
        "Kunduz was scarred by a 2015 airstrike that killed 42 people.",
        "The 2022 bombings of Kunduz killed 120 people.",
    ],
)
def test_what_has_the_number_of_an_earlier_year_is_history(read: Read, text: str) -> None:
    extraction = read(text)
    assert not extraction.reports
    assert {aside.why for aside in extraction.set_aside} == {"history"}


def test_another_noun_with_a_year_takes_nothing_away(read: Read) -> None:
    text = "A drone hit a market in Kharkiv in breach of the 2020 truce, killing two."
    assert told(read(text)) == [("strike", "Kharkiv", 17, 2, None)]


def test_the_line_above_a_list_is_no_event_and_gives_the_day(read: Read) -> None:
    text = (
        "The following places came under attack on Monday:\n- Drones hit a school in Nikopol.\n"
        "- Shells hit a shop in Kherson."
    )
    assert [(place, day) for _, place, day, *_ in told(read(text))] == [
        ("Nikopol", 15),
        ("Kherson", 15),
    ]
    talks = "What we know after the talks on Monday in Geneva:\n- Drones hit a port in Odesa."
    assert ("strike", "Odesa", 17, None, None) in told(read(talks))


def test_an_air_force_counts_for_its_country(read: Read) -> None:
    text = (
        "Drones were over many regions of Ukraine.\n\nThe air force said Russia had launched 410 "
        "drones and 20 missiles overnight. One hit was recorded in Sumy."
    )
    assert ("strike", "Ukraine", 17, None, None) in told(read(text))


def test_what_a_lead_announces_is_told_once(read: Read) -> None:
    text = (
        "A rescuer was killed and two were wounded in a strike in the Dnipro region.\n\n"
        "Firefighters were at work on Tuesday in Synelnykove when a drone hit their station, "
        "killing a rescuer and wounding two."
    )
    assert told(read(text)) == [("strike", "Synelnykove", 16, 1, 2)]


def test_parts_of_a_sum_have_its_day(read: Read) -> None:
    text = (
        "Attacks on Monday killed four people in the Donetsk region. Two of them died in "
        "Kramatorsk, where a drone hit a car."
    )
    assert {day for _, _, day, *_ in told(read(text))} == {15}


def test_shares_of_the_dead_are_not_added(read: Read) -> None:
    text = (
        "Six people were killed in a strike on Gaza City on Tuesday. Four of the six dead were "
        "children."
    )
    assert told(read(text)) == [("strike", "Gaza", 16, 6, None)]


def test_where_a_speaker_is_nothing_happened(read: Read) -> None:
    text = (
        "The minister, who is in Riyadh, condemned a drone strike that killed two people on "
        "Tuesday in Port Sudan."
    )
    assert told(read(text)) == [("strike", "Port Sudan", 16, 2, None)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two schools were hit in Kharkiv overnight, the mayor said.", "Kharkiv"),
        ("The overnight attack on Odesa was the third this week, residents said.", "Odesa"),
    ],
)
def test_targets_and_towns_that_were_hit_are_evidence(read: Read, text: str, expected: str) -> None:
    assert [place for _, place, *_ in told(read(text))] == [expected]


def test_a_school_that_was_hit_by_cuts_was_not(read: Read) -> None:
    assert not read("Two schools in Kharkiv were hit by budget cuts on Tuesday.").reports


def test_a_verb_of_speech_is_no_part_of_a_target(read: Read) -> None:
    (report,) = read(
        "Kyiv's mayor said residential areas of Kyiv were hit by drones on Tuesday."
    ).reports
    assert report.target == "residential areas"

"""What holds for the reports of any text, also of one that was made to break the reading."""

import datetime as dt
import time
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from mapper.lexicon import load_lexicon
from mapper.report import Count, Extraction, Report, SetAside

Read = Callable[..., Extraction]


def words(text: str) -> list[str]:
    return text.split(" ")


PLACES = words(
    "Kyiv Sumy Odesa Kharkiv Nikopol Tripoli Khartoum Gaza Ukraine Russia Ukrainian Russian Israel "
    "Moscow Donetsk Belarus Yemen Georgia Peshawar Mali"
)
GLUE = words(
    "a an the and or , . ; : — “ ” ( ) ** - \n \n\n of in on at near by to from with said that "
    "according no not at least up to more than between was were has have had been will could "
    "might if when after before who two three twelve dozens several 5 14 1,200 307 each another "
    "further rose people civilians woman soldiers region district oblast border Monday Tuesday "
    "overnight yesterday September 2022 2025 since week km south north"
)
LEXICON = sorted(
    {
        " ".join(phrase)
        for begun in load_lexicon().phrases.values()
        for group in begun.values()
        for phrase, _ in group
    }
)
WORDS = st.one_of(st.sampled_from(LEXICON), st.sampled_from(PLACES), st.sampled_from(GLUE))
# Harm, weapons and triggers in what could be sentences: loose words alone seldom tell of anything.
CORES = st.sampled_from(
    [
        "A drone hit",
        "shelling killed",
        "the toll rose to",
        "were injured in",
        "Gunmen attacked the village near",
        "exchanged prisoners with",
        "were shot down over",
        "nobody was hurt in",
        "the governor said .",
        ", among them",
        "The attack on",
    ]
)
TEXTS = st.lists(
    st.one_of(CORES, st.sampled_from(PLACES), st.sampled_from(GLUE), WORDS), max_size=60
).map(" ".join)

# The gazetteer is opened and warmed by whichever example comes first.
RELAXED = settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def check(extraction: Extraction, text: str) -> None:
    """Every span is inside the text and every quote stands at its place."""
    parts: list[Report | SetAside] = [*extraction.reports, *extraction.set_aside]
    for part in parts:
        assert 0 <= part.start < part.end <= len(text)
        assert text[part.start : part.end] == part.quote
    assert len({r.id for r in extraction.reports}) == len(extraction.reports)
    for report in extraction.reports:
        assert report.event_type in load_lexicon().types
        assert 0 < report.confidence < 1
        location = report.location
        assert 0 <= location.start <= location.end <= len(text)
        assert (location.place is None) == (location.precision == "unknown")
        first, last = report.date.first, report.date.last
        assert (first is None) == (last is None)
        assert first is None or last is None or first <= last
        assert report.target is None or report.target in text
        assert report.attributed_to is None or report.attributed_to in text
        for count in (report.killed, report.injured):
            check_count(count, text)
        assert all(number >= 0 for _, number in report.prisoners)


def check_count(count: Count | None, text: str) -> None:
    if count is None:
        return
    assert 0 <= count.start < count.end <= len(text)
    given_numbers = [v for v in (count.low, count.best, count.high) if v is not None]
    assert given_numbers == sorted(given_numbers)
    assert all(v >= 0 for v in given_numbers)


@given(text=TEXTS)
@RELAXED
def test_words_of_war_in_any_order_give_quotes_that_stand_in_the_text(
    read: Read, text: str
) -> None:
    check(read(text), text)


SENTENCES = st.sampled_from(
    [
        "A drone hit a bus in Nikopol on Monday, killing three people.",
        "The governor said a further 14 were hurt, two of them children.",
        "Nobody was hurt in Sumy, where a missile fell in a field overnight.",
        "The death toll rose from four to at least nine, rescuers said.",
        "Ukraine and Russia exchanged prisoners on Friday, 307 each.",
        "Two of them died in Odesa; dozens of others were injured.",
        "It was not: nobody fired at the hospital.",
        "Kharkiv region: artillery fire killed one person and injured up to 12.",
        "Eight drones were shot down over the Kursk region, the army said.",
        "Buses with the freed men arrived in Chernihiv.",
        "In March 2022 a bomb killed 300 people there.",
        "- Izium: a guided bomb killed two.",
        "## Zaporizhzhia",
        "**Kupiansk:** between 20 and 25 people were injured, according to the mayor.",
        "Gunmen stormed the town near Maiduguri in Nigeria; the toll stands at 31.",
        "Delegations held talks in Istanbul on Monday.",
    ]
)


@given(
    parts=st.lists(st.tuples(SENTENCES, st.sampled_from([" ", "\n", "\n\n", "; "])), max_size=12)
)
@example(
    parts=[
        ("Gunmen stormed the town near Maiduguri in Nigeria; the toll stands at 31.", "; "),
        ("Ukraine and Russia exchanged prisoners on Friday, 307 each.", " "),
        ("The governor said a further 14 were hurt, two of them children.", " "),
    ]
)
@RELAXED
def test_sentences_in_any_order_give_quotes_that_stand_in_the_text(
    read: Read, parts: list[tuple[str, str]]
) -> None:
    text = "".join(sentence + joint for sentence, joint in parts)
    check(read(text), text)


@given(text=st.text(max_size=400))
@RELAXED
def test_any_characters_give_quotes_that_stand_in_the_text(read: Read, text: str) -> None:
    check(read(text), text)


@given(text=TEXTS)
@RELAXED
def test_the_same_text_gives_the_same_reports(read: Read, text: str) -> None:
    assert read(text) == read(text)


@given(text=TEXTS, published=st.none() | st.dates())
@settings(RELAXED, max_examples=40)
def test_any_day_of_publication_will_do(read: Read, text: str, published: dt.date | None) -> None:
    check(read(text, published), text)


STRIKE = "A drone hit a bus in Nikopol on Monday, killing three people. "


@given(noise=st.text(alphabet=st.characters(), max_size=80))
@settings(RELAXED, max_examples=40)
def test_noise_in_a_paragraph_of_its_own_hides_no_strike(read: Read, noise: str) -> None:
    text = f"{STRIKE}\n\n{STRIKE.replace('Nikopol', 'Sumy')}\n\n7 {noise.replace(chr(10), ' ')}"
    extraction = read(text)
    check(extraction, text)
    killed = [r.killed.best for r in extraction.reports if r.killed is not None]
    assert killed[:2] == [3, 3]


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("", id="nothing"),
        pytest.param(" \n\t\n ", id="blanks"),
        pytest.param(STRIKE.replace(" ", "\0"), id="NULs for blanks"),
        pytest.param("7 \u034f", id="a mark that is no letter"),
        pytest.param("A drone\0 hit a bus in Nikopol\0 on Monday.", id="NULs at words"),
        pytest.param("A drone \ud800 hit a bus in Nikopol\udfff, killing three.", id="surrogates"),
        pytest.param(
            "\u202eA drone hit\u202c a bus in \u200fNikopol\u200e.", id="marks of direction"
        ),
        pytest.param("A d\u0301ro\u0308ne hit Nikopol\u0301\u0301\u0301.", id="combining marks"),
        pytest.param(
            "A drone hit\rNikopol\r\non\u2028Monday\u2029, killing\x85one.", id="line ends"
        ),
        pytest.param("**" * 50 + STRIKE + "**" * 51, id="stars"),
        pytest.param("#" * 80 + " " + STRIKE, id="a deep heading"),
        pytest.param("- " * 80 + STRIKE, id="a deep list"),
        pytest.param("killed " * 300, id="one word again and again"),
        pytest.param("Kyiv, " * 300, id="one name again and again"),
        pytest.param("9" * 500 + " people were killed in Kyiv.", id="a number of 500 digits"),
        pytest.param("A drone hit Kyiv on 99 September 99999, killing ٣ people.", id="no such day"),
    ],
)
def test_broken_text_breaks_nothing(read: Read, text: str) -> None:
    check(read(text), text)


@pytest.mark.parametrize(
    "text",
    [
        pytest.param(
            "\n".join("\t".join(str(row * col) for col in range(12)) for row in range(60)),
            id="a table of numbers",
        ),
        pytest.param(
            "The winter lay on hill and wall,\nThe rooks went over, black and tall,\n"
            "And no one came, and no one spoke,\nAnd from the chimney rose no smoke.",
            id="a poem",
        ),
        pytest.param(
            "Eine Drohne hat am Montag in Nikopol einen Bus getroffen. Drei Menschen wurden "
            "getötet und elf verletzt, teilte der Gouverneur mit. Die Stadt wird oft beschossen.",
            id="German",
        ),
        pytest.param(
            "Un drone ha colpito lunedì un autobus a Nikopol. Tre persone sono morte e undici "
            "sono rimaste ferite, ha detto il governatore della regione.",
            id="Italian",
        ),
        pytest.param(
            "Дрон у понеділок влучив в автобус у Нікополі. Троє людей загинули, одинадцять "
            "поранені, повідомив голова області.",
            id="Ukrainian",
        ),
        pytest.param(
            "\n".join(f"- https://example.org/{n}/drone-strike-kyiv-kills-{n}" for n in range(50)),
            id="a list of links",
        ),
        pytest.param("\n".join(["Kyiv", "Sumy", "Odesa", "Lviv"] * 20), id="a list of towns"),
        pytest.param("Home | World | War | Sport | Contact us | © 2025", id="a menu"),
    ],
)
def test_text_that_tells_of_nothing_gives_nothing(read: Read, text: str) -> None:
    assert read(text).reports == ()


def seconds(read: Read, text: str) -> float:
    start = time.process_time()
    check(read(text), text)
    return time.process_time() - start


@pytest.mark.parametrize(
    "text",
    [
        pytest.param("a" * 1_000_000, id="small letters"),
        pytest.param("A" * 1_000_000, id="capitals"),
        pytest.param("9" * 1_000_000, id="digits"),
        pytest.param("Kyiv" * 250_000, id="a name"),
        pytest.param("a-" * 500_000, id="hyphens"),
        pytest.param("\n" * 1_000_000, id="line ends"),
        pytest.param("a" + "\u0301" * 1_000_000, id="combining marks"),
        pytest.param("*" * 300_000, id="stars"),
        pytest.param("(" * 300_000, id="brackets"),
        pytest.param('"' * 300_000, id="quotation marks"),
    ],
)
def test_a_megabyte_without_a_blank_takes_seconds(read: Read, text: str) -> None:
    assert seconds(read, text) < 20


def test_a_sentence_of_fifty_thousand_words_takes_seconds(read: Read) -> None:
    plain = words("they went over to the house by the river and the")
    text = " ".join((plain * 5_000)[:50_000]) + f" end while {STRIKE}"
    assert seconds(read, text) < 20


def test_a_long_sentence_with_many_commas_takes_a_second(read: Read) -> None:
    text = (
        "Police killed one of four off Харків on the night of May 23-24., the mayor said., "
        "Shelling did not hit one of four at Kyiv on the night of May 23-24, "
    )
    assert seconds(lambda many: read(many, None), text * 26) < 1.5


def test_time_grows_with_the_text_and_not_faster(read: Read) -> None:
    story = (
        "A drone hit a bus in Nikopol on Monday, killing three people, the governor said.\n\n"
        "Nobody was hurt in Sumy, where a missile fell in a field. Talks go on.\n\n"
    )
    read(story)
    short = min(seconds(read, story * 50) for _ in range(3))
    long = min(seconds(read, story * 400) for _ in range(2))
    # Eight times the text; the rest is for a busy machine.
    assert long < 8 * 3 * max(short, 0.02)

"""Whether a text is English.

In: any text. Out: yes or no. Nothing can go wrong: a text with too few words to tell counts as
English when its letters are Latin.
"""

import functools
import re
import string


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# Enough to tell by; the rest of a long text would only cost time.
_SAMPLE_CHARS = 20_000
# Of a telegram-style text these make so many besides, and no word is of another language.
_MIN_SHARED = 0.12
_SOME_WORDS = 2
# News English has 20 to 30 of these in 100 words, a telegram-style bulletin 8, other Latin-script
# languages under 2.
_MIN_SHARE = 0.045
_FEW_WORDS = 25
_MIN_LATIN = 0.7

_WORD = re.compile(r"[^\W\d_]+(?:['’][^\W\d_]+)?")
_LATIN = re.compile(r"[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")
_BEYOND_ASCII = re.compile(r"[^\x00-\x7f]+")
_LETTER = re.compile(r"[^\W\d_]")
_ASCII_LETTERS = string.ascii_letters.encode("ascii")

# Words that no other large Latin-script language writes alike.
_ENGLISH = _words(
    "the of and to that with were from by said which it its at this not been after they their "
    "have has who are but would could when there into than other about people killed injured "
    "wounded struck attack attacks near two three no and or more on for"
) - {"no", "or", "on"}
# Words that others write alike.
_SHARED = _words("in a as was is no or he she one over late early man woman hit killing")
_OTHER = (
    _words(
        "der die das und ist nicht den dem ein eine mit auf für von zu wurde wurden "
        "le la les des du une est dans pour que qui sur par avec sont été aux "
        "el los las del una por con para se fue su al como más pero han "
        "il gli della delle che di per sono è nel alla "
        "o os da do dos em não com foi uma ao "
        "de het een van en zijn niet op voor werd dat "
        "w na z się nie jest do że przez po "
        "ve bir bu için ile da olarak "
        "și în cu la pe din care sunt "
        "och att det som på är av för en "
        "yang dan di dengan untuk ini dari "
        "u je na se za su od ya v s na chto kak"
    )
    - _ENGLISH
)


# Reading and the note to the user ask about one article one after the other.
@functools.lru_cache(4)
def is_english(text: str) -> bool:
    """Tell whether `text` reads as English, from its letters and its small words.

    Parameters
    ----------
    text
        Any text; its first 20,000 characters are looked at.

    Returns
    -------
    bool
        True also for a text without letters, or with too few to tell in Latin script.
    """
    sample = text[:_SAMPLE_CHARS]
    letters, latin = _letters(sample)
    if not letters:
        return True
    if latin / letters < _MIN_LATIN:
        return False
    words = list(map(str.lower, _WORD.findall(sample)))
    english = sum(map(_ENGLISH.__contains__, words))
    other = sum(map(_OTHER.__contains__, words))
    if len(words) < _FEW_WORDS:
        return other <= english or other < 2
    kinds = len(_ENGLISH.intersection(words)), len(_SHARED.intersection(words))
    if not other and (kinds[0] >= _SOME_WORDS or (kinds[0] and kinds[1] >= 2 * _SOME_WORDS)):
        shared = sum(map(_SHARED.__contains__, words))
        return (english + shared) / len(words) >= _MIN_SHARED
    return english > other and english / len(words) >= _MIN_SHARE


def _letters(sample: str) -> tuple[int, int]:
    """Count the letters, and those that are Latin; nearly all of a text is ASCII."""
    plain = sample.encode("ascii", "ignore")
    ascii_letters = len(plain) - len(plain.translate(None, _ASCII_LETTERS))
    rest = "".join(_BEYOND_ASCII.findall(sample)) if len(plain) < len(sample) else ""
    return (
        ascii_letters + len(_LETTER.findall(rest)),
        ascii_letters + len(_LATIN.findall(rest)),
    )

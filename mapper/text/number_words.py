"""Tables for numbers in running text: words for numbers, what qualifies them, what they measure.

Everything is looked up by a token's `lower`. Hedges ("some 40") and bounds ("at least 15") stand
before a number; `AFTER_UNITS` names what a number measures when it is not a count.
"""


def _list(words: str) -> list[str]:
    return words.split()


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


_ONES = _list(
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
)
_TENS = _list("twenty thirty forty fifty sixty seventy eighty ninety")

SMALL: dict[str, int] = {word: value for value, word in enumerate(_ONES)}
SMALL |= {word: 10 * place for place, word in enumerate(_TENS, 2)}
SMALL |= {
    f"{ten}-{one}": 10 * place + value
    for place, ten in enumerate(_TENS, 2)
    for value, one in enumerate(_ONES[1:10], 1)
}
SMALL["fourty"] = 40
SCALES = {
    "dozen": 12,
    "hundred": 100,
    "thousand": 1_000,
    "million": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "mln": 1_000_000,
}

# Lowest number that the word can honestly stand for: a plural is two of its kind.
PLURALS = {
    "dozens": 24,
    "scores": 40,
    "hundreds": 200,
    "thousands": 2_000,
    "millions": 2_000_000,
    "tens": 20,
}
# Of the vague words, the lowest number again; only "a couple" and "a pair" have a best one.
VAGUE = {"several": 3, "few": 3, "couple": 2, "pair": 2, "handful": 3, "trio": 3}
VAGUE_EXACT = frozenset({"couple", "pair", "trio"})
NEEDS_ARTICLE = frozenset({"few", "couple", "pair", "handful", "trio"})

LEAST = "least"  # n or more
MOST = "most"  # n or fewer
ABOUT = "about"
ADDITIONAL = "additional"
OTHERS = "others"
PLAIN = "plain"  # belongs to the number and says nothing of its size

_LEADS = {
    LEAST: (
        "at least|at the very least|no fewer than|no less than|not fewer than|not less "
        "than|more than|over|well over|just over|slightly over|slightly more than|well more "
        "than|upwards of|upward of|in excess of|a minimum of|minimum of|minimum|far more "
        "than|much more than|greater than|above|exceeding|probably more than|north of"
    ),
    MOST: (
        "up to|as many as|as much as|at most|no more than|not more than|a maximum of|maximum of|"
        "maximum|fewer than|less than|just under|slightly less than|slightly fewer than|well under|"
        "at the most"
    ),
    ABOUT: (
        "about|some|nearly|almost|around|roughly|approximately|an estimated|estimated|close to|"
        "circa|approx|approx .|approaching|nearing|perhaps|possibly|probably|reportedly|~|≈|ca .|"
        "in the region of|something like|or so|virtually|practically"
    ),
    ADDITIONAL: (
        "another|yet another|a further|further|an additional|additional|an extra|extra|a fresh"
    ),
    OTHERS: "the other|other",
    PLAIN: "a total of|total of|altogether|a record|exactly|precisely|only|just",
}
# By the last word of the phrase: the other words before it, longest first, and what they mean.
LEADS: dict[str, list[tuple[tuple[str, ...], str]]] = {}
for _meaning, _phrases in _LEADS.items():
    for _phrase in _phrases.split("|"):
        _words = tuple(_phrase.split())
        LEADS.setdefault(_words[-1], []).append((_words[:-1], _meaning))
for _entries in LEADS.values():
    _entries.sort(key=lambda entry: -len(entry[0]))

# What the next word makes of a number; units of one kind may follow a hyphen as well.
_UNITS = {
    "distance": (
        "km kms kilometre kilometres kilometer kilometers mile miles metre metres meter meters m "
        "feet foot ft yard yards cm centimetre centimetres centimeter centimeters inch inches "
        "hectare hectares acre acres nautical square sq cubic"
    ),
    "other": (
        "mm millimetre millimetres millimeter millimeters kg kilo kilos kilogram kilograms "
        "kilogramme kilogrammes tonne tonnes ton tons litre litres liter liters barrels mw gw "
        "kw kwh megawatt megawatts gigawatts kilowatts volts kv degrees degree ° °c knots kmh "
        "mph kph km/h g grams gallons magnitude calibre caliber thirds third quarters fifths "
        "tenths times time point points thing things way ways"
    ),
    "money": (
        "dollar dollars euro euros rouble roubles ruble rubles hryvnia hryvnias hryvnya hryvnyas "
        "shekels usd eur uah rub gbp cents rupees lira dinars riyals yuan yen francs $ € £ ₽ ₴ ₪"
    ),
    "percent": "percent % percentage pct",
    "duration": (
        "second seconds minute minutes min mins hour hours hr hrs day days night nights week weeks "
        "weekend weekends fortnight month months year years decade decades century centuries "
        "hour-long day-long minute-long week-long month-long year-long winters summers"
    ),
    "storeys": "storey storeys floor floors storied storeyed",
    "age": "year-old years-old year-olds month-old months-old month-olds week-old day-old",
    "time": "a.m p.m am pm o'clock gmt utc hrs",
}
AFTER_UNITS: dict[str, str] = {
    word: unit for unit, words in _UNITS.items() for word in words.split()
}
# Only after a hyphen: "a nine-story block", but "two stories".
HYPHEN_UNITS = {
    "story": "storeys",
    "ton": "other",
    "tonne": "other",
    "foot": "distance",
    "pound": "other",
    "lb": "other",
}
# Words that may stand between a number and its unit.
BEFORE_UNIT = _set(
    "more full whole long consecutive straight further additional other entire solid different "
    "square nautical calendar working"
)
CURRENCY_SIGNS = _set("$ € £ ₽ ₴ ₪ us$ usd eur uah rub")

MONTHS = _set(
    "january february march april may june july august september october november december jan feb "
    "mar apr jun jul aug sep sept oct nov dec"
)
YEAR_LEADS = (
    _set(
        "in since until till during before after from early late mid spring summer autumn fall "
        "winter of by circa year"
    )
    | MONTHS
)
# A label and its number are a name: "School No. 12", "flight 752", "Resolution 2334".
LABELS = _set(
    "no no. nos № # number article resolution flight route highway line page chapter section "
    "type mark mk version episode phase stage level category room channel model protocol "
    "paragraph point grade boeing airbus shahed geran leopard kh su mig tu iskander fab abrams "
    "covid sputnik apollo windows hospital school station battalion brigade regiment unit post "
    "checkpoint pier berth world"
)
# "A baker of 41" is one person's age, "a cluster of 41" is a count.
PERSONS = _set(
    "man woman boy girl child baby infant toddler teen father mother grandfather grandmother "
    "son daughter brother sister uncle aunt nephew niece cousin husband wife widow bride groom "
    "nurse medic paramedic nun monk priest imam pupil student resident civilian soldier "
    "sergeant captain colonel general lieutenant guard cook clerk pilot native local veteran "
    "pensioner refugee retiree witness youth adult aide recruit conscript cadet orphan patient "
    "victim inmate detainee hostage youngster mechanic engineer architect surgeon parent friend "
    "neighbour neighbor person male female schoolgirl schoolboy postman"
)
PERSON_ENDINGS = (
    "man",
    "woman",
    "er",
    "or",
    "ist",
    "ian",
    "boy",
    "girl",
    "mother",
    "father",
    "keeper",
)
GROUP_NOUNS = _set(
    "number order cluster danger quarter chapter power matter order centre center letter "
    "letters paper barrier corner layer border river tower shower winter summer computer "
    "counter container trailer tanker cruiser bomber fighter helicopter launcher freighter "
    "reactor factor sector tractor corridor harbour door floor error terror majority minor "
    "colour garrison"
)
TOLL_NOUNS = _set(
    "toll number total count tally figure dead killed wounded injured put puts stood stands "
    "standing estimated remained remains losses casualties set fixed"
)
PEOPLE_PLURALS = _set(
    "people men women children police troops personnel dead wounded injured killed hurt"
)
NOT_PLURAL = _set(
    "was is has as its his this us thus does across plus minus versus less unless always perhaps "
    "sometimes yes kyiv's ours hers theirs towards besides"
)
DAY_WORDS = _set(
    "today tomorrow yesterday monday tuesday wednesday thursday friday saturday sunday local moscow"
)
CHANGE_WORDS = _set(
    "rose risen rise rises climbed climb climbs grew grown grow up increased increase jumped jump "
    "fell fallen dropped drop down revised raised raise went lowered corrected updated changed "
    "reduced cut decreased declined soared"
)
# After "two of": the number is part of a whole that was told before.
WHOLE_WORDS = _set("the them those whom these which its his her our their us you")
EACH_WORDS = frozenset({"each", "apiece"})
# "one" after these is a pronoun: "the last one", "no one"; before these as well: "one can".
ONE_PRONOUN_AFTER = _set(
    "no the each every any some last first next only which another every such same "
    "previous other every new big good bad right wrong loved anyone older newer"
)
ONE_PRONOUN_BEFORE = _set(
    "another by can could may might must should would cannot day way thing reason morning evening "
    "night afternoon step"
)

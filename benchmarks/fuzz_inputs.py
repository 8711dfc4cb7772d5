"""Inputs that nobody would write, made from such as somebody does: for `fuzz.py`.

In: a seed. Out: bytes for each kind of reader. The same seed makes the same inputs.
"""

import gzip
import json
import random
import zlib
from collections.abc import Callable

PLACES = "Odesa|Kyiv|the Kharkiv region|Sumy|Belgorod|southern Ukraine|Obolon|Chernihiv|Tula|Gaza"
PLACES += "|Khan Younis|Chicago|the border with Belarus|10 km north of Izium|Харків|Nowhereville"
WHO = "A Russian missile|Two drones|Ukrainian drones|The mayor|Rescuers|Moscow|250 Shaheds|An"
WHO += " explosion|Police|The Defence Ministry|A gunman|Shelling|Neither side|At least one rocket"
DID = "hit|struck|destroyed|said|killed|shot down|did not hit|would have struck|is feared to have"
DID += " killed|exchanged|wounded|denied striking|damaged|intercepted|launched at|fell on"
WHAT = "a warehouse|a residential building|the port|three people|at least 15, including 3 children"
WHAT += "|390 prisoners each|a bus|nobody|12 to 14 people|dozens|no one|an oil depot|one of four"
WHEN = "on Saturday|overnight|on 24 May 2025|last week|in 2014|at 3 a.m.|yesterday|on 31 February"
WHEN += "|between Friday and Sunday|a day earlier|on Feb. 29|on the night of May 23-24"
TAILS = "., the mayor said.|!|; he added: “It was loud.”|, killing two and wounding 7.| (Reuters)."
TAILS += (
    "|, according to Kyiv, which Moscow denies.|, he said - no: she said -|...|, and so on, etc."
)
MARKS = ["\u202e", "\u200b", "\x00", "\ufeff", "\u0301" * 40, "…", "—", "\r", "\u2028", "«", "'s"]
MARKS += [
    "\U0001f4a5",
    "İ",
    "ǅ",
    "ß",
    "\ud7ff",
    "٣",
    "²",
    "½",
    "1e999",
    "9" * 400,
    "(" * 50,
    '"' * 9,
]
MARKS += [
    "-" * 300,
    " " * 500,
    "\n\n\n",
    "**",
    "## ",
    "- ",
    "@",
    "http://a.b/c",
    "a" * 3000,
    ", " * 99,
]

TAGS = "p div span a b i h1 h2 ul li table tr td article main section script style br title head"
TAGS += " body html meta link svg math template noscript iframe form time blockquote pre header nav"
HTML = ["<!--", "-->", "<![CDATA[", "]]>", "&#x0;", "&#1114112;", "&amp", "&nbsp;", "</", "<", ">"]
HTML += ['"', "'", "<?xml version='1.0' encoding='utf-16'?>", "<meta charset=utf-7>", "=", "\x0c"]
HTML += ['<script type="application/ld+json">{"datePublished":"2025-05-24T', "<base href='x://'>"]
HTML += ['<meta property="article:published_time" content="', '<a href="javascript:x">', "<p " * 40]

YAML = [
    "---\n",
    "title: ",
    "published: ",
    ": ",
    "- ",
    "&a ",
    "*a",
    "!!python/object:os.system ",
    "|\n",
]
YAML += [
    "{",
    "[",
    "}",
    "]",
    '"',
    "'",
    "? ",
    "# ",
    "\t",
    "...\n",
    "%YAML 1.1\n",
    "<<: ",
    "2025-05-24\n",
]
YAML += [
    "source: x\n",
    "url: http://h.example/\n",
    "language: no\n",
    "id: 1\n",
    ">-\n",
    "~",
    "\\x0",
]

JSON = ["{", "}", "[", "]", '"', ":", ",", "null", "true", "NaN", "-Infinity", "1e400", "\\ud800"]
JSON += ['"text"', '"id"', '"published"', '"url"', "\\u0000", "[" * 3000, '{"a":' * 500, "9" * 5000]
JSON += ["\n", "\r\n", "\u2028", '"title": {}', '"text": []', "\\", "/"]

XML = ["<rss version='2.0'>", "<channel>", "<item>", "</item>", "<title>", "</title>", "<link>"]
XML += [
    "http://h.example/",
    "</link>",
    "<guid>",
    "<pubDate>Sat, 24 May 2025 06:40:00 GMT</pubDate>",
]
XML += ["<feed xmlns='http://www.w3.org/2005/Atom'>", "<entry>", "<link href='../a'/>", "<updated>"]
XML += [
    "<urlset>",
    "<url>",
    "<loc>",
    "</loc>",
    "<lastmod>",
    "<sitemapindex>",
    "<sitemap>",
    "xml:base='",
]
XML += [
    "<!DOCTYPE x [",
    "<!ENTITY a 'b'>",
    "]>",
    "&a;",
    "<![CDATA[",
    "]]>",
    "<a:b:c>",
    "xmlns:a=''",
]
XML += ["<?xml version='1.0' encoding='koi8-r'?>", "<news:news>", "<news:publication_date>", "&#0;"]

WARC = [
    b"WARC/1.0\r\n",
    b"WARC-Type: response\r\n",
    b"WARC-Date: 2025-05-24T06:40:00Z\r\n",
    b"\r\n",
]
WARC += [
    b"WARC-Target-URI: http://h.example/\r\n",
    b"Content-Length: ",
    b"9" * 30,
    b"-1",
    b"\r\n\r\n",
]
WARC += [b"HTTP/1.1 200 OK\r\n", b"Content-Type: text/html\r\n", b"Transfer-Encoding: chunked\r\n"]
WARC += [
    b"Content-Encoding: gzip\r\n",
    b"Content-Encoding: deflate\r\n",
    b"\x1f\x8b\x08",
    b"ffffffff\r\n",
]

Maker = Callable[[random.Random], bytes]


def sentence(chance: random.Random) -> str:
    """Make a sentence as news have them, or nearly so."""
    parts = [WHO, DID, WHAT, chance.choice(["in|near|at|outside|off|towards|"]), PLACES, WHEN]
    words = [chance.choice(part.split("|")) for part in parts if chance.random() < 0.93]
    if chance.random() < 0.15:
        chance.shuffle(words)
    return " ".join(words) + chance.choice(TAILS.split("|"))


def prose(chance: random.Random) -> str:
    """Make some paragraphs, at times the same one again and again."""
    count = chance.choice([1, 2, 5, 12, 30])
    glue = chance.choice([" ", "\n\n", "\n", "; ", ", ", " and ", "\n- ", "\n## "])
    text = glue.join(sentence(chance) for _ in range(count))
    if chance.random() < 0.05:
        text = text[: chance.randint(1, 300)] * chance.randint(2, 60)
    return text


def text(chance: random.Random) -> bytes:
    """Make prose with marks in the wrong places."""
    made = list(prose(chance))
    for _ in range(chance.choice([0, 0, 1, 3, 10, 40])):
        at = chance.randint(0, len(made))
        end = at + chance.choice([0, 0, 1, 8])
        mark = chance.choice([*MARKS, chr(chance.randrange(0xD800)), sentence(chance)])
        made[at:end] = mark
    return "".join(made).encode("utf-8", errors="replace")


def page(chance: random.Random) -> bytes:
    """Make a page of tags that do not fit."""
    parts = ["<html><head><title>T</title></head><body><article>"] if chance.random() < 0.7 else []
    tags = TAGS.split()
    for _ in range(chance.choice([3, 10, 40, 150])):
        tag = chance.choice(tags)
        parts.append(
            chance.choice([f"<{tag}>", f"</{tag}>", f"<{tag} class='card'>", sentence(chance)])
        )
        parts.append(chance.choice(HTML) if chance.random() < 0.1 else sentence(chance))
    if chance.random() < 0.04:
        parts.append(
            chance.choice(["<div>", "<b>", "<li>", "<table><tr><td>", "<a href=x>"]) * 4_000
        )
    return damaged(chance, "".join(parts).encode("utf-8", errors="replace"))


def front_matter(chance: random.Random) -> bytes:
    """Make text under front matter that is none."""
    head = "".join(chance.choice(YAML) for _ in range(chance.randint(0, 25)))
    if chance.random() < 0.03:
        head += chance.choice(["[", "{a: ", "- ", "&a [*a, "]) * 5_000
    return damaged(chance, f"---\n{head}\n---\n{prose(chance)}".encode("utf-8", errors="replace"))


def lines(chance: random.Random) -> bytes:
    """Make JSON Lines that are not quite."""
    made: list[str] = []
    for _ in range(chance.choice([1, 2, 9, 40])):
        fields: dict[str, object] = {
            "text": prose(chance),
            "id": chance.choice(["1", 1, None, [], 1e9]),
        }
        line = json.dumps(fields, ensure_ascii=chance.random() < 0.5)
        for _ in range(chance.choice([0, 0, 0, 1, 4])):
            at = chance.randint(0, len(line))
            line = line[:at] + chance.choice(JSON) + line[at + chance.choice([0, 1, 5]) :]
        made.append(line)
    return damaged(chance, "\n".join(made).encode("utf-8", errors="replace"))


def feed(chance: random.Random) -> bytes:
    """Make a feed or sitemap that nobody closed."""
    start = chance.choice(
        ["<rss version='2.0'><channel>", XML[11], "<urlset>", "<sitemapindex>", ""]
    )
    body = "".join(chance.choice(XML) for _ in range(chance.choice([5, 30, 200, 2_000])))
    data = damaged(chance, (start + body).encode("utf-8", errors="replace"))
    return gzip.compress(data, mtime=0) if chance.random() < 0.1 else data


def archive(chance: random.Random) -> bytes:
    """Make a WARC file whose records do not add up."""
    records = []
    for _ in range(chance.choice([1, 2, 6])):
        body = page(chance)
        how = chance.choice([b"", b"", b"Content-Encoding: gzip\r\n", WARC[11]])
        body = gzip.compress(body, mtime=0) if b"gzip" in how and chance.random() < 0.8 else body
        head = WARC[9] + WARC[10] + how + b"\r\n"
        size = len(head) + len(body) + chance.choice([0, 0, 0, 0, 7, -7])
        begin = b"".join(WARC[:3]) + WARC[4] + b"Content-Length: %d\r\n\r\n" % size
        record = begin + head + body + b"\r\n\r\n"
        if chance.random() < 0.3:
            at = chance.randrange(len(record))
            record = record[:at] + chance.choice(WARC) + record[at:]
        records.append(record)
    if chance.random() < 0.5:
        return damaged(chance, b"".join(gzip.compress(one, mtime=0) for one in records))
    return damaged(chance, b"".join(records))


def packed(chance: random.Random) -> bytes:
    """Make something that is packed, more or less."""
    data = bytes(chance.choice([9, 999, 3_000_000])) + text(chance)
    is_gzip = chance.random() < 0.5
    return damaged(chance, gzip.compress(data, mtime=0) if is_gzip else zlib.compress(data))


def dump(chance: random.Random) -> bytes:
    """Make a dump of GeoNames in which columns are missing and numbers are none."""
    rows = []
    for number in range(chance.choice([1, 5, 40])):
        name = chance.choice([*PLACES.split("|"), *MARKS])
        row = [str(number), name, name, f"{name},{name}", "50.45", "30.52", "P", "PPL", "UA", ""]
        row += ["12", "", "", "", "500", "", "", "Europe/Kyiv", "2025-05-24"]
        for _ in range(chance.choice([0, 0, 0, 1, 3])):
            wrong = ["", "x", "91", "-181", "nan", "1e999", "\t", "9" * 30, sentence(chance)]
            row[chance.randrange(len(row))] = chance.choice(wrong)
        rows.append("\t".join(row))
    return damaged(chance, "\n".join(rows).encode("utf-8", errors="replace"))


def damaged(chance: random.Random, data: bytes) -> bytes:
    """Cut bytes, double them, turn them round; leave most as they are."""
    made = bytearray(data)
    for _ in range(chance.choice([0, 0, 0, 1, 2, 8])):
        if not made:
            break
        at = chance.randrange(len(made))
        end = min(len(made), at + chance.choice([1, 1, 4, 60, 2_000]))
        kind = chance.randrange(5)
        if kind == 0:
            made[at] = chance.randrange(256)
        elif kind == 1:
            del made[at:end]
        elif kind == 2:
            made[at:at] = made[at:end] * chance.choice([1, 2, 30])
        elif kind == 3:
            made[at:end] = bytes(chance.randrange(256) for _ in range(end - at))
        else:
            del made[at:]
    return bytes(made[:400_000])


def smaller(data: bytes, fails: Callable[[bytes], bool], tries: int = 400) -> bytes:
    """Cut away what a failure does not need."""
    step = max(1, len(data) // 2)
    while step and tries > 0:
        at = 0
        while at < len(data) and tries > 0:
            less = data[:at] + data[at + step :]
            tries -= 1
            if less and fails(less):
                data = less
            else:
                at += step
        step //= 2
    return data

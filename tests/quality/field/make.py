#!/usr/bin/env python3
"""Write gold.json beside this file: what a careful reader takes from the files in articles/.

The articles were written for this purpose, as plain news prose of many kinds. Their outlets and
speakers are made up, and so are most of the incidents and figures: they are no source for what
has happened.
"""

import json
import pathlib

# fmt: off

def days(first, last=None):
    """Return a window of days, given as ISO dates."""
    return [first, last or first]


def inc(id, event_type, date, place, lat, lon, tol, levels, numbers=None, sources=None, **more):
    """Return an incident that must be found, or may be."""
    row = {"id": id, "event_type": event_type, "date": date, "place": place, "lat": lat, "lon": lon}
    row |= {"tolerance_km": tol, "geo_precision": levels, **more}
    if numbers:
        row["numbers"] = numbers
    if sources:
        row["sources"] = sources
    return row


def no(place, lat, lon, tol, why, event_type="*", date=None):
    """Return a place that would be wrong to show, and why."""
    row = {"event_type": event_type, "place": place, "lat": lat, "lon": lon}
    row |= {"tolerance_km": tol, "why": why}
    if date:
        row["date"] = date
    return row


TOWN, SITE, REGION = ["settlement"], ["facility", "settlement"], ["region"]
NEAR, TERRITORY = ["settlement", "area"], ["region", "settlement", "area"]
FIGHT, BOMB = ["ground_attack", "casualties"], ["strike", "ground_attack"]

incidents = [
    # 01, 02: Sumy; a fifth victim dies two days later
    inc("sumy", "strike", days("2025-04-22"), "Sumy", 50.9174, 34.7991, 12, SITE,
        {"killed": 5, "injured": 21}, 2),
    inc("okhtyrka", "strike", days("2025-04-23"), "Okhtyrka", 50.3085, 34.8947, 12, SITE,
        {"injured": 3}),
    inc("hlukhiv", "strike", days("2025-04-22", "2025-04-23"), "Hlukhiv", 51.6798, 33.9168, 12,
        TOWN, {"killed": 1}),
    # 03
    inc("dnipro", "strike", days("2025-07-05"), "Dnipro", 48.4666, 35.0407, 12, SITE,
        {"killed": 3, "injured": 26}),
    inc("synelnykove", "strike", days("2025-07-05"), "grain elevator, Synelnykove", 48.3236,
        35.5261, 12, SITE),
    inc("kherson", "strike", days("2025-07-05"), "minibus, Kherson", 46.6370, 32.6146, 12, SITE,
        {"killed": 1, "injured": 5}),
    inc("ochakiv", "strike", days("2025-07-05"), "port, Ochakiv", 46.6147, 31.5451, 12, SITE,
        {"injured": 1}),
    inc("bashtanka", "strike", days("2025-07-05"), "Bashtanka", 47.4053, 32.4343, 12, SITE),
    inc("koriukivka", "strike", days("2025-07-05"), "Koriukivka", 51.7746, 32.2475, 12, SITE,
        {"killed": 2, "injured": 6}),
    inc("lozova", "strike", days("2025-07-05"), "farm by Lozova", 48.8907, 36.3141, 15,
        SITE + ["area"], {"killed": 1, "injured": 2}),
    # 04, 05: Israel and Iran; the search in Bat Yam ends two days later
    inc("bat-yam", "strike", days("2025-06-14", "2025-06-15"), "Bat Yam", 32.0238, 34.7519, 6,
        SITE, {"killed": 9, "injured": [180, 200]}, 2),
    inc("rehovot", "strike", days("2025-06-14", "2025-06-15"), "Weizmann Institute, Rehovot",
        31.90, 34.81, 6, SITE, {"injured": 42}),
    inc("kermanshah", "strike", days("2025-06-15"), "barracks, Kermanshah", 34.3142, 47.065, 25,
        SITE + ["area"], {"killed": 4, "injured": 15}),
    inc("tabriz", "strike", days("2025-06-15"), "airport, Tabriz", 38.10, 46.26, 18, SITE,
        {"injured": 1}),
    inc("isfahan", "strike", days("2025-06-15"), "defence ministry site, Isfahan", 32.6525,
        51.6746, 25, SITE),
    inc("petah-tikva", "strike", days("2025-06-16"), "kindergarten, Petah Tikva", 32.0871,
        34.8875, 6, SITE),
    inc("beersheba", "strike", days("2025-06-17"), "Beersheba", 31.2518, 34.7913, 12, SITE,
        {"killed": 4, "injured": 9}),
    # 06
    inc("bannu", BOMB, days("2025-03-04"), "cantonment, Bannu", 32.9853, 70.6040, 15, SITE,
        {"killed": 13, "injured": 34}),
    inc("hangu", "ground_attack", days("2025-03-05"), "checkpost, Hangu", 33.5320, 71.0595, 25,
        SITE + ["region"], {"killed": 2}),
    inc("mastung", BOMB, days("2025-03-04"), "Mastung", 29.7997, 66.8455, 25,
        TOWN + ["region"], {"killed": 3, "injured": 7}),
    # 07
    inc("kantharalak", "strike", days("2025-07-24"), "petrol station, Kantharalak", 14.6406,
        104.6499, 30, SITE + ["region"], {"killed": 8, "injured": 13}),
    inc("phanom-dong-rak", "strike", days("2025-07-24"), "Phanom Dong Rak Hospital, Surin",
        14.4458, 103.3051, 60, SITE + ["region"], {"injured": 3}),
    inc("nam-yuen", "strike", days("2025-07-24", "2025-07-25"), "Nam Yuen, Ubon Ratchathani",
        14.50, 105.0, 90, TERRITORY, {"killed": 1}),
    inc("preah-vihear", "strike", days("2025-07-24", "2025-07-25"), "near Preah Vihear temple",
        14.391, 104.680, 30, SITE + ["area"], {"killed": 5}),
    inc("samraong", "strike", days("2025-07-25"), "Samraong", 14.1818, 103.5176, 15, TOWN,
        {"killed": 1, "injured": 5}),
    # 08: Nigeria, Burkina Faso, Mozambique
    inc("malumfashi", FIGHT, days("2025-08-19"), "mosque, Unguwan Mantau, Malumfashi", 11.7894,
        7.6206, 35, SITE + ["region", "area"], {"killed": 27}),
    inc("diapaga", FIGHT, days("2025-05-13", "2025-05-14"), "army base, Diapaga", 12.0729, 1.7884,
        15, SITE, {"killed": 30}),
    inc("kaya", BOMB, days("2025-05-15"), "near Kaya", 13.0883, -1.0837, 25, NEAR,
        {"killed": 6, "injured": 10}),
    inc("mocimboa", FIGHT, days("2025-09-28", "2025-09-29"), "Mocímboa da Praia", -11.3517,
        40.3516, 20, TOWN + ["district"], {"killed": 4}),
    inc("mucojo", "ground_attack", days("2025-09-27"), "Mucojo, Macomia district", -12.07, 40.46,
        50, SITE + ["region", "area"], {"killed": 5, "injured": 2}),
]

WIDE = ["country", "area", "region", "unknown"]
allowed = [
    inc("ukraine-night-0423", "interception", days("2025-04-23"), "Ukraine", 48.75, 31.7, 420,
        WIDE, level_required=True, unlocated_ok=True, many=True),
    inc("ukraine-night-0705", ["interception", "strike", "casualties"], days("2025-07-05"),
        "Ukraine", 48.75, 31.7, 420, WIDE, level_required=True, unlocated_ok=True, many=True),
    inc("iran-june", "strike", days("2025-06-15"), "Iran", 32.4, 53.7, 500, WIDE,
        level_required=True),
    inc("bannu-attackers", FIGHT, days("2025-03-04"), "cantonment, Bannu", 32.9853, 70.6040, 15,
        []),
    inc("thai-border", ["strike", "ground_attack"], days("2025-07-24", "2025-07-25"),
        "border of Thailand and Cambodia", 14.2, 103.5, 200, ["border", "area", "region"],
        level_required=True, many=True),
    inc("malumfashi-ambush", FIGHT, days("2025-08-16", "2025-08-18"), "Malumfashi", 11.7894,
        7.6206, 120, []),
    inc("mocimboa-september", FIGHT, days("2025-09-01", "2025-09-28"), "Mocímboa da Praia",
        -11.3517, 40.3516, 15, []),
]

forbidden = [
    # 01, 02
    no("Ukraine since 2022", 48.8, 31.6, 300, "a total since the invasion",
        event_type="casualties", date=days("2022-02-01", "2025-04-20")),
    no("Moscow", 55.75, 37.62, 40, "stands for the government"),
    # 03
    no("Mykolaiv", 46.9659, 31.9974, 15, "an oblast's heading", date=days("2025-07-05")),
    no("Chernihiv", 51.5054, 31.2866, 20, "an oblast's heading", date=days("2025-07-05")),
    no("Kharkiv", 49.9818, 36.2548, 20, "an oblast's heading", date=days("2025-07-05")),
    no("Kyiv", 50.4547, 30.5238, 25, "an outlet's name"),
    # 04, 05
    no("Tel Aviv", 32.0809, 34.7806, 4, "near it is the place that was hit",
        date=days("2025-06-14", "2025-06-17")),
    # 06
    no("Quetta", 30.1841, 67.0014, 12, "where reporters were told"),
    no("Kabul", 34.5281, 69.1723, 40, "background", date=days("2021-01-01", "2025-03-31")),
    # 07
    no("Bangkok", 13.754, 100.5014, 30, "a ministry's seat"),
    no("New York", 40.7143, -74.006, 60, "a meeting that was due"),
    # 08
    no("Abuja", 9.0579, 7.4951, 30, "an outlet's name"),
    no("Ouagadougou", 12.3657, -1.5339, 25, "a dateline; a coup recalled from 2022"),
    no("Cabo Delgado since 2017", -12.3, 39.6, 250, "a total of years", event_type="casualties",
        date=days("2017-10-01", "2025-09-20")),
]

gold = {"name": "field", "incidents": incidents, "allowed": allowed, "forbidden": forbidden}
out = pathlib.Path(__file__).with_name("gold.json")
out.write_text(json.dumps(gold, indent=1) + "\n", encoding="utf-8")
print(len(incidents), "incidents")

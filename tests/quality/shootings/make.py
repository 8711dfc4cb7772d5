#!/usr/bin/env python3
"""Write gold.json beside this file: what a careful reader takes from the files in articles/.

The articles were written for this purpose. Towns are real; outlets, people, incidents and figures
are made up. They are read with the bundled lexicon `gun_violence`.
"""

import json
import pathlib

# fmt: off

def day(text):
    """Return a window of one day, given as an ISO date."""
    return [text, text]


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


TOWN, SITE = ["settlement"], ["facility", "settlement"]
SHOT, POLICE = ["shooting"], ["police_shooting"]

incidents = [
    # 01, 02: the toll rises
    inc("shreveport", SHOT, day("2024-08-11"), "nightclub, Shreveport", 32.5252, -93.7502, 15, SITE,
        {"killed": 3, "injured": [2, 3]}, 2),
    # 03: one round-up, four shootings and a sum
    inc("toledo", SHOT, day("2024-06-14"), "gas station, Toledo", 41.6639, -83.5552, 8, SITE,
        {"injured": 1}, level_required=True),
    inc("oregon", SHOT, day("2024-06-15"), "Oregon, Ohio", 41.6437, -83.4869, 5, TOWN,
        {"injured": 2}),
    inc("maumee", SHOT, day("2024-06-15"), "Maumee", 41.5628, -83.6538, 5, TOWN,
        {"killed": 1, "injured": 1}),
    inc("perrysburg", SHOT, day("2024-06-16"), "park, Perrysburg", 41.557, -83.6272, 5, SITE,
        {"injured": 2}),
    # 04
    inc("pueblo", POLICE, day("2024-10-02"), "motel, Pueblo", 38.2545, -104.6091, 12, SITE,
        {"killed": 1}),
    # 05
    inc("meridian", ["murder_suicide"], day("2024-03-13"), "home, Meridian", 43.6121, -116.3915, 10,
        SITE, {"killed": 3}),
    # 06
    inc("macon", ["accidental_shooting"], day("2024-01-20"), "apartment, Macon", 32.8407, -83.6324,
        12, SITE, {"killed": 1}),
    # 07: two lines of one file
    inc("stockton", SHOT, day("2024-09-04"), "warehouse, Stockton", 37.9577, -121.2908, 12, SITE,
        {"killed": 4, "injured": 2}, 2),
    # 09
    inc("hereford", SHOT, day("2024-11-19"), "Hereford", 34.8151, -102.3977, 12, TOWN),
    # 10
    inc("durham", SHOT, day("2024-07-29"), "Durham", 35.994, -78.8986, 12, SITE,
        {"killed": 1, "injured": 2}),
    inc("raleigh", SHOT, day("2024-07-29"), "convenience store, Raleigh", 35.7721, -78.6386, 12,
        SITE, {"injured": 1}),
    # 11, 12: the number of wounded is corrected
    inc("lansing", SHOT, day("2024-12-07"), "mall, Lansing", 42.7325, -84.5555, 12, SITE,
        {"killed": 1, "injured": [3, 4]}, 2),
    inc("grand-ledge", POLICE, day("2024-12-08"), "Grand Ledge", 42.7534, -84.7464, 8, TOWN,
        {"injured": 1}),
]

allowed = [
    # 03: the sum of the weekend; 07: police shoot the gunman
    inc("toledo-area", "*", ["2024-06-14", "2024-06-17"], "Toledo area", 41.6639, -83.5552, 30,
        ["area", "region", "settlement"]),
    inc("stockton-police", POLICE, day("2024-09-04"), "Stockton", 37.9577, -121.2908, 12, SITE),
]

forbidden = [
    no("Bossier City", 32.516, -93.7321, 1.5, "where the suspect comes from"),
    no("Boise", 43.6135, -116.2035, 8, "only describes where Meridian is"),
    no("Warner Robins", 32.6209, -83.6, 8, "two years before"),
    no("Modesto", 37.6391, -120.9969, 12, "the hospital's town"),
    no("Lodi", 38.1302, -121.2724, 10, "where the gunman lived"),
    no("Stockton in 1989", 37.9577, -121.2908, 12, "history", date=day("1989-01-17")),
    no("Duluth", 46.7833, -92.1066, 12, "a hoax"),
    no("Bemidji", 47.4736, -94.8803, 12, "a hoax"),
    no("Hibbing", 47.4272, -92.9377, 12, "a hoax"),
    no("Superior", 46.7208, -92.1041, 6, "a hoax"),
    no("Cloquet", 46.7216, -92.4594, 12, "a threat, and in March"),
    no("Amarillo", 35.222, -101.8313, 15, "a sentence for a shooting of 2019"),
    no("Canyon", 34.9803, -101.9188, 10, "where the man lives"),
    no("Flint", 43.0125, -83.6875, 12, "where the pistol was stolen"),
    no("East Lansing", 42.737, -84.4839, 3, "where the accused lives"),
]

gold = {"name": "shootings", "incidents": incidents, "allowed": allowed, "forbidden": forbidden}
path = pathlib.Path(__file__).with_name("gold.json")
path.write_text(json.dumps(gold, indent=1) + "\n", encoding="utf-8")

#!/usr/bin/env python3
"""Write gold.json beside this file: what a careful reader takes from the files in articles/.

The articles were written for this purpose. Their outlets and speakers are made up, and so are
most of the incidents and figures: they are no source for what has happened.
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
AREA, FIGHT = ["casualties", "strike"], ["ground_attack", "casualties"]
FRONT = ["casualties", "strike", "ground_attack"]

incidents = [
    # 01, 02: one Tuesday in Cauca and the Valle; the toll of one town rises
    inc("cali-melendez", "strike", days("2025-06-10"), "Meléndez, Cali", 3.376, -76.542, 10,
        ["district"], {"killed": 2, "injured": 12}, 2),
    inc("corinto", "strike", days("2025-06-10"), "town hall, Corinto", 3.173, -76.2628, 12, SITE,
        {"killed": 3, "injured": 12}, 2),
    inc("caloto", "ground_attack", days("2025-06-10"), "police post, Caloto", 3.0359, -76.4079,
        12, SITE),
    inc("southwest-colombia", AREA, days("2025-06-10"), "southwest of Colombia", 2.9, -76.8, 260,
        ["area", "region"], {"killed": 7, "injured": 50}, level_required=True),
    inc("tibu", "ground_attack", days("2025-06-11"), "outside Tibú", 8.639, -72.7358, 20, NEAR,
        {"killed": 6}),
    # 03, 04: one night on the Durand Line, told by an agency and a mission
    inc("spin-boldak", FRONT, days("2025-10-15"), "Spin Boldak", 30.97, 66.42, 20,
        NEAR + ["border"], {"killed": [15, 17], "injured": [100, 346]}, 2),
    inc("kurram", ["ground_attack", "strike"], days("2025-10-14", "2025-10-15"), "Kurram", 33.75,
        70.15, 60, TERRITORY + ["border"]),
    inc("kabul", "strike", days("2025-10-15"), "Kabul", 34.5281, 69.1723, 15, TOWN + ["district"],
        {"killed": 5, "injured": [35, 37]}, 2),
    inc("bannu", "ground_attack", days("2025-10-15"), "road from Bannu to Miranshah", 32.99,
        70.38, 45, NEAR + ["region"], {"killed": 3}),
    # 05
    inc("petah-tikva", "strike", days("2025-06-15", "2025-06-16"), "Petah Tikva", 32.0871,
        34.8875, 6, SITE, {"killed": 4}),
    inc("haifa", "strike", days("2025-06-15", "2025-06-16"), "refinery, Haifa", 32.81, 35.02, 12,
        SITE, {"killed": 3}),
    inc("bnei-brak", "strike", days("2025-06-15", "2025-06-16"), "Bnei Brak", 32.0807, 34.8338, 4,
        SITE, {"killed": 1}),
    inc("kermanshah", "strike", days("2025-06-15", "2025-06-16"), "hospital, Kermanshah", 34.3142,
        47.065, 15, SITE),
    inc("tabriz", "strike", days("2025-06-15", "2025-06-16"), "missile base outside Tabriz",
        38.08, 46.2919, 25, SITE + ["area"]),
    inc("tehran", "strike", days("2025-06-16"), "state broadcaster, Tehran", 35.74, 51.41, 15,
        SITE + ["district"]),
    inc("israel-night", AREA, days("2025-06-15", "2025-06-16"), "Israel", 31.6, 34.9, 160,
        ["country", "area"], {"killed": 8}, level_required=True),
    # 06
    inc("khan-younis", "prisoner_swap", days("2025-02-15"), "Khan Younis", 31.3402, 34.3063, 12,
        SITE, {"prisoners.ISR": 3, "prisoners.PSE": 369}),
    inc("ramallah", "prisoner_swap", days("2025-02-15"), "Ramallah", 31.8996, 35.2042, 15, SITE),
    inc("rafah", "strike", days("2025-02-16"), "east of Rafah", 31.295, 34.275, 8, NEAR,
        {"killed": 3}),
    inc("nablus", FIGHT, days("2025-02-14"), "Nablus", 32.2211, 35.2544, 10, TOWN, {"killed": 1}),
    # 07
    inc("mocimboa", "ground_attack", days("2025-09-22", "2025-09-23"), "Mocímboa da Praia",
        -11.3517, 40.3516, 15, TOWN + ["district"], {"killed": 4}),
    inc("balama", "ground_attack", days("2025-09-25"), "near Balama", -13.3486, 38.5686, 25, NEAR,
        {"killed": 2, "injured": 5}),
    inc("memba", "ground_attack", days("2025-09-28"), "Memba district, Nampula", -14.15, 40.3, 55,
        TERRITORY, {"killed": 7}),
    inc("mozambique-week", "casualties", days("2025-09-22", "2025-09-29"),
        "Cabo Delgado and Nampula", -13.2, 39.6, 260, ["area", "region", "country"],
        {"killed": 19}),
    # 08, 09, 10: one night on both sides; the third report bears no date
    inc("pavlohrad", "strike", days("2026-02-02", "2026-02-03"), "Pavlohrad", 48.5321, 35.8688,
        12, SITE, {"killed": [2, 3], "injured": [13, 15]}, 2),
    inc("pokrovske", "strike", days("2026-02-02", "2026-02-03"), "Pokrovske", 47.9813, 36.2345,
        15, SITE, {"killed": 1}, 2),
    inc("mezhova", "strike", days("2026-02-02", "2026-02-03"), "Mezhova", 48.2542, 36.7318, 15,
        TOWN),
    inc("marhanets", "strike", days("2026-02-02", "2026-02-03"), "Marhanets", 47.6309, 34.6245,
        12, SITE, {"injured": 4}),
    inc("kryvyi-rih", ["strike", "interception"], days("2026-02-02", "2026-02-03"),
        "near Kryvyi Rih", 47.9057, 33.394, 30, NEAR),
    inc("dnipropetrovsk", "interception", days("2026-02-02", "2026-02-03"),
        "Dnipropetrovsk region", 48.3, 35.0, 120, REGION),
    inc("slavyansk", "strike", days("2026-02-03"), "refinery, Slavyansk-na-Kubani", 45.2515,
        38.1213, 15, SITE, {"injured": 1}),
    inc("anapa", "strike", days("2026-02-03"), "Anapa", 44.895, 37.3162, 15, SITE),
    inc("krasnodar", "interception", days("2026-02-03"), "Krasnodar Territory", 45.3, 39.4, 150,
        REGION),
    inc("rostov", "interception", days("2026-02-03"), "Rostov Region", 47.7, 41.1, 160, REGION),
    inc("azov", "interception", days("2026-02-03"), "Sea of Azov", 46.1, 36.7, 130, ["area",
        "region"]),
    inc("exchange-150", "prisoner_swap", days("2026-02-02"), "not said", 51.5, 30.0, 700, [],
        {"prisoners.RUS": 150, "prisoners.UKR": 150}, 2, unlocated_ok=True),
    # 11
    inc("abu-salim", "ground_attack", days("2025-05-12", "2025-05-13"), "Abu Salim, Tripoli",
        32.85, 13.175, 8, ["district"], {"killed": 6, "injured": 11}),
    inc("suq-al-jumaa", ["ground_attack", "strike"], days("2025-05-13", "2025-05-14"),
        "Suq al-Jumaa, Tripoli", 32.893, 13.235, 8, ["district"], {"killed": 14}),
    # 12
    inc("zakho", "strike", days("2025-07-16"), "oil field near Zakho", 37.1487, 42.6859, 30,
        SITE + ["area"]),
    inc("ain-sifni", "strike", days("2025-07-16"), "oil field, Ain Sifni", 36.696, 43.352, 20,
        SITE),
    inc("sarsang", "strike", days("2025-07-15"), "oil field, Sarsang, Duhok province", 37.04,
        43.3, 40, SITE + ["region"], {"injured": 2}),
    inc("erbil-airport", "interception", days("2025-07-14"), "airport, Erbil", 36.22, 43.98, 12,
        SITE + ["area"]),
    inc("amedi", "strike", days("2025-07-13"), "near Amedi", 37.0921, 43.4877, 20, NEAR,
        {"killed": 1, "injured": 2}),
    # 13
    inc("merawi", "strike", days("2025-10-09"), "near Merawi", 11.4167, 37.1667, 20,
        SITE + ["area"], {"killed": 16, "injured": 22}),
    inc("debre-markos", "ground_attack", days("2025-10-14"), "police post, Debre Markos", 10.35,
        37.7333, 15, SITE, {"killed": 5}),
    inc("nefas-mewcha", "strike", days("2025-10-17"), "health centre, Nefas Mewcha", 11.7333,
        38.4667, 15, SITE, {"killed": 2}),
    # 14
    inc("kantharalak", "strike", days("2025-07-24"), "filling station, Kantharalak", 14.6406,
        104.6499, 25, SITE, {"killed": 8, "injured": 13}, 2),
    inc("preah-vihear", "strike", days("2025-07-24"), "near the temple of Preah Vihear", 14.39,
        104.68, 20, SITE + ["area"], {"killed": 1, "injured": 4}),
    inc("phanom-dong-rak", "strike", days("2025-07-24"), "hospital, Phanom Dong Rak", 14.4458,
        103.3051, 20, SITE),
    inc("nam-yuen", "strike", days("2025-07-25"), "Nam Yuen district", 14.48, 105.02, 30,
        TERRITORY + ["facility"], {"killed": 1}),
    inc("trat", "ground_attack", days("2025-07-26"), "Trat province", 12.3, 102.6, 60, TERRITORY),
    inc("malakal", "ground_attack", days("2025-09-04"), "White Nile, 30 km south of Malakal",
        9.35, 31.6, 40, NEAR, {"killed": 1, "injured": 3}),
    inc("nasir", "strike", days("2025-09-03"), "market, Nasir", 8.6, 33.07, 20, SITE,
        {"killed": 9}),
    inc("warrap", FIGHT, days("2025-08-31", "2025-09-02"), "Warrap State", 8.0, 28.8, 130,
        TERRITORY, {"killed": 24}),
]

NIGHT = days("2026-02-02", "2026-02-03")
allowed = [
    inc("cali", "strike", days("2025-06-10"), "other quarters of Cali", 3.4305, -76.5199, 15, [],
        many=True),
    inc("el-bordo", ["strike", "ground_attack"], days("2025-06-10"), "El Bordo", 2.117, -76.9821,
        20, []),
    inc("cauca-valle", ["strike", "ground_attack"], days("2025-06-10"),
        "Cauca and Valle del Cauca", 3.0, -76.6, 170, ["region", "area"], level_required=True,
        many=True),
    inc("bogota-senator", FRONT, days("2025-06-07"), "Bogotá", 4.61, -74.08, 30, []),
    inc("spin-boldak-more", FRONT, days("2025-10-15"), "Spin Boldak or Chaman", 30.97, 66.42, 20,
        [], many=True),
    inc("durand-line", FRONT, days("2025-10-14", "2025-10-15"), "the border", 32.0, 68.5, 450,
        ["border", "area"], level_required=True),
    inc("kabul-more", "strike", days("2025-10-15"), "Taimani, Kabul", 34.55, 69.15, 12, []),
    inc("iran-munitions", "strike", days("2025-06-15", "2025-06-16"), "Iran", 32.4, 53.7, 700,
        ["country", "area"], level_required=True),
    inc("israel-missiles", "strike", days("2025-06-15", "2025-06-16"), "Israel", 31.6, 34.9, 160,
        ["country", "area"], level_required=True),
    inc("iran-since-friday", "casualties", days("2025-06-13", "2025-06-16"), "Iran", 32.4, 53.7,
        700, ["country", "area"], level_required=True),
    inc("israel-since-friday", "casualties", days("2025-06-13", "2025-06-16"), "Israel", 31.6,
        34.9, 160, ["country", "area"], level_required=True),
    inc("tulkarm", "ground_attack", days("2025-01-20", "2025-02-16"), "Tulkarm", 32.3116, 35.0269,
        10, []),
    inc("deported", "prisoner_swap", days("2025-02-15"), "Egypt", 27.0, 30.0, 500, ["country"],
        level_required=True),
    inc("gaza-exchange", "prisoner_swap", days("2025-02-15"), "Gaza, in general", 31.42, 34.37,
        25, []),
    inc("nikopol", "strike", NIGHT, "Nikopol", 47.5683, 34.3913, 12, []),
    inc("nikopol-district", "strike", NIGHT, "Nikopol district", 47.6, 34.4, 40, ["region",
        "area"], level_required=True),
    inc("pokrov", "strike", NIGHT, "Pokrov", 47.6536, 34.1149, 12, []),
    inc("synelnykove-district", "strike", NIGHT, "Synelnykove district", 48.2, 36.0, 70,
        ["region", "area"], level_required=True),
    inc("dnipropetrovsk-january", "casualties", days("2026-01-01", "2026-01-31"),
        "Dnipropetrovsk region", 48.4, 35.0, 120, []),
    inc("pavlohrad-undated", "strike", NIGHT, "Pavlohrad, told without a date", 48.5321, 35.8688,
        12, [], undated_ok=True),
    inc("pokrovske-undated", "strike", NIGHT, "Pokrovske, told without a date", 47.9813, 36.2345,
        15, [], undated_ok=True),
    inc("taganrog", "strike", days("2026-02-03"), "power line near Taganrog", 47.2363, 38.9053,
        20, []),
    inc("russia-58-drones", "interception", days("2026-02-03"), "Russia", 58.0, 70.0, 3500,
        ["country", "area"], level_required=True),
    inc("belarus-care", "prisoner_swap", days("2026-02-02", "2026-02-03"), "Belarus", 53.7, 28.0,
        300, [], undated_ok=True),
    inc("exchange-undated", "prisoner_swap", days("2026-02-02"), "told without a date", 51.5,
        30.0, 700, [], unlocated_ok=True, undated_ok=True),
    inc("tripoli", ["ground_attack", "strike", "casualties"], days("2025-05-12", "2025-05-14"),
        "Tripoli", 32.8874, 13.1873, 12, [], many=True),
    inc("kirkuk-june", "strike", days("2025-06-30"), "airport, Kirkuk", 35.4681, 44.3922, 15, []),
    inc("kurdistan", "strike", days("2025-07-14", "2025-07-16"), "Iraqi Kurdistan", 36.3, 44.2,
        130, ["region", "area"], level_required=True),
    inc("amhara-period", "casualties", days("2025-08-01", "2025-10-31"), "Amhara", 11.5, 38.0,
        170, ["region"]),
    inc("border-since-thursday", ["casualties", "strike", "ground_attack"], days("2025-07-24",
        "2025-07-26"), "the border", 14.3, 103.5, 350, ["area", "border", "country"],
        level_required=True, many=True),
    inc("nasir-march", "ground_attack", days("2025-03-01", "2025-03-31"), "Nasir", 8.6, 33.07, 20,
        []),
]

IRAN_DAYS = days("2025-06-13", "2025-06-17")
forbidden = [
    # 01, 02
    no("Buenaventura", 3.8801, -77.0312, 30, "a fear; a parcel of clothes"),
    no("Popayán", 2.4382, -76.6132, 15, "a rumour"),
    no("Palmira", 3.5394, -76.3036, 8, "a surname"),
    no("Armenia, Colombia", 4.5366, -75.6726, 30, "a first name"),
    no("Armenia", 40.2, 45.0, 150, "a first name"),
    no("Bogotá", 4.6097, -74.0818, 30, "a dateline; where a match is moved",
        date=days("2025-06-09", "2025-06-13")),
    no("Santa Marta", 11.2386, -74.1943, 30, "a visit that is planned"),
    no("Havana", 23.1195, -82.3785, 30, "where talks are held on and off"),
    no("Washington", 38.895, -77.0364, 60, "stands for the government"),
    no("London", 51.5085, -0.1257, 60, "stands for the government; where oil is traded"),
    no("Venezuela", 7.5, -66.0, 500, "a border that is near"),
    # 03, 04
    no("Peshawar", 34.008, 71.5785, 20, "a dateline, and recalled from 2014"),
    no("Torkham", 34.128, 71.093, 12, "no firing"),
    no("Parachinar", 33.8997, 70.1001, 3, "where officials sit", event_type="casualties"),
    no("Gwadar", 25.12, 62.32, 40, "where money was spent"),
    no("Doha", 25.2855, 51.531, 40, "talks that are planned"),
    no("Islamabad", 33.7215, 73.0433, 20, "stands for the government"),
    no("Jalalabad", 34.4265, 70.4515, 20, "an allegation that proved unfounded"),
    no("Khost", 33.3395, 69.9204, 20, "could not be confirmed"),
    no("Paktika", 32.5, 68.9, 60, "could not be confirmed"),
    no("Herat", 34.3482, 62.1997, 40, "a surname"),
    no("Logar", 34.0, 69.2, 30, "a surname"),
    no("Kandahar city", 31.6133, 65.7101, 15, "where no firing was heard; a driver's home"),
    no("cross-border incidents of 2024", 32.0, 68.5, 500, "a total of months",
        event_type="casualties", date=days("2024-10-01", "2024-12-31")),
    # 05
    no("Tel Aviv", 32.0809, 34.7806, 3, "a direction, a threat"),
    no("Ben Gurion airport", 31.995, 34.887, 5, "false"),
    no("Natanz", 33.5112, 51.9181, 25, "no further damage"),
    no("Fordo", 34.885, 50.996, 20, "no damage"),
    no("Isfahan", 32.6525, 51.6746, 25, "a related link"),
    no("Muscat", 23.5841, 58.4078, 40, "talks that were called off"),
    no("Strait of Hormuz", 26.6, 56.3, 80, "a threat"),
    no("Beersheba", 31.2518, 34.7913, 20, "a related link"),
    no("Damascus", 33.5102, 36.2913, 20, "a related link", date=IRAN_DAYS),
    no("Baghdad", 33.3406, 44.4009, 30, "a related link; a government"),
    no("Jerusalem", 31.769, 35.2163, 12, "where a reporter sits; a portrait"),
    # 06
    no("Nir Oz", 31.31, 34.402, 5, "recalled from 2023"),
    no("Ashdod", 31.7921, 34.6497, 15, "where bombs were unloaded"),
    no("Eilat", 29.5581, 34.9482, 20, "a surname"),
    no("Cairo", 30.0626, 31.2497, 30, "stands for the government"),
    no("Tel Aviv square", 32.0809, 34.7806, 10, "where families gather", date=days("2025-02-13",
        "2025-02-17")),
    # 07
    no("Macomia", -12.2467, 40.1208, 25, "no incidents"),
    no("Pemba", -12.974, 40.5178, 20, "denied"),
    no("Mueda", -11.6628, 39.5506, 25, "where displaced people went"),
    no("Palma", -10.77, 40.475, 20, "where displaced people went"),
    no("Palma de Mallorca", 39.5694, 2.6502, 40, "the wrong Palma"),
    no("Nacala", -14.5626, 40.6854, 15, "an attack that is expected"),
    no("Mocímboa, 2020", -11.3517, 40.3516, 20, "recalled as history", date=days("2020-08-01",
        "2021-08-31")),
    no("Kigali", -1.95, 30.06, 30, "stands for the government"),
    # 08, 09, 10
    no("Dnipro", 48.4666, 35.0407, 15, "a gas cylinder; a hospital", event_type=FRONT),
    no("Kharkiv", 49.9818, 36.2528, 25, "a surname"),
    no("Odesa", 46.4775, 30.7326, 25, "a surname"),
    no("Bakhmut", 48.595, 38.0, 15, "where a family came from"),
    no("Pokrovsk", 48.2801, 37.1771, 15, "the wrong Pokrovsk"),
    no("Kyiv", 50.4547, 30.5238, 25, "where fragments are examined; a government"),
    no("Obukhivka", 48.545, 34.862, 5, "a plan"),
    no("Novorossiysk", 44.7319, 37.7618, 20, "not attacked"),
    no("Tuapse", 44.1008, 39.0833, 20, "a related link"),
    no("Kropotkin", 45.4372, 40.5704, 20, "a related link"),
    no("Maykop", 44.6079, 40.1024, 20, "a storm"),
    no("Perm", 58.0105, 56.2502, 60, "where guests came from"),
    no("Sochi", 43.6, 39.73, 25, "a menu, the weather"),
    no("Moscow", 55.75, 37.62, 40, "where the freed will go"),
    no("Slavyansk, 2024", 45.2515, 38.1213, 20, "a total of a year", date=days("2024-01-01",
        "2024-12-31")),
    no("Sloviansk", 48.8497, 37.5974, 15, "the wrong Slavyansk"),
    # 11
    no("Tripoli, Lebanon", 34.4367, 35.8497, 20, "the wrong Tripoli"),
    no("Misrata", 32.3754, 15.0925, 25, "where aircraft were moved"),
    no("Zawiya", 32.7571, 12.7276, 15, "nobody marched; a surname"),
    no("Zuwara", 32.9312, 12.082, 20, "a smuggler's boat"),
    no("Benghazi", 32.1149, 20.0686, 30, "stands for a camp"),
    no("Sirte", 31.2089, 16.5887, 30, "a first name"),
    no("Tripoli, 2019", 32.8874, 13.1873, 40, "recalled as history", date=days("2019-04-01",
        "2020-06-30")),
    # 12
    no("Dibis", 35.6748, 44.0707, 15, "where drones took off"),
    no("Sulaymaniyah", 35.565, 45.4329, 25, "a ceremony"),
    no("Houston", 29.7633, -95.3633, 60, "where oil is traded"),
    no("Dallas", 32.7831, -96.8067, 60, "a first name"),
    no("Al-Kut", 32.5128, 45.8182, 25, "a crowd at a stadium"),
    no("Ankara", 39.92, 32.85, 40, "stands for the government"),
    no("Turkey and the PKK", 39.0, 38.0, 500, "a total of decades", event_type="casualties"),
    # 13
    no("Gondar", 12.6, 37.4667, 20, "no evidence"),
    no("Lalibela", 12.0319, 39.0476, 20, "a fear; recalled from 2023"),
    no("Merawi, 2024", 11.4167, 37.1667, 20, "recalled as history", date=days("2024-01-01",
        "2024-01-31")),
    no("Dessie", 11.1333, 39.6333, 15, "workers taken in August", event_type=["strike",
        "casualties"]),
    no("Pretoria", -25.7449, 28.1878, 40, "talks recalled from 2022"),
    no("Addis Ababa", 9.025, 38.7469, 25, "where a deputy spoke"),
    no("Axum", 14.1211, 38.7234, 20, "a first name"),
    # 14
    no("Buriram", 14.9943, 103.1039, 25, "denied; a shelter"),
    no("Putrajaya", 2.9353, 101.6911, 30, "talks that are proposed"),
    no("Bangkok", 13.7563, 100.5018, 40, "stands for the government"),
    no("Phnom Penh", 11.5625, 104.916, 30, "stands for the government"),
    no("Preah Vihear, 2011", 14.39, 104.68, 30, "recalled as history", date=days("2011-01-01",
        "2011-12-31")),
    no("Nairobi", -1.2833, 36.8167, 40, "a meeting put off"),
    no("Juba", 4.8517, 31.5825, 25, "stands for the government; a team"),
    no("Wau", 7.7011, 27.9897, 15, "a team"),
]

gold = {"name": "unseen", "incidents": incidents, "allowed": allowed, "forbidden": forbidden}
out = pathlib.Path(__file__).with_name("gold.json")
out.write_text(json.dumps(gold, indent=1) + "\n", encoding="utf-8")
print(len(incidents), "incidents")

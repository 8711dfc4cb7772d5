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

incidents = [
    # 01, 02: eastern Congo; the later report raises one toll and adds injured to another
    inc("walikale", FIGHT, days("2025-03-10", "2025-03-11"), "Walikale", -1.4263, 28.0697, 20,
        TOWN, {"killed": 23}, 2),
    inc("minova", "strike", days("2025-03-11"), "market, Minova", -1.7081, 29.0211, 15, SITE,
        {"killed": 3, "injured": 7}, 2),
    inc("djugu", "ground_attack", days("2025-03-10"), "near Djugu, Ituri", 1.9193, 30.5026, 45,
        SITE + ["area", "region"], {"killed": 11, "injured": 6}, 2),
    inc("lubero", "ground_attack", days("2025-03-12"), "Lubero territory", -0.2, 29.15, 70,
        TERRITORY, {"killed": 9}),
    inc("baraka", "ground_attack", days("2025-03-14"), "health centre, Baraka, Fizi", -4.1041,
        29.0942, 15, SITE, {"killed": 1, "injured": 2}),
    inc("east-congo-week", "casualties", days("2025-03-10", "2025-03-16"),
        "North Kivu, South Kivu and Ituri", -1.0, 29.0, 320, ["area", "region", "country"],
        {"killed": 58}),
    # 03, 04: Kashmir; the toll of Poonch rises a day later
    inc("poonch", "strike", days("2025-05-08", "2025-05-09"), "Poonch", 33.7703, 74.0925, 15,
        SITE, {"killed": 6, "injured": [14, 20]}, 2),
    inc("uri", "strike", days("2025-05-09"), "Uri", 34.086, 74.032, 12, TOWN, {"killed": 1}),
    inc("kotli", "strike", days("2025-05-09"), "Kotli", 33.5184, 73.9022, 15, TOWN,
        {"killed": 3}),
    inc("rawalpindi", "strike", days("2025-05-08"), "by the cricket stadium, Rawalpindi", 33.62,
        73.06, 15, SITE, {"injured": 2}),
    inc("jammu", "interception", days("2025-05-08"), "Jammu", 32.7353, 74.8617, 15, TOWN),
    inc("rajouri", "strike", days("2025-05-09"), "Rajouri", 33.3779, 74.3153, 15, SITE,
        {"killed": 1, "injured": 3}),
    inc("ferozepur", "strike", days("2025-05-09"), "Ferozepur", 30.9257, 74.6131, 15, TOWN,
        {"injured": 3}),
    # 05, 06, 13: one night told by Moscow, by a channel and by an administration without a date
    inc("starokostiantyniv", "strike", days("2025-11-06"), "Starokostiantyniv", 49.7552, 27.2123,
        15, SITE, {"injured": 2}, 2),
    inc("konotop", "strike", days("2025-11-06"), "Konotop", 51.2325, 33.2004, 15, SITE, None, 2),
    inc("zaporizhzhia-shevchenkivskyi", "strike", days("2025-11-05", "2025-11-06"),
        "Shevchenkivskyi district, Zaporizhzhia", 47.85, 35.20, 10, ["district"], {"killed": 1,
        "injured": [9, 10]}, 2),
    inc("saratov-refinery", "strike", days("2025-11-06"), "Saratov", 51.54, 45.99, 25, SITE),
    inc("rossosh", "strike", days("2025-11-06"), "Rossosh, Voronezh region", 50.1965, 39.5663, 20,
        TOWN, {"injured": 1}),
    inc("bryansk", "interception", days("2025-11-06"), "Bryansk region", 53.0, 33.4, 120, REGION),
    inc("voronezh", "interception", days("2025-11-06"), "Voronezh region", 51.1, 39.9, 150,
        REGION),
    inc("saratov", "interception", days("2025-11-06"), "Saratov region", 51.6, 46.8, 200, REGION),
    inc("crimea", "interception", days("2025-11-06"), "Crimea", 45.3, 34.4, 110, REGION),
    inc("black-sea", "interception", days("2025-11-06"), "Black Sea", 43.8, 34.0, 450, ["area",
        "region"], level_required=True),
    # 07
    inc("sweida", "ground_attack", days("2025-08-03"), "west of Sweida", 32.709, 36.53, 20, NEAR,
        {"killed": 4, "injured": 7}),
    inc("izraa", "strike", days("2025-08-03", "2025-08-04"), "barracks near Izraa", 32.8671,
        36.2507, 15, SITE + ["area"]),
    inc("manbij", "strike", days("2025-08-02"), "outside Manbij", 36.5282, 37.955, 20, NEAR,
        {"injured": 7}),
    inc("busayrah", "ground_attack", days("2025-07-31"), "near Al-Busayrah", 35.1562, 40.4272, 20,
        SITE + ["area"], {"killed": 5}),
    # 08: an exchange between two airports
    inc("yemen-exchange", "prisoner_swap", days("2026-04-15"), "Aden and Sanaa", 14.07, 44.62,
        260, ["settlement", "facility", "area", "country"]),
    inc("dhale", "strike", days("2026-04-14"), "Al-Dhale governorate", 13.8, 44.75, 50, TERRITORY,
        {"killed": 2, "injured": 5}),
    inc("hays", "strike", days("2026-04-14"), "near Hays", 13.9317, 43.4831, 20, NEAR,
        {"killed": 2}),
    # 09, 13: Lebanon and the West Bank; a third victim dies overnight
    inc("nabatieh", "strike", days("2025-11-21"), "Nabatieh", 33.3789, 35.4839, 12,
        TOWN + ["area"], {"killed": 3}, 2),
    inc("marjayoun", ["ground_attack", "strike"], days("2025-11-21"), "near Marjayoun", 33.3603,
        35.5911, 12, NEAR),
    inc("jenin", "ground_attack", days("2025-11-21"), "Jenin refugee camp", 32.461, 35.287, 6,
        SITE + ["district", "area"], {"killed": 2, "injured": 1}),
    inc("baalbek", "strike", days("2025-11-21"), "hills outside Baalbek", 34.0058, 36.2181, 25,
        SITE + ["area"], None, 2),
    inc("tyre", "strike", days("2025-11-21"), "Tyre district", 33.24, 35.28, 30, TERRITORY,
        {"killed": 1, "injured": 3}),
    # 10
    inc("kenscoff", "ground_attack", days("2025-10-19"), "Kenscoff", 18.4477, -72.284, 7, TOWN,
        {"killed": 13}),
    inc("cite-soleil", "strike", days("2025-10-18"), "Cité Soleil, Port-au-Prince", 18.578,
        -72.333, 6, ["district", "settlement"], {"killed": 5, "injured": 8}),
    inc("arcahaie", "ground_attack", days("2025-10-17"), "Arcahaie", 18.7702, -72.5123, 15, TOWN,
        {"killed": 6}),
    # 11: no front matter, a dateline with a full date
    inc("beledweyne", "strike", days("2025-04-03"), "tea shop, Beledweyne", 4.7358, 45.2036, 15,
        SITE, {"killed": 7, "injured": 12}),
    inc("mogadishu-airport", "strike", days("2025-04-04"), "Aden Adde airport, Mogadishu", 2.0144,
        45.3047, 12, SITE),
    inc("bosaso", "strike", days("2025-04-04"), "mountains southeast of Bosaso", 11.05, 49.4, 60,
        ["area", "settlement", "region"], {"killed": 11}),
    inc("galkayo", "ground_attack", days("2025-04-04"), "Galkayo", 6.7697, 47.4308, 15, TOWN,
        {"killed": 4}),
    inc("mandera", "ground_attack", days("2025-04-01"), "outside Mandera", 3.9373, 41.8569, 30,
        SITE + ["area"], {"killed": 5}),
    # 12: an essay in which two things are new
    inc("ijevan", "prisoner_swap", days("2025-03-15"), "near Ijevan, on the border", 40.8804,
        45.1478, 35, NEAR + ["border"], {"prisoners.AZE": 1, "prisoners.ARM": 1}),
    inc("tegh", "ground_attack", days("2025-03-16"), "Tegh", 39.5583, 46.4805, 10, TOWN,
        {"killed": 1, "injured": 2}),
    # 13
    inc("marte", "ground_attack", days("2025-06-02"), "military base, Marte", 12.3653, 13.8293,
        20, SITE, {"killed": 9}),
    inc("gwoza", "strike", days("2025-06-01"), "outside Gwoza", 11.0831, 13.696, 20, NEAR,
        {"killed": 8, "injured": 11}),
    inc("yelwata", FIGHT, days("2025-06-13", "2025-06-14"), "Yelwata, Guma area, Benue State",
        7.98, 8.62, 27, TOWN + ["region", "area"], {"killed": [59, 100]}),
    inc("mangu", FIGHT, days("2025-06-15"), "Mangu, Plateau State", 9.5206, 9.0977, 25, TOWN,
        {"killed": 12}),
]

NIGHT = days("2025-11-05", "2025-11-06")
FRONT = ["casualties", "strike", "ground_attack"]
allowed = [
    inc("djugu-second-account", "ground_attack", days("2025-03-10"), "Ituri", 1.7, 30.0, 120,
        ["region"], level_required=True),
    inc("congo-boat", "strike", days("2025-03-11"), "boat on Lake Kivu", -2.0, 29.1, 60, []),
    inc("india-pakistan", ["strike", "casualties"], days("2025-05-08", "2025-05-09"),
        "Indian Kashmir", 34.0, 75.5, 150, ["region", "area"], level_required=True),
    inc("vovchansk", FRONT, NIGHT, "Vovchansk", 50.2908, 36.9411, 10, [], many=True),
    inc("vilcha", FRONT, NIGHT, "Vilcha", 50.2463, 36.9417, 10, [], many=True),
    inc("kharkiv-region", FRONT, NIGHT, "Kharkiv region", 49.6, 36.5, 130, ["region", "area"],
        level_required=True),
    inc("orikhiv", FRONT, NIGHT, "Orikhiv", 47.5761, 35.7833, 12, [], many=True),
    inc("zaporizhzhia-region", FRONT, NIGHT, "Zaporizhzhia region", 47.3, 35.6, 110, ["region",
        "area"], level_required=True),
    inc("front", FRONT + ["interception"], NIGHT, "zone of the operation", 48.6, 33.5, 420,
        ["area", "country", "unknown"], level_required=True, unlocated_ok=True, many=True),
    inc("russia-61-drones", "interception", NIGHT, "Russia", 58.0, 70.0, 3500, ["country",
        "area"], level_required=True),
    inc("zaporizhzhia-undated", "strike", NIGHT, "Shevchenkivskyi district, told without a date",
        47.85, 35.20, 12, [], undated_ok=True),
    inc("sweida-region", "ground_attack", days("2025-08-03"), "Sweida province", 32.8, 36.8, 60,
        ["region"], level_required=True),
    inc("damascus-july", "strike", days("2025-07-01", "2025-07-31"), "Damascus", 33.51, 36.29, 15,
        []),
    inc("yemen-arrival", "prisoner_swap", days("2026-04-15"), "Aden or Sanaa", 14.07, 44.62, 260,
        [], many=True),
    inc("muscat", "talks", days("2026-03-20", "2026-04-02"), "Muscat", 23.58, 58.4, 40, [],
        undated_ok=True),
    inc("mocha", "strike", days("2026-04-12"), "off Mocha", 13.3181, 43.2499, 60, []),
    inc("jerusalem-envoy", "talks", days("2025-11-21"), "Jerusalem", 31.78, 35.22, 15, []),
    inc("cairo-envoy", "talks", days("2025-11-20", "2025-11-21"), "Cairo", 30.04, 31.24, 40, []),
    inc("nabatieh-2", "strike", days("2025-11-22"), "Nabatieh, by the day of the death", 33.3789,
        35.4839, 12, []),
    inc("benue", FIGHT, days("2025-06-13", "2025-06-14"), "Benue State", 7.4, 8.7, 90, ["region"],
        level_required=True),
    inc("treaty", "talks", days("2025-03-13"), "Armenia and Azerbaijan", 40.2, 45.8, 200, [],
        unlocated_ok=True),
]

POONCH = days("2025-05-06", "2025-05-11")
forbidden = [
    # 01, 02
    no("Goma", -1.6741, 29.2285, 12,
        "a dateline, history, and where wounded from elsewhere are treated"),
    no("Bukavu", -2.4908, 28.8428, 15, "recalled as history"),
    no("Uvira", -3.3953, 29.1378, 15, "denied; a rumour"),
    no("Bunia", 1.5594, 30.2522, 15, "an attack that is feared"),
    no("Kisangani", 0.5153, 25.191, 30, "a threat, and where displaced people walk to"),
    no("Luanda", -8.8368, 13.2343, 40, "talks that are planned"),
    no("Kinshasa", -4.3276, 15.3136, 40, "stands for the government"),
    no("Kigali", -1.95, 30.06, 30, "stands for the government"),
    no("Nairobi", -1.2833, 36.8167, 40, "where a writer sits; a wall that was announced"),
    no("Lake Victoria", -1.0, 33.0, 200, "a first name"),
    no("Butembo", 0.1416, 29.2912, 12, "food distributions put off"),
    no("Sake", -1.5739, 29.0434, 6, "cholera"),
    no("eastern Congo since January", -1.0, 29.0, 400, "a total of months",
        event_type="casualties", date=days("2025-01-01", "2025-03-05")),
    # 03, 04
    no("Karachi", 24.8608, 67.0104, 40, "denied"),
    no("Pathankot", 32.2748, 75.6529, 20, "denied; nothing hit"),
    no("Amritsar", 31.6223, 74.8753, 20, "sirens; nothing fell"),
    no("Pahalgam", 34.0159, 75.319, 20, "the attack of 22 April, told as background",
        date=POONCH),
    no("Pulwama", 33.874, 74.8996, 15, "recalled as history"),
    no("Srinagar", 34.0857, 74.8056, 15, "a dateline"),
    no("Islamabad", 33.7215, 73.0433, 8, "a dateline, a government", event_type=["strike",
        "casualties"]),
    no("Dubai", 25.07, 55.17, 40, "where matches are played"),
    no("Dharamsala", 32.2201, 76.3201, 25, "a ticker"),
    no("Kargil", 34.5577, 76.1262, 40, "a related link"),
    no("Doda", 33.1492, 75.5475, 25, "a leopard"),
    no("Lahore", 31.558, 74.3507, 25, "a surname; a reader's comment"),
    no("Mumbai", 19.0728, 72.8826, 40, "a bombshell on television"),
    no("Delhi", 28.6519, 77.2315, 40, "a government; a call that is planned"),
    no("Jammu hospital", 32.7353, 74.8617, 12, "where a wounded girl died", event_type=AREA),
    no("Multan", 30.1968, 71.4782, 30, "a surname"),
    # 05, 06, 13
    no("Sumy", 50.9174, 34.7991, 15, "where trains run late"),
    no("Kyiv", 50.4547, 30.5238, 25, "an alert; stands for the government"),
    no("Cherkasy", 49.4445, 32.0574, 20, "quiet"),
    no("Mykolaiv", 46.9659, 31.9974, 20, "work by sappers"),
    no("Odesa", 46.4775, 30.7326, 20, "a fake"),
    no("Houston", 29.7633, -95.3633, 60, "where an old picture is from"),
    no("Lutsk", 50.7578, 25.3502, 20, "a siren test"),
    no("Kholodnyi Yar", 49.1, 32.3, 40, "a brigade's name"),
    no("Kursk", 51.7373, 36.1874, 40, "where drones were launched"),
    no("Oryol", 52.9688, 36.0791, 40, "where drones were launched"),
    no("Savasleyka", 55.4606, 42.3207, 40, "where missiles were launched"),
    no("Primorsko-Akhtarsk", 46.0485, 38.179, 30, "where drones were launched"),
    no("Moscow", 55.75, 37.62, 40, "stands for the government"),
    no("Rossosh elsewhere", 51.1209, 38.5116, 20, "the wrong Rossosh"),
    no("Stepnohirsk", 47.5902, 35.364, 10, "no incidents"),
    no("Vilniansk", 47.9477, 35.4403, 10, "no incidents"),
    no("Kushuhum", 47.7096, 35.2164, 6, "no incidents"),
    # 07
    no("Aleppo", 36.2012, 37.1612, 20, "fireworks"),
    no("Homs", 34.724, 36.7256, 20, "a figure of speech"),
    no("Sweida in July", 32.709, 36.5695, 60, "background", event_type="casualties",
        date=days("2025-07-01", "2025-07-31")),
    no("Bosra", 32.5174, 36.4816, 8, "where convoys waited"),
    no("Paris", 48.8534, 2.3488, 40, "talks called off; where a writer teaches"),
    no("Amman", 31.9552, 35.945, 25, "a figure of speech"),
    no("London", 51.5085, -0.1257, 60, "where a monitor sits; a derby"),
    # 08
    no("Marib", 15.4625, 45.3258, 20, "an exchange that is planned", event_type="prisoner_swap",
        date=days("2026-04-16", "2026-04-19")),
    no("Geneva", 46.2022, 6.1457, 40, "where reporters were told"),
    no("Hodeidah", 14.7978, 42.9545, 25, "recalled from 2018"),
    no("Dhamar", 14.5427, 44.4051, 25, "recalled from 2019", event_type=AREA),
    no("Taiz", 13.5795, 44.0209, 20, "a surname"),
    no("Djibouti", 11.589, 43.145, 30, "where a ship went on to; where a flight turned back to"),
    no("Liberia", 6.5, -9.5, 250, "a ship's flag"),
    no("Riyadh", 24.6877, 46.7219, 60, "a government"),
    # 09, 13
    no("Kiryat Shmona", 33.212, 35.5704, 8, "a false alarm"),
    no("Beirut", 33.8938, 35.5018, 15, "a bureau, a ministry, a parade, a threat"),
    no("Haifa", 32.8191, 34.9984, 15, "where a reporter sits"),
    no("Sidon", 33.5594, 35.3756, 8, "a surname"),
    no("Sydney", -33.8679, 151.2073, 60, "a first name"),
    no("Gaza", 31.45, 34.4, 30, "a related link"),
    no("Damascus", 33.5102, 36.2913, 20, "a related link; a government", date=days("2025-11-19",
        "2025-11-23")),
    no("Lebanon since the truce", 33.85, 35.85, 150, "a total of a year", event_type="casualties",
        date=days("2024-01-01", "2025-11-20")),
    no("Nabatieh, 2024", 33.3789, 35.4839, 15, "recalled as history", date=days("2024-10-01",
        "2024-10-31")),
    # 10
    no("Pétion-Ville", 18.5125, -72.2853, 3, "feared; and recalled from 2021"),
    no("Pont-Sondé", 19.15, -72.617, 8, "recalled from a year ago"),
    no("Cap-Haïtien", 19.7594, -72.1982, 25, "a rumour"),
    no("Saint-Marc", 19.1114, -72.7008, 8, "a hospital"),
    no("Jérémie", 18.65, -74.1167, 25, "a first name"),
    no("Delmas", 18.5448, -72.3004, 2, "a surname"),
    no("Florence", 43.7793, 11.2463, 40, "a first name"),
    no("Miami", 25.7743, -80.1937, 60, "where a reporter sits"),
    no("Kenya", 0.5, 37.5, 250, "whose mission it is", date=days("2025-10-17", "2025-10-20")),
    no("Haiti since January", 19.0, -72.5, 150, "a total of months", event_type="casualties",
        date=days("2025-01-01", "2025-10-16")),
    # 11
    no("Jowhar", 2.7809, 45.5005, 15, "calm"),
    no("Adan Yabal", 3.8, 46.35, 40, "an offensive that is expected"),
    no("Afgooye", 2.1381, 45.1212, 10, "a surname"),
    no("Garissa", -0.4528, 39.646, 30, "recalled from 2015"),
    no("Mogadishu, 2017", 2.0371, 45.3438, 20, "recalled as history", date=days("2017-10-01",
        "2017-10-31")),
    no("Bakara market", 2.049, 45.318, 1.5, "where a trader speaks"),
    no("Aden", 12.7796, 45.0385, 20, "a first name and an airport's", event_type=["strike",
        "casualties", "ground_attack"]),
    # 12
    no("Stepanakert", 39.8177, 46.7528, 12, "recalled from 2023"),
    no("Goris", 39.5111, 46.3417, 4, "recalled from 2022"),
    no("Jermuk", 39.8395, 45.6711, 15, "recalled from 2022"),
    no("Kapan", 39.2076, 46.4068, 15, "a guess about what may come"),
    no("Tegh, April 2023", 39.5583, 46.4805, 15, "recalled as history", date=days("2023-04-01",
        "2023-04-30")),
    no("Yerevan", 40.1777, 44.5126, 20, "where the writer lives; a government"),
    no("Washington", 38.895, -77.0364, 60, "a government; a guess"),
    no("Gyumri", 40.7931, 43.8464, 20, "a surname"),
    no("Vanadzor", 40.8074, 44.497, 20, "a surname"),
    no("exchange of December 2023", 40.5, 45.5, 200, "recalled as history",
        event_type="prisoner_swap", date=days("2023-12-01", "2023-12-31")),
    # 13
    no("Damboa", 11.1553, 12.7564, 25, "a fear"),
    no("Maiduguri", 11.8469, 13.1571, 20, "an accident"),
    no("Makurdi", 7.7338, 8.5214, 12, "a visit and a match that are planned"),
    no("Zaria", 11.1113, 7.7227, 30, "where the guests came from"),
    no("Kano", 12.0001, 8.5167, 40, "a football team"),
    no("Monguno", 12.6706, 13.6122, 15, "a surname"),
    no("Nigeria since 2009", 9.5, 8.0, 600, "a total of years", event_type="casualties",
        date=days("2009-01-01", "2025-05-31")),
]

gold = {"name": "heldout", "incidents": incidents, "allowed": allowed, "forbidden": forbidden}
out = pathlib.Path(__file__).with_name("gold.json")
out.write_text(json.dumps(gold, indent=1) + "\n", encoding="utf-8")
print(len(incidents), "incidents")

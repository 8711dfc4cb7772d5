#!/usr/bin/env python3
"""Writes gold.json beside this file: what a careful reader takes from the 28 files in articles/."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from making import inc, no  # noqa: E402


def d(first, last=None):
    """A window of days, each "YYYY-MM-DD"; the last may be just "DD" or "MM-DD"."""
    last = last or first
    return [first, first[:10 - len(last)] + last]


def harm(killed=None, injured=None):
    return {k: v for k, v in (("killed", killed), ("injured", injured)) if v is not None}


TOWN, SITE, REGION = ["settlement"], ["facility", "settlement"], ["region"]
NEAR = ["settlement", "area"]
WIDE = ["area", "country", "unknown"]
AREA = ["casualties", "strike"]
BOMB = ["strike", "ground_attack"]
SHOT = ["ground_attack", "casualties"]

incidents = [
    # 01, 02, 03: Kropyvnytskyi; 4 dead, then 5, then outright risen to 9
    inc("kropyvnytskyi", "strike", d("2026-02-19"), "Kropyvnytskyi", 48.5132, 32.2597, 12, TOWN + ["district", "facility"],
        harm(9, 34), 3),
    inc("okhtyrka", "strike", d("2026-02-19"), "Okhtyrka", 50.3103, 34.8988, 12, TOWN, harm(2), 2),
    inc("zaporizhzhia", "strike", d("2026-02-19"), "Zaporizhzhia", 47.8388, 35.1396, 15, TOWN, harm(injured=[3, 4]), 2),
    inc("hadiach", "strike", d("2026-02-19"), "gas facility near Hadiach", 50.3713, 33.9883, 20, SITE + ["area"], harm(injured=2)),
    inc("engels", "strike", d("2026-02-19"), "Engels", 51.4989, 46.1253, 15, SITE),
    inc("saratov-0219", "interception", d("2026-02-19"), "Saratov region", 51.6, 46.8, 180, REGION),
    inc("konotop", "strike", d("2026-02-19"), "substation, Konotop", 51.2403, 33.2026, 12, SITE),
    inc("novhorod-siverskyi", "strike", d("2026-02-19"), "outside Novhorod-Siverskyi", 51.9967, 33.2634, 15, NEAR, harm(1, 6)),
    # 04
    inc("swap-thu", "prisoner_swap", d("2026-03-05"), "Ukrainian-Belarusian border", 51.7, 28.5, 380, ["border", "area"],
        {"prisoners.UKR": 150, "prisoners.RUS": 150}),
    inc("swap-fri", "prisoner_swap", d("2026-03-06"), "Ukrainian-Belarusian border", 51.7, 28.5, 380, ["border", "area"],
        {"prisoners.UKR": [310, 312], "prisoners.RUS": 310}),
    inc("arrival-chernihiv", "prisoner_swap", d("2026-03-06"), "Chernihiv region", 51.4, 31.9, 120, REGION + ["facility"]),
    inc("zmiiv", "strike", d("2026-03-06"), "farm, Zmiiv", 49.6850, 36.3570, 12, SITE, harm(1, 1)),
    # 05
    inc("oktyabrsky", "strike", d("2025-04-21"), "Oktyabrsky, Belgorod district", 50.4392, 36.3756, 12, TOWN, harm(1, 1)),
    inc("urazovo", "strike", d("2025-04-21", "22"), "Urazovo", 50.0833, 38.0360, 12, SITE, harm(injured=2)),
    inc("rakitnoye", "strike", d("2025-04-21", "22"), "Rakitnoye", 50.8361, 35.8336, 12, SITE),
    inc("belgorod", ["interception", "strike"], d("2025-04-22"), "Belgorod and the Belgorod district", 50.5977, 36.5858, 25,
        ["settlement", "region", "area"]),
    inc("glushkovo", "strike", d("2025-04-21"), "near Glushkovo", 51.3390, 34.6330, 15, NEAR, harm(injured=2)),
    inc("klimovo", "strike", d("2025-04-22"), "Klimovo", 52.3820, 32.1900, 12, TOWN, harm(1, 3)),
    # 06, 07: Syzran from both sides
    inc("syzran", "strike", d("2026-01-14"), "refinery, Syzran", 53.1585, 48.4681, 20, SITE, harm(injured=2), 2),
    inc("makiivka", "strike", d("2026-01-14"), "ammunition depot, Makiivka", 48.0478, 37.9258, 15, SITE),
    inc("saratov-0114", "interception", d("2026-01-14"), "Saratov region", 51.6, 46.8, 180, REGION),
    inc("samara-0114", "interception", d("2026-01-14"), "Samara region", 53.3, 50.3, 150, REGION),
    inc("krasnodar-0114", "interception", d("2026-01-14"), "Krasnodar region", 45.3, 39.5, 160, REGION),
    inc("crimea-0114", "interception", d("2026-01-14"), "Crimea", 45.3, 34.4, 110, REGION),
    inc("black-sea-0114", "interception", d("2026-01-14"), "Black Sea", 43.6, 34.5, 450, ["area", "region"]),
    inc("slavyansk", "strike", d("2026-01-14"), "Slavyansk-on-Kuban", 45.2586, 38.1247, 15, TOWN, harm(injured=1)),
    # 08
    inc("kherson-region", AREA, d("2024-06-27", "28"), "Kherson region", 46.65, 33.5, 75, REGION, harm(2, 13), level_required=True),
    inc("kherson-korabelnyi", "strike", d("2024-06-27"), "Korabelnyi district, Kherson", 46.630, 32.575, 8, ["district"], harm(1, 6)),
    inc("tiahynka", "strike", d("2024-06-27", "28"), "Tiahynka", 46.7720, 33.0560, 12, TOWN, harm(1)),
    inc("novovorontsovka", "strike", d("2024-06-27"), "near Novovorontsovka", 47.4900, 33.9170, 15, NEAR, harm(injured=2)),
    inc("stanislav", "strike", d("2024-06-27", "28"), "Stanislav, Kherson region", 46.5733, 32.1477, 12, TOWN, harm(injured=1)),
    inc("ostriv-bridge", "strike", d("2024-06-27"), "bridge, Ostriv microdistrict, Kherson", 46.620, 32.580, 10,
        ["facility", "district", "settlement"]),
    # 09
    inc("nikopol", "strike", d("2024-11-03", "04"), "Nikopol", 47.5683, 34.3913, 12, TOWN, harm(1, 2)),
    inc("marhanets", "strike", d("2024-11-03", "04"), "Marhanets", 47.6481, 34.6169, 12, SITE, harm(injured=1)),
    inc("pokrovske", "strike", d("2024-11-03"), "Pokrovske, Synelnykove district", 47.9800, 36.2300, 15, TOWN, harm(1, 3)),
    inc("mezhova", "strike", d("2024-11-03", "04"), "Mezhova community", 48.2553, 36.7339, 20, TOWN + REGION + ["area"]),
    inc("pavlohrad", "strike", d("2024-11-04"), "Pavlohrad", 48.5321, 35.8688, 12, SITE),
    inc("dnipropetrovsk-downed", "interception", d("2024-11-03", "04"), "Dnipropetrovsk region", 48.4, 34.9, 120, REGION),
    # 10
    inc("donetsk-region", AREA, d("2026-04-07", "08"), "Donetsk region", 48.1, 37.8, 90, REGION, harm(5, 8), level_required=True),
    inc("kostiantynivka", "strike", d("2026-04-07"), "Kostiantynivka", 48.5273, 37.7059, 12, SITE + ["district"], harm(3, 1)),
    inc("lyman", AREA, d("2026-04-07"), "Lyman", 48.9853, 37.8111, 12, TOWN, harm(1)),
    inc("dobropillia", "strike", d("2026-04-07"), "Dobropillia", 48.4615, 37.0853, 12, TOWN + ["district"], harm(1, 4)),
    inc("volunteers-van", "strike", d("2026-04-07"), "road between Kostiantynivka and Druzhkivka", 48.575, 37.615, 15,
        NEAR + ["facility"], harm(injured=2)),
    # 11
    inc("afipsky", "strike", d("2026-05-12"), "Afipsky refinery", 44.9030, 38.8430, 20, SITE),
    inc("nevinnomyssk", "strike", d("2026-05-12"), "chemical plant, Nevinnomyssk", 44.6333, 41.9444, 15, SITE, harm(injured=1)),
    inc("siversk", "ground_attack", d("2026-05-10"), "near Siversk", 48.8667, 38.1000, 15, NEAR, harm(22)),
    inc("pivdenne", "strike", d("2026-05-12"), "port, Pivdenne", 46.6228, 31.1008, 15, SITE, harm(injured=3)),
    inc("chernihiv-oblast", "strike", d("2026-05-12"), "energy facility, Chernihiv oblast", 51.4, 31.9, 120, REGION + ["facility"]),
    # 12
    inc("izium", "strike", d("2025-12-02"), "central square, Izium", 49.2128, 37.2569, 10, SITE + ["district"], harm(4, [12, 13])),
    inc("balakliia", "strike", d("2025-12-03", "04"), "Balakliia", 49.4566, 36.8586, 12, TOWN, harm(3)),
    inc("lozova", "strike", d("2025-12-05"), "railway junction, Lozova", 48.8890, 36.3170, 12, SITE, harm(2)),
    # 13
    inc("geneva", "talks", d("2026-02-26", "27"), "Geneva", 46.2044, 6.1432, 30, SITE),
    inc("odesa-peresypskyi", "strike", d("2026-02-27"), "Peresypskyi district, Odesa", 46.545, 30.755, 12, ["district"], harm(2, 11)),
    inc("chornomorsk", "strike", d("2026-02-27"), "port, Chornomorsk", 46.3013, 30.6569, 12, SITE, harm(injured=4)),
    inc("trubchevsk", "strike", d("2026-02-26"), "outside Trubchevsk", 52.5789, 33.7714, 15, NEAR, harm(1)),
    inc("lipetsk", "strike", d("2026-02-26", "27"), "hospital courtyard, Lipetsk", 52.6088, 39.5992, 15, SITE),
    # 14
    inc("nizhyn", "strike", d("2026-03-24"), "substation, Nizhyn", 51.0480, 31.8869, 12, SITE),
    inc("hlukhiv", "strike", d("2026-03-24"), "Hlukhiv", 51.6782, 33.9162, 12, TOWN + ["area", "facility"], harm(1, 5)),
    inc("sumy-trolleybus", "strike", d("2026-03-24"), "Kovpakivskyi district, Sumy", 50.925, 34.79, 9, ["district"], harm(injured=7)),
    inc("putyvl", "strike", d("2026-03-24"), "Putyvl", 51.3369, 33.8706, 12, TOWN, harm(injured=1)),
    inc("rylsk", "strike", d("2026-03-24"), "border guard building, Rylsk", 51.5714, 34.6832, 12, SITE),
    # 15
    inc("bureij", "strike", d("2025-05-06", "07"), "school, Bureij camp", 31.4389, 34.4031, 4, ["facility", "settlement", "district"],
        harm(18, [40, 41])),
    inc("jabaliya", "strike", d("2025-05-07"), "Jabaliya", 31.5280, 34.4830, 5, SITE, harm(7)),
    inc("khan-younis", AREA, d("2025-05-06", "07"), "in and around Khan Younis", 31.3402, 34.3063, 10, NEAR + REGION, harm(6)),
    inc("jenin", SHOT, d("2025-05-07"), "Jenin", 32.4597, 35.3009, 10, TOWN, harm(1)),
    inc("yemen-missile", "interception", d("2025-05-07"), "before Israeli territory", 31.2, 35.0, 300,
        ["country", "area", "unknown", "region"], unlocated_ok=True),
    inc("red-sea-ship", "strike", d("2025-05-05"), "Red Sea, 60 nautical miles southwest of Hodeida", 14.09, 42.22, 115, ["area"],
        harm(injured=3)),
    # 16, 17: Bint Jbeil; three dead, then risen to four
    inc("bint-jbeil", "strike", d("2026-01-25"), "Bint Jbeil", 33.1194, 35.4356, 8, SITE, harm(4, [7, 8]), 2),
    inc("yater", "strike", d("2026-01-25"), "Yater", 33.1480, 35.3320, 8, TOWN, harm(1), 2),
    inc("baalbek", "strike", d("2026-01-25"), "outskirts of Baalbek", 34.0058, 36.2181, 20, NEAR + ["facility"], None, 2),
    inc("kfar-kila", "strike", d("2026-01-24"), "Kfar Kila", 33.3270, 35.5530, 10, TOWN),
    inc("metula", "interception", d("2026-01-26"), "near Metula", 33.2803, 35.5783, 15, NEAR),
    # 18
    inc("mayadeen", "ground_attack", d("2026-03-11"), "road south of Al Mayadeen", 35.0167, 40.4503, 40, NEAR + REGION, harm(4, 2)),
    inc("suwayda", "strike", d("2026-03-10"), "western Suwayda city", 32.7090, 36.5695, 12, TOWN + ["district", "area"], harm(2, 9)),
    inc("khor-mor", "strike", d("2026-03-10"), "Khor Mor gas field", 35.15, 44.85, 85, ["facility", "region", "settlement"]),
    # 19
    inc("kadugli", "strike", d("2026-01-20"), "market, Kadugli", 11.0100, 29.7167, 15, SITE, harm([22, 24], 36)),
    inc("dilling", "strike", d("2026-01-19", "20"), "Dilling", 12.0500, 29.6500, 15, SITE, harm(11)),
    inc("rsf-convoy", "strike", d("2026-01-19", "20"), "convoy out of Babanusa", 11.4, 28.2, 140, NEAR + REGION + ["unknown"], harm(6)),
    inc("el-obeid", "interception", d("2026-01-21"), "El Obeid", 13.1842, 30.2167, 15, TOWN),
    # 20, 21: Katsina-Ala
    inc("katsina-ala", SHOT, d("2025-11-15"), "village in Katsina-Ala, Benue", 7.20, 9.40, 50, NEAR + REGION,
        harm([34, 41], 19), 2),
    inc("damboa", "ground_attack", d("2025-11-15"), "outside Damboa", 11.1550, 12.7570, 20, NEAR + ["facility"], harm(6)),
    inc("logo", "ground_attack", d("2025-11-17"), "Logo, Benue", 7.60, 9.25, 60, TOWN + REGION + ["area"], harm([2, 3])),
    # 22
    inc("komanda", SHOT, d("2026-02-02"), "near Komanda", 1.3670, 29.7670, 25, NEAR + REGION, harm(16)),
    inc("uvira", "strike", d("2026-02-02"), "port, Uvira", -3.3953, 29.1378, 15, SITE, harm(5, 12)),
    inc("masisi", "ground_attack", d("2026-02-03"), "Masisi", -1.4000, 28.8100, 25, NEAR + REGION),
    # 23
    inc("beledweyne", BOMB, d("2026-04-19"), "Beledweyne", 4.7358, 45.2036, 12, SITE, harm([9, 11], [20, 21])),
    inc("halane", "strike", d("2026-04-18"), "Halane compound, Mogadishu", 2.0300, 45.3200, 15, SITE + ["district", "area"]),
    inc("jamaame", "strike", d("2026-04-17"), "near Jamaame", 0.0722, 42.7506, 30, NEAR, harm(3)),
    inc("debre-markos", "strike", d("2026-04-17"), "school near Debre Markos", 10.3500, 37.7333, 25, NEAR + ["facility"], harm(12)),
    inc("lalibela", "ground_attack", d("2026-04-18"), "around Lalibela", 12.0317, 39.0476, 25, NEAR),
    # 24
    inc("lere", "ground_attack", d("2026-03-17"), "army camp, Léré", 15.7117, -4.9117, 15, SITE, harm([17, 40])),
    inc("kolondieba", "ground_attack", d("2026-03-17"), "between Kadiana and Kolondiéba", 11.05, -6.70, 60, NEAR + REGION, harm(3)),
    inc("diapaga", "ground_attack", d("2026-03-15"), "Diapaga", 12.0711, 1.7889, 15, SITE, harm(15)),
    inc("tillaberi", "strike", d("2026-03-14"), "Tillabéri region", 14.2, 1.6, 150, REGION, harm(11)),
    # 25
    inc("pauk", "strike", d("2026-01-07"), "monastery, Pauk township", 21.4500, 94.4700, 35, SITE + REGION, harm(12, 23)),
    inc("bhamo", "ground_attack", d("2026-01-04", "06"), "edge of Bhamo", 24.2667, 97.2333, 15, NEAR + ["facility"], harm([31, 40])),
    inc("falam", "strike", d("2026-01-05"), "church hall, Falam", 22.9133, 93.6778, 15, SITE, harm(injured=6)),
    inc("kyaukphyu", "strike", d("2026-01-04", "05"), "Kyaukphyu", 19.4333, 93.5500, 30, NEAR, harm(1)),
    inc("kunming", "talks", d("2026-01-05", "06"), "Kunming", 25.0389, 102.7183, 40, TOWN),
    # 26
    inc("chong-bok", "ground_attack", d("2026-02-10"), "Chong Bok, Nam Yuen district", 14.45, 105.08, 40, NEAR + REGION, harm(2, 7)),
    inc("kantharalak", "strike", d("2026-02-10"), "Kantharalak", 14.6500, 104.6500, 20, SITE + REGION, harm(3, 10)),
    inc("preah-vihear", AREA, d("2026-02-10"), "Preah Vihear province", 13.8, 105.0, 90, REGION, harm(4, 6)),
    inc("osmach", "strike", d("2026-02-10"), "casino, O'Smach", 14.4300, 103.7000, 20, SITE, harm(injured=1)),
    inc("chanthaburi", "talks", d("2026-02-11"), "Chanthaburi", 12.6096, 102.1045, 40, TOWN + REGION),
    # 27
    inc("bannu", BOMB, d("2026-06-03"), "Bannu district", 32.9889, 70.6056, 20, TOWN + REGION, harm(3, 5)),
    inc("mir-ali", "ground_attack", d("2026-06-03"), "Mir Ali, North Waziristan", 32.98, 70.27, 20, TOWN, harm([8, 11])),
    inc("mastung", BOMB, d("2026-06-04"), "railway track near Mastung", 29.7997, 66.8455, 20, NEAR + ["facility"]),
    inc("sirkanay", "strike", d("2026-06-02"), "Sirkanay district, Kunar", 34.78, 71.10, 40, REGION + TOWN, harm(3)),
    inc("poonch", BOMB, d("2026-06-03"), "Line of Control, Poonch sector", 33.80, 74.05, 40,
        NEAR + REGION + ["border"], harm(injured=2)),
    # 28
    inc("jamundi", BOMB, d("2026-03-28"), "police station, Jamundí", 3.2611, -76.5394, 12, SITE, harm(5, 27)),
    inc("tibu", "ground_attack", d("2026-03-27"), "rural Tibú, Catatumbo", 8.6406, -72.7367, 45, NEAR + REGION, harm(9)),
    inc("kenscoff", "ground_attack", d("2026-03-29"), "Kenscoff", 18.4508, -72.2866, 12, TOWN + ["district"], harm(14)),
    inc("culiacan", SHOT, d("2026-03-28"), "Culiacán", 24.7990, -107.3890, 15, TOWN, harm(6, 1)),
]


def ukraine(id, date, types=("strike", "interception", "casualties")):
    return inc(id, list(types), date, "Ukraine, the day's total", 49.0, 32.0, 450, WIDE, level_required=True, many=True)


def russia(id, date):
    return inc(id, "interception", date, "Russia, the night's total", 55.0, 60.0, 4500, WIDE, level_required=True, many=True)


allowed = [
    ukraine("ukraine-0219", d("2026-02-19")), russia("russia-0219", d("2026-02-19")),
    inc("kyiv-0219", "interception", d("2026-02-19"), "Kyiv, explosions heard, no hits", 50.4547, 30.5238, 20, []),
    inc("belarus-care", "prisoner_swap", d("2026-03-05", "06"), "Belarus", 53.7, 28.0, 350, ["country"], level_required=True, many=True),
    inc("geneva-last-week", "talks", d("2026-02-23", "03-01"), "Geneva, as told a week later", 46.2044, 6.1432, 30, [], undated_ok=True),
    ukraine("ukraine-0306", d("2026-03-05", "06")),
    inc("krasnoyaruzhsky", ["strike", "interception"], d("2025-04-21", "22"), "Krasnoyaruzhsky district", 50.80, 35.66, 30, REGION, level_required=True),
    inc("grayvoronsky", ["strike", "interception"], d("2025-04-21", "22"), "Grayvoronsky district", 50.48, 35.68, 35, REGION, level_required=True),
    inc("belgorod-region", ["strike", "interception", "casualties"], d("2025-04-21", "22"), "Belgorod region", 50.75, 37.5, 120, REGION,
        level_required=True),
    russia("russia-0114", d("2026-01-13", "14")),
    inc("penza", "strike", d("2026-01-09"), "fuel depot, Penza oblast, as background", 53.2, 44.7, 100, []),
    inc("battlegroup-south", ["ground_attack", "casualties"], d("2026-01-13", "14"), "Battlegroup South, no place", 48.3, 37.8, 250, [],
        unlocated_ok=True, many=True),
    inc("kherson-list", "strike", d("2024-06-27", "28"), "Kherson, in the list of the shelled", 46.6369, 32.6146, 10, []),
    inc("kherson-region-shelled", "strike", d("2024-06-27", "28"), "Kherson region", 46.65, 33.5, 90, REGION, level_required=True),
    inc("nikopol-district", "strike", d("2024-11-03", "04"), "Nikopol district", 47.6, 34.5, 45, REGION, level_required=True),
    inc("myrove", "strike", d("2024-11-03", "04"), "Myrove community", 47.66, 34.28, 8, []),
    inc("pokrovska", "strike", d("2024-11-03", "04"), "Pokrovska community, Nikopol district", 47.62, 34.15, 10, []),
    inc("chervonohryhorivka", "strike", d("2024-11-03", "04"), "Chervonohryhorivka community", 47.6283, 34.5417, 6, []),
    inc("synelnykove-district", "strike", d("2024-11-03", "04"), "Synelnykove district", 48.3, 36.0, 70, REGION, level_required=True),
    inc("pavlohrad-district", "strike", d("2024-11-03", "04"), "Pavlohrad district", 48.55, 35.9, 60, REGION, level_required=True),
    inc("dnipropetrovsk-region", ["strike", "casualties"], d("2024-11-03", "04"), "Dnipropetrovsk region", 48.4, 34.9, 120, REGION,
        level_required=True),
    inc("nikopol-1031", "strike", d("2024-10-31"), "Nikopol, reported earlier", 47.5683, 34.3913, 15, []),
    inc("kostiantynivka-front", "ground_attack", d("2026-04-07"), "Kostiantynivka direction", 48.5273, 37.7059, 30, []),
    inc("pokrovsk-front", "ground_attack", d("2026-04-07"), "Pokrovsk direction", 48.2801, 37.1771, 30, []),
    ukraine("ukraine-0512", d("2026-05-11", "12")), russia("russia-0512", d("2026-05-11", "12")),
    inc("lyman-front", "ground_attack", d("2026-05-10", "12"), "around Lyman", 48.99, 37.78, 40, [], many=True),
    inc("huliaipole-front", "ground_attack", d("2026-05-10", "12"), "around Huliaipole", 47.6614, 36.2631, 30, [], many=True),
    inc("odesa-region-0227", ["strike", "casualties"], d("2026-02-27"), "Odesa region, the sum of its parts", 46.8, 30.4, 150, REGION + ["area"],
        level_required=True),
    inc("abu-dhabi", "talks", d("2026-01-01", "31"), "Abu Dhabi, an earlier round", 24.4512, 54.3970, 60, [], undated_ok=True),
    inc("sumy-shaheds", "interception", d("2026-03-24"), "Sumy region", 51.0, 34.0, 110, REGION + ["area"]),
    inc("gaza-total", AREA, d("2025-05-06", "07"), "Gaza Strip, the sum of its parts", 31.42, 34.37, 20, ["region", "area", "country"],
        level_required=True),
    inc("bureij-second", "strike", d("2025-05-06", "07"), "the second strike on the school", 31.4389, 34.4031, 5, []),
    inc("south-lebanon", ["strike", "casualties"], d("2026-01-25"), "southern Lebanon", 33.3, 35.4, 60, REGION + ["area"], level_required=True),
    inc("raqqa", SHOT, d("2026-03-08"), "Raqqa, a claim by IS", 35.9500, 39.0100, 20, []),
    inc("goma-meeting", "talks", d("2026-01-28"), "Goma, a first meeting recalled", -1.6792, 29.2228, 20, []),
    inc("adf-pursued", "ground_attack", d("2026-02-02", "03"), "the pursuit of the assailants", 1.36, 29.05, 60, []),
    inc("sikasso", "ground_attack", d("2026-03-17"), "Sikasso region", 11.0, -6.4, 120, REGION, level_required=True),
    inc("ouagadougou", "talks", d("2026-03-17"), "Ouagadougou, ministers", 12.3686, -1.5275, 30, []),
    inc("bhamo-air", "strike", d("2026-01-03", "06"), "air strikes on Bhamo", 24.2667, 97.2333, 15, []),
    inc("kyaukphyu-fight", "ground_attack", d("2026-01-04", "05"), "Kyaukphyu", 19.4333, 93.5500, 30, []),
    inc("phu-makhua", "strike", d("2026-02-10"), "opposite Phu Makhua", 14.35, 104.65, 30, [], many=True, unlocated_ok=True),
    inc("thai-cambodian-border", "ground_attack", d("2026-02-10"), "Thai-Cambodian border", 14.0, 103.5, 220, ["border", "area"],
        level_required=True),
    inc("bajaur", ["ground_attack", "strike"], d("2026-06-02", "03"), "posts in Bajaur", 34.80, 71.50, 35, []),
    inc("poonch-other-side", ["ground_attack", "strike"], d("2026-06-03"), "the infiltration bid at Poonch", 33.80, 74.05, 45, []),
    inc("kenscoff-drones", "strike", d("2026-03-29"), "police drones at Kenscoff", 18.4508, -72.2866, 15, []),
]

forbidden = [
    # 01-03
    no("Kyiv", 50.4547, 30.5238, 25, "no hits there; the government; where a reporter sits", ["strike", "casualties", "ground_attack"]),
    no("Kropyvnytskyi, 2025", 48.5132, 32.2597, 20, "recalled as history", date=d("2025-03-01", "31")),
    no("Dnipro", 48.4666, 35.0407, 20, "recalled as history; a quiet night; an evacuation route", ["strike", "casualties"]),
    no("Ternopil", 49.5535, 25.5948, 25, "recalled as history; a related link"),
    no("Taganrog", 47.2362, 38.8969, 25, "a related link"),
    no("Poltava", 49.5892, 34.5537, 15, "where the owners had gone; where drones were heading"),
    no("Poland", 52.0, 19.4, 300, "jets sent up as a precaution"),
    no("Uman", 48.7484, 30.2219, 15, "a surname"),
    no("Gdansk", 54.3523, 18.6491, 30, "where a reporter sits"),
    # 04
    no("Istanbul", 41.01, 28.95, 60, "earlier talks and talks that are planned"),
    no("Mariupol", 47.0971, 37.5434, 25, "where the freed had fought; under occupation, no figure"),
    no("swap of May 2025", 51.7, 28.5, 600, "recalled as history", "prisoner_swap", d("2025-05-01", "31")),
    no("bodies", 51.7, 28.5, 600, "bodies, not prisoners", "prisoner_swap", d("2026-02-23", "03-04")),
    no("Kursk region", 51.7, 36.2, 60, "where people not exchanged come from", "prisoner_swap"),
    no("Sumy", 50.9174, 34.7991, 30, "where people not exchanged were held", "prisoner_swap"),
    no("Crimea", 45.3, 34.4, 120, "a reporter's name; where missiles came from", ["strike", "prisoner_swap", "ground_attack"]),
    # 05
    no("Belgorod, December 2023", 50.5977, 36.5858, 20, "an anniversary", date=d("2023-12-01", "2024-12-31")),
    no("Belgorod region since January", 50.75, 37.5, 130, "a total of months", "casualties", d("2025-01-01", "04-20")),
    no("Anapa", 44.8944, 37.3166, 20, "summer camps"),
    no("Voronezh", 51.6683, 39.1920, 30, "summer camps"),
    # 06, 07
    no("Novokuibyshevsk", 53.0959, 49.9462, 15, "an earlier strike, as background"),
    no("Kaluga", 54.5293, 36.2754, 30, "airport restrictions"),
    no("Ulyanovsk", 54.3282, 48.3866, 30, "airport restrictions"),
    no("Vienna", 48.2082, 16.3738, 30, "where a matter is to be raised"),
    # 08-10
    no("Khmelnytskyi", 49.4216, 26.9965, 20, "where an evacuation train goes"),
    no("Odesa, 2024", 46.4775, 30.7326, 20, "a photo credit", date=d("2024-06-27", "28")),
    no("Kryvyi Rih", 47.9105, 33.3918, 20, "a quiet night"),
    no("Kramatorsk", 48.7311, 37.5678, 8, "a hospital"),
    no("Volnovakha", 47.6010, 37.4967, 15, "under occupation, no figure"),
    no("Donetsk region since 2022", 48.1, 37.8, 130, "a total since the war began", "casualties", d("2022-02-24", "2026-04-06")),
    no("Derry", 54.9966, -7.3086, 30, "a surname"),
    no("Florence", 43.7696, 11.2558, 30, "a first name"),
    # 11
    no("Brest", 52.0976, 23.7341, 30, "an exercise that is planned"),
    no("Grodno", 53.6884, 23.8258, 30, "an exercise that is planned"),
    no("Millerovo", 48.9217, 40.3980, 20, "where drones came from"),
    no("Oryol", 52.9651, 36.0785, 20, "where drones came from"),
    no("Primorsko-Akhtarsk", 46.0510, 38.1700, 20, "where drones came from"),
    # 12
    no("Izium, 2022", 49.2128, 37.2569, 15, "recalled as history", date=d("2022-03-01", "09-30")),
    no("Izium, February", 49.2128, 37.2569, 15, "recalled as history", date=d("2025-02-01", "28")),
    no("Kharkiv", 49.9818, 36.2548, 15, "a hospital"),
    no("Chuhuiv", 49.8354, 36.6865, 12, "where a grandmother lives"),
    no("Lviv", 49.8383, 24.0232, 25, "where people came back from"),
    no("Austin", 30.2672, -97.7431, 60, "a first name"),
    no("Washington", 38.9, -77.04, 60, "where an analyst or an envoy sits"),
    no("Berlin", 52.52, 13.405, 40, "a surname"),
    # 13
    no("swap of 460", 50.0, 30.0, 900, "agreed, not yet done", "prisoner_swap", d("2026-02-26", "03-04")),
    no("Palm Beach", 26.7056, -80.0364, 60, "where a remark was made"),
    no("Palau", 7.5, 134.6, 200, "a ship's flag"),
    # 14
    no("Romny", 50.7473, 33.4677, 15, "denied: a tyre"),
    no("Bilopillia", 51.1475, 34.3108, 12, "a warning; an anniversary"),
    no("Konotop, March", 51.2403, 33.2026, 15, "a decoy, an old video", date=d("2026-03-23", "24")),
    no("Tyotkino", 51.2750, 34.3050, 8, "where drones came from"),
    # 15
    no("Rafah", 31.2870, 34.2595, 5, "a reporter's name; where people came from"),
    no("Deir al-Balah", 31.4183, 34.3493, 2.5, "a dateline"),
    no("Cairo", 30.0444, 31.2357, 60, "a delegation is expected; a reporter's name"),
    no("southern Israel, 2023", 31.4, 34.6, 100, "recalled as history", date=d("2023-10-07")),
    no("Djibouti", 11.5890, 43.1450, 40, "where the ship sailed to"),
    no("Beersheba", 31.2518, 34.7913, 15, "sirens", ["strike", "casualties"]),
    # 16, 17
    no("Beirut", 33.8933, 35.5016, 12, "a dateline; the government; a threat"),
    no("Tyre", 33.2733, 35.1939, 10, "a surname"),
    no("Zahle", 33.8463, 35.9020, 15, "where the blasts were heard"),
    no("Naqoura", 33.1181, 35.1397, 8, "a meeting that is planned"),
    no("Aita al-Shaab", 33.0960, 35.3340, 4, "a related link"),
    no("Ain al-Hilweh", 33.5437, 35.3776, 6, "a related link"),
    no("Kiryat Shmona", 33.2075, 35.5697, 5, "sirens"),
    no("Safed", 32.9646, 35.4960, 10, "a surname"),
    no("Haifa", 32.8130, 34.9993, 20, "a surname"),
    no("Denver", 39.7392, -104.9903, 60, "where an analyst sits"),
    # 18
    no("Homs", 34.7324, 36.7137, 25, "a surname"),
    no("Damascus", 33.5138, 36.2765, 20, "a dateline; the government"),
    no("Duhok and Amedi", 37.0, 43.2, 50, "no raids for weeks"),
    no("Baghdad", 33.3152, 44.3661, 30, "the government; an embassy"),
    no("Ankara", 39.9199, 32.8543, 40, "a visit that is planned"),
    # 19
    no("El Fasher", 13.6279, 25.3494, 25, "recalled as history"),
    no("Heglig", 10.0000, 29.4000, 30, "recalled as history"),
    no("Port Sudan", 19.6175, 37.2164, 30, "a dateline"),
    no("South Sudan", 8.0, 30.0, 250, "where displaced people went"),
    # 20, 21
    no("Katsina", 12.9908, 7.6018, 80, "the wrong Katsina; a surname"),
    no("Yelwata", 7.9, 8.6, 40, "recalled as history", date=d("2025-06-01", "30")),
    no("Ukum, October", 7.5, 9.6, 60, "recalled as history", date=d("2025-10-01", "31")),
    no("Lokoja", 7.7969, 6.7405, 20, "a surname"),
    no("Kano", 12.0, 8.5167, 40, "a surname"),
    no("Benin", 9.6, 2.3, 150, "nothing there"),
    no("Wukari", 7.8707, 9.7773, 15, "a road blocked in protest"),
    no("Maiduguri", 11.8464, 13.1603, 20, "where a reporter sits"),
    # 22
    no("Komanda, July", 1.3670, 29.7670, 30, "recalled as history", date=d("2025-07-01", "31")),
    no("Walikale", -1.4200, 28.0600, 30, "denied; calm"),
    no("Doha", 25.2854, 51.5310, 40, "talks that are planned"),
    no("Kigali", -1.9536, 30.0606, 25, "a surname"),
    no("Beni", 0.4911, 29.4731, 20, "a surname"),
    no("Liège", 50.6326, 5.5797, 30, "where an analyst teaches"),
    # 23
    no("Garowe", 8.4064, 48.4819, 30, "a meeting that is planned"),
    no("Assab", 13.0092, 42.7394, 40, "feared"),
    no("Badme", 14.7272, 37.8039, 30, "recalled as history"),
    no("Kismayo", -0.3582, 42.5454, 15, "to say where Jamaame lies"),
    # 24
    no("Timbuktu", 16.7735, -3.0074, 30, "denied"),
    no("Bamako", 12.6392, -8.0029, 30, "a blockade; the government"),
    no("Niamey", 13.5137, 2.1098, 30, "a headquarters that is planned"),
    no("Diapaga, 2025", 12.0711, 1.7889, 20, "recalled as history", date=d("2025-05-01", "31")),
    # 25
    no("Mogok", 22.9180, 96.5050, 20, "feared"),
    no("Mandalay", 21.9747, 96.0836, 25, "a first name"),
    no("Myanmar since 2021", 21.0, 96.5, 300, "a total since the coup", "casualties"),
    # 26
    no("Surin and Buri Ram", 14.9, 103.3, 40, "where people were evacuated"),
    no("Putrajaya", 2.9264, 101.6964, 40, "talks that are offered"),
    no("Sydney", -33.8688, 151.2093, 60, "a first name"),
    no("Singapore", 1.2897, 103.8501, 40, "where an analyst sits"),
    # 27
    no("Quetta", 30.1830, 66.9987, 15, "a dateline; a train's destination"),
    no("Pahalgam", 34.0150, 75.3150, 25, "recalled as history"),
    no("Kulachi", 31.9300, 70.4580, 20, "a surname"),
    no("Beijing", 39.9042, 116.4074, 60, "where the prime minister is"),
    no("Kabul", 34.5281, 69.1723, 30, "the government"),
    # 28
    no("Cali", 3.4372, -76.5225, 10, "to say where Jamundí lies"),
    no("Bogotá", 4.6097, -74.0817, 30, "recalled as history; where a reporter sits"),
    no("Cúcuta", 7.8939, -72.5078, 20, "where families fled"),
    no("Salamanca", 20.5739, -101.1957, 25, "denied: a transformer fire"),
    no("Texas", 31.0, -99.0, 500, "an arrest in 2024"),
    no("Virginia", 37.5, -78.5, 200, "a first name"),
    no("Santiago", -33.4569, -70.6483, 60, "a first name"),
]

if __name__ == "__main__":
    ids = [row["id"] for row in incidents + allowed]
    assert len(ids) == len(set(ids)), sorted(i for i in ids if ids.count(i) > 1)
    out = pathlib.Path(__file__).with_name("gold.json")
    out.write_text(json.dumps(dict(name="digests", incidents=incidents, allowed=allowed, forbidden=forbidden), indent=1) + "\n")
    print(len(incidents), "incidents")

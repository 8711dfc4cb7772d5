#!/usr/bin/env python3
"""Writes gold.json beside this file: what a careful reader takes from the twenty-two files in articles/."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from making import day, hurt, inc, no  # noqa: E402


TOWN, SITE, NEAR, REGION = ["settlement"], ["facility", "settlement"], ["settlement", "area"], ["region"]
PART, ROUGH, WIDE = ["district", "settlement"], ["settlement", "region", "area"], ["country", "area"]
ANY = ["strike", "casualties"]
AIR = ["strike", "interception"]
M5, M6, N5 = day("2026-03-05"), day("2026-03-06"), day("2026-03-04", 5)
D9, D10, D89 = day("2025-12-09"), day("2025-12-10"), day("2025-12-08", 9)
Y21, Y22, Y2 = day("2024-05-21"), day("2024-05-22"), day("2024-05-21", 22)
V13, V14, V2 = day("2024-11-13"), day("2024-11-14"), day("2024-11-13", 14)
P14, P15, P2 = day("2024-04-14"), day("2024-04-15"), day("2024-04-14", 15)
S14, S15 = day("2023-09-14"), day("2023-09-15")
J = day("2025-06-29", 30)
A9 = day("2025-04-09")
O19, O20 = day("2024-10-19"), day("2024-10-20")
BORDER = dict(lat=51.7, lon=28.5, tol=380, levels=["border", "area"])

incidents = [
    # 01, 02, 03: an exchange in two rounds and a night of strikes; 02 says outright that the tolls rose
    inc("swap-mar5", "prisoner_swap", M5, "Belarus-Ukraine border", **BORDER,
        numbers={"prisoners.UKR": 200, "prisoners.RUS": [200, 204]}, sources=3),
    inc("swap-mar6", "prisoner_swap", M6, "Belarus-Ukraine border", **BORDER,
        numbers={"prisoners.UKR": [300, 302], "prisoners.RUS": 300}),
    inc("arrival-chernihiv-mar5", "prisoner_swap", M5, "Chernihiv region", 51.4, 31.9, 120, REGION),
    inc("kyiv-mar5", "strike", M5, "Kyiv", 50.4547, 30.5238, 15, TOWN, hurt(5, 31), 3),
    inc("darnytskyi", "strike", M5, "Darnytskyi district, Kyiv", 50.41, 30.67, 9, ["district"], hurt(4), 3),
    inc("holosiivskyi", "strike", M5, "Holosiivskyi district, Kyiv", 50.37, 30.50, 9, ["district"]),
    inc("dnipro-mar5", "strike", M5, "plant, Dnipro", 48.4666, 35.0407, 15, SITE, hurt(3, [8, 9]), 3),
    inc("chernihiv-mar5", "strike", M5, "Chernihiv", 51.5054, 31.2866, 12, SITE, hurt(1)),
    inc("shebekino", "strike", N5, "Shebekino", 50.4134, 36.9254, 10, TOWN, hurt(1, 2), 2),
    # 02
    inc("zaporizhzhia-mar5", "strike", M5, "Zaporizhzhia", 47.8517, 35.1171, 15, TOWN, hurt(1, 12)),
    inc("kharkiv-mar6", "strike", M6, "market, Kharkiv", 49.9818, 36.2548, 12, SITE, hurt(None, 3)),
    inc("tikhoretsk", "strike", M6, "oil depot, Tikhoretsk", 45.8531, 40.1187, 15, SITE),
    # 03
    inc("bryansk", "interception", M5, "Bryansk region", 53.0, 33.4, 120, REGION),
    inc("belgorod", "interception", M5, "Belgorod region", 50.7, 37.4, 120, REGION),
    inc("kursk", "interception", M5, "Kursk region", 51.7, 36.2, 120, REGION),
    inc("kaluga-region", "interception", M5, "Kaluga region", 54.4, 35.4, 120, REGION),
    inc("crimea", "interception", M5, "Crimea", 45.3, 34.4, 130, REGION),
    inc("black-sea", "interception", M5, "Black Sea", 43.4, 34.0, 450, ["area", "region"]),
    inc("klimovo", "strike", N5, "Klimovo, Bryansk region", 52.3788, 32.1963, 12, TOWN, hurt(None, 1)),
    # 04, 05, 06: bombs on Kharkiv; the toll rises from hour to hour and the injured differ by source
    inc("nemyshlianskyi", "strike", D9, "Nemyshlianskyi district, Kharkiv", 49.965, 36.32, 10, PART,
        hurt(2, [23, 24]), 3),
    # 04
    inc("saltivskyi", "strike", D9, "Saltivskyi district, Kharkiv", 50.022, 36.345, 7, ["district"]),
    inc("balakliia", "strike", D89, "Balakliia", 49.456, 36.8443, 12, TOWN, hurt(1, 2)),
    inc("chuhuiv", "strike", D89, "Chuhuiv", 49.8354, 36.6865, 12, SITE),
    inc("derhachi", ANY, D89, "Derhachi", 50.1079, 36.1209, 10, TOWN, hurt(None, 1)),
    # 05, 06
    inc("konotop", "strike", D10, "station, Konotop", 51.2325, 33.2004, 12, SITE, hurt(None, 3), 2),
    inc("nevinnomyssk", "strike", D10, "chemical plant, Nevinnomyssk", 44.6333, 41.9444, 12, SITE, None, 2),
    inc("odesa-region-dec", "strike", D10, "Odesa region", 46.8, 30.1, 150, REGION),
    inc("kherson-korabelnyi", "strike", D10, "Korabelnyi district, Kherson", 46.62, 32.58, 8, ["district"], hurt(1)),
    inc("synelnykove", "strike", day("2025-12-09", 10), "fire station, Synelnykove", 48.3236, 35.5261, 12, SITE,
        hurt(1, 4)),
    # 07
    inc("kherson-may", "strike", Y22, "bus stop, Kherson", 46.6369, 32.6146, 10, SITE, hurt(2, 6)),
    inc("bilozerka", "strike", Y22, "Bilozerka", 46.6265, 32.4445, 7, TOWN, hurt(None, 2)),
    inc("nova-kakhovka", "strike", Y21, "Nova Kakhovka", 46.7597, 33.3559, 12, TOWN, hurt(3)),
    inc("nikopol-may", "strike", Y2, "Nikopol", 47.5683, 34.3913, 12, TOWN, hurt(None, 1)),
    inc("vovchansk", "ground_attack", Y2, "in and around Vovchansk", 50.2908, 36.9411, 15, NEAR),
    inc("dovzhansk", "strike", Y21, "fuel depot, Dovzhansk", 48.0761, 39.6474, 15, SITE, hurt(1, 3)),
    inc("mykolaiv-region", "interception", Y22, "Mykolaiv region", 47.4, 31.9, 110, REGION),
    inc("odesa-region-may", "interception", Y22, "Odesa region", 46.8, 30.1, 150, REGION),
    inc("poltava-region", "interception", Y22, "Poltava region", 49.6, 33.8, 110, REGION),
    # 08
    inc("chasiv-yar", "ground_attack", V13, "near Chasiv Yar", 48.5877, 37.8341, 12, NEAR),
    inc("kurakhove", "ground_attack", V2, "near Kurakhove", 47.9847, 37.2807, 15, NEAR),
    inc("velyka-novosilka", "ground_attack", V14, "Velyka Novosilka", 47.8428, 36.8363, 15, NEAR),
    inc("mykolaiv", "strike", V13, "grain warehouse, Mykolaiv", 46.9763, 31.993, 15, SITE, hurt(1, 10)),
    inc("kaluga", "strike", V14, "oil depot, Kaluga", 54.5306, 36.27, 15, SITE),
    inc("bila-tserkva", "strike", V14, "school, Bila Tserkva", 49.7994, 30.1165, 15, SITE),
    # 09
    inc("belgorod-city", "strike", P14, "Belgorod", 50.6034, 36.5809, 12, TOWN, hurt(2, 7)),
    inc("grayvoron", "strike", P15, "Grayvoron", 50.4789, 35.6809, 7, TOWN, hurt(None, 1)),
    inc("golovchino", "strike", P2, "Golovchino", 50.5346, 35.8063, 6, TOWN),
    inc("horlivka", "strike", P14, "Horlivka", 48.2999, 38.0171, 15, SITE, hurt(2, 5)),
    inc("donetsk-petrovskyi", "strike", P2, "Petrovskyi district, Donetsk", 47.95, 37.64, 12, ["district"],
        hurt(None, 3)),
    inc("tokmak", "strike", day("2024-04-12"), "Tokmak", 47.2555, 35.7084, 12, SITE, hurt(8, 20)),
    inc("enerhodar", "strike", P15, "training centre by the nuclear plant, Enerhodar", 47.50, 34.62, 12, SITE),
    # 10
    inc("lozova", "strike", S14, "dormitory, Lozova", 48.8907, 36.3141, 12, SITE, hurt(11, 34)),
    inc("izmail", "strike", S15, "port of Izmail", 45.3506, 28.8375, 12, SITE, hurt(None, 1)),
    inc("kherson-sep", "strike", S15, "Kherson", 46.6369, 32.6146, 10, TOWN, hurt(1)),
    inc("moscow-region", "interception", S15, "Moscow region", 55.6, 37.6, 100, REGION),
    inc("sevsk", "strike", day("2023-09-14", 15), "border post near Sevsk", 52.149, 34.4935, 25, SITE + ["area"],
        hurt(None, 1)),
    # 11: a round-up by region, with the parts that are named
    inc("ukraine-9", ANY, J, "Ukraine", 48.8, 31.8, 400, WIDE, hurt(9, 46), level_required=True),
    inc("donetsk-region", ANY, J, "Donetsk region", 48.1, 37.7, 90, REGION, hurt(4, 17), level_required=True),
    inc("kostiantynivka", ANY, J, "Kostiantynivka, Donetsk region", 48.5273, 37.7059, 8, TOWN, hurt(2)),
    inc("druzhkivka", ANY, J, "Druzhkivka", 48.62, 37.5254, 8, TOWN, hurt(1)),
    inc("siversk", ANY, J, "Siversk", 48.8648, 38.0968, 12, TOWN, hurt(1)),
    inc("kherson-region", ANY, J, "Kherson region", 46.6, 33.5, 90, REGION, hurt(2, 9), level_required=True),
    inc("kharkiv-region", ANY, J, "Kharkiv region", 49.6, 36.5, 100, REGION, hurt(1, 8), level_required=True),
    inc("kupiansk", "strike", J, "Kupiansk", 49.71, 37.6158, 12, TOWN, hurt(1)),
    inc("izium", "strike", J, "Izium", 49.207, 37.2768, 12, TOWN, hurt(None, 4)),
    inc("dnipropetrovsk-region", ANY, J, "Dnipropetrovsk region", 48.4, 34.9, 100, REGION, hurt(1, 6),
        level_required=True),
    inc("samar", "strike", J, "Samar", 48.6289, 35.2589, 12, SITE, hurt(1, 4)),
    inc("nikopol-june", "strike", J, "Nikopol", 47.5683, 34.3913, 12, TOWN, hurt(None, 2)),
    inc("sumy-region", ANY, J, "Sumy region", 51.0, 34.0, 110, REGION, hurt(1, 4), level_required=True),
    inc("polohy", ANY, J, "Polohy district, Zaporizhzhia region", 47.45, 36.1, 90, ROUGH, hurt(None, 2)),
    inc("semenivka", "strike", J, "near Semenivka, Chernihiv region", 52.1786, 32.5818, 15, SITE + ["area"]),
    # 12: bare text; the caption of a photo is its only full date
    dict(id="swap-apr9", event_type="prisoner_swap", date=A9, place="not said", lat=50.5, lon=30.0, tolerance_km=600,
         unlocated_ok=True, numbers={"prisoners.UKR": [150, 172], "prisoners.RUS": 150}),
    inc("arrival-chernihiv-apr9", "prisoner_swap", A9, "hospital in the Chernihiv region", 51.4, 31.9, 120, REGION),
    inc("odesa-apr9", "strike", A9, "Prymorskyi district, Odesa", 46.4775, 30.74, 12, PART + ["facility"], hurt(2, 11)),
    inc("poltava-apr9", "strike", A9, "Poltava", 49.5892, 34.5537, 12, SITE, hurt(None, 5)),
    inc("sumy-apr9", "strike", A9, "Sumy", 50.9174, 34.7991, 12, TOWN),
    inc("kryvyi-rih-apr9", "strike", A9, "Kryvyi Rih", 47.9057, 33.394, 15, TOWN),
    inc("engels", "strike", A9, "fuel depot, Engels", 51.4839, 46.1053, 15, SITE, hurt(None, 2)),
    inc("saratov-region", "interception", A9, "Saratov region", 51.6, 46.8, 180, REGION),
    # 13, 14: Douris in two outlets, the second with a higher toll
    inc("douris", "strike", O19, "house in Douris by Baalbek", 33.99, 36.19, 8, SITE, hurt(16, 11), 2),
    inc("shlomi", "strike", O19, "Shlomi", 33.0719, 35.1453, 8, TOWN, hurt(None, 1), 2),
    # 13
    inc("nabatieh", "strike", O19, "market, Nabatieh", 33.3789, 35.4839, 8, SITE, hurt(2)),
    inc("tyre", "strike", O19, "Tyre", 33.2733, 35.1939, 8, TOWN, hurt(1)),
    inc("khiam-clash", "ground_attack", O19, "east of Khiam", 33.327, 35.613, 10, NEAR),
    inc("khiam-shelling", "strike", O19, "Khiam", 33.327, 35.613, 10, TOWN),
    inc("burj-al-barajneh", "strike", O19, "Burj al-Barajneh, Beirut", 33.846, 35.503, 6, PART),
    inc("haifa", AIR, O19, "around Haifa", 32.79, 34.99, 35, NEAR + ["facility"]),
    # 14
    inc("beit-lahiya", "strike", day("2024-10-19", 20), "Beit Lahiya", 31.5464, 34.4951, 5, SITE, hurt(21, 30)),
    inc("nuseirat", "strike", O20, "Nuseirat camp", 31.4486, 34.3925, 5, ["settlement", "district", "facility"],
        hurt(4)),
    inc("jabaliya", "ground_attack", O19, "Jabaliya", 31.5272, 34.4835, 5, TOWN + ["facility"], hurt(2)),
    inc("gaza-strip", ANY, day("2024-10-19", 20), "Gaza Strip", 31.42, 34.37, 15, REGION + WIDE, hurt(39),
        level_required=True),
    inc("karmiel", "strike", O20, "Karmiel", 32.9095, 35.2977, 10, SITE, hurt(None, 3)),
    # 15
    inc("dilling", "strike", day("2026-01-17"), "market, Dilling", 12.05, 29.65, 15, SITE, hurt([18, 22], 31)),
    inc("kadugli", "strike", day("2026-01-17"), "Hajar El Mak, Kadugli", 11.0111, 29.7183, 15, PART, hurt(5, 12)),
    inc("el-obeid", "strike", day("2026-01-18"), "power station, El Obeid", 13.1842, 30.2167, 15, SITE),
    inc("en-nahud", "strike", day("2026-01-16"), "livestock market, En Nahud", 12.7, 28.4333, 15, SITE, hurt(11)),
    # 16
    inc("oicha", "ground_attack", day("2024-10-15", 16), "Oicha", 0.6978, 29.5186, 12, PART, hurt([14, 17])),
    inc("minova", "strike", day("2024-10-14"), "camp in Minova", -1.708, 29.02, 15, SITE, hurt(6, 19)),
    inc("kalembe", "ground_attack", day("2024-10-16"), "Kalembe, Masisi territory", -1.25, 28.8, 60, ROUGH,
        hurt(None, 11)),
    inc("djugu", "ground_attack", day("2024-10-15"), "gold mine, Djugu territory", 1.9193, 30.5026, 50,
        ROUGH + ["facility"], hurt(9)),
    # 17
    inc("singu", "strike", day("2025-02-20"), "monastery, Singu township", 22.555, 96.01, 30, SITE + REGION,
        hurt(11, 20)),
    inc("myinmu", "strike", day("2025-02-19", 20), "pagoda festival, Myinmu", 21.93, 95.58, 20, SITE, hurt(4, 15)),
    inc("kawkareik", "ground_attack", day("2025-02-18"), "near Kawkareik", 16.5554, 98.2371, 20, NEAR, hurt([12, 14])),
    inc("kyaukphyu", "ground_attack", day("2025-02-18", 20), "around Kyaukphyu", 19.4279, 93.5513, 25, NEAR),
    inc("bhamo", ANY, day("2025-02-13", 20), "Bhamo", 24.2526, 97.2336, 15, TOWN, hurt(23)),
    inc("kunming", "talks", day("2025-02-17", 18), "Kunming", 25.0389, 102.7183, 30, TOWN),
    # 18
    inc("al-mayadin", "ground_attack", day("2025-11-10"), "checkpoint, al-Mayadin", 35.0198, 40.4515, 15, SITE,
        hurt(4, 2)),
    inc("deir-hafer", "strike", day("2025-11-11"), "Deir Hafer", 36.1569, 37.7078, 12, TOWN, hurt(None, 4)),
    inc("suwayda", "strike", day("2025-11-11"), "As-Suwayda", 32.709, 36.5695, 10, PART, hurt(None, 3)),
    inc("beit-jinn", "strike", day("2025-11-10"), "road to Beit Jinn", 33.3117, 35.8878, 12, NEAR, hurt(2)),
    # 19
    inc("mir-ali", ["strike", "ground_attack"], day("2026-01-21"), "camp, Mir Ali", 32.98, 70.27, 20, SITE + REGION,
        hurt([8, 13], 15)),
    inc("lakki-marwat", "ground_attack", day("2026-01-20", 21), "near Tajori, Lakki Marwat", 32.6072, 70.9123, 45,
        ROUGH, hurt(3)),
    inc("tank", "ground_attack", day("2026-01-21"), "Tank district", 32.2171, 70.3832, 40, ROUGH, hurt(13)),
    inc("mastung", "strike", day("2026-01-21"), "railway near Mastung", 29.7997, 66.8455, 20, SITE + ["area"],
        hurt(None, 5)),
    # 20
    inc("diapaga", "ground_attack", day("2025-03-11"), "base, Diapaga", 12.0729, 1.7884, 15, SITE, hurt([30, 60])),
    inc("kadiolo", "ground_attack", day("2025-03-12"), "near Kadiolo", 10.55, -5.7667, 20, NEAR, hurt(5)),
    inc("lere", "strike", day("2025-03-09"), "fair, Léré", 15.712, -4.911, 20, SITE, hurt(18)),
    inc("banibangou", "ground_attack", day("2025-03-11"), "near Banibangou", 15.0416, 2.7037, 25, NEAR, hurt(11)),
    # 21
    inc("finote-selam", "strike", day("2025-10-12"), "bus station, Finote Selam", 10.7, 37.2667, 15, SITE, hurt(8, 13)),
    inc("debre-tabor", "ground_attack", day("2025-10-11"), "near Debre Tabor", 11.85, 38.0167, 20, NEAR, hurt(40)),
    inc("lalibela", "strike", day("2025-10-13"), "Lalibela", 12.0322, 39.0476, 12, PART, hurt(3)),
    inc("kiramu", "ground_attack", day("2025-10-10", 11), "Kiramu district, East Wollega", 9.7, 36.85, 80, ROUGH,
        hurt(6)),
    # 22
    inc("salamanca", "ground_attack", day("2025-06-14"), "Salamanca, Guanajuato", 20.5698, -101.1977, 15, SITE,
        hurt(10, [12, 13])),
    inc("apatzingan", "strike", day("2025-06-13"), "outside Apatzingán", 19.0886, -102.357, 25, NEAR, hurt(3, 2)),
    inc("buenavista", "strike", day("2025-06-14"), "Buenavista, Michoacán", 19.2114, -102.5883, 25, ROUGH,
        hurt(None, 2)),
    inc("concordia", "ground_attack", day("2025-06-15"), "highway in Concordia, Sinaloa", 23.2869, -106.0639, 35,
        ROUGH, hurt(7)),
]

UA = dict(lat=48.8, lon=31.8, tol=400, levels=WIDE, level_required=True)
allowed = [
    inc("ukraine-mar5", AIR, M5, "Ukraine", many=True, **UA),
    inc("ukraine-mar6", AIR, M6, "Ukraine", many=True, **UA),
    inc("ukraine-dec10", AIR, D10, "Ukraine", many=True, **UA),
    inc("ukraine-may22", AIR, Y22, "Ukraine, or the three regions together", many=True, **UA),
    inc("ukraine-nov14", AIR, V14, "Ukraine", many=True, **UA),
    inc("ukraine-sep15", AIR, S15, "Ukraine", many=True, **UA),
    inc("ukraine-june", AIR, J, "Ukraine", many=True, **UA),
    inc("ukraine-apr9", AIR, A9, "Ukraine", many=True, **UA),
    inc("russia-mar5", "interception", M5, "Russian regions, Crimea and the Black Sea", 55.0, 60.0, 4500, WIDE,
        level_required=True),
    inc("russia-apr9", "interception", A9, "Russia", 55.0, 60.0, 4500, WIDE, level_required=True),
    inc("belarus-mar5", "prisoner_swap", M5, "Belarus", 53.7, 28.0, 350, ["country"], level_required=True),
    inc("belarus-apr9", "prisoner_swap", A9, "Belarus", 53.7, 28.0, 350, ["country"], level_required=True),
    inc("abu-dhabi", "talks", ["2026-02-01", "2026-02-28"], "Abu Dhabi", 24.45, 54.4, 40, [], undated_ok=True),
    inc("kharkiv-city-dec9", "strike", D9, "Kharkiv", 49.9818, 36.2548, 4, []),
    inc("kharkiv-region-dec9", ANY, D89, "Kharkiv region", 49.6, 36.5, 110, REGION, level_required=True),
    inc("rome", "talks", D10, "Rome", 41.89, 12.48, 30, []),
    inc("nova-kakhovka-left-bank", "strike", Y21, "left bank of the Dnipro", 46.6, 33.3, 100, ["area", "region"],
        level_required=True),
    inc("berestky", "ground_attack", V2, "Berestky", 48.03, 37.33, 8, []),
    inc("dalnie", "ground_attack", V2, "Dalnie", 47.87, 37.27, 9, []),
    inc("chasiv-yar-nov14", "ground_attack", V14, "Chasiv Yar", 48.5877, 37.8341, 15, []),
    inc("belgorod-rockets", "interception", P14, "Belgorod region", 50.7, 37.2, 120, REGION),
    inc("dpr-14-attacks", ANY, P2, "Donetsk region, 14 attacks", 48.1, 37.7, 90, REGION, level_required=True),
    inc("izmail-drones", "interception", S15, "Odesa region", 46.5, 29.8, 200, []),
    inc("kherson-city-june", ANY, J, "Kherson, one of 31 settlements", 46.6369, 32.6146, 8, []),
    inc("zaporizhzhia-region-june", ANY, J, "Zaporizhzhia region, 433 strikes", 47.4, 35.6, 110, REGION,
        level_required=True),
    inc("chernihiv-region-june", "strike", J, "Chernihiv region", 51.4, 31.9, 120, REGION, level_required=True),
    inc("odesa-again", "strike", A9, "Odesa, as city beside its district", 46.4775, 30.74, 12, []),
    inc("israel-north", AIR, day("2024-10-19", 20), "northern Israel", 32.6, 35.2, 140, REGION + WIDE, many=True,
        level_required=True),
    inc("el-obeid-interception", "interception", day("2026-01-18"), "El Obeid", 13.1842, 30.2167, 15, []),
    inc("en-nahud-outskirts", "strike", day("2026-01-16"), "outskirts of En Nahud", 12.7, 28.4333, 20, []),
    inc("kyaukphyu-shelling", "strike", day("2025-02-18", 20), "villages around Kyaukphyu", 19.4279, 93.5513, 25, []),
    inc("maarrat-al-numan", ["strike", "casualties"], day("2025-11-10"), "unexploded shell near Maarrat al-Numan",
        35.6483, 36.6769, 15, []),
    inc("jubata", "ground_attack", day("2025-11-11"), "Jubata al-Khashab", 33.23, 35.82, 15, []),
    inc("white-house", "talks", day("2025-11-10"), "Washington", 38.9, -77.04, 30, []),
    inc("mir-ali-second", ["strike", "ground_attack"], day("2026-01-21"), "the fight after the blast, Mir Ali",
        32.98, 70.27, 20, []),
    inc("diapaga-air", "strike", day("2025-03-11", 13), "air raids after Diapaga", 12.0729, 1.7884, 80, []),
    inc("west-gojjam", "strike", day("2025-10-12"), "West Gojjam, as the command post says", 10.9, 37.3, 60, REGION,
        level_required=True),
    inc("culiacan", ["casualties", "ground_attack"], day("2025-06-15"), "four bodies, Culiacán", 24.8021, -107.3942,
        15, []),
]

forbidden = [
    # 01-03
    no("Geneva", 46.2044, 6.1432, 40, "talks that are planned"),
    no("Bakhmut", 48.5956, 37.9999, 8, "recalled as history", date=["2023-01-01", "2026-03-06"]),
    no("Mariupol", 47.0971, 37.5434, 25, "recalled as history, or where the freed had served"),
    no("Poland", 52.0, 19.4, 280, "fighters sent up, airports closed as a precaution"),
    no("Lviv", 49.8383, 24.0232, 30, "a related link"),
    no("Istanbul", 41.01, 28.95, 60, "the talks of 2025 recalled; talks that are planned"),
    no("Washington", 38.9, -77.04, 60, "where analysts and spokesmen sit", event_type=["strike", "casualties", "ground_attack"]),
    no("London", 51.5074, -0.1278, 60, "where a reporter or an analyst sits"),
    no("Moscow", 55.75, 37.62, 15, "Moscow stands for the government, or is a dateline",
       event_type=["strike", "casualties", "ground_attack"]),
    no("Kursk region", 51.7, 36.2, 130, "where some of those exchanged live", event_type="prisoner_swap"),
    # 04-06
    no("Shevchenkivskyi district, Kharkiv", 50.02, 36.22, 15, "recalled as history", date=day("2025-11-30")),
    no("Lozova, December", 48.8907, 36.3141, 20, "a related link; the wiring", date=["2025-12-01", "2025-12-31"]),
    no("Kupiansk, December", 49.71, 37.6158, 20, "a related link", date=["2025-12-01", "2025-12-31"]),
    no("Pokrovsk", 48.2801, 37.1771, 20, "a claim that is doubted, by an editor at a desk"),
    no("Berlin", 52.52, 13.4, 40, "a visit that is planned"),
    no("Sumy, December", 50.9174, 34.7991, 20, "where the train was bound", date=D10),
    no("Kyiv, December", 50.4547, 30.5238, 25, "where the train came from", date=D10),
    no("Belgorod region, December", 50.7, 37.4, 70, "where the bombs were launched", date=D9),
    no("Moldova", 47.0, 28.6, 60, "a related link"),
    # 07, 08
    no("Switzerland", 46.8, 8.2, 150, "a summit that is planned"),
    no("Sverdlovsk region, Russia", 58.5, 61.5, 400, "the wrong Sverdlovsk; a decree"),
    no("Zaporizhzhia nuclear plant, May", 47.508, 34.586, 12, "tells where Nikopol lies", date=Y2),
    no("Primorsko-Akhtarsk", 46.045, 38.175, 30, "where drones were launched"),
    no("Oryol region", 52.8, 36.4, 100, "where drones were launched"),
    no("Ryazan", 54.627, 39.692, 40, "recalled as history"),
    no("Tuapse", 44.104, 39.077, 30, "recalled as history"),
    no("Gudermes", 43.35, 46.1, 30, "volunteers who left"),
    # 09, 10
    no("Kursk and Bryansk regions", 52.3, 34.8, 170, "calm overnight", date=P2),
    no("Vienna", 48.2, 16.37, 40, "a session that is planned"),
    no("Kramatorsk", 48.7311, 37.5678, 10, "recalled as history", date=["2022-04-01", "2023-09-15"]),
    no("Romania", 45.9, 25.0, 200, "no fragments found"),
    no("Poltava, September", 49.5892, 34.5537, 20, "where a sister lives", date=["2023-09-13", "2023-09-15"]),
    # 11, 12
    no("Ukraine since 2022", 48.8, 31.8, 200, "a total since the invasion", event_type="casualties",
       date=["2022-02-01", "2025-06-28"]),
    no("Ternopil", 49.5535, 25.5948, 20, "where a mother lives"),
    no("Chernobyl", 51.28, 30.22, 25, "where some of the freed had served"),
    # 13, 14
    no("Aita al-Shaab", 33.0967, 35.3339, 5, "where the family came from"),
    no("Broummana", 33.88, 35.63, 6, "from where the smoke was seen"),
    no("Paris", 48.8566, 2.3522, 40, "a conference that is planned"),
    no("Nabatieh, earlier", 33.3789, 35.4839, 12, "recalled as history", date=day("2024-10-12")),
    no("Lebanon since October 2023", 33.9, 35.9, 100, "a total since the war began", event_type="casualties",
       date=["2023-10-01", "2024-10-18"]),
    no("southern Israel, 2023", 31.4, 34.6, 80, "recalled as history", date=["2023-10-01", "2023-10-31"]),
    no("Deir al-Balah", 31.4183, 34.3493, 2, "the dateline and a hospital", event_type=["strike", "ground_attack"], date=O20),
    no("Cairo", 30.0444, 31.2357, 60, "talks that are planned"),
    no("Jerusalem", 31.7683, 35.2137, 15, "where a reporter sits"),
    # 15, 16
    no("Tawila", 13.5, 24.87, 40, "hunger, not an attack"),
    no("El Fasher", 13.6279, 25.3494, 30, "recalled as history"),
    no("El Rahad", 12.7167, 30.65, 15, "where displaced people went"),
    no("Port Sudan", 19.6175, 37.2164, 30, "where a speech was held"),
    no("Goma", -1.6741, 29.2284, 15, "where a call was made from", date=["2024-10-01", "2024-10-17"]),
    no("Luanda", -8.84, 13.23, 60, "talks recalled and planned"),
    no("Beni, June", 0.6, 29.5, 60, "recalled as history", date=["2024-06-01", "2024-06-30"]),
    # 17, 18
    no("Pazigyi", 23.2, 95.5, 70, "recalled as history", date=["2023-04-01", "2023-04-30"]),
    no("Myitkyina", 25.3833, 97.4, 30, "a related link"),
    no("Myanmar since 2021", 21.0, 96.5, 300, "a total since the coup", event_type="casualties"),
    no("As-Suwayda, July", 32.709, 36.5695, 60, "recalled as history", date=["2025-07-01", "2025-07-31"]),
    no("al-Mayadin, September", 35.0198, 40.4515, 25, "recalled as history", date=["2025-09-01", "2025-09-30"]),
    no("Baku", 40.41, 49.87, 60, "talks that are planned"),
    # 19, 20
    no("Bannu", 32.9861, 70.6042, 12, "a jirga that is planned"),
    no("Bolan Pass", 29.6, 67.4, 40, "recalled as history"),
    no("Kabul", 34.53, 69.17, 40, "where a spokesman sits"),
    no("Quetta", 30.18, 67.0, 20, "the dateline; where the train was bound"),
    no("Miramshah", 33.0006, 70.0712, 8, "the dateline; how far the blast was heard"),
    no("Benin", 10.5, 2.3, 200, "recalled as history", date=["2025-01-01", "2025-01-31"]),
    no("Fada N'Gourma", 12.06, 0.358, 40, "where a resident fled"),
    no("Dakar", 14.7, -17.45, 60, "where a researcher sits"),
    # 21, 22
    no("Bahir Dar", 11.59, 37.39, 25, "where the injured were taken"),
    no("Nekemte", 9.0833, 36.55, 15, "where survivors arrived"),
    no("Gondar", 12.6, 37.47, 25, "flights"),
    no("Lalibela, 2023", 12.0322, 39.0476, 20, "recalled as history", date=["2023-11-01", "2023-11-30"]),
    no("Salvatierra", 20.21, -100.88, 25, "recalled as history"),
    no("El Paso", 31.76, -106.49, 60, "where an arrested man was flown"),
    no("Irapuato", 20.6767, -101.3475, 10, "a hospital"),
    no("Salamanca, Spain", 40.965, -5.664, 60, "the wrong Salamanca"),
    no("Mazatlán", 23.22, -106.42, 15, "tells where Concordia lies"),
]

out = pathlib.Path(__file__).with_name("gold.json")
out.write_text(json.dumps(dict(name="mixed", incidents=incidents, allowed=allowed, forbidden=forbidden), indent=1,
                          ensure_ascii=False) + "\n")
print(len(incidents), "incidents,", len(allowed), "allowed,", len(forbidden), "forbidden")

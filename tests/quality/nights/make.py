#!/usr/bin/env python3
"""Writes gold.json beside this file: what a careful reader takes from the thirty files in articles/."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from making import day, hurt, inc, no  # noqa: E402


def ok(place, types, date, lat, lon, tol, levels=None, **more):
    """Something a reader may also take."""
    row = dict(event_type=types, date=date, place=place, lat=lat, lon=lon, tolerance_km=tol, **more)
    if levels:
        row.update(geo_precision=levels, level_required=True)
    return row


def reg(place, date, lat, lon, tol=90, types=None, **more):
    """A region as a whole: a parent, a tally of the drones brought down over it, its casualties."""
    return ok(place, types or ["strike", "interception", "casualties"], date, lat, lon, tol, ["region", "area"],
              many=True, **more)


def ukraine(date):
    return ok("Ukraine, the night as a whole", ["strike", "interception", "casualties"], date, 48.9, 31.5, 450,
              ["country", "area", "unknown"], many=True, unlocated_ok=True)


def russia(date):
    return ok("Russia, drones brought down over many regions", ["strike", "interception"], date, 56.0, 45.0, 4500,
              ["country", "area", "unknown"], many=True, unlocated_ok=True)


TOWN, SITE, NEAR, REGION = ["settlement"], ["facility", "settlement"], ["settlement", "area"], ["region", "area"]
PART = ["district"]
ROUGH = ["settlement", "region", "area"]
ANY = ["strike", "casualties"]
AIR = ["strike", "interception"]
BORDER = dict(lat=51.7, lon=28.5, tol=400, levels=["border", "area", "country", "unknown"], unlocated_ok=True)
O30, O29 = day("2025-10-30"), day("2025-10-29", 30)
F12, F11 = day("2026-02-12"), day("2026-02-11", 12)
R14 = day("2026-03-14")
Y14, Y15, Y2 = day("2026-05-14"), day("2026-05-15"), day("2026-05-14", 15)
N8, N9, N10 = day("2025-11-08"), day("2025-11-08", 9), day("2025-11-10")
A5, A6 = day("2026-04-05", 6), day("2026-04-06")
M21, M22, M20 = day("2025-03-21"), day("2025-03-21", 22), day("2025-03-20", 21)
D20, D21, D19 = day("2025-12-20"), day("2025-12-20", 21), day("2025-12-19")
F3 = day("2026-02-03")
L21 = day("2025-07-21")
J15 = day("2026-01-14", 15)
C10, C11 = day("2025-10-10", 11), day("2025-10-11")
S13 = day("2023-10-13")
P21 = day("2026-04-21")
G15 = day("2025-08-15")
E12, E2 = day("2026-04-12"), day("2026-04-11", 12)
B19 = day("2025-02-19")
MAY = day("2024-05-01", 31)
V20 = day("2025-11-20")
V2 = day("2025-11-19", 20)

incidents = [
    # 01, 02, 03: the toll of the dormitory goes from two to three to four
    inc("zaporizhzhia-dormitory", "strike", O30, "dormitory, Khortytskyi district, Zaporizhzhia", 47.84, 35.09, 15,
        ["settlement", "district", "facility"], hurt(4, 31), 3),
    inc("ladyzhyn", "strike", O30, "thermal power plant, Ladyzhyn", 48.690, 29.230, 15, SITE, hurt(1, 4)),
    inc("lviv-oblast", "strike", O30, "two energy facilities, Lviv Oblast", 49.75, 23.95, 70, REGION, hurt(None, 0)),
    inc("burshtyn", "strike", O30, "power station, Burshtyn", 49.235, 24.65, 14, SITE),
    inc("komyshuvakha", "strike", O30, "Komyshuvakha, Zaporizhzhia district", 47.7149, 35.5240, 10, TOWN, hurt(1)),
    # 04, 05, 06: an exchange and an arrival
    inc("swap-feb12", "prisoner_swap", F12, "Belarus-Ukraine border", **BORDER,
        numbers={"prisoners.UKR": [157, 164], "prisoners.RUS": [157, 160]}, sources=2),
    inc("arrival-chernihiv", "prisoner_swap", F12, "hospital, Chernihiv region", 51.45, 31.8, 110,
        ["region", "area", "facility"], sources=2),
    inc("sloviansk-feb12", "strike", F11, "Sloviansk", 48.8497, 37.5974, 10, TOWN, hurt(2, 1)),
    inc("semenivka", "strike", F12, "post office, Semenivka, Chernihiv region", 52.1786, 32.5818, 10, SITE, hurt(0, 0)),
    # 07, 08
    inc("saratov-refinery", "strike", R14, "oil refinery, Saratov", 51.52, 45.97, 14, SITE, sources=2),
    inc("engels", "strike", R14, "apartment building, Engels", 51.4839, 46.1053, 10, SITE, hurt(None, 2)),
    inc("tikhoretsk", "strike", R14, "oil depot, Tikhoretsk", 45.8531, 40.1187, 12, SITE, hurt(None, 0)),
    inc("makiivka", "strike", R14, "ammunition depot, Makiivka", 48.0478, 37.9258, 14, ["facility", "settlement", "area"]),
    inc("huliaipole-mar14", "strike", R14, "near Huliaipole", 47.6669, 36.2558, 18, NEAR),
    inc("hrafske", "strike", R14, "drone control point, Hrafske, Kharkiv region", 50.2215, 36.8547, 12,
        ["settlement", "area", "facility"]),
    # 09, 10, 11: Kyiv by district, the tolls rise
    inc("kyiv-may14", "strike", Y14, "Kyiv", 50.4547, 30.5238, 12, TOWN, hurt(11, 54), 3),
    inc("darnytskyi", "strike", Y14, "apartment block, Darnytskyi district, Kyiv", 50.413, 30.68, 9,
        ["district", "facility"], hurt(10, 34), 3),
    inc("solomianskyi", "strike", Y14, "warehouse, Solomianskyi district, Kyiv", 50.425, 30.445, 8,
        ["district", "facility"], hurt(1, 3), 2),
    inc("podilskyi", "strike", Y14, "school and kindergarten, Podilskyi district, Kyiv", 50.490, 30.480, 8,
        ["district", "facility"], None, 2),
    inc("sviatoshynskyi", "strike", Y14, "Sviatoshynskyi district, Kyiv", 50.4650, 30.3450, 9, ["district", "facility"],
        hurt(None, 7)),
    inc("bila-tserkva", "strike", Y14, "garage co-operative, Bila Tserkva", 49.7994, 30.1165, 10, SITE, hurt(None, 1)),
    inc("poltava-may15", "strike", Y15, "gas station on the edge of Poltava", 49.5893, 34.5537, 14,
        ["facility", "settlement", "area"], hurt(None, 3)),
    inc("kherson-may15", "strike", Y15, "bus stop, Kherson", 46.6370, 32.6146, 10, SITE, hurt(1)),
    inc("murom-belgorod", "strike", Y2, "Murom, Belgorod region", 50.38, 36.75, 70, TOWN, hurt(1)),
    # 12, 13
    inc("kherson-minibus", "strike", N8, "minibus, Dniprovskyi district, Kherson", 46.6588, 32.6476, 7,
        ["district", "facility"], hurt(3, [7, 8]), 2),
    inc("kherson-region-day", ANY, N9, "Kherson region", 46.65, 33.4, 80, REGION, hurt(3, 14), level_required=True),
    inc("bilozerka", "strike", N9, "Bilozerka", 46.6265, 32.4445, 5, TOWN, hurt(1)),
    inc("antonivka", "strike", N9, "Antonivka by Kherson", 46.6767, 32.7306, 5, TOWN + PART, hurt(None, 2)),
    inc("beryslav", "strike", N9, "Beryslav", 46.8385, 33.4266, 10, TOWN, hurt(None, 3)),
    inc("oleshky", "strike", N9, "Oleshky", 46.6255, 32.7243, 5, TOWN, hurt(2)),
    inc("mykolaiv-nov10", "strike", N10, "Mykolaiv", 46.9763, 31.9930, 12, SITE, hurt(0, 0)),
    # 14, 15
    inc("shebekino-car", "strike", A5, "car on Dokuchaev Street, Shebekino", 50.4134, 36.9254, 8, SITE,
        hurt(2, [1, 2]), 2),
    inc("golovchino", "strike", A5, "Golovchino", 50.5346, 35.8063, 6, SITE, hurt(None, 1)),
    inc("grayvoron", "strike", A5, "Grayvoron", 50.4789, 35.6809, 6, TOWN, hurt(None, 0)),
    inc("razumnoye", "strike", A5, "production building, Razumnoye", 50.5344, 36.6846, 7, SITE),
    inc("rylsk", "strike", A6, "ambulance, Rylsk", 51.5714, 34.6832, 10, SITE, hurt(None, 1)),
    # 16, 17: four, then six
    inc("kharkiv-hypermarket", "strike", M21, "hypermarket, Shevchenkivskyi district, Kharkiv", 50.02, 36.225, 9,
        ["district", "facility"], hurt(6, 43), 2),
    inc("kupiansk-mar20", "strike", M20, "administrative building, Kupiansk", 49.7100, 37.6158, 12, SITE, hurt(0, 0)),
    inc("vovchansk", "strike", M22, "Vovchansk", 50.2908, 36.9411, 10, TOWN, hurt(None, 1)),
    inc("zolochiv", "strike", M22, "cultural centre, Zolochiv, Kharkiv region", 50.2733, 35.9776, 10, SITE, hurt(0, 0)),
    inc("derhachi", "strike", M22, "Derhachi", 50.1079, 36.1209, 8, SITE),
    inc("tsyrkuny", "strike", M22, "Tsyrkuny", 50.0844, 36.3872, 7, TOWN, hurt(1)),
    # 18, 19
    inc("odesa-substations", "strike", D20, "substations, Odesa", 46.4857, 30.7438, 12, SITE, hurt(None, 6), 2),
    inc("pivdennyi-port", "strike", D20, "port of Pivdennyi", 46.6200, 31.0500, 12, SITE, hurt(1)),
    inc("volna", "strike", D19, "port of Volna, Taman peninsula", 45.13, 36.72, 45, ["facility", "settlement", "area"],
        hurt(None, 0)),
    inc("odesa-region-dec21", "interception", day("2025-12-21"), "Odesa region", 46.7, 30.1, 130, REGION),
    inc("orlivka", "strike", day("2025-12-21"), "bank of the Danube near Orlivka, Izmail district", 45.3166, 28.4405, 15,
        ["settlement", "area", "facility"], hurt(None, 0)),
    # 20
    inc("sumy-feb3", "strike", F3, "Sumy", 50.9174, 34.7991, 10, SITE, hurt(None, 5)),
    inc("shostka", "strike", F3, "heating plant, Shostka", 51.8643, 33.4728, 10, SITE),
    inc("kryvyi-rih", "strike", F3, "industrial enterprise, Kryvyi Rih", 47.9057, 33.3940, 20, SITE, hurt(1, 9)),
    # 21
    inc("donetsk-region-day", ANY, L21, "Donetsk region", 48.2, 37.7, 90, REGION, hurt(2, 12), level_required=True),
    inc("kostiantynivka", "strike", L21, "Kostiantynivka", 48.5273, 37.7059, 9, TOWN, hurt(1, 4)),
    inc("rodynske", ANY, L21, "Rodynske", 48.3542, 37.2064, 4, TOWN, hurt(1)),
    inc("bilytske", ANY, L21, "Bilytske", 48.4064, 37.1811, 4, TOWN, hurt(None, 3)),
    inc("dobropillia", "strike", L21, "Dobropillia", 48.4667, 37.0857, 6, SITE),
    inc("druzhkivka", "strike", L21, "industrial zone, Druzhkivka", 48.6200, 37.5254, 8, SITE, hurt(None, 2)),
    inc("kramatorsk-jul21", "strike", L21, "Kramatorsk", 48.7311, 37.5678, 8, SITE, hurt(None, 2)),
    inc("sloviansk-jul21", "strike", L21, "infrastructure facility, Sloviansk", 48.8497, 37.5974, 8, SITE),
    inc("siversk", ANY, L21, "Siversk", 48.8648, 38.0968, 5, TOWN, hurt(None, 1)),
    # 22
    inc("dnipropetrovsk-day", ANY, J15, "Dnipropetrovsk region", 48.3, 34.9, 90, REGION, hurt(1, 3), level_required=True),
    inc("nikopol", "strike", J15, "Nikopol", 47.5683, 34.3913, 9, SITE, hurt(1, 1)),
    inc("marhanets-jan", "strike", J15, "minibus, Marhanets", 47.6309, 34.6245, 6, SITE),
    inc("synelnykove", "strike", J15, "Synelnykove", 48.3236, 35.5261, 10, SITE, hurt(None, 2)),
    inc("pavlohrad", "strike", J15, "infrastructure facility, Pavlohrad", 48.5321, 35.8688, 10, SITE),
    # 23
    inc("rodynske-assault", "ground_attack", C11, "near Rodynske", 48.3542, 37.2064, 10, NEAR),
    inc("kupiansk-assault", "ground_attack", C10, "Kupiansk", 49.7100, 37.6158, 10, NEAR + PART),
    inc("stepnohirsk", "ground_attack", C10, "Stepnohirsk", 47.5902, 35.3640, 8, NEAR),
    inc("ufa", "strike", C11, "Bashneft-Novoil refinery, Ufa", 54.79, 55.99, 22, SITE, hurt(0, 0)),
    inc("chernihiv-oblast-energy", "strike", C11, "energy infrastructure, Chernihiv Oblast", 51.3, 31.95, 75, REGION),
    # 24
    inc("sevastopol", "strike", S13, "Sevmorzavod dock, Sevastopol", 44.608, 33.525, 14, SITE, hurt(None, 2)),
    inc("yevpatoria", "strike", S13, "Yevpatoria", 45.2009, 33.3666, 12, ["facility", "settlement", "area"]),
    inc("dzhankoi", AIR, S13, "Dzhankoi", 45.7131, 34.3927, 12, TOWN, hurt(None, 0)),
    # 25
    inc("balashikha", "strike", P21, "car park, Balashikha", 55.7948, 37.9479, 9, SITE, hurt(1, 1)),
    inc("moscow-drones", AIR, P21, "approach to Moscow", 55.7522, 37.6156, 30, ["settlement", "area", "region"]),
    # 26
    inc("kursk-block", "strike", G15, "apartment block, Kursk", 51.7269, 36.1846, 12, SITE, hurt(1, 10)),
    inc("belgorod-aug15", "strike", G15, "Belgorod", 50.6034, 36.5809, 10, SITE, hurt(None, 3)),
    inc("rostov-block", "strike", G15, "block of flats, Rostov-on-Don", 47.2200, 39.7077, 14, SITE, hurt(None, 13)),
    inc("syzran", "strike", G15, "refinery, Syzran", 53.1300, 48.4600, 15, SITE),
    # 27
    inc("kherson-easter", "strike", E12, "car, Kherson", 46.6370, 32.6146, 10, SITE, hurt(None, 2)),
    inc("marhanets-easter", "strike", E2, "Marhanets community", 47.6309, 34.6245, 14, ROUGH, hurt(1)),
    inc("lomakovka", "strike", E2, "Lomakovka, Bryansk region", 52.5, 32.7, 90, TOWN, hurt(None, 1)),
    inc("swap-easter", "prisoner_swap", day("2026-04-10", 11), "Ukraine and Russia, place not told", **BORDER,
        numbers={"prisoners.UKR": 175, "prisoners.RUS": 175}),
    # 28
    inc("kramatorsk-feb19", "strike", B19, "private sector, Kramatorsk", 48.7311, 37.5678, 9, TOWN + PART,
        hurt(None, 3)),
    # 29
    inc("ukraine-may", "casualties", MAY, "Ukraine", 48.9, 31.5, 350, ["country", "area"], hurt(174, 690),
        level_required=True),
    inc("kharkiv-region-may", "casualties", MAY, "Kharkiv region", 49.65, 36.4, 80, REGION, hurt(78, 305),
        level_required=True),
    inc("kharkiv-store", "strike", day("2024-05-25"), "home improvement store, Kharkiv", 49.99, 36.27, 12, SITE,
        hurt(19, 54)),
    inc("horlivka", "strike", day("2024-05-28"), "residential street, Horlivka", 48.2999, 38.0171, 12, SITE, hurt(2, 5)),
    # 30
    inc("krasnopillia", "strike", V20, "farm, Krasnopillia community, Sumy Oblast", 50.7739, 35.2563, 15,
        ["settlement", "region", "area", "facility"], hurt(3, 2)),
    inc("hlukhiv", "strike", V2, "bread van, Hlukhiv", 51.6798, 33.9168, 10, SITE, hurt(None, 1)),
    inc("lozova", "strike", V2, "locomotive at the station, Lozova", 48.8907, 36.3141, 10, SITE, hurt(1, 1)),
]

SHELLED = [("Komyshany", 46.6400, 32.5034), ("Zelenivka", 46.7172, 32.6570), ("Naddniprianske", 46.7359, 32.7053),
           ("Sadove", 46.74, 32.83), ("Stanislav", 46.5733, 32.1477), ("Odradokamianka", 46.7857, 33.3022),
           ("Lvove", 46.7939, 33.1547), ("Mykilske", 46.77, 32.79)]

allowed = [
    # 01-03
    ukraine(O29), reg("Zaporizhzhia region", O29, 47.5, 35.6), reg("Vinnytsia Oblast", O30, 49.1, 28.6),
    reg("Ivano-Frankivsk Oblast", O30, 48.8, 24.6), reg("Zaporizhzhia district", O29, 47.7, 35.2, 60),
    ok("Huliaipole", "strike", O29, 47.6669, 36.2558, 8), ok("Stepnohirsk", "strike", O29, 47.5902, 35.3640, 8),
    ok("Orikhiv", "strike", O29, 47.5761, 35.7833, 8), ok("Mala Tokmachka", "strike", O29, 47.5344, 35.9007, 5),
    ok("Khortytskyi district, Zaporizhzhia", "strike", O30, 47.8190, 35.0365, 7, ["district", "facility"]),
    # 04-06
    ok("the Russians in Belarus", "prisoner_swap", F12, 53.5, 28.0, 330),
    ok("the exchange told apart from the arrival", "prisoner_swap", F12, 51.5, 30.0, 400, unlocated_ok=True),
    ok("talks in Abu Dhabi last week", "talks", day("2026-02-01", 12), 24.45, 54.40, 150),
    ok("ombudsmen meet at the border", "talks", F12, 51.7, 28.5, 400, unlocated_ok=True),
    # 07, 08
    russia(R14), reg("Saratov region", R14, 51.5, 46.8, 150), reg("Bryansk region", R14, 53.0, 33.4),
    reg("Krasnodar region", R14, 45.3, 39.3, 120), ok("Afipsky refinery", "strike", day("2026-03-11"), 44.90, 38.84, 20),
    reg("Donetsk region", R14, 48.1, 37.7), reg("Zaporizhzhia region", R14, 47.5, 35.6),
    # 09-11
    ukraine(Y14), ok("Dniprovskyi district, Kyiv", AIR, Y14, 50.455, 30.61, 7, ["district", "area"]),
    reg("Kyiv region", Y14, 50.2, 30.4), ok("talks in Istanbul", "talks", day("2026-05-09", 14), 41.01, 28.95, 60),
    ok("left bank of Kyiv", "strike", Y14, 50.45, 30.62, 10, ["district", "area"]),
    russia(Y2), reg("Belgorod region", Y2, 50.75, 37.4), ukraine(Y15),
    # 12, 13
    ok("Kherson, the city over the day", ["strike", "casualties"], N9, 46.6370, 32.6146, 8, ["settlement"]),
    reg("Kherson region", N9, 46.65, 33.4),
    *(ok(name, "strike", N9, lat, lon, 5) for name, lat, lon in SHELLED),
    # 14, 15
    reg("Belgorod region", A5, 50.75, 37.2, 110), russia(A5),
    ok("Shebekino district", ["strike", "interception", "casualties"], A5, 50.40, 36.95, 40, ["region", "area"], many=True),
    ok("Novaya Tavolzhanka", AIR, A5, 50.3512, 36.8298, 6), ok("Bezlyudovka, Belgorod region", AIR, A5, 50.41, 36.79, 12),
    ok("Murom, Belgorod region", AIR, A5, 50.38, 36.75, 12),
    ok("villages of the Krasnaya Yaruga district", "strike", A5, 50.80, 35.62, 30, many=True),
    ok("drones downed over four districts", "interception", A5, 50.70, 37.40, 110, many=True),
    ok("tractor on a mine near Ustinka", ["strike", "casualties"], A5, 50.50, 36.40, 80), reg("Kursk region", A6, 51.7, 36.2),
    ok("Shebekino, drones downed", "interception", A5, 50.4134, 36.9254, 15),
    ok("Belgorod district", "strike", A5, 50.55, 36.55, 40, ["region", "area"]),
    # 16, 17
    ok("Kharkiv, the city", ["strike", "casualties"], M22, 49.9818, 36.2548, 12, ["settlement"]),
    ok("mine near Balakliia", ["strike", "casualties"], M21, 49.456, 36.844, 20), reg("Kharkiv region", M22, 49.65, 36.4),
    # 18, 19
    ukraine(D21), reg("Odesa region", D20, 46.7, 30.1, 130), reg("Krasnodar region", D19, 45.3, 39.0, 150),
    ok("Black Sea coast", "strike", D20, 46.0, 31.0, 200, ["area"]), reg("Izmail district", day("2025-12-21"), 45.5, 29.0, 80),
    ok("Odesa, the region at large", "interception", D21, 46.4857, 30.7438, 20),
    # 20
    ukraine(F3), reg("Sumy region", F3, 51.0, 34.1), reg("Dnipropetrovsk region", F3, 48.3, 34.9),
    ok("north, south and east of Ukraine", AIR, F3, 49.0, 33.0, 450, ["area", "country", "region"], many=True),
    # 21
    ok("Zvanivka", ANY, L21, 48.8120, 38.0780, 5), reg("Pokrovsk district", L21, 48.3, 37.1, 40),
    reg("Kramatorsk district", L21, 48.75, 37.5, 40), reg("Bakhmut district", L21, 48.65, 38.0, 40),
    reg("Donetsk region", L21, 48.2, 37.7),
    ok("Dobropillia community", "strike", L21, 48.4667, 37.0857, 15, ["region", "area"]),
    # 22
    reg("Dnipropetrovsk region", J15, 48.3, 34.9), reg("Nikopol area", J15, 47.6, 34.4, 45),
    reg("Synelnykove district", J15, 48.2, 36.0, 60),
    ok("Pokrovske, Nikopol area", "strike", J15, 47.5521, 34.1521, 8), ok("Myrove", "strike", J15, 47.7727, 34.7304, 8),
    ok("Chervonohryhorivka", "strike", J15, 47.6191, 34.5378, 5), ok("Mezhova", "strike", J15, 48.2542, 36.7318, 8),
    ok("Vasylkivka", "strike", J15, 48.2082, 36.0221, 8), ok("Pokrovske, Synelnykove district", "strike", J15, 47.981, 36.234, 8),
    # 23
    ok("Pokrovsk", "ground_attack", C10, 48.2801, 37.1771, 12), ok("Dobropillia", "ground_attack", C10, 48.4667, 37.0857, 12),
    ok("Balahan", "ground_attack", C10, 48.2926, 37.2975, 8), ok("Petropavlivka", "ground_attack", C10, 49.7205, 37.7091, 8),
    ok("Plavni", "ground_attack", C10, 47.5595, 35.3312, 5), ok("Kamianske", "ground_attack", C10, 47.5392, 35.3737, 5),
    ok("Stepnohirsk, counterattack", "ground_attack", C10, 47.5902, 35.3640, 6),
    reg("western Zaporizhzhia Oblast", C10, 47.5, 35.6, types=["ground_attack"]),
    ok("Pokrovsk or Kupiansk direction", "ground_attack", C10, 49.0, 37.4, 110, ["area", "region"], many=True),
    ok("Nizhyn raion", "strike", C11, 51.05, 31.95, 40), ukraine(C11), reg("Bashkortostan", C11, 54.3, 56.4, 150),
    # 24
    reg("Crimea", S13, 45.3, 34.4, 110), ok("two missiles, two boats by Sevastopol", ["interception", "strike"], S13, 44.61, 33.50, 25, many=False),
    # 25
    ok("Moscow, the night before", AIR, day("2026-04-20", 21), 55.7522, 37.6156, 40), reg("Moscow region", P21, 55.6, 37.6),
    # 26
    ok("Belgorod, the car", "strike", G15, 50.6034, 36.5809, 10), reg("Samara region", G15, 53.3, 50.3, 120),
    russia(G15),
    # 27
    ok("truce violations along the front", ["strike", "ground_attack"], E2, 48.5, 34.5, 500, ["country", "area", "unknown", "region"],
       many=True, unlocated_ok=True),
    ok("near Pokrovsk", "ground_attack", E2, 48.2801, 37.1771, 15), ok("Sumy region", "ground_attack", E2, 51.0, 34.3, 90, ["region", "area"]),
    ok("the truce", "talks", day("2026-04-10", 12), 50.0, 33.0, 900, unlocated_ok=True), reg("Dnipropetrovsk region", E2, 48.3, 34.9),
    reg("Bryansk region", E2, 53.0, 33.4),
    # 29
    ok("Russian border regions in May", "casualties", MAY, 51.5, 36.0, 400, ["region", "area", "country", "border"]),
    ok("Kharkiv region, ground offensive", "ground_attack", day("2024-05-10"), 49.9, 36.5, 90, ["region", "area"]),
    # 30
    ok("talks in Türkiye", "talks", day("2025-11-18", 20), 39.5, 33.0, 700, unlocated_ok=True), reg("Sumy Oblast", V2, 51.0, 34.3),
    reg("Kharkiv Oblast", V2, 49.65, 36.4),
]

forbidden = [
    no("Kyiv, Oct 10", 50.4547, 30.5238, 20, "01: history", date=day("2025-10-10"), event_type="strike"),
    no("Lublin or Radom", 51.3, 21.9, 80, "01: airports closed, jets scrambled"),
    no("Zaporizhzhia, October 2022", 47.8517, 35.1171, 20, "03: history", date=day("2022-10-09")),
    no("exchange of 7 January", 51.7, 28.5, 900, "04: history", "prisoner_swap", day("2026-01-01", 31)),
    no("Mariupol", 47.0951, 37.5413, 15, "04, 06, 21: where men once fought; a total"),
    no("Taganrog", 47.2363, 38.9053, 15, "06: place of captivity"),
    no("Toretsk", 48.3948, 37.8478, 8, "06: where a man went missing"),
    no("Penza", 53.1957, 45.0108, 20, "07: airport closed"),
    no("Volgograd", 48.7138, 44.4976, 20, "07: airport closed"),
    no("Samara", 53.2077, 50.1356, 20, "07: airport closed", date=R14),
    no("Moscow, if attacked", 55.7522, 37.6156, 20, "11: a threat and a condition", date=Y2),
    no("Kherson region, the year", 46.65, 33.4, 90, "13: running total", "casualties", day("2025-01-01", 31)),
    no("radar station, Belgorod", 50.6034, 36.5809, 8, "14, 15: denied hit; hospital town", "strike", A5),
    no("Kharkiv, May 2024", 49.9818, 36.2548, 15, "16: history, unless from 29", "strike", day("2024-05-01", 24)),
    no("Kharkiv region occupied in 2022", 49.65, 36.6, 100, "16: history", date=["2022-02-24", "2022-12-31"]),
    no("Gdynia", 54.52, 18.53, 20, "18: byline"),
    no("Sychavka", 46.64, 31.10, 3, "19: a funeral", "strike", day("2025-12-22")),
    no("Millerovo", 48.9252, 40.3998, 15, "20, 23: where drones were launched"),
    no("Primorsko-Akhtarsk", 46.0485, 38.1790, 15, "20: where drones were launched"),
    no("Oryol", 52.9688, 36.0791, 15, "20: where drones were launched"),
    no("Kursk", 51.7269, 36.1846, 15, "20, 23: where drones were launched", date=F3),
    no("Kursk", 51.7269, 36.1846, 15, "23: where drones were launched", date=C10),
    no("Chauda", 45.0, 35.84, 15, "20, 23: where drones were launched"),
    no("Volnovakha", 47.60, 37.49, 12, "21: a total that leaves it out"),
    no("Kryvyi Rih", 47.9057, 33.3940, 20, "22: quiet", date=J15),
    no("Dnipro", 48.4666, 35.0407, 12, "22: power cuts from earlier damage", date=J15),
    no("Kamianske", 48.5172, 34.6062, 10, "22: power cuts from earlier damage", date=J15),
    no("Sevastopol, 22 September", 44.6080, 33.5213, 20, "24: history", date=day("2023-09-22")),
    no("Crimean Bridge", 45.31, 36.51, 12, "24: traffic stopped", date=S13),
    no("Novorossiysk", 44.7319, 37.7618, 15, "24: where the fleet moved"),
    no("Moscow, December 2024", 55.7522, 37.6156, 40, "25: history", date=day("2024-12-01", 31)),
    no("Balashikha, April 2025", 55.7948, 37.9479, 15, "25: history", date=day("2025-04-01", 30)),
    no("St Petersburg", 59.9386, 30.3141, 30, "25: a plot, by the FSB's word"),
    no("Shilovo district, Ryazan region", 54.32, 40.88, 60, "26: an accident, an attack is denied"),
    no("Ryazan", 54.6270, 39.7042, 20, "26: hospitals of the accident"),
    no("Voronezh", 51.6683, 39.1920, 60, "26: a road accident"),
    no("Kyiv at Easter", 50.4547, 30.5238, 15, "27: no alerts", date=E2),
    no("Kramatorsk at Easter", 48.7311, 37.5678, 10, "27: a medic speaks there", date=E2),
    no("Kramatorsk, June 2023", 48.7311, 37.5678, 10, "28: history", date=["2023-06-01", "2024-10-31"]),
    no("Dnipro", 48.4666, 35.0407, 15, "28: the court", date=day("2025-02-01", 28)),
    no("Sloviansk", 48.8497, 37.5974, 10, "28: the convict's home", date=day("2025-02-01", 28)),
    no("Rostov-on-Don", 47.2200, 39.7077, 15, "28: the court", date=day("2025-02-01", 28)),
    no("Melitopol", 46.8474, 35.3820, 15, "28: birthplace; sabotage of 2023"),
    no("since February 2022", 48.9, 31.5, 450, "29, 21: running total", "casualties", ["2022-02-24", "2022-12-31"]),
    no("bodies", 50.0, 32.0, 900, "30: bodies are not prisoners", "prisoner_swap", V20),
    no("exchange of 2 October", 51.7, 28.5, 900, "30: history", "prisoner_swap", day("2025-10-02")),
]

gold = dict(name="nights", incidents=incidents, allowed=allowed, forbidden=forbidden)
path = pathlib.Path(__file__).with_name("gold.json")
path.write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n")
print(len(incidents), "incidents,", len(allowed), "allowed,", len(forbidden), "forbidden")

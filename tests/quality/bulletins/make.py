#!/usr/bin/env python3
"""Writes gold.json beside this file: what a careful reader takes from the twenty-four files in articles/."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from making import day, hurt, no  # noqa: E402


def inc(id, event_type, date, place, lat, lon, tol, levels, numbers=None, sources=None, **more):
    row = dict(id=id, event_type=event_type, date=date, place=place, tolerance_km=tol, geo_precision=levels, **more)
    if lat is not None:
        row["lat"], row["lon"] = lat, lon
    if numbers:
        row["numbers"] = numbers
    if sources:
        row["sources"] = sources
    return row


def wide(id, event_type, date, place, lat, lon, tol, levels, **more):
    """An allowed entry that only a feature of the right level fits."""
    return inc(id, event_type, date, place, lat, lon, tol, levels, level_required=True, **more)


TOWN, SITE, NEAR, REGION = ["settlement"], ["facility", "settlement"], ["settlement", "area"], ["region"]
PART, SPOT = ["district", "settlement"], ["facility", "district", "settlement"]
AROUND = ["facility", "settlement", "area"]
WIDE = ["country", "area", "region", "border", "unknown"]
ANY = ["strike", "casualties"]
AIR = ["strike", "interception"]
ALL = ["strike", "casualties", "ground_attack"]
RAID = ["ground_attack", "casualties"]
BLAST = ["strike", "ground_attack"]
A29, A30, A2 = day("2025-08-29"), day("2025-08-30"), day("2025-08-29", 30)
O9, O10, O11 = day("2025-10-09"), day("2025-10-10"), day("2025-10-11")
J16, J17, J2 = day("2025-06-16"), day("2025-06-17"), day("2025-06-16", 17)
L22, L2 = day("2025-07-22"), day("2025-07-21", 22)
P16, P2 = day("2025-04-16"), day("2025-04-15", 16)
S14, S15, S2 = day("2025-09-14"), day("2025-09-15"), day("2025-09-14", 15)
D3, D4, D23, D34 = day("2025-12-03"), day("2025-12-04"), day("2025-12-02", 3), day("2025-12-03", 4)
N24, N2 = day("2026-01-24"), day("2026-01-23", 24)
M13, M14, M2 = day("2025-05-13"), day("2025-05-14"), day("2025-05-12", 13)
R13, R14, R15 = day("2026-01-13"), day("2026-01-14"), day("2026-01-15")
BORDER = dict(lat=51.7, lon=28.5, tol=380, levels=["border", "area"])
UA = dict(lat=48.8, lon=31.8, tol=450, levels=WIDE)
RU = dict(lat=55.0, lon=60.0, tol=4500, levels=WIDE)

incidents = [
    # 01, 02, 03: missiles on Kharkiv, whose toll goes 7, 9, 12; a refinery in Saratov
    inc("kharkiv-kyivskyi", "strike", A29, "Kyivskyi district, Kharkiv", 50.015, 36.26, 10, SPOT, hurt(12, 47), 3),
    inc("kharkiv-industrialnyi", "strike", A29, "Industrialnyi district, Kharkiv", 49.95, 36.38, 9, ["facility", "district"]),
    inc("chornomorsk", "strike", A29, "port, Chornomorsk", 46.2991, 30.6553, 15, SITE, hurt(None, 2), 2),
    inc("saratov", "strike", A29, "refinery, Saratov", 51.5405, 46.0, 25, SITE, hurt(None, 1), 2),
    inc("rostov", "interception", A29, "Rostov region", 47.7, 41.0, 150, REGION),
    inc("voronezh", "interception", A29, "Voronezh region", 50.9, 40.2, 150, REGION),
    # 02
    inc("konotop", "strike", A30, "energy infrastructure, Konotop, Sumy region", 51.12, 33.6, 70,
        ["facility", "settlement", "region"]),
    inc("zaporizhzhia-aug30", "strike", A30, "Zaporizhzhia", 47.8517, 35.1171, 15, TOWN, hurt(1, 1)),
    inc("donetsk-region", ANY, A2, "Donetsk region", 48.1, 37.7, 100, REGION, hurt(3, 7), level_required=True),
    inc("kostiantynivka", ANY, A2, "Kostiantynivka, Donetsk region", 48.5273, 37.7059, 12, TOWN, hurt(2)),
    inc("lyman", ANY, A2, "Lyman, Donetsk region", 48.9901, 37.8084, 12, TOWN, hurt(1)),
    # 03
    inc("shebekino-aug29", "strike", A29, "Shebekino", 50.4134, 36.9254, 10, TOWN, hurt(None, 1)),
    inc("kherson-minibus", "strike", A29, "minibus, centre of Kherson", 46.6369, 32.6146, 8, SPOT, hurt(1, 3)),
    # 04, 05: two stages of an exchange; the toll of Zaporizhzhia goes from 3 to 4
    inc("swap-oct9", "prisoner_swap", O9, "Belarus-Ukraine border", **BORDER,
        numbers={"prisoners.UKR": [175, 187], "prisoners.RUS": 175}, sources=2),
    inc("swap-oct10", "prisoner_swap", O10, "Belarus-Ukraine border", **BORDER,
        numbers={"prisoners.UKR": 140, "prisoners.RUS": 140}),
    inc("arrival-chernihiv", "prisoner_swap", O9, "Chernihiv region", 51.4, 31.9, 120, REGION),
    inc("zaporizhzhia-oct9", "strike", O9, "Zaporizhzhia", 47.8517, 35.1171, 15, SPOT, hurt(4, 21), 2),
    inc("stepnohirsk", "strike", day("2025-10-08", 9), "Stepnohirsk", 47.5902, 35.364, 10, TOWN, hurt(1, 1)),
    # 05
    inc("salavat", "strike", O11, "petrochemical plant, Salavat", 53.3828, 55.9109, 20, SITE),
    inc("bryansk-oct11", "interception", O11, "Bryansk region", 53.0, 33.4, 120, REGION),
    inc("kaluga-oct11", "interception", O11, "Kaluga region", 54.4, 35.4, 120, REGION),
    inc("tula-oct11", "interception", O11, "Tula region", 53.9, 37.6, 120, REGION),
    inc("belgorod-oct10", "strike", day("2025-10-10", 11), "substation, Belgorod", 50.6034, 36.5809, 12, SITE,
        hurt(None, 2)),
    inc("maslova-pristan", "strike", day("2025-10-10", 11), "bus stop, Maslova Pristan", 50.4576, 36.7204, 8, SITE,
        hurt(None, 1)),
    # 06
    inc("kherson-region", ANY, J2, "Kherson region", 46.6, 33.5, 100, REGION, hurt(2, 11), level_required=True),
    inc("bilozerka", "strike", J16, "Bilozerka", 46.6265, 32.4445, 7, TOWN, hurt(1)),
    inc("beryslav", "strike", J16, "Beryslav", 46.8385, 33.4266, 12, TOWN, hurt(1, 1)),
    inc("kherson-dniprovskyi", "strike", J16, "supermarket, Dniprovskyi district, Kherson", 46.66, 32.655, 8,
        ["facility", "district"], hurt(None, 4)),
    inc("kherson-korabelnyi", "strike", J17, "bus, Korabelnyi district, Kherson", 46.62, 32.58, 8,
        ["facility", "district"], hurt(None, 3)),
    inc("stanislav", AIR, J2, "Stanislav, Kherson region", 46.5733, 32.1477, 12, NEAR),
    # 07
    inc("nikopol", "strike", L22, "Nikopol", 47.5683, 34.3913, 12, TOWN, hurt(1, 2)),
    inc("marhanets", "strike", L22, "Marhanets", 47.6309, 34.6245, 12, TOWN, hurt(None, 1)),
    inc("mezhova", "strike", L2, "farm, Mezhova", 48.2542, 36.7318, 12, SITE),
    inc("dnipropetrovsk-jul22", "interception", L22, "Dnipropetrovsk region", 48.4, 34.9, 110, REGION),
    inc("sumy-petrol", "strike", L22, "petrol station, Sumy", 50.9174, 34.7991, 15, AROUND, hurt(None, 5)),
    inc("bilopillia", "strike", L22, "Bilopillia", 51.1475, 34.3108, 12, TOWN, hurt(1, 3)),
    inc("kharkiv-region", ANY, L2, "Kharkiv region", 49.6, 36.5, 110, REGION, hurt(1, 9), level_required=True),
    inc("chuhuiv", "strike", L2, "cultural centre, Chuhuiv", 49.8354, 36.6865, 12, SITE),
    inc("podoly", ANY, L2, "Podoly, near Kupiansk", 49.6913, 37.6777, 12, TOWN, hurt(1)),
    # 08
    inc("shebekino-apr", "strike", P2, "car near Shebekino", 50.47, 36.98, 30, NEAR, hurt(1, 1)),
    inc("grayvoron", "strike", P16, "Grayvoron", 50.4789, 35.6809, 10, TOWN, hurt(None, 2)),
    inc("valuyki", "strike", P2, "depot, Valuyki", 50.2, 38.11, 12, SITE),
    inc("tyotkino", "strike", P2, "Tyotkino", 51.2813, 34.2938, 10, SITE),
    inc("rylsk", "strike", P2, "kindergarten, Rylsk", 51.5679, 34.6842, 12, SITE),
    inc("bryansk-apr16", "interception", P16, "Bryansk region", 53.0, 33.4, 120, REGION),
    inc("oryol-apr16", "interception", P16, "Oryol region", 52.8, 36.4, 120, REGION),
    # 09
    inc("pokrovsk", "ground_attack", S2, "Pokrovsk", 48.2801, 37.1771, 6, NEAR),
    inc("myrnohrad", "ground_attack", S2, "near Myrnohrad", 48.3099, 37.2651, 6, NEAR),
    inc("rodynske", "ground_attack", S2, "near Rodynske", 48.3542, 37.2064, 6, NEAR),
    inc("kupiansk", "ground_attack", day("2025-09-12", 15), "outskirts of Kupiansk", 49.71, 37.6158, 12,
        PART + ["area"], hurt(9)),
    inc("dvorichna", "ground_attack", S15, "near Dvorichna", 49.851, 37.6848, 12, NEAR),
    inc("kirishi", "strike", S14, "refinery, Kirishi", 59.4742, 32.0401, 15, SITE),
    inc("gatchina", "strike", day("2025-09-13", 14), "railway near Gatchina", 59.5764, 30.1283, 25, AROUND, hurt(1)),
    inc("boromlia", "strike", S2, "farming enterprise, Boromlia", 50.6196, 34.9674, 15, SITE, hurt(None, 12)),
    # 10, 11: the toll of Pavlohrad goes from 6 to 11; the town is hit again
    inc("pavlohrad-dec3", "strike", D3, "Pavlohrad", 48.5321, 35.8688, 12, SITE, hurt(11, 29), 2),
    inc("pavlohrad-dec4", "strike", D4, "locomotive depot, Pavlohrad", 48.5321, 35.8688, 12, SITE, hurt(None, 2)),
    inc("chernihiv-substation", "strike", D23, "substation near Chernihiv", 51.5054, 31.2866, 20, AROUND, hurt(1)),
    inc("dmitriyevka", "strike", D23, "oil depot, Dmitriyevka, Tambov region", 52.8812, 40.7901, 20, SITE),
    inc("kryvyi-rih", "strike", D3, "Kryvyi Rih", 47.9097, 33.3804, 20, SITE, hurt(None, 1)),
    inc("odesa-region-dec4", "strike", D34, "energy facility, Odesa region", 46.8, 30.1, 150, REGION),
    inc("nevinnomyssk", "strike", D4, "chemical plant, Nevinnomyssk", 44.6333, 41.9444, 15, SITE),
    # 12
    inc("feodosia", "strike", N24, "oil terminal, Feodosia", 45.032, 35.3815, 12, SITE, hurt(None, 1)),
    inc("yevpatoria", "strike", N24, "radar station near Yevpatoria", 45.2009, 33.3666, 25, AROUND),
    inc("sevastopol", "interception", N24, "Sevastopol", 44.6, 33.53, 25, PART + ["region", "area"]),
    inc("nizhyn", "strike", N2, "energy facility, Nizhyn district", 51.0477, 31.8884, 40,
        ["facility", "settlement", "region", "area"]),
    inc("kharkiv-maternity", "strike", N2, "maternity hospital, Kholodnohirskyi district, Kharkiv", 49.99, 36.19, 9,
        ["facility", "district"], hurt(None, 2)),
    inc("mykolaiv-region", "interception", N24, "Mykolaiv region", 47.4, 31.9, 110, REGION),
    # 13, 14: a school in Nuseirat, whose toll goes from 17 to 20
    inc("nuseirat", "strike", M13, "school, Nuseirat", 31.4486, 34.3925, 8, SPOT, hurt(20, [40, 41]), 2),
    inc("mawasi", "strike", M2, "al-Mawasi, Khan Younis", 31.34, 34.28, 10, SPOT + ["area"], hurt(6)),
    inc("rafah", "strike", M2, "Rafah", 31.287, 34.26, 10, PART + ["area"]),
    inc("jabalia", "strike", day("2025-05-12"), "Jabalia", 31.5272, 34.4835, 8, SPOT, hurt(3, 11)),
    inc("ashkelon", "interception", M13, "Ashkelon", 31.6693, 34.5715, 15, TOWN + ["area"]),
    # 14
    inc("nabatieh", "strike", M14, "road between Qaaqaait al-Jisr and Nabatieh", 33.35, 35.46, 15, AROUND, hurt(1, 2)),
    inc("aita-al-shaab", "strike", M14, "Aita al-Shaab", 33.0967, 35.3342, 10, NEAR),
    inc("beit-lahia", "strike", M14, "near Beit Lahia", 31.5464, 34.495, 8, NEAR, hurt(4)),
    inc("yemen-missile-may14", "interception", M14, "Israel, before its border", 31.4, 35.0, 350,
        WIDE + TOWN, unlocated_ok=True),
    inc("latakia", "strike", M13, "barracks outside Latakia", 35.5313, 35.7909, 20, AROUND, hurt(1)),
    # 15, 16: a market in Umm Ruwaba, whose toll goes from 23 to 31
    inc("umm-ruwaba", "strike", R14, "market, Umm Ruwaba", 12.9061, 31.2158, 12, SITE, hurt(31, 64), 2),
    inc("dilling", "strike", R13, "Dilling", 12.05, 29.65, 12, TOWN, hurt(8, 17), 2),
    inc("kenana", "interception", R14, "near Kenana air base", 13.05, 32.9, 35, AROUND),
    # 16
    inc("kazgeil", "ground_attack", day("2026-01-14", 15), "Kazgeil, south of El Obeid", 12.87, 30.15, 45, NEAR),
    inc("nyala", "strike", R15, "fuel market, Nyala", 12.0489, 24.8807, 12, SITE, hurt(7)),
    # 17
    inc("kanbalu", "strike", day("2025-11-21"), "Zee Kone, Kanbalu township", 23.2033, 95.517, 50,
        AROUND + ["district", "region"], hurt(14, 30)),
    inc("namhsan", "strike", day("2025-11-20"), "Namhsan", 22.962, 97.162, 20, SITE, hurt(2)),
    inc("myawaddy", "ground_attack", day("2025-11-21"), "checkpoint outside Myawaddy", 16.6891, 98.509, 25, AROUND,
        hurt(6)),
    inc("mandalay", BLAST, day("2025-11-21", 22), "Chanayethazan township, Mandalay", 21.98, 96.09, 12, SPOT,
        hurt(None, 1)),
    # 18
    inc("oicha", RAID, day("2025-09-09"), "Mbimbi, near Oicha", 0.698, 29.47, 20, NEAR, hurt([52, 61])),
    inc("nyabiondo", "ground_attack", day("2025-09-09"), "Nyabiondo, Masisi", -1.32, 28.8, 40, NEAR),
    inc("twangiza", "strike", day("2025-09-10"), "mine, Twangiza", -2.87, 28.74, 60, AROUND, hurt(None, 4)),
    inc("uvira", ALL, day("2025-09-08"), "Uvira", -3.3953, 29.1378, 15, TOWN, hurt(3, 5)),
    # 19
    inc("sotk", BLAST, day("2023-06-16"), "near Sotk", 40.2001, 45.8695, 18, NEAR, hurt(2, 1)),
    inc("kalbajar", ALL, day("2023-06-15"), "Kalbajar direction", 40.1098, 46.0445, 30, NEAR + REGION, hurt(1)),
    inc("yeraskh", ALL, day("2023-06-14"), "Yeraskh", 39.7394, 44.8281, 12, SITE, hurt(None, 2)),
    inc("hakari-bridge", BLAST, day("2023-06-15"), "checkpoint at the Hakari bridge", 39.62, 46.53, 30, AROUND,
        hurt(None, 2)),
    # 20
    inc("aegean-crest", BLAST, day("2025-07-08"), "Red Sea off Hodeidah", 14.4, 42.4, 140,
        ["area", "settlement", "facility", "region"], hurt(4)),
    inc("hodeidah", "strike", day("2025-07-10"), "port, Hodeidah", 14.7978, 42.9545, 14, SITE, hurt(2, 8)),
    inc("salif", "strike", day("2025-07-10"), "port, Salif", 15.3076, 42.6711, 15, SITE),
    inc("ras-kanatib", "strike", day("2025-07-10"), "power station, Ras Kanatib", 14.93, 42.89, 25, SITE),
    inc("yemen-missile-jul10", "interception", day("2025-07-10"), "Israel, before its border", 31.4, 35.0, 350,
        WIDE + TOWN, unlocated_ok=True),
    # 21
    inc("poonch", "strike", day("2025-05-09"), "Poonch", 33.77, 74.09, 20, SITE, hurt(3, 18)),
    inc("uri", "strike", day("2025-05-09"), "village near Uri", 34.086, 74.032, 20, NEAR, hurt(2)),
    inc("kotli", "strike", day("2025-05-09"), "Kotli", 33.5184, 73.9022, 20, TOWN, hurt(4, 12)),
    inc("lahore", "strike", day("2025-05-08"), "near a military post, Lahore", 31.558, 74.3507, 20, AROUND,
        hurt(None, 4)),
    inc("ghotki", "strike", day("2025-05-08"), "Ghotki district", 28.0044, 69.3157, 50, NEAR + REGION, hurt(1)),
    # 22
    inc("mogadishu", BLAST, day("2025-07-09"), "military academy, Wadajir district, Mogadishu", 2.03, 45.31, 12, SPOT,
        hurt(5, 9)),
    inc("moqokori", "ground_attack", day("2025-07-07", 8), "Moqokori", 4.1, 45.95, 65, TOWN, hurt(34)),
    inc("golis", "strike", day("2025-07-06"), "Golis mountains southeast of Bosaso", 11.0, 49.3, 90, NEAR + REGION),
    inc("gendeweyin", "strike", day("2025-07-07"), "Gendeweyin, East Gojam", 10.75, 37.9, 70, AROUND, hurt(16, 22)),
    inc("elwak", BLAST, day("2025-07-08"), "near Elwak, Mandera county", 2.8092, 40.9289, 30, NEAR, hurt(None, 4)),
    # 23
    inc("kolondieba", "ground_attack", day("2025-10-27"), "near Kolondieba", 11.0894, -6.8929, 25, NEAR, hurt(7)),
    inc("soumpi", "ground_attack", day("2025-10-26"), "army camp, Soumpi", 15.87, -4.2, 45, SITE),
    inc("lerneb", "strike", day("2025-10-25"), "market, Lerneb", 16.2, -4.9, 80, SITE, hurt(11)),
    inc("gomboro", RAID, day("2025-10-24"), "Gomboro", 13.35, -2.95, 50, SITE, hurt(10)),
    inc("tera", RAID, day("2025-10-26"), "village in the Téra department", 14.0078, 0.7531, 70,
        ["settlement", "area", "region"], hurt(9)),
    # 24
    inc("jamundi", BLAST, day("2026-02-10"), "police station, Jamundí", 3.2607, -76.535, 12, SITE, hurt(2, 14)),
    inc("corinto", "strike", day("2026-02-11"), "soccer field, Corinto", 3.173, -76.2628, 12, SITE, hurt(None, 3)),
    inc("tibu", "ground_attack", day("2026-02-07", 8), "rural area of Tibú", 8.639, -72.7358, 45, NEAR + REGION,
        hurt(5)),
    inc("kenscoff", "ground_attack", day("2026-02-10"), "Kenscoff", 18.4477, -72.284, 12, NEAR + REGION, hurt(9)),
    inc("savien", "strike", day("2026-02-10"), "Savien, Artibonite", 19.1, -72.45, 50,
        ["settlement", "area", "region", "district"]),
]

allowed = [
    # 01-03
    wide("ukraine-aug", AIR, A2, "Ukraine", many=True, **UA),
    wide("russia-aug29", AIR, A29, "Russia", many=True, **RU),
    inc("kharkiv-aug29", "strike", A29, "Kharkiv, as city", 49.9818, 36.2548, 6, []),
    wide("kharkiv-region-aug29", ANY, A29, "Kharkiv region", 49.6, 36.5, 110, REGION),
    wide("saratov-region", AIR, A29, "Saratov region", 51.6, 46.6, 150, REGION),
    wide("odesa-region-aug29", "strike", A29, "Odesa region", 46.8, 30.1, 150, REGION),
    inc("odesa-explosions", "strike", A29, "Odesa", 46.4775, 30.7326, 12, []),
    inc("poltava-explosions", "strike", A29, "Poltava", 49.5937, 34.5407, 12, []),
    wide("sumy-region-aug30", ANY, A30, "Sumy region", 51.0, 34.0, 110, REGION),
    inc("konotop-again", "strike", A30, "Konotop", 51.2325, 33.2004, 12, []),
    inc("new-york", "talks", A29, "New York", 40.71, -74.0, 40, []),
    inc("alaska", "talks", ["2025-08-10", "2025-08-20"], "Alaska", 63.0, -150.0, 1200, []),
    inc("saratov-earlier", "strike", day("2025-08-01", 12), "Saratov, early August", 51.5405, 46.0, 25, []),
    # 04-05
    wide("belarus-oct", "prisoner_swap", day("2025-10-09", 10), "Belarus", 53.7, 28.0, 350, ["country"], many=True),
    wide("ukraine-swap", "prisoner_swap", day("2025-10-09", 11), "Ukraine", 48.8, 31.8, 450, ["country", "unknown"],
         many=True),
    wide("russia-oct11", AIR, O11, "Russian regions, Crimea and the Black Sea", many=True, **RU),
    inc("crimea-oct11", "interception", O11, "Crimea", 45.3, 34.4, 130, []),
    inc("black-sea-oct11", "interception", O11, "Black Sea", 43.4, 34.0, 450, []),
    inc("belgorod-second", "strike", day("2025-10-10", 11), "Belgorod, the other of the two strikes", 50.6034, 36.5809,
        12, []),
    wide("belgorod-region-oct", ANY, day("2025-10-10", 11), "Belgorod region", 50.7, 37.4, 120, REGION),
    wide("zaporizhzhia-region-oct9", ANY, O9, "Zaporizhzhia region", 47.4, 35.6, 110, REGION),
    wide("bashkortostan", "strike", O11, "Bashkortostan", 54.3, 56.5, 200, REGION),
    # 06
    inc("kherson-june", ANY, J2, "Kherson, as city", 46.6369, 32.6146, 8, []),
    inc("antonivka", ANY, J2, "Antonivka", 46.6767, 32.7306, 5, []),
    inc("sadove", ANY, J2, "Sadove", 46.69, 32.81, 9, []),
    inc("prydniprovske", ANY, J2, "Prydniprovske", 46.67, 32.77, 9, []),
    inc("komyshany", ANY, J2, "Komyshany", 46.64, 32.5034, 4, []),
    inc("zymivnyk", ANY, J2, "Zymivnyk", 46.70, 32.50, 14, []),
    inc("kizomys", ANY, J2, "Kizomys", 46.5634, 32.3478, 6, []),
    # 07
    inc("myrove", "strike", L22, "Myrove", 47.7727, 34.7304, 12, []),
    inc("bilopillia-week-ago", "strike", day("2025-07-14", 16), "Bilopillia", 51.1475, 34.3108, 12, []),
    wide("sumy-region-july", ANY, L22, "Sumy region", 51.0, 34.0, 110, REGION),
    wide("dnipropetrovsk-region-july", ANY, L2, "Dnipropetrovsk region, its districts and hromadas", 48.2, 34.9, 130,
         REGION + ["area"], many=True),
    inc("pokrovsk-front", "ground_attack", L2, "Pokrovsk front, 49 clashes", 48.2801, 37.1771, 40, []),
    wide("front-july", "ground_attack", L2, "line of contact, 146 clashes", 48.5, 36.0, 400, WIDE),
    # 08
    wide("belgorod-region-apr", ANY, P2, "Belgorod region, one dead and three injured", 50.7, 37.4, 120,
         REGION + ["area"]),
    wide("kursk-region-apr", "strike", P2, "Kursk region", 51.7, 36.2, 120, REGION),
    wide("russia-apr16", "interception", P16, "Russia", many=True, **RU),
    inc("zhuravka", "ground_attack", P2, "Zhuravka, Sumy region", 51.2218, 34.9877, 15, []),
    # 09
    wide("ukraine-sep15", AIR, S2, "Ukraine", many=True, **UA),
    inc("pokrovsk-direction", "ground_attack", S2, "Pokrovsk direction", 48.28, 37.18, 30, ["area"],
        level_required=True),
    inc("kupiansk-infiltration", "ground_attack", S2, "Kupiansk", 49.71, 37.6158, 12, []),
    wide("sumy-region-sep", "strike", S2, "Sumy region", 51.0, 34.0, 110, REGION),
    wide("leningrad-region", AIR, day("2025-09-13", 14), "Leningrad region", 60.0, 32.0, 200, REGION),
    inc("poland", AIR, day("2025-09-10"), "Poland", 52.0, 20.0, 450, []),
    # 10-11
    wide("ukraine-dec", AIR, D34, "Ukraine", many=True, **UA),
    wide("russia-dec4", AIR, D4, "Russia", many=True, **RU),
    inc("stavropol", "interception", D4, "Stavropol region", 45.0, 43.3, 180, REGION),
    wide("chernihiv-region-dec", "strike", D23, "Chernihiv region", 51.4, 31.9, 120, REGION),
    wide("tambov-region", AIR, D23, "Tambov region", 52.6, 41.5, 120, REGION),
    inc("moscow-talks", "talks", D23, "Moscow", 55.75, 37.62, 40, [], many=True),
    # 12
    wide("chernihiv-region-jan", "strike", N2, "Chernihiv region", 51.4, 31.9, 120, REGION),
    wide("ukraine-jan", AIR, N2, "Ukraine", many=True, **UA),
    wide("dtek", "strike", N2, "thermal power plant, not named", None, None, 0, ["unknown", "country"]),
    inc("kharkiv-jan", "strike", N2, "Kharkiv, as city", 49.9818, 36.2548, 4, []),
    wide("crimea-jan", AIR, N24, "Crimea", 45.3, 34.4, 130, REGION),
    inc("sevastopol-sea", "interception", N24, "sea and northern side of Sevastopol", 44.63, 33.5, 30, []),
    inc("abu-dhabi", "talks", N2, "Abu Dhabi", 24.45, 54.4, 40, []),
    # 13-14
    wide("gaza-strip", ANY, day("2025-05-12", 14), "Gaza Strip", 31.42, 34.37, 40, ["region", "country", "area"],
         many=True),
    inc("doha", "talks", M13, "Doha", 25.29, 51.53, 40, []),
    inc("riyadh", "talks", M14, "Riyadh", 24.7, 46.7, 40, []),
    inc("aita-last-week", "strike", day("2025-05-04", 11), "Aita al-Shaab", 33.0967, 35.3342, 10, []),
    wide("south-lebanon", ANY, M14, "southern Lebanon", 33.3, 35.4, 60, WIDE),
    inc("jerusalem", AIR, M14, "Jerusalem", 31.78, 35.22, 30, []),
    inc("houthi-may14", "strike", M14, "missile aimed at Ben Gurion airport", 31.9, 34.9, 60, []),
    wide("syria", "strike", M13, "Syria or Latakia governorate", 35.2, 37.0, 250, WIDE),
    # 15-16
    wide("north-kordofan", ANY, R14, "North Kordofan", 13.5, 30.0, 220, WIDE),
    wide("south-kordofan", ANY, R13, "South Kordofan", 11.3, 30.2, 200, WIDE),
    inc("cairo", "talks", day("2026-01-10", 14), "Cairo", 30.04, 31.24, 40, []),
    inc("kosti", "interception", R14, "White Nile state", 13.1, 32.5, 120, []),
    inc("kalogi", "strike", ["2025-12-01", "2025-12-31"], "Kalogi", 11.1, 31.2, 100, []),
    # 17
    wide("sagaing", "strike", day("2025-11-21"), "Sagaing region", 23.5, 95.3, 250, WIDE),
    wide("shan", "strike", day("2025-11-20"), "northern Shan State", 22.3, 98.0, 200, WIDE),
    inc("mogok", "talks", ["2025-10-01", "2025-10-31"], "Kunming", 25.04, 102.7, 60, []),
    # 18
    wide("congo", ALL, day("2025-09-08", 10), "eastern DR Congo, North or South Kivu", -1.5, 28.5, 450, WIDE, many=True),
    # 19
    wide("arm-aze-border", ALL, day("2023-06-15", 16), "Armenia-Azerbaijan border", 40.2, 45.7, 160, WIDE, many=True),
    wide("gegharkunik", ALL, day("2023-06-16"), "Gegharkunik", 40.3, 45.4, 60, REGION),
    # 20
    inc("hodeidah-again", BLAST, day("2025-07-08", 9), "off Hodeidah, the sinking", 14.4, 42.4, 140, []),
    inc("hays", ["strike", "casualties"], day("2025-07-03", 10), "landmine, Hays", 13.9317, 43.4831, 30, [],
        undated_ok=True),
    wide("yemen", "strike", day("2025-07-10"), "Yemen", 15.5, 45.0, 500, WIDE),
    inc("beersheba", "interception", day("2025-07-10"), "Dead Sea area and Beersheba", 31.3, 35.1, 70, [], many=True),
    # 21
    wide("kashmir-both", ANY, day("2025-05-08", 9), "Kashmir, both sides", 33.9, 75.0, 300, WIDE, many=True),
    inc("jammu", "strike", day("2025-05-08", 9), "Jammu, explosions", 32.7353, 74.8617, 20, [], many=True),
    wide("india-drones", AIR, day("2025-05-08", 9), "western frontier of India", 28.0, 75.0, 1300, WIDE, many=True),
    wide("pakistan-harop", AIR, day("2025-05-07", 9), "Pakistan", 30.0, 70.0, 700, WIDE, many=True),
    inc("bahawalpur", ANY, day("2025-05-07"), "Bahawalpur", 29.39, 71.68, 40, []),
    inc("india-may7", ANY, day("2025-05-07"), "nine sites in Pakistan and its part of Kashmir", 31.5, 72.5, 600, []),
    inc("new-delhi", "talks", day("2025-05-08"), "New Delhi", 28.6, 77.2, 40, []),
    # 22
    wide("hiran", RAID, day("2025-07-07", 8), "Hiran region", 4.3, 45.5, 120, REGION),
    wide("amhara", ANY, day("2025-07-07"), "Amhara region or East Gojam zone", 10.9, 37.9, 150, REGION),
    inc("mogadishu-city", BLAST, day("2025-07-09"), "Mogadishu", 2.0371, 45.3438, 6, []),
    # 23
    wide("mali-south", ["ground_attack", "strike"], day("2025-10-25", 27), "Mali", 15.5, -4.5, 700, WIDE, many=True),
    wide("burkina", RAID, day("2025-10-24"), "northwest Burkina Faso", 13.0, -2.5, 200, WIDE),
    # 24
    wide("catatumbo", RAID, day("2026-02-07", 8), "Catatumbo", 8.7, -72.9, 100, WIDE),
    inc("petion-ville", "ground_attack", day("2026-02-10"), "hills above Port-au-Prince", 18.5, -72.3, 15, []),
    inc("white-house", "talks", day("2026-02-01", 8), "Washington", 38.9, -77.04, 30, []),
]

forbidden = [
    no("Copenhagen", 55.68, 12.57, 30, "where a minister meeting is due"),
    no("Brussels", 50.85, 4.35, 30, "a speaker"),
    no("Warsaw", 52.23, 21.01, 30, "a telephone partner; the government"),
    no("Samara", 53.2, 50.15, 30, "an airport that was closed"),
    no("Ukraine, winter of 2022", 48.8, 31.8, 600, "recalled as history", date=["2022-01-01", "2022-12-31"]),
    no("Melitopol", 46.8489, 35.3653, 15, "where a journalist comes from"),
    no("Mariupol", 47.0971, 37.5434, 15, "recalled as history"),
    no("Vinnytsia", 49.2328, 28.481, 15, "where a mother comes from"),
    no("Kursk region", 51.7, 36.2, 120, "home of people who remain in Ukraine", event_type="prisoner_swap"),
    no("Istanbul", 41.01, 28.95, 40, "recalled, or planned for the next day"),
    no("Zaporizhzhia, 10 October", 47.8517, 35.1171, 15, "an alert without hits", date=O10),
    no("Dushanbe", 38.56, 68.77, 30, "a speaker"),
    no("Kherson, 2022", 46.6369, 32.6146, 15, "recalled as history", date=["2022-01-01", "2022-12-31"]),
    no("Sumy, April 2025", 50.9174, 34.7991, 12, "recalled as history", date=["2025-04-01", "2025-04-30"]),
    no("Glushkovo", 51.34, 34.64, 8, "where a resident comes from", date=P2),
    no("Belgorod, treated", 50.6034, 36.5809, 8, "where an injured man is treated", date=P2),
    no("Belgorod, 2023", 50.6034, 36.5809, 12, "recalled as history", date=["2023-01-01", "2023-12-31"]),
    no("Kupiansk, 2022", 49.71, 37.6158, 12, "recalled as history", date=["2022-01-01", "2022-12-31"]),
    no("Barysaw", 54.23, 28.5, 25, "an exercise"),
    no("Pskov", 57.82, 28.33, 25, "the end of a railway line"),
    no("Pavlohrad, 2023", 48.5321, 35.8688, 12, "recalled as history", date=["2023-01-01", "2023-12-31"]),
    no("Dnipro", 48.4666, 35.0407, 12, "tells where Pavlohrad lies"),
    no("Pokrovsk and Myrnohrad, December", 48.29, 37.22, 12, "where the displaced come from", date=D34),
    no("Florida", 28.0, -81.7, 350, "talks that are still to come"),
    no("Chernihiv, 24 January", 51.5054, 31.2866, 8, "without power, not struck", date=N2),
    no("Crimean Bridge", 45.3, 36.5, 12, "closed, not struck", date=N24),
    no("Lviv and Kyiv, 2022", 50.0, 27.5, 280, "recalled as history", date=["2022-01-01", "2022-12-31"]),
    no("Gaza City", 31.5, 34.46, 3, "where a witness fled from", date=M13),
    no("southern Israel, 2023", 31.4, 34.6, 100, "recalled as history", date=["2023-01-01", "2023-12-31"]),
    no("Ben Gurion, 4 May", 32.0, 34.88, 12, "recalled as history", date=day("2025-05-04")),
    no("Port Sudan", 19.6158, 37.2164, 20, "a dateline; the former seat of government"),
    no("El Fasher", 13.63, 25.35, 20, "recalled as history"),
    no("Rashad", 11.86, 31.05, 25, "fear of an advance"),
    no("El Obeid, siege", 13.1842, 30.2167, 6, "feared; a hospital"),
    no("Geneva", 46.2, 6.15, 25, "a speaker"),
    no("Chaung-U", 21.97, 95.27, 20, "recalled as history", date=["2025-10-01", "2025-10-31"]),
    no("Mae Sot", 16.7167, 98.5667, 3, "a speaker; where people fled to", event_type="strike"),
    no("Komanda", 1.37, 29.77, 25, "recalled as history"),
    no("Goma", -1.67, 29.23, 12, "recalled as history"),
    no("Bukavu", -2.5, 28.86, 12, "recalled as history"),
    no("Addis Ababa", 9.03, 38.74, 30, "a speaker"),
    no("Jermuk", 39.8395, 45.6711, 15, "recalled as history"),
    no("Stepanakert", 39.8153, 46.7519, 15, "the end of a road"),
    no("Eilat", 29.56, 34.95, 20, "where a ship was bound"),
    no("Sanaa", 15.35, 44.2, 25, "a threat"),
    no("Tel Aviv", 32.08, 34.78, 12, "a speaker"),
    no("Pahalgam", 34.01, 75.31, 15, "recalled as history"),
    no("Mogadishu, May", 2.0371, 45.3438, 15, "recalled as history", date=["2025-05-01", "2025-05-31"]),
    no("Stuttgart", 48.78, 9.18, 25, "a speaker"),
    no("Tigray", 13.8, 38.5, 120, "a warning; recalled as history"),
    no("Debre Markos", 10.34, 37.73, 10, "a hospital"),
    no("Barsalogho", 13.42, -1.06, 30, "recalled as history"),
    no("Bamako", 12.65, -8.0, 25, "a dateline, a queue, a fear"),
    no("Cali, August", 3.44, -76.52, 12, "recalled as history", date=["2025-08-01", "2025-08-31"]),
    no("Bogotá", 4.61, -74.08, 25, "a dateline"),
]

out = pathlib.Path(__file__).with_name("gold.json")
out.write_text(json.dumps(dict(name="bulletins", incidents=incidents, allowed=allowed, forbidden=forbidden), indent=1,
                          ensure_ascii=False) + "\n")
print(len(incidents), "incidents,", len(allowed), "allowed,", len(forbidden), "forbidden")

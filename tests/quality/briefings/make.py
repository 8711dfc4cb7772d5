#!/usr/bin/env python3
"""Writes gold.json beside this file: what a careful reader takes from the twenty-two files in articles/."""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from making import day, hurt, no  # noqa: E402


def inc(id, event_type, date, place, lat, lon, tol, levels, numbers=None, sources=None, **more):
    row = dict(id=id, event_type=event_type, date=date, place=place, lat=lat, lon=lon, tolerance_km=tol, **more)
    if levels:
        row["geo_precision"] = levels
    if numbers:
        row["numbers"] = numbers
    if sources:
        row["sources"] = sources
    return row


TOWN, SITE, NEAR, REGION = ["settlement"], ["facility", "settlement"], ["settlement", "area"], ["region"]
PART, ROUGH, WIDE = ["district", "settlement"], ["settlement", "region", "area"], ["country", "area"]
ANY = ["strike", "casualties"]
AIR = ["strike", "interception"]
FIGHT = ["ground_attack", "casualties"]
BLAST = ["strike", "ground_attack"]
HARM = ["strike", "ground_attack", "casualties"]
F11, F12, F13, F16 = day("2026-02-11"), day("2026-02-12"), day("2026-02-13"), day("2026-02-16")
N3, N4, N34 = day("2025-11-03"), day("2025-11-04"), day("2025-11-03", 4)
G20, G21, G2, G22 = day("2025-08-20"), day("2025-08-21"), day("2025-08-20", 21), day("2025-08-22")
L8, L9, L89 = day("2025-07-08"), day("2025-07-09"), day("2025-07-08", 9)
W13 = day("2026-01-13", 14)
W14 = day("2026-01-14")

incidents = [
    # 01, 02, 03: Zaporizhzhia, whose toll rises from four to six to seven
    inc("zaporizhzhia", "strike", F12, "apartment block, Zaporizhzhia", 47.8517, 35.1171, 15, SITE, hurt(7, 22), 3),
    inc("sloviansk", "strike", F11, "Sloviansk", 48.8497, 37.5974, 12, TOWN + ["facility"], hurt(2, 8), 2),
    inc("ilsky", "strike", F12, "Ilsky refinery, Krasnodar region", 44.8422, 38.5669, 20, SITE, hurt(None, 1), 2),
    inc("bryansk-region", "interception", F12, "Bryansk region", 53.0, 33.4, 120, REGION),
    inc("sea-of-azov", "interception", F12, "Sea of Azov", 46.0, 36.6, 200, ["area", "region"]),
    # 02
    inc("chornomorsk", "strike", F13, "port of Chornomorsk", 46.3008, 30.6544, 12, SITE, hurt(None, 1)),
    inc("odesa", "interception", F13, "on approach to Odesa", 46.5, 30.65, 85, ROUGH),
    # 03
    inc("khortytskyi", "strike", F16, "garage cooperative, Khortytskyi district, Zaporizhzhia", 47.835, 35.05, 12,
        PART + ["facility"]),
    # 04
    inc("kherson-region", ANY, N34, "Kherson region", 46.6, 33.4, 100, REGION, hurt(2, 9), level_required=True),
    inc("bilozerka", "strike", N3, "Bilozerka", 46.6265, 32.4445, 7, TOWN, hurt(1, 1)),
    inc("beryslav", "strike", N34, "Beryslav", 46.8385, 33.4266, 12, TOWN, hurt(1)),
    inc("korabelnyi", "strike", N34, "Korabelnyi district, Kherson", 46.62, 32.58, 7, ["district"], hurt(None, 3)),
    inc("stanislav", "strike", N34, "Stanislav", 46.5733, 32.1477, 10, TOWN, hurt(None, 2)),
    # 04, 06: a passenger dies in hospital after the digest
    inc("kherson-minibus", "strike", N4, "minibus, Dniprovskyi district, Kherson", 46.66, 32.655, 7,
        ["district", "facility"], hurt(3, 6), 2),
    # 05
    inc("hlukhiv", "strike", day("2025-11-02"), "post office, Hlukhiv", 51.6798, 33.9168, 12, SITE, hurt(2, 7)),
    inc("krolevets", "strike", N4, "garage near Krolevets", 51.5518, 33.3804, 20, SITE + ["area"]),
    # 06
    inc("ukraine-week", ANY, day("2025-11-03", 9), "Ukraine", 48.8, 31.8, 400, WIDE, hurt(41, 203),
        level_required=True),
    inc("kramatorsk", "strike", day("2025-11-06"), "Kramatorsk", 48.7311, 37.5678, 12, TOWN + ["facility"],
        hurt(5, 12)),
    inc("dnipro", "strike", day("2025-11-08"), "apartment building, Dnipro", 48.4666, 35.0407, 15, SITE, hurt(4, 15)),
    inc("poltava-region", "strike", day("2025-11-07", 8), "energy installations, Poltava region", 49.6, 33.8, 110, REGION),
    inc("skadovsk", "strike", day("2025-11-05"), "petrol station, Skadovsk", 46.1131, 32.9098, 15, SITE, hurt(2, 1)),
    # 07: an axis each
    inc("vovchansk", "ground_attack", G2, "near Vovchansk", 50.2908, 36.9411, 20, NEAR),
    inc("kupiansk", "ground_attack", G2, "Kupiansk direction", 49.71, 37.65, 20, NEAR),
    inc("lyman", "ground_attack", G2, "Lyman direction", 49.05, 37.76, 25, NEAR),
    inc("pokrovsk", "ground_attack", G2, "Pokrovsk direction", 48.28, 37.18, 25, NEAR),
    inc("kamianske", "ground_attack", G2, "near Kamianske, Orikhiv direction", 47.55, 35.5, 35, NEAR),
    inc("velyka-pysarivka", "strike", G2, "Velyka Pysarivka", 50.4234, 35.483, 10, TOWN),
    inc("bilenke", "strike", G2, "Bilenke, Donetsk region", 48.7659, 37.6331, 12, TOWN),
    inc("malynivka", "strike", G2, "Malynivka, Zaporizhzhia region", 47.6795, 36.4812, 12, TOWN),
    inc("dovzhansk", "strike", day("2025-08-19"), "ammunition depot near Dovzhansk", 48.0762, 39.6474, 20,
        SITE + ["area"]),
    # 07, 08
    inc("novoshakhtinsk", "strike", G21, "refinery, Novoshakhtinsk", 47.7604, 39.9334, 20, SITE, None, 2),
    # 08
    inc("voronezh-region", "interception", G21, "Voronezh region", 51.0, 40.2, 130, REGION),
    inc("belgorod-region", "interception", G21, "Belgorod region", 50.7, 37.4, 120, REGION),
    inc("black-sea", "interception", G21, "Black Sea", 43.4, 34.0, 450, ["area", "region"]),
    inc("crimea", "interception", G21, "Crimea", 45.3, 34.4, 130, REGION),
    inc("shebekino", "strike", G2, "Shebekino", 50.4134, 36.9254, 8, TOWN, hurt(1, 1)),
    inc("murom", "strike", G2, "farm, Murom, Shebekinsky district", 50.35, 36.65, 18, SITE),
    inc("kreminna", "strike", day("2025-08-18"), "dormitory, Kreminna", 49.0481, 38.2155, 15, SITE, hurt(3, 8)),
    # 09, 10
    inc("swap-aug22", "prisoner_swap", G22, "Belarus, or its border with Ukraine", 51.7, 28.5, 400,
        ["border", "area", "country"], {"prisoners.UKR": [146, 154], "prisoners.RUS": [146, 154]}, 2,
        unlocated_ok=True),
    inc("arrival-chernihiv", "prisoner_swap", G22, "hospital, Chernihiv", 51.5054, 31.2866, 15, SITE),
    # 10
    inc("kostiantynivka", "strike", G22, "shop, Kostiantynivka", 48.5273, 37.7059, 12, SITE, hurt(3, 4)),
    inc("nikopol", "strike", G22, "Nikopol", 47.5683, 34.3913, 12, TOWN, hurt(2, 1)),
    inc("lutsk", "strike", G22, "furniture factory, Lutsk", 50.7578, 25.3502, 12, SITE),
    inc("unecha", "strike", day("2025-08-21", 22), "pumping station, Unecha", 52.8429, 32.6876, 15, SITE),
    # 11: the trial recalls a strike of the year before; what happened on the eve is new
    inc("pavlohrad", "strike", day("2026-04-14", 15), "locomotive depot, Pavlohrad", 48.5321, 35.8688, 12, SITE,
        hurt(None, 2)),
    # 12, 13
    inc("mawasi", "strike", L9, "tents, al-Mawasi, Khan Younis", 31.34, 34.27, 9, SITE + ["district", "area"],
        hurt(11, 20), 2),
    inc("sheikh-radwan", "strike", L8, "house, Sheikh Radwan, Gaza City", 31.53, 34.465, 6, SITE + ["district"],
        hurt(7), 2),
    inc("rafah-aid", HARM, L9, "near an aid site, Rafah", 31.30, 34.24, 9, SITE + ["area"], hurt(5, [30, 34]), 2),
    # 12
    inc("beit-hanoun", HARM, L8, "Beit Hanoun", 31.5353, 34.5358, 6, TOWN, hurt(3, 2)),
    # 13
    inc("gaza-strip-week", ANY, day("2025-07-02", 9), "Gaza Strip", 31.42, 34.37, 15, REGION + WIDE, hurt(568, 2244),
        level_required=True),
    inc("shati", "strike", day("2025-07-06"), "school, Ash Shati camp", 31.532, 34.448, 5, SITE + ["district"],
        hurt(12)),
    inc("sinjil", FIGHT, day("2025-07-05"), "Sinjil", 32.0333, 35.2655, 8, TOWN, hurt(1, 10)),
    inc("nablus", FIGHT, L8, "Old City, Nablus", 32.2211, 35.2544, 8, PART, hurt(1, [3, 4])),
    # 14
    inc("hodeidah", "strike", day("2025-09-24", 25), "port of Hodeidah", 14.7978, 42.9545, 20, SITE, hurt(13, 46)),
    inc("eilat", "strike", day("2025-09-24"), "hotel, Eilat", 29.5581, 34.9482, 12, SITE, hurt(None, 22)),
    inc("central-israel", "interception", day("2025-09-25"), "central Israel", 32.0, 34.85, 70,
        ROUGH + ["country"]),
    # 15
    inc("sarafand", "strike", W14, "road between Sarafand and Sidon", 33.50, 35.33, 12, NEAR + ["facility"],
        hurt(2, 1)),
    inc("kfar-hatta", "strike", W13, "Kfar Hatta", 33.51, 35.46, 11, SITE),
    inc("busayrah", "ground_attack", W14, "checkpoint, al-Busayrah", 35.1562, 40.4272, 12, SITE, hurt(3, 1)),
    inc("ashara", "strike", W13, "al-Ashara", 34.92, 40.56, 12, TOWN, hurt(None, 2)),
    inc("tishrin", "ground_attack", W13, "near the Tishrin Dam", 36.38, 38.18, 20, NEAR + ["facility"], hurt([4, 6])),
    inc("suwayda", "strike", W13, "western outskirts of Suwayda", 32.709, 36.5695, 10, NEAR + ["district"]),
    inc("khor-mor", AIR, W14, "Khor Mor gas field", 35.12, 44.95, 60, SITE + REGION + ["area"]),
    # 16, 17
    inc("um-rawaba", "strike", day("2025-12-09"), "market, Um Rawaba", 12.9061, 31.2158, 15, SITE, hurt(21, 34), 2),
    # 16
    inc("kadugli", "strike", day("2025-12-10"), "house, Kadugli", 11.0111, 29.7183, 12, SITE, hurt(4)),
    inc("kosti", "interception", day("2025-12-10"), "Kosti", 13.1629, 32.6635, 15, TOWN),
    # 17
    inc("dibebad", "strike", day("2025-12-06"), "clinic, Dibebad", 12.48, 29.8, 30, SITE, hurt(8, 13)),
    inc("bara-road", FIGHT, day("2025-12-02"), "road from Bara to El Obeid", 13.42, 30.2, 45,
        NEAR + REGION + ["facility"], hurt(6)),
    # 18
    inc("tonj-east", FIGHT, day("2025-05-04"), "Makuac, Tonj East", 7.7, 29.0, 85, ROUGH, hurt(11, 9)),
    inc("ulang", "strike", day("2025-05-05"), "Ulang", 8.74, 32.72, 32, SITE, hurt(2, 7)),
    inc("nasir", "ground_attack", day("2025-05-03"), "near Nasir", 8.60, 33.07, 25, NEAR, hurt(1)),
    # 19, 20
    inc("hokk", "ground_attack", day("2026-01-18"), "Hokk, Bokkos", 9.2992, 8.9947, 35, ROUGH, hurt(19), 2),
    # 19
    inc("konduga", BLAST, day("2026-01-19"), "tea stall, Konduga", 11.6533, 13.4179, 15, SITE, hurt([3, 4], 12)),
    inc("gusau-funtua", "ground_attack", day("2026-01-17"), "highway between Gusau and Funtua", 11.9, 6.95, 65,
        ROUGH + ["facility"], hurt(5)),
    # 20
    inc("buratai", "ground_attack", day("2026-01-20", 21), "base, Buratai", 10.9, 12.35, 55, SITE, hurt([2, 14])),
    inc("bougouni", "ground_attack", day("2026-01-20"), "between Kadiana and Bougouni", 11.1, -7.0, 80, ROUGH,
        hurt([6, 10])),
    inc("ber", "strike", day("2026-01-19"), "near Ber", 16.83, -2.53, 40, NEAR, hurt(8)),
    inc("titao", "ground_attack", day("2026-01-21"), "market, Titao", 13.7667, -2.0667, 15, SITE, hurt(7)),
    inc("masisi", "ground_attack", day("2026-01-20", 21), "around Masisi-centre", -1.40, 28.81, 40, ROUGH),
    inc("kazinga", "strike", day("2026-01-19", 22), "Kazinga", -1.35, 28.85, 55, ROUGH, hurt(2, 4)),
    inc("mambasa", FIGHT, day("2026-01-20"), "Mambasa territory, Ituri", 1.36, 29.05, 95, ROUGH, hurt(13)),
    inc("mocimboa", FIGHT, day("2026-01-19"), "beach near Mocímboa da Praia", -11.3517, 40.3516, 25,
        NEAR + ["facility"], hurt(4)),
    # 21
    inc("gurbuz", "strike", day("2026-03-02", 3), "Gurbuz district, Khost", 33.25, 69.95, 40, ROUGH, hurt(10, 4)),
    inc("kunar", "strike", day("2026-03-02", 3), "Kunar", 34.85, 71.1, 90, REGION),
    inc("paktika", "strike", day("2026-03-02", 3), "Paktika", 32.5, 68.9, 110, REGION),
    inc("bannu", BLAST, day("2026-03-01"), "paramilitary headquarters, Bannu", 32.9853, 70.604, 15, SITE,
        hurt(10, 23)),
    inc("spin-boldak", BLAST, day("2026-03-03"), "Chaman-Spin Boldak crossing", 30.96, 66.43, 18,
        SITE + ["border", "area"], hurt(2, [11, 14])),
    inc("keran", "ground_attack", day("2026-03-03"), "Keran sector, Kupwara", 34.63, 74.05, 40,
        ROUGH + ["border", "district"], hurt(2)),
    # 22
    inc("phanom-dong-rak", "strike", day("2025-12-17"), "hospital, Phanom Dong Rak", 14.4458, 103.3051, 25,
        SITE + REGION, hurt(1, 2)),
    inc("poipet", "strike", day("2025-12-16", 17), "casino, Poipet", 13.658, 102.5637, 15, SITE, hurt(4, 9)),
    inc("ta-krabey", "ground_attack", day("2025-12-16", 17), "Ta Krabey and Ta Moan temples", 14.35, 103.3, 60,
        SITE + ["area", "border"], hurt(1, 12)),
    inc("tabayin", "strike", day("2025-12-15"), "tea shop, Tabayin", 22.58, 95.33, 60, SITE + REGION, hurt(18, 20)),
]

UA = dict(lat=48.8, lon=31.8, tol=400, levels=WIDE, level_required=True, many=True)
RU = dict(place="Russia", lat=55.0, lon=60.0, tol=4500, levels=WIDE, level_required=True, many=True)


def also(id, place, lat, lon):
    """A settlement that the Kherson digest merely lists as shelled."""
    return inc(id, "strike", N34, place, lat, lon, 3, [])


allowed = [
    # 01-03
    inc("ukraine-feb12", AIR, F12, "Ukraine, 128 drones and five missiles", **UA),
    inc("russia-feb12", AIR, F12, **RU),
    inc("krasnodar-feb12", AIR, F12, "Krasnodar region", lat=45.3, lon=39.3, tol=120, levels=REGION,
        level_required=True),
    inc("zelene", "ground_attack", day("2026-02-11", 13), "Zelene, Kharkiv region", 49.7, 36.8, 120, []),
    inc("brussels", "talks", day("2026-02-11", 13), "Brussels", 50.85, 4.35, 30, []),
    inc("kyiv-talks", "talks", day("2026-02-11", 12), "Kyiv, US envoys", 50.45, 30.52, 25, []),
    inc("odesa-coast", AIR, F13, "Black Sea coast, Odesa region", 46.5, 30.6, 150, ["region", "area"],
        level_required=True),
    inc("zaporizhzhia-feb16", "strike", F16, "Zaporizhzhia", 47.8517, 35.1171, 6, []),
    # 04
    also("kherson-listed", "Kherson", 46.6369, 32.6146), also("antonivka", "Antonivka", 46.6767, 32.7306),
    also("sadove", "Sadove", 46.7044, 32.8203), also("prydniprovske", "Prydniprovske", 46.679, 32.7948),
    also("bilozerka-listed", "Bilozerka", 46.6265, 32.4445), also("stanislav-listed", "Stanislav", 46.5733, 32.1477),
    also("komyshany", "Komyshany", 46.64, 32.5034), also("zelenivka", "Zelenivka", 46.7172, 32.657),
    also("inzhenerne", "Inzhenerne", 46.705, 32.6894), also("beryslav-listed", "Beryslav", 46.8385, 33.4266),
    also("tiahynka", "Tiahynka", 46.7809, 33.0559), also("kozatske", "Kozatske", 46.7855, 33.35),
    also("mylove", "Mylove", 47.0656, 33.6298), also("novovorontsovka", "Novovorontsovka", 47.505, 33.9232),
    inc("zymivnyk", "strike", N34, "Zymivnyk", 46.67, 32.66, 6, []),
    inc("kherson-region-strike", ANY, N34, "Kherson region", 46.6, 33.4, 100, REGION, level_required=True),
    # 05, 06
    inc("poltava-city", "strike", day("2025-11-07", 8), "Poltava, without water", 49.5893, 34.5537, 10, []),
    inc("kremenchuk", "strike", day("2025-11-07", 8), "Kremenchuk, without water", 49.0625, 33.4048, 12, []),
    inc("ukraine-week-more", ANY, day("2025-11-03", 9), "Ukraine", **UA),
    inc("kherson-nov6", "casualties", day("2025-11-06"), "the passenger who died later", 46.65, 32.63, 12, []),
    # 07, 08
    inc("ukraine-aug", ["strike", "interception", "ground_attack"], G2, "Ukraine", **UA),
    inc("vovchansk-more", "ground_attack", G2, "Kolodiazne, and the axis", 50.2, 37.1, 60, [], many=True),
    inc("kupiansk-more", "ground_attack", G2, "Petropavlivka", 49.71, 37.65, 20, [], many=True),
    inc("lyman-more", "ground_attack", G2, "Serednie, Shandryholove, Drobysheve", 49.05, 37.76, 25, [], many=True),
    inc("pokrovsk-more", "ground_attack", G2, "Rodynske, Myrnohrad, Kotlyne, Udachne", 48.28, 37.15, 25, [], many=True),
    inc("orikhiv-more", "ground_attack", G2, "Orikhiv", 47.55, 35.6, 30, []),
    inc("rostov-region", AIR, G21, "Rostov region", 47.7, 41.2, 130, REGION, many=True, level_required=True),
    inc("novoshakhtinsk-interception", "interception", G21, "Novoshakhtinsk", 47.7604, 39.9334, 15, []),
    inc("kiselyovka", ANY, G21, "Kiselyovka", 47.85, 39.95, 45, []),
    inc("graivoron", AIR, G2, "Graivoron", 50.4789, 35.6809, 10, []),
    inc("russia-aug", AIR, G21, **RU),
    # 09, 10
    inc("belarus", "prisoner_swap", G22, "Belarus, where the Russian soldiers are", 53.7, 28.0, 350, ["country"],
        level_required=True),
    inc("ukraine-swap", "prisoner_swap", G22, "Ukraine", **UA),
    inc("ukraine-five", ANY, G22, "east and south of Ukraine, five killed", 48.3, 33.5, 400, WIDE + REGION, many=True,
        level_required=True),
    inc("alaska", "talks", day("2025-08-14", 16), "Alaska", 64.0, -152.0, 900, []),
    inc("bryansk-aug22", AIR, day("2025-08-21", 22), "Bryansk region", 53.0, 33.4, 120, REGION, level_required=True),
    # 11
    inc("pavlohrad-bakery", ANY, day("2025-06-29"), "bakery, Pavlohrad: recalled in court", 48.5321, 35.8688, 12, []),
    # 12, 13
    inc("gaza-day", HARM, L89, "Gaza Strip, 15 or 20 killed", 31.42, 34.37, 20, REGION + WIDE, many=True,
        level_required=True),
    inc("gaza-soldiers", HARM, day("2025-07-02", 9), "Gaza Strip, four soldiers", 31.42, 34.37, 20, REGION + WIDE,
        many=True, level_required=True),
    inc("khan-younis", "strike", L9, "Khan Younis", 31.3402, 34.3063, 5, []),
    inc("gaza-city", "strike", L8, "Gaza City", 31.5018, 34.4663, 6, []),
    inc("doha-july", "talks", day("2025-07-06", 9), "Doha", 25.2855, 51.531, 30, []),
    inc("washington", "talks", day("2025-07-06", 9), "Washington", 38.9, -77.04, 40, []),
    inc("houthi-missile", "interception", L89, "missile from Yemen, short of Israel", 30.0, 35.5, 450, []),
    inc("west-bank-bedouin", FIGHT, day("2025-07-02", 10), "central West Bank", 31.95, 35.3, 60, ["region", "area"],
        level_required=True),
    # 14
    inc("ras-kathib", "strike", day("2025-09-24", 25), "Ras Kathib power plant", 14.92, 42.88, 30, []),
    inc("yemen", "strike", day("2025-09-24", 25), "Yemen", 15.5, 47.5, 500, WIDE, level_required=True),
    inc("tel-aviv", "interception", day("2025-09-25"), "Tel Aviv", 32.0809, 34.7806, 15, []),
    # 15
    inc("aitaroun", BLAST, W13, "Aitaroun", 33.116, 35.471, 8, []),
    inc("kafr-hamra", ANY, W13, "mine by Kafr Hamra", 36.26, 37.08, 12, []),
    inc("mazraa", ["strike", "ground_attack"], W13, "al-Mazraa", 32.77, 36.48, 10, []),
    inc("suwayda-clash", "ground_attack", W13, "Suwayda", 32.709, 36.5695, 10, []),
    inc("jubata", "ground_attack", W13, "Jubata al-Khashab", 33.23, 35.82, 15, []),
    inc("aleppo", "ground_attack", W13, "Aleppo province", 36.3, 37.6, 80, REGION, level_required=True),
    inc("khor-mor-more", AIR, W14, "Khor Mor, or Sulaymaniyah province", 35.2, 45.1, 80, []),
    inc("syria-2026", HARM, day("2026-01-01", 14), "Syria, 61 deaths", 35.0, 38.5, 300, WIDE, level_required=True),
    # 16, 17
    inc("babanusa", "ground_attack", ["2025-11-28", "2025-12-10"], "base, Babanusa", 11.33, 27.82, 30, []),
    inc("kordofan", HARM, day("2025-12-02", 14), "Kordofan", 12.5, 29.8, 250, ["region", "area"], level_required=True),
    inc("kosti-explosions", "strike", day("2025-12-10"), "Kosti", 13.1629, 32.6635, 15, []),
    # 18
    inc("mayendit", "ground_attack", day("2025-05-04"), "the pursuit", 8.0, 29.3, 90, []),
    # 20
    inc("doha-january", "talks", day("2026-01-21"), "Doha", 25.2855, 51.531, 30, []),
    # 21
    inc("af-pak-border", BLAST, day("2026-03-02", 3), "Afghanistan-Pakistan border", 32.5, 68.5, 500,
        ["border", "area", "country"], many=True, level_required=True),
    inc("chaman", BLAST + ["casualties"], day("2026-03-03"), "Chaman", 30.96, 66.43, 18, [], many=True),
    inc("khost-province", "strike", day("2026-03-02", 3), "Khost province", 33.35, 69.9, 50, REGION,
        level_required=True),
    inc("afghanistan", "strike", day("2026-03-02", 3), "Afghanistan", 34.0, 66.0, 400, WIDE, level_required=True),
    # 22
    inc("thai-cambodian-border", BLAST, day("2025-12-16", 17), "Thai-Cambodian border", 14.0, 103.3, 250,
        ["border", "area", "country"], many=True, level_required=True),
    inc("ta-moan", BLAST, day("2025-12-16", 17), "Ta Moan", 14.35, 103.26, 25, []),
    inc("sabina", "*", day("2025-12-12"), "Sabina Shoal", 9.75, 116.5, 400, []),
    inc("asean-call", "talks", day("2025-12-16"), "telephone call", 3.14, 101.69, 60, []),
]

forbidden = [
    # 01-03
    no("Abu Dhabi", 24.45, 54.4, 60, "talks that are planned"),
    no("Ilsky, earlier", 44.8422, 38.5669, 30, "recalled as history", date=["2025-09-01", "2025-12-31"]),
    no("Zaporizhzhia, 2022", 47.8517, 35.1171, 20, "recalled as history", date=["2022-10-01", "2022-10-31"]),
    no("Zaporizhzhia nuclear plant", 47.508, 34.586, 12, "a loss of power that is feared"),
    no("Moscow", 55.75, 37.62, 15, "stands for the government"),
    # 04-06
    no("Kherson region, 2025", 46.6, 33.4, 100, "a total for the year", event_type="casualties",
       date=["2025-01-01", "2025-10-31"]),
    no("Svesa", 51.9513, 33.9338, 10, "sappers, not an attack"),
    no("Lutsk, November", 50.7578, 25.3502, 20, "where a son lives", date=["2025-11-01", "2025-11-10"]),
    no("Shostka", 51.8643, 33.4728, 10, "a hospital; a total since January", date=["2025-01-01", "2025-11-10"]),
    no("Ukraine since 2022", 48.8, 31.8, 300, "a total since the invasion", event_type="casualties",
       date=["2022-02-01", "2025-10-31"]),
    no("Taganrog", 47.2362, 38.8969, 20, "a prison"),
    # 07, 08
    no("Huliaipole", 47.66, 36.26, 12, "no attacks there", event_type="ground_attack", date=G2),
    no("Volyn", 51.0, 25.0, 120, "no signs of an attack", date=G2),
    no("Volgograd", 48.72, 44.5, 40, "an airport closed as a precaution"),
    no("Saratov", 51.53, 46.03, 40, "an airport closed as a precaution"),
    # 09, 10
    no("Mariupol", 47.0971, 37.5434, 25, "where a man was taken in 2022"),
    no("Avdiivka", 48.14, 37.74, 20, "where a man disappeared"),
    no("Vinnytsia", 49.23, 28.47, 25, "where a sister lives"),
    no("Istanbul", 41.01, 28.95, 60, "talks that are past"),
    no("Kursk region, 2024", 51.7, 36.2, 130, "recalled as history", event_type="ground_attack"),
    # 11
    no("Dnipro, April", 48.4666, 35.0407, 20, "where the trial is; sirens only", date=["2026-04-10", "2026-04-27"]),
    no("Votkinsk", 57.05, 54.0, 40, "where the missile was made"),
    # 12, 13
    no("southern Israel, 2023", 31.4, 34.6, 80, "recalled as history", date=["2023-10-01", "2023-10-31"]),
    no("Gaza since 2023", 31.42, 34.37, 40, "a total since the war began", event_type="casualties",
       date=["2023-10-01", "2025-06-30"]),
    no("Tulkarm", 32.31, 35.03, 12, "demolitions"),
    # 14
    no("Sanaa", 15.35, 44.2, 40, "recalled as history"),
    no("Ras Isa", 15.12, 42.6, 25, "recalled as history", date=["2025-03-01", "2025-05-31"]),
    no("Red Sea", 17.0, 40.5, 250, "ships attacked since 2023"),
    # 15
    no("Hermel", 34.39, 36.38, 15, "drones that were heard"),
    no("Damascus", 33.51, 36.29, 15, "a meeting that was postponed"),
    # 16, 17
    no("El Fasher", 13.628, 25.349, 40, "recalled as history"),
    no("Tora", 14.2, 25.2, 60, "recalled as history", date=["2025-03-01", "2025-03-31"]),
    no("Riyadh", 24.7, 46.7, 60, "talks that are planned"),
    no("Geneva", 46.2, 6.14, 40, "where a commissioner spoke"),
    # 18
    no("Gambella", 8.25, 34.58, 30, "where refugees go"),
    no("Malakal", 9.53, 31.66, 30, "cholera"),
    # 19, 20
    no("Kaduna", 10.5, 7.44, 60, "reprisals that are feared"),
    no("Bamako", 12.64, -8.0, 30, "an attack said to be unlikely"),
    no("Gorouol", 14.6, 0.9, 60, "recalled as history", date=["2025-12-01", "2025-12-31"]),
    no("Afungi", -10.85, 40.5, 15, "unaffected"),
    # 21
    no("Torkham", 34.12, 71.09, 10, "no shooting there", event_type="ground_attack"),
    # 22
    no("border in July", 14.2, 103.4, 250, "recalled as history", date=["2025-07-01", "2025-11-30"]),
    no("Siem Reap", 13.36, 103.86, 25, "where the displaced are"),
]

out = pathlib.Path(__file__).with_name("gold.json")
out.write_text(json.dumps(dict(name="briefings", incidents=incidents, allowed=allowed, forbidden=forbidden), indent=1,
                          ensure_ascii=False) + "\n")
print(len(incidents), "incidents,", len(allowed), "allowed,", len(forbidden), "forbidden")

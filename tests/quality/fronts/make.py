#!/usr/bin/env python3
"""Writes gold.json beside this file: what a careful reader takes from the thirty files in articles/."""
import json
import pathlib


def inc(id, event_type, date, place, lat, lon, tol, levels, killed=None, injured=None, sources=None, **more):
    date = date if isinstance(date, list) else [date, date]
    row = dict(id=id, event_type=event_type, date=date, place=place, lat=lat, lon=lon, tolerance_km=tol,
               geo_precision=levels, **more)
    numbers = {k: v for k, v in (("killed", killed), ("injured", injured)) if v is not None}
    if numbers:
        row["numbers"] = numbers
    if sources:
        row["sources"] = sources
    return row


def ok(event_type, date, place, lat, lon, tol):
    date = date if isinstance(date, list) else [date, date]
    return dict(id="ok-" + place.lower().replace(" ", "-"), event_type=event_type, date=date, place=place, lat=lat,
                lon=lon, tolerance_km=tol, geo_precision=[], many=True, undated_ok=True)


def no(place, lat, lon, tol, why, date=None, event_type="*"):
    row = dict(event_type=event_type, place=place, lat=lat, lon=lon, tolerance_km=tol, why=why)
    if date:
        row["date"] = date
    return row


TOWN, SITE, PART = ["settlement"], ["facility", "settlement"], ["district", "settlement", "area", "facility"]
SPOT = ["facility", "settlement", "district", "area"]
NEAR, REG, ROUGH = ["settlement", "area"], ["region", "area"], ["settlement", "region", "area", "district", "facility"]
S, G, C, I, P, T = "strike", "ground_attack", "casualties", "interception", "prisoner_swap", "talks"
SG, SC, SGC, GC, SI = [S, G], [S, C], [S, G, C], [G, C], [S, I]

incidents = [
    # 01, 02 Gaza 2025
    inc("nuseirat", S, "2025-08-21", "Nuseirat", 31.449, 34.392, 6, SPOT, 14, 17, 2),
    inc("muwasi", S, ["2025-08-20", "2025-08-21"], "Muwasi, west of Khan Younis", 31.335, 34.26, 9, SPOT, 4),
    inc("zeitoun", S, "2025-08-21", "Zeitoun, Gaza City", 31.495, 34.45, 6, PART, 6),
    inc("zikim", [G, C, S], "2025-08-20", "Zikim crossing, northern Gaza", 31.57, 34.50, 14,
        ["facility", "area", "region", "settlement", "border"], 6),
    inc("jabalia-school", S, "2025-08-22", "Jabalia", 31.527, 34.483, 6, SPOT, 5, 20),
    inc("shujayea", SG, "2025-08-21", "Shujayea, Gaza City", 31.50, 34.47, 6, PART, 1, 2),
    inc("gaza-24h", SC, ["2025-08-21", "2025-08-22"], "Gaza Strip", 31.42, 34.37, 25, ["region", "area", "country"],
        71, 251),
    # 03, 04, 05 Lebanon 2024
    inc("nabatieh", S, "2024-11-12", "market, Nabatieh", 33.379, 35.484, 8, SPOT, 8, 24, 3),
    inc("tyre", S, "2024-11-12", "Tyre", 33.273, 35.194, 8, SPOT),
    inc("khiam", SG, "2024-11-12", "Khiam", 33.327, 35.611, 8, NEAR),
    inc("kiryat-shmona", S, "2024-11-12", "Kiryat Shmona", 33.212, 35.57, 8, SPOT, 2, 3, 2),
    inc("baalbek", S, "2024-11-12", "Baalbek", 34.006, 36.218, 12, NEAR + ["facility"], 1),
    inc("nahariya", S, "2024-11-13", "Nahariya", 33.009, 35.098, 8, SPOT, sources=2),
    inc("haifa-bay", I, "2024-11-13", "Haifa Bay", 32.83, 35.03, 18, SPOT + ["region"], sources=2),
    inc("south-lebanon-soldier", GC, "2024-11-12", "southern Lebanon", 33.3, 35.4, 50, REG, 1),
    inc("dahieh", S, "2024-11-13", "Dahieh, Beirut", 33.85, 35.505, 9, PART),
    inc("golan-uav", I, ["2024-11-12", "2024-11-13"], "south of the Golan Heights", 32.8, 35.75, 60, REG),
    inc("jabalia-2024", G, ["2024-11-12", "2024-11-13"], "Jabaliya", 31.527, 34.483, 8, NEAR + ["district"]),
    # 06, 07 Sudan
    inc("el-obeid", S, "2026-01-14", "market, El Obeid", 13.184, 30.217, 10, SPOT, 13, [30, 34], 2),
    inc("el-obeid-shot-down", I, "2026-01-14", "5th Infantry Division headquarters, El Obeid", 13.184, 30.217, 12, SPOT),
    inc("dilling", S, "2026-01-13", "Al-Toma, Dilling", 12.05, 29.65, 10, SPOT, 3, 7),
    inc("kosti", S, "2026-01-15", "Um Dabbakir power station, Kosti", 13.163, 32.663, 20, SPOT, None, 2),
    inc("mellit", SG, "2026-01-14", "Mellit", 14.133, 25.55, 20, NEAR),
    inc("babanusa", S, ["2026-01-13", "2026-01-15"], "Babanusa", 11.333, 27.8, 20, NEAR, undated_ok=True),
    # 08, 09 Congo
    inc("oicha", G, ["2025-07-12", "2025-07-13"], "Mbimbi, near Oicha", 0.698, 29.519, 12, NEAR, 16, None, 2),
    inc("mayangose", G, "2025-07-14", "Mayangose forest, Beni", 0.53, 29.52, 22, ["area", "settlement", "region"],
        [4, 4], 1),
    inc("nyabiondo", SG, "2025-07-15", "Nyabiondo, Masisi territory", -1.35, 28.87, 40, ["settlement", "area", "region"]),
    # 10, 11 Nigeria
    inc("konduga", SG, "2025-03-14", "Konduga", 11.653, 13.418, 10, SPOT, 10, [13, 15], 2),
    inc("monguno", G, "2025-03-15", "Monguno", 12.671, 13.612, 12, SPOT, 11, 1),
    inc("damboa", G, "2025-03-16", "Damboa", 11.155, 12.756, 30, NEAR + ["facility"], 5),
    # 12, 13 Pakistan
    inc("bannu", SG, ["2025-09-16", "2025-09-17"], "police post, Bannu", 32.985, 70.604, 12, SPOT, 14, [20, 22], 2),
    inc("quetta", SG, "2025-09-17", "Sariab Road, Quetta", 30.184, 67.001, 12, SPOT, 2, 8),
    inc("lakki-marwat", G, ["2025-09-16", "2025-09-17"], "Lakki Marwat", 32.607, 70.912, 30, ROUGH, 5),
    # 14, 15 Myanmar
    inc("kyauk-myaung", S, "2024-09-05", "monastery, Kyauk Myaung, Shwebo Township", 22.585, 95.85, 25, ROUGH, 13,
        [17, 19], 2),
    inc("mogok", SG, ["2024-09-04", "2024-09-05"], "police station, Mogok", 22.918, 96.51, 12, SPOT, 5),
    inc("kawkareik", G, "2024-09-05", "Kawkareik", 16.555, 98.237, 15, NEAR, [8, 9]),
    inc("lashio", S, "2024-09-07", "Lashio", 22.936, 97.75, 12, SPOT, 3),
    # 16, 17 Thailand, Cambodia
    inc("kantharalak", S, "2025-12-10", "Kantharalak", 14.641, 104.65, 25, ROUGH, 2, 6, 2),
    inc("samraong", S, "2025-12-10", "Samraong", 14.182, 103.518, 20, SPOT, 4, 11),
    inc("phanom-dong-rak", S, "2025-12-10", "Phanom Dong Rak, Surin", 14.45, 103.31, 25, ROUGH),
    inc("ta-kwai", G, "2025-12-10", "Ta Kwai temple", 14.36, 103.38, 25, ROUGH + ["border"]),
    inc("chong-bok", G, "2025-12-10", "Chong Bok, Ubon Ratchathani", 14.45, 105.1, 35, ROUGH + ["border"], None, 3),
    inc("preah-vihear", S, "2025-12-11", "Preah Vihear temple", 14.392, 104.68, 15, SPOT),
    inc("poipet", S, ["2025-12-10", "2025-12-11"], "border checkpoint, Poipet", 13.658, 102.564, 10,
        SPOT + ["border"], None, 1),
    # 18 Somalia
    inc("beledweyne", SG, ["2025-04-22", "2025-04-23"], "hotel, Beledweyne", 4.736, 45.204, 10, SPOT, 7, 16),
    inc("moqokori", G, "2025-04-23", "Moqokori", 4.2, 46.0, 70, ["settlement", "area", "region"], 30),
    inc("afgooye", SG, ["2025-04-21", "2025-04-23"], "Afgooye", 2.138, 45.121, 15, NEAR, 3, undated_ok=True),
    inc("bosaso", S, "2025-04-21", "southeast of Bosaso", 11.2, 49.25, 90, ["area", "settlement", "region"]),
    # 19 Iraq
    inc("sinune", S, ["2024-08-23", "2024-08-24"], "Sinune, Sinjar", 36.39, 41.78, 32, NEAR + ["region"], 2, 1),
    inc("barwari", S, "2024-08-23", "Barwari Bala, Amedi district", 37.15, 43.4, 45, ROUGH),
    inc("tuz", G, "2024-08-24", "Tuz Khurmatu", 34.888, 44.633, 15, NEAR, None, 4),
    inc("hamrin", S, "2024-08-24", "Hamrin mountains, Diyala", 34.1, 44.9, 90, REG + ["facility"], 5),
    # 20 Syria 2016
    inc("aleppo-m10", S, "2016-10-05", "M10 hospital, Sakhour, Aleppo", 36.21, 37.18, 9, SPOT, 2),
    inc("jamiliyeh", S, ["2016-10-04", "2016-10-05"], "Jamiliyeh, Aleppo", 36.204, 37.148, 9, SPOT, 6, 23,
        undated_ok=True),
    inc("saraqib", S, ["2016-10-04", "2016-10-05"], "Saraqib", 35.864, 36.806, 9, TOWN, 4),
    inc("damascus-embassy", S, ["2016-10-04", "2016-10-05"], "Russian embassy, Damascus", 33.515, 36.3, 30, ROUGH,
        undated_ok=True),
    # 21 Mosul 2017
    inc("dawasa", SG, "2017-03-08", "Dawasa, Mosul", 36.335, 43.13, 9, PART, 11, 30),
    inc("mosul-old-city", G, "2017-03-09", "towards the Old City, Mosul", 36.34, 43.125, 9, PART),
    inc("zuhour", S, "2017-03-09", "Zuhour, Mosul", 36.35, 43.16, 10, PART, 1, 4),
    inc("mansour", S, "2017-03-07", "Mansour, Mosul", 36.325, 43.12, 9, PART, 16),
    inc("tikrit", SG, "2017-03-08", "wedding, Tikrit", 34.616, 43.679, 12, TOWN, 23, 31),
    # 22 Yemen 2018
    inc("rabasa", S, "2018-11-07", "Rabasa, Hudaydah", 14.798, 42.965, 10, SPOT, 5),
    inc("hudaydah-clashes", [G, C, S], ["2018-11-07", "2018-11-08"], "Hudaydah", 14.798, 42.955, 12, TOWN, [47, 58]),
    inc("saada-checkpoint", S, "2018-11-08", "checkpoint, Saada province", 17.0, 43.8, 75, ROUGH, 8),
    inc("jizan", SI, ["2018-11-07", "2018-11-08"], "Jizan", 16.889, 42.551, 15, NEAR),
    # 23 Karabakh 2020
    inc("tartar", S, "2020-10-20", "cemetery, Tartar", 40.342, 46.932, 10, SPOT, 3, 10),
    inc("martuni", S, "2020-10-21", "Martuni", 39.795, 47.112, 10, TOWN, 2),
    inc("zangilan", G, ["2020-10-20", "2020-10-21"], "Zangilan", 39.084, 46.66, 15, NEAR),
    inc("stepanakert", S, ["2020-10-20", "2020-10-21"], "Stepanakert", 39.818, 46.753, 10, SPOT),
    # 24 Ethiopia 2021
    inc("alamata", S, "2021-11-16", "flour mill, Alamata", 12.416, 39.56, 10, SPOT, 9, 14),
    inc("kemise", G, "2021-11-17", "Kemise", 10.717, 39.87, 15, NEAR, 20),
    inc("debre-birhan", S, "2021-11-18", "Debre Birhan", 9.68, 39.533, 15, NEAR, 1, 2),
    # 25 Gaza 2014
    inc("sheikh-radwan", S, "2014-08-19", "Sheikh Radwan, Gaza City", 31.525, 34.465, 6, PART, 3, 45),
    inc("deir-al-balah", S, "2014-08-20", "Deir al-Balah", 31.418, 34.351, 6, SPOT, 7),
    inc("ashdod", S, "2014-08-20", "Ashdod", 31.792, 34.65, 8, SPOT),
    inc("ashkelon", S, "2014-08-20", "Ashkelon", 31.669, 34.571, 8, SPOT, None, 1),
    inc("tel-aviv", I, "2014-08-20", "Tel Aviv area", 32.08, 34.78, 18, SPOT + ["region"]),
    inc("rishon", S, "2014-08-20", "Rishon Letzion", 31.965, 34.79, 10, NEAR),
    # 26 Colombia
    inc("suarez", SG, "2025-10-12", "police station, Suárez", 2.954, -76.696, 12, SPOT, 1, 14),
    inc("timba", G, "2025-10-12", "Timba, Jamundí", 3.18, -76.59, 25, ROUGH),
    inc("tibu", SGC, "2025-10-11", "Tibú", 8.639, -72.736, 40, ROUGH, 2),
    # 27 Haiti
    inc("saut-deau", G, "2025-05-07", "Saut-d'Eau", 18.81, -72.2, 15, ROUGH, 6),
    inc("delmas", S, "2025-05-08", "Delmas 6", 18.55, -72.315, 9, PART, 3),
    inc("kenscoff", G, ["2025-05-08", "2025-05-09"], "Kenscoff", 18.448, -72.284, 10, NEAR, None, 1),
    # 28 Yemen 2025
    inc("hodeidah-2025", S, ["2025-04-10", "2025-04-11"], "Hodeidah", 14.798, 42.955, 12, SPOT, 6, 16),
    inc("majzar", S, ["2025-04-10", "2025-04-11"], "Majzar, Marib province", 15.75, 45.0, 80, ROUGH),
    inc("sanaa", S, ["2025-04-10", "2025-04-11"], "Sanaa", 15.355, 44.206, 15, TOWN),
    inc("taiz-swap", P, "2025-04-10", "Taiz", 13.58, 44.05, 18, SPOT),
    # 29 Sahel
    inc("diapaga", G, "2024-08-12", "Diapaga", 12.073, 1.788, 15, SPOT, 23),
    inc("tougouri", SG, "2024-08-14", "Kaya-Dori road, near Tougouri", 13.35, -0.55, 75, NEAR + ["facility"], 4),
    inc("soum", SC, ["2024-08-10", "2024-08-16"], "Soum province", 14.2, -1.4, 60, REG, 20),
    inc("sofara", G, "2024-08-11", "Sofara, Djenné area", 14.0, -4.3, 40, ROUGH, 9),
    inc("gao", S, "2024-08-15", "airport, Gao", 16.26, -0.03, 12, SPOT),
    inc("tera", G, "2024-08-13", "Téra", 14.008, 0.753, 25, NEAR, 12, 30),
    # 30 Syria 2025
    inc("aleppo-swap", P, "2025-04-03", "Aleppo", 36.2, 37.155, 12, SPOT),
    inc("mayadin", SG, ["2025-04-02", "2025-04-03"], "Mayadin", 35.02, 40.452, 15, NEAR, 3, 5),
    inc("hama", S, "2025-04-02", "Hama military airport", 35.125, 36.735, 10, SPOT),
    inc("t4", S, ["2025-04-02", "2025-04-03"], "T4 base, Homs province", 34.55, 37.5, 100, ROUGH, undated_ok=True),
    inc("nawa", SG, "2025-04-03", "Nawa", 32.886, 36.039, 15, NEAR, 9),
]

A8, N24 = ["2025-08-20", "2025-08-22"], ["2024-11-11", "2024-11-13"]
allowed = [
    ok(SGC, A8, "Gaza Strip overall", 31.42, 34.37, 25),
    ok(SGC, A8, "Gaza City", 31.502, 34.467, 4),
    ok(S, "2025-08-21", "Khan Younis", 31.34, 34.306, 4),
    ok(T, A8, "Cairo", 30.06, 31.25, 20),
    ok(SGC, N24, "Lebanon", 33.85, 35.9, 90),
    ok(SGC, N24, "southern Lebanon", 33.3, 35.4, 50),
    ok(SG, "2024-11-12", "Khiam other half", 33.327, 35.611, 8),
    ok(I, "2024-11-12", "Kiryat Shmona rockets shot down", 33.212, 35.57, 15),
    ok(I, "2024-11-12", "northern Israel", 32.9, 35.3, 60),
    ok(S, "2024-11-13", "Beirut", 33.89, 35.5, 8),
    ok(T, N24, "Riyadh", 24.69, 46.72, 30),
    ok(SGC, "2024-11-13", "Gaza Strip 2024", 31.42, 34.37, 25),
    ok(S, "2026-01-15", "Rabak", 13.181, 32.74, 8),
    ok(S, ["2026-01-13", "2026-01-15"], "West Kordofan", 11.5, 28.3, 150),
    ok(SG, "2025-07-13", "Oicha barricade", 0.698, 29.519, 12),
    ok(GC, ["2025-06-27", "2025-07-01"], "Mambasa", 1.36, 29.05, 110),
    ok(SC + [G], ["2025-07-14", "2025-07-14"], "Uvira", -3.395, 29.138, 10),
    ok(T, ["2025-07-13", "2025-07-15"], "Doha", 25.28, 51.53, 25),
    ok(G, ["2025-03-15", "2025-03-16"], "Gidan Goga Maradun", 12.567, 6.244, 130),
    ok(SG, ["2025-09-16", "2025-09-17"], "Bannu second part", 32.985, 70.604, 12),
    ok(SGC, ["2025-09-16", "2025-09-17"], "Khyber Pakhtunkhwa", 34.0, 71.3, 170),
    ok(SGC, ["2025-01-01", "2025-09-17"], "Pakistan provinces since January", 31.0, 69.5, 450),
    ok(C, ["2024-08-01", "2024-08-31"], "Myanmar", 21.0, 96.5, 300),
    ok(S, ["2024-08-01", "2024-08-31"], "Myanmar strikes", 21.0, 96.5, 300),
    ok(GC, ["2024-08-01", "2024-08-31"], "Lashio captured", 22.936, 97.75, 12),
    ok(P, ["2024-09-06", "2024-09-06"], "Rakhine", 19.8, 93.8, 150),
    ok(T, ["2024-01-01", "2024-09-08"], "Kunming", 25.04, 102.72, 30),
    ok(SG, ["2025-12-08", "2025-12-11"], "Thai Cambodian border", 14.3, 104.0, 170),
    ok(S, ["2025-12-10", "2025-12-10"], "Oddar Meanchey", 14.2, 103.7, 55),
    ok(S, ["2025-12-10", "2025-12-10"], "Si Sa Ket", 14.9, 104.35, 60),
    ok(C, ["2025-12-08", "2025-12-11"], "Cambodia", 12.7, 104.9, 150),
    ok(SG, ["2025-04-22", "2025-04-23"], "Beledweyne second part", 4.736, 45.204, 10),
    ok(SG, ["2025-04-21", "2025-04-23"], "Lower Shabelle", 1.9, 44.5, 90),
    ok(S, ["2025-04-21", "2025-04-21"], "Puntland", 9.5, 49.3, 230),
    ok(G, ["2024-01-01", "2024-06-30"], "ISIS attacks Iraq Syria", 34.5, 41.5, 450),
    ok(T, ["2024-08-01", "2024-08-24"], "Baghdad", 33.34, 44.4, 30),
    ok(S, ["2024-08-23", "2024-08-24"], "Amedi", 37.092, 43.488, 30),
    ok(SGC, ["2016-10-04", "2016-10-05"], "Aleppo", 36.201, 37.161, 12),
    ok(S, ["2016-09-28", "2016-10-04"], "M10 earlier in the week", 36.21, 37.18, 12),
    ok(SC, ["2016-09-22", "2016-10-05"], "Aleppo since 22 September", 36.201, 37.161, 40),
    ok([S, G, I], ["2017-03-08", "2017-03-09"], "Mosul", 36.335, 43.119, 10),
    ok(SG, ["2018-11-01", "2018-11-08"], "Hudaydah offensive", 14.798, 42.955, 12),
    ok(SI, ["2018-11-07", "2018-11-08"], "Jizan second part", 16.889, 42.551, 15),
    ok(SGC, ["2020-10-20", "2020-10-21"], "Nagorno-Karabakh", 39.9, 46.8, 60),
    ok(SGC, ["2020-10-20", "2020-10-21"], "Azerbaijan", 40.3, 47.7, 60),
    ok(T, ["2021-11-16", "2021-11-18"], "Addis Ababa", 9.02, 38.75, 20),
    ok(T, ["2021-11-01", "2021-11-18"], "Mekelle", 13.497, 39.475, 20),
    ok(SGC, ["2021-11-16", "2021-11-17"], "Tigray", 13.8, 38.9, 130),
    ok(G, "2021-11-17", "Amhara", 11.5, 38.0, 200),
    ok(SC, ["2014-08-19", "2014-08-20"], "Gaza Strip 2014", 31.42, 34.37, 25),
    ok(SI, ["2014-08-19", "2014-08-20"], "Israel 2014", 31.5, 34.9, 120),
    ok(P, ["2025-10-10", "2025-10-13"], "Arauca", 6.7, -71.5, 90),
    ok(GC, ["2025-01-01", "2025-10-13"], "Catatumbo", 8.5, -73.0, 90),
    ok(P, "2025-05-08", "Haiti nuns", 18.6, -72.3, 40),
    ok(SGC, ["2025-01-01", "2025-03-31"], "Haiti", 18.9, -72.5, 130),
    ok(SGC, ["2025-05-08", "2025-05-09"], "Port-au-Prince", 18.543, -72.339, 8),
    ok(S, ["2025-04-10", "2025-04-11"], "Yemen", 15.6, 47.0, 330),
    ok(SI, ["2025-04-10", "2025-04-11"], "Red Sea", 17.5, 40.5, 900),
    ok(I, ["2025-04-10", "2025-04-10"], "Israel missile from Yemen", 31.5, 34.9, 160),
    ok(S, ["2024-07-21", "2024-07-31"], "Tinzaouaten", 19.5, 1.8, 250),
    ok(G, ["2024-07-21", "2024-07-31"], "Tinzaouaten battle", 19.5, 1.8, 250),
    ok(GC, ["2024-08-13", "2024-08-14"], "Tillaberi pursuit", 14.1, 1.1, 90),
    ok(SG, ["2024-08-10", "2024-08-16"], "Mopti region", 14.6, -3.9, 120),
    ok(S, ["2025-04-02", "2025-04-03"], "Homs province", 34.5, 38.0, 130),
    ok(SG, ["2025-04-03", "2025-04-03"], "Daraa province", 32.8, 36.2, 40),
    ok(SG, ["2025-04-02", "2025-04-03"], "Deir ez-Zor province", 35.1, 40.4, 80),
    ok(SGC, ["2025-03-01", "2025-03-31"], "Syrian coast in March", 35.4, 35.95, 40),
]

forbidden = [
    no("southern Israel, Oct 7", 31.4, 34.6, 60, "history", ["2023-10-07", "2023-10-08"]),
    no("El Obeid, November", 13.184, 30.217, 60, "recalled", ["2025-11-01", "2025-11-30"]),
    no("El Fasher", 13.628, 25.349, 25, "recalled"),
    no("Goma", -1.674, 29.228, 15, "fall in January, recalled"),
    no("Bukavu", -2.491, 28.843, 15, "recalled"),
    no("Gwoza", 11.083, 13.696, 15, "July 2024 and 2015, recalled"),
    no("Bama", 11.521, 13.69, 15, "2015, recalled"),
    no("Maiduguri", 11.847, 13.157, 12, "hospital and statement"),
    no("Peshawar", 34.008, 71.578, 15, "2014 school attack, dateline"),
    no("Tada-U", 21.7, 95.98, 15, "where the jet took off"),
    no("Kyauk Myaung raid 2022", 22.585, 95.85, 30, "history", ["2022-01-01", "2022-12-31"]),
    no("Siem Reap", 13.36, 103.86, 20, "denied"),
    no("Mogadishu", 2.037, 45.344, 12, "trial for 2022 bombing"),
    no("Urum al-Kubra", 36.14, 36.95, 6, "September convoy, recalled"),
    no("Camp Speicher", 34.65, 43.6, 20, "2014", ["2014-01-01", "2014-12-31"]),
    no("Dahyan", 17.0, 43.75, 40, "August bus, recalled", ["2018-08-01", "2018-08-31"]),
    no("Ganja", 40.682, 46.361, 15, "17 October, recalled"),
    no("Axum", 14.121, 38.723, 15, "2020, recalled"),
    no("Sderot", 31.525, 34.597, 5, "speaker's place"),
    no("Cali", 3.431, -76.52, 8, "speaker's place"),
    no("Mirebalais", 18.835, -72.105, 6, "March, recalled"),
    no("Pont-Sondé", 19.15, -72.61, 12, "March ambush, recalled"),
    no("Djibo", 14.099, -1.627, 8, "threat"),
    no("Koblenz", 50.35, 7.6, 20, "trial"),
]

if __name__ == "__main__":
    gold = dict(name="fronts", incidents=incidents, allowed=allowed, forbidden=forbidden)
    (pathlib.Path(__file__).parent / "gold.json").write_text(json.dumps(gold, indent=1, ensure_ascii=False) + "\n")

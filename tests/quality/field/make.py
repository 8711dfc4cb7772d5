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
    # 09, 10: one exchange told by both sides
    inc("swap-march", "prisoner_swap", days("2026-03-12"), "Belarus-Ukraine border", 51.7, 28.5,
        380, ["border", "area"], {"prisoners.UKR": 175, "prisoners.RUS": 175}, 2),
    inc("arrival-chernihiv", "prisoner_swap", days("2026-03-12"), "Chernihiv", 51.5054, 31.2866,
        15, SITE),
    # 11: the exchange of hostages and prisoners, and a bus that arrives
    inc("swap-gaza", "prisoner_swap", days("2025-02-08"), "Deir al-Balah", 31.4183, 34.3493, 30,
        ["settlement", "facility", "region", "area"], {"prisoners.ISR": 3, "prisoners.PSE": 190}),
    inc("arrival-ramallah", "prisoner_swap", days("2025-02-08"), "Ramallah", 31.8996, 35.2042, 12,
        SITE),
    # 12, 13: a night in Russia, told by a Russian agency and by a Ukrainian outlet
    inc("taganrog", "strike", days("2025-12-05"), "Taganrog", 47.2363, 38.9053, 12, SITE,
        {"killed": 2, "injured": 5}, 2),
    inc("novoshakhtinsk", "strike", days("2025-12-05"), "oil products plant, Novoshakhtinsk",
        47.7604, 39.9334, 15, SITE),
    inc("slavyansk", "strike", days("2025-12-05"), "refinery, Slavyansk-on-Kuban", 45.2515,
        38.1213, 12, SITE, {"injured": 2}, 2),
    inc("yelabuga", "strike", days("2025-12-05"), "hostel, Yelabuga", 55.7623, 52.0443, 20, SITE,
        {"injured": 2}),
    inc("primorsk", "strike", days("2025-12-05"), "port, Primorsk", 60.3662, 28.6062, 15, SITE,
        None, 2),
    # 14
    inc("khartoum", "strike", days("2025-10-22"), "airport, Khartoum", 15.5895, 32.5532, 12, SITE,
        {"injured": 1}),
    inc("nyala", "strike", days("2025-10-21"), "fuel market, Nyala", 12.0489, 24.8807, 12, SITE,
        {"killed": 19, "injured": 37}),
    inc("kadugli", "strike", days("2025-10-21"), "Kadugli", 11.0111, 29.7183, 12,
        TOWN + ["district"], {"killed": 7}),
    # 15
    inc("deir-al-balah", "strike", days("2025-07-10"), "clinic, Deir al-Balah", 31.4183, 34.3493,
        5, SITE, {"killed": 15, "injured": 30}),
    inc("jabalia", "strike", days("2025-07-10"), "house, Jabalia", 31.5272, 34.4835, 4,
        SITE + ["district"], {"killed": 8}),
    inc("khan-younis", "strike", days("2025-07-10"), "tents west of Khan Younis", 31.3402,
        34.3063, 7, SITE + ["area", "district"], {"killed": 3}),
    inc("beit-lahia", "ground_attack", days("2025-07-09"), "Beit Lahia", 31.5464, 34.4951, 5,
        TOWN, {"killed": 1}),
    inc("gaza-strip", ["casualties", "strike"], days("2025-07-10"), "Gaza Strip", 31.42, 34.37,
        12, ["region", "area", "country"], {"killed": 52}),
    # 16
    inc("homs", "strike", days("2025-12-26"), "mosque, Wadi al-Dahab, Homs", 34.7241, 36.7256, 8,
        SITE + ["district"], {"killed": 8, "injured": 18}),
    inc("deir-ez-zor", "ground_attack", days("2025-12-26", "2025-12-27"), "outside Deir ez-Zor",
        35.3359, 40.1408, 20, SITE + ["area"], {"killed": 5}),
    inc("khiam", "strike", days("2025-12-27"), "Khiam", 33.327, 35.614, 8, TOWN, {"killed": 1}),
    inc("bint-jbeil", "strike", days("2025-12-27"), "Bint Jbeil", 33.1186, 35.4334, 8, SITE,
        {"injured": 2}),
    # 17
    inc("tawke", "strike", days("2025-07-17"), "Tawke field near Zakho", 37.1487, 42.6860, 35,
        SITE + ["area"]),
    inc("ain-sifni", "strike", days("2025-07-16"), "Ain Sifni field, Duhok province", 36.6960,
        43.3520, 40, SITE + ["region"], {"injured": 1}),
    inc("kirkuk", "strike", days("2025-07-15"), "airport, Kirkuk", 35.4695, 44.3489, 12, SITE,
        {"injured": 2}),
    inc("tuz-khurmatu", "ground_attack", days("2025-07-16"), "near Tuz Khurmatu", 34.8881,
        44.6326, 25, NEAR, {"killed": 1, "injured": 2}),
    # 18
    inc("eleni-star", BOMB, days("2025-07-08"), "ship southwest of Hodeidah", 14.21, 42.35, 130,
        ["area", "settlement", "region"], {"killed": 4, "injured": 2}),
    inc("ras-isa", "strike", days("2025-07-08"), "oil terminal, Ras Isa", 15.12, 42.66, 25, SITE,
        {"killed": 3, "injured": 8}),
    inc("sanaa", "strike", days("2025-07-08"), "power station, Sanaa", 15.3547, 44.2067, 20,
        SITE),
    inc("razih", "strike", days("2025-07-07"), "Razih, Saada governorate", 16.9092, 43.2623, 60,
        SITE + ["region", "area"], {"killed": 2}),
    # 19: Ethiopia, Somalia, Congo
    inc("finote-selam", "strike", days("2025-04-17"), "school, Finote Selam", 10.7, 37.2667, 15,
        SITE, {"killed": [40, 43]}),
    inc("woldia", "ground_attack", days("2025-04-19"), "near Woldia, North Wollo", 11.8277,
        39.5916, 30, NEAR, {"killed": 11}),
    inc("baidoa", BOMB, days("2025-03-16"), "hotel, Baidoa", 3.1138, 43.6498, 12, SITE,
        {"killed": 6, "injured": 10}),
    inc("kismayo", BOMB, days("2025-03-17"), "Kismayo", -0.3582, 42.5454, 15, TOWN,
        {"killed": 2}),
    inc("komanda", FIGHT, days("2025-07-26", "2025-07-27"), "church, Komanda, Ituri", 1.368,
        29.765, 20, SITE, {"killed": [31, 38], "injured": 15}),
    inc("oicha", FIGHT, days("2025-07-25"), "field outside Oicha", 0.6978, 29.5186, 15, NEAR,
        {"killed": 5}),
    # 20, 22: Colombia; a third victim in Cali dies two days later
    inc("cali", "strike", days("2025-06-10"), "police station, Meléndez, Cali", 3.4305, -76.5199,
        12, SITE + ["district"], {"killed": 3, "injured": [23, 24]}, 2),
    inc("jamundi", "strike", days("2025-06-10"), "town hall, Jamundí", 3.2607, -76.5350, 10, SITE,
        {"killed": 1, "injured": 6}),
    inc("corinto", "ground_attack", days("2025-06-10"), "police post, Corinto", 3.1730, -76.2628,
        15, SITE, {"killed": 2}),
    inc("tibu", BOMB, days("2025-06-09"), "rural Tibú", 8.6390, -72.7358, 40, NEAR,
        {"killed": 3}),
    # 21
    inc("mrauk-u", "strike", days("2025-12-10"), "hospital, Mrauk-U", 20.59, 93.1906, 12, SITE,
        {"killed": 31, "injured": 70}),
    inc("mogok", "strike", days("2025-12-09"), "tea shop, Mogok", 22.9177, 96.5098, 15, SITE,
        {"killed": 4, "injured": 7}),
    inc("myitkyina", "strike", days("2025-12-10"), "camp outside Myitkyina", 25.3833, 97.3964, 15,
        SITE + ["area"], {"killed": 1, "injured": 2}),
    # 22: Mexico, the Philippines, Afghanistan
    inc("irapuato", FIGHT, days("2025-06-24"), "street party, Irapuato", 20.6710, -101.3558, 12,
        SITE, {"killed": 11, "injured": 20}),
    inc("apatzingan", BOMB, days("2025-06-24"), "near Apatzingán", 19.0886, -102.3570, 25, NEAR,
        {"killed": 2}),
    inc("sumisip", "ground_attack", days("2025-01-22"), "Lower Cabengbeng, Sumisip", 6.4197,
        121.9714, 20, TOWN + ["region", "area"], {"killed": [2, 4], "injured": 12}),
    inc("cotabato", "strike", days("2025-01-21"), "chapel, Cotabato City", 7.2236, 124.2464, 12,
        SITE, {"injured": 5}),
    inc("kunduz", "strike", days("2025-02-11"), "bank, Kunduz", 36.7290, 68.8570, 12, SITE,
        {"killed": [8, 14], "injured": 22}),
    inc("gurbuz", BOMB, days("2025-02-11"), "Gurbuz district, Khost", 33.26, 69.95, 40,
        TERRITORY + ["district"], {"killed": 1, "injured": 3}),
    # 23: a bulletin in headings and lines
    inc("izium", "strike", days("2025-10-29"), "Izium", 49.2070, 37.2768, 12, SITE,
        {"killed": 3, "injured": 10}),
    inc("balakliia", "strike", days("2025-10-30"), "Balakliia", 49.4560, 36.8443, 12, SITE,
        {"killed": 2, "injured": 8}),
    inc("chuhuiv", "strike", days("2025-10-30"), "Chuhuiv", 49.8354, 36.6865, 12, SITE,
        {"injured": 4}),
    inc("voznesensk", "strike", days("2025-10-30"), "railway depot, Voznesensk", 47.5622, 31.3360,
        12, SITE, {"injured": 1}),
    inc("kherson-hospital", "strike", days("2025-10-29"), "children's hospital, Kherson", 46.6370,
        32.6146, 12, SITE, {"injured": 9}),
    inc("beryslav", "strike", days("2025-10-29"), "Beryslav", 46.8385, 33.4266, 12, TOWN,
        {"killed": 1}),
    # 24, 25: Nushki, told by a newspaper and by an agency
    inc("nushki", BOMB, days("2025-03-16"), "Nushki district", 29.5522, 66.0229, 60,
        SITE + ["region", "area"], {"killed": 5, "injured": [30, 35]}, 2),
    inc("kalat", "ground_attack", days("2025-03-16"), "near Kalat", 29.0266, 66.5936, 30, NEAR),
    inc("turbat", BOMB, days("2025-03-15"), "Turbat", 26.0012, 63.0485, 15, SITE,
        {"injured": 2}),
    inc("dera-ismail-khan", "ground_attack", days("2025-03-16"), "police post, Dera Ismail Khan",
        31.8313, 70.9017, 25, SITE + ["region"], {"killed": 1, "injured": 2}),
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
    inc("belarus-care", "prisoner_swap", days("2026-03-12"), "Belarus", 53.7, 28.0, 170, []),
    inc("gaza-arrivals", "prisoner_swap", days("2025-02-08"), "Gaza, Israel and the West Bank",
        31.6, 34.7, 130, [], many=True),
    inc("russia-night-1205", ["interception", "strike", "casualties"], days("2025-12-05"),
        "Russia", 58.0, 60.0, 3500, WIDE, level_required=True, unlocated_ok=True, many=True),
    inc("khartoum-day-before", "strike", days("2025-10-21"), "airport, Khartoum", 15.5895,
        32.5532, 15, []),
    inc("doha", "talks", days("2025-07-10"), "Doha", 25.2855, 51.531, 40, []),
    inc("kurdistan", "strike", days("2025-07-15", "2025-07-17"), "Kurdistan region", 36.4, 44.2,
        130, ["region", "area"], level_required=True, many=True),
    inc("kirkuk-uruba", "strike", days("2025-07-15"), "Uruba neighbourhood, Kirkuk", 35.4681,
        44.3922, 10, []),
    inc("red-sea", BOMB + ["casualties"], days("2025-07-07", "2025-07-09"), "Red Sea", 19.0, 39.5,
        900, ["area", "region"], level_required=True),
    inc("amhara", FIGHT, days("2025-04-07", "2025-04-21"), "Amhara region", 11.5, 38.2, 150,
        ["region"], level_required=True),
    inc("amhara-strike", "strike", days("2025-04-17"), "Amhara region", 11.5, 38.2, 150,
        ["region"], level_required=True),
    inc("somalia", BOMB + ["casualties"], days("2025-03-16", "2025-03-17"), "Somalia", 5.0, 46.0,
        700, WIDE, level_required=True, unlocated_ok=True),
    inc("around-cali", ["strike", "ground_attack", "casualties"], days("2025-06-10"),
        "in and around Cali", 3.4, -76.5, 150, ["region", "area"], level_required=True, many=True),
    inc("bogota", FIGHT, days("2025-06-07", "2025-06-08"), "Bogota", 4.6097, -74.0817, 30, []),
    inc("ukraine-night-1030", "interception", days("2025-10-30"), "Ukraine", 48.75, 31.7, 420,
        WIDE, level_required=True, unlocated_ok=True, many=True),
    inc("bolan", FIGHT, days("2025-03-10", "2025-03-15"), "Bolan Pass", 29.6, 67.5, 80, []),
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
    # 09, 10
    no("exchange of February 2026", 51.7, 28.5, 400, "recalled as history",
        event_type="prisoner_swap", date=days("2026-02-01", "2026-02-28")),
    no("Vuhledar", 47.78, 37.25, 15, "where some were taken prisoner"),
    no("Kursk region", 51.7, 36.2, 130, "where some were taken prisoner"),
    no("Mariupol", 47.0971, 37.5434, 25, "a plant whose defenders were freed"),
    no("Chelyabinsk", 55.154, 61.4291, 40, "where a freed man comes from"),
    no("Moscow", 55.75, 37.62, 25, "a dateline", date=days("2026-03-12")),
    # 11, 15
    no("7 October 2023", 31.45, 34.5, 80, "recalled as history",
        date=days("2023-10-01", "2023-10-31")),
    no("Egypt", 27.0, 30.0, 300, "where some will be exiled"),
    # 12, 13
    no("Rostov-on-Don", 47.22, 39.7077, 15, "a dateline"),
    no("Saint Petersburg", 59.9386, 30.3141, 40, "an airport that was closed"),
    no("Kyiv", 50.4547, 30.5238, 25, "a government", date=days("2025-12-04", "2025-12-06")),
    # 14
    no("Port Sudan", 19.6175, 37.2164, 30, "a dateline"),
    no("Sudan since 2023", 15.5, 30.0, 500, "a total since the war began",
        event_type="casualties"),
    # 16
    no("Damascus", 33.5102, 36.2913, 25, "a government"),
    # 17
    no("Erbil", 36.1912, 44.0091, 15, "a dateline"),
    no("Baghdad", 33.3406, 44.4009, 30, "a government"),
    # 18
    no("Bab al-Mandab", 12.6, 43.35, 60, "a passage that is dear to insure"),
    no("Liberia", 6.5, -9.5, 250, "a ship's flag"),
    no("Israel", 31.5, 34.9, 150, "where a ship was said to be bound", date=days("2025-07-07",
        "2025-07-08")),
    # 19
    no("Addis Ababa", 9.0250, 38.7469, 40, "a dateline"),
    no("Uganda", 1.3, 32.4, 180, "where a group was founded", date=days("2025-07-01",
        "2025-07-31")),
    # 20, 22
    no("Bogota", 4.6097, -74.0817, 30, "a dateline", event_type=["strike", "casualties"]),
    # 21
    no("Mandalay", 21.9747, 96.0836, 25, "a region's name"),
    # 22
    no("Zamboanga City", 6.9103, 122.0739, 20, "a dateline"),
    no("Kabul", 34.5281, 69.1723, 40, "background", date=days("2021-08-01", "2025-02-28")),
    # 23
    no("Kharkiv", 49.9818, 36.2548, 15, "an oblast's heading; an evacuation center",
        date=days("2025-10-29", "2025-10-30")),
    no("Mykolaiv", 46.9659, 31.9974, 15, "an oblast's heading; a calm night",
        date=days("2025-10-29", "2025-10-30")),
    # 24, 25
    no("Quetta", 30.1841, 67.0014, 12, "a dateline, and where the injured were flown",
        date=days("2025-03-15", "2025-03-17")),
    no("Taftan", 28.98, 61.56, 25, "where a convoy was bound"),
    no("Islamabad", 33.7215, 73.0433, 20, "a government"),
    no("Kabul", 34.5281, 69.1723, 40, "a government", date=days("2025-03-15", "2025-03-17")),
]

gold = {"name": "field", "incidents": incidents, "allowed": allowed, "forbidden": forbidden}
out = pathlib.Path(__file__).with_name("gold.json")
out.write_text(json.dumps(gold, indent=1) + "\n", encoding="utf-8")
print(len(incidents), "incidents")

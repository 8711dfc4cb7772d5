#!/usr/bin/env python3
"""Writes gold.json beside this file: what a careful reader takes from the twenty files in articles/.

Every wanted incident carries `says`: [article, words] pairs, which are checked to stand verbatim in that article.
Groups: 01-03 the attack of 14 January 2026, 04-05 the exchange of 6 March 2026, 06-07 Syzran, 21 October 2025.
"""
import json
import pathlib
import sys

sys.path.insert(0, str(pathlib.Path(__file__).parents[1]))
from making import no  # noqa: E402

HERE = pathlib.Path(__file__).resolve().parent


def d(text, last=None):
    return [text, last or text]


def inc(id, event_type, date, place, lat, lon, tol, levels, numbers=None, sources=None, says=None, **more):
    row = dict(id=id, event_type=event_type, date=date, place=place, lat=lat, lon=lon, tolerance_km=tol,
               geo_precision=levels, **more)
    if numbers:
        row["numbers"] = numbers
    if sources:
        row["sources"] = sources
    if says:
        row["says"] = says
    return row


TOWN, SITE, REGION, WIDE = ["settlement"], ["facility", "settlement"], ["region"], ["area", "country"]
TOTAL = ["casualties", "strike"]
J14, J15 = d("2026-01-14"), d("2026-01-15")
M6 = d("2026-03-06")
O21, O22 = d("2025-10-21"), d("2025-10-22")
JUL16, JUL = d("2025-07-16"), d("2025-07-16", "2025-07-17")
N11, N12 = d("2025-11-11"), d("2025-11-12")
A11 = d("2026-04-11")
D15 = d("2025-12-15")
L7, L8 = d("2024-11-07"), d("2024-11-08")

incidents = [
    # 01, 02, 03: one attack; the toll of Kyiv grows 6, 8, 11, and 03 is the last
    inc("kyiv", "strike", J14, "Kyiv", 50.4547, 30.5238, 15, TOWN, {"killed": 11, "injured": 46}, 3, [
        ["01.md", "killing at least six people in Kyiv and injuring 31 others there"],
        ["02.md", "eight people had died in the capital by Wednesday evening"], ["02.md", "44 people had been injured"],
        ["03.md", "bringing the death toll in the city from a Russian missile and drone attack a day earlier to 11"],
        ["03.md", "Forty-six people were wounded in Kyiv"]]),
    inc("kyiv-desnianskyi", "strike", J14, "Desnianskyi district, Kyiv", 50.52, 30.63, 10, ["district"], {"killed": 10}, 3, [
        ["01.md", "Five of those killed in Kyiv were found there"], ["02.md", "Seven of them were in a nine-storey block in Desnianskyi"],
        ["03.md", "the Desnianskyi district, where 10 of the victims died"]]),
    inc("kyiv-sviatoshynskyi", "strike", J14, "Sviatoshynskyi district, Kyiv", 50.46, 30.36, 9, ["district"], {"killed": 1}, 3, [
        ["01.md", "fragments of a drone set fire to a warehouse, killing a 61-year-old security guard"],
        ["02.md", "The eighth was a guard at a warehouse in the western Sviatoshynskyi district"],
        ["03.md", "The other person killed was a security guard in the Sviatoshynskyi district"]]),
    inc("kyiv-holosiivskyi", "strike", J14, "Holosiivskyi district, Kyiv", 50.36, 30.54, 12, ["district"], says=[
        ["01.md", "A drone also struck the top floors of a residential high-rise in the Holosiivskyi district"]]),
    inc("zaporizhzhia", "strike", J14, "Zaporizhzhia", 47.8388, 35.1396, 15, TOWN, {"killed": 1, "injured": 11}, 3, [
        ["01.md", "In Zaporizhzhia, one woman was killed and nine people were injured"],
        ["02.md", "A 54-year-old woman died there, and the number of wounded rose during the day to 11"],
        ["03.md", "a woman killed in the southeastern city of Zaporizhzhia"]]),
    inc("dnipro", "strike", J14, "industrial facility, Dnipro", 48.4666, 35.0407, 15, SITE, {"injured": [4, 5]}, 2, [
        ["01.md", "A missile hit an industrial facility in Dnipro, injuring four men"],
        ["02.md", "In Dnipro, five people were hurt when a missile slammed into a factory"]]),
    inc("chuhuiv", "strike", J14, "Chuhuiv", 49.8354, 36.6865, 12, TOWN, {"injured": 1}, says=[
        ["01.md", "a drone crashed into a house in the city of Chuhuiv, injuring a 67-year-old man"]]),
    inc("ukraine-12", TOTAL, J14, "Ukraine", 49.0, 32.0, 450, WIDE, {"killed": 12}, 2, [
        ["02.md", "Nine people have been killed and dozens wounded"],
        ["03.md", "Wednesday's attack claimed 12 lives across Ukraine"]], level_required=True),
    inc("krasnaya-yaruga", "strike", J14, "Krasnaya Yaruga", 50.8020, 35.6577, 15, TOWN, {"killed": 1}, says=[
        ["02.md", "a lorry driver was killed by a drone in the settlement of Krasnaya Yaruga"]]),
    inc("odesa-jan15", "strike", J15, "Odesa", 46.4775, 30.7326, 15, TOWN + ["facility"], {"injured": 2}, says=[
        ["03.md", "Drones damaged a school and a dormitory in the Black Sea port city of Odesa, injuring two people"]]),
    # 04, 05: one exchange, counted differently
    inc("swap", "prisoner_swap", M6, "Belarus-Ukraine border", 51.7, 28.5, 380, ["border", "area"],
        {"prisoners.UKR": [157, 164], "prisoners.RUS": [157, 160]}, 2, [
        ["04.md", "Ukraine brought home 164 people on Friday, March 6"], ["04.md", "The exchange was held on the Ukrainian-Belarusian border"],
        ["05.md", "One hundred and fifty-seven Russian servicemen have been returned"],
        ["05.md", "In addition, three residents of the Kursk region were returned"]]),
    inc("arrival-chernihiv", "prisoner_swap", M6, "Chernihiv region", 51.4, 31.9, 120, REGION, says=[
        ["04.md", "buses with the freed Ukrainians arrived in the Chernihiv region"]]),
    inc("arrival-moscow-region", "prisoner_swap", M6, "airfield in the Moscow region", 55.6, 37.6, 120, ["region", "facility"], says=[
        ["05.md", "a transport plane carrying the released Russian soldiers landed at an airfield in the Moscow region"]]),
    inc("konotop", "strike", M6, "Konotop", 51.2403, 33.2026, 12, SITE, {"killed": 1, "injured": 4}, says=[
        ["04.md", "A 44-year-old woman was killed and four people were injured"]]),
    # 06, 07: one raid; a worker dies the day after
    inc("syzran", "strike", O21, "refinery, Syzran", 53.1585, 48.4681, 20, SITE, {"killed": 1, "injured": [2, 3]}, 2, [
        ["06.md", "Two workers were injured at an industrial site in Syzran"],
        ["07.md", "A worker who was injured in a Ukrainian drone attack on an oil refinery in Syzran has died in hospital"],
        ["07.md", "Three employees were hurt"]]),
    inc("millerovo", "strike", O21, "airfield, Millerovo", 48.94, 40.33, 25, SITE, None, 2, [
        ["06.md", "it had also hit the Millerovo airfield"], ["07.md", "an attack on an airfield at Millerovo"]]),
    inc("saratov", "strike", O21, "Saratov", 51.5406, 46.0086, 20, TOWN, says=[
        ["06.md", "debris from a drone fell on the roof of an apartment building"]]),
    inc("nizhyn", "strike", O21, "railway depot, Nizhyn", 51.0480, 31.8869, 12, SITE, {"injured": 1}, says=[
        ["06.md", "a Russian drone hit a railway depot in Nizhyn in the northern Chernihiv region, injuring a train driver"]]),
    inc("intercept-rostov", "interception", O21, "Rostov region", 47.7, 41.1, 160, REGION, says=[["06.md", "24 over the Rostov region"]]),
    inc("intercept-saratov", "interception", O21, "Saratov region", 51.6, 46.8, 170, REGION, says=[["06.md", "19 over the Saratov region"]]),
    inc("intercept-volgograd", "interception", O21, "Volgograd region", 49.6, 44.2, 160, REGION, says=[["06.md", "17 over the Volgograd region"]]),
    inc("intercept-samara", "interception", O21, "Samara region", 53.3, 50.4, 150, REGION, says=[["06.md", "12 over the Samara region"]]),
    inc("intercept-crimea-oct", "interception", O21, "Crimea", 45.3, 34.4, 110, REGION, says=[["06.md", "11 over Crimea"]]),
    inc("saransk", "strike", O22, "industrial facility, Saransk", 54.1838, 45.1749, 15, SITE + ["district"], says=[
        ["07.md", "In Saransk, the capital of the republic of Mordovia"], ["07.md", "an industrial facility was hit"]]),
    # 08
    inc("kherson-region", TOTAL, JUL, "Kherson region", 46.65, 33.4, 75, REGION, {"killed": 2, "injured": 14}, says=[
        ["08.md", "In the Kherson region, two people were killed and 14 injured"]]),
    inc("kherson-korabelnyi", "strike", JUL16, "Korabelnyi district, Kherson", 46.62, 32.57, 9, ["district"], {"killed": 1, "injured": 2}, says=[
        ["08.md", "A 61-year-old woman who was in the yard of her house was fatally wounded"],
        ["08.md", "Two of her neighbors, aged 58 and 66, were hospitalized"]]),
    inc("bilozerka", "strike", JUL16, "Bilozerka", 46.6265, 32.4445, 6, TOWN, {"killed": 1, "injured": 5}, says=[
        ["08.md", "The driver was killed on the spot, and five passengers were injured"]]),
    inc("kherson-dniprovskyi", "strike", JUL16, "Dniprovskyi district, Kherson", 46.660, 32.655, 8, ["district"], {"injured": 1}, says=[
        ["08.md", "The 47-year-old man suffered a concussion and an injury to his leg"]]),
    inc("nikopol", "strike", JUL, "Nikopol", 47.5683, 34.3913, 12, TOWN, {"killed": 1, "injured": 3}, says=[
        ["08.md", "In Nikopol, a 72-year-old man was killed and three people were injured"]]),
    inc("marhanets", "strike", JUL, "Marhanets", 47.6480, 34.6167, 10, TOWN, {"injured": 2}, says=[
        ["08.md", "In Marhanets, two men, 35 and 39 years old, were injured by an FPV drone"]]),
    inc("synelnykove", "strike", JUL, "Synelnykove", 48.3178, 35.5114, 12, SITE, says=[
        ["08.md", "In Synelnykove, a strike drone caused a fire at an agricultural enterprise"]]),
    inc("intercept-dnipropetrovsk", "interception", JUL, "Dnipropetrovsk region", 48.4, 34.9, 120, REGION, says=[
        ["08.md", "Air defense forces shot down 14 drones over the Dnipropetrovsk region"]]),
    # 09
    inc("talks-geneva", "talks", d("2026-02-17", "2026-02-18"), "Geneva", 46.2044, 6.1432, 30, SITE, says=[
        ["09.md", "wrapped up two days of talks in Geneva on Wednesday"]]),
    inc("odesa-feb18", "strike", d("2026-02-18"), "Odesa", 46.4775, 30.7326, 15, TOWN + ["facility"], {"killed": 2, "injured": 9}, says=[
        ["09.md", "killing a couple in their 70s and wounding nine other people"]]),
    inc("kramatorsk", "strike", d("2026-02-17"), "Kramatorsk", 48.7311, 37.5678, 12, TOWN, {"killed": 3, "injured": 7}, says=[
        ["09.md", "Three people died and seven were hurt"]]),
    inc("taganrog", "strike", d("2026-02-18"), "plant, Taganrog", 47.2214, 38.9097, 15, SITE, says=[
        ["09.md", "a fire broke out at a plant after drone fragments fell"]]),
    # 10
    inc("belgorod-market", "strike", d("2025-03-29"), "market, Belgorod", 50.5955, 36.5873, 15, SITE, {"killed": 4, "injured": 18}, says=[
        ["10.html", "killing four people and injuring 18"]]),
    inc("shebekino", "strike", d("2025-03-30"), "Shebekino", 50.4134, 36.9254, 10, TOWN, {"killed": 1, "injured": 1}, says=[
        ["10.html", "A man was killed and his wife was injured"]]),
    inc("glushkovo", "strike", d("2025-03-29", "2025-03-30"), "Glushkovo", 51.3397, 34.6386, 12, TOWN, {"injured": 2}, says=[
        ["10.html", "two paramedics were wounded when a drone attacked an ambulance in Glushkovo"]]),
    inc("krasnopillia", "strike", d("2025-03-29"), "Krasnopillia, Sumy region", 50.7740, 35.2560, 12, TOWN, {"killed": 2}, says=[
        ["10.html", "Russian glide bombs killed two people in the town of Krasnopillia on Saturday"]]),
    # 11
    inc("kryvyi-rih", "strike", d("2025-09-04"), "hotel, Kryvyi Rih", 47.9105, 33.3918, 20, SITE, {"killed": 4, "injured": 32}, says=[
        ["11.md", "on Thursday night, killing four people and wounding 32"]]),
    inc("pavlohrad", "strike", d("2025-09-04", "2025-09-05"), "railway facility, Pavlohrad", 48.5321, 35.8688, 12, SITE, {"injured": 2}, says=[
        ["11.md", "drones hit a railway facility and injured two employees"]]),
    inc("chernihiv", "strike", d("2025-09-04", "2025-09-05"), "Chernihiv", 51.5054, 31.2866, 12, SITE, says=[
        ["11.md", "In Chernihiv, in the north, a drone strike knocked out power to about 30,000 customers"]]),
    # 12
    inc("kharkiv-saltivskyi", "strike", N12, "Saltivskyi district, Kharkiv", 50.02, 36.33, 9, ["district"], {"killed": 1, "injured": 12}, says=[
        ["12.md", "overnight killed one person and wounded 12, including three children"]]),
    inc("kostiantynivka", "strike", N11, "Kostiantynivka, Donetsk region", 48.5273, 37.7059, 12, TOWN, {"killed": 3, "injured": 2}, says=[
        ["12.md", "killed three people in the front-line city of Kostiantynivka"], ["12.md", "Two others were wounded"]]),
    inc("huliaipole", "strike", N11, "Huliaipole", 47.6614, 36.2561, 12, TOWN, {"killed": 2, "injured": 5}, says=[
        ["12.md", "Two people were killed and five injured when Russian guided bombs hit the town of Huliaipole"]]),
    inc("antonivka", "strike", N11, "Antonivka by Kherson", 46.6767, 32.7306, 6, TOWN + ["district"], {"killed": 1}, says=[
        ["12.md", "A man was killed in a Russian drone attack on Antonivka"]]),
    inc("horlivka", "strike", N11, "Horlivka", 48.3336, 38.0925, 12, TOWN, {"injured": 3}, says=[
        ["12.md", "a Ukrainian drone had struck a bus on Tuesday, wounding three passengers"]]),
    inc("afipsky", "strike", N12, "refinery, Afipsky", 44.9033, 38.8408, 20, SITE, says=[
        ["12.md", "its forces had hit the Afipsky oil refinery"]]),
    inc("intercept-krasnodar", "interception", N12, "Krasnodar region", 45.3, 39.5, 150, REGION, says=[["12.md", "46 over the Krasnodar region"]]),
    inc("intercept-crimea-nov", "interception", N12, "Crimea", 45.3, 34.4, 110, REGION, says=[["12.md", "28 over Crimea"]]),
    inc("intercept-bryansk", "interception", N12, "Bryansk region", 53.0, 33.4, 120, REGION, says=[["12.md", "19 over the Bryansk region"]]),
    inc("talks-istanbul", "talks", N11, "Istanbul", 41.01, 28.95, 40, TOWN, says=[
        ["12.md", "held talks in Istanbul on Tuesday with Turkish and Emirati mediators"]]),
    # 13
    inc("saky", "strike", A11, "Saky air base, Novofedorivka", 45.09, 33.585, 15, SITE, says=[["13.md", "hit the Saky air base in Novofedorivka"]]),
    inc("belbek", "strike", A11, "Belbek air base", 44.6886, 33.5714, 12, SITE, says=[["13.md", "At the Belbek air base near Sevastopol, the drones knocked out a radar station"]]),
    inc("hvardiiske", "strike", A11, "oil depot, Hvardiiske, Crimea", 45.1150, 34.0181, 15, SITE, says=[
        ["13.md", "a fire at an oil depot in Hvardiiske"], ["13.md", "confirmed that the depot had been hit"]]),
    inc("sevastopol-nakhimovskyi", "strike", A11, "Nakhimovskyi district, Sevastopol", 44.64, 33.57, 14, ["district", "settlement"], {"injured": 1}, says=[
        ["13.md", "a 58-year-old woman had been injured by broken glass"]]),
    inc("intercept-crimea-apr", "interception", A11, "Crimea", 45.3, 34.4, 110, REGION, says=[["13.md", "64 Ukrainian drones had been downed over Crimea"]]),
    inc("intercept-black-sea", "interception", A11, "Black Sea", 43.5, 34.0, 350, ["area", "region"], says=[["13.md", "another 17 over the Black Sea"]]),
    inc("kherson-apr10", "strike", d("2026-04-10"), "Kherson", 46.6369, 32.6146, 12, TOWN, {"killed": 1, "injured": 3}, says=[
        ["13.md", "artillery fire killed one person and injured three on April 10"]]),
    inc("intercept-mykolaiv-apr", "interception", A11, "Mykolaiv Oblast", 47.35, 31.9, 110, REGION, says=[
        ["13.md", "In Mykolaiv Oblast, air defense shot down nine drones overnight"]]),
    # 14
    inc("odesa-dec15", "strike", D15, "Odesa", 46.4775, 30.7326, 15, SITE, {"killed": 1, "injured": 6}, says=[
        ["14.txt", "One person was killed and six were injured in Odesa overnight"]]),
    inc("chornomorsk", "strike", D15, "port of Chornomorsk", 46.3017, 30.6569, 12, SITE, {"injured": 2}, says=[
        ["14.txt", "Two crew members, both Egyptian citizens, were taken to hospital with burns"]]),
    inc("izmail", "strike", D15, "port of Izmail", 45.3506, 28.8375, 12, SITE, says=[["14.txt", "Port warehouses also burned in Izmail"]]),
    inc("plauru", "strike", D15, "Plauru, Romania", 45.32, 28.80, 14, ["settlement", "area"], says=[
        ["14.txt", "fragments of a drone fell in a field near the village of Plauru"]]),
    inc("intercept-mykolaiv-dec", "interception", D15, "Mykolaiv region", 47.35, 31.9, 110, REGION, says=[
        ["14.txt", "In the neighbouring Mykolaiv region, air defences brought down 12 drones"]]),
    inc("tanker", "strike", d("2025-12-13"), "Black Sea off Novorossiysk", 44.5, 37.55, 70, ["area", "settlement", "facility"], says=[
        ["14.txt", "hit the tanker Marlin Grace in the Black Sea some 40 kilometres off Novorossiysk"]]),
    # 15
    inc("burshtyn", "strike", d("2024-12-06"), "power station, Burshtyn", 49.24, 24.65, 15, SITE, {"injured": 2}, says=[
        ["15.md", "On Friday morning a Russian cruise missile came through the roof of the turbine hall next door, wounding two workers"]]),
    inc("shostka", "strike", d("2024-12-08"), "substation, Shostka", 51.8643, 33.4728, 12, SITE, says=[
        ["15.md", "Drones hit a substation there"]]),
    # 16
    inc("tyre", "strike", L8, "Tyre", 33.2733, 35.1939, 12, TOWN, {"killed": 9, "injured": 38}, says=[
        ["16.md", "have killed at least nine people"], ["16.md", "Thirty-eight people were wounded"]]),
    inc("younine", "strike", L7, "Younine", 34.08, 36.27, 15, TOWN, {"killed": 6}, says=[["16.md", "killed six members of one family on Thursday evening"]]),
    inc("nabatieh", "strike", L7, "Nabatieh", 33.3789, 35.4839, 12, SITE, {"killed": 5}, says=[
        ["16.md", "a strike near the municipality building on Thursday killed five people, among them two paramedics"]]),
    inc("lebanon-31", TOTAL, L7, "Lebanon", 33.9, 35.85, 120, WIDE, {"killed": 31}, says=[
        ["16.md", "Nationwide, 31 people were killed by Israeli attacks on Thursday"]], level_required=True),
    inc("haret-hreik", "strike", d("2024-11-07", "2024-11-08"), "Haret Hreik, southern suburbs of Beirut", 33.852, 35.512, 6,
        ["district", "settlement", "area"], says=[["16.md", "Israeli jets also pounded Haret Hreik"]]),
    inc("metula", "strike", L7, "Metula", 33.2803, 35.5783, 8, TOWN + ["area"], {"killed": 2}, says=[
        ["16.md", "Two farm workers from Thailand were killed on Thursday when a rocket landed in an orchard near Metula"]]),
    inc("haifa", "interception", L8, "Haifa area", 32.8130, 34.9993, 35, ["settlement", "area", "region"], says=[
        ["16.md", "some 20 rockets were fired towards the Haifa area"]]),
    inc("khiam", "ground_attack", L7, "Khiam", 33.3289, 35.6106, 10, TOWN + ["area"], {"killed": 2}, says=[
        ["16.md", "Two Israeli soldiers were killed in fighting around the southern Lebanese town of Khiam on Thursday"]]),
    # 17
    inc("el-obeid", "strike", d("2026-01-25"), "market, El-Obeid", 13.1842, 30.2167, 15, SITE, {"killed": [13, 15], "injured": 24}, says=[
        ["17.md", "13 people had been killed and 24 wounded"], ["17.md", "put the death toll at 15"]]),
    inc("dilling", "strike", d("2026-01-24"), "Dilling", 12.0583, 29.65, 15, TOWN, {"killed": 6, "injured": 12}, says=[
        ["17.md", "killed six people and injured 12 in Dilling on Saturday"]]),
    inc("kosti", "interception", d("2026-01-25"), "Kosti", 13.1629, 32.6635, 15, TOWN, says=[["17.md", "shot down two drones over Kosti"]]),
    inc("nyala", "strike", d("2026-01-24", "2026-01-25"), "airport, Nyala", 12.05, 24.92, 15, SITE, says=[
        ["17.md", "carried out an air strike on the airport of Nyala"]]),
    # 18
    inc("mogok", "strike", d("2025-11-24"), "monastery, Mogok", 22.9178, 96.5097, 15, SITE, {"killed": 14, "injured": 22}, says=[
        ["18.md", "killing at least 14 people, among them three novices"], ["18.md", "Twenty-two people were wounded"]]),
    inc("mrauk-u", "strike", d("2025-11-23"), "market, Mrauk-U", 20.5967, 93.1944, 15, SITE, {"killed": 6, "injured": 11}, says=[
        ["18.md", "bombed a market in Mrauk-U on Sunday, killing six people and injuring 11"]]),
    inc("kyaukphyu", "strike", d("2025-11-25"), "Kyaukphyu township", 19.4264, 93.5345, 35, ["settlement", "region"], {"killed": 3}, says=[
        ["18.md", "three villagers were killed on Tuesday when a navy vessel shelled Kyaukphyu Township"]]),
    inc("bhamo", "ground_attack", d("2025-11-25"), "battalion base, Bhamo", 24.2526, 97.2335, 15, SITE, {"killed": 9}, says=[
        ["18.md", "Nine soldiers were killed and a quantity of ammunition was seized"]]),
    inc("hlaingthaya", "strike", d("2025-11-25"), "Hlaingthaya township, Yangon", 16.87, 96.06, 10, ["district", "settlement", "region"], {"injured": 2}, says=[
        ["18.md", "a bomb exploded outside a ward election office in Hlaingthaya Township on Tuesday afternoon, injuring two guards"]]),
    # 19
    inc("sotk", ["strike", "ground_attack"], d("2024-02-20", "2024-02-21"), "near Sotk", 40.2028, 45.865, 15, ["settlement", "area"],
        {"killed": 2, "injured": [3, 5]}, says=[
        ["19.md", "Two Armenian soldiers were killed and three wounded by Azerbaijani mortar fire near the village of Sotk late on Tuesday"]]),
    inc("tegh", "strike", d("2024-02-21"), "Tegh", 39.5583, 46.4806, 12, ["settlement", "area"], {"injured": 1}, says=[
        ["19.md", "an Azerbaijani drone struck a military truck outside Tegh, in the southern province of Syunik, wounding its driver"]]),
    inc("swap-armenia", "prisoner_swap", d("2024-02-15"), "Armenia-Azerbaijan border near Ijevan", 40.9, 45.2, 150, ["border", "area", "settlement"],
        {"prisoners.ARM": 8, "prisoners.AZE": 2}, says=[
        ["19.md", "Azerbaijan released eight Armenian servicemen, and Armenia handed over two Azerbaijani soldiers"]]),
    inc("talks-tbilisi", "talks", d("2024-02-19"), "Tbilisi", 41.6941, 44.8337, 25, TOWN, says=[
        ["19.md", "On Monday, delegations of the two state border commissions met in the Georgian capital, Tbilisi"]]),
    # 20
    inc("merawi", "strike", d("2025-05-03"), "school, Merawi", 11.4089, 37.1614, 15, SITE, {"killed": [26, 31], "injured": 40}, says=[
        ["20.md", "killed at least 26 people on Saturday"], ["20.md", "about 40 people had been treated for wounds"],
        ["20.md", "gave the number of dead as 31"]]),
    inc("debre-tabor", "ground_attack", d("2025-05-04"), "prison, Debre Tabor", 11.85, 38.0167, 15, SITE, {"killed": 7}, says=[
        ["20.md", "On Sunday, Fano fighters attacked a prison in Debre Tabor"], ["20.md", "Seven policemen were killed"]]),
    inc("fiche", "ground_attack", d("2025-05-05"), "near Fiche", 9.8, 38.7333, 25, ["settlement", "area"], {"killed": 5}, says=[
        ["20.md", "Gunmen opened fire on a bus near Fiche"], ["20.md", "on Monday, killing five passengers"]]),
]


def ukraine(id, date):
    """The air force's count of a night, or the attack on the country as a whole."""
    return inc(id, ["strike", "interception"], date, "Ukraine", 49.0, 32.0, 450, WIDE + ["unknown"], level_required=True,
               unlocated_ok=True, many=True)


def russia(id, date):
    """The ministry's count of a night for the whole country."""
    return inc(id, "interception", date, "Russia", 55.0, 60.0, 4500, WIDE + ["unknown"], level_required=True,
               unlocated_ok=True, many=True)


allowed = [
    ukraine("ukraine-0114", J14), ukraine("ukraine-0115", J15), ukraine("ukraine-1021", O21),
    ukraine("ukraine-0905", d("2025-09-04", "2025-09-05")), ukraine("ukraine-1215", D15),
    ukraine("ukraine-weekend-nov", d("2025-11-08", "2025-11-09")),
    russia("russia-1021", O21), russia("russia-1022", O22), russia("russia-0218", d("2026-02-18")), russia("russia-1112", N12),
    inc("southern-ukraine-1215", "strike", D15, "southern Ukraine", 46.8, 32.0, 200, ["area", "region"], level_required=True, many=True),
    inc("kyiv-mourning", "casualties", J14, "Kyiv", 50.4547, 30.5238, 15, []),
    inc("belarus-care", "prisoner_swap", M6, "Belarus", 53.7, 28.0, 350, ["country"], level_required=True),
    inc("kursk-residents", "prisoner_swap", M6, "Russia", 55.0, 45.0, 1500, ["country", "unknown"], level_required=True, unlocated_ok=True),
    inc("swap-december", "prisoner_swap", d("2025-12-27"), "not said", 51.0, 31.0, 800, [], unlocated_ok=True),
    inc("two-regions-july", TOTAL, JUL, "Kherson and Dnipropetrovsk regions together", 47.4, 34.0, 160, WIDE, level_required=True),
    inc("kherson-region-shelling", "strike", JUL, "Kherson region", 46.65, 33.4, 75, REGION, level_required=True),
    inc("nikopol-district", "strike", JUL, "Nikopol district", 47.6, 34.4, 45, ["region", "area", "district"], level_required=True),
    inc("pokrovska-community", "strike", JUL, "Pokrovska community, Nikopol district", 47.65, 34.1, 50, []),
    inc("myrivska-community", "strike", JUL, "Myrivska community, Nikopol district", 47.75, 34.4, 50, []),
    inc("kherson-city-july", "strike", JUL, "Kherson", 46.6369, 32.6146, 5, TOWN, level_required=True),
    inc("talks-geneva-second-day", "talks", d("2026-02-17", "2026-02-18"), "Geneva", 46.2044, 6.1432, 30, []),
    inc("talks-abu-dhabi", "talks", d("2026-01-01", "2026-01-31"), "Abu Dhabi", 24.4512, 54.3970, 60, [], undated_ok=True),
    inc("talks-istanbul-2025", "talks", d("2025-05-01", "2025-08-31"), "Istanbul", 41.01, 28.95, 40, [], undated_ok=True, many=True),
    inc("belgorod-13-rockets", "interception", d("2025-03-29"), "Belgorod region", 50.75, 37.5, 120, []),
    inc("sudzha", "strike", d("2025-03-28"), "Sudzha, claimed and called a fabrication", 51.1919, 35.2722, 12, []),
    inc("paris-coalition", "talks", d("2025-09-04"), "Paris", 48.8566, 2.3522, 30, []),
    inc("kharkiv-city-nov", "strike", N12, "Kharkiv", 49.9818, 36.2548, 4, TOWN, level_required=True),
    inc("rybne", "ground_attack", d("2025-11-11", "2025-11-12"), "Rybne, Zaporizhzhia region", 47.6, 35.9, 100, []),
    inc("pokrovsk-nov", "ground_attack", d("2025-11-11", "2025-11-12"), "Pokrovsk", 48.2801, 37.1771, 15, []),
    inc("crimea-apr", "strike", A11, "Crimea", 45.3, 34.4, 110, REGION, level_required=True),
    inc("sevastopol-22-drones", "interception", A11, "Sevastopol and the sea by it", 44.6, 33.5, 35, []),
    inc("sevastopol-city", "strike", A11, "Sevastopol", 44.6, 33.53, 10, TOWN, level_required=True),
    inc("odesa-region-1215", "strike", D15, "Odesa region", 46.6, 30.5, 150, REGION, level_required=True),
    inc("beirut-suburbs", "strike", d("2024-11-07", "2024-11-08"), "Beirut", 33.87, 35.51, 8, []),
    inc("baalbek", "strike", L7, "near Baalbek", 34.0058, 36.2181, 12, []),
    inc("israel-rockets", ["strike", "interception"], d("2024-11-07", "2024-11-08"), "northern Israel", 32.6, 35.2, 130,
        ["area", "country", "region"], level_required=True),
    inc("kalbajar", ["strike", "ground_attack"], d("2024-02-20", "2024-02-21"), "Kalbajar district, the other side's account", 40.1, 46.04, 50, []),
    inc("yangon", "strike", d("2025-11-25"), "Yangon", 16.8053, 96.1561, 10, TOWN, level_required=True),
    inc("talks-kunming", "talks", d("2025-10-01", "2025-10-31"), "Kunming", 25.0389, 102.7183, 30, [], undated_ok=True),
    inc("merawi-fighters", ["casualties", "ground_attack"], d("2025-05-01", "2025-05-06"), "Merawi area, the army's claim", 11.5, 37.5, 150, [], undated_ok=True),
]

forbidden = [
    # 01-03
    no("Ternopil", 49.5535, 25.5948, 20, "explosions heard; no hits"),
    no("Lviv", 49.8383, 24.0232, 25, "a related link; repair crews; where a son studies"),
    no("Poltava", 49.5892, 34.5537, 20, "a related link; power cuts"),
    no("Poland", 52.0, 19.4, 280, "fighters sent up as a precaution"),
    no("Vinnytsia", 49.2322, 28.4687, 20, "repair crews; where a mother comes from"),
    no("Kyiv, July 2025", 50.4547, 30.5238, 20, "recalled as history", date=d("2025-07-30", "2025-08-01")),
    no("Brussels", 50.8466, 4.3528, 25, "where a statement was made"),
    no("Moscow", 55.75, 37.62, 25, "the government, or where talks are planned", event_type=["strike", "interception", "casualties", "talks"]),
    no("Ukraine, since the invasion", 49.0, 32.0, 150, "a running total", event_type="casualties", date=d("2022-01-01", "2025-12-31")),
    # 04, 05
    no("Melitopol", 46.8489, 35.3675, 20, "where a journalist was detained in 2023"),
    no("Mariupol", 47.0971, 37.5434, 25, "whose defenders were freed"),
    no("Avdiivka", 48.1394, 37.7497, 12, "where a soldier went missing"),
    no("Kursk region", 51.7, 36.2, 130, "where some of those exchanged come from", event_type="prisoner_swap"),
    no("Belgorod region, Il-76", 50.75, 37.5, 120, "recalled as history", date=d("2024-01-01", "2024-01-31")),
    no("Easter exchange", 51.0, 31.0, 800, "planned", event_type="prisoner_swap", date=d("2026-03-15", "2026-05-31")),
    no("Istanbul", 41.01, 28.95, 60, "talks were held there, nothing was hit", event_type=["strike", "casualties", "prisoner_swap"]),
    no("Rostov and Volgograd", 47.2364, 39.7139, 30, "where petitioners live", event_type="prisoner_swap"),
    # 06, 07
    no("Syzran, earlier", 53.1585, 48.4681, 20, "recalled as history", date=d("2024-01-01", "2025-08-31")),
    no("Nizhny Novgorod region", 56.2, 44.5, 160, "petrol shortages"),
    no("Penza", 53.2007, 45.0046, 40, "where the fuel goes"),
    no("Samara city", 53.2001, 50.15, 20, "a clinic; flights suspended", event_type="strike"),
    no("St Petersburg", 59.9386, 30.3141, 40, "an exchange for petrol"),
    no("Russia, energy sites this year", 55.0, 60.0, 4500, "a total of the year", event_type="casualties", date=d("2025-08-01", "2025-10-22")),
    # 08
    no("Mykolaiv city", 46.9659, 31.9974, 12, "where people were evacuated to", date=JUL),
    no("Odesa, July", 46.4775, 30.7326, 15, "where people were evacuated to", date=JUL),
    no("Kherson, since 2022", 46.6369, 32.6146, 40, "a total since liberation", event_type="casualties", date=d("2022-11-01", "2025-07-15")),
    # 09
    no("prisoner exchange of 300", 46.2, 6.14, 30, "agreed, no place or date", event_type="prisoner_swap"),
    no("Abu Dhabi, March", 24.4512, 54.3970, 60, "expected", event_type="talks", date=d("2026-03-01", "2026-03-31")),
    no("Sloviansk", 48.8497, 37.5974, 8, "named for a demand"),
    no("Washington", 38.9, -77.04, 100, "where an analyst works; a meeting that could be held"),
    no("Florida", 28.0, -82.0, 400, "where a president was flying"),
    # 10
    no("Belgorod, 2023", 50.5955, 36.5873, 15, "recalled as history", date=d("2023-12-29", "2023-12-31")),
    no("Belgorod region total", 50.75, 37.5, 120, "a running total", event_type="casualties"),
    no("Kyiv, March 2025", 50.4547, 30.5238, 20, "a threat", date=d("2025-03-28", "2025-04-10")),
    no("Toretsk", 48.3981, 37.8466, 12, "a related link"),
    # 11
    no("Kryvyi Rih, April", 47.9105, 33.3918, 20, "recalled as history", date=d("2025-04-01", "2025-04-30")),
    no("Vladivostok", 43.1056, 131.8735, 60, "a forum"),
    no("Pokrovsk, September", 48.2801, 37.1771, 15, "where a soldier serves", date=d("2025-09-01", "2025-09-05")),
    no("Paris", 48.8566, 2.3522, 30, "a meeting; nothing was hit", event_type=["strike", "casualties"]),
    # 12
    no("Myrnohrad", 48.3022, 37.2658, 6, "an encirclement that is denied"),
    no("Zaporizhzhia nuclear plant", 47.508, 34.586, 15, "a line reconnected"),
    no("Budapest", 47.4979, 19.0402, 40, "a summit that is talked about"),
    no("Berlin", 52.52, 13.405, 40, "an announcement; a meeting that is planned"),
    no("Burgas", 42.5061, 27.4678, 40, "a refinery that was not hit"),
    # 13
    no("Saky, 2022", 45.09, 33.585, 20, "recalled as history", date=d("2022-08-01", "2022-08-31")),
    no("Operation Spiderweb", 55.0, 60.0, 4500, "recalled as history", date=d("2025-05-31", "2025-06-02")),
    no("Hvardiiske, elsewhere", 48.7269, 35.3106, 25, "the wrong Hvardiiske"),
    no("Crimean Bridge", 45.30, 36.51, 20, "traffic halted"),
    # 14
    no("Tulcea", 45.1787, 28.8050, 10, "warned by telephone; nothing fell"),
    no("Bucharest", 44.4323, 26.1063, 40, "an ambassador summoned"),
    no("Fetesti", 44.3833, 27.8333, 20, "fighters took off there"),
    no("Ashgabat", 37.95, 58.3833, 50, "from where a president flew"),
    no("Chicago", 41.85, -87.65, 60, "wheat futures"),
    no("Piraeus", 37.9475, 23.6371, 30, "where an owner sits"),
    # 15
    no("Trypillia", 50.13, 30.75, 15, "recalled as history"),
    no("Kakhovka dam", 46.77, 33.37, 20, "recalled as history", date=d("2023-01-01", "2024-12-31")),
    no("Enerhodar", 47.4989, 34.6558, 12, "recalled as history", date=d("2023-01-01", "2024-12-31")),
    no("Kharkiv, 2024", 49.9818, 36.2548, 15, "doctors working by telephone light", date=d("2022-01-01", "2024-12-31")),
    no("Odesa, 2024", 46.4775, 30.7326, 15, "an evacuation", date=d("2024-11-01", "2024-12-31")),
    no("Rivne", 50.6231, 26.2274, 60, "a fear"),
    no("Khmelnytskyi", 49.4217, 26.9965, 60, "a fear"),
    no("Pivdennoukrainsk", 47.8217, 31.1750, 25, "a fear"),
    no("Kyiv, December 2024", 50.4547, 30.5238, 20, "a fear", date=d("2024-12-01", "2024-12-31")),
    no("Tatarstan", 55.5, 50.9, 150, "recalled as history"),
    # 16
    no("Lebanon since October 2023", 33.9, 35.85, 120, "a running total", event_type="casualties", date=d("2023-10-01", "2024-11-06")),
    no("Jounieh", 33.9808, 35.6178, 6, "where blasts were heard"),
    no("Jerusalem", 31.7683, 35.2137, 20, "the government"),
    no("southern Israel, October 2023", 31.4, 34.5, 60, "recalled as history", date=d("2023-10-01", "2023-10-31")),
    # 17
    no("El Fasher", 13.6279, 25.3494, 30, "recalled as history"),
    no("Kadugli", 11.0109, 29.7181, 20, "a famine"),
    no("Khartoum", 15.5007, 32.5599, 30, "an airport that will open"),
    no("Port Sudan", 19.6175, 37.2164, 30, "a dateline; where the government was"),
    no("Tawila", 13.5, 24.9, 30, "where people arrived"),
    no("Sudan since 2023", 15.5, 30.0, 500, "a running total", event_type="casualties"),
    # 18
    no("Depayin", 22.6, 95.4, 40, "recalled as history", date=d("2025-05-01", "2025-05-31")),
    no("Chaung-U", 21.966, 95.283, 30, "recalled as history"),
    no("Kyaukme", 22.5392, 97.0343, 20, "retaken earlier; a fear"),
    no("Hsipaw", 22.6222, 97.2978, 15, "retaken earlier; a fear"),
    no("Lashio", 22.9359, 97.7498, 20, "a related link"),
    no("Myanmar since 2021", 21.0, 96.5, 300, "a running total", event_type="casualties"),
    # 19
    no("Jermuk", 39.8417, 45.6722, 15, "recalled as history"),
    no("Goris", 39.5111, 46.3386, 8, "recalled as history", date=d("2022-09-01", "2022-09-30")),
    no("Stepanakert", 39.8153, 46.7519, 20, "recalled as history"),
    no("Vardenis", 40.1833, 45.7289, 5, "a hospital"),
    no("Gyumri", 40.7894, 43.8475, 25, "a base"),
    no("Georgia, US", 33.0, -83.5, 300, "the wrong Georgia"),
    # 20
    no("Merawi, 2024", 11.4089, 37.1614, 15, "recalled as history", date=d("2024-01-01", "2024-02-28")),
    no("Adigrat", 14.2770, 39.4620, 25, "denied"),
    no("Mekelle", 13.4967, 39.4753, 25, "a speaker's seat"),
    no("Djibouti", 11.59, 43.15, 60, "a meeting that was cancelled"),
    no("Pretoria", -25.745, 28.188, 60, "recalled as history"),
    no("Amhara total", 11.5, 38.0, 200, "a total of six months", event_type="casualties", date=d("2024-08-01", "2025-04-30")),
    no("Tigray war", 13.9, 39.0, 200, "recalled as history", date=d("2020-11-01", "2022-12-31")),
]

ids = [i["id"] for i in incidents]
assert len(ids) == len(set(ids))
cited = set()
for row in incidents:
    for name, words in row["says"]:
        text = (HERE / "articles" / name).read_text(encoding="utf-8")
        assert words in text, (row["id"], name, words)
        cited.add(name)
    assert not row.get("sources") or row["sources"] <= len({n for n, _ in row["says"]}), row["id"]
assert cited == {p.name for p in (HERE / "articles").iterdir()}, cited
(HERE / "gold.json").write_text(json.dumps(dict(name="campaign", incidents=incidents, allowed=allowed, forbidden=forbidden),
                                           indent=1, ensure_ascii=False) + "\n", encoding="utf-8")
print(len(incidents), "incidents,", len(allowed), "allowed,", len(forbidden), "forbidden")

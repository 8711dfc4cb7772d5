#!/usr/bin/env python3
"""Write articles/ and gold.json beside this file: invented war reports and what a careful reader takes from them.

All incidents, speakers, outlets and figures are invented; places are real. It is no source for what has happened.
"""

import datetime as dt
import json
import pathlib

HERE = pathlib.Path(__file__).parent

# ---------------------------------------------------------------- articles


def md(title, source, published, text, language="en"):
    """Return a Markdown article with front matter."""
    return (f"---\ntitle: \"{title}\"\nsource: {source}\npublished: {published}\nlanguage: {language}\n---\n\n"
            + text.strip() + "\n")


ART = {}

ART["01-kremenchuk.md"] = md("Russian missile hits apartment block in Ukraine's Kremenchuk, four dead", "Meridian Wire",
                             "2025-10-14", """
KREMENCHUK, Ukraine, Oct 14 (Meridian Wire) - A Russian ballistic missile tore through a five-storey apartment building in the central Ukrainian city of Kremenchuk overnight, killing at least four people and wounding 17 others, officials said on Tuesday.

Rescuers with dogs were still picking through a heap of concrete at midday. Two stairwells had gone and a child's bicycle hung from what remained of a third-floor balcony.

"There are people we cannot reach by phone and we assume they are under there," said Taras Hnatiuk, the governor of the surrounding Poltava region. "The number may change."

Two of the wounded, a boy of nine and his grandmother, were in intensive care, he said.

In a separate attack, drones hit an electrical substation on the edge of Myrhorod, in the same region, leaving 40,000 customers without power. No one was hurt there, Hnatiuk said.

Ukraine's air force said it had shot down 71 of 94 drones and one of the three Iskander-M missiles that Russia had launched since Monday evening.

Russia's defence ministry said its forces had struck a repair plant that belonged to Ukraine's military-industrial complex. It did not mention the apartment block. Moscow denies deliberately targeting civilians, though thousands have died since it began its full-scale invasion in February 2022.

Kremenchuk, an industrial city of some 220,000 people on the Dnipro river, has been attacked repeatedly during the war. A missile that landed on a busy shopping centre there in June 2022 killed more than 20 people.

President Volodymyr Zelenskiy, who is due in Brussels on Thursday, said the attack showed that Ukraine needed more Patriot batteries. "Every delay has an address," he said.
""")

ART["02-toll.md"] = md("Death toll in Kremenchuk climbs to 6 as search enters second day", "Dnipro Chronicle",
                       "2025-10-15T11:20:00+03:00", """
The death toll from Russia's Oct. 14 missile strike on a residential building in Kremenchuk has risen to six after rescuers recovered the bodies of a married couple early on Wednesday, the State Emergency Service said. Another 31 people were injured.

The couple, both teachers, had lived on the ground floor. Their daughter waited through the night beside the cordon, wrapped in a foil blanket.

"We were told to hope for a pocket of air," said Iryna Velychko, a volunteer who had been handing out tea. "By four in the morning nobody was saying that any more."

One resident is still missing. Poltava Oblast declared Oct. 16 a day of mourning.

The missile hit shortly after 2 a.m. local time. The same night a substation near Myrhorod was struck by Shahed-type drones; power had been restored to most homes by Tuesday evening, the regional energy company said.

Attacks went on elsewhere. In Shostka, a city in Sumy Oblast, a drone slammed into a minibus on Wednesday morning, killing the driver and injuring three passengers, according to the head of the local military administration, Pavlo Reznik. The bus was on its usual route to the railway station.

"He saw it and he turned into the verge to shield the people," Reznik said.

Farther west, Russian artillery damaged an empty school in Semenivka, a border town in Chernihiv Oblast, late on Tuesday. There were no injuries.

In the east, Russian shelling killed three people and injured four in Kostiantynivka, in Donetsk Oblast, on Tuesday, and two women were hurt that evening when glide bombs struck houses in Izium, Kharkiv Oblast, local authorities said.

Kyiv has been urging its partners for months to provide air defence systems able to stop ballistic missiles. A decision on a new package is expected at next week's meeting in Ramstein.

Prosecutors have opened an investigation into a possible war crime.
""")

ART["03-oblasts.txt"] = """Morning summary from the regions, 15 October 2025

Collected from the channels of the oblast military administrations. Figures are for the past day and up to 10:00 today unless we say otherwise.

SUMY OBLAST. An enemy drone attacked a passenger minibus in Shostka this morning. The driver, 47, died on the spot. Four passengers were wounded; the fourth came to the hospital by herself an hour later.

CHERNIHIV OBLAST. Semenivka was shelled with artillery last night: the windows of a school that has been closed since 2023 are gone, people are unhurt.

KHARKIV OBLAST. Two guided bombs fell on a private-housing quarter of Izium at 21:40 yesterday. Two women aged 52 and 71 were injured, eleven houses damaged. In Velykyi Burluk, a man of 58 was killed by mortar fire while mending his fence on Tuesday afternoon.

POLTAVA OBLAST. Kremenchuk: six people killed, 31 injured. The search at the apartment house goes on, one person is listed as missing.

DONETSK OBLAST. On 14 October the Russians killed three residents of Kostiantynivka and wounded five. One more person was wounded in Druzhkivka. Evacuation from the area continues, 212 people left yesterday, 19 children among them.

DNIPROPETROVSK OBLAST. Nikopol was hit by artillery and FPV drones during the day. A woman of 68 was wounded, she will be treated at home. A gas pipe and a shop were damaged.

KHERSON OBLAST. 31 settlements came under fire over the past day. Two people were killed and nine injured across the oblast.

ZAPORIZHZHIA OBLAST. The night passed quietly. Yesterday's bang in the Shevchenkivskyi district was a planned detonation by sappers, the city council reminds.

If you have photographs of damage do not publish them before the services have finished. Take care of yourselves.
"""

ART["04-exchange.md"] = md("Ukraine and Russia swap 146 prisoners each in last exchange before winter holidays",
                           "Agence Atlantique", "2025-12-05", """
CHERNIHIV (Ukraine) - Russia and Ukraine handed over 146 captured soldiers each on Thursday, both sides said, in a swap mediated by the United Arab Emirates that took place on Ukraine's border with Belarus.

White buses brought the freed Ukrainians to a hospital in Chernihiv after dark. Men with shaved heads and blue-and-yellow flags over their shoulders climbed down to a crowd of women who held up photographs and shouted the numbers of brigades.

"Third brigade? Anyone from the hundred and tenth?" called Larysa, 44, whose brother vanished near Avdiivka in 2024. Nobody answered.

Most of those released had been in captivity since 2022, and 38 had taken part in the defence of Mariupol, Ukraine's coordination headquarters for prisoners said. Many had tuberculosis.

Moscow's defence ministry said its 146 servicemen were in Belarus, where they were being given medical help before their return home.

It was the eleventh exchange of the year. In October the sides traded 185 captives each. A much bigger exchange, of 1,200 for 1,200, which was agreed upon at talks in Abu Dhabi last month, has yet to take place, and negotiators accuse each other of holding up the lists.

The swap came on a day of further attacks. A drone struck a petrol station in the Koriukivka district of Chernihiv region on Thursday morning, wounding two employees, the district's head, Mykola Sereda, wrote on social media.

President Zelensky thanked the UAE and said that Ukraine would bring everyone back. "We remember each name," he wrote.

Kyiv does not publish the number of its soldiers in Russian captivity. Rights groups believe that there are more than 6,000.
""")

ART["05-bulletin.txt"] = """---
title: Briefing of the defence department, 5 December 2025
source: Zvezdny Vestnik
published: 2025-12-05
language: en
---
Returned from captivity

On December 4, as a result of negotiations, 146 Russian servicemen were returned from territory controlled by the Kiev regime. In exchange, 146 prisoners of war of the Ukrainian armed forces were handed over. At present the Russian servicemen are in the Republic of Belarus, where they receive the necessary psychological and medical assistance. The United Arab Emirates provided humanitarian mediation.

Air defence

Between 23:00 Moscow time on December 4 and 07:00 on December 5, duty air defence crews destroyed and intercepted 64 Ukrainian aircraft-type unmanned aerial vehicles: 26 over the territory of Bryansk Region, 15 over Kaluga Region, 12 over Belgorod Region, eight over the Republic of Crimea and three over the waters of the Black Sea.

According to preliminary information there are no casualties and no damage on the ground, regional authorities reported.

Course of the special operation

Units of the Tsentr group of forces continued to advance into the depth of the enemy's defence. The enemy lost up to 480 servicemen, two armoured vehicles and four pickup trucks in its area of responsibility over the past 24 hours, the department claims. These figures cannot be verified.

Defence Minister Belousov is to inspect a training ground in Orenburg Region on Saturday, where motor-rifle units will practise storming a fortified settlement.

Readers are reminded that photographing the work of air defence is prohibited in Belgorod and Kaluga regions and carries a fine.
"""

ART["06-refinery.md"] = md("Ukrainian drones set Russian refinery ablaze, hit chemical plant in south", "Meridian Wire",
                           "2026-02-18", """
Feb 18 (Meridian Wire) - Ukrainian drones hit an oil refinery in Russia's Nizhny Novgorod region in the early hours of Wednesday, starting a fire that could be seen from across the Volga, and damaged a chemical plant in the southern region of Stavropol, Kyiv's military and Russian officials said.

The General Staff of the Ukrainian armed forces said long-range drones had reached the refinery at Kstovo, one of Russia's biggest producers of motor fuel, and that a primary distillation unit was burning.

Regional governor Gleb Savrasov said on Telegram that debris from downed drones had fallen on "an industrial site" in Kstovo. Two workers were injured, he said.

In Nevinnomyssk, some 1,400 km farther south, drones struck a plant that makes nitric acid and, according to Kyiv, ingredients for explosives. Stavropol's governor confirmed a fire in the city's industrial zone and said nobody had been hurt. The works was last attacked in December.

In the Belgorod region, which borders Ukraine, a man died in the town of Shebekino on Tuesday when a drone struck his car, the regional emergency centre said.

Ukraine has stepped up attacks on Russian energy facilities, which it calls legitimate military targets. Russian refining fell last year to its lowest level since 2012, according to two industry sources. Gasoline prices have exploded in the Far East.

Russia carries out its own strikes far behind the front line. A guided bomb landed beside a market in Balakliia, in Ukraine's Kharkiv region, on Tuesday, wounding six people, prosecutors said. Moscow has threatened to strike government buildings in Kyiv in reply to the refinery attacks.

Kstovo lies some 800 km from the Ukrainian border.
""")

ART["07-kstovo.html"] = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Drones over Kstovo: what we know by noon | Volga Courier</title>
<meta property="og:site_name" content="Volga Courier">
<meta property="article:published_time" content="2026-02-18T12:05:00+03:00">
<script>var ad={slot:"top",id:4417};</script><style>.x{display:none}</style></head><body>
<header><a href="/">Volga Courier</a><nav><ul><li><a href="/city">City</a></li><li><a href="/auto">Auto</a></li><li><a href="/sport">Sport</a></li><li><a href="/weather">Weather: -11, snow</a></li></ul></nav></header>
<div class="cookie">We use cookies. By staying you agree. <button>OK</button></div>
<main><article><h1>Drones over Kstovo: what we know by noon</h1>
<p class="byline">Alina Purtova, <time datetime="2026-02-18">18 February 2026, 12:05</time></p>
<p>People in the western districts of Nizhny Novgorod were woken last night by the sound of engines and a series of bangs from the direction of Kstovo. By morning a column of black smoke stood over the town's industrial zone.</p>
<p>Governor Gleb Savrasov said at 6 a.m. that the attack had been repelled and that fragments of drones had fallen on the territory of an enterprise, where a fire broke out. He later added that three people had been hurt, one of them seriously. He did not name the enterprise. Readers who live on Zelyony Lane sent us videos in which it is plain that the refinery is on fire.</p>
<aside class="promo"><h3>Read also</h3><ul><li><a href="/n/1">Two die in fire at Perm warehouse</a></li><li><a href="/n/2">Where to ski this weekend</a></li></ul></aside>
<p>Strigino airport received no flights from 1:40 to 7:15. School No. 8 in Kstovo moved its lessons online.</p>
<h2>What happened in other regions</h2>
<p>In Nevinnomyssk, Stavropol Territory, drones attacked the industrial zone during the night. There were no injuries, the head of the region said, and the fire was put out by nine o'clock.</p>
<p>In Shebekino, Belgorod Region, a drone hit a passenger car on Tuesday. The driver died of his wounds before the ambulance came. His wife was taken to hospital in Belgorod with concussion and shrapnel wounds.</p>
<h2>And no, it was not Dzerzhinsk</h2>
<p>Local chats also wrote about an explosion at a factory in Dzerzhinsk. The ministry of emergencies denied it: a storage shed had caught fire there because of careless welding, and no drone came near the city.</p>
<p>The previous time Kstovo was attacked was on 2 September, when a pipeline was damaged.</p>
<div class="share">Share: VK OK TG</div></article>
<section class="comments"><h3>Comments (14)</h3><p>rustam_52: slept through it all, thank God</p></section></main>
<footer>&copy; 2026 Volga Courier. Editorial office: Nizhny Novgorod, Bolshaya Pokrovskaya Street. 16+</footer></body></html>
"""

ART["08-live.html"] = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Ukraine war live: missile hits Pavlohrad hostel; Izmail port attacked | The Channel Post</title>
<meta property="og:site_name" content="The Channel Post"><meta name="author" content="Channel Post staff">
<meta property="article:published_time" content="2024-11-21T08:30:00Z"></head><body>
<nav>Home | World | Opinion | Football | <a href="/subscribe">Subscribe for £1</a></nav>
<main><h1>Ukraine war live: missile hits Pavlohrad hostel; Izmail port attacked</h1>
<p class="date">Thursday 21 November 2024</p>
<div class="post"><h2>17:50 That's all for today</h2><p>We are closing this page now. Thank you for reading. Our correspondents will be back tomorrow.</p></div>
<div class="post"><h2>17:12 Kremlin: 'decision-making centres' could be hit</h2><p>The Kremlin's spokesman has told reporters that command posts and government offices in Kyiv may be struck if Ukraine goes on using Western missiles against Russian soil. Several embassies had already closed their doors on Wednesday for fear of a large raid that did not come.</p></div>
<div class="post"><h2>16:20 Ambulance hit near Kherson</h2><p>A Russian drone dropped an explosive on an ambulance in Antonivka, a suburb of Kherson, this afternoon. A paramedic, 29, has leg wounds and the driver was not hurt, according to the city's military administration.</p></div>
<div class="post"><h2>14:45 Toll in Pavlohrad goes up</h2><p>We have an update on this morning's missile strike on Pavlohrad. Three people are now known to have died, and the number of wounded stands at 14, the regional head, Orest Marchuk, says. The hostel housed railway workers. The third victim was a cook.</p></div>
<div class="post"><h2>13:30 Eight drones downed in the south</h2><p>Air defences destroyed eight drones over the Mykolaiv region this morning, the southern command reports. It says nothing fell on homes and no one was injured.</p></div>
<div class="ad">ADVERTISEMENT: winter breaks in Tenerife from £299</div>
<div class="post"><h2>12:05 Front line</h2><p>Kyiv's General Staff says its troops have beaten back 27 Russian assaults on the Pokrovsk axis since the start of the day, the heaviest of them towards the town of Selydove. Russia has not commented.</p></div>
<div class="post"><h2>10:40 Two killed in Pavlohrad</h2><p>A missile has struck a hostel in the city of Pavlohrad, in the Dnipropetrovsk region, killing two people and injuring nine, regional officials say. Rescue work is going on.</p></div>
<div class="post"><h2>09:05 Danube port attacked</h2><p>Drones damaged a grain store and several lorries in the port of Izmail overnight, Odesa's regional administration reports. Two drivers, one a Romanian citizen, were treated for cuts. Bucharest says that its own territory was not affected, although villagers across the river were told to take cover.</p></div>
<div class="post"><h2>08:30 Good morning</h2><p>Welcome to our live coverage. It is day 1,002 of the full-scale war. The UN says that more than 12,000 civilians have been killed since it began.</p></div>
</main><aside><h3>Most viewed</h3><ol><li>Budget: what it means for you</li><li>Storm Bert: the forecast</li></ol></aside>
<footer>&copy; The Channel Post 2024</footer></body></html>
"""

ART["09-gaza.md"] = md("Israeli strikes kill at least 17 in Gaza, including nine at school turned shelter", "Federal Press",
                       "2025-08-24", """
DEIR AL-BALAH, Gaza Strip (FP) — Israeli strikes and gunfire killed at least 17 Palestinians in the Gaza Strip between late Saturday and Sunday, including nine in a school where displaced families slept, hospital officials said.

The school in the Nuseirat refugee camp was hit shortly before midnight Saturday, according to Al-Awda Hospital, which received the dead. Four of them were children, and 22 people were wounded.

"I was looking for my sister with the light of my phone," said Mahmoud Dweik, 19. "There was no wall any more between the classrooms."

The Israeli military said it had targeted a Hamas militant who operated a command center inside the compound, and that it took steps to limit harm to civilians. It gave no evidence.

Early Sunday, a strike on a tent in the central town of Deir al-Balah killed a family of five, Al-Aqsa Martyrs Hospital said. A reporter for this agency counted three small shrouds at the morgue.

In the north, three people were shot dead on Sunday in Jabalia as they waited for trucks carrying flour, according to the territory's Health Ministry. The army said it was looking into the report.

The war started when Hamas-led militants attacked southern Israel on Oct. 7, 2023, killing some 1,200 people and taking 251 hostages. Israel's retaliatory offensive has killed more than 62,000 Palestinians, according to Gaza's Health Ministry, which does not say how many were fighters.

Mediators from Egypt and Qatar were expected to resume their efforts this week. Israel is preparing to storm Gaza City, where hundreds of thousands of people live.
""")

ART["10-gaza.html"] = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8"><title>Nuseirat school attack toll rises as Israel pounds Khan Younis | Al Ufuq English</title>
<meta property="og:site_name" content="Al Ufuq English"><meta property="article:published_time" content="2025-08-25T14:10:00+03:00">
<script type="text/javascript">window.dataLayer=[];</script></head><body>
<div class="menu"><a>News</a> <a>Middle East</a> <a>Explained</a> <a>Video</a> <a>Live: UN General Assembly</a></div>
<article><h1>Nuseirat school attack toll rises as Israel pounds Khan Younis</h1>
<p class="sub">Medics say two more people have died of wounds they suffered in Saturday's attack on displaced families.</p>
<p><em>Published On 25 Aug 2025</em></p>
<p>The number of people killed in an Israeli air attack on a school in the Nuseirat refugee camp in central Gaza has reached 11, medical sources have told Al Ufuq, after two of the wounded died on Monday.</p>
<p>At least 30 others were injured in the attack late on Saturday, which set classrooms and the tents in the playground on fire. The dead include five children.</p>
<p>"We bury them in the order in which we find them," said Yousef Abu Maarouf, a paramedic.</p>
<p>On Monday morning an Israeli drone targeted a car near the Nasser Hospital in Khan Younis, in the south, killing three people, our correspondent reported from the city. Two of them were brothers who drove a water tanker.</p>
<p>In Gaza City, Israeli artillery shelled the Zeitoun neighbourhood through the night. Several people were injured, the civil defence said, and crews were unable to get to many of the streets.</p>
<p>The attacks followed one of Sunday in Deir el-Balah, where five members of the Sharkh family died when their tent was bombed.</p>
<div class="list"><b>Recommended Stories</b><ul><li>What is the Philadelphi Corridor?</li><li>Photos: Wedding among the tents</li></ul></div>
<p>Israel's war on Gaza has killed at least 62,700 people and wounded more than 158,000 since October 2023. Famine has been confirmed in the north of the enclave by a UN-backed monitor.</p>
<p>In Doha, a Qatari official said that mediators were still waiting for Israel's answer to a proposal which Hamas accepted last week. Protesters marched in Tel Aviv for the release of the captives.</p>
</article><footer>Follow Al Ufuq English: X, Facebook, Instagram. Al Ufuq Media Network, Doha</footer></body></html>
"""

ART["11-levant.md"] = md("One killed as drone strikes car in south Lebanon; clashes flare in Syria's south", "Cedar Times",
                         "2025-06-10", """
BEIRUT: An Israeli drone fired on a car in the town of Kfar Remen near Nabatieh on Tuesday morning, killing its driver and wounding three passers-by, the Health Ministry said. The Israeli army said that it had "eliminated" a Hezbollah commander responsible for rocket units.

It was the fourth such strike on the south in ten days, despite the ceasefire that came into force last November.

The day before, warplanes had bombed a hillside outside Baalbek, in the east. The raid on Monday evening damaged a warehouse and caused no casualties, the National News Agency reported. Israel said that weapons were stored there.

Prime Minister Nawaf Salam condemned "these daily violations" and asked Washington and Paris, the ceasefire's guarantors, to act. UNIFIL said one of its patrols near Bint Jbeil had been stopped by residents on Monday; no one was harmed.

**Fighting in Sweida**

In Syria, seven people have been killed since Sunday in clashes between Druze gunmen and Bedouin tribesmen in the western countryside of Sweida province, according to the Jabal Monitor, a war watchdog. Another 12 were wounded. The fighting broke out after a vegetable trader was robbed on the road to Damascus, said its director, Samer Azzam. Government forces deployed on Tuesday to separate the two sides.

In neighboring Daraa, Israeli artillery shelled farmland on the outskirts of Nawa overnight, residents said. Nobody was hurt, although a henhouse burned down.

Israel has carried out hundreds of airstrikes on Syria since the fall of Bashar Assad in December and keeps troops in the buffer zone.

**Yemen port toll**

In Yemen, health authorities in Sanaa raised to five the number of dock workers killed when Israeli jets attacked the port of Hodeidah on Monday. They had earlier spoken of three. An employee was killed at the Hezyaz power station near the capital in the same wave of raids.
""")

ART["12-yemen.md"] = md("Israel bombs Yemeni port and power station after Houthi missile attack", "Northern Broadcasting",
                        "2025-06-09", """
Israel's air force has bombed the Red Sea port of Hodeidah and a power station outside the Yemeni capital, Sanaa, hours after the Iran-backed Houthi movement fired a missile at central Israel.

The strikes came before dawn on Monday. The Houthi-run health ministry said three dock workers had been killed and 22 people injured at Hodeidah, and that an engineer had died at the Hezyaz power plant south of Sanaa, where two generators were destroyed.

The Israel Defense Forces said about 20 jets had taken part and that the port was used to bring in Iranian weapons. "Whoever raises a hand against Israel will have it cut off," the defence minister said.

A resident of Hodeidah, who asked not to be named, told the broadcaster by phone that the cranes "fell over like drunk men" and that the smell of burnt flour hung over the harbour.

The Houthi missile was intercepted on Sunday evening, the IDF said. A fragment came down on the roof of a house in the city of Rehovot, damaging tiles and a water tank. Medics said no-one was hurt, apart from a woman who fell on the way to a shelter. The Houthis said that they had aimed at Ben Gurion airport.

In May, a missile that got past Israel's defences landed beside the airport's access road, injuring six people. Israel responded then by bombing the airport in Sanaa.

Separately, the Houthi authorities in the northern province of Saada said on Sunday that one migrant had been killed and four wounded by Saudi border guards' fire in Razih district. Riyadh did not comment. It has rejected similar allegations.

The Houthis, who have attacked more than 100 ships since November 2023, say that they act in solidarity with the Palestinians.
""")

ART["13-elobeid.md"] = md("Drone attack on El Obeid market leaves 12 dead", "Radio Nuba Hills", "2025-03-12", """
EL OBEID - Twelve people were killed and 25 others injured when a drone attributed to the Rapid Support Forces (RSF) struck the crop market in El Obeid, the capital of North Kordofan, on Tuesday afternoon.

The sheikh of the market, El Hadi Mukhtar, told Radio Nuba Hills that the drone circled for several minutes before it dropped its load on a row of sesame stalls. "People thought it was taking pictures. Then there was fire and sacks flying," he said.

A doctor at El Obeid Teaching Hospital said that seven of the injured were in a critical condition and that the hospital lacked blood and gauze. The RSF have not commented.

In North Darfur, six people were killed in RSF shelling of the Abu Shouk camp for displaced people near El Fasher on Tuesday, the camp's emergency room reported. Most of the shells fell near the water yard. El Fasher has been under siege since May 2024.

The army said yesterday that it had repulsed an attack on the town of Er Rahad, also in North Kordofan, on Monday, and that it had "inflicted heavy losses on the militia". Residents who reached El Obeid on foot spoke of five hours of fighting with heavy weapons around the railway station. No casualty figures were available.

The army broke the siege of El Obeid in February. Since then the city has been attacked with drones several times; on 20 February a strike on the power station plunged it into darkness.

The war between the army and the RSF, which broke out on 15 April 2023, has driven more than 12 million people from their homes and killed tens of thousands.
""")

ART["14-flash.txt"] = """Sudan: North Kordofan and North Darfur, Flash Update No. 3
United Nations humanitarian coordination, 14 March 2025

HIGHLIGHTS
- An aerial attack on 11 March on a market in Ag Obeid (El Obeid), Sheikan locality, North Kordofan, killed at least 15 people and injured 31, local sources report.
- An estimated 840 households were displaced from Er Rahad town following armed clashes on 10 March.
- A hospital in Dilling, South Kordofan, was hit by artillery during the night of 12 to 13 March; two patients were killed.

SITUATION OVERVIEW
On 11 March, a drone hit the crop market of El Obeid during trading hours. Health partners say that at least 15 people lost their lives, including four women. The market has since been closed. Partners fear that further attacks could cut off the main supply road from Kosti.

In Er Rahad, clashes between the Sudanese Armed Forces and the Rapid Support Forces on 10 March led people to flee to Um Rawaba and villages to the east. Displaced families are sheltering in four schools and need water, blankets and food. The number of casualties is not known.

In El Fasher, North Darfur, shelling of Abu Shouk IDP camp on 11 March reportedly killed eight people and injured 17. Community kitchens in the camp suspended their work on 12 and 13 March.

In South Kordofan, artillery shells struck the mother and child ward of the hospital in Dilling. In addition to the two patients killed, a nurse and three visitors were wounded. Partners have handed over trauma kits for 200 people.

RESPONSE
WFP completed distribution to 41,000 people in El Obeid in February. A convoy of 18 trucks remains in Kosti pending security guarantees. The 2025 humanitarian appeal for Sudan, which asks for US$4.2 billion, is 6 per cent funded.

The next update will be issued on or around 21 March. For further information, write to the coordination office in Port Sudan.
"""

ART["16-ituri.md"] = md("Rebels kill at least 19 in night raid on eastern Congo town", "Great Lakes Monitor", "2025-08-15", """
BUNIA, DR Congo — Fighters of the Allied Democratic Forces (ADF) armed with machetes and rifles killed at least 19 people in the town of Komanda, in Ituri province, in the night of Wednesday to Thursday, a civil society leader and the army said.

The attackers came shortly after one in the morning and went from house to house around the market, burning shops and a parish hall, said Jean-Marie Uchama, who coordinates local associations. "There are nineteen bodies in the health centre, and we have not yet looked in the fields," he said. A number of people were taken away to carry loot.

An army spokesman in Bunia, Lieutenant Paluku, put the number of the dead at 16.

The ADF, which was formed in Uganda in the 1990s and has pledged allegiance to Islamic State, has killed thousands of civilians in the region. In July, its men killed dozens of people at a funeral wake in North Kivu's Lubero territory.

Also in Ituri, the CODECO militia attacked a displaced people's site in Djugu territory on Tuesday, killing six, among them two children, the UN peacekeeping mission MONUSCO said in a statement. Its Bangladeshi blue helmets fired warning shots to push the assailants back.

Farther south, the M23 rebels and pro-government Wazalendo fighters exchanged heavy fire on Thursday on the hills above the town of Masisi, residents said. Two civilians were wounded by stray bullets.

In Doha, delegates of Kinshasa and of the M23 met on Thursday for a new round of talks, a Qatari diplomat said. They had missed a deadline of 8 August for starting negotiations on a comprehensive peace accord.

"We hear about Doha on the radio," said Uchama. "Here we dig."
""")

ART["18-mastung.md"] = md("Bomb on bus kills eight in Pakistan's Balochistan", "Meridian Wire", "2026-01-13", """
QUETTA, Pakistan, Jan 13 (Meridian Wire) - A roadside bomb ripped through a passenger bus in Pakistan's southwestern province of Balochistan on Tuesday, killing at least eight people and wounding 19, police said.

The bus was on its way from Quetta to Karachi when the device went off in Mastung district, senior police officer Abdul Wahid Sasoli said. Women and children were among the dead.

"The rear of the bus was simply taken off," said a shopkeeper, Naseer Ahmed, who helped to carry the wounded to pick-up trucks.

No group immediately claimed responsibility. Baloch separatists, who accuse the government of exploiting the province's gas and minerals, often attack security forces and, lately, travellers from Punjab. Prime Minister Shehbaz Sharif condemned what he called a cowardly act.

In the northwest, Islamist militants stormed a police checkpoint in Bannu district late on Monday, killing four officers, officials said. Six attackers died in a gun battle that lasted two hours. The Pakistani Taliban said in a message to reporters that its fighters had carried out the raid.

Violence has surged in both border provinces. Last year was Pakistan's deadliest in a decade, with more than 3,400 deaths related to militancy, according to the Frontier Institute, a think tank in Islamabad.

Islamabad says that the Pakistani Taliban plan attacks from the soil of Afghanistan, a charge Kabul rejects. In October, dozens of soldiers died in the worst border fighting in years before Qatar and Turkey mediated a truce.

In November 2024, a suicide bomber killed more than two dozen people at the railway station in Quetta.
""")

ART["19-border.txt"] = """Indus Gazette
Wednesday, January 14, 2026

Two soldiers martyred in Chaman firing; Mastung toll reaches 10

CHAMAN/QUETTA: Two soldiers were killed when Afghan forces opened unprovoked fire on a post near the Chaman border crossing on Tuesday evening, security sources said, adding that the fire was "effectively returned". The exchange continued for about forty minutes. The crossing was closed to trade, leaving hundreds of lorries stranded.

A spokesman for the governor of Kandahar, across the border, gave a different account. He said Pakistani troops had fired first, and that three residents of Spin Boldak, one of them a child, had been wounded by mortar shells.

Meanwhile, the number of those killed in Tuesday's bus bombing in Mastung rose to 10 as two of the injured succumbed to their wounds at the Trauma Centre in Quetta, hospital superintendent Dr Farooq Lehri told this newspaper. Twenty-six people were injured in all, of whom five remain critical.

The counter-terrorism department has registered a case against unknown persons. The chief minister, who visited the wounded, announced compensation of Rs2.5 million for each family of the dead. Traders in Mastung observed a shutter-down strike on Wednesday and stormed out of a meeting with the deputy commissioner.

In Bannu, funeral prayers were offered for the four policemen who embraced martyrdom in Monday night's attack on a checkpost in the Domel area. The Inspector General told mourners that six terrorists were killed and that the rest would be hunted down.

In another development, the interior ministry said a mock exercise would be held at Gwadar port on Friday, in which commandos are to recapture a ship. Residents should not be alarmed by gunfire.
"""

ART["20-cauca.md"] = md("Truck bomb outside police station kills two officers in Colombia's Cauca", "Andes Observer", "2024-09-12", """
POPAYÁN, Colombia — A truck loaded with explosives blew up outside the police station in Mondomo, a village on the Pan-American Highway in the troubled southwestern department of Cauca, on Wednesday, killing two officers and injuring 11 residents, authorities said.

The blast took the fronts off a bakery and a pharmacy and brought down part of the church's bell tower. "I was putting bread in the oven and then I had no oven," said the baker, Rosalba Chocué.

Defense Minister Iván Cepero blamed the Jaime Martínez front, a faction of FARC dissidents who rejected the 2016 peace accord. He offered a reward of 200 million pesos.

It was one of three attacks in 24 hours in the region south of Cali. On Tuesday night, a motorcycle bomb exploded near the bus terminal in Jamundí, in Valle del Cauca. Four people had slight wounds, Mayor Paola Quintana said.

And in the municipality of El Tambo, dissidents dropped grenades from drones on an army post in the canyon of the Micay river on Wednesday, wounding three soldiers. The army says the rebels have used drones more than 80 times in Cauca this year.

The guerrillas control much of the coca grown in the canyon. In 2002 a homemade mortar fired in the fighting between the FARC and paramilitaries killed scores of civilians in a church in Bojayá, in Chocó, and many in the highlands say that they feel thrown back to those years.

President Gustavo Petro, who has been pursuing what he calls total peace, suspended the ceasefire with the faction in March. He was to chair a security council in Popayán on Friday.
""")

ART["22-haiti.md"] = md("Five killed in gang assault on hills above Port-au-Prince", "Caribbean Dispatch", "2025-05-20", """
PORT-AU-PRINCE, Haiti — Gunmen from the Viv Ansanm coalition attacked the farming community of Kenscoff, in the hills above Haiti's capital, on Sunday night, killing at least five people and burning some 20 houses, local officials said.

Mayor Jude Mathieu said a police officer and a pastor were among the dead. "They came up through the ravine while people were asleep," he told a radio station on Monday. Hundreds of residents walked down to Pétion-Ville with mattresses on their heads.

Kenscoff was first attacked in January, and dozens of people died there in the weeks that followed. Whoever holds it controls one of the last roads out of the capital that gangs do not.

On Monday, explosive drones operated by a police task force struck a gang stronghold in the lower Delmas area, according to the Citizens' Rights Network. It said that eight suspected gang members were killed and that the home of a leader known as Ti Blan was destroyed. Police declined to comment.

Residents of Mirebalais, a town in the Centre department that gangs seized on March 31, reported on Tuesday that it was quiet, and that bodies had been taken from the streets.

The UN office in Haiti says that more than 1,600 people were killed across the country in the first three months of the year. The Kenyan-led mission, which had hoped for 2,500 officers, has about 1,000.

"What we lack is not courage, it is helicopters," a Kenyan officer said. Two Kenyan policemen were hurt on Friday when their armored vehicle overturned near Pont-Sondé; the mission called it a traffic accident.
""")

ART["24-cabo-delgado.md"] = md("Insurgents kill four in Macomia as attacks spread in Cabo Delgado", "Canal Notícias", "2025-09-03", """
Pemba — Insurgents linked to Islamic State killed four people in an attack on a village in the district of Macomia, in Mozambique's northern province of Cabo Delgado, on Monday afternoon, sources on the ground said.

The victims, all men, were intercepted on their way back from their fields and beheaded, according to a member of the Local Force, a militia of veterans. Houses and a Catholic chapel were set on fire, and the people of two neighbouring villages have fled into the bush.

"I have walked for two days with my mother on my back," said Anchia Momade, who reached the district capital on Wednesday.

On the coast, a boat carrying traders was raked with gunfire off Mocímboa da Praia on Sunday. One fisherman died and two others are in hospital. Some witnesses blamed Mozambican marines rather than the insurgents, and the navy has opened an inquiry.

The Rwandan contingent said that its soldiers had killed three terrorists in an ambush near Mocímboa da Praia last week; this could not be confirmed.

In Chiúre, in the south of the province, a rumour of an imminent raid emptied the market on Tuesday. The administrator, Oliveira Amade, assured the public that no attack had taken place. In late July tens of thousands were displaced from the district by a wave of attacks.

The conflict began in October 2017 with an assault on police posts in Mocímboa da Praia. More than 6,000 people have been killed, and the French energy group behind a gas project in Afungi has put off its restart several times.
""")

JSONL = [
    {"id": "15-nigeria", "title": "Bandits kill 11 in Zamfara village; troops ambushed in Borno", "source": "Savannah Herald",
     "published": "2025-11-10", "language": "en", "text": """Gunmen on motorcycles killed 11 people and abducted at least 20 others on Sunday when they raided a village in the Tsafe Local Government Area of Zamfara State, residents and a lawmaker said on Monday.

The attackers, known locally as bandits, rode in while worshippers were leaving the evening prayer, Alhaji Sani Kwaren, who represents the area in the state assembly, told Savannah Herald by telephone from Gusau. "They shot at anyone who ran. We buried eleven this morning," he said. Nine people with gunshot wounds were taken to the hospital in Tsafe.

The police spokesman confirmed the attack but declined to give a figure.

In the north-east, five soldiers lost their lives on Saturday when a convoy was ambushed by suspected fighters of the Islamic State West Africa Province near Damboa, Borno State. A military source said that the troops were returning from an escort. The army headquarters in Abuja dismissed as false a social media report that a brigadier had been captured.

A day earlier, a vehicle ran over an explosive device on the road outside Monguno, in the same state, killing two traders and injuring six.

Northern Nigeria has been plagued by insurgency since 2009. Amnesty International estimates that at least 10,217 people were killed in the two years after President Bola Tinubu took office in May 2023. Last month the governors of the zone met in Kaduna and vowed to set up a joint guard.

Police in Lagos, meanwhile, said a tanker explosion on the Ibadan expressway which killed three people on Sunday was caused by a crash."""},
    {"id": "17-myanmar", "title": "Junta air strike on monastery kills 14 in Sagaing", "source": "Chindwin Now",
     "published": "2026-03-05", "language": "en", "text": """At least 14 people, including five novice monks, were killed when a regime aircraft bombed a monastery in Sagaing Region's Kanbalu Township on Tuesday evening, according to residents and a local defence force.

Some 150 villagers had taken shelter in the compound after an army column entered the area, said a rescue worker who asked for anonymity. "Two bombs. The first one hit the dining hall and the second one those who ran to it," he said. More than 30 people were wounded.

The junta, which held an election in December and January that was denounced abroad as a sham, has not commented on the attack.

In Mandalay Region, a jet dropped bombs on two wards of the gem-mining town of Mogok on Wednesday morning, injuring four people and destroying a clinic, the Ta'ang National Liberation Army said.

In Rakhine State, naval vessels shelled villages near Kyaukphyu, where China is building a deep-sea port, on Wednesday. A couple in their sixties died, the Arakan Army said. It has held 14 of the state's 17 townships since last year and is trying to take Kyaukphyu and the state capital, Sittwe.

Myanmar has been in turmoil since the military seized power in February 2021. In October, a bomb dropped from a paramotor on a candle-lit festival in Chaung-U killed at least 20 people. The Assistance Association for Political Prisoners says that more than 7,500 people have been killed by the regime in five years.

The special envoy of the Association of Southeast Asian Nations is to arrive in Naypyitaw on Monday."""},
    {"id": "21-colombia", "title": "Third policeman dies after Mondomo bombing; five bodies found in Catatumbo", "source": "El Faro del Cauca",
     "published": "2024-09-13", "language": "en", "text": """Three police officers are now dead as a result of Wednesday's truck bombing in Mondomo, in the municipality of Santander de Quilichao. Subintendent Wilmer Daza, 31, died at a clinic in Cali in the early hours of Friday. Fourteen people were injured, a count that the departmental health office revised from 11.

The governor of Cauca, Octavio Muelas, asked for a permanent military presence on the highway, which stayed closed for nine hours. "They leave us alone with the dead and come back for the photo," he said outside the church.

The attack on the army post in El Tambo on the same day, in which grenades were dropped by drones, left three soldiers with shrapnel wounds; one of them, the army says, has lost an eye. In Jamundí the mayor lifted the night-time ban on motorcycles that she had ordered after Tuesday's explosion by the bus terminal, which hurt four people.

At the other end of the country, five men were found dead on Thursday after fighting between the National Liberation Army (ELN) and dissidents of the 33rd front in a rural part of Tibú, in the Catatumbo region on the border with Venezuela. The ombudsman's office said that some 60 families had left their farms for the town.

The Defense Ministry says that 214 members of the security forces have been killed or wounded by explosives this year, twice as many as in the same months of 2023.

The security council that the president was to lead in Popayán today was moved to Monday. No reason was given."""},
    {"id": "23-border", "title": "Rockets kill two in Thai district as border battle enters second week", "source": "Mekong Standard",
     "published": "2025-12-13", "language": "en", "text": """SI SA KET, Thailand - Two people were killed and five wounded when rockets fired from Cambodia landed on a row of shops in Thailand's Kantharalak district on Friday afternoon, the provincial governor said on Saturday.

The victims were a woman who kept a noodle stall and her nephew, 12. Most of the district's inhabitants had already been moved to shelters, but some had come back to feed their cattle, Governor Anan Thepsiri said.

Thai F-16s later bombed what the army described as a rocket depot near Samraong, in the Cambodian province of Oddar Meanchey. Phnom Penh said that the jets had hit a school compound and that nine civilians were injured. Neither claim could be independently verified.

Each country accuses the other of having broken the ceasefire that the leaders signed in Kuala Lumpur in October. More than 40 people died in five days of fighting in July. The present round broke out a week ago.

Cambodia's defence ministry denied that it had aimed at civilians in Kantharalak and said that it was responding to Thai shelling of the Preah Vihear temple area. UNESCO has voiced concern for the temple, which is a World Heritage site.

In Surin, the hospital has moved patients from its upper floors and cancelled surgery. "We practise for the siren three times a day," said a nurse, Kanya Boonmee.

The prime minister in Bangkok dissolved parliament on Friday and said that an election would be held within sixty days. Malaysia, as chair of the regional bloc, offered again to host talks."""},
]

# ---------------------------------------------------------------- gold


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


def hurt(killed=None, injured=None):
    """Return the numbers of the dead and injured that are known."""
    return {k: v for k, v in (("killed", killed), ("injured", injured)) if v is not None}


TOWN, SITE, REGION = ["settlement"], ["facility", "settlement"], ["region"]
NEAR, TERRITORY = ["settlement", "area"], ["region", "settlement", "area"]
FIGHT, BOMB = ["ground_attack", "casualties"], ["strike", "casualties"]

incidents = [
    # 01, 02, 03
    inc("kremenchuk", "strike", days("2025-10-14"), "apartment block, Kremenchuk", 49.0625, 33.4048, 12, SITE,
        hurt(6, 31), 3),
    inc("myrhorod", "strike", days("2025-10-14"), "substation, Myrhorod", 49.9646, 33.6086, 15,
        ["facility", "settlement", "area"], hurt(0, 0), 2),
    inc("shostka", "strike", days("2025-10-15"), "minibus, Shostka", 51.8643, 33.4728, 12, SITE,
        hurt(1, [3, 4]), 2),
    inc("semenivka", "strike", days("2025-10-14", "2025-10-15"), "school, Semenivka (Chernihiv)", 52.1786, 32.5818, 12,
        SITE, hurt(None, 0), 2),
    # 03
    inc("izium", "strike", days("2025-10-14"), "Izium", 49.207, 37.2768, 12, TOWN, hurt(None, 2), 2),
    inc("velykyi-burluk", "strike", days("2025-10-14"), "Velykyi Burluk", 50.0613, 37.3836, 12, TOWN, hurt(1)),
    inc("kostiantynivka", BOMB, days("2025-10-14"), "Kostiantynivka", 48.5273, 37.7059, 10, TOWN, hurt(3, [4, 5]), 2),
    inc("druzhkivka", BOMB, days("2025-10-14", "2025-10-15"), "Druzhkivka", 48.62, 37.5254, 10, TOWN, hurt(None, 1)),
    inc("nikopol", "strike", days("2025-10-14", "2025-10-15"), "Nikopol", 47.5683, 34.3913, 12, TOWN, hurt(None, 1)),
    inc("kherson-oblast", ["casualties", "strike"], days("2025-10-14", "2025-10-15"), "Kherson oblast", 46.6, 33.4, 100,
        REGION, hurt(2, 9)),
    # 04, 05
    inc("swap", "prisoner_swap", days("2025-12-04"), "border of Ukraine and Belarus", 52.0, 29.5, 300,
        ["border", "area", "region"], {"prisoners.UKR": 146, "prisoners.RUS": 146}, 2),
    inc("koriukivka", "strike", days("2025-12-04"), "petrol station, Koriukivka district", 51.7738, 32.2492, 50,
        TERRITORY + ["facility"], hurt(None, 2)),
    inc("bryansk-downed", "interception", days("2025-12-05"), "Bryansk Region", 53.0, 33.4, 100, REGION),
    inc("kaluga-downed", "interception", days("2025-12-05"), "Kaluga Region", 54.4, 35.5, 100, REGION),
    inc("belgorod-downed", "interception", days("2025-12-05"), "Belgorod Region", 50.7, 37.4, 100, REGION),
    inc("crimea-downed", "interception", days("2025-12-05"), "Crimea", 45.3, 34.3, 100, REGION),
    inc("black-sea-downed", "interception", days("2025-12-05"), "Black Sea", 43.3, 34.4, 190, ["area", "region"]),
    # 06, 07
    inc("kstovo", "strike", days("2026-02-18"), "refinery, Kstovo", 56.1475, 44.1987, 15, SITE, hurt(None, [2, 3]), 2),
    inc("nevinnomyssk", "strike", days("2026-02-18"), "chemical plant, Nevinnomyssk", 44.6333, 41.9444, 12, SITE,
        hurt(None, 0), 2),
    inc("shebekino", "strike", days("2026-02-17"), "car, Shebekino", 50.4134, 36.9254, 12, SITE, hurt(1, 1), 2),
    inc("balakliia", "strike", days("2026-02-17"), "market, Balakliia", 49.456, 36.8443, 12,
        ["facility", "settlement", "area"], hurt(None, 6)),
    # 08
    inc("pavlohrad", "strike", days("2024-11-21"), "hostel, Pavlohrad", 48.5321, 35.8688, 12, SITE, hurt(3, 14), 1),
    inc("izmail", "strike", days("2024-11-21"), "port, Izmail", 45.3506, 28.8375, 12, SITE, hurt(None, 2)),
    inc("antonivka", "strike", days("2024-11-21"), "ambulance, Antonivka (Kherson)", 46.6767, 32.7306, 12,
        ["settlement", "district", "facility"], hurt(None, 1)),
    inc("mykolaiv-downed", "interception", days("2024-11-21"), "Mykolaiv region", 47.4, 31.9, 90, REGION),
    inc("pokrovsk-axis", "ground_attack", days("2024-11-21"), "Pokrovsk axis", 48.2801, 37.1771, 30, NEAR),
    # 09, 10
    inc("nuseirat", "strike", days("2025-08-23", "2025-08-24"), "school, Nuseirat camp", 31.4486, 34.3925, 4,
        ["facility", "settlement", "district"], hurt(11, 30), 2),
    inc("deir-al-balah", "strike", days("2025-08-24"), "tent, Deir al-Balah", 31.4183, 34.3517, 4, SITE, hurt(5), 2),
    inc("jabalia", FIGHT + ["strike"], days("2025-08-24"), "Jabalia", 31.5272, 34.4835, 4, TOWN, hurt(3)),
    inc("khan-younis", "strike", days("2025-08-25"), "car near Nasser Hospital, Khan Younis", 31.3402, 34.3063, 8,
        ["facility", "settlement", "area"], hurt(3)),
    inc("zeitoun", "strike", days("2025-08-24", "2025-08-25"), "Zeitoun, Gaza City", 31.49, 34.45, 4, ["district"]),
    # 11, 12
    inc("kfar-remen", "strike", days("2025-06-10"), "car, Kfar Remen", 33.3706, 35.5, 12, SITE, hurt(1, 3)),
    inc("baalbek", "strike", days("2025-06-09"), "outside Baalbek", 34.0058, 36.2181, 20, NEAR, hurt(0, 0)),
    inc("sweida", FIGHT, days("2025-06-08", "2025-06-10"), "west of Sweida province", 32.72, 36.5, 45,
        ["area", "region", "settlement"], hurt(7, 12)),
    inc("nawa", "strike", days("2025-06-09", "2025-06-10"), "outskirts of Nawa", 32.8865, 36.0391, 12, NEAR,
        hurt(None, 0)),
    inc("hodeidah", "strike", days("2025-06-09"), "port, Hodeidah", 14.7978, 42.9545, 15, SITE, hurt(5, 22), 2),
    inc("hezyaz", "strike", days("2025-06-09"), "Hezyaz power plant, Sanaa", 15.25, 44.22, 20,
        ["facility", "settlement", "area"], hurt(1), 2),
    inc("rehovot", ["strike", "interception"], days("2025-06-08"), "house, Rehovot", 31.8942, 34.812, 10, SITE,
        hurt(None, [0, 1])),
    inc("razih", ["strike", "ground_attack", "casualties"], days("2025-06-06", "2025-06-08"), "Razih district, Saada",
        17.15, 43.3, 60, TERRITORY, hurt(1, 4)),
    # 13, 14
    inc("el-obeid", "strike", days("2025-03-11"), "crop market, El Obeid", 13.1842, 30.2167, 12, SITE, hurt(15, 31), 2),
    inc("abu-shouk", "strike", days("2025-03-11"), "Abu Shouk camp, El Fasher", 13.66, 25.34, 12,
        ["facility", "settlement", "district", "area"], hurt(8, 17), 2),
    inc("er-rahad", "ground_attack", days("2025-03-10"), "Er Rahad", 12.7167, 30.65, 12, SITE, None, 2),
    inc("dilling", "strike", days("2025-03-12", "2025-03-13"), "hospital, Dilling", 12.05, 29.65, 12, SITE, hurt(2, 4)),
    # 15
    inc("tsafe", FIGHT, days("2025-11-09"), "village, Tsafe area", 11.9578, 6.9208, 35, TERRITORY, hurt(11, 9)),
    inc("damboa", "ground_attack", days("2025-11-08"), "near Damboa", 11.1553, 12.7564, 20, NEAR, hurt(5)),
    inc("monguno", "strike", days("2025-11-07"), "road outside Monguno", 12.6706, 13.6122, 20, NEAR, hurt(2, 6)),
    # 16
    inc("komanda", FIGHT, days("2025-08-13", "2025-08-14"), "Komanda", 1.3667, 29.7667, 20, SITE, hurt([16, 19])),
    inc("djugu", FIGHT, days("2025-08-12"), "displacement site, Djugu territory", 1.9193, 30.5026, 50,
        TERRITORY + ["facility"], hurt(6)),
    inc("masisi", "ground_attack", days("2025-08-14"), "hills above Masisi", -1.4, 28.81, 20, NEAR, hurt(None, 2)),
    inc("doha", "talks", days("2025-08-14"), "Doha", 25.2855, 51.531, 25, TOWN),
    # 17
    inc("kanbalu", "strike", days("2026-03-03"), "monastery, Kanbalu Township", 23.2033, 95.5169, 45,
        TERRITORY + ["facility"], hurt(14, [30, 31])),
    inc("mogok", "strike", days("2026-03-04"), "Mogok", 22.9177, 96.5098, 12, ["settlement", "district", "facility"],
        hurt(None, 4)),
    inc("kyaukphyu", "strike", days("2026-03-04"), "villages near Kyaukphyu", 19.43, 93.53, 25, NEAR, hurt(2)),
    # 18, 19
    inc("mastung", "strike", days("2026-01-13"), "bus, Mastung", 29.7997, 66.8455, 45, TERRITORY + ["facility"],
        hurt(10, 26), 2),
    inc("bannu", "ground_attack", days("2026-01-12", "2026-01-13"), "checkpoint, Bannu", 32.9853, 70.604, 35,
        TERRITORY + ["facility"], hurt([4, 10]), 2),
    inc("chaman", ["ground_attack", "strike"], days("2026-01-13"), "post near Chaman crossing", 30.9177, 66.4526, 20,
        ["settlement", "facility", "area", "border"], hurt(2)),
    # 20, 21
    inc("mondomo", "strike", days("2024-09-11"), "police station, Mondomo", 2.889, -76.55, 20, SITE, hurt(3, 14), 2),
    inc("jamundi", "strike", days("2024-09-10", "2024-09-11"), "near bus terminal, Jamundí", 3.2607, -76.535, 12,
        ["facility", "settlement", "area"], hurt(None, 4), 2),
    inc("el-tambo", "strike", days("2024-09-11"), "army post, El Tambo", 2.45, -76.95, 45, TERRITORY + ["facility"],
        hurt(None, 3), 2),
    inc("tibu", FIGHT, days("2024-09-11", "2024-09-12"), "rural Tibú", 8.6389, -72.7358, 40, TERRITORY, hurt(5)),
    # 22
    inc("kenscoff", FIGHT, days("2025-05-18", "2025-05-19"), "Kenscoff", 18.4477, -72.284, 12, TOWN, hurt(5)),
    inc("delmas", "strike", days("2025-05-19"), "lower Delmas", 18.5448, -72.3004, 12,
        ["settlement", "district", "area", "facility"], hurt(8)),
    # 23
    inc("kantharalak", "strike", days("2025-12-12"), "shops, Kantharalak district", 14.6406, 104.6499, 25,
        TERRITORY + ["facility"], hurt(2, 5)),
    inc("samraong", "strike", days("2025-12-12", "2025-12-13"), "near Samraong", 14.1817, 103.5176, 20,
        ["settlement", "area", "facility"], hurt(None, 9)),
    # 24
    inc("macomia", FIGHT, days("2025-09-01"), "village, Macomia district", -12.2467, 40.1208, 60, TERRITORY, hurt(4)),
    inc("mocimboa", FIGHT + ["strike"], days("2025-08-31"), "boat off Mocímboa da Praia", -11.3517, 40.3516, 40,
        ["settlement", "area"], hurt(1, 2)),
]

allowed = [
    inc("ukraine-downed", "interception", days("2025-10-13", "2025-10-14"), "Ukraine", None, None, 0,
        ["country", "unknown"], level_required=True, many=True),
    inc("ukraine-attacked", "strike", days("2025-10-13", "2025-10-14"), "Ukraine", None, None, 0,
        ["country", "unknown"], level_required=True),
    inc("repair-plant", "strike", days("2025-10-13", "2025-10-14"), "claimed repair plant", None, None, 0,
        ["unknown", "country"], level_required=True),
    inc("arrivals-chernihiv", "prisoner_swap", days("2025-12-04", "2025-12-05"), "Chernihiv", 51.5054, 31.2866, 20,
        TOWN),
    inc("arrivals-belarus", "prisoner_swap", days("2025-12-04", "2025-12-05"), "Belarus", 53.5, 28.0, 150,
        ["country"]),
    inc("all-downed", "interception", days("2025-12-04", "2025-12-05"), "64 drones", None, None, 0,
        ["country", "unknown", "area"], level_required=True),
    inc("tsentr", ["ground_attack", "casualties"], days("2025-12-04", "2025-12-05"), "Tsentr's area", None, None, 0,
        ["unknown", "country", "area"], level_required=True, many=True),
    inc("nizhny-downed", "interception", days("2026-02-18"), "Nizhny Novgorod region", 56.15, 44.3, 120,
        ["region", "settlement"]),
    inc("selydove", "ground_attack", days("2024-11-21"), "Selydove", 48.15, 37.3, 15, NEAR),
    inc("gaza-total", ["strike", "casualties", "ground_attack"], days("2025-08-23", "2025-08-24"), "Gaza Strip", 31.4,
        34.38, 30, ["region", "area", "country"], level_required=True),
    inc("central-israel", ["interception", "strike"], days("2025-06-08", "2025-06-09"), "central Israel", 31.9, 34.9,
        100, ["area", "region", "country"]),
    inc("bannu-attackers", ["casualties", "ground_attack"], days("2026-01-12"), "attackers, Bannu", 32.9853, 70.604, 35,
        TERRITORY),
    inc("spin-boldak", ["ground_attack", "strike", "casualties"], days("2026-01-13"), "Spin Boldak", 31.0057, 66.4, 20,
        TOWN),
    inc("mocimboa-ambush", ["ground_attack", "casualties"], days("2025-08-25", "2025-08-31"), "near Mocímboa da Praia",
        -11.3517, 40.3516, 40, NEAR),
    inc("preah-vihear", "strike", days("2025-12-06", "2025-12-13"), "Preah Vihear temple", 14.39, 104.68, 60,
        ["facility", "area", "region", "settlement"]),
    inc("thai-border", "ground_attack", days("2025-12-06", "2025-12-13"), "border of Thailand and Cambodia", 14.4, 103.9,
        200, ["border", "area"], level_required=True),
    inc("tsafe-abducted", "ground_attack", days("2025-11-09"), "Zamfara", 12.1, 6.4, 120, REGION, level_required=True),
    # totals of a period
    inc("haiti-quarter", "casualties", days("2025-01-01", "2025-03-31"), "Haiti", 19.0, -72.4, 150, ["country"]),
    inc("pakistan-year", "casualties", days("2025-01-01", "2025-12-31"), "Pakistan", 30.0, 70.0, 500, ["country", "region"]),
    inc("colombia-year", "casualties", days("2024-01-01", "2024-09-13"), "Colombia", 4.0, -73.2, 400, ["country"],
        level_required=True),
    inc("nigeria-years", "casualties", days("2023-05-01", "2025-05-31"), "Nigeria", 10.0, 8.0, 500,
        ["country", "area", "region"]),
]

PAST = "recalled as history"
forbidden = [
    no("Kremenchuk", 49.0625, 33.4048, 12, PAST, date=days("2022-06-01", "2022-06-30")),
    no("Zaporizhzhia", 47.8378, 35.1383, 20, "sappers' planned detonation", date=days("2025-10-13", "2025-10-16")),
    no("Avdiivka", 48.1394, 37.7427, 12, PAST),
    no("Mariupol", 47.0951, 37.5413, 15, PAST),
    no("Abu Dhabi", 24.4539, 54.3773, 60, PAST + " (talks)"),
    no("Orenburg", 51.77, 55.1, 300, "planned exercise", date=days("2025-12-01", "2025-12-10")),
    no("Kyiv", 50.4547, 30.5238, 20, "threatened or feared only", event_type="strike"),
    no("Dzerzhinsk", 56.2442, 43.4554, 12, "denied; careless welding"),
    no("Perm", 58.0105, 56.2502, 20, "link to another story, and an accident"),
    no("Kstovo", 56.1475, 44.1987, 20, PAST, date=days("2025-09-01", "2025-09-03")),
    no("Nevinnomyssk", 44.6333, 41.9444, 12, PAST, date=days("2025-12-01", "2025-12-31")),
    no("Russian Far East", 48.5, 135.1, 1500, "metaphor: prices exploded"),
    no("southern Israel", 31.4, 34.6, 80, PAST, date=days("2023-10-07")),
    no("Gaza City", 31.5, 34.46, 3, "planned assault", event_type="ground_attack"),
    no("Bint Jbeil", 33.1186, 35.4334, 10, "a patrol was stopped, no attack"),
    no("Sanaa airport, Ben Gurion airport", 32.0, 34.9, 40, PAST, date=days("2025-05-01", "2025-05-31")),
    no("Sanaa", 15.3545, 44.2065, 30, PAST, date=days("2025-05-01", "2025-05-31")),
    no("El Obeid", 13.1842, 30.2167, 12, PAST, date=days("2025-02-20")),
    no("Kosti", 13.1629, 32.6635, 15, "a supply road and a convoy"),
    no("Lagos, Ibadan", 7.0, 3.6, 90, "accident"),
    no("Lubero", -0.1584, 29.2386, 60, PAST),
    no("Chaung-U", 21.966, 95.28, 20, PAST),
    no("Sittwe", 20.1462, 92.8983, 12, "an aim, not an event"),
    no("Quetta", 30.1841, 67.0014, 12, PAST + ", or where the bus came from"),
    no("Mastung", 29.7997, 66.8455, 45, "shutter-down strike; stormed out", date=days("2026-01-14")),
    no("Gwadar", 25.1216, 62.3254, 30, "planned exercise"),
    no("Bojayá", 6.52, -76.97, 40, PAST),
    no("Popayán", 2.4382, -76.6132, 8, "dateline and planned meeting"),
    no("Mirebalais", 18.8346, -72.1048, 12, PAST),
    no("Pont-Sondé", 19.15, -72.61, 15, "traffic accident"),
    no("Surin", 14.8818, 103.4936, 12, "drills in a hospital"),
    no("Chiúre", -13.3825, 39.7817, 30, "rumour, or recalled as history"),
    no("Mocímboa da Praia", -11.3517, 40.3516, 40, PAST, date=days("2017-10-01", "2017-10-31")),
]


def main():
    """Write the articles and the gold."""
    folder = HERE / "articles"
    folder.mkdir(exist_ok=True)
    for name, text in ART.items():
        (folder / name).write_text(text, encoding="utf-8")
    lines = [json.dumps(row, ensure_ascii=False) for row in JSONL]
    (folder / "agencies.jsonl").write_text("\n".join(lines) + "\n", encoding="utf-8")
    for row in incidents + allowed:
        assert row["date"][0] <= row["date"][1], row["id"]
        for day in row["date"]:
            dt.date.fromisoformat(day)
    ids = [row["id"] for row in incidents + allowed]
    assert len(ids) == len(set(ids))
    gold = {"name": "dispatches", "incidents": incidents, "allowed": allowed, "forbidden": forbidden}
    (HERE / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

#!/usr/bin/env python3
"""Write articles/ and gold.json beside this file. All texts, outlets, speakers and events are made up."""

import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
OUT = HERE / "articles"
# fmt: off


def days(first, last=None):
    return [first, last or first]


def inc(id, event_type, date, place, lat, lon, tol, levels, numbers=None, sources=None, **more):
    row = {"id": id, "event_type": event_type, "date": date, "place": place, "lat": lat, "lon": lon}
    row |= {"tolerance_km": tol, "geo_precision": levels, **more}
    if numbers:
        row["numbers"] = numbers
    if sources:
        row["sources"] = sources
    return row


def no(place, lat, lon, tol, why, event_type="*", date=None):
    row = {"event_type": event_type, "place": place, "lat": lat, "lon": lon, "tolerance_km": tol, "why": why}
    if date:
        row["date"] = date
    return row


def md(title, source, published, text, language="en"):
    return (f'---\ntitle: "{title}"\nsource: {source}\npublished: {published}\nlanguage: {language}\n---\n\n'
            + text.strip() + "\n")


FILES = {}

# ---------------------------------------------------------------- Russia's war on Ukraine

FILES["01-kremenchuk.md"] = md(
    "Four dead as Russian missiles hit Ukrainian city of Kremenchuk", "Northgate News", "2025-09-18", """
At least four people have been killed and 23 injured in a Russian missile attack on the central Ukrainian city of
Kremenchuk, officials say.

Two ballistic missiles came down shortly before 04:00 on Thursday, tearing the corner off a five-storey block of flats
and setting a furniture warehouse alight. Two children, aged six and 11, are among the wounded, the head of the Poltava
region's military administration, Vadym Horodenko, said on Telegram.

"I heard a whistle and then the whole wall was gone," said Larysa, a pensioner who lives on the third floor. She was
standing in the courtyard in a borrowed coat, waiting for news of a neighbour.

Rescuers said up to three people could still be under the rubble.

In the same region, a drone struck a railway depot in Myrhorod, injuring a 44-year-old worker, the state railway company
said. Trains towards Kharkiv were running with delays of up to two hours.

Ukraine's air force said Russia had launched 86 drones and four missiles during the night. It said 71 of the drones had
been shot down or lost to electronic jamming.

Moscow has not commented. It has repeatedly denied aiming at civilians.

Kremenchuk, an industrial city on the Dnipro river, has been hit many times. In June 2022 a missile strike on a shopping
centre there killed more than 20 people, one of the deadliest attacks of the first year of the full-scale war.

The United Nations says more than 14,000 civilians have been killed in Ukraine since February 2022. Talks in Istanbul
earlier this year produced several prisoner exchanges but no ceasefire.
""")

FILES["02-kyiv-roundup.md"] = md(
    "Glide bombs kill two in Zaporizhzhia, Kremenchuk toll climbs to six", "Continental Wire", "2025-09-20", """
KYIV, Sept 20 (Continental Wire) - Russian glide bombs killed two people and wounded nine in the southeastern Ukrainian
city of Zaporizhzhia late on Friday, the regional governor said, as rescue crews in central Ukraine ended their search
for victims of an earlier missile attack.

Governor Oleh Marchuk said on Saturday that the bombs had landed on a street of private houses. "Eleven homes no longer
exist," he told national television. Nearer the front, artillery killed a 71-year-old woman in Orikhiv the same day, he
added.

In Kremenchuk, where Russia fired two ballistic missiles before dawn on Thursday, the number of dead rose to six after
the bodies of a couple in their seventies were found beneath a collapsed stairwell. Twenty-five people were hurt, the
emergency service said. A day of mourning was declared in the city. A railwayman was wounded in the same
raid in Myrhorod, where a drone crashed into a depot.

Russia's defence ministry said it had destroyed a workshop that assembled long-range drones in Kremenchuk. It offered no
evidence. Continental Wire could not confirm its account.

Across the border, a Ukrainian drone hit a passenger car in the Russian town of Shebekino on Friday, killing a woman and
injuring her two sons, Belgorod governor Andrei Lopatin said. Kyiv did not comment on the report.

Ukraine has stepped up strikes on Russian oil facilities this summer, and its president has vowed to hit targets deeper
inside Russia if the attacks on its cities go on.

Washington is pressing both sides to agree on a summit. The Kremlin said on Friday that the conditions were not ripe.

(Reporting by Ihor Savka; editing by Joan Pell)
""")

FILES["03-zaporizhzhia-bulletin.txt"] = """Zaporizhzhia Regional Military Administration
Situation in the region as of 08:00, 20 September 2025

Three people were killed and 11 wounded in an enemy air attack on Zaporizhzhia yesterday evening. The body of a man
born in 1961 was recovered from under the debris this morning. Work at the site goes on.

Over the past day the occupiers carried out 541 strikes on 17 settlements of the region.

- Airstrikes: six, on Stepnohirsk and Huliaipole. Residential buildings and a disused school were destroyed. There were
no casualties.

- Orikhiv: artillery shelling. A woman aged 71 was killed in her yard.

- Vilniansk: an FPV drone attacked a car on the outskirts of the town. The driver, a man of 58, was wounded and is in
hospital. His condition is assessed as moderate.

The remaining strikes were made by UAVs of various types and by multiple rocket launchers. We received 38 reports of
damage to flats, private houses, cars and outbuildings.

No attacks on the nuclear plant's power lines were recorded. Enerhodar remains temporarily occupied.

Evacuation from front-line communities continues: 27 people left yesterday, among them five children. Buses depart daily
from Komyshuvakha and Kushuhum. Call the hotline to register.

Do not ignore the air-raid alert. Take care of yourselves and your families!

The administration's press service
"""

FILES["04-exchange.md"] = md(
    "'He is thinner, but he is ours': 146 Ukrainians freed in new swap", "The Podil Post", "2025-08-14", """
Ukraine brought home 146 prisoners of war on Thursday in the latest exchange with Russia, the coordination staff for the
treatment of prisoners said.

The buses pulled up outside a hospital in Chernihiv shortly after four in the afternoon, to the sound of car horns.
Wrapped in flags, men with shaved heads searched the crowd for a face they knew, while hundreds of women held up
photographs of those who were not on board.

"He is thinner, but he is ours," said Olena Bilous, whose husband was captured in Mariupol in May 2022.

Those released include marines, border guards and members of the National Guard. The youngest is 22. Some had been held
for over three years. Eight civilians were also returned.

Russia received the same number of its soldiers. The handover took place at the border with Belarus, with mediation by
the United Arab Emirates, said Taras Vovk, a spokesman for the staff.

It was the 67th exchange of the war. In May the two sides freed a thousand captives each over three days, the largest
swap to date. According to Mr Vovk, another round is being prepared, and lists are being checked in Istanbul.

Human rights monitors have documented torture of Ukrainian prisoners in colonies in Taganrog and Rostov. Moscow rejects
the allegations.

Psychologists and doctors will spend several weeks with the freed men before they go home.
""")

JSONL = []
JSONL.append({"id": "fresh-05", "title": "Russian servicemen returned from captivity; drones downed overnight",
              "source": "Volga-Inform", "published": "2025-08-15", "language": "en", "text": """
MOSCOW, August 15. /Volga-Inform/. A group of 146 Russian servicemen returned on August 14 from territory controlled by
the Kyiv regime, the Russian Defence Ministry said. In exchange, 146 prisoners of war of the Ukrainian armed forces were
handed over.

"At present the Russian servicemen are in the Republic of Belarus, where they are receiving the necessary psychological
and medical assistance," the ministry said in a statement. All of them will be taken to Russia for treatment and
rehabilitation in the ministry's hospitals. Eight residents of Kursk Region who had been held by Kyiv came back too,
human rights ombudswoman Tamara Yegorova added.

The ministry also reported that 53 Ukrainian unmanned aerial vehicles had been destroyed in the course of the night: 20
over Bryansk Region, 15 over Rostov Region, 12 over Kursk Region and six over the Republic of Crimea.

In Taganrog, falling wreckage of a drone started a fire in the yard of a tyre warehouse, Rostov Region's acting governor
Yury Slepnev said. The fire was put out on an area of 300 square metres. Nobody was hurt.

In Bryansk Region there were no casualties or destruction, its governor said.

Flight restrictions were in force for several hours at the airports of Volgograd, Saratov and Penza. They have since
been lifted. More than 1,200 drones have been destroyed over Russian regions since the beginning of the month, the
ministry says.
""".strip()})

FILES["06-refinery.html"] = """<!DOCTYPE html>
<html lang="en"><head><meta charset="utf-8">
<title>Ukraine strikes Samara refinery in overnight drone raid | Eastline</title>
<meta property="og:site_name" content="Eastline">
<meta property="article:published_time" content="2025-11-10T09:42:00Z">
<script>window.ads = {slot: 'top', id: 7741};</script>
<style>.promo{float:right}</style></head>
<body>
<nav><ul><li><a href="/">Home</a></li><li><a href="/war">War</a></li><li><a href="/business">Business</a></li>
<li><a href="/sport">Sport</a></li></ul></nav>
<div class="cookie">We use cookies to improve your experience. <button>Accept all</button></div>
<aside class="promo"><h4>Most read</h4><ol><li><a href="/a">How Kherson lives under nets</a></li>
<li><a href="/b">Football: Shakhtar held in Lviv</a></li></ol></aside>
<main><article>
<h1>Ukraine strikes Samara refinery in overnight drone raid</h1>
<p class="byline">By Kateryna Dub <time datetime="2025-11-10">10 November 2025</time></p>
<p>Ukrainian drones set fire to an oil refinery in Novokuybyshevsk, some 900 kilometres from the front, in the early
hours of Monday, according to Ukraine's General Staff and footage filmed by residents.</p>
<p>Videos showed a column of orange flame over the plant's primary processing unit. Samara governor Pavel Zimin
acknowledged that "an industrial enterprise" had been attacked and said two night-shift workers had been taken to
hospital with burns. He did not name the plant.</p>
<figure><img src="fire.jpg" alt="Smoke"><figcaption>Smoke seen from a motorway. Photo: Telegram</figcaption></figure>
<p>The refinery can handle close to nine million tonnes of crude a year. It was last hit in August, when it stopped work
for three weeks.</p>
<div class="newsletter"><p>Get our weekly letter from Odesa. <a href="/join">Sign up</a></p></div>
<p>The raid came a day after sea drones and aerial drones attacked the oil terminal at Tuapse on the Black Sea. A berth
was damaged there on Sunday and one sailor was injured, the Krasnodar regional authorities said.</p>
<p>In the Belgorod region, which borders Ukraine, a minibus driver died when an FPV drone hit his vehicle outside
Grayvoron on Sunday evening, local officials said. Three passengers were wounded.</p>
<p>Kyiv says refineries are legitimate targets because they feed Moscow's war machine. Petrol prices in Russia have
climbed by a third since spring, and analysts in London expect more shortages.</p>
<p>Russia's defence ministry said its air defences had brought down 64 drones overnight but made no mention of
Novokuybyshevsk.</p>
</article></main>
<section class="related"><h3>Related</h3><ul><li><a href="/c">Blasts heard in Saratov last month</a></li>
<li><a href="/d">What we know about the Ryazan pipeline fire</a></li></ul></section>
<footer>&copy; Eastline Media, Vilnius</footer>
</body></html>
"""

# ---------------------------------------------------------------- Middle East

FILES["07-gaza.md"] = md(
    "Israeli strikes kill at least 23 in Gaza, medics say", "Levant Press Agency", "2025-05-27", """
CAIRO/GAZA (LPA) - Israeli air strikes killed at least 23 Palestinians in the Gaza Strip on Tuesday, local health
officials said, most of them in a school where displaced families had been sleeping.

Medics at Nasser hospital said 17 people died when two missiles hit the school building in Khan Younis before dawn. More
than 40 others were injured, many of them with burns.

"The children were under blankets. We carried them out in the same blankets," said Abu Samir Qanan, who had fled there
from Rafah with his family.

The Israeli military said it had struck a Hamas command centre inside the compound and had taken steps to lessen the
risk to civilians. Hamas denied using the school.

In Nuseirat, in the centre of the enclave, an air strike on a house killed a couple and their four children, according
to the Al-Awda hospital.

The war began when Hamas-led gunmen attacked southern Israel on October 7, 2023, killing some 1,200 people and seizing
about 250 hostages. Israel's campaign has killed more than 54,000 Palestinians, the Gaza health ministry says.

Mediators from Qatar and Egypt were trying on Tuesday to revive truce talks in Doha. An Israeli official said a plan to
widen the operation to Deir al-Balah was ready should the negotiations collapse.
""")

FILES["08-live.html"] = """<html lang="en"><head><title>Live: Death toll in Khan Younis school attack rises | Gulf 24</title>
<meta name="date" content="2025-05-28"><script src="/t.js"></script></head><body>
<header><a href="/">Gulf 24</a> <a href="/live">LIVE</a> <a href="/weather">Weather in Doha</a></header>
<div class="share">Share | Tweet | Copy link</div>
<h1>Live: Death toll in Khan Younis school attack rises to 21</h1>
<p class="date">Wednesday, 28 May 2025</p>
<div class="entry"><h3>16:20 GMT - That's all for today</h3>
<p>We are closing this page now. Thank you for staying with us.</p></div>
<div class="entry"><h3>14:05 GMT - One killed in southern Lebanon</h3>
<p>An Israeli drone has targeted a motorcycle in Nabatieh, killing its rider, Lebanon's state news agency reports. The
Israeli army says the man was a member of Hezbollah's missile unit. A ceasefire has formally been in place since
November.</p></div>
<div class="entry"><h3>11:48 GMT - Tank fire in the north</h3>
<p>Three people have been killed by Israeli tank shelling in Jabalia this morning, a source at al-Ahli hospital tells
our correspondent. A further seven were hurt. Residents had been ordered to leave the area on Monday.</p></div>
<div class="entry"><h3>09:30 GMT - Missile from Yemen intercepted</h3>
<p>Israel's military says it has shot down a missile launched from Yemen. Sirens sounded in Jerusalem and in parts of the
occupied West Bank. There were no reports of damage. The Houthis have claimed dozens of such launches.</p></div>
<div class="entry"><h3>08:10 GMT - 21 now dead in school bombing</h3>
<p>Four of those wounded in Tuesday's bombing of a school in Khan Younis have died, bringing the number of people killed
to 21, the health ministry in Gaza says. We spoke to a nurse who has worked for 30 hours without a break: "There are no
beds, there is no morphine."</p></div>
<div class="entry"><h3>07:15 GMT - What happened yesterday</h3>
<p>If you are just joining us: Israel bombed a school used as a shelter in Khan Younis and a family home in the Nuseirat
refugee camp, where six people died. Talks in Doha broke up without result.</p></div>
<footer>Terms | Privacy | About Gulf 24, Kuwait City</footer></body></html>
"""

FILES["09-syria-iraq.md"] = md(
    "Nine Syrian soldiers killed in desert ambush", "Agence Orientale", "2025-03-17", """
DAMASCUS - Gunmen ambushed a bus carrying soldiers near the eastern Syrian town of Al-Mayadeen, killing nine of them and
wounding five, a war monitor and a security source said on Monday.

The vehicle came under machine-gun fire on Sunday evening as it was taking the men home on leave. The source blamed cells
of the Islamic State group, which lost its last territory in Baghouz in 2019 but has kept up hit-and-run raids in the
vast desert. There was no immediate claim.

Hospital staff in the city of Deir ez-Zor said they had received 14 people, nine of whom were already dead.

In neighbouring Iraq, the military said on Monday that F-16 jets had bombed a jihadist hideout in the Hamrin mountains
at dawn, killing five militants. A statement from the joint operations command in Baghdad said that explosive belts had
been found at the site.

Hours earlier a roadside bomb exploded next to a federal police patrol in Daquq, in Kirkuk province, leaving two
policemen dead and another wounded, police captain Yasin Jabbar told Agence Orientale.

Iraq declared victory over the group in December 2017. A UN report published in January estimated that between 1,500 and
3,000 of its fighters remained in the two countries.

The US-led coalition is due to end its mission in Iraq in September, according to an accord between Washington and
Baghdad.
""")

# ---------------------------------------------------------------- Africa

FILES["10-kordofan-flash.md"] = md(
    "SUDAN: Hostilities in Kordofan, Flash Update No. 4", "Humanitarian Desk Sudan", "2026-01-12", """
**HIGHLIGHTS**

- A drone attack on a market in El Obeid on 10 January killed 24 people and injured 41.
- Seven people were killed in Um Ruwaba on 11 January.
- Five civilians were killed in a raid on a village near Ar Rahad on 9 January.
- Some 6,300 people were newly displaced in North Kordofan in the first week of the year.

**SITUATION OVERVIEW**

Insecurity continued to worsen across the Kordofan region. On 10 January drones struck the livestock market in El Obeid,
the capital of North Kordofan State. Local health authorities have now confirmed 24 deaths, among them nine women and
three children. Forty-one people were being treated at the El Obeid teaching hospital, which is short of blood and
anaesthetics.

On 11 January a drone hit a petrol station in the centre of Um Ruwaba. Seven people lost their lives and 15 were injured,
according to the state's ministry of health. A mobile clinic run by a partner had to suspend its work in the town.

In Kosti, White Nile State, three drones were intercepted late on 10 January. No damage was recorded.

In South Kordofan, at least 63 civilians were killed between 1 and 10 January, according to the human rights office,
chiefly by shelling and drone fire in Kadugli and Dilling. Both towns remain under siege.

**DISPLACEMENT**

Field teams estimate that 1,260 families fled from Bara and its surroundings. Most have arrived in Kosti, White Nile
State, and in Omdurman, where they stay with relatives.

**RESPONSE**

A convoy of 14 trucks with food for 30,000 people is waiting in Port Sudan for clearance. Partners fear that the road
west of Kosti will be cut if fighting spreads.

Since April 2023, an estimated 12 million people have been forced from their homes in Sudan.
""")

FILES["11-elobeid.txt"] = """---
title: "Livestock market bombed in El Obeid: 19 dead"
source: Radio Nil Libre
published: 2026-01-11
language: en
---

Nineteen traders and shoppers were killed and 35 others wounded yesterday when a drone fired two rockets at the cattle
market in El Obeid, the city's emergency room said on Sunday.

"The first rocket fell among the animals. People ran towards the gate, and there the second one caught them," said
Hamid Abdelbagi, who sells sheep at the market every Saturday.

The volunteers accused the Rapid Support Forces (RSF). The paramilitaries had not responded by the time of publication.
They have tried for months to tighten the noose around the city, where the army's fifth division has its headquarters.

Late on Saturday evening the army's air defences brought down three drones over Kosti in White Nile state, according to a
military source. No losses were reported.

This morning another drone set fire to a petrol station in Um Ruwaba, killing at least four people, a doctor there said.

South of El Obeid, gunmen in RSF uniforms raided a village near El Rahad on Friday. Five farmers were shot dead and some
200 head of cattle were driven off, a native administration leader told Radio Nil Libre by telephone.

The army retook the road between El Rahad and El Obeid in February of last year. Since then, residents say, hardly a week
has gone by without an attack on travellers.

The governor of North Kordofan has closed the markets until further notice. In Port Sudan, the cabinet condemned what it
called "a massacre of the poor".
"""

JSONL.append({"id": "fresh-12", "title": "North Kivu: eleven civilians killed near Manguredjipa",
              "source": "Radio Kivu Matin", "published": "2025-07-08", "language": "en", "text": """
At least eleven civilians were killed in the night from Sunday to Monday 7 July in an attack attributed to ADF rebels
near Manguredjipa, in the territory of Lubero (North Kivu).

According to civil society in the Bapere sector, the assailants arrived at about 10 p.m. They used machetes so as not to
alert the army. Fifteen houses and four motorcycles were burnt. "We have buried eleven, but others are missing,"
regretted the sector's youth president, Moise Kambale Siri, on Tuesday morning.

The army's spokesman in Beni asked the population for calm and said that soldiers were pursuing the attackers.

In Masisi, meanwhile, fierce clashes pitted M23 rebels against the Wazalendo on Monday. Detonations of heavy and light
weapons were heard from 5 a.m. until noon around Masisi-Centre. A shell fell on a chapel in the locality, wounding four
worshippers, medical sources say. Calm had returned by evening.

The two camps accuse each other of having violated the truce. Talks between Kinshasa and the rebels are to resume in Doha
next week.

Civil society recalls that more than 70 people were killed by the ADF in the same sector in 2024. It demands a military
base at Manguredjipa and reinforcement of the patrols on the Butembo road.

Market activity in Butembo was paralysed on Tuesday by a day without work in memory of the victims.
""".strip()})

FILES["13-borno-zamfara.md"] = md(
    "Insurgents kill six soldiers in Borno, bandits sack Zamfara community", "The Savannah Trust", "2025-10-22", """
Suspected ISWAP fighters have killed six soldiers and two members of the Civilian Joint Task Force in an attack on a
military base in Damboa, Borno State.

Sources told *The Savannah Trust* that the insurgents, who came in gun trucks and on motorcycles, stormed the base at
about 11.30pm on Monday and engaged the troops for close to three hours.

"They burnt two armoured vehicles before help came from Maiduguri," said a vigilante who asked not to be named. Nine
soldiers who sustained injuries were evacuated to the hospital of the 7 Division.

The spokesman of Operation Desert Shield, Lt Col Sunday Okpara, confirmed the incident but said only three soldiers "paid
the supreme price". He added that 20 terrorists were neutralised.

Meanwhile, bandits on Tuesday invaded Yankuzo in Tsafe Local Government Area of Zamfara State, killing eight residents
and abducting an unspecified number of women.

A community leader, Malam Sani Danjuma, said the gunmen struck when people were returning from the farm. "They shot at
anything that moved. We have just finished the funeral prayer for eight of our people," he said.

The police public relations officer in Gusau did not answer calls put across to him.

Last month, bandits killed 15 worshippers at a mosque in neighbouring Katsina State.

The Senate, sitting in Abuja, yesterday urged the Federal Government to deploy more troops to the North-West. More than
40,000 persons have lost their lives in the 16-year insurgency in the North-East.
""")

# ---------------------------------------------------------------- Asia

FILES["14-kanbalu.md"] = md(
    "Junta Jet Bombs Monastery in Kanbalu, Killing 14", "The Chindwin", "2025-06-10", """
A junta fighter jet bombed a monastery where displaced villagers were sheltering in Sagaing Region's Kanbalu Township on
Monday, killing 14 people, including a novice monk and four children, resistance groups said.

The jet dropped two 500-pound bombs at around 10.20 a.m., according to the Kanbalu People's Defense Force. At least 27
others were wounded.

"There was no fighting here at all. They can see the golden roof from the sky," a volunteer who helped to collect the
bodies told The Chindwin.

The regime has not said anything about the attack. Its airstrikes have surged since the March earthquake, despite a
ceasefire that it announced itself.

In Magwe Region, meanwhile, two paramotors dropped mortar bombs on a wedding in Yesagyo Township on Sunday night, killing
three guests and injuring 12, said a member of the township's strike committee.

In Rakhine State, the Arakan Army said its fighters had overrun a navy outpost on the edge of Kyaukphyu town after a
two-day battle that ended on Monday. It did not disclose casualties. Kyaukphyu is home to a planned Chinese deep-sea
port.

The AA controls 14 of Rakhine's 17 townships and has threatened to attack Sittwe, the state capital.

In April 2023, an air raid on Pazigyi, another village in Kanbalu Township, killed more than 150 people.

More than 6,700 civilians have been killed by the military since the 2021 coup, according to the Assistance Association
for Political Prisoners.
""")

FILES["15-bannu.md"] = md(
    "Five policemen martyred as checkpost comes under attack in Bannu", "The Frontier Morning", "2026-02-04", """
BANNU: Five policemen were martyred and 12 other people, including four passers-by, sustained injuries when a suicide
bomber rammed an explosives-laden rickshaw into a police checkpost here on Tuesday evening.

District Police Officer Saleem Kundi told reporters that the blast brought down the roof of the checkpost, and that armed
men then opened fire on the personnel. "The exchange of fire went on for half an hour. Two of the attackers were sent to
hell," he said.

The injured were shifted to the district headquarters hospital, where an emergency was declared. Three of them were in
critical condition, said its medical superintendent.

A little-known faction of the banned Tehreek-i-Taliban Pakistan claimed responsibility.

Separately, security forces killed four terrorists in an intelligence-based operation in Lakki Marwat district on
Tuesday, the military's media wing said. Weapons and ammunition were also recovered.

The prime minister, who was in Karachi, condemned the Bannu attack and paid tribute to the martyrs. The governor in
Peshawar sought a report from the inspector general of police.

Terror attacks have risen sharply in Khyber Pakhtunkhwa since the TTP ended a ceasefire with the government in November
2022. In March last year, twin suicide blasts at the cantonment in Bannu left 18 people dead.

Funeral prayers for the policemen were offered at the Police Lines and attended by senior civil and military officials.
""")

FILES["16-pakistan-afghan.md"] = md(
    "Kabul says Pakistani drones kill 3; toll in police post bombing hits 7", "Allied News", "2026-02-05", """
PESHAWAR, Pakistan (Allied News) — Afghanistan's Taliban government on Thursday accused Pakistan of a cross-border drone
attack that it said had killed two women and a boy, a day after Islamabad blamed Afghan soil for a deadly bombing.

Zia Rahman Sadiq, a spokesman in Kabul, said the drones hit a home in the Spera district of Khost province late
Wednesday. Pakistan's foreign ministry did not confirm any strike. "We reserve the right to pursue terrorists," its
spokesperson told a weekly briefing.

The accusation came as two more officers died of wounds they suffered in Tuesday's assault on a police post in the
northwestern city of Bannu, raising the number of police killed to seven, hospital officials said. A bomber had blown up
a rickshaw packed with explosives at the gate before gunmen opened fire. Also on Tuesday, the army said,
troops killed four militants in a raid in nearby Lakki Marwat.

In a separate attack, gunmen stopped a truck in Panjgur, in the southwestern province of Balochistan, on Wednesday night
and shot dead six laborers from Punjab after checking their identity cards, said Habib Zehri, a government
administrator. One man survived by pretending to be dead.

No group claimed responsibility, but suspicion is likely to fall on the outlawed Baloch Liberation Army, which has
killed dozens of workers from other provinces over the past two years.

Relations between the neighbors have been strained since October 2025, when clashes along the border killed scores of
people before Qatar and Turkey brokered a ceasefire.
""")

# ---------------------------------------------------------------- Latin America

FILES["17-jamundi.md"] = md(
    "Motorbike bomb shakes Jamundí on holiday Monday", "Diario del Pacífico (English)", "2024-08-20", """
**Jamundí, Valle del Cauca.** One person died and eight were hurt after a motorcycle loaded with explosives went off
outside the police station in Jamundí on Monday, the mayor's office reported.

The dead man was a lottery seller, Fabio Ortiz, 52, who had set up his stall on the corner an hour before. Three of the
injured are police officers.

"It was noon, the park was full of families because of the holiday," said Mayor Piedad Lucumí, who called for an
extraordinary security council. The army attributes the attack to the Jaime Martínez front of the FARC dissidents.

It was not the only episode of the long weekend. On Sunday a drone dropped a grenade on an army post in Argelia, in
neighbouring Cauca, leaving one soldier wounded, the Third Division said. Troops later blew up, in a controlled manner,
another device that had failed to explode.

And in Toribío, rumours on social media of a takeover of the village turned out to be false: no attack occurred, the
indigenous guard clarified.

Jamundí has lived through four attacks with explosives this year. In May, a bomb at a shopping centre wounded seven.

The governor of Valle announced a reward of 200 million pesos for information. The peace table between the government
and another wing of the dissidents, led by a man known as "Ramiro", continues in Caquetá.

Tuesday's football match between Deportivo Cali and Pasto will be played without spectators.
""")

FILES["18-latam-roundup.txt"] = """BOGOTA, Aug 21, 2024 (Andes Newswire) - A second person has died after the bombing of a police station in the
Colombian town of Jamundi, health officials said on Wednesday. A 30-year-old policewoman succumbed to her injuries in a
clinic in Cali, and the number of those hurt in Monday's blast has been put at 11.

Officials in the president's office blamed dissidents of the demobilised FARC guerrillas who reject a 2016 peace deal.
The group has not claimed the attack. It is also suspected of Sunday's drone attack on troops in Argelia, in Cauca province, where
a soldier was wounded.

In other developments in the region:

MEXICO - Gunmen ambushed a state police convoy on a mountain road near Aguililla, in the western state of Michoacan, on
Tuesday, killing four officers, prosecutors said. Two more officers were wounded. The area is disputed by the Jalisco
New Generation Cartel and a local alliance. The same day, drones dropped explosives on farm workers in Apatzingan,
injuring three lime pickers, the growers' union said. Authorities in Morelia promised to send 300 soldiers.

ECUADOR - Attackers armed with rifles burst into a wake in Duran, across the river from Guayaquil, on Tuesday night and
killed five people, police colonel Hernan Vera told reporters. Ten others were hurt. Police suspect a feud between gangs.
Ecuador's president declared an "internal armed conflict" in January after gunmen took over a television studio during a
live broadcast.

HAITI - Kenya said a further 200 police officers would fly to Port-au-Prince in September.

(Writing by Lucia Prado; Editing by Tom Hale)
"""

# ---------------------------------------------------------------- Others

JSONL.append({"id": "fresh-19", "title": "Mali army camp attacked, 12 soldiers dead", "source": "Sahel Dépêches",
              "published": "2025-12-03", "language": "en", "text": """
At least 12 Malian soldiers were killed in a jihadist assault on a camp in Bandiagara, central Mali, security and local
sources said Wednesday, in the latest setback for the ruling junta.

The attackers arrived on dozens of motorbikes at dawn on Tuesday and held the camp for some two hours before withdrawing
with weapons, an elected official said on condition of anonymity. The Al-Qaeda-linked Group for the Support of Islam and
Muslims (JNIM) claimed the assault and said it had killed 26 soldiers.

The general staff in Bamako confirmed an attack without giving losses, and said 30 "terrorists" had been neutralised.

On the same day a convoy of fuel tankers under military escort was ambushed near Niono, in the Segou region. Two drivers
were killed and about 15 tankers burned, a transport union said. JNIM has enforced a fuel blockade since September.

Further east, in the Douentza area, residents accused the army of having killed eight civilians in a drone strike on a
weekly market on Sunday. "We only found traders, no fighters," said one resident. The army said it had targeted a
terrorist gathering.

Mali has been in turmoil since 2012. Its rulers, who seized power in coups in 2020 and 2021, broke with France and turned
to Russia for help. In September 2024 JNIM fighters struck an airport and a gendarmerie school in Bamako, killing more
than 70 people.

Burkina Faso and Niger, its allies in a new confederation, face similar insurgencies.
""".strip()})

FILES["20-border.txt"] = """Two Armenian soldiers killed in border shelling

YEREVAN, 30 June 2023. Armenia and Azerbaijan on Friday traded accusations after an outbreak of fire along their common
frontier that left two Armenian servicemen dead.

The defence ministry in Yerevan said Azerbaijani units had opened mortar fire on positions near the village of Tegh, in
Syunik province, on Thursday night. Two soldiers were killed and three were wounded, one of them gravely, it said.

Baku put the blame on the other side. "Armenian forces fired first, at our positions in the Lachin district, and our unit
took adequate retaliatory measures," its defence ministry said in a statement, adding that one Azerbaijani serviceman
had been injured.

Earlier on Thursday, a drone hit a military truck on the outskirts of Vardenis, in Armenia's Gegharkunik province,
according to officials in Yerevan, who said the driver had escaped unhurt. Azerbaijan denied that it had used any drones.

European Union monitors stationed in Goris said they had heard "intense firing" and had stepped up their patrols.

The neighbours have fought two wars over Nagorno-Karabakh, a mountainous enclave that is internationally recognised as
part of Azerbaijan. The second, in 2020, killed more than 6,500 people in six weeks. In September 2022, nearly 300
soldiers died when Azerbaijan shelled Jermuk, Sotk and other places inside Armenia.

The foreign ministers of the two countries have just ended three days of talks near Washington. Both said that there had
been progress on a peace treaty, though "key issues" remained.

Aram Petoyan and Leyla Hasanli for the Caucasus Bureau
"""

FILES["05-12-19-agencies.jsonl"] = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in JSONL)

# ---------------------------------------------------------------- gold

TOWN, SITE, REGION = ["settlement"], ["facility", "settlement"], ["region"]
NEAR = ["settlement", "area", "facility"]
LAND = ["settlement", "region", "area", "district", "facility"]
ANY = ["facility", "district", "settlement", "region", "border", "area", "country", "unknown"]
BOMB = ["strike", "ground_attack"]
FIGHT = ["ground_attack", "casualties"]
ALLK = ["strike", "ground_attack", "casualties"]

incidents = [
    # 01-03
    inc("kremenchuk", "strike", days("2025-09-18"), "Kremenchuk", 49.0625, 33.4048, 12, SITE, {"killed": 6, "injured": 25}, 2),
    inc("myrhorod", "strike", days("2025-09-18"), "railway depot, Myrhorod", 49.9646, 33.6086, 12, SITE, {"injured": 1}, 2),
    inc("zaporizhzhia", "strike", days("2025-09-19"), "Zaporizhzhia", 47.8517, 35.1171, 15, SITE,
        {"killed": [2, 3], "injured": [9, 11]}, 2),
    inc("shebekino", "strike", days("2025-09-19"), "Shebekino", 50.4134, 36.9254, 12, SITE, {"killed": 1, "injured": 2}),
    inc("stepnohirsk", "strike", days("2025-09-19", "2025-09-20"), "Stepnohirsk", 47.5902, 35.364, 12, SITE, {"killed": 0, "injured": 0}),
    inc("huliaipole", "strike", days("2025-09-19", "2025-09-20"), "Huliaipole", 47.6668, 36.2558, 12, SITE, {"killed": 0, "injured": 0}),
    inc("orikhiv", "strike", days("2025-09-19", "2025-09-20"), "Orikhiv", 47.5761, 35.7833, 12, SITE, {"killed": 1}, 2),
    inc("vilniansk", "strike", days("2025-09-19", "2025-09-20"), "outskirts of Vilniansk", 47.9477, 35.4403, 15, NEAR,
        {"injured": 1}),
    # 04, 05
    inc("swap-146", "prisoner_swap", days("2025-08-14"), "Chernihiv, or the border with Belarus", 52.2, 30.6, 330, ANY,
        {"prisoners.UKR": [146, 154], "prisoners.RUS": [146, 154]}, 2),
    inc("bryansk-drones", "interception", days("2025-08-15"), "Bryansk Region", 53.0, 33.4, 120, REGION),
    inc("kursk-drones", "interception", days("2025-08-15"), "Kursk Region", 51.7, 36.2, 120, REGION),
    inc("crimea-drones", "interception", days("2025-08-15"), "Crimea", 45.2, 34.3, 130, ["region", "area"]),
    inc("taganrog", "strike", days("2025-08-15"), "Taganrog", 47.2363, 38.9053, 15, SITE, {"killed": 0, "injured": 0}),
    # 06
    inc("novokuybyshevsk", "strike", days("2025-11-10"), "refinery, Novokuybyshevsk", 53.0971, 49.94, 20, SITE, {"injured": 2}),
    inc("tuapse", "strike", days("2025-11-09"), "oil terminal, Tuapse", 44.1008, 39.0833, 15, SITE, {"injured": 1}),
    inc("grayvoron", "strike", days("2025-11-09"), "outside Grayvoron", 50.4789, 35.6809, 15, NEAR, {"killed": 1, "injured": 3}),
    # 07, 08
    inc("khan-younis", "strike", days("2025-05-27"), "school, Khan Younis", 31.3402, 34.3063, 8, ["facility", "settlement", "district"],
        {"killed": 21, "injured": [36, 45]}, 2),
    inc("nuseirat", "strike", days("2025-05-27"), "house, Nuseirat", 31.4486, 34.3925, 5, ["facility", "settlement", "district"],
        {"killed": 6}, 2),
    inc("jabalia", "strike", days("2025-05-28"), "Jabalia", 31.5272, 34.4835, 7, ["facility", "settlement", "district"],
        {"killed": 3, "injured": 7}),
    inc("nabatieh", "strike", days("2025-05-28"), "Nabatieh", 33.3789, 35.4839, 15, SITE, {"killed": 1}),
    inc("yemen-missile", "interception", days("2025-05-28"), "Israel", 31.6, 35.0, 160, ANY, unlocated_ok=True),
    # 09
    inc("mayadin", "ground_attack", days("2025-03-16"), "near Al-Mayadeen", 35.0198, 40.4515, 25, NEAR, {"killed": 9, "injured": 5}),
    inc("hamrin", "strike", days("2025-03-17"), "Hamrin mountains", 34.9, 44.3, 100, ["area", "region", "settlement", "facility"],
        {"killed": 5}),
    inc("daquq", BOMB, days("2025-03-16", "2025-03-17"), "Daquq", 35.1392, 44.4491, 15, NEAR, {"killed": 2, "injured": 1}),
    # 10, 11
    inc("el-obeid", "strike", days("2026-01-10"), "livestock market, El Obeid", 13.1842, 30.2167, 15, SITE,
        {"killed": 24, "injured": 41}, 2),
    inc("um-ruwaba", "strike", days("2026-01-11"), "petrol station, Um Ruwaba", 12.9061, 31.2158, 15, SITE,
        {"killed": 7, "injured": 15}, 2),
    inc("south-kordofan", "casualties", days("2026-01-01", "2026-01-10"), "South Kordofan", 11.2, 29.9, 150, REGION, {"killed": 63}),
    inc("kosti", "interception", days("2026-01-10"), "Kosti", 13.1629, 32.6635, 15, TOWN, None, 2),
    inc("el-rahad", FIGHT, days("2026-01-09"), "near El Rahad", 12.7167, 30.65, 25, NEAR, {"killed": 5}, 2),
    # 12
    inc("manguredjipa", FIGHT, days("2025-07-06", "2025-07-07"), "near Manguredjipa", 0.35, 28.77, 50, LAND, {"killed": 11}),
    inc("masisi", "ground_attack", days("2025-07-07"), "Masisi", -1.40, 28.81, 30, LAND),
    # 13
    inc("damboa", "ground_attack", days("2025-10-20", "2025-10-21"), "military base, Damboa", 11.1553, 12.7564, 20, SITE,
        {"killed": [3, 8], "injured": 9}),
    inc("yankuzo", FIGHT, days("2025-10-21"), "Yankuzo, Tsafe", 11.9578, 6.9208, 35, LAND, {"killed": 8}),
    # 14
    inc("kanbalu", "strike", days("2025-06-09"), "monastery, Kanbalu Township", 23.2033, 95.5169, 45, LAND,
        {"killed": 14, "injured": 27}),
    inc("yesagyo", "strike", days("2025-06-08"), "wedding, Yesagyo Township", 21.6324, 95.2462, 30, LAND,
        {"killed": 3, "injured": 12}),
    inc("kyaukphyu", "ground_attack", days("2025-06-07", "2025-06-09"), "navy outpost, Kyaukphyu", 19.4279, 93.5513, 20, NEAR),
    # 15, 16
    inc("bannu", BOMB, days("2026-02-03"), "police checkpost, Bannu", 32.9853, 70.604, 20, SITE, {"killed": [7, 9], "injured": [10, 12]}, 2),
    inc("lakki-marwat", FIGHT, days("2026-02-03"), "Lakki Marwat district", 32.6072, 70.9123, 40, LAND, {"killed": 4}, 2),
    inc("khost", "strike", days("2026-02-04"), "Spera district, Khost", 33.25, 69.75, 50, LAND, {"killed": 3}),
    inc("panjgur", FIGHT, days("2026-02-04"), "Panjgur", 26.9719, 64.0946, 30, LAND, {"killed": 6}),
    # 17, 18
    inc("jamundi", "strike", days("2024-08-19"), "police station, Jamundí", 3.2607, -76.535, 12, SITE, {"killed": 2, "injured": 11}, 2),
    inc("argelia", "strike", days("2024-08-18"), "army post, Argelia (Cauca)", 2.2556, -77.2488, 20, SITE, {"injured": 1}, 2),
    inc("aguililla", "ground_attack", days("2024-08-20"), "near Aguililla", 18.737, -102.7885, 25, NEAR, {"killed": 4, "injured": 2}),
    inc("apatzingan", "strike", days("2024-08-20"), "Apatzingán", 19.0886, -102.357, 20, NEAR, {"injured": 3}),
    inc("duran", FIGHT, days("2024-08-20"), "Durán", -2.1692, -79.8399, 12, SITE, {"killed": 5, "injured": 10}),
    # 19
    inc("bandiagara", "ground_attack", days("2025-12-02"), "army camp, Bandiagara", 14.35, -3.6104, 25, SITE, {"killed": [12, 26]}),
    inc("niono", "ground_attack", days("2025-12-02"), "near Niono", 14.2505, -5.9868, 30, NEAR, {"killed": 2}),
    inc("douentza", "strike", days("2025-11-30"), "market, Douentza area", 15.0061, -2.9517, 60, LAND, {"killed": 8}),
    # 20
    inc("tegh", BOMB, days("2023-06-29", "2023-06-30"), "near Tegh", 39.5583, 46.4805, 20, ["settlement", "area", "border", "facility"],
        {"killed": 2, "injured": [3, 4]}),
    inc("vardenis", "strike", days("2023-06-29"), "outskirts of Vardenis", 40.1827, 45.7316, 15, NEAR),
]

allowed = [
    # air force totals over the whole country, and harm elsewhere in the same raids
    inc("ua-drones", "interception", days("2025-09-18"), "Ukraine", 49.0, 31.4, 500, ANY, unlocated_ok=True),
    inc("poltava-region", ["strike", "casualties"], days("2025-09-18"), "Poltava region", 49.6, 33.9, 80, REGION, level_required=True),
    inc("zap-region", ["strike", "casualties"], days("2025-09-19", "2025-09-20"), "Zaporizhzhia region, 17 settlements",
        47.4, 35.6, 110, ["region", "area"], level_required=True, many=True),
    inc("swap-second", "prisoner_swap", days("2025-08-14", "2025-08-15"), "arrival or handover, other place", 52.5, 30.0, 1000, ANY,
        unlocated_ok=True, many=True),
    inc("rostov-drones", "interception", days("2025-08-15"), "Rostov Region", 47.8, 41.2, 200, ANY),
    inc("ru-drones-aug", "interception", days("2025-08-15"), "Russia, 53 drones", 60.0, 90.0, 4500, ["country", "unknown"],
        unlocated_ok=True, level_required=True),
    inc("ru-drones-nov", "interception", days("2025-11-10"), "Russia, 64 drones", 60.0, 90.0, 4500, ["country", "unknown"],
        unlocated_ok=True, level_required=True),
    inc("gaza-total", ["strike", "casualties"], days("2025-05-27"), "Gaza Strip, 23 killed", 31.42, 34.36, 40, ["region", "area", "country"],
        level_required=True),
    inc("truce-talks-doha", "talks", days("2025-05-27", "2025-05-28"), "Doha", 25.29, 51.53, 40, ANY, many=True),
    inc("kadugli", ["strike", "casualties"], days("2026-01-01", "2026-01-10"), "Kadugli", 11.0111, 29.7183, 15, ANY),
    inc("dilling", ["strike", "casualties"], days("2026-01-01", "2026-01-10"), "Dilling", 12.05, 29.65, 15, ANY),
    inc("masisi-shell", "strike", days("2025-07-07"), "chapel, Masisi", -1.40, 28.81, 30, LAND, {"injured": 4}),
    inc("bannu-gunfight", ALLK, days("2026-02-03"), "Bannu, the gunfight after the blast", 32.9853, 70.604, 20, SITE),
    inc("lachin", BOMB, days("2023-06-29", "2023-06-30"), "Lachin district", 39.6374, 46.5498, 40, ANY),
    inc("am-az-border", ALLK, days("2023-06-29", "2023-06-30"), "border of Armenia and Azerbaijan", 40.1, 45.7, 160,
        ["border", "area", "country", "region"], level_required=True),
    inc("am-az-talks", "talks", days("2023-06-27", "2023-06-30"), "near Washington", 38.9, -77.04, 80, ANY),
    inc("niono-fuel-burnt", "strike", days("2025-12-02"), "tankers burnt near Niono", 14.2505, -5.9868, 30, ANY),
    inc("caqueta-talks", "talks", days("2024-08-19", "2024-08-20"), "Caquetá", 1.2, -74.3, 150, ANY),
    inc("spera-region", ["strike", "casualties"], days("2026-02-04", "2026-02-05"), "Khost province", 33.3, 69.9, 60,
        REGION, level_required=True),
]

forbidden = [
    no("Enerhodar", 47.4989, 34.6573, 8, "no attack was recorded there"),
    no("Komyshuvakha", 47.7149, 35.5241, 6, "where evacuation buses leave"),
    no("Kushuhum", 47.7096, 35.2164, 6, "where evacuation buses leave"),
    no("Kharkiv", 49.9808, 36.2527, 20, "where trains go"),
    no("Kremenchuk", 49.0625, 33.4048, 15, "history", date=days("2022-06-01", "2022-06-30")),
    no("Mariupol", 47.0951, 37.5413, 15, "where a prisoner had been captured"),
    no("Istanbul", 41.0138, 28.9497, 40, "talks earlier this year; lists checked", event_type=BOMB),
    no("Volgograd", 48.7194, 44.5018, 25, "an airport closed for a time"),
    no("Penza", 53.2007, 45.0046, 25, "an airport closed for a time"),
    no("Saratov", 51.5406, 46.0086, 25, "an airport closed; a link to another story"),
    no("Ryazan", 54.6269, 39.6916, 25, "a link to another story"),
    no("Kherson", 46.6354, 32.6169, 15, "a link to another story"),
    no("Rafah", 31.2872, 34.2595, 6, "where a family had fled from"),
    no("Deir al-Balah", 31.4183, 34.3493, 3, "a plan"),
    no("Baghouz", 34.4536, 40.9397, 20, "history"),
    no("Baghdad", 33.3406, 44.4009, 25, "government, speaker"),
    no("Bara", 13.7, 30.3667, 15, "where families fled from"),
    no("Port Sudan", 19.6175, 37.2164, 30, "where a convoy waits"),
    no("Omdurman", 15.6445, 32.4777, 20, "where families arrived"),
    no("Beni", 0.4911, 29.4731, 15, "seat of a spokesman"),
    no("Butembo", 0.1416, 29.2912, 12, "a day of mourning"),
    no("Maiduguri", 11.8469, 13.1571, 20, "where help came from"),
    no("Katsina", 12.9908, 7.6018, 70, "last month's attack"),
    no("Sittwe", 20.1462, 92.8984, 20, "a threat"),
    no("Peshawar", 34.008, 71.5785, 20, "dateline, seat of a governor"),
    no("Karachi", 24.8608, 67.0104, 30, "where the prime minister was"),
    no("Toribío", 2.9548, -76.2684, 10, "a rumour that was false"),
    no("Argelia, Valle del Cauca", 4.7234, -76.1191, 15, "a namesake; the text says Cauca"),
    no("Argelia, Antioquia", 5.7313, -75.1426, 15, "a namesake; the text says Cauca"),
    no("Pazigyi", 23.2, 95.5, 60, "history", date=days("2023-04-01", "2023-04-30")),
    no("Jamundí", 3.2607, -76.535, 12, "history", date=days("2024-05-01", "2024-05-31")),
    no("Guayaquil", -2.1962, -79.8862, 20, "history", date=days("2024-01-01", "2024-01-31")),
    no("southern Israel", 31.4, 34.6, 80, "history", date=days("2023-10-07")),
    no("Bannu", 32.9853, 70.604, 20, "history", date=days("2025-03-01", "2025-03-31")),
    no("border of Afghanistan and Pakistan", 32.5, 69.3, 500, "history", date=days("2025-10-01", "2025-10-31")),
    no("Cali", 3.4305, -76.5199, 8, "a clinic, and a football club"),
    no("Guayaquil", -2.1962, -79.8862, 4, "across the river from Durán; the studio in January"),
    no("Port-au-Prince", 18.5435, -72.3388, 20, "police will fly there"),
    no("Bamako", 12.6091, -7.9752, 25, "government; history"),
    no("Goris", 39.5111, 46.3417, 6, "where monitors are stationed"),
    no("Jermuk", 39.8395, 45.6711, 12, "history"),
    no("Sotk", 40.2001, 45.8695, 5, "history"),
]


def main():
    OUT.mkdir(parents=True, exist_ok=True)
    for old in OUT.iterdir():
        if old.name not in FILES:
            old.unlink()
    for name, text in FILES.items():
        (OUT / name).write_text(text, encoding="utf-8")
    gold = {"name": "wires", "incidents": incidents, "allowed": allowed, "forbidden": forbidden}
    (HERE / "gold.json").write_text(json.dumps(gold, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")


if __name__ == "__main__":
    main()

"""What municipal sustainability work is about, in Finnish, Swedish and English: the bridge between the languages.

Three people can say one thing in three languages and share no word. A small glossary, our own work, says which
words mean the same: each line is one concept with the stems that name it, and the field of work it belongs to
(`-` where it belongs to none, like money: it may turn up anywhere). A statement is then made of its own words
*and* of the concepts in it, and the concepts are the same in every language.

It is deliberately general: what any municipality's offices deal with, not what one series of workshops said. Words
it lacks are no mistake, they only bridge nothing; themes are found with it, not by it
(see :mod:`skaala.insight.thematic.themes`).

How a stem is written: `vesi` is the beginning of a word or of a part of a compound; `=park` is the whole word or
part, in its dictionary form; `district_heat` is two words one after the other.

The field `occasion` holds remarks about the meeting itself: thanks, microphones, coffee. They are no theme.
"""

from __future__ import annotations

from dataclasses import dataclass

OCCASION = "occasion"
NO_FIELD = "-"


@dataclass(frozen=True)
class Concept:
    """One thing that municipal work is about, and the stems that name it by language."""

    name: str
    field: str
    stems: dict[str, tuple[str, ...]]


def read_glossary(text: str) -> tuple[Concept, ...]:
    """
    Return the concepts written in ``text``, one per line: `field | name | fi | sv | en`.

    >>> read_glossary("water | lake | järvi, lampi | sjö | lake")[0].stems["fi"]
    ('järvi', 'lampi')
    """
    concepts = []
    for line in text.strip().splitlines():
        field, name, *columns = (each.strip() for each in line.split("|"))
        stems = (tuple(stem.strip() for stem in column.split(",")) for column in columns)
        concepts.append(Concept(name, field, dict(zip(("fi", "sv", "en"), stems, strict=True))))
    return tuple(concepts)


_TEXT = """
nature | biodiversity | monimuotoi, luontokato, luonto, biodiversiteet, luontoarvo | mångfald, naturvärde, =natur, naturskydd, naturförlust | biodivers, nature, natural_area
nature | species | laji, lajisto, uhanalai, eliö | =art, artrik, hotad, arter, rödlist | species, endangered, red_list
nature | invasive species | vieraslaj, jättipalsami, jättiputk, lupiini, kurtturuusu, siruetana, kitke | invasiv, lupin, balsamin, jätteloka, vresros, främmande_art, mördarsnig | invasive, lupin, balsam, hogweed, knotweed, alien_species, slug
nature | meadow | niitty, keto, perinnebiotoop, perinnemaisem, laidun, kukka | äng, blomm, betesmark, =beta, vårdbiotop | meadow, wildflower, grazing, flower, pasture
nature | pollinators | pölyttä, hyöntei, ötökkä, perho, mehiläi, kimalai, kovakuoria | pollin, insekt, =bi, humla, fjäril, skalbagg | pollinat, insect, =bee, bumblebee, butterfly, beetle
nature | forest | metsä, hakkuu, avohakku, lahopuu, aarniometsä, metsänhoito | skog, kalhygg, avverk, död_ved, gallr | forest, woodland, clear-cut, clearcut, felling, logging, deadwood, dead_wood
nature | trees | puusto, =puu, tammi, pensas, istutus, istutta | =träd, =ek, buske, plantera, trädplant | =tree, =oak, shrub, planting, street_tree
nature | birds | lintu, linnun, pesiä, pönttö, pesimä, haikara, riekko, tiira | fågel, holk, häcka, boplats | bird, nesting, nest_box, swift, =owl
nature | animals | eläin, lepakko, sammakko, siili, liito-orava, susi, hirvi, viitasammak | =djur, fladdermus, groda, igelkott, flygekorr, viltet | =bat, frog, hedgehog, wildlife, flying_squirrel, =animal, newt
nature | mire | =suo, ojittaa, ennallista, turvemaa, kosteikkoluon | =myr, kärr, mosse, restaurer, torvmark | mire, =bog, peatland, rewild, restoration, restoring
nature | green areas | viher, nurmi, puisto, viheralue, niittokone, ruohonleikkuu | grönområd, grönyt, gräsmatt, =park, grönstråk, klipp | green_space, green_area, green_corridor, lawn, =park, mowing, parkland
nature | habitats | elinympäristö, luontotyyp, biotoop, suojelualu, luonnonsuojel, ekologi | naturtyp, livsmiljö, biotop, skyddsområde, naturreserv, ekologisk_korridor | habitat, conservation, nature_reserve, protected_area, ecological
nature | soil and light | valosaast, maaperän_elä, karike, komposti-maa | ljusförorening | light_pollution
nature | kinds of trees and wild plants | mänty, koivu, haapa, kuusik, jalopuu, pörriäi, siemen, villiin, rikkakasv, villiyrt, orkide, marunake | =tall, =gran, björk, =lind, =frö, frön, ogräs, vildväx, orkidé, slåtter | pine, birch, spruce, =seed, weed, wild, native, orchid, grassland
nature | water birds and seals | hanhi, joutsen, norppa, hylje, simpukka, majava | gäss, =gås, svan, vikare, =säl, bäver | goose, geese, swan, =seal, beaver
nature | insect hotel | hyönteishot, linnunlaul, lahottaj, sieniläj | insektshotell, fågelsång | insect_hotel, bird_song, birdsong
circular | waste | jäte, roska, kaatopaikk, sekajäte, roskaam | avfall, sopor, sopa, soptipp, skräp, nedskräp | waste, litter, rubbish, trash, landfill, garbage, =bin
circular | recycling | kierrät, lajittel, keräyspist, kierto, kiertotalou, =ekopiste, erilliskerä | återvinn, sorter, källsorter, cirkul, kretslopp | recycl, sorting, =sort, circular, collection_point
circular | reuse | käytetty, kierrätyskesku, uudelleenkäyt, kirpputor, kirppis, uusiokäyt | återbruk, återanvänd, begagnad, loppis, second_hand, loppmarknad | reuse, second-hand, second_hand, used_furniture, flea_market, swap, hand-me-down
circular | repair | korjaus, korjaa, korjata, kunnosta, nikkaroi, ompel | repar, =laga, lagning, renovera_möb | repair, mend, =fix, refurbish
circular | lending | lainaa, lainaam, lainata, yhteiskäyt, lainasto, tavaralaina, vuokraa | låna, lånebibliotek, utlåning, delningsekonomi, fritidsbank | lend, borrow, tool_library, sharing_economy, library_of_things
circular | materials | muovi, tekstiil, vaate, pakkau, kartonki, =lasi, metalli, kuitu | plast, textil, kläder, förpackning, kartong, =glas, metall | plastic, textile, clothes, packaging, cardboard, fabric
circular | by-products | sivuvirta, sivutuot, teolli, symbioos, raaka-aine, tuhka, kuona, liete | sidoström, biprodukt, restprodukt, symbios, råvara, aska, =slam, slagg | by-product, side_stream, symbiosis, raw_material, =ash, sludge, residue, surplus_material
circular | furniture | kaluste, huonekalu, kalust, pulpetti, sohva, tavara | möbel, möbler, soffa, pulpet, =sak, =pryl | furniture, =desk, sofa, =stuff, leftover
circular | compost | kompost, biojäte, biojät | kompost, bioavfall, matavfall | compost, biowaste, bio-waste, food_scraps
circular | producer | tuottajavastuu, jäteasema, jätehuolto, jäteyhtiö, nouto | producentansvar, avfallsbolag, återvinningsstation, sophämt | producer_responsib, recycling_centre, waste_company, pick-up
circular | single use | kertakäyt, muki, muovipuss, pantti, elektroniik, romu, rengas, rengast, paperinker | engångs, =mugg, plastpås, =pant, elektronik, skrot, däck | single-use, disposable, =cup, plastic_bag, deposit, electronics, scrap, tyre
circular | soil masses | maa-ain, ylijäämämaa, maamass, louhe, kiviain | jordmass, överskottsmass, schaktmass, stenmaterial | excavated, surplus_soil, earth_mass, aggregate
construction | building | rakenta, rakennu, rakenne, talonraken, uudisraken, työmaa, urakoi | bygg, byggnad, nybygg, bygga, byggplats, entreprenör_bygg | building, construction, =build, builder, construction_site
construction | demolition | purku, purkaa, purkam, purettu | riva, rivn, demoler | demoli, tear_down, dismantl
construction | renovation | peruskorjau, korjausrak, saneeraus, sisäilma, =home, homekoulu | renover, sanering, ombyggna, inomhusluft, mögel | renovat, refurbishment, indoor_air, mould, retrofit_build
construction | timber | puuraken, hirsi, puurunko, clt, puukerrostal | trähus, träbygg, timmer, =stock, trästomme | timber, wooden, log_building, =wood
construction | concrete | betoni, tiili, murske, sementti, teräs, asfalt | betong, tegel, kross, cement, =stål, asfalt | concrete, brick, cement, =steel, crushed, asphalt
construction | plan | kaava, kaavoitus, asemakaava, yleiskaava, maankäyt, kaavoitt, poikkeamis | planlägg, detaljplan, generalplan, markanvändning, stadsplan, planering_av_mark, undantagslov, planläggare | zoning, land_use, land-use, master_plan, local_plan, town_plan, spatial_plan, planner
construction | plots | tontti, tontinluov, maankäyttösop, pientalo, rivital, omakotital | tomt, markanvis, markanvänd, småhus, radhus, egnahem | =plot, land_allocation, detached_house, land_sale
construction | housing | asunto, asumin, asuinal, vuokratalo, kerrostal, täydennysraken | bostad, boende, hyreshus, flervåning, förtät, lägenhet | housing, dwelling, apartment, =flat, infill, residential
construction | permit | rakennuslup, rakennusvalvon, rakentamislak, lupaehto | bygglov, byggnadstillsyn, bygglag | building_permit, building_control, building_act, planning_permission
construction | life cycle | hiilijalanjälki, elinkaari, ilmastoselvit, vähähiili | klimatavtryck, koldioxidavtryck, livscykel, klimatdeklar, koldioxidsnål | carbon_footprint, life-cycle, life_cycle, embodied, low-carbon, lifecycle
construction | premises | tilojen, toimitila, kiinteistö, muunnelta, siirtokelpo, vajaakäyt | lokaler, fastighet, tomma_hus, omvandl, flyttbar | premises, vacant, empty_building, property, adaptable, modular
construction | makers of buildings | arkkiteh, rakennuttaj, rakennusliik, grynder, julkisivu, perustus, insinöör | arkitekt, byggherr, byggbolag, fasad, =stomme, ingenjör | architect, developer, construction_firm, facade, foundation, engineer
construction | town | kortteli, lähiö, keskusta, autioit, kulttuuriperin, rakennussuoj, tyhjill, piha, kattorak | kvarter, förort, centrum, kulturarv, ödehus, tomställ, gårdsplan | =block, suburb, downtown, heritage, abandoned, derelict, vacant_building, courtyard
education | school | koulu, oppilaito, lukio, peruskoul, yläkoul, alakoul, ammattiopisto | skola, gymnasi, högstadi, lågstadi, yrkesskola, läroanstalt | =school, schools, secondary, vocational, college
education | pupils | oppila, opiskelij, koululai, =luokka, ysiluok, oppilaskun | elev, studer, =klass, skolbarn, elevråd | pupil, student, classroom, =class, student_council, eco-council
education | teachers | opettaj, =ope, rehtori, kasvattaj, opetus, opetta | lärare, rektor, pedagog, undervis, lärarn | teacher, headteacher, =principal, educator, teaching, =teach
education | curriculum | opetussuunn, =ops, oppimateria, oppiaine, oppitunti, kurssi, opinto, oppiminen | läroplan, läromedel, läroämne, lektion, =kurs, kurser, inlärn, studie | curriculum, learning_material, lesson, =course, subject, syllabus, learning, timetable_school
education | early years | päiväkoti, varhaiskasvat, esikoulu, eskari, päiväko | daghem, dagis, förskola, småbarnspedag, småbarnsfost, =eftis | daycare, kindergarten, preschool, early_years, early_childhood, nursery
education | environmental education | ympäristökasvat, luontokoulu, vihreä_lippu, kestävyyskasvat, ilmastokasvat, leirikoulu, ekoagent, ekotuki | miljöfostran, naturskola, grön_flagg, hållbarhetsfostran, lägerskola, klimatfostran, miljöagent | environmental_education, nature_school, eco-school, green_flag, outdoor_learning, field_trip, climate_education, sustainability_education
education | adult learning | kansalaisopisto, koulutus, täydennyskoul, työpaja, yliopisto, harjoittelij, ammattikorkea | medborgarinstitut, arbis, fortbildning, utbildning, verkstad_lär, universitet, praktikant, yrkeshögskola | adult_education, training_course, further_training, university, trainee, workshop_for_school, evening_class, in-service
education | climate anxiety | ilmastoahdist, =toivo, ympäristöahdist, tulevaisuusajatt | klimatångest, framtidstro, miljöångest | climate_anxiety, eco-anxiety, hope_for_future
education | outings | luokkaretk, retki, retkel, =tet, koulupih, lukiolai, vanhempainil, kerho | utflykt, skolgård, klassrum, föräldramöt, lärande, klubb | excursion, =trip, schoolyard, =kid, =kids, =learn, lecture, graduat
energy | energy | energia, energi, energiateho, energianeuvo | energi, energieffekt, energirådg | energy, energy_efficien
energy | heat | lämmitys, lämmittä, lämpö, kaukolämpö, maalämpö, lämpöpump, hukkalämpö, kattila, geoterm | värme, fjärrvärm, jordvärm, värmepump, spillvärm, uppvärm, =panna, geoterm | heating, district_heat, heat_pump, waste_heat, =heat, boiler, geothermal, ground-source
energy | electricity | sähkö, aurinkopaneel, aurinkosähkö, =akku, kulutusjousto, kuormanohj, sähköverk | =el, elpris, solcell, solpanel, elbolag, batteri, elnät, elström | electric_power, electricity, solar, =battery, battery_storage, =grid, power_line, photovoltaic
energy | wind | tuulivoima, tuulimyll, tuulipuist | vindkraft, vindmöl, vindpark | wind_power, wind_farm, wind_turbine, turbine, =wind
energy | fossil fuels | öljy, turve, turpeen, =hiili, kivihiili, maakaasu, fossiil | olja, oljepann, torv, =kol, naturgas, fossil | =oil, peat, =coal, natural_gas, fossil
energy | biofuels | hake, biokaasu, biomass, pelletti, bioenergi | flis, biogas, biomassa, pellet, bioenergi | wood_chip, biogas, biomass, pellet, bioenergy
energy | saving | säästötav, energiansääst, esco, katselmus, ilmanvaihto, eristys, ikkun, valaistu, =led, katuval, lämpötil, kulutusseur | energispar, esco, ventilation, isoler, fönster, belysn, =led, gatljus, gatubelys, innetemperatur, förbrukning | saving_energy, energy_saving, esco, ventilation, insulat, window, lighting, =led, street_light, streetlight, thermostat, retrofit, consumption
energy | housing companies | taloyhti, vastike | bostadsbolag, bostadsaktiebolag, husbolag | housing_compan, condominium, homeowner
energy | power plants | voimala, voimalait, ydinvoim, pienydin, vety, energiayht, kilowat, kwh, tariffi, lämpökamer, katulamp, lamppu, =valot | kraftverk, värmeverk, kärnkraft, vätgas, energibolag, kilowatt, kwh, tariff, värmekamera, lampor, =lampa | power_plant, power_station, heating_plant, nuclear, hydrogen, utility, kilowatt, kwh, tariff, thermal_camera, lamp, =light
food | food | ruoka, ruua, ruoan, ateria, lounas, puuro, kouluruok, annos | =mat, måltid, lunch, gröt, skolmat, mattjänst, portion, middag | =food, =meal, school_lunch, =lunch, porridge, portion, =dinner, =breakfast
food | kitchen | keittiö, kokki, resepti, linjasto, ateriapalvel, keittäj, ruokapalvel, ruokalist | kök, kock, recept, matsal, kosthåll, meny, matsedel | kitchen, =cook, recipe, canteen, catering, =chef, =menu, serving_line
food | plant-based | kasvis, palkokasv, härkäpap, papu, vegaani, lihaton, kasvipohj, =liha | vegetar, baljväxt, bondböna, böna, =vegan, köttfri, växtbas, kött | vegetarian, legume, fava, =bean, vegan, meat-free, plant-based, =meat
food | local produce | lähiruok, lähituot, luomu, tuottaj_ruoka, peruna, porkkana, marja, sieni, =kala, viljel, maatila, vilja, omena, juures | närproduc, närmat, =eko, ekologisk_mat, potatis, morot, =bär, svamp, fisk, odl, lantbruk, spannmål, äpple, rotsak, strömming | local_food, locally_grown, organic, potato, carrot, berry, mushroom, =fish, =farm, =grow, farmer, grain, apple, root_vegetable, vegetable
food | food waste | ruokahävik, hävikki, tähteet, ylijäämäruo, lautashävik, lautanen | matsvinn, svinn, matrest, tallrik, överbliv | food_waste, leftover_food, surplus_food, surplus_meal, plate_waste, =plate
food | taste | =maku, maista, maistiai, raati, makuraati, herkku | smak, smaka, maträtt, matråd | taste, tasting, food_council, =dish
food | on the plate | leipä, maito, broileri, salaatti, kaura, välipala, aamupala, ruoka-apu, possu, nauta, riista, hirvenlih, pihvi, keitto, pelto, syödä, syövät, syöd | bröd, mjölk, kyckling, sallad, havre, mellanmål, frukost, matbank, mathjälp, nötkött, fläsk, =vilt, soppa, åker, =äta, äter | bread, milk, chicken, salad, =oat, oats, snack, food_bank, beef, pork, game_meat, =soup, =eat, eating, orchard, harvest, =crop
leadership | strategy | strategi, =ohjelma, kuntastrateg, tiekartta, tavoitteet, kestävyysohj, ilmasto-ohjel, linjau | strategi, =program, färdplan, målsättn, klimatprogram, hållbarhetsprogram | strategy, roadmap, =programme, strategic, action_plan, =target
leadership | council | valtuusto, valtuutet, lautakun, kunnanhall, kaupunginhal, vaalikau, vaalit | fullmäktig, nämnd, kommunstyrelse, stadsstyrelse, valperiod, förtroendevald | =council, councillor, committee, board_decision, election, council_term
leadership | management | johto, johtaj, johtoryhm, kunnanjohtaj, kaupunginjoh, esimie, esihenk, omistajaohj, konserni | ledning, ledningsgrupp, kommundirek, stadsdirek, =chef, chefer, ledar, ägarstyrn, koncern | management, manager, chief_execut, mayor, leadership, director, =leader, ownership_steering
leadership | monitoring | mittari, seuranta, seurata, indikaatto, raportoi, vertailutie, arvioin, tunnusluku | mätare, uppfölj, indikator, rapporter, jämförelsetal, utvärder, nyckeltal | indicator, monitoring, follow-up, =report, reporting, metric, dashboard, benchmark, evaluation, peer_review
leadership | budget | talousarv, ilmastobudj, budjetti, tilinpäät, säästöohj, vihreä_laina | =budget, klimatbudget, bokslut, sparprogram, gröna_lån | =budget, climate_budget, financial_statement, annual_report, austerity, green_loan
leadership | goals of the world | agenda2030, agenda_2030, kestävä_kehi, hinku, hiilineutraal, sdg, ilmastotav | agenda_2030, hållbar_utveckl, hinku, klimatneutral, koldioxidneutral, klimatmål | agenda_2030, sdg, sustainable_development_goal, carbon-neutral, carbon_neutral, climate_target, net_zero, climate_neutral
leadership | decisions | päätös, päättä, päätöksente, sitout, poikkihallin, siilo, toimialarajat, vaikutusten_ennakkoarv | beslut, förbind, sektorövergrip, stuprör, konsekvensbedöm | decision, commitment, cross-sector, silo, impact_assessment, =decide
leadership | officer | ympäristöpääll, kestävyysasiantun, ilmastokoordin, koordinaattor, virkaan | miljöchef, hållbarhetschef, klimatkoordinator, koordinator, hållbarhetssakk | sustainability_officer, climate_coordinator, coordinator, environmental_manager, sustainability_manager
leadership | steering | vastuuhenk, toimiala, poliitik, puolue, hallitus, tulospalkk, tavoite, hallinto, pitkäjänt, toimenpideohj, päästölask, prioris, =strateginen | politiker, =parti, förvaltning, =mål, målet, målen, bonus, långsikt, styrgrupp, styrning, åtgärdsprogram, utsläppsberäkn, priorit, sektor | politician, political, governance, department, bonus, =goal, long-term, accountab, steering, emission_calculation, emission_inventory, priorit
mobility | public transport | bussi, juna, raitiov, joukkoliiken, lippu, lippujärj, pysäkki, vuoro, aikataulu, kutsutaks, =asema, metro, linja-aut | =buss, bussar, busstur, tåg, spårvagn, kollektivtraf, biljett, hållplats, tidtabell, anropsstyrd, station, metro | =bus, train, tram, public_transport, ticket, bus_stop, timetable, on-demand, =station, metro, commuter_train
mobility | cycling | pyörä, pyöräil, polkupyör, sähköpyör, polkea | cykel, cykl, elcykel | =bike, cycl, bicycle, e-bike
mobility | walking | kävel, jalankul, jalkakäyt, kevyen_liik, suojati, koulumatka, alikulku | =gång, gångväg, fotgäng, promenad, lättrafik, övergångsställe, skolväg, trottoar | =walk, walking, pedestrian, pavement_street, sidewalk, crossing, school_route, footpath, school_run
mobility | cars | =auto, yksityisauto, yhteiskäyttöaut, pysäköin, parkki, liityntäpys, autoil, sähköaut, latau, latauspist, kimppakyy | =bil, bilar, bilist, parker, bilpool, elbil, laddstolp, laddning, ladda, samåk, infartspark | =car, cars, driving, parking, park-and-ride, carpool, charging, charger, electric_car, =ev, car_share, ride_share
mobility | traffic | liiken, liikku, matka, työmatk, ruuhka, väylä, maantie, =katu, rekka, kuljetu, logisti, moottoritie | trafik, =resa, resor, pendl, rusning, =väg, landsväg, =gata, lastbil, transport, skjuts, motorväg | traffic, travel, commut, congestion, =road, highway, =street, lorry, truck, transport, motorway, =lane
mobility | remote work | etätyö, etäkokou, matkakorv, tjänsteresa | distansarbet, tjänsteres, kilometerersätt | remote_work, teleconference, business_travel, mileage
mobility | ferries | =lautta, yhteysalus, lossi | färja, förbindelsebåt | ferry, water_bus
mobility | winter maintenance | auraus, hiekoitus, talvikunnossap, talvihoito | plogn, sandn, vinterunderhåll, snöröjn | snow_clear, plough, gritting, winter_maint
mobility | ways and vehicles | reitti, kyyti, kyydit, kyydi, skuut, potkulaut, taksi, nopeus, nopeusraj, risteys, =silta, baana, ajoneuv, kuorma-aut, mopo, kaista, runkolinj | rutt, skjuts, elspark, taxi, hastighet, korsning, =bro, cykelväg, fordon, moped, körfält, busslinje, turtäthet | route, =ride, scooter, taxi, speed_limit, intersection, =bridge, bike_lane, vehicle, moped, departure, railway, =rail
participation | residents | asukas, asukka, kuntalai, kaupunkilai, kyläyhd, =kylä, asukasil | invånar, kommuninvån, byaråd, bybor, byaförening, =by | resident, citizen, villager, =village, inhabitant, local_people
participation | taking part | osallis, osallistu, kuulemi, kuulla, vaikutta, osallistuva_budj, vaikuttamism, yhteiskehi | delaktig, =delta, medverk, hörande, samråd, påverka, deltagande_budget, medborgarbudget | participat, hearing, consult, co-creat, =involve, participatory, have_a_say, engagement
participation | feedback | palaut, kysely, aloite, ehdotu, mielipi, karttakysel | återkoppling, respons, enkät, initiativ, =förslag, åsikt, kartenkät | feedback, survey, questionnaire, initiative, opinion, petition, suggestion
participation | meetings of residents | asukasilt, tilaisuu, kyläkäve, kahvit, toril, raati_asuk, torikahv | invånarkväll, infokväll, byavandring, medborgarråd, invånarmöte | evening_meeting, town_hall, public_meeting, citizens'_panel, citizen_panel, jury, citizen_assembly, open_house
participation | communication | viestin, tiedot, tiedott, =some, selkokiel, =lehti, verkkosiv, uutiskir | kommunikation, informera, inform, sociala_medier, lättläst, lokaltidn, webbsid, nyhetsbrev | communication, inform, social_media, plain_language, newspaper, website, newsletter, =news
participation | associations | yhdisty, järjestö, urheiluseur, kyläseur, vapaaehtoi, talkoo, kolmas_sektor, kumppanuus | förening, frivillig, talko, tredje_sektor, organisation_fri, partnerskap | association, volunt, ngo, =club, third_sector, community_group, civil_society
participation | trust | luottamu, avoimu, läpinäky, raivo | förtroend, tillit, öppenhet, transparen, lita_på | =trust, openness, transparen, confidence
participation | young people's voice | nuorisovaltuu, nuorten_ääni, lasten_ääni, lapsiparlam | ungdomsfullm, ungdomsråd, barnens_röst | youth_council, young_people_voice, children's_parliament, youth_voice
participation | dialogue | dialogi, keskustel, vuorovaik, äänestä, jalkautu, kokemusasian, aloitteent, hiljais, kuunnel, kuullaan, kuulluks, nimienker | dialog, diskuss, =rösta, röstning, uppsökande, växelverkan, lyssna, namninsaml, =remiss | dialogue, discussion, =vote, voting, outreach, =listen, listening, signature, =voice
procurement | procurement | hankinta, hankin, hankkia, ostaj, =ostaa, tilaaj, yhteishank, pienhank, hansel, kuntahank, keino | upphandl, inköp, köpare, anskaff, beställar, samupphandl, småanskaff, direktupphandl | procure, purchas, =buyer, =buying, joint_purchas, order_form
procurement | tender | tarjous, kilpailut, tarjou, tarjoaj, tarjouspyyn, kynnysarvo, markkinaoik, markkinavuorop, valitus_hank | anbud, konkurrensutsätt, förfrågningsunderl, tröskelvärde, marknadsdomstol, marknadsdialog, =besvär | tender, =bid, bidder, threshold, market_court, market_dialog, market_dialogue, call_for_tender
procurement | contracts | sopimu, puitesopi, sopimusehto, toimitta, sopimuskau, urakka | avtal, ramavtal, avtalsvillk, leverant, kontrakt, entreprenad | contract, framework_agreement, supplier, contractor, =vendor, subcontract
procurement | criteria | kriteeri, vaatimu, pisteyt, ympäristömerk, laatupist, sertifikaat, reilu_kaup, halvin, hinta_ratk | kriteri, =krav, kravställ, poäng, miljömärk, certifikat, rättvis_handel, rättvisemärk, billigast, lägsta_pris | criteri, requirement, ecolabel, eco-label, certificat, fair_trade, cheapest, lowest_price, scoring
procurement | supply chain | toimitusketj, ihmisoik, työolo, alkuperä, lapsityö, vastuulli | leveranskedj, mänskliga_rätt, arbetsförhåll, ursprung, barnarbete, ansvarsfull | supply_chain, human_rights, working_condition, living_wage, origin, child_labour, ethical, responsible_sourcing
procurement | prices of life | elinkaarikust, kokonaistal, innovatiiv | livscykelkost, totalekonom, innovativ | life-cycle_cost, life_cycle_cost, total_cost, innovative, innovation
procurement | orders | =osto, ostot, ostopalv, =lasku, laskut, suorahank, =optio, palveluntuot, konsultt, vertailuperust, =tilaus, tilauks, hankintalak | faktura, =option, tjänsteproducent, konsult, beställning, upphandlingslag, jämförelsegrund | invoice, =option, service_provider, consultant, =order, ordering, procurement_act, award
water | stormwater | hulevesi, huleved, sadevesi, rankkasade, tulva, tulvi, imeyty, viivyty | dagvatten, regnvatten, skyfall, översvämn, infiltrera, fördröj | stormwater, storm_water, rainwater, rain_garden, flood, downpour, runoff, retention, =drain, drainage, permeable
water | wastewater | jätevesi, jäteved, viemäri, puhdistamo, vesihuolto, saostuskaiv, vuotoved, vesijohto, vesilaito, hajajätev | avloppsvatten, avlopp, reningsverk, vattenförsörj, vattenledn, vattenverk, läckvatten, latrin | wastewater, sewage, sewer, treatment_plant, water_supply, water_pipe, septic, =leak, mains
water | lakes and sea | järvi, =meri, lahti, ranta, uimaranta, vesistö, joki, puro, lampi, oja, itämeri, saaristo | =sjö, sjön, =hav, havet, =vik, viken, strand, badstrand, vattendrag, ån, bäck, flad, östersjön, dike | =lake, =sea, =bay, beach, shore, waterway, river, stream, brook, ditch, baltic, =pond, riverbank, coast
water | eutrophication | rehevöi, ravinne, ravinte, sinilevä, =levä, fosfori, typpi, lannoi, valuma | övergöd, näringsämn, blåalg, alg, fosfor, kväve, gödsel, avrinn | eutroph, nutrient, blue-green, =algae, algal, phosph, nitrogen, fertili, catchment
water | groundwater | pohjavesi, pohjaved, juomavesi, talousvesi, hanavesi, kaivo | grundvatten, dricksvatten, kranvatten, =brunn, hushållsvatten | groundwater, drinking_water, tap_water, =well_water, aquifer
water | water | =vesi, vede, vesien, kosteikko, ruoppau, vesiensuoj, kalasto, hoitokalast, särki | =vatten, vattn, våtmark, muddr, vattenvård, fiskbestånd, reduktionsfisk | =water, wetland, dredg, fish_stock, water_protection, spawning
water | snow | lumenkaat, sulamisved, mikromuovi, tiesuola | snötipp, smältvatten, mikroplast, vägsalt | snow_dump, meltwater, microplastic, road_salt
water | shores and pipes | laituri, venesata, satama, ruovik, kaislik, vesikasv, kuivuus, pumppaamo, putkirik, =putki, vesimittar, =pato, padon, kalatie, =lohi, taimen, uimavesi, uiminen, näkösyv | brygga, hamn, =vass, torka, pumpstation, rörbrott, =rör, vattenmät, =damm, fisktrappa, =lax, öring, grumlig, simma, badvatten, =bada | jetty, harbour, =reed, drought, pumping_station, =pipe, pipes, burst, water_meter, =dam, fish_ladder, salmon, trout, murky, swimming_water, bathing, overflow
wellbeing | health | terve, hyvinvoin, hyvinvointial, mielenterv, sairau, lääkär, =sote, lähete | hälsa, välbefinn, välfärdsområd, mental_hälsa, psykisk, sjuk, läkar, vårdcentral | health, well-being, wellbeing, mental_health, =illness, doctor, life_expectancy
wellbeing | loneliness | yksinäi, yhteisö, kohtaamispa, olohuone, tapaamis | ensam, gemenskap, mötesplats, vardagsrum, träffpunkt | lonel, =community, meeting_place, living_room, isolat, belong
wellbeing | older people | ikäihmi, vanhus, vanhuks, seniori, ikäänt, eläkelä, =muisti, omaishoit, palvelutal, hoivakoti | äldre, senior, pensionär, åldring, minnessjuk, närståendevård, servicehus, äldreboend | senior, elderly, older_people, pensioner, dementia, carer, care_home, old_people, grandparent
wellbeing | children and families | perhe, lapsiper, vanhem, neuvola, nuoriso, =nuoret, nuorten, lapset_ja, perhekesk | familj, barnfamilj, förälder, föräldr, rådgivningsb, ungdom, ungdomsgård, familjecent | =family, families, parent, =youth, young_people, teenager, child_welfare
wellbeing | inequality | eriarvo, köyh, vähävarai, segregaat, tasa-arvo, yhdenvertai, syrjäyty, toimeentul, asunnottom, työttöm | ojämlik, fattig, mindre_bemedl, segreg, jämställd, likabehandl, jämlik, marginaliser, utkomststöd, bostadslös, arbetslös | inequal, =poor, poverty, low-income, segregat, equality, equity, homeless, unemploy, vulnerable
wellbeing | accessibility | esteet, saavutetta, pyörätuol, vamma, apuväline | tillgängl, rullstol, funktionsneds, hjälpmed | accessib, wheelchair, disab, barrier-free
wellbeing | integration | maahanmuutt, kotout, kotoutum, monikultt, pakolai, kielitait | integration, invandr, flykting, mångkultur, språkkunsk | immigrant, integration, refugee, multicultur, migrant, newcomer
wellbeing | culture and sport | kulttuur, liikun, harrast, urheilu, kirjasto, museo, taide, teatteri, jalkapal, musiikki, saamelai, uimahal | kultur, motion, hobby, fritidsaktiv, idrott, bibliotek, museum, =konst, teater, fotboll, musik, samisk, simhall | culture, =sport, exercise, hobby, library, museum, =art, =arts, theatre, football, music, sámi, sami, swimming_pool, =gym, =choir
wellbeing | safety | turvallis, kiusaam, päihde, väkivalta, turvaton | trygg, mobbn, missbruk, våld, otrygg | safety, =safe, bullying, substance_abuse, violence, unsafe
wellbeing | care and strength | =hoito, hoiva, kotihoit, lastensuoj, uupu, jaksami, työhyvinv, ystävä, vertaistuk, sukupolv, tanssi, kuoro, digituki, väestö, stress, perhehoit | =vård, omsorg, hemvård, barnskydd, utmatt, =orka, arbetshälsa, =vän, kamratstöd, generation, dans, =kör, digistöd, befolkn, stress | =care, home_care, burnout, exhaust, work_ability, friend, peer_support, generation, dance, digital_support, population, stress
- | money | raha, rahoitu, avustu, maksaa, maksu, hinta, kustannu, kallis, =tuki, säästö | pengar, finansi, bidrag, betala, avgift, =pris, kostnad, =dyr, =stöd | money, fund, grant, =pay, =fee, =price, =cost, expensive, subsid, =cheap
- | staff and time | =aika, kiire, resurssi, henkilöst, työaika, eläköity, vakan, virka | =tid, brådska, resurs, personal, arbetstid, =pension, =tjänst, =hinna | =time, hurry, resource, staff, working_hour, retire, vacanc
- | knowledge | osaam, =tieto, asiantunt, neuvon, ohjeis, =malli, opas | kunskap, kompetens, sakkunn, rådgiv, anvisn, modell, guide | knowledge, expertise, expert, advice, guidance, =model, =guide, know-how
- | cooperation | yhteisty, verkosto, naapurikun, naapuri, kumppan, seutu, alueelli, maakun | samarbet, nätverk, grannkommun, granne, partner, region, landskap | cooperat, collaborat, network, neighbour, partner, region, joint
- | companies | yritys, yrity, yrittäj, elinkein, työpaik | företag, näringsliv, entreprenör, arbetsplats | compan, business, enterprise, entrepreneur, =job
- | law | =laki, lainsää, sääntel, direktiiv, asetus, =lupa | =lag, lagstift, reglering, direktiv, förordn, tillstånd | =law, legislat, regulation, directive, =permit
- | trials | kokeil, pilot, kokeilu, =hanke, projekti | försök, pilot, =prova, projekt | =pilot, trial, =try, experiment, =project
- | data | data, digi, avoin_data, paikkatie, sovellus, tekoäly | data, digit, öppna_data, geodata, =app, artificiell | =data, digital, open_data, =app, software
- | climate | ilmasto, päästö, hiilidioks, sopeutu | klimat, utsläpp, koldiox, anpassning | climate, emission, adaptation
- | spreading | leviä, levittä, monist, skaala, käyttöönot, juurrut, vakiinnu | sprid, spridning, skala, ibruktag, införande | spread, scaling, scale_up, scale-up, roll-out, rollout, adopt, replicat
- | examples and visits | esimerk, vierailu, =käynti, opintomatk, tutustumi, vertais | exempel, studiebesök, besök, kollegial | example, =visit, site_visit, study_tour, peer
- | templates and guides | malli, mallipohj, =pohja, =ohje, opas, oppaat, oppai, käsikirj | =mall, mallar, modell, anvisning, guide, handbok | template, playbook, handbook, =guide, guideline, manual
- | learning from failure | epäonnistu, pieleen, virhe, =oppia, oppimi | misslyck, misstag, =lära_av, gick_fel | fail, mistake, went_wrong, lessons
- | networks' meetings | tapaami, webinaar, kokous, kokoontu, koordinaatt, verkosto | träff, webbinar, nätverksmöte, samordnare, nätverk | webinar, network_meeting, members, network
- | small and large municipalities | pienen_kun, pienet_kun, pieni_kun, pienten_kun, samankokoi, suurista_kaup, suuret_kaup | liten_kommun, små_kommun, lika_stor, minsta_kommun, stora_städer | small_municipalit, small_town, larger_cit, same_size
- | own way | =oma, omaan, omalla_tav, omasta_tarp, itse_pää, vapaus, paikallisi_tek | egen_väg, eget_sätt, självstyre, frihet | own_way, freedom, tailor, local_need
- | continuity | määräaikai, jatkuvu, pysyvä, hankkeen_lopp, yhden_ihmisen, avainhenk, perehdyty | tillfällig, kontinuitet, bestående, projektet_tar_slut, eldsjäl, nyckelperson | temporary, continuity, permanent, project_ends, one_person, key_person, onboarding
occasion | thanks | kiitos, kiitti, kiitoks, hyvä_päivä, mukava_päivä, hyvä_keskust | tack, tacka, bra_dag, fin_dag, fint_ordnat | thanks, thank, great_day, nice_day, great_discussion, good_discussion, lovely_day
occasion | technique | mikki, kuuluu, kuuleeko, linkki, ääni_pätki, näyttö, chat, zoom, teams, wifi, netti, kamera, pätkii, selain, salasana, =testi | mikrofon, =mik, länk, ljud, skärm, chatt, zoom, teams, wifi, kamera, lösenord, hörs, =test | microphone, =mic, =link, sound, screen, chat, zoom, teams, wifi, wi-fi, camera, password, browser, =test, =muted
occasion | agreement with others | samaa_mieltä, edellinen, edellis, sama_kuin, kannata, peukku | samma_sak, samma_som, håller_med, instämmer, föregående | agree_with, same_as, previous, nothing_to_add, ditto, as_above
occasion | hosting | kahvi, pulla, =tauko, lounastau, kokoushuon, järjestäj, pöydä, ryhmäty, päivän, osallistuja, iltapäiv, puheenvuor, esity, fasilit | kaffe, bulle, =paus, lunchpaus, mötesrum, arrangör, =bord, grupparb, rummet, eftermiddag, deltagare, föredrag, presentation, kallt_i | coffee, =bun, =break, lunch_break, meeting_room, organiser, our_table, =group, afternoon, session, presentation, facilitator, speaker, =chair, slides
occasion | no answer | en_osaa, ei_mitään, en_tiedä, en_keksi, poista, väärä | vet_inte, inget_att, ingen_åsikt, radera | don't_know, no_idea, nothing, no_comment, delete, wrong, sorry, ignore
occasion | greetings | =moi, =hei, terveisi, =moikka, myöhäs, mukava_tilai, hauska_tilai, kylmä_täällä, hyvä_tilais, näkemiin, lähden | =hej, försenad, trevlig, kul_att, hej_då, vi_ses, hälsning | hello, =hi, =bye, see_you, nice_to, greetings, running_late, cold_in_here
"""

CONCEPTS = read_glossary(_TEXT)
"""Every concept, in the order of the fields."""

"""Subject headings of everything else that people speak of; see `subjects`."""

LIFE = """
urheilu | idrott | sports
jalkapallo | fotboll | football
olympialaiset | olympiska spel | Olympic Games
urheilukilpailut | idrottstävlingar | sports competitions
talviurheilu | vintersport | winter sports
moottoriurheilu | motorsport | motor racing
politiikka | politik | politics
vaalit ja äänestäminen | val och röstning | elections and voting
hallitus ja parlamentti | regering och parlament | government and parliament
ulkopolitiikka ja diplomatia | utrikespolitik och diplomati | foreign policy and diplomacy
sodat ja aseelliset selkkaukset | krig och väpnade konflikter | wars and armed conflicts
puolustus | försvar | defence
mielenosoitukset | demonstrationer | protests
Euroopan unioni | Europeiska unionen | European Union
terrorismi | terrorism | terrorism
historia | historia | history
kuningaskunnat ja imperiumit | kungariken och imperier | kingdoms and empires
arkeologia | arkeologi | archaeology
maantiede | geografi | geography
maat ja väestö | länder och befolkning | countries and population
saaret ja rannikot | öar och kuster | islands and coasts
vuoret | berg | mountains
ilmasto ja sää | klimat och väder | climate and weather
luonnonmullistukset | naturkatastrofer | natural disasters
maanjäristykset | jordbävningar | earthquakes
myrskyt | stormar | storms
matkailu | turism | tourism
matkakohteet ja nähtävyydet | resmål och sevärdheter | travel destinations and sights
lentomatkustaminen | flygresor | air travel
hotellit ja majoitus | hotell och inkvartering | hotels and accommodation
retkeily ja ulkoilu | vandring och friluftsliv | hiking and outdoor life
laivamatkat ja risteilyt | båtresor och kryssningar | boat trips and cruises
viisumit ja passit | visum och pass | visas and passports
ravintolat ja ruokakulttuuri | restauranger och matkultur | restaurants and food culture
kansallispuistot ja safarit | nationalparker och safari | national parks and safaris
eläintiede | zoologi | zoology
dinosaurukset ja fossiilit | dinosaurier och fossil | dinosaurs and fossils
kasvit | växter | plants
tiede ja tutkimus | vetenskap och forskning | science and research
fysiikka | fysik | physics
kemia | kemi | chemistry
biologia ja solut | biologi och celler | biology and cells
genetiikka | genetik | genetics
avaruus ja tähtitiede | rymden och astronomi | space and astronomy
avaruuslennot | rymdfärder | space flight
tekniikka ja keksinnöt | teknik och uppfinningar | technology and inventions
tietokoneet ja internet | datorer och internet | computers and the internet
tietoturva | informationssäkerhet | information security
ajoneuvot | fordon | vehicles
matematiikka | matematik | mathematics
psykologia | psykologi | psychology
aivot ja oppiminen | hjärnan och inlärning | the brain and learning
kielet | språk | languages
filosofia | filosofi | philosophy
uskonnot | religioner | religions
sairaudet ja epidemiat | sjukdomar och epidemier | diseases and epidemics
rokotukset | vaccinationer | vaccinations
lääketiede ja hoidot | medicin och behandlingar | medicine and treatments
sairaalat | sjukhus | hospitals
ravitsemus | näring | nutrition
vammat ja onnettomuudet | skador och olyckor | injuries and accidents
viihde | underhållning | entertainment
elokuvat ja televisio | film och tv | films and television
musiikki ja konsertit | musik och konserter | music and concerts
teatteri ja tanssi | teater och dans | theatre and dance
kirjallisuus | litteratur | literature
kuvataide | bildkonst | visual art
museot | museer | museums
pelit | spel | games
julkisuuden henkilöt | kändisar | celebrities
muoti | mode | fashion
juhlat ja perinteet | fester och traditioner | festivals and traditions
tiedotusvälineet | medier | news media
rikokset ja poliisi | brott och polisen | crime and the police
oikeudenkäynnit | rättegångar | trials in court
vankilat | fängelser | prisons
oikeusapu ja tuomioistuimet | rättshjälp och domstolar | legal aid and courts
velat ja ulosotto | skulder och utsökning | debts and enforcement
kuluttajansuoja | konsumentskydd | consumer protection
ihmisoikeudet | mänskliga rättigheter | human rights
tasa-arvo | jämställdhet | equality
perhe-elämä | familjeliv | family life
eläkkeet | pensioner | pensions
sosiaaliturva | social trygghet | social security
työttömyysturva | utkomstskydd för arbetslösa | unemployment benefits
työelämä | arbetsliv | working life
palkat | löner | wages
verotus | beskattning | taxation
valtiontalous | statsfinanser | public finances
talous ja pankit | ekonomi och banker | economy and banks
kauppa | handel | trade
teollisuus | industri | industry
kehitysapu | bistånd | development aid
turvapaikanhakijat | asylsökande | asylum seekers
rajavalvonta | gränsövervakning | border control
pelastustoimi | räddningsväsendet | rescue services
sosiaali- ja terveyspalvelut | social- och hälsovård | social and health services
hyvinvointialueet | välfärdsområden | wellbeing services counties
lastensuojelu | barnskydd | child protection
vammaispalvelut | funktionshinderservice | disability services
asevelvollisuus | värnplikt | conscription
postipalvelut | posttjänster | postal services
tietoliikenneyhteydet | dataförbindelser | broadband connections
väylät ja liikennehankkeet | trafikleder och trafikprojekt | transport infrastructure
metsästys | jakt | hunting
eläinten hyvinvointi | djurskydd | animal welfare
kaivokset | gruvor | mines
kemikaalit | kemikalier | chemicals
kirkko | kyrkan | the church
saamelaiset | samer | the Sámi
"""

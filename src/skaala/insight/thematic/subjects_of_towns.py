"""Subject headings of municipal work, and of how good practice spreads; see `subjects`."""

TOWNS = """
luonnon monimuotoisuus | biologisk mångfald | biodiversity
uhanalaiset lajit | hotade arter | endangered species
vieraslajit | invasiva arter | invasive species
niityt ja perinnemaisemat | ängar och vårdbiotoper | meadows
pölyttäjät ja hyönteiset | pollinerare och insekter | pollinators and insects
metsät ja hakkuut | skogar och avverkning | forests and felling
kaupunkipuut | träd i staden | urban trees
linnut | fåglar | birds
villieläimet | vilda djur | wild animals
suot ja ennallistaminen | myrar och restaurering | mires and restoration
puistot ja viheralueet | parker och grönområden | parks and green areas
luonnonsuojelu | naturskydd | nature conservation
valosaaste | ljusförorening | light pollution
jätehuolto | avfallshantering | waste management
roskaaminen | nedskräpning | littering
kierrätys ja lajittelu | återvinning och sortering | recycling and sorting
kiertotalous | cirkulär ekonomi | circular economy
uudelleenkäyttö | återbruk | reuse
korjaaminen | reparation | repair
lainaaminen ja yhteiskäyttö | utlåning och delning | lending and sharing
tekstiilit ja muovit | textilier och plast | textiles and plastics
teollisuuden sivuvirrat | industrins sidoströmmar | industrial by-products
kalusteet | möbler | furniture
biojäte ja kompostointi | bioavfall och kompostering | biowaste and composting
kertakäyttötuotteet | engångsartiklar | single-use products
maamassat | jordmassor | surplus soil
rakentaminen | byggande | construction
purkaminen | rivning | demolition
peruskorjaus | renovering | renovation
sisäilma | inomhusluft | indoor air
puurakentaminen | träbyggande | timber construction
rakennusmateriaalit | byggmaterial | building materials
kaavoitus | planläggning | land-use planning
tontit | tomter | building plots
asuminen | boende | housing
rakennusluvat | bygglov | building permits
rakennusten hiilijalanjälki | byggnaders koldioxidavtryck | carbon footprint of buildings
kiinteistöt ja toimitilat | fastigheter och lokaler | premises and property
kulttuuriperintö | kulturarv | cultural heritage
keskustat ja lähiöt | centrum och förorter | town centres and suburbs
tyhjät rakennukset | tomma byggnader | vacant buildings
koulut | skolor | schools
oppilaat ja opiskelijat | elever och studerande | pupils and students
opettajat | lärare | teachers
opetussuunnitelmat ja oppimateriaali | läroplaner och läromedel | curricula and learning materials
varhaiskasvatus | småbarnspedagogik | early childhood education
ympäristökasvatus | miljöfostran | environmental education
ammatillinen koulutus | yrkesutbildning | vocational education
aikuiskoulutus | vuxenutbildning | adult education
korkeakoulut | högskolor | universities
ilmastoahdistus | klimatångest | climate anxiety
energia | energi | energy
lämmitys | uppvärmning | heating
sähkö | elektricitet | electricity
aurinkoenergia | solenergi | solar energy
tuulivoima | vindkraft | wind power
fossiiliset polttoaineet | fossila bränslen | fossil fuels
biokaasu ja bioenergia | biogas och bioenergi | biogas and bioenergy
energiansäästö | energisparande | energy saving
valaistus | belysning | lighting
taloyhtiöt | bostadsbolag | housing companies
ydinvoima | kärnkraft | nuclear power
kouluruoka | skolmat | school meals
ruokapalvelut ja keittiöt | måltidstjänster och kök | catering and kitchens
kasvisruoka | vegetarisk mat | plant-based food
lähiruoka | närproducerad mat | local food
ruokahävikki | matsvinn | food waste
ruoka-apu | mathjälp | food aid
maatalous | jordbruk | agriculture
kalastus | fiske | fishing
strategiat ja ohjelmat | strategier och program | strategies and programmes
luottamushenkilöt ja valtuusto | förtroendevalda och fullmäktige | councillors and the council
johtaminen | ledarskap | leadership
seuranta ja mittarit | uppföljning och mätare | monitoring and indicators
vaikuttavuuden arviointi | konsekvensbedömning | impact assessment
talousarvio | budget | budget
ilmastotavoitteet | klimatmål | climate targets
kestävä kehitys | hållbar utveckling | sustainable development
päätöksenteko | beslutsfattande | decision-making
toimialojen yhteistyö | samarbete mellan sektorer | cooperation between departments
vastuuhenkilöt | ansvarspersoner | responsible officers
joukkoliikenne | kollektivtrafik | public transport
pyöräily | cykling | cycling
kävely | gångtrafik | walking
autoilu ja pysäköinti | bilism och parkering | driving and parking
sähköautot ja lataaminen | elbilar och laddning | electric cars and charging
talvikunnossapito | vinterväghållning | winter maintenance
liikenneturvallisuus | trafiksäkerhet | road safety
tiet ja kadut | vägar och gator | roads and streets
yhteiskäyttöautot | bilpooler | car sharing
työmatkat | arbetsresor | commuting
etätyö | distansarbete | remote work
koulumatkat | skolresor | school journeys
raideliikenne | järnvägstrafik | rail transport
tavaraliikenne ja logistiikka | godstrafik och logistik | freight and logistics
melu ja ilmanlaatu | buller och luftkvalitet | noise and air quality
asukkaiden osallistuminen | invånarnas delaktighet | participation of residents
osallistuva budjetointi | medborgarbudgetering | participatory budgeting
kyselyt ja palaute | enkäter och respons | surveys and feedback
nuorten vaikuttaminen | ungas inflytande | youth participation
järjestöt ja vapaaehtoiset | föreningar och volontärer | associations and volunteers
kylät ja talkoot | byar och talkoarbete | villages and voluntary work
asukastilaisuudet | invånarmöten | public meetings
selkokieli ja käännökset | lättläst språk och översättningar | plain language and translations
viestintä | kommunikation | communication
sosiaalinen media | sociala medier | social media
hankinnat ja kilpailutus | upphandling | public procurement
hankintakriteerit | upphandlingskriterier | procurement criteria
yhteishankinnat | gemensamma upphandlingar | joint procurement
sopimukset ja toimittajat | avtal och leverantörer | contracts and suppliers
vastuullinen tuotanto | ansvarsfull produktion | responsible production
elinkaarikustannukset | livscykelkostnader | life-cycle costs
konsultit ja ostopalvelut | konsulter och köptjänster | consultants and bought services
hulevedet | dagvatten | stormwater
tulvat | översvämningar | floods
jätevedet ja viemärit | avloppsvatten | wastewater
juomavesi ja pohjavesi | dricksvatten och grundvatten | drinking water and groundwater
järvet ja joet | sjöar och åar | lakes and rivers
merialueet ja Itämeri | havsområden och Östersjön | seas and the Baltic
rehevöityminen ja sinilevä | övergödning och blåalger | eutrophication and algae
rannat ja uiminen | stränder och badande | beaches and swimming
satamat | hamnar | harbours
lumi ja tiesuola | snö och vägsalt | snow and road salt
terveys | hälsa | health
mielenterveys | mental hälsa | mental health
yksinäisyys ja yhteisöllisyys | ensamhet och gemenskap | loneliness and community
ikääntyneet | äldre människor | older people
lapsiperheet | barnfamiljer | families with children
nuoret | ungdomar | young people
eriarvoisuus ja köyhyys | ojämlikhet och fattigdom | inequality and poverty
esteettömyys | tillgänglighet | accessibility
maahanmuutto ja kotoutuminen | invandring och integration | immigration and integration
kirjastot | bibliotek | libraries
liikunta ja harrastukset | motion och hobbyer | exercise and hobbies
turvallisuus | trygghet | safety
päihteet | missbruk | substance abuse
hoiva ja kotihoito | omsorg och hemvård | home care
työssä jaksaminen | ork i arbetet | well-being at work
rahoitus ja avustukset | finansiering och bidrag | funding and grants
kustannukset ja säästöt | kostnader och besparingar | costs and savings
ajan puute | tidsbrist | lack of time
henkilöstö | personal | staff
osaaminen ja asiantuntijat | kompetens och sakkunniga | expertise
neuvonta ja tuki | rådgivning och stöd | advice and support
kuntien yhteistyö | samarbete mellan kommuner | cooperation between municipalities
verkostot | nätverk | networks
verkostojen tapaamiset | nätverksträffar | network meetings
yritykset | företag | businesses
työllisyys | sysselsättning | employment
lait ja luvat | lagar och tillstånd | laws and permits
valtion ohjaus | statens styrning | state guidance
kokeilut | försök | experiments
hankkeet | projekt | projects
hankkeen jälkeinen aika | tiden efter projektet | life after the project
avoin data | öppna data | open data
digitaaliset palvelut | digitala tjänster | digital services
tekoäly | artificiell intelligens | artificial intelligence
päästöt | utsläpp | emissions
sopeutuminen ilmastonmuutokseen | klimatanpassning | climate adaptation
hyvien käytäntöjen levittäminen | spridning av god praxis | spreading good practices
käyttöönotto | införande | implementation
vertaisoppiminen | kollegialt lärande | peer learning
opintokäynnit | studiebesök | study visits
esimerkit ja kokemukset | exempel och erfarenheter | examples and experiences
valmiit mallit | färdiga modeller | ready-made models
oppaat ja ohjeet | guider och anvisningar | guides and instructions
asiakirjapohjat | dokumentmallar | document templates
epäonnistumisista oppiminen | lärdomar av misslyckanden | learning from failures
edelläkävijät | föregångare | pioneers
pienet kunnat | små kommuner | small municipalities
suuret kaupungit | stora städer | large cities
paikalliset ratkaisut | lokala lösningar | local solutions
yhteiset ratkaisut | gemensamma lösningar | common solutions
sitoutuminen | engagemang | commitment
jatkuvuus | kontinuitet | continuity
avainhenkilöt | nyckelpersoner | key people
henkilöstön vaihtuvuus | personalomsättning | staff turnover
perehdytys | introduktion i arbetet | induction of staff
alueelliset koordinaattorit | regionala samordnare | regional coordinators
maakunnat ja seudut | landskap och regioner | regions
yhteystiedot | kontaktuppgifter | contact details
tietopankit | kunskapsbanker | knowledge banks
webinaarit | webbinarier | webinars
koulutukset | utbildningar | training
palkinnot ja tunnustus | priser och erkännande | awards and recognition
kannustimet | incitament | incentives
tavoitteet ja tulokset | mål och resultat | goals and results
takaisinmaksuaika | återbetalningstid | payback time
"""

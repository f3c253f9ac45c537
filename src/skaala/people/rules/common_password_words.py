"""
Words that people in Finland and Sweden make passwords of: written down by us, not taken from a list of stolen ones.

In any spelling: :mod:`skaala.people.rules.password_words` compares them without accents and case.
"""

from __future__ import annotations

_FINNISH = """
salasana salakala salasanani tunnus tunnussana käyttäjä pääsy kirjaudu kirjautuminen sisään avain avaimet järjestelmä
ylläpito ylläpitäjä pääkäyttäjä testi testaus testaaja kokeilu esimerkki väliaikainen uusi vanha vaihda muista
moi moikka terve heippa hello huomenta kiitos kiitti rakas rakkaus kulta kultaseni muru oma minun sinä minä
äiti isä iskä mummo mummi vaari pappa ukki veli sisko poika tyttö vauva lapsi lapset perhe koti kotona mökki
kissa koira kisu hauva hevonen poni lintu kala karhu susi kettu hirvi joutsen pöllö jänis siili orava tiikeri leijona
kesä talvi syksy kevät kesäloma joulu juhannus vappu pääsiäinen uusivuosi
tammikuu helmikuu maaliskuu huhtikuu toukokuu kesäkuu heinäkuu elokuu syyskuu lokakuu marraskuu joulukuu
maanantai tiistai keskiviikko torstai perjantai lauantai sunnuntai viikonloppu
suomi finland sisu sauna perkele saatana vittu paska helvetti jumalauta
jääkiekko kiekko lätkä jalkapallo futis leijonat hifk jokerit ilves tappara kärpät pelaaja joukkue mestari maali
helsinki stadi espoo vantaa tampere manse turku oulu jyväskylä kuopio lahti pori vaasa rovaniemi joensuu
lappeenranta kouvola hämeenlinna seinäjoki rauma mikkeli kotka salo porvoo kajaani kokkola lappi savo karjala
kunta kaupunki kuntaliitto kuntatalo valtuusto hallitus virasto toimisto työ työpaikka työpaja työpöytä lopputilaisuus
kokous tapahtuma ilmoittautuminen järjestäjä hanke projekti kiertotalous kestävyys kestävä ilmasto ympäristö luonto
punainen sininen vihreä keltainen musta valkoinen aurinko kuu tähti taivas meri järvi metsä kukka ruusu
yksi kaksi kolme neljä viisi kuusi seitsemän kahdeksan yhdeksän kymmenen
matti maija pekka kalle ville jussi mikko antti juha janne timo heikki hannu markku sanna anna laura johanna minna
tiina päivi kirsi eeva liisa aino emma
kahvi olut kalja viina makkara pulla lakritsi salmiakki karkki suklaa pizza
muumi peikko nalle hessu aku ankka batman
"""

_SWEDISH = """
lösenord lösen lösenordet hemlig hemligt hemlighet användare inloggning logga nyckel administratör admin
test testar prova exempel tillfällig gammal byt hej hejsan hallå tjena morgon tack
älskling älskar kärlek sötnos gumman hjärtat mamma pappa mormor farmor morfar farfar bror syster pojke flicka barn familj hem stuga
katt katten hund hunden häst fågel björn varg räv älg tiger lejon
sommar vinter höst vår jul julafton midsommar påsk nyår semester
januari februari mars april maj juni juli augusti september oktober november december
måndag tisdag onsdag torsdag fredag lördag söndag helg
sverige svensk finland finlandssvensk stockholm göteborg malmö uppsala helsingfors åbo vasa esbo vanda borgå jakobstad
karleby tammerfors uleåborg lovisa ekenäs raseborg närpes mariehamn åland österbotten nyland
fotboll ishockey hockey djurgården hammarby leksand frölunda brynäs
kommun kommunen stad staden förening arbete kontor verkstad workshop möte evenemang arrangör projekt
cirkulär kretslopp hållbar hållbarhet klimat miljö natur
röd blå grön gul svart vit sol solen måne stjärna himmel hav sjö skog blomma ros
fan jävlar helvete skit
kaffe godis choklad öl korv bulle mumin troll nalle
johan anders erik lars karl peter mikael anna maria karin eva lena sara emma
"""

_ENGLISH = """
password passw0rd passphrase secret login welcome admin administrator user guest default change changeme letmein
qwerty qwertyui asdf asdfgh zxcvbn abcd abcde abcdef abcdefg monkey dragon master shadow sunshine princess football baseball
hockey iloveyou love lover angel baby hello summer winter spring autumn monday friday computer internet windows office
microsoft google apple samsung nokia iphone star wars superman batman pokemon
"""

COMMON = tuple(f"{_FINNISH} {_SWEDISH} {_ENGLISH}".split())

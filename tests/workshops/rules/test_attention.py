"""What holds a statement until somebody has looked at it, and that nearly nothing else does."""

import pytest

from skaala.demo.statements_2023 import NETWORKS, PIONEERS, RECEIVING
from skaala.workshops.rules.attention import Concern, concerns
from skaala.workshops.rules.insults import STEMS


@pytest.mark.parametrize(
    ("text", "concern"),
    [
        ("Kysykää lisää numerosta 040 123 4567", Concern.PHONE),
        ("Ring +358 9 1234567 så berättar vi", Concern.PHONE),
        ("Hänen tunnuksensa on 131052-308T", Concern.IDENTITY_CODE),
        ("Katso www.esimerkki.fi/ohje", Concern.LINK),
        ("Kirjoita osoitteeseen maija@esimerkki.fi", Concern.LINK),
        ("Näyttely on osoitteessa Sturenkatu 4", Concern.ADDRESS),
        ("Hän asuu osoitteessa Hulkontie 83", Concern.ADDRESS),
        ("Posten går till 33720 Tammerfors", Concern.ADDRESS),
        ("Maija Virtasen hanke onnistui hyvin", Concern.NAME),
        ("Projektet som Lars Holmberg ledde var bra", Concern.NAME),
        ("Naapurikunnan idioottien takia tämä jäi tekemättä", Concern.WORD),
        ("Täysi i d i o o t t i ei", None),
        ("Vilken jävla röra", Concern.WORD),
        ("What a bunch of m0r0ns", Concern.WORD),
    ],
)
def test_what_should_be_looked_at_is_held(text, concern):
    assert (concern in concerns(text)) if concern else concerns(text) == []


ORDINARY = """
Vuosina 2021–2023 tehtiin 1 500 päätöstä
Raha riittää 12 000 000 eurolla vuoteen 2030
Uusi Espoo ja Vantaa tekevät tämän yhdessä
Sitran Suomi 2035 -ohjelma auttoi
Keskusteluun tarvitaan myös assistentteja ja klassikoita
Kuntamme kasvaa 12000 asukkaalla
Päästöt vähenivät 21 000-41 000 tonnia
Valtatie 4 jakaa kuntamme kahtia
Kantatie 51 ja maantie 130 tarvitsevat pyöräväylän
Siirtymäpolku 2035 on hyväksytty valtuustossa
Pyörätien 12 kilometriä rakennettiin yhdessä
Kokeilu onnistui hyvin.Se levisi naapuriin
Sairaala siirtyi biolämpöön
Sairastavuus vähenee, kun ilma puhdistuu
Varasto muutettiin lainaamoksi
Latautuvat bussit hankittiin yhdessä
Saatan olla väärässä, mutta hinta ratkaisee
Pelletit korvasivat öljyn koululla
Rottaongelma väheni, kun biojäte kerättiin erikseen
Sikatilan lannasta tehdään biokaasua
Aasian markkinat nostavat hintoja
Asunto-osakeyhtiöt tarvitsevat neuvontaa
Nollatoleranssi ei auta, nollaenergiatalo auttaa
Vammaispalvelut ja vammaisneuvosto mukaan suunnitteluun
Kehitysvammaisten asumisyksikkö lämpenee maalämmöllä
Saastat vähenevät ja saasteet myös
Kolhoosin aikaan maata viljeltiin toisin
Ämmässuon kaasu kerätään talteen
Nuijamaan raja-asema sai aurinkopaneelit
Pahvipakkausten keräys laajeni kaikkiin taajamiin
Puupäällysteet kestävät pohjoisessakin
Korruptio estää kestävät hankinnat
Juomakelvoton vesi oli herätys
Porsaita kasvatetaan jätteillä
Liikennevalot maksettu valtion tuella
Rapistuvat koulut kannattaa korjata
Konnunsuo ennallistettiin
Sovittu asia pitää toteuttaa
Lampaskatras hoitaa niityn
Se on kallista as usual
Slutsatsen är att vi gör det tillsammans
Till slut lyckades vi få med alla
Sista anmälningsdag är i mars, slutet på året räcker inte
Det är troligt att mycket förändras
Tillräckligt många invånare deltar
Fantastiskt samarbete mellan kommunerna
Festivalen samlar folk från hela regionen
Feta priser hindrar inte bussarna
Matsvinn minskar i skolorna
Latituden påverkar solenergin
Lata dagar på stranden är hållbar turism
Mångfald och enfald är inte motsatser
Rötterna ruttnar när marken blir våt
Hemmet är den bästa platsen att spara energi
Hagar och ängar sköts av får
Det finns flera typer av bidrag
Läskigt höga kostnader stoppade projektet
Psykiatrin flyttade till nya lokaler
Riksvägen 4 och stamvägen 51 behöver cykelbanor
Skitiga gator efter vintern
Grisgården ger biogas
Alla knäpper på knappen för bussen
Prata med grannkommunen först
Pricka in det som fungerar
As a small town we need partners
I am a fan of shared procurement
Psychology explains why people recycle
Sympathetic officials helped a lot
Freak weather floods the centre every year
Slag from the plant is used in roads
Prick the bubble of easy answers
Foolproof sorting needs good signs
Arsenic in the wells was removed
Piglets are fed with leftovers
Pigs and rats are no longer a problem at the landfill
Retardant materials protect the timber school
Twitter reaches only some residents
Thieves took the copper cables twice
Fraudulent offers scare people off heat pumps
Filthy streets were cleaned together
The scheme was parasitic on old grants
Winners and losers must both be heard
"""


@pytest.mark.parametrize("text", ORDINARY.strip().splitlines())
def test_what_is_harmless_is_shown(text):
    assert concerns(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Hullut päättäjät", "Ihan saatanan tyhmää", "Valtuuston idiootit", "Kunnanidiootti keksi tämän", "Kusipäät päättävät",
        "Vittu mitä touhua", "Paskaa koko ohjelma", "Pelle koko johtaja", "Ämmä ja ääliö", "Se juntti ei ymmärrä", "Vitun hanke",
        "Läskit liikkumaan", "Mulkku naapurikunnassa", "Vilken jävla röra", "Dumskallar i fullmäktige", "Ni är idioter",
        "Helvetes kommun", "Den förrädaren", "Korkade beslut", "Fitta", "En skithög", "Kärringen bestämmer", "Patetiskt förslag",
        "You fucking morons", "What an idiot", "Assholes in the council", "Clowns run this town", "These retards decide",
        "The mayor is a liar", "Stupid idea", "A bunch of wankers", "Pathetic plan",
    ],
)  # fmt: skip
def test_insults_are_held(text):
    assert concerns(text) == [Concern.WORD]


def test_fewer_than_one_in_a_hundred_of_the_demo_s_statements_is_held():
    said = [one.text for one in [*RECEIVING, *PIONEERS, *NETWORKS]]
    held = [text for text in said if concerns(text)]
    assert len(held) < len(said) / 100, held


def test_the_organiser_adds_words_and_takes_some_off():
    assert concerns("Tämä on humpuukia", own_words=["humpuuk"]) == [Concern.WORD]
    assert concerns("Tyhmää säästämistä") == [Concern.WORD]
    assert concerns("Tyhmää säästämistä", own_words=["-tyhm"]) == []


def test_the_lists_are_long_enough():
    assert len(STEMS["fi"]) >= 150 and sum(map(len, STEMS.values())) >= 300

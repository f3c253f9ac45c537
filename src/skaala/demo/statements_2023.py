"""What simulated participants say on the boards of 2023: our own words, nobody's real statement.

Each line: how far it belongs to one of two ways of thinking (from −1, each town its own way, to 1, common solutions
for all; 0 for what both can hold), how readily people agree with it (0 to 1), and the words.
"""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class ScriptedStatement:
    """One simulated statement."""

    kind: str
    lean: float
    ease: float
    text: str


# Translations as a facilitator would enter them, for a few of the statements.
TRANSLATED = {
    "Käynti kunnassa, jossa teko on jo tehty, vakuuttaa enemmän kuin raportti": {
        "sv": "Ett besök i en kommun som redan har gjort det övertygar mer än en rapport",
        "en": "A visit to a municipality that has done it already convinces more than a report",
    },
    "Puhelinnumero ihmiselle, joka on tehnyt saman, on paras tuki": {
        "sv": "Ett telefonnummer till någon som har gjort samma sak är det bästa stödet",
        "en": "The phone number of somebody who has done the same is the best support",
    },
    "Kenelläkään ei ole työaikaa etsiä esimerkkejä muualta": {
        "sv": "Ingen har arbetstid för att leta efter exempel på annat håll",
        "en": "Nobody has working hours to look for examples elsewhere",
    },
    "A short video by the people who did the work is easy to show to the council": {
        "fi": "Tekijöiden oma lyhyt video on helppo näyttää valtuustolle",
    },
}


def _lines(kind: str, *lines: tuple[float, float, str]) -> list[ScriptedStatement]:
    return [ScriptedStatement(kind, lean, ease, text) for lean, ease, text in lines]


RECEIVING = [
    *_lines(
        "good_practice",
        (0.0, 0.9, "Käynti kunnassa, jossa teko on jo tehty, vakuuttaa enemmän kuin raportti"),
        (0.8, 0.6, "Valmis malli, jossa on kilpailutusasiakirjat mukana, säästää viikkoja"),
        (0.0, 0.85, "Puhelinnumero ihmiselle, joka on tehnyt saman, on paras tuki"),
        (-0.7, 0.6, "Ratkaisu kannattaa aina muokata omaan kuntaan ennen käyttöönottoa"),
        (0.0, 0.8, "Kustannukset ja säästöt kannattaa kertoa euroina jo alussa"),
        (0.6, 0.6, "Maakunnan yhteinen asiantuntija auttaa monta pientä kuntaa kerralla"),
        (-0.6, 0.55, "Pieni oma kokeilu opettaa enemmän kuin suuri yhteishanke"),
        (0.0, 0.8, "Luottamushenkilöt innostuvat, kun naapurikunnan päättäjä kertoo kokemuksesta"),
        (0.5, 0.6, "Samankokoisten kuntien pari toimii paremmin kuin yleinen opas"),
        (0.0, 0.75, "Ett studiebesök hos en lika stor kommun gav mer än alla rapporter"),
        (0.7, 0.55, "Gemensamma mallar på svenska och finska gör tröskeln lägre"),
        (0.0, 0.7, "A short video by the people who did the work is easy to show to the council"),
        (-0.5, 0.5, "Asukkaiden oma aloite kantaa pidemmälle kuin ulkoa tuotu malli"),
    ),
    *_lines(
        "bottleneck",
        (0.0, 0.9, "Kenelläkään ei ole työaikaa etsiä esimerkkejä muualta"),
        (0.0, 0.85, "Hyvistä teoista kerrotaan, mutta ei siitä, miten ne tehtiin"),
        (0.6, 0.6, "Jokainen kunta kilpailuttaa saman asian erikseen"),
        (-0.7, 0.5, "Valtakunnalliset mallit eivät tunne pienen kunnan arkea"),
        (0.0, 0.8, "Hankkeen loppuessa osaaminen lähtee kunnasta"),
        (0.0, 0.75, "Esimerkit ovat suurista kaupungeista, joilla on omat asiantuntijat"),
        (0.4, 0.6, "Yhteystiedot vanhenevat, eikä kukaan päivitä niitä"),
        (-0.5, 0.5, "Rahoituksen ehdot pakottavat kaikki samaan muottiin"),
        (0.0, 0.7, "Epäonnistumisista ei uskalleta kertoa"),
        (0.3, 0.6, "Tekninen toimi ja ympäristötoimi eivät puhu samasta asiasta samoilla sanoilla"),
        (0.0, 0.75, "Det saknas någon som har tid att översätta exemplen till vår vardag"),
        (-0.4, 0.5, "Nationella mål säger inte vad en liten kommun ska göra på måndag"),
        (0.0, 0.65, "There is no way to know whether an action still runs where it was started"),
        (0.0, 0.6, "Päätös viipyy, koska valtuusto haluaa nähdä takaisinmaksuajan"),
    ),
    *_lines(
        "open_question",
        (0.0, 0.7, "Kuinka monta tuntia käyttöönotto vei siltä, joka sen teki?"),
        (0.3, 0.6, "Mitä teko maksoi ensimmäisenä vuonna ja mitä sen jälkeen?"),
        (0.0, 0.65, "Mikä meni pieleen, ja mitä nyt tehtäisiin toisin?"),
        (-0.3, 0.5, "Mitä mallissa saa muuttaa ilman että se lakkaa toimimasta?"),
    ),
    *_lines(
        "next_step",
        (0.8, 0.55, "Kuntaliitto kokoaa kilpailutusten mallipohjat yhteen paikkaan"),
        (0.0, 0.8, "Järjestetään vuosittain vierailupäivä kunnassa, joka on tehnyt sen jo"),
        (0.6, 0.55, "Maakuntiin palkataan yhteinen käyttöönoton tukihenkilö"),
        (-0.8, 0.45, "Annetaan raha suoraan kunnille ja niiden päättää itse"),
        (0.0, 0.75, "Jokaisesta teosta kirjataan, mitä se vaati: tunnit, eurot ja luvat"),
        (-0.5, 0.45, "Jokainen kunta valitsee vuodessa yhden teon ja tekee sen omalla tavallaan"),
        (0.0, 0.65, "Kommunförbundet ordnar en gemensam kontaktlista som någon håller aktuell"),
        (0.4, 0.55, "The ministry funds the second municipality, not only the first"),
        (0.0, 0.6, "Kutsutaan hallintojohtaja mukaan jo ensimmäiseen palaveriin"),
    ),
]

PIONEERS = [
    *_lines(
        "good_practice",
        (0.5, 0.6, "Energiaremonttien yhteiskilpailutus sopisi kaikenkokoisille kunnille"),
        (0.0, 0.8, "Ruokahävikin mittaaminen kouluissa on halpaa ja helppoa aloittaa"),
        (0.0, 0.7, "Työsuhdepyörä leviää, kun henkilöstöhallinto omistaa sen"),
        (-0.5, 0.5, "Omasta tarpeesta syntynyt ratkaisu on se, joka jää elämään"),
        (0.0, 0.8, "Johtoryhmän nimeämä omistaja pitää teon hengissä"),
        (0.6, 0.55, "Yhteinen mittari kaikille yksiköille tekee työstä näkyvää"),
        (0.0, 0.75, "Kerromme myös luvut, jotka eivät mairittele"),
        (-0.6, 0.5, "Annetaan yksiköille vapaus ja rahaa kokeilla"),
        (0.0, 0.7, "Vi låter grannkommunen läsa våra avtal och egna misstag"),
        (0.4, 0.6, "Kiertotalouden hankintakriteerit voi kopioida sellaisinaan"),
        (0.0, 0.65, "A playbook of two pages is read, one of forty is not"),
        (0.0, 0.7, "Uusi työntekijä saa perehdytyksessä myös ilmastotavoitteet"),
    ),
    *_lines(
        "bottleneck",
        (0.0, 0.85, "Kokeilu jää yhden innostuneen ihmisen varaan"),
        (0.0, 0.75, "Muiden neuvomiseen ei ole varattu työaikaa"),
        (0.6, 0.55, "Hyvä kokeilu ei päädy talousarvioon eikä hankintaohjeeseen"),
        (-0.6, 0.45, "Konsernin yhteiset säännöt hidastavat kokeiluja"),
        (0.0, 0.7, "Toimialat suojelevat omia määrärahojaan"),
        (0.3, 0.55, "Jokainen yksikkö ostaa oman järjestelmänsä"),
        (0.0, 0.65, "Vi får finansiering för det nya men inte för att sprida det gamla"),
        (-0.4, 0.5, "Palkinnot ja julkisuus vievät huomion pois tavallisesta työstä"),
        (0.0, 0.7, "Nobody asks the pioneers what the second town should do differently"),
        (0.5, 0.5, "Tieto on eri järjestelmissä, joita ei voi verrata"),
    ),
    *_lines(
        "next_step",
        (0.0, 0.8, "Edelläkävijän työtunnit muiden neuvomiseen korvataan"),
        (0.7, 0.55, "Hankintayksiköt sopivat yhteisistä kriteereistä vuoden aikana"),
        (-0.7, 0.4, "Lopetetaan valtakunnalliset kampanjat ja tuetaan paikallisia tekijöitä"),
        (0.0, 0.7, "Kaupunginjohtaja kertoo tuloksista valtuustolle kahdesti vuodessa"),
        (0.4, 0.6, "Pioneers and receivers are matched in pairs for one year"),
        (0.0, 0.65, "Julkaistaan teon ohje samalla kun siitä kerrotaan uutisissa"),
        (-0.3, 0.5, "Jokainen toimiala valitsee itse omat kaksi tekoaan"),
    ),
]

NETWORKS = [
    *_lines(
        "good_practice",
        (0.0, 0.85, "Verkosto on parhaimmillaan, kun sama ihminen vastaa siitä vuosia"),
        (0.5, 0.6, "Verkosto kokoaa kysymykset ja hakee vastaukset yhdellä kertaa kaikille"),
        (0.0, 0.75, "Kollegan luottamus syntyy tapaamisissa eikä sähköpostissa"),
        (-0.4, 0.55, "Pieni alueellinen ryhmä tietää, mikä meillä oikeasti onnistuu"),
        (0.0, 0.7, "Nätverket hjälper när man vågar fråga det enkla"),
        (0.6, 0.55, "Yhteiset webinaarit tavoittavat nekin, joilla ei ole matkarahaa"),
        (0.0, 0.65, "A network works when the members decide what to talk about"),
        (-0.5, 0.5, "Verkoston ei pidä ohjata kuntia vaan kuunnella niitä"),
    ),
    *_lines(
        "bottleneck",
        (0.0, 0.85, "Verkostoja on liikaa, ja samat ihmiset istuvat niissä kaikissa"),
        (0.0, 0.8, "Kukaan ei kirjaa, mitä verkoston tapaamisen jälkeen tehtiin"),
        (0.5, 0.55, "Verkostot tekevät samoja oppaita toisistaan tietämättä"),
        (-0.5, 0.5, "Verkoston tavoitteet tulevat rahoittajalta eivätkä kunnilta"),
        (0.0, 0.7, "Koordinaattorin työ on aina määräaikainen hanke"),
        (0.0, 0.65, "De minsta kommunerna finns inte med i något nätverk"),
        (0.4, 0.5, "Meillä ei ole yhteistä kuvaa siitä, mikä teko on missäkin menossa"),
        (0.0, 0.6, "Members leave when the meetings are only presentations"),
    ),
    *_lines(
        "open_question",
        (0.7, 0.55, "Voisivatko verkostot pitää yhtä yhteistä luetteloa teoista?"),
        (0.0, 0.65, "Kuka kutsuu mukaan ne kunnat, jotka eivät ole missään?"),
        (-0.4, 0.45, "Tarvitaanko kaikkia verkostoja enää lainkaan?"),
        (0.3, 0.6, "Hur kan nätverken dela arbetet mellan sig?"),
    ),
    *_lines(
        "next_step",
        (0.8, 0.55, "Yhdistetään verkostojen kalenterit ja oppaat yhteen paikkaan"),
        (0.0, 0.75, "Koordinaattoreille järjestetään yhteinen työpäivä kahdesti vuodessa"),
        (0.0, 0.7, "Verkosto seuraa, mitkä jäsenet ottivat teon käyttöön ja miksi"),
        (-0.7, 0.4, "Raha verkostoilta suoraan kuntien omaan työhön"),
        (0.5, 0.55, "Kuntaliitto ja ympäristöministeriö sopivat verkostojen työnjaosta"),
        (0.0, 0.65, "Varje nätverk bjuder in en ny liten kommun per år"),
        (0.0, 0.6, "Write down one promise per member at the end of each meeting"),
    ),
]

WORKSHOPS = {1: RECEIVING, 2: PIONEERS, 3: NETWORKS}
# By number of the workshop, how many statements of the workshop before are carried over.
CARRIED = {2: 8, 3: 8}

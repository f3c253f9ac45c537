"""The series of spring 2023: names, titles, dates and places are the announcement's; running text is our own."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, time
from zoneinfo import ZoneInfo

from skaala.ui.texts import Texts

ZONE = ZoneInfo("Europe/Helsinki")
SLUG = "kestavyystoimien-skaalaus-2023"
PUBLISHED = datetime(2023, 3, 6, 16, 24, tzinfo=ZONE)
ARCHIVED = datetime(2023, 6, 1, 9, 0, tzinfo=ZONE)


@dataclass(frozen=True)
class Organisation:
    slug: str
    name: Texts
    kind: str
    url: str


ASSOCIATION = Organisation(
    "kuntaliitto",
    Texts(
        fi="Kuntaliitto",
        sv="Kommunförbundet",
        en="Association of Finnish Municipalities",
    ),
    "association",
    "https://www.kuntaliitto.fi/",
)
PROGRAMME = Organisation(
    "kestava-kaupunki",
    Texts(
        fi="ympäristöministeriön Kestävä kaupunki -ohjelma",
        sv="miljöministeriets program Hållbar stad",
        en="Ministry of the Environment’s Sustainable City programme",
    ),
    "state_body",
    "https://kestavakaupunki.fi/",
)
MDI = Organisation(
    "mdi", Texts(fi="MDI Public Oy", sv="MDI Public Oy", en="MDI Public Oy"), "company", "https://www.mdi.fi/"
)

TITLE = Texts(
    fi="Tapahtumasarja kuntien kestävyystoimien skaalauksen vauhdittamiseksi",
    sv="Evenemangsserie för att sätta fart på uppskalningen av kommunernas hållbarhetsåtgärder",
    en="Event series to speed up the scaling of municipal sustainability actions",
)
SUMMARY = Texts(
    fi="Kolme työpajaa ja kaikille yhteinen lopputilaisuus: miten hyväksi todetut kestävyysteot lähtevät leviämään "
    "kunnasta toiseen, ja mikä niiden tielle tulee?",
    sv="Tre workshoppar och ett avslutningsseminarium för alla: hur får goda hållbarhetsåtgärder spridning från en kommun "
    "till en annan, och vad står i vägen?",
    en="Three workshops and a closing event for everyone: how do good sustainability actions spread from one municipality "
    "to another, and what stands in their way?",
)
INTRODUCTION = Texts(
    fi="Monessa kunnassa on jo tehty tekoja, joista muillekin olisi hyötyä. Silti ne jäävät usein sinne, missä ne "
    "keksittiin. Keväällä 2023 etsimme yhdessä skaalauksen **hyviä käytäntöjä** ja sen **pullonkauloja**.\n\n"
    "Kukin työpaja katsoo asiaa yhden sidosryhmän silmin: ratkaisuja etsivien kuntien, edelläkävijöiden ja verkostojen. "
    "Lopputilaisuudessa kokoamme hankkeen tulokset ja sovimme, mitä seuraavaksi tehdään.",
    sv="Många kommuner har redan gjort sådant som också andra skulle ha nytta av. Ändå stannar det ofta där det "
    "uppfanns. Våren 2023 söker vi tillsammans **god praxis** för uppskalning och dess **flaskhalsar**.\n\n"
    "Varje workshop ser på saken med en intressentgrupps ögon: de kommuner som söker lösningar, föregångarna och nätverken. "
    "På avslutningsseminariet samlar vi projektets resultat och kommer överens om nästa steg.",
    en="Many municipalities have already done things that would help others too. Yet these often stay where they were "
    "invented. In spring 2023 we look together for **good practices** of scaling and for its **bottlenecks**.\n\n"
    "Each workshop looks at the matter with the eyes of one stakeholder group: municipalities that look for solutions, "
    "pioneers, and networks. The closing event draws the project’s results together and agrees on the next steps.",
)
BASIS = Texts(
    fi="Työpajat ja lopputilaisuus perustuvat selvitykseen, jossa kootaan kuntien kestävyystoimien skaalausta tukevia "
    "toimia Suomesta ja muualta maailmasta. Selvityksen ovat tilanneet Kestävä kaupunki -ohjelma ja Kuntaliitto, ja sen "
    "tekee MDI Public Oy.",
    sv="Workshopparna och avslutningsseminariet bygger på en utredning som samlar åtgärder som stöder uppskalningen av "
    "kommunernas hållbarhetsåtgärder, i Finland och utomlands. Utredningen har beställts av programmet Hållbar stad och "
    "Kommunförbundet och görs av MDI Public Oy.",
    en="The workshops and the closing event rest on a study of what supports the scaling of municipal sustainability "
    "actions, at home and abroad. The Sustainable City programme and the Association commissioned it; MDI Public Oy "
    "carries it out.",
)
INSTRUCTIONS = Texts(
    fi="Ilmoittaudu yhdellä lomakkeella niihin tilaisuuksiin, joihin tulet. Saat sähköpostiin vahvistuksen, "
    "kalenteritiedoston ja oman linkin, jolla voit muuttaa ilmoittautumista tai perua sen. Liittymislinkki Teamsiin on "
    "vahvistuksessa. Tervetuloa!",
    sv="Anmäl dig med en och samma blankett till de evenemang du kommer till. Du får en bekräftelse, en kalenderfil och en "
    "egen länk som du kan ändra eller avboka anmälan med. Länken till Teams finns i bekräftelsen. Välkommen!",
    en="Register with one form for the events you will attend. You get a confirmation by e-mail, a calendar file and a "
    "link of your own for changing or cancelling. The link to Teams is in the confirmation. Welcome!",
)


@dataclass(frozen=True)
class AnnouncedEvent:
    slug: str
    kind: str
    number: int | None
    title: Texts
    audience: Texts
    description: Texts
    perspective: str
    day: date
    start: time
    end: time
    mode: str
    register_by: date | None


EVENTS = [
    AnnouncedEvent(
        slug="tyopaja-1",
        kind="workshop",
        number=1,
        title=Texts(
            fi="Skaalattavien kestävyystoimien vastaanotto ja soveltaminen",
            sv="Att ta emot och tillämpa skalbara hållbarhetsåtgärder",
            en="Receiving and applying scalable sustainability actions",
        ),
        audience=Texts(
            fi="Pienille ja keskisuurille kunnille, jotka etsivät hyviä esimerkkejä muualta ja voivat ottaa valmiita "
            "ratkaisuja ketterästi käyttöön.",
            sv="För små och medelstora kommuner som söker goda exempel på annat håll och smidigt kan ta färdiga lösningar i bruk.",
            en="For small and mid-size municipalities that look for good examples elsewhere and can take up ready solutions "
            "with little ado.",
        ),
        description=Texts(
            fi="Puhumme skaalauksesta vastaanottavan kunnan näkökulmasta: mikä auttaa ottamaan muualla tehdyn omaan käyttöön, "
            "ja mihin se kompastuu?",
            sv="Vi talar om uppskalning ur den mottagande kommunens perspektiv: vad hjälper när man tar över något som gjorts på "
            "annat håll, och var tar det stopp?",
            en="We talk about scaling from the receiving municipality’s point of view: what helps in taking up what was done "
            "elsewhere, and where does it stumble?",
        ),
        perspective="receiver",
        day=date(2023, 3, 27),
        start=time(13),
        end=time(15),
        mode="online",
        register_by=date(2023, 3, 26),
    ),
    AnnouncedEvent(
        slug="tyopaja-2",
        kind="workshop",
        number=2,
        title=Texts(
            fi="Edelläkävijäkuntien kestävyystoimien skaalaus",
            sv="Skalning av föregångarkommunernas hållbarhetsåtgärder",
            en="Scaling the sustainability actions of pioneer municipalities",
        ),
        audience=Texts(
            fi="Kunnille ja kaupungeille, jotka kulkevat kestävyystyön kärjessä.",
            sv="För kommuner och städer som går i täten för hållbarhetsarbetet.",
            en="For municipalities and cities that lead the way in sustainability.",
        ),
        description=Texts(
            fi="Mitkä omassa kunnassa toimiviksi todetut ratkaisut sopivat parhaiten myös muille? Entä miten skaalaus saa lisää "
            "voimaa oman organisaation sisällä?",
            sv="Vilka lösningar som fungerar i den egna kommunen passar bäst också för andra? Och hur kan uppskalningen stärkas inom "
            "den egna organisationen?",
            en="Which solutions that work at home suit others best? And how can scaling be strengthened inside one’s own "
            "organisation?",
        ),
        perspective="pioneer",
        day=date(2023, 3, 29),
        start=time(13),
        end=time(15),
        mode="online",
        register_by=date(2023, 3, 28),
    ),
    AnnouncedEvent(
        slug="tyopaja-3",
        kind="workshop",
        number=3,
        title=Texts(
            fi="Skaalauksen syventäminen kuntien kestävyysverkostoissa",
            sv="Att fördjupa uppskalningen i kommunernas hållbarhetsnätverk",
            en="Deepening scaling in the municipalities’ sustainability networks",
        ),
        audience=Texts(
            fi="Kuntien kestävyysverkostojen koordinaattoreille ja niistä vastaaville.",
            sv="För dem som koordinerar och ansvarar för kommunernas hållbarhetsnätverk.",
            en="For coordinators of municipal sustainability networks and those responsible in them.",
        ),
        description=Texts(
            fi="Mikä on verkostojen tehtävä skaalauksessa, ja mitä niissä kannattaa kehittää, jotta vaikutus syvenee?",
            sv="Vilken är nätverkens roll i uppskalningen, och vad lönar det sig att utveckla i dem för att effekten ska bli djupare?",
            en="What is the networks’ part in scaling, and what should they develop so that its effect deepens?",
        ),
        perspective="network",
        day=date(2023, 3, 30),
        start=time(9),
        end=time(11),
        mode="online",
        register_by=date(2023, 3, 29),
    ),
    AnnouncedEvent(
        slug="lopputilaisuus",
        kind="closing_event",
        number=None,
        title=Texts(fi="Lopputilaisuus", sv="Avslutningsseminarium", en="Closing event"),
        audience=Texts(
            fi="Kaikille: työpajoihin osallistuneille ja muille aiheesta kiinnostuneille.",
            sv="För alla: för dem som deltagit i workshopparna och för andra som är intresserade av ämnet.",
            en="For everyone: those who took part in the workshops and others who care about the matter.",
        ),
        description=Texts(
            fi="Vedämme yhteen, mitä hankkeessa opittiin, ja keskustelemme siitä, miten skaalausta viedään eteenpäin.",
            sv="Vi sammanfattar vad projektet lärt oss och diskuterar hur uppskalningen förs vidare.",
            en="We draw together what the project has taught and discuss how to take scaling further.",
        ),
        perspective="everyone",
        day=date(2023, 5, 10),
        start=time(10),
        end=time(15),
        mode="hybrid",
        register_by=None,
    ),
]

VENUE_NAME = Texts(fi="Kuntatalo", sv="Kommunernas hus", en="Kuntatalo")
VENUE_STREET = "Toinen linja 14"
VENUE_POSTAL_CODE = "00530"
VENUE_CITY = Texts(fi="Helsinki", sv="Helsingfors", en="Helsinki")

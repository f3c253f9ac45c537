"""
A made-up study for the 2023 series, with findings and support measures, so that one can see what they are for.

What the real study concluded is not public. Nothing here is its result, and nobody named here exists; everything is marked.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db import transaction

from skaala.evidence import operations
from skaala.evidence.models import Bottleneck, Study, StudyFinding, SupportMeasure
from skaala.series.models import Series
from skaala.ui.texts import Texts

TITLE = Texts(
    fi="Esimerkkiselvitys kestävyystoimien leviämisestä (esimerkkitieto, ei tutkimuksen tulos)",
    sv="Exempelutredning om hur hållbarhetsåtgärder sprids (exempeluppgifter, inte ett forskningsresultat)",
    en="Example study of how sustainability actions spread (illustrative data, not the result of research)",
)
AUTHORS = "Skaala-demo"


@dataclass(frozen=True)
class Finding:
    kind: str
    text: Texts
    bottleneck: str = ""
    passage: str = ""


@dataclass(frozen=True)
class Measure:
    kind: str
    country: str
    offered_by: str
    name: Texts
    description: Texts
    answers: tuple[str, ...]


FINDINGS = (
    Finding("good_practice", Texts(
        fi="Toimi lähtee leviämään, kun kokenut kunta antaa yhden nimetyn ihmisen vastata kysymyksiin.",
        sv="En åtgärd börjar spridas när en erfaren kommun låter en namngiven person svara på frågor.",
        en="An action begins to spread when an experienced town lets one named person answer questions.",
    ), "no-contact", "s. 12"),
    Finding("good_practice", Texts(
        fi="Pieni kokeilu tavallisissa oloissa vakuuttaa enemmän kuin suuri hanke.",
        sv="Ett litet försök under vanliga förhållanden övertygar mer än ett stort projekt.",
        en="A small trial in ordinary conditions convinces more than a large project.",
    ), "ideal-conditions-only", "s. 14"),
    Finding("bottleneck", Texts(
        fi="Henkilöstön aika puuttuu useammin kuin raha.",
        sv="Personalens tid saknas oftare än pengar.",
        en="Staff time is missing more often than money.",
    ), "no-staff-time", "s. 17"),
    Finding("bottleneck", Texts(
        fi="Kuvauksissa kerrotaan, mitä tehtiin, mutta kustannukset ja työvaiheet jäävät pois.",
        sv="Beskrivningarna berättar vad som gjordes, men kostnader och arbetsskeden lämnas bort.",
        en="Descriptions tell what was done but leave out costs and working steps.",
    ), "what-but-not-how", "s. 18"),
    Finding("bottleneck", Texts(
        fi="Pieni kunta ei tunnista itseään suuren kaupungin esimerkistä.",
        sv="En liten kommun känner inte igen sig i en stor stads exempel.",
        en="A small town does not recognise itself in a large city’s example.",
    ), "wrong-size", "s. 19"),
    Finding("bottleneck", Texts(
        fi="Kuntien verkostot kutsuvat samat ihmiset moneen samanlaiseen kokoukseen.",
        sv="Kommunernas nätverk kallar samma personer till många likadana möten.",
        en="Networks of municipalities call the same people to many similar meetings.",
    ), "networks-overlap", "s. 21"),
    Finding("support_measure", Texts(
        fi="Muissa Pohjoismaissa valmis hankintamalli on lyhentänyt käyttöönottoa kuukausilla.",
        sv="I de övriga nordiska länderna har en färdig upphandlingsmall förkortat införandet med månader.",
        en="In the other Nordic countries a ready procurement template has shortened adoption by months.",
    ), "no-procurement-template", "s. 26"),
    Finding("support_measure", Texts(
        fi="Pieni monistusraha, jonka saa ilman hankehakemusta, saa liikkeelle enemmän kuntia kuin suuri tuki.",
        sv="Ett litet bidrag för att kopiera, utan projektansökan, får fler kommuner i rörelse än ett stort stöd.",
        en="A small grant for copying, without a project application, moves more towns than a large one.",
    ), "no-money-up-front", "s. 28"),
    Finding("next_step", Texts(
        fi="Kootaan toimille yhteinen kuvauspohja, jossa ovat kustannukset, työaika ja yhteyshenkilö.",
        sv="En gemensam mall tas fram för att beskriva åtgärder, med kostnader, arbetstid och kontaktperson.",
        en="Make a common form for describing actions, with costs, working time and a contact.",
    ), "not-documented", "s. 33"),
    Finding("next_step", Texts(
        fi="Sovitaan verkostojen kesken, kuka kutsuu koolle minkäkin aiheen.",
        sv="Nätverken kommer överens om vem som sammankallar till vilket tema.",
        en="Networks agree on who convenes which subject.",
    ), "networks-overlap", "s. 34"),
    Finding("open_question", Texts(
        fi="Kuinka moni käyttöönotettu toimi on käytössä vielä viiden vuoden päästä?",
        sv="Hur många av de införda åtgärderna används ännu efter fem år?",
        en="How many of the actions taken up are still in use after five years?",
    ), "", "s. 36"),
)  # fmt: skip

MEASURES = (
    Measure("money", "FI", "Esimerkkirahasto", Texts(
        fi="Monistusraha", sv="Kopieringsbidrag", en="Copying grant",
    ), Texts(
        fi="5 000 euroa kunnalle, joka ottaa käyttöön muualla toimineen ratkaisun. Yhden sivun hakemus.",
        sv="5 000 euro till en kommun som inför en lösning som fungerat på annat håll. En ansökan på en sida.",
        en="5,000 euros for a town that takes up what has worked elsewhere. A one-page application.",
    ), ("no-money-up-front", "one-projects-money")),
    Measure("money", "SE", "Exempelmyndigheten", Texts(
        fi="Tuki jatkolle hankkeen jälkeen", sv="Stöd för fortsättning efter projektet", en="Support beyond the project",
    ), Texts(
        fi="Maksaa vuoden työn, kun hanke päättyy ja toimi siirtyy perustyöksi.",
        sv="Betalar ett års arbete när projektet slutar och åtgärden blir en del av det vanliga arbetet.",
        en="Pays one year’s work when a project ends and the action becomes ordinary work.",
    ), ("one-projects-money", "budget-year")),
    Measure("peer_learning", "FI", "Esimerkkikuntien yhdistys", Texts(
        fi="Vertaisparit", sv="Kollegapar", en="Peer pairs",
    ), Texts(
        fi="Kaksi samankokoista kuntaa tapaa neljä kertaa vuodessa yhden toimen ympärillä.",
        sv="Två lika stora kommuner träffas fyra gånger om året kring en åtgärd.",
        en="Two towns of the same size meet four times a year about one action.",
    ), ("wrong-size", "no-contact", "what-but-not-how")),
    Measure("peer_learning", "NO", "Eksempelnettverket", Texts(
        fi="Päivä kokeneen kunnan työparina", sv="En dag vid en erfaren kommuns sida", en="A day beside an experienced town",
    ), Texts(
        fi="Vierailija tekee päivän töitä sen kanssa, joka toimen tuntee. Matkat korvataan.",
        sv="Gästen arbetar en dag med den som kan åtgärden. Resorna ersätts.",
        en="The visitor works for a day with the one who knows the action. Travel is paid.",
    ), ("what-but-not-how", "no-competence-to-adapt")),
    Measure("network", "DK", "Eksempelkommunerne", Texts(
        fi="Puhelinvuoro kokeneissa kunnissa", sv="Telefonjour i erfarna kommuner", en="A telephone hour in experienced towns",
    ), Texts(
        fi="Verkosto maksaa kokeneelle kunnalle kaksi tuntia viikossa muiden kysymyksiin.",
        sv="Nätverket betalar en erfaren kommun för två timmar i veckan åt andras frågor.",
        en="The network pays an experienced town two hours a week for others’ questions.",
    ), ("nobody-paid-to-answer", "no-contact", "depends-on-one-person")),
    Measure("network", "FI", "Esimerkkiverkosto", Texts(
        fi="Kuukauden toimi -kirje", sv="Månadens åtgärd, ett brev", en="Action of the month, a letter",
    ), Texts(
        fi="Yksi toimi kuukaudessa: mitä se maksoi, kuka vastaa kysymyksiin, kenelle se sopii.",
        sv="En åtgärd i månaden: vad den kostade, vem som svarar på frågor, vem den passar.",
        en="One action a month: what it cost, who answers, whom it suits.",
    ), ("unknown-to-those-who-need-it", "cost-unknown")),
    Measure("template", "SE", "Exempelinköp", Texts(
        fi="Valmis hankintamalli", sv="Färdig upphandlingsmall", en="Ready procurement template",
    ), Texts(
        fi="Tarjouspyyntö, sopimus ja vertailuperusteet, jotka saa muokata omikseen.",
        sv="Anbudsförfrågan, avtal och jämförelsegrunder som får anpassas.",
        en="Call for tenders, contract and criteria, free to adapt.",
    ), ("no-procurement-template", "it-or-procurement-lock-in")),
    Measure("template", "FI", "Esimerkkihankinnat", Texts(
        fi="Seudun yhteishankinta", sv="Regional samupphandling", en="Joint procurement of a region",
    ), Texts(
        fi="Kymmenen kuntaa kilpailuttaa yhdessä; pieni kunta pääsee mukaan ilman omaa asiantuntijaa.",
        sv="Tio kommuner upphandlar tillsammans; en liten kommun kommer med utan egen expert.",
        en="Ten towns tender together; a small one joins without an expert of its own.",
    ), ("no-procurement-template", "no-staff-time")),
    Measure("expert_help", "NL", "Voorbeeldbureau", Texts(
        fi="Lainattava asiantuntija", sv="En expert till låns", en="An expert on loan",
    ), Texts(
        fi="Kymmenen päivää asiantuntijan työtä, kun kunta sovittaa toimea omiin oloihinsa.",
        sv="Tio dagars expertarbete när kommunen anpassar en åtgärd till sina egna förhållanden.",
        en="Ten days of an expert’s work while a town adapts an action to its own conditions.",
    ), ("no-competence-to-adapt", "no-staff-time")),
    Measure("expert_help", "FI", "Esimerkkijuristit", Texts(
        fi="Juristin neuvontatunti", sv="En timmes juridisk rådgivning", en="A lawyer’s hour",
    ), Texts(
        fi="Maksuton tunti, kun selvitetään, sopiiko toisen kunnan oikeudellinen ratkaisu omaan kuntaan.",
        sv="En avgiftsfri timme för att reda ut om en annan kommuns juridiska lösning passar den egna.",
        en="A free hour to find out whether another town’s legal set-up suits one’s own.",
    ), ("local-legal-set-up",)),
    Measure("data", "DE", "Beispielinstitut", Texts(
        fi="Vaikutusten tarkistus", sv="Granskning av effekter", en="Check of effects",
    ), Texts(
        fi="Ulkopuolinen tarkistaa ennen–jälkeen-luvut ja kirjoittaa niistä sivun.",
        sv="En utomstående granskar siffrorna före och efter och skriver en sida om dem.",
        en="An outsider checks the figures before and after and writes a page about them.",
    ), ("result-not-verified", "ideal-conditions-only")),
    Measure("data", "EE", "Näidisamet", Texts(
        fi="Kustannusten vertailutaulukko", sv="Jämförelsetabell över kostnader", en="Comparison of costs",
    ), Texts(
        fi="Toimien hinta ja työaika asukasta kohti kunnan koon mukaan.",
        sv="Åtgärdernas pris och arbetstid per invånare enligt kommunens storlek.",
        en="Price and working time of actions per resident, by size of town.",
    ), ("cost-unknown", "wrong-size")),
    Measure("law", "EU", "", Texts(
        fi="Raportointi, joka kysyy myös muilta opittua", sv="Rapportering som också frågar vad man lärt av andra",
        en="Reporting that also asks what was learnt from others",
    ), Texts(
        fi="Ohjelman raportissa kerrotaan, mitä otettiin käyttöön muualta ja keneltä.",
        sv="I programmets rapport berättas vad som införts från annat håll och av vem.",
        en="A programme’s report says what was taken up from elsewhere, and from whom.",
    ), ("no-political-will", "not-documented")),
    Measure("recognition", "FI", "Esimerkkikuntien yhdistys", Texts(
        fi="Vuoden soveltaja -palkinto", sv="Priset Årets tillämpare", en="Adopter of the year",
    ), Texts(
        fi="Palkinto kunnalle, joka otti toisen kunnan toimen käyttöön ja kertoi siitä avoimesti.",
        sv="Ett pris till en kommun som införde en annan kommuns åtgärd och berättade öppet om det.",
        en="A prize for a town that took up another’s action and told openly about it.",
    ), ("not-invented-here", "no-political-will")),
)  # fmt: skip


def load_study(series: Series) -> None:
    """Give the series its made-up study, unless it has one."""
    if Study.objects.filter(series=series).exists():
        return
    with transaction.atomic():
        study = operations.save_study(
            study=Study(series=series, title=TITLE, authors=AUTHORS, year=2023, is_illustrative=True)
        )
        named = {one.slug: one for one in Bottleneck.objects.all()}
        for found in FINDINGS:
            finding = StudyFinding(
                study=study,
                kind=found.kind,
                text=found.text,
                bottleneck=named[found.bottleneck] if found.bottleneck else None,
                passage=found.passage,
            )
            operations.save_study_finding(finding=finding)
        for one in MEASURES:
            measure = SupportMeasure(
                kind=one.kind,
                country=one.country,
                offered_by=one.offered_by,
                name=one.name,
                description=one.description,
                study=study,
                tenant=study.series.tenant,
                is_illustrative=True,
            )
            operations.save_measure(measure=measure, answers=[named[slug] for slug in one.answers])

"""Long texts of a few invented actions, so that a well-documented page can be seen; by the code of the owner."""

from __future__ import annotations

from typing import Any

from skaala.ui.texts import Texts

DETAILS: dict[str, dict[str, Any]] = {
    "889": {
        "steps": Texts(
            fi="1. Kootaan kunnat, joiden koulun lämmitys on uusittava viiden vuoden sisällä.\n2. Yksi kunta kirjoittaa tarjouspyynnön, muut tarkistavat.\n3. Tarjoukset pyydetään kohteittain, jotta pieni yritys voi tarjota yhtä koulua.\n4. Ensimmäinen koulu valmistuu vuotta ennen muita, ja siitä opitaan.",
            sv="1. Samla de kommuner vars skola behöver ny uppvärmning inom fem år.\n2. En kommun skriver anbudsförfrågan, de andra granskar.\n3. Anbud begärs per skola, så att ett litet företag kan lämna anbud på en.\n4. Den första skolan blir klar ett år före de andra, och den lär man sig av.",
            en="1. Gather the municipalities whose school needs new heating within five years.\n2. One municipality writes the call for tenders, the others check it.\n3. Offers are asked for school by school, so that a small company can offer for one.\n4. The first school is ready a year before the others, and they learn from it.",
        ),
        "core": Texts(
            fi="Yhteinen tarjouspyyntö ja yksi nimetty vetäjä.",
            sv="En gemensam anbudsförfrågan och en utsedd ledare.",
            en="One common call for tenders and one named leader.",
        ),
        "adaptable": Texts(
            fi="Kuntien määrä, maksuaika ja se, ostetaanko laite vai lämpö palveluna.",
            sv="Antalet kommuner, betalningstiden och om man köper anläggningen eller värmen som tjänst.",
            en="The number of municipalities, the terms of payment, and whether the plant or heat as a service is bought.",
        ),
        "effects": Texts(
            fi="Ostoenergia väheni 62 prosenttia kahdessa lämmityskaudessa.",
            sv="Den köpta energin minskade med 62 procent på två eldningssäsonger.",
            en="Purchased energy fell by 62 per cent in two heating seasons.",
        ),
        "measured_how": Texts(
            fi="Laskutettu energia ennen ja jälkeen, sään vaikutus poistettuna.",
            sv="Fakturerad energi före och efter, korrigerad för vädret.",
            en="Billed energy before and after, corrected for weather.",
        ),
        "saving": Texts(
            fi="Säästö 9 000 euroa vuodessa koulua kohti; maksaa itsensä takaisin 11 vuodessa.",
            sv="Besparingen är 9 000 euro per år och skola; återbetalas på 11 år.",
            en="Saves 9,000 euros a year for each school; pays back in 11 years.",
        ),
        "conditions": Texts(
            fi="Tontti, jolle saa porata, ja rakennus, jonka lämmitys on vesikiertoinen.",
            sv="En tomt där man får borra och en byggnad med vattenburen värme.",
            en="A plot where drilling is allowed, and a building heated by circulating water.",
        ),
        "legal_basis": Texts(
            fi="Hankintalain avoin menettely; yhteishankinnasta sovitaan kuntien välisellä sopimuksella.",
            sv="Öppet förfarande enligt upphandlingslagen; om samarbetet ingås ett avtal mellan kommunerna.",
            en="The open procedure of the procurement act; the municipalities agree on the joint procurement in a contract.",
        ),
        "lessons": Texts(
            fi="Ensimmäisellä kierroksella pyydettiin tarjous kaikista kouluista kerralla, eikä yksikään paikallinen yritys jättänyt tarjousta.",
            sv="I första omgången begärdes anbud på alla skolor på en gång, och inget lokalt företag lämnade anbud.",
            en="In the first round one offer was asked for all schools, and no local company made one.",
        ),
        "profile": {
            "measured": {"answer": "yes"},
            "verified": {"answer": "no"},
            "many_dimensions": {"answer": "partly"},
            "better_than_usual": {"answer": "yes"},
            "cost_known": {"answer": "yes"},
            "payback_known": {"answer": "yes"},
            "core_named": {"answer": "yes"},
            "without_original_person": {"answer": "partly"},
            "small_trial": {"answer": "no"},
            "results_in_a_year": {"answer": "yes"},
            "legal_basis": {"answer": "yes"},
            "conditions_named": {"answer": "yes"},
            "contact_answers": {"answer": "yes"},
            "failures_described": {"answer": "yes"},
        },
    },
    "075": {
        "lessons": Texts(
            fi="Kasvit kuivuivat ensimmäisenä kesänä, koska kukaan ei kastellut. Seuraavalla kerralla hoito kilpailutettaisiin ennen rakentamista ja aloitettaisiin kolmesta varjoisasta katoksesta.",
            sv="Växterna torkade den första sommaren eftersom ingen vattnade. Nästa gång skulle skötseln upphandlas före bygget och man skulle börja med tre skuggiga skydd.",
            en="The plants dried out in the first summer because nobody watered them. Next time care would be tendered before building, beginning with three shelters in the shade.",
        ),
    },
    "444": {
        "lessons": Texts(
            fi="Kyytejä oli liian harvassa. Naapurikunnassa sama onnistui, kun pysäkit sijoitettiin koulukuljetusten varrelle.",
            sv="Skjutsarna var för få. I grannkommunen lyckades samma sak när hållplatserna lades vid skolskjutsarnas rutter.",
            en="Rides were too few. A neighbour succeeded when the stops were placed along school routes.",
        ),
    },
    "305": {
        "lessons": Texts(
            fi="Kun hanke päättyi, kukaan ei ollut varannut rahaa jatkoon. Yritysten osuudesta olisi pitänyt sopia ensimmäisenä vuonna.",
            sv="När projektet slutade hade ingen reserverat pengar för fortsättningen. Företagens andel borde ha avtalats det första året.",
            en="When the project ended nobody had set money aside. The companies’ share should have been agreed in the first year.",
        ),
    },
    "106": {
        "steps": Texts(
            fi="Aloita kymmenestä tavarasta, joita kysytään eniten. Kirjaa lainat samaan järjestelmään kuin kirjat. Varaa huoltoon yksi iltapäivä viikossa.",
            sv="Börja med tio saker som efterfrågas mest. Registrera lånen i samma system som böckerna. Reservera en eftermiddag i veckan för underhåll.",
            en="Begin with the ten things people ask for most. Register loans in the same system as books. Set aside one afternoon a week for maintenance.",
        ),
        "core": Texts(fi="Kirjastokortti riittää.", sv="Bibliotekskortet räcker.", en="The library card is enough."),
        "adaptable": Texts(
            fi="Tavarat, laina-aika ja vakuus.", sv="Sakerna, lånetiden och panten.", en="The things, the loan period and the deposit."
        ),
        "conditions": Texts(
            fi="Hyllytilaa ja joku, joka osaa huoltaa.", sv="Hyllutrymme och någon som kan underhålla.",
            en="Shelf space, and somebody who can maintain things.",
        ),
    },
}  # fmt: skip

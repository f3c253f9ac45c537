"""Texts of the samples: a series, its events and news."""

from __future__ import annotations

from datetime import datetime
from typing import Any
from zoneinfo import ZoneInfo

from skaala.ui.texts import Texts

HELSINKI = ZoneInfo("Europe/Helsinki")


SERIES_TITLE = Texts(
    fi="Kestävyystoimet liikkeelle kunnasta kuntaan",
    sv="Hållbarhetsåtgärder på väg från kommun till kommun",
    en="Getting sustainability actions to travel between municipalities",
)


SERIES_LEAD = Texts(
    fi="Kolme etätyöpajaa ja yhteinen lopputilaisuus siitä, "
    "miten hyvät kestävyystoimet leviävät kunnasta toiseen.",
    sv="Tre webbworkshoppar och ett gemensamt avslutningsseminarium "
    "om hur goda hållbarhetsåtgärder sprids mellan kommuner.",
    en="Three online workshops and a shared closing event "
    "on how good sustainability actions spread between towns.",
)


EVENTS: list[dict[str, Any]] = [
    {
        "label": Texts(fi="Työpaja 1", sv="Workshop 1", en="Workshop 1"),
        "title": Texts(
            fi="Skaalattavien kestävyystoimien vastaanotto ja soveltaminen",
            sv="Att ta emot och tillämpa skalbara hållbarhetsåtgärder",
            en="Receiving and applying scalable sustainability actions",
        ),
        "start": datetime(2027, 4, 5, 13, tzinfo=HELSINKI),
        "hours": 2,
        "mode": Texts(fi="Etänä", sv="På distans", en="Online"),
        "place": "Teams",
        "audience": Texts(
            fi="Pienille ja keskisuurille kunnille, jotka etsivät hyviä esimerkkejä muualta.",
            sv="För små och medelstora kommuner som söker goda exempel från andra håll.",
            en="For small and mid-size municipalities that look for good examples elsewhere.",
        ),
        "status": "closing_soon",
        "open": True,
    },
    {
        "label": Texts(fi="Työpaja 2", sv="Workshop 2", en="Workshop 2"),
        "title": Texts(
            fi="Edelläkävijäkuntien kestävyystoimien skaalaus",
            sv="Skalning av föregångarkommunernas hållbarhetsåtgärder",
            en="Scaling the actions of pioneer municipalities",
        ),
        "start": datetime(2027, 4, 7, 13, tzinfo=HELSINKI),
        "hours": 2,
        "mode": Texts(fi="Etänä", sv="På distans", en="Online"),
        "place": "Teams",
        "audience": Texts(
            fi="Edelläkävijäkunnille: mitkä toimet sopivat muille, "
            "ja miten skaalaus vahvistuu omassa organisaatiossa.",
            sv="För föregångarkommuner: vilka åtgärder passar andra "
            "och hur stärks uppskalningen i den egna organisationen?",
            en="For pioneer municipalities: which actions fit others, "
            "and how scaling grows inside one's own organisation.",
        ),
        "status": "open",
        "open": True,
    },
    {
        "label": Texts(fi="Työpaja 3", sv="Workshop 3", en="Workshop 3"),
        "title": Texts(
            fi="Skaalauksen syventäminen kuntien kestävyysverkostoissa",
            sv="Djupare uppskalning i kommunernas hållbarhetsnätverk",
            en="Deepening scaling in municipal sustainability networks",
        ),
        "start": datetime(2027, 4, 8, 9, tzinfo=HELSINKI),
        "hours": 2,
        "mode": Texts(fi="Etänä", sv="På distans", en="Online"),
        "place": "Teams",
        "audience": Texts(
            fi="Kestävyysverkostojen koordinaattoreille ja vastuuhenkilöille.",
            sv="För koordinatorer och ansvariga i hållbarhetsnätverken.",
            en="For coordinators of sustainability networks and those responsible in them.",
        ),
        "status": "closed",
        "open": False,
    },
    {
        "label": Texts(fi="Lopputilaisuus", sv="Slutevenemang", en="Closing event"),
        "title": Texts(
            fi="Tulokset ja seuraavat askeleet", sv="Resultat och nästa steg", en="Results and next steps"
        ),
        "start": datetime(2027, 5, 19, 10, tzinfo=HELSINKI),
        "hours": 5,
        "mode": Texts(fi="Paikan päällä tai etänä", sv="På plats eller på distans", en="On site or online"),
        "place": "Kuntatalo, Toinen linja 14, Helsinki",
        "audience": Texts(fi="Kaikille yhteinen.", sv="Gemensamt för alla.", en="For everyone."),
        "status": "open",
        "open": True,
        "note": Texts(
            fi="Ohjelma tarkentuu.",
            sv="Programmet preciseras senare.",
            en="The programme will be specified later.",
        ),
    },
]


MODES = [
    {"value": "onsite", "label": Texts(fi="Paikan päällä", sv="På plats", en="On site"), "checked": False},
    {"value": "online", "label": Texts(fi="Etänä", sv="På distans", en="Online"), "checked": True},
]


MODES_FULL = [
    {**MODES[0], "disabled": True, "reason": Texts(fi="paikat täynnä", sv="fullbokat", en="no seats left")},
    MODES[1],
]


MARKDOWN = Texts(
    fi="""# Miksi sarja järjestetään

Hyvä ratkaisu syntyy usein **yhdessä** kunnassa. Työpajoissa kysytään, mitä tarvitaan,
jotta siitä tulee *monen* kunnan arkea.

- hyvät käytännöt talteen
- pullonkaulat näkyviin

## Mihin työ nojaa

Sarja pohjaa [selvitykseen](https://example.org/) skaalauksen tukitoimista.""",
    sv="""# Varför serien ordnas

En bra lösning uppstår ofta i **en** kommun. Workshopparna frågar vad som behövs
för att den ska bli vardag i *många*.

- goda praxis tas till vara
- flaskhalsar synliggörs

## Vad arbetet bygger på

Serien bygger på [en utredning](https://example.org/) om åtgärder som stöder uppskalning.""",
    en="""# Why the series is held

A good solution is often born in **one** town. The workshops ask what it takes
to make it everyday life in *many*.

- good practices are kept
- bottlenecks are made visible

## What it rests on

The series rests on [a study](https://example.org/) of measures that support scaling.""",
)


UPDATES = [
    {
        "at": datetime(2027, 3, 22, 9, tzinfo=HELSINKI),
        "title": Texts(
            fi="Lopputilaisuuden puhujat on vahvistettu", sv="Talarna är bekräftade", en="Speakers confirmed"
        ),
        "body": Texts(
            fi="Ohjelma julkaistaan **huhtikuussa**.",
            sv="Programmet publiceras i **april**.",
            en="The programme follows in **April**.",
        ),
        "id": "update-2",
    },
    {
        "at": datetime(2027, 3, 1, 12, tzinfo=HELSINKI),
        "title": Texts(fi="Ilmoittautuminen on auki", sv="Anmälan är öppen", en="Registration is open"),
        "href": "#timeline",
    },
]

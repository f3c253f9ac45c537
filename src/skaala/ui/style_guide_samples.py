"""Made-up content for the style guide, in three languages; examples need no entry in the catalogues."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any
from zoneinfo import ZoneInfo

from django import forms
from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from skaala.ui.forms import DateAndTimeField, SearchInput, TextsFormField
from skaala.ui.style_guide_words import WORDS
from skaala.ui.templatetags.components import STATUSES
from skaala.ui.texts import Texts

HELSINKI = ZoneInfo("Europe/Helsinki")

# Texts as labels of fields, where Django wants strings: they become one in the reader's language when drawn.
say: Any = Texts

NAME: Any = Texts("Nimi", "Namn", "Name")
EMAIL: Any = Texts("Sähköposti", "E-post", "E-mail")
SERIES_TITLE = Texts(
    "Kestävyystoimet liikkeelle kunnasta kuntaan",
    "Hållbarhetsåtgärder på väg från kommun till kommun",
    "Getting sustainability actions to travel between municipalities",
)
SERIES_LEAD = Texts(
    "Kolme etätyöpajaa ja yhteinen lopputilaisuus siitä, "
    "miten hyvät kestävyystoimet leviävät kunnasta toiseen.",
    "Tre webbverkstäder och ett gemensamt slutevenemang "
    "om hur goda hållbarhetsåtgärder sprids mellan kommuner.",
    "Three online workshops and a shared closing event "
    "on how good sustainability actions spread between towns.",
)
EVENTS: list[dict[str, Any]] = [
    {
        "label": Texts("Työpaja 1", "Verkstad 1", "Workshop 1"),
        "title": Texts(
            "Skaalattavien kestävyystoimien vastaanotto ja soveltaminen",
            "Att ta emot och tillämpa skalbara hållbarhetsåtgärder",
            "Receiving and applying scalable sustainability actions",
        ),
        "start": datetime(2027, 4, 5, 13, tzinfo=HELSINKI),
        "hours": 2,
        "mode": Texts("Etänä", "På distans", "Online"),
        "place": "Teams",
        "audience": Texts(
            "Pienille ja keskisuurille kunnille, jotka etsivät hyviä esimerkkejä muualta.",
            "För små och medelstora kommuner som söker goda exempel från andra håll.",
            "For small and mid-size municipalities that look for good examples elsewhere.",
        ),
        "status": "closing_soon",
        "open": True,
    },
    {
        "label": Texts("Työpaja 2", "Verkstad 2", "Workshop 2"),
        "title": Texts(
            "Edelläkävijäkuntien kestävyystoimien skaalaus",
            "Skalning av föregångarkommunernas hållbarhetsåtgärder",
            "Scaling the actions of pioneer municipalities",
        ),
        "start": datetime(2027, 4, 7, 13, tzinfo=HELSINKI),
        "hours": 2,
        "mode": Texts("Etänä", "På distans", "Online"),
        "place": "Teams",
        "audience": Texts(
            "Edelläkävijäkunnille: mitkä toimet sopivat muille, "
            "ja miten skaalaus vahvistuu omassa organisaatiossa.",
            "För föregångarkommuner: vilka åtgärder passar andra "
            "och hur stärks skalningen i den egna organisationen?",
            "For pioneer municipalities: which actions fit others, "
            "and how scaling grows inside one's own organisation.",
        ),
        "status": "open",
        "open": True,
    },
    {
        "label": Texts("Työpaja 3", "Verkstad 3", "Workshop 3"),
        "title": Texts(
            "Skaalauksen syventäminen kuntien kestävyysverkostoissa",
            "Djupare skalning i kommunernas hållbarhetsnätverk",
            "Deepening scaling in municipal sustainability networks",
        ),
        "start": datetime(2027, 4, 8, 9, tzinfo=HELSINKI),
        "hours": 2,
        "mode": Texts("Etänä", "På distans", "Online"),
        "place": "Teams",
        "audience": Texts(
            "Kestävyysverkostojen koordinaattoreille ja vastuuhenkilöille.",
            "För koordinatorer och ansvariga i hållbarhetsnätverken.",
            "For coordinators of sustainability networks and those responsible in them.",
        ),
        "status": "closed",
        "open": False,
    },
    {
        "label": Texts("Lopputilaisuus", "Slutevenemang", "Closing event"),
        "title": Texts("Tulokset ja seuraavat askeleet", "Resultat och nästa steg", "Results and next steps"),
        "start": datetime(2027, 5, 19, 10, tzinfo=HELSINKI),
        "hours": 5,
        "mode": Texts("Paikan päällä tai etänä", "På plats eller på distans", "On site or online"),
        "place": "Kuntatalo, Toinen linja 14, Helsinki",
        "audience": Texts("Kaikille yhteinen.", "Gemensamt för alla.", "For everyone."),
        "status": "open",
        "open": True,
        "note": Texts(
            "Ohjelma tarkentuu.", "Programmet preciseras senare.", "The programme will be specified later."
        ),
    },
]
MODES = [
    {"value": "onsite", "label": Texts("Paikan päällä", "På plats", "On site"), "checked": False},
    {"value": "online", "label": Texts("Etänä", "På distans", "Online"), "checked": True},
]
MODES_FULL = [
    {**MODES[0], "disabled": True, "reason": Texts("paikat täynnä", "fullbokat", "no seats left")},
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

En bra lösning uppstår ofta i **en** kommun. Verkstäderna frågar vad som behövs
för att den ska bli vardag i *många*.

- goda praxis tas till vara
- flaskhalsar synliggörs

## Vad arbetet bygger på

Serien bygger på [en utredning](https://example.org/) om åtgärder som stöder skalning.""",
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
            "Lopputilaisuuden puhujat on vahvistettu", "Talarna är bekräftade", "Speakers confirmed"
        ),
        "body": Texts(
            "Ohjelma julkaistaan **huhtikuussa**.",
            "Programmet publiceras i **april**.",
            "The programme follows in **April**.",
        ),
        "id": "update-2",
    },
    {
        "at": datetime(2027, 3, 1, 12, tzinfo=HELSINKI),
        "title": Texts("Ilmoittautuminen on auki", "Anmälan är öppen", "Registration is open"),
        "href": "#timeline",
    },
]
REGIONS = [
    ("Uusimaa", 42, 17),
    ("Pirkanmaa", 28, 9),
    ("Pohjois-Pohjanmaa", 21, 5),
    ("Varsinais-Suomi", 16, 8),
    ("Pohjanmaa", 9, 2),
    ("Ahvenanmaa", 0, 1),
]
ROLES = [
    ("expert", Texts("Asiantuntija", "Sakkunnig", "Specialist")),
    ("leader", Texts("Johto", "Ledning", "Management")),
    ("elected", Texts("Luottamushenkilö", "Förtroendevald", "Elected official")),
]


class Row:
    """A registration as the desk lists it."""

    def __init__(self, name: str, town: str, status: str, at: datetime, events: int) -> None:
        self.name, self.town, self.status, self.at, self.events = name, town, status, at, events


ROWS = [
    Row("Aino Esimerkki", "Ii", "confirmed", datetime(2027, 3, 2, 9, 12, tzinfo=HELSINKI), 2),
    Row("Björn Modell", "Raseborg", "waiting", datetime(2027, 3, 2, 14, 5, tzinfo=HELSINKI), 1),
    Row(
        "Kaisa Kuvitelma-Keskustalo",
        "Pedersören kunta",
        "cancelled",
        datetime(2027, 3, 4, 8, 30, tzinfo=HELSINKI),
        0,
    ),
    Row("Pekka Piirros", "Lappeenranta", "confirmed", datetime(2027, 3, 9, 16, 24, tzinfo=HELSINKI), 4),
]


class SampleForm(forms.Form):
    """One field of each kind. Labels are :class:`Texts`, which speak the reader's language."""

    name = forms.CharField(
        label=NAME,
        widget=forms.TextInput({"autocomplete": "name"}),
        help_text=say("Näkyy järjestäjälle.", "Syns för arrangören.", "Seen by the organiser."),
    )
    email = forms.EmailField(label=EMAIL, widget=forms.EmailInput({"autocomplete": "email"}))
    town = forms.CharField(
        label=say("Kunta", "Kommun", "Municipality"),
        required=False,
        widget=SearchInput(
            ["Espoo – Esbo", "Ii", "Lappeenranta – Villmanstrand", "Raasepori – Raseborg", "Vaasa – Vasa"]
        ),
        help_text=say(
            "Kirjoita alku suomeksi tai ruotsiksi ja valitse.",
            "Skriv början på finska eller svenska och välj.",
            "Type the beginning in Finnish or Swedish and choose.",
        ),
    )
    role = forms.ChoiceField(label=say("Rooli", "Roll", "Role"), choices=ROLES)
    language = forms.ChoiceField(
        label=say("Kirjeiden kieli", "Brevens språk", "Language of letters"),
        choices=[("fi", "suomi"), ("sv", "svenska"), ("en", "English")],
        widget=forms.RadioSelect({"class": "is-row"}),
        initial="fi",
    )
    topics = forms.MultipleChoiceField(
        label=say("Kiinnostavat teemat", "Intressanta teman", "Topics of interest"),
        required=False,
        choices=[
            ("energy", Texts("Energia", "Energi", "Energy")),
            ("nature", Texts("Luonto", "Natur", "Nature")),
            ("transport", Texts("Liikkuminen", "Mobilitet", "Mobility")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )
    wishes = forms.CharField(
        label=say("Toiveet ja tarpeet", "Önskemål och behov", "Wishes and needs"),
        required=False,
        max_length=300,
        widget=forms.Textarea({"rows": 3}),
    )
    consent = forms.BooleanField(
        label=say(
            "Allergiatietoni saa antaa ruokapalvelulle.",
            "Mina allergiuppgifter får ges till cateringen.",
            "My dietary needs may be passed on to the caterer.",
        ),
        required=False,
    )


class OrganiserForm(forms.Form):
    """The fields that organisers meet."""

    title = TextsFormField(
        label=say("Tilaisuuden nimi", "Evenemangets namn", "Title of the event"), max_length=120
    )
    description = TextsFormField(
        label=say("Kuvaus", "Beskrivning", "Description"),
        rows=4,
        required=False,
        help_text=say("Markdownia saa käyttää.", "Du kan använda Markdown.", "Markdown may be used."),
    )
    start = DateAndTimeField(label=say("Alkaa", "Börjar", "Starts"))
    closes = DateAndTimeField(
        label=say("Ilmoittautuminen päättyy", "Anmälan stänger", "Registration closes"),
        required=False,
        end_of_day=True,
        help_text=say(
            "Ilman kellonaikaa: päivän loppuun asti.",
            "Utan klockslag: till dagens slut.",
            "Without a time: until the end of the day.",
        ),
    )


class FilterForm(forms.Form):
    """What stands in a toolbar. Everything is optional there, so nothing says so."""

    mark_optional = False
    q = forms.CharField(
        label=say("Hae", "Sök", "Search"), required=False, widget=forms.TextInput({"type": "search"})
    )
    status = forms.ChoiceField(
        label=say("Tila", "Läge", "Status"),
        required=False,
        choices=[
            ("", Texts("kaikki", "alla", "all")),
            ("confirmed", Texts("vahvistetut", "bekräftade", "confirmed")),
        ],
    )


def events() -> list[dict[str, Any]]:
    """Return the events with their ends and deadlines."""
    return [
        {
            "note": "",
            **event,
            "end": event["start"] + timedelta(hours=event["hours"]),
            "closes": event["start"].replace(hour=0),
            "id": f"event-{number}",
            "reason": Texts(
                "Ilmoittautuminen päättyi 7.4.2027.",
                "Anmälan stängde 7.4.2027.",
                "Registration closed on 7 April 2027.",
            ),
        }
        for number, event in enumerate(EVENTS, start=1)
    ]


def growth() -> list[tuple[date, int]]:
    """Return registrations over time: slow, then a letter goes out, then the deadline nears."""
    counts = [2, 5, 9, 11, 12, 30, 41, 47, 50, 52, 55, 57, 66, 84, 103, 116]
    return [(date(2027, 3, 1) + timedelta(days=2 * index), count) for index, count in enumerate(counts)]


def everything() -> dict[str, Any]:
    """Return all samples, with fresh forms."""
    return {
        "title": SERIES_TITLE,
        "lead": SERIES_LEAD,
        "series": Texts("Tapahtumasarja", "Evenemangsserie", "Event series"),
        "events": events(),
        "modes": MODES,
        "modes_full": MODES_FULL,
        "markdown": MARKDOWN,
        "only_swedish": Texts(sv="En text som ännu bara finns på svenska. Den får **ett märke**."),
        "only_finnish": Texts(fi="Teksti, joka on toistaiseksi vain suomeksi. Se saa **merkin**."),
        "updates": UPDATES,
        "regions": REGIONS,
        "regions_one": [(region, online + onsite) for region, online, onsite in REGIONS],
        "region_columns": [
            WORDS["region"],
            {"label": WORDS["online"], "numeric": True},
            {"label": WORDS["onsite"], "numeric": True},
        ],
        "shares": [
            {"label": WORDS["receivers"], "share": 87, "low": 68, "high": 95, "votes": 23},
            {"label": WORDS["pioneers"], "share": 44, "low": 25, "high": 66, "votes": 18},
        ],
        "attachments": ["skaala.ics"],
        "sender": "Skaala <no-reply@example.org>",
        "growth": growth(),
        "rows": ROWS,
        "form": SampleForm(initial={"name": "Aino Esimerkki"}, auto_id="sample_%s"),
        "wrong_form": SampleForm(
            {"name": "", "email": "aino(at)ii", "language": "xx", "role": "expert", "wishes": "x" * 320},
            auto_id="wrong_%s",
        ),
        "organiser_form": OrganiserForm(
            initial={
                "title": Texts(fi=EVENTS[0]["title"].fi, sv=EVENTS[0]["title"].sv),
                "start": EVENTS[0]["start"],
                "closes": EVENTS[0]["start"].replace(hour=0),
            },
            auto_id="organiser_%s",
        ),
        "filter_form": FilterForm(auto_id="filter_%s"),
        "page": Paginator(range(400), 25).page(7),
        "now": datetime(2027, 4, 5, 13, 40, tzinfo=HELSINKI),
        "facts": [
            (
                Texts("Aika", "Tid", "Time"),
                Texts("ma 5.4.2027 klo 13–15", "mån 5.4.2027 kl. 13–15", "Mon 5 April 2027, 13:00–15:00"),
            ),
            (Texts("Paikka", "Plats", "Place"), "Teams"),
            (
                Texts("Yhteyshenkilö", "Kontaktperson", "Contact"),
                mark_safe('<a href="mailto:sarja@example.org">sarja@example.org</a>'),
            ),
        ],
        "crumbs": [
            (Texts("Työpöytä", "Arbetsbord", "Desk"), "#top"),
            (SERIES_TITLE, "#top"),
            (Texts("Ilmoittautuneet", "Anmälda", "Registrations"), ""),
        ],
        "tabs": [
            {"label": Texts("Kaikki", "Alla", "All"), "href": "#tabs", "current": True, "count": 116},
            {"label": Texts("Jonossa", "I kö", "Waiting"), "href": "#tabs", "current": False, "count": 3},
            {
                "label": Texts("Peruneet", "Avbokade", "Cancelled"),
                "href": "#tabs",
                "current": False,
                "count": None,
            },
        ],
        "steps": [
            {"label": Texts("Sarja", "Serie", "Series"), "state": "done", "href": "#steps"},
            {"label": Texts("Tilaisuudet", "Evenemang", "Events"), "state": "current"},
            {"label": Texts("Julkaisu", "Publicering", "Publishing"), "state": "todo"},
        ],
        "words": WORDS,
        "statuses": list(STATUSES),
    }

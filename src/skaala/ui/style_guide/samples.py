"""Made-up content for the style guide, in three languages; examples need no entry in the catalogues."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from typing import Any

from django.core.paginator import Paginator
from django.utils.safestring import mark_safe

from skaala.ui.style_guide.messages import WORDS
from skaala.ui.style_guide.sample_forms import FilterForm, OrganiserForm, SampleForm
from skaala.ui.style_guide.sample_texts import (
    EVENTS,
    HELSINKI,
    MARKDOWN,
    MODES,
    MODES_FULL,
    SERIES_LEAD,
    SERIES_TITLE,
    UPDATES,
)
from skaala.ui.templatetags.components import STATUSES
from skaala.ui.texts import Texts

REGIONS = [
    ("Uusimaa", 42, 17),
    ("Pirkanmaa", 28, 9),
    ("Pohjois-Pohjanmaa", 21, 5),
    ("Varsinais-Suomi", 16, 8),
    ("Pohjanmaa", 9, 2),
    ("Ahvenanmaa", 0, 1),
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
                fi="Ilmoittautuminen päättyi 7.4.2027.",
                sv="Anmälan stängde 7.4.2027.",
                en="Registration closed on 7 April 2027.",
            ),
        }
        for number, event in enumerate(EVENTS, start=1)
    ]


def growth() -> list[tuple[date, int]]:
    """Return registrations over time: slow, then an email goes out, then the deadline nears."""
    counts = [2, 5, 9, 11, 12, 30, 41, 47, 50, 52, 55, 57, 66, 84, 103, 116]
    return [(date(2027, 3, 1) + timedelta(days=2 * index), count) for index, count in enumerate(counts)]


def everything() -> dict[str, Any]:
    """Return all samples, with fresh forms."""
    return {
        "title": SERIES_TITLE,
        "lead": SERIES_LEAD,
        "series": Texts(fi="Tapahtumasarja", sv="Evenemangsserie", en="Event series"),
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
                "title": Texts(fi=EVENTS[0]["title"].get("fi"), sv=EVENTS[0]["title"].get("sv")),
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
                Texts(fi="Aika", sv="Tid", en="Time"),
                Texts(
                    fi="ma 5.4.2027 klo 13–15",
                    sv="mån 5.4.2027 kl. 13–15",
                    en="Mon 5 April 2027, 13:00–15:00",
                ),
            ),
            (Texts(fi="Paikka", sv="Plats", en="Place"), "Teams"),
            (
                Texts(fi="Yhteyshenkilö", sv="Kontaktperson", en="Contact"),
                mark_safe('<a href="mailto:sarja@example.org">sarja@example.org</a>'),
            ),
        ],
        "crumbs": [
            (Texts(fi="Järjestäjän sivut", sv="Arrangörens sidor", en="Organiser pages"), "#top"),
            (SERIES_TITLE, "#top"),
            (Texts(fi="Ilmoittautuneet", sv="Anmälda", en="Registrations"), ""),
        ],
        "tabs": [
            {
                "label": Texts(fi="Kaikki", sv="Alla", en="All"),
                "href": "#tabs",
                "current": True,
                "count": 116,
            },
            {
                "label": Texts(fi="Jonossa", sv="I kö", en="Waiting"),
                "href": "#tabs",
                "current": False,
                "count": 3,
            },
            {
                "label": Texts(fi="Peruneet", sv="Avbokade", en="Cancelled"),
                "href": "#tabs",
                "current": False,
                "count": None,
            },
        ],
        "steps": [
            {"label": Texts(fi="Sarja", sv="Serie", en="Series"), "state": "done", "href": "#steps"},
            {"label": Texts(fi="Tilaisuudet", sv="Evenemang", en="Events"), "state": "current"},
            {"label": Texts(fi="Julkaisu", sv="Publicering", en="Publishing"), "state": "todo"},
        ],
        "words": WORDS,
        "statuses": list(STATUSES),
    }

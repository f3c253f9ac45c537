"""All organiser pages of a series of one event, in three languages: none speaks of a series."""

from __future__ import annotations

import re
from html import unescape

import pytest
from django.test import Client
from django.urls import reverse
from django.utils import translation

from skaala.desk.frame.permissions import IN_SERIES
from skaala.desk.urls import urlpatterns
from skaala.people.rules import Role
from skaala.series.models import Material, Series, Update
from skaala.ui.texts import Texts
from tests import cast
from tests.desk.test_access import EXAMPLES
from tests.workshops.boards import a_board, a_statement

WORDS = {
    "fi": re.compile(r"\b\w*sarj\w*", re.IGNORECASE),
    "sv": re.compile(r"\b\w*serie\w*", re.IGNORECASE),
    "en": re.compile(r"\bseries\b", re.IGNORECASE),
}
TABLE = r"\b[a-z]+\.[A-Z]\w+: [\w, ]+"
"""Tables and columns by their names, for a data protection officer."""
OTHER_THINGS = {
    "fi": [
        r"\bkysymyssarja\w*",  # a set of questions
        r"Kaikki sarjat|Tapahtumasarjat|Jaetut sarjat",  # lists of all that an organisation arranges
        r"Muut sarjanne ja tilaisuutenne|Organisaatiosi julkaistu sarja tai tilaisuus",  # others than this one
        r"Järjestää sarjoja:|Luoda ja muuttaa sarjoja, tilaisuuksia|Julkaista ja arkistoida sarjoja|Nähdä sarjat, niiden",
        r"Kopioida ja poistaa sarjoja|Antaa rooleja yksittäisessä sarjassa",  # what a role may do wherever it is given
    ],
    "sv": [
        r"Alla serier|Evenemangsserier|Delade serier",
        r"andra serier och evenemang|publicerad serie eller ett publicerat evenemang|En publicerad serie eller",
        r"Arrangerar serier:|Skapa och ändra serier|Publicera och arkivera serier|Se serier, deras",
        r"Kopiera och ta bort serier|Ge roller i en enskild serie",
    ],
    "en": [
        r"All series|Event series|Shared series",
        r"other series and events|A published series or event",
        r"Arranges series:|Create and change series, events|Publish and archive series|See series, their texts",
        r"Copy and remove series|Give roles in one series",
    ],
}
"""Where the word means something else than this one event; each with its reason."""
PAGES = [one for one in urlpatterns if one.name in IN_SERIES]


@pytest.fixture
def found(db) -> dict[str, object]:
    """A series of one event that has one of everything, and what its addresses are filled with."""
    series = cast.a_series(title=Texts(fi="Avajaiset", sv="Invigning", en="Opening"), retention_months=6)
    event = cast.an_event(series)
    registration = cast.a_registration(series)
    cast.a_guest(series, Role.FACILITATOR)
    board = a_board(event, phase="gather")
    said = a_statement(board)
    update = Update.objects.create(
        series=series, title=Texts(en="News"), body=Texts(en="News"), published_at=cast.TODAY
    )
    material = Material.objects.create(series=series, title=Texts(en="Slides"), url="https://example.org/")
    return EXAMPLES | {
        "event_slug": event.slug,
        "registration_id": registration.pk,
        "statement_id": said.pk,
        "prompt_id": said.prompt_id,
        "update_id": update.pk,
        "material_id": material.pk,
    }


def words_on(page: str, language: str) -> set[str]:
    """Return the sentences that speak of a series, without what is in the frame of all pages."""
    main = page.partition("<body")[2]
    main = re.sub(r"(?s)<(script|style|template)\b.*?</\1>|<[^>]*>", "\n", main)
    sentences = {" ".join(unescape(one).split()) for one in main.split("\n")}
    others = re.compile("|".join([TABLE, *OTHER_THINGS[language]]), re.IGNORECASE)
    return {one for one in sentences if WORDS[language].search(others.sub("", one))}


@pytest.mark.parametrize(
    ("state", "language"),
    [("published", "fi"), ("published", "sv"), ("published", "en"), ("draft", "fi"), ("archived", "sv")],
)
def test_no_page_of_a_single_event_speaks_of_a_series(found, desk: Client, language: str, state: str):
    Series.objects.update(status=state, published_at=None if state == "draft" else cast.TODAY)
    wrong, pages = {}, 0
    for pattern in PAGES:
        with translation.override(language):
            names = pattern.pattern.converters
            address = reverse(f"desk:{pattern.name}", kwargs={name: found.get(name, "x") for name in names})
        answer = desk.get(address)
        if (
            answer.status_code != 200
            or not answer["Content-Type"].startswith("text/html")
            or answer.streaming
        ):
            continue
        pages += 1
        for words in words_on(answer.content.decode(), language):
            wrong.setdefault(words, set()).add(str(pattern.name))
    assert not wrong, "\n".join(
        f"{words}: {', '.join(sorted(where))}" for words, where in sorted(wrong.items())
    )
    assert pages > 50

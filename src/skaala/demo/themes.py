"""The themes of the demo's 2023 series: found in what simulated participants said, and named as an analyst would."""

from __future__ import annotations

import uuid
from datetime import datetime

from skaala.reports.themes import operations, queries
from skaala.series.models import Series
from skaala.ui.texts import Texts

NAMES = {
    "Kaupunginjohtaja kertoo": Texts(
        fi="Johtaminen ja päätökset", sv="Ledning och beslut", en="Leadership and decisions"
    ),
    "Kuntaliitto kokoaa kilpailutusten": Texts(
        fi="Yhteiset hankinnat", sv="Gemensam upphandling", en="Joint procurement"
    ),
    "Rahoituksen ehdot": Texts(fi="Raha ja tuki", sv="Pengar och stöd", en="Money and support"),
    "Verkostoja on liikaa": Texts(
        fi="Verkostot ja niiden työnjako",
        sv="Nätverken och deras arbetsfördelning",
        en="Networks and their division of work",
    ),
    "Valtakunnalliset mallit": Texts(
        fi="Mallit ja kunnan koko",
        sv="Modeller och kommunens storlek",
        en="Models and the size of the municipality",
    ),
    "Kenelläkään ei ole työaikaa": Texts(
        fi="Aika ja kokemukset", sv="Tid och erfarenheter", en="Time and experience"
    ),
    "Kollegan luottamus": Texts(
        fi="Yhteydenpito ja luottamus", sv="Kontakter och förtroende", en="Contacts and trust"
    ),
}
"""What a theme is called, by the beginning of a statement in it."""

MOVED = {
    "Verkostoja on liikaa": (
        "Kukaan ei kirjaa",
        "Verkostot tekevät samoja",
        "Voisivatko verkostot",
        "A network works",
        "Verkoston tavoitteet",
        "Verkosto kokoaa",
        "Verkoston ei pidä",
        "Yhdistetään verkostojen",
        "De minsta kommunerna",
        "Varje nätverk bjuder",
        "Members leave",
        "Write down one promise",
        "Raha verkostoilta",
        "Koordinaattoreille järjestetään",
        "Kuka kutsuu mukaan",
    ),
    "Kenelläkään ei ole työaikaa": (
        "Ett studiebesök",
        "Järjestetään vuosittain",
        "Jokaisesta teosta kirjataan",
        "Vi låter grannkommunen",
        "Kuinka monta tuntia",
        "Mikä meni pieleen",
        "Nobody asks the pioneers",
        "Julkaistaan teon ohje",
    ),
    "Kollegan luottamus": ("Puhelinnumero ihmiselle", "Pioneers and receivers"),
    "Valtakunnalliset mallit": (
        "Nationella mål",
        "Ratkaisu kannattaa aina",
        "Gemensamma mallar",
        "Pieni alueellinen",
    ),
    "Kaupunginjohtaja kertoo": ("Työsuhdepyörä leviää", "Hyvä kokeilu ei päädy", "Annetaan yksiköille"),
    "Rahoituksen ehdot": (
        "Annetaan raha suoraan",
        "Vi får finansiering",
        "Koordinaattorin työ",
        "Hankkeen loppuessa",
    ),
}
"""Statements that an analyst would put into the theme of another one, by how they begin."""


def load_themes(*, series: Series, now: datetime) -> None:
    """Find the themes of ``series`` and name some of them; the others are called by their words."""
    # by the glossary alone: the demo shall be there at once
    operations.compute_themes(series=series, now=now, use_vectors=False)
    said = {str(each.pk): each.text for each in queries.shown_statements_of(series)}
    named = set()
    for beginning, names in NAMES.items():
        for theme in queries.computed_themes(series).themes:
            if theme.id not in named and any(
                said.get(member.id, "").startswith(beginning) for member in theme.members
            ):
                operations.name_theme(series=series, theme=theme.id, names=names, now=now)
                named.add(theme.id)
    for beginning, moved in MOVED.items():
        into = next(
            (
                theme.id
                for theme in queries.decided_themes(series).themes
                if any(said.get(member.id, "").startswith(beginning) for member in theme.members)
            ),
            None,
        )
        statements = [uuid.UUID(pk) for pk, text in said.items() if text.startswith(moved)]
        if into is not None and statements:
            operations.move_statements(series=series, statements=statements, into=into, now=now)

"""The themes of the demo's 2023 series: found in what simulated participants said, and named as an analyst would."""

from __future__ import annotations

from datetime import datetime

from skaala.reports.themes import operations, queries
from skaala.series.models import Series
from skaala.ui.texts import Texts

NAMES = {
    "Kaupunginjohtaja kertoo": Texts(
        fi="Johtaminen ja päätökset", sv="Ledning och beslut", en="Leadership and decisions"
    ),
    "Kuntaliitto kokoaa kilpailutusten": Texts(
        fi="Yhteiset hankinnat", sv="Gemensam upphandling", en="Procuring together"
    ),
    "Rahoituksen ehdot": Texts(fi="Raha ja tuki", sv="Pengar och stöd", en="Money and support"),
    "Verkostoja on liikaa": Texts(
        fi="Verkostojen työnjako", sv="Nätverkens arbetsfördelning", en="Who does what among networks"
    ),
    "Valtakunnalliset mallit": Texts(
        fi="Mallit ja kunnan koko", sv="Modeller och kommunens storlek", en="Models and the size of the town"
    ),
    "Kenelläkään ei ole työaikaa": Texts(
        fi="Aika ja kokemukset", sv="Tid och erfarenheter", en="Time and experience"
    ),
    "Kollegan luottamus": Texts(
        fi="Yhteydenpito ja luottamus", sv="Kontakter och förtroende", en="Contacts and trust"
    ),
}
"""What a theme is called, by the beginning of a statement in it."""


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

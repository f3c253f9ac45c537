"""The claims of the demo's 2023 series: what simulated participants said in several workshops, put together as an analyst would."""

from __future__ import annotations

from datetime import datetime

from skaala.reports.claims import operations
from skaala.reports.themes.queries import shown_statements_of
from skaala.series.models import Series
from skaala.ui.texts import Texts

CLAIMS = [
    (
        Texts(
            fi="Kenelläkään ei ole työaikaa etsiä ja soveltaa esimerkkejä",
            sv="Ingen har arbetstid för att söka och anpassa exempel",
            en="Nobody has working hours to look for examples and adapt them",
        ),
        ("Kenelläkään ei ole työaikaa", "Det saknas någon som har tid"),
    ),
    (
        Texts(
            fi="Käynti toisessa kunnassa vakuuttaa enemmän kuin raportti",
            sv="Ett besök i en annan kommun övertygar mer än en rapport",
            en="A visit to another municipality convinces more than a report",
        ),
        ("Käynti kunnassa, jossa", "Ett studiebesök hos en lika stor"),
    ),
]
"""The words of each, and how its statements begin."""


def load_claims(*, series: Series, now: datetime) -> None:
    """Put together what says the same in ``series``."""
    said = shown_statements_of(series)
    for names, beginnings in CLAIMS:
        members = [each.pk for each in said if each.text.startswith(beginnings)]
        if len(members) > 1:
            key = operations.make_claim(series=series, statements=members, now=now)
            operations.name_claim(series=series, claim=key, names=names, now=now)

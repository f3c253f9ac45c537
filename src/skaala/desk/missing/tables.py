"""Municipalities as a table to download."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.desk.frame.downloads import Table
from skaala.desk.frame.messages import SIZE_CLASSES
from skaala.registration.queries.missing import Town


def municipalities_table(listed: Iterable[Town]) -> Table:
    """Return municipalities with what part they take, a row each."""
    heads = [
        _("Code"),
        _("Municipality"),
        _("Region"),
        _("Residents"),
        _("Size"),
        _("Networks"),
        _("Registered"),
        pgettext("how many", "Came"),
    ]
    rows = (
        [
            town.place.pk,
            str(town.place.name),
            str(town.place.region.name),
            str(town.place.population),
            str(SIZE_CLASSES[town.place.size_class]),
            ", ".join(sorted(town.networks)),
            str(town.registered),
            str(town.came),
        ]
        for town in listed
    )
    return Table(pgettext("file name", "municipalities"), _("Municipalities"), heads, rows)

"""What is offered against a bottleneck, as pages say it: at home first, then abroad."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.evidence.messages import countries
from skaala.evidence.models import SupportMeasure
from skaala.ui.languages import reader_language


@dataclass(frozen=True)
class OfferedAt:
    """The measures offered at home, or abroad; each with its country in words, empty at home."""

    heading: str
    measures: list[tuple[SupportMeasure, Any]]


def measures_at_home_and_abroad(found: Iterable[SupportMeasure]) -> list[OfferedAt]:
    """Return the measures in two parts; a part without any is left out."""
    language = reader_language()
    home: list[tuple[SupportMeasure, Any]] = []
    abroad: list[tuple[SupportMeasure, Any]] = []
    for one in found:
        if one.country == countries.HOME:
            home.append((one, ""))
        elif one.country:
            abroad.append((one, countries.name(one.country, language)))
        else:
            abroad.append((one, pgettext("of a country", "Several countries")))
    parts = [OfferedAt(_("In Finland"), home), OfferedAt(_("Abroad"), abroad)]
    return [part for part in parts if part.measures]

"""Units of a municipality that reports count; a word that is not among them is shown as it was written."""

from __future__ import annotations

from typing import Any

from django.utils.translation import pgettext_lazy

UNITS: dict[str, Any] = {
    "schools": pgettext_lazy("3 of 12", "schools"),
    "day-care centres": pgettext_lazy("3 of 12", "day-care centres"),
    "buildings": pgettext_lazy("3 of 12", "buildings"),
    "departments": pgettext_lazy("3 of 12", "departments"),
}

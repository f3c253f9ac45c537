"""Fields for a day and for a time of the clock, written as the page's language writes them, whatever language the browser has."""

from __future__ import annotations

from datetime import date, time
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from skaala.ui import dates
from skaala.ui.languages import reader_language

DAY_FORMATS = ["%Y-%m-%d", "%d.%m.%Y", "%d. %m. %Y", "%d/%m/%Y", "%d %B %Y", "%d %b %Y"]
"""How a day may be written: as in Finnish and Swedish, as in English, and as programs do."""
CLOCK_FORMATS = ["%H:%M", "%H.%M", "%H:%M:%S", "%H"]
INVALID_DAY = gettext_lazy("Write the day as day, month and year, for example 27.3.2023.")
INVALID_CLOCK = gettext_lazy("Write the time as hours and minutes, for example 13:00.")


class DayInput(forms.DateInput):
    """A day as text with its weekday beside it; a script adds a calendar to choose from."""

    template_name = "ui/components/date_and_time/day.html"

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "class": "input-day", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, date):
            language = reader_language()
            return value.isoformat() if dates.day_style(language) == "iso" else dates.day(value, language)
        return super().format_value(value)

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        language = reader_language()
        day = value if isinstance(value, date) else _read(value)
        context = super().get_context(name, value, {**(attrs or {}), "data-day": dates.day_style(language)})
        context["widget"]["weekday"] = dates.weekday(day, language) if day else ""
        return context


class ClockInput(forms.TimeInput):
    """A time of the clock as text."""

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        super().__init__({"autocomplete": "off", "class": "input-clock", "size": "6", **(attrs or {})})

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, time):
            return (
                f"{value:%H.%M}" if dates.writes_hours_with_a_point(reader_language()) else f"{value:%H:%M}"
            )
        return super().format_value(value)


class DayField(forms.DateField):
    """One day."""

    widget = DayInput
    default_error_messages = {"invalid": INVALID_DAY}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"input_formats": DAY_FORMATS, **options})


class ClockField(forms.TimeField):
    """One time of the clock."""

    widget = ClockInput
    default_error_messages = {"invalid": INVALID_CLOCK}

    def __init__(self, **options: Any) -> None:
        super().__init__(**{"input_formats": CLOCK_FORMATS, **options})


def _read(value: Any) -> date | None:
    try:
        day: date | None = DayField(required=False).clean(value)
    except forms.ValidationError:
        return None
    return day

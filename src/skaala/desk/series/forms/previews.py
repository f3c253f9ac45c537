"""Until when somebody without an account may read a draft."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.ui.day_field import DayField

LONGEST = timedelta(days=366)


class SharePreviewForm(forms.Form):
    """The last day of a link to the draft."""

    mark_optional = False

    last_day = DayField(
        label=_("The link works to the end of this day"),
    )

    def __init__(self, *args: Any, today: date, **kwargs: Any) -> None:
        self.today = today
        kwargs["initial"] = {"last_day": today + timedelta(weeks=2)}
        super().__init__(*args, **kwargs)

    def clean_last_day(self) -> date:
        day: date = self.cleaned_data["last_day"]
        if day < self.today:
            raise forms.ValidationError(_("That day is past. Choose today or a later day."))
        if day > self.today + LONGEST:
            raise forms.ValidationError(_("Choose a day within a year."))
        return day

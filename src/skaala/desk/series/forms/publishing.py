"""When a series appears, and to which day it is copied."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import SlugField, instant_field
from skaala.series.models import Series
from skaala.ui.day_field import DayField
from skaala.ui.forms import DateAndTimeField


class ScheduleForm(forms.Form):
    """The instant at which a series appears automatically."""

    publish_at = DateAndTimeField(label=_("Appears"))

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        kwargs["initial"] = {"publish_at": series.publish_at}
        super().__init__(*args, **kwargs)
        instant_field(self, "publish_at").set_zone(series.zone)


class FirstDayForm(forms.Form):
    """The day of the first event of a copy."""

    mark_optional = False

    first_day = DayField(
        label=_("Day of the first event"),
    )

    def clean_first_day(self) -> Any:
        day = self.cleaned_data["first_day"]
        if not 2000 <= day.year <= 2100:
            raise forms.ValidationError(_("Choose a day between the years 2000 and 2100."))
        return day


class CopyForm(forms.Form):
    """The address of a copy."""

    slug = SlugField(
        label=_("Address of the new series"), help_text=_("The end of the public page's address.")
    )

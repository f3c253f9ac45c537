"""An event's programme, a row an item."""

from __future__ import annotations

from datetime import date, datetime, time, timedelta
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.desk.frame.forms import choice_field
from skaala.series.models import Event, ProgrammeItem
from skaala.ui import dates
from skaala.ui.day_field import ClockField
from skaala.ui.forms import TextsFormField

EMPTY_ROWS = 3


def days_of(event: Event) -> list[date]:
    """Return the days on which ``event`` goes on, in its zone."""
    first = event.start.astimezone(event.zone).date()
    # An end at midnight belongs to the evening before.
    last = (event.end - timedelta(seconds=1)).astimezone(event.zone).date()
    return [first + timedelta(days=number) for number in range(min((last - first).days, 30) + 1)]


class ItemForm(forms.Form):
    """One item; an empty row is none, so emptying a row removes it."""

    day = forms.ChoiceField(label=pgettext_lazy("of a calendar", "Day"), required=False)
    start = ClockField(label=_("Starts"), required=False)
    end = ClockField(label=_("Ends"), required=False)
    title = TextsFormField(label=pgettext_lazy("in a programme", "What"), max_length=200, required=False)
    speaker = forms.CharField(label=pgettext_lazy("in a programme", "Who"), max_length=200, required=False)

    mark_optional = False

    def __init__(self, *args: Any, event: Event, language: str, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.event = event
        days = days_of(event)
        if len(days) == 1:
            del self.fields["day"]
        else:
            choice_field(self, "day").choices = [
                (day.isoformat(), dates.day(day, language, weekday=True)) for day in days
            ]
        self.first_day = days[0]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        written = cleaned.get("title") or cleaned.get("speaker") or cleaned.get("end")
        if written and cleaned.get("start") is None and "start" not in self.errors:
            self.add_error("start", _("Say when the item starts."))
        if (
            (written or cleaned.get("start") is not None)
            and not cleaned.get("title")
            and "title" not in self.errors
        ):
            self.add_error("title", _("Say what the item is."))
        start, end = cleaned.get("start"), cleaned.get("end")
        if start is not None and end is not None and end <= start:
            self.add_error("end", _("The item ends before it starts."))
        return cleaned

    def item(self) -> ProgrammeItem | None:
        """Return what the row says, or None if it is empty."""
        read = self.cleaned_data
        if not read.get("title"):
            return None
        day = date.fromisoformat(read["day"]) if read.get("day") else self.first_day

        def instant(clock: time) -> datetime:
            return datetime.combine(day, clock, tzinfo=self.event.zone)

        return ProgrammeItem(
            title=read["title"],
            speaker=read["speaker"],
            start=instant(read["start"]),
            end=instant(read["end"]) if read["end"] is not None else None,
        )


class BaseProgrammeFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # takes none at run time
    def items(self) -> list[ProgrammeItem]:
        """Return the items of the rows that are not empty."""
        return [item for form in self.forms if (item := form.item())]


ProgrammeFormSet = cast(
    type[BaseProgrammeFormSet],
    forms.formset_factory(ItemForm, formset=BaseProgrammeFormSet, extra=EMPTY_ROWS, max_num=200),
)


class PendingForm(forms.Form):
    """Whether the programme stands."""

    programme_pending = forms.BooleanField(
        label=_("The programme is still to be specified"),
        required=False,
        help_text=_("The public page says so."),
    )


def held_items(event: Event) -> list[dict[str, Any]]:
    """Return the programme as the rows of the form show it."""
    rows = []
    for item in event.programme.all():
        start = item.start.astimezone(event.zone)
        rows.append(
            {
                "day": start.date().isoformat(),
                "start": start.time(),
                "end": item.end.astimezone(event.zone).time() if item.end else None,
                "title": item.title,
                "speaker": item.speaker,
            }
        )
    return rows

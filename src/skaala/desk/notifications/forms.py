"""What organisers write to participants: why an event is cancelled, messages, reminders; and an address corrected."""

from __future__ import annotations

from datetime import time
from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.desk.registrations.forms import PeopleForm
from skaala.registration.models import ReminderRule
from skaala.registration.operations.write import Choice
from skaala.registration.queries.notifications import LONGEST_BEFORE
from skaala.ui.day_field import ClockField
from skaala.ui.forms import TextsFormField


class MessageForm(PeopleForm):
    """To whom, and what."""

    subject = TextsFormField(label=_("Subject"), max_length=200)
    body = TextsFormField(
        label=_("Message"),
        rows=10,
        max_length=10_000,
        help_text=_(
            "Everyone gets it in their language, or in the first language written if that is missing. Markdown."
        ),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": uuid4()} | (kwargs.get("initial") or {})
        super().__init__(*args, **kwargs)

    def to(self) -> Choice:
        """Return who was chosen."""
        return Choice(**self.chosen())

    def mailing_id(self) -> UUID:
        key: UUID = self.cleaned_data["key"]
        return key


class ReminderForm(forms.Form):
    """When a series reminds those who come, and what it says."""

    is_on = forms.BooleanField(label=_("Remind those who have a place"), required=False)
    days_before = forms.IntegerField(
        label=_("Days before the event"),
        min_value=0,
        max_value=LONGEST_BEFORE,
        help_text=_("0 is the day of the event itself."),
    )
    at = ClockField(label=_("Time of day"), help_text=_("In the event’s time zone."))
    text = TextsFormField(
        label=_("Your own text"),
        rows=4,
        max_length=2000,
        required=False,
        help_text=_(
            "Shown above the time, place and join link, which are always included. You can leave this empty."
        ),
    )

    def __init__(self, *args: Any, rule: ReminderRule | None, **kwargs: Any) -> None:
        kwargs["initial"] = {
            "is_on": rule.is_on if rule else True,
            "days_before": rule.days_before if rule else 1,
            "at": rule.at if rule else time(9),
            "text": rule.text if rule else None,
        }
        super().__init__(*args, **kwargs)

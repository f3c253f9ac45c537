"""What an organiser fills in about the day itself: links for helpers, and lists of who was in a call."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import choice_field
from skaala.desk.frame.messages import capitalised
from skaala.registration.models import Attendance
from skaala.series.models import Event


class HelperLinkForm(forms.Form):
    """A link for helpers."""

    label = forms.CharField(
        label=_("Whom the link is for"), max_length=100, help_text=_("For example: front door, or a name.")
    )
    ends_with_event = forms.BooleanField(
        label=_("Ends automatically two hours after the event"),
        required=False,
        initial=True,
        help_text=_("Otherwise the link works for a week after the event. You can end it at any time."),
    )


class CameForm(forms.Form):
    """Who was there, pasted from the list that a call gives."""

    mode = forms.ChoiceField(label=_("Attendance"))
    people = forms.CharField(
        label=_("Who was there"),
        widget=forms.Textarea({"rows": 8, "spellcheck": "false"}),
        max_length=200_000,
        help_text=_(
            "One person per line, by email address or full name, as in the participant list of the call. Other columns are ignored."
        ),
    )

    mark_optional = False

    def __init__(self, *args: object, event: Event, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)  # type: ignore[arg-type]
        modes = [(mode, label) for mode, label in capitalised(Attendance.Mode.choices) if mode in event.modes]
        choice_field(self, "mode").choices = modes

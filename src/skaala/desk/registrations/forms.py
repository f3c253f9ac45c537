"""Finding people in the list of registrations."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.desk.frame.forms import choice_field
from skaala.desk.frame.messages import capitalised, event_label
from skaala.registration.models import Attendance, Registration
from skaala.registration.queries.questions import questions_of
from skaala.series.models import Series
from skaala.ui.address_field import AddressField


class PeopleForm(forms.Form):
    """Which of those who have registered; what is left open does not narrow it."""

    mark_optional = False

    event = forms.ChoiceField(label=_("Event"), required=False)
    mode = forms.ChoiceField(
        label=_("Attendance"),
        required=False,
        choices=[("", _("All ways of attending")), *capitalised(Attendance.Mode.choices)],
    )
    state = forms.ChoiceField(
        label=_("Place"),
        required=False,
        choices=[
            ("", _("With a place or waiting")),
            ("confirmed", _("With a place")),
            ("waiting", _("Waiting for a place")),
            ("attended", _("Came")),
            ("missed", _("Did not attend")),
        ],
    )
    organisation_kind = forms.ChoiceField(
        label=_("Organisation"),
        required=False,
        choices=[("", _("All organisations")), *Registration.OrganisationKind.choices],
    )
    answers = forms.ChoiceField(
        label=_("Answers"),
        required=False,
        choices=[("", _("All people")), ("missing", _("A required answer is missing"))],
    )

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.events = {event.slug: event for event in series.events.all()}
        events = [(slug, event_label(event)) for slug, event in self.events.items()]
        choice_field(self, "event").choices = [("", _("All events")), *events]
        if not any(question.is_required for question in questions_of(series)):
            del self.fields["answers"]

    def chosen(self) -> dict[str, Any]:
        """Return the choices that could be read, as queries take them."""
        self.is_valid()
        read = self.cleaned_data
        return {
            "event": self.events.get(read.get("event", "")),
            "mode": read.get("mode", ""),
            "state": read.get("state", ""),
            "organisation_kind": read.get("organisation_kind", ""),
            "lacks_answers": read.get("answers", "") == "missing",
        }


class FilterForm(PeopleForm):
    """Search and filters of the list; what cannot be read is said and left out of account."""

    search = forms.CharField(
        label=_("Name, email, organisation or role"),
        max_length=200,
        required=False,
        widget=forms.TextInput({"type": "search"}),
    )

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        state = choice_field(self, "state")
        state.choices = [*cast(Any, state.choices), ("cancelled", pgettext_lazy("people", "Cancelled"))]

    def wanted(self) -> dict[str, Any]:
        """Return the filters that could be read, as :func:`find_registrations` takes them."""
        chosen = self.chosen()
        return {"search": self.cleaned_data.get("search", ""), **chosen}

    @property
    def is_filtering(self) -> bool:
        return any(self.wanted().values())


class AddressForm(forms.Form):
    """A participant's right e-mail address."""

    email = AddressField(
        label=_("Right email address"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "off", "spellcheck": "false"}),
        error_messages={"invalid": _("Write the email address in full, for example name@municipality.fi.")},
    )

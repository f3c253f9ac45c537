"""An action described by a municipality, without an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.fields import InexactDateField, MunicipalityField
from skaala.catalogue.messages.contacts import ASKED_TWICE_A_YEAR, HAS_AGREED
from skaala.catalogue.messages.reporting import IN_THE_FUTURE
from skaala.catalogue.models import Action
from skaala.catalogue.rules.inexact_dates import begins_too_late
from skaala.registration.messages import no_links
from skaala.ui.address_field import AddressField
from skaala.ui.languages import reader_language
from skaala.ui.texts import Texts
from skaala.ui.validators import no_control_characters

TEXTS = ("name", "summary", "steps", "effects", "cost", "staff_time", "conditions", "lessons")


def _long(label: Any, rows: int, help_text: Any = "", *, required: bool = False) -> forms.CharField:
    return forms.CharField(
        label=label,
        required=required,
        max_length=4000,
        widget=forms.Textarea({"rows": rows}),
        help_text=help_text,
    )


class SubmitForm(forms.Form):
    """What the catalogue needs to begin with, in the reader's own language; an editor completes it with them."""

    municipality = MunicipalityField(label=_("Your municipality"))
    name = forms.CharField(
        label=pgettext_lazy("of an action", "Name"),
        max_length=200,
        validators=[no_control_characters, no_links],
    )
    summary = forms.CharField(
        label=_("In one sentence"),
        max_length=400,
        widget=forms.Textarea({"rows": 2}),
        help_text=_("What is done, for whom, with what result."),
    )
    status = forms.ChoiceField(label=_("Status"), choices=Action.Status.choices, widget=forms.RadioSelect)
    began = InexactDateField(label=_("Began"), required=False)
    themes = forms.MultipleChoiceField(
        label=_("Themes"), required=False, choices=Action.Theme.choices, widget=forms.CheckboxSelectMultiple
    )
    steps = _long(_("What to do"), 5, _("The steps in their order, so that others can follow them."))
    effects = _long(_("Effects"), 2, _("With how they were measured."))
    cost = _long(_("Cost"), 2)
    staff_time = _long(_("Staff time"), 2)
    conditions = _long(_("What it needs"), 2)
    lessons = _long(_("Lessons"), 2, _("What went wrong, and what you would do differently."))
    contact_name = forms.CharField(
        label=_("Contact: name"),
        max_length=200,
        required=False,
        validators=[no_control_characters, no_links],
        help_text=_("Somebody who answers questions about the action. Shown on its page."),
    )
    contact_email = AddressField(label=_("Contact: email address"), max_length=254, required=False)
    contact_agrees = forms.BooleanField(
        label=HAS_AGREED,
        required=False,
        help_text=ASKED_TWICE_A_YEAR,
    )

    def clean(self) -> dict[str, Any]:
        read: dict[str, Any] = super().clean() or self.cleaned_data
        if begins_too_late(read.get("began"), read.get("status", ""), today=timezone.localdate()):
            self.add_error("began", IN_THE_FUTURE)
        named = [name for name in ("contact_name", "contact_email") if read.get(name)]
        if named and not read.get("contact_agrees"):
            self.add_error("contact_agrees", gettext("Name a contact only if they have agreed."))
        for name in ("contact_name", "contact_email"):
            if named and not read.get(name) and name not in self.errors:
                self.add_error(name, gettext("Give both name and email address, or neither."))
        return read

    def action(self) -> Action:
        """Return what was described, unsaved."""
        read, language = self.cleaned_data, reader_language()
        texts = {name: Texts(**{language: read[name]}) for name in TEXTS}
        when = read["began"]
        return Action(
            state=Action.State.SUBMITTED,
            owner=read["municipality"],
            status=read["status"],
            themes=read["themes"],
            began_on=when.first if when else None,
            began_precision=when.precision if when else "year",
            **texts,
        )

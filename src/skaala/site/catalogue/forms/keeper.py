"""What the keeper of a municipality's page writes: asking for the link, and an action of their own."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.fields import InexactDateField
from skaala.catalogue.messages.contacts import ASKED_TWICE_A_YEAR, HAS_AGREED
from skaala.catalogue.messages.reporting import IN_THE_FUTURE
from skaala.catalogue.models import Action
from skaala.catalogue.presenters.dates import inexact
from skaala.catalogue.rules.inexact_dates import begins_too_late
from skaala.registration.messages import no_links
from skaala.ui.address_field import AddressField
from skaala.ui.languages import reader_language
from skaala.ui.texts import Texts
from skaala.ui.validators import no_control_characters

OWN_TEXTS = ("summary", "steps", "effects", "cost", "staff_time", "saving", "conditions", "lessons")
LONGEST = {"summary": 400, "cost": 500, "staff_time": 500, "saving": 500}


class AskToKeepForm(forms.Form):
    """Somebody who wants to keep the page of their municipality."""

    name = forms.CharField(
        label=pgettext_lazy("of a person", "Your name"),
        max_length=200,
        validators=[no_control_characters, no_links],
    )
    email = AddressField(
        label=_("Your work email address"),
        max_length=254,
        help_text=_(
            "An editor checks that you may keep the page. Then we send you the link. It is never shown."
        ),
    )


class OwnActionForm(forms.Form):
    """An action of the keeper's municipality: its state, and its texts in the language of the page."""

    status = forms.ChoiceField(label=_("Status"), choices=Action.Status.choices, widget=forms.RadioSelect)
    began = InexactDateField(label=_("Began"), required=False)
    ended = InexactDateField(label=_("Ended"), required=False)
    summary = forms.CharField(label=_("In one sentence"))
    steps = forms.CharField(label=_("What to do"))
    effects = forms.CharField(label=_("Effects"), help_text=_("With how they were measured."))
    cost = forms.CharField(label=_("Cost"))
    staff_time = forms.CharField(label=_("Staff time"))
    saving = forms.CharField(label=_("Saving and payback"))
    conditions = forms.CharField(label=_("What it needs"))
    lessons = forms.CharField(
        label=_("Lessons"), help_text=_("What went wrong, and what you would do differently.")
    )
    contact_name = forms.CharField(
        label=_("Contact: name"),
        max_length=200,
        required=False,
        validators=[no_control_characters, no_links],
        help_text=_("Somebody who answers questions about the action. Shown on its page."),
    )
    contact_email = AddressField(label=_("Contact: email address"), max_length=254, required=False)
    contact_agrees = forms.BooleanField(label=HAS_AGREED, required=False, help_text=ASKED_TWICE_A_YEAR)

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        self.action, self.language = action, reader_language()
        self.held = getattr(action, "contact", None)
        kwargs["initial"] = {
            "status": action.status,
            "began": inexact(action.began_on, action.began_precision),
            "ended": inexact(action.ended_on, action.ended_precision),
            **{name: getattr(action, name).get(self.language) for name in OWN_TEXTS},
            "contact_name": self.held.name if self.held else "",
            "contact_email": self.held.email if self.held else "",
            "contact_agrees": self.held is not None,
        }
        super().__init__(*args, **kwargs)
        for name in OWN_TEXTS:
            most = LONGEST.get(name, 4000)
            field = forms.CharField(
                label=self.fields[name].label,
                help_text=self.fields[name].help_text,
                required=False,
                max_length=most,
                widget=forms.Textarea({"rows": 2 if most < 1000 else 4}),
            )
            self.fields[name] = field

    def clean(self) -> dict[str, Any]:
        read: dict[str, Any] = super().clean() or self.cleaned_data
        began, ended = read.get("began"), read.get("ended")
        today = timezone.localdate()
        if begins_too_late(began, read.get("status", ""), today=today):
            self.add_error("began", IN_THE_FUTURE)
        if ended and ended.is_after(today):
            self.add_error("ended", IN_THE_FUTURE)
        if began and ended and ended.last < began.first:
            self.add_error("ended", gettext("It cannot end before it begins."))
        if self.names_contact and not read.get("contact_agrees"):
            self.add_error("contact_agrees", gettext("Name a contact only if they have agreed."))
        if bool(read.get("contact_name")) != bool(read.get("contact_email")) and not self.errors:
            self.add_error("contact_name", gettext("Give both name and email address, or neither."))
        return read

    @property
    def names_contact(self) -> bool:
        return bool(self.cleaned_data.get("contact_name") and self.cleaned_data.get("contact_email"))

    def fill_in(self) -> Action:
        """Put what was written into the action; texts in other languages stay."""
        read, action = self.cleaned_data, self.action
        for name in OWN_TEXTS:
            words = getattr(action, name).as_dict() | {self.language: read[name]}
            setattr(action, name, Texts.from_dict(words))
        action.status = read["status"]
        for name in ("began", "ended"):
            when = read[name]
            setattr(action, f"{name}_on", when.first if when else None)
            setattr(action, f"{name}_precision", when.precision if when else "year")
        return action

"""Interest or help offered, with the consent to be asked later."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.fields import MunicipalityField
from skaala.catalogue.messages.follow_ups import WHAT_IT_IS_FOR
from skaala.catalogue.models import FollowUp
from skaala.registration.messages import no_links
from skaala.ui.address_field import AddressField
from skaala.ui.validators import no_control_characters


class FollowUpForm(forms.Form):
    """Who wants what, and where we may ask."""

    help_needs_address = True

    kind = forms.ChoiceField(
        label=_("What do you want to say?"),
        choices=[(one.value, one.label) for one in (FollowUp.Kind.INTERESTED, FollowUp.Kind.CAN_HELP)],
        widget=forms.RadioSelect,
    )
    municipality = MunicipalityField(label=_("Your municipality"))
    name = forms.CharField(
        label=_("Your name"), max_length=200, required=False, validators=[no_control_characters, no_links]
    )
    email = AddressField(
        label=_("Your work email address"), max_length=254, required=False, help_text=WHAT_IT_IS_FOR
    )

    def clean(self) -> dict[str, Any]:
        read: dict[str, Any] = super().clean() or self.cleaned_data
        # An interest is public under the municipality's name alone; help is of no use if nobody can be asked for it.
        if (
            self.help_needs_address
            and read.get("kind") == FollowUp.Kind.CAN_HELP
            and not read.get("email")
            and "email" not in self.errors
        ):
            self.add_error("email", gettext("Give an address, so that you can be asked for help."))
        return read


class LiveInterestForm(FollowUpForm):
    """The same in a workshop, where those who can help are met at once."""

    help_needs_address = False

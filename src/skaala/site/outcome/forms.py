"""Saying that one takes part in a next step."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy

from skaala.catalogue.forms.fields import MunicipalityField
from skaala.catalogue.messages.follow_ups import WHAT_IT_IS_FOR
from skaala.reports.commitments.rules import LONGEST_NAME
from skaala.reports.models import Commitment
from skaala.ui.address_field import AddressField


class CommitmentForm(forms.Form):
    """That somebody takes part in a next step, and under which name."""

    role = forms.ChoiceField(
        label=gettext_lazy("How will you be involved?"),
        choices=Commitment.Role.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose how you will be involved.")},
    )
    name = forms.CharField(
        label=gettext_lazy("Organisation, or your name"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("Shown to everybody as you write it."),
        error_messages={
            "required": gettext_lazy(
                "Write the name of your organisation, or your own, as it may be shown to everybody."
            ),
            "max_length": gettext_lazy("Shorten the name: it may have %(limit_value)s characters at most."),
        },
    )
    consents = forms.BooleanField(
        label=gettext_lazy("I agree that this name is shown publicly"),
        error_messages={
            "required": gettext_lazy("Nothing has been saved: we show the name only if you agree to it.")
        },
    )
    follow_up = AddressField(
        label=gettext_lazy("May we ask by email how it went?"),
        required=False,
        max_length=254,
        help_text=WHAT_IT_IS_FOR,
    )


class HallCommitmentForm(CommitmentForm):
    """What somebody in the hall says for an organisation, without a registration."""

    field_order = ["role", "name", "municipality", "consents", "follow_up"]

    municipality = MunicipalityField(label=gettext_lazy("Municipality of the organisation"))

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["name"].label = gettext_lazy("Organisation")
        self.fields["consents"].label = gettext_lazy(
            "I may say this for the organisation, and agree that its name and municipality are shown publicly"
        )

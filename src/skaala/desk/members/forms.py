"""Inviting a member, giving a role."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from skaala.people.messages import ROLES, WORK
from skaala.people.rules import Role
from skaala.ui.address_field import AddressField
from skaala.ui.languages import LANGUAGE_CHOICES


def role_choices() -> list[tuple[str, Any]]:
    """Return the roles, each with what it is for."""
    return [
        (role.value, format_html('{} <span class="muted">– {}</span>', ROLES[role], WORK[role]))
        for role in Role
    ]


class RoleForm(forms.Form):
    """What a member may do."""

    role = forms.ChoiceField(label=_("Role"), choices=role_choices, widget=forms.RadioSelect)


class InviteForm(RoleForm):
    """Whom to invite, as what, and in which language the email is."""

    field_order = ["address", "name", "role", "language"]

    address = AddressField(
        label=_("Email address"),
        max_length=254,
        help_text=_("The invitation is valid for this address only."),
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    language = forms.ChoiceField(
        label=_("Language of the email"), choices=LANGUAGE_CHOICES, widget=forms.RadioSelect
    )

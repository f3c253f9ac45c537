"""Giving a role in a single series."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import model_field
from skaala.people.messages import ROLES, WORK
from skaala.people.models import Account, Membership
from skaala.people.queries import members
from skaala.people.rules import Role
from skaala.series.models import Series
from skaala.ui.languages import LANGUAGE_CHOICES


class ColleagueField(forms.ModelChoiceField):  # type: ignore[type-arg]  # takes none at run time
    """A member of the organisation, with their role there."""

    def label_from_instance(self, obj: Any) -> str:
        return f"{obj.account} ({ROLES[obj.role]})"


class RoleForm(forms.Form):
    """What somebody may do in the series."""

    role = forms.ChoiceField(label=_("Role"), widget=forms.RadioSelect)

    def __init__(self, *args: Any, roles: Iterable[Role], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field = self.fields["role"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [
            (role.value, format_html('{} <span class="muted">– {}</span>', ROLES[role], WORK[role]))
            for role in roles
        ]


class GiveForm(RoleForm):
    """To whom: a colleague of the organisation, or an address from outside."""

    mark_optional = False
    field_order = ["member", "address", "name", "language", "role"]

    member = ColleagueField(
        Membership.objects.none(),
        label=_("A colleague of the organisation"),
        required=False,
        empty_label=_("Somebody from outside"),
        help_text=_("A colleague gets the role at once, besides the one in the organisation."),
    )
    address = forms.EmailField(
        label=_("Email address of somebody from outside"),
        max_length=254,
        required=False,
        help_text=_("Gets an invitation, which is valid for this address only."),
        widget=forms.EmailInput({"autocomplete": "off"}),
    )
    name = forms.CharField(label=_("Name"), max_length=200, required=False)
    language = forms.ChoiceField(
        label=_("Language of the email"), choices=LANGUAGE_CHOICES, widget=forms.RadioSelect
    )

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # An owner may do everything already.
        colleagues = members(series.tenant).exclude(role=Role.OWNER).order_by("account__name", "id")
        model_field(self, "member").queryset = colleagues
        self.by_address = {one.account.email: one.account for one in colleagues}

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        has_address = bool(cleaned.get("address")) or "address" in self.errors
        if cleaned.get("member") and has_address:
            self.add_error("address", _("Choose a colleague or write an address, not both."))
        elif not cleaned.get("member") and not has_address:
            self.add_error("member", _("Choose a colleague, or write the address of somebody from outside."))
        return cleaned

    def colleague(self) -> Account | None:
        """Return the colleague who was chosen or whose address was written; None for somebody from outside."""
        chosen = self.cleaned_data["member"]
        if chosen is not None:
            account: Account = chosen.account
            return account
        return self.by_address.get(self.cleaned_data["address"].strip().lower())

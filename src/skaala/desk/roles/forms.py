"""Giving a role in a single series."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import model_field
from skaala.people.messages import ROLES, WORK
from skaala.people.models import Account, Membership, Tenant
from skaala.people.queries import find_tenant, members
from skaala.people.rules import Role
from skaala.series.messages import DUTIES, SIDES
from skaala.series.models import Series
from skaala.series.rules.partners import AS_PARTNER, USUALLY, Duty, Who
from skaala.ui.address_field import AddressField
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
    address = AddressField(
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


class ShareForm(forms.Form):
    """To which organisation the series is offered, whose members come along, and who answers for what."""

    organisation = forms.CharField(
        label=_("Name of the other organisation"),
        max_length=200,
        help_text=_("The whole name, or the short name that its owner finds on the page “Members”."),
        widget=forms.TextInput({"autocomplete": "off", "spellcheck": "false"}),
    )
    roles = forms.MultipleChoiceField(
        label=_("Which of its members work on this"),
        choices=lambda: [(there.value, _brought(there, here)) for there, here in AS_PARTNER.items()],
        initial=[role.value for role in USUALLY],
        widget=forms.CheckboxSelectMultiple,
    )
    inform = forms.ChoiceField(choices=SIDES, initial=Who.OWNER, label=DUTIES[Duty.INFORM])
    requests = forms.ChoiceField(choices=SIDES, initial=Who.OWNER, label=DUTIES[Duty.REQUESTS])
    security = forms.ChoiceField(choices=SIDES, initial=Who.BOTH, label=DUTIES[Duty.SECURITY])
    retention = forms.ChoiceField(choices=SIDES, initial=Who.OWNER, label=DUTIES[Duty.RETENTION])

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.series = series

    def clean_organisation(self) -> Tenant:
        """Return the organisation, which must be another one than the series' own."""
        found = find_tenant(self.cleaned_data["organisation"])
        if found is None:
            raise forms.ValidationError(
                _("There is no organisation with this name here. Write its whole name, or its short name.")
            )
        if found.pk == self.series.tenant_id:
            raise forms.ValidationError(_("It belongs to this organisation already."))
        return found

    def duties(self) -> dict[Duty, Who]:
        """Return who answers for what."""
        return {duty: Who(self.cleaned_data[duty.value]) for duty in Duty}


def _brought(there: Role, here: Role) -> Any:
    if there == here:
        return ROLES[there]
    return format_lazy("{there} → {here}", there=ROLES[there], here=ROLES[here])


class AcceptForm(forms.Form):
    """How the privacy notice names the partner."""

    address = forms.CharField(
        label=_("Address of the organisation"),
        max_length=300,
        help_text=_("As the privacy notice names it beside the other controller."),
    )
    contact_email = AddressField(label=_("Email address for requests about personal data"), max_length=254)
    data_protection_officer = forms.CharField(
        label=_("Data protection officer"),
        max_length=300,
        required=False,
        help_text=_("Who it is and how to reach them. A role and a shared mailbox are enough."),
    )

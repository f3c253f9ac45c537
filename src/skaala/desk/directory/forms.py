"""The settings of a directory."""

from __future__ import annotations

import re
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import RecordForm
from skaala.people.messages import REASONS, ROLES
from skaala.people.models import Directory
from skaala.people.operations.outgoing import check_address
from skaala.people.rules import Role
from skaala.people.rules.directory import Refused

_DOMAIN = re.compile(r"(?!-)[a-z0-9-]{1,63}(?:\.[a-z0-9-]{1,63})+", re.IGNORECASE)
_PLAIN = {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off"}


class Lines(forms.CharField):
    """Several things, each on a line of its own."""

    def __init__(self, *, longest: int, **kwargs: Any) -> None:
        self.longest = longest
        super().__init__(required=False, widget=forms.Textarea({"rows": 2} | _PLAIN), **kwargs)

    def clean(self, value: Any) -> Any:
        lines = [line.strip() for line in str(super().clean(value)).splitlines()]
        listed = list(dict.fromkeys(line for line in lines if line))
        if len(listed) > 100 or any(len(line) > self.longest for line in listed):
            raise forms.ValidationError(_("Write each on a line of its own, at most 100 of them."))
        return listed


class DirectoryForm(RecordForm):
    """Where the directory is, what it calls us, for whom it answers, and what its groups may do."""

    mark_optional = False  # most roles have no group

    issuer = forms.CharField(
        label=_("Address of the directory (issuer)"),
        max_length=500,
        help_text=_(
            "Exactly as the directory writes it. Entra ID: https://login.microsoftonline.com/TENANT-ID/v2.0. Keycloak: https://HOST/realms/REALM."
        ),
        widget=forms.TextInput({"inputmode": "url"} | _PLAIN),
    )
    client_id = forms.CharField(label=_("Client ID"), max_length=200, widget=forms.TextInput(_PLAIN))
    secret = forms.CharField(
        label=_("Client secret"),
        max_length=500,
        required=False,
        widget=forms.PasswordInput({"autocomplete": "off"}),
    )
    scopes = forms.CharField(
        label=_("Scopes"),
        max_length=200,
        help_text=_("Entra ID needs offline_access; in Keycloak you can leave it out."),
        widget=forms.TextInput(_PLAIN),
    )
    domains = Lines(
        label=_("Domains of email addresses"),
        longest=253,
        help_text=_(
            "Each on its own line, for example kunta.fi. The directory lets in people with these addresses only, once the operator of this service has confirmed that the domain is yours."
        ),
    )
    groups_claim = forms.CharField(
        label=_("Claim that holds the groups"),
        max_length=100,
        help_text=_("“groups”, or “roles” for the app roles of Entra ID."),
        widget=forms.TextInput(_PLAIN),
    )
    is_required = forms.BooleanField(
        label=_("Members with these addresses sign in by the directory only"),
        required=False,
        help_text=_(
            "Whoever has signed in by the directory once always does. Owners keep their password as well, in case the directory does not answer."
        ),
    )
    is_on = forms.BooleanField(label=_("Offer it on the sign-in page"), required=False)

    def __init__(self, *args: Any, record: Directory, **kwargs: Any) -> None:
        is_new = record.pk is None
        held: dict[str, Any] = {}
        if not is_new:
            held["domains"] = "\n".join(record.domains.values_list("domain", flat=True))
            for one in record.groups.all():
                name = _name_of(Role(one.role))
                held[name] = "\n".join(filter(None, [held.get(name, ""), one.group]))
        super().__init__(*args, record=record, initial=held, **kwargs)
        for role in Role:
            self.fields[_name_of(role)] = Lines(label=ROLES[role], longest=200)
        secret = self.fields["secret"]
        secret.required = is_new
        if not is_new:
            secret.help_text = _("Leave empty to keep the one there is. It is never shown.")
            secret.needed_when = True  # type: ignore[attr-defined]

    def clean_issuer(self) -> str:
        issuer: str = self.cleaned_data["issuer"].strip()
        try:
            check_address(issuer)
        except Refused as refusal:
            raise forms.ValidationError(REASONS[refusal.reason]) from None
        return issuer

    def clean_scopes(self) -> str:
        words = self.cleaned_data["scopes"].split()
        if "openid" not in words:
            raise forms.ValidationError(_("The scopes need “openid” among them."))
        return " ".join(words)

    def clean_domains(self) -> list[str]:
        domains = [one.lower().removeprefix("@") for one in self.cleaned_data["domains"]]
        for one in domains:
            if not _DOMAIN.fullmatch(one):
                raise forms.ValidationError(
                    _("“%(domain)s” is not a domain. Write it like this: kunta.fi"), params={"domain": one}
                )
        return domains

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        groups: dict[str, Role] = {}
        for role in Role:
            for group in cleaned.get(_name_of(role), []):
                if group in groups:
                    words = _("The group “%(group)s” has another role already.") % {"group": group}
                    self.add_error(_name_of(role), words)
                groups[group] = role
        cleaned["groups"] = groups
        return cleaned

    def group_fields(self) -> list[forms.BoundField]:
        """Return the fields of groups, a role each."""
        return [self[_name_of(role)] for role in Role]


def _name_of(role: Role) -> str:
    return f"groups_{role.value}"

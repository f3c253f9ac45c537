"""Where registrations come from, other than from the public form."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.people.models import Account
from skaala.registration.models.invitations import Invitation


class RegistrationSource(models.Model):
    """How somebody came who did not fill in the public form for themselves; who did has none."""

    class Kind(models.TextChoices):
        BROUGHT = "brought", _("registered by somebody else")
        INVITED = "invited", _("registered through an invitation link")
        ADDED = "added", _("added by the organiser")
        IMPORTED = "imported", _("imported from a file")

    registration = models.OneToOneField(
        "registration.Registration", primary_key=True, on_delete=models.CASCADE, related_name="source"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices)
    # Of those added and imported: who did it.
    account = models.ForeignKey(Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+")
    invitation = models.ForeignKey(
        Invitation, null=True, blank=True, on_delete=models.SET_NULL, related_name="sources"
    )
    # Of those brought along: by whom, and the name they gave; emptied when they are forgotten.
    brought_by = models.ForeignKey(
        "registration.Registration", null=True, blank=True, on_delete=models.SET_NULL, related_name="brought"
    )
    brought_by_name = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return self.kind

"""How an organisation presents the emails of its series, and their public pages."""

from __future__ import annotations

from django.db import models

from skaala.mail.models import Email
from skaala.people.models.organisations import Tenant
from skaala.ui.texts import TextsField


class Face(models.Model):
    """An organisation's own sender, footer and imprint. One without a row shows none of its own."""

    tenant = models.OneToOneField(Tenant, on_delete=models.CASCADE, related_name="face")
    # What stands before the server's own address, which stays: a receiver checks that the server may send for it (DMARC).
    sender_name = TextsField()
    # Where answers to emails go; it has been confirmed from its own mailbox.
    reply_to = models.EmailField(max_length=254, blank=True)
    # One that waits to be confirmed, and the email by which it is.
    asked_reply_to = models.EmailField(max_length=254, blank=True)
    asked_email = models.OneToOneField(
        Email, null=True, blank=True, on_delete=models.SET_NULL, related_name="asks_for_face"
    )
    # Plain text, at the end of emails and at the foot of pages.
    footer = TextsField()
    imprint = TextsField()
    # Of its front page, and what it adds to the statements of its series; Markdown, but the contact.
    introduction = TextsField()
    contact = TextsField()
    privacy = TextsField()
    accessibility = TextsField()
    # As #rrggbb; empty for the look's own.
    accent = models.CharField(max_length=7, blank=True)
    band = models.CharField(max_length=7, blank=True)
    # Of the logo, which lies in a row of its own: pages need its size and whether there is one.
    logo_width = models.PositiveSmallIntegerField(default=0)
    logo_height = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(asked_email=None) | ~models.Q(asked_reply_to=""),
                name="an_email_asks_for_a_reply_address",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.tenant}"


class Logo(models.Model):
    """The logo of an organisation, a PNG that the program has made of what it was given."""

    face = models.OneToOneField(Face, on_delete=models.CASCADE, related_name="logo")
    content = models.BinaryField()
    # The same for emails: as large as it is shown there on the sharpest screens.
    small = models.BinaryField(default=b"")

    def __str__(self) -> str:
        return f"{self.face}"


class TestEmail(models.Model):
    """For which organisation somebody tries how its emails look and whether they arrive."""

    email = models.OneToOneField(Email, on_delete=models.CASCADE, related_name="tries")
    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE)

    def __str__(self) -> str:
        return f"{self.tenant} {self.email}"

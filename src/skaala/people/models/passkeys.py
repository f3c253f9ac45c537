"""Passkeys (WebAuthn): what is kept of them is public."""

from __future__ import annotations

from django.db import models

from skaala.people.models.accounts import Account


class Passkey(models.Model):
    """A key pair on somebody's telephone, computer or security key; we know its public half."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="passkeys")
    name = models.CharField(max_length=60)
    credential_id = models.BinaryField(unique=True)
    # As the authenticator gave it: its model, the credential's id, and the public key in COSE.
    public = models.BinaryField()
    # How often it says it has signed; many say 0 for ever.
    sign_count = models.BigIntegerField(default=0)
    created_at = models.DateTimeField()
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["created_at", "id"]

    def __str__(self) -> str:
        return self.name

"""Keys by which programs work for an organisation."""

from __future__ import annotations

from django.contrib.postgres.fields import ArrayField
from django.db import models

from skaala.people.models import Account, Tenant
from skaala.series.models.series import Series


class ApiKey(models.Model):
    """
    A program's key: of all series of an organisation, or of one of them.

    Only a digest is kept of what the program sends, so the key is shown once, when it is made.
    """

    tenant = models.ForeignKey(Tenant, on_delete=models.CASCADE, related_name="api_keys")
    series = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.CASCADE, related_name="api_keys"
    )
    # What it is for, as whoever made it calls it.
    name = models.CharField(max_length=100)
    # See skaala.people.rules.scopes.
    scopes = ArrayField(models.CharField(max_length=30))
    digest = models.CharField(max_length=64, unique=True, editable=False)
    created_at = models.DateTimeField()
    created_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    expires_at = models.DateTimeField()
    last_used_at = models.DateTimeField(null=True, blank=True)
    ended_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-created_at", "-id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(scopes__len__gt=0), name="a_key_of_the_api_opens_something"
            ),
            models.CheckConstraint(
                condition=models.Q(expires_at__gt=models.F("created_at")),
                name="a_key_of_the_api_ends_after_it_was_made",
            ),
        ]

    def __str__(self) -> str:
        return self.name


class ApiRequest(models.Model):
    """What a program has asked for under a name of its own, so that it is done once; what was answered is not kept."""

    key = models.ForeignKey(ApiKey, on_delete=models.CASCADE, related_name="requests")
    name = models.CharField(max_length=100)
    digest = models.CharField(max_length=64)
    # By which part of its address it is found.
    made = models.CharField(max_length=100, blank=True)
    created_at = models.DateTimeField(db_index=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["key", "name"], name="one_request_per_key_and_name"),
        ]

    def __str__(self) -> str:
        return self.name

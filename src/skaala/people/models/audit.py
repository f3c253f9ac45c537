"""
The audit trail: who did what, where and when. The database refuses changes and deletions (triggers in its migration).

What names a person lies beside the entry and is bound to it by a salted digest, so that it can be destroyed without breaking
the chain of digests. Ids of other rooms are plain numbers: an entry outlives what it is about.
"""

from __future__ import annotations

from django.db import models

from skaala.people.models.organisations import Tenant


class AuditEntry(models.Model):
    """One thing that somebody did."""

    at = models.DateTimeField(db_index=True)
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="audit_entries")
    action = models.CharField(max_length=60)
    account_number = models.BigIntegerField(null=True)
    role = models.CharField(max_length=12, blank=True)
    series_number = models.BigIntegerField(null=True, db_index=True)
    # Nothing here names a person.
    details = models.JSONField(default=dict)
    personal_digest = models.CharField(max_length=64, blank=True)

    class Meta:
        verbose_name_plural = "audit entries"
        ordering = ["-id"]
        indexes = [models.Index(fields=["tenant", "-id"], name="audit_entries_of_a_tenant")]

    def __str__(self) -> str:
        return self.action


class AuditPersonal(models.Model):
    """What of an entry names a person: who acted from where, whose data, which words were looked for."""

    entry = models.OneToOneField(AuditEntry, on_delete=models.CASCADE, related_name="personal")
    series_number = models.BigIntegerField(null=True, db_index=True)
    # Whose registration was opened.
    registration = models.UUIDField(null=True, db_index=True)
    salt = models.CharField(max_length=32)
    content = models.TextField()

    class Meta:
        verbose_name_plural = "audit personal parts"

    def __str__(self) -> str:
        return str(self.entry)


class AuditLink(models.Model):
    """The place of an entry in its organisation's chain; the digest covers the entry and the link before."""

    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="audit_links")
    position = models.BigIntegerField()
    entry = models.OneToOneField(AuditEntry, on_delete=models.PROTECT, related_name="link")
    digest = models.CharField(max_length=64)

    class Meta:
        ordering = ["position"]
        constraints = [
            models.UniqueConstraint(fields=["tenant", "position"], name="one_link_per_tenant_and_position"),
            models.CheckConstraint(condition=models.Q(position__gt=0), name="links_count_from_one"),
        ]

    def __str__(self) -> str:
        return f"{self.position}"

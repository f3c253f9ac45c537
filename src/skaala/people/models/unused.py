"""What is remembered of accounts that nobody uses."""

from __future__ import annotations

from django.db import models

from skaala.people.models.accounts import Account


class UnusedAccount(models.Model):
    """That an account is about to be closed because nobody has used it for a year, or that its owner keeps it open."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="unused")
    # When somebody pressed on the page behind the link: that counts as use.
    kept_at = models.DateTimeField(null=True, blank=True)
    first_at = models.DateTimeField(null=True, blank=True)
    second_at = models.DateTimeField(null=True, blank=True)
    closes_at = models.DateTimeField(null=True, blank=True)
    # The only owner of an organisation is not closed; the operator gets one email.
    operator_informed_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(first_at=None, second_at=None, closes_at=None)
                | models.Q(first_at__isnull=False, closes_at__isnull=False),
                name="a_notice_says_when_the_account_closes",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.account_id}"

"""What is remembered of signing in: failures, sessions, second factors."""

from __future__ import annotations

from django.db import models

from skaala.people.models.accounts import Account


class SignInFailures(models.Model):
    """How often signing in has failed for one account, network address or device; which one is a hash."""

    key = models.CharField(max_length=64, primary_key=True)
    count = models.PositiveIntegerField()
    last_at = models.DateTimeField(db_index=True)

    class Meta:
        verbose_name_plural = "sign-in failures"

    def __str__(self) -> str:
        return f"{self.count}"


class AccountSession(models.Model):
    """A browser in which somebody is signed in; the session itself is Django's."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="sessions")
    session_key = models.CharField(max_length=40, unique=True)
    signed_in_at = models.DateTimeField()
    browser = models.CharField(max_length=100, blank=True)

    class Meta:
        ordering = ["-signed_in_at", "-id"]

    def __str__(self) -> str:
        return self.browser


class SecondFactor(models.Model):
    """The secret that somebody's authenticator app shares with us. It counts once a code of it has been entered."""

    account = models.OneToOneField(Account, on_delete=models.CASCADE, related_name="second_factor")
    # Sealed with the installation's key, so that a copy of the tables alone makes no codes.
    sealed = models.BinaryField()
    confirmed_at = models.DateTimeField(null=True, blank=True)
    # The last time step whose code was used: no code works twice.
    last_step = models.BigIntegerField(default=0)

    def __str__(self) -> str:
        return f"{self.account}"


class RecoveryCode(models.Model):
    """A code that replaces the authenticator app once; only its digest is kept."""

    account = models.ForeignKey(Account, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["account", "digest"], name="one_recovery_code_per_digest")
        ]

    def __str__(self) -> str:
        return "used" if self.used_at else "unused"

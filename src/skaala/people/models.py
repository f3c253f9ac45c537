"""Accounts, organisations, and the count of a stranger's knocks."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.contrib.auth.models import PermissionsMixin
from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.ui.texts import TextsField


class AccountManager(BaseUserManager["Account"]):
    """Makes accounts; an e-mail address is compared without regard to case."""

    def create_user(self, email: str, password: str | None = None, **fields: Any) -> Account:
        account = self.model(email=email.strip().lower(), **fields)
        account.set_password(password)
        account.save(using=self._db)
        return account

    def create_superuser(self, email: str, password: str | None = None, **fields: Any) -> Account:
        return self.create_user(email, password, is_staff=True, is_superuser=True, **fields)


class Account(AbstractBaseUser, PermissionsMixin):
    """Somebody who works at the desk. Participants have none."""

    email = models.EmailField(_("e-mail address"), unique=True)
    name = models.CharField(_("name"), max_length=200, blank=True)
    language = models.CharField(max_length=2, default="fi")
    is_active = models.BooleanField(default=True)
    is_staff = models.BooleanField(default=False)
    created_at = models.DateTimeField(auto_now_add=True)

    objects = AccountManager()

    USERNAME_FIELD = "email"
    REQUIRED_FIELDS = []

    def __str__(self) -> str:
        return self.name or self.email


class Organisation(models.Model):
    """An organisation that arranges, commissions or carries out something."""

    class Kind(models.TextChoices):
        ASSOCIATION = "association", _("association")
        STATE_BODY = "state_body", _("state body or programme")
        MUNICIPALITY = "municipality", _("municipality")
        NETWORK = "network", _("network")
        COMPANY = "company", _("company")
        OTHER = "other", _("other")

    slug = models.SlugField(unique=True)
    name = TextsField()
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.OTHER)
    url = models.URLField(blank=True)

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.name)


class Knock(models.Model):
    """How often one caller has asked for one thing in one stretch of time; the caller is a salted hash."""

    caller = models.CharField(max_length=64)
    stretch = models.BigIntegerField()
    count = models.PositiveIntegerField(default=1)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["caller", "stretch"], name="one_count_a_caller_and_stretch")
        ]

    def __str__(self) -> str:
        return f"{self.count}"

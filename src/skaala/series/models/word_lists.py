"""The lists of words that an organisation may change, with the words of the program."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _


class WordList(models.TextChoices):
    """Which list."""

    PERSPECTIVES = "perspectives", _("Perspectives")
    KINDS = "kinds", _("Kinds of event")
    ROLES = "roles", _("Roles of organisations")


class EventKind(models.TextChoices):
    WORKSHOP = "workshop", _("workshop")
    CLOSING_EVENT = "closing_event", _("closing event")
    OTHER = "other", _("event")


class PartRole(models.TextChoices):
    ORGANISER = "organiser", _("organises")
    COMMISSIONER = "commissioner", _("commissioned the study")
    CARRIES_OUT = "carries_out", _("carries out the work")


class Perspective(models.TextChoices):
    RECEIVER = "receiver", _("receiving municipalities")
    PIONEER = "pioneer", _("pioneer municipalities")
    NETWORK = "network", _("networks of municipalities")
    EVERYONE = "everyone", _("everyone")


PROGRAM: dict[str, type[models.TextChoices]] = {
    WordList.PERSPECTIVES: Perspective,
    WordList.KINDS: EventKind,
    WordList.ROLES: PartRole,
}
"""The words of each list where an organisation has none of its own; only :mod:`skaala.series.models.own_words` reads them."""

NEEDED: dict[str, str] = {WordList.PERSPECTIVES: Perspective.EVERYONE}
"""What is always offered: events are for everyone, and a participant is none of the others, unless another is chosen."""

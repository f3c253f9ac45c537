"""Municipalities, regions, networks and venues."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.people.models import Tenant
from skaala.places.rules import sizes
from skaala.ui.texts import TextsField


class Region(models.Model):
    """A region (maakunta, landskap)."""

    code = models.CharField(max_length=2, primary_key=True)
    name = TextsField()

    class Meta:
        ordering = ["code"]

    def __str__(self) -> str:
        return str(self.name)


class Municipality(models.Model):
    """A municipality with the years in which it exists; ``valid_until`` is its last year."""

    class Language(models.TextChoices):
        FINNISH = "fi", _("Finnish")
        SWEDISH = "sv", _("Swedish")
        FINNISH_SWEDISH = "fi-sv", _("bilingual, Finnish majority")
        SWEDISH_FINNISH = "sv-fi", _("bilingual, Swedish majority")

    class UrbanRural(models.TextChoices):
        URBAN = "urban", _("urban")
        SEMI_URBAN = "semi-urban", _("semi-urban")
        RURAL = "rural", _("rural")

    code = models.CharField(max_length=3, primary_key=True)
    name = TextsField()
    region = models.ForeignKey(Region, on_delete=models.PROTECT, related_name="municipalities")
    population = models.PositiveIntegerField()
    population_year = models.PositiveSmallIntegerField()
    land_km2 = models.FloatField()
    language = models.CharField(max_length=5, choices=Language.choices)
    urban_rural = models.CharField(max_length=10, choices=UrbanRural.choices)
    centre_lat = models.FloatField()
    centre_lon = models.FloatField()
    valid_from = models.PositiveSmallIntegerField()
    valid_until = models.PositiveSmallIntegerField(null=True, blank=True)
    successor = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="predecessors"
    )

    class Meta:
        ordering = ["code"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(valid_until__isnull=True)
                | models.Q(valid_until__gte=models.F("valid_from")),
                name="municipality_ends_after_it_begins",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def size_class(self) -> sizes.SizeClass:
        return sizes.size_class(self.population)


class Network(models.Model):
    """A network of municipalities. ``members_known`` is false where no complete list of members is held."""

    slug = models.SlugField(unique=True)
    name = TextsField()
    url = models.URLField(blank=True)
    members_known = models.BooleanField(default=False)
    members = models.ManyToManyField(Municipality, through="Membership", related_name="networks")

    class Meta:
        ordering = ["slug"]

    def __str__(self) -> str:
        return str(self.name)


class Membership(models.Model):
    """A municipality in a network, from one year on; years are null where they are not known."""

    network = models.ForeignKey(Network, on_delete=models.CASCADE, related_name="memberships")
    municipality = models.ForeignKey(Municipality, on_delete=models.CASCADE, related_name="memberships")
    joined_year = models.PositiveSmallIntegerField(null=True, blank=True)
    left_year = models.PositiveSmallIntegerField(null=True, blank=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["network", "municipality", "joined_year"], name="one_membership_per_joining_year"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.network} – {self.municipality}"


class Venue(models.Model):
    """A place where people meet. Each organisation keeps its own."""

    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="venues")
    name = TextsField()
    street = models.CharField(max_length=200, blank=True)
    postal_code = models.CharField(max_length=10, blank=True)
    city = TextsField()
    municipality = models.ForeignKey(Municipality, null=True, blank=True, on_delete=models.SET_NULL)
    url = models.URLField(blank=True)
    directions = TextsField(help_text=_("How to get there and in, also with a wheelchair."))

    def __str__(self) -> str:
        return f"{self.name}, {self.address}"

    @property
    def address(self) -> str:
        """The address on one line, in the reader's language."""
        return ", ".join(part for part in [self.street, f"{self.postal_code} {self.city}".strip()] if part)

"""What stops good actions from spreading, what is offered against it, and the study that found both out."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.evidence import rules
from skaala.people.models import Tenant
from skaala.series.models import Series
from skaala.ui.texts import TextsField


class Bottleneck(models.Model):
    """
    A word of the controlled vocabulary: one thing that keeps an action from spreading, and where it arises.

    Those that come with the program and those in use are retired, never removed.
    """

    class Place(models.TextChoices):
        SOURCE = "source", pgettext_lazy("bottleneck", "at the source")
        WAY = "way", pgettext_lazy("bottleneck", "on the way")
        RECEIVER = "receiver", pgettext_lazy("bottleneck", "at the receiver")

    slug = models.SlugField(max_length=60, unique=True)
    place = models.CharField(max_length=8, choices=Place.choices)
    name = TextsField()
    order = models.PositiveSmallIntegerField(default=0)
    is_own = models.BooleanField(default=False)
    # Whose word it is: its members alone change it. None for those that come with the program.
    tenant = models.ForeignKey(
        Tenant, null=True, blank=True, on_delete=models.SET_NULL, related_name="bottlenecks"
    )
    is_retired = models.BooleanField(default=False)

    class Meta:
        ordering = [
            models.Case(models.When(place="source", then=1), models.When(place="way", then=2), default=3),
            "order",
            "id",
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name={}), name="a_bottleneck_has_a_name"),
        ]

    def __str__(self) -> str:
        return str(self.name)


class Study(models.Model):
    """A study that a series rests on."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="studies")
    title = TextsField()
    authors = models.CharField(max_length=300, blank=True)
    commissioners = models.CharField(max_length=300, blank=True)
    year = models.PositiveSmallIntegerField(null=True, blank=True)
    url = models.URLField(max_length=500, blank=True)
    # Made up to show how the program works; said wherever anything of it is shown.
    is_illustrative = models.BooleanField(default=False)

    class Meta:
        verbose_name_plural = "studies"
        ordering = ["year", "id"]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def reference(self) -> str:
        """Who, when and what, on one line in the reader's language."""
        return rules.reference(authors=self.authors, year=self.year, title=str(self.title))


class StudyFinding(models.Model):
    """One thing that a study found out."""

    class Kind(models.TextChoices):
        GOOD_PRACTICE = "good_practice", _("Good practice")
        BOTTLENECK = "bottleneck", _("Bottleneck")
        SUPPORT_MEASURE = "support_measure", _("Support measure")
        NEXT_STEP = "next_step", _("Next step")
        OPEN_QUESTION = "open_question", _("Open question")

    study = models.ForeignKey(Study, on_delete=models.CASCADE, related_name="findings")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    text = TextsField()
    bottleneck = models.ForeignKey(
        Bottleneck, null=True, blank=True, on_delete=models.PROTECT, related_name="study_findings"
    )
    # Where in the study it stands: a page, a chapter.
    passage = models.CharField(max_length=100, blank=True)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["study", "order", "id"]

    def __str__(self) -> str:
        return str(self.text)


# The kinds of support in the order in which lists and the picture show them.
KINDS = ("money", "peer_learning", "network", "template", "expert_help", "data", "law", "recognition")


class SupportMeasure(models.Model):
    """Something offered against bottlenecks, at home or abroad. It belongs to no series and outlives them."""

    class Kind(models.TextChoices):
        MONEY = "money", _("Money")
        PEER_LEARNING = "peer_learning", _("Peer learning")
        NETWORK = "network", _("Network")
        TEMPLATE = "template", _("Template or joint procurement")
        EXPERT_HELP = "expert_help", _("Expert help")
        DATA = "data", _("Data")
        LAW = "law", _("Law and steering")
        RECOGNITION = "recognition", _("Recognition")

    kind = models.CharField(max_length=15, choices=Kind.choices)
    name = TextsField()
    description = TextsField()
    # ISO 3166-1 alpha-2, or EU; empty where several countries offer it together.
    country = models.CharField(max_length=2, blank=True)
    offered_by = models.CharField(max_length=300, blank=True)
    url = models.URLField(max_length=500, blank=True)
    answers = models.ManyToManyField(Bottleneck, related_name="measures", blank=True)
    # Who says so: the study while it is here, and words that stay when it is gone.
    study = models.ForeignKey(
        Study, null=True, blank=True, on_delete=models.SET_NULL, related_name="measures"
    )
    source = models.CharField(max_length=500, blank=True)
    source_url = models.URLField(max_length=500, blank=True)
    is_illustrative = models.BooleanField(default=False)
    # Who entered it: its members alone change it. None where it came before there were organisations.
    tenant = models.ForeignKey(
        Tenant, null=True, blank=True, on_delete=models.SET_NULL, related_name="support_measures"
    )
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = [
            models.Case(*(models.When(kind=kind, then=place) for place, kind in enumerate(KINDS))),
            "country",
            "id",
        ]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(country="") | models.Q(country__regex=r"^[A-Z]{2}$"),
                name="a_country_is_two_letters",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

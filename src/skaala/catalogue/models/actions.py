"""Actions: what a municipality does for sustainability that others could do."""

from __future__ import annotations

import uuid

from django.contrib.postgres.fields import ArrayField
from django.contrib.postgres.indexes import GinIndex
from django.contrib.postgres.search import SearchVectorField
from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.people.models import Account
from skaala.places.models import Municipality
from skaala.reports.models import Finding
from skaala.series.models import Series
from skaala.ui.languages import LONGEST_CODE, default_language
from skaala.ui.texts import TextsField
from skaala.workshops.models import Statement


class Action(models.Model):
    """
    One action, as its owner describes it and an editor confirms it.

    Its address never changes. ``adopters``, ``last_adopted_on`` and ``documented`` are counted from what is beneath, so that
    lists can be sorted by them; the search index is made of its texts.
    """

    class State(models.TextChoices):
        SUBMITTED = "submitted", pgettext_lazy("state of an action's page", "waiting for an editor")
        DRAFT = "draft", pgettext_lazy("state of an action's page", "draft")
        PUBLISHED = "published", pgettext_lazy("state of an action's page", "published")
        WITHDRAWN = "withdrawn", pgettext_lazy("state of an action's page", "withdrawn")

    class Status(models.TextChoices):
        PLANNED = "planned", pgettext_lazy("status of an action", "Planned")
        PILOTING = "piloting", pgettext_lazy("status of an action", "Being tried")
        RUNNING = "running", pgettext_lazy("status of an action", "In use")
        STOPPED = "stopped", pgettext_lazy("status of an action", "Stopped")
        FAILED = "failed", pgettext_lazy("status of an action", "Failed")

    class Scaling(models.TextChoices):
        STRENGTHENING = "strengthening", pgettext_lazy("kind of scaling", "Strengthening: more value at home")
        SPREADING = "spreading", pgettext_lazy("kind of scaling", "Spreading: works elsewhere")
        MAINSTREAMING = "mainstreaming", pgettext_lazy("kind of scaling", "Mainstreaming: changes the rules")

    class Theme(models.TextChoices):
        ENERGY = "energy", pgettext_lazy("theme of actions", "Energy and heating")
        BUILDINGS = "buildings", pgettext_lazy("theme of actions", "Buildings")
        MOBILITY = "mobility", pgettext_lazy("theme of actions", "Mobility")
        CIRCULAR = "circular", pgettext_lazy("theme of actions", "Circular economy and waste")
        NATURE = "nature", pgettext_lazy("theme of actions", "Nature and carbon sinks")
        WATER = "water", pgettext_lazy("theme of actions", "Water and adaptation")
        FOOD = "food", pgettext_lazy("theme of actions", "Food")
        LAND_USE = "land_use", pgettext_lazy("theme of actions", "Land use and construction")
        PROCUREMENT = "procurement", pgettext_lazy("theme of actions", "Procurement")
        GOVERNANCE = "governance", pgettext_lazy("theme of actions", "Management and data")
        PARTICIPATION = "participation", pgettext_lazy("theme of actions", "Residents and schools")
        BUSINESS = "business", pgettext_lazy("theme of actions", "Businesses")

    class Need(models.TextChoices):
        MEDIUM_TOWN = "medium_town", pgettext_lazy("condition of an action", "at least 10,000 residents")
        LARGE_TOWN = "large_town", pgettext_lazy("condition of an action", "at least 50,000 residents")
        URBAN = "urban", pgettext_lazy("condition of an action", "a densely built town")
        COUNTRYSIDE = "countryside", pgettext_lazy("condition of an action", "countryside")
        DISTRICT_HEATING = "district_heating", pgettext_lazy("condition of an action", "district heating")
        WATERFRONT = "waterfront", pgettext_lazy("condition of an action", "a sea or lake shore")
        COAST = "coast", pgettext_lazy("condition of an action", "a sea coast")
        FERRY = "ferry", pgettext_lazy("condition of an action", "a ferry route")
        RAILWAY = "railway", pgettext_lazy("condition of an action", "a railway")
        INDUSTRY = "industry", pgettext_lazy("condition of an action", "industry")

    class Precision(models.TextChoices):
        DAY = "day", pgettext_lazy("precision of a date", "day")
        MONTH = "month", pgettext_lazy("precision of a date", "month")
        YEAR = "year", pgettext_lazy("precision of a date", "year")

    slug = models.SlugField(max_length=80, unique=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.DRAFT)
    owner = models.ForeignKey(
        Municipality, null=True, blank=True, on_delete=models.PROTECT, related_name="actions"
    )
    # An owner abroad, or a joint authority: its name.
    owner_elsewhere = models.CharField(max_length=200, blank=True)

    name = TextsField()
    summary = TextsField()
    steps = TextsField()
    core = TextsField()
    adaptable = TextsField()
    scaling = models.CharField(max_length=15, choices=Scaling.choices, blank=True)
    themes = ArrayField(models.CharField(max_length=15, choices=Theme.choices), default=list, blank=True)
    goals = ArrayField(models.PositiveSmallIntegerField(), default=list, blank=True)
    effects = TextsField()
    measured_how = TextsField()
    cost = TextsField()
    staff_time = TextsField()
    saving = TextsField()
    conditions = TextsField()
    # Of these, what can be compared with what is known of a municipality.
    needs = ArrayField(models.CharField(max_length=20, choices=Need.choices), default=list, blank=True)
    legal_basis = TextsField()
    responsible = models.CharField(max_length=300, blank=True)

    status = models.CharField(max_length=10, choices=Status.choices, blank=True)
    began_on = models.DateField(null=True, blank=True)
    began_precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.YEAR)
    ended_on = models.DateField(null=True, blank=True)
    ended_precision = models.CharField(max_length=5, choices=Precision.choices, default=Precision.YEAR)
    lessons = TextsField()
    profile = models.JSONField(default=dict, blank=True)

    source = TextsField()
    source_url = models.URLField(max_length=500, blank=True)
    # Made up to show how the program works; said wherever the action is shown.
    is_simulated = models.BooleanField(default=False)

    # Where it came from in a workshop; the series stays where the statement or finding is gone.
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions"
    )
    finding = models.ForeignKey(
        Finding, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions"
    )
    # The claim of the series' report, by its key; the claim may be undone, its first statement is kept above.
    claim = models.CharField(max_length=32, blank=True)
    series = models.ForeignKey(
        Series, null=True, blank=True, on_delete=models.SET_NULL, related_name="actions"
    )

    adopters = models.PositiveIntegerField(default=0)
    last_adopted_on = models.DateField(null=True, blank=True)
    documented = models.PositiveSmallIntegerField(default=0)
    search = SearchVectorField(null=True, editable=False)

    confirmed_by = models.ForeignKey(
        Account, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    created_at = models.DateTimeField()
    updated_at = models.DateTimeField()
    published_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["-published_at", "-pk"]
        indexes = [
            GinIndex(fields=["search"], name="actions_by_words"),
            GinIndex(fields=["themes"], name="actions_by_theme"),
            models.Index(fields=["state", "adopters"], name="actions_by_spread"),
            models.Index(fields=["owner", "state"], name="actions_by_owner"),
        ]
        constraints = [
            models.CheckConstraint(condition=~models.Q(name={}), name="an_action_has_a_name"),
            models.CheckConstraint(
                condition=~models.Q(state="published")
                | models.Q(owner__isnull=False)
                | ~models.Q(owner_elsewhere=""),
                name="a_published_action_has_an_owner",
            ),
            models.CheckConstraint(
                condition=~models.Q(state="published") | models.Q(published_at__isnull=False),
                name="a_published_action_says_since_when",
            ),
        ]

    def __str__(self) -> str:
        return str(self.name)

    @property
    def owner_name(self) -> str:
        """Whose it is, in the reader's language; empty if nobody is named."""
        return str(self.owner) if self.owner else self.owner_elsewhere

    @property
    def is_public(self) -> bool:
        return self.state == self.State.PUBLISHED

    @property
    def is_over(self) -> bool:
        return self.status in {self.Status.STOPPED, self.Status.FAILED}


class ActionLink(models.Model):
    """A template, a decision or a page about an action."""

    class Kind(models.TextChoices):
        TEMPLATE = "template", pgettext_lazy("link of an action", "Template")
        DECISION = "decision", pgettext_lazy("link of an action", "Decision or contract")
        MORE = "more", pgettext_lazy("link of an action", "More about it")
        ELSEWHERE = "elsewhere", pgettext_lazy("link of an action", "The same action in another catalogue")

    action = models.ForeignKey(Action, on_delete=models.CASCADE, related_name="links")
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.MORE)
    label = models.CharField(max_length=200, blank=True)
    url = models.URLField(max_length=500)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "pk"]

    def __str__(self) -> str:
        return self.label or self.url


class ActionContact(models.Model):
    """
    Who answers questions about an action: public, with consent, and asked twice a year whether that is still so.

    Name and address go when somebody asks for it, when two reminders stay unanswered, or on ``keep_until``.
    """

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    action = models.OneToOneField(Action, on_delete=models.CASCADE, related_name="contact")
    name = models.CharField(_("name"), max_length=200)
    email = models.EmailField(_("email address"), max_length=254)
    job_title = models.CharField(max_length=200, blank=True)
    language = models.CharField(max_length=LONGEST_CODE, default=default_language)
    generation = models.PositiveIntegerField(default=1)
    is_simulated = models.BooleanField(default=False)
    consented_on = models.DateField()
    keep_until = models.DateField()
    ask_on = models.DateField()
    unanswered = models.PositiveSmallIntegerField(default=0)
    answered_on = models.DateField(null=True, blank=True)

    class Meta:
        indexes = [models.Index(fields=["ask_on"], name="contacts_to_be_asked")]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(keep_until__gte=models.F("consented_on")),
                name="a_contact_is_kept_after_its_consent",
            ),
        ]

    def __str__(self) -> str:
        return str(self.pk)

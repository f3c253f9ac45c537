"""A series and the organisations involved in it."""

from __future__ import annotations

from zoneinfo import ZoneInfo

from django.contrib.postgres.fields import ArrayField
from django.core.validators import RegexValidator
from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from skaala.people.models import Organisation, Tenant
from skaala.series.models.own_words import Vocabulary, rows_for
from skaala.series.models.word_lists import PartRole, WordList
from skaala.ui.languages import LONGEST_CODE
from skaala.ui.offered import every_language, known_among
from skaala.ui.texts import TextsField


class Series(models.Model):
    """Events that belong together, announced as one."""

    class Status(models.TextChoices):
        DRAFT = "draft", _("draft")
        SCHEDULED = "scheduled", _("scheduled")
        PUBLISHED = "published", _("published")
        ARCHIVED = "archived", _("archived")

    class LegalGround(models.TextChoices):
        PUBLIC_TASK = "public_task", _("a task carried out in the public interest")
        LEGITIMATE_INTEREST = "legitimate_interest", _("legitimate interest")
        CONSENT = "consent", _("consent")

    # Whose it is; it never changes, and what the series names belongs to the same one (triggers in the database).
    tenant = models.ForeignKey(Tenant, on_delete=models.PROTECT, related_name="series")
    slug = models.SlugField(max_length=80, unique=True)
    # In which it is held. What is written in others is kept, and neither asked for nor missing.
    languages = ArrayField(models.CharField(max_length=LONGEST_CODE), default=every_language)
    title = TextsField()
    short_name = TextsField(
        help_text=_("What calendars call it beside the name of an event; the title if empty.")
    )
    summary = TextsField()
    introduction = TextsField(help_text=_("Why the series is held. Markdown."))
    basis = TextsField(help_text=_("What the series is based on, such as a study. Markdown."))
    instructions = TextsField(help_text=_("How to register and take part. Markdown."))
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.DRAFT)
    publish_at = models.DateTimeField(null=True, blank=True)
    published_at = models.DateTimeField(null=True, blank=True)
    archived_at = models.DateTimeField(null=True, blank=True)
    time_zone = models.CharField(max_length=50, default="Europe/Helsinki")
    is_simulated = models.BooleanField(default=False)
    copied_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="copies"
    )

    contact_name = models.CharField(max_length=200, blank=True)
    contact_email = models.EmailField(blank=True)
    contact_phone = models.CharField(
        max_length=40,
        blank=True,
        validators=[RegexValidator(r"^[0-9 +()-]*$", _("Use digits, spaces and the signs + ( ) - only."))],
    )
    controller = models.ForeignKey(
        Organisation, null=True, blank=True, on_delete=models.PROTECT, related_name="controlled_series"
    )
    controller_address = models.CharField(max_length=300, blank=True)
    data_protection_officer = models.CharField(max_length=300, blank=True)
    processors = TextsField(help_text=_("Who else processes the data for the controller."))
    legal_ground = models.CharField(
        max_length=30, choices=LegalGround.choices, default=LegalGround.PUBLIC_TASK
    )
    privacy_details = TextsField(help_text=_("What this series adds to the privacy notice. Markdown."))
    notice_version = models.PositiveIntegerField(default=1)
    retention_months = models.PositiveSmallIntegerField(default=6)

    created_at = models.DateTimeField(auto_now_add=True)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        verbose_name_plural = "series"
        ordering = ["-created_at"]
        constraints = [
            models.CheckConstraint(
                condition=~models.Q(status="scheduled") | models.Q(publish_at__isnull=False),
                name="a_scheduled_series_says_when",
            ),
            models.CheckConstraint(
                condition=~models.Q(status__in=["published", "archived"])
                | models.Q(published_at__isnull=False),
                name="a_published_series_says_since_when",
            ),
            models.CheckConstraint(
                condition=models.Q(languages__len__gt=0), name="a_series_is_held_in_a_language"
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @cached_property
    def is_single(self) -> bool:
        """Whether it has one event and no more: then readers are told of an event, not of a series."""
        return len(self.events.all()) == 1

    @property
    def offered(self) -> tuple[str, ...]:
        """The languages of this series: the one home for whatever is asked, shown, written or sent in each of them."""
        return known_among(self.languages)


class Involvement(models.Model):
    """An organisation's part in a series."""

    Role = PartRole

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="involvements")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="involvements")
    role = models.CharField(max_length=20)  # a code of the organisation's list of roles
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["role", "order", "id"]
        constraints = [
            models.UniqueConstraint(
                fields=["series", "organisation", "role"], name="one_involvement_per_role"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.role}"

    def get_role_display(self) -> str:
        """Return what the series' organisation calls its role."""
        return Vocabulary(WordList.ROLES, rows_for(self)).label(self.role)

"""What is announced."""

from __future__ import annotations

import uuid
from zoneinfo import ZoneInfo

from django.core.validators import RegexValidator
from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.people.models import Organisation
from skaala.places.models import Venue
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

    slug = models.SlugField(max_length=80, unique=True)
    title = TextsField()
    summary = TextsField()
    introduction = TextsField(help_text=_("Why the series is held. Markdown."))
    basis = TextsField(help_text=_("What the series rests on, such as a study. Markdown."))
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
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)


class Involvement(models.Model):
    """An organisation's part in a series."""

    class Role(models.TextChoices):
        ORGANISER = "organiser", _("organises")
        COMMISSIONER = "commissioner", _("commissioned the study")
        CARRIES_OUT = "carries_out", _("carries out the work")

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="involvements")
    organisation = models.ForeignKey(Organisation, on_delete=models.PROTECT, related_name="involvements")
    role = models.CharField(max_length=20, choices=Role.choices)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["role", "order", "id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "organisation", "role"], name="one_part_a_role"),
        ]

    def __str__(self) -> str:
        return f"{self.organisation} {self.role}"


class Event(models.Model):
    """One dated occasion. Its instants are shown in ``time_zone``, whatever the server's."""

    class Kind(models.TextChoices):
        WORKSHOP = "workshop", _("workshop")
        CLOSING_EVENT = "closing_event", _("closing event")
        OTHER = "other", _("event")

    class Mode(models.TextChoices):
        """schema.org eventAttendanceMode."""

        ONLINE = "online", _("online")
        ONSITE = "onsite", _("on site")
        HYBRID = "hybrid", _("on site or online")

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", _("takes place")
        CANCELLED = "cancelled", _("cancelled")

    class Perspective(models.TextChoices):
        RECEIVER = "receiver", _("receiving municipalities")
        PIONEER = "pioneer", _("pioneer municipalities")
        NETWORK = "network", _("networks of municipalities")
        EVERYONE = "everyone", _("everyone")

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="events")
    slug = models.SlugField(max_length=80)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    kind = models.CharField(max_length=20, choices=Kind.choices, default=Kind.WORKSHOP)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    title = TextsField()
    audience = TextsField(help_text=_("Whom the event is for."))
    description = TextsField(help_text=_("What the event is about. Markdown."))
    perspective = models.CharField(max_length=10, choices=Perspective.choices, default=Perspective.EVERYONE)
    start = models.DateTimeField()
    end = models.DateTimeField()
    time_zone = models.CharField(max_length=50, default="Europe/Helsinki")
    mode = models.CharField(max_length=10, choices=Mode.choices, default=Mode.ONLINE)
    venue = models.ForeignKey(Venue, null=True, blank=True, on_delete=models.PROTECT, related_name="events")
    platform = models.CharField(max_length=60, blank=True, help_text=_("For example Teams."))
    join_url = models.URLField(max_length=2000, blank=True)
    # How many may come each way; None: any number. Changed only together with the seats, in the room above.
    capacity_online = models.PositiveIntegerField(null=True, blank=True, editable=False)
    capacity_onsite = models.PositiveIntegerField(null=True, blank=True, editable=False)
    registration_opens = models.DateTimeField(null=True, blank=True)
    registration_closes = models.DateTimeField(null=True, blank=True)
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.SCHEDULED, editable=False)
    cancelled_at = models.DateTimeField(null=True, blank=True, editable=False)
    cancel_reason = TextsField(editable=False)
    # When it was to start before it was moved; None while it stands where it was announced.
    rescheduled_from = models.DateTimeField(null=True, blank=True, editable=False)
    programme_pending = models.BooleanField(default=False)
    is_recorded = models.BooleanField(default=False)
    # Registration is open to those alone who have an invitation link.
    by_invitation = models.BooleanField(default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["start", "number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "slug"], name="one_event_an_address"),
            models.UniqueConstraint(fields=["series", "kind", "number"], name="one_event_a_kind_and_number"),
            models.CheckConstraint(
                condition=models.Q(end__gt=models.F("start")), name="an_event_ends_after_it_starts"
            ),
            models.CheckConstraint(
                condition=models.Q(registration_closes__isnull=True)
                | models.Q(registration_closes__lte=models.F("start")),
                name="registration_closes_before_the_start",
            ),
            models.CheckConstraint(
                condition=models.Q(registration_opens__isnull=True)
                | models.Q(registration_closes__isnull=True)
                | models.Q(registration_opens__lt=models.F("registration_closes")),
                name="registration_opens_before_it_closes",
            ),
            models.CheckConstraint(
                condition=models.Q(status="cancelled", cancelled_at__isnull=False)
                | (~models.Q(status="cancelled") & models.Q(cancelled_at__isnull=True)),
                name="a_cancelled_event_says_when",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)

    @property
    def zone(self) -> ZoneInfo:
        return ZoneInfo(self.time_zone)

    @property
    def is_cancelled(self) -> bool:
        return self.status == self.Status.CANCELLED

    @property
    def offers_online(self) -> bool:
        return self.mode in {self.Mode.ONLINE, self.Mode.HYBRID}

    @property
    def offers_onsite(self) -> bool:
        return self.mode in {self.Mode.ONSITE, self.Mode.HYBRID}

    @property
    def ways(self) -> tuple[str, ...]:
        """The ways in which one person can attend."""
        return (*(("online",) if self.offers_online else ()), *(("onsite",) if self.offers_onsite else ()))

    def capacity_of(self, way: str) -> int | None:
        """Return how many may come that way; None if any number."""
        return self.capacity_online if way == "online" else self.capacity_onsite


class ProgrammeItem(models.Model):
    """One line of an event's programme."""

    event = models.ForeignKey(Event, on_delete=models.CASCADE, related_name="programme")
    start = models.DateTimeField()
    end = models.DateTimeField(null=True, blank=True)
    title = TextsField()
    speaker = models.CharField(max_length=200, blank=True)

    class Meta:
        ordering = ["start", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(end__isnull=True) | models.Q(end__gt=models.F("start")),
                name="a_programme_item_ends_after_it_starts",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)


class Update(models.Model):
    """Dated news under a series."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="updates")
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    title = TextsField()
    body = TextsField(help_text=_("Markdown."))
    published_at = models.DateTimeField()

    class Meta:
        ordering = ["-published_at", "-id"]

    def __str__(self) -> str:
        return str(self.title)


class Material(models.Model):
    """A link or a file for the readers of a series, or of one of its events, visible from a time."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="materials")
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.CASCADE, related_name="materials"
    )
    title = TextsField()
    url = models.URLField(blank=True)
    file = models.FileField(upload_to="materials/%Y/", blank=True)
    visible_from = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["id"]
        constraints = [
            models.CheckConstraint(
                condition=(models.Q(url="") & ~models.Q(file="")) | (~models.Q(url="") & models.Q(file="")),
                name="a_material_is_a_link_or_a_file",
            ),
        ]

    def __str__(self) -> str:
        return str(self.title)


class RetentionReport(models.Model):
    """What the personal data of a series came to when its date had come: counts by kind, never a name."""

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="retention_reports")
    due = models.DateField()
    made_at = models.DateTimeField()
    removed = models.JSONField()
    remaining = models.JSONField()

    class Meta:
        ordering = ["-made_at"]

    def __str__(self) -> str:
        return f"{self.series_id} {self.due}"


class PublicVersion(models.Model):
    """
    One row whose number changes in each transaction that changes what public pages show, and is never used twice.

    Triggers of the tables concerned keep it; see :mod:`skaala.series.public_version`.
    """

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    number = models.BigIntegerField()

    class Meta:
        constraints = [
            models.CheckConstraint(condition=models.Q(id=1), name="there_is_one_public_version"),
        ]

    def __str__(self) -> str:
        return str(self.number)

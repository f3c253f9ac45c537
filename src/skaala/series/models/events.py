"""Events and their programme."""

from __future__ import annotations

import uuid
from zoneinfo import ZoneInfo

from django.db import models
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from skaala.places.models import Venue
from skaala.series.models.own_words import OwnWord, Vocabulary, rows_for
from skaala.series.models.series import Series
from skaala.series.models.word_lists import EventKind, Perspective, WordList
from skaala.ui.texts import TextsField


class Event(models.Model):
    """One dated occasion. Its instants are shown in ``time_zone``, whatever the server's."""

    Kind = EventKind
    Perspective = Perspective

    class Mode(models.TextChoices):
        """schema.org eventAttendanceMode."""

        ONLINE = "online", _("online")
        ONSITE = "onsite", _("on site")
        HYBRID = "hybrid", _("on site or online")

    class Status(models.TextChoices):
        SCHEDULED = "scheduled", _("takes place")
        CANCELLED = "cancelled", _("cancelled")

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="events")
    slug = models.SlugField(max_length=80)
    uid = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    sequence = models.PositiveIntegerField(default=0, editable=False)
    # These two are codes of the organisation's lists: no choices, so that nothing shows the program's words for them.
    kind = models.CharField(max_length=20, default=EventKind.WORKSHOP)
    number = models.PositiveSmallIntegerField(null=True, blank=True)
    title = TextsField()
    audience = TextsField(help_text=_("Whom the event is for."))
    description = TextsField(help_text=_("What the event is about. Markdown."))
    perspective = models.CharField(max_length=10, default=Perspective.EVERYONE)
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
    # Whoever comes on site is asked what they cannot eat.
    has_catering = models.BooleanField(default=True)
    # Registration is open to those alone who have an invitation link.
    by_invitation = models.BooleanField(default=False)
    updated_at = models.DateTimeField(auto_now=True)

    class Meta:
        ordering = ["start", "number", "id"]
        constraints = [
            models.UniqueConstraint(fields=["series", "slug"], name="one_event_per_address"),
            models.UniqueConstraint(
                fields=["series", "kind", "number"], name="one_event_per_kind_and_number"
            ),
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

    def get_kind_display(self) -> str:
        """Return what the series' organisation calls its kind."""
        return self.words(WordList.KINDS).label(self.kind)

    def get_perspective_display(self) -> str:
        """Return what the series' organisation calls its perspective."""
        return self.words(WordList.PERSPECTIVES).label(self.perspective)

    def words(self, which: str) -> Vocabulary:
        """Return the words of a list as the series' organisation has them."""
        return Vocabulary(which, self._own_words)

    @cached_property
    def _own_words(self) -> list[OwnWord]:
        return rows_for(self)

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
    def serves_food(self) -> bool:
        """Say whether those who come on site are served something."""
        return self.offers_onsite and self.has_catering

    @property
    def modes(self) -> tuple[str, ...]:
        """The ways in which one person can attend."""
        return (*(("online",) if self.offers_online else ()), *(("onsite",) if self.offers_onsite else ()))

    def capacity_of(self, mode: str) -> int | None:
        """Return how many may come that way; None if any number."""
        return self.capacity_online if mode == "online" else self.capacity_onsite


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

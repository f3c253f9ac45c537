"""The shared space of an event, its prompts, and links for those who lead it without an account."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.series.models import Event, Perspective, WordList
from skaala.ui.texts import TextsField
from skaala.workshops import rules


class Board(models.Model):
    """The shared space of one event."""

    class Phase(models.TextChoices):
        SET_UP = "set_up", pgettext_lazy("phase", "Set up")
        PREPARATION = "preparation", pgettext_lazy("phase", "Open for preparation")
        GATHER = "gather", pgettext_lazy("phase", "Collect statements")
        WEIGH = "weigh", pgettext_lazy("phase", "Vote")
        LOOK = "look", pgettext_lazy("phase", "Review together")
        CONCLUDE = "conclude", pgettext_lazy("phase", "Conclude")
        CLOSED = "closed", pgettext_lazy("phase", "Closed")

    class Split(models.TextChoices):
        TOGETHER = "", _("all together")
        DRAWN = "drawn", _("drawn by lot")
        CHOSEN = "chosen", _("all choose their group")

    event = models.OneToOneField(Event, on_delete=models.PROTECT, related_name="board")
    code = models.CharField(max_length=rules.CODE_LENGTH, unique=True)
    phase = models.CharField(max_length=12, choices=Phase.choices, default=Phase.SET_UP)
    version = models.PositiveIntegerField(default=1)
    timer_ends_at = models.DateTimeField(null=True, blank=True)
    # When the phase moved on from writing: what somebody was writing just then is still taken.
    writing_ended_at = models.DateTimeField(null=True, blank=True)
    moderates_before = models.BooleanField(default=False)
    # Beginnings of words that hold a statement beside those of rules.insults, one per line; "-" before one spares it.
    own_words = models.TextField(blank=True, max_length=4000)
    hides_results = models.BooleanField(default=True)
    welcomes_guests = models.BooleanField(default=True)
    # Guests vote at once; their votes count once the facilitator has let them in, or at once until this is on again.
    confirms_guests = models.BooleanField(default=True)
    # How many guests may be counted beyond the people with a confirmed place.
    guest_extra = models.PositiveSmallIntegerField(default=rules.GUEST_EXTRA)
    statement_count = models.PositiveIntegerField(default=0)
    is_simulated = models.BooleanField(default=False)
    # Everything done meanwhile is wiped before the real thing.
    is_rehearsal = models.BooleanField(default=False)
    # Small groups: how often the room has been split, and whether it is split now and how.
    round = models.PositiveSmallIntegerField(default=0)
    split = models.CharField(max_length=8, choices=Split.choices, blank=True)
    presented = models.ForeignKey(
        "Statement", null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    # Which screen the projector shows; empty for the first one of the phase.
    screen = models.CharField(max_length=60, blank=True)
    shows_bars = models.BooleanField(default=False)
    results_published_at = models.DateTimeField(null=True, blank=True)
    # Where an imported conversation comes from; empty for our own.
    source = models.CharField(max_length=300, blank=True)
    imported_on = models.DateField(null=True, blank=True)

    class Meta:
        constraints = [
            models.CheckConstraint(
                condition=models.Q(source="", imported_on__isnull=True)
                | (~models.Q(source="") & models.Q(imported_on__isnull=False)),
                name="an_imported_board_says_from_where",
            ),
            models.CheckConstraint(
                condition=models.Q(is_rehearsal=False) | models.Q(results_published_at__isnull=True),
                name="a_rehearsal_publishes_nothing",
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Prompt(models.Model):
    """A question that statements answer."""

    class Kind(models.TextChoices):
        GOOD_PRACTICE = "good_practice", _("Good practice")
        BOTTLENECK = "bottleneck", _("Bottleneck")
        NEXT_STEP = "next_step", _("Next step")
        OPEN_QUESTION = "open_question", _("Open question")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="prompts")
    kind = models.CharField(max_length=15, choices=Kind.choices)
    question = TextsField()
    hint = TextsField()
    perspective = models.CharField(max_length=10, default=Perspective.EVERYONE)
    order = models.PositiveSmallIntegerField(default=0)

    class Meta:
        ordering = ["order", "id"]

    def __str__(self) -> str:
        return str(self.question)

    def get_perspective_display(self) -> str:
        """Return what the series' organisation calls the perspective it is for."""
        return self.board.event.words(WordList.PERSPECTIVES).label(self.perspective)


class Invitation(models.Model):
    """A link by which somebody without an account leads one board, until it is taken back."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="invitations")
    label = models.CharField(max_length=80)
    made_on = models.DateField()
    last_used_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["made_on", "label"]

    def __str__(self) -> str:
        return self.label

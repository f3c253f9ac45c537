"""Statements and their translations."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.ui.languages import LONGEST_CODE, reader_language
from skaala.workshops import rules
from skaala.workshops.models.boards import Board, Prompt
from skaala.workshops.models.participants import Participant
from skaala.workshops.models.small_groups import SmallGroup


class Statement(models.Model):
    """
    One idea in one sentence, as it stands on one board.

    Votes belong to its root: a statement that is carried over keeps its root, and so its votes; a split or newly
    worded one has a root of its own.
    """

    class State(models.TextChoices):
        PENDING = "pending", pgettext_lazy("statement", "waiting for review")
        SHOWN = "shown", pgettext_lazy("statement", "shown")
        HIDDEN = "hidden", pgettext_lazy("statement", "hidden")
        MERGED = "merged", pgettext_lazy("statement", "merged into another")
        SPLIT = "split", pgettext_lazy("statement", "split into several")

    class Reason(models.TextChoices):
        """Why a statement was hidden, as its author is told."""

        NONE = "", _("no reason given")
        OFF_TOPIC = "off_topic", _("not about the question")
        PERSONAL = "personal", _("about a person")
        OFFENSIVE = "offensive", _("offensive")
        REPEATED = "repeated", _("said already")
        UNCLEAR = "unclear", _("cannot be voted on as it is")

    class Source(models.TextChoices):
        PARTICIPANT = "participant", _("a participant")
        SEED = "seed", _("the facilitator")
        ROOM = "room", _("the workshop")
        RECORDING = "recording", _("the recording of the call")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="statements")
    prompt = models.ForeignKey(Prompt, on_delete=models.PROTECT, related_name="statements")
    root = models.ForeignKey("self", on_delete=models.PROTECT, related_name="standings")
    number = models.PositiveIntegerField()
    text = models.CharField(max_length=rules.LONGEST)
    language = models.CharField(max_length=LONGEST_CODE)
    state = models.CharField(max_length=10, choices=State.choices, default=State.SHOWN)
    # What it was before it was merged or split, or before the rehearsal: an undo and a wipe give that back.
    state_before = models.CharField(max_length=10, choices=State.choices, blank=True)
    # Why it was held when it was written (rules.attention), one after the other; empty for nearly all.
    held_for = models.CharField(max_length=60, blank=True)
    hidden_for = models.CharField(max_length=10, choices=Reason.choices, blank=True)
    source = models.CharField(max_length=12, choices=Source.choices, default=Source.PARTICIPANT)
    author = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.SET_NULL, related_name="statements"
    )
    carried_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="carried_to"
    )
    split_from = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="parts"
    )
    merged_into = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="merged"
    )
    small_group = models.ForeignKey(
        SmallGroup, null=True, blank=True, on_delete=models.SET_NULL, related_name="statements"
    )
    is_pinned = models.BooleanField(default=False)
    is_simulated = models.BooleanField(default=False)
    written_on = models.DateField()

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["board", "number"], name="one_statement_per_number"),
            models.UniqueConstraint(fields=["board", "root"], name="a_root_stands_once_on_a_board"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_statement_says_something"),
            models.CheckConstraint(
                condition=models.Q(state="merged", merged_into__isnull=False)
                | (~models.Q(state="merged") & models.Q(merged_into__isnull=True)),
                name="a_merged_statement_says_into_which",
            ),
        ]
        indexes = [models.Index(fields=["board", "state"])]

    def __str__(self) -> str:
        return self.text

    @property
    def stayed_as(self) -> Statement:
        """The statement that stands for this one after all merges, one into the next; itself where it is not merged."""
        found, seen = self, {self.pk}
        while found.merged_into is not None and found.merged_into.pk not in seen:
            found = found.merged_into
            seen.add(found.pk)
        return found

    @property
    def translation(self) -> Translation | None:
        """These words in the reader's language, if they are in another and somebody has translated them."""
        wanted = reader_language()
        if wanted == self.language:
            return None
        return next((each for each in self.root.translations.all() if each.language == wanted), None)


class Translation(models.Model):
    """The words of a root statement in another language: carried over, it keeps them."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    root = models.ForeignKey(Statement, on_delete=models.CASCADE, related_name="translations")
    language = models.CharField(max_length=LONGEST_CODE)
    text = models.CharField(max_length=2 * rules.LONGEST)
    is_by_machine = models.BooleanField(default=False)

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["root", "language"], name="one_translation_per_language"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_translation_says_something"),
        ]

    def __str__(self) -> str:
        return self.text

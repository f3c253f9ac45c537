"""Quick questions to the room beside the board: kept apart from statements, and no figure of theirs is a vote on one."""

from __future__ import annotations

import uuid

from django.db import models
from django.utils.translation import pgettext_lazy

from skaala.ui.languages import LONGEST_CODE
from skaala.ui.texts import Texts, TextsField
from skaala.workshops.models.boards import Board
from skaala.workshops.models.participants import Participant
from skaala.workshops.models.statements import Statement
from skaala.workshops.rules import polls as rules


class Poll(models.Model):
    """One quick question."""

    class Kind(models.TextChoices):
        CHOICE = "choice", pgettext_lazy("quick question", "One of several answers")
        SCALE = "scale", pgettext_lazy("quick question", "A scale from 1 to 5")
        WORDS = "words", pgettext_lazy("quick question", "Word cloud")
        OPEN = "open", pgettext_lazy("quick question", "Free answers with upvotes")
        ORDER = "order", pgettext_lazy("quick question", "Order of the next steps, by best and worst")

    class State(models.TextChoices):
        DRAFT = "draft", pgettext_lazy("quick question", "not asked yet")
        OPEN = "open", pgettext_lazy("quick question", "open")
        CLOSED = "closed", pgettext_lazy("quick question", "closed")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="polls")
    number = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=6, choices=Kind.choices)
    question = TextsField()
    # What the ends of a scale mean.
    low = TextsField()
    high = TextsField()
    state = models.CharField(max_length=6, choices=State.choices, default=State.DRAFT)
    hides_until_closed = models.BooleanField(default=True)
    # What the room may see: how many chose each option or step, or upvoted each text; of next steps their order. It follows the answers
    # in steps of five.
    counts = models.JSONField(default=dict, blank=True)
    closed_on = models.DateField(null=True, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["board", "number"], name="one_poll_per_board_and_number"),
        ]

    def __str__(self) -> str:
        return str(self.question)

    @property
    def has_texts(self) -> bool:
        """Whether it is answered in words."""
        return self.kind in {self.Kind.WORDS, self.Kind.OPEN}

    @property
    def results_are_shown(self) -> bool:
        """Whether the room sees what was answered."""
        return self.state == self.State.CLOSED or (
            self.state == self.State.OPEN and not self.hides_until_closed
        )


class PollOption(models.Model):
    """An answer that can be chosen."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="options")
    number = models.PositiveSmallIntegerField()
    text = TextsField()
    # Of an order of next steps: the step, whose words are read where it is.
    statement = models.ForeignKey(
        Statement, null=True, blank=True, on_delete=models.CASCADE, related_name="poll_options"
    )

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "number"], name="one_option_per_poll_and_number"),
        ]

    def __str__(self) -> str:
        return str(self.label)

    @property
    def label(self) -> Texts:
        """What can be chosen, in its languages; of a next step its words and their translations."""
        if self.statement is None:
            own: Texts = self.text
            return own
        translated = {each.language: each.text for each in self.statement.root.translations.all()}
        return Texts(**{**translated, self.statement.language: self.statement.text})


class PollAnswer(models.Model):
    """What one participant chose; the latest counts, and there is no other."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="answers")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="poll_answers")
    option = models.ForeignKey(PollOption, null=True, on_delete=models.CASCADE, related_name="answers")
    step = models.PositiveSmallIntegerField(null=True)

    class Meta:
        constraints = [
            models.UniqueConstraint(
                fields=["poll", "participant"], name="one_answer_per_poll_and_participant"
            ),
            models.CheckConstraint(
                condition=models.Q(option__isnull=False, step__isnull=True)
                | models.Q(option__isnull=True, step__gte=1, step__lte=rules.STEPS),
                name="an_answer_is_an_option_or_a_step",
            ),
        ]

    def __str__(self) -> str:
        return "answer"


class PollChoice(models.Model):
    """Of one set of next steps that a participant was shown: the most and the least important."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="choices")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="poll_choices")
    number = models.PositiveSmallIntegerField()
    # The options of the set, by their ids.
    shown = models.JSONField()
    best = models.ForeignKey(PollOption, on_delete=models.CASCADE, related_name="chosen_as_best")
    worst = models.ForeignKey(PollOption, on_delete=models.CASCADE, related_name="chosen_as_worst")

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(
                fields=["poll", "participant", "number"], name="one_choice_per_person_and_set"
            ),
            models.CheckConstraint(
                condition=~models.Q(best=models.F("worst")), name="the_best_is_not_the_worst"
            ),
        ]

    def __str__(self) -> str:
        return "choice"


class PollText(models.Model):
    """A word of a cloud, or a free answer; moderated as statements are."""

    class State(models.TextChoices):
        PENDING = "pending", pgettext_lazy("statement", "waiting for review")
        SHOWN = "shown", pgettext_lazy("statement", "shown")
        HIDDEN = "hidden", pgettext_lazy("statement", "hidden")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    board = models.ForeignKey(Board, on_delete=models.CASCADE, related_name="poll_texts")
    poll = models.ForeignKey(Poll, on_delete=models.CASCADE, related_name="texts")
    number = models.PositiveIntegerField()
    author = models.ForeignKey(
        Participant, null=True, blank=True, on_delete=models.SET_NULL, related_name="poll_texts"
    )
    text = models.CharField(max_length=rules.LONGEST_TEXT)
    language = models.CharField(max_length=LONGEST_CODE)
    state = models.CharField(max_length=7, choices=State.choices)
    held_for = models.CharField(max_length=60, blank=True)

    class Meta:
        ordering = ["number"]
        constraints = [
            models.UniqueConstraint(fields=["poll", "number"], name="one_text_per_poll_and_number"),
            models.CheckConstraint(condition=~models.Q(text=""), name="a_poll_text_says_something"),
        ]

    def __str__(self) -> str:
        return self.text


class PollUpvote(models.Model):
    """That a participant finds a free answer of somebody else's important."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    text = models.ForeignKey(PollText, on_delete=models.CASCADE, related_name="upvotes")
    participant = models.ForeignKey(Participant, on_delete=models.CASCADE, related_name="poll_upvotes")

    class Meta:
        constraints = [
            models.UniqueConstraint(fields=["text", "participant"], name="one_upvote_per_text_and_person"),
        ]

    def __str__(self) -> str:
        return "upvote"

"""Feedback on one event. What people answer is kept as counts and words alone: there is no row that is one person's answer."""

from __future__ import annotations

from django.db import models
from django.utils.translation import gettext_lazy as _

from skaala.ui.texts import Texts, TextsField


class FeedbackSurvey(models.Model):
    """
    The questions put to those who were at an event, for some days after it.

    ``spent`` says who has answered, not what: a code of each, in the order of the codes. It is emptied when the survey is
    closed, which is for good; ``answers`` stays.
    """

    event = models.OneToOneField("series.Event", on_delete=models.CASCADE, related_name="feedback_survey")
    introduction = TextsField()
    days = models.PositiveSmallIntegerField(default=7)
    sends_email = models.BooleanField(default=True)
    answers = models.PositiveIntegerField(default=0)
    spent = models.JSONField(default=list, blank=True)
    closed_at = models.DateTimeField(null=True, blank=True)

    def __str__(self) -> str:
        return f"feedback {self.event_id}"


class FeedbackQuestion(models.Model):
    """
    One question. ``options`` has one option a line, the same number of lines in each language.

    ``counts`` says how many chose what (by the number on the scale or of the option, from 1); ``words`` holds free answers
    in alphabetical order, so that none can be told by when it came.
    """

    class Kind(models.TextChoices):
        SCALE = "scale", _("scale from 1 to 5")
        CHOICE = "choice", _("one of several options")
        WORDS = "words", _("in their own words")

    survey = models.ForeignKey(FeedbackSurvey, on_delete=models.CASCADE, related_name="questions")
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    text = TextsField()
    options = TextsField()
    counts = models.JSONField(default=dict, blank=True)
    words = models.JSONField(default=list, blank=True)

    class Meta:
        ordering = ["survey", "position", "pk"]

    def __str__(self) -> str:
        return str(self.text)

    @property
    def labels(self) -> list[str]:
        """What can be chosen, in the reader's language: 1 to 5, or the options."""
        if self.kind == self.Kind.SCALE:
            return [str(number) for number in range(1, 6)]
        return options_of(self.options.for_reader().text)

    @property
    def answered(self) -> int:
        """How many people have answered this question."""
        return len(self.words) if self.kind == self.Kind.WORDS else sum(self.counts.values())


def options_of(lines: str) -> list[str]:
    """Return the options written one a line."""
    return [line.strip() for line in lines.splitlines() if line.strip()]


def number_of_options(options: Texts) -> int:
    """Return how many options there are, as the first language that has any says it."""
    return len(options_of(options.for_reader().text))

"""What a series asks beyond its own form, and what people answered."""

from __future__ import annotations

from typing import Any

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.series.models import Event, Series
from skaala.ui.texts import Texts, TextsField, in_every_language


class Question(models.Model):
    """
    One question of a series, or of one of its events only.

    It is never removed: one that is taken out of the form is retired, and what was answered stays with it. The same holds
    for its options.
    """

    class Kind(models.TextChoices):
        TEXT = "text", _("free text")
        CHOICE = "choice", _("one of several options")
        SEVERAL = "several", _("any number of options")
        NUMBER = "number", _("number")
        YES_NO = "yes_no", _("yes or no")

    series = models.ForeignKey(Series, on_delete=models.CASCADE, related_name="questions")
    # Asked only of those who come to it.
    event = models.ForeignKey(
        Event, null=True, blank=True, on_delete=models.CASCADE, related_name="questions"
    )
    kind = models.CharField(max_length=10, choices=Kind.choices, default=Kind.TEXT)
    label = TextsField()
    help_text = TextsField()
    # [{"key": "1", "label": {"fi": …}, "retired": true}]; keys are never used twice.
    options = models.JSONField(default=list, blank=True)
    is_required = models.BooleanField(default=False)
    shown_if = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.SET_NULL, related_name="leads_to"
    )
    # The option's key, or "yes" or "no".
    shown_if_value = models.CharField(max_length=20, blank=True, default="")
    order = models.PositiveIntegerField(default=0)
    retired_at = models.DateTimeField(null=True, blank=True)

    class Meta:
        ordering = ["order", "id"]
        constraints = [
            models.CheckConstraint(
                condition=models.Q(shown_if__isnull=True) | ~models.Q(shown_if_value=""),
                name="a_condition_names_the_answer",
            ),
        ]

    def __str__(self) -> str:
        return str(self.label)

    @property
    def has_options(self) -> bool:
        return self.kind in {self.Kind.CHOICE, self.Kind.SEVERAL}

    def choices(self, *, also_retired: bool = False) -> list[tuple[str, Texts]]:
        """Return key and label of each option; those that are no longer offered only if asked for."""
        if self.kind == self.Kind.YES_NO:
            return [(key, in_every_language(label)) for key, label in YES_NO.items()]
        return [
            (option["key"], Texts.from_dict(option["label"]))
            for option in self.options
            if also_retired or not option.get("retired")
        ]

    def words(self, value: Any) -> str:
        """Return an answer in words of the active language."""
        labels = dict(self.choices(also_retired=True))
        if self.kind == self.Kind.YES_NO:
            return str(labels["yes" if value else "no"])
        if self.kind == self.Kind.SEVERAL:
            return ", ".join(str(labels[key]) for key in value if key in labels)
        return str(labels.get(value, "")) if self.kind == self.Kind.CHOICE else str(value)


YES_NO = {"yes": pgettext_lazy("answer", "Yes"), "no": pgettext_lazy("answer", "No")}


class Answer(models.Model):
    """
    What one person answered to one question.

    A text or number as text, the key of an option, a list of keys, or true or false; as the question's kind has it.
    """

    registration = models.ForeignKey(
        "registration.Registration", on_delete=models.CASCADE, related_name="answers"
    )
    question = models.ForeignKey(Question, on_delete=models.CASCADE, related_name="answers")
    value = models.JSONField()

    class Meta:
        ordering = ["question__order", "question_id"]
        constraints = [
            models.UniqueConstraint(
                fields=["registration", "question"], name="one_answer_per_person_and_question"
            ),
        ]

    def __str__(self) -> str:
        return f"{self.question_id} of {self.registration_id}"

    @property
    def words(self) -> str:
        return self.question.words(self.value)

"""The questions about one event as a form; nothing in it says who fills it in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext as _

from skaala.registration.models import FeedbackQuestion

LONGEST_ANSWER = 2000


class FeedbackForm(forms.Form):
    """A field a question, none of them required; but something must be answered."""

    mark_optional = False

    def __init__(self, *args: Any, questions: Iterable[FeedbackQuestion], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.questions = list(questions)
        for question in self.questions:
            self.fields[f"question-{question.pk}"] = _field(question)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.errors and not any(cleaned.values()):
            raise forms.ValidationError(_("Answer at least one question."))
        return cleaned

    def answers(self) -> dict[int, int | str]:
        """Return what was answered, by the question's id."""
        found: dict[int, int | str] = {}
        for question in self.questions:
            said = self.cleaned_data.get(f"question-{question.pk}")
            if said:
                found[question.pk] = said if question.kind == FeedbackQuestion.Kind.WORDS else int(said)
        return found


def _field(question: FeedbackQuestion) -> forms.Field:
    label = str(question.text)
    if question.kind == FeedbackQuestion.Kind.WORDS:
        return forms.CharField(
            label=label, required=False, max_length=LONGEST_ANSWER, widget=forms.Textarea({"rows": 4})
        )
    is_scale = question.kind == FeedbackQuestion.Kind.SCALE
    return forms.ChoiceField(
        label=label,
        required=False,
        choices=[(str(number), option) for number, option in enumerate(question.labels, 1)],
        widget=forms.RadioSelect({"class": "is-scale"} if is_scale else {}),
        help_text=_("1 = least, 5 = most.") if is_scale else "",
    )

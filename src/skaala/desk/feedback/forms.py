"""The questions about an event, a row a question."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.messages import capitalised
from skaala.registration.models import FeedbackQuestion, FeedbackSurvey
from skaala.registration.models.feedback import number_of_options, options_of
from skaala.registration.operations import QuestionDraft
from skaala.registration.rules.feedback import LONGEST
from skaala.ui.forms import TextsFormField
from skaala.ui.offered import offered
from skaala.ui.texts import Texts, in_every_language

EMPTY_ROWS = 2
MOST = 30
Kind = FeedbackQuestion.Kind


class SurveyForm(forms.Form):
    """For how long one can answer, and what is said first."""

    days = forms.IntegerField(
        label=_("Open for how many days after the event"), min_value=1, max_value=LONGEST
    )
    sends_email = forms.BooleanField(
        label=_("Ask by email, an hour after the event"),
        required=False,
        help_text=_(
            "Sent to those who were checked in. If nobody was checked in, it is sent to everyone who had a place."
        ),
    )
    introduction = TextsFormField(label=_("Introduction"), rows=2, max_length=1000, required=False)


class QuestionForm(forms.Form):
    """One question; an empty row is none, so emptying a row removes it."""

    kind = forms.ChoiceField(
        label=_("Type of answer"), required=False, choices=[*capitalised(Kind.choices)], initial=Kind.SCALE
    )
    text = TextsFormField(label=pgettext_lazy("feedback", "Question"), max_length=300, required=False)
    options = TextsFormField(
        label=_("Options, one per line"),
        rows=3,
        max_length=1000,
        required=False,
        help_text=_("Only for a choice. As many lines in each language."),
    )

    mark_optional = False

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        options: Texts = cleaned.get("options") or Texts()
        if not cleaned.get("text"):
            if options:
                self.add_error("text", _("Write the question."))
            return cleaned
        if cleaned.get("kind") == Kind.CHOICE and "options" not in self.errors:
            numbers = {len(options_of(options.get(code))) for code in offered() if options.get(code)}
            if number_of_options(options) < 2:
                self.add_error("options", _("Write at least two options, one per line."))
            elif len(numbers) > 1:
                self.add_error("options", _("Write as many options in each language, in the same order."))
        return cleaned

    def question(self) -> QuestionDraft | None:
        """Return what the row asks, or None if it is empty."""
        read = self.cleaned_data
        if not read.get("text"):
            return None
        kind = read["kind"] or Kind.SCALE
        options = read["options"] if kind == Kind.CHOICE else Texts()
        return QuestionDraft(kind, read["text"], options)


class BaseQuestionFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # takes none at run time
    def clean(self) -> None:
        if not any(self.errors) and not self.questions():
            raise forms.ValidationError(gettext("Ask at least one question."))

    def questions(self) -> list[QuestionDraft]:
        """Return the questions of the rows that are not empty."""
        return [question for form in self.forms if (question := form.question())]


QuestionFormSet = cast(
    type[BaseQuestionFormSet],
    forms.formset_factory(
        QuestionForm, formset=BaseQuestionFormSet, extra=EMPTY_ROWS, max_num=MOST, validate_max=True
    ),
)


def initial_survey(survey: FeedbackSurvey | None) -> dict[str, Any]:
    """Return how the form about a survey begins."""
    return {
        "days": survey.days if survey else 7,
        "sends_email": survey.sends_email if survey else True,
        "introduction": survey.introduction if survey else Texts(),
    }


def initial_questions(survey: FeedbackSurvey | None) -> list[dict[str, Any]]:
    """Return the questions held, or a first proposal in every language."""
    if survey is not None:
        return [
            {"kind": one.kind, "text": one.text, "options": one.options} for one in survey.questions.all()
        ]
    return [
        {
            "kind": Kind.SCALE,
            "text": in_every_language(_("How useful was the event for your work?")),
        },
        {"kind": Kind.SCALE, "text": in_every_language(_("How well was the event arranged?"))},
        {"kind": Kind.WORDS, "text": in_every_language(_("What did you learn?"))},
        {
            "kind": Kind.WORDS,
            "text": in_every_language(_("What should we do differently next time?")),
        },
    ]

"""A question of the registration form."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import RecordForm, choice_field
from skaala.desk.frame.messages import capitalised, event_label
from skaala.registration.models import Question
from skaala.ui.forms import TextsFormField
from skaala.ui.languages import LANGUAGES, language_label
from skaala.ui.offered import offered
from skaala.ui.texts import Texts

FEWEST_OPTIONS, MOST_OPTIONS, LONGEST_OPTION = 2, 40, 200


class QuestionForm(RecordForm):
    """
    What is asked, of whom, and what one may answer.

    :param record: the question; its series and the other questions must be there
    :param others: what the form asks besides
    """

    label = TextsFormField(label=_("Question"), max_length=300)
    help_text = TextsFormField(
        label=_("Help"), max_length=500, required=False, help_text=_("Shown below the question.")
    )
    kind = forms.ChoiceField(
        label=_("What kind of answer"), choices=capitalised(Question.Kind.choices), widget=forms.RadioSelect
    )
    options = TextsFormField(
        label=_("Options"),
        rows=6,
        max_length=MOST_OPTIONS * LONGEST_OPTION,
        required=False,
        help_text=_(
            "For questions with options: one per line, in the same order in each language. Answers stay with their option when you reword it. An option that you remove is kept for those who chose it."
        ),
    )
    only_at = forms.ChoiceField(label=_("Who is asked"), required=False)
    condition = forms.ChoiceField(
        label=_("Asked only after a certain answer"),
        required=False,
        help_text=_("To a question before this one."),
    )
    is_required = forms.BooleanField(label=_("Must be answered"), required=False)

    mark_optional = False

    def __init__(self, *args: Any, record: Question, others: list[Question], **kwargs: Any) -> None:
        lines = {
            code: "\n".join(label.get(code) for _key, label in record.choices())
            for code in LANGUAGES
            if record.has_options and all(label.get(code) for _key, label in record.choices())
        }
        condition = f"{record.shown_if_id}={record.shown_if_value}" if record.shown_if_id else ""
        kwargs["initial"] = {
            "options": Texts(**lines),
            "only_at": str(record.event_id or ""),
            "condition": condition,
        }
        super().__init__(*args, record=record, **kwargs)
        events = [(str(event.pk), event_label(event)) for event in record.series.events.all()]
        choice_field(self, "only_at").choices = [("", _("All who register")), *events]
        earlier = [one for one in others if record.pk is None or one.order < record.order]
        choice_field(self, "condition").choices = [
            ("", _("Asked always")),
            *(
                (f"{one.pk}={key}", f"{one.label} – {label}")
                for one in earlier
                for key, label in one.choices(also_retired=True)
                # An option that is offered no longer stays where it is the condition already.
                if f"{one.pk}={key}" == condition or key in dict(one.choices())
            ),
        ]

    def clean_options(self) -> list[Texts]:
        """Return the options, each in the languages that are written."""
        written: Texts = self.cleaned_data["options"]
        lines = {
            code: found
            for code in LANGUAGES
            if (found := [line.strip() for line in written.get(code).splitlines() if line.strip()])
        }
        # What nobody is asked for cannot be put right either: it goes along as long as it fits.
        sizes = {len(lines[code]) for code in offered() if code in lines}
        if sizes:
            lines = {
                code: found for code, found in lines.items() if code in offered() or {len(found)} == sizes
            }
        counts = {len(found) for found in lines.values()}
        if len(counts) > 1:
            summary = ", ".join(f"{language_label(code)}: {len(found)}" for code, found in lines.items())
            raise ValidationError(
                _("Write the same options in each language, one per line. Now there are: %(counts)s."),
                params={"counts": summary},
            )
        for found in lines.values():
            if len({one.casefold() for one in found}) < len(found):
                raise ValidationError(_("Two options are the same. Make each different."))
            if any(len(one) > LONGEST_OPTION for one in found):
                raise ValidationError(
                    _("An option is longer than %(most)s characters. Put explanations into the help text."),
                    params={"most": LONGEST_OPTION},
                )
        count = counts.pop() if counts else 0
        if count > MOST_OPTIONS:
            raise ValidationError(
                _("There are more than %(most)s options. Ask for a text instead."),
                params={"most": MOST_OPTIONS},
            )
        return [Texts(**{code: found[place] for code, found in lines.items()}) for place in range(count)]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        has_options = cleaned.get("kind") in {Question.Kind.CHOICE, Question.Kind.SEVERAL}
        if has_options and "options" in cleaned and len(cleaned["options"]) < FEWEST_OPTIONS:
            self.add_error("options", _("Write at least two options, one per line."))
        return cleaned

    def fill_in(self) -> Question:
        question: Question = super().fill_in()
        question.event_id = int(self.cleaned_data["only_at"]) if self.cleaned_data["only_at"] else None
        leads, _sign, value = self.cleaned_data["condition"].partition("=")
        question.shown_if_id, question.shown_if_value = (int(leads), value) if leads else (None, "")
        return question

"""The questions of a series as fields of a form: shown with their condition in words, and hidden by it where scripts run."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.registration.models import Question
from skaala.registration.rules.questions import Value, applicable_questions, read_number
from skaala.series.presenters import naming

LONGEST_TEXT = 2000


class NumberField(forms.CharField):
    """A number with a comma or a point, kept as it is written with a point."""

    def clean(self, value: Any) -> str:
        text: str = super().clean(value)
        try:
            return read_number(text) if text else ""
        except ValueError as error:
            raise ValidationError(_("Write a number, for example 12 or 3,5.")) from error


@dataclass(frozen=True)
class AskedField:
    """A question as the page draws it: when it is asked, in words for all and in signs for a script."""

    field: Any
    condition: str
    only_if: str
    only_at: str


def name_of(question: Question) -> str:
    """Return the name under which a form sends the answer."""
    return f"question-{question.pk}"


def add_fields(
    form: forms.Form, questions: Iterable[Question], held: Mapping[int, Value] | None = None
) -> None:
    """
    Add a field for each question to ``form``.

    :param held: what the person has answered; an option that they chose stays theirs though it is offered no longer
    """
    for question in questions:
        value = (held or {}).get(question.pk)
        name = name_of(question)
        form.fields[name] = _field(question, value)
        if value is not None:
            form.initial[name] = ("yes" if value else "no") if isinstance(value, bool) else value


def _field(question: Question, held: Value | None) -> forms.Field:
    given: dict[str, Any] = {
        "label": str(question.label),
        "help_text": str(question.help_text),
        # Whether it must be answered hangs on the other answers; see `read`.
        "required": False,
    }
    field: forms.Field
    if question.kind == Question.Kind.NUMBER:
        field = NumberField(
            max_length=40, widget=forms.TextInput({"inputmode": "decimal", "autocomplete": "off"}), **given
        )
    elif question.kind == Question.Kind.TEXT:
        field = forms.CharField(max_length=LONGEST_TEXT, widget=forms.Textarea({"rows": 3}), **given)
    else:
        options = [(key, str(label)) for key, label in question.choices()]
        mine = held if isinstance(held, list) else [held]
        offered = {key for key, _label in options}
        options += [
            (key, str(label))
            for key, label in question.choices(also_retired=True)
            if key in mine and key not in offered
        ]
        if question.kind == Question.Kind.SEVERAL:
            field = forms.MultipleChoiceField(choices=options, widget=forms.CheckboxSelectMultiple, **given)
        else:
            if not question.is_required:
                options.append(("", pgettext("to a question", "No answer")))
            row = {"class": "is-row"} if question.kind == Question.Kind.YES_NO else {}
            field = forms.ChoiceField(choices=options, widget=forms.RadioSelect(row), **given)
    if question.is_required:
        setattr(field, "needed_when", True)  # noqa: B010  read by the field component
    return field


def drawn(form: forms.Form, questions: Sequence[Question]) -> list[AskedField]:
    """Return the questions as the page draws them."""
    found = []
    for question in questions:
        words = []
        if question.event is not None:
            words.append(
                _("Answer this if you are attending %(event)s.") % {"event": naming.label(question.event)}
            )
        if question.shown_if is not None:
            labels = dict(question.shown_if.choices(also_retired=True))
            words.append(
                _("Answer this if you answered “%(answer)s” to “%(question)s”.")
                % {"answer": labels.get(question.shown_if_value, ""), "question": question.shown_if.label}
            )
        only_if = f"question-{question.shown_if_id}={question.shown_if_value}" if question.shown_if_id else ""
        found.append(
            AskedField(form[name_of(question)], " ".join(words), only_if, str(question.event_id or ""))
        )
    return found


def read(form: forms.Form, questions: Sequence[Question], event_ids: Collection[int]) -> dict[int, Value]:
    """
    Return the answers to what is asked of who comes to these events; say at the fields what is missing.

    What was written under a question that is not asked counts for nothing, and is not complained of either.
    """
    given: dict[int, Value] = {}
    for question in questions:
        value = form.cleaned_data.get(name_of(question))
        if value:
            given[question.pk] = value == "yes" if question.kind == Question.Kind.YES_NO else value
    those_asked = applicable_questions(questions, given, event_ids)
    for question in questions:
        name = name_of(question)
        if question not in those_asked:
            form.errors.pop(name, None)
        elif question.is_required and question.pk not in given and name not in form.errors:
            form.add_error(name, _("Answer this question."))
    return {question.pk: given[question.pk] for question in those_asked if question.pk in given}

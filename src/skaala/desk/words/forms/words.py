"""What an organisation calls its own."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.messages import capitalised
from skaala.desk.frame.own_words import OwnWordField
from skaala.series.models import Perspective, WordList
from skaala.ui.forms import TextsFormField
from skaala.ui.language_field import LanguagesField
from skaala.workshops.models import Prompt
from skaala.workshops.operations.prompt_sets import MOST_PROMPTS, PromptDraft


class UsualLanguagesForm(forms.Form):
    """In which languages new series are held."""

    languages = LanguagesField(
        label=_("Usual languages"),
        help_text=_(
            "New series are held in these, unless others are chosen. Series that there are already stay as they are."
        ),
    )


class PromptSetForm(forms.Form):
    """What a set of questions is called."""

    name = TextsFormField(label=_("Name of the set"), max_length=100)


class PromptRowForm(forms.Form):
    """One question of a set; an empty row is none, so emptying a row removes it."""

    mark_optional = False

    kind = forms.ChoiceField(label=_("Type"), choices=capitalised(Prompt.Kind.choices), required=False)
    question = TextsFormField(label=_("Question"), max_length=200, required=False)
    hint = TextsFormField(label=_("Hint"), max_length=300, required=False)
    perspective = OwnWordField(
        WordList.PERSPECTIVES,
        label=_("For which perspective"),
        required=False,
        initial=Perspective.EVERYONE,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("hint") and not cleaned.get("question") and "question" not in self.errors:
            self.add_error("question", _("Write the question."))
        return cleaned


class BasePromptRows(forms.BaseFormSet):  # type: ignore[type-arg]  # takes none at run time
    def clean(self) -> None:
        if not any(self.errors) and not self.prompts():
            raise forms.ValidationError(gettext("Ask at least one question."))

    def prompts(self) -> list[PromptDraft]:
        """Return the questions of the rows that are not empty."""
        rows = [form.cleaned_data for form in self.forms]
        return [
            PromptDraft(
                row["kind"] or Prompt.Kind.OPEN_QUESTION,
                row["question"],
                row["hint"],
                row["perspective"] or Perspective.EVERYONE,
            )
            for row in rows
            if row.get("question")
        ]


PromptRows = cast(
    type[BasePromptRows],
    forms.formset_factory(
        PromptRowForm, formset=BasePromptRows, extra=2, max_num=MOST_PROMPTS, validate_max=True
    ),
)

"""Seeding, correcting, splitting and translating statements."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.ui.languages import LANGUAGE_CHOICES
from skaala.ui.offered import offered_choices
from skaala.workshops import rules
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Board, Statement


class OfBoard(forms.Form):
    """A form that chooses one of the board's questions."""

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["prompt"]
        field.choices = [
            (str(prompt.pk), f"{prompt.get_kind_display()}: {prompt.question}")
            for prompt in board.prompts.all()
        ]


class SeedForm(OfBoard):
    """Many statements at once, a line each."""

    prompt = forms.ChoiceField(label=_("Question"))
    lines = forms.CharField(
        label=_("Statements, one on each line"),
        widget=forms.Textarea({"rows": 10}),
        error_messages={"required": _("Write at least one line.")},
    )
    source = forms.ChoiceField(
        label=_("Whose text is it?"),
        choices=[
            (Statement.Source.ROOM.value, _("The room’s: paper cards, or the chat of the call")),
            (Statement.Source.SEED.value, _("Mine, to begin with")),
        ],
        widget=forms.RadioSelect,
        initial=Statement.Source.ROOM.value,
    )


class EditForm(OfBoard):
    """The words of one statement."""

    text = forms.CharField(label=_("Statement"), max_length=rules.LONGEST, widget=forms.Textarea({"rows": 3}))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGE_CHOICES)
    prompt = forms.ChoiceField(label=_("Question"))

    def clean_text(self) -> str:
        try:
            return rules.clean_statement(self.cleaned_data["text"])
        except rules.UnableToAct as problem:
            raise forms.ValidationError(refusal_message(problem)) from problem


class SplitForm(forms.Form):
    """The parts of a statement that says several things."""

    parts = forms.CharField(
        label=_("Parts, one on each line"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("The parts start without votes."),
        error_messages={"required": _("Write at least two parts, each on a line of its own.")},
    )


class TranslationsForm(forms.Form):
    """The words of one statement in the other languages."""

    def __init__(self, *args: Any, statement: Statement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {each.language: each for each in statement.root.translations.all()}
        for code, name in offered_choices():
            if code != statement.language:
                self.fields[f"to_{code}"] = forms.CharField(
                    label=name,
                    required=False,
                    max_length=2 * rules.LONGEST,
                    initial=held[code].text if code in held else "",
                    widget=forms.Textarea({"rows": 3, "lang": code}),
                )

    def texts(self) -> dict[str, str]:
        """Return what was written, by language."""
        return {name.removeprefix("to_"): text for name, text in self.cleaned_data.items()}

"""Forms of a board: joining, and writing a statement."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from django import forms
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.places import queries as places
from skaala.reports.models import Commitment
from skaala.reports.rules_of_commitments import LONGEST_NAME
from skaala.site.forms import LANGUAGE_CHOICES
from skaala.ui.forms import SearchInput
from skaala.workshops import queries, rules
from skaala.workshops.models import Board
from skaala.workshops.operations import Chosen
from skaala.workshops.refusals import refusal_words

PERSPECTIVES = [
    ("receiver", gettext_lazy("My municipality looks for good examples elsewhere")),
    ("pioneer", gettext_lazy("My municipality has actions that others could take up")),
    ("network", gettext_lazy("I coordinate, or work in, a network of municipalities")),
    ("everyone", gettext_lazy("None of these")),
]


class PerspectiveForm(forms.Form):
    """From which perspective somebody takes part."""

    perspective = forms.ChoiceField(
        label=gettext_lazy("From which perspective do you take part?"),
        choices=PERSPECTIVES,
        widget=forms.RadioSelect,
        error_messages={
            "required": gettext_lazy("Choose a perspective; the last one fits if no other does.")
        },
    )

    def chosen(self) -> Chosen:
        return Chosen(self.cleaned_data["perspective"])


class JoinForm(PerspectiveForm):
    """The room's code, and what a guest tells of herself; of the municipality only its size is kept."""

    field_order = ["code", "perspective", "municipality"]

    code = forms.CharField(
        label=gettext_lazy("Code"),
        max_length=20,
        help_text=gettext_lazy("Six letters and digits, shown by the facilitator."),
        widget=forms.TextInput(
            {
                "autocomplete": "off",
                "autocapitalize": "characters",
                "spellcheck": "false",
                "class": "input-short",
            }
        ),
        error_messages={"required": gettext_lazy("Write the code that the facilitator shows.")},
    )
    municipality = forms.CharField(
        label=gettext_lazy("Municipality"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Only its size class is kept, not its name."),
    )

    def __init__(self, *args: Any, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.year = now.year
        options = [label for _code, label in places.municipality_choices(year=self.year)]
        self.fields["municipality"].widget = SearchInput(options, {"autocomplete": "off"})
        self.board: Board | None = None

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        self.board = queries.find_board(code)
        if self.board is None:
            raise forms.ValidationError(_("No board has this code. Check each letter."))
        return code

    def chosen(self) -> Chosen:
        typed = self.cleaned_data.get("municipality", "")
        place = places.find_municipality(typed, year=self.year) if typed else None
        return Chosen(self.cleaned_data["perspective"], place.size_class if place else "")


class StatementForm(forms.Form):
    """One idea in one sentence."""

    text = forms.CharField(
        label=gettext_lazy("Your statement"),
        max_length=rules.LONGEST,
        help_text=gettext_lazy("One idea, so that others can agree or disagree. No names of people."),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": gettext_lazy("Write one idea in words.")},
    )
    language = forms.ChoiceField(
        label=gettext_lazy("Language"),
        choices=[("", gettext_lazy("Recognise it")), *LANGUAGE_CHOICES],
        required=False,
    )

    def clean_text(self) -> str:
        try:
            return rules.clean_statement(self.cleaned_data["text"])
        except rules.NotPossible as problem:
            raise forms.ValidationError(refusal_words(problem)) from problem


class NoteForm(forms.Form):
    """What a small group notes down."""

    text = forms.CharField(
        label=gettext_lazy("A note"),
        max_length=rules.LONGEST_NOTE,
        help_text=gettext_lazy("The group’s words: nobody sees who wrote them. No names of people."),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": gettext_lazy("Write something to note down.")},
    )


class CommitmentForm(forms.Form):
    """That somebody takes part in a next step, and under which name."""

    role = forms.ChoiceField(
        label=gettext_lazy("What do you, or your organisation, do?"),
        choices=Commitment.Role.choices,
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose what you do: lead it, take part, or hear more.")},
    )
    name = forms.CharField(
        label=gettext_lazy("Organisation, or your name"),
        max_length=LONGEST_NAME,
        help_text=gettext_lazy("Shown to everybody as you write it."),
        error_messages={
            "required": gettext_lazy(
                "Write the name of your organisation, or your own, as it may be shown to everybody."
            ),
            "max_length": gettext_lazy("Shorten the name: it may have %(limit_value)s characters at most."),
        },
    )
    consents = forms.BooleanField(
        label=gettext_lazy("I agree that this name is shown publicly"),
        error_messages={
            "required": gettext_lazy("Nothing has been saved: we show the name only if you agree to it.")
        },
    )


class SearchForm(forms.Form):
    """Searching and filtering what stands on a board."""

    mark_optional = False

    q = forms.CharField(label=gettext_lazy("Search"), max_length=100, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Kind"), required=False)
    only = forms.ChoiceField(
        label=gettext_lazy("Show"),
        required=False,
        choices=[
            ("", gettext_lazy("All")),
            ("open", gettext_lazy("Those I have not weighed")),
            ("weighed", gettext_lazy("Those I have weighed")),
            ("marked", gettext_lazy("Those I have marked")),
            ("own", gettext_lazy("My own")),
        ],
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = {prompt.kind: prompt.get_kind_display() for prompt in board.prompts.all()}
        field: Any = self.fields["kind"]
        field.choices = [("", _("All")), *kinds.items()]

    def matching(self, lines: list[queries.Line]) -> list[queries.Line]:
        """Return the lines that match all that is asked for."""
        if not self.is_valid():
            return lines
        asked = self.cleaned_data
        wanted = {
            "open": lambda line: line.vote is None,
            "weighed": lambda line: line.vote is not None,
            "marked": lambda line: line.is_marked,
            "own": lambda line: line.is_own,
        }.get(asked["only"], lambda line: True)
        words = asked["q"].casefold().split()
        return [
            line
            for line in lines
            if wanted(line)
            and (not asked["kind"] or line.statement.prompt.kind == asked["kind"])
            and all(word in line.statement.text.casefold() for word in words)
        ]

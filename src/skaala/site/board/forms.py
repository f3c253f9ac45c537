"""Forms of a board: joining, and writing a statement."""

from __future__ import annotations

import uuid
from datetime import datetime
from typing import Any

from django import forms
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.places.queries import municipalities as places
from skaala.series.models import Perspective, WordList
from skaala.series.models.own_words import Vocabulary, words_of, words_of_all
from skaala.ui.forms import SearchInput
from skaala.ui.language_field import OfferedLanguageField
from skaala.workshops import queries, rules
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Board, Poll
from skaala.workshops.operations import Chosen
from skaala.workshops.rules import polls

LIST = WordList.PERSPECTIVES
OF_ONESELF: dict[str, Any] = {
    Perspective.RECEIVER: gettext_lazy("My municipality looks for good examples elsewhere"),
    Perspective.PIONEER: gettext_lazy("My municipality has actions that others could adopt"),
    Perspective.NETWORK: gettext_lazy("I coordinate, or work in, a network of municipalities"),
}
"""What somebody says of themselves for a perspective that has the program's name."""


def perspective_choices(words: Vocabulary) -> list[tuple[str, str]]:
    """Return the perspectives that are offered, each as somebody says it of themselves, and last that it is none of them."""
    found = [
        (code, capfirst(name) if words.is_renamed(code) or code not in OF_ONESELF else str(OF_ONESELF[code]))
        for code, name in words.choices()
        if code != Perspective.EVERYONE
    ]
    return [*found, (Perspective.EVERYONE.value, _("None of these"))]


class PerspectiveForm(forms.Form):
    """From which perspective somebody takes part."""

    perspective = forms.ChoiceField(
        label=gettext_lazy("Which perspective do you represent?"),
        widget=forms.RadioSelect,
        error_messages={"required": gettext_lazy("Choose a perspective. If none fits, choose the last one.")},
    )

    def __init__(self, *args: Any, words: Vocabulary | None, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if words is None:
            del self.fields["perspective"]
        else:
            field: Any = self.fields["perspective"]
            field.choices = perspective_choices(words)

    def chosen(self) -> Chosen:
        return Chosen(self.cleaned_data["perspective"])


class JoinForm(PerspectiveForm):
    """
    The room's code, and what a guest says about themselves; of the municipality only its size is kept.

    :param board: the one with the code that was sent or is in the address; while there is none, and organisations have
        different words, the code alone is asked for
    """

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

    def __init__(self, *args: Any, now: datetime, board: Board | None, **kwargs: Any) -> None:
        series = board.event.series if board is not None else None
        words = words_of(series.tenant_id, LIST) if series is not None else words_of_all(LIST)
        super().__init__(*args, words=words, **kwargs)
        self.year, self.board = now.year, board
        self.has_more_to_ask = words is None
        if self.has_more_to_ask:
            del self.fields["municipality"]
        else:
            options = [label for _code, label in places.municipality_choices(year=self.year)]
            self.fields["municipality"].widget = SearchInput(options, {"autocomplete": "off"})

    def clean_code(self) -> str:
        code: str = self.cleaned_data["code"]
        if self.board is None:
            raise forms.ValidationError(_("No workspace has this code. Check each character."))
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
        help_text=gettext_lazy("Write one idea that others can agree or disagree with. Do not name people."),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": gettext_lazy("Write one idea.")},
    )
    language = OfferedLanguageField(
        label=gettext_lazy("Language"),
        before=[("", gettext_lazy("Detect automatically"))],
        required=False,
    )

    def __init__(self, *args: Any, prompt_id: uuid.UUID, takes_focus: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        # Under this name the device keeps what is being written.
        self.fields["text"].widget.attrs["data-draft"] = str(prompt_id)
        if takes_focus:
            self.fields["text"].widget.attrs["autofocus"] = True

    def clean_text(self) -> str:
        try:
            return rules.clean_statement(self.cleaned_data["text"])
        except rules.UnableToAct as problem:
            raise forms.ValidationError(refusal_message(problem)) from problem


class NoteForm(forms.Form):
    """What a small group notes down."""

    text = forms.CharField(
        label=gettext_lazy("A note"),
        max_length=rules.LONGEST_NOTE,
        help_text=gettext_lazy("The group’s notes: nobody sees who wrote them. Do not name people."),
        widget=forms.Textarea({"rows": 4}),
        error_messages={"required": gettext_lazy("Write a note first.")},
    )


class PollTextForm(forms.Form):
    """An answer in words to a quick question."""

    def __init__(self, *args: Any, poll: Poll, takes_focus: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.auto_id = f"poll-{poll.number}-%s"
        is_word = poll.kind == Poll.Kind.WORDS
        widget: forms.Widget = (
            forms.TextInput({"autocomplete": "off"}) if is_word else forms.Textarea({"rows": 3})
        )
        self.fields["text"] = forms.CharField(
            label=_("A word, or a few") if is_word else _("Your answer"),
            max_length=polls.LONGEST_WORD if is_word else polls.LONGEST_TEXT,
            help_text=_("You can send three. Do not name people.")
            if is_word
            else _("You can send five. Others see them and can upvote them. Do not name people."),
            widget=widget,
            error_messages={"required": _("Write a word first.") if is_word else _("Write one idea.")},
        )
        if not is_word:
            widget.attrs["data-draft"] = f"poll-{poll.pk}"
        if takes_focus:
            widget.attrs["autofocus"] = True
        self.is_word = is_word

    def clean_text(self) -> str:
        clean = polls.clean_word if self.is_word else polls.clean_text
        try:
            return clean(self.cleaned_data["text"])
        except rules.UnableToAct as problem:
            raise forms.ValidationError(refusal_message(problem)) from problem


class SearchForm(forms.Form):
    """Searching and filtering what stands on a board."""

    mark_optional = False

    q = forms.CharField(label=gettext_lazy("Search"), max_length=100, required=False)
    kind = forms.ChoiceField(label=gettext_lazy("Type"), required=False)
    only = forms.ChoiceField(
        label=gettext_lazy("Show"),
        required=False,
        choices=[
            ("", gettext_lazy("All")),
            ("open", gettext_lazy("Not voted on yet")),
            ("weighed", gettext_lazy("Voted on")),
            ("marked", gettext_lazy("Marked by me")),
            ("own", gettext_lazy("My statements")),
        ],
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        kinds = {prompt.kind: prompt.get_kind_display() for prompt in board.prompts.all()}
        field: Any = self.fields["kind"]
        field.choices = [("", _("All")), *kinds.items()]

    def matching(self, lines: list[queries.Line]) -> list[queries.Line]:
        """Return the lines that match everything in the form."""
        if not self.is_valid():
            return lines
        terms = self.cleaned_data["q"].casefold().split()
        kind, only = self.cleaned_data["kind"], self.cleaned_data["only"]
        return [
            line
            for line in lines
            if _is_among(line, only)
            and kind in ("", line.statement.prompt.kind)
            and all(term in line.statement.text.casefold() for term in terms)
        ]


def _is_among(line: queries.Line, only: str) -> bool:
    match only:
        case "open":
            return line.vote is None
        case "weighed":
            return line.vote is not None
        case "marked":
            return line.is_marked
        case "own":
            return line.is_own
    return True

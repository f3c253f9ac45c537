"""Writing a quick question."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import RecordForm
from skaala.ui.forms import TextsFormField
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts
from skaala.workshops.models import Poll
from skaala.workshops.rules.polls import FEWEST_OPTIONS, MOST_OPTIONS

LONGEST_OPTION = 100


class PollForm(RecordForm):
    """One quick question; a question of another kind leaves out what does not concern it."""

    kind = forms.ChoiceField(
        label=_("How it is answered"), choices=Poll.Kind.choices, widget=forms.RadioSelect
    )
    question = TextsFormField(label=_("Question"), max_length=200)
    options = TextsFormField(
        label=_("Answers to choose from, one on each line"),
        rows=4,
        max_length=MOST_OPTIONS * (LONGEST_OPTION + 2),
        required=False,
        help_text=_("In each language as many lines, in the same order. Only for one of several answers."),
    )
    low = TextsFormField(
        label=_("What 1 means"), max_length=60, required=False, help_text=_("Only for a scale.")
    )
    high = TextsFormField(
        label=_("What 5 means"), max_length=60, required=False, help_text=_("Only for a scale.")
    )
    hides_until_closed = forms.BooleanField(
        label=_("Answers are hidden until I close the question"),
        required=False,
        help_text=_(
            "Otherwise the room sees them as they come, numbers in steps of five people. Free answers with upvotes are always shown, an order of next steps only once the question is closed."
        ),
    )

    def __init__(self, *args: Any, record: Poll, **kwargs: Any) -> None:
        lines = _as_lines([option.text for option in record.options.all()]) if record.number else Texts()
        super().__init__(*args, record=record, initial={"options": lines}, **kwargs)

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("kind") == Poll.Kind.CHOICE and "options" in cleaned:
            columns = _columns(cleaned["options"])
            lengths = {len(lines) for lines in columns.values()}
            if len(lengths) > 1:
                self.add_error("options", _("Write as many answers in each language, in the same order."))
            elif not lengths or not FEWEST_OPTIONS <= lengths.pop() <= MOST_OPTIONS:
                self.add_error("options", _("Write from 2 to 8 answers, each on a line of its own."))
            elif any(len(line) > LONGEST_OPTION for lines in columns.values() for line in lines):
                self.add_error("options", _("Shorten each answer to at most 100 characters."))
        if cleaned.get("kind") == Poll.Kind.ORDER:
            cleaned["hides_until_closed"] = True
        if cleaned.get("kind") == Poll.Kind.OPEN:
            cleaned["hides_until_closed"] = False
        return cleaned

    def chosen_options(self) -> list[Texts]:
        """Return what can be chosen, each in its languages."""
        if self.cleaned_data["kind"] != Poll.Kind.CHOICE:
            return []
        columns = _columns(self.cleaned_data["options"])
        rows = zip(*columns.values(), strict=True)
        return [Texts(**dict(zip(columns, row, strict=True))) for row in rows]


def _columns(options: Texts) -> dict[str, list[str]]:
    found = {code: [line.strip() for line in text.splitlines()] for code, text in options.as_dict().items()}
    return {code: [line for line in lines if line] for code, lines in found.items() if any(lines)}


def _as_lines(texts: list[Texts]) -> Texts:
    return Texts(**{code: "\n".join(text.get(code) or "" for text in texts) for code in LANGUAGES})

"""Writing down what the room concluded."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import RecordForm, choice_field
from skaala.ui.day_field import DayField
from skaala.ui.forms import TextsFormField
from skaala.workshops.models import Conclusion, Note
from skaala.workshops.presenters.conclusions import Pickable, statements_to_pick
from skaala.workshops.queries.conclusions import all_notes
from skaala.workshops.rules.conclusions import LONGEST_CONCLUSION, LONGEST_UNIT


class Said(str):
    """A statement's number, words and result beside its tick; on a page the words are marked with their language."""

    html: SafeString

    @classmethod
    def of(cls, one: Pickable) -> Said:
        """Return what is beside the tick of a statement."""
        statement, result = one.statement, f" ({one.words})" if one.words else ""
        said = cls(f"{statement.number}. {statement.text}{result}")
        said.html = format_html(
            '{}. <span lang="{}">{}</span>{}', statement.number, statement.language, statement.text, result
        )
        return said

    def __html__(self) -> str:
        return self.html


class ConclusionForm(RecordForm):
    """A sentence, who does what by when, and the ticks on what it rests on."""

    text = TextsFormField(
        label=_("What was concluded"),
        rows=3,
        max_length=LONGEST_CONCLUSION,
        help_text=_(
            "One sentence, in the language of the room. The other languages can be added later. Do not name people."
        ),
    )
    unit = forms.CharField(
        label=_("Who does it"),
        max_length=LONGEST_UNIT,
        required=False,
        help_text=_(
            "A unit or an organisation, not a person. With this it becomes a next step of the report."
        ),
    )
    due = DayField(label=_("By when"), required=False)
    statements = forms.MultipleChoiceField(
        label=_("Statements it is based on"), required=False, widget=forms.CheckboxSelectMultiple
    )
    notes = forms.MultipleChoiceField(
        label=_("Notes of small groups it is based on"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(self, *args: Any, record: Conclusion, **kwargs: Any) -> None:
        picked = {"statements": [], "notes": []} if record._state.adding else _picked(record)
        super().__init__(*args, record=record, initial=picked, **kwargs)
        board = record.board
        choice_field(self, "statements").choices = [
            (str(one.statement.pk), Said.of(one)) for one in statements_to_pick(board)
        ]
        notes = [(str(note.pk), f"{_group(note)}: {note.text}") for note in all_notes(board)]
        if notes:
            choice_field(self, "notes").choices = notes
        else:
            del self.fields["notes"]

    @property
    def is_merging(self) -> bool:
        return not self.record._state.adding


def _picked(record: Conclusion) -> dict[str, list[str]]:
    return {
        "statements": [str(one.pk) for one in record.statements.all()],
        "notes": [str(one.pk) for one in record.notes.all()],
    }


def _group(note: Note) -> str:
    return note.group.name or _now("Group %(number)s") % {"number": note.group.number}

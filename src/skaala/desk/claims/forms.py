"""What an analyst decides about a claim: its words, and which statements belong to it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from django import forms
from django.utils.html import format_html
from django.utils.translation import gettext_lazy as _

from skaala.series.presenters import naming
from skaala.ui.forms import TextsFormField
from skaala.workshops.models import Statement


class WordsForm(forms.Form):
    """The words of a claim."""

    names = TextsFormField(
        label=_("The claim in one sentence"),
        rows=2,
        max_length=300,
        help_text=_("In your own words. A language that you leave empty gets the words of a statement."),
    )


class TickedForm(forms.Form):
    """Statements to tick; none is ticked beforehand."""

    statements = forms.MultipleChoiceField(
        label=_("Statements"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick the statements first."),
            "invalid_choice": _("One of the statements has been moved or hidden since. Choose again."),
        },
    )

    def __init__(self, *args: Any, statements: Sequence[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["statements"]
        chosen.choices = [(str(each.pk), _shown(each)) for each in statements]

    def ticked(self) -> list[UUID]:
        """Return the statements that were ticked."""
        return [UUID(each) for each in self.cleaned_data["statements"]]


class MergeForm(forms.Form):
    """Which claim this one takes in."""

    other = forms.ChoiceField(label=_("Claim to take in"))

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["other"]
        field.choices = others


def _shown(statement: Statement) -> object:
    return format_html(
        '<span lang="{}">{}</span> <span class="muted small">{}</span>',
        statement.language,
        statement.text,
        naming.ordinal(statement.board.event),
    )

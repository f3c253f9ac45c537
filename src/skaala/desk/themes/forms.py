"""What an analyst decides about a theme: its name, what it is merged into, where its statements belong."""

from __future__ import annotations

from collections.abc import Container, Sequence
from typing import Any

from django import forms
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skaala.ui.forms import TextsFormField
from skaala.workshops.models import Statement

NEW, OUTSIDE = "new", "none"
"""In place of a theme: one of their own, and no theme at all."""


class NameForm(forms.Form):
    """What a theme is called."""

    names = TextsFormField(
        label=_("Name of the theme"),
        max_length=120,
        help_text=_(
            "A few words. Readers of a language that you leave empty get another one, marked as such."
        ),
    )


class MergeForm(forms.Form):
    """Which theme this one is put into."""

    into = forms.ChoiceField(label=_("Move all of it to"))

    def __init__(self, *args: Any, others: Sequence[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["into"]
        field.choices = others


class MoveForm(forms.Form):
    """Which statements go where."""

    statements = forms.MultipleChoiceField(
        label=_("Statements"),
        widget=forms.CheckboxSelectMultiple,
        error_messages={
            "required": _("Tick the statements that you want to move."),
            "invalid_choice": _("One of the statements has been moved or hidden since. Choose again."),
        },
    )
    into = forms.ChoiceField(label=_("Move the selected ones to"))
    names = TextsFormField(
        label=_("Name of the new theme"),
        required=False,
        max_length=120,
        help_text=_("Only if you make a new theme of them."),
    )

    def __init__(
        self,
        *args: Any,
        statements: Sequence[Statement],
        others: Sequence[tuple[str, str]],
        by_hand: Container[str] = (),
        is_outside: bool,
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        chosen: Any = self.fields["statements"]
        chosen.choices = [(str(each.pk), _shown(each, str(each.pk) in by_hand)) for each in statements]
        into: Any = self.fields["into"]
        ends = [(NEW, _("A new theme")), (OUTSIDE, _("No theme"))]
        into.choices = [*others, *(ends[:1] if is_outside else ends)]

    def clean(self) -> dict[str, Any]:
        """Ask for a name where a new theme is to be made."""
        cleaned = super().clean() or {}
        if cleaned.get("into") == NEW and not cleaned.get("names") and "names" not in self.errors:
            self.add_error("names", _("Give the new theme a name, in one language at least."))
        return cleaned


def _shown(statement: Statement, is_by_hand: bool) -> SafeString:
    note = gettext("put here by hand") if is_by_hand else ""
    return format_html(
        '<span lang="{}">{}</span> <span class="muted small">{}</span>',
        statement.language,
        statement.text,
        note,
    )

"""Forms of a list of an organisation's own words."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, cast

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.series.models.own_words import Vocabulary
from skaala.series.models.word_lists import NEEDED
from skaala.series.rules.own_words import LONGEST_WORD, MOST_WORDS, WordDraft, WordProblem
from skaala.ui.forms import TextsFormField

PROBLEMS = {
    WordProblem.NO_NAME: _("Write the name in each language."),
    WordProblem.SAME_NAME: _("Another word of the list has this name. Choose another."),
    WordProblem.MARKUP: _("Leave out the signs < and >."),
    WordProblem.IN_USE: _("This word is in use, so it cannot be removed. Untick “Offered” instead."),
    WordProblem.NEEDED: _("This word is always offered."),
    WordProblem.NONE_OFFERED: _("Offer at least one word."),
    WordProblem.TOO_MANY: _("The list has too many words. Remove some first."),
}


class WordForm(forms.Form):
    """One word: its names, its place, and whether it is offered. An empty row is none."""

    mark_optional = False

    code = forms.CharField(required=False, max_length=60, widget=forms.HiddenInput)
    name = TextsFormField(label=_("Name"), max_length=LONGEST_WORD, required=False)
    order = forms.IntegerField(
        label=_("Place in the list"),
        min_value=1,
        max_value=99,
        required=False,
        widget=forms.NumberInput({"class": "input-short"}),
    )
    is_offered = forms.BooleanField(label=_("Offered"), required=False)

    def __init__(self, *args: Any, needed: str = "", **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if needed and self.initial.get("code") == needed:
            self.fields["is_offered"].disabled = True


class BaseWordRows(forms.BaseFormSet):  # type: ignore[type-arg]  # takes none at run time
    def in_order(self) -> list[WordForm]:
        """Return the rows in the order that was typed; those without a number come last."""
        rows = cast(list[WordForm], list(self.forms))
        return sorted(rows, key=lambda row: row.cleaned_data.get("order") or 100)

    def show(self, rows: Sequence[WordForm], problem: WordProblem, place: int | None) -> None:
        """Say at the right row what is wrong."""
        if place is None:
            self.non_form_errors().append(PROBLEMS[problem])
        else:
            field = "is_offered" if problem == WordProblem.NEEDED else "name"
            rows[place].add_error(field, PROBLEMS[problem])


def word_drafts(rows: Sequence[WordForm]) -> list[WordDraft]:
    """Return the words of the rows, empty ones too, so that places stay."""
    read = [row.cleaned_data for row in rows]
    return [
        WordDraft(
            one.get("code", ""),
            one["name"].as_dict() if one.get("name") else {},
            bool(one.get("is_offered")),
        )
        for one in read
    ]


def word_rows(data: Any, words: Vocabulary, which: str) -> BaseWordRows:
    """Return a row for each word of the list, and two empty ones."""
    initial = [
        {"code": code, "name": words.texts(code), "order": place, "is_offered": words.is_offered(code)}
        for place, code in enumerate(words.codes, 1)
    ]
    return _Rows(
        data,
        prefix="words",
        initial=[*initial, {"is_offered": True}, {"is_offered": True}],
        form_kwargs={"needed": NEEDED.get(which, "")},
    )


_Rows = cast(
    type[BaseWordRows],
    forms.formset_factory(
        WordForm,
        formset=BaseWordRows,
        extra=0,
        max_num=MOST_WORDS + 5,
        absolute_max=MOST_WORDS + 5,
        validate_max=True,
    ),
)

"""A file of actions: choosing it, saying what its columns are, and deciding about rows."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms
from django.utils.functional import lazy
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from skaala.catalogue.messages.files import FIELDS, field_name
from skaala.catalogue.models import ActionFile
from skaala.catalogue.presenters.files import heads
from skaala.catalogue.rules.action_columns import ALL_TEXTS, PROFILE_COLUMNS, VALUES, takes_one_column
from skaala.catalogue.rules.action_sheets import LIMITS, ActionSheet, UnknownFormat, read_sheet
from skaala.desk.frame.messages import unreadable_message
from skaala.tables.limits import Unreadable, UnreadableTable
from skaala.ui import child
from skaala.ui.child_messages import unfinished_message
from skaala.ui.languages import LANGUAGE_CHOICES, LANGUAGES, language_label

SECONDS, MEGABYTES = 15, 1_000


class FileForm(forms.Form):
    """A table, or another catalogue as JSON; read in a child, since it comes from strangers."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "Excel (.xlsx), CSV or JSON, at most 20 MB and 5,000 actions. One row per action; the first row names the columns."
        ),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt,.json"}),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )

    def clean_file(self) -> ActionSheet:
        given = self.cleaned_data["file"]
        self.cleaned_data["file_name"] = given.name or ""
        try:
            if given.size > LIMITS.bytes:
                raise UnreadableTable(Unreadable.TOO_LARGE)
            return child.run(read_sheet, given.read(), seconds=SECONDS, megabytes=MEGABYTES)
        except UnknownFormat as problem:
            raise forms.ValidationError(
                _("The file is of a later format. Ask for it in the format “skaala-catalogue/1”.")
            ) from problem
        except UnreadableTable as problem:
            raise forms.ValidationError(unreadable_message(problem, LIMITS)) from problem
        except child.UnableToFinish as problem:
            raise forms.ValidationError(unfinished_message(problem)) from problem


class ColumnsForm(forms.Form):
    """What each column is."""

    mark_optional = False

    def __init__(self, data: Mapping[str, Any] | None, *, file: ActionFile) -> None:
        super().__init__(data)
        self.heads = heads(file)
        for place, head, example in self.heads:
            self.fields[f"column-{place}"] = forms.ChoiceField(
                label=head,
                help_text=example,
                required=False,
                choices=_field_choices(),
                initial=file.columns.get(place, ""),
            )
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the texts"),
            required=False,
            choices=[("", _("Recognise it in each row")), *LANGUAGE_CHOICES],
            initial=file.language,
        )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        seen: dict[str, str] = {}
        for place, head, _example in self.heads:
            name = cleaned.get(f"column-{place}", "")
            if name and takes_one_column(name) and name in seen:
                self.add_error(
                    f"column-{place}",
                    _("“%(head)s” is this already. Only one column can be.") % {"head": seen[name]},
                )
            seen.setdefault(name, head)
        return cleaned

    def columns(self) -> dict[str, str]:
        """Return what was chosen, by the place of the column."""
        chosen = {place: self.cleaned_data[f"column-{place}"] for place, _head, _example in self.heads}
        return {place: name for place, name in chosen.items() if name}


def _field_choices() -> list[Any]:
    """Return what a column can be, in groups."""
    plain = [name for name in FIELDS if name in {*ALL_TEXTS, *VALUES, "adoptions"}]
    named = lazy(field_name, str)
    groups: list[Any] = [
        ("", pgettext_lazy("column of a table", "Is not imported")),
        (_("About the action"), [(name, named(name)) for name in plain]),
    ]
    groups += [
        (language_label(code), [(f"{name}_{code}", named(f"{name}_{code}")) for name in ALL_TEXTS])
        for code in LANGUAGES
    ]
    groups.append((_("Can it be used elsewhere?"), [(name, named(name)) for name in PROFILE_COLUMNS]))
    return groups

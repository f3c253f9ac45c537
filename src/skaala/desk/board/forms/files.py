"""Files of a conversation held elsewhere."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.workshops.formats import FORMATS


class _SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    widget = _SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        many = data if isinstance(data, list | tuple) else [data] if data else []
        if not many:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(_FilesField, self).clean(each, initial) for each in many]


class TakeInForm(forms.Form):
    """The files of a conversation from elsewhere."""

    chosen = _FilesField(
        label=_("Files"),
        help_text=_(
            "A Polis set as one ZIP file or its CSV files (comments, votes or participants-votes), or a workspace exported from Skaala as ZIP, Excel or JSON. JSON alone keeps the questions and translations."
        ),
        widget=_SeveralFiles({"accept": ",".join([".csv", *(f".{each.ending}" for each in FORMATS)])}),
        error_messages={"required": _("Choose at least one file."), "empty": _("The file is empty.")},
    )
    source = forms.CharField(
        label=_("Where it comes from"),
        max_length=300,
        help_text=_(
            "Shown on each page of the workspace: who arranged the conversation and when, and the terms for showing it."
        ),
        error_messages={"required": _("Write where the conversation comes from.")},
    )
    sign = forms.ChoiceField(
        label=_("Which sign means agree"),
        choices=[
            ("", _("Detect it from the sums in the files")),
            ("1", _("1 is agree, as in exported files")),
            ("-1", _("-1 is agree, as Polis keeps votes inside")),
        ],
        required=False,
    )

    def contents(self) -> dict[str, bytes]:
        """Return the files by name."""
        return {each.name: each.read() for each in self.cleaned_data["chosen"]}

    def turned(self) -> bool | None:
        """Say whether -1 means agree; None to recognise it."""
        return {"": None, "1": False, "-1": True}[self.cleaned_data["sign"]]

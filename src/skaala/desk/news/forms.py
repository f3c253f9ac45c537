"""News and materials of a series."""

from __future__ import annotations

from typing import Any

from django import forms
from django.core.validators import FileExtensionValidator
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import LONG, MARKDOWN, RecordForm, choice_field, instant_field
from skaala.desk.frame.messages import TEXT_NAMES, event_label
from skaala.series.models import Material, Series, Update
from skaala.ui.forms import DateAndTimeField, TextsFormField

# What a browser shows or saves without running it as one of our pages.
FILES = ["pdf", "docx", "pptx", "xlsx", "odt", "odp", "ods", "csv", "txt", "png", "jpg", "jpeg", "zip"]
LARGEST_FILE = 25_000_000


class UpdateForm(RecordForm):
    """A piece of dated news."""

    title = TextsFormField(label=TEXT_NAMES["title"], max_length=200)
    body = TextsFormField(label=_("Text"), rows=8, max_length=LONG, required=False, help_text=MARKDOWN)
    published_at = DateAndTimeField(
        label=_("Date of the news"), help_text=_("Later than now, it appears automatically at that time.")
    )

    def __init__(self, *args: Any, record: Update, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        instant_field(self, "published_at").set_zone(record.series.zone)


class MaterialForm(RecordForm):
    """A link or a file."""

    title = TextsFormField(label=TEXT_NAMES["title"], max_length=200)
    event = forms.ChoiceField(label=_("Belongs to"), required=False)
    url = forms.URLField(label=_("Web address"), required=False, assume_scheme="https", max_length=200)
    file = forms.FileField(
        label=_("File"),
        required=False,
        max_length=90,
        validators=[FileExtensionValidator(FILES)],
        help_text=_(
            "At most 25 MB: a document, picture, table or ZIP archive. Give either a web address or a file."
        ),
        widget=forms.FileInput,
    )
    visible_from = DateAndTimeField(
        label=_("Visible from"),
        required=False,
        help_text=_("If you leave this empty, it is visible at once."),
    )

    def __init__(self, *args: Any, record: Material, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        self.material = record
        series: Series = record.series
        self.events = {event.slug: event for event in series.events.all()}
        labels = [(slug, event_label(event)) for slug, event in self.events.items()]
        choice_field(self, "event").choices = [("", _("All events")), *labels]
        self.initial["event"] = record.event.slug if record.event else ""
        instant_field(self, "visible_from").set_zone(series.zone)

    def clean_file(self) -> Any:
        file = self.cleaned_data["file"]
        if file and file.size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 25 MB. Make it smaller, or link to it."))
        return file

    def clean_event(self) -> Any:
        return self.events.get(self.cleaned_data["event"])

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if {"url", "file"} & self.errors.keys():
            return cleaned
        if "file" in self.changed_data and cleaned.get("url"):
            self.add_error("url", _("Give either a web address or a file, not both."))
        elif not cleaned.get("url") and not cleaned.get("file"):
            self.add_error("url", _("Give a web address or a file."))
        elif cleaned.get("url") and self.material.file:
            cleaned["file"] = ""
        return cleaned

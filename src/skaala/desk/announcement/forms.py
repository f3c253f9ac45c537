"""A series drafted from an announcement: the text to be read, and what was read, to be corrected."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from django import forms
from django.core.validators import MaxLengthValidator
from django.forms.utils import ErrorDict
from django.utils.translation import gettext_lazy as _

from skaala.announcement import LONGEST_TEXT
from skaala.announcement.files import Unreadable, UnreadableFile, check_size, extract_text, tidy
from skaala.desk.announcement.messages import LACKS, REFUSALS, refusal_message
from skaala.desk.events.messages import PROBLEMS
from skaala.desk.frame.messages import TEXT_NAMES, capitalised
from skaala.desk.frame.own_words import OwnWordField
from skaala.desk.series.forms.languages import HINT
from skaala.series.models import Event, WordList
from skaala.series.rules import Problem
from skaala.series.rules.drafts import ZONE, DraftedEvent, DraftedSeries, Lack
from skaala.ui import child
from skaala.ui.child_messages import unfinished_message
from skaala.ui.day_field import DayField
from skaala.ui.forms import DateAndTimeField
from skaala.ui.language_field import LanguagesField
from skaala.ui.languages import LANGUAGE_CHOICES

LONGEST_READING = 10
"""Seconds that an announcement may take to read; a long one takes one."""
MOST_MEMORY = 1000
FILES = ".txt,.html,.htm,.docx,.pdf,text/plain,text/html,application/pdf"


class PublishedForm(forms.Form):
    """When the announcement was published: what settles the years it leaves out."""

    published = DayField(
        label=_("Day of publication"),
        required=False,
        help_text=_("It settles the year where the text gives only day and month."),
    )

    def clean_published(self) -> date | None:
        day: date | None = self.cleaned_data["published"]
        if day is not None and not 1990 <= day.year <= 2100:
            raise forms.ValidationError(_("Check the year."))
        return day


class PasteForm(PublishedForm):
    """The announcement: pasted, or as a file."""

    text = forms.CharField(
        label=_("Text of the announcement"),
        required=False,
        strip=False,
        widget=forms.Textarea({"rows": 14, "spellcheck": "false"}),
        help_text=_("In Finnish, Swedish or English, as you published it or mean to. Nothing is saved yet."),
    )
    file = forms.FileField(
        label=_("Or a file"),
        required=False,
        help_text=_("Text, HTML, DOCX or PDF."),
        widget=forms.FileInput({"accept": FILES}),
        error_messages={"empty": REFUSALS[Unreadable.EMPTY]},
    )
    language = forms.ChoiceField(
        label=_("Language of the text"),
        required=False,
        choices=[("", _("Detect automatically")), *LANGUAGE_CHOICES],
    )

    field_order = ("text", "file", "published", "language")
    needed = ("text", "file")  # one of them

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_what_is_needed(self)

    def clean(self) -> dict[str, Any]:
        """Take the text out of what was given, or say why that cannot be done."""
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        text, file = cleaned.get("text", ""), cleaned.get("file")
        if "file" in self.errors or "text" in self.errors:
            return cleaned
        if text.strip() and file:
            self.add_error("file", _("Give either the text or a file, not both."))
            return cleaned
        if not text.strip() and not file:
            self.add_error("text", _("Paste the text of the announcement, or choose a file."))
            return cleaned
        try:
            if file:
                check_size(file.size)
            content = file.read() if file else text.encode("utf-8", errors="ignore")
            cleaned["text"] = child.run(extract_text, content, seconds=LONGEST_READING, megabytes=MOST_MEMORY)
        except UnreadableFile as refusal:
            self.add_error("file" if file else "text", refusal_message(refusal))
        except child.UnableToFinish as problem:
            self.add_error("file" if file else "text", unfinished_message(problem))
        return cleaned


class CarriedForm(PublishedForm):
    """What travels along from page to page, so that nothing need be kept meanwhile."""

    text = forms.CharField(widget=forms.HiddenInput, strip=False, max_length=2 * LONGEST_TEXT)
    needed = ("published",)
    given_language = forms.ChoiceField(
        widget=forms.HiddenInput, required=False, choices=[("", ""), *LANGUAGE_CHOICES]
    )

    def clean_text(self) -> str:
        # Browsers send line breaks as two characters; the places of words are counted with one.
        return tidy(self.cleaned_data["text"])[:LONGEST_TEXT]


class AsTyped(forms.Form):
    """A form that can show what was typed without judging it yet."""

    as_typed = False

    def full_clean(self) -> None:
        """Judge what was typed, unless it is only to be shown again."""
        if self.as_typed:
            self._errors: ErrorDict | None = ErrorDict()
            self.cleaned_data: dict[str, Any] = {}
            return
        super().full_clean()


class DraftForm(AsTyped):
    """The series itself."""

    title = forms.CharField(label=TEXT_NAMES["title"], max_length=200, required=False)
    language = forms.ChoiceField(
        label=_("Language of the texts"),
        required=False,
        choices=[("", _("Not chosen yet")), *LANGUAGE_CHOICES],
    )
    languages = LanguagesField(label=_("Languages of the series"), help_text=HINT)
    organisers = forms.CharField(
        label=_("Organisers"),
        required=False,
        validators=[MaxLengthValidator(2000)],
        widget=forms.Textarea({"rows": 3}),
        help_text=_("One on each line. Organisations that are here already under that name are taken."),
    )
    needed = ("title", "language")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_what_is_needed(self)

    def drafted(self, events: list[DraftedEvent]) -> DraftedSeries:
        """Return the series as it stands in the form, with what could be understood of it."""
        read = self.cleaned_data
        return DraftedSeries(
            title=read.get("title", ""),
            language=read.get("language", ""),
            languages=tuple(read.get("languages", ())),
            organisers=tuple(
                name.strip() for name in read.get("organisers", "").splitlines() if name.strip()
            ),
            events=tuple(events),
        )

    FIELDS = {Lack.NO_TITLE: "title", Lack.NO_LANGUAGE: "language"}

    def show(self, lack: Lack) -> None:
        """Say at the right field what is missing."""
        _add(self, self.FIELDS.get(lack), LACKS[lack])


class EventDraftForm(AsTyped):
    """One event as it was read, or an empty one."""

    leave_out = forms.BooleanField(label=_("Leave this event out"), required=False)
    kind = OwnWordField(WordList.KINDS, label=_("Type"))
    number = forms.IntegerField(
        label=_("Number, if there are several"), min_value=1, max_value=999, required=False
    )
    title = forms.CharField(label=TEXT_NAMES["title"], max_length=200, required=False)
    start = DateAndTimeField(label=_("Start"), zone=ZONE, required=False)
    end = DateAndTimeField(label=_("End"), zone=ZONE, required=False)
    mode = forms.ChoiceField(
        label=_("Way of attending"),
        required=False,
        choices=capitalised(Event.Mode.choices),
        widget=forms.RadioSelect({"class": "is-row"}),
    )
    platform = forms.CharField(
        label=_("Online platform"), max_length=60, required=False, help_text=_("For example Teams.")
    )
    venue_name = forms.CharField(label=_("Venue"), max_length=200, required=False)
    venue_address = forms.CharField(
        label=_("Address of the venue"),
        max_length=200,
        required=False,
        help_text=_("Street, postal code and town. A venue that is here already is taken."),
    )
    registration_opens = DateAndTimeField(
        label=_("Registration opens"),
        zone=ZONE,
        required=False,
        help_text=_("If you leave this empty, registration is open from publication on."),
    )
    registration_closes = DateAndTimeField(
        label=_("Registration closes"),
        zone=ZONE,
        required=False,
        end_of_day=True,
        help_text=_(
            "A day without a time means until the end of that day. If you leave this empty, registration closes at the start."
        ),
    )
    audience = forms.CharField(
        label=TEXT_NAMES["audience"], max_length=1000, required=False, widget=forms.Textarea({"rows": 3})
    )
    perspective = OwnWordField(WordList.PERSPECTIVES, label=_("Perspective"))
    programme_pending = forms.BooleanField(label=_("The programme is still to be specified"), required=False)
    needed = ("title", "start", "end", "mode")

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        _say_what_is_needed(self)

    @property
    def is_left_out(self) -> bool:
        """Whether the event is not wanted; then nothing in it is judged."""
        return self.is_bound and bool(self.data.get(self.add_prefix("leave_out")))

    def full_clean(self) -> None:
        """Judge what was typed, unless the event is not wanted."""
        if self.is_left_out:
            self._errors = ErrorDict()
            self.cleaned_data = {}
            return
        super().full_clean()

    def drafted(self) -> DraftedEvent:
        """Return the event as it stands in the form, with what could be understood of it."""
        read = self.cleaned_data
        return DraftedEvent(
            **{name: value for name, value in read.items() if name != "leave_out" and value is not None}
        )

    FIELDS: dict[Lack, str] = {
        Lack.NO_EVENT_TITLE: "title",
        Lack.NO_START: "start",
        Lack.NO_TIME_OF_START: "start",
        Lack.NO_END: "end",
        Lack.NO_TIME_OF_END: "end",
        Lack.NO_MODE: "mode",
    }
    NAMES_HERE = {"venue": "venue_name", "slug": "title"}

    def show(self, what: Lack | Problem) -> None:
        """Say at the right field what is missing or does not hold together."""
        if isinstance(what, Lack):
            _add(self, self.FIELDS.get(what), LACKS[what])
            return
        field, words = PROBLEMS[what]
        if what == Problem.VENUE_MISSING:
            words = _("An event on site needs a venue. Write its name.")
        _add(self, self.NAMES_HERE.get(field, field), words)


def _say_what_is_needed(form: forms.Form) -> None:
    for name in getattr(form, "needed", ()):
        # Not asked for by the field itself but by a rule of its own; so at least it is not called optional.
        form.fields[name].needed_when = True  # type: ignore[attr-defined]


def _add(form: forms.Form, field: str | None, words: Any) -> None:
    if field is None or field not in form.errors:
        form.add_error(field, words)


def first_values(event: DraftedEvent) -> dict[str, Any]:
    """Return what the form shows of an event as it was read; a day without a time stands as a day."""
    names = [name for name in EventDraftForm.base_fields if name != "leave_out"]
    return {name: _shown(getattr(event, name)) for name in names}


def _shown(value: Any) -> Any:
    is_day_alone = isinstance(value, date) and not isinstance(value, datetime)
    return [value, None] if is_day_alone else value

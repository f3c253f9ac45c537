"""Forms in our look: the renderer, a text in several languages, and a day with its time."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from datetime import datetime, time, timedelta, tzinfo
from functools import lru_cache
from pathlib import Path
from typing import Any

from django import forms
from django.conf import settings
from django.core.exceptions import ValidationError
from django.forms.renderers import BaseRenderer
from django.template.backends.django import DjangoTemplates
from django.utils import timezone
from django.utils.functional import cached_property
from django.utils.html import format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.ui import dates
from skaala.ui.day_field import INVALID_CLOCK, INVALID_DAY, ClockField, ClockInput, DayField, DayInput
from skaala.ui.languages import LANGUAGES, language_label
from skaala.ui.offered import offered
from skaala.ui.texts import Texts


class Renderer(BaseRenderer):
    """Draws `{{ field.as_field_group }}` and `{{ form }}` with our components before Django's own."""

    form_template_name = "ui/components/form/form.html"
    field_template_name = "ui/components/field/field.html"

    def get_template(self, template_name: str) -> Any:
        return self.engine.get_template(template_name)

    @cached_property
    def engine(self) -> DjangoTemplates:
        own = Path(__file__).parent / "templates"
        djangos = Path(forms.__file__).parent / "templates"
        given: Any = settings.TEMPLATES[0]["OPTIONS"]
        options = {key: given[key] for key in ("builtins", "string_if_invalid") if given.get(key)}
        return DjangoTemplates(
            {"NAME": "forms", "DIRS": [own, djangos], "APP_DIRS": True, "OPTIONS": options}
        )


# --- A text in several languages-----------------------------------------------------------------------------


WRITTEN = "was_written"
"""The end of the name of an input which says that a text stood in a language that is shown."""


class TextsWidget(forms.MultiWidget):
    """
    Inputs side by side, one per language that is offered; marks those that are missing once one of them is written.

    What is written in others travels along unseen, so that saving loses nothing.
    """

    template_name = "ui/components/texts/texts.html"
    use_fieldset = True

    def __init__(self, *, rows: int = 0, attrs: dict[str, Any] | None = None) -> None:
        self.rows = rows

        def one(language: str) -> forms.Widget:
            own = {"lang": language, "spellcheck": "true"}
            return forms.Textarea({**own, "rows": rows}) if rows else forms.TextInput(own)

        super().__init__({language: one(language) for language in LANGUAGES}, attrs)

    def decompress(self, value: Any) -> list[str]:
        texts = value if isinstance(value, Texts) else Texts.from_dict(value)
        return [texts.get(language) for language in LANGUAGES]

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return what was typed; what nobody sees goes with the words that were there and have been cleared."""
        parts = super().value_from_datadict(data, files, name)
        shown = [part for language, part in zip(LANGUAGES, parts, strict=True) if language in offered()]
        if data.get(f"{name}_{WRITTEN}") and not any((part or "").strip() for part in shown):
            return [""] * len(parts)
        return parts

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        parts = context["widget"]["subwidgets"]
        any_written = any(part["value"] for part in parts)
        shown = offered()
        context["widget"]["is_alone"] = len(shown) == 1
        for language, part in zip(LANGUAGES, parts, strict=True):
            part["is_offered"] = language in shown
            part["language"] = language
            part["label"] = language_label(language)
            part["is_missing"] = any_written and not part["value"]
        seen = [bool(part["value"]) for part in parts if part["is_offered"]]
        unseen = [bool(part["value"]) for part in parts if not part["is_offered"]]
        context["widget"]["written_name"] = f"{name}_{WRITTEN}" if any(seen) and any(unseen) else ""
        return context


class TextsFormField(forms.MultiValueField):
    """
    Asks for a :class:`Texts`. Required means: in at least one language.

    :param rows: height of a text area in lines; 0 for one-line inputs
    :param max_length: the most characters in each language
    """

    default_error_messages = {"required": _("Write this in at least one language.")}

    def __init__(self, *, rows: int = 0, max_length: int | None = None, **kwargs: Any) -> None:
        kwargs.setdefault("widget", TextsWidget(rows=rows))
        fields = [forms.CharField(required=False, max_length=max_length) for _language in LANGUAGES]
        super().__init__(fields, require_all_fields=False, **kwargs)

    def clean(self, value: Any) -> Texts:
        """Say with each error which language it is about."""
        problems = []
        for language, field, text in zip(LANGUAGES, self.fields, value or [""] * len(LANGUAGES), strict=True):
            try:
                field.clean(text)
            except ValidationError as error:
                problems += [f"{language_label(language)}: {message}" for message in error.messages]
        if problems:
            raise ValidationError(problems)
        texts: Texts = super().clean(value)
        if self.required and not any(texts.get(language) for language in offered()):
            raise ValidationError(self.error_messages["required"], code="required")
        return texts

    def compress(self, data_list: Sequence[str]) -> Texts:
        return Texts(**dict(zip(LANGUAGES, data_list, strict=True))) if data_list else Texts()

    def has_changed(self, initial: Any, data: Any) -> bool:
        return super().has_changed(initial if initial is not None else Texts(), data)


# --- One of many -------------------------------------------------------------------------------------------


class SearchInput(forms.TextInput):
    """
    A text input that offers ``options`` while one types (a `<datalist>`); anything may come: check it.

    :param options: the words, or a function that returns them when the input is shown
    """

    template_name = "ui/components/search_input/search_input.html"

    def __init__(
        self,
        options: Iterable[str] | Callable[[], Iterable[str]] = (),
        attrs: dict[str, Any] | None = None,
    ) -> None:
        super().__init__({"autocapitalize": "words", **(attrs or {})})
        self.options = options

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        list_id = f"{context['widget']['attrs'].get('id', name)}_options"
        context["widget"]["attrs"]["list"] = context["widget"]["list_id"] = list_id
        context["widget"]["options"] = _options(
            tuple(self.options() if callable(self.options) else self.options)
        )
        return context


@lru_cache(maxsize=32)
def _options(words: tuple[str, ...]) -> SafeString:
    """Return the words as options; three hundred municipalities are written once, not for every page."""
    return format_html_join("", "<option>{}</option>", ((word,) for word in words))


# --- A day with its time -----------------------------------------------------------------------------------


class DateAndTimeWidget(forms.MultiWidget):
    """A day beside a time of the clock, both as text."""

    template_name = "ui/components/date_and_time/date_and_time.html"
    use_fieldset = True
    zone: tzinfo | None = None
    end_of_day = False

    def __init__(self, attrs: dict[str, Any] | None = None) -> None:
        widgets: dict[str, forms.Widget | type[forms.Widget]] = {
            "day": DayInput(),
            "time": ClockInput(),
        }
        super().__init__(widgets, attrs)

    def decompress(self, value: datetime | None) -> list[Any]:
        if value is None:
            return [None, None]
        local = (
            value.astimezone(self.zone or timezone.get_default_timezone())
            if timezone.is_aware(value)
            else value
        )
        day_that_ends = dates.end_of_day(local) if self.end_of_day else None
        return [day_that_ends, None] if day_that_ends else [local.date(), local.time()]

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        day, clock = context["widget"]["subwidgets"]
        day["label"] = pgettext_lazy("of a calendar", "Day")
        clock["label"] = pgettext_lazy("of a clock", "Time")
        return context


class DateAndTimeField(forms.MultiValueField):
    """
    Asks for an instant as a day and a time of the clock in ``zone`` (default: the site's).

    :param end_of_day: a day without a time means until the end of that day, kept as the next midnight
    """

    default_error_messages = {
        "invalid_day": INVALID_DAY,
        "invalid_time": INVALID_CLOCK,
        "no_time": _("Write the time too, for example 13:00."),
        "no_day": _("Write the day too."),
        "no_such_time": _(
            "The clocks are set forward that night: this time of day does not exist. Choose another."
        ),
    }

    def __init__(self, *, zone: str | tzinfo | None = None, end_of_day: bool = False, **kwargs: Any) -> None:
        self.zone = dates.zone_of(zone) if zone else None
        self.end_of_day = end_of_day
        messages = self.default_error_messages | (kwargs.get("error_messages") or {})
        fields = [
            DayField(required=False, error_messages={"invalid": messages["invalid_day"]}),
            ClockField(required=False, error_messages={"invalid": messages["invalid_time"]}),
        ]
        kwargs.setdefault("widget", DateAndTimeWidget())
        super().__init__(fields, require_all_fields=False, **kwargs)
        self.set_zone(self.zone)
        self.widget.end_of_day = end_of_day

    def set_zone(self, zone: str | tzinfo | None) -> None:
        """Read and show this field in ``zone`` from now on, for forms that learn the zone late."""
        self.zone = dates.zone_of(zone) if zone else None
        self.widget.zone = self.zone

    def compress(self, data_list: Sequence[Any]) -> datetime | None:
        day, clock = (*data_list, None, None)[:2]
        if day is None and clock is None:
            return None
        if day is None:
            raise ValidationError(self.error_messages["no_day"], code="no_day")
        if not 1900 <= day.year < 9999:  # a slip of the hand, and beyond it Python's calendar ends
            raise ValidationError(self.error_messages["invalid_day"], code="invalid_day")
        if clock is None and not self.end_of_day:
            raise ValidationError(self.error_messages["no_time"], code="no_time")
        zone = self.zone or timezone.get_default_timezone()
        if clock is None:
            return datetime.combine(day + timedelta(days=1), time(), tzinfo=zone)
        instant = datetime.combine(day, clock, tzinfo=zone)
        if instant.astimezone(dates.zone_of("UTC")).astimezone(zone).replace(tzinfo=None) != instant.replace(
            tzinfo=None
        ):
            raise ValidationError(self.error_messages["no_such_time"], code="no_such_time")
        return instant

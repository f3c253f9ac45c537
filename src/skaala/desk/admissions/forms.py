"""Letting people in otherwise than through the public form: adding one, importing many, inviting by a link."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from datetime import datetime
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from skaala.desk.frame.forms import choice_field, instant_field
from skaala.desk.frame.messages import event_label
from skaala.places.queries import municipalities as places
from skaala.registration.messages import no_links, unknown_municipality
from skaala.registration.models import Registration
from skaala.registration.operations import Details
from skaala.registration.queries import full_modes
from skaala.registration.rules import Choice, Lack, Represented, kind_of, lack_of
from skaala.series.models import Event, Series
from skaala.ui.address_field import AddressField
from skaala.ui.dates import when
from skaala.ui.forms import DateAndTimeField, SearchInput
from skaala.ui.language_field import OfferedLanguageField
from skaala.ui.languages import DEFAULT_LANGUAGE

EMAIL_CHOICES = [
    ("yes", gettext_lazy("An email to each, with calendar file and personal link")),
    ("no", gettext_lazy("No email; they can be sent their link later")),
]
Kind = Registration.OrganisationKind


class ComingForm(forms.Form):
    """To which events somebody comes, and how; one field an event that is not over or cancelled."""

    mark_optional = False

    def __init__(self, *args: Any, series: Series, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.events = [one for one in series.events.all() if one.end > now and not one.is_cancelled]
        full = full_modes(self.events)
        for event in self.events:
            name = f"event-{event.pk}"
            # Where they stand now, nothing is full for them.
            others = {mode for pk, mode in full if pk == event.pk} - {self.initial.get(name)}
            self.fields[name] = forms.ChoiceField(
                label=event_label(event),
                help_text=when(event.start, event.end, get_language() or "", event.zone),
                required=False,
                choices=[("", _("Does not come")), *_ways(event, others)],
                widget=forms.RadioSelect({"class": "is-row"}),
            )

    @property
    def event_fields(self) -> list[Any]:
        return [self[f"event-{event.pk}"] for event in self.events]

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not self.choices() and not any(name.startswith("event-") for name in self.errors):
            where = f"event-{self.events[0].pk}" if self.events else None
            self.add_error(where, _("Choose at least one event."))
        return cleaned

    def choices(self) -> tuple[Choice, ...]:
        """Return what was chosen."""
        chosen = [(event.pk, self.cleaned_data.get(f"event-{event.pk}")) for event in self.events]
        return tuple(Choice(pk, mode) for pk, mode in chosen if mode)


class PersonEventsForm(ComingForm):
    """What somebody comes to who has registered; nothing of it at all cancels their registration."""

    def __init__(
        self, data: Mapping[str, Any] | None, *, series: Series, now: datetime, modes: Mapping[int, str]
    ) -> None:
        initial = {f"event-{event_id}": mode for event_id, mode in modes.items()}
        super().__init__(data, series=series, now=now, initial=initial)

    def clean(self) -> dict[str, Any]:
        return self.cleaned_data


def _ways(event: Event, full: Collection[str]) -> list[tuple[str, Any]]:
    words = {"online": _("Online"), "onsite": _("On site")}
    marked = {mode: _("%(way)s (full)") % {"way": words[mode]} for mode in full}
    return [(mode, marked.get(mode, words[mode])) for mode in event.modes]


class AddPersonForm(ComingForm):
    """One person."""

    name = forms.CharField(label=gettext_lazy("Name"), max_length=200, validators=[no_links])
    email = AddressField(
        label=gettext_lazy("Email"), max_length=254, widget=forms.EmailInput({"spellcheck": "false"})
    )
    municipality = forms.CharField(label=gettext_lazy("Municipality"), max_length=100, required=False)
    network = forms.ChoiceField(label=gettext_lazy("Network"), required=False)
    organisation = forms.CharField(
        label=gettext_lazy("Organisation or unit"),
        max_length=200,
        required=False,
        help_text=gettext_lazy("Name a municipality, a network or an organisation."),
    )
    role = forms.CharField(label=gettext_lazy("Job title or role"), max_length=200, required=False)
    language = OfferedLanguageField(
        label=gettext_lazy("Language of emails"),
        widget=forms.RadioSelect({"class": "is-row"}),
    )
    sends_email = forms.ChoiceField(
        label=gettext_lazy("Email"),
        choices=[
            ("yes", gettext_lazy("An email with calendar file and personal link")),
            ("no", gettext_lazy("No email; the link can be sent later from the person's page")),
        ],
        widget=forms.RadioSelect,
        initial="yes",
    )

    def __init__(self, data: Mapping[str, Any] | None, *, series: Series, now: datetime) -> None:
        super().__init__(data, series=series, now=now, initial={"language": DEFAULT_LANGUAGE})
        self.year = now.year
        self.fields["municipality"].widget = SearchInput(
            lambda: [label for _code, label in places.municipality_choices(year=self.year)],
            {"autocomplete": "off"},
        )
        choice_field(self, "network").choices = [
            ("", "–"),
            *((str(one.pk), str(one.name)) for one in places.networks()),
        ]

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean()
        typed = cleaned.get("municipality", "")
        cleaned["place"] = places.find_municipality(typed, year=self.year) if typed else None
        cleaned["organisation_kind"] = kind_of(
            has_municipality=cleaned["place"] is not None, has_network=bool(cleaned.get("network"))
        )
        said = Represented(
            cleaned["organisation_kind"],
            typed=typed,
            is_known=cleaned["place"] is not None,
            has_network=bool(cleaned.get("network")),
            organisation=cleaned.get("organisation", ""),
        )
        lack = lack_of(said)
        if lack == Lack.MUNICIPALITY_UNKNOWN:
            self.add_error("municipality", unknown_municipality(typed, self.year))
        elif lack is not None:
            self.add_error("organisation", _("Name a municipality, a network or an organisation."))
        return cleaned

    def details(self) -> Details:
        """Return what was told of them; the form must be valid."""
        data = self.cleaned_data
        network = places.networks().get(pk=data["network"]) if data["network"] and not data["place"] else None
        return Details(
            name=data["name"],
            email=data["email"],
            organisation_kind=data["organisation_kind"],
            language=data["language"],
            municipality=data["place"],
            network=network,
            organisation=data["organisation"],
            role=data["role"],
        )


class TableForm(ComingForm):
    """A file of people, and what all of them come to."""

    file = forms.FileField(
        label=gettext_lazy("File"),
        help_text=gettext_lazy(
            "Excel (.xlsx) or CSV, at most 5 MB and 10,000 rows. One row per person: name, email, municipality or organisation; job title and language if you have them. The order of the columns does not matter."
        ),
        widget=forms.FileInput({"accept": ".xlsx,.csv,.txt"}),
        error_messages={"required": gettext_lazy("Choose a file.")},
    )
    language = OfferedLanguageField(
        label=gettext_lazy("Language of emails, where the file does not say"),
        widget=forms.RadioSelect({"class": "is-row"}),
        initial=DEFAULT_LANGUAGE,
    )


class ColumnsForm(forms.Form):
    """Which column of a table holds what."""

    mark_optional = False

    LABELS = {
        "email": gettext_lazy("Email"),
        "name": gettext_lazy("Name"),
        "first_name": gettext_lazy("First name"),
        "last_name": gettext_lazy("Last name"),
        "municipality": gettext_lazy("Municipality"),
        "organisation": gettext_lazy("Organisation or unit"),
        "role": gettext_lazy("Job title or role"),
        "language": gettext_lazy("Language"),
    }

    def __init__(self, data: Mapping[str, Any] | None, *, columns: dict[str, int], heads: list[str]) -> None:
        initial = {name: str(columns.get(name, "")) for name in self.LABELS}
        super().__init__(data, initial=initial | {"has_heads": columns["start"] > 0})
        self.first = columns["start"] - 1 if columns["start"] else 0
        choices = [("", _("Not in the table")), *((str(place), head) for place, head in enumerate(heads))]
        for name, label in self.LABELS.items():
            self.fields[name] = forms.ChoiceField(label=label, choices=choices, required=False)
        self.fields["has_heads"] = forms.BooleanField(
            label=_("The first row has the names of the columns"), required=False
        )

    def columns(self) -> dict[str, int]:
        """Return what was chosen, as :func:`guess_columns` does."""
        chosen = {name: int(self.cleaned_data[name]) for name in self.LABELS if self.cleaned_data[name]}
        return chosen | {"start": self.first + bool(self.cleaned_data["has_heads"])}


class SendingForm(forms.Form):
    """Whether those who are imported get an email."""

    sends_email = forms.ChoiceField(
        label=gettext_lazy("Email"), choices=EMAIL_CHOICES, widget=forms.RadioSelect, initial="yes"
    )


class InvitationForm(forms.Form):
    """What a link opens, for how many and how long."""

    mark_optional = False

    events = forms.MultipleChoiceField(
        label=gettext_lazy("Events"),
        widget=forms.CheckboxSelectMultiple,
        help_text=gettext_lazy(
            "The link opens these before their registration opens and after it has closed, until they start."
        ),
        error_messages={"required": gettext_lazy("Choose at least one event.")},
    )
    note = forms.CharField(
        label=gettext_lazy("Note"),
        max_length=200,
        help_text=gettext_lazy("For whom the link is. Only organisers see it."),
        error_messages={"required": gettext_lazy("Write for whom the link is.")},
    )
    most_uses = forms.IntegerField(
        label=gettext_lazy("How many people"),
        min_value=1,
        max_value=100_000,
        required=False,
        help_text=gettext_lazy("If you leave this empty, any number of people may register with it."),
    )
    expires_at = DateAndTimeField(
        label=gettext_lazy("Valid until"),
        required=False,
        end_of_day=True,
        help_text=gettext_lazy(
            "If you leave this empty, the link is valid until the events start or you withdraw it."
        ),
    )

    def __init__(self, *args: Any, series: Series, now: datetime, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.by_key = {
            str(one.pk): one for one in series.events.all() if one.start > now and not one.is_cancelled
        }
        field = self.fields["events"]
        assert isinstance(field, forms.MultipleChoiceField)
        field.choices = [(key, event_label(event)) for key, event in self.by_key.items()]
        instant_field(self, "expires_at").set_zone(series.time_zone)

    def clean_expires_at(self) -> datetime | None:
        instant: datetime | None = self.cleaned_data["expires_at"]
        if instant is not None and instant <= timezone.now():
            raise forms.ValidationError(_("This time is in the past. Choose a later time."))
        return instant

    def chosen(self) -> list[Event]:
        return [self.by_key[key] for key in self.cleaned_data["events"]]

"""An event: what it is, when, where, and until when one registers."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext_lazy, pgettext_lazy

from skaala.desk.events.messages import PROBLEMS
from skaala.desk.frame.editing import Raw
from skaala.desk.frame.forms import (
    LONG,
    MARKDOWN,
    RecordForm,
    SlugField,
    choice_field,
    instant_field,
    model_field,
    time_zones,
)
from skaala.desk.frame.messages import TEXT_NAMES, capitalised
from skaala.desk.frame.own_words import OwnWordField
from skaala.places.models import Venue
from skaala.registration.operations import UnableToSetCapacity
from skaala.series.models import Event, WordList
from skaala.series.rules import Problem, lengths
from skaala.ui.forms import DateAndTimeField, TextsFormField


class EventForm(RecordForm):
    """Everything about an event but its programme, and its join link once it is there."""

    kind = OwnWordField(WordList.KINDS, label=_("Type"))
    number = forms.IntegerField(
        label=_("Number, if there are several"),
        min_value=1,
        max_value=lengths.LARGEST_NUMBER,
        required=False,
    )
    title = TextsFormField(label=TEXT_NAMES["title"], max_length=lengths.TITLE)
    perspective = OwnWordField(WordList.PERSPECTIVES, label=_("Perspective"))
    audience = TextsFormField(
        label=TEXT_NAMES["audience"], rows=3, max_length=lengths.AUDIENCE, required=False
    )
    description = TextsFormField(
        label=TEXT_NAMES["description"], rows=6, max_length=LONG, required=False, help_text=MARKDOWN
    )

    start = DateAndTimeField(label=_("Start"))
    end = DateAndTimeField(label=_("End"))
    time_zone = forms.ChoiceField(
        label=_("Time zone"), help_text=_("All times on this page are local times in that zone.")
    )
    may_be_past = forms.BooleanField(
        label=_("The event is already over; I am adding it afterwards"), required=False
    )

    mode = forms.ChoiceField(
        label=_("Way of attending"), choices=capitalised(Event.Mode.choices), widget=forms.RadioSelect
    )
    platform = forms.CharField(
        label=_("Online platform"), max_length=60, required=False, help_text=_("For example Teams.")
    )
    join_url = forms.URLField(
        label=_("Join link"),
        max_length=2000,
        required=False,
        assume_scheme="https",
        help_text=_(
            "Kept secret: only those who have registered to take part online reach it. You can add it later."
        ),
    )
    venue = forms.ModelChoiceField(
        Venue.objects.none(),
        label=_("Venue"),
        required=False,
        empty_label=pgettext_lazy("venue", "None"),
    )

    registration_opens = DateAndTimeField(
        label=_("Registration opens"),
        required=False,
        help_text=_("If you leave this empty, registration is open from publication on."),
    )
    registration_closes = DateAndTimeField(
        label=_("Registration closes"),
        required=False,
        end_of_day=True,
        help_text=_(
            "A day without a time means until the end of that day. If you leave this empty, registration closes at the start."
        ),
    )
    by_invitation = forms.BooleanField(
        label=_("By invitation only"),
        required=False,
        help_text=_(
            "The event is announced, but people can register for it only with an invitation link. Create the links under Registrations."
        ),
    )
    is_recorded = forms.BooleanField(
        label=_("The event is recorded; participants are asked for consent"), required=False
    )
    has_catering = forms.BooleanField(
        label=_("Something to eat is served on site; those who come there are asked for dietary needs"),
        required=False,
    )
    seats_online = forms.IntegerField(
        label=_("Places online"),
        min_value=0,
        max_value=lengths.MOST_SEATS,
        required=False,
        help_text=_("If you leave this empty, places are not limited."),
    )
    seats_onsite = forms.IntegerField(
        label=_("Places on site"),
        min_value=0,
        max_value=lengths.MOST_SEATS,
        required=False,
        help_text=_(
            "When all are taken, people wait in order, and a place that becomes free goes to the next automatically."
        ),
    )
    programme_pending = forms.BooleanField(label=_("The programme is still to be specified"), required=False)
    slug = SlugField(
        label=_("Address"),
        required=False,
        help_text=_(
            "The end of the public page's address. If you leave this empty, it is made of kind and number."
        ),
    )

    IN_ITS_ZONE = ("start", "end", "registration_opens", "registration_closes")

    def __init__(self, *args: Any, record: Event, venues: QuerySet[Venue], **kwargs: Any) -> None:
        kwargs["initial"] = {"seats_online": record.capacity_online, "seats_onsite": record.capacity_onsite}
        super().__init__(*args, record=record, **kwargs)
        choices = time_zones(record.time_zone)
        choice_field(self, "time_zone").choices = choices
        model_field(self, "venue").queryset = venues
        posted = self.data.get(self.add_prefix("time_zone"), "") if self.is_bound else ""
        self.read_in = posted if posted in dict(choices) else record.time_zone
        self._set_zones(self.read_in)
        if record.pk:
            # Changed on a page of its own, so that a form left open cannot bring an old link back.
            del self.fields["join_url"]

    def _set_zones(self, zone: str) -> None:
        for name in self.IN_ITS_ZONE:
            instant_field(self, name).set_zone(zone)

    def held(self) -> Raw:
        """What is saved is shown in its own zone, whichever was chosen here."""
        self._set_zones(cast(Event, self.record).time_zone)
        found = super().held()
        self._set_zones(self.read_in)
        return found

    def capacities(self) -> dict[str, int | None]:
        """Return how many may come each way."""
        return {"online": self.cleaned_data["seats_online"], "onsite": self.cleaned_data["seats_onsite"]}

    def show_taken(self, refusal: UnableToSetCapacity) -> None:
        """Say that more people have a place already, and how many."""
        words = ngettext_lazy(
            "%(number)s person has a place already. Choose that number or a larger one.",
            "%(number)s people have a place already. Choose that number or a larger one.",
            "number",
        )
        self.add_error(f"seats_{refusal.mode}", words % {"number": refusal.seated})

    def show(self, problems: list[Problem]) -> None:
        """Say at the right fields what does not hold together."""
        for problem in problems:
            field, words = PROBLEMS[problem]
            self.add_error(field, words)


class NewVenueForm(forms.Form):
    """A venue that is not in the list yet; if empty, none is created."""

    mark_optional = False

    name = TextsFormField(label=_("Name of the venue"), max_length=200, required=False)
    street = forms.CharField(label=_("Street address"), max_length=200, required=False)
    postal_code = forms.CharField(label=_("Postal code"), max_length=10, required=False)
    city = TextsFormField(label=_("Town"), max_length=100, required=False)
    directions = TextsFormField(
        label=_("How to get there and in, also with a wheelchair"), rows=3, max_length=2000, required=False
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if (
            any(cleaned.get(name) for name in ("street", "city"))
            and not cleaned.get("name")
            and "name" not in self.errors
        ):
            self.add_error("name", _("Write the name of the venue."))
        return cleaned

    def new_venue(self) -> Venue | None:
        """Return what was filled in, or None."""
        return Venue(**self.cleaned_data) if self.cleaned_data["name"] else None


class JoinLinkForm(RecordForm):
    """The link to the online meeting."""

    join_url = forms.URLField(
        label=pgettext_lazy("of an online meeting", "Join link"),
        max_length=2000,
        required=False,
        assume_scheme="https",
        widget=forms.URLInput({"autocomplete": "off", "spellcheck": "false"}),
    )


class CancelEventForm(forms.Form):
    """Why an event is cancelled."""

    reason = TextsFormField(
        label=_("Why the event is cancelled"),
        rows=3,
        max_length=1000,
        help_text=_(
            "Shown on the public page and in the email. Say also what replaces the event, if anything."
        ),
    )

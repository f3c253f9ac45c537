"""The registration form and the one that sends a link again."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django import forms
from django.core.exceptions import ValidationError
from django.http import QueryDict
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from skaala.places.queries import municipalities as places
from skaala.registration.messages import no_links, unknown_municipality
from skaala.registration.models import Attendance, Registration
from skaala.registration.operations import Details, SignUp
from skaala.registration.rules import Choice, Lack, Represented, UnableToRegister, lack_of
from skaala.registration.rules.questions import Value
from skaala.series.models import Series
from skaala.site.announcement.presenters.pages import EventPage, SeriesPage
from skaala.site.registration.forms import questions
from skaala.site.registration.messages import refusal_message
from skaala.ui.address_field import AddressField
from skaala.ui.forms import SearchInput
from skaala.ui.language_field import OfferedLanguageField
from skaala.ui.validators import no_control_characters

Kind = Registration.OrganisationKind


@dataclass(frozen=True)
class EventChoice:
    """One event as the form shows it."""

    page: EventPage
    checked: bool
    disabled: bool
    modes: list[dict[str, Any]]
    error: str
    note: str = ""

    @property
    def mode_name(self) -> str:
        return f"mode-{self.page.event.pk}"


class SignUpForm(forms.Form):
    """
    One form for the whole series.

    :param page: the series as it stands now
    :param current: events and modes that the person has already (when changing); these can be kept after the deadline
    :param with_place: the events among them at which they have a place and do not wait for one
    :param answers: what they have answered to the questions of the series
    """

    error_css_class = "has-error"

    name = forms.CharField(
        label=gettext_lazy("Name"),
        max_length=200,
        validators=[no_control_characters, no_links],
        widget=forms.TextInput({"autocomplete": "name"}),
        error_messages={"required": gettext_lazy("Write your name.")},
    )
    email = AddressField(
        label=gettext_lazy("Email"),
        help_text=gettext_lazy(
            "We send the confirmation, calendar file and your personal link to this address."
        ),
        widget=forms.EmailInput({"autocomplete": "email", "spellcheck": "false"}),
        error_messages={
            "required": gettext_lazy("Write your email address."),
        },
    )
    organisation_kind = forms.ChoiceField(
        label=gettext_lazy("What kind of organisation do you represent?"),
        choices=Kind.choices,
        widget=forms.RadioSelect,
        required=False,
    )
    municipality = forms.CharField(
        label=gettext_lazy("Municipality"),
        max_length=100,
        required=False,
        help_text=gettext_lazy("Start writing the name in Finnish or Swedish and choose from the list."),
    )
    network = forms.ChoiceField(label=gettext_lazy("Network"), required=False)
    organisation = forms.CharField(
        label=gettext_lazy("Organisation or unit"),
        max_length=200,
        required=False,
        validators=[no_control_characters],
        widget=forms.TextInput({"autocomplete": "organization"}),
    )
    role = forms.CharField(
        label=gettext_lazy("Your job title or role"),
        max_length=200,
        required=False,
        validators=[no_control_characters],
        widget=forms.TextInput({"autocomplete": "organization-title"}),
    )
    language = OfferedLanguageField(
        label=gettext_lazy("Language of emails"),
        widget=forms.RadioSelect({"class": "is-row"}),
    )
    diet = forms.CharField(
        label=gettext_lazy("Dietary needs"),
        max_length=500,
        required=False,
        validators=[no_control_characters],
    )
    consents_to_diet = forms.BooleanField(
        label=gettext_lazy("I agree that my dietary needs are stored and passed on to the caterer."),
        required=False,
    )
    accessibility_needs = forms.CharField(
        label=gettext_lazy("What do you need to be able to take part?"),
        max_length=1000,
        required=False,
        help_text=gettext_lazy("For example an induction loop, step-free access or an interpreter."),
        validators=[],
        widget=forms.Textarea({"rows": 3}),
    )
    consents_to_accessibility = forms.BooleanField(
        label=gettext_lazy("I agree that these needs are stored so that the organiser can meet them."),
        required=False,
    )
    consents_to_recording = forms.BooleanField(
        label=gettext_lazy("I agree that I may be seen and heard in the recording."),
        required=False,
        help_text=gettext_lazy(
            "You can take part without agreeing; then keep your camera and microphone off."
        ),
    )

    def __init__(
        self,
        data: Any = None,
        *,
        page: SeriesPage,
        now: datetime,
        preselected: str = "",
        current: dict[int, str] | None = None,
        with_place: frozenset[int] = frozenset(),
        initial: dict[str, Any] | None = None,
        answers: dict[int, Value] | None = None,
    ) -> None:
        super().__init__(data, initial={"language": get_language(), **(initial or {})})
        self.page, self.current, self.preselected = page, current or {}, preselected
        self.with_place = with_place
        self.now, self.year = now, now.year
        self.event_errors: dict[int, str] = {}
        # Lists are made only when the form is shown: one that is sent and valid needs none of them.
        self.fields["municipality"].widget = SearchInput(
            lambda: [label for _code, label in places.municipality_choices(year=self.year)],
            {"autocomplete": "off"},
        )
        # Not required by the form, yet not optional either: who writes a municipality has said what they represent.
        for name in ("organisation_kind", "municipality", "network"):
            setattr(self.fields[name], "needed_when", True)  # noqa: B010  read by the field component
        network = self.fields["network"]
        assert isinstance(network, forms.ChoiceField)
        network.choices = lambda: [
            ("", _("Choose")),
            *((str(one.pk), str(one.name)) for one in places.networks()),
            ("other", _("Another network")),
        ]
        if not any(event.event.is_recorded for event in page.events):
            del self.fields["consents_to_recording"]
        self.served = [event for event in page.events if event.event.serves_food]
        if not self.served:
            for name in ("diet", "consents_to_diet"):
                del self.fields[name]
        questions.add_fields(self, page.questions, answers)

    @property
    def asked_fields(self) -> list[questions.AskedField]:
        """What this series asks beyond the rest."""
        return questions.drawn(self, self.page.questions)

    @property
    def diet_condition(self) -> str:
        """Who is asked for dietary needs, where it depends on the events that one chooses and how one attends them."""
        if all(page.event.serves_food and not page.event.offers_online for page in self.page.events):
            return ""
        return _("Only if you come on site: %(events)s") % {
            "events": ", ".join(page.ordinal for page in self.served)
        }

    def _is_served(self) -> bool:
        # Whoever has not said yet how they attend may come on site.
        return any(
            str(page.event.pk) in self._ticked()
            and not (page.event.offers_online and self.data.get(f"mode-{page.event.pk}") == "online")
            for page in self.served
        )

    def _ticked(self) -> list[str]:
        return self.data.getlist("events") if isinstance(self.data, QueryDict) else []

    @property
    def event_choices(self) -> list[EventChoice]:
        """The events with what is ticked, what is possible, and what went wrong."""
        return [self._event_choice(event) for event in self.page.events]

    def _event_choice(self, page: EventPage) -> EventChoice:
        event, key = page.event, str(page.event.pk)
        has_it = event.pk in self.current
        if self.is_bound:
            checked = key in self._ticked()
            chosen = self.data.get(f"mode-{key}", "")
        else:
            # Where there is but one event, who opens the form has chosen it.
            is_meant = event.slug == self.preselected or len(self.page.events) == 1
            checked = has_it or (is_meant and page.is_open and not self.current)
            chosen = self.current.get(event.pk, "")
        modes = []
        if event.offers_online and event.offers_onsite:
            modes = [
                {
                    "value": mode,
                    "label": label,
                    "checked": chosen == mode,
                    "reason": self._if_full(page, mode),
                }
                for mode, label in [("onsite", _("On site")), ("online", _("Online"))]
            ]
        return EventChoice(
            page=page,
            checked=checked,
            disabled=not page.is_open and not has_it,
            modes=modes,
            error=self.event_errors.get(event.pk, ""),
            note=self._if_settled(page, has_modes=bool(modes)) if has_it else page.seats_note,
        )

    def _if_settled(self, page: EventPage, *, has_modes: bool) -> str:
        """Say what of an event that they have can no longer be changed."""
        if page.is_cancelled:
            return ""
        if page.event.start <= self.now:
            return _("The event has started, so this stays as it is.")
        if has_modes and page.has_closed and page.status != "by_invitation":
            return _(
                "Registration has closed, so how you take part stays as it is. You can still give up your place."
            )
        return page.seats_note if has_modes else ""

    def _if_full(self, page: EventPage, mode: str) -> str:
        """Say before the form is sent that one would wait; not to somebody who has that place, or waits for it already."""
        if mode not in page.full_modes or self.current.get(page.event.pk) == mode:
            return ""
        if page.event.pk in self.with_place:
            return _("full: you keep the place you have until one is free here")
        return _("full: you will join the waiting list")

    def clean(self) -> dict[str, Any]:
        cleaned = super().clean() or {}
        self._clean_events(cleaned)
        self._clean_organisation(cleaned)
        if not self._is_served():
            cleaned |= {"diet": "", "consents_to_diet": False}  # what is not needed is not kept
        for need, consent, words in [
            (
                "diet",
                "consents_to_diet",
                _("Tick the box if we may store your dietary needs, or clear the field above."),
            ),
            (
                "accessibility_needs",
                "consents_to_accessibility",
                _("Tick the box if we may store your needs, or clear the field above."),
            ),
        ]:
            if cleaned.get(need) and not cleaned.get(consent):
                if self.initial.get(consent) and cleaned[need] == self.initial.get(need):
                    cleaned[need] = ""  # they have taken the tick away, and so withdrawn it
                else:
                    self.add_error(consent, words)
        if self.page.questions:
            coming_to = {choice.event_id for choice in cleaned["choices"]}
            cleaned["answers"] = questions.read(self, self.page.questions, coming_to)
        return cleaned

    def _clean_events(self, cleaned: dict[str, Any]) -> None:
        by_key = {str(page.event.pk): page for page in self.page.events}
        chosen = []
        for key in dict.fromkeys(self._ticked()):
            page = by_key.get(key)
            if page is None:
                self.add_error(None, _("One of the events you chose is not offered here. Choose again."))
                continue
            event = page.event
            if event.offers_online and event.offers_onsite:
                mode = self.data.get(f"mode-{key}", "")
                if mode not in Attendance.Mode.values:
                    self.add_event_error(event.pk, _("Choose whether you come on site or take part online."))
                    continue
            else:
                mode = "online" if event.offers_online else "onsite"
            chosen.append(Choice(event.pk, mode))
        if not chosen and not self.event_errors:
            first_open = next((page.event.pk for page in self.page.events if page.is_open), None)
            self._add_error_at(first_open, _("Choose at least one event."))
        cleaned["choices"] = tuple(chosen)

    def _clean_organisation(self, cleaned: dict[str, Any]) -> None:
        kind = cleaned.get("organisation_kind", "")
        if not kind and "organisation_kind" not in self.errors:
            if cleaned.get("municipality"):
                kind = cleaned["organisation_kind"] = Kind.MUNICIPALITY
            else:
                self.add_error("organisation_kind", _("Choose what kind of organisation you represent."))
        typed = cleaned.get("municipality", "") if kind == Kind.MUNICIPALITY else ""
        cleaned["place"] = places.find_municipality(typed, year=self.year) if typed else None
        said = Represented(
            kind,
            typed=typed,
            is_known=cleaned["place"] is not None,
            has_network=cleaned.get("network", "") not in {"", "other"},
            organisation=cleaned.get("organisation", ""),
        )
        lack = lack_of(said) if kind else None
        if lack is not None:
            words = {
                Lack.MUNICIPALITY_MISSING: _("Write the name of your municipality."),
                Lack.NETWORK_MISSING: _(
                    "Choose your network, or write its name under “Organisation or unit”."
                ),
                Lack.ORGANISATION_MISSING: _("Write the name of your organisation."),
            }
            self.add_error(lack.field, words.get(lack) or unknown_municipality(typed, self.year))

    def add_event_error(self, event_id: int, words: str) -> None:
        """Show an error beside the event it is about, and at the top of the form."""
        self.event_errors[event_id] = words
        title = next(page.ordinal for page in self.page.events if page.event.pk == event_id)
        self._add_error_at(event_id, f"{title}: {words}")

    def _add_error_at(self, event_id: int | None, words: str) -> None:
        """Show an error at the top of the form; there it leads to the event's box."""
        error = ValidationError(words)
        error.target = f"events-{event_id}" if event_id else ""  # type: ignore[attr-defined]  # for the summary of errors
        self.add_error(None, error)

    def add_refusal(self, refusal: UnableToRegister) -> None:
        """Say why what was asked for is not possible."""
        page = next((page for page in self.page.events if page.event.pk == refusal.event_id), None)
        words = refusal_message(refusal, page.event if page else None)
        if page is not None:
            self.add_event_error(page.event.pk, words)
        else:
            self.add_error(None, words)

    def sign_up(self) -> SignUp:
        """Return the answers for the operations; the form must be valid."""
        answers = self.cleaned_data
        kind = answers["organisation_kind"]
        network = (
            answers["network"] if kind == Kind.NETWORK and answers["network"] not in {"", "other"} else None
        )
        details = Details(
            name=answers["name"],
            email=answers["email"],
            organisation_kind=kind,
            language=answers["language"],
            municipality=answers["place"],
            network=places.networks().get(pk=network) if network else None,
            organisation=answers["organisation"],
            role=answers["role"],
            diet=answers.get("diet", ""),
            consents_to_diet=answers.get("consents_to_diet", False),
            accessibility_needs=answers["accessibility_needs"],
            consents_to_accessibility=answers["consents_to_accessibility"],
            consents_to_recording=answers.get("consents_to_recording", False),
        )
        return SignUp(details, answers["choices"], answers.get("answers", {}))


def initial_of(registration: Registration) -> dict[str, Any]:
    """Return what the form shows of a registration that is to be changed."""
    consents = set(registration.consents.filter(withdrawn_at__isnull=True).values_list("purpose", flat=True))
    labels = dict(places.municipality_choices(year=registration.created_at.year))
    return {
        "name": registration.name,
        "email": registration.email,
        "organisation_kind": registration.organisation_kind,
        "municipality": labels.get(registration.municipality_id or "", str(registration.municipality or "")),
        "network": str(registration.network_id or ""),
        "organisation": registration.organisation,
        "role": registration.role,
        "language": registration.email_language,
        "diet": registration.diet,
        "consents_to_diet": "diet" in consents,
        "accessibility_needs": registration.accessibility_needs,
        "consents_to_accessibility": "accessibility" in consents,
        "consents_to_recording": "recording" in consents,
    }


class LinkAgainForm(forms.Form):
    """Asks for the address to which the personal link is sent again."""

    email = AddressField(
        label=gettext_lazy("Email"),
        max_length=254,
        widget=forms.EmailInput({"autocomplete": "email"}),
        error_messages={
            "required": gettext_lazy("Write your email address."),
        },
    )

    def __init__(self, *args: Any, series: Series, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.series = series

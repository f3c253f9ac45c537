"""The record of an action, its profile and its contact."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django import forms
from django.utils import timezone
from django.utils.translation import gettext, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.fields import InexactDateField, MunicipalityField
from skaala.catalogue.messages.contacts import ASKED_TWICE_A_YEAR, HAS_AGREED
from skaala.catalogue.messages.goals import GOALS
from skaala.catalogue.messages.profile import ANSWERS, QUESTIONS
from skaala.catalogue.messages.reporting import IN_THE_FUTURE
from skaala.catalogue.models import Action, ActionLink
from skaala.catalogue.presenters.dates import inexact
from skaala.catalogue.rules.documentation import COUNTED, PROFILE
from skaala.catalogue.rules.inexact_dates import begins_too_late
from skaala.desk.frame.forms import LONG, MARKDOWN, RecordForm
from skaala.ui.address_field import AddressField
from skaala.ui.forms import TextsFormField
from skaala.ui.languages import LANGUAGE_CHOICES
from skaala.ui.validators import no_control_characters

MOST_LINKS = 12


def texts_field(label: Any, *, rows: int = 4, help_text: Any = "", max_length: int = LONG) -> TextsFormField:
    """A text of an action in the languages side by side; none is required."""
    return TextsFormField(label=label, rows=rows, required=False, max_length=max_length, help_text=help_text)


def _goals() -> list[tuple[int, str]]:
    """Return the goals in the reader's language: asked anew for each form."""
    return [(number, f"{number}. {name}") for number, name in GOALS.items()]


class ActionForm(RecordForm):
    """An action as its editor describes it."""

    name = TextsFormField(label=pgettext_lazy("of an action", "Name"), max_length=200)
    summary = texts_field(
        _("In one sentence"), rows=2, max_length=400, help_text=_("What is done, for whom, with what result.")
    )
    owner_place = MunicipalityField(label=_("Owner: municipality"), required=False)
    owner_elsewhere = forms.CharField(
        label=_("Owner: other"),
        max_length=200,
        required=False,
        help_text=_("A joint authority, or a municipality in another country."),
        validators=[no_control_characters],
    )
    responsible = forms.CharField(
        label=_("Who carries it out"), max_length=300, required=False, validators=[no_control_characters]
    )
    status = forms.ChoiceField(
        label=_("Status"),
        required=False,
        choices=[("", pgettext_lazy("status of an action", "Not known")), *Action.Status.choices],
    )
    began = InexactDateField(label=_("Began"), required=False)
    ended = InexactDateField(label=_("Ended"), required=False)
    scaling = forms.ChoiceField(
        label=_("Kind of scaling"),
        required=False,
        choices=[("", _("Not chosen")), *Action.Scaling.choices],
        widget=forms.RadioSelect,
    )
    themes = forms.MultipleChoiceField(
        label=_("Themes"), required=False, choices=Action.Theme.choices, widget=forms.CheckboxSelectMultiple
    )
    goals = forms.TypedMultipleChoiceField(
        label=_("Sustainable development goals"),
        required=False,
        coerce=int,
        choices=_goals,
        widget=forms.CheckboxSelectMultiple,
    )
    steps = texts_field(_("What to do"), rows=6, help_text=MARKDOWN)
    core = texts_field(_("What must stay"), rows=3)
    adaptable = texts_field(_("What can be adapted"), rows=3)
    effects = texts_field(_("Effects"), rows=3)
    measured_how = texts_field(_("How the effects were measured"), rows=2)
    cost = texts_field(_("Cost"), rows=2, max_length=500)
    staff_time = texts_field(_("Staff time"), rows=2, max_length=500)
    saving = texts_field(_("Saving and payback"), rows=2, max_length=500)
    conditions = texts_field(_("What it needs"), rows=3)
    needs = forms.MultipleChoiceField(
        label=_("Of these it needs"),
        required=False,
        choices=Action.Need.choices,
        widget=forms.CheckboxSelectMultiple,
        help_text=_("Compared with what is known of a municipality, where the action is suggested to it."),
    )
    legal_basis = texts_field(_("Legal and procurement basis"), rows=3)
    lessons = texts_field(
        _("Lessons"), rows=3, help_text=_("What went wrong, and what you would do differently.")
    )
    addresses = forms.CharField(
        label=_("Templates and links"),
        required=False,
        max_length=LONG,
        widget=forms.Textarea({"rows": 4}),
        help_text=_("One address on each line; words for it may follow after a space."),
    )
    source = texts_field(_("Source"), rows=0, max_length=300)
    source_url = forms.URLField(
        label=_("Address of the source"), required=False, assume_scheme="https", max_length=500
    )
    is_simulated = forms.BooleanField(
        label=_("This action is invented, to show how the catalogue works"), required=False
    )

    def __init__(self, *args: Any, record: Action, **kwargs: Any) -> None:
        links = record.links.all() if record.pk else []
        kwargs["initial"] = {
            "owner_place": str(record.owner) if record.owner else "",
            "began": inexact(record.began_on, record.began_precision),
            "ended": inexact(record.ended_on, record.ended_precision),
            "addresses": "\n".join(f"{link.url} {link.label}".strip() for link in links),
        } | (kwargs.get("initial") or {})
        super().__init__(*args, record=record, **kwargs)
        self.links: list[ActionLink] = []
        self.kinds = {link.url: link.kind for link in links}

    def clean_addresses(self) -> str:
        typed: str = self.cleaned_data["addresses"]
        self.links = list(_read_links(typed))
        for link in self.links:  # what kind of link it is, is not typed
            link.kind = self.kinds.get(link.url, link.kind)
        return typed

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        began, ended = cleaned.get("began"), cleaned.get("ended")
        today = timezone.localdate()
        if begins_too_late(began, cleaned.get("status", ""), today=today):
            self.add_error("began", IN_THE_FUTURE)
        if ended and ended.is_after(today):
            self.add_error("ended", IN_THE_FUTURE)
        if began and ended and ended.last < began.first:
            self.add_error("ended", gettext("It cannot end before it begins."))
        return cleaned

    def fill_in(self) -> Action:
        action: Action = super().fill_in()
        action.owner = self.cleaned_data["owner_place"]
        for name in ("began", "ended"):
            when = self.cleaned_data[name]
            setattr(action, f"{name}_on", when.first if when else None)
            setattr(action, f"{name}_precision", when.precision if when else "year")
        return action


def _read_links(typed: str) -> Iterator[ActionLink]:
    lines = [line.split(None, 1) for line in typed.splitlines() if line.strip()]
    if len(lines) > MOST_LINKS:
        raise forms.ValidationError(gettext("At most %(number)s links.") % {"number": MOST_LINKS})
    field = forms.URLField(assume_scheme="https", max_length=500)
    for address, *words in lines:
        try:
            url = field.clean(address)
        except forms.ValidationError as problem:
            raise forms.ValidationError(
                gettext("“%(address)s” is not a web address.") % {"address": address}
            ) from problem
        yield ActionLink(url=url, label=words[0].strip()[:200] if words else "")


class ProfileForm(forms.Form):
    """The questions of the profile: an answer, a reason and a source for each."""

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for question in PROFILE:
            if question == COUNTED:
                continue
            held = action.profile.get(question, {})
            self.fields[f"{question}-answer"] = forms.ChoiceField(
                label=QUESTIONS[question],
                choices=[(key, ANSWERS[key]) for key in ("yes", "partly", "no", "unknown")],
                initial=held.get("answer", "unknown"),
            )
            self.fields[f"{question}-reason"] = forms.CharField(
                label=_("Reason"), max_length=300, required=False, initial=held.get("reason", "")
            )
            self.fields[f"{question}-url"] = forms.URLField(
                label=_("Link"),
                max_length=500,
                required=False,
                assume_scheme="https",
                initial=held.get("url", ""),
            )

    def profile(self) -> dict[str, dict[str, str]]:
        """Return what was answered; what nobody answered is left out."""
        read = self.cleaned_data
        found: dict[str, dict[str, str]] = {}
        for question in PROFILE:
            held = {key: read.get(f"{question}-{key}", "") for key in ("answer", "reason", "url")}
            if any(value for key, value in held.items() if value != "unknown" or key != "answer"):
                found[question] = {key: value for key, value in held.items() if value}
        return found


class ContactForm(forms.Form):
    """Who answers questions about an action."""

    name = forms.CharField(label=_("Name"), max_length=200, validators=[no_control_characters])
    email = AddressField(label=_("Email address"), max_length=254)
    job_title = forms.CharField(
        label=_("Job title"), max_length=200, required=False, validators=[no_control_characters]
    )
    language = forms.ChoiceField(label=_("Language of emails"), choices=LANGUAGE_CHOICES)
    has_agreed = forms.BooleanField(
        label=HAS_AGREED,
        help_text=ASKED_TWICE_A_YEAR,
    )

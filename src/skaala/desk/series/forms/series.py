"""A series: its texts, its details, and the organisations behind it."""

from __future__ import annotations

from typing import Any, cast

from django import forms
from django.db.models import QuerySet
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.desk.frame.forms import (
    LONG,
    MARKDOWN,
    RecordForm,
    SlugField,
    choice_field,
    model_field,
    time_zones,
)
from skaala.desk.frame.messages import TEXT_NAMES, capitalised
from skaala.desk.frame.own_words import OwnWordField
from skaala.desk.series.forms.languages import HINT, LanguagesFields
from skaala.people.models import Organisation
from skaala.series.models import Series, WordList
from skaala.series.models.own_words import words_here
from skaala.series.operations import NewOrganisation, Part
from skaala.series.rules import lengths
from skaala.ui.address_field import AddressField
from skaala.ui.forms import TextsFormField
from skaala.ui.language_field import LanguagesField


class TextsForm(RecordForm):
    """What readers see, in all languages side by side."""

    title = TextsFormField(label=TEXT_NAMES["title"], max_length=lengths.TITLE)
    short_name = TextsFormField(
        label=TEXT_NAMES["short_name"],
        max_length=lengths.SHORT_NAME,
        required=False,
        help_text=_(
            "Shown after the name of the event in participants’ calendars: “Closing event – Short name”."
        ),
    )
    summary = TextsFormField(
        label=TEXT_NAMES["summary"],
        rows=3,
        max_length=lengths.SUMMARY,
        required=False,
        help_text=_("One or two sentences. They are shown on the front page and in search results."),
    )
    introduction = TextsFormField(
        label=TEXT_NAMES["introduction"], rows=10, max_length=LONG, required=False, help_text=MARKDOWN
    )
    basis = TextsFormField(
        label=TEXT_NAMES["basis"],
        rows=6,
        max_length=LONG,
        required=False,
        help_text=_("For example a study, and who commissioned it. Markdown."),
    )
    instructions = TextsFormField(
        label=TEXT_NAMES["instructions"], rows=6, max_length=LONG, required=False, help_text=_("Markdown.")
    )


class ContactFields(forms.Form):
    """Whom readers can ask."""

    contact_name = forms.CharField(label=_("Contact person"), max_length=200, required=False)
    contact_email = AddressField(
        label=_("Email of the contact person"),
        required=False,
        help_text=_("Shown on the public page; answers to emails go there."),
    )
    contact_phone = forms.RegexField(
        r"^[0-9 +()-]*$",
        label=_("Telephone of the contact person"),
        max_length=40,
        required=False,
        error_messages={"invalid": _("Use digits, spaces and + only.")},
        widget=forms.TextInput({"type": "tel"}),
    )


class NewSeriesForm(RecordForm, ContactFields):
    """The least one needs to begin; all else comes later."""

    languages = LanguagesField(label=_("Languages"), help_text=HINT)
    title = TextsFormField(
        label=TEXT_NAMES["title"],
        max_length=lengths.TITLE,
        help_text=_("One language is enough to begin with."),
    )
    slug = SlugField(
        label=_("Address"),
        required=False,
        help_text=_(
            "The end of the public page's address. If you leave this empty, it is made of the title."
        ),
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        title, languages = cleaned.get("title"), cleaned.get("languages")
        if title and languages and not any(title.get(code) for code in languages):
            self.add_error("title", _("Write the title in one of the languages chosen."))
        return cleaned


class DetailsForm(RecordForm, ContactFields, LanguagesFields):
    """Address, contact, privacy and who is behind it."""

    slug = SlugField(
        label=_("Address"),
        help_text=_(
            "The end of the public page's address. Links to the old address stop working when you change it."
        ),
    )
    time_zone = forms.ChoiceField(label=_("Time zone"))
    copied_from = forms.ModelChoiceField(
        Series.objects.none(),
        label=_("What it follows"),
        required=False,
        empty_label=_("None: this is the first one"),
        help_text=_(
            "The public page opens with what became of it: next steps, who takes part, and the actions that "
            "came of it. A published series or event of your organisation."
        ),
    )
    controller = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Controller"),
        required=False,
        empty_label=_("Not chosen yet"),
        help_text=_("Who answers for the personal data of those who register."),
    )
    controller_address = forms.CharField(
        label=_("Address of the controller"),
        max_length=300,
        required=False,
        help_text=_("Postal address and telephone number or email, as the privacy notice has to name them."),
    )
    data_protection_officer = forms.CharField(
        label=_("Data protection officer"),
        max_length=300,
        required=False,
        help_text=_("Who it is and how to reach them. A role and a shared mailbox are enough."),
    )
    processors = TextsFormField(
        label=TEXT_NAMES["processors"],
        rows=3,
        max_length=LONG,
        required=False,
        help_text=_(
            "Companies that process the data for you beside the operator of this service, such as the one that provides the video call."
        ),
    )
    legal_ground = forms.ChoiceField(
        label=_("Legal ground"),
        choices=capitalised(Series.LegalGround.choices),
        help_text=_(
            "For an authority or association that carries out a public task, "
            "consent is usually the wrong ground."
        ),
    )
    privacy_details = TextsFormField(
        label=TEXT_NAMES["privacy_details"],
        rows=5,
        max_length=LONG,
        required=False,
        help_text=_("What is added to the common notice: who else sees the data, what for. Markdown."),
    )
    retention_months = forms.IntegerField(
        label=_("Months that personal data are kept after the last event"), min_value=1, max_value=120
    )

    def __init__(
        self,
        *args: Any,
        record: Series,
        organisations: QuerySet[Organisation],
        earlier: QuerySet[Series],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, record=record, **kwargs)
        choice_field(self, "time_zone").choices = time_zones(record.time_zone)
        model_field(self, "controller").queryset = organisations
        model_field(self, "copied_from").queryset = earlier


class PartForm(forms.Form):
    """One organisation and what it does."""

    mark_optional = False

    organisation = forms.ModelChoiceField(
        Organisation.objects.none(),
        label=_("Organisation"),
        required=False,
        empty_label=pgettext_lazy("organisation", "None"),
    )
    role = OwnWordField(
        WordList.ROLES,
        label=pgettext_lazy("of an organisation", "Part"),
        required=False,
        before=[("", _("Choose"))],
        keeps_initial=True,
    )

    def __init__(self, *args: Any, organisations: QuerySet[Organisation], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        model_field(self, "organisation").queryset = organisations

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("organisation") and not cleaned.get("role") and "role" not in self.errors:
            self.add_error("role", _("Say what the organisation does."))
        return cleaned


class BasePartFormSet(forms.BaseFormSet):  # type: ignore[type-arg]  # takes none at run time
    def parts(self) -> list[Part]:
        """Return the rows that name an organisation, in their order."""
        rows = [form.cleaned_data for form in self.forms]
        return [Part(row["organisation"], row["role"]) for row in rows if row.get("organisation")]


PartFormSet = cast(
    type[BasePartFormSet], forms.formset_factory(PartForm, formset=BasePartFormSet, extra=2, max_num=30)
)

CONTROLLER = "controller"


class NewOrganisationForm(forms.Form):
    """An organisation that is not in the list yet; if empty, none is created."""

    mark_optional = False

    name = TextsFormField(label=_("Name of the organisation"), max_length=200, required=False)
    kind = forms.ChoiceField(
        label=_("Kind of organisation"),
        choices=capitalised(Organisation.Kind.choices),
        initial=Organisation.Kind.ASSOCIATION,
        required=False,
    )
    url = forms.URLField(label=_("Web address"), required=False, assume_scheme="https", max_length=200)
    parts = forms.MultipleChoiceField(
        label=_("What it does here"),
        required=False,
        choices=lambda: [
            *capitalised(words_here(WordList.ROLES).choices()),
            (CONTROLLER, _("Is the controller of the personal data")),
        ],
        widget=forms.CheckboxSelectMultiple,
    )

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if cleaned.get("parts") and not cleaned.get("name") and "name" not in self.errors:
            self.add_error("name", _("Write the name of the organisation."))
        if cleaned.get("name") and not cleaned.get("parts") and "parts" not in self.errors:
            self.add_error("parts", _("Say what the organisation does."))
        return cleaned

    def new_organisation(self) -> NewOrganisation | None:
        """Return what was filled in, or None."""
        read = self.cleaned_data
        if not read["name"]:
            return None
        made = Organisation(name=read["name"], kind=read["kind"] or Organisation.Kind.OTHER, url=read["url"])
        roles = [role for role in read["parts"] if role != CONTROLLER]
        return NewOrganisation(made, roles, is_controller=CONTROLLER in read["parts"])

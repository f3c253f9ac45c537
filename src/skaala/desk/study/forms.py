"""What a series rests on: a study, its findings, support measures, bottlenecks, and tables of them."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.desk.frame.forms import RecordForm, choice_field
from skaala.desk.frame.messages import capitalised, unreadable_message
from skaala.desk.study.presenters import country_choices, grouped_bottlenecks
from skaala.evidence.models import Bottleneck, Study, StudyFinding, SupportMeasure
from skaala.evidence.queries.reading import LONGEST_NAME, LONGEST_TEXT
from skaala.evidence.rules.table_file import LIMITS, Sheet, read_table
from skaala.tables.reading import Unreadable, UnreadableTable
from skaala.ui import child
from skaala.ui.child_messages import unfinished_message
from skaala.ui.forms import TextsFormField

ILLUSTRATIVE = _("This is illustrative: made up to show how things work")


class WebAddressField(forms.URLField):
    """A link to somewhere else."""

    def __init__(self, **kwargs: Any) -> None:
        super().__init__(required=False, assume_scheme="https", max_length=500, **kwargs)


class StudyForm(RecordForm):
    """The record of a study."""

    title = TextsFormField(label=pgettext_lazy("of a study", "Title"), max_length=300)
    authors = forms.CharField(
        label=_("Who carried it out"),
        max_length=300,
        required=False,
        help_text=_("Organisations or authors, as on the cover."),
    )
    commissioners = forms.CharField(label=_("Who commissioned it"), max_length=300, required=False)
    year = forms.IntegerField(label=_("Year"), min_value=1900, max_value=2200, required=False)
    url = WebAddressField(label=_("Web address"))
    is_illustrative = forms.BooleanField(
        label=ILLUSTRATIVE,
        required=False,
        help_text=_("Wherever something from it is shown, it says so."),
    )


class FindingForm(RecordForm):
    """Something that a study found."""

    kind = forms.ChoiceField(
        label=pgettext_lazy("of a finding", "Type"),
        choices=StudyFinding.Kind.choices,
        widget=forms.RadioSelect,
    )
    text = TextsFormField(
        label=pgettext_lazy("of a study", "Finding"),
        rows=3,
        max_length=LONGEST_TEXT,
        help_text=_("One thing in one or two sentences."),
    )
    bottleneck_name = forms.ChoiceField(
        label=_("Bottleneck it is about"),
        required=False,
        help_text=_("Choose one if the finding names or answers a bottleneck."),
    )
    passage = forms.CharField(
        label=_("Where in the study"), max_length=100, required=False, help_text=_("For example: p. 24.")
    )

    def __init__(self, *args: Any, record: StudyFinding, **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        present = record.bottleneck
        choice_field(self, "bottleneck_name").choices = [
            ("", pgettext_lazy("bottleneck", "None")),
            *grouped_bottlenecks(also=[present] if present else []),
        ]
        self.initial["bottleneck_name"] = present.slug if present else ""

    def fill_in(self) -> StudyFinding:
        finding: StudyFinding = super().fill_in()
        finding.bottleneck = Bottleneck.objects.filter(slug=self.cleaned_data["bottleneck_name"]).first()
        return finding


class MeasureForm(RecordForm):
    """A support measure."""

    name = TextsFormField(label=pgettext_lazy("of a support measure", "Name"), max_length=LONGEST_NAME)
    kind = forms.ChoiceField(
        label=pgettext_lazy("of a support measure", "Type"),
        choices=SupportMeasure.Kind.choices,
        widget=forms.RadioSelect,
    )
    description = TextsFormField(
        label=_("What is offered, and to whom"), rows=4, max_length=LONGEST_TEXT, required=False
    )
    country = forms.ChoiceField(label=_("Country"), required=False)
    offered_by = forms.CharField(label=_("Offered by"), max_length=300, required=False)
    url = WebAddressField(label=_("Web address"))
    answered = forms.MultipleChoiceField(
        label=_("Bottlenecks it answers"), required=False, widget=forms.CheckboxSelectMultiple
    )
    from_study = forms.ChoiceField(label=_("Known from the study"), required=False)
    source = forms.CharField(
        label=_("Another source"),
        max_length=500,
        required=False,
        help_text=_("Who says so, when and where. If you leave this empty, the study is the source."),
    )
    source_url = WebAddressField(label=_("Web address of the source"))
    is_illustrative = forms.BooleanField(
        label=ILLUSTRATIVE, required=False, help_text=_("Wherever it is shown, it says so.")
    )

    def __init__(self, *args: Any, record: SupportMeasure, studies: list[Study], **kwargs: Any) -> None:
        super().__init__(*args, record=record, **kwargs)
        held = list(record.answers.all()) if record.pk else []
        self.studies = {
            str(study.pk): study for study in [*studies, *([record.study] if record.study else [])]
        }
        choice_field(self, "country").choices = country_choices()
        choice_field(self, "answered").choices = grouped_bottlenecks(also=held)
        choice_field(self, "from_study").choices = [
            *((key, study.reference) for key, study in self.studies.items()),
            ("", pgettext_lazy("study", "None of these")),
        ]
        if record.pk:
            self.initial["answered"] = [one.slug for one in held]
        self.initial["from_study"] = str(record.study_id or "")

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        if not cleaned.get("from_study") and not cleaned.get("source") and "source" not in self.errors:
            self.add_error("source", _("Say where this is known from: choose the study or write a source."))
        return cleaned

    def fill_in(self) -> SupportMeasure:
        measure: SupportMeasure = super().fill_in()
        measure.study = self.studies.get(self.cleaned_data["from_study"])
        return measure

    def answers(self) -> list[Bottleneck]:
        """Return the chosen bottlenecks."""
        return list(Bottleneck.objects.filter(slug__in=self.cleaned_data["answered"]))


class MeasureFilterForm(forms.Form):
    """Search and filters of the list of measures."""

    mark_optional = False

    search = forms.CharField(
        label=_("Words"), max_length=200, required=False, widget=forms.TextInput({"type": "search"})
    )
    kind = forms.ChoiceField(
        label=pgettext_lazy("of a support measure", "Type"),
        required=False,
        choices=[("", _("All kinds")), *SupportMeasure.Kind.choices],
    )
    bottleneck = forms.ChoiceField(label=_("Bottleneck"), required=False)

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choice_field(self, "bottleneck").choices = [("", _("All bottlenecks")), *grouped_bottlenecks()]

    def wanted(self) -> dict[str, Any]:
        """Return the filters that could be read, as :func:`find_measures` takes them."""
        self.is_valid()
        read = self.cleaned_data
        slug = read.get("bottleneck", "")
        return {
            "search": read.get("search", ""),
            "kind": read.get("kind", ""),
            "bottleneck": Bottleneck.objects.filter(slug=slug).first() if slug else None,
        }

    @property
    def is_filtering(self) -> bool:
        return any(self.wanted().values())


class BottleneckForm(RecordForm):
    """A bottleneck of the vocabulary."""

    name = TextsFormField(
        label=pgettext_lazy("of a bottleneck", "Name"),
        max_length=150,
        help_text=_("Describe the obstacle in a few words."),
    )
    place = forms.ChoiceField(
        label=_("Where it arises"), choices=capitalised(Bottleneck.Place.choices), widget=forms.RadioSelect
    )


class TableForm(forms.Form):
    """A table to be taken in, and the study it comes from."""

    from_study = forms.ChoiceField(
        label=_("Known from the study"),
        required=False,
        help_text=_("Source of the rows that do not name their own."),
    )
    file = forms.FileField(label=_("File"), help_text=_("CSV or Excel (XLSX), at most 1 MB and 1,000 rows."))

    def __init__(self, *args: Any, studies: list[Study], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.studies = {str(study.pk): study for study in studies}
        choice_field(self, "from_study").choices = [
            *((key, study.reference) for key, study in self.studies.items()),
            ("", pgettext_lazy("study", "None of these")),
        ]
        self.initial.setdefault("from_study", next(iter(self.studies), ""))

    def clean_file(self) -> Sheet:
        file = self.cleaned_data["file"]
        try:
            if file.size > LIMITS.bytes:
                raise UnreadableTable(Unreadable.TOO_LARGE)
            return child.run(read_table, file.read(), seconds=10, megabytes=1000)
        except UnreadableTable as problem:
            raise forms.ValidationError(unreadable_message(problem, LIMITS)) from problem
        except child.UnableToFinish as problem:
            raise forms.ValidationError(unfinished_message(problem)) from problem

    @property
    def study(self) -> Study | None:
        return self.studies.get(self.cleaned_data.get("from_study", ""))

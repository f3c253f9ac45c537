"""A finding, the summary, and the note in place of a version."""

from __future__ import annotations

from typing import Any
from uuid import UUID, uuid4

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.evidence.queries import bottlenecks
from skaala.reports.models import Finding, Report
from skaala.reports.operations import FindingWords
from skaala.reports.queries import statements_to_rest_on
from skaala.series.presenters import naming
from skaala.ui.day_field import DayField
from skaala.ui.forms import TextsFormField
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement

LONGEST_TEXT = 5000
PARAGRAPHS = _("An empty line starts a new paragraph. Figures are added beside the text automatically.")


class _Statements(forms.ModelMultipleChoiceField):  # type: ignore[type-arg]  # takes none at run time
    def label_from_instance(self, obj: Statement) -> str:
        return f"{naming.ordinal(obj.board.event)}, {obj.number}: {obj.text}"


class FindingForm(forms.Form):
    """What a person writes of a finding; ``kind`` and statements only for one of their own."""

    kind = forms.ChoiceField(label=_("Kind of finding"), choices=Finding.Kind.choices)
    title = TextsFormField(
        label=_("The finding in one sentence"),
        rows=3,
        max_length=500,
        help_text=_("Quote statements in the language they were written in."),
    )
    text = TextsFormField(
        label=_("Comment"),
        rows=7,
        max_length=LONGEST_TEXT,
        required=False,
        help_text=PARAGRAPHS,
    )
    organisation = forms.CharField(
        label=_("Who takes the next step"),
        required=False,
        max_length=300,
        help_text=_("Organisations, never people."),
    )
    due = DayField(
        label=_("By when"),
        required=False,
    )
    bottleneck = forms.ModelChoiceField(
        label=_("Bottleneck it names"),
        queryset=bottlenecks(with_retired=True),
        required=False,
        empty_label=_("None of the list"),
        help_text=_(
            "Chosen from the same list as for support measures, so that the report shows where no support is offered."
        ),
    )
    source = forms.CharField(
        label=pgettext_lazy("of a finding", "Source"),
        required=False,
        max_length=500,
        help_text=_("For content that does not come from the workspaces: the study and the page."),
    )
    statements = _Statements(
        label=_("Statements it is based on"),
        queryset=Statement.objects.none(),
        required=False,
        widget=forms.SelectMultiple({"size": 10}),
        help_text=_("Their figures are added automatically. Choose several with Ctrl."),
    )
    others_hold = forms.BooleanField(
        label=_("The other languages say the same"),
        required=False,
        help_text=_("Tick this when you have read them and they need no change."),
    )
    memo = forms.CharField(
        label=_("Your memo"),
        required=False,
        max_length=LONGEST_TEXT,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("For yourself and your colleagues; it is never published."),
    )

    def __init__(self, *args: Any, report: Report, finding: Finding | None, **kwargs: Any) -> None:
        if finding is not None:
            kwargs["initial"] = {
                "title": finding.title,
                "text": finding.text,
                "organisation": finding.organisation,
                "due": finding.due,
                "source": finding.source,
                "bottleneck": finding.bottleneck_id,
                "memo": finding.memo,
                "statements": [supporting.statement_id for supporting in finding.supporting_statements.all()],
            }
        super().__init__(*args, **kwargs)
        if finding is not None:
            del self.fields["kind"]
        if finding is None or not finding.behind:
            del self.fields["others_hold"]
        if finding is not None and not finding.is_own:
            del self.fields["statements"], self.fields["source"]
        else:
            own: Any = self.fields["statements"]
            own.queryset = statements_to_rest_on(report)
        if finding is not None and finding.kind != Finding.Kind.NEXT_STEP:
            del self.fields["organisation"], self.fields["due"]

    def words(self) -> FindingWords:
        """Return what was written."""
        said = self.cleaned_data
        return FindingWords(
            title=said["title"],
            text=said["text"],
            memo=said["memo"],
            organisation=said.get("organisation", ""),
            due=said.get("due"),
            source=said.get("source", ""),
            bottleneck=said["bottleneck"],
            others_hold=said.get("others_hold", False),
        )


class SummaryForm(forms.Form):
    """The summary that stands before everything."""

    summary = TextsFormField(
        label=_("Summary"),
        rows=8,
        max_length=LONGEST_TEXT,
        required=False,
        help_text=_(
            "If you leave this empty, it is drafted from the figures and the first findings. An empty line begins a new paragraph."
        ),
    )


class PublishForm(forms.Form):
    """That quotations without a translation may go out."""

    with_untranslated = forms.BooleanField(
        label=_("Publish these quotations in the language they were written in."),
        error_messages={
            "required": _("Translate the quotations first, or tick that they may go out as they are.")
        },
    )


class WithdrawForm(forms.Form):
    """What stands in place of a version that is withdrawn."""

    note = TextsFormField(
        label=_("Note for readers"),
        rows=3,
        max_length=500,
        required=False,
        help_text=_("Do not say who this is about. If you leave this empty, the standard text is used."),
    )
    is_sure = forms.BooleanField(
        label=_("I have corrected the texts. Delete this version permanently."),
        error_messages={"required": _("Confirm that you want to delete this version.")},
    )


class OutcomeForm(forms.Form):
    """What the email about the report says; drafted from it, for a person to see to."""

    subject = TextsFormField(label=_("Subject"), max_length=200)
    body = TextsFormField(
        label=_("Message"),
        rows=12,
        max_length=10_000,
        help_text=_(
            "The link to the reader’s own page, which leads on to their statements, is added automatically. Markdown."
        ),
    )
    key = forms.UUIDField(widget=forms.HiddenInput)

    mark_optional = False

    def __init__(self, *args: Any, subject: Texts, body: Texts, **kwargs: Any) -> None:
        kwargs["initial"] = {"key": uuid4(), "subject": subject, "body": body}
        super().__init__(*args, **kwargs)

    def mailing_id(self) -> UUID:
        key: UUID = self.cleaned_data["key"]
        return key


class AskForm(forms.Form):
    """In which language the assistant is asked, and that the draft names nobody."""

    language = forms.ChoiceField(label=_("Language"))
    names_nobody = forms.BooleanField(
        label=_("I have read the draft in this language. It names no person."),
        error_messages={"required": _("Read the draft first: names of people may not be sent.")},
    )

    def __init__(self, *args: Any, languages: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        choices: Any = self.fields["language"]
        choices.choices = languages

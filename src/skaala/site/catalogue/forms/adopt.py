"""How far a municipality has come with an action: reported without an account."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.fields import InexactDateField, MunicipalityField
from skaala.catalogue.models import Action, Stage
from skaala.catalogue.operations import StageReport
from skaala.catalogue.presenters.adoptions import stage_choices
from skaala.catalogue.rules.stages import NEEDS_REASON
from skaala.evidence import queries as evidence
from skaala.evidence.models import Bottleneck
from skaala.ui.address_field import AddressField
from skaala.ui.languages import reader_language
from skaala.ui.texts import Texts
from skaala.ui.validators import no_control_characters


class StageForm(forms.Form):
    """A stage with its date, from whom, what was changed, and why it ended."""

    stage = forms.ChoiceField(label=_("How far have you come?"), widget=forms.RadioSelect)
    when = InexactDateField(label=_("Since when"))
    learned_from = MunicipalityField(
        label=_("From whom did you learn it?"),
        required=False,
        help_text=_("A municipality that does it or did it. Leave this empty if you found it yourselves."),
    )
    adapted = forms.CharField(
        label=_("What did you change?"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 3}),
        help_text=_("What you do differently from the description."),
    )
    reason = forms.ChoiceField(
        label=_("Why did it end?"),
        required=False,
        help_text=_("Needed if you declined or stopped. It tells others what to solve first."),
    )
    note = forms.CharField(
        label=_("Anything else others should know"),
        required=False,
        max_length=2000,
        widget=forms.Textarea({"rows": 2}),
    )
    evidence_url = forms.URLField(
        label=_("Link to a decision or a page"), required=False, max_length=500, assume_scheme="https"
    )
    units_reached = forms.IntegerField(label=_("Units reached"), required=False, min_value=0, max_value=9999)
    units_total = forms.IntegerField(label=_("Of how many"), required=False, min_value=1, max_value=9999)
    units = forms.CharField(
        label=_("Of what"),
        required=False,
        max_length=60,
        help_text=_("For example schools, if 3 of 12 schools do it."),
        validators=[no_control_characters],
    )

    def __init__(self, *args: Any, action: Action, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.action = action
        stage, reason = self.fields["stage"], self.fields["reason"]
        assert isinstance(stage, forms.ChoiceField)
        assert isinstance(reason, forms.ChoiceField)
        stage.choices = stage_choices()
        self.bottlenecks = {one.slug: one for one in evidence.bottlenecks()}
        reason.choices = [
            ("", gettext("Choose a reason")),
            *(
                (
                    str(Bottleneck.Place(place).label).capitalize(),
                    [(one.slug, str(one.name)) for one in self.bottlenecks.values() if one.place == place],
                )
                for place in Bottleneck.Place.values
            ),
        ]

    def report(self, *, reporter_email: str = "") -> StageReport:
        """Return what was said; a reason only where it ended."""
        read = self.cleaned_data
        language = reader_language()
        reason = self.bottlenecks.get(read["reason"]) if read["stage"] in NEEDS_REASON else None
        return StageReport(
            stage=read["stage"],
            when=read["when"],
            learned_from=read["learned_from"],
            adapted=Texts(**{language: read["adapted"]}),
            note=Texts(**{language: read["note"]}),
            reason=reason,
            evidence_url=read["evidence_url"],
            units_reached=read["units_reached"],
            units_total=read["units_total"],
            units=read["units"],
            reporter_email=reporter_email,
        )


class AdoptForm(StageForm):
    """The same from anybody: with the municipality, and an address for the editor's questions."""

    municipality = MunicipalityField(label=_("Your municipality"))
    reporter_email = AddressField(
        label=_("Your work email address"),
        required=False,
        max_length=254,
        help_text=_(
            "Only for the editor’s questions about this report. It is deleted when the report has been looked at, "
            "and after 90 days at the latest. It is never shown."
        ),
    )
    field_order = ["municipality"]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        stage = self.fields["stage"]
        assert isinstance(stage, forms.ChoiceField)
        # An interest has one form, which can also be answered later.
        stage.choices = [choice for choice in stage_choices() if choice[0] != Stage.INTERESTED]

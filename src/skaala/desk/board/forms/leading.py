"""Setting a board up and leading it: rules, questions, helpers, its list."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext as _now
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.desk.frame.forms import RecordForm, choice_field
from skaala.desk.frame.messages import capitalised
from skaala.desk.frame.own_words import OwnWordField
from skaala.series.models import WordList
from skaala.ui.forms import TextsFormField
from skaala.workshops import rules
from skaala.workshops.models import Board, OwnPromptSet, Prompt, Statement
from skaala.workshops.models.prompt_sets import PROMPT_SETS
from skaala.workshops.operations import BoardSettings


class SettingsForm(forms.Form):
    """How a board is led."""

    moderates_before = forms.BooleanField(
        label=_("I look at statements before others see them"),
        required=False,
        help_text=_("Otherwise they are shown at once, and you can hide them."),
    )
    hides_results = forms.BooleanField(
        label=_("Results are hidden until voting ends"),
        required=False,
        help_text=_("So that others’ votes do not influence anyone."),
    )
    welcomes_guests = forms.BooleanField(
        label=_("Guests may join with the code on the screen"), required=False
    )
    confirms_guests = forms.BooleanField(
        label=_("Guests’ votes count only once I admit them"),
        required=False,
        help_text=_(
            "Guests can vote at once in any case. If you leave this unticked, everyone who joins with the code is counted at once, as long as there is room for guests."
        ),
    )
    guest_extra = forms.IntegerField(
        label=_("Guests beyond the confirmed participants"),
        min_value=0,
        max_value=5000,
        initial=rules.GUEST_EXTRA,
        help_text=_("At most so many people more are counted than have a confirmed place."),
    )
    own_words = forms.CharField(
        label=_("Words that hold a statement until you have looked at it"),
        required=False,
        max_length=4000,
        help_text=_(
            "Beginnings of words, one on each line, beside the lists of insults that are always used. A minus sign before a word takes it off them."
        ),
        widget=forms.Textarea({"rows": 3}),
    )

    def settings(self) -> BoardSettings:
        return BoardSettings(**{name: self.cleaned_data[name] for name in SettingsForm.base_fields})


class SetUpForm(SettingsForm):
    """The questions and rules of a new board."""

    field_order = ["prompt_set"]

    prompt_set = forms.ChoiceField(
        label=_("Questions"),
        choices=[(key, ready.label) for key, ready in PROMPT_SETS.items()],
        widget=forms.RadioSelect,
        help_text=_("You can change them afterwards."),
    )

    def __init__(self, *args: Any, own_sets: Sequence[OwnPromptSet], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.own_sets = {f"own-{one.pk}": one for one in own_sets}
        field: Any = self.fields["prompt_set"]
        field.choices = [*((key, str(one.name)) for key, one in self.own_sets.items()), *field.choices]

    def own_set(self) -> OwnPromptSet | None:
        """Return the organisation's own set that was chosen; None if it is a ready-made one."""
        return self.own_sets.get(self.cleaned_data["prompt_set"])


class KeepPromptsForm(forms.Form):
    """What the questions of a workspace are to be called among the organisation's own sets."""

    name = TextsFormField(label=_("Name of the set"), max_length=100)


class PromptForm(RecordForm):
    """One question."""

    kind = forms.ChoiceField(label=_("Type"), choices=capitalised(Prompt.Kind.choices))
    question = TextsFormField(label=_("Question"), max_length=200)
    hint = TextsFormField(label=_("Hint"), max_length=300, required=False)
    perspective = OwnWordField(WordList.PERSPECTIVES, label=_("For which perspective"))
    order = forms.IntegerField(
        label=_("Place in the list"),
        min_value=1,
        max_value=99,
        required=False,
        help_text=_("If you leave this empty, it comes last."),
    )

    def __init__(self, *args: Any, record: Prompt, **kwargs: Any) -> None:
        super().__init__(*args, record=record, initial={"order": record.order or None}, **kwargs)

    def clean_order(self) -> int:
        return int(self.cleaned_data["order"] or 0)


class InviteForm(forms.Form):
    """For whom a co-facilitator's link is."""

    label = forms.CharField(
        label=_("For whom the link is"),
        max_length=80,
        help_text=_(
            "So that you know which link to withdraw. A role is enough, for example: second facilitator."
        ),
        error_messages={"required": _("Write for whom the link is.")},
    )


class ListForm(forms.Form):
    """Searching the facilitator's list of statements."""

    mark_optional = False

    search = forms.CharField(label=_("Search"), max_length=100, required=False)
    prompt = forms.ChoiceField(label=_("Question"), required=False)
    state = forms.ChoiceField(
        label=pgettext_lazy("of a statement", "State"),
        choices=[("", _("All")), *capitalised(Statement.State.choices)],
        required=False,
    )

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        questions = [(str(prompt.pk), str(prompt.question)) for prompt in board.prompts.all()]
        choice_field(self, "prompt").choices = [("", _now("All")), *questions]

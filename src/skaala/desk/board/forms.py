"""Forms of the facilitator: setting a board up, its questions, seeding and correcting statements."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, timedelta
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from skaala.desk.frame.forms import RecordForm
from skaala.desk.frame.messages import capitalised
from skaala.series.models import Event
from skaala.ui.forms import TextsFormField
from skaala.ui.languages import LANGUAGE_CHOICES
from skaala.ui.offered import offered_choices
from skaala.workshops import rules
from skaala.workshops.formats import FORMATS
from skaala.workshops.messages.refusals import refusal_message
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
    perspective = forms.ChoiceField(
        label=_("For which perspective"), choices=capitalised(Event.Perspective.choices)
    )
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


class _OfBoard(forms.Form):
    """A form that chooses one of the board's questions."""

    def __init__(self, *args: Any, board: Board, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        field: Any = self.fields["prompt"]
        field.choices = [
            (str(prompt.pk), f"{prompt.get_kind_display()}: {prompt.question}")
            for prompt in board.prompts.all()
        ]


class SeedForm(_OfBoard):
    """Many statements at once, a line each."""

    prompt = forms.ChoiceField(label=_("Question"))
    lines = forms.CharField(
        label=_("Statements, one on each line"),
        widget=forms.Textarea({"rows": 10}),
        error_messages={"required": _("Write at least one line.")},
    )
    source = forms.ChoiceField(
        label=_("Whose text is it?"),
        choices=[
            (Statement.Source.ROOM.value, _("The room’s: paper cards, or the chat of the call")),
            (Statement.Source.SEED.value, _("Mine, to begin with")),
        ],
        widget=forms.RadioSelect,
        initial=Statement.Source.ROOM.value,
    )


class EditForm(_OfBoard):
    """The words of one statement."""

    text = forms.CharField(label=_("Statement"), max_length=rules.LONGEST, widget=forms.Textarea({"rows": 3}))
    language = forms.ChoiceField(label=_("Language"), choices=LANGUAGE_CHOICES)
    prompt = forms.ChoiceField(label=_("Question"))

    def clean_text(self) -> str:
        try:
            return rules.clean_statement(self.cleaned_data["text"])
        except rules.UnableToAct as problem:
            raise forms.ValidationError(refusal_message(problem)) from problem


class SplitForm(forms.Form):
    """The parts of a statement that says several things."""

    parts = forms.CharField(
        label=_("Parts, one on each line"),
        widget=forms.Textarea({"rows": 4}),
        help_text=_("The parts start without votes."),
        error_messages={"required": _("Write at least two parts, each on a line of its own.")},
    )


class SplitRoomForm(forms.Form):
    """Into how many small groups, and how people get there."""

    count = forms.IntegerField(label=_("How many groups"), min_value=2, max_value=rules.MOST_GROUPS)
    way = forms.ChoiceField(
        label=_("Who goes where"),
        choices=[
            ("drawn", _("By lot, towns of all sizes in each group")),
            ("chosen", _("I say it aloud, and everyone chooses their group in the workspace")),
        ],
        widget=forms.RadioSelect,
    )
    names = forms.CharField(
        label=_("Names of the groups, one on each line"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        max_length=2000,
        help_text=_("If you leave this empty, they are numbered."),
    )
    places = forms.CharField(
        label=_("Where the groups meet, one on each line in the same order"),
        widget=forms.Textarea({"rows": 3}),
        required=False,
        max_length=20_000,
        help_text=_(
            "A room, or the link of a call that begins with https://. Each person sees it first in their group."
        ),
    )
    minutes = forms.IntegerField(
        label=_("Minutes for the groups"),
        min_value=1,
        max_value=240,
        required=False,
        help_text=_("The timer runs on the screen and on phones. One that runs now is replaced."),
    )

    def ends(self, *, now: datetime) -> datetime | None:
        """Return when the groups end, if that was said."""
        minutes = self.cleaned_data["minutes"]
        return now + timedelta(minutes=minutes) if minutes else None


class TranslationsForm(forms.Form):
    """The words of one statement in the other languages."""

    def __init__(self, *args: Any, statement: Statement, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {each.language: each for each in statement.root.translations.all()}
        for code, name in offered_choices():
            if code != statement.language:
                self.fields[f"to_{code}"] = forms.CharField(
                    label=name,
                    required=False,
                    max_length=2 * rules.LONGEST,
                    initial=held[code].text if code in held else "",
                    widget=forms.Textarea({"rows": 3, "lang": code}),
                )

    def texts(self) -> dict[str, str]:
        """Return what was written, by language."""
        return {name.removeprefix("to_"): text for name, text in self.cleaned_data.items()}


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


class _SeveralFiles(forms.FileInput):
    allow_multiple_selected = True


class _FilesField(forms.FileField):
    widget = _SeveralFiles

    def clean(self, data: Any, initial: Any = None) -> Any:
        many = data if isinstance(data, list | tuple) else [data] if data else []
        if not many:
            raise forms.ValidationError(self.error_messages["required"], code="required")
        return [super(_FilesField, self).clean(each, initial) for each in many]


class TakeInForm(forms.Form):
    """The files of a conversation from elsewhere."""

    chosen = _FilesField(
        label=_("Files"),
        help_text=_(
            "A Polis set as one ZIP file or its CSV files (comments, votes or participants-votes), or a workspace exported from Skaala as ZIP, Excel or JSON. JSON alone keeps the questions and translations."
        ),
        widget=_SeveralFiles({"accept": ",".join([".csv", *(f".{each.ending}" for each in FORMATS)])}),
        error_messages={"required": _("Choose at least one file."), "empty": _("The file is empty.")},
    )
    source = forms.CharField(
        label=_("Where it comes from"),
        max_length=300,
        help_text=_(
            "Shown on each page of the workspace: who arranged the conversation and when, and the terms for showing it."
        ),
        error_messages={"required": _("Write where the conversation comes from.")},
    )
    sign = forms.ChoiceField(
        label=_("Which sign means agree"),
        choices=[
            ("", _("Detect it from the sums in the files")),
            ("1", _("1 is agree, as in exported files")),
            ("-1", _("-1 is agree, as Polis keeps votes inside")),
        ],
        required=False,
    )

    def contents(self) -> dict[str, bytes]:
        """Return the files by name."""
        return {each.name: each.read() for each in self.cleaned_data["chosen"]}

    def turned(self) -> bool | None:
        """Say whether -1 means agree; None to recognise it."""
        return {"": None, "1": False, "-1": True}[self.cleaned_data["sign"]]


class ListForm(forms.Form):
    """Searching the facilitator's list of statements."""

    mark_optional = False

    search = forms.CharField(label=_("Search"), max_length=100, required=False)
    state = forms.ChoiceField(
        label=pgettext_lazy("of a statement", "State"),
        choices=[("", _("All")), *capitalised(Statement.State.choices)],
        required=False,
    )

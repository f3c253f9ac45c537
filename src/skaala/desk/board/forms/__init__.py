"""Forms of the facilitator."""

from __future__ import annotations

from skaala.desk.board.forms.files import TakeInForm
from skaala.desk.board.forms.groups import SplitRoomForm
from skaala.desk.board.forms.leading import (
    InviteForm,
    KeepPromptsForm,
    ListForm,
    PromptForm,
    SettingsForm,
    SetUpForm,
)
from skaala.desk.board.forms.statements import EditForm, SeedForm, SplitForm, TranslationsForm

__all__ = [
    "EditForm",
    "InviteForm",
    "KeepPromptsForm",
    "ListForm",
    "PromptForm",
    "SeedForm",
    "SetUpForm",
    "SettingsForm",
    "SplitForm",
    "SplitRoomForm",
    "TakeInForm",
    "TranslationsForm",
]

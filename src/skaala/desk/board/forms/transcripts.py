"""The transcript of a call: its file, and the question that what was said answers."""

from __future__ import annotations

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.announcement.files import LARGEST_FILE
from skaala.desk.board.forms.statements import OfBoard


class TranscriptForm(forms.Form):
    """The file, and the organiser's word that people knew of the recording."""

    file = forms.FileField(
        label=_("Transcript of the call"),
        help_text=_("As Teams or Zoom gives it: VTT or DOCX, at most 10 MB."),
        widget=forms.FileInput({"accept": ".vtt,.docx,.txt"}),
        error_messages={"required": _("Choose a file."), "empty": _("The file is empty.")},
    )
    were_informed = forms.BooleanField(
        label=_("Those in the call knew that it was recorded and what the recording is for"),
        error_messages={
            "required": _(
                "Tick this, or leave the transcript out: what was said without knowing it cannot be used."
            )
        },
    )

    def clean_file(self) -> object:
        if self.cleaned_data["file"].size > LARGEST_FILE:
            raise forms.ValidationError(_("The file is larger than 10 MB. Cut the transcript into parts."))
        return self.cleaned_data["file"]


class TakeForm(OfBoard):
    """The question that the ticked sentences answer."""

    prompt = forms.ChoiceField(label=_("Question"), help_text=_("All that you tick answers this question."))

"""How an organisation presents its pages and emails."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.desk.frame.forms import RecordForm
from skaala.people.models import Face
from skaala.registration.rules import holds_link
from skaala.ui.forms import TextsFormField
from skaala.ui.texts import Texts


class FaceForm(RecordForm):
    """Sender, footer and imprint."""

    sender_name = TextsFormField(
        label=_("Sender’s name"),
        max_length=60,
        required=False,
        help_text=_(
            "Shown in the reader’s mailbox as the sender. The address stays the service’s own, so that emails are not taken for forged ones."
        ),
    )
    reply_address = forms.EmailField(
        label=_("Reply address"),
        max_length=254,
        required=False,
        help_text=_(
            "Answers to the emails of all your series go here. If you leave this empty, they go to the contact of each series. A new address is used once it has been confirmed from its own mailbox."
        ),
    )
    footer = TextsFormField(
        label=_("Footer"),
        rows=3,
        max_length=500,
        required=False,
        help_text=_("A few words at the end of each email and public page."),
    )
    imprint = TextsFormField(
        label=_("Imprint"),
        rows=5,
        max_length=1000,
        required=False,
        help_text=_(
            "Who answers for the pages: the official name, the business ID, the postal address, the telephone number."
        ),
    )

    def __init__(self, *args: Any, record: Face, **kwargs: Any) -> None:
        initial = {"reply_address": record.asked_reply_to or record.reply_to}
        super().__init__(*args, record=record, initial=initial, **kwargs)

    def clean_sender_name(self) -> Texts:
        texts: Texts = self.cleaned_data["sender_name"]
        for text in texts.as_dict().values():
            if "@" in text or holds_link(text) or not text.isprintable():
                raise forms.ValidationError(
                    _("“%(name)s” looks like an address. Write the name of the organisation only."),
                    params={"name": text},
                )
        return texts

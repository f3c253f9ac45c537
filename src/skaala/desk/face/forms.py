"""How an organisation presents its pages and emails."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django import forms
from django.utils.formats import number_format
from django.utils.translation import gettext_lazy as _

from skaala.desk.face.messages import PROBLEMS
from skaala.desk.frame.forms import LONG, RecordForm
from skaala.people.models import Face
from skaala.people.rules import colours
from skaala.registration.rules import holds_link
from skaala.ui import child
from skaala.ui.address_field import AddressField
from skaala.ui.child_messages import unfinished_message
from skaala.ui.colour_field import ColourInput
from skaala.ui.forms import TextsFormField
from skaala.ui.pictures import MOST_BYTES, Picture, UnusablePicture, read_picture
from skaala.ui.texts import Texts

SECONDS, MEGABYTES = 15, 4000


@dataclass
class Section:
    """Some of the fields, about one subject."""

    key: str
    title: Any
    hint: Any
    fields: list[forms.BoundField]
    is_open: bool = False


SECTIONS = (
    (
        "emails",
        _("Sender of emails"),
        _("Whom the emails of your series come from, and where answers go."),
        ("sender_name", "reply_address"),
    ),
    (
        "look",
        _("Logo and colours"),
        _("At the top of emails and of the public pages of your series."),
        ("logo", "without_logo", "accent", "band"),
    ),
    (
        "foot",
        _("Footer and imprint"),
        _("At the end of each email and public page."),
        ("footer", "imprint"),
    ),
    (
        "front",
        _("Front page of the organisation"),
        _("It shows your public series and their reports too, and each of their pages leads there."),
        ("introduction", "contact"),
    ),
    (
        "statements",
        _("Privacy notices and accessibility statements"),
        _(
            "Each series has a privacy notice and an accessibility statement of its own. What you write here is added to all of them."
        ),
        ("privacy", "accessibility"),
    ),
)
"""What the page asks, by subject."""


class ColourField(forms.CharField):
    """A colour as #rrggbb, or nothing."""

    def __init__(self, *, usual: str, **kwargs: Any) -> None:
        super().__init__(required=False, max_length=20, widget=ColourInput(default=usual), **kwargs)

    def clean(self, value: Any) -> str:
        written: str = super().clean(value)
        colour = colours.as_colour(written) if written else ""
        if written and not colour:
            raise forms.ValidationError(
                _("Write the colour as # and six digits or letters a–f, for example #0b5a4a.")
            )
        return colour


class FaceForm(RecordForm):
    """What an organisation says about who it is, and how it looks."""

    sender_name = TextsFormField(
        label=_("Sender’s name"),
        max_length=60,
        required=False,
        help_text=_(
            "Shown in the reader’s mailbox as the sender. The address stays the service’s own, so that emails are not taken for forged ones."
        ),
    )
    reply_address = AddressField(
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

    introduction = TextsFormField(
        label=_("Who we are"),
        rows=8,
        max_length=LONG,
        required=False,
        help_text=_("At the top of your front page. Markdown."),
    )
    contact = TextsFormField(
        label=_("Contact details"),
        rows=3,
        max_length=1000,
        required=False,
        help_text=_("How you can be reached: names, addresses, telephone numbers."),
    )
    privacy = TextsFormField(
        label=_("Addition to the privacy notices"),
        rows=5,
        max_length=LONG,
        required=False,
        help_text=_("Where your organisation does something that the notices do not say. Markdown."),
    )
    accessibility = TextsFormField(
        label=_("Addition to the accessibility statements"),
        rows=5,
        max_length=LONG,
        required=False,
        help_text=_("For example how you can be reached with questions about accessibility. Markdown."),
    )
    logo = forms.FileField(
        label=_("New logo"),
        required=False,
        help_text=_(
            "PNG, JPEG, WebP, GIF or SVG, at most 2 MB. We make a PNG of it, at most 640 × 240 pixels."
        ),
        widget=forms.FileInput({"accept": ".png,.jpg,.jpeg,.webp,.gif,.svg"}),
    )
    without_logo = forms.BooleanField(label=_("Remove the logo"), required=False)
    accent = ColourField(
        usual=colours.USUAL_ACCENT,
        label=_("Colour of links and buttons"),
        help_text=_(
            "As in your graphic guidelines, for example #0b5a4a. It is made lighter for dark screens."
        ),
    )
    band = ColourField(
        usual=colours.USUAL_BAND,
        label=_("Colour behind headings"),
        help_text=_("Headings on it are white, in emails too. For example #0b4a3e."),
    )

    def __init__(self, *args: Any, record: Face, **kwargs: Any) -> None:
        initial = {"reply_address": record.asked_reply_to or record.reply_to}
        super().__init__(*args, record=record, initial=initial, **kwargs)
        if not record.logo_width:
            del self.fields["without_logo"]

    def sections(self) -> list[Section]:
        """Return the fields by what they are about; sections with errors are open, and the first."""
        made = [
            Section(key, title, hint, [self[name] for name in names if name in self.fields])
            for key, title, hint, names in SECTIONS
        ]
        for section in made:
            section.is_open = any(field.errors for field in section.fields)
        made[0].is_open |= not self.errors
        return made

    def clean_logo(self) -> Picture | None:
        given = self.cleaned_data["logo"]
        if given is None:
            return None
        if given.size > MOST_BYTES:
            raise forms.ValidationError(_("The file is larger than 2 MB. Save the logo smaller."))
        try:
            return child.run(read_picture, given.read(), seconds=SECONDS, megabytes=MEGABYTES)
        except UnusablePicture as unusable:
            raise forms.ValidationError(PROBLEMS[unusable.problem]) from None
        except child.UnableToFinish as problem:
            raise forms.ValidationError(unfinished_message(problem)) from problem

    def look(self) -> dict[str, Any]:
        """Return the logo that was sent, if one was, and whether there shall be none."""
        return {
            "logo": self.cleaned_data["logo"],
            "without_logo": bool(self.cleaned_data.get("without_logo")),
        }

    def clean_sender_name(self) -> Texts:
        texts: Texts = self.cleaned_data["sender_name"]
        for text in texts.as_dict().values():
            if "@" in text or holds_link(text) or not text.isprintable():
                raise forms.ValidationError(
                    _("“%(name)s” looks like an address. Write the name of the organisation only."),
                    params={"name": text},
                )
        return texts

    def clean_accent(self) -> str:
        accent: str = self.cleaned_data["accent"]
        if accent and (nearest := colours.nearest_accent(accent)) != accent:
            raise forms.ValidationError(
                _(
                    "%(colour)s is too light to read on the pages: its contrast is %(found)s : 1, and text needs 4.5 : 1. Choose a darker one. The nearest that can be read is %(nearest)s."
                ),
                params=_params(accent, colours.least_contrast_of_accent(accent), nearest),
            )
        return accent

    def clean_band(self) -> str:
        band: str = self.cleaned_data["band"]
        if band and (nearest := colours.nearest_band(band)) != band:
            raise forms.ValidationError(
                _(
                    "White words on %(colour)s are hard to read: their contrast is %(found)s : 1, and text needs 4.5 : 1. Choose a darker one. The nearest that can be read is %(nearest)s."
                ),
                params=_params(band, colours.least_contrast_of_band(band), nearest),
            )
        return band


def _params(colour: str, found: float, nearest: str) -> dict[str, str]:
    # Rounded down, so that nobody reads of 4.5 that is not enough.
    return {"colour": colour, "found": number_format(int(found * 10) / 10, 1), "nearest": nearest}

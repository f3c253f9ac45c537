"""Why a statement was held for the facilitator, in words for its author and for the facilitator."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.workshops.rules.attention import Concern


def concern_words(held_for: str) -> list[str]:
    """
    Return the reasons in the active language.

    A name is told as what it looks like: nobody learns who has registered.

    :param held_for: as it is kept with the statement
    """
    words = {
        Concern.PHONE: _("It seems to have a phone number."),
        Concern.IDENTITY_CODE: _("It seems to have a personal identity code."),
        Concern.LINK: _("It has a link or an email address."),
        Concern.ADDRESS: _("It seems to have a street address."),
        Concern.NAME: _("It seems to name a person."),
        Concern.WORD: _("It has a word that can offend."),
    }
    return [words[Concern(each)] for each in held_for.split(",") if each]

"""Changing how an organisation presents its pages and emails. A reply address is used once its own mailbox has confirmed it."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from skaala.people.models import Face, Logo
from skaala.ui.pictures import Picture

ASKED = "people.reply_address"


class NothingAsked(Exception):
    """No address waits to be confirmed by this email any more."""


@transaction.atomic
def save_face(
    *,
    face: Face,
    reply_to: str,
    language: str,
    now: datetime,
    logo: Picture | None = None,
    without_logo: bool = False,
) -> bool:
    """
    Save the face of an organisation.

    :param reply_to: where answers shall go; a new address gets an email, and until it is confirmed the one before is used
    :param logo: a new one; None for the one there is
    :returns: whether an email asks for the confirmation
    """
    face.save()
    change_logo(face=face, logo=logo, without_logo=without_logo)
    if reply_to == face.asked_reply_to and face.asked_email_id:
        return False
    face.asked_reply_to, face.asked_email = "", None
    is_new = bool(reply_to) and reply_to != face.reply_to
    if is_new:
        _ask(face, reply_to, language, now)
    elif not reply_to:
        face.reply_to = ""
    face.save()
    return is_new


@transaction.atomic
def ask_reply_address_again(*, face: Face, language: str, now: datetime) -> None:
    """
    Send the email once more that asks for the confirmation of the reply address; the one before no longer works.

    :raises NothingAsked: if none waits for it
    """
    if not face.asked_reply_to:
        raise NothingAsked
    _ask(face, face.asked_reply_to, language, now)
    face.save()


@transaction.atomic
def confirm_reply_address(*, email: Email) -> Face:
    """
    Use the reply address that ``email`` asked for from now on.

    :raises NothingAsked: if it has been confirmed already, or another address is asked for since
    """
    face = Face.objects.select_for_update(of=("self",)).filter(asked_email=email).first()
    if face is None:
        raise NothingAsked
    face.reply_to, face.asked_reply_to, face.asked_email = face.asked_reply_to, "", None
    face.save()
    return face


def change_logo(*, face: Face, logo: Picture | None, without_logo: bool) -> None:
    """Give an organisation a new logo, if there is one, or take it away, or leave it as it is."""
    if logo is not None:
        save_logo(face=face, picture=logo)
    elif without_logo:
        remove_logo(face=face)


@transaction.atomic
def save_logo(*, face: Face, picture: Picture) -> None:
    """Give an organisation a logo, in place of the one before."""
    face.logo_width, face.logo_height = picture.width, picture.height
    face.save()
    Logo.objects.update_or_create(face=face, defaults={"content": picture.content, "small": picture.small})


@transaction.atomic
def remove_logo(*, face: Face) -> None:
    """Take an organisation's logo away."""
    face.logo_width = face.logo_height = 0
    face.save()
    Logo.objects.filter(face=face).delete()


def _ask(face: Face, address: str, language: str, now: datetime) -> None:
    face.asked_reply_to = address
    # The owner has typed the address; whose it is nobody knows yet.
    face.asked_email = queue_email(
        kind=ASKED, to_address=address, to_name="", language=language, now=now, is_unconfirmed=True
    )

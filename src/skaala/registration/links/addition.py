"""The link by which somebody who has registered adds events that they asked for again on the form: signed, never stored."""

from __future__ import annotations

import uuid
from collections.abc import Sequence

from django.core.signing import BadSignature, Signer

from skaala.registration.links.personal import InvalidLink
from skaala.registration.models import Registration
from skaala.registration.rules import Choice

_signer = Signer(salt="skaala.addition", sep="~")


def make_token(registration: Registration, choices: Sequence[Choice]) -> str:
    """Return the token for adding these events and nothing else; it ends when the person's link is replaced."""
    asked = [f"{choice.event_id}-{choice.mode}" for choice in choices]
    return _signer.sign(".".join([registration.pk.hex, str(registration.generation), *asked]))


def read_token(token: str) -> tuple[Registration, list[Choice]]:
    """
    Return whose registration ``token`` is for, and what it adds.

    :raises InvalidLink: if it is for none, or the person's link has been replaced since
    """
    try:
        key, generation, *asked = _signer.unsign(token).split(".")
        pairs = [one.split("-") for one in asked]
        choices = [Choice(int(event_id), mode) for event_id, mode in pairs]
        wanted = {"pk": uuid.UUID(key), "generation": int(generation)}
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    registration = Registration.objects.select_related("series").filter(**wanted).first()
    if registration is None:
        raise InvalidLink
    return registration, choices

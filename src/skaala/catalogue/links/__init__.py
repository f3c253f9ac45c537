"""Links by which contacts answer without an account: signed, never stored, one purpose each."""

from __future__ import annotations

import uuid

from django.core.signing import BadSignature, Signer

from skaala.catalogue.models import ActionContact, FollowUp, Keeper

# Signer takes SECRET_KEY and, for reading, the old keys.
_follow_up = Signer(salt="skaala.follow-up", sep="~")
_contact = Signer(salt="skaala.action-contact", sep="~")
_keeper = Signer(salt="skaala.keeper", sep="~")


class InvalidLink(Exception):
    """The link is damaged, made up, or what it opened has ended."""


def follow_up_token(follow_up: FollowUp) -> str:
    """Return the token that opens one follow-up until it ends."""
    return _follow_up.sign(follow_up.pk.hex)


def read_follow_up(token: str) -> FollowUp:
    """
    Return the follow-up that ``token`` opens.

    :raises InvalidLink: if it opens none, or it has ended
    """
    try:
        identifier = uuid.UUID(_follow_up.unsign(token))
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    found = FollowUp.objects.select_related("action", "step", "municipality").defer("action__search")
    follow_up = found.filter(pk=identifier, ended_on__isnull=True).first()
    if follow_up is None:
        raise InvalidLink
    return follow_up


def contact_token(contact: ActionContact) -> str:
    """Return the token by which a contact says that all is still so; a new address ends it."""
    return _contact.sign(f"{contact.pk.hex}.{contact.generation}")


def read_contact(token: str) -> ActionContact:
    """
    Return the contact that ``token`` opens, with the action.

    :raises InvalidLink: if it opens none, or the contact has been deleted or changed
    """
    try:
        identifier, generation = _contact.unsign(token).split(".")
        key, number = uuid.UUID(identifier), int(generation)
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    found = ActionContact.objects.select_related("action").defer("action__search")
    contact = found.filter(pk=key, generation=number).first()
    if contact is None:
        raise InvalidLink
    return contact


def keeper_token(keeper: Keeper) -> str:
    """Return the token that opens the page of a municipality for its keeper; a replaced link ends it."""
    return _keeper.sign(f"{keeper.pk.hex}.{keeper.generation}")


def read_keeper(token: str) -> Keeper:
    """
    Return the keeper whose page ``token`` opens, with the municipality.

    :raises InvalidLink: if it opens none, or the keeper has been deleted, replaced, or no editor has agreed
    """
    try:
        identifier, generation = _keeper.unsign(token).split(".")
        key, number = uuid.UUID(identifier), int(generation)
    except (BadSignature, ValueError) as error:
        raise InvalidLink from error
    found = Keeper.objects.select_related("municipality__region")
    keeper = found.filter(pk=key, generation=number, agreed_on__isnull=False).first()
    if keeper is None:
        raise InvalidLink
    return keeper

"""
Passkeys (WebAuthn, level 2): adding one, and knowing somebody by one.

Each is kept on the device itself (resident key) and asks for a finger, a face or a PIN (user verification), so it stands for password and
second factor together. A challenge works once, within a few minutes, for the host on which it was asked for.
"""

from __future__ import annotations

import hashlib
import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.db import IntegrityError, transaction
from fido2.server import Fido2Server
from fido2.webauthn import (
    AttestedCredentialData,
    AuthenticationResponse,
    PublicKeyCredentialRpEntity,
    PublicKeyCredentialUserEntity,
    RegistrationResponse,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from skaala.people.models import Account, Passkey
from skaala.people.queries import has_second_factor, requires_second_factor

MOST = 20  # of one account
LONGEST_ANSWER = 20_000
LONGEST_ID = 1023  # WebAuthn's own limit
NAME = "Skaala"
ALGORITHMS = {-7, -8, -257}  # ES256, EdDSA, RS256: what devices have


class PasskeyRefused(Exception):
    """What a browser sent is not an answer to what it was asked, or the key is nobody's."""


class TooManyPasskeys(Exception):
    """The account has as many as it may."""


class LastFactor(Exception):
    """An organisation requires a second factor, and this passkey is the only one."""


@dataclass(frozen=True)
class Place:
    """Where a passkey is used: the host's name, and the whole origin of its pages."""

    host: str
    origin: str


@dataclass(frozen=True)
class Question:
    """What a browser is asked (in JSON), and the challenge in it, which the answer has to sign."""

    options: dict[str, Any]
    challenge: str


def ask_for_new(*, account: Account, place: Place) -> Question:
    """Return what a browser is asked for a new passkey; devices that have one already are left out."""
    user = PublicKeyCredentialUserEntity(
        id=_handle(account), name=account.email, display_name=account.name or account.email
    )
    options, state = _server(place).register_begin(
        user,
        credentials=[_public(one) for one in account.passkeys.all()],
        resident_key_requirement=ResidentKeyRequirement.REQUIRED,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return Question(dict(options), state["challenge"])


@transaction.atomic
def add_passkey(
    *, account: Account, place: Place, challenge: str, answer: str, name: str, now: datetime
) -> Passkey:
    """
    Keep a new passkey.

    :raises PasskeyRefused: if the answer is none to this challenge, or the key is known already
    :raises TooManyPasskeys: if the account has enough of them
    """
    Account.objects.select_for_update(no_key=True).get(pk=account.pk)
    if account.passkeys.count() >= MOST:
        raise TooManyPasskeys
    if not challenge:
        raise PasskeyRefused
    try:
        response = RegistrationResponse.from_dict(_read(answer))
        given = _server(place).register_complete(_state(challenge), response)
        credential = given.credential_data
    except Exception as error:  # a browser can send anything, and each part of it fails in its own way
        raise PasskeyRefused from error
    if credential is None or not 0 < len(credential.credential_id) <= LONGEST_ID:
        raise PasskeyRefused
    try:
        with transaction.atomic():
            return Passkey.objects.create(
                account=account,
                name=name,
                credential_id=credential.credential_id,
                public=bytes(credential),
                sign_count=given.counter,
                created_at=now,
            )
    except IntegrityError:
        raise PasskeyRefused from None


def ask_for_sign_in(*, place: Place) -> Question:
    """Return what a browser is asked to sign in; it offers the passkeys that it has for this host."""
    options, state = _server(place).authenticate_begin(user_verification=UserVerificationRequirement.REQUIRED)
    return Question(dict(options), state["challenge"])


@transaction.atomic
def account_by_passkey(*, place: Place, challenge: str, answer: str, now: datetime) -> Account:
    """
    Return whose passkey has answered a challenge; the account may be closed.

    :raises PasskeyRefused: if none of those we know has
    """
    if not challenge:
        raise PasskeyRefused
    try:
        response = AuthenticationResponse.from_dict(_read(answer))
        credential_id, handle = bytes(response.raw_id), response.response.user_handle
    except Exception as error:  # as above
        raise PasskeyRefused from error
    held = Passkey.objects.select_for_update().filter(credential_id=credential_id).first()
    # The device says whose the key is, too: both must agree.
    if held is None or handle is None or bytes(handle) != _handle(held.account):
        raise PasskeyRefused
    try:
        _server(place).authenticate_complete(_state(challenge), [_public(held)], response)
    except Exception as error:  # as above
        raise PasskeyRefused from error
    count = response.response.authenticator_data.counter
    if (count or held.sign_count) and count <= held.sign_count:
        raise PasskeyRefused  # somebody has a copy of the key
    held.sign_count, held.used_at = count, now
    held.save(update_fields=["sign_count", "used_at"])
    return held.account


def rename_passkey(*, passkey: Passkey, name: str) -> None:
    """Give a passkey another name."""
    passkey.name = name
    passkey.save(update_fields=["name"])


@transaction.atomic
def remove_passkey(*, passkey: Passkey) -> None:
    """
    Forget a passkey: it signs nobody in any more.

    :raises LastFactor: if an organisation requires a second factor and there is no other
    """
    account = Account.objects.select_for_update(no_key=True).get(pk=passkey.account_id)
    is_last = not account.passkeys.exclude(pk=passkey.pk).exists() and not has_second_factor(account)
    if is_last and requires_second_factor(account):
        raise LastFactor
    passkey.delete()


def remove_passkeys(*, account: Account) -> None:
    """Forget all passkeys of somebody who has lost them."""
    account.passkeys.all().delete()


def _server(place: Place) -> Fido2Server:
    rp = PublicKeyCredentialRpEntity(id=place.host, name=NAME)
    server = Fido2Server(rp, verify_origin=lambda origin: origin == place.origin)
    server.allowed_algorithms = [one for one in server.allowed_algorithms if one.alg in ALGORITHMS]
    return server


def _state(challenge: str) -> dict[str, Any]:
    return {"challenge": challenge, "user_verification": UserVerificationRequirement.REQUIRED}


def _handle(account: Account) -> bytes:
    # Says nothing of the person to whoever holds the device.
    return hashlib.sha256(f"skaala.passkey:{account.pk}".encode()).digest()


def _public(passkey: Passkey) -> AttestedCredentialData:
    return AttestedCredentialData(bytes(passkey.public))


def _read(answer: str) -> dict[str, Any]:
    found = json.loads(answer) if len(answer) <= LONGEST_ANSWER else None
    if not isinstance(found, dict):
        raise PasskeyRefused
    return found

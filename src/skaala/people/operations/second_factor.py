"""The second factor: an authenticator app, and ten codes for the day on which the telephone is lost."""

from __future__ import annotations

import secrets
from datetime import datetime

from django.db import transaction
from django.utils.crypto import salted_hmac

from skaala.people.models import Account, RecoveryCode, SecondFactor
from skaala.people.operations.sealing import seal, unseal
from skaala.people.rules import totp

RECOVERY_CODES = 10
PURPOSE = "second-factor"


class WrongCode(Exception):
    """The code is not the present one, or has been used."""


def begin_second_factor(*, account: Account) -> bytes:
    """Return the secret of a second factor that is not confirmed yet; the same one until it is."""
    held = SecondFactor.objects.filter(account=account).first()
    if held is not None and held.confirmed_at is None:
        secret = _open(held)
        if secret is not None:
            return secret
    secret = secrets.token_bytes(20)
    if held is None:
        SecondFactor.objects.create(account=account, sealed=seal(PURPOSE, secret))
    elif held.confirmed_at is None:
        held.sealed = seal(PURPOSE, secret)
        held.save(update_fields=["sealed"])
    return secret


@transaction.atomic
def confirm_second_factor(*, account: Account, typed: str, now: datetime) -> list[str]:
    """
    Turn the second factor on.

    :returns: the recovery codes, which nobody can read again
    :raises WrongCode: if the app shows another code
    """
    held = SecondFactor.objects.select_for_update().filter(account=account, confirmed_at=None).first()
    if held is None:
        raise WrongCode
    _use(held, typed, now)
    held.confirmed_at = now
    held.save(update_fields=["confirmed_at"])
    return renew_recovery_codes(account=account)


@transaction.atomic
def renew_recovery_codes(*, account: Account) -> list[str]:
    """Return new recovery codes; those before no longer work."""
    codes = [f"{secrets.token_hex(2)}-{secrets.token_hex(3)}" for _one in range(RECOVERY_CODES)]
    account.recovery_codes.all().delete()
    RecoveryCode.objects.bulk_create(
        RecoveryCode(account=account, digest=_digest(account, one)) for one in codes
    )
    return codes


@transaction.atomic
def check_second_factor(*, account: Account, typed: str, now: datetime) -> None:
    """
    Take a code of the app, or a recovery code, which is then used up.

    :raises WrongCode: if it is neither
    """
    held = SecondFactor.objects.select_for_update().filter(account=account).exclude(confirmed_at=None).first()
    if held is None:
        raise WrongCode
    try:
        _use(held, typed, now)
    except WrongCode:
        used = account.recovery_codes.filter(digest=_digest(account, typed), used_at=None).update(used_at=now)
        if not used:
            raise


@transaction.atomic
def remove_second_factor(*, account: Account) -> None:
    """Turn the second factor off."""
    SecondFactor.objects.filter(account=account).delete()
    account.recovery_codes.all().delete()


def _use(held: SecondFactor, typed: str, now: datetime) -> None:
    secret = _open(held)
    step = None if secret is None else totp.matching_step(secret, typed, now=now, after=held.last_step)
    if step is None:
        raise WrongCode
    held.last_step = step
    held.save(update_fields=["last_step"])


def _open(held: SecondFactor) -> bytes | None:
    return unseal(PURPOSE, held.sealed)


def _digest(account: Account, typed: str) -> str:
    normal = typed.strip().lower().replace(" ", "")
    return salted_hmac(f"recovery-code:{account.pk}", normal, algorithm="sha256").hexdigest()

"""Closing accounts that nobody has used for a year, after two emails; a press on the page behind their link keeps one open."""

from __future__ import annotations

import logging
from collections import Counter
from datetime import datetime

from django.conf import settings
from django.db import transaction
from django.db.models import Q

from skaala.mail.operations import queue_email
from skaala.people.models import Account, UnusedAccount
from skaala.people.operations.members import LastOwner, close_account
from skaala.people.rules.unused import LAST_NOTICE, NOTICE, UNUSED_FOR, Notices, Step, step_due
from skaala.ui.languages import DEFAULT_LANGUAGE

log = logging.getLogger(__name__)
FIRST, SECOND = "people.unused_first", "people.unused_second"
LAST_OWNER = "people.unused_last_owner"


class AccountIsClosed(Exception):
    """It is too late to keep the account open."""


def close_unused_accounts(*, now: datetime) -> Counter[Step]:
    """
    Do what is due for each account that nobody uses, one transaction per account; done twice, it changes nothing more.

    :returns: how often what was done
    """
    before = now - UNUSED_FOR
    is_old = Q(last_login__lt=before) | Q(last_login=None, created_at__lt=before)
    found = Account.objects.filter(is_active=True).filter(is_old | Q(unused__first_at__isnull=False))
    return Counter(_one(account_id, now) for account_id in found.values_list("pk", flat=True).order_by("pk"))


@transaction.atomic
def keep_account(*, account: Account, now: datetime) -> None:
    """
    Note that somebody still wants their account; it counts as use.

    :raises AccountIsClosed: if it is closed
    """
    present = Account.objects.select_for_update().get(pk=account.pk)
    if not present.is_active:
        raise AccountIsClosed
    nothing = {"first_at": None, "second_at": None, "closes_at": None, "operator_informed_at": None}
    UnusedAccount.objects.update_or_create(account=present, defaults=nothing | {"kept_at": now})


def last_used(account: Account, unused: UnusedAccount | None) -> datetime:
    """Return when an account was last used: a sign-in, its creation, or a press that kept it open."""
    kept_at = unused.kept_at if unused else None
    return max(moment for moment in (account.last_login, account.created_at, kept_at) if moment)


def notices_of(unused: UnusedAccount | None) -> Notices:
    """Return what an account has been sent."""
    return Notices(unused.first_at, unused.second_at, unused.closes_at) if unused else Notices()


@transaction.atomic
def _one(account_id: int, now: datetime) -> Step:
    account = Account.objects.select_for_update().get(pk=account_id)
    if not account.is_active:
        return Step.NOTHING
    unused = UnusedAccount.objects.filter(account=account).first() or UnusedAccount(account=account)
    step = step_due(used_at=last_used(account, unused), notices=notices_of(unused), now=now)
    if step == Step.FORGET_NOTICES:
        unused.first_at = unused.second_at = unused.closes_at = unused.operator_informed_at = None
    elif step == Step.FIRST_EMAIL:
        unused.first_at, unused.closes_at = now, now + NOTICE
        _write(FIRST, account, now)
    elif step == Step.SECOND_EMAIL:
        # Later than announced where nothing ran for a while.
        unused.second_at, unused.closes_at = now, max(unused.closes_at or now, now + LAST_NOTICE)
        _write(SECOND, account, now)
    elif step == Step.CLOSE:
        return _close(account, unused, now)
    if step != Step.NOTHING:
        unused.save()
    return step


def _close(account: Account, unused: UnusedAccount, now: datetime) -> Step:
    try:
        close_account(account=account, now=now)
    except LastOwner as refusal:
        if unused.operator_informed_at is None:
            unused.operator_informed_at = now
            unused.save(update_fields=["operator_informed_at"])
            log.warning("an unused account is the only owner of %s and stays open", refusal.tenant.slug)
            if settings.OPERATOR_EMAIL:
                queue_email(
                    kind=LAST_OWNER,
                    to_address=settings.OPERATOR_EMAIL,
                    to_name=settings.OPERATOR_NAME,
                    language=DEFAULT_LANGUAGE,
                    now=now,
                )
        return Step.NOTHING
    return Step.CLOSE


def _write(kind: str, account: Account, now: datetime) -> None:
    queue_email(kind=kind, to_address=account.email, to_name=account.name, language=account.language, now=now)

"""
Sessions that rest on a directory: whoever is ended there loses them here within ten minutes.

The directory is asked for each session every few minutes (by its refresh token), or tells us itself (back-channel logout). While it does
not answer, sessions go on for an hour: its outage shall not end a workshop.
"""

from __future__ import annotations

import logging
from collections.abc import Sequence
from datetime import datetime, timedelta

from django.contrib.sessions.models import Session
from django.db import transaction
from django.db.models import QuerySet

from skaala.people.models import AccountSession, Directory, DirectoryIdentity, DirectorySession
from skaala.people.operations import openid
from skaala.people.operations.audit import note
from skaala.people.operations.sealing import seal, unseal
from skaala.people.operations.sessions import end_listed
from skaala.people.rules.directory import Person, Reason, Refused, check, ended_by

log = logging.getLogger(__name__)

ASKED_EVERY = timedelta(minutes=4)
GOES_ON_UNANSWERED_FOR = timedelta(hours=1)
TOKENS = "directory-tokens"  # a purpose of sealing
ENDED = "sign-in-ended-by-directory"


def note_directory_session(
    *,
    session_key: str,
    identity: DirectoryIdentity,
    person: Person,
    tokens: openid.Tokens,
    offer: openid.Offer,
    now: datetime,
) -> None:
    """Note that a session, which is listed, rests on a directory from now on."""
    DirectorySession.objects.update_or_create(
        session=AccountSession.objects.get(session_key=session_key),
        defaults={
            "identity": identity,
            "sid": person.session,
            "sealed_refresh_token": seal(TOKENS, tokens.refresh.encode()) if tokens.refresh else b"",
            "sealed_id_token": seal(TOKENS, tokens.identity.encode()),
            "sign_out_address": offer.end_session,
            "asked_at": now,
            "answered_at": now,
        },
    )


def sign_out_address(*, session_key: str, back: str) -> str:
    """Return where the browser of a session signs out of the directory too; empty if there is no such place."""
    found = (
        DirectorySession.objects.select_related("identity__directory")
        .filter(session__session_key=session_key)
        .first()
    )
    token = unseal(TOKENS, found.sealed_id_token) if found else None
    if found is None or token is None or not found.sign_out_address:
        return ""
    directory = found.identity.directory
    return openid.sign_out_address(directory, found.sign_out_address, token=token.decode(), back=back)


def ask_directories(*, now: datetime) -> int:
    """Ask about each session that was not asked about lately, and end those that have ended; returns how many."""
    alive = Session.objects.filter(expire_date__gt=now).values("pk")
    due = (
        DirectorySession.objects.filter(asked_at__lte=now - ASKED_EVERY, session__session_key__in=alive)
        .exclude(sealed_refresh_token=b"")
        .select_related("identity__account", "session")
        .order_by("asked_at")
    )
    directories = Directory.objects.filter(identities__sessions__in=due).distinct()
    return sum(_ask(one, list(due.filter(identity__directory=one)), now) for one in directories)


def end_by_notice(*, directory: Directory, token: str, now: datetime) -> int:
    """
    End the sessions that a directory says have ended; returns how many.

    :raises Refused: if the notice is not the directory's
    """
    claims = openid.read_token(token, openid.discover(directory.issuer))
    subject = check(claims, issuer=directory.issuer, client_id=directory.client_id, now=now)
    subject, session = ended_by(claims, subject=subject, now=now)
    found = DirectorySession.objects.filter(identity__directory=directory)
    if session:
        found = found.filter(sid=session)
    if subject:
        found = found.filter(identity__subject=subject)
    return _end(directory, found.select_related("identity__account"), now)


def _ask(directory: Directory, sessions: Sequence[DirectorySession], now: datetime) -> int:
    try:
        offer = openid.discover(directory.issuer)
    except Refused as refusal:
        return sum(_unanswered(directory, one, refusal, now) for one in sessions if _is_ours(one, now))
    return sum(_ask_about(directory, offer, one, now) for one in sessions if _is_ours(one, now))


def _is_ours(one: DirectorySession, now: datetime) -> bool:
    # Another worker may ask too, and a token works once.
    return bool(DirectorySession.objects.filter(pk=one.pk, asked_at=one.asked_at).update(asked_at=now))


def _ask_about(directory: Directory, offer: openid.Offer, one: DirectorySession, now: datetime) -> int:
    token = unseal(TOKENS, one.sealed_refresh_token)
    try:
        if token is None:
            raise Refused(Reason.CODE_REFUSED)
        following = openid.refresh(directory, offer, token=token.decode())
    except Refused as refusal:
        if refusal.reason == Reason.CODE_REFUSED:
            return _end(directory, DirectorySession.objects.filter(pk=one.pk), now)
        return _unanswered(directory, one, refusal, now)
    sealed = seal(TOKENS, following.encode())
    DirectorySession.objects.filter(pk=one.pk).update(sealed_refresh_token=sealed, answered_at=now)
    return 0


def _unanswered(directory: Directory, one: DirectorySession, refusal: Refused, now: datetime) -> int:
    log.warning("The directory of organisation %s does not answer: %s", directory.tenant_id, refusal.reason)
    if one.answered_at > now - GOES_ON_UNANSWERED_FOR:
        return 0
    return _end(directory, DirectorySession.objects.filter(pk=one.pk), now)


@transaction.atomic
def _end(directory: Directory, found: QuerySet[DirectorySession], now: datetime) -> int:
    for one in found.select_related("identity__account"):
        account = one.identity.account
        note(
            action=ENDED,
            tenant=directory.tenant_id,
            account=account.pk,
            personal={"account": account.email, "name": account.name},
            now=now,
        )
    return end_listed(AccountSession.objects.filter(directory__in=found))

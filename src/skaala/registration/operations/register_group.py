"""One person registering themselves and others."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from skaala.registration import rules
from skaala.registration.models import Invitation, Registration, RegistrationSource
from skaala.registration.operations.register import Details, SignUp, Source, register
from skaala.series.models import Series


@dataclass(frozen=True)
class Companion:
    """Somebody who is registered along with who fills in the form; the rest they tell by their own link."""

    name: str
    email: str
    role: str = ""


def register_group(
    *,
    series: Series,
    request: SignUp,
    companions: Sequence[Companion],
    now: datetime,
    source: Source | None = None,
) -> Registration | None:
    """
    Register who fills in the form, then each companion to the same events for the same organisation, in their order.

    Each registration is a transaction of its own, as if they had come one after the other: seats and places in the line are
    given in that order, and nobody waits with a lock in their hand. Each gets an email and a link of their own, which says who
    registered them. Sent again, it registers only those who are missing.

    What a companion's email says must not hang on whether the address of who fills in the form was registered before: a
    stranger might be reading it.

    :returns: what it made for who fills in the form, as :func:`register` does; a page must not tell whether there is something
    :raises UnableToRegister: if an event is not open, or an invitation lets in fewer: nobody is registered then. Only where it
        is used by others in this very moment, those before stay registered
    """
    people = [request.details.email, *(companion.email for companion in companions)]
    if source is not None and source.invitation is not None:
        _check_room(source.invitation, people)
    first = register(series=series, request=request, now=now, source=source)
    if not companions:
        return first
    brings = first or _registered_before(series, request.details)
    name = request.details.name
    brought = Source(
        kind=RegistrationSource.Kind.BROUGHT,
        invitation=source.invitation if source else None,
        opens=source.opens if source else frozenset(),
        brought_by=brings,
        # A name goes to an address that its owner did not give us; it must not be somebody's advertisement.
        brought_by_name="" if rules.holds_link(name) else name,
    )
    for companion in companions:
        asked = SignUp(_details_of(companion, request.details), request.choices)
        register(series=series, request=asked, now=now, source=brought)
    return first


def _check_room(invitation: Invitation, addresses: Sequence[str]) -> None:
    """
    Refuse a group of whom an invitation would let in some only.

    Who came by it before, as when a form is sent twice, needs no room; whoever else may be registered counts, or its holder
    could learn who is.
    """
    if len(addresses) < 2 or invitation.most_uses is None:
        return
    known = [rules.normalise_address(address) for address in addresses]
    came = RegistrationSource.objects.filter(invitation=invitation, registration__cancelled_at=None)
    wanted = len(known) - came.filter(registration__email_normalised__in=known).count()
    left = invitation.most_uses - invitation.uses
    if 0 < left < wanted:
        raise rules.UnableToRegister(rules.Refusal.INVITATION_TOO_SMALL, left=left)


def _registered_before(series: Series, details: Details) -> Registration | None:
    address = rules.normalise_address(details.email)
    return Registration.objects.filter(series=series, email_normalised=address, cancelled_at=None).first()


def _details_of(companion: Companion, first: Details) -> Details:
    """Consents and needs are each one's own to give."""
    own: dict[str, Any] = {**rules.NO_NEEDS, **dict.fromkeys(rules.NEEDS.values(), False)}
    return replace(
        first,
        name=companion.name,
        email=companion.email,
        role=companion.role,
        **own,
        consents_to_recording=False,
    )

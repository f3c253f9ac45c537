"""Sharing a series with a partner organisation: offered by an owner of one, accepted by an owner of the other, ended by either."""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from django.db import transaction
from django.db.models import F

from skaala.mail.models import Email
from skaala.mail.operations import Addressee, queue_emails
from skaala.people.models import Account, Tenant
from skaala.people.operations import note
from skaala.people.operations.access_ended import tell_access_ended
from skaala.people.queries import members, owners
from skaala.people.rules import Role
from skaala.series.models import RemovedSharing, Series, SeriesPartner, SeriesRole
from skaala.series.rules.partners import Duty, Who

OFFERED = "series.partner_offered"
ENDED = "series.partner_ended"
REMOVED = "series.partner_removed"


class UnableToShare(Exception):
    """The organisation owns the series itself, or shares it or was offered it already; nothing has been changed."""


class SharingEnded(Exception):
    """The offer or the sharing has ended meanwhile; nothing has been changed."""


@dataclass(frozen=True)
class InNotice:
    """How the privacy notice names a partner."""

    address: str
    contact_email: str
    data_protection_officer: str = ""


@transaction.atomic
def offer_series(
    *,
    series: Series,
    partner: Tenant,
    roles: Collection[Role],
    duties: Mapping[Duty, Who],
    by: Account,
    now: datetime,
) -> SeriesPartner:
    """
    Offer a series to another organisation; its owners get an email. Nothing opens before one of them accepts.

    :raises UnableToShare: if it has the series already
    """
    Series.objects.select_for_update(no_key=True).get(pk=series.pk)
    is_known = series.partners.filter(tenant=partner, ended_at=None).exists()
    if partner.pk == series.tenant_id or is_known:
        raise UnableToShare
    made = SeriesPartner.objects.create(
        series=series,
        tenant=partner,
        roles=sorted(role.value for role in roles),
        duties={duty.value: duties[duty].value for duty in Duty},
        offered_at=now,
        offered_by=by,
    )
    _write_to_owners(partner, now, kind=OFFERED)
    return made


@transaction.atomic
def accept_series(*, offer: SeriesPartner, named: InNotice, by: Account, now: datetime) -> SeriesPartner:
    """
    Take an offered series: the partner's members see it from now on, and its privacy notice names both controllers.

    :raises SharingEnded: if the offer has been withdrawn, or accepted already
    """
    present = _locked(offer)
    if present.accepted_at is not None:
        raise SharingEnded
    present.accepted_at, present.accepted_by = now, by
    present.address, present.contact_email = named.address, named.contact_email
    present.data_protection_officer = named.data_protection_officer
    present.save()
    _note(present, "partner-accepted", by, now)
    _renew_notice(present.series)
    return present


@transaction.atomic
def end_sharing(*, sharing: SeriesPartner, by: Account, now: datetime) -> SeriesPartner:
    """
    End a sharing or withdraw an offer, from the next request and for open streams at once.

    The owners of both organisations get an email, but for whoever ends it; of an offer that is withdrawn, the partner's alone.
    Roles in this series alone that members of the partner had been given end with it.

    :raises SharingEnded: if it has ended already
    """
    present = _locked(sharing)
    present.ended_at = now
    present.save(update_fields=["ended_at"])
    if present.accepted_at is None:
        _write_to_owners(present.tenant, now, kind=ENDED, but=by)
        return present
    for tenant in (present.tenant, present.series.tenant):
        _write_to_owners(tenant, now, kind=ENDED, but=by)
    theirs = members(present.tenant).values("account_id")
    ours = members(present.series.tenant).values("account_id")
    SeriesRole.objects.filter(series=present.series, ended_at=None, account__in=theirs).exclude(
        account__in=ours
    ).update(ended_at=now)
    _note(present, "partner-ended", by, now)
    _renew_notice(present.series)
    tell_access_ended()
    return present


def tell_removed(*, series: Series, by: Account, now: datetime) -> None:
    """Write to the owners of the organisations with which a series is shared, or to which it is offered, that it is being removed."""
    for sharing in series.partners.filter(ended_at=None).select_related("tenant"):
        RemovedSharing.objects.bulk_create(
            RemovedSharing(
                email=email,
                tenant=series.tenant,
                title=series.title,
                was_accepted=sharing.accepted_at is not None,
            )
            for email in _write_to_owners(sharing.tenant, now, kind=REMOVED, but=by)
        )


def _locked(sharing: SeriesPartner) -> SeriesPartner:
    found = SeriesPartner.objects.select_for_update(of=("self",)).select_related("series__tenant", "tenant")
    present = found.filter(pk=sharing.pk, ended_at=None).first()
    if present is None:
        raise SharingEnded
    return present


def _renew_notice(series: Series) -> None:
    # Whoever registers from now on has been shown another notice.
    Series.objects.filter(pk=series.pk).update(notice_version=F("notice_version") + 1)


def _note(sharing: SeriesPartner, action: str, by: Account, now: datetime) -> None:
    note(
        action=action,
        tenant=sharing.series.tenant_id,
        account=by.pk,
        series=sharing.series_id,
        details={"partner": sharing.tenant.slug},
        personal={"account": by.email, "name": by.name},
        now=now,
    )


def _write_to_owners(tenant: Tenant, now: datetime, *, kind: str, but: Account | None = None) -> list[Email]:
    to = [
        Addressee(owner.account.email, owner.account.name, owner.account.language)
        for owner in owners(tenant)
        if owner.account != but
    ]
    return queue_emails(kind=kind, to=to, now=now)

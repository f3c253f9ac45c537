"""Adding and changing a series, with the organisations behind it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from django.db import IntegrityError, transaction

from skaala.people.models import Organisation
from skaala.people.operations import add_organisation
from skaala.series.models import Involvement, Series

# What the privacy notice says; whoever registers afterwards has been shown another one.
IN_THE_NOTICE = (
    "controller_id",
    "controller_address",
    "data_protection_officer",
    "processors",
    "legal_ground",
    "privacy_details",
)

# What is changed here. The rest (status, times of publication) has operations of its own, which may run meanwhile.
CHANGED_HERE = (
    "slug",
    "languages",
    "title",
    "short_name",
    "summary",
    "introduction",
    "basis",
    "instructions",
    "copied_from",
    "time_zone",
    "contact_name",
    "contact_email",
    "contact_phone",
    "controller",
    "controller_address",
    "data_protection_officer",
    "processors",
    "legal_ground",
    "privacy_details",
    "notice_version",
    "retention_months",
    "updated_at",
)


class AddressTaken(Exception):
    """Another series has that address already; nothing has been saved."""


@dataclass(frozen=True)
class Part:
    """What an organisation does in a series; ``role`` is one of :class:`Involvement.Role`."""

    organisation: Organisation
    role: str


@dataclass(frozen=True)
class NewOrganisation:
    """An organisation to be made on the spot, the parts it has, and whether it is the controller."""

    organisation: Organisation
    roles: Sequence[str]
    is_controller: bool = False


@transaction.atomic
def save_series(
    *, series: Series, parts: Sequence[Part] | None = None, new_organisation: NewOrganisation | None = None
) -> Series:
    """
    Save a new or changed series.

    A change of what the privacy notice says makes a new version of its notice.

    :param parts: who is behind the series, in order, instead of those before; None leaves them as they are
    :raises AddressTaken: if another series has its address
    """
    if new_organisation is not None:
        new_organisation.organisation.tenant_id = series.tenant_id
        organisation = add_organisation(organisation=new_organisation.organisation)
        made = [Part(organisation, role) for role in new_organisation.roles]
        parts = [*(_parts_of(series) if parts is None else parts), *made]
        if new_organisation.is_controller:
            series.controller = organisation
    if Series.objects.filter(slug=series.slug).exclude(pk=series.pk).exists():
        raise AddressTaken
    try:
        _save(series)
    except IntegrityError as error:
        raise AddressTaken from error
    if parts is not None:
        series.involvements.all().delete()
        Involvement.objects.bulk_create(
            Involvement(series=series, organisation=part.organisation, role=part.role, order=order)
            for order, part in enumerate(dict.fromkeys(parts))
        )
    return series


def _save(series: Series) -> None:
    if series.pk is None:
        series.save()
        return
    before = Series.objects.select_for_update().get(pk=series.pk)
    series.notice_version = before.notice_version
    if any(getattr(before, name) != getattr(series, name) for name in IN_THE_NOTICE):
        series.notice_version += 1
    series.save(update_fields=CHANGED_HERE)


def _parts_of(series: Series) -> list[Part]:
    if series.pk is None:
        return []
    return [Part(part.organisation, part.role) for part in series.involvements.select_related("organisation")]

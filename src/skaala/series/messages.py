"""What joint controllers divide between them, in words."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.people.models import Tenant
from skaala.series.models import SeriesPartner
from skaala.series.rules.partners import Duty, Who

DUTIES: Mapping[str, Any] = {
    Duty.INFORM: gettext_lazy("Information to those who register"),
    Duty.REQUESTS: gettext_lazy("Requests about personal data: to see, correct or remove them"),
    Duty.SECURITY: gettext_lazy("Security, and notices of a data breach"),
    Duty.RETENTION: gettext_lazy("Removal of personal data in time"),
}

SIDES: list[tuple[str, Any]] = [
    (Who.OWNER.value, gettext_lazy("our organisation")),
    (Who.PARTNER.value, gettext_lazy("the partner")),
    (Who.BOTH.value, gettext_lazy("both")),
]


def who_answers(sharing: SeriesPartner, *, owner: Any) -> list[tuple[Any, Any]]:
    """Return each duty of joint controllers with the name of who answers for it; ``owner`` names the other one."""
    partner = sharing.tenant.name
    names = {
        Who.OWNER.value: owner,
        Who.PARTNER.value: partner,
        Who.BOTH.value: _("%(owner)s and %(partner)s") % {"owner": owner, "partner": partner},
    }
    return [(DUTIES[duty], names[sharing.duties.get(duty.value, Who.BOTH.value)]) for duty in Duty]


def owner_in_notice(sharing: SeriesPartner) -> Any:
    """Return how the privacy notice names the controller that owns the series."""
    series = sharing.series
    tenant: Tenant = series.tenant
    return series.controller.name if series.controller else tenant.name

"""Words for people about registrations."""

from __future__ import annotations

from django.core.exceptions import ValidationError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from skaala.places.queries import municipalities as places
from skaala.registration import rules
from skaala.registration.models import Attendance
from skaala.registration.operations.register import DETAIL_FIELDS
from skaala.registration.rules import NEEDS
from skaala.series.models import Event

DATA_NAMES: dict[str, Promise] = {
    "name": pgettext_lazy("stored data", "name"),
    "email": pgettext_lazy("stored data", "email address"),
    "organisation_kind": pgettext_lazy("stored data", "kind of organisation"),
    "municipality": pgettext_lazy("stored data", "municipality"),
    "network": pgettext_lazy("stored data", "network"),
    "organisation": pgettext_lazy("stored data", "organisation"),
    "role": pgettext_lazy("stored data", "job title or role"),
    "language": pgettext_lazy("stored data", "language of emails"),
}
"""What the privacy notice calls each field of a registration; needs have sentences of their own there."""


def names_of_data() -> list[str]:
    """Return what people tell when they register, as the privacy notice lists it."""
    return [str(DATA_NAMES[name]) for name in DETAIL_FIELDS if name not in NEEDS]


def no_links(name: str) -> None:
    """Refuse a name with an address in it: it would go out in emails, as a link, to whatever address was given with it."""
    if rules.holds_link(name):
        raise ValidationError(
            _("Write the name without web or email addresses. Put a space after a full stop.")
        )


def unknown_municipality(typed: str, year: int) -> str:
    """Say that there is no such municipality (any more), and which may be meant."""
    merged = places.merged_municipality(typed, year=year)
    if merged is not None:
        return _("%(name)s has been part of %(successor)s since %(year)s. Write %(successor)s.") % {
            "name": merged.name,
            "successor": merged.successor,
            "year": merged.since,
        }
    similar = places.similar_municipalities(typed, year=year)
    if similar:
        return _("There is no municipality “%(typed)s”. Did you mean: %(similar)s?") % {
            "typed": typed,
            "similar": ", ".join(similar),
        }
    return _("There is no municipality “%(typed)s”. Choose one from the list.") % {"typed": typed}


def mode_at(event: Event, mode: str) -> str:
    """Return how and where somebody attends, as in “On site: Kuntatalo” or “Online (Teams)”."""
    if mode == Attendance.Mode.ONLINE:
        return f"{_('Online')} ({event.platform})" if event.platform else _("Online")
    return f"{_('On site')}: {event.venue}" if event.venue else _("On site")

"""What is said of an address that cannot be corrected."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from skaala.registration.rules import Refusal

ADDRESS_REFUSALS = {
    Refusal.ADDRESS_TAKEN: gettext_lazy("Another registration here has this address."),
    Refusal.CANCELLED: gettext_lazy("This registration has been cancelled."),
}

"""What programs, and whoever reads their logs, are told of what went wrong."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

TITLES: Mapping[str, Any] = {
    "malformed": _("The request could not be read"),
    "key-needed": _("This needs a key of the API"),
    "key-invalid": _("The key is not valid"),
    "scope-missing": _("The key may not do this"),
    "not-found": _("There is nothing at this address"),
    "method-not-allowed": _("This address does not take this method"),
    "not-now": _("This cannot be done now"),
    "changed": _("It has been changed meanwhile"),
    "too-large": _("What was sent is too large"),
    "key-reused": _("Something else was asked under this Idempotency-Key"),
    "match-needed": _("This needs the header If-Match"),
    "invalid": _("Some of what was sent is not valid"),
    "too-many-requests": _("Too many requests"),
    "error": _("The service has a problem"),
    "unavailable": _("The service is busy"),
}
"""By the last part of a problem's type, which never changes."""

MEANINGS: Mapping[str, Any] = {
    "malformed": _("The request is not HTTP as we read it, or not JSON. Sending it again does not help."),
    "key-needed": _("Send a key in the header Authorization: Bearer."),
    "key-invalid": _("It is unknown, or it has ended. An owner of the organisation makes a new one."),
    "scope-missing": _("The key is one of this organisation, and lacks the scope that is named."),
    "not-found": _("It does not exist, or it is not for this key."),
    "method-not-allowed": _("The header Allow says which it takes."),
    "not-now": _("What it is about is in another state. The detail says which."),
    "changed": _("Read it again, and decide whether the change still fits."),
    "too-large": _("Send less at once."),
    "key-reused": _("Use a new one for each request; an old one only to repeat the same request."),
    "match-needed": _("Send the ETag of what you have read, so that nobody else’s change is lost."),
    "invalid": _("The list of errors says what and where."),
    "too-many-requests": _("Wait as many seconds as the header Retry-After says."),
    "error": _("There is an error in the service. Please try again in a moment."),
    "unavailable": _("Please try again in a moment."),
}

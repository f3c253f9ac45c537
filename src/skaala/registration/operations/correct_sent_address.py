"""Correcting an address that was typed wrong in the form a moment ago."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

from skaala.registration.models import Registration
from skaala.registration.operations.cancel import cancel_registration
from skaala.registration.operations.correct_address import correct_address
from skaala.registration.operations.register import SignUp, register
from skaala.registration.rules import Refusal, UnableToRegister
from skaala.series.models import Series


def correct_sent_address(
    *, series: Series, made: Registration | None, request: SignUp, address: str, now: datetime
) -> Registration | None:
    """
    Let a form that was sent a moment ago count for ``address`` instead of the one in it.

    What the form made gets the right address, and the personal link that went to the wrong one ends. Where it made nothing,
    since the wrong address had registered before, the form is taken as if sent anew. Where the right address has registered
    before, what the form made is cancelled, and the right address gets what :func:`register` sends it then.

    :param made: what the form made; None if the address in it had a registration
    :returns: the registration that the form has made now, if any; a page must not tell which
    :raises UnableToRegister: if it must be made anew, and an event is not open any more
    """
    anew = replace(request, details=replace(request.details, email=address))
    if made is None:
        return register(series=series, request=anew, now=now)
    try:
        correct_address(registration=made, address=address, now=now)
    except UnableToRegister as refusal:
        if refusal.refusal != Refusal.ADDRESS_TAKEN:
            raise
        cancel_registration(registration=made, now=now)
        return register(series=series, request=anew, now=now)
    return made

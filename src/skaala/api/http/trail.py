"""What programs do goes into the audit trail: each change, and each reading of personal data."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse

from skaala.api.http.caller import Caller
from skaala.people.operations import network_address, note
from skaala.people.rules import PERSONAL

READING = {"GET", "HEAD", "OPTIONS"}


def note_request(request: HttpRequest, caller: Caller, response: HttpResponse) -> None:
    """Note what a key has opened, if it was answered."""
    if caller.key is None or response.status_code >= 400:
        return
    for series, scope in caller.opened:
        if request.method in READING and scope not in PERSONAL:
            continue
        note(
            action=f"api.{scope.value}",
            tenant=series.tenant_id,
            account=None,
            series=series.pk,
            registration=caller.person,
            details={"slug": series.slug, "key": str(caller.key.pk)},
            personal={
                "name": caller.key.name,
                "from": network_address(request.META),
                "filter": request.GET.urlencode()[:1000],
            },
            now=caller.now,
        )

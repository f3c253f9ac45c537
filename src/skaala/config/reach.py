"""Whether an organisation's own host leads to this service: what a person who sets it up would try by hand."""

from __future__ import annotations

import socket
from collections.abc import Iterator
from urllib.error import URLError
from urllib.parse import urlsplit
from urllib.request import urlopen

from django.conf import settings

from skaala.people.models import Tenant
from skaala.people.queries import base_url

SECONDS = 5


def problems_of(tenant: Tenant) -> Iterator[str]:
    """Yield what is amiss with the organisation's host, and what to do."""
    service = urlsplit(settings.BASE_URL).hostname or ""
    found, ours = _addresses(tenant.host), _addresses(service)
    if not found:
        yield f"There is no DNS record of {tenant.host} yet. Add a CNAME record that leads it to {service}, or A and AAAA records."
        return
    if ours and not found & ours:
        yield f"{tenant.host} leads to {', '.join(sorted(found))}, and {service} to {', '.join(sorted(ours))}."
    address = f"{base_url(tenant)}/robots.txt"
    try:
        with urlopen(address, timeout=SECONDS) as answer:  # noqa: S310  the scheme is that of the settings
            text = answer.read(100_000).decode(errors="replace")
    except (URLError, OSError, ValueError) as error:
        reason = getattr(error, "reason", error)
        yield f"{address} does not answer as it should: {reason}. Does the proxy know the host, and has it a certificate for it?"
        return
    if f"Sitemap: {settings.BASE_URL}/" not in text:
        yield f"{address} is another service’s. Lead {tenant.host} to this one in the proxy, with its Host header unchanged."


def _addresses(host: str) -> set[str]:
    try:
        return {str(one[4][0]) for one in socket.getaddrinfo(host, 443, type=socket.SOCK_STREAM)}
    except (OSError, UnicodeError):
        return set()

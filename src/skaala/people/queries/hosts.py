"""Organisations' own host names, and the addresses that begin with them."""

from __future__ import annotations

import time
from urllib.parse import urlsplit

from django.conf import settings
from django.http.request import split_domain_port

from skaala.people.models import Tenant

KNOWN_FOR = 5
"""Seconds for which a process knows the host names, so that made-up ones cost no question each."""
_known: tuple[float, dict[str, str]] = (0.0, {})


def base_url(tenant: Tenant) -> str:
    """Return what the absolute addresses of an organisation's pages begin with: its own host, or the service's."""
    if not tenant.host:
        return str(settings.BASE_URL)
    service = urlsplit(settings.BASE_URL)
    return f"{service.scheme}://{tenant.host}{f':{service.port}' if service.port else ''}"


def tenant_at(host: str) -> str:
    """Return the short name of the organisation whose own host this is; empty where it is nobody's."""
    domain = split_domain_port(host)[0]
    return _hosts().get(domain, "") if domain else ""


def forget_hosts() -> None:
    """Have this process ask again at once."""
    global _known
    _known = (0.0, {})


def _hosts() -> dict[str, str]:
    global _known
    at, found = _known
    if time.monotonic() - at > KNOWN_FOR or not at:
        found = dict(Tenant.objects.exclude(host="").values_list("host", "slug"))
        _known = (time.monotonic(), found)
    return found

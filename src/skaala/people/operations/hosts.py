"""Giving an organisation a host name of its own."""

from __future__ import annotations

from urllib.parse import urlsplit

from django.conf import settings
from django.db import transaction
from django.http.request import validate_host

from skaala.people.models import Tenant
from skaala.people.queries.hosts import forget_hosts
from skaala.people.rules.hosts import as_host


class NoHost(Exception):
    """What was written is no host name."""


class HostTaken(Exception):
    """The host is the service's own, or another organisation's."""


@transaction.atomic
def set_host(*, tenant: Tenant, host: str) -> str:
    """
    Have an organisation's pages and links use ``host`` from now on; an empty one gives them back to the service's.

    :returns: the host as browsers send it
    :raises NoHost: if it is none
    :raises HostTaken: if it cannot be this organisation's
    """
    name = as_host(host)
    if host and not name:
        raise NoHost
    own = [urlsplit(settings.BASE_URL).hostname, *settings.ALLOWED_HOSTS]
    if name and (
        validate_host(name, [one for one in own if one and one != "*"])
        or Tenant.objects.filter(host=name).exclude(pk=tenant.pk).exists()
    ):
        raise HostTaken
    tenant.host = name
    tenant.save(update_fields=["host"])
    transaction.on_commit(forget_hosts)
    return name

"""
An organisation's own host: its front page and its series are there, and nothing of other organisations.

The organiser pages and the programming interface stay at the service’s host, since sessions, passkeys and directories belong to one.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.http.request import split_domain_port, validate_host

from skaala.people.models import Tenant
from skaala.people.queries import base_url, tenant_at

OF_THE_SERVICE = re.compile(
    r"/(?:[a-z]{2,3}(?:-[a-z]+)?/)?(?:api|desk|directories|style|sitemap\.xml)(?:/|$)"
)


class Elsewhere(Exception):
    """The page is of an organisation whose pages are at another host: at ``address``."""

    def __init__(self, address: str) -> None:
        super().__init__(address)
        self.address = address


def organisation_of_host(request: HttpRequest) -> str:
    """Return the short name of the organisation whose host was asked; empty at the service's own."""
    return getattr(request, "organisation_of_host", "")


def keep_to_host(request: HttpRequest, tenant: Tenant) -> None:
    """
    Have the page name itself by its organisation's host. Each page of an organisation calls this, or offers its series' languages.

    :raises Elsewhere: at another organisation's host
    """
    request.page_base_url = base_url(tenant)  # type: ignore[attr-defined]
    if organisation_of_host(request) not in {"", tenant.slug}:
        raise Elsewhere(base_url(tenant) + request.get_full_path())


class OrganisationHostMiddleware:
    """Comes before all that asks for the host: one that is neither the service's nor an organisation's is refused as ever."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        host = request._get_raw_host()  # type: ignore[attr-defined]
        if is_of_service(host) or not (found := tenant_at(host)):
            return self.get_response(request)
        request.organisation_of_host = found  # type: ignore[attr-defined]
        # Django knows the settings' hosts alone. This one has just been found among the organisations'.
        request.get_host = lambda: host  # type: ignore[method-assign]
        if OF_THE_SERVICE.match(request.path_info):
            response: HttpResponse = HttpResponseRedirect(settings.BASE_URL + request.get_full_path())
        else:
            response = self.get_response(request)
        if (
            settings.SECURE_HSTS_SECONDS
        ):  # what else is beneath the organisation's name is not ours to promise
            response["Strict-Transport-Security"] = f"max-age={settings.SECURE_HSTS_SECONDS}"
        return response

    def process_exception(self, request: HttpRequest, problem: Exception) -> HttpResponse | None:
        if not isinstance(problem, Elsewhere):
            return None
        if request.method not in {"GET", "HEAD"}:
            raise Http404
        response = HttpResponseRedirect(problem.address)
        response["Referrer-Policy"], response["Cache-Control"] = "no-referrer", "no-store, private"
        return response


def is_of_service(host: str) -> bool:
    """Say whether the settings name a host."""
    return _is_among(host, tuple(settings.ALLOWED_HOSTS))


@lru_cache(maxsize=256)
def _is_among(host: str, allowed: tuple[str, ...]) -> bool:
    domain, _port = split_domain_port(host)
    return bool(domain) and validate_host(domain, [one for one in allowed if one != "*"])

"""Headers of every page that Django has no setting for."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache

from csp.constants import HEADER
from csp.middleware import CSPMiddleware
from csp.utils import build_policy
from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.http.response import HttpResponseBase

UNUSED = (
    "accelerometer", "autoplay", "camera", "display-capture", "encrypted-media", "geolocation", "gyroscope",
    "magnetometer", "microphone", "midi", "payment", "screen-wake-lock", "usb",
)  # fmt: skip
PERMISSIONS_POLICY = ", ".join(f"{name}=()" for name in UNUSED)
"""What no page asks a browser for, and nothing that gets onto a page may ask for. Browsers give passkeys to our own pages only, unasked."""


class PermissionsPolicyMiddleware:
    """Adds the Permissions-Policy."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponse]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        response.headers.setdefault("Permissions-Policy", PERMISSIONS_POLICY)
        return response


_OWN = frozenset({"_csp_config", "_csp_update", "_csp_replace", "_csp_exempt"})


class ContentPolicyMiddleware(CSPMiddleware):
    """Adds the Content-Security-Policy: that of the settings, put together once, or the view's own."""

    def process_response(self, request: HttpRequest, response: HttpResponseBase) -> HttpResponseBase:
        if not _OWN.isdisjoint(vars(response)):
            return super().process_response(request, response)
        response.headers.setdefault(HEADER, _usual_policy())
        return response


@cache
def _usual_policy() -> str:
    return build_policy(config=settings.CONTENT_SECURITY_POLICY["DIRECTIVES"])

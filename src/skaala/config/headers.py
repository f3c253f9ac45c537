"""Headers of every page that Django has no setting for."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse

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

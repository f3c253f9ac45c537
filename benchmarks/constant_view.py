"""A constant Django view behind the usual middleware, for comparison; its size is set by BENCH_BYTES."""

from __future__ import annotations

import os

from django.http import HttpRequest, HttpResponse
from django.urls import path

WORDS = b"x" * int(os.environ.get("BENCH_BYTES", "1000"))


def constant(request: HttpRequest) -> HttpResponse:
    """Answer with the same bytes, whatever is asked."""
    return HttpResponse(WORDS, content_type="text/html; charset=utf-8")


urlpatterns = [path("", constant)]

"""Two applications to compare with: at / a constant Django view, at /bare constant bytes without Django."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterable
from typing import Any

os.environ["DJANGO_SETTINGS_MODULE"] = "benchmarks.constant_settings"

from skaala.config.wsgi import application as django_application

WORDS = b"x" * int(os.environ.get("BENCH_BYTES", "1000"))
HEADERS = [("Content-Type", "text/html; charset=utf-8"), ("Content-Length", str(len(WORDS)))]


def application(environ: dict[str, Any], start_response: Callable[..., Any]) -> Iterable[bytes]:
    if environ["PATH_INFO"] == "/bare":
        start_response("200 OK", HEADERS)
        return [WORDS]
    return django_application(environ, start_response)

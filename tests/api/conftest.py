"""A program and its keys."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import timezone

from skaala.people.rules import Scope
from tests.desk.conftest import _a_folder_for_styles, _quick_passwords, desk, organiser  # noqa: F401  for those who make keys


@pytest.fixture
def make_key(db: None) -> Callable[..., str]:
    """Makes a key of the house, or of another organisation, and returns what a program sends."""
    from skaala.series.operations import make_api_key
    from tests import cast

    def make(*scopes: Scope, series: Any = None, tenant: Any = None, days: int = 30) -> str:
        now = timezone.now()
        tenant = tenant or cast.a_tenant()
        _key, secret = make_api_key(
            tenant=tenant,
            series=series,
            name="Website",
            scopes=scopes or list(Scope),
            last_day=timezone.localdate() + timedelta(days=days),
            by=None,
            now=now,
        )
        return secret

    return make


class Program:
    """Sends requests with a key, or without one."""

    def __init__(self, key: str = "") -> None:
        self._client = Client(raise_request_exception=False)
        self._headers = {"Authorization": f"Bearer {key}"} if key else {}

    def get(self, path: str, language: str = "en", **headers: str) -> Any:
        return self._client.get(
            f"/api/v1/{path}", headers={"Accept-Language": language, **self._headers, **headers}
        )

    def send(self, method: str, path: str, body: Any, **headers: str) -> Any:
        return self._client.generic(
            method,
            f"/api/v1/{path}",
            body if isinstance(body, str) else json.dumps(body),
            content_type="application/json",
            headers={"Accept-Language": "en", **self._headers, **headers},
        )

    def post(self, path: str, body: Any, **headers: str) -> Any:
        return self.send("POST", path, body, **headers)

    def patch(self, path: str, body: Any, **headers: str) -> Any:
        return self.send("PATCH", path, body, **headers)


@pytest.fixture
def anybody(db: None) -> Program:
    """A program without a key."""
    return Program()

"""Asks everything that the document allows, and much that it does not."""

from __future__ import annotations

from collections import Counter
from typing import Any

import schemathesis
from django.core.signals import request_finished, request_started
from django.core.wsgi import get_wsgi_application
from django.db import close_old_connections
from django.utils import timezone
from hypothesis import HealthCheck, Phase, given, settings
from schemathesis import GenerationMode
from schemathesis.checks import not_a_server_error
from schemathesis.specs.openapi.checks import (
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
    status_code_conformance,
)

from tests import cast

CHECKS = [
    not_a_server_error,
    status_code_conformance,
    content_type_conformance,
    response_headers_conformance,
    response_schema_conformance,
]
KNOWN = {"series": "spring", "event": "workshop-1"}
"""What there is, so that not every address that is made up leads to nothing."""


def the_house() -> None:
    """A series with somebody in it, and a draft."""
    series = cast.a_series()
    cast.an_event(series)
    cast.a_registration(series, now=timezone.now())
    cast.an_event(cast.a_series("secret", status="draft"))


def ask_everything(key: str, *, examples: int) -> list[str]:
    """
    Ask each operation ``examples`` times in each way, half of them with what is in the house.

    :returns: what was wrong
    """
    # The test's transaction would be lost with the connection.
    for signal in (request_started, request_finished):
        signal.disconnect(close_old_connections)
    try:
        return _wrong(key, examples)
    finally:
        for signal in (request_started, request_finished):
            signal.connect(close_old_connections)


def _wrong(key: str, examples: int) -> list[str]:
    schema = schemathesis.openapi.from_wsgi("/api/v1/openapi.json", get_wsgi_application())
    headers = {"Authorization": f"Bearer {key}"} if key else {}
    wrong: list[str] = []
    statuses: Counter[int] = Counter()
    for result in schema.get_all_operations():
        operation: Any = result.ok()
        for mode in (GenerationMode.POSITIVE, GenerationMode.NEGATIVE):
            try:
                strategy = operation.as_strategy(generation_mode=mode)
                _ask(strategy, headers, examples, statuses)
            except BaseException as error:  # a group of what was wrong
                wrong.append(f"{operation.label}: {error!r}")
    assert statuses[200], statuses
    return wrong


def _ask(strategy: Any, headers: dict[str, str], examples: int, statuses: Counter[int]) -> None:
    @given(case=strategy)
    @settings(
        max_examples=examples,
        deadline=None,
        database=None,
        derandomize=True,
        phases=[Phase.explicit, Phase.generate],
        suppress_health_check=list(HealthCheck),
    )
    def ask(case: Any) -> None:
        for filled in ({}, KNOWN):
            for name, value in filled.items():
                if name in (case.path_parameters or {}):
                    case.path_parameters[name] = value
            response = case.call_and_validate(headers=headers, checks=CHECKS)
            statuses[response.status_code] += 1

    ask()

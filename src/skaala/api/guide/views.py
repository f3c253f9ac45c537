"""The guide, drawn from the same document that programs read."""

from __future__ import annotations

import json
from dataclasses import dataclass
from typing import Any

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse

from skaala.api.document import document, operations
from skaala.api.http import problems
from skaala.api.http.messages import MEANINGS, TITLES
from skaala.api.messages import OPERATIONS, SUBJECTS
from skaala.people.messages import SCOPES
from skaala.people.rules import Scope


@dataclass(frozen=True)
class Shown:
    """An operation as the guide shows it."""

    key: str
    summary: Any
    method: str
    path: str
    scope: str
    query: list[str]
    request: str
    answer: str


def guide(request: HttpRequest) -> HttpResponse:
    """Say how programs use the service."""
    context = {
        "base": f"{settings.BASE_URL}/api/v1/",
        "document": settings.BASE_URL + reverse("api:openapi"),
        "scopes": [(scope.value, SCOPES[scope]) for scope in Scope],
        "limit": settings.API_REQUESTS_A_MINUTE,
        "problems": [
            (problems.type_of(name), status, TITLES[name], MEANINGS[name])
            for name, status in problems.STATUS.items()
        ],
        "subjects": _by_subject(),
    }
    return render(request, "api/guide.html", context)


def _by_subject() -> list[tuple[str, Any, list[Shown]]]:
    found: dict[str, list[Shown]] = {key: [] for key in SUBJECTS}
    for path, method, operation in operations(document()):
        found[operation["tags"][0]].append(_shown(path, method, operation))
    return [(key, words, found[key]) for key, words in SUBJECTS.items()]


def _shown(path: str, method: str, operation: dict[str, Any]) -> Shown:
    key = operation["operationId"]
    known = OPERATIONS[key]
    answers = [answer for status, answer in operation["responses"].items() if status.startswith("2")]
    example = next((one["example"] for answer in answers for one in answer.get("content", {}).values()), None)
    asked = "" if method == "get" else f" -X {method.upper()}"
    key_sent = ' -H "Authorization: Bearer $KEY"' if known.scope else ""
    return Shown(
        key=key,
        summary=known.summary,
        method=method.upper(),
        path=path,
        scope=known.scope.value if known.scope else "",
        query=[one["name"] for one in operation.get("parameters", []) if one["in"] == "query"],
        request=f"curl{asked}{key_sent} {settings.BASE_URL}{path}",
        answer=json.dumps(example, ensure_ascii=False, indent=2) if example is not None else "",
    )

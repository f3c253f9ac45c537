"""The OpenAPI 3.1 document of the service, with what the door adds to every operation."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import lru_cache
from typing import Any

from django.conf import settings
from django.utils import translation

from skaala.api.examples import example_of
from skaala.api.http import problems
from skaala.api.http.messages import TITLES
from skaala.api.messages import OPERATIONS
from skaala.api.service import service

PATH = "/api/v1/"
METHODS = ("get", "post", "put", "patch", "delete")
PROBLEM = "#/components/schemas/Problem"
_ALWAYS = ("malformed", "key-invalid", "too-many-requests", "unavailable")
_PROBLEM_SCHEMA = {
    "title": "Problem",
    "description": "RFC 9457. The title and the detail are in the language that Accept-Language asks for.",
    "type": "object",
    "required": ["type", "title", "status", "detail"],
    "properties": {
        "type": {"type": "string", "enum": [problems.type_of(name) for name in problems.STATUS]},
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "detail"],
                "properties": {"pointer": {"type": "string"}, "detail": {"type": "string"}},
            },
        },
    },
}
_HEADERS = {
    "ETag": {
        "description": "Send it as If-None-Match: 304 says that nothing has changed.",
        "schema": {"type": "string"},
    },
    "RateLimit-Policy": {
        "description": "How many requests in how many seconds.",
        "schema": {"type": "string"},
    },
    "RateLimit": {"description": "How many are left, and for how long.", "schema": {"type": "string"}},
}


@lru_cache(maxsize=1)
def document() -> dict[str, Any]:
    """Return the document, in English."""
    with translation.override("en"):
        made: dict[str, Any] = service.get_openapi_schema(path_prefix=PATH)
        made = _plain(made)
        made["info"] |= {
            "description": "Series, events, results, reports and the catalogue of actions. What is public needs no key.",
            "license": {"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
        }
        made["servers"] = [{"url": settings.BASE_URL}]
        components = made.setdefault("components", {})
        components.setdefault("schemas", {})["Problem"] = _PROBLEM_SCHEMA
        components["securitySchemes"] = {"key": {"type": "http", "scheme": "bearer"}}
        for _path, _method, operation in operations(made):
            _complete(operation, components["schemas"])
    return made


def operations(made: Mapping[str, Any]) -> Iterator[tuple[str, str, dict[str, Any]]]:
    """Yield path, method and description of each operation."""
    for path, item in made["paths"].items():
        for method in METHODS:
            if method in item:
                yield path, method, item[method]


def _complete(operation: dict[str, Any], schemas: Mapping[str, Any]) -> None:
    known = OPERATIONS[operation["operationId"]]
    operation["summary"] = str(known.summary)
    operation["security"] = [{"key": []}] if known.scope else [{}, {"key": []}]
    if known.scope:
        operation["description"] = f"Needs the scope `{known.scope.value}`."
    parameters = operation.setdefault("parameters", [])
    names = [*_ALWAYS]
    in_path = any(one["in"] == "path" for one in parameters)
    names += ["not-found"] if in_path else []
    names += ["scope-missing"] if in_path else []
    names += ["invalid"] if any(one["in"] == "query" for one in parameters) else []
    names += _of_changes(operation, parameters)
    body = operation.get("requestBody")
    for content in body["content"].values() if body else ():
        content["example"] = example_of(content["schema"], schemas)
    for status, answer in operation["responses"].items():
        answer["headers"] = _HEADERS
        for content in answer.get("content", {}).values():
            content["example"] = example_of(content["schema"], schemas)
        answer.setdefault("description", str(status))
    for name in names:
        operation["responses"][str(problems.STATUS[name])] = {
            "description": str(TITLES[name]),
            "content": {problems.MEDIA_TYPE: {"schema": {"$ref": PROBLEM}}},
        }
    parameters.append(
        {
            "name": "Accept-Language",
            "in": "header",
            "required": False,
            "schema": {"type": "string", "enum": [code for code, _name in settings.LANGUAGES]},
        }
    )


def _of_changes(operation: dict[str, Any], parameters: list[dict[str, Any]]) -> list[str]:
    """Add the headers of a change, and return the problems that it may meet besides."""
    if "requestBody" not in operation:
        return []
    known = OPERATIONS[operation["operationId"]]
    names = ["invalid", "too-large", "not-now", "scope-missing"]
    for name, is_asked, more, longest in (
        ("Idempotency-Key", known.is_once, [], 100),
        ("If-Match", known.is_of_what_was_seen, ["changed", "match-needed"], 200),
    ):
        if is_asked:
            names += more
            schema = {"type": "string", "maxLength": longest}
            required = name == "If-Match"
            parameters.append({"name": name, "in": "header", "required": required, "schema": schema})
    return names


def _plain(value: Any) -> Any:
    """Return the library's own dictionaries as plain ones, whose statuses are strings as in JSON."""
    if isinstance(value, dict):
        return {str(name): _plain(part) for name, part in value.items()}
    return [_plain(part) for part in value] if isinstance(value, list | tuple) else value

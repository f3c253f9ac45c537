"""Examples of answers, made of their schemas, so that they cannot tell of fields that are gone."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

_OF_FORMAT = {
    "date-time": "2027-03-27T10:00:00Z",
    "date": "2027-03-27",
    "uuid": "3f0c8a52-9d5e-4b7b-9a51-2f6f1c3a7d10",
}
DEEPEST = 8


def example_of(schema: Mapping[str, Any], known: Mapping[str, Any], *, depth: int = 0) -> Any:
    """
    Return a value that ``schema`` allows.

    :param known: the schemas that it may refer to, by name
    """
    if depth > DEEPEST:
        return None
    if schema.get("examples"):
        return schema["examples"][0]
    if "$ref" in schema:
        return example_of(known[schema["$ref"].rpartition("/")[2]], known, depth=depth + 1)
    for several in ("anyOf", "allOf", "oneOf"):
        if several in schema:
            return example_of(schema[several][0], known, depth=depth + 1)
    kind = schema.get("type")
    if kind == "object":
        fields = schema.get("properties", {})
        return {name: example_of(part, known, depth=depth + 1) for name, part in fields.items()}
    if kind == "array":
        items = schema.get("items")
        return [example_of(items, known, depth=depth + 1)] if isinstance(items, Mapping) and items else []
    plain = {"integer": 1, "number": 1.5, "boolean": False, "null": None}
    return plain.get(str(kind), _OF_FORMAT.get(schema.get("format", ""), "text"))

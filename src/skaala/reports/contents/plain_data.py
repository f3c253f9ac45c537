"""Contents as plain data for JSON, and back. Pure."""

from __future__ import annotations

import dataclasses
import types
import typing
from collections.abc import Callable, Mapping
from typing import Any

from skaala.reports.contents.structure import Contents


def to_data(contents: Contents) -> dict[str, Any]:
    """Return the contents as plain data for JSON."""
    data: dict[str, Any] = _plain(contents)
    return data


def _plain(value: Any) -> Any:
    """Return a value as plain data; what came later is left out where nothing says it, so that old versions stay as they were."""
    if dataclasses.is_dataclass(value):
        return {
            field.name: _plain(getattr(value, field.name))
            for field in dataclasses.fields(value)
            if not (field.metadata.get("is_later") and getattr(value, field.name) == field.default)
        }
    return tuple(_plain(each) for each in value) if isinstance(value, tuple) else value


def from_data(data: Mapping[str, Any]) -> Contents:
    """
    Return the contents that :func:`to_data` wrote.

    :raises TypeError: if ``data`` has fields that contents do not have, or lacks some
    """
    made: Contents = _build(Contents, data)
    return made


def _build(wanted: Any, value: Any) -> Any:
    if dataclasses.is_dataclass(wanted):
        hints = typing.get_type_hints(wanted)
        make = typing.cast(Callable[..., Any], wanted)
        return make(**{name: _build(hints[name], each) for name, each in value.items()})
    kind, inner = typing.get_origin(wanted), typing.get_args(wanted)
    if kind is tuple:
        if inner[-1] is Ellipsis:
            return tuple(_build(inner[0], each) for each in value)
        return tuple(_build(each, part) for each, part in zip(inner, value, strict=True))
    if kind is types.UnionType and value is not None:
        shapes = [each for each in inner if dataclasses.is_dataclass(each)]
        return _build(shapes[0], value) if shapes else value
    return value

"""What a browser sends back of a form as it was shown."""

from __future__ import annotations

from typing import Any


def typed(form: Any) -> dict[str, Any]:
    """Return what a browser would send if nothing were changed in ``form``."""
    sent: dict[str, Any] = {}
    for field in form:
        value = field.value()
        widget = field.field.widget
        if hasattr(widget, "widgets"):
            parts = value if isinstance(value, list) else widget.decompress(value)
            for suffix, part, inner in zip(widget.widgets_names, parts, widget.widgets, strict=True):
                sent[field.html_name + suffix] = inner.format_value(part) or ""
        elif value is True:
            sent[field.html_name] = "on"
        elif value is not None and value is not False and value != "":
            shown = field.field.prepare_value(value)
            sent[field.html_name] = shown if isinstance(shown, list) else str(shown)
    return sent

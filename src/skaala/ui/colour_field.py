"""Asking for a colour."""

from __future__ import annotations

import re
from typing import Any

from django import forms

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


class ColourInput(forms.TextInput):
    """
    A code such as #0b5a4a, and beside it the browser's own picker.

    A picker always holds some colour, so it counts only where it was moved and the code was not.

    :param default: what the picker shows where no colour is chosen
    """

    template_name = "ui/components/colour_input/colour_input.html"

    def __init__(self, *, default: str) -> None:
        super().__init__(
            {"autocapitalize": "none", "spellcheck": "false", "autocomplete": "off", "size": "9"}
        )
        self.default = default

    def value_from_datadict(self, data: Any, files: Any, name: str) -> Any:
        """Return the code that was typed, or the colour that was picked without typing."""
        typed, shown = data.get(name), data.get(f"{name}_shown", "")
        picked = (data.get(f"{name}_picker") or "").lower()
        return picked if picked and typed == shown and picked != self._picked(shown) else typed

    def get_context(self, name: str, value: Any, attrs: dict[str, Any] | None) -> dict[str, Any]:
        context = super().get_context(name, value, attrs)
        widget = context["widget"]
        widget |= {
            "picker_name": f"{name}_picker",
            "shown_name": f"{name}_shown",
            "picked": self._picked(value or ""),
        }
        return context

    def _picked(self, code: str) -> str:
        return code.lower() if _COLOUR.fullmatch(code) else self.default

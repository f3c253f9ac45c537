"""The living style guide: every component with its states, drawn by the very templates that the pages use."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.template.loader import get_template

from skaala.ui.style_guide import samples
from skaala.ui.style_guide.messages import TITLES

COMPONENTS = Path(__file__).parents[1] / "templates" / "ui" / "components"
PATTERNS = ("series", "registration", "dashboard")
_PROMISE = re.compile(r"\{% comment %\}\n(.*?)\{% endcomment %\}", re.DOTALL)


def names() -> list[str]:
    """Return every component that has examples."""
    return sorted(path.parent.name for path in COMPONENTS.glob("*/examples.html"))


def promise(name: str) -> str:
    """Return what a component says about itself on top of its template."""
    found = _PROMISE.search((COMPONENTS / name / f"{name}.html").read_text(encoding="utf-8"))
    return found.group(1).strip() if found else ""


def components(request: HttpRequest) -> HttpResponse:
    """Show all components."""
    context = {"s": samples.everything()}
    sections = [
        {
            "name": name,
            "title": TITLES[name],
            "promise": promise(name),
            "examples": get_template(f"ui/components/{name}/examples.html").render(context, request),
        }
        for name in names()
    ]
    sections.sort(key=lambda section: str(section["title"]).casefold())
    return render(
        request, "ui/style_guide/components.html", {"sections": sections, "patterns": PATTERNS, **context}
    )


def pattern(request: HttpRequest, pattern: str) -> HttpResponse:
    """Show a whole page made of the components, with made-up content."""
    if pattern not in PATTERNS:
        raise Http404
    context: dict[str, Any] = {"s": samples.everything()}
    return render(request, f"ui/style_guide/{pattern}.html", context)

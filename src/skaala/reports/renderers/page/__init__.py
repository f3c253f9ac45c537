"""The report as one HTML file that stands alone: its style is inside, nothing is fetched."""

from __future__ import annotations

from django.template.loader import render_to_string
from django.utils import translation

from skaala.reports.contents import Contents
from skaala.reports.renderers.page.presenters import show


def render(contents: Contents) -> bytes:
    """Return the contents as an HTML page."""
    with translation.override(contents.language):
        page = render_to_string("reports/standalone.html", {"shown": show(contents), "contents": contents})
    # Halves of surrogate pairs have no UTF-8.
    return page.encode("utf-8", "replace")

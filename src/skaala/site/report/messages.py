"""What the files of a report are called."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

FILE_NAMES: dict[str, Promise] = {
    "pdf": _("Report as PDF"),
    "pptx": _("Slides (PowerPoint)"),
    "xlsx": _("All figures as a spreadsheet (Excel)"),
    "html": _("One web page to keep (HTML)"),
    "json": _("Everything as JSON"),
    "brief": _("Brief on two pages (PDF)"),
    "deck": _("Ten slides (PowerPoint)"),
}
"""One for each of :data:`skaala.reports.renderers.RENDERERS`."""

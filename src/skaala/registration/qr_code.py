"""Entrance codes as pictures."""

from __future__ import annotations

import io
from typing import Any

from skaala.registration import links
from skaala.registration.models import Attendance


def _made(attendance: Attendance) -> Any:
    # Loaded here: most pages and letters have no such picture.
    import segno

    return segno.make(links.code_url(attendance), error="m", micro=False)


def as_svg(attendance: Attendance) -> str:
    """Return the code as an SVG element, dark on light whatever the page's colours are."""
    drawn: str = _made(attendance).svg_inline(
        scale=4, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None, omitsize=True
    )
    return drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def as_png(attendance: Attendance) -> bytes:
    """Return the code as a picture for letters."""
    written = io.BytesIO()
    _made(attendance).save(written, kind="png", scale=5, border=4)
    return written.getvalue()

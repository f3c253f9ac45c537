"""Entrance codes, and other addresses, as pictures."""

from __future__ import annotations

import io
from typing import Any

from skaala.registration import links
from skaala.registration.models import Attendance


def _made(url: str) -> Any:
    # Loaded here: most pages and emails have no such picture.
    import segno

    return segno.make(url, error="m", micro=False)


def as_svg(attendance: Attendance) -> str:
    """Return the entrance code as an SVG element, dark on light whatever the page's colours are."""
    return svg_of(links.code_url(attendance))


def svg_of(url: str) -> str:
    """Return ``url`` as an SVG element, dark on light whatever the page's colours are."""
    drawn: str = _made(url).svg_inline(
        scale=4, border=4, dark="#000", light="#fff", svgclass=None, lineclass=None, omitsize=True
    )
    return drawn.replace("<svg ", '<svg aria-hidden="true" focusable="false" ', 1)


def as_png(attendance: Attendance) -> bytes:
    """Return the code as a picture for emails."""
    written = io.BytesIO()
    _made(links.code_url(attendance)).save(written, kind="png", scale=5, border=4)
    return written.getvalue()

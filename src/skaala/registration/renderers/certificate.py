"""The certificate of attendance as a file: an accessible PDF."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Any

from skaala.ui.typeset import to_pdf

TEMPLATE = Path(__file__).parent / "certificate.typ"


def render_certificate(contents: Mapping[str, Any], *, now: datetime) -> bytes:
    """Return the PDF of a certificate whose ``contents`` are in words."""
    return to_pdf(TEMPLATE, contents, now=now)

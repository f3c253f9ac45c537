"""Words for people about an organisation's logo."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext_lazy as _

from skaala.ui.pictures import Problem

PROBLEMS: Mapping[str, Any] = {
    Problem.NO_PICTURE: _(
        "The file is no picture that we can read. Save the logo as PNG, JPEG, WebP, GIF or SVG and choose that file."
    ),
    Problem.TOO_MANY_PIXELS: _(
        "The picture has more than 25 million pixels. Save it smaller: 640 pixels wide is enough."
    ),
    Problem.TOO_SMALL: _(
        "The picture is smaller than 32 pixels. Choose a larger one, so that it stays sharp."
    ),
    Problem.UNCLEAN: _(
        "The SVG holds more than shapes: scripts, pictures or links to other places. Save the logo as PNG and choose that file."
    ),
}
"""Why a picture was not taken, and what to do."""

"""Showing an email in a frame of a page."""

from __future__ import annotations

from typing import Any

from csp.constants import NONE, SELF, UNSAFE_INLINE
from csp.decorators import csp
from django.views.decorators.clickjacking import xframe_options_sameorigin


def in_a_frame(view: Any) -> Any:
    """Let the answer of ``view`` bring its own style and be shown in our pages, and do nothing else, whatever is written in it."""
    policy = {
        "default-src": [NONE],
        "style-src": [UNSAFE_INLINE],
        "img-src": ["data:"],
        "form-action": [NONE],
        "base-uri": [NONE],
        "frame-ancestors": [SELF],
        "sandbox": [True],
    }
    return csp(policy)(xframe_options_sameorigin(view))

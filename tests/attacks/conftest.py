"""What attacks share."""

from __future__ import annotations

from collections.abc import Callable

import pytest


@pytest.fixture
def figure(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Print ``figure("slowest page 0.4 s")`` beside the attack's line."""
    return lambda text: record_property("figure", text)

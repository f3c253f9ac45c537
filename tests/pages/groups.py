"""One group of tests a language, so that a process asks for each page once and opens house and browser once."""

from __future__ import annotations

import pytest

from tests.pages.address import LANGUAGES


def group(language: str) -> pytest.MarkDecorator:
    """Return the mark of tests that look at the pages of ``language``."""
    return pytest.mark.xdist_group(f"pages-{language}")


IN_EACH_LANGUAGE = pytest.mark.parametrize(
    "language", [pytest.param(language, marks=group(language)) for language in LANGUAGES]
)

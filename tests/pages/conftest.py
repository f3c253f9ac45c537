from __future__ import annotations

import pytest

from tests.browser.house import House
from tests.pages.answers import Asker


@pytest.fixture(scope="session")
def asker(house: House) -> Asker:
    """Asks for each page once, however many tests look at it."""
    return Asker(house)

"""The fixtures of the browser and page tests. Heavy things are loaded when a test asks for them."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import ExitStack
from typing import TYPE_CHECKING, Any

import pytest

if TYPE_CHECKING:
    from playwright.sync_api import Browser

    from tests.browser.house import House
    from tests.browser.visitor import Visitor


@pytest.fixture(scope="session")
def house() -> Iterator[House]:
    """The whole program with the demo in it, once for each test process."""
    from tests.browser.house import running

    with running(f"browser_{os.environ.get('PYTEST_XDIST_WORKER', 'main')}") as house:
        yield house


# Playwright keeps an event loop running in this thread while it is there, which other tests must not meet: hence a
# browser for each module rather than for the session.
@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """A Chromium with a fresh profile."""
    from playwright.sync_api import expect, sync_playwright

    from tests.browser.visitor import PATIENCE, launch

    expect.set_options(timeout=PATIENCE)
    with sync_playwright() as playwright:
        browser = launch(playwright)
        yield browser
        browser.close()


@pytest.fixture
def visit(house: House, chromium: Browser) -> Iterator[Callable[..., Visitor]]:
    """Somebody new opens the browser: ``visit(width=390, javascript=False)``. What went wrong unseen fails the test."""
    from tests.browser.visitor import Visitor

    with ExitStack() as leaving:

        def arrive(**modes: Any) -> Visitor:
            return leaving.enter_context(Visitor.arrives(house, chromium, **modes))

        yield arrive


@pytest.fixture(scope="module")
def _window(house: House, chromium: Browser) -> Iterator[Visitor]:
    from tests.browser.visitor import Visitor

    with Visitor.arrives(house, chromium) as visitor:
        yield visitor


@pytest.fixture
def window(_window: Visitor) -> Iterator[Visitor]:
    """One browser window for all tests of a module that only look; its complaints fail the test they came up in."""
    _window.problems.clear()
    yield _window
    assert not _window.problems, "\n".join(_window.problems)
    _window.problems.clear()

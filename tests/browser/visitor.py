"""Somebody with a browser, and the eyes that watch what a person would not see: the console and the network."""

from __future__ import annotations

import itertools
import os
import shutil
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from playwright.sync_api import (
    Browser,
    BrowserContext,
    ConsoleMessage,
    Page,
    Playwright,
    Request,
    Response,
    Route,
)

from tests.browser.house import House

if TYPE_CHECKING:
    import httpx

    from tests.pages.answers import Answer

NAMES = ("chromium", "chromium-browser", "google-chrome")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]
HEIGHT = 900
NOWHERE = "https://nowhere.invalid/"
PATIENCE = 20_000  # milliseconds, for machines that have much else to do
KEPT_HEADERS = {"content-type", "content-security-policy", "referrer-policy"}
_addresses = itertools.count(1)


def launch(playwright: Playwright) -> Browser:
    """Start the Chromium that SKAALA_CHROMIUM names, or the system's, or Playwright's own, fetched if it must be."""
    found = os.environ.get("SKAALA_CHROMIUM") or next(filter(None, map(shutil.which, NAMES)), None)
    if found:
        return playwright.chromium.launch(executable_path=found, args=ARGUMENTS)
    if not os.path.exists(playwright.chromium.executable_path):
        command = [sys.executable, "-m", "playwright", "install", "chromium"]
        done = subprocess.run(command, capture_output=True, text=True, check=False)
        assert done.returncode == 0, (
            "The browser tests need a Chromium. Install one (on Debian and Ubuntu: apt-get install chromium), or set "
            f"SKAALA_CHROMIUM to where it is. Fetching Playwright's own failed too:\n{done.stderr[-2000:]}"
        )
    return playwright.chromium.launch(args=ARGUMENTS)


@dataclass
class Visitor:
    """One person with a fresh browser: no cookies, no history, a network address of their own."""

    house: House
    context: BrowserContext
    page: Page
    language: str
    expected: set[int] = field(default_factory=set)
    problems: list[str] = field(default_factory=list)
    elsewhere: tuple[str, ...] = ()
    """Where else the browser may go: an organisation's directory."""

    @classmethod
    @contextmanager
    def arrives(
        cls,
        house: House,
        browser: Browser,
        *,
        language: str = "fi",
        width: int = 1280,
        height: int = HEIGHT,
        javascript: bool = True,
        **options: Any,
    ) -> Iterator[Visitor]:
        """Open a browser window; on leaving, fail if the console, the network or a script had complained."""
        number = next(_addresses)
        context = browser.new_context(
            base_url=house.url,
            locale=language,
            viewport={"width": width, "height": height},
            java_script_enabled=javascript,
            reduced_motion="reduce",
            extra_http_headers={"X-Forwarded-For": f"10.{os.getpid() % 250}.{number // 250}.{number % 250}"},
            **options,
        )
        context.set_default_timeout(PATIENCE)
        # As long as any route is there, the browser's cache is off. One that matches nothing keeps it off: switched on and
        # off between two pages, Chromium now and then waits its 20 seconds for the lock of a style sheet in its cache.
        context.route(NOWHERE, lambda route: route.abort())
        visitor = cls(house, context, context.new_page(), language)
        visitor._watch()
        try:
            yield visitor
            assert not visitor.problems, "\n".join(visitor.problems)
        finally:
            context.close()

    def _watch(self) -> None:
        self.context.on("console", self._on_console)
        self.context.on("weberror", lambda error: self.problems.append(f"script: {error.error}"))
        self.context.on("request", self._on_request)
        self.context.on("requestfailed", self._on_failure)
        self.context.on("response", self._on_response)

    def _on_console(self, message: ConsoleMessage) -> None:
        if "/live/" in message.text and "`loopback`" in message.text:
            return  # a page put in by `show` comes from nowhere, and may not open the stream next door; it asks instead
        # What could not be loaded is judged with its status in _on_response.
        if message.type in {"error", "warning"} and not message.text.startswith("Failed to load resource"):
            self.problems.append(f"console: {message.text} ({self.page.url})")

    def _on_request(self, request: Request) -> None:
        if not request.url.startswith(
            (self.house.url, self.house.live_url, *self.elsewhere, "cid:", "data:", "blob:")
        ):
            self.problems.append(f"loaded from elsewhere: {request.url}")

    def _on_failure(self, request: Request) -> None:
        # A page that is left takes what it was still fetching with it: its icon, a picture, a script not yet there. What
        # cannot be reached, is refused or is blocked fails with a reason of its own.
        if request.failure == "net::ERR_ABORTED":
            return
        if "/live/" in request.url or request.url.startswith("cid:"):
            return  # a stream ends with its server too, and is asked for again; a picture comes with its email
        self.problems.append(f"failed: {request.url} ({request.failure})")

    def _on_response(self, response: Response) -> None:
        if response.status >= 400 and response.status not in self.expected:
            self.problems.append(f"{response.status}: {response.url}")

    def go(self, path: str, *, status: int = 200) -> None:
        """Open an address and check the answer's status."""
        self.expected.add(status)
        response = self.page.goto(path)
        assert response is not None
        assert response.status == status, f"{path} answered {response.status}"

    def is_recognised_by(self, cookies: httpx.Cookies) -> None:
        """Carry the cookies of somebody who has signed in."""
        self.context.add_cookies(
            [{"name": name, "value": value, "url": self.house.url} for name, value in cookies.items()]
        )

    def resize(self, width: int, height: int = HEIGHT) -> None:
        self.page.set_viewport_size({"width": width, "height": height})

    def show(self, answer: Answer) -> None:
        """Show an answer that was fetched before, under its own address and with its own headers."""
        kept = {name: value for name, value in answer.headers.items() if name.lower() in KEPT_HEADERS}

        def fulfil(route: Route) -> None:
            route.fulfill(status=200, body=answer.text, headers=kept)

        self.page.route(self.house.url + answer.path, fulfil, times=1)
        self.page.goto(answer.path)

"""An organisation has its pages at a host of its own; what is of others leads away, and no made-up host is answered."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import expect

from tests.browser.house import ROOT, House, environment_of
from tests.browser.visitor import Visitor

HOST = "verkosto.localhost"  # browsers take every name beneath localhost for this machine


def command(house: House, *arguments: str) -> str:
    done = subprocess.run(
        [sys.executable, "-m", "skaala.config.command", "organisation", "host", "luonto", *arguments],
        env=environment_of(house),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


@pytest.fixture
def own(house: House) -> Iterator[str]:
    """The address of the host, which the operator has set by the command."""
    said = command(house, HOST)
    port = urlsplit(house.url).port
    assert f"http://{HOST}:{port}/" in said
    yield f"http://{HOST}:{port}"
    command(house, "--none")


@pytest.mark.xdist_group("series-roles")
def test_pages_of_the_organisation_are_at_its_host(
    house: House, own: str, visit: Callable[..., Visitor]
) -> None:
    visitor = visit(language="fi", width=390)
    made_up = own.replace("verkosto", "keksitty")
    visitor.elsewhere = (own, made_up)
    page = visitor.page
    page.goto(f"{own}/")
    expect(page).to_have_url(f"{own}/fi/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Luonnonvarojen")
    page.get_by_role("link", name="Yhteinen sarja: ilmasto").first.click()
    expect(page).to_have_url(f"{own}/fi/series/ilmasto/")
    expect(page.get_by_role("heading", level=1)).to_contain_text("Yhteinen sarja: ilmasto")
    assert page.locator("link[rel=canonical]").get_attribute("href") == page.url
    page.goto(f"{own}/fi/series/{house.known['coming']}/")
    expect(page).to_have_url(f"{house.url}/fi/series/{house.known['coming']}/")
    page.goto(f"{own}/fi/desk/")
    assert page.url.startswith(f"{house.url}/fi/desk/sign-in/")
    visitor.expected.add(400)
    answer = page.goto(f"{made_up}/fi/")
    assert answer is not None and answer.status == 400

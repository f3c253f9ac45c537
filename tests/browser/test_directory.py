"""An owner connects the organisation's directory; a colleague signs in by it, gets a role, is ended there and loses the session here."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator

import pytest
from playwright.sync_api import expect

from skaala.people.rules import Role
from tests.browser.house import ROOT, House, environment_of
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor
from tests.people.directories import Provider, running_provider

pytestmark = pytest.mark.xdist_group("journeys-en")
PAGE = "/en/desk/organisations/kunta/directory/"
STYLES = "https://cdn.jsdelivr.net/"  # of the provider's pages
FIVE_MINUTES_LATER = """
from datetime import timedelta
from django.utils import timezone
from skaala.people.operations import ask_directories
print(ask_directories(now=timezone.now() + timedelta(minutes=5)))
"""


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    with running_provider() as provider:
        yield provider


def operator(house: House, *command: str) -> str:
    """Run a command as the operator does, on the server."""
    done = subprocess.run(
        [sys.executable, "-m", "skaala.config.command", *command],
        env=environment_of(house),
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_from_the_settings_to_the_end_of_a_colleague_s_work(
    house: House, visit: Callable[..., Visitor], provider: Provider
) -> None:
    # The owner sets it up, and is told what is missing.
    outi = Organiser(visit(language="en", javascript=False))
    outi.visitor.go(f"/en/desk/sign-in/?next={PAGE}")
    page = outi.page
    page.get_by_role("textbox", name="Email address").fill("outi@example.org")
    page.get_by_label("Password").fill(house.known["organisers"]["password"])
    outi.presses("Sign in")
    page.get_by_role("textbox", name="Address of the directory (issuer)").fill(provider.issuer)
    page.get_by_role("textbox", name="Client ID").fill("skaala")
    page.get_by_label("Client secret").fill("secret")
    page.get_by_role("textbox", name="Domains of email addresses").fill("kunta.fi")
    page.get_by_role("textbox", name="Facilitator").fill("/skaala/leaders")
    page.get_by_role("checkbox", name="Offer it on the sign-in page").check()
    outi.presses("Save")
    outi.sees_message("The settings have been saved. Try now whether they work.")
    outi.presses("Try it")
    expect(page.get_by_role("status").last).to_contain_text("No domain has been confirmed yet")
    operator(house, "organisation", "domain", "kunta", "kunta.fi")
    outi.presses("Try it")
    expect(page.get_by_role("status").last).to_contain_text("The directory answers")

    # A colleague signs in by it, and has the role of their group.
    provider.knows("leena", email="leena@kunta.fi", name="Leena Leader", groups=["/skaala/leaders"])
    leena = Organiser(visit(language="en", javascript=False))
    leena.visitor.elsewhere = (provider.issuer, STYLES)
    leena.visitor.context.route(f"{STYLES}**", lambda route: route.fulfill(content_type="text/css", body=""))
    leena.visitor.go("/en/desk/sign-in/")
    leena.follows("Kunta (en)")
    leena.page.get_by_placeholder("sub").fill("leena")
    leena.page.get_by_role("button", name="Authorize", exact=True).click()
    expect(leena.heading()).to_have_text("Event series")
    expect(leena.page.get_by_role("link", name="Leena Leader")).to_be_visible()
    outi.visitor.go("/en/desk/organisations/kunta/members/")
    row = outi.page.get_by_role("row", name="Leena Leader")
    expect(row).to_contain_text(Role.FACILITATOR.value.capitalize())

    # Signing out here leads to signing out there.
    leena.page.get_by_role("button", name="Sign out").click()
    expect(leena.heading()).to_have_text("You are signed out")
    there = leena.page.get_by_role("link", name="Sign out of the directory too")
    assert str(there.get_attribute("href")).startswith(f"{provider.issuer}/oauth2/end_session?")

    # They sign in again, are ended in the directory, and lose the session.
    leena.visitor.go("/en/desk/sign-in/")
    leena.follows("Kunta (en)")
    leena.page.get_by_placeholder("sub").fill("leena")
    leena.page.get_by_role("button", name="Authorize", exact=True).click()
    expect(leena.heading()).to_have_text("Event series")
    provider.ends("leena")
    assert operator(house, "shell", "-v", "0", "-c", FIVE_MINUTES_LATER).strip() == "1"
    leena.visitor.go("/en/desk/")
    expect(leena.heading()).to_have_text("Sign in to the organiser pages")
    outi.visitor.go("/en/desk/organisations/kunta/audit/")
    trail = outi.page.get_by_role("main")
    expect(trail).to_contain_text("was signed out, since the directory has ended the session")
    expect(trail).to_contain_text("got another role by the directory")

"""Somebody adds a passkey and signs in with it, on a device that the browser itself plays."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor

# A device with a screen lock that knows its owner.
DEVICE = {
    "protocol": "ctap2",
    "transport": "internal",
    "hasResidentKey": True,
    "hasUserVerification": True,
    "isUserVerified": True,
    "automaticPresenceSimulation": True,
}


@pytest.mark.xdist_group("journeys-en")
def test_from_the_password_to_a_passkey(house: House, visit: Callable[..., Visitor]) -> None:
    # Passkeys belong to a host with a name.
    here = house.url.replace("127.0.0.1", "localhost")
    olga = Organiser(visit(language="en"))
    page, olga.visitor.elsewhere = olga.page, (here,)
    device = olga.visitor.context.new_cdp_session(page)
    device.send("WebAuthn.enable")
    added = device.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})

    # By password, then a passkey is added and named.
    olga.visitor.go(f"{here}/en/desk/sign-in/?next=/en/desk/account/security/")
    page.get_by_role("textbox", name="Email address").fill("olga-en@example.org")
    page.get_by_label("Password").fill(house.known["organisers"]["password"])
    page.get_by_role("main").get_by_role("button", name="Sign in", exact=True).click()
    olga.follows("Add a passkey")
    page.get_by_role("textbox", name="Name of the passkey").fill("Work phone")
    olga.presses("Add a passkey")
    olga.sees_message("The passkey has been added. You can sign in with it now.")
    expect(page.get_by_role("main")).to_contain_text("Work phone")
    assert len(device.send("WebAuthn.getCredentials", added)["credentials"]) == 1

    # The same device is not added twice.
    olga.follows("Add a passkey")
    olga.presses("Add a passkey")
    expect(page.get_by_role("alert").last).to_have_text("This device has a passkey for your account already.")

    # Signed in with it, without a password.
    page.get_by_role("button", name="Sign out", exact=True).click()
    olga.visitor.go(f"{here}/en/desk/sign-in/?next=/en/desk/account/security/")
    olga.presses("Sign in with a passkey")
    expect(olga.heading()).to_have_text("Security")
    expect(page.get_by_role("main")).to_contain_text("last used")

    # Removed here, it signs nobody in; the password still does.
    page.get_by_role("link", name="Rename or remove").click()
    olga.presses("Remove the passkey")
    olga.sees_message("The passkey has been removed. Delete it on your device too.")
    page.get_by_role("button", name="Sign out", exact=True).click()
    olga.visitor.go(f"{here}/en/desk/sign-in/")
    olga.presses("Sign in with a passkey")
    expect(page.get_by_role("status").first).to_contain_text("The passkey was not accepted.")

    # A device that gives none says so, and the other way is still there.
    device.send("WebAuthn.setUserVerified", added | {"isUserVerified": False})
    olga.presses("Sign in with a passkey")
    expect(page.get_by_role("alert").last).to_contain_text("No passkey was given.")
    expect(page.get_by_label("Password")).to_be_visible()


@pytest.mark.xdist_group("journeys-en")
def test_without_javascript_the_password_is_what_there_is(
    house: House, visit: Callable[..., Visitor]
) -> None:
    olga = Organiser(visit(language="en", javascript=False))
    olga.visitor.go("/en/desk/sign-in/")
    expect(olga.page.get_by_role("button", name="Sign in with a passkey")).to_be_hidden()
    olga.signs_in(house)
    olga.visitor.go("/en/desk/account/security/passkeys/new/")
    expect(olga.page.get_by_role("main")).to_contain_text("This browser cannot make a passkey")

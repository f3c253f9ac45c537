"""A colleague is invited, protects the account with a second factor, forgets the password: by the emails that really come."""

from __future__ import annotations

import base64
import re
from collections.abc import Callable
from datetime import UTC, datetime

import pytest
from playwright.sync_api import expect

from skaala.people.rules import totp
from tests.browser.house import House
from tests.browser.inbox import text_of
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor

PASSWORD, NEW_PASSWORD = "kolme sinistä venettä", "vihreä juna myöhästyi taas"
MEMBERS = "desk/organisations/house/members/"


def link_in(house: House, address: str, path: str, *, email: int = 1) -> str:
    """Return the path of the link in an email that has come to ``address``."""
    text = text_of(house.inbox.wait_for(address, email))
    found = re.search(rf"https?://[^/\s]+(/\S*{path}\S+)", text)
    assert found, text
    return found[1]


def becomes_member(house: House, owner: Organiser, colleague: Visitor, address: str, name: str) -> Organiser:
    """An owner invites, the colleague accepts in another browser with an account of their own."""
    owner.signs_in(house)
    owner.visitor.go(f"/{owner.visitor.language}/{MEMBERS}")
    owner.follows("Invite a member")
    owner.page.locator("[name=address]").fill(address)
    owner.page.locator(f"[name=language][value={colleague.language}]").check(force=True)
    owner.page.locator("[name=role][value=organiser]").check(force=True)
    owner.presses("Send the invitation")
    expect(owner.page.get_by_role("main")).to_contain_text(address)

    invited = Organiser(colleague)
    colleague.go(link_in(house, address, f"{colleague.language}/desk/invitation/"))
    expect(invited.page.get_by_role("main")).to_contain_text(address)
    invited.page.locator("[name=name]").fill(name)
    invited.page.locator("[name=password]").fill(PASSWORD)
    invited.presses("Accept the invitation")
    expect(invited.heading()).to_have_text(invited.said("Event series"))
    return invited


def signs_in(one: Organiser, address: str, password: str) -> None:
    one.visitor.go(f"/{one.visitor.language}/desk/sign-in/")
    one.page.get_by_role("textbox", name=one.said("Email address")).fill(address)
    one.page.get_by_label(one.said("Password")).fill(password)
    one.presses("Sign in")


def signs_out(one: Organiser) -> None:
    one.page.get_by_role("button", name=one.said("Sign out"), exact=True).click()


@pytest.mark.xdist_group("journeys-sv")
def test_a_colleague_is_invited_gets_another_role_and_leaves(
    house: House, visit: Callable[..., Visitor]
) -> None:
    """Finnish on a wide screen for the owner, Swedish on a phone without scripts for the colleague."""
    address = "cecilia@example.org"
    olga = Organiser(visit(language="fi"))
    cecilia = becomes_member(
        house, olga, visit(language="sv", width=390, javascript=False), address, "Cecilia Kollega"
    )
    link = link_in(house, address, "sv/desk/invitation/")
    texts = f"/sv/desk/series/{house.known['draft']}/texts/"
    cecilia.visitor.go(texts)

    # The link is used up: whoever finds it later gets nothing.
    stranger = visit(language="sv")
    stranger.expected.add(410)
    stranger.go(link, status=410)

    # Another role holds from the next page on.
    olga.visitor.go(f"/fi/{MEMBERS}")
    olga.page.get_by_role("link", name="Cecilia Kollega").click()
    olga.page.locator("[name=role][value=auditor]").check(force=True)
    olga.presses("Save the role")
    cecilia.visitor.expected.add(403)
    cecilia.visitor.go(texts.replace("texts/", "registrations/"), status=403)

    olga.page.get_by_role("link", name="Cecilia Kollega").click()
    olga.presses("End the membership")
    cecilia.visitor.expected.add(404)
    cecilia.visitor.go(texts, status=404)
    expect(olga.page.get_by_role("region", name=olga.said("Former members"))).to_contain_text("Cecilia")


@pytest.mark.xdist_group("journeys-sv")
def test_a_second_factor_with_its_recovery_codes(house: House, visit: Callable[..., Visitor]) -> None:
    address = "totte@example.org"
    totte = becomes_member(
        house, Organiser(visit(language="fi")), visit(language="sv"), address, "Totte Tvåstegs"
    )
    totte.visitor.go("/sv/desk/account/security/")
    totte.follows("Turn it on")
    secret = base64.b32decode(totte.page.get_by_role("main").locator("li code").inner_text().replace(" ", ""))

    def code(later: int = 0) -> str:
        return totp.code(secret, totp.step_at(datetime.now(UTC)) + later)

    totte.visitor.expected.add(422)
    totte.page.locator("[name=code]").fill("000000")
    totte.presses("Turn it on")
    used = code()
    totte.page.locator("[name=code]").fill(used)
    totte.presses("Turn it on")
    expect(totte.heading()).to_have_text(totte.said("Your recovery codes"))
    recovery = totte.page.get_by_role("main").locator("li code").all_inner_texts()
    assert len(set(recovery)) == len(recovery) >= 8
    totte.follows("I have saved them")
    signs_out(totte)

    # The password alone opens nothing; a code that was used neither; the next one does.
    signs_in(totte, address, PASSWORD)
    expect(totte.heading()).to_have_text(totte.said("Code from your app"))
    totte.page.locator("[name=code]").fill(used)
    totte.presses("Sign in")
    expect(totte.page.locator(".error-summary")).to_contain_text(
        totte.said(
            "This code is not right, or has been used. Wait for the next one in your app, and type that."
        )
    )
    totte.page.locator("[name=code]").fill(code(1))
    totte.presses("Sign in")
    expect(totte.heading()).to_have_text(totte.said("Event series"))
    signs_out(totte)

    # Without the phone a recovery code signs in, once.
    for opens in (True, False):
        signs_in(totte, address, PASSWORD)
        totte.page.locator("[name=code]").fill(recovery[0])
        totte.presses("Sign in")
        if opens:
            expect(totte.heading()).to_have_text(totte.said("Event series"))
            totte.visitor.go("/sv/desk/account/security/")
            expect(totte.page.get_by_role("main")).to_contain_text(str(len(recovery) - 1))
            signs_out(totte)
    expect(totte.heading()).to_have_text(totte.said("Code from your app"))


@pytest.mark.xdist_group("journeys-sv")
def test_a_forgotten_password_is_chosen_anew_by_the_link_in_the_email(
    house: House, visit: Callable[..., Visitor]
) -> None:
    address = "gladys@example.org"
    elsewhere = becomes_member(
        house, Organiser(visit(language="fi")), visit(language="en"), address, "Gladys Forgetful"
    )
    phone = Organiser(visit(language="en", width=390, javascript=False))
    phone.visitor.go("/en/desk/sign-in/")
    phone.follows("Forgotten your password?")
    phone.page.locator("[name=address]").fill(address.upper())
    phone.presses("Send the link")
    expect(phone.heading()).to_have_text("Check your email")
    link = link_in(house, address, "en/desk/new-password/", email=2)
    phone.visitor.go(link)
    phone.page.locator("[name=password]").fill(NEW_PASSWORD)
    phone.presses("Save the password")
    expect(phone.page.get_by_role("status").first).to_contain_text("Your password has been changed.")

    # Other browsers are signed out, the old password is none any more, and the link works once.
    elsewhere.visitor.go("/en/desk/")
    expect(elsewhere.heading()).to_have_text("Sign in to the organiser pages")
    signs_in(phone, address, PASSWORD)
    expect(phone.page.locator(".error-summary")).to_be_visible()
    signs_in(phone, address, NEW_PASSWORD)
    expect(phone.heading()).to_have_text("Event series")
    late = visit(language="en")
    late.expected.update({404, 410})
    late.page.goto(link)
    expect(late.page.locator("[name=password]")).to_have_count(0)

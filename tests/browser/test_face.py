"""An owner gives the organisation a sender, a reply address and an imprint; who registers sees them in the email and on the page."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from skaala.people.rules.colours import nearest_accent
from tests.browser.house import House
from tests.browser.inbox import text_of
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor
from tests.browser.words import said


@pytest.mark.xdist_group("series-roles")
def test_an_owner_changes_sender_and_imprint(house: House, visit: Callable[..., Visitor]) -> None:
    olga = Organiser(visit(language="fi"))
    olga.signs_in(house)
    olga.visitor.go("/fi/desk/organisations/house/members/")
    olga.follows("Our organisation’s look and sender")
    olga.writes("Sender’s name", fi="Kuntien verkosto", sv="Kommunernas nätverk")
    olga.page.locator("[name=reply_address]").fill("vastaukset@example.org")
    olga.page.get_by_text(olga.said("Footer and imprint"), exact=True).click()
    olga.writes("Imprint", fi="Kuntien verkosto ry\nY-tunnus 7654321-1")
    olga.presses("Save")
    olga.sees_message("Saved. Emails and public pages show it from now on.")
    expect(olga.page.get_by_role("main")).to_contain_text("vastaukset@example.org")

    email = house.inbox.wait_for("vastaukset@example.org")
    link = re.search(r"https?://\S+(/fi/desk/reply-address/\S+)", text_of(email))
    assert link, text_of(email)
    keeper = visit(language="fi", width=320, javascript=False)
    keeper.go(link[1])
    keeper.page.get_by_role("button", name=said("Confirm the address", "fi")).click()
    expect(keeper.page.get_by_role("heading", level=1)).to_have_text(
        said("The reply address has been confirmed", "fi")
    )
    olga.visitor.go("/fi/desk/organisations/house/look/")
    expect(olga.page.get_by_role("main")).not_to_contain_text(
        olga.said("The reply address has not been confirmed yet")
    )

    olga.visitor.expected.add(422)
    olga.page.get_by_text(olga.said("Logo and colours"), exact=True).click()
    olga.page.locator("[name=accent]").fill("#ffcc00")
    olga.presses("Save")
    expect(olga.page.get_by_role("main")).to_contain_text(nearest_accent("#ffcc00"))
    olga.page.locator("[name=accent_picker]").fill("#7a1f5c")
    expect(olga.page.locator("[name=accent]")).to_have_value("#7a1f5c")
    olga.presses("Save")
    olga.sees_message("Saved. Emails and public pages show it from now on.")
    olga.page.get_by_text(olga.said("Logo and colours"), exact=True).click()
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 90 40"><circle cx="45" cy="20" r="18"/></svg>'
    )
    olga.page.locator("[name=logo]").set_input_files(
        {"name": "logo.svg", "mimeType": "image/svg+xml", "buffer": drawing}
    )
    sample = olga.page.frame_locator("iframe[name=sample-email]")
    olga.page.get_by_role(
        "button", name=olga.said("Show the email: %(language)s") % {"language": "Svenska"}
    ).click()
    expect(sample.locator("html")).to_have_attribute("lang", "sv")
    expect(sample.get_by_role("img")).to_be_visible()  # before it has been saved
    expect(sample.get_by_text("Kommunernas nätverk", exact=False).first).to_be_visible()
    olga.presses("Save")
    olga.sees_message("Saved. Emails and public pages show it from now on.")
    olga.presses("Send a test to me")
    expect(olga.page.get_by_role("main")).to_be_visible()

    reader = visit(language="fi", width=390)
    reader.go(f"/fi/series/{house.known['coming']}/register/")
    mark = reader.page.locator(".organisation-mark").get_by_role("img", name=re.compile(r"\w"))
    expect(mark).to_be_visible()
    assert mark.evaluate("image => image.naturalWidth") > 100
    button = reader.page.locator("main .button.is-primary").last
    assert button.evaluate("button => getComputedStyle(button).backgroundColor") == "rgb(122, 31, 92)"
    foot = reader.page.get_by_role("contentinfo")
    expect(foot.get_by_text("Y-tunnus 7654321-1")).to_be_visible()
    assert (
        house.inbox.wait_for("vastaukset@example.org")["From"].addresses[0].addr_spec.startswith("no-reply@")
    )

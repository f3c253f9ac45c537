"""A workshop's board with three people at once: a facilitator, a guest without JavaScript, another with a keyboard."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.visitor import Visitor
from tests.browser.words import said

STATEMENT = "Käynti naapurikunnassa vakuuttaa enemmän kuin esite"


def presses(who: Visitor, label: str, context: str = "") -> None:
    name = said(label, who.language, context)
    who.page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()


def follows(who: Visitor, label: str) -> None:
    who.page.get_by_role("main").get_by_role("link", name=said(label, who.language)).first.click()
    who.page.wait_for_load_state()  # keys are listened for once the script is there


def reads(who: Visitor, text: str) -> None:
    expect(who.page.get_by_role("main")).to_contain_text(said(text, who.language))


def opens_link(who: Visitor, key: str) -> None:
    """Open the link of the email with the key, and press."""
    who.go(f"/{who.language}/b/{key}/")
    presses(who, "Open the workspace")
    expect(who.page.get_by_role("heading", level=1)).to_have_text(said("Workspace", who.language))


def joins(who: Visitor, code: str) -> None:
    who.go(f"/{who.language}/join/?code={code}")
    who.page.get_by_text(said("None of these", who.language)).click()
    presses(who, "Join")
    expect(who.page.get_by_role("heading", level=1)).to_have_text(said("Workspace", who.language))


@pytest.mark.xdist_group("journeys-sv")
def test_three_people_at_one_board(house: House, visit: Callable[..., Visitor]) -> None:
    olga = visit(language="en")
    home = f"/en/desk/series/{house.known['coming']}/events/tyopaja-2/board/"
    olga.go(f"/en/desk/sign-in/?next={home}")
    olga.page.locator("input[name=username]").fill("olga-en@example.org")
    olga.page.locator("input[name=password]").fill(house.known["organisers"]["password"])
    olga.page.get_by_role("main").get_by_role("button").first.click()
    presses(olga, "Set up the workspace")
    presses(olga, "Straight to gathering")
    code = olga.page.locator(".big-number").inner_text()
    presses(olga, "Admit everyone until I stop")

    # Anna writes without JavaScript on a phone.
    anna = visit(language="fi", width=390, javascript=False)
    joins(anna, code)
    follows(anna, "Write an answer")
    anna.page.get_by_role("textbox").fill(STATEMENT)
    presses(anna, "Send the statement")
    reads(anna, "Your statement is in the workspace")

    # Bertil weighs with the keyboard alone, at 320 pixels; takes it back and weighs again.
    bertil = visit(language="sv", width=320)
    joins(bertil, code)
    follows(bertil, "Next statement")
    expect(bertil.page.locator("#statement")).to_have_text(STATEMENT)
    bertil.page.get_by_role("button", name=said("Agree", "sv"), exact=True).focus()
    bertil.page.keyboard.press("2")
    reads(bertil, "You disagreed:")
    presses(bertil, "Undo")
    reads(bertil, "Your vote has been taken back.")
    expect(bertil.page.locator("#statement")).to_be_focused()
    bertil.page.keyboard.press("1")
    reads(bertil, "You agreed:")
    reads(bertil, "You have voted on all of them")

    # Anna has a form open while Olga moves on; what they send within the minute is taken, and no more can be written.
    follows_home = anna.page.url.partition("?")[0]
    anna.go(follows_home.removeprefix(house.url))
    follows(anna, "Write an answer")
    olga.page.reload()
    expect(olga.page.locator(".stat", has_text=said("Attended", "en"))).to_contain_text("2")
    olga.page.get_by_role("button", name="On to: Vote").click()
    expect(olga.page.get_by_role("status").first).to_contain_text("Vote")
    anna.page.get_by_role("textbox").fill("Tämä ajatus ehtii vielä mukaan")
    presses(anna, "Send the statement")
    reads(anna, "Your statement is in the workspace")
    anna.go(follows_home.removeprefix(house.url))
    expect(anna.page.get_by_role("textbox")).to_have_count(0)

    # Carin takes part at once, and is counted when Olga has let them in.
    presses(olga, "Stop admitting everyone")
    carin = visit(language="sv", width=320)
    carin.go(f"/sv/join/?code={code}")
    carin.page.get_by_text(said("None of these", "sv")).click()
    presses(carin, "Join")
    expect(carin.page.get_by_role("heading", level=1)).to_have_text(said("Workspace", "sv"))
    number = next(
        word for word in carin.page.locator("[data-guest]").inner_text().split() if word[:4].isdigit()
    )
    olga.page.reload()
    olga.page.get_by_role("button", name=number[:4]).first.click()
    carin.page.reload()
    expect(carin.page.locator("[data-guest]")).to_have_count(0)

    # After weighing Bertil may read what the votes say; two are too few to be spoken of.
    olga.page.get_by_role("button", name="On to: Review together").click()
    bertil.go(f"/sv/board/{code}/picture/")
    reads(bertil, "Too few have taken part yet")
    olga.go(f"{home}projector/")
    expect(olga.page.get_by_role("heading", level=1)).to_be_visible()

"""A board that lives: what others do is told and moves nothing, can be paused, and a vote survives a dead network."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Route, expect

from tests.browser.house import House
from tests.browser.test_board import follows, joins, opens_link, presses, reads
from tests.browser.test_keyboard import tab_to
from tests.browser.visitor import Visitor
from tests.browser.words import said

SEEDED = "Yhteinen hankinta säästää aikaa\nNaapurin malli kelpaa sellaisenaan\nTukea saa liian myöhään"
NEW = "Johdon tuki ratkaisee enemmän kuin raha"
# The controls of a page that the strip of news lies upon, before anything is scrolled.
UNDER = """() => {
  scrollTo(0, 0);
  const strip = document.querySelector("[data-live]"), on = strip.getBoundingClientRect();
  return [...document.querySelectorAll("main :is(a, button, input, select)")].filter((control) => {
    const box = control.getBoundingClientRect();
    return !strip.contains(control) && box.width > 1 && box.bottom > on.top + 1 && box.top < on.bottom - 1
      && box.right > on.left + 1 && box.left < on.right - 1;
  }).map((control) => control.textContent);
}"""


@pytest.mark.xdist_group("journeys-sv")
def test_who_takes_part_in_a_next_step_comes_to_an_open_page(
    house: House, visit: Callable[..., Visitor]
) -> None:
    code = house.known["closing_code"]
    loviisa, reader = visit(language="sv"), visit(language="fi", width=320)
    opens_link(reader, house.known["loviisa_key"])
    reader.go(f"/fi/board/{code}/together/")
    more = reader.page.locator("[data-live-more]")
    expect(reader.page.locator("[data-live]")).to_be_visible()
    expect(more).to_be_hidden()
    loviisa.go(f"/sv/r/{house.known['closing_token']}/next-steps/{code}/{house.known['step']}/")
    name = loviisa.page.locator("input[name=name]")
    name.fill(f"{name.input_value()} stad")
    loviisa.page.locator("input[name=consents]").check()
    presses(loviisa, "Save the change")
    more.get_by_role("link").click()
    expect(reader.page.locator(".statement-list")).to_contain_text(" stad")


@pytest.mark.xdist_group("journeys-sv")
def test_a_stream_comes_back_soon_after_a_proxy_has_said_that_nobody_is_there(
    house: House, visit: Callable[..., Visitor]
) -> None:
    """While the server starts again a proxy answers 502, from which browsers do not come back unasked."""
    reader, refused = visit(language="fi"), []
    reader.expected.add(502)

    def proxy(route: Route) -> None:
        if len(refused) < 3:
            refused.append(route.request.url)
            route.fulfill(status=502)
        else:
            route.continue_()

    opens_link(reader, house.known["loviisa_key"])
    reader.page.route("**/live/**", proxy)
    # Only after the refusals: the stream of the page before may be answered late.
    with reader.page.expect_response(
        lambda response: len(refused) == 3 and "/live/" in response.url and response.status == 200,
        timeout=12_000,
    ):
        reader.go(f"/fi/board/{house.known['closing_code']}/together/")
    expect(reader.page.locator("[data-live-lost]")).to_be_hidden()


@pytest.mark.xdist_group("journeys-sv")
def test_updates_move_nothing_can_be_paused_and_votes_outlive_the_network(
    house: House, visit: Callable[..., Visitor]
) -> None:
    olga = visit(language="en")
    home = f"/en/desk/series/{house.known['coming']}/events/tyopaja-3/board/"
    olga.go(f"/en/desk/sign-in/?next={home}")
    olga.page.locator("input[name=username]").fill("olga-en@example.org")
    olga.page.locator("input[name=password]").fill(house.known["organisers"]["password"])
    olga.page.get_by_role("main").get_by_role("button").first.click()
    # Guests count as they come: whom the facilitator lets in is another story.
    olga.page.locator("input[name=confirms_guests]").uncheck()
    presses(olga, "Set up the workspace")
    presses(olga, "Straight to gathering")
    code = olga.page.locator(".big-number").inner_text()
    olga.go(f"{home}seed/")
    olga.page.get_by_role("textbox").fill(SEEDED)
    presses(olga, "Look at the statements")
    presses(olga, "Add the ticked ones")
    olga.go(home)
    assert olga.page.evaluate(UNDER) == []

    # Anna reads the list on a phone and has paused the updates; the focus is where they search.
    anna = visit(language="fi", width=390)
    joins(anna, code)
    anna.go(f"/fi/board/{code}/weigh/")
    for width, height in ((390, 844), (390, 700), (320, 800), (320, 640)):
        anna.resize(width, height)
        assert anna.page.evaluate(UNDER) == [], (width, height)
        choices = anna.page.locator(".ballot-choices button")
        agree, disagree = choices.nth(0).bounding_box(), choices.nth(1).bounding_box()
        assert agree["y"] == disagree["y"]  # neither is seen before the other
    anna.resize(390, 500)
    anna.go(f"/fi/board/{code}/statements/")
    bar, pause = anna.page.locator("[data-live]"), anna.page.locator("[data-live-pause]")
    pause.click()
    expect(pause).to_have_attribute("aria-pressed", "true")
    search = anna.page.locator("input[name=q]")
    search.focus()
    # By keyboard nothing that has the focus is ever under it, on the way down and up again.
    tab_to(anna.page, anna.page.locator(".statement-list button").last)
    tab_to(anna.page, search, backwards=True)

    bertil = visit(language="sv", width=320)
    joins(bertil, code)
    follows(bertil, "Write an answer")
    bertil.page.get_by_role("textbox").fill(NEW)
    presses(bertil, "Send the statement")
    reads(bertil, "Your statement is in the workspace")

    expect(bar.locator("[data-live-hint]")).to_have_text("1 uutta")
    expect(bar.locator("[data-live-new]")).to_be_hidden()
    expect(search).to_be_focused()
    expect(olga.page.locator(".stat", has_text=said("Statements", "en"))).to_contain_text("4")
    olga.page.get_by_role("button", name="On to: Vote").click()

    # Another page, and it is still paused; when they go on, they are told, and nothing has moved under their eyes.
    anna.page.reload()
    expect(pause).to_have_attribute("aria-pressed", "true")
    presses(anna, "Pause updates")
    olga.page.get_by_role("button", name="Back to: Collect statements").click()
    expect(bar.get_by_role("status")).to_contain_text(said("Collect statements", "fi", "phase"))
    expect(pause).to_be_focused()
    expect(anna.page.locator(".statement-list > li")).to_have_count(4)

    # Bertil's network goes while he weighs; the next statement is there, and his vote is sent when it is back.
    bertil.go(f"/sv/board/{code}/weigh/")
    first = bertil.page.locator("#statement").inner_text()
    bertil.context.set_offline(True)
    presses(bertil, "Agree")
    queue = bertil.page.locator("[data-queue]")
    expect(queue).to_contain_text("1 ställningstagande är sparat")
    expect(bertil.page.locator(".ballot h2")).to_be_focused()
    expect(bertil.page.locator(".ballot h2")).not_to_have_text(first)
    bertil.page.keyboard.press("1")
    expect(queue).to_contain_text("2 ställningstaganden")
    bertil.context.set_offline(False)
    expect(queue).to_have_text(said("All votes have been sent.", "sv"))
    bertil.problems[:] = [words for words in bertil.problems if "ERR_INTERNET_DISCONNECTED" not in words]
    bertil.go(f"/sv/board/{code}/statements/")
    pressed = bertil.page.locator("[aria-pressed=true]", has_text=said("Agree", "sv"))
    expect(pressed).to_have_count(2)
    expect(bertil.page.locator("li", has_text=first).locator("[aria-pressed=true]")).to_have_count(1)

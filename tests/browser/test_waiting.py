"""While a long file is read the page says so, and it can be cancelled with nothing lost."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Route, expect

from tests.browser.house import House
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor

WATCH = """() => {
  const shown = document.querySelector('.waiting-shown');
  new MutationObserver((_, watch) => {
    if (shown.hidden) return;
    watch.disconnect();
    window.seen = shown.innerText;
    setTimeout(() => shown.querySelector('button').click(), 500);
  }).observe(shown, {attributes: true});
}"""


def test_a_file_that_takes_long_can_be_cancelled(house: House, visit: Callable[..., Visitor]) -> None:
    organiser = Organiser(visit(language="sv"))
    organiser.signs_in(house)
    page = organiser.page
    organiser.visitor.go("/sv/desk/new-series/announcement/")
    waiting = page.locator(".waiting")
    expect(waiting.get_by_role("progressbar")).to_be_hidden()
    page.get_by_role("textbox").first.fill("Resultatseminarium 20.10.2029 kl. 13–15 på nätet")

    taken: list[Route] = []
    page.route("**/announcement/", lambda route: taken.append(route))  # the answer takes its time
    # The driver looks at nothing while a page is on its way, so the person who sees the words and cancels is a script.
    page.evaluate(WATCH)
    button = page.get_by_role("main").get_by_role(
        "button", name=organiser.said("Read the announcement"), exact=True
    )
    button.click(no_wait_after=True)

    expect(waiting.get_by_role("progressbar")).to_be_hidden()
    assert "Filen läses in" in page.evaluate("window.seen")
    expect(page.get_by_role("textbox").first).to_have_value(
        "Resultatseminarium 20.10.2029 kl. 13–15 på nätet"
    )
    assert len(taken) == 1
    page.unroute("**/announcement/")
    organiser.presses("Read the announcement")
    expect(page.get_by_role("heading", level=1)).to_have_text(organiser.said("Check the draft"))

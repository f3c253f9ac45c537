"""A helper at the door whose phone loses the network: their marks wait, and are counted once."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.visitor import Visitor
from tests.browser.words import said


@pytest.mark.xdist_group("journeys-sv")
def test_marks_without_network_wait_and_count_once(house: House, visit: Callable[..., Visitor]) -> None:
    helper = visit(language="sv", width=320)
    page = helper.page
    helper.go(f"/sv/h/{house.known['helper_token']}/")
    page.get_by_label(said("Name or organisation", "sv")).fill("pia paik")
    row = page.locator(".check-in-people li:visible")
    expect(row).to_have_count(1)
    count = page.locator('[data-check-in-count="onsite"]')
    before = int(count.inner_text())

    page.context.set_offline(True)
    row.get_by_role("button").click()
    waiting = said("1 mark is waiting to be sent. You can continue.", "sv")
    expect(page.locator("[data-check-in-waiting]")).to_have_text(waiting)
    expect(row).to_have_class("has-come is-waiting")
    expect(count).to_have_text(str(before))

    # Meanwhile the organiser has ended the link: the mark is kept until there is a new one.
    page.route("**/h/*/", lambda route: route.fulfill(status=410, json={"problem": "Slut."}))
    page.context.set_offline(False)
    expect(page.locator("[data-check-in-problem]")).to_contain_text("Slut.")
    expect(page.locator("[data-check-in-waiting]")).to_have_text(waiting)
    page.unroute("**/h/*/")

    sent: list[str] = []
    page.on("request", lambda request: sent.append(request.method))
    page.reload()
    expect(page.locator("[data-check-in-waiting]")).to_have_text(said("Everything has been sent.", "sv"))
    expect(page.locator("[data-check-in-problem]")).to_be_hidden()
    row = page.locator("li", has_text="Pia Paikalla")
    expect(count).to_have_text(str(before + 1))
    assert sent.count("POST") == 1

    # Loaded anew, nothing waits any more; and they can be taken back.
    page.reload()
    row = page.locator("li", has_text="Pia Paikalla")
    expect(row).to_have_class("has-come")
    row.get_by_role("button").click()
    expect(row).not_to_have_class("has-come")
    expect(count).to_have_text(str(before))
    expected = ("ERR_INTERNET_DISCONNECTED", "410")
    helper.problems[:] = [one for one in helper.problems if not any(part in one for part in expected)]

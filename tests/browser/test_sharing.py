"""A series shared with a partner organisation, from the offer to its end: two organisations, two browsers."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.inbox import text_of
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor
from tests.browser.words import said
from tests.cast import PASSWORD


@pytest.mark.xdist_group("series-roles")
def test_a_series_is_shared_seen_and_ended_at_once(house: House, visit: Callable[..., Visitor]) -> None:
    """Finnish on a wide screen for the owner, Swedish on a phone without scripts for the partner's owner."""
    olga = Organiser(visit(language="fi"))
    olga.signs_in(house)
    shared = house.known["empty"]
    olga.visitor.go(f"/fi/desk/series/{shared}/roles/")
    olga.follows("Share with another organisation")
    olga.page.locator("[name=organisation]").fill("luonto")
    olga.page.locator("[name=roles][value=owner]").check(force=True)
    olga.presses("Send the offer")
    expect(olga.page.get_by_role("main")).to_contain_text("ympäristön yhteistyöverkosto")

    email = text_of(house.inbox.wait_for("olli@example.org"))
    link = re.search(r"https?://\S+/fi(/desk/organisations/luonto/shared/)", email)
    assert link, email
    olli = visit(language="sv", width=390, javascript=False)
    olli.go(f"/sv{link[1]}")
    olli.page.get_by_role("textbox", name=said("Email address", "sv")).fill("olli@example.org")
    olli.page.get_by_label(said("Password", "sv")).fill(PASSWORD)
    olli.page.get_by_role("main").get_by_role("button", name=said("Sign in", "sv"), exact=True).click()
    series = f"/sv/desk/series/{shared}/"
    olli.expected.add(404)
    olli.go(series, status=404)  # nothing opens before it is accepted
    olli.go(f"/sv{link[1]}")
    olli.page.get_by_role("main").get_by_role("listitem").get_by_role("link").first.click()
    olli.page.locator("[name=address]").fill("Skogsvägen 1, 20100 Åbo")
    olli.page.locator("[name=contact_email]").fill("dataskydd@example.org")
    olli.page.get_by_role("button", name=said("Accept the offer", "sv")).click()
    expect(olli.page.get_by_role("status").first).to_contain_text(
        said("The series is now shared. It is in the list of series.", "sv")
    )
    olli.go(series)
    olli.go(f"{series}registrations/")
    olli.expected.add(403)
    olli.go(f"{series}copy/", status=403)
    olli.go(f"/sv/desk/series/{house.known['coming']}/", status=404)
    olli.go("/sv/desk/organisations/house/members/", status=404)

    olga.page.reload()
    olga.page.get_by_role("button", name=re.compile(f"^{olga.said('End the sharing')}")).click()
    olga.sees_message("It is no longer shared. Members of the partner no longer see it.")
    olli.go(series, status=404)
    olli.go(f"{series}registrations/", status=404)
    ended = house.inbox.wait_for("olli@example.org", 2)
    assert said("No longer shared: %(series)s", "fi").partition("%")[0] in ended["Subject"]

"""A role in one series, from the invitation to its end: two people, two browsers."""

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

PASSWORD = "kuusi kurkea lentää yli"


@pytest.mark.xdist_group("series-roles")
def test_somebody_from_outside_is_invited_works_and_is_gone(
    house: House, visit: Callable[..., Visitor]
) -> None:
    """Finnish on a wide screen for the organiser, Swedish on a phone without scripts for the guest."""
    olga = Organiser(visit(language="fi"))
    olga.signs_in(house)
    series = f"/fi/desk/series/{house.known['coming']}/"
    olga.visitor.go(series)
    olga.opens("Roles and links")
    olga.follows("Give a role")
    olga.page.get_by_label(olga.said("Email address of somebody from outside")).fill("gunilla@example.org")
    olga.page.get_by_role("radio", name="Svenska").check(force=True)
    olga.page.locator("[name=role][value=facilitator]").check(force=True)
    olga.presses("Give the role")
    olga.sees_message("The invitation has been sent.")

    email = text_of(house.inbox.wait_for("gunilla@example.org"))
    link = re.search(r"https?://\S+(/sv/desk/series-invitation/\S+)", email)
    assert link, email
    guest = visit(language="sv", width=390, javascript=False)
    guest.go(link[1])
    guest.page.get_by_label(said("Name", "sv")).fill("Gunilla Gäst")
    guest.page.locator("[name=password]").fill(PASSWORD)
    guest.page.get_by_role("button", name=said("Accept the invitation", "sv")).click()
    expect(guest.page).to_have_url(re.compile(rf"/sv/desk/series/{house.known['coming']}/$"))
    expect(guest.page.get_by_role("status").first).to_contain_text("har nu en roll")
    guest.go(f"/sv/desk/series/{house.known['coming']}/events/tyopaja-1/board/")
    for closed in ("registrations", "roles", "copy"):
        guest.expected.add(403)
        guest.go(f"/sv/desk/series/{house.known['coming']}/{closed}/", status=403)
    guest.expected.add(404)
    guest.go("/sv/desk/organisations/house/members/", status=404)

    olga.opens("Roles and links")
    row = olga.page.get_by_role("row", name=re.compile("Gunilla Gäst"))
    expect(row).not_to_contain_text(olga.said("never"))
    row.get_by_role("link").click()
    olga.presses("End the role")
    olga.sees_message("%(name)s no longer has this role. What they made stays.")
    guest.go(f"/sv/desk/series/{house.known['coming']}/", status=404)
    expect(olga.page.get_by_role("main")).to_contain_text("Gunilla Gäst")

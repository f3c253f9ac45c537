"""Two people and one place: who waits, who moves up; and an organiser who cancels the event."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.inbox import text_of
from tests.browser.test_participant import PHONE, Participant, link_in
from tests.browser.visitor import Visitor


def registers(person: Participant, house: House) -> None:
    """They ask for a place on site in the narrow hall."""
    person.visitor.go(f"/{person.visitor.language}/series/{house.known['narrow']}/register/")
    card = f"#events-{house.known['narrow_hall']}"
    # The card's label lies over its box and takes the press.
    person.page.locator(card).check(force=True)
    person.page.locator(f"{card}-onsite").check(force=True)
    person.fills_in_details()
    person.presses("Send the registration")
    person.reads("Thank you – check your email")


@pytest.mark.parametrize(
    ("language", "javascript"),
    [
        pytest.param("fi", True, marks=pytest.mark.xdist_group("journeys-fi")),
        pytest.param("sv", False, marks=pytest.mark.xdist_group("journeys-sv")),
        pytest.param("en", True, marks=pytest.mark.xdist_group("journeys-en")),
    ],
)
def test_who_waits_sees_their_place_and_steps_off(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:

    person = Participant(
        visit(language=language, width=PHONE, javascript=javascript), f"jono.{language}@example.org"
    )
    full = person.said("full: you will join the waiting list")
    person.visitor.go(f"/{language}/series/{house.known['narrow']}/register/")
    expect(person.page.get_by_role("main")).to_contain_text(full)
    registers(person, house)

    email = text_of(house.inbox.wait_for(person.email))
    link = link_in(email)
    assert "/j/" not in email and "teams" not in email

    person.visitor.go(link)
    expect(person.page.get_by_role("main")).to_contain_text(person.said("On the waiting list", "status"))
    expect(person.page.get_by_role("button", name=person.said("Leave the waiting list"))).to_be_visible()
    person.page.get_by_role("button", name=person.said("Leave the waiting list")).click()
    # It was all they had asked for, so the registration goes with it.
    expect(person.page.get_by_role("main")).to_contain_text(
        person.said("This registration has been cancelled")
    )
    house.inbox.wait_for(person.email, 2)

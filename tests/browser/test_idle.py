"""A browser that is left alone asks for a sign-in again, and nothing that was typed is lost."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.test_organiser import Organiser
from tests.browser.visitor import Visitor

TEXT = "Kirjoitettu ennen kahvia.\nToinen rivi & <merkki>."


@pytest.mark.xdist_group("journeys-fi")
@pytest.mark.parametrize("javascript", [True, False])
def test_a_text_that_is_sent_after_the_session_has_ended_comes_back(
    javascript: bool, house: House, visit: Callable[..., Visitor]
) -> None:
    olga = Organiser(visit(language="fi", javascript=javascript))
    olga.signs_in(house)
    new = f"/fi/desk/series/{house.known['draft']}/news/new/"
    olga.visitor.go(new)
    olga.page.locator("[name=title_fi]").fill("Uutinen")
    olga.page.locator("[name=body_fi]").fill(TEXT)
    # As if the session had ended meanwhile: this browser no longer has it, and is known as a device all the same.
    olga.visitor.context.clear_cookies(name="sessionid")
    olga.presses("Save the news")
    expect(olga.page.get_by_role("status").first).to_contain_text(
        olga.said("Nothing has been sent yet. After you have signed in, what you typed is in its form again.")
    )
    olga.page.get_by_role("textbox", name=olga.said("Email address")).fill("olga-fi@example.org")
    olga.page.get_by_label(olga.said("Password")).fill(house.known["organisers"]["password"])
    olga.presses("Sign in")
    expect(olga.page.locator("#kept-form")).to_be_in_viewport()
    expect(olga.page.locator("[name=title_fi]")).to_have_value("Uutinen")
    expect(olga.page.locator("[name=body_fi]")).to_have_value(TEXT)
    olga.presses("Discard what I typed")
    expect(olga.page.locator("[name=body_fi]")).to_have_value("")
    expect(olga.page.locator("#kept-form")).to_have_count(0)


@pytest.mark.xdist_group("journeys-fi")
def test_a_quiet_warning_comes_before_and_one_press_stays(
    house: House, visit: Callable[..., Visitor]
) -> None:
    olga = Organiser(visit(language="fi"))
    olga.page.clock.install()
    olga.signs_in(house)
    warning = olga.page.locator("[data-idle]")
    expect(warning).to_be_hidden()
    olga.page.clock.fast_forward("01:56:00")
    expect(warning).to_contain_text(
        olga.said("You will soon be signed out, because this browser has not been used for a while.")
    )
    warning.get_by_role("button", name=olga.said("Stay signed in")).click()
    expect(warning).to_be_hidden()
    olga.page.clock.fast_forward("02:01:00")
    expect(warning.locator("[data-idle-over]")).to_be_visible()
    expect(warning.get_by_role("button")).to_be_hidden()

"""A quick question from the facilitator's page to phones and the room's screen and back, with and without JavaScript."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.test_board import joins, presses, reads
from tests.browser.test_phone import PHONE, is_on_first_screen
from tests.browser.test_projector import FITS, SIZES
from tests.browser.visitor import Visitor
from tests.browser.words import counted, said

ASKED = "Mihin kuntanne tarvitsee eniten apua, kun hyvä toimenpide halutaan ottaa käyttöön?"
OPTIONS = [
    "Rahoituksen hakemiseen ja omarahoitusosuuden perustelemiseen",
    "Osaamiseen",
    "Aikaan",
    "En osaa sanoa",
]


def fits(room: Visitor) -> None:
    for width, height in SIZES:
        room.resize(width, height)
        room.page.wait_for_timeout(150)
        tall, window, is_narrow_enough, screen_fits, *_ = room.page.evaluate(FITS)
        assert (tall, is_narrow_enough, screen_fits) == (window, True, True), (width, height)


@pytest.mark.xdist_group("room")
def test_a_question_is_asked_answered_and_shown(house: House, visit: Callable[..., Visitor]) -> None:
    home = f"/fi{house.known['room_board']}"
    lead, room = visit(language="fi"), visit(language="fi", width=1920, height=1080)
    for each in (lead, room):
        each.go(f"/fi/desk/lead/{house.known['room_lead']}/")
        presses(each, "Open the workspace")
    room.go(f"{home}/projector/")
    phone, plain = visit(**PHONE), visit(javascript=False, **PHONE)
    for each in (phone, plain):
        joins(each, house.known["room_code"])

    lead.go(f"{home}/polls/new/")
    lead.page.get_by_text(said("One of several answers", "fi", "quick question"), exact=True).click()
    lead.page.locator("[name=question_fi]").fill(ASKED)
    lead.page.locator("[name=options_fi]").fill("\n".join(OPTIONS))
    presses(lead, "Save the question")
    lead.page.locator("button[name=action][value=open]").click()
    expect(room.page.locator(".projector-screen")).to_have_class("projector-screen is-poll")
    expect(room.page.locator(".projector-list li")).to_have_count(len(OPTIONS))
    fits(room)

    # The phone is told, and on a press has the question before all else, its answers on the first screen.
    phone.page.get_by_role("link", name=said("Show what can be done now", "fi")).click()
    plain.page.reload()
    for each in (phone, plain):
        buttons = each.page.locator(".poll-choices button").all()
        is_on_first_screen(each, each.page.locator(".poll h2"), *buttons)
        each.page.locator(".poll-choices button", has_text=OPTIONS[1]).click()
        expect(each.page.locator(".poll-choices [aria-pressed=true]")).to_contain_text(OPTIONS[1])
        reads(each, "Your answer has been counted")
    heard = counted("%(number)s person has answered", "%(number)s people have answered", 2, "fi")
    expect(room.page.locator("[data-live-answers]")).to_have_text(heard % {"number": 2})

    # Words for a cloud: one press each, and they are on the screen at once.
    lead.go(f"{home}/polls/new/")
    lead.page.get_by_text(said("Word cloud", "fi", "quick question"), exact=True).click()
    lead.page.locator("[name=question_fi]").fill("Mikä sana kuvaa yhteistyötä?")
    lead.page.get_by_text(said("Answers are hidden until I close the question", "fi")).click()
    presses(lead, "Save the question")
    lead.page.locator("button[name=action][value=open]").click()
    plain.page.reload()
    plain.go(f"/fi/board/{house.known['room_code']}/questions/")
    field = plain.page.get_by_label(said("A word, or a few", "fi"))
    is_on_first_screen(plain, field, plain.page.get_by_role("button", name=said("Send the answer", "fi")))
    field.fill("luottamus")
    presses(plain, "Send the answer")
    expect(plain.page.locator(".cloud")).to_contain_text("luottamus")
    expect(room.page.locator(".cloud")).to_contain_text("luottamus")
    fits(room)

    # The first one is closed: too few have answered to say anything, which is what everyone reads.
    lead.go(f"{home}/polls/")
    lead.page.get_by_role("button", name=ASKED).first.click()
    reads(lead, "The question is closed.")
    phone.page.reload()
    reads(phone, "Answers are shown once at least five people have answered.")

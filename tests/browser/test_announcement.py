"""An organiser pastes the announcement they have written, checks what was read, and opens registration."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date

import pytest
from playwright.sync_api import Page, expect

from tests.browser.house import House
from tests.browser.visitor import Visitor
from tests.browser.words import said

# A spring that is to come whenever the test runs.
YEAR = date.today().year + 2  # noqa: DTZ011
TITLE = {
    "fi": "Kiertotalouden työpajat kunnille",
    "sv": "Verkstäder om cirkulär ekonomi",
    "en": "Circular economy workshops",
}
TEXT = {
    "fi": "Kuntaliitto järjestää keväällä työpajoja kiertotaloudesta. Tervetuloa mukaan kaikista kunnista!\n\n"
    f"1. Työpaja 27.3.{YEAR} klo 13–15 Jakaminen (Teams)\nIlmoittautuminen 26.3. mennessä.\n\n"
    f"2. Työpaja 10.4.{YEAR} klo 10 Korjaaminen, Kuntatalo (Toinen linja 14, 00530 Helsinki)\n",
    "sv": "Kommunförbundet ordnar verkstäder om cirkulär ekonomi i vår. Välkomna från alla kommuner!\n\n"
    f"Verkstad 1: Att dela, den 27 mars {YEAR} kl. 13–15 (Teams)\nAnmälan senast den 26 mars.\n\n"
    f"Verkstad 2: Att reparera, den 10 april {YEAR} kl. 10, Kommunernas hus, Andra linjen 14, 00530 Helsingfors\n",
    "en": "The Association arranges workshops about the circular economy. Welcome from all municipalities!\n\n"
    f"Workshop 1: Sharing, 27 March {YEAR} at 1–3 pm (Teams)\nRegister by 26 March.\n\n"
    f"Workshop 2: Repairing, 10 April {YEAR} at 10 am, Kuntatalo, Toinen linja 14, 00530 Helsinki\n",
}


@dataclass
class Organiser:
    """Works at the desk in their language."""

    visitor: Visitor
    house: House

    @property
    def page(self) -> Page:
        return self.visitor.page

    def said(self, text: str, context: str = "") -> str:
        return said(text, self.visitor.language, context)

    def reads(self, text: str) -> None:
        expect(self.page.get_by_role("heading", level=1)).to_have_text(text)

    def presses(self, label: str) -> None:
        self.page.get_by_role("main").get_by_role("button", name=self.said(label), exact=True).click()

    def field(self, name: str) -> str:
        return self.page.locator(f'[name="{name}"]').input_value()

    def signs_in(self) -> None:
        language = self.visitor.language
        self.visitor.go(f"/{language}/desk/new-series/")
        self.page.locator('[name="username"]').fill(f"olga-{language}@example.org")
        self.page.locator('[name="password"]').fill(self.house.known["organisers"]["password"])
        self.presses("Sign in")
        self.reads(self.said("New series"))


@pytest.mark.parametrize(
    ("language", "width", "javascript"),
    [("fi", 1440, True), ("sv", 390, False), ("en", 320, True)],
    ids=["fi-wide", "sv-no-javascript", "en-narrow"],
)
def test_from_the_pasted_announcement_to_open_registration(
    house: House, visit: Callable[..., Visitor], language: str, width: int, javascript: bool
) -> None:
    olga = Organiser(visit(language=language, width=width, javascript=javascript), house)
    page = olga.page
    olga.signs_in()

    # They paste the text as it is.
    page.get_by_role("link", name=olga.said("Draft the series from the announcement")).click()
    olga.reads(olga.said("A series from an announcement"))
    page.locator("textarea").fill(f"{TITLE[language]}\n\n{TEXT[language]}")
    olga.presses("Read the announcement")

    # What was read stands beside its words; the words lead into the text, and back from there.
    olga.reads(olga.said("Check the draft"))
    assert olga.field("series-title") == TITLE[language]

    def day(number: int) -> str:
        return f"{number} March {YEAR}" if language == "en" else f"{number}.3.{YEAR}"

    mark = ":" if language == "en" else "."
    read = {
        "start_day": day(27),
        "start_time": f"13{mark}00",
        "end_time": f"15{mark}00",
        "registration_closes_day": day(26),
    }
    assert {name: olga.field(f"event-0-{name}") for name in read} == read
    assert olga.field("event-1-venue_address").endswith(("00530 Helsinki", "00530 Helsingfors"))
    beside_the_start = page.locator("#id_event-0-start_helptext a")
    beside_the_start.focus()
    page.keyboard.press("Enter")
    marked = page.locator("mark:target")
    expect(marked).to_be_in_viewport()
    assert "27" in marked.inner_text()
    page.locator("mark:target + span a").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("#id_event-0-start_0")).to_be_in_viewport()
    assert page.evaluate("document.documentElement.scrollWidth") <= width

    # The second workshop has no end: the page says so, and saves nothing before they fill it in.
    expect(page.locator("#id_event-1-end_helptext")).to_contain_text(
        olga.said("The text gives no time of ending.")
    )
    olga.visitor.expected.add(422)
    olga.presses("Save as a draft series")
    wrong = page.locator("#error-summary a")
    expect(wrong).to_have_count(1)
    wrong.click()
    page.locator('[name="event-1-end_day"]').fill(f"{YEAR}-04-10")
    page.locator('[name="event-1-end_time"]').fill("12:00")
    olga.presses("Save as a draft series")

    # It is a draft; they publish it.
    olga.reads(TITLE[language])
    slug = re.search(r"/desk/series/([^/]+)/", page.url)
    assert slug is not None
    with house.client() as stranger:
        assert stranger.get(f"/{language}/series/{slug[1]}/").status_code == 404
    page.locator(".desk-head").get_by_role("link", name=olga.said("Publish", "to do"), exact=True).click()
    olga.presses("Publish now")
    olga.presses("Yes, publish")

    # Whoever comes can register to both.
    maija = visit(language=language, width=width, javascript=javascript)
    maija.go(f"/{language}/series/{slug[1]}/register/")
    boxes = maija.page.locator('input[type="checkbox"][name="events"]')
    expect(boxes).to_have_count(2)
    for number in range(2):
        expect(boxes.nth(number)).to_be_enabled()


def test_a_text_that_is_far_too_long_is_answered_in_words(
    house: House, visit: Callable[..., Visitor]
) -> None:
    olga = Organiser(visit(language="en"), house)
    olga.signs_in()
    olga.visitor.go("/en/desk/new-series/announcement/")
    olga.page.locator("textarea").evaluate("(field) => { field.value = 'Workshop 27.3. '.repeat(350000) }")
    olga.visitor.expected.add(413)
    olga.presses("Read the announcement")
    olga.reads(olga.said("That is too much text"))
    olga.page.go_back()
    assert len(olga.page.locator("textarea").input_value()) > 5_000_000

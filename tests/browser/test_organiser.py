"""An organiser sets up a series, publishes it and sees who comes: in three languages, with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta

import pytest
from playwright.sync_api import Locator, Page, expect

from skaala.ui.language_names import language_name
from tests.browser.house import House
from tests.browser.inbox import calendar_of
from tests.browser.test_participant import IN_EACH_LANGUAGE, Participant
from tests.browser.visitor import Visitor
from tests.browser.words import said

EASTER_MONDAY, DAY_AFTER = "2029-04-02", "2029-04-03"
NAMES = {"fi": "Toinen pääsiäispäivä", "sv": "Annandag påsk", "en": "Easter Monday"}
HELD = date.today() + timedelta(days=60)  # noqa: DTZ011  far enough ahead in any time zone


@dataclass
class Organiser:
    """Works at the desk in their language."""

    visitor: Visitor

    @property
    def page(self) -> Page:
        return self.visitor.page

    def said(self, text: str, context: str = "") -> str:
        return said(text, self.visitor.language, context)

    def signs_in(self, house: House) -> None:
        """They ask for the desk, are led to the sign-in and from there to where they wanted to go."""
        self.visitor.go(f"/{self.visitor.language}/desk/")
        self.page.get_by_role("textbox", name=self.said("Email address")).fill(
            f"olga-{self.visitor.language}@example.org"
        )
        self.page.get_by_label(self.said("Password")).fill(house.known["organisers"]["password"])
        self.presses("Sign in")
        expect(self.heading()).to_have_text(self.said("Event series"))

    def heading(self) -> Locator:
        return self.page.get_by_role("heading", level=1)

    def presses(self, label: str) -> None:
        self.page.get_by_role("main").get_by_role("button", name=self.said(label), exact=True).click()

    def follows(self, label: str, context: str = "") -> None:
        main = self.page.get_by_role("main")
        main.get_by_role("link", name=self.said(label, context), exact=True).first.click()

    def opens(self, section: str, context: str = "") -> None:
        """Opens a section of the series from its menu."""
        self.menu().get_by_role("link", name=self.said(section, context), exact=True).click()

    def menu(self) -> Locator:
        """The menu of what is being worked on: a series of one event is called an event."""
        either = re.compile("|".join(self.said(words) for words in ("This series", "This event")))
        return self.page.get_by_role("navigation", name=either)

    def sees_message(self, text: str) -> None:
        """A message says ``text``; what stands for a name in it is left out."""
        expect(self.page.get_by_role("status").first).to_contain_text(
            re.sub(r"%\(.*?\)s", "", self.said(text)).strip()
        )

    def writes(self, group: str, context: str = "", **texts: str) -> None:
        """Fills in a text in the languages given."""
        fields = self.page.get_by_role(
            "group", name=re.compile(rf"^{re.escape(self.said(group, context))}( \(|$)")
        )
        for language, text in texts.items():
            name = language_name(language, self.visitor.language)
            fields.get_by_label(name[:1].upper() + name[1:], exact=True).fill(text)

    def sets(self, group: str, day: date, clock: str) -> None:
        fields = self.page.get_by_role("group", name=self.said(group), exact=True)
        fields.get_by_label(self.said("Day", "of a calendar"), exact=True).fill(day.isoformat())
        fields.get_by_label(self.said("Time", "of a clock"), exact=True).fill(clock)


@pytest.mark.xdist_group("journeys-en")
def test_the_sections_of_a_series_take_one_line_on_a_phone_and_open_there(
    house: House, visit: Callable[..., Visitor]
) -> None:
    olga = Organiser(visit(language="en", width=390, height=844))
    olga.signs_in(house)
    olga.page.get_by_role("main").locator("tbody th a, h2 a, h3 a").first.click()
    texts = olga.menu().get_by_role("link", name="Texts", exact=True)
    expect(texts).to_be_hidden()
    box = olga.menu().bounding_box()
    assert box is not None and box["height"] < 100
    olga.menu().locator("summary").press("Enter")
    expect(texts).to_be_visible()
    olga.menu().locator("summary").press("Enter")
    # Where there is room they stand beside the page, and the keyboard comes to them.
    olga.page.set_viewport_size({"width": 1280, "height": 900})
    expect(texts).to_be_visible()
    expect(olga.menu().locator("summary")).to_be_hidden()
    texts.focus()
    expect(texts).to_be_focused()
    texts.press("Enter")
    expect(olga.menu().locator("[aria-current]")).to_have_text("Texts")


@IN_EACH_LANGUAGE
def test_from_the_sign_in_to_the_copy_for_next_year(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    olga = Organiser(visit(language=language, javascript=javascript))
    page = olga.page
    way = "js" if javascript else "nojs"
    title = f"Circles {language} {way}"
    address = f"/{language}/series/circles-{language}-{way}/"

    # A series with a title, as a draft.
    olga.signs_in(house)
    olga.follows("New series")
    olga.writes("Title", "of a series or event", fi=title, sv=title, en=title)
    page.get_by_role("textbox", name=olga.said("Email of the contact person")).fill("olga@example.org")
    olga.presses("Create the series")
    olga.sees_message("The series has been saved as a draft. Next, add its events.")
    expect(olga.heading()).to_have_text(title)

    # An event; a slip in its times is named, and nothing typed is lost.
    olga.opens("Events")
    olga.follows("Add an event")
    olga.writes("Title", "of a series or event", fi="Piiri", sv="Cirkel", en="Circle")
    olga.sets("Start", HELD, "13:00")
    olga.sets("End", HELD, "11:00")
    page.get_by_role("radio", name=olga.said("online"), exact=False).first.check(force=True)
    page.get_by_role("textbox", name=olga.said("Online platform")).fill("Teams")
    page.get_by_role("textbox", name=olga.said("Join link")).fill("https://meet.example.org/circle")
    olga.visitor.expected.add(422)
    olga.presses("Add the event")
    summary = page.get_by_role("group", name=olga.said("There is a problem"))
    expect(summary).to_be_focused()
    expect(summary).to_contain_text(olga.said("The event ends before it starts. Check day and time."))
    expect(page.locator("#id_title_fi, [name=title_fi]").first).to_have_value("Piiri")
    olga.sets("End", HELD, "15:00")
    olga.presses("Add the event")
    olga.sees_message("%(event)s has been added.")

    # Strangers see nothing yet, but for those who have the preview: they try the form, and nothing is saved.
    olga.opens("Publish", "section")
    colleague = Participant(visit(language=language), "speaker@example.org")
    colleague.visitor.go(address, status=404)
    olga.follows("Share the preview until a day you choose")
    olga.presses("Create the link")
    olga.sees_message("The link is ready. Copy it below and send it to whom you choose.")
    shared = page.get_by_role("textbox", name=re.compile(r"20\d\d")).first.input_value()
    colleague.visitor.go(shared[shared.index(f"/{language}/") :])
    colleague.page.get_by_role("complementary", name=olga.said("Preview")).get_by_role(
        "link", name=olga.said("Registration form")
    ).click()
    colleague.reads("Register")
    colleague.fills_in_details("Saara Puhuja")
    colleague.presses("Send the registration")
    colleague.reads("Nothing was saved")
    colleague.follows("Back to the preview")
    expect(colleague.page.get_by_role("complementary", name=olga.said("Preview"))).to_contain_text(
        olga.said("Preview")
    )
    olga.opens("Publish", "section")
    olga.presses("Publish now")
    olga.presses("Yes, publish")
    olga.sees_message("It is public now.")
    olga.presses("Make it a draft again")
    olga.sees_message("It is a draft again. Its public pages have gone.")
    olga.presses("Publish now")
    olga.presses("Yes, publish")

    # A participant finds it and registers.
    maija = Participant(visit(language=language), f"circle.{language}.{way}@example.org")
    maija.visitor.go(f"/{language}/")
    maija.page.get_by_role("link", name=title, exact=True).click()
    maija.page.get_by_role("article").get_by_role("link", name=maija.said("Register")).click()
    maija.fills_in_details("Maija Ympyrä")
    maija.presses("Send the registration")
    maija.reads("Thank you – check your email")
    assert calendar_of(house.inbox.wait_for(maija.email)).count("BEGIN:VEVENT") == 1

    # The organiser sees them, and that their email has gone.
    olga.opens("Registrations")
    expect(page.get_by_role("row").filter(has_text="Maija Ympyrä")).to_contain_text(maija.email)
    page.get_by_role("link", name="Maija Ympyrä").click()
    expect(olga.heading()).to_have_text("Maija Ympyrä")

    # Cancelled by mistake: found among those who have cancelled, and restored.
    olga.follows("Change events or cancel")
    for none in page.get_by_role("radio", name=olga.said("Does not come")).all():
        none.check(force=True)
    olga.presses("Save and send an email")
    olga.opens("Registrations")
    page.get_by_role("main").locator("a[href*='state=cancelled']").click()
    page.get_by_role("link", name="Maija Ympyrä").click()
    olga.follows("Restore the registration")
    olga.presses("Restore and send the email")
    olga.sees_message("%(name)s has been registered again and will get an email.")
    olga.opens("Emails")
    email = page.get_by_role("row").filter(has_text="Maija Ympyrä").last
    for _ in range(20):
        if olga.said("Sent", "status") in email.inner_text():
            break
        page.wait_for_timeout(250)
        page.reload()
    expect(email).to_contain_text(olga.said("Sent", "status"))

    # Next year's copy: a holiday is named, another day is taken, and people stay behind.
    olga.opens("Copy", "section")
    first_day = page.get_by_label(olga.said("Day of the first event"))
    first_day.fill(EASTER_MONDAY)
    olga.presses("Show the new dates")
    expect(page.get_by_role("main")).to_contain_text(olga.said("Some events fall on a public holiday"))
    expect(page.get_by_role("main")).to_contain_text(NAMES[language])
    first_day.fill(DAY_AFTER)
    olga.presses("Show the new dates")
    expect(page.get_by_role("main")).not_to_contain_text(olga.said("Some events fall on a public holiday"))
    olga.presses("Create the copy")
    olga.sees_message("This is the copy, as a draft. Look through its texts, then publish it.")
    olga.opens("Registrations")
    expect(page.get_by_role("main")).not_to_contain_text("Maija Ympyrä")

    # Out again: the desk is closed to who comes after them.
    page.get_by_role("banner").get_by_role("button", name=olga.said("Sign out")).click()
    expect(page).to_have_url(f"{house.url}/{language}/")
    olga.visitor.go(f"/{language}/desk/")
    expect(page).to_have_url(re.compile("/desk/sign-in/"))

"""A municipal officer registers, changes their mind and cancels: in three languages, with and without JavaScript."""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

import pytest
from playwright.sync_api import Locator, Page, expect

from skaala.demo import series_2023 as announced
from tests.browser.house import House
from tests.browser.inbox import calendar_of, html_of, text_of
from tests.browser.visitor import Visitor
from tests.browser.words import said, written

PHONE = 390
# Typed as an officer would: small letters, and in Swedish the Swedish name.
MUNICIPALITY = {"fi": ("akaa", "Akaa"), "sv": ("kimitoön", "Kimitoön"), "en": ("Turku", "Turku")}
WORKSHOP_1, _, WORKSHOP_3, CLOSING = announced.EVENTS

# A page is the same with and without JavaScript in each language; all six would say no more than these.
IN_EACH_LANGUAGE = pytest.mark.parametrize(
    ("language", "javascript"),
    [
        pytest.param(language, javascript, id=language, marks=pytest.mark.xdist_group(f"journeys-{language}"))
        for language, javascript in {"fi": True, "sv": False, "en": True}.items()
    ],
)
WITH_AND_WITHOUT = pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])


@dataclass
class Participant:
    """Reads the pages of the coming series in their language."""

    visitor: Visitor
    email: str

    @property
    def page(self) -> Page:
        return self.visitor.page

    def said(self, text: str, context: str = "") -> str:
        return said(text, self.visitor.language, context)

    def reads(self, text: str) -> None:
        """The page's heading is ``text`` in their language."""
        expect(self.page.get_by_role("heading", level=1)).to_have_text(self.said(text))

    def presses(self, label: str) -> None:
        self.page.get_by_role("main").get_by_role("button", name=self.said(label), exact=True).click()

    def presses_wrongly(self, label: str) -> None:
        """Sends a form that comes back with what must be put right."""
        self.visitor.expected.add(422)
        with self.page.expect_navigation() as coming_back:
            self.presses(label)
        assert coming_back.value is not None
        assert coming_back.value.status == 422

    def follows(self, label: str) -> None:
        self.page.get_by_role("main").get_by_role("link", name=self.said(label), exact=True).click()

    def box_of(self, event: announced.AnnouncedEvent) -> Locator:
        return self.page.get_by_role("checkbox", name=written(event.title, self.visitor.language))

    def ticks(self, event: announced.AnnouncedEvent, way: str = "") -> None:
        # The card's label lies over the whole card and takes the press: forced, since Playwright expects the box itself.
        self.box_of(event).check(force=True)
        if way:
            self.ways_of(event).get_by_label(self.said(way)).check(force=True)

    def ways_of(self, event: announced.AnnouncedEvent) -> Locator:
        """The question how they attend a hybrid event."""
        title = written(event.title, self.visitor.language)
        return self.page.get_by_role("group", name=f"{self.said('How will you take part?')} – {title}")

    def text_field(self, label: str) -> Locator:
        # An optional field says so after its label.
        return self.page.get_by_role("textbox", name=re.compile(rf"^{re.escape(self.said(label))}( \(|$)"))

    def opens_the_form_of(self, event: announced.AnnouncedEvent) -> None:
        """From the front page over the series to the event's own button."""
        self.visitor.go(f"/{self.visitor.language}/")
        coming = self.page.get_by_role("region", name=self.said("Coming up"))
        coming.get_by_role("link", name=written(announced.TITLE, self.visitor.language), exact=True).click()
        card = self.page.get_by_role("article").filter(has_text=written(event.title, self.visitor.language))
        card.get_by_role("link", name=self.said("Register")).click()
        self.reads("Register")

    def fills_in_details(self, name: str = "Maija Meikäläinen") -> None:
        self.text_field("Name").fill(name)
        self.text_field("Email").fill(self.email)
        box = self.page.get_by_role("combobox", name=self.said("Municipality"))
        box.press_sequentially(MUNICIPALITY[self.visitor.language][0])
        self.text_field("Your job title or role").fill("Ympäristöpäällikkö")

    def rows(self) -> list[str]:
        """The events on their personal page, by their headings."""
        return (
            self.page.get_by_role("region", name=self.said("Your events"))
            .get_by_role("heading", level=3)
            .all_inner_texts()
        )


def link_in(text: str) -> str:
    """The personal link in an email."""
    links = set(re.findall(r"https?://\S+/r/[^/\s]+/(?=\s)", text))
    assert len(links) == 1
    return links.pop()


def where_one_joins(house: House, link: str, event_id: int) -> str:
    """Where the way to an event's call ends for the holder of a personal link; empty where it leads nowhere."""
    with house.client() as client:
        # As the links in emails did before they had a token of their own.
        page = client.get(f"{link}join/{event_id}/", follow_redirects=True)
        assert page.status_code in {200, 404} and "teams.example.org" not in page.text
        call = client.post(str(page.url))
    found = re.search(r'http-equiv="refresh" content="0; url=([^"]+)"', call.text)
    return found[1] if found else ""


@IN_EACH_LANGUAGE
def test_from_the_front_page_to_the_cancelled_registration(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    maija = Participant(
        visit(language=language, width=PHONE, javascript=javascript),
        f"maija.{language}.{'js' if javascript else 'nojs'}@example.org",
    )
    page, known = maija.page, house.known

    # They register to the workshop whose button they pressed, and to the closing event on site.
    maija.opens_the_form_of(WORKSHOP_1)
    expect(maija.box_of(WORKSHOP_1)).to_be_checked()
    expect(maija.box_of(WORKSHOP_3)).not_to_be_checked()
    maija.ticks(CLOSING, "On site")
    maija.fills_in_details()
    expect(
        page.get_by_role("radio", name={"fi": "suomi", "sv": "svenska", "en": "English"}[language])
    ).to_be_checked()
    maija.presses("Send the registration")
    maija.reads("Thank you – check your email")
    expect(page.get_by_role("main")).to_contain_text(written(WORKSHOP_1.title, language))

    # The email comes in their language, with a calendar file, their link, and no address of a video call.
    email = house.inbox.wait_for(maija.email)
    assert email["Subject"].strip().startswith(maija.said("Your registration: %(title)s").partition("%")[0])
    assert calendar_of(email).count("BEGIN:VEVENT") == 2
    link = link_in(text_of(email))
    assert link in html_of(email)
    assert "teams.example.org" not in str(email)
    assert where_one_joins(house, link, known["tyopaja_1"]).startswith("https://teams.example.org/")
    assert where_one_joins(house, link, known["lopputilaisuus"]) == ""

    # Behind the link stands what they asked for.
    maija.visitor.go(link)
    maija.reads("Your registration")
    assert len(maija.rows()) == 2
    expect(page.get_by_role("main")).to_contain_text(MUNICIPALITY[language][1])

    # They add a workshop and stay at home for the closing event.
    maija.follows("Change the registration")
    maija.reads("Change your registration")
    expect(maija.text_field("Name")).to_have_value("Maija Meikäläinen")
    expect(maija.box_of(WORKSHOP_1)).to_be_checked()
    maija.ticks(WORKSHOP_3)
    maija.ticks(CLOSING, "Online")
    maija.presses("Save the changes")
    expect(page.get_by_role("status")).to_contain_text(maija.said("Your changes have been saved"))
    assert len(maija.rows()) == 3
    assert calendar_of(house.inbox.wait_for(maija.email, 2)).count("BEGIN:VEVENT") == 3
    assert where_one_joins(house, link, known["lopputilaisuus"]).startswith("https://teams.example.org/")

    # Opening the page that asks does not cancel; pressing its button does.
    maija.visitor.go(link)
    maija.follows("Cancel the registration")
    maija.reads("Cancel the registration?")
    maija.follows("No, keep it")
    assert len(maija.rows()) == 3
    maija.follows("Cancel the registration")
    maija.presses("Yes, cancel the registration")
    expect(page.get_by_role("main")).to_contain_text(maija.said("This registration has been cancelled"))
    assert (
        house.inbox.wait_for(maija.email, 3)["Subject"]
        .strip()
        .startswith(maija.said("Registration cancelled: %(title)s").partition("%")[0])
    )
    assert where_one_joins(house, link, known["tyopaja_1"]) == ""
    assert len(house.inbox.to(maija.email)) == 3


@IN_EACH_LANGUAGE
def test_who_has_lost_the_email_gets_the_link_again(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    way = "javascript" if javascript else "plain"
    liisa = Participant(
        visit(language=language, width=PHONE, javascript=javascript), f"liisa.{language}.{way}@example.org"
    )
    link = link_in(text_of(house.inbox.wait_for(liisa.email)))
    liisa.visitor.go(f"/{language}/series/{house.known['coming']}/")
    liisa.follows("Already registered? Get the link to your registration again")
    liisa.presses_wrongly("Send the link")
    expect(liisa.page.locator("#id_email")).to_have_attribute("aria-invalid", "true")
    liisa.text_field("Email").fill(liisa.email.upper())
    liisa.presses("Send the link")
    expect(liisa.page.get_by_role("status")).to_contain_text(liisa.said("Check your email"))
    assert link_in(text_of(house.inbox.wait_for(liisa.email, 2))) == link
    liisa.visitor.go(link)
    assert len(liisa.rows()) == 1


@IN_EACH_LANGUAGE
def test_bad_input_is_named_and_nothing_is_lost(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    matti = Participant(
        visit(language=language, width=PHONE, javascript=javascript),
        f"matti.{language}.{'js' if javascript else 'nojs'}@example.org",
    )
    page = matti.page
    name, need = 'Matti "<b>Möttönen</b>"', "Kaksi riviä:\nyksi & kaksi"
    matti.opens_the_form_of(CLOSING)
    expect(matti.box_of(CLOSING)).to_be_checked()
    matti.text_field("Name").fill(name)
    matti.text_field("Email").fill("matti@")
    page.get_by_role("combobox", name=matti.said("Municipality")).fill("Akka")
    matti.text_field("Dietary needs").fill("Kasvis")
    matti.text_field("What do you need to be able to take part?").fill(need)
    matti.presses_wrongly("Send the registration")

    # The summary has the focus and leads to each field.
    summary = page.get_by_role("group", name=matti.said("There is a problem"))
    expect(summary).to_be_focused()
    links = summary.get_by_role("link")
    assert links.count() == summary.get_by_role("listitem").count()
    targets = [link.get_attribute("href") or "" for link in links.all()]
    closing = f"#events-{house.known['lopputilaisuus']}"
    assert targets == [
        closing, "#id_email", "#id_municipality", "#id_consents_to_diet", "#id_consents_to_accessibility"
    ]  # fmt: skip
    for target in targets:
        summary.locator(f"a[href='{target}']").click()
        expect(page.locator(target)).to_be_focused()
        assert page.locator(target).get_attribute("aria-invalid") == "true"

    # What was typed is there still, and what is put right goes through.
    expect(matti.box_of(CLOSING)).to_be_checked()
    expect(matti.text_field("Name")).to_have_value(name)
    expect(matti.text_field("Email")).to_have_value("matti@")
    expect(page.get_by_role("combobox", name=matti.said("Municipality"))).to_have_value("Akka")
    expect(matti.text_field("Dietary needs")).to_have_value("Kasvis")
    expect(matti.text_field("What do you need to be able to take part?")).to_have_value(need)
    matti.ticks(CLOSING, "Online")
    if javascript:
        expect(matti.text_field("Dietary needs")).to_be_hidden()
    matti.ticks(CLOSING, "On site")
    matti.text_field("Email").fill(matti.email)
    page.get_by_role("combobox", name=matti.said("Municipality")).fill("Akaa")
    page.locator("#id_consents_to_diet").check()
    page.locator("#id_consents_to_accessibility").check()
    matti.presses("Send the registration")
    matti.reads("Thank you – check your email")
    email = house.inbox.wait_for(matti.email)
    assert name not in text_of(email)  # nobody has confirmed the address yet: no words of a stranger go out
    assert name not in html_of(email)


@pytest.mark.xdist_group("journeys-fi")
def test_a_stranger_learns_nothing(house: House, visit: Callable[..., Visitor]) -> None:
    """Who asks for somebody's link, or registers with their address, sees what everybody sees; only they get an email."""
    maija = Participant(visit(), "maija.stranger@example.org")
    maija.opens_the_form_of(WORKSHOP_1)
    maija.fills_in_details()
    maija.presses("Send the registration")
    maija.reads("Thank you – check your email")
    own_answer = (maija.page.url, maija.page.content())
    link = link_in(text_of(house.inbox.wait_for(maija.email)))

    stranger = Participant(visit(), maija.email)
    stranger.opens_the_form_of(WORKSHOP_1)
    stranger.fills_in_details("Sanna Salaperäinen")
    stranger.presses("Send the registration")
    stranger.reads("Thank you – check your email")
    assert (stranger.page.url, stranger.page.content()) == own_answer

    answers, liisa = [], "liisa.fi.stranger@example.org"
    for address in (liisa, "nobody.at.all@example.org"):
        stranger.visitor.go(f"/fi/series/{house.known['coming']}/link/")
        stranger.text_field("Email").fill(address)
        stranger.presses("Send the link")
        expect(stranger.page.get_by_role("status")).to_contain_text(stranger.said("Check your email"))
        answers.append((stranger.page.url, stranger.page.content()))
    assert answers[0] == answers[1]
    assert link_in(text_of(house.inbox.wait_for(liisa, 2)))

    stranger.visitor.go(link.replace("~", "~x"), status=404)
    maija.visitor.go(link)
    expect(maija.page.get_by_role("main")).to_contain_text("Maija Meikäläinen")
    assert house.inbox.to("nobody.at.all@example.org") == []


@WITH_AND_WITHOUT
@pytest.mark.xdist_group("journeys-sv")
def test_a_double_click_registers_once(house: House, visit: Callable[..., Visitor], javascript: bool) -> None:
    way = "javascript" if javascript else "plain"
    hasty = Participant(visit(javascript=javascript), f"hasty.{way}@example.org")
    hasty.opens_the_form_of(WORKSHOP_1)
    hasty.fills_in_details("Hannu Hätäinen")
    hasty.page.get_by_role("button", name=hasty.said("Send the registration")).dblclick()
    hasty.reads("Thank you – check your email")
    # Without JavaScript the browser breaks the first request off when the second press comes.
    hasty.visitor.problems[:] = [each for each in hasty.visitor.problems if "ERR_ABORTED" not in each]
    link = link_in(text_of(house.inbox.wait_for(hasty.email)))
    hasty.page.wait_for_timeout(2000)
    assert len(house.inbox.to(hasty.email)) == 1
    hasty.visitor.go(link)
    assert len(hasty.rows()) == 1


@pytest.mark.xdist_group("journeys-sv")
def test_language_switch_stays_on_the_page(house: House, visit: Callable[..., Visitor]) -> None:
    visitor = visit(language="fi", javascript=False)
    series = house.known["coming"]
    visitor.go(f"/fi/series/{series}/register/?event=tyopaja-3")
    for language, name in [("sv", "Svenska"), ("en", "English"), ("fi", "Suomi")]:
        if language == "sv":
            visitor.page.locator("#id_name").fill("Maija Meikäläinen")
        # What is typed comes along: a form is sent, and its page is shown in the other language.
        visitor.page.get_by_role("navigation").get_by_role("button", name=name, exact=True).click()
        expect(visitor.page).to_have_url(f"{house.url}/{language}/series/{series}/register/?event=tyopaja-3")
        expect(visitor.page.locator("#id_name")).to_have_value("Maija Meikäläinen")
        expect(visitor.page.locator(f"#events-{house.known['tyopaja_3']}")).to_be_checked()
    assert visitor.context.cookies() == []

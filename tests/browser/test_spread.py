"""From a statement to what became of it; and those who spread actions, on a phone: adopter, editor, owner, coordinator of a network."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from playwright.sync_api import Page, expect

from skaala.demo.action_of_2023 import NAME
from skaala.demo.action_of_a_step import NAME as OF_A_STEP
from tests.browser.house import House
from tests.browser.test_organiser import Organiser
from tests.browser.test_participant import IN_EACH_LANGUAGE
from tests.browser.visitor import Visitor
from tests.browser.words import said, written
from tests.pages.eyes import sideways

HEIGHT = 844
PHONE = {"width": 390, "height": HEIGHT, "has_touch": True, "is_mobile": True}


def fits(page: Page) -> None:
    page.wait_for_load_state()  # with its style sheets
    assert sideways(page) == []


def follows(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("link", name=name, exact=True).first.click()


def presses(page: Page, name: str) -> None:
    page.get_by_role("main").get_by_role("button", name=name, exact=True).first.click()


@IN_EACH_LANGUAGE
def test_from_a_statement_one_can_press_through_to_the_follow_up(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    known = house.known
    reader = visit(language=language, javascript=javascript, **PHONE)
    page = reader.page
    reader.go(f"/{language}/series/{known['past']}/tyopaja-1/results/")
    fits(page)
    follows(page, said("Read the report of the series", language))
    fits(page)
    follows(page, written(NAME, language))
    expect(page.get_by_role("heading", level=1)).to_have_text(written(NAME, language))
    fits(page)
    unfolds(page, "Municipalities and their history", language)
    adoptions = page.locator("table.adoptions")
    expect(adoptions.get_by_role("link", name="Raahe" if language != "sv" else "Brahestad")).to_be_visible()
    adoptions.locator("summary").first.click()
    page.locator("#origin").scroll_into_view_if_needed()
    unfolds(page, "Where this comes from", language)
    expect(page.locator("details:has(#origin) blockquote")).to_be_visible()
    follows(page, said("We are interested, or can help", language))
    expect(page.get_by_label(said("Your work email address", language))).to_be_visible()
    fits(page)
    place = {"fi": "Inari", "sv": "Sibbo", "en": "Rautavaara"}[language]
    page.get_by_label(said("Your municipality", language)).fill(place)
    presses(page, said("Send", language))
    expect(page.get_by_role("heading", level=1)).to_have_text(said("Thank you", language))


@IN_EACH_LANGUAGE
def test_from_a_next_step_of_the_closing_event_one_can_press_through_to_the_follow_up(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    """And back from the action to the workshop where it began."""
    reader = visit(language=language, javascript=javascript, **PHONE)
    page = reader.page
    reader.go(f"/{language}/series/{house.known['past']}/lopputilaisuus/")
    fits(page)
    follows(page, written(OF_A_STEP, language))
    expect(page.get_by_role("heading", level=1)).to_have_text(written(OF_A_STEP, language))
    fits(page)
    unfolds(page, "Municipalities and their history", language)
    adoptions = page.locator("table.adoptions")
    expect(
        adoptions.get_by_role("link", name="Helsingfors" if language == "sv" else "Helsinki")
    ).to_be_visible()
    unfolds(page, "Where this comes from", language)
    follows(page, said("Results of the event", language))
    fits(page)
    follows(page, written(OF_A_STEP, language))
    follows(page, said("We are interested, or can help", language))
    expect(page.get_by_label(said("Your work email address", language))).to_be_visible()


def unfolds(page: Page, heading: str, language: str) -> None:
    page.locator("summary", has_text=said(heading, language)).click()


def is_short(page: Page) -> None:
    """What is secondary is folded, and what it is about and the press come first."""
    assert page.evaluate("document.documentElement.scrollHeight") <= 5 * HEIGHT
    box = page.locator(".at-a-glance").bounding_box()
    assert box is not None and box["y"] < HEIGHT


@pytest.mark.xdist_group("journeys-fi")
def test_a_slider_shows_the_years_of_a_spread_and_without_a_script_some_are_side_by_side(
    house: House, visit: Callable[..., Visitor]
) -> None:
    place = f"/fi/actions/{house.known['action']}/"
    plain = visit(language="fi", javascript=False, **PHONE)
    plain.go(place)
    unfolds(plain.page, "How it has spread, in pictures", "fi")
    expect(plain.page.locator(".spread-maps-row svg").nth(1)).to_be_visible()
    reader = visit(language="fi", **PHONE)
    reader.go(place)
    is_short(reader.page)
    unfolds(reader.page, "How it has spread, in pictures", "fi")
    maps, slider = (
        reader.page.locator(".spread-maps-row svg:visible"),
        reader.page.locator("[data-years] input"),
    )
    expect(maps).to_have_count(1)
    years = [
        int(year)
        for year in (reader.page.locator("[data-years]").get_attribute("data-years") or "").split(",")
    ]
    assert len(years) > 1 and min(years) < max(years)
    slider.focus()
    reader.page.keyboard.press("Home")
    expect(slider).to_have_attribute(
        "aria-valuetext", re.compile(f"^{min(years)}: {years.count(min(years))} ")
    )
    later = reader.page.locator(f".spread-maps-row svg:visible [data-year='{max(years)}']").first
    expect(later).to_be_hidden()
    reader.page.keyboard.press("End")
    expect(later).to_be_visible()
    expect(maps).to_have_attribute("aria-label", re.compile(f"^{max(years)}: {len(years)} "))
    fits(reader.page)


@IN_EACH_LANGUAGE
def test_a_report_of_an_adopter_is_confirmed_and_seen(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    """The adopter needs no account; the editor works on a phone too."""
    place = {"fi": "Kuhmo", "sv": "Enontekis", "en": "Utsjoki"}[language]
    adopter = visit(language=language, javascript=javascript, **PHONE)
    page = adopter.page
    adopter.go(f"/{language}/actions/{house.known['action']}/")
    follows(page, said("Report how far your municipality has come", language))
    page.get_by_label(said("Your municipality", language)).fill(place)
    page.locator("[name=stage][value=piloting]").check(force=True)  # its label lies over it
    page.get_by_label(said("Since when", language)).fill("3/2025")
    for name, number in {"units_reached": "3", "units_total": "12", "units": "koulua"}.items():
        page.locator(f"[name={name}]").fill(number)
    fits(page)
    presses(page, said("Send the report", language))
    expect(page.get_by_role("heading", level=1)).to_have_text(said("Thank you", language))

    editor = Organiser(visit(language=language, javascript=javascript, **PHONE))
    editor.signs_in(house)
    editor.visitor.go(f"/{language}/desk/catalogue/reports/")
    fits(editor.page)
    card = editor.page.locator(".card", has_text=place)
    card.get_by_role("button", name=said("Confirm", language)).click()
    adopter.go(f"/{language}/actions/{house.known['action']}/")
    unfolds(page, "Municipalities and their history", language)
    row = page.locator("table.adoptions tr", has=page.get_by_role("link", name=place))
    row.locator("summary").click()
    expect(row.locator("details")).to_contain_text("12")  # 3 of 12 schools


@IN_EACH_LANGUAGE
def test_an_editor_imports_a_table_on_a_phone(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    snow = f"Lumen varastointi hakkeen alla, {language}"
    editor = Organiser(visit(language=language, javascript=javascript, **PHONE))
    editor.signs_in(house)
    page = editor.page
    editor.visitor.go(f"/{language}/desk/catalogue/")
    fits(page)
    follows(page, said("Import actions", language))
    table = f"Mikä;Missä\n{snow};Kajaani\n;Raahe\n"
    page.locator("input[type=file]").set_input_files(
        {"name": f"lumet-{language}.csv", "mimeType": "text/csv", "buffer": table.encode()}
    )
    presses(page, said("Look at the file", language))
    fits(page)
    page.locator("[name=column-0]").select_option("name")
    page.locator("[name=column-1]").select_option("owner")
    presses(page, said("Look again with these columns", language))
    expect(page.get_by_text(snow).first).to_be_visible()
    expect(page.get_by_text(said("Write the name of the action.", language))).to_be_visible()
    page.locator("[name=import]").click()
    follows(page, said("Complete and publish the drafts", language))
    expect(page.get_by_role("link", name=snow)).to_be_visible()


@IN_EACH_LANGUAGE
def test_who_keeps_a_municipality_s_page_changes_its_action(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    """The owner's own person, by the link they have, in their language."""
    owner = visit(language=language, javascript=javascript, **PHONE)
    page = owner.page
    owner.go(f"/{language}/k/{house.known['keeper_token']}/")
    fits(page)
    page.locator(f"a[href$='/{house.known['keeper_own']}/']").first.click()
    cost = f"12 000 euro, {language}"
    page.locator("[name=cost]").fill(cost)
    fits(page)
    presses(page, said("Save", language))
    expect(page.get_by_text(said("Saved.", language))).to_be_visible()
    owner.go(f"/{language}/actions/{house.known['keeper_own']}/")
    expect(page.get_by_text(cost).first).to_be_visible()


@IN_EACH_LANGUAGE
def test_a_coordinator_sees_what_spreads_and_whom_to_ask(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    coordinator = visit(language=language, javascript=javascript, **PHONE)
    page = coordinator.page
    coordinator.go(f"/{language}/networks/{house.known['network']}/")
    fits(page)
    expect(page.locator("#spreads")).to_be_visible()
    expect(page.locator("#stalls")).to_be_visible()
    expect(page.locator("#teachers")).to_be_visible()
    asked = page.locator("section:has(#spreads) tbody td:nth-child(5) a").first
    name = asked.inner_text()
    asked.click()
    expect(page.get_by_role("heading", level=1)).to_have_text(name)

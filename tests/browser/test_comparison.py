"""Actions side by side on a phone: ticked among the suggestions and on the next page, read in pairs."""

from __future__ import annotations

from collections.abc import Callable

from playwright.sync_api import Page, expect

from tests.browser.house import House
from tests.browser.test_participant import IN_EACH_LANGUAGE
from tests.browser.test_spread import PHONE, fits, presses
from tests.browser.visitor import Visitor
from tests.browser.words import said


@IN_EACH_LANGUAGE
def test_actions_are_ticked_on_two_pages_and_read_in_pairs(
    house: House, visit: Callable[..., Visitor], language: str, javascript: bool
) -> None:
    reader = visit(language=language, javascript=javascript, **PHONE)
    page = reader.page
    reader.go(f"/{language}/actions/?place=Utaj%C3%A4rvi")
    for number in range(2):
        page.locator(".suggestions input[name=a]").nth(number).check()
    presses(page, said("Next", language))
    expect(page.locator("input[name=a]:checked")).to_have_count(2)
    page.locator(".action-cards input[name=a]").first.check()
    fits(page)
    presses(page, said("Compare the chosen ones", language))
    fits(page)
    heads = page.locator("table.comparison thead th")
    expect(heads).to_have_count(3)
    expect(page.locator("table.comparison tbody th").first).to_contain_text("Utajärvi")
    first, second, third = (top(page, "thead th", number) for number in range(3))
    assert first == second < third  # two beside each other, the third below them
    assert top(page, "tbody tr:first-child td", 0) == top(page, "tbody tr:first-child td", 1)
    heads.nth(2).locator(".comparison-without").click()
    expect(heads).to_have_count(2)
    heads.first.locator("a").first.click()
    expect(page.locator("#for-place")).to_contain_text("Utajärvi")
    fits(page)


def top(page: Page, cells: str, number: int) -> float:
    box = page.locator(f"table.comparison {cells}").nth(number).bounding_box()
    assert box is not None
    return box["y"]

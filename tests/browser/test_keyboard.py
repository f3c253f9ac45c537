"""One whole registration by keyboard alone, in a window enlarged to 400 %, with the focus always in sight."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from playwright.sync_api import Locator, Page, expect

from skaala.demo import series_2023 as announced
from tests.browser.house import House
from tests.browser.inbox import calendar_of
from tests.browser.visitor import Visitor
from tests.browser.words import said, written

pytestmark = pytest.mark.xdist_group("journeys-en")

NARROW, LOW = 320, 256  # 1280 × 1024 at 400 %
# What the element that has the focus looks like, and whether something lies over it.
FOCUS = """(goal) => {
  const e = document.activeElement, box = e.getBoundingClientRect(), style = getComputedStyle(e);
  const x = Math.min(Math.max(box.left + box.width / 2, 0), innerWidth - 1);
  const y = Math.min(Math.max(box.top + Math.min(box.height, innerHeight) / 2, 0), innerHeight - 1);
  const top = document.elementFromPoint(x, y);
  return {
    isGoal: e === goal,
    name: `${e.tagName} ${e.id} ${e.textContent.trim().slice(0, 40)}`,
    ring: style.outlineStyle === 'none' ? 0 : parseFloat(style.outlineWidth),
    inSight: box.width > 0 && box.bottom > 0 && box.top < innerHeight && box.right > 0 && box.left < innerWidth,
    covered: !(top && (e.contains(top) || top.contains(e) || [...e.labels ?? []].includes(top.closest('label')))),
  };
}"""


def focus_is_seen(goal: Locator) -> bool:
    """Look at what has the focus, and say whether it is ``goal``."""
    found = goal.evaluate(FOCUS)
    assert found["ring"] >= 2, f"no ring around {found['name']}"
    assert found["inSight"], f"out of sight: {found['name']}"
    assert not found["covered"], f"something lies over {found['name']}"
    return bool(found["isGoal"])


def tab_to(page: Page, goal: Locator, *, most: int = 60, backwards: bool = False) -> None:
    """Press Tab until ``goal`` has the focus, and look at every stop on the way."""
    for _ in range(most):
        page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if focus_is_seen(goal):
            return
    raise AssertionError(f"not reached with {most} presses of Tab: {goal}")


@pytest.mark.parametrize("javascript", [True, False], ids=["javascript", "no-javascript"])
def test_a_whole_registration_by_keyboard_alone(
    house: House, visit: Callable[..., Visitor], javascript: bool
) -> None:
    visitor = visit(language="en", width=NARROW, height=LOW, javascript=javascript)
    page, press = visitor.page, visitor.page.keyboard.press
    email = f"keyboard.{javascript}@example.org".lower()

    def words(text: str) -> str:
        return said(text, "en")

    # The skip link is the first stop, comes into sight, and leads past the header.
    visitor.go("/en/")
    press("Tab")
    skip = page.get_by_role("link", name=words("Skip to the content"))
    assert focus_is_seen(skip)
    press("Enter")
    expect(page.locator("#content")).to_be_focused()

    # To the series, and to the button of an event.
    coming = page.get_by_role("region", name=words("Coming up"))
    tab_to(page, coming.get_by_role("link", name=written(announced.TITLE, "en"), exact=True))
    with page.expect_navigation():  # to its end, since rings come with the style sheet
        press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(written(announced.TITLE, "en"))
    card = page.get_by_role("article").filter(has_text=written(announced.EVENTS[0].title, "en"))
    tab_to(page, card.get_by_role("link", name=words("Register")))
    with page.expect_navigation():
        press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words("Register"))

    # Space ticks, arrows choose, emails are typed.
    closing = page.get_by_role("checkbox", name=written(announced.EVENTS[-1].title, "en"))
    tab_to(page, closing)
    press("Space")
    expect(closing).to_be_checked()
    tab_to(page, page.get_by_label(words("On site"), exact=True), most=1)
    press("ArrowDown")
    expect(page.get_by_label(words("Online"), exact=True)).to_be_checked()
    press("ArrowUp")
    expect(page.get_by_label(words("On site"), exact=True)).to_be_checked()
    tab_to(page, page.locator("#id_name"))
    page.keyboard.type("Kerttu Keyboard")
    tab_to(page, page.locator("#id_email"), most=1)
    page.keyboard.type(email)
    tab_to(page, page.locator("[name=organisation_kind][value=municipality]"), most=1)
    tab_to(page, page.locator("#id_municipality"), most=1)
    page.keyboard.type("akaa")
    tab_to(page, page.get_by_role("button", name=words("Send the registration")))
    # Back and on again: nothing traps the focus.
    tab_to(page, page.locator("#id_name"), backwards=True)
    tab_to(page, page.get_by_role("button", name=words("Send the registration")))
    press("Enter")
    expect(page.get_by_role("heading", level=1)).to_have_text(words("Thank you – check your email"))
    assert calendar_of(house.inbox.wait_for(email)).count("BEGIN:VEVENT") == 2

"""What one sees on a page that shows in a browser: axe's findings, and what does not fit."""

from __future__ import annotations

import re
from typing import Any

from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Page

TAGS = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22a", "wcag22aa", "best-practice"]
# Nothing is preloaded: that serves media and one experimental rule alone.
FAST = {"resultTypes": ["violations"], "preload": False}
RULES = {"runOnly": {"type": "tag", "values": TAGS}, **FAST}
_OF_COLOUR = ["color-contrast", "link-in-text-block"]
COLOURS = {"runOnly": {"type": "rule", "values": _OF_COLOUR}, **FAST}
SHAPES = {**RULES, "rules": {rule: {"enabled": False} for rule in _OF_COLOUR}}


def hindrances(page: Page, rules: dict[str, Any] = RULES) -> list[str]:
    """Return what axe finds, a line for each place."""
    if not page.evaluate("'axe' in window"):
        page.evaluate(Axe().axe_script)
    found = page.evaluate("(rules) => axe.run(document, rules)", rules)["violations"]
    return [
        f"{violation['id']}: {violation['help']} – {node['html'][:200]} – {node.get('failureSummary', '')}"
        for violation in found
        for node in violation["nodes"]
    ]


def hindrances_of_shape(page: Page) -> list[str]:
    """Return what axe says of all but the colours, which take it the longest."""
    return hindrances(page, SHAPES)


def painted(html: str) -> set[tuple[str, str]]:
    """Return the elements of a page with their classes, of which its colours come: nothing has a style of its own."""
    return set(re.findall(r"<(\w+)(?:[^>]*?\sclass=\"([^\"]*)\")?", html))


def hindrances_in_the_dark(page: Page) -> list[str]:
    """Return what axe says of the colours for those who have asked for a dark page."""
    page.emulate_media(color_scheme="dark")
    found = hindrances(page, COLOURS)
    page.emulate_media(color_scheme="light")
    return found


# The heads of a table that stacks are for listeners alone: each cell shows what it is.
# A part that scrolls within itself may be wider inside, if it can be reached and scrolled by keyboard (axe sees to that).
_WALK = """
const shown = (e) => e.checkVisibility({visibilityProperty: true, opacityProperty: true});
const hidden = (e) => e.closest('.visually-hidden, .stacks:not(.keeps-heads) > thead, .task-title, .skip-link, datalist, template, script, style');
const scrolls = (e) => {
  for (let p = e.parentElement; p && p !== document.body; p = p.parentElement)
    if (['auto', 'scroll'].includes(getComputedStyle(p).overflowX)) return true;
  return false;
};
const name = (e) => `<${e.tagName.toLowerCase()} class="${e.getAttribute('class') || ''}"> ${(e.textContent || e.value || '')
  .trim().replace(/\\s+/g, ' ').slice(0, 80)}`;
const all = [...document.body.querySelectorAll('*')].filter((e) => shown(e) && !hidden(e) && !e.closest('svg *'));
"""
_SIDEWAYS = f"""() => {{ {_WALK}
  const width = document.documentElement.clientWidth;
  const found = all.filter((e) => !scrolls(e)).filter((e) => {{
    const box = e.getBoundingClientRect();
    return box.width > 0 && (box.right > width + 0.5 || box.left < -0.5);
  }}).map((e) => `${{name(e)}}: from ${{Math.round(e.getBoundingClientRect().left)}} to ${{Math.round(e.getBoundingClientRect().right)}}`);
  const wide = document.scrollingElement.scrollWidth;
  return wide > width ? [`the page is ${{wide}} wide in a window of ${{width}}`, ...found] : found;
}}"""
_CUT_OFF = f"""() => {{ {_WALK}
  // Fields keep a longer text within themselves; the caret scrolls it.
  return all.filter((e) => !e.matches('input, select, textarea, img')).filter((e) => {{
    const style = getComputedStyle(e);
    const cuts = (way) => ['hidden', 'clip'].includes(way);
    return (cuts(style.overflowX) && e.scrollWidth > e.clientWidth + 1)
      || (cuts(style.overflowY) && e.scrollHeight > e.clientHeight + 1);
  }}).map(name);
}}"""


def sideways(page: Page) -> list[str]:
    """Return what reaches beyond the window's sides, also where hiding the overflow hides that from view."""
    return list(page.evaluate(_SIDEWAYS))


def cut_off(page: Page) -> list[str]:
    """Return the elements whose content is cut off, since it can neither be seen nor scrolled to."""
    return list(page.evaluate(_CUT_OFF))

"""Pictures of every page, to be reviewed: ``python -m tests.browser.look [LANGUAGE] [PART OF A NAME]``.

They come to var/looks/ as NAME-LANGUAGE-WIDTH.png, at 390 and 1440 px, whole pages.
"""

from __future__ import annotations

import sys

import tests.conftest  # noqa: F401  sets the environment before Django is looked for

WIDTHS = (390, 1440)


def main(language: str = "fi", part: str = "") -> None:
    """Start the house, walk through its pages and take the pictures."""
    from playwright.sync_api import sync_playwright

    from tests.browser.house import ROOT, running
    from tests.browser.visitor import Visitor, launch
    from tests.pages.addresses import ADDRESSES
    from tests.pages.answers import Asker

    folder = ROOT / "var" / "looks"
    folder.mkdir(parents=True, exist_ok=True)
    with running("browser_look") as house, sync_playwright() as playwright:
        asker, browser = Asker(house), launch(playwright)
        with Visitor.arrives(house, browser, language=language) as visitor:
            visitor.is_recognised_by(asker.cookies)
            for address in ADDRESSES:
                if part not in address.name:
                    continue
                visitor.show(asker.ask(address, language))
                for width in WIDTHS:
                    visitor.resize(width)
                    visitor.page.screenshot(
                        path=folder / f"{address.name}-{language}-{width}.png", full_page=True
                    )
                print(address.name)
        browser.close()


if __name__ == "__main__":
    main(*sys.argv[1:])

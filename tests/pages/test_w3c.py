"""Every page and email as the W3C's checker sees it: one run for all of a language."""

from __future__ import annotations

import shutil

from tests.browser.house import House
from tests.pages.addresses import ADDRESSES
from tests.pages.answers import Asker
from tests.pages.groups import IN_EACH_LANGUAGE
from tests.pages.test_every_page import none
from tests.pages.w3c import complaints


@IN_EACH_LANGUAGE
def test_w3c_checker_has_no_complaints(house: House, asker: Asker, language: str) -> None:
    folder = house.folder / f"w3c-{language}"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for address in ADDRESSES:
        (folder / f"{address.name}.html").write_text(asker.ask(address, language).text, encoding="utf-8")
    for name, html in house.known["emails"].items():
        if name.endswith(language):
            (folder / f"email-{name}.html").write_text(html, encoding="utf-8")

    none(complaints(folder))

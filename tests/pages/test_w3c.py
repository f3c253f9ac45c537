"""Every page in English and every email as the W3C's checker sees it; other languages have the same bones and other words."""

from __future__ import annotations

import shutil

from tests.browser.house import House
from tests.pages.addresses import ADDRESSES
from tests.pages.answers import Asker
from tests.pages.groups import group
from tests.pages.test_every_page import none
from tests.pages.w3c import complaints


@group("en")
def test_w3c_checker_has_no_complaints(house: House, asker: Asker) -> None:
    folder = house.folder / "w3c"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for address in ADDRESSES:
        (folder / f"{address.name}.html").write_text(asker.ask(address, "en").text, encoding="utf-8")
    for name, html in house.known["emails"].items():
        (folder / f"email-{name}.html").write_text(html, encoding="utf-8")

    none(complaints(folder))

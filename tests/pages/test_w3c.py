"""Every page and letter as the W3C's checker sees it: one run for all of them."""

from __future__ import annotations

import shutil

import pytest

from tests.browser.house import House
from tests.pages.addresses import ADDRESSES, LANGUAGES
from tests.pages.answers import Asker
from tests.pages.test_every_page import none
from tests.pages.w3c import complaints


@pytest.mark.xdist_group("pages-en")
def test_w3c_checker_has_no_complaints(house: House, asker: Asker) -> None:
    folder = house.folder / "w3c"
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    for language in LANGUAGES:
        for address in ADDRESSES:
            (folder / f"{address.name}-{language}.html").write_text(
                asker.ask(address, language).text, encoding="utf-8"
            )
    for name, html in house.known["letters"].items():
        (folder / f"letter-{name}.html").write_text(html, encoding="utf-8")

    none(complaints(folder))

"""No page shows the program's own words where the organisation has others: all pages are asked while it has."""

from __future__ import annotations

import re
from collections.abc import Iterator

import httpx
import pytest

from skaala.series.models.word_lists import PROGRAM
from tests.browser.house import House
from tests.pages.addresses import ADDRESSES
from tests.pages.answers import Asker
from tests.pages.groups import group

LISTS = "/en/desk/organisations/house/words/lists/"
# What the words of each list look like on a page, where nothing else does.
DISTINCT = {
    "perspectives": re.compile(
        "vastaanottavat kunnat|edelläkävijäkunnat|etsii hyviä esimerkkejä muualta",
        re.IGNORECASE,
    ),
    "kinds": re.compile(r"\bTyöpaja \d"),
    "roles": re.compile(
        "selvityksen tilaaja|työn toteuttaja|tilasi selvityksen|toteuttaa työn", re.IGNORECASE
    ),
}
KEEPS_ITS_WORDS = re.compile("style|report|outcome|desk-report|desk-finding")
"""Pages of samples, of what has been published, and of drafts with words of the day on which they were drafted."""


@pytest.fixture(params=[pytest.param(which, marks=group("fi")) for which in DISTINCT])
def renamed(asker: Asker, house: House, request: pytest.FixtureRequest) -> Iterator[tuple[str, httpx.Client]]:
    """A list of which every word has another name, and an organiser's browser."""
    which = request.param
    with house.client(cookies=asker.cookies) as client:
        keep(client, which, "Renamed {code} ({language})")
        yield which, client
        keep(client, which, "")


def keep(client: httpx.Client, which: str, name: str) -> None:
    page = client.get(f"{LISTS}{which}/").text
    rows = len(PROGRAM[which].values) + 2
    fields = {"words-TOTAL_FORMS": str(rows), "words-INITIAL_FORMS": str(rows)}
    for place, code in enumerate(PROGRAM[which].values):
        assert f'name="words-{place}-code" value="{code}"' in page
        fields |= {f"words-{place}-code": code, f"words-{place}-is_offered": "on"}
        for language in ("fi", "sv", "en"):
            fields[f"words-{place}-name_{language}"] = name.format(code=code, language=language)
    token = {"csrfmiddlewaretoken": client.cookies["csrftoken"]}
    answer = client.post(f"{LISTS}{which}/", data=fields | token)
    assert answer.status_code == 302, answer.text


def test_every_page_shows_the_organisations_words(house: House, renamed: tuple[str, httpx.Client]) -> None:
    which, client = renamed
    wrong, right = [], 0
    with house.client() as stranger:
        for address in ADDRESSES:
            if address.sends is not None or KEEPS_ITS_WORDS.match(address.name):
                continue
            browser = client if address.who == "organiser" else stranger
            text = browser.get(f"/fi{house.fill_in(address.path)}").text
            wrong += [f"{address.name}: {found}" for found in set(DISTINCT[which].findall(text))]
            right += "Renamed" in text
    assert not wrong, "\n" + "\n".join(wrong)
    assert right > 3

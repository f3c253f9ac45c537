"""A join link is seen by the desk and by confirmed online participants, and by nobody else."""

from __future__ import annotations

from tests.browser.house import House
from tests.pages.addresses import ADDRESSES, DESK, PERSONAL, WRONG
from tests.pages.answers import Asker
from tests.pages.groups import IN_EACH_LANGUAGE, group
from tests.pages.public_addresses import PUBLIC

FILES = [
    "/series/{coming}/calendar.ics",
    "/series/{coming}/lopputilaisuus/calendar.ics",
    "/series/{coming}/feed.atom",
]
PLACE = "teams.example.org"


@IN_EACH_LANGUAGE
def test_no_page_shows_where_one_joins(house: House, asker: Asker, language: str) -> None:
    pressed = "join-the-call"  # what a confirmed online participant gets on the press of their own page
    seen = {
        str(address): asker.ask(address, language).text
        for address in [*PUBLIC, *PERSONAL, *WRONG]
        if address.name != pressed
    }
    with house.client() as client:
        for path in FILES:
            answer = client.get(f"/{language}{house.fill_in(path)}")
            assert answer.status_code == 200
            seen[path] = answer.text

    assert [name for name, text in seen.items() if PLACE in text] == []
    # It could have been seen: the events have links, and the desk reads them.
    assert all(PLACE in url for url in house.known["join_urls"])
    desk = next(address for address in DESK if address.name == "desk-join-link")
    assert PLACE in asker.ask(desk, language).text


@IN_EACH_LANGUAGE
def test_who_comes_on_site_is_shown_no_way_to_join(asker: Asker, house: House, language: str) -> None:
    online = next(address for address in PERSONAL if address.name == "personal")
    with house.client() as client:
        onsite = client.get(f"/{language}{house.fill_in('/r/{onsite_token}/')}")
        file = client.get(f"/{language}{house.fill_in('/r/{onsite_token}/calendar.ics')}")

    assert "/j/" in asker.ask(online, language).text
    assert (onsite.status_code, file.status_code) == (200, 200)
    assert "/j/" not in onsite.text
    assert "/j/" not in file.text


@group("fi")
def test_personal_pages_stay_out_of_caches_referrers_and_search_engines(asker: Asker) -> None:
    for address in PERSONAL:
        headers = asker.ask(address, "fi").headers
        assert headers["cache-control"] == "no-store, private", address.name
        assert headers["referrer-policy"] == "no-referrer", address.name
        assert headers["x-robots-tag"] == "noindex", address.name


@group("fi")
def test_no_page_without_a_referrer_rests_on_a_forgery_token(asker: Asker) -> None:
    """From a page with no-referrer a browser sends `Origin: null`, which Django's check refuses however right the token is."""
    pages = {address.name: asker.ask(address, "fi") for address in ADDRESSES}
    private = {name: page for name, page in pages.items() if page.headers["referrer-policy"] == "no-referrer"}
    assert "lead-invited" in private
    assert [name for name, page in private.items() if "csrfmiddlewaretoken" in page.text] == []


@group("fi")
def test_public_pages_set_no_cookies(asker: Asker) -> None:
    assert [address.name for address in PUBLIC if "set-cookie" in asker.ask(address, "fi").headers] == []

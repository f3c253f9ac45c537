"""Nobody reads another person's votes: not the organiser, not who finds a link, not who looks at emails or calendars."""

from __future__ import annotations

import json
import re

import httpx

from tests.browser.house import House
from tests.pages.answers import Asker


def _texts_on_the_board(house: House) -> list[str]:
    """The statements of the open board, as somebody inside reads them."""
    with house.client() as client:
        headers = {"Cookie": house.known["paula_cookie"]}
        page = client.get(house.fill_in("/fi/board/{code}/statements/"), headers=headers).text
    return re.findall(r'class="statement-text"[^>]*>(?:<[^>]+>)*([^<]{12,})', page)


def _follow(client: httpx.Client, path: str) -> httpx.Response:
    return client.get(path, follow_redirects=True)


def test_personal_link(house: House) -> None:
    """Open somebody's votes with the link to their registration, on every page behind it"""
    texts = _texts_on_the_board(house)
    assert texts
    with house.client() as client:
        for page in ("", "data.json", "outcome/", "delete/", "change/", "calendar.ics"):
            text = _follow(client, house.fill_in(f"/fi/r/{{token}}/{page}")).text
            assert not any(one in text for one in texts), page
        for rest in ("", "weigh/", "statements/", "mine/", "picture/"):
            answer = _follow(client, house.fill_in(f"/fi/board/{{token}}/{{code}}/{rest}"))
            assert not any(one in answer.text for one in texts), rest
            assert not [name for name in client.cookies if "workspace" in name]


def test_organiser_corrects_the_address(house: House) -> None:
    """Correct a person's address to one's own mailbox, renew the link, read the files and emails"""
    texts = _texts_on_the_board(house)
    asker = Asker(house)
    with house.client(cookies=asker.cookies) as desk:
        place = house.fill_in("/fi/desk/series/{coming}/registrations/{person}/")
        token = {"csrfmiddlewaretoken": desk.cookies.get("csrftoken") or ""}
        headers = {"Origin": house.url, "Referer": house.url + place}
        own = {"email": "olga@example.org"} | token
        assert desk.post(f"{place}address/", data=own, headers=headers).status_code == 302
        assert desk.post(f"{place}link/", data=token, headers=headers).status_code == 302
        shown = desk.get(place).text
        emails = set(re.findall(r'href="([^"]+/letters/[0-9a-f-]{36}/)"', shown))
        assert emails
        for email in emails:
            for part in ("", "page/"):
                text = desk.get(email + part).text
                assert not re.search(r"/b/[\w-]{22}/", text), email
                assert not any(one in text for one in texts)
    with house.client() as client:
        found = client.get(house.fill_in("/fi/r/{token}/data.json"))
        if found.status_code == 200:  # the link was renewed: then not even this
            assert not {"boards", "votes", "statements"} & set(json.loads(found.text))


def test_mail_scanner(house: House) -> None:
    """Open every link of an email as a mail scanner does, and so take part or arrive"""
    with house.client() as client:
        for method in ("GET", "HEAD", "OPTIONS", "GET"):
            for path in ("/fi/b/{uuno_key}/", "/fi/j/{join_token}/"):
                answer = client.request(method, house.fill_in(path))
                assert "set-cookie" not in answer.headers, path
                assert answer.status_code < 500
        answer = client.get(house.fill_in("/fi/board/{code}/"))
        assert answer.status_code == 404


def test_calendar_link_cut_short(house: House) -> None:
    """Cut the join link of a shared calendar short and open the registration with what is left"""
    with house.client() as client:
        token = house.known["join_token"]
        for path in (
            f"/fi/r/{token}/",
            f"/fi/r/{token}/data.json",
            f"/fi/j/{token[:-4]}/",
            f"/fi/c/{token}/",
        ):
            answer = _follow(client, path)
            assert "paula" not in answer.text.casefold(), path
        page = client.get(f"/fi/j/{token}/").text
        assert "/r/" not in page and "paula" not in page.casefold()


def test_foreign_page(house: House) -> None:
    """Send a vote and open a workspace from a foreign page in somebody's browser"""
    foreign = {"Origin": "https://elsewhere.example", "Sec-Fetch-Site": "cross-site"}
    with house.client() as client:
        headers = foreign | {"Cookie": house.known["paula_cookie"]}
        vote = {"statement": house.known["statement"], "action": "agree"}
        assert (
            client.post(house.fill_in("/fi/board/{code}/act/"), data=vote, headers=headers).status_code == 403
        )
        opened = client.post(house.fill_in("/fi/b/{uuno_key}/"), headers=foreign)
        assert (opened.status_code, "set-cookie" in opened.headers) == (403, False)
        erased = client.post(house.fill_in("/fi/workspaces/{coming}/erase/"), headers=headers)
        assert erased.status_code == 403


def test_made_up_keys(house: House) -> None:
    """Try two thousand made-up keys, as addresses and as cookies"""
    import secrets

    name = house.known["paula_cookie"].partition("=")[0]
    with house.client() as client:
        for number in range(1000):
            guess = secrets.token_urlsafe(16)
            answer = client.get(f"/fi/b/{guess}/") if number % 10 else client.post(f"/fi/b/{guess}/")
            assert answer.status_code in {404, 429}
            cookie = {"Cookie": f"{name}={guess}"}
            assert client.get(house.fill_in("/fi/board/{code}/"), headers=cookie).status_code in {404, 429}

"""Asking for a page, and reading what came."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser

import httpx

from tests.browser.house import House
from tests.pages.address import Address

SIGN_IN = "/en/desk/sign-in/"
FOCUSABLE = {"a", "button", "input", "select", "textarea", "summary", "iframe"}


@dataclass(frozen=True)
class Answer:
    """What the house said to one address in one language."""

    address: Address
    language: str
    path: str
    status: int
    headers: Mapping[str, str]
    text: str

    @cached_property
    def outline(self) -> Outline:
        outline = Outline()
        outline.feed(self.text)
        outline.close()
        return outline


@dataclass
class Outline(HTMLParser):
    """The few things about a page that one reads first."""

    language: str = ""
    title: str = ""
    headings: list[str] = field(default_factory=list)
    first_stop: dict[str, str] = field(default_factory=dict)
    ids: list[str] = field(default_factory=list)
    _inside: str = ""

    def __post_init__(self) -> None:
        super().__init__()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        own = {name: value or "" for name, value in attrs}
        if "id" in own:
            self.ids.append(own["id"])
        if tag == "html":
            self.language = own.get("lang", "")
        if tag == "h1":
            self.headings.append("")
        if tag in {"title", "h1"} and not (tag == "title" and self.title):
            self._inside = tag
        if tag in FOCUSABLE and own.get("type") != "hidden" and not self.first_stop:
            self.first_stop = {"tag": tag, **own}

    def handle_endtag(self, tag: str) -> None:
        if tag == self._inside:
            self._inside = ""
        if tag == "title":
            self.title = " ".join(self.title.split())

    def handle_data(self, data: str) -> None:
        if self._inside == "title":
            self.title += data
        elif self._inside == "h1":
            self.headings[-1] += data


class Asker:
    """Asks the house for pages, once each; keeps the organiser's sign-in."""

    def __init__(self, house: House) -> None:
        self.house = house
        self._answers: dict[tuple[Address, str], Answer] = {}
        self._cookies: httpx.Cookies | None = None

    def ask(self, address: Address, language: str) -> Answer:
        key = (address, language)
        if key not in self._answers:
            self._answers[key] = self._fetch(address, language)
        return self._answers[key]

    @property
    def cookies(self) -> httpx.Cookies:
        """The cookies of an organiser who has signed in."""
        if self._cookies is None:
            with self.house.client() as client:
                client.get(SIGN_IN)
                organisers = self.house.known["organisers"]
                fields = {"username": organisers["cookie"], "password": organisers["password"]}
                answer = client.post(SIGN_IN, data=fields | _token(client))
                assert answer.status_code == 302, "the organiser could not sign in"
                self._cookies = client.cookies
        return self._cookies

    def _fetch(self, address: Address, language: str) -> Answer:
        path = f"/{language}{self.house.fill_in(address.path)}"
        cookies = self.cookies if address.who == "organiser" else None
        given = {name: self.house.fill_in(value) for name, value in address.headers.items()}
        headers = {"X-Forwarded-For": "192.0.2.1", **given}
        with self.house.client(cookies=cookies) as client:
            if path.endswith("/desk/sign-in/") and address.status == 200:
                client.get(path)  # gives the cookie that the form is sent with
            for _ in range(address.asked):
                if address.sends is None:
                    response = client.get(path, headers=headers)
                else:
                    fields = {name: self.house.fill_in(str(value)) for name, value in address.sends.items()}
                    response = client.post(path, data=fields | _token(client), headers=headers)
                if response.status_code == address.status:
                    break
        return Answer(address, language, path, response.status_code, response.headers, response.text)


def _token(client: httpx.Client) -> dict[str, str]:
    token = client.cookies.get("csrftoken")
    return {"csrfmiddlewaretoken": token} if token else {}

"""Every link that emails, screens and organisers hand out, opened in a browser and pressed where there is something to press."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass

import pytest
from django.urls import URLPattern, URLResolver, get_resolver
from playwright.sync_api import expect

from tests.browser.house import House
from tests.browser.visitor import Visitor

CALL = "https://teams.example.org/"


@dataclass(frozen=True)
class Link:
    """
    A link that somebody is given.

    :ivar name: of its address
    :ivar path: with gaps for what the house holds
    :ivar press: what is pressed on its page; empty where it is read, or filled in before anything can be pressed
    :ivar answers: the status of the page that comes then
    :ivar fills: what is written into the fields of the page before
    """

    name: str
    path: str
    press: str = ""
    answers: int = 200
    fills: tuple[tuple[str, str], ...] = ()


FIRST = "main form[method=post] button[type=submit]"
LINKS = [
    # in emails
    Link("personal", "/r/{token}/"),
    Link("personal-outcome", "/r/{token}/outcome/"),
    Link("personal-consent", "/r/{consent_token}/", "main form:has([name=purpose]) button"),
    Link("feedback", "/r/{came_token}/feedback/{over_event}/", FIRST, 422),
    Link("personal-next-steps", "/r/{closing_token}/next-steps/{closing_code}/"),
    Link("add", "/a/{addition_token}/", FIRST),
    Link("messages", "/m/{messages_token}/", FIRST),
    Link("join", "/j/{join_token}/", FIRST),
    Link("workspace-link", "/b/{pia_key}/", FIRST),
    Link("entrance-code", "/c/{entrance_code}/"),
    Link(
        "earlier-join", "/r/{token}/join/{tyopaja_1}/", FIRST
    ),  # in emails sent before join links had tokens of their own
    Link("follow-up", "/f/{follow_up_pressed}/", FIRST),
    Link("follow-up", "/f/{follow_up_asked}/", FIRST),
    Link("action-contact", "/q/{contact_token}/", FIRST),
    Link("hall-own", "/w/{hall_token}/", FIRST),
    Link("keeper", "/k/{keeper_token}/", FIRST),
    Link("keeper-action", "/k/{keeper_token}/{keeper_own}/", FIRST),
    Link("keeper-readiness", "/k/{keeper_token}/{real_action}/readiness/", FIRST),
    Link(
        "accept-invitation",
        "/desk/invitation/{member_accepts}/",
        FIRST,
        fills=(("name", "Lila Linkittäjä"), ("password", "kuusi kurkea lentää")),
    ),
    Link("keep-account", "/desk/keep-account/{keep_account}/", FIRST),
    Link("reply-address", "/desk/reply-address/{reply_address}/", FIRST),
    Link(
        "accept-series-invitation",
        "/desk/series-invitation/{role_accepts}/",
        FIRST,
        fills=(("name", "Lilli Linkittäjä"), ("password", "kuusi kurkea lentää")),
    ),
    Link(
        "new-password",
        "/desk/new-password/{new_password}/",
        FIRST,
        fills=(("password", "kuusi kurkea lentää"),),
    ),
    # on pages, for somebody who has lost theirs
    Link("link-again", "/series/{odd}/link/", FIRST, fills=(("email", "vesa@example.org"),)),
    # on the room's screen
    Link("board-join", "/join/?code={code}", FIRST, 422),
    Link("board", "/board/{code}/", "", 404),  # typed by hand, without a key: says how one gets in
    # from organisers
    Link("invited", "/i/{invitation}/", FIRST, 422),
    Link("helper", "/h/{helper_token}/"),
    Link("lead-invited", "/desk/lead/{lead}/", FIRST),
    Link("series", "/series/{draft}/?preview={preview_key}"),
]
BEHIND_A_LINK = {
    "personal-change",
    "personal-cancel",
    "personal-data",
    "personal-delete",
    "personal-calendar",
    "personal-take-part",
    "personal-workspace",
    "step-off",
    "certificate",
}
"""Pages that are come to from the page of a link."""


@pytest.mark.xdist_group("links")
@pytest.mark.parametrize("link", LINKS, ids=lambda link: link.name)
def test_link_opens_in_a_browser(house: House, visit: Callable[..., Visitor], link: Link) -> None:
    who = visit(language="fi", width=390)
    who.context.route(f"{CALL}**", lambda route: route.fulfill(status=200, body="the call"))
    status = 200 if link.press else link.answers
    who.go(f"/fi{house.fill_in(link.path)}", status=status)
    expect(who.page.get_by_role("heading", level=1)).to_be_visible()
    for name, value in link.fills:
        who.page.locator(f"main form[method=post] [name={name}]").fill(value)
    if link.press:
        who.expected.add(link.answers)
        with who.page.expect_navigation() as opened:
            who.page.locator(link.press).first.click()
        assert opened.value is not None
        assert opened.value.status == link.answers
    who.problems[:] = [words for words in who.problems if CALL not in words]


def test_no_link_is_left_out() -> None:
    names = {
        name
        for pattern, name in _addresses(get_resolver().url_patterns)
        if any(f"<str:{secret}>" in pattern for secret in ("token", "key"))
        and not name.startswith("live")
        and "board/" not in pattern
    }
    assert {"personal", "lead-invited", "workspace-link"} <= names
    assert names - {link.name for link in LINKS} - BEHIND_A_LINK == set()


def _addresses(patterns: list[URLPattern | URLResolver], before: str = "") -> Iterator[tuple[str, str]]:
    for each in patterns:
        path = before + str(each.pattern)
        if isinstance(each, URLResolver):
            yield from _addresses(each.url_patterns, path)
        elif each.name:
            yield path, each.name

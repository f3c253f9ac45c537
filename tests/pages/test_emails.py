"""Emails are pages too: what axe says of each, wide and narrow, bright and dark."""

from __future__ import annotations

import pytest

from tests.browser.house import House
from tests.browser.visitor import Visitor
from tests.pages.address import LANGUAGES
from tests.pages.eyes import cut_off, hindrances, hindrances_in_the_dark, sideways
from tests.pages.test_every_page import NARROW, WIDE, none

KINDS = (
    "confirmation",
    "changed",
    "cancelled",
    "restored",
    "addition",
    "link",
    "test",
    "promoted",
    "event_changed",
    "event_cancelled",
    "event_resumed",
    "reminder",
    "message",
    "feedback",
    "outcome",
    "workspace_link",
    "address_corrected",
    "address_changed",
    "follow_up_confirm",
    "follow_up",
    "contact_check",
    "keeper_link",
    "keeper_check",
    "invitation",
    "new_password",
    "role_invitation",
    "partner_offered",
    "partner_ended",
    "partner_removed",
    "unused_first",
    "unused_second",
    "unused_last_owner",
    "reply_address",
)


@pytest.mark.xdist_group("pages-sv")
@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_email_fits_and_hinders_nobody(house: House, window: Visitor, kind: str, language: str) -> None:
    """Axe looks at the Finnish ones: what it looks at is the same in all languages. What fits is looked at in each."""
    page = window.page
    window.resize(WIDE)
    page.set_content(house.known["emails"][f"{kind}-{language}"])
    assert page.locator("html").get_attribute("lang") == language
    none(cut_off(page))
    if language == "fi":
        none(hindrances(page))
        none(hindrances_in_the_dark(page))

    window.resize(NARROW)
    none(sideways(page))
    none(cut_off(page))
    if language == "fi":
        none(hindrances(page))


def test_every_kind_of_email_is_looked_at(house: House) -> None:
    from skaala.mail.renderers.emails import kinds

    # Other tests of the same process register kinds of their own.
    ours = [name for name, kind in kinds().items() if kind.composer.__module__.startswith("skaala.")]
    assert {kind.rpartition(".")[2] for kind in ours} == set(KINDS)

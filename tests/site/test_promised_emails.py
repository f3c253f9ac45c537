"""Where no mail server is set, no page says that an email comes without saying that none does."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.people.rules import Role
from tests import cast

pytestmark = pytest.mark.django_db
NONE = "No email is sent"


@pytest.mark.parametrize(("server", "is_said"), [("", True), ("smtp://localhost", False)])
def test_pages_that_promise_an_email(client, settings, server, is_said):
    settings.EMAIL_URL = server
    series = cast.a_series(f"spring-{is_said}".lower(), published_at=timezone.now() - timedelta(days=1))
    place = f"/en/series/{series.slug}"
    pages = [
        client.get(f"{place}/registered/"),
        client.post(f"{place}/link/", {"email": "maija@example.org"}, follow=True),
        client.post("/en/desk/sign-in/forgotten/", {"address": "olga@example.org"}, follow=True),
    ]
    for page in pages:
        assert page.status_code == 200 and (NONE in page.content.decode()) is is_said, page.request[
            "PATH_INFO"
        ]


@pytest.mark.parametrize(("server", "is_said"), [("", True), ("smtp://localhost", False)])
def test_an_invitation_that_stays_here(client, settings, server, is_said):
    settings.EMAIL_URL = server
    owner = cast.a_member(Role.OWNER, "olga@example.org")
    cast.signs_in(client, owner)
    sent = {"address": "new@example.org", "name": "New", "role": "reader", "language": "en"}
    answer = client.post("/en/desk/organisations/house/members/invite/", sent, follow=True)
    page = answer.content.decode()
    assert ("The invitation has been sent." in page, "the email has not gone" in page) == (
        not is_said,
        is_said,
    )

"""Links that open closed events: for whom they hold, what they open, and what they never open."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.urls import reverse
from django.utils import timezone

from skaala.mail.models import Email
from skaala.registration import operations
from skaala.registration.links.invitation import make_token
from skaala.registration.links.personal import make_token as make_personal_token
from skaala.registration.models import Attendance, Invitation, Registration, RegistrationSource
from tests.cast import a_series, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def now():
    return timezone.now()


@pytest.fixture
def series(now):
    """The first event's deadline is past, the second's registration has not begun."""
    series = a_series(published_at=now - timedelta(days=1))
    an_event(series, 1, now=now, registration_closes=now - timedelta(hours=1))
    an_event(series, 2, now=now, registration_opens=now + timedelta(days=2))
    an_event(series, 3, now=now)
    return series


@pytest.fixture
def invite(series, now):
    def make(*numbers: int, **details) -> Invitation:
        events = list(series.events.filter(number__in=numbers or (1, 2)))
        given = {"note": "For the board", "most_uses": None, "expires_at": None, "account": None, **details}
        return operations.make_invitation(series=series, events=events, now=now, **given)

    return make


def url(invitation: Invitation) -> str:
    return f"/en/i/{make_token(invitation)}/"


def form(series, *numbers: int, email="maija@example.org", **changes):
    return {"events": list(series.events.filter(number__in=numbers).values_list("pk", flat=True)), "name": "Maija",
            "email": email, "organisation_kind": "other", "organisation": "Oy", "municipality": "", "network": "",
            "role": "", "language": "en", "diet": "", "accessibility_needs": "", **changes}  # fmt: skip


def test_it_opens_its_events_and_marks_who_came_by_it(client, series, invite):
    invitation = invite()
    assert client.post("/en/series/spring/register/", form(series, 1, 2)).status_code == 422
    page = client.get(url(invitation))
    html = page.content.decode()
    assert (
        "You have an invitation" in html
        and "This link works until" in html
        and page["Cache-Control"] == "no-store, private"
    )
    assert page["Referrer-Policy"] == "no-referrer"
    assert client.post(url(invitation), form(series, 1, 2, 3)).status_code == 302
    registration = Registration.objects.get()
    assert registration.attendances.filter(state="confirmed").count() == 3
    assert (registration.source.kind, registration.source.invitation) == ("invited", invitation)
    invitation.refresh_from_db()
    assert invitation.uses == 1


def test_it_opens_no_other_event(client, series, invite):
    invitation = invite(2)
    refused = client.post(url(invitation), form(series, 1, 2))
    assert refused.status_code == 422 and "Registration closed on" in refused.content.decode()
    invitation.refresh_from_db()
    assert invitation.uses == 0 and not Registration.objects.exists()


def test_so_many_uses_and_no_more(client, series, invite):
    invitation = invite(most_uses=2)
    ann = {"people": "1", "person-1-name": "Ann", "person-1-email": "ann@example.org", "person-1-role": ""}
    bob = {"people": "2", "person-2-name": "Bob", "person-2-email": "bob@example.org", "person-2-role": ""}
    refused = client.post(url(invitation), form(series, 1, **ann | bob))
    html = refused.content.decode()
    assert refused.status_code == 422 and "lets in 2 more people only" in html
    assert 'value="bob@example.org"' in html and not Registration.objects.exists()  # not some of them
    answer = client.post(url(invitation), form(series, 1, **ann))
    assert set(RegistrationSource.objects.values_list("kind", "invitation")) == {
        ("invited", invitation.pk),
        ("brought", invitation.pk),
    }
    # Sent twice, by a double click: the same answer, though the link is used up by now.
    assert client.post(url(invitation), form(series, 1, **ann))["Location"] == answer["Location"]
    assert Registration.objects.count() == 2 and Email.objects.count() == 2
    gone = client.get(url(invitation))
    assert gone.status_code == 410 and "is no longer valid" in gone.content.decode()
    late = client.post(url(invitation), form(series, 1, email="cid@example.org", name="Cid"))
    html = late.content.decode()
    assert late.status_code == 422 and "has reached its limit" in html and 'value="cid@example.org"' in html
    # A use that came to nothing, because the address has registered already, is given back.
    again = invite(most_uses=1)
    assert client.post(url(again), form(series, 1)).status_code == 302
    again.refresh_from_db()
    assert again.uses == 0


def test_who_has_registered_before_adds_the_events_by_their_own_link(client, series, invite):
    """The form sends them the link to their page; there the invitation opens what it opens."""
    assert client.post("/en/series/spring/register/", form(series, 3)).status_code == 302
    mine = f"/en/r/{make_personal_token(Registration.objects.get())}/change/"
    assert client.post(mine, form(series, 1, 3)).status_code == 422
    invitation = invite(1, most_uses=1)
    assert client.post(url(invitation), form(series, 1)).status_code == 302
    event = series.events.get(number=1)
    box = re.search(rf'<input[^>]*id="events-{event.pk}"[^>]*>', client.get(url(invite(1))).content.decode())
    assert box and " checked" in box.group()  # what one is invited to need not be looked for
    assert f'id="events-{event.pk}" disabled' not in " ".join(client.get(mine).content.decode().split())
    assert client.post(mine, form(series, 1, 3)).status_code == 302
    assert Attendance.objects.filter(state="confirmed").count() == 2
    invitation.refresh_from_db()
    assert invitation.uses == 1  # and nobody else comes by it
    assert client.post(mine, form(series, 3)).status_code == 302
    used_up = client.post(mine, form(series, 1, 3))
    assert used_up.status_code == 422 and Attendance.objects.filter(state="confirmed").count() == 1


def test_who_was_let_in_early_may_change_how_they_come(client, series, invite, now):
    an_event(series, 4, now=now, mode="hybrid", by_invitation=True)
    event = series.events.get(number=4)
    assert client.post(url(invite(4)), form(series, 4, **{f"mode-{event.pk}": "onsite"})).status_code == 302
    mine = f"/en/r/{make_personal_token(Registration.objects.get())}/change/"
    assert client.post(mine, form(series, 4, **{f"mode-{event.pk}": "online"})).status_code == 302
    assert Attendance.objects.get().mode == "online"


def test_a_full_event_still_has_its_waiting_list(client, series, invite, now):
    event = series.events.get(number=1)
    operations.set_capacity(event=event, capacities={"online": 0}, now=now)
    client.post(url(invite()), form(series, 1))
    assert Attendance.objects.get().state == "waiting"


@pytest.mark.parametrize(
    "end", ["expired", "revoked", "unpublished", "archived", "started", "cancelled", "made up"]
)
def test_it_ends(client, series, invite, now, end):
    invitation = invite(1, expires_at=now + timedelta(minutes=1) if end == "expired" else None)
    address = url(invitation)
    event = series.events.get(number=1)
    if end == "expired":
        Invitation.objects.update(expires_at=now)
    elif end == "revoked":
        assert operations.revoke_invitation(invitation=invitation, now=now)
        assert not operations.revoke_invitation(invitation=invitation, now=now)
    elif end == "unpublished":
        type(series).objects.update(status="draft")
    elif end == "archived":
        type(series).objects.update(status="archived")
    elif end == "started":
        type(event).objects.filter(pk=event.pk).update(
            registration_closes=now - timedelta(hours=2), start=now - timedelta(hours=1)
        )
    elif end == "cancelled":
        type(event).objects.filter(pk=event.pk).update(status="cancelled", cancelled_at=now)
    else:
        address = f"/en/i/{make_token(invitation)[:-2]}xx/"
    answer = client.post(address, form(series, 1))
    assert answer.status_code in {404, 410, 422}, answer
    assert not Registration.objects.exists()
    assert client.get(address).status_code == {
        "expired": 410, "revoked": 410, "started": 410, "unpublished": 404, "made up": 404}.get(end, 200)  # fmt: skip


def test_an_event_by_invitation_is_announced_and_open_to_the_invited_alone(client, series, invite, now):
    an_event(series, 4, now=now)
    series.events.filter(number=3).update(by_invitation=True)
    page = client.get("/en/series/spring/workshop-3/").content.decode()
    assert "Registration is by invitation" in page and "By invitation" in page
    refused = client.post("/en/series/spring/register/", form(series, 3))
    assert refused.status_code == 422 and "is by invitation" in refused.content.decode()
    assert client.post(url(invite(3)), form(series, 3)).status_code == 302
    assert Attendance.objects.get().event.number == 3


def test_an_invitation_of_one_series_opens_nothing_of_another(client, series, invite, now):
    other = a_series("other", published_at=now)
    event = an_event(other, 1, now=now, registration_closes=now - timedelta(hours=1))
    assert client.post(url(invite()), form(series, events=[event.pk])).status_code == 422


def test_the_link_stays_with_whom_it_was_given_to(client, series, invite):
    address = url(invite())
    assert "/en/i/" in client.get("/robots.txt").content.decode()
    assert reverse("site:invited", args=["x"]) not in client.get("/en/series/spring/").content.decode()
    assert str(invite().pk) not in address

"""The way to a call: a link that opens nothing else, and a press that alone marks somebody as come."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.registration import links, operations
from skaala.registration.links import joining
from skaala.registration.links.check_in import read_code
from skaala.registration.links.personal import InvalidLink, make_token, read_token
from skaala.registration.models import Arrival, Attendance
from skaala.series.models import Event
from tests.cast import a_registration, a_series, an_event

pytestmark = pytest.mark.django_db


@pytest.fixture
def event() -> Event:
    """An online event in twelve minutes."""
    now = timezone.now()
    return an_event(a_series(), start=now + timedelta(minutes=12), registration_closes=None)


@pytest.fixture
def person(event):
    return a_registration(event.series, event, language="en", now=timezone.now())


def way(person) -> str:
    return f"/en/j/{joining.make_token(person.attendances.get())}/"


def test_opening_the_link_marks_nobody_as_come_and_a_press_does(client, event, person):
    path = way(person)
    for look in (
        lambda: client.get(path),
        lambda: client.get(path),  # a gateway that looks again
        lambda: client.head(path),
        lambda: client.get(path, headers={"Sec-Purpose": "prefetch"}),
        lambda: client.get(path, headers={"User-Agent": "mail-scanner"}),
    ):
        page = look()
        assert page.status_code == 200 and event.join_url not in page.content.decode()
    assert client.options(path).status_code == 405
    assert not Arrival.objects.exists()
    call = client.post(path)
    assert f'content="0; url={event.join_url}"' in call.content.decode()
    assert f'<a href="{event.join_url}"' in call.content.decode()
    assert Arrival.objects.get().how == "joined"
    assert call["Referrer-Policy"] == "no-referrer" and call["Cache-Control"] == "no-store, private"


def test_another_site_cannot_press_for_somebody(client, person):
    assert client.post(way(person), headers={"Sec-Fetch-Site": "cross-site"}).status_code == 403
    assert not Arrival.objects.exists()


def test_the_call_is_where_it_is_by_now(client, event, person):
    Event.objects.filter(pk=event.pk).update(join_url="https://meet.example.org/new")
    assert "https://meet.example.org/new" in client.post(way(person)).content.decode()
    Event.objects.filter(pk=event.pk).update(join_url="")
    assert client.get(way(person)).status_code == 404
    assert client.post(way(person)).status_code == 404


def test_the_link_opens_nothing_but_the_call(client, person):
    token = joining.make_token(person.attendances.get())
    for cut in (token, token.split("~")[0]):
        for path in ("", "change/", "cancel/", "delete/", "data.json", "calendar.ics", "outcome/"):
            assert client.get(f"/en/r/{cut}/{path}").status_code == 404
        assert client.get(f"/en/c/{cut}/").status_code == client.get(f"/en/h/{cut}/").status_code == 404
    for read in (read_token, read_code):
        with pytest.raises(InvalidLink):
            read(token)
    page = client.get(way(person)).content.decode()
    assert "/r/" not in page and person.name not in page and person.email not in page


def test_neither_calendar_nor_join_page_has_the_key_of_the_registration(client, person):
    token = make_token(person)
    calendar = client.get(f"/en/r/{token}/calendar.ics").content.replace(b"\r\n ", b"")
    (email,) = Email.objects.all()
    for file in (calendar, *(one.content.replace(b"\r\n ", b"") for one in compose(email).attachments)):
        assert token.encode() not in file and b"/r/" not in file
        (location,) = [line for line in file.splitlines() if line.startswith(b"LOCATION")]
        assert location == b"LOCATION:Online"
        assert b"/j/" in file


@pytest.mark.parametrize(
    "changes",
    [
        {"mode": Attendance.Mode.ONSITE},
        {"state": Attendance.State.WAITING, "waits_for": "online", "waiting_since": timezone.now(), "waiting_number": 1},
        {"state": Attendance.State.CANCELLED, "cancelled_at": timezone.now()},
    ],
    ids=["on site", "waiting", "cancelled"],
)  # fmt: skip
def test_only_who_has_a_place_online_gets_to_the_call(client, event, person, changes):
    Attendance.objects.update(**changes)
    for answer in (client.get(way(person)), client.post(way(person))):
        assert answer.status_code == 404 and event.join_url not in answer.content.decode()
    assert not Arrival.objects.exists()


def test_who_has_cancelled_does_not_join(client, person):
    path = way(person)
    operations.cancel_registration(registration=person, now=timezone.now())
    assert client.get(path).status_code == client.post(path).status_code == 404


def test_the_link_ends_when_the_personal_one_is_replaced(client, person):
    path = way(person)
    operations.renew_link(registration=person, now=timezone.now())
    assert client.get(path).status_code == client.post(path).status_code == 404
    assert client.get(way(person)).status_code == 404  # as long as nobody has read the new generation
    person.refresh_from_db()
    assert client.get(way(person)).status_code == 200


def test_links_of_emails_already_sent_lead_to_the_page(client, event, person):
    answer = client.get(f"/en/r/{make_token(person)}/join/{event.pk}/")
    assert answer.status_code == 302 and answer["Location"] == way(person)
    assert not Arrival.objects.exists()
    other = an_event(event.series, 2)
    assert client.get(f"/en/r/{make_token(person)}/join/{other.pk}/").status_code == 404
    with links.masked():
        assert links.join_url(person.attendances.get()) == "http://testserver/en/j/HIDDEN/"

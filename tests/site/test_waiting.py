"""What the public and participants see of places, waiting lists and cancelled events."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from skaala.registration import operations
from skaala.registration.links.personal import make_token
from skaala.registration.models import Attendance, Registration
from skaala.series.models import Event
from tests import cast
from tests.registration.halls import a_hall, attendance_by_name, some, someone

pytestmark = pytest.mark.django_db
REGISTER = "/en/series/spring/register/"


def sent(event: Event, **more: str) -> dict[str, str]:
    return {
        "events": str(event.pk), f"mode-{event.pk}": "onsite", "name": "Maija Mayor", "email": "maija@example.org",
        "organisation_kind": "municipality", "municipality": "Akaa", "language": "fi", **more,
    }  # fmt: skip


def words(page) -> str:
    return " ".join(page.content.decode().split())


def test_that_a_way_is_full_is_said_before_sending(client):
    event = a_hall(onsite=1)
    page = words(client.get(REGISTER))
    assert "taken" not in page and "full:" not in page
    someone(event, "anna")
    page = words(client.get(REGISTER))
    assert "All places on site are taken. You can take part online, or wait for a place on site." in page
    assert "(full: you will join the waiting list)" in page
    for address in ("/en/series/spring/", "/en/series/spring/closing/"):
        assert "All places on site are taken." in words(client.get(address))
    operations.set_capacity(event=event, capacities={"online": 0}, now=cast.TODAY)
    assert "All places are taken. You can put yourself on the waiting list." in words(client.get(REGISTER))
    assert '<span class="tag is-warm">Full</span>' in words(client.get("/en/series/spring/"))


def test_the_answer_is_the_same_whether_one_waits_or_was_there_before(client):
    """It says that the event was full, as the form had said, and nothing of whose address it is."""
    event = a_hall(onsite=1)
    answers = []
    for email in ("first@example.org", "waits@example.org", "first@example.org"):
        response = client.post(REGISTER, sent(event, email=email))
        assert response.status_code == 302
        page = client.get(response["Location"]).content.decode().replace(email, "")
        answers.append((response["Location"], page))
    full = f"&full={event.pk}-onsite"
    assert answers[0][0] + full == answers[1][0] == answers[2][0]
    assert answers[1][1] == answers[2][1]
    assert attendance_by_name(event) == {"first": "onsite", "waits": "waiting>onsite"}


def test_public_pages_ask_nothing_of_seats_where_none_is_limited(client):
    event = a_hall(onsite=None)

    def queries() -> list[str]:
        with CaptureQueriesContext(connection) as captured:
            client.get(REGISTER)
        tables = ('FROM "registration_seat"', 'FROM "registration_attendance"')
        return [query["sql"] for query in captured if any(table in query["sql"] for table in tables)]

    assert queries() == []
    operations.set_capacity(event=event, capacities={"onsite": 5}, now=cast.TODAY)
    assert len(queries()) == 2


def test_the_personal_page_shows_the_place_in_the_line_and_one_can_step_off(client):
    event = a_hall(onsite=1)
    *_, cecilia = some(event, "anna bertta cecilia")
    address = f"/en/r/{make_token(cecilia)}/"
    page = words(client.get(address))
    assert "You are number <strong>2</strong> on the waiting list." in page and "On the waiting list" in page
    leave = f"{address}wait/{event.pk}/leave/"
    assert leave in page
    client.get(leave)  # a mail scanner follows links
    assert attendance_by_name(event)["cecilia"] == "waiting>onsite"
    assert client.post(leave, headers={"sec-fetch-site": "cross-site"}).status_code == 403
    assert client.post(leave).status_code == 302
    assert "cecilia" not in attendance_by_name(event)
    assert client.post(leave)["Location"].endswith("?unchanged=1")


def test_who_asks_for_a_full_way_reads_that_they_keep_their_place(client):
    event = a_hall(onsite=1)
    someone(event, "anna")
    oona = someone(event, "oona", "online")
    address = f"/en/r/{make_token(oona)}/"
    assert "(full: you keep the place you have until one is free here)" in words(
        client.get(f"{address}change/")
    )
    assert client.post(f"{address}change/", sent(event, email=oona.email)).status_code == 302
    page = words(client.get(address))
    assert (
        "You are number <strong>1</strong> on the waiting list for a place there. You keep your current place"
        in page
    )
    assert "/en/j/" in page
    assert attendance_by_name(event)["oona"] == "online>onsite"
    # The form shows what they asked for, and saving it again changes nothing.
    assert f'value="onsite" id="events-{event.pk}-onsite" checked' in words(client.get(f"{address}change/"))


def test_who_has_moved_up_meanwhile_is_not_taken_off_the_list(client):
    event = a_hall(onsite=1)
    anna, bertta = some(event, "anna bertta")
    operations.cancel_registration(registration=anna, now=cast.TODAY)
    answer = client.post(f"/en/r/{make_token(bertta)}/wait/{event.pk}/leave/")
    assert answer["Location"].endswith("?unchanged=1")
    assert attendance_by_name(event) == {"bertta": "onsite"}


def test_a_cancelled_event_takes_nobody_and_says_so(client):
    event = a_hall(onsite=1)
    other = cast.an_event(event.series, 1)
    anna = someone(event, "anna")
    operations.cancel_event(event=event, reason=cast.texts("Storm"), now=cast.TODAY)
    page = words(client.get(REGISTER))
    assert f'id="events-{event.pk}" disabled' in page and "The event has been cancelled." in page
    response = client.post(REGISTER, sent(event))
    assert response.status_code == 422 and "This event has been cancelled. Untick it" in words(response)
    assert Registration.objects.filter(email="maija@example.org").count() == 0
    mine = words(client.get(f"/en/r/{make_token(anna)}/"))
    assert "This event has been cancelled and does not take place. Storm (en)" in mine
    assert client.post(REGISTER, sent(other)).status_code == 302


def test_what_is_full_for_those_who_come_late_is_no_matter_once_registration_has_closed(client):
    event = a_hall(onsite=0, registration_closes=cast.TODAY - timedelta(days=3000))
    assert "taken" not in words(client.get("/en/series/spring/"))
    assert Attendance.objects.filter(event=event).count() == 0

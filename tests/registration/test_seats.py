"""Seats and waiting list: who gets one, who waits, who is next."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Superseded, compose
from skaala.registration import operations, queries, rules
from skaala.registration.models import Attendance, Registration, Seat
from skaala.registration.operations import UnableToSetCapacity
from skaala.registration.queries.seats import WHAT_IS_FULL
from skaala.registration.rules import Choice, Refusal, UnableToRegister
from skaala.series.models import Event
from tests.cast import TODAY, an_event
from tests.registration.halls import (
    a_hall,
    attendance_by_name,
    change,
    check_what_must_hold,
    line,
    sign_up,
    some,
    someone,
)

pytestmark = pytest.mark.django_db


def what_is_full(event: Event) -> set[tuple[int, str]]:
    """What the database says, for pages that are kept."""
    with connection.cursor() as cursor:
        cursor.execute(WHAT_IS_FULL)
        (versions,) = cursor.fetchone()
    return {(event.pk, one.removeprefix(str(event.pk))) for one in (versions or "").split()}


def emails(kind: str) -> list[str]:
    found = Email.objects.filter(kind=f"registration.{kind}").order_by("created_at", "to_address")
    return [email.to_address.partition("@")[0] for email in found]


def test_who_comes_when_all_seats_are_taken_waits_in_order_and_gets_an_email():
    event = a_hall(onsite=2)
    some(event, "anna bertta cecilia daavid")
    assert attendance_by_name(event) == {
        "anna": "onsite", "bertta": "onsite", "cecilia": "waiting>onsite", "daavid": "waiting>onsite"
    }  # fmt: skip
    assert line(event) == ["cecilia", "daavid"]
    check_what_must_hold(event)
    said = {email.to_address.partition("@")[0]: compose(email) for email in Email.objects.all()}
    assert "waiting list" not in said["bertta"].text
    assert "You are number 2 on the waiting list" in said["daavid"].text
    assert "You are number 2 on the waiting list" in said["daavid"].html
    assert (len(said["bertta"].attachments), len(said["daavid"].attachments)) == (1, 0)


def test_ways_are_counted_apart_and_one_without_a_limit_takes_all():
    event = a_hall(onsite=1)
    some(event, "anna bertta")
    some(event, "remote distant far", "online")
    assert attendance_by_name(event)["bertta"] == "waiting>onsite"
    assert [name for name, how in attendance_by_name(event).items() if how == "online"] == [
        "remote",
        "distant",
        "far",
    ]
    assert what_is_full(event) == queries.full_modes([event]) == {(event.pk, "onsite")}
    operations.cancel_registration(
        registration=Registration.objects.get(email="bertta@example.org"), now=TODAY
    )
    operations.cancel_registration(registration=Registration.objects.get(email="anna@example.org"), now=TODAY)
    assert what_is_full(event) == queries.full_modes([event]) == set()


def test_a_seat_given_up_goes_to_the_next_in_line_who_gets_an_email():
    event = a_hall(onsite=1)
    anna, *_ = some(event, "anna bertta cecilia")
    operations.cancel_registration(registration=anna, now=TODAY)
    assert attendance_by_name(event) == {"bertta": "onsite", "cecilia": "waiting>onsite"}
    check_what_must_hold(event)
    email = Email.objects.get(kind="registration.promoted")
    assert email.to_address == "bertta@example.org"
    composed = compose(email)
    assert composed.subject == "You have a place: Closing event: Workshop title 9 (en)"
    assert len(composed.attachments) == 1
    assert emails("cancelled") == ["anna"]


def test_an_event_dropped_from_a_registration_hands_its_seat_on():
    event = a_hall(onsite=1)
    other = an_event(event.series, 1)
    anna, _ = some(event, "anna bertta")
    assert change(anna, Choice(event.pk, "onsite"), Choice(other.pk, "online"))
    assert change(anna, Choice(other.pk, "online"))
    assert attendance_by_name(event) == {"bertta": "onsite"}
    assert emails("promoted") == ["bertta"]


def test_nobody_overtakes_those_who_wait_though_a_seat_is_free():
    event = a_hall(onsite=1)
    some(event, "anna bertta")
    Seat.objects.create(event=event, mode="onsite")  # as after a crash between two commits
    someone(event, "cecilia")
    assert attendance_by_name(event)["cecilia"] == "waiting>onsite"
    assert what_is_full(event) == queries.full_modes([event]) == {(event.pk, "onsite")}
    event.capacity_onsite = 2
    event.save()
    assert operations.fill_forgotten_seats(now=TODAY) == 1
    assert attendance_by_name(event) == {"anna": "onsite", "bertta": "onsite", "cecilia": "waiting>onsite"}
    assert operations.fill_forgotten_seats(now=TODAY) == 0


def test_added_seats_are_handed_on_in_order():
    event = a_hall(onsite=0)
    some(event, "anna bertta cecilia")
    assert set(attendance_by_name(event).values()) == {"waiting>onsite"}
    operations.set_capacity(event=event, capacities={"onsite": 2}, now=TODAY)
    assert line(event) == ["cecilia"]
    assert emails("promoted") == ["anna", "bertta"]
    operations.set_capacity(event=event, capacities={"onsite": None}, now=TODAY)
    assert line(event) == []
    check_what_must_hold(event)


def test_a_limit_set_later_seats_those_who_have_come_already():
    event = a_hall(onsite=None)
    some(event, "anna bertta")
    operations.set_capacity(event=event, capacities={"onsite": 3}, now=TODAY)
    check_what_must_hold(event)
    some(event, "cecilia daavid")
    assert line(event) == ["daavid"]
    check_what_must_hold(event)


def test_a_capacity_below_what_is_taken_is_refused_with_the_number_of_people():
    event = a_hall(onsite=5)
    some(event, "anna bertta cecilia")
    for capacity in (2, 0):
        with pytest.raises(UnableToSetCapacity) as refused:
            operations.set_capacity(event=event, capacities={"onsite": capacity}, now=TODAY)
        assert (refused.value.mode, refused.value.seated) == ("onsite", 3)
        check_what_must_hold(event)
    operations.set_capacity(event=event, capacities={"onsite": 3}, now=TODAY)
    check_what_must_hold(event)
    assert someone(event, "daavid").attendances.get().state == "waiting"


def test_who_asks_for_a_full_way_waits_there_and_keeps_their_seat():
    event = a_hall(onsite=1, online=2)
    _, oona = someone(event, "anna"), someone(event, "oona", "online")
    assert change(oona, Choice(event.pk, "onsite"))
    assert attendance_by_name(event) == {"anna": "onsite", "oona": "online>onsite"}
    assert not change(oona, Choice(event.pk, "onsite"))  # asked for already
    said = compose(Email.objects.get(kind="registration.changed"))
    assert "You are number 1 on the waiting list" in said.text
    assert "/j/" in said.text
    check_what_must_hold(event)
    assert change(oona, Choice(event.pk, "online"))  # thinks better of it
    assert attendance_by_name(event)["oona"] == "online"


def test_who_moves_up_the_other_way_leaves_a_seat_to_the_next():
    event = a_hall(onsite=1, online=1)
    anna = someone(event, "anna")
    oona, _ = some(event, "oona remote", "online")
    change(oona, Choice(event.pk, "onsite"))
    operations.cancel_registration(registration=anna, now=TODAY)
    assert attendance_by_name(event) == {"oona": "onsite", "remote": "online"}
    assert emails("promoted") == ["oona", "remote"]
    check_what_must_hold(event)


def test_two_who_want_each_others_seats_change_places():
    event = a_hall(onsite=1, online=1)
    anna, oona = someone(event, "anna"), someone(event, "oona", "online")
    change(anna, Choice(event.pk, "online"))
    change(oona, Choice(event.pk, "onsite"))
    assert attendance_by_name(event) == {"anna": "online", "oona": "onsite"}
    assert (emails("changed"), emails("promoted")) == (["anna", "oona"], ["anna"])
    check_what_must_hold(event)


def test_who_switches_while_waiting_goes_to_the_end_of_the_other_line():
    event = a_hall(onsite=1, online=1)
    some(event, "anna bertta")
    some(event, "oona remote", "online")
    bertta = Registration.objects.get(email="bertta@example.org")
    change(bertta, Choice(event.pk, "online"))
    assert (line(event, "onsite"), line(event, "online")) == ([], ["remote", "bertta"])


def test_stepping_off_the_list_keeps_the_rest():
    event = a_hall(onsite=1, online=1)
    other = an_event(event.series, 1)
    anna, bertta, cecilia = some(event, "anna bertta cecilia")
    change(bertta, Choice(event.pk, "onsite"), Choice(other.pk, "online"))
    assert operations.leave_waiting_list(registration=bertta, event_id=event.pk, now=TODAY)
    assert not operations.leave_waiting_list(registration=bertta, event_id=event.pk, now=TODAY)
    assert line(event) == ["cecilia"]
    assert list(bertta.attendances.values_list("event_id", "state").order_by("event_id")) == sorted(
        [(event.pk, "cancelled"), (other.pk, "confirmed")]
    )
    # Nothing else is left to them: the registration goes with it.
    assert operations.leave_waiting_list(registration=cecilia, event_id=event.pk, now=TODAY)
    cecilia.refresh_from_db()
    assert cecilia.cancelled_at == TODAY
    assert not operations.leave_waiting_list(registration=anna, event_id=event.pk, now=TODAY)
    assert attendance_by_name(event) == {"anna": "onsite"}
    with pytest.raises(UnableToRegister) as refused:
        late = someone(event, "late")
        operations.leave_waiting_list(registration=late, event_id=event.pk, now=event.start)
    assert refused.value.refusal == Refusal.ALREADY_STARTED


def test_who_comes_back_goes_to_the_end():
    event = a_hall(onsite=1)
    other = an_event(event.series, 1)
    anna, _ = some(event, "anna bertta")
    change(anna, Choice(event.pk, "onsite"), Choice(other.pk, "online"))
    change(anna, Choice(other.pk, "online"))
    someone(event, "cecilia")
    change(anna, Choice(other.pk, "online"), Choice(event.pk, "onsite"))
    assert line(event) == ["cecilia", "anna"]


def test_seats_of_an_event_that_has_started_are_not_handed_on():
    event = a_hall(onsite=1)
    some(event, "anna bertta")
    Seat.objects.create(event=event, mode="onsite")
    assert operations.fill_forgotten_seats(now=event.start) == 0
    assert operations.promote_from_waiting_list(event_ids=[event.pk], now=event.start) == 0
    assert operations.fill_forgotten_seats(now=event.start - timedelta(seconds=1)) == 1


def test_the_email_about_a_seat_given_up_meanwhile_is_not_sent():
    event = a_hall(onsite=1)
    anna, bertta = some(event, "anna bertta")
    operations.cancel_registration(registration=anna, now=TODAY)
    operations.cancel_registration(registration=bertta, now=TODAY)
    with pytest.raises(Superseded):
        compose(Email.objects.get(kind="registration.promoted"))


def test_who_waits_never_gets_the_way_in(client):
    from skaala.registration.links.personal import make_token

    event = a_hall(onsite=0, online=1, join_url="https://meet.example.org/secret")
    first = someone(event, "first", "online")
    waits, both = someone(event, "waits", "online"), someone(event, "both", "onsite")
    pages = {}
    for registration in (first, waits, both):
        base = f"/en/r/{make_token(registration)}/"
        composed = compose(Email.objects.get(to_address=registration.email))
        files = b"".join(file.content for file in composed.attachments).replace(b"\r\n ", b"")
        said = client.get(base).content + client.get(f"{base}calendar.ics").content.replace(b"\r\n ", b"")
        pages[registration.email] = composed.text.encode() + composed.html.encode() + files + said
        joins = client.get(f"{base}join/{event.pk}/", follow=True)  # by a link of an email sent long ago
        assert joins.status_code == (200 if registration == first else 404)
        assert "meet.example.org" not in joins.content.decode()
    assert b"/j/" in pages["first@example.org"]
    assert b"/j/" not in pages["waits@example.org"]
    assert b"/j/" not in pages["both@example.org"]
    assert not any(b"meet.example.org" in page for page in pages.values())


def test_the_database_gives_no_seat_twice_and_no_place_in_the_line():
    event = a_hall(onsite=1)
    anna, _, _ = some(event, "anna bertta cecilia")
    with pytest.raises(IntegrityError), transaction.atomic():
        Seat.objects.create(event=event, mode="onsite", attendance=anna.attendances.get())
    with pytest.raises(IntegrityError, match="one_person_per_waiting_number"), transaction.atomic():
        Attendance.objects.exclude(waits_for="").update(waiting_number=7)
    with pytest.raises(IntegrityError, match="waiting_has_time_and_number"), transaction.atomic():
        Attendance.objects.exclude(waits_for="").update(waits_for="", state="confirmed")


def test_an_event_with_seats_and_nobody_in_them_can_be_removed_and_copied():
    event = a_hall(onsite=3)
    copy = operations.copy_series(series=event.series, slug="next", days=364, now=TODAY)
    copied = copy.events.get()
    assert (copied.capacity_onsite, copied.seats.count()) == (3, 3)
    operations.remove_event(event=event)
    assert Seat.objects.count() == 3


@pytest.mark.parametrize(
    ("state", "target"), [("confirmed", "waiting"), ("cancelled", "confirmed"), ("waiting", "attended")]
)
def test_states_that_do_not_follow_each_other_are_a_fault(state, target):
    with pytest.raises(ValueError):
        rules.check_transition(state, target)


def test_registering_for_a_limited_event_takes_few_statements():
    event = a_hall(onsite=5)
    request = sign_up(event, "anna")
    from skaala.series.queries import find_series

    series = find_series(event.series.slug)
    with CaptureQueriesContext(connection) as captured:
        operations.register(series=series, request=request, now=TODAY)
    statements = [query["sql"].split()[0] for query in captured if "SAVEPOINT" not in query["sql"]]
    # registration with its email and which email is about whom, lock, attendance with its seat
    assert statements == ["WITH", "SELECT", "WITH"]


def test_an_address_taken_meanwhile_is_not_seated():
    event = a_hall(onsite=1)
    someone(event, "anna")
    assert operations.register(series=event.series, request=sign_up(event, "anna"), now=TODAY) is None
    assert attendance_by_name(event) == {"anna": "onsite"}

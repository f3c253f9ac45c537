"""A changed and a cancelled event reach those who come, in their calendars too."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

import pytest
from icalendar import Calendar

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Superseded, compose
from skaala.registration import operations
from skaala.registration.models import Attendance, Mailing, Registration
from skaala.registration.operations import UnableToSetCapacity
from skaala.registration.rules import Choice, Refusal, UnableToRegister
from skaala.registration.rules.notifications import Change, changes, concerns
from skaala.series.models import Event, Series
from skaala.series.operations import UnableToCancelEvent
from skaala.ui.texts import Texts
from tests.cast import TODAY, a_closing_event, a_registration, a_series, a_venue, an_event, texts
from tests.registration.halls import (
    a_hall,
    attendance_by_name,
    change,
    check_what_must_hold,
    line,
    some,
    someone,
)

pytestmark = pytest.mark.django_db


def change_event(event: Event, *, now=TODAY, capacities=None, **changed: Any) -> operations.ChangedEvent:
    event = Event.objects.select_related("series").get(pk=event.pk)
    for name, value in changed.items():
        setattr(event, name, value)
    held = {"online": event.capacity_online, "onsite": event.capacity_onsite}
    return operations.change_event(event=event, capacities=held | (capacities or {}), now=now)


def notified(kind: str = "event_changed") -> list[str]:
    found = Email.objects.filter(kind=f"registration.{kind}").values_list("to_address", flat=True)
    return sorted(address.partition("@")[0] for address in found)


class CalendarProgram:
    """Keeps entries as RFC 5546 asks: one for each UID; of two versions the one with the higher SEQUENCE, then DTSTAMP."""

    def __init__(self) -> None:
        self.entries: dict[str, Any] = {}
        self.gone: dict[str, tuple[int, Any]] = {}

    def take(self, email: Email) -> None:
        for file in compose(email).attachments:
            calendar = Calendar.from_ical(file.content)
            assert file.content_type == "application/ics" and "X-WR-CALNAME" not in calendar
            # RFC 5546, 3.2.2 and 3.2.5: one UID, an organiser, whom it is for; nobody is asked whether they come.
            (event,) = calendar.walk("VEVENT")
            assert calendar["method"] in {"REQUEST", "CANCEL"} and event["organizer"].startswith("mailto:")
            assert event["attendee"] == f"mailto:{email.to_address}" and not event.walk("VALARM")
            assert (event["attendee"].params["PARTSTAT"], event["attendee"].params["RSVP"]) == (
                "ACCEPTED",
                "FALSE",
            )
            self._take(str(event["uid"]), event, is_cancel=calendar["method"] == "CANCEL")

    def _take(self, uid: str, event: Any, *, is_cancel: bool) -> None:
        version = (int(event["sequence"]), event.decoded("dtstamp"))
        held = self.entries.get(uid)
        known = (int(held["sequence"]), held.decoded("dtstamp")) if held is not None else self.gone.get(uid)
        if known is not None and version < known:
            return
        self.entries.pop(uid, None)
        if is_cancel or event.get("status") == "CANCELLED":
            self.gone[uid] = version
        else:
            self.entries[uid] = event

    @property
    def starts(self) -> list[Any]:
        return [event.decoded("dtstart") for event in self.entries.values()]


def newest(kind: str, name: str = "maija") -> Email:
    found = Email.objects.filter(kind=f"registration.{kind}", to_address=f"{name}@example.org")
    return found.order_by("-created_at").first()


def test_the_emails_of_a_changed_and_a_cancelled_event_update_one_entry_in_a_calendar():
    series = a_series()
    event = an_event(series)
    a_registration(series)
    program = CalendarProgram()
    program.take(newest("confirmation"))
    assert program.starts == [event.start]
    later = event.start + timedelta(days=1)
    change_event(event, start=later, end=later + timedelta(hours=2), registration_closes=None)
    program.take(newest("event_changed"))
    assert program.starts == [later]
    venue = a_venue()
    change_event(event, mode="hybrid", venue=venue, now=TODAY + timedelta(hours=1))
    program.take(newest("event_changed"))
    assert program.starts == [later] and len(program.entries) == 1
    before_the_end = {uid: int(entry["sequence"]) for uid, entry in program.entries.items()}
    operations.cancel_event(event=event, reason=texts("Ill"), now=TODAY + timedelta(hours=2))
    program.take(newest("event_cancelled"))
    assert program.entries == {}
    (uid,) = program.gone
    assert uid == f"{event.uid}@skaala" and program.gone[uid][0] > before_the_end[uid]


def test_one_persons_own_changes_update_the_same_entry_too():
    event = a_hall(onsite=1, online=None)
    other = an_event(event.series, 1)
    anna, oona = someone(event, "anna"), someone(event, "oona", "online")
    program = CalendarProgram()
    program.take(newest("confirmation", "oona"))
    (entry,) = program.entries.values()
    assert entry["location"] == "Online" and "/j/" in entry["description"]
    change(oona, Choice(event.pk, "onsite"), Choice(other.pk, "online"))
    program.take(newest("changed", "oona"))
    assert len(program.entries) == 2
    operations.cancel_registration(registration=anna, now=TODAY)
    program.take(newest("promoted", "oona"))
    assert "Kuntatalo" in program.entries[f"{event.uid}@skaala"]["location"]
    change(oona, Choice(other.pk, "online"))
    program.take(newest("changed", "oona"))
    assert list(program.entries) == [f"{other.uid}@skaala"]
    change(oona, Choice(other.pk, "online"), Choice(event.pk, "online"))  # comes back: the entry does too
    program.take(newest("changed", "oona"))
    assert len(program.entries) == 2
    operations.cancel_registration(registration=oona, now=TODAY)
    program.take(newest("cancelled", "oona"))
    assert program.entries == {}


def test_who_cancels_and_registers_again_gets_their_entries_back():
    series = a_series()
    event = an_event(series)
    program = CalendarProgram()
    for _ in range(3):
        registration = a_registration(series)
        program.take(newest("confirmation"))
        assert program.starts == [event.start]
        operations.cancel_registration(registration=registration, now=TODAY)
        program.take(newest("cancelled"))
        assert program.entries == {}
        Email.objects.all().delete()


def test_who_gives_up_a_place_and_waits_for_another_before_the_emails_go_has_none_in_their_calendar():
    event = a_hall(onsite=1)
    other = an_event(event.series, 1)
    anna, _ = some(event, "anna waits")
    change(anna, Choice(event.pk, "onsite"), Choice(other.pk, "online"))
    program = CalendarProgram()
    program.take(newest("changed", "anna"))
    assert len(program.entries) == 2
    change(anna, Choice(other.pk, "online"))
    change(anna, Choice(other.pk, "online"), Choice(event.pk, "onsite"))
    for email in Email.objects.filter(kind="registration.changed").order_by("created_at"):
        program.take(email)
    assert list(program.entries) == [f"{other.uid}@skaala"]
    # Who has only ever waited has no entry that could be taken out.
    third = someone(event, "third")
    operations.cancel_event(event=event, reason=texts("Ill"), now=TODAY)
    said = compose(newest("event_cancelled", "third"))
    assert third.attendances.get().state == "waiting" and said.attachments == []
    assert "calendar" not in said.text + said.html


def test_new_join_links_replace_those_in_the_calendar():
    series = a_series()
    an_event(series)
    registration = a_registration(series)
    program = CalendarProgram()
    program.take(newest("confirmation"))
    (before,) = program.entries.values()
    operations.renew_link(registration=registration, now=TODAY + timedelta(hours=1))
    program.take(newest("link"))
    (after,) = program.entries.values()
    assert after["description"] != before["description"] and after.decoded("dtstamp") > before.decoded(
        "dtstamp"
    )


def test_of_changes_close_together_the_last_email_says_what_has_become_of_what_they_knew():
    event = a_hall(onsite=1)
    some(event, "anna")
    first, moved = event.start, event.start + timedelta(days=1)
    change_event(event, start=moved, end=moved + timedelta(hours=2))
    early = newest("event_changed", "anna")
    change_event(
        event, venue=a_venue(name=Texts(fi="Kirjasto", sv="Biblioteket")), now=TODAY + timedelta(minutes=5)
    )
    late = newest("event_changed", "anna")
    with pytest.raises(Superseded):
        compose(early)
    said = compose(late).text
    assert "Earlier time: Tue 19 March 2030, 12:00–14:00" in said and "Earlier place: Kuntatalo" in said
    # Had the first one gone in time, the second would tell of the place alone.
    Email.objects.filter(pk=early.pk).update(state="sent", sent_at=TODAY)
    said = compose(late).text
    assert "Earlier time" not in said and "Earlier place: Kuntatalo" in said
    assert "Earlier time" in compose(Email.objects.get(pk=early.pk)).text  # looked at on the desk
    Email.objects.filter(pk=early.pk).update(state="superseded", sent_at=None)
    change_event(event, start=first, end=first + timedelta(hours=2), now=TODAY + timedelta(minutes=6))
    said = compose(newest("event_changed", "anna")).text
    assert "Earlier time" not in said and "Earlier place: Kuntatalo" in said


def test_a_new_time_is_sent_to_all_with_the_one_before():
    event = a_hall(onsite=1)
    some(event, "anna waits")
    someone(event, "remote", "online")
    operations.cancel_registration(registration=someone(event, "gone", "online"), now=TODAY)
    later = event.start + timedelta(hours=1)
    outcome = change_event(event, start=later, end=later + timedelta(hours=2))
    assert outcome.mailing is not None and notified() == ["anna", "remote", "waits"]
    email = compose(newest("event_changed", "anna"))
    assert email.subject.startswith("Changed: Closing event")
    assert "Earlier time: Tue 19 March 2030, 12:00–14:00" in email.text
    assert "Tue 19 March 2030, 13:00–15:00" in email.text
    assert "number 1 on the waiting list" in compose(newest("event_changed", "waits")).text
    assert change_event(event).mailing is None  # sent twice: nothing has changed


def test_a_new_place_is_sent_to_those_who_go_there():
    event = a_hall(onsite=1)
    some(event, "anna waits")
    someone(event, "remote", "online")
    change_event(event, venue=a_venue(name=Texts(fi="Kirjasto", sv="Biblioteket")))
    assert notified() == ["anna", "waits"]
    assert "Earlier place: Kuntatalo" in compose(newest("event_changed", "anna")).text


@pytest.mark.parametrize(
    ("status", "changed"),
    [
        ("draft", {"start": TODAY + timedelta(weeks=10), "end": TODAY + timedelta(weeks=10, hours=1)}),
        ("published", {"title": texts("Other")}),
        ("published", {"description": texts("Other")}),
        ("published", {"registration_closes": TODAY + timedelta(days=3)}),
    ],
)
def test_what_nobody_needs_to_know_is_sent_to_nobody(status, changed):
    event = a_hall(onsite=1)
    some(event, "anna")
    Series.objects.update(status=status)
    assert change_event(event, **changed).mailing is None
    assert notified() == []


def test_where_a_way_of_attending_goes_those_who_had_it_attend_the_other_way():
    event = a_hall(onsite=1, online=3)
    some(event, "anna bertta cecilia")
    someone(event, "remote", "online")
    change_event(event, mode="online")
    assert attendance_by_name(event) == {
        "anna": "online",
        "bertta": "online",
        "remote": "online",
        "cecilia": "waiting>online",
    }
    event.refresh_from_db()
    assert (event.capacity_onsite, event.capacity_online) == (None, 3)
    check_what_must_hold(event)
    said = compose(newest("event_changed", "anna"))
    assert "The event is held online only, so you now take part online." in said.text
    assert "/j/" in said.text and "/j/" not in compose(newest("event_changed", "cecilia")).text


def test_a_way_does_not_go_while_the_other_has_too_few_places_for_those_who_had_it():
    event = a_hall(onsite=2, online=1)
    some(event, "anna bertta")
    with pytest.raises(UnableToSetCapacity) as refused:
        change_event(event, mode="online")
    assert (refused.value.mode, refused.value.seated) == ("online", 2)
    event.refresh_from_db()
    assert (event.mode, notified()) == ("hybrid", [])
    change_event(event, mode="online", capacities={"online": 2})
    assert set(attendance_by_name(event).values()) == {"online"}
    check_what_must_hold(event)


def test_a_cancelled_event_is_sent_to_all_and_takes_nobody_any_more():
    event = a_hall(onsite=1)
    _, waits = some(event, "anna waits")
    outcome = operations.cancel_event(event=event, reason=Texts(fi="Puhuja sairastui."), now=TODAY)
    assert notified("event_cancelled") == ["anna", "waits"]
    email = compose(newest("event_cancelled", "anna"))
    assert "Puhuja sairastui." in email.text and '<p lang="fi">Puhuja sairastui.</p>' in email.html
    assert [file.content_type for file in email.attachments] == ["application/ics"]
    assert (
        b"STATUS:CANCELLED" in email.attachments[0].content and b"ORGANIZER" in email.attachments[0].content
    )
    with pytest.raises(UnableToCancelEvent):
        operations.cancel_event(event=event, reason=texts("Again"), now=TODAY)
    with pytest.raises(UnableToRegister) as refused:
        someone(event, "late")
    assert refused.value.refusal == Refusal.EVENT_CANCELLED
    operations.set_capacity(event=event, capacities={"onsite": 5}, now=TODAY)
    assert line(event) == ["waits"] and waits.attendances.get().state == "waiting"
    assert outcome.mailing is not None and Mailing.objects.count() == 1


def test_who_registers_from_a_page_that_still_shows_the_event_is_refused():
    from skaala.series.queries import find_series
    from tests.registration.halls import sign_up

    event = a_hall(onsite=1)
    old = find_series(event.series.slug)
    list(old.events.all())
    operations.cancel_event(event=event, reason=texts("Ill"), now=TODAY)
    with pytest.raises(UnableToRegister) as refused:
        operations.register(series=old, request=sign_up(event, "late"), now=TODAY)
    assert (refused.value.refusal, refused.value.event_id) == (Refusal.EVENT_CANCELLED, event.pk)
    assert Registration.objects.count() == 0


def test_emails_overtaken_by_a_cancellation_are_not_sent():
    event = a_hall(onsite=1)
    anna, _ = some(event, "anna waits")
    later = event.start + timedelta(hours=1)
    change_event(event, start=later, end=later + timedelta(hours=2))
    operations.cancel_registration(registration=anna, now=TODAY)
    operations.cancel_event(event=event, reason=texts("Ill"), now=TODAY)
    for email in (
        newest("event_changed", "anna"),
        newest("event_changed", "waits"),
        newest("promoted", "waits"),
    ):
        with pytest.raises(Superseded):
            compose(email)


def test_nobody_is_shown_the_way_in_to_a_cancelled_event(client):
    from skaala.registration.links import joining
    from skaala.registration.links.personal import make_token

    series = a_series()
    event, other = an_event(series, 1), an_event(series, 2)
    registration = a_registration(series)
    address = f"/en/r/{make_token(registration)}/"
    way, other_way = (f"/en/j/{joining.make_token(one.attendances.get())}/" for one in (event, other))
    assert client.get(way).status_code == 200
    operations.cancel_event(event=event, reason=texts("Ill"), now=TODAY)
    assert client.get(way).status_code == client.post(way).status_code == 404
    page = client.get(address).content.decode()
    assert way not in page and other_way in page
    entries = Calendar.from_ical(client.get(f"{address}calendar.ics").content).walk("VEVENT")
    assert [str(entry["status"]) for entry in entries] == ["CANCELLED", "CONFIRMED"]


def test_a_rehearsal_shows_the_emails_and_leaves_nothing_behind():
    event = a_hall(onsite=3)
    some(event, "anna bertta")
    a_registration(event.series, event, email="sven@example.org", mode="onsite", language="sv")
    emails, later = Email.objects.count(), event.start + timedelta(hours=1)

    def action() -> Mailing | None:
        return change_event(event, start=later, end=later + timedelta(hours=2)).mailing

    rehearsal = operations.rehearse(action)
    assert rehearsal is not None
    assert [one.email for one in rehearsal.people] == [
        "anna@example.org",
        "bertta@example.org",
        "sven@example.org",
    ]
    assert [(one.language, one.mode, one.state, one.count) for one in rehearsal.samples] == [
        ("en", "onsite", "confirmed", 2),
        ("sv", "onsite", "confirmed", 1),
    ]
    assert (
        "/r/HIDDEN/" in rehearsal.samples[0].composed.text
        and "Tidigare tid" in rehearsal.samples[1].composed.text
    )
    event.refresh_from_db()
    assert (event.start, event.sequence) == (later - timedelta(hours=1), 0)
    assert (Email.objects.count(), Mailing.objects.count()) == (emails, 0)
    assert operations.rehearse(lambda: change_event(event).mailing) is None


@pytest.mark.parametrize(
    ("found", "mode", "waits_for", "expected"),
    [
        ({Change.TIME}, "online", "", True),
        ({Change.MODE}, "online", "", True),
        ({Change.PLACE}, "online", "", False),
        ({Change.PLACE}, "online", "onsite", True),
        ({Change.PLACE}, "onsite", "", True),
        (set(), "onsite", "", False),
    ],
)
def test_whom_a_change_concerns(found, mode, waits_for, expected):
    assert concerns(frozenset(found), mode=mode, waits_for=waits_for) == expected


def test_a_venue_that_nobody_goes_to_is_no_change():
    one, other = (
        Event(start=TODAY, end=TODAY, mode="online"),
        Event(start=TODAY, end=TODAY, mode="online", venue_id=7),
    )
    assert changes(one, other) == frozenset()
    one.mode = other.mode = "hybrid"
    assert changes(one, other) == {Change.PLACE}


def test_an_event_moved_after_publication_says_when_it_was_announced_for(client):
    series = a_series()
    event = an_event(series)
    first, later = event.start, event.start + timedelta(days=7)
    change_event(event, start=later, end=later + timedelta(hours=2))
    event.refresh_from_db()
    assert event.rescheduled_from == first
    page = client.get("/en/series/spring/workshop-1/").content.decode()
    assert '"https://schema.org/EventRescheduled"' in page and "This event has been moved" in page
    assert f'"previousStartDate": "{first.astimezone(event.zone).isoformat()}"' in page
    change_event(event, start=first, end=first + timedelta(hours=2))
    event.refresh_from_db()
    assert event.rescheduled_from is None
    operations.cancel_event(event=event, reason=texts("Ill"), now=TODAY)
    page = client.get("/en/series/spring/workshop-1/").content.decode()
    assert '"https://schema.org/EventCancelled"' in page and "Ill (en)" in page
    assert "/register/?event=" not in page
    feed = client.get("/en/series/spring/calendar.ics").content
    assert b"STATUS:CANCELLED" in feed and b"METHOD:PUBLISH" in feed


def test_changes_are_notified_in_few_statements_however_many_come(django_assert_max_num_queries):
    event = a_closing_event(a_series())
    for number in range(12):
        someone(event, f"p{number}", "online")
    later = event.start + timedelta(hours=1)
    with django_assert_max_num_queries(32):
        change_event(event, start=later, end=later + timedelta(hours=2))
    assert len(notified()) == 12
    assert Attendance.objects.filter(state="confirmed").count() == 12


def test_who_only_waited_gets_no_file_that_removes_an_entry_they_never_had():
    event = a_hall(onsite=1)
    anna, waits = some(event, "anna waits")
    operations.cancel_registration(registration=waits, now=TODAY)
    left = compose(newest("cancelled", "waits"))
    assert left.attachments == [] and "calendar" not in left.text
    operations.cancel_registration(registration=anna, now=TODAY)
    gone = compose(newest("cancelled", "anna"))
    assert [file.content_type for file in gone.attachments] == ["application/ics"]
    assert "If it stays there, delete it yourself." in gone.text and "delete it yourself" in gone.html

"""Who has come: marks that are counted once, who counts as missing, the join link, and lists of calls."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest

from skaala.registration import operations, queries
from skaala.registration.models import Arrival, ArrivalMark, Attendance, KeptCount
from skaala.registration.queries import arrivals, own_data
from skaala.registration.rules import check_in as rules
from skaala.registration.rules.check_in import Presence
from tests import cast
from tests.registration.halls import a_hall, some

START = cast.TODAY
END = START + timedelta(hours=2)
MINUTE = timedelta(minutes=1)


@pytest.mark.parametrize(
    ("has_arrived", "was_taken", "now", "expected"),
    [
        (True, True, START, Presence.CAME),
        (False, True, END - MINUTE, Presence.UNKNOWN),
        (False, True, END, Presence.MISSED),
        (False, False, END + timedelta(days=9), Presence.UNKNOWN),  # nobody noted who came
    ],
)
def test_presence(has_arrived, was_taken, now, expected):
    assert rules.presence(has_arrived=has_arrived, end=END, was_taken=was_taken, now=now) == expected


@pytest.mark.parametrize(
    ("now", "counts"),
    [
        (START - timedelta(minutes=31), False),
        (START - timedelta(minutes=30), True),
        (END + timedelta(minutes=30), True),
        (END + timedelta(minutes=31), False),
    ],
)
def test_when_joining_counts(now, counts):
    assert rules.joining_counts(START, END, now=now) is counts


@pytest.mark.parametrize(
    ("revoked", "ends", "now", "opens"),
    [
        (None, True, END + timedelta(hours=2), True),
        (None, True, END + timedelta(hours=2, minutes=1), False),
        (None, False, END + timedelta(days=7), True),
        (None, False, END + timedelta(days=7, minutes=1), False),
        (START, False, START, False),
    ],
)
def test_how_long_a_helpers_link_opens(revoked, ends, now, opens):
    assert rules.helper_link_opens(revoked_at=revoked, ends_with_event=ends, end=END, now=now) is opens


def note(event, person, mark=None, **details) -> bool:
    attendance = Attendance.objects.get(registration=person, event=event)
    return operations.note_arrival(
        event=event, attendance_id=attendance.pk, mark_id=mark or uuid.uuid4(), how="desk",
        now=details.pop("now", event.start), **details,
    )  # fmt: skip


def counts(event) -> list[tuple[str, int, int, int | None]]:
    found = arrivals.arrival_counts([event], now=event.end)[event.pk]
    return [(one.mode, one.arrived, one.expected, one.missed) for one in found]


@pytest.mark.django_db
def test_a_mark_sent_twice_counts_once_and_a_late_copy_undoes_nothing():
    event = a_hall(onsite=None)
    (anna,) = some(event, "anna")
    first = uuid.uuid4()
    assert note(event, anna, first) is True
    assert note(event, anna, first) is False
    assert note(event, anna) is False  # another helper marks them too
    assert (Arrival.objects.count(), counts(event)) == (1, [("onsite", 1, 1, 0)])
    exported = own_data.as_json(anna)["events"][0]
    assert exported["arrival"]["noted"] == "desk" and [one["came"] for one in exported["marks"]] == [
        True,
        True,
    ]
    assert note(event, anna, has_come=False) is True
    assert note(event, anna, first) is False  # the phone sends its queue again, after the mark was taken back
    assert (Arrival.objects.count(), ArrivalMark.objects.count()) == (0, 3)


@pytest.mark.django_db
def test_what_was_done_last_holds_in_whatever_order_phones_send_it():
    event = a_hall(onsite=None)
    (anna,) = some(event, "anna")
    nine = event.start
    assert note(event, anna, now=nine + 5 * MINUTE) is True
    assert note(event, anna, now=nine, has_come=False) is False  # taken back before they came, told late
    assert note(event, anna, now=nine + MINUTE) is False  # another helper had seen them earlier
    assert Arrival.objects.get().at == nine + MINUTE
    assert note(event, anna, now=nine + 6 * MINUTE, has_come=False) is True
    assert note(event, anna, now=nine + 3 * MINUTE) is False  # somebody has taken it back since
    assert not Arrival.objects.exists() and ArrivalMark.objects.count() == 5
    assert (
        note(event, anna, now=nine + 6 * MINUTE - timedelta(seconds=9)) is True
    )  # as good as the same moment


@pytest.mark.django_db
def test_only_who_has_a_place_is_expected():
    event = a_hall(onsite=1)
    anna, bertta = some(event, "anna bertta")
    for wrong, person in ((event, bertta), (cast.an_event(event.series), anna)):
        attendance = Attendance.objects.get(registration=person, event=event)
        with pytest.raises(operations.UnableToCheckIn):
            operations.note_arrival(
                event=wrong, attendance_id=attendance.pk, mark_id=uuid.uuid4(), how="desk", now=event.start
            )
    assert not Arrival.objects.exists()


@pytest.mark.django_db
def test_who_did_not_come_is_known_by_way_once_somebody_was_noted():
    event = a_hall(onsite=None)
    anna, bertta = some(event, "anna bertta")
    some(event, "daavid", "online")
    note(event, anna)
    found = {
        state: [
            one.email.partition("@")[0]
            for one in queries.find_registrations(event.series, state=state, sort="email", now=event.end)
        ]
        for state in ("attended", "missed")
    }
    assert found == {"attended": ["anna"], "missed": ["bertta"]}  # of those online nothing is known
    assert counts(event) == [("online", 0, 1, None), ("onsite", 1, 2, 1)]
    before = queries.find_registrations(event.series, state="missed", now=event.end - MINUTE)
    assert not before.exists()
    assert bertta.attendances.get().state == "confirmed"


@pytest.mark.django_db
def test_a_list_of_a_call_notes_who_is_named_once():
    event = cast.an_event(cast.a_series())
    for name, email in (
        ("Åke Öman", "ake@example.org"),
        ("Maija Mayor", "maija@example.org"),
        ("Twin", "a@example.org"),
        ("Twin", "b@example.org"),
    ):
        cast.a_registration(event.series, event, email=email, name=name)
    lines = [
        "Name\tJoined\tE-mail",
        "åke  öman\t27.3.2030 13.01",
        '"Mayor, Maija";<MAIJA@example.org>',
        "Twin",
        "",
    ]

    def paste():
        return operations.note_from_list(
            event=event, mode="online", lines=lines, noted_by=None, now=event.end
        )

    assert paste() == (2, ["Name\tJoined\tE-mail", "Twin"])
    assert paste()[0] == 0
    assert set(Arrival.objects.values_list("attendance__registration__name", "how")) == {
        ("Åke Öman", "list"),
        ("Maija Mayor", "list"),
    }


@pytest.mark.django_db
def test_counts_of_who_came_stay_when_the_people_go():
    event = a_hall(onsite=None)
    anna, _bertta = some(event, "anna bertta")
    note(event, anna)
    operations.forget_people(series=event.series, now=event.end)
    kept = dict(KeptCount.objects.filter(key="onsite").values_list("measure", "people"))
    assert kept == {"mode": 2, "arrived": 1}
    assert not ArrivalMark.objects.exists()


@pytest.mark.django_db
@pytest.mark.parametrize(("minutes", "has_come"), [(-40, False), (-10, True)])
def test_following_the_join_link_around_the_event_is_coming(minutes, has_come):
    event = cast.an_event(cast.a_series())
    cast.a_registration(event.series, event)
    attendance = Attendance.objects.select_related("event").get()
    for _twice in range(2):
        operations.note_joining(attendance=attendance, now=event.start + timedelta(minutes=minutes))
    assert list(Arrival.objects.values_list("how", flat=True)) == ["joined"] * has_come

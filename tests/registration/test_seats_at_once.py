"""Seats when many act at once: real connections, real commits, nothing waits for ever."""

from __future__ import annotations

import random
import threading
import time
from collections.abc import Iterator
from contextlib import suppress

import pytest
from django.db import connection, transaction

from skaala.mail.models import Email
from skaala.registration import operations, rules
from skaala.registration.models import Attendance, Registration, Seat
from skaala.registration.operations import UnableToSetCapacity
from skaala.registration.rules import Choice, UnableToRegister
from tests.cast import TODAY, an_event, some_details
from tests.registration.halls import (
    Person,
    a_hall,
    attendance_by_name,
    change,
    check_what_must_hold,
    line,
    sign_up,
    some,
    someone,
)

pytestmark = [pytest.mark.django_db(transaction=True), pytest.mark.xdist_group("at_once")]

# Kept by the database itself while the test runs: who is given a seat was the first in their line.
WATCH_THE_ORDER = """
CREATE FUNCTION watch_the_order() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
    IF OLD.waits_for <> '' AND NEW.waits_for = '' AND NEW.state = 'confirmed' AND NEW.mode = OLD.waits_for
       AND (OLD.state = 'waiting' OR OLD.mode <> NEW.mode)
       AND EXISTS (SELECT 1 FROM registration_attendance AS line WHERE line.event_id = OLD.event_id
                   AND line.waits_for = OLD.waits_for AND line.waiting_number < OLD.waiting_number) THEN
        RAISE EXCEPTION 'somebody was overtaken';
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER watch_the_order BEFORE UPDATE ON registration_attendance FOR EACH ROW EXECUTE FUNCTION watch_the_order();
"""


@pytest.fixture
def watched(transactional_db: None) -> Iterator[None]:
    with connection.cursor() as cursor:
        cursor.execute(WATCH_THE_ORDER)
    yield
    with connection.cursor() as cursor:
        cursor.execute(
            "DROP TRIGGER watch_the_order ON registration_attendance; DROP FUNCTION watch_the_order()"
        )


def meanwhile(
    event, name: str, *, and_then: str = "commit"
) -> tuple[Person, threading.Event, threading.Event]:
    """Somebody registers and holds their transaction open until told to go on."""
    has_acted, may_end = threading.Event(), threading.Event()

    def act() -> None:
        with transaction.atomic():
            operations.register(series=event.series, request=sign_up(event, name), now=TODAY)
            has_acted.set()
            may_end.wait(20)
            if and_then == "roll back":
                transaction.set_rollback(True)

    person = Person(act)
    assert has_acted.wait(20)
    return person, has_acted, may_end


def test_a_seat_passed_over_and_then_given_back_does_not_stay_empty():
    event = a_hall(onsite=1)
    holder, _, may_end = meanwhile(event, "anna", and_then="roll back")
    waiter = Person(lambda: someone(event, "bertta"))
    while not Attendance.objects.filter(state="waiting").exists():
        assert waiter.is_alive()
        time.sleep(0.01)
    may_end.set()
    holder.done()
    waiter.done()
    assert attendance_by_name(event) == {"bertta": "onsite"}
    assert Email.objects.filter(kind="registration.promoted").count() == 1
    check_what_must_hold(event)


def test_the_line_is_in_the_order_of_the_commits():
    event = a_hall(onsite=0)
    first, _, may_end = meanwhile(event, "anna")
    second = Person(lambda: someone(event, "bertta"))
    second.join(0.5)
    assert second.is_alive(), "stands in line before the one ahead of her has committed"
    may_end.set()
    first.done()
    second.done()
    assert line(event) == ["anna", "bertta"]


def test_those_who_get_a_seat_do_not_wait_for_each_other():
    event = a_hall(onsite=2)
    first, _, may_end = meanwhile(event, "anna")
    second = Person(lambda: someone(event, "bertta"))
    second.done()
    assert attendance_by_name(event) == {"bertta": "onsite"}
    may_end.set()
    first.done()
    assert attendance_by_name(event) == {"anna": "onsite", "bertta": "onsite"}


def test_a_promotion_while_the_person_cancels():
    for _ in range(5):
        event = a_hall(series=None, onsite=1)
        anna, bertta, _ = some(event, "anna bertta cecilia")
        both = [
            Person(lambda r=r: operations.cancel_registration(registration=r, now=TODAY))
            for r in (anna, bertta)
        ]
        for person in both:
            person.done()
        assert attendance_by_name(event) == {"cecilia": "onsite"}
        check_what_must_hold(event)
        Registration.objects.all().delete()
        event.series.delete()


def test_an_event_being_removed_takes_nobody_and_one_that_takes_somebody_is_not_removed():
    event = a_hall(onsite=1)
    person, _, may_end = meanwhile(event, "anna")
    outcome = []

    def remove() -> None:
        try:
            operations.remove_event(event=event)
        except operations.UnableToRemove:
            outcome.append("kept")

    remover = Person(remove)
    remover.join(0.3)
    assert remover.is_alive()
    may_end.set()
    person.done()
    remover.done()
    assert outcome == ["kept"]


def test_an_event_gets_another_address_while_somebody_registers():
    """Its row is then locked against those who refer to it; they must be let finish first."""
    event = a_hall(onsite=2)
    person, _, may_end = meanwhile(event, "anna")

    def rename() -> None:
        changed = type(event).objects.select_related("series").get(pk=event.pk)
        changed.slug = "another-address"
        operations.change_event(event=changed, capacities={"onsite": 3}, now=TODAY)

    organiser = Person(rename)
    organiser.join(0.3)
    may_end.set()
    person.done()
    organiser.done()
    event.refresh_from_db()
    assert (event.slug, attendance_by_name(event)) == ("another-address", {"anna": "onsite"})
    check_what_must_hold(event)


class Crowd:
    """People who register, cancel, switch and step off by chance, and an organiser who changes their mind about the hall."""

    def __init__(self, events, chance: random.Random, names: list[str]) -> None:
        self.events, self.chance, self.names = events, chance, names

    def act(self) -> None:
        for _ in range(25):
            actions = [
                *[self.register] * 4,
                self.cancel,
                *[self.switch] * 2,
                self.step_off,
                self.resize,
                self.telephone,
            ]
            with suppress(UnableToRegister, UnableToSetCapacity):  # a clear refusal is an answer
                self.chance.choice(actions)()

    def choices(self) -> tuple[Choice, ...]:
        chosen = self.chance.sample(self.events, self.chance.randint(1, len(self.events)))
        return tuple(Choice(event.pk, self.chance.choice(["online", "onsite"])) for event in chosen)

    def register(self) -> None:
        email = f"{self.chance.choice(self.names)}@example.org"
        request = operations.SignUp(some_details(email), self.choices())
        operations.register(series=self.events[0].series, request=request, now=TODAY)

    def somebody(self) -> Registration | None:
        email = f"{self.chance.choice(self.names)}@example.org"
        return Registration.objects.filter(email=email, cancelled_at=None).first()

    def cancel(self) -> None:
        if registration := self.somebody():
            operations.cancel_registration(registration=registration, now=TODAY)

    def switch(self) -> None:
        if registration := self.somebody():
            change(registration, *self.choices())

    def telephone(self) -> None:
        """Have the organiser change it."""
        if registration := self.somebody():
            choices = self.chance.choice([(), self.choices()])
            operations.change_events(registration=registration, choices=choices, now=TODAY)

    def step_off(self) -> None:
        if registration := self.somebody():
            event = self.chance.choice(self.events)
            operations.leave_waiting_list(registration=registration, event_id=event.pk, now=TODAY)

    def resize(self) -> None:
        event = self.chance.choice(self.events)
        mode, capacity = self.chance.choice(["online", "onsite"]), self.chance.choice([None, 0, 1, 2, 4, 8])
        operations.set_capacity(
            event=type(event).objects.get(pk=event.pk), capacities={mode: capacity}, now=TODAY
        )


@pytest.mark.parametrize("seed", range(4))
def test_whatever_happens_at_once_the_seats_come_out_right(watched, caplog, seed):
    first = a_hall(onsite=3, online=2)
    second = an_event(first.series, 1, mode="hybrid")
    operations.set_capacity(event=second, capacities={"onsite": 2, "online": None}, now=TODAY)
    names = [f"p{number}" for number in range(14)]
    crowd = [Person(Crowd([first, second], random.Random(100 * seed + one), names).act) for one in range(6)]
    for person in crowd:
        person.done()
    assert [
        record for record in caplog.records if record.levelname == "ERROR"
    ] == []  # nothing fails after the commit either
    for event in (first, second):
        check_what_must_hold(event)
    assert Attendance.objects.filter(state="confirmed").exists()
    for registration in Registration.objects.exclude(cancelled_at=None):
        assert set(registration.attendances.values_list("state", flat=True)) == {"cancelled"}
    assert Seat.objects.filter(attendance__state__in=set(rules.TRANSITIONS) - {"confirmed"}).count() == 0

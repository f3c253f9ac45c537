"""Personal data go on their day, automatically and completely; counts stay."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest
from django.contrib.sessions.models import Session

from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from skaala.people.models import AuditPersonal, RateLimitCounter
from skaala.people.operations import chain_entries, note, note_session, verify
from skaala.people.operations.rate_limit import hit
from skaala.places.models import Municipality
from skaala.registration import operations as registration_operations
from skaala.registration import rules as registration_rules
from skaala.registration.models import (
    Attendance,
    AttendeeFile,
    Consent,
    Invitation,
    KeptCount,
    Registration,
    RegistrationEmail,
)
from skaala.registration.operations import Details, change_registration, forget_person
from skaala.registration.queries import kept_counts
from skaala.registration.rules import Choice
from skaala.series import rules
from skaala.series.jobs import forget_due as forget_due_job
from skaala.series.models import Event, RetentionReport, Series
from skaala.series.operations import forget_due, personal_data
from tests import cast
from tests.cast import TODAY, a_closing_event, a_registration, a_series, an_event, an_organiser, some_details

HELSINKI = ZoneInfo("Europe/Helsinki")


class Ending:
    registration_opens = registration_closes = None

    def __init__(self, end: datetime) -> None:
        self.start, self.end = end - timedelta(hours=2), end


@pytest.mark.parametrize(
    ("ends", "months", "due"),
    [
        ([], 6, None),
        ([datetime(2023, 5, 10, 12, tzinfo=UTC)], 6, date(2023, 11, 10)),
        (
            [datetime(2023, 5, 10, 12, tzinfo=UTC), datetime(2023, 3, 27, 12, tzinfo=UTC)],
            6,
            date(2023, 11, 10),
        ),
        ([datetime(2023, 8, 31, 12, tzinfo=UTC)], 6, date(2024, 2, 29)),
        ([datetime(2022, 8, 31, 12, tzinfo=UTC)], 6, date(2023, 2, 28)),
        (
            [datetime(2023, 12, 31, 22, 30, tzinfo=UTC)],
            1,
            date(2024, 2, 1),
        ),  # the new year has begun in Helsinki
        ([datetime(2023, 5, 10, 12, tzinfo=UTC)], 24, date(2025, 5, 10)),
        ([datetime(2023, 5, 10, 12, tzinfo=UTC)], 0, date(2023, 5, 10)),
    ],
)
def test_the_day_is_months_after_the_last_event(ends, months, due):
    assert rules.forget_on([Ending(end) for end in ends], months=months, zone=HELSINKI) == due


def test_the_day_begins_at_midnight_of_the_series():
    due = date(2023, 11, 10)
    for moment, is_time in [
        (datetime(2023, 11, 9, 21, 59, 59, tzinfo=UTC), False),
        (datetime(2023, 11, 9, 22, 0, tzinfo=UTC), True),
        (datetime(2024, 1, 1, tzinfo=UTC), True),
    ]:
        assert rules.is_time_to_forget(due, zone=HELSINKI, now=moment) is is_time


@pytest.mark.parametrize(
    ("ends", "onsite", "days", "served"),
    [
        ([], [], 0, True),
        ([0], [0], 13, False),
        ([0], [0], 14, True),
        ([0, 30], [0], 14, True),  # what follows online needs no lunch
        ([0, 30], [0, 30], 14, False),
        ([0, 30], [], 14, False),  # none on site: the last of all
        ([0, 30], [], 44, True),
    ],
)
def test_needs_are_kept_two_weeks_after_the_event_they_are_for(ends, onsite, days, served):
    def on(day: int) -> datetime:
        return TODAY + timedelta(days=day)

    assert registration_rules.needs_have_served(map(on, ends), map(on, onsite), now=on(days)) is served


def past(series: Series) -> datetime:
    """A moment on the series' day."""
    due = rules.forget_on(list(series.events.all()), months=series.retention_months, zone=series.zone)
    assert due is not None
    return datetime(due.year, due.month, due.day, 2, 20, tzinfo=HELSINKI)


@pytest.fixture
def series(db) -> Series:
    series = a_series(retention_months=6)
    an_event(series, 1)
    a_closing_event(series)
    for number, (municipality, mode) in enumerate([("020", ""), ("049", "online"), ("049", "online")]):
        a_registration(
            series,
            email=f"p{number}@example.org",
            mode=mode,
            municipality=Municipality.objects.get(code=municipality),
        )
    return series


def test_a_series_is_forgotten_on_its_day_and_not_before(series):
    moment = past(series)
    assert not forget_due(now=moment - timedelta(hours=3)).series
    assert Registration.objects.count() == 3
    (forgotten,) = forget_due(now=moment).series
    assert forgotten.removed == {"registrations": 3, "emails": 3, "mailings": 0}
    assert forgotten.remaining == {"registrations": 0, "emails": 0, "mailings": 0}
    for model in (Registration, Attendance, Consent, RegistrationEmail, Email):
        assert not model.objects.exists(), model
    report = RetentionReport.objects.get()
    assert (report.series, report.removed, report.remaining) == (
        series,
        forgotten.removed,
        forgotten.remaining,
    )
    assert not forget_due(now=moment + timedelta(days=1)).series
    assert RetentionReport.objects.count() == 1


def test_who_looked_at_a_series_after_its_day_is_forgotten_the_next_night(series):
    forget_due(now=past(series))
    details = {"series": series.pk, "tenant": series.tenant_id, "account": 7, "personal": {"name": "Olga"}}
    note(action="see.registrations", **details, now=past(series))
    forget_due(now=past(series), is_rehearsal=True)
    assert AuditPersonal.objects.count() == 1
    assert not forget_due(now=past(series) + timedelta(days=1)).series
    assert not AuditPersonal.objects.exists()
    chain_entries()
    assert verify(now=past(series)) == []


def test_who_signed_in_is_named_for_a_year_and_sessions_that_ended_are_not_listed(series):
    note(action="sign-in", tenant=series.tenant_id, account=7, personal={"name": "Olga"}, now=TODAY)
    organiser = cast.an_organiser()
    note_session(account=organiser, session_key="ended", browser="", now=TODAY)
    forget_due(now=TODAY + timedelta(days=364))
    assert AuditPersonal.objects.count() == 1 and not organiser.sessions.exists()
    rehearsed = forget_due(now=TODAY + timedelta(days=366), is_rehearsal=True)
    assert rehearsed.sweeps["people"]["names_in_the_trail"] == 1 and AuditPersonal.objects.exists()
    forget_due(now=TODAY + timedelta(days=366))
    assert not AuditPersonal.objects.exists()


def test_emails_to_those_who_work_here_go_after_a_month(series):
    for kind, days in (("people.new_password", 31), ("people.invitation", 29), ("desk.test", 31)):
        queue_email(
            kind=kind,
            to_address="olga@example.org",
            to_name="",
            language="fi",
            now=TODAY - timedelta(days=days),
        )
    rehearsed = forget_due(now=TODAY, is_rehearsal=True)
    assert rehearsed.sweeps["people"]["emails_to_members"] == 2
    forget_due(now=TODAY)
    left = Email.objects.filter(to_address="olga@example.org")
    assert list(left.values_list("kind", flat=True)) == ["people.invitation"]
    assert Email.objects.exclude(to_address="olga@example.org").count() == 3  # those of the series


def test_nobody_who_has_removed_themselves_is_tied_to_the_audit_trail(series):
    one = Registration.objects.get(email="p1@example.org")
    details = {"series": series.pk, "tenant": series.tenant_id, "account": 7, "personal": {"name": "Olga"}}
    note(action="see.person", registration=one.pk, **details, now=TODAY)
    forget_person(registration=one, now=TODAY)
    assert not AuditPersonal.objects.exists()


def test_other_series_stay_as_they_are(series):
    other = a_series("autumn", retention_months=12)
    an_event(other, 1)
    a_registration(other)
    forget_due(now=past(series))
    assert list(Registration.objects.values_list("series__slug", flat=True)) == ["autumn"]
    assert Email.objects.count() == 1


def test_counts_stay_by_one_measure_at_a_time(series):
    first, closing = series.events.all()
    gone = Registration.objects.get(email="p2@example.org")
    gone.attendances.filter(event=closing).update(state="cancelled", cancelled_at=TODAY)
    forget_due(now=past(series))
    assert kept_counts(series) == [
        (first, {"mode": {"online": 3}, "organisation": {"municipality": 3}, "region": {"06": 1, "01": 2},
                 "size": {"medium": 1, "large": 2}}),
        (closing, {"mode": {"online": 2}, "organisation": {"municipality": 2}, "region": {"06": 1, "01": 1},
                   "size": {"medium": 1, "large": 1}}),
    ]  # fmt: skip
    assert {field.name for field in KeptCount._meta.get_fields()} == {
        "id",
        "event",
        "measure",
        "key",
        "people",
    }


def test_a_rehearsal_counts_and_removes_nothing(series):
    Registration.objects.update(diet="laktoositon")
    outcome = forget_due(now=past(series), is_rehearsal=True)
    assert [(one.series, one.removed) for one in outcome.series] == [
        (series, {"registrations": 3, "emails": 3, "mailings": 0})
    ]
    assert outcome.sweeps["needs"] == {"needs": 3}
    assert Registration.objects.exclude(diet="").count() == 3
    assert not RetentionReport.objects.exists() and not KeptCount.objects.exists()


def test_needs_go_two_weeks_after_the_last_event_on_site(series):
    closing = series.events.last()
    Registration.objects.update(diet="laktoositon", accessibility_needs="induktiosilmukka")
    ahead = closing.end + timedelta(days=13)
    assert forget_due(now=ahead).sweeps["needs"] == {"needs": 0}
    assert forget_due(now=ahead + timedelta(days=1)).sweeps["needs"] == {"needs": 3}
    assert set(Registration.objects.values_list("diet", "accessibility_needs")) == {("", "")}
    assert Registration.objects.count() == 3


def test_needs_wait_for_no_event_that_has_been_cancelled_and_nobody_counts_as_having_been_there(series):
    first, closing = series.events.all()
    Registration.objects.update(diet="laktoositon")
    Event.objects.filter(pk=closing.pk).update(status=Event.Status.CANCELLED, cancelled_at=TODAY)
    two_weeks = first.end + timedelta(days=14)
    assert two_weeks < closing.start
    assert forget_due(now=two_weeks - timedelta(hours=1)).sweeps["needs"] == {"needs": 0}
    assert forget_due(now=two_weeks).sweeps["needs"] == {"needs": 3}
    forget_due(now=past(series))
    assert [event for event, _counts in kept_counts(series)] == [first]


def test_the_night_clears_old_sessions_and_rate_limits(db):
    Session.objects.create(session_key="old", session_data="x", expire_date=TODAY - timedelta(days=1))
    Session.objects.create(session_key="new", session_data="x", expire_date=TODAY + timedelta(days=1))
    for days in (0, 3):
        hit(
            purpose="link",
            caller="10.0.0.1",
            limit=5,
            within=timedelta(minutes=10),
            now=TODAY - timedelta(days=days),
        )
    assert forget_due(now=TODAY).sweeps["people"] == {
        "sessions": 1,
        "hits": 1,
        "names_in_the_trail": 0,
        "emails_to_members": 0,
    }
    assert list(Session.objects.values_list("session_key", flat=True)) == ["new"]
    assert RateLimitCounter.objects.count() == 1


def test_a_series_that_cannot_be_forgotten_keeps_all_and_the_rest_of_the_night_goes_on(
    series, monkeypatch, caplog
):
    other = a_series("autumn", retention_months=0)
    an_event(other, 1)
    a_registration(other, email="other@example.org", diet="nuts")

    def fail(doomed, now):
        if doomed == series:
            raise RuntimeError("no room for the letter to Maija Mayor")
        return {}

    late = personal_data.Room("late", lambda series: {}, fail)
    monkeypatch.setattr(personal_data, "_rooms", [late, *personal_data.rooms()])
    outcome = forget_due(now=past(series))
    assert outcome.failed == ["spring"] and "could not be removed: spring" in caplog.text
    assert "RuntimeError" in caplog.text and "Maija" not in caplog.text
    assert {one.series.slug for one in Registration.objects.all()} == {"spring"}
    assert Registration.objects.count() == Email.objects.count() == 3
    assert not KeptCount.objects.filter(event__series=series).exists()
    assert [one.series for one in outcome.series] == [other] and "people" in outcome.sweeps
    monkeypatch.setattr("skaala.series.jobs.timezone.now", lambda: past(series))
    with pytest.raises(RuntimeError, match="spring"):  # and the queue shows a failed job
        forget_due_job(timestamp=0)


def test_notes_and_names_of_files_go_also_where_nobody_is_registered_any_more(series):
    """Each has removed themselves, or nobody ever came; what organisers wrote down about people is still there."""
    Registration.objects.all().delete()
    Email.objects.all().delete()
    AttendeeFile.objects.create(
        series=series, name="Maija.csv", state="done", language="fi", created_at=TODAY
    )
    event = series.events.first()
    registration_operations.make_invitation(
        series=series, events=[event], note="Maija", most_uses=1, expires_at=None, account=None, now=TODAY
    )
    (forgotten,) = forget_due(now=past(series)).series
    gone = {kind: count for kind, count in forgotten.removed.items() if count}
    assert gone == {"tables": 1, "notes_on_invitations": 1} and not any(forgotten.remaining.values())
    assert not AttendeeFile.objects.exists() and Invitation.objects.get().note == ""
    assert not forget_due(now=past(series) + timedelta(days=1)).series


def test_rooms_above_forget_first_and_are_counted(series, monkeypatch):
    order = []
    held = {"boards": 2}

    def forget(series, now):
        order.append("above")
        assert Registration.objects.exists()
        return {"participants": held.pop("boards")}

    above = personal_data.Room("workshops", lambda series: {"participants": held.get("boards", 0)}, forget)
    monkeypatch.setattr(personal_data, "_rooms", [*personal_data._rooms, above])
    (forgotten,) = forget_due(now=past(series)).series
    assert order == ["above"]
    assert forgotten.removed == {"participants": 2, "registrations": 3, "emails": 3, "mailings": 0}
    assert set(forgotten.remaining.values()) == {0}


def test_an_email_that_was_waiting_is_not_sent_any_more(series):
    from skaala.mail.operations import deliver

    email = Email.objects.first()
    assert email.state == "queued"
    forget_due(now=past(series))
    assert deliver(email_id=str(email.pk), now=past(series)) is None


def test_who_changed_their_mind_is_forgotten_too(series):
    """Withdrawn consents, dropped events and cancelled registrations hang on the same person."""
    one, two, _three = Registration.objects.order_by("email")
    _first, closing = series.events.all()
    details = some_details("p0@example.org", diet="kala", consents_to_diet=True)
    change_registration(registration=one, details=details, choices=(Choice(closing.pk, "onsite"),), now=TODAY)
    assert isinstance(details, Details)
    registration_operations.cancel_registration(registration=two, now=TODAY)
    (forgotten,) = forget_due(now=past(series)).series
    assert forgotten.removed == {"registrations": 3, "emails": 5, "mailings": 0}
    assert not Consent.objects.exists()


def test_the_desk_shows_the_day_and_then_the_report(client, series, monkeypatch):
    organiser = an_organiser()
    cast.signs_in(client, organiser)
    page = client.get("/fi/desk/series/spring/").content.decode()
    due = rules.forget_on(list(series.events.all()), months=6, zone=series.zone)
    assert f"{due.day}.{due.month}.{due.year}" in page and "Säilytetyt lukumäärät" not in page
    forget_due(now=past(series))  # in the future, so that today's sessions have run out by then
    cast.signs_in(client, organiser)
    page = client.get("/fi/desk/series/spring/").content.decode()
    for words in (
        "Poistettu: 3 ilmoittautumista, 3 viestiä.",
        "Henkilötietoja ei ole jäljellä.",
        "Säilytetyt lukumäärät",
    ):
        assert words in page
    assert "Kukaan ei ole vielä ilmoittautunut" not in page


@pytest.mark.parametrize(
    ("language", "day"),
    [
        ("fi", "{0.day}.{0.month}.{0.year}"),
        ("sv", "{0.day}.{0.month}.{0.year}"),
        ("en", "{0.day} {0:%B} {0.year}"),
    ],
)
def test_the_privacy_notice_names_the_day(client, series, language, day):
    due = rules.forget_on(list(series.events.all()), months=6, zone=series.zone)
    assert day.format(due) in client.get(f"/{language}/series/spring/privacy/").content.decode()

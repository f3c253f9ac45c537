"""Everything that is stored about one person, for themselves. Rooms above add what they hold and forget it with the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from skaala.registration.models import Attendance, Consent, Registration, RegistrationSource
from skaala.registration.queries.feedback import has_answered
from skaala.registration.queries.registrations import registrations_of_same_person
from skaala.ui.texts import Texts

Export = Callable[[Registration], Any]
Forget = Callable[[Registration, datetime], None]
_elsewhere: dict[str, tuple[Export, Forget]] = {}


def holds_data_of_people(name: str, export: Export, forget: Forget) -> None:
    """
    Join a room above: ``export`` returns what it holds of one person as JSON, ``forget`` removes it.

    :param name: the key under which it stands in the file
    """
    _elsewhere[name] = (export, forget)


def forget_elsewhere(registration: Registration, now: datetime) -> None:
    """Have the rooms above forget one person, within the caller's transaction."""
    for _export, forget in reversed(_elsewhere.values()):
        forget(registration, now)


def as_json(registration: Registration) -> dict[str, Any]:
    """
    Return all that is stored about the person in the series, instants in ISO 8601; words and codes as they are stored.

    What they registered and cancelled before or since stands under ``other_registrations``, each as complete as the first.
    """
    others = registrations_of_same_person(registration).exclude(pk=registration.pk)
    return {
        "series": {"address": registration.series.slug, "title": registration.series.title.as_dict()},
        **_registration(registration),
        "other_registrations": [_registration(one) for one in others.select_related("series")],
    }


def _registration(registration: Registration) -> dict[str, Any]:
    return {
        "registration": {
            field.name: _plain(registration, field.name)
            for field in Registration._meta.concrete_fields
            if field.name not in {"series", "generation"}
        },
        "events": [_attendance(one) for one in registration.attendances.select_related("event", "arrival")],
        "consents": [_consent(one) for one in registration.consents.order_by("given_at")],
        "answers": [
            {"question": one.question.label.as_dict(), "answer": one.value, "in_words": one.words}
            for one in registration.answers.select_related("question")
        ],
        "came_by": _source(registration),
        "invited_to": [
            event.slug
            for one in registration.invitations.prefetch_related("events")
            for event in one.events.all()
        ],
        # Their name, kept with each of those whom they registered with themselves.
        "named_with_people_brought_along": list(
            registration.brought.exclude(brought_by_name="").values_list("brought_by_name", flat=True)
        ),
        "emails": [
            {
                "about": one.email.kind,
                "to_name": one.email.to_name,
                "to_address": one.email.to_address,
                "subject": one.email.subject,
                "language": one.email.language,
                "state": one.email.state,
                "attempts": one.email.attempts,
                "problem": one.email.problem,
                "problem_detail": one.email.problem_detail,
                "message_id": one.email.message_id,
                "created_at": _iso(one.email.created_at),
                "sent_at": _iso(one.email.sent_at),
            }
            for one in registration.registration_emails.select_related("email").order_by("email__created_at")
        ],
        **{name: export(registration) for name, (export, _forget) in _elsewhere.items()},
    }


def _plain(registration: Registration, name: str) -> Any:
    value = getattr(registration, name)
    if isinstance(value, datetime):
        return _iso(value)
    if value is None or isinstance(value, str | int | bool):
        return value
    return (
        getattr(value, "name", value).as_dict()
        if isinstance(getattr(value, "name", None), Texts)
        else str(value)
    )


def _attendance(one: Attendance) -> dict[str, Any]:
    arrival = getattr(one, "arrival", None)
    return {
        "event": one.event.slug,
        "title": one.event.title.as_dict(),
        **{
            field.name: value.isoformat()
            if isinstance(value := getattr(one, field.name), datetime)
            else value
            for field in Attendance._meta.concrete_fields
            if field.name not in {"id", "registration", "event"} and not field.is_relation
        },
        "arrival": {"at": _iso(arrival.at), "noted": arrival.how} if arrival else None,
        "marks": [
            {"came": mark.has_come, "noted": mark.how, "at": _iso(mark.made_at)}
            for mark in one.arrival_marks.all()
        ],
        "has_given_feedback": has_answered(one),
    }


def _source(registration: Registration) -> dict[str, Any] | None:
    found = RegistrationSource.objects.filter(registration=registration).first()
    return {"kind": found.kind, "brought_by": found.brought_by_name} if found else None


def _consent(one: Consent) -> dict[str, Any]:
    return {"to": one.purpose, "given_at": _iso(one.given_at), "withdrawn_at": _iso(one.withdrawn_at)}


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None

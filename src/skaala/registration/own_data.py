"""Everything that is stored about one person, for herself. Rooms above add what they hold and forget it with the rest."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime
from typing import Any

from skaala.registration.models import Attendance, Consent, Registration
from skaala.registration.queries.feedback import has_answered
from skaala.registration.way_in_models import WayIn
from skaala.ui.texts import Texts

Told = Callable[[Registration], Any]
Forget = Callable[[Registration, datetime], None]
_elsewhere: dict[str, tuple[Told, Forget]] = {}


def holds_data_of_people(name: str, tell: Told, forget: Forget) -> None:
    """
    Join a room above: ``tell`` returns what it holds of one person as JSON, ``forget`` removes it.

    :param name: the key under which it stands in the file
    """
    _elsewhere[name] = (tell, forget)


def forget_elsewhere(registration: Registration, now: datetime) -> None:
    """Have the rooms above forget one person, within the caller's transaction."""
    for _tell, forget in reversed(_elsewhere.values()):
        forget(registration, now)


def as_json(registration: Registration) -> dict[str, Any]:
    """Return all that is stored about the person, instants in ISO 8601; words and codes as they are stored."""
    return {
        "series": {"address": registration.series.slug, "title": registration.series.title.as_dict()},
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
        "came_by": _way_in(registration),
        "invited_to": [
            event.slug
            for one in registration.invitations.prefetch_related("events")
            for event in one.events.all()
        ],
        "letters": [
            {
                "about": one.letter.kind,
                "to_name": one.letter.to_name,
                "to_address": one.letter.to_address,
                "subject": one.letter.subject,
                "language": one.letter.language,
                "state": one.letter.state,
                "attempts": one.letter.attempts,
                "last_error": one.letter.last_error,
                "message_id": one.letter.message_id,
                "created_at": _iso(one.letter.created_at),
                "sent_at": _iso(one.letter.sent_at),
            }
            for one in registration.correspondence.select_related("letter").order_by("letter__created_at")
        ],
        **{name: tell(registration) for name, (tell, _forget) in _elsewhere.items()},
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


def _way_in(registration: Registration) -> dict[str, Any] | None:
    found = WayIn.objects.filter(registration=registration).first()
    return {"way": found.way, "brought_by": found.brought_by_name} if found else None


def _consent(one: Consent) -> dict[str, Any]:
    return {"to": one.purpose, "given_at": _iso(one.given_at), "withdrawn_at": _iso(one.withdrawn_at)}


def _iso(instant: datetime | None) -> str | None:
    return instant.isoformat() if instant else None

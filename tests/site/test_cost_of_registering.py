"""How often a registration and its email ask the database: what is measured by `skaala bench registrations` grows by these first."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.operations import deliver, deliver_due
from skaala.mail.renderers.emails import compose
from skaala.people.models import Face
from skaala.series.models import OwnWord
from tests.site.test_register import REGISTER, filled_in, series

pytestmark = pytest.mark.django_db
__all__ = ["series"]


def asked_in(action: Callable[[], object]) -> list[str]:
    """
    The statements of ``action``, without those that mark where a transaction begins and ends, and without those for the key of
    the day, which a process reads once, but not in a test's transaction.
    """
    with CaptureQueriesContext(connection) as seen:
        action()
    return [
        one["sql"]
        for one in seen.captured_queries
        if not re.match(r"SAVEPOINT|RELEASE|BEGIN|COMMIT|.*people_ratelimitkey", one["sql"])
    ]


def test_a_registration_takes_six_statements_and_its_email_five(client, series):
    client.get(
        client.post(REGISTER, filled_in(series))["Location"]
    )  # what is read once a process has been read
    deliver_due(clock=timezone.now)
    one_more = filled_in(series, email="other@example.org")
    sent: list[str] = []
    posted = asked_in(lambda: sent.append(client.post(REGISTER, one_more)["Location"]))
    assert len(posted) <= 5, "\n".join(posted)
    shown = asked_in(lambda: client.get(sent[0]))
    assert len(shown) <= 1, "\n".join(shown)
    email = Email.objects.get(to_address="other@example.org")
    delivered = asked_in(lambda: deliver(email_id=email.pk, now=timezone.now()))
    assert len(delivered) <= 5, "\n".join(delivered)


def test_an_email_tells_what_has_changed_since_the_one_before(client, series):
    """The series is read once a version; all that an email tells of it belongs to that version."""
    client.post(REGISTER, filled_in(series, language="fi"))
    email = Email.objects.get()
    event = series.events.first()

    def words() -> str:
        made = compose(email)
        return f"{made.subject}\n{made.sender.name}\n{made.text}"

    assert "Brand new" not in words()
    series.short_name = series.title = {"fi": "Brand new series"}
    series.save()
    assert "Brand new series" in words()
    event.title = {"fi": "Brand new event"}
    event.save()
    assert "Brand new event" in words()
    Face.objects.update_or_create(tenant=series.tenant, defaults={"sender_name": {"fi": "Brand new sender"}})
    assert "Brand new sender" in words()
    OwnWord.objects.create(
        tenant=series.tenant, which="kinds", code=event.kind, name={"fi": "brand new kind"}
    )
    assert "Brand new kind" in words()
    series.controller.name = {"fi": "Brand new controller"}
    series.controller.save()
    assert "Brand new controller" in compose(email).html

"""A query that was put together once gives what Django's own gives, with other values each time."""

from __future__ import annotations

from uuid import UUID, uuid4

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from skaala.mail.models import Email
from skaala.mail.operations import Addressee, new_email, queue_email
from skaala.series.models import Series
from skaala.ui.insert import insert, overwrite
from skaala.ui.reading import Reading
from tests.cast import TODAY

pytestmark = pytest.mark.django_db


def an_email(name: str) -> Email:
    return queue_email(
        kind="test.hello", to_address="maija@example.org", to_name=name, language="fi", now=TODAY
    )


def test_it_reads_the_same_rows_and_says_its_values_alone_anew():
    reading = Reading(
        lambda pk, state: Email.objects.filter(pk=pk, state=state).order_by("pk"),
        pk=UUID(int=1),
        state="sample",
    )
    for name in ("Mäijä", "Pekka"):
        email = an_email(name)
        with CaptureQueriesContext(
            connection,
        ) as asked:
            (found,) = reading(pk=email.pk, state="queued")
        assert len(asked) == 1
        expected = Email.objects.get(pk=email.pk)
        for field in Email._meta.concrete_fields:
            if field.name != "sealed":
                assert getattr(found, field.attname) == getattr(expected, field.attname)
        assert bytes(found.sealed) == bytes(expected.sealed)
        assert not found._state.adding
    assert reading(pk=uuid4(), state="queued") == []


def test_it_refuses_a_value_that_is_no_parameter():
    with pytest.raises(TypeError, match="not every value"):
        Reading(lambda pk: Email.objects.all(), pk=UUID(int=1))(pk=UUID(int=2))


def test_a_row_is_overwritten_field_by_field():
    email = an_email("Mäijä")
    email.subject, email.sealed, email.to_name = "Hei", b"\x00\xff", "not written"
    overwrite(email, ("subject", "sealed"))
    email.refresh_from_db()
    assert (email.subject, bytes(email.sealed), email.to_name) == ("Hei", b"\x00\xff", "Mäijä")


def test_rows_that_belong_together_are_written_in_one_statement():
    first, second = (new_email("test.hello", Addressee("a@example.org", name, "fi"), TODAY) for name in "AB")
    with CaptureQueriesContext(connection) as asked:
        insert(first, second)
    assert len(asked) == 1 and not first._state.adding
    assert set(Email.objects.values_list("to_name", flat=True)) == {"A", "B"}
    numbered = [Series(slug=slug) for slug in "ab"]
    with pytest.raises(TypeError, match="only the last"):
        insert(*numbered)

"""A row written by the cheap way is the row that Django's own way writes."""

from __future__ import annotations

import copy
import uuid

import pytest
from django.db import IntegrityError, models, transaction
from django.test.utils import isolate_apps
from django.utils import timezone

from skaala.mail.models import Email
from skaala.registration.models import Registration, RegistrationEmail
from skaala.ui.insert import insert
from tests.cast import a_registration, a_series, an_event

pytestmark = pytest.mark.django_db


def a_person() -> Registration:
    series = a_series()
    return a_registration(series, an_event(series))


def rows() -> list[models.Model]:
    """A new row of each model that is written so, with every kind of field filled."""
    registration, now = a_person(), timezone.now()
    sealed = Email(
        kind="x",
        to_address="a@example.org",
        sealed=b"\x00\xff%s",
        message_id="<1@x>",
        created_at=now,
        state=Email.State.FAILED,
    )
    kept = Email.objects.create(
        kind="y", to_address="b@example.org", created_at=now, next_attempt_at=now, message_id="<2@x>"
    )
    again = copy.copy(registration)
    again.pk, again.cancelled_at, again.role = uuid.uuid4(), now, "100 % 'Ympäristö' \\ %(x)s"
    again.workspace_key_hash = None
    return [sealed, again, RegistrationEmail(registration=registration, email=kept, asked=[[1, "online"]])]


def stored(row: models.Model) -> dict[str, object]:
    model = type(row)
    pk = model._meta.pk.name if isinstance(model._meta.pk, models.AutoField) else ""
    return {
        name: value for name, value in model.objects.filter(pk=row.pk).values().get().items() if name != pk
    }


@pytest.mark.parametrize("number", range(3))
def test_it_writes_what_save_writes(number):
    row = rows()[number]
    twin = copy.deepcopy(row)
    with transaction.atomic():
        insert(row)
        cheaply = stored(row)
        assert not row._state.adding and row._state.db == "default"
        transaction.set_rollback(True)
    twin.save(force_insert=True)
    assert cheaply == stored(twin)


def test_a_row_that_is_there_is_not_written_again():
    registration = a_person()
    with pytest.raises(IntegrityError), transaction.atomic():
        insert(registration)
    assert Registration.objects.count() == 1


@isolate_apps("skaala.ui")
def test_a_model_whose_fields_the_database_fills_in_is_refused():
    class Filled(models.Model):  # noqa: DJ008  never shown
        text = models.CharField(max_length=5, db_default="there")

        class Meta:
            app_label = "ui"
            managed = False

    with pytest.raises(TypeError, match="Filled"):
        insert(Filled())

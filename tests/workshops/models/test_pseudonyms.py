"""Invariant 6: no stored row ties a vote or a statement to a person; only the key could, and only the person has it."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

import pytest
from django.apps import apps
from django.db import connection, models

from skaala.registration.models import WorkspacePermit
from skaala.registration.rules import workspace_key
from skaala.workshops import operations
from skaala.workshops.models import Participant
from skaala.workshops.operations import Chosen
from skaala.workshops.rules import UnableToAct
from tests import cast
from tests.workshops.boards import NOW, a_board, a_statement, votes

pytestmark = pytest.mark.django_db
KEYS: dict[object, bytes] = {}
ABOUT_PEOPLE = {"participant", "admission", "statement", "vote", "currentvote", "importance"}


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


def given_somebody_who_took_part() -> tuple[object, Participant]:
    series = cast.a_series()
    event = cast.an_event(series)
    registration = cast.a_registration(series, event, email="maija@example.org", name="Maija Mayor")
    board = a_board(event)
    KEYS[registration.pk] = cast.a_key(registration)
    who = operations.enter(board=board, key=KEYS[registration.pk], chosen=Chosen("receiver"), now=NOW)
    other = a_statement(board, "Toisen kirjoittama väite")
    votes(board, who, other, 1)
    a_statement(board, "Ensimmäinen oma ajatus", who)
    operations.mark_as_important(board=board, participant=who, statement_id=other.pk)
    return registration, who


def rows_of(table: str) -> list[dict[str, object]]:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT * FROM {table}")
        names = [column.name for column in cursor.description]
        return [dict(zip(names, row, strict=True)) for row in cursor.fetchall()]


def test_no_row_of_the_room_holds_anything_of_the_registration():
    registration, _ = given_somebody_who_took_part()
    found = {}
    for model in apps.get_app_config("workshops").get_models():
        rows = rows_of(model._meta.db_table)
        found[model.__name__] = len(rows)
        text = json.dumps(rows, default=str, ensure_ascii=False).casefold()
        for secret in ("maija", "mayor", "akaa", str(registration.pk), registration.pk.hex):
            assert secret not in text, f"{secret} stands in {model._meta.db_table}"
    # The search would have found it: the tables are not empty, and the registration's own row has it all.
    assert min(found[name] for name in ("Participant", "Statement", "Vote", "CurrentVote", "Importance")) > 0
    assert "maija" in json.dumps(rows_of("registration_registration"), default=str).casefold()


def test_no_column_leads_to_a_person_counts_over_people_or_gives_a_time():
    for model in apps.get_app_config("workshops").get_models():
        name = model._meta.model_name
        for field in model._meta.concrete_fields:
            target = field.related_model
            if target is not None and (name, field.name) != (
                "ownpromptset",
                "tenant",
            ):  # whose questions they are
                assert target._meta.app_label in {"workshops", "series"}, f"{name}.{field.name}"
            if name in ABOUT_PEOPLE:
                assert not isinstance(field, models.DateTimeField), f"{name}.{field.name}"
                assert not isinstance(field, (models.AutoField, models.GenericIPAddressField)), (
                    f"{name}.{field.name}"
                )
    kinds = {field.name: type(field) for field in Participant._meta.concrete_fields}
    assert set(kinds) == {
        "id", "series", "perspective", "size_class", "is_guest", "is_simulated", "votes_cast", "joined_on"
    }  # fmt: skip


def test_neither_the_permit_nor_the_participant_can_be_worked_out_from_the_other_or_from_the_database():
    registration, who = given_somebody_who_took_part()
    permit = WorkspacePermit.objects.get()
    everything = [rows_of(model._meta.db_table) for model in apps.get_models()]
    text = json.dumps(
        everything, default=lambda one: bytes(one).hex() if isinstance(one, memoryview) else str(one)
    )
    hashed = {
        hashlib.sha256(prefix + value).hexdigest()
        for prefix in (b"", b"may", b"id")
        for value in (
            registration.pk.bytes, who.pk.bytes, bytes.fromhex(permit.permit), registration.email.encode(),
        )
    }  # fmt: skip
    assert permit.permit not in hashed and who.pk.hex not in {one[:32] for one in hashed}
    # Where one stands, the other does not: no row, and no instant of one beside a day of the other.
    rows = json.dumps(rows_of("registration_workspacepermit"), default=str)
    assert str(who.pk) not in rows and who.pk.hex not in rows
    assert text.count(permit.permit) == 1
    fields = {field.name: field for field in WorkspacePermit._meta.concrete_fields}
    assert not any(isinstance(field, (models.DateField, models.UUIDField)) for field in fields.values())


def test_entering_again_changes_nothing_not_even_the_perspective():
    registration, who = given_somebody_who_took_part()
    board = who.series.events.first().board
    again = operations.enter(board=board, key=KEYS[registration.pk], chosen=Chosen("network"), now=NOW)
    assert (again.pk, again.perspective, again.size_class) == (who.pk, "receiver", "medium")


def test_without_a_confirmed_attendance_nobody_enters():
    series = cast.a_series()
    mine, other = cast.an_event(series, 1), cast.an_event(series, 2)
    registration = cast.a_registration(series, mine)
    elsewhere = cast.a_series("elsewhere")
    stranger = cast.a_registration(elsewhere, cast.an_event(elsewhere))
    board = a_board(other)
    for key in (cast.a_key(registration), cast.a_key(stranger), workspace_key.new_key()):
        with pytest.raises(UnableToAct, match="not_admitted"):
            operations.enter(board=board, key=key, chosen=Chosen("receiver"), now=NOW)
    assert not Participant.objects.exists()


def test_days_are_days_of_the_series_zone():
    _, who = given_somebody_who_took_part()
    assert not isinstance(who.joined_on, datetime)


def test_no_table_of_any_room_ties_a_registration_to_a_participant():
    """Rooms above know both: whoever says something under a name must not say in the same row who they are on the boards."""
    tied = []
    for model in apps.get_models():
        targets = {
            field.related_model.__name__
            for field in model._meta.get_fields()
            if field.concrete and field.related_model
        }
        if "Registration" in targets and targets & {
            "Participant",
            "Vote",
            "CurrentVote",
            "Importance",
            "Admission",
        }:
            tied.append(model.__name__)
    assert tied == []

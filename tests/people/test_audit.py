"""The audit trail: nothing in it changes, and what was changed, removed or cut off is found."""

from __future__ import annotations

import uuid
from datetime import timedelta

import pytest
from django.db import IntegrityError, connection, transaction

from skaala.people.models import AuditEntry, AuditLink, AuditPersonal
from skaala.people.operations import (
    chain_entries,
    forget_old_personal_parts,
    forget_personal_parts,
    forget_personal_parts_of_one,
    heads,
    note,
    note_heads,
    read_heads,
    verify,
)
from skaala.people.operations.forget_audit import KEPT_FOR
from tests import cast
from tests.cast import TODAY

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def trail(db):
    """Five entries of one organisation and two of another, chained."""
    for number in range(5):
        note(
            action="see.person",
            tenant=cast.a_tenant().pk,
            account=7,
            role="organiser",
            series=1,
            registration=uuid.UUID(int=number),
            details={"n": number},
            personal={"account": "olga@example.org"},
            now=TODAY,
        )
    for _number in range(2):
        note(action="do.texts", tenant=cast.a_tenant("other").pk, account=8, series=2, now=TODAY)
    assert chain_entries() == 7


def by_hand(sql: str, *values: object) -> None:
    """Change the tables as somebody who owns the database could, past the triggers."""
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(sql, values)
        cursor.execute("SET LOCAL session_replication_role = DEFAULT")


def faults(known=()) -> list[tuple[str, int, str]]:
    return [(fault.tenant, fault.position, fault.what) for fault in verify(known=known, now=TODAY)]


def third() -> AuditLink:
    return AuditLink.objects.get(tenant=cast.a_tenant(), position=3)


def test_a_whole_trail_has_no_faults_also_after_more_and_after_forgetting():
    known = heads()
    assert faults(known) == []
    note(action="do.texts", tenant=cast.a_tenant().pk, account=7, now=TODAY)
    chain_entries()
    assert forget_personal_parts(series=1, tenant=cast.a_tenant().pk, now=TODAY) == 5
    chain_entries()
    assert faults(known) == []
    assert not AuditPersonal.objects.filter(content__contains="olga").exists()


def test_the_database_refuses_changes_and_deletions():
    for attempt in (
        lambda: AuditEntry.objects.update(action="see.nothing"),
        lambda: AuditEntry.objects.all()._raw_delete("default"),
        lambda: AuditLink.objects.update(digest="0" * 64),
        lambda: AuditLink.objects.all()._raw_delete("default"),
        lambda: AuditPersonal.objects.update(content="{}"),
    ):
        with pytest.raises(IntegrityError, match="append-only"), transaction.atomic():
            attempt()


def test_the_database_lets_nobody_empty_the_trail():
    for table in ("people_auditentry", "people_auditlink", "people_auditpersonal"):
        with (
            pytest.raises(IntegrityError, match="append-only"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")  # the rows of this test are not committed
            cursor.execute(f"TRUNCATE {table} CASCADE")


def test_a_removed_personal_part_is_found():
    by_hand("DELETE FROM people_auditpersonal WHERE entry_id = %s", third().entry_id)
    assert faults() == [("house", 3, "the personal part has been removed")]


def test_one_removed_after_a_forgetting_is_found_too():
    forget_personal_parts(series=1, tenant=cast.a_tenant().pk, now=TODAY)
    late = note(
        action="see.person",
        tenant=cast.a_tenant().pk,
        account=7,
        series=1,
        personal={"name": "Olga"},
        now=TODAY,
    )
    chain_entries()
    assert faults() == []
    by_hand("DELETE FROM people_auditpersonal WHERE entry_id = %s", late.pk)
    assert faults() == [("house", 7, "the personal part has been removed")]


def test_names_in_entries_that_no_series_waits_for_go_by_date():
    tenant = cast.a_tenant().pk
    for at in (TODAY, TODAY + timedelta(days=1)):
        note(action="sign-in", tenant=tenant, account=7, personal={"name": "Olga"}, now=at)
    a_moment = timedelta(seconds=1)
    assert forget_old_personal_parts(now=TODAY + KEPT_FOR, living=[1]) == 0
    assert (
        forget_old_personal_parts(now=TODAY + KEPT_FOR + a_moment, living=[1]) == 1
    )  # the one of the day after stays
    assert (
        AuditPersonal.objects.filter(series_number=1).count() == 5
    )  # these wait for the date of their series
    assert forget_old_personal_parts(now=TODAY + KEPT_FOR + a_moment, living=[]) == 5  # which is gone
    chain_entries()
    assert faults() == []
    by_hand("DELETE FROM people_auditpersonal")
    assert faults() == [("house", 7, "the personal part has been removed")]


def test_who_is_removed_is_tied_to_no_entry_any_more():
    who = uuid.UUID(int=3)
    details = {"registration": who, "series": 1, "tenant": cast.a_tenant().pk, "now": TODAY}
    assert forget_personal_parts_of_one(**details) == 1
    assert not AuditPersonal.objects.filter(registration=who).exists()
    assert forget_personal_parts_of_one(**details) == 0
    chain_entries()
    assert faults() == []


def test_heads_in_the_log_are_read_as_those_that_were_printed(caplog):
    with caplog.at_level("INFO"):
        note_heads()
    lines = [
        f"2030-01-01 INFO skaala: {message} (worker)" for message in [*caplog.messages, "something else"]
    ]
    assert read_heads(lines) == heads() == read_heads(head.as_line() for head in heads())
    assert len(heads()) == 2


def test_a_changed_entry_is_found():
    by_hand("UPDATE people_auditentry SET account_number = 99 WHERE id = %s", third().entry_id)
    assert faults() == [("house", 3, "the entry or its link has been changed")]


def test_a_changed_personal_part_is_found():
    by_hand("UPDATE people_auditpersonal SET content = '{}' WHERE entry_id = %s", third().entry_id)
    assert faults() == [("house", 3, "the personal part has been changed")]


def test_a_removed_entry_is_found_with_and_without_its_link():
    link = third()
    by_hand("DELETE FROM people_auditpersonal WHERE entry_id = %s", link.entry_id)
    by_hand("DELETE FROM people_auditentry WHERE id = %s", link.entry_id)
    assert ("house", 3, "the entry has been removed") in faults()
    by_hand("DELETE FROM people_auditlink WHERE id = %s", link.pk)
    assert ("house", 3, "links have been removed") in faults()


def test_rows_cut_off_at_the_end_are_found_by_a_head_that_was_kept_elsewhere():
    known = heads()
    last = AuditLink.objects.filter(tenant=cast.a_tenant()).latest("position")
    by_hand("DELETE FROM people_auditlink WHERE id = %s", last.pk)
    by_hand("DELETE FROM people_auditpersonal WHERE entry_id = %s", last.entry_id)
    by_hand("DELETE FROM people_auditentry WHERE id = %s", last.entry_id)
    assert faults() == []
    assert faults(known) == [("house", 5, "the end has been cut off: a head written down is missing")]


def test_a_chain_that_was_made_again_differs_from_the_head():
    known = heads()
    by_hand("UPDATE people_auditentry SET account_number = 99 WHERE id = %s", third().entry_id)
    by_hand("DELETE FROM people_auditlink")
    chain_entries()
    assert faults() == []
    assert [fault[:2] for fault in faults(known)] == [("house", 5)]

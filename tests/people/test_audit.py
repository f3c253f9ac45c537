"""The audit trail: nothing in it changes, and what was changed, removed or cut off is found."""

from __future__ import annotations

import uuid

import pytest
from django.db import IntegrityError, connection, transaction

from skaala.people.models import AuditEntry, AuditLink, AuditPersonal
from skaala.people.operations import chain_entries, forget_personal_parts, heads, note, verify
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
    assert forget_personal_parts(series=1) == 5
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

"""Bottlenecks and support measures are seen by all organisations, and changed by the one that added them."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.evidence.models import Bottleneck, SupportMeasure
from skaala.evidence.operations import import_measures
from skaala.evidence.queries import may_edit
from skaala.evidence.rules.table_file import read_table
from skaala.people.rules import Role
from tests import cast

pytestmark = pytest.mark.django_db
STUDY = "/en/desk/series/{}/study/"


@pytest.fixture
def two():
    """Two organisations, each with a series and somebody who may edit its report."""
    cast.a_series()
    other = cast.a_tenant("other")
    cast.a_series("theirs", tenant=other)
    clients = []
    for email, tenant in (("olga@example.org", cast.a_tenant()), ("petra@example.org", other)):
        client = Client()
        cast.signs_in(client, cast.a_member(Role.ANALYST, email, tenant=tenant))
        clients.append(client)
    return clients


def test_a_word_that_one_has_added_another_does_not_change_retire_or_remove(two):
    ours, theirs = two
    added = {"place": "way", "name_en": "No time", "name_fi": "Aika", "name_sv": "Tid"}
    made = Bottleneck.objects.create(
        slug="no-time", place="way", name=cast.texts("No time"), is_own=True, tenant=cast.a_tenant()
    )
    page = STUDY.format("theirs") + "bottlenecks/no-time/"
    for answer in (
        theirs.get(page),
        theirs.post(page, added),
        theirs.post(page + "retire/", {"action": "retire"}),
        theirs.post(page + "retire/", {"action": "remove"}),
    ):
        assert answer.status_code == 302 and answer["Location"].endswith("/study/bottlenecks/")
    made.refresh_from_db()
    assert not made.is_retired and made.name.as_dict()["en"] == "No time (en)"
    assert (
        "Another organisation has added this"
        in theirs.get(STUDY.format("theirs") + "bottlenecks/").content.decode()
    )
    assert ours.get(STUDY.format("spring") + "bottlenecks/no-time/").status_code == 200
    assert (
        ours.post(STUDY.format("spring") + "bottlenecks/no-time/retire/", {"action": "retire"}).status_code
        == 302
    )
    made.refresh_from_db()
    assert made.is_retired


def test_a_measure_that_one_has_entered_another_does_not_change_or_remove(two):
    _ours, theirs = two
    made = SupportMeasure.objects.create(kind="money", name=cast.texts("Grant"), tenant=cast.a_tenant())
    for page in (f"measures/{made.pk}/", f"measures/{made.pk}/remove/"):
        assert theirs.get(STUDY.format("theirs") + page).status_code == 302
        assert theirs.post(STUDY.format("theirs") + page, {"kind": "law"}).status_code == 302
    made.refresh_from_db()
    assert made.kind == "money"


def test_a_table_changes_none_of_another_organisation_s_measures():
    cast.a_series()
    other = cast.a_tenant("other")
    made = SupportMeasure.objects.create(
        kind="money", name=cast.texts("Grant"), description=cast.texts("Ours"), tenant=cast.a_tenant()
    )
    table = b"kind;name (en);description (en);source\nmoney;Grant (en);Theirs;A book\n"
    reading = import_measures(sheet=read_table(table), owner=other)
    made.refresh_from_db()
    assert made.description.as_dict()["en"] == "Ours (en)"
    assert (
        reading.added == 1
        and SupportMeasure.objects.get(tenant=other).description.as_dict()["en"] == "Theirs"
    )


def test_what_comes_with_the_program_is_changed_only_where_one_organisation_is_alone():
    common = Bottleneck.objects.filter(tenant=None).first() or Bottleneck.objects.create(
        slug="x", place="way", name=cast.texts("X")
    )
    house = cast.a_tenant()
    assert may_edit(common, tenant=house)
    cast.a_tenant("other")
    assert not may_edit(common, tenant=house)

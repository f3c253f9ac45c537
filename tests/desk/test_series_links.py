"""Links without an account: listed with their use, ended in one place, and seen in the audit trail."""

from __future__ import annotations

import pytest
from django.test import Client
from django.utils import timezone

from skaala.people.models import AuditEntry
from skaala.people.queries import audit
from skaala.registration.links.check_in import make_code, make_helper_token
from skaala.registration.operations import give_helper_link
from skaala.workshops.links.invitation import make_token
from skaala.workshops.operations import invite
from tests import cast
from tests.workshops.boards import a_board

pytestmark = pytest.mark.django_db
ROLES = "/en/desk/series/spring/roles/"


@pytest.fixture
def event(db):
    return cast.an_event(cast.a_series(), now=timezone.now())


@pytest.fixture
def helper(event):
    return give_helper_link(event=event, label="Helper Heli", ends_with_event=True, now=timezone.now())


@pytest.fixture
def room(event):
    return invite(board=a_board(event), label="Room of Risto", now=timezone.now())


def rows(action: str) -> list[AuditEntry]:
    return list(AuditEntry.objects.filter(action=action))


def name_in(entry: AuditEntry) -> str:
    return audit.row(entry, reader=cast.a_tenant()).personal["name"]


def end(desk: Client, kind: str, key: object):
    return desk.post(ROLES + "links/end/", {"kind": kind, "link": str(key)})


def test_both_kinds_are_listed_with_their_last_use(desk, helper, room):
    page = desk.get(ROLES).content.decode()
    assert "Helper Heli" in page and "Room of Risto" in page and page.count("never") == 2
    Client().get(f"/en/h/{make_helper_token(helper)}/")
    leads = Client()
    leads.post(f"/en/desk/lead/{make_token(room)}/")
    assert leads.get("/en/desk/series/spring/events/workshop-1/board/").status_code == 200
    assert "never" not in desk.get(ROLES).content.decode()


def test_both_kinds_end_there_at_once(desk, helper, room):
    leads = Client()
    leads.post(f"/en/desk/lead/{make_token(room)}/")
    assert end(desk, "helper", helper.pk).status_code == 302
    assert end(desk, "co-facilitator", room.pk).status_code == 302
    assert Client().get(f"/en/h/{make_helper_token(helper)}/").status_code == 410
    assert "/sign-in/" in leads.get("/en/desk/series/spring/events/workshop-1/board/")["Location"]
    page = desk.get(ROLES).content.decode()
    assert "Helper Heli" not in page and "Room of Risto" not in page
    assert len(rows("do.end-series-link")) == 2


def test_a_link_of_another_series_is_not_ended_from_here(desk, helper, room):
    cast.a_series("autumn")
    for kind, key in (("helper", helper.pk), ("co-facilitator", room.pk), ("helper", "x")):
        desk.post("/en/desk/series/autumn/roles/links/end/", {"kind": kind, "link": str(key)})
    helper.refresh_from_db()
    room.refresh_from_db()
    assert helper.revoked_at is None


def test_what_a_helper_sees_and_does_is_in_the_trail(event, helper):
    registration = cast.a_registration(event.series, now=timezone.now())
    attendance = registration.attendances.get()
    address, phone = f"/en/h/{make_helper_token(helper)}/", Client()
    phone.get(address)
    phone.get(address)
    assert [name_in(entry) for entry in rows("link.helper")] == ["Helper Heli"]  # once in ten minutes
    code = f"/en/c/{make_code(attendance)}/"
    phone.get(code)
    assert phone.post(code).status_code == 302
    assert len(rows("link.entrance-code")) == 1 and len(rows("link.check-in")) == 1
    seen = audit.openings(registration=registration.pk, series=event.series_id, since=event.series.created_at)
    assert [one.action for one in seen] == ["link.check-in", "link.entrance-code", "link.helper"]


def test_an_organiser_s_check_in_by_code_names_them_and_a_strangers_look_is_none(desk, event):
    attendance = cast.a_registration(event.series, now=timezone.now()).attendances.get()
    code = f"/en/c/{make_code(attendance)}/"
    Client().get(code)
    assert rows("link.entrance-code") == []
    desk.post(code)
    assert [name_in(entry) for entry in rows("link.check-in")] == ["Olga Organiser"]


def test_what_a_co_facilitator_changes_is_in_the_trail(room):
    leads = Client()
    leads.post(f"/en/desk/lead/{make_token(room)}/")
    board = "/en/desk/series/spring/events/workshop-1/board/"
    for _time in range(2):
        leads.get(board)
    leads.post(board + "timer/", {"minutes": "5"})
    assert [name_in(entry) for entry in rows("link.lead")] == ["Room of Risto"]
    assert [name_in(entry) for entry in rows("link.board-timer")] == ["Room of Risto"]

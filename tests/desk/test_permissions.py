"""Every organiser page × role × organisation: generated from the addresses, so that a page without a row fails."""

from __future__ import annotations

import pytest
from django.http import HttpResponse
from django.test import Client, RequestFactory
from django.urls import URLPattern
from django.utils import timezone

from skaala.desk.frame import access
from skaala.desk.frame.permissions import ANYWHERE, IN_ORGANISATION, IN_SERIES, NEEDS, OWN, needed
from skaala.desk.urls import urlpatterns
from skaala.people.models import Account
from skaala.people.rules import IN_ONE_SERIES, MAY, Role
from skaala.people.rules.roles import OF_MEMBERS_ALONE
from skaala.series.rules.partners import AS_PARTNER
from tests import cast
from tests.desk.test_access import EXAMPLES, OPEN, address_of

PAGES = [pattern for pattern in urlpatterns if pattern.name not in OPEN]
METHODS = ("get", "post")
OURS = {*IN_ORGANISATION, *IN_SERIES}


def test_every_page_says_what_it_needs():
    known = {*OWN, *NEEDS, *OPEN}
    missing = sorted({str(pattern.name) for pattern in urlpatterns} - known)
    assert not missing, (
        f"These organiser pages are closed to everybody: {', '.join(missing)}. Add each to IN_SERIES (or ANYWHERE, if its"
        " address names no series) in src/skaala/desk/frame/permissions.py: what is needed to see it, and what to change"
        " it. A kind of work that no permission names yet gets one in src/skaala/people/rules/roles.py and"
        " src/skaala/people/messages.py."
    )
    gone = sorted(known - {str(pattern.name) for pattern in urlpatterns})
    assert not gone, f"Rows in permissions.py of pages that are no longer there: {', '.join(gone)}."


def test_pages_of_a_series_are_in_the_table_of_series():
    for pattern in PAGES:
        has_series = "slug" in pattern.pattern.converters
        assert (pattern.name in IN_SERIES) == has_series, pattern.name


def test_a_change_never_needs_less_than_to_see():
    for role in Role:
        for page in NEEDS:
            if needed(page, "POST") in MAY[role]:
                assert needed(page, "GET") in MAY[role], (role, page)


def path_of(page: str) -> str:
    """Return the address of a page, of the series of the examples where it has one."""
    return address_of(next(pattern for pattern in urlpatterns if pattern.name == page))


def guard_answers(account: Account, method: str, pattern: URLPattern, **where: str) -> int:
    """Return what the guard alone answers: 200 if it would let the request through."""
    request = getattr(RequestFactory(), method)("/")
    request.user = account
    request.session = {"identity-shown-at": timezone.now().timestamp()}
    parts = {name: EXAMPLES[name] for name in pattern.pattern.converters}
    parts |= {name: part for name, part in where.items() if name in parts}
    refusal = access.refusal_of(request, str(pattern.name), parts)
    return refusal.status_code if isinstance(refusal, HttpResponse) else 404 if refusal else 200


@pytest.mark.parametrize("role", list(Role))
def test_each_page_opens_to_the_roles_of_the_table_and_to_nobody_of_another_organisation(role, db):
    cast.an_event(cast.a_series())
    member = cast.a_member(role, "member@example.org")
    stranger = cast.a_member(role, "stranger@example.org", tenant=cast.a_tenant("other"))
    cells, wrong = 0, []
    for pattern in PAGES:
        page = str(pattern.name)
        for method in METHODS:
            allowed = page in OWN or needed(page, method.upper()) in MAY[role]
            expected = {
                member: 200 if allowed else 403,
                stranger: 404 if page in OURS else 200 if allowed else 403,
            }
            for account, status in expected.items():
                cells += 1
                if (answer := guard_answers(account, method, pattern)) != status:
                    wrong.append((page, method, account.email, answer))
    assert wrong == []
    assert cells == len(PAGES) * len(METHODS) * 2


@pytest.mark.parametrize("role", IN_ONE_SERIES)
def test_a_role_in_one_series_opens_what_it_may_there_and_nothing_beside_it(role, db):
    """The same series at the address, another of the same organisation, and the organisation's own pages."""
    spring = cast.a_series()
    cast.an_event(spring)
    cast.an_event(cast.a_series("autumn"))
    guest = cast.a_guest(spring, role)
    cells, wrong = 0, []
    for pattern in PAGES:
        page = str(pattern.name)
        for method in METHODS:
            may = needed(page, method.upper()) in MAY[role] - OF_MEMBERS_ALONE
            expected = {"spring": 200 if page in OWN or (page in IN_SERIES and may) else 403}
            if page in IN_SERIES:
                expected["autumn"] = 404
            elif page in IN_ORGANISATION:
                expected["spring"] = 404
            for slug, status in expected.items():
                cells += 1
                answer = guard_answers(guest, method, pattern, slug=slug)
                if answer != status:
                    wrong.append((page, method, slug, answer))
    assert wrong == []
    assert cells == (len(PAGES) + len(IN_SERIES)) * len(METHODS)


@pytest.mark.parametrize("role", list(Role))
def test_a_partner_s_member_sees_the_shared_series_by_their_role_and_nothing_else_of_its_owner(role, db):
    """The shared series, another one of its organisation, that organisation's pages, and the partner's own."""
    spring = cast.a_series()
    cast.an_event(spring)
    cast.an_event(cast.a_series("autumn"))
    partner = cast.a_tenant("partner")
    cast.a_partner(spring, partner)
    member = cast.a_member(role, "member@example.org", tenant=partner)
    here = AS_PARTNER.get(role)
    shared = MAY[here] - OF_MEMBERS_ALONE if here else frozenset()
    cells, wrong = 0, []
    for pattern in PAGES:
        page = str(pattern.name)
        for method in METHODS:
            need = needed(page, method.upper())
            expected = {"spring": 200 if page in OWN or need in MAY[role] else 403}
            if page in IN_SERIES:
                expected = {"spring": (200 if need in shared else 403) if here else 404, "autumn": 404}
            elif page in IN_ORGANISATION:
                expected = {"house": 404, "partner": 200 if need in MAY[role] else 403}
            for where, status in expected.items():
                cells += 1
                parts = {"organisation" if page in IN_ORGANISATION else "slug": where}
                answer = guard_answers(member, method, pattern, **parts)
                if answer != status:
                    wrong.append((page, method, where, answer))
    assert wrong == []
    assert cells == (len(PAGES) + len(IN_SERIES) + len(IN_ORGANISATION)) * len(METHODS)


def test_the_guard_is_before_each_page(db):
    """The owner of another organisation, over HTTP: without a guard the page would answer."""
    cast.an_event(cast.a_series())
    client = Client()
    client.force_login(cast.a_member(Role.OWNER, "stranger@example.org", tenant=cast.a_tenant("other")))
    open_pages = [
        (pattern.name, method)
        for pattern in PAGES
        for method in METHODS
        if pattern.name in OURS and getattr(client, method)(address_of(pattern)).status_code != 404
    ]
    assert open_pages == []


def test_a_role_without_the_permission_is_refused_over_http(db):
    cast.an_event(cast.a_series())
    client = Client()
    client.force_login(cast.a_member(Role.CHECK_IN, "helper@example.org"))
    for pattern in PAGES:
        permission = needed(str(pattern.name), "POST")
        if permission and permission not in MAY[Role.CHECK_IN]:
            assert client.post(address_of(pattern)).status_code == 403, pattern.name


def test_a_refusal_says_which_roles_may(db, client):
    cast.a_series()
    client.force_login(cast.a_member(Role.READER, "reader@example.org"))
    answer = client.get(path_of("registrations"))
    page = answer.content.decode()
    assert answer.status_code == 403
    assert "see and download who has registered" in page and "Owner, Organiser" in page


def test_a_reader_s_menu_shows_only_what_opens(db, client):
    cast.a_series()
    client.force_login(cast.a_member(Role.READER, "reader@example.org"))
    page = client.get(path_of("series")).content.decode()
    for name in ("registrations", "emails", "publishing", "copy"):
        assert f'href="{path_of(name)}"' not in page, name
    assert f'href="{path_of("report")}"' in page


def test_the_list_of_series_shows_one_s_own_only(db, client):
    cast.a_series()
    cast.a_series("theirs", tenant=cast.a_tenant("other"), title=cast.texts("Their series"))
    client.force_login(cast.an_organiser())
    page = client.get(path_of("home")).content.decode()
    assert "Spring series" in page and "Their series" not in page


def test_a_role_in_one_series_opens_that_one_only(db, client):
    from skaala.series.models import SeriesRole

    spring, _other = cast.a_series(), cast.a_series("autumn")
    guest = cast.a_member(Role.READER, "guest@example.org", tenant=cast.a_tenant("other"))
    SeriesRole.objects.create(series=spring, account=guest, role=Role.ANALYST, since=cast.TODAY)
    client.force_login(guest)
    assert client.get(path_of("report")).status_code == 200
    assert client.get(path_of("registrations")).status_code == 403
    assert client.get("/en/desk/series/autumn/report/").status_code == 404
    assert "Spring series" in client.get(path_of("home")).content.decode()


def test_an_ended_membership_opens_nothing(db, client, organiser):
    cast.a_series()
    client.force_login(organiser)
    organiser.memberships.update(ended_at=cast.TODAY)
    assert client.get(path_of("series")).status_code == 404
    assert "Spring series" not in client.get(path_of("home")).content.decode()


def test_an_operator_s_account_opens_no_data(db, client):
    cast.a_series()
    client.force_login(Account.objects.create_superuser("root@example.org", cast.PASSWORD))
    assert client.get(path_of("series")).status_code == 404


def test_the_pages_without_a_series_are_few():
    catalogue = {"catalogue", "new-action", "action", "action-profile", "action-contact", "action-state"}
    catalogue |= {"adoption-reports", "new-actions-file", "actions-file", "actions-file-bad-rows"}
    catalogue |= {"drop-actions-file", "keepers", "action-readiness"}
    assert set(ANYWHERE) - catalogue == {
        "new-series",
        "from-announcement",
        "check-announcement",
        "test-email",
    }

"""A series shared with a partner organisation: offered, accepted, seen by those alone whom it is for, and ended."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from django.utils import timezone

from skaala.desk.frame.permissions import IN_SERIES
from skaala.mail.models import Email
from skaala.mail.renderers.emails import Obsolete, compose
from skaala.people.models import AuditEntry
from skaala.people.operations import require_second_factor
from skaala.people.queries import openings
from skaala.people.rules import Role
from skaala.series.models import Series, SeriesPartner, SeriesRole
from skaala.series.operations import SharingEnded, end_sharing, give_role
from tests import cast
from tests.desk.test_access import address_of
from tests.desk.test_permissions import PAGES

pytestmark = pytest.mark.django_db
SPRING = "/en/desk/series/spring/"
OFFER = {
    "organisation": "partner",
    "roles": ["owner", "facilitator"],
    "inform": "owner",
    "requests": "partner",
    "security": "both",
    "retention": "owner",
}
NAMED = {
    "address": "Partner street 1, Turku",
    "contact_email": "privacy@partner.example.org",
    "data_protection_officer": "",
}


@pytest.fixture
def spring(db):
    series = cast.a_series()
    cast.an_event(series)
    return series


@pytest.fixture
def partner(db):
    return cast.a_tenant("partner", name=cast.texts("The partner"))


def signed_in(account) -> Client:
    client = Client()
    cast.signs_in(client, account)
    return client


def of_partner(partner, role=Role.OWNER, email="petra@example.org") -> Client:
    return signed_in(cast.a_member(role, email, tenant=partner, name="Petra Partner"))


def notice() -> str:
    return Client().get("/en/series/spring/privacy/").content.decode()


def test_from_the_offer_to_its_end(desk, spring, partner):
    petra = of_partner(partner)
    assert desk.post(SPRING + "roles/share/", OFFER).status_code == 302
    assert petra.get(SPRING).status_code == 404  # nothing opens before it is accepted
    assert "Spring series" in petra.get("/en/desk/").content.decode()
    assert "Joint controllers" not in notice()
    email = compose(Email.objects.get(to_address="petra@example.org"))
    assert "Organisation house" in email.text and "/desk/organisations/partner/shared/" in email.text

    page = f"/en/desk/organisations/partner/shared/{SeriesPartner.objects.get().pk}/"
    assert petra.post(page, {"address": ""}).status_code == 422
    assert petra.post(page, NAMED).status_code == 302
    assert petra.get(SPRING + "registrations/").status_code == 200
    home = petra.get("/en/desk/").content.decode()
    assert "Shared by:" in home and "Organisation house" in home
    assert "Shared with:" in desk.get("/en/desk/").content.decode()
    shown = notice()
    assert "Joint controllers" in shown and "Association (en)" in shown and "The partner (en)" in shown
    assert "Partner street 1, Turku" in shown and "privacy@partner.example.org" in shown
    assert "to see, correct or remove them: The partner (en)" in shown and "Version 2" in shown
    form = Client().get("/en/series/spring/register/").content.decode()
    assert "The joint controllers of your personal data are:" in form and "The partner (en)" in form
    report = desk.get(SPRING + "data-protection/").content.decode()
    assert "Joint controller (GDPR, article 26)" in report and "Organiser (The partner (en))" in report

    with pytest.raises(Obsolete):
        compose(Email.objects.get(to_address="petra@example.org"))
    assert desk.post(f"{SPRING}roles/share/{SeriesPartner.objects.get().pk}/end/").status_code == 302
    assert petra.get(SPRING).status_code == 404
    assert "Spring series" not in petra.get("/en/desk/").content.decode()
    shown = notice()
    assert "Joint controllers" not in shown and "was joint controller" in shown and "Version 3" in shown
    assert "Joint controller earlier" in desk.get(SPRING + "data-protection/").content.decode()


def test_the_partner_ends_it_too_and_declines_an_offer(desk, spring, partner):
    sharing = cast.a_partner(spring, partner)
    petra = of_partner(partner)
    assert petra.post(f"/en/desk/organisations/partner/shared/{sharing.pk}/end/").status_code == 302
    assert petra.get(SPRING).status_code == 404
    desk.post(SPRING + "roles/share/", OFFER)
    again = SeriesPartner.objects.latest("pk")
    petra.post(f"/en/desk/organisations/partner/shared/{again.pk}/end/")
    again.refresh_from_db()
    assert again.ended_at and not again.accepted_at
    assert notice().count("was joint controller") == 1  # a declined offer was never in force


def ended_email(address: str, language: str = "en"):
    email = Email.objects.get(kind="series.partner_ended", to_address=address)
    email.language = language
    return compose(email)


def test_owners_of_both_organisations_get_an_email_when_it_ends_but_who_has_ended_it(desk, spring, partner):
    sharing = cast.a_partner(spring, partner)
    petra = of_partner(partner)
    cast.a_member(Role.ORGANISER, "organises@example.org", tenant=partner)
    petra.post(f"/en/desk/organisations/partner/shared/{sharing.pk}/end/")
    notified = set(Email.objects.filter(kind="series.partner_ended").values_list("to_address", flat=True))
    # Of the partner, and of the owner; neither Petra, who has ended it, nor those who own nothing.
    assert notified == {"accepts@example.org", "olga@example.org", "offers@example.org"}
    for address in notified:
        email = ended_email(address)
        assert "Spring series (en)" in email.subject
        assert "no longer organise" in email.text and "The partner (en)" in email.text


def test_an_email_says_that_an_offer_was_withdrawn_to_the_partner_alone(desk, spring, partner):
    of_partner(partner)
    desk.post(SPRING + "roles/share/", OFFER)
    desk.post(f"{SPRING}roles/share/{SeriesPartner.objects.get().pk}/end/")
    assert Email.objects.filter(kind="series.partner_ended").count() == 1
    email = ended_email("petra@example.org")
    assert "Withdrawn" in email.subject and "withdrawn its offer" in email.text
    # An owner who is none any more gets nothing of it.
    sent = Email.objects.get(kind="series.partner_ended")
    sent.to_address = "nobody@example.org"
    with pytest.raises(Obsolete):
        compose(sent)


def test_only_owners_offer_accept_and_end(spring, partner):
    organiser = signed_in(cast.a_member(Role.ORGANISER, "organiser@example.org"))
    assert organiser.post(SPRING + "roles/share/", OFFER).status_code == 403
    sharing = cast.a_partner(spring, partner)
    assert organiser.post(f"{SPRING}roles/share/{sharing.pk}/end/").status_code == 403
    theirs = of_partner(partner, Role.ORGANISER)
    for page in (f"shared/{sharing.pk}/", f"shared/{sharing.pk}/end/"):
        assert theirs.post(f"/en/desk/organisations/partner/{page}", NAMED).status_code == 403
    # An owner of the partner is an organiser here, and hands nothing on.
    petra = of_partner(partner, email="owner@example.org")
    for page in ("roles/", "roles/give/", "roles/share/", "copy/", "remove/"):
        assert petra.get(SPRING + page).status_code == 403, page


def test_a_member_comes_along_only_with_a_role_that_was_offered(spring, partner):
    cast.a_partner(spring, partner, Role.FACILITATOR)
    assert of_partner(partner, Role.FACILITATOR, "f@example.org").get(SPRING).status_code == 200
    for role in (Role.OWNER, Role.ORGANISER, Role.ANALYST, Role.CHECK_IN, Role.READER, Role.AUDITOR):
        assert of_partner(partner, role, f"{role}@example.org").get(SPRING).status_code == 404, role


def test_an_offer_to_nobody_to_ourselves_and_twice_is_refused_in_words(desk, spring, partner):
    for name, words in (("nobody", "There is no organisation"), ("house", "belongs to this organisation")):
        answer = desk.post(SPRING + "roles/share/", OFFER | {"organisation": name})
        assert answer.status_code == 422 and words in answer.content.decode()
    desk.post(SPRING + "roles/share/", OFFER)
    answer = desk.post(SPRING + "roles/share/", OFFER)
    assert answer.status_code == 422 and "or was offered to it" in answer.content.decode()


def test_the_database_keeps_both_sides(spring, partner):
    sharing = cast.a_partner(spring, partner)
    end_sharing(sharing=sharing, by=sharing.accepted_by, now=cast.TODAY)
    rows = SeriesPartner.objects.filter(pk=sharing.pk)
    details = {"offered_at": cast.TODAY, "roles": ["owner"]}
    for attempt in (
        lambda: SeriesPartner.objects.create(series=spring, tenant=spring.tenant, **details),
        lambda: rows.update(tenant=cast.a_tenant("third")),
        lambda: rows.update(series=cast.a_series("autumn")),
        lambda: rows.update(ended_at=None),
        lambda: SeriesPartner.objects.create(series=spring, tenant=partner, **details | {"roles": ["king"]}),
        lambda: SeriesPartner.objects.create(series=spring, tenant=partner, **details | {"roles": []}),
        lambda: SeriesPartner.objects.create(
            series=spring, tenant=partner, accepted_at=cast.TODAY, **details
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
    with pytest.raises(SharingEnded):
        end_sharing(sharing=sharing, by=sharing.accepted_by, now=cast.TODAY)


def test_no_page_of_the_shared_series_shows_anything_else_of_its_owner(spring, partner):
    """Every page that opens, for the partner's members of each role: no other series, venue, organisation or member."""
    cast.a_series("autumn", title=cast.texts("Concealedseries"))
    cast.a_venue(name=cast.texts("Concealedvenue"))
    cast.an_organisation("hidden", name=cast.texts("Concealedorganisation"))
    cast.a_member(Role.ORGANISER, "hidden@example.org", name="Concealedmember")
    cast.a_registration(spring)
    cast.a_partner(spring, partner)
    opened = 0
    for role in (Role.OWNER, Role.FACILITATOR, Role.ANALYST, Role.CHECK_IN, Role.READER):
        client = of_partner(partner, role, f"{role}@example.org")
        for pattern in PAGES:
            if pattern.name not in {*IN_SERIES, "home"}:
                continue
            answer = client.get(address_of(pattern))
            if answer.status_code == 200 and not answer.streaming:
                opened += 1
                assert "Concealed" not in answer.content.decode(errors="replace"), (role, pattern.name)
    assert opened > 60


def test_both_read_the_trail_of_the_series_and_the_partner_of_its_time_only(desk, organiser, spring, partner):
    registration = cast.a_registration(spring)
    person = f"{SPRING}registrations/{registration.pk}/"
    desk.get(person)
    before = AuditEntry.objects.get(action="see.person")
    now = timezone.now()
    sharing = cast.a_partner(spring, partner)
    SeriesPartner.objects.update(accepted_at=now)
    petra = of_partner(partner)
    desk.get(person)
    petra.get(person)
    ours = desk.get("/en/desk/organisations/house/audit/").content.decode()
    theirs = petra.get("/en/desk/organisations/partner/audit/").content.decode()
    assert ours.count("opened the page of one person") == 3 and "Petra Partner" in ours
    assert theirs.count("opened the page of one person") == 2 and "Olga Organiser" in theirs
    assert "olga@example.org" not in theirs and "the partner organisation accepted the series" in ours
    file = petra.get("/en/desk/organisations/partner/audit/file/").content.decode()
    assert f'"number": {before.pk},' not in file and "olga@example.org" not in file
    assert (
        "olga@example.org" not in petra.get("/en/desk/organisations/partner/audit/?q=olga").content.decode()
    )
    seen = openings(registration=registration.pk, series=spring.pk, since=now - timedelta(days=1))
    assert [str(one.tenant) for one in seen[:2]] == ["The partner (en)", "Organisation house (en)"]

    end_sharing(sharing=sharing, by=organiser, now=timezone.now())
    desk.get(person)
    theirs = petra.get("/en/desk/organisations/partner/audit/").content.decode()
    assert theirs.count("opened the page of one person") == 2


def test_the_end_takes_roles_of_the_partner_s_members_in_this_series_with_it(organiser, spring, partner):
    sharing = cast.a_partner(spring, partner, Role.OWNER)
    theirs = cast.a_member(Role.READER, "r@example.org", tenant=partner)
    consultant = cast.a_guest(spring, Role.ANALYST)
    give_role(series=spring, account=theirs, role=Role.ANALYST, now=cast.TODAY)
    end_sharing(sharing=sharing, by=organiser, now=cast.TODAY)
    assert [held.account for held in SeriesRole.objects.filter(ended_at=None)] == [consultant]


def test_the_owner_s_second_factor_is_asked_of_the_partner_too(spring, partner):
    cast.a_partner(spring, partner)
    require_second_factor(tenant=spring.tenant, is_required=True)
    assert of_partner(partner).get(SPRING)["Location"] == "/en/desk/account/security/"


def test_a_shared_series_is_removed_with_its_sharing(spring, partner):
    cast.a_partner(spring, partner)
    Series.objects.filter(pk=spring.pk).delete()
    assert not SeriesPartner.objects.exists()


@pytest.mark.parametrize("is_accepted", [True, False])
def test_owners_of_the_partner_get_an_email_when_the_series_is_removed(desk, partner, is_accepted):
    series = cast.a_series(status="draft", published_at=None)
    of_partner(partner)
    if is_accepted:
        cast.a_partner(series, partner)
    else:
        desk.post(SPRING + "roles/share/", OFFER)
    assert desk.post(SPRING + "remove/").status_code == 302
    assert not Series.objects.exists()
    notified = set(Email.objects.filter(kind="series.partner_removed").values_list("to_address", flat=True))
    assert notified == {"petra@example.org"} | ({"accepts@example.org"} if is_accepted else set())
    email = Email.objects.get(kind="series.partner_removed", to_address="petra@example.org")
    email.language = "en"
    written = compose(email)
    assert written.subject == "Removed: Spring series (en)"
    assert ("which it shared with you" if is_accepted else "which it had offered to share") in written.text
    other = Email(kind=email.kind, to_address=email.to_address, language="en")
    with pytest.raises(Obsolete):
        compose(other)


def test_a_stale_offer_is_answered_once(desk, spring, partner):
    petra = of_partner(partner)
    desk.post(SPRING + "roles/share/", OFFER)
    offer = SeriesPartner.objects.get()
    desk.post(f"{SPRING}roles/share/{offer.pk}/end/")
    assert petra.post(f"/en/desk/organisations/partner/shared/{offer.pk}/", NAMED).status_code == 404
    assert petra.get(SPRING).status_code == 404


@pytest.mark.parametrize("written", ["partner", "PARTNER", "The partner (fi)", " the  partner (sv) "])
def test_the_other_organisation_is_found_as_people_write_it(spring, partner, written):
    desk = signed_in(cast.an_organiser())
    assert desk.post(SPRING + "roles/share/", OFFER | {"organisation": written}).status_code == 302
    assert SeriesPartner.objects.get().tenant == partner


@pytest.mark.parametrize("written", ["part", "The partner", "%", "house"])
def test_what_names_no_other_organisation_is_refused_and_kept(spring, partner, written):
    answer = signed_in(cast.an_organiser()).post(SPRING + "roles/share/", OFFER | {"organisation": written})
    assert answer.status_code == 422 and f'value="{written}"' in answer.content.decode()
    assert not SeriesPartner.objects.exists()

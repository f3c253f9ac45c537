"""How an organisation presents its pages and emails: its sender, its reply address, its footer and imprint."""

from __future__ import annotations

import re
from email.utils import parseaddr

import pytest
from django.core import mail
from django.test import Client
from django.utils import timezone, translation

from skaala.mail.models import Email
from skaala.mail.operations import deliver, message
from skaala.mail.renderers.emails import Obsolete, Superseded, compose
from skaala.people.models import Face, Tenant
from skaala.people.operations import set_host
from skaala.people.queries import face_of
from skaala.people.rules import Role
from skaala.registration.links.personal import make_token
from skaala.ui.texts import Texts
from tests import cast
from tests.workshops.boards import a_board

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/organisations/house/look/"
ADDRESS = "registry@example.org"
WRITTEN = {
    "sender_name_fi": "Kuntaverkosto",
    "sender_name_en": "Network of Towns",
    "reply_address": ADDRESS,
    "footer_en": "Towns learn from towns: https://towns.example.org",
    "imprint_fi": "Kuntaverkosto ry\nY-tunnus 1234567-1",
    "imprint_en": "Network of Towns <b>reg. assoc.</b>\nBusiness ID 1234567-1",
}


def link_of(email: Email) -> str:
    found = re.search(r"http://testserver(/\S+/reply-address/\S+)", compose(email).text)
    assert found
    return found[1]


def asked() -> Email:
    return Email.objects.filter(kind="people.reply_address").latest("created_at")


@pytest.fixture
def written(desk):
    assert desk.post(PAGE, WRITTEN).status_code == 302
    return face_of(Tenant.objects.get(slug="house"))


def confirmation(series, language: str = "en") -> Email:
    registration = cast.a_registration(series, language=language)
    return Email.objects.get(registration_email__registration=registration)


def test_emails_of_a_series_come_from_its_organisation_at_the_server_s_own_address(written, settings):
    settings.MAIL_FROM = "Skaala <no-reply@skaala.example.org>"
    series = cast.a_series()
    cast.an_event(series)
    for language, name in [("en", "Network of Towns"), ("fi", "Kuntaverkosto"), ("sv", "Kuntaverkosto")]:
        email = confirmation(series, language)
        sent = message(email, compose(email))
        assert parseaddr(sent.from_email) == (name, "no-reply@skaala.example.org")
        email.registration_email.registration.delete()
    composed = compose(confirmation(series))
    assert composed.text.endswith(
        "-- \nTowns learn from towns: https://towns.example.org\n\n"
        "Network of Towns <b>reg. assoc.</b>\nBusiness ID 1234567-1\n"
    )
    assert "&lt;b&gt;reg. assoc.&lt;/b&gt;" in composed.html
    assert 'href="https://towns.example.org"' in composed.html


def test_a_reply_address_is_used_once_its_own_mailbox_has_confirmed_it(desk, written):
    series = cast.a_series(contact_email="contact@example.org")
    cast.an_event(series)
    email = confirmation(series)

    def answers_go_to() -> list[str]:
        return message(email, compose(Email.objects.get(pk=email.pk))).reply_to

    assert answers_go_to() == ["contact@example.org"]
    assert "Until then answers go to the contact of each series." in desk.get(PAGE).content.decode()
    assert asked().to_address == ADDRESS and asked().to_unconfirmed
    link, reader = link_of(asked()), Client()
    assert ADDRESS in reader.get(link).content.decode()
    assert answers_go_to() == ["contact@example.org"]  # a scanner that follows links confirms nothing
    shown = reader.post(link)
    assert "has been confirmed" in shown.content.decode() and shown["Referrer-Policy"] == "no-referrer"
    assert answers_go_to() == [ADDRESS]
    assert reader.post(link).status_code == 410
    assert reader.get("/en/desk/reply-address/made~up/").status_code == 404

    # Another one: until it is confirmed, the one before stays; saving once more sends no second email.
    for _ in range(2):
        desk.post(PAGE, WRITTEN | {"reply_address": "new@example.org"})
    assert Email.objects.filter(to_address="new@example.org").count() == 1
    assert answers_go_to() == [ADDRESS]
    first = link_of(asked())
    desk.post(PAGE + "ask-again/")
    assert reader.post(first).status_code == 410  # the email that was sent again is the one that counts
    assert reader.post(link_of(asked())).status_code == 200
    assert answers_go_to() == ["new@example.org"]
    desk.post(PAGE, WRITTEN | {"reply_address": ""})
    assert answers_go_to() == ["contact@example.org"]


def test_an_email_about_an_address_that_is_no_longer_wanted_is_not_sent(desk, written):
    email = asked()
    desk.post(PAGE, WRITTEN | {"reply_address": ""})
    with pytest.raises(Superseded):
        compose(email)
    email.sent_at = timezone.now()
    with pytest.raises(Obsolete):
        compose(email)
    assert desk.post(PAGE + "ask-again/").status_code == 302
    assert asked() == email


def test_it_goes_over_the_wire_with_the_server_as_envelope_sender(written, settings):
    settings.MAIL_FROM, settings.EMAIL_URL = "Skaala <no-reply@skaala.example.org>", "smtp://there"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    series = cast.a_series()
    cast.an_event(series)
    email = confirmation(series)
    deliver(email_id=email.pk, now=cast.TODAY)
    sent = mail.outbox[-1].message()
    assert sent["From"] == "Network of Towns <no-reply@skaala.example.org>"


@pytest.mark.parametrize("name", ["tilaus@pankki.fi", "Pankki www.pankki.fi", "PANKKI.FI"])
def test_a_sender_s_name_is_no_address(desk, name):
    shown = desk.post(PAGE, {"sender_name_fi": name})
    assert shown.status_code == 422 and "looks like an address" in shown.content.decode()
    assert not Face.objects.exists()


def test_each_page_about_a_series_names_the_organisation_at_its_foot(written, settings, tmp_path, client):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"
    board = a_board(phase="weigh")
    series, event = board.event.series, board.event
    registration = cast.a_registration(series, event)
    cast.holds(client, cast.a_key(registration), series)
    client.post(f"/en/board/{board.code}/", {"perspective": "receiver"})
    token = make_token(registration)
    of_series, of_event = f"series/{series.slug}/", f"series/{series.slug}/{event.slug}/"
    pages = [
        of_series, of_series + "privacy/", of_series + "accessibility/", of_series + "choose/", of_series + "register/",
        of_series + "link/", of_event, f"r/{token}/", f"r/{token}/change/", f"r/{token}/cancel/",
        f"r/{token}/delete/", f"board/{board.code}/", f"board/{board.code}/weigh/", f"board/{board.code}/statements/",
        f"board/{board.code}/mine/", f"workspaces/{series.slug}/", f"workspaces/{series.slug}/erase/",
    ]  # fmt: skip
    missing = []
    for page in pages:
        answer = client.get(f"/en/{page}")
        shown = answer.content.decode()
        if answer.status_code != 200 or shown.count("Business ID 1234567-1") != 1 or "<b>reg" in shown:
            missing.append((page, answer.status_code))
    assert missing == []
    assert "Business ID" not in client.get("/en/").content.decode()
    other = cast.a_series("other", tenant=cast.a_tenant("other"))
    assert "Business ID" not in client.get(f"/en/series/{other.slug}/").content.decode()


def test_a_change_is_seen_at_once_on_pages_that_are_kept(desk, written, client):
    cast.an_event(cast.a_series())
    assert "Business ID 1234567-1" in client.get("/en/series/spring/").content.decode()
    desk.post(PAGE, WRITTEN | {"imprint_en": "Business ID 7654321-1"})
    assert "Business ID 7654321-1" in client.get("/en/series/spring/").content.decode()


def test_what_is_written_in_another_language_is_marked_as_such(written, client):
    cast.an_event(cast.a_series())
    shown = client.get("/sv/series/spring/").content.decode()
    assert '<div lang="fi"><p>Kuntaverkosto ry<br>Y-tunnus 1234567-1</p></div>' in shown


def test_texts_are_asked_for_in_the_usual_languages_alone_and_others_are_kept(desk, written):
    Tenant.objects.filter(slug="house").update(languages=["en"])
    shown = desk.get(PAGE).content.decode()
    assert re.search(r'<input type="hidden" name="sender_name_fi" value="Kuntaverkosto"', shown)


def test_only_an_owner_of_this_very_organisation_sees_it(desk, written):
    assert "/house/look/" in desk.get("/en/desk/").content.decode()
    others = {
        cast.a_member(Role.ORGANISER, "organiser@example.org"): 403,
        cast.an_organiser("elsewhere@example.org", tenant=cast.a_tenant("other")): 404,
    }
    for account, status in others.items():
        browser = Client()
        cast.signs_in(browser, account)
        assert browser.get(PAGE).status_code == browser.post(PAGE, WRITTEN).status_code == status
        assert "/house/look/" not in browser.get("/en/desk/organisations/house/members/").content.decode()
        assert "/house/look/" not in browser.get("/en/desk/").content.decode()


def test_reports_and_invitations_carry_it_too(written, desk):
    from skaala.reports.assembly.builder import build_contents
    from skaala.reports.contents import from_data, to_data
    from skaala.reports.models import Report
    from skaala.reports.renderers import render

    report = Report.objects.create(series=cast.a_series())
    contents = build_contents(report, "en", now=cast.TODAY)
    assert "Business ID 1234567-1" in contents.imprint
    assert from_data(to_data(contents)) == contents
    assert render(contents, "pdf").startswith(b"%PDF")
    Face.objects.update(imprint=Texts())
    assert "imprint" not in to_data(build_contents(Report.objects.get(), "en", now=cast.TODAY))

    invitation = {"address": "new@example.org", "role": "reader", "language": "en"}
    desk.post("/en/desk/organisations/house/members/invite/", invitation)
    with translation.override("fi"):
        composed = compose(Email.objects.get(kind="people.invitation"))
    assert composed.sender.name == "Network of Towns" and "Towns learn from towns" in composed.text


def test_the_page_says_where_the_public_pages_are_and_what_an_own_address_takes(desk, settings):
    settings.OPERATOR_EMAIL = "operator@example.org"
    page = desk.get(PAGE).content.decode()
    assert f'href="{settings.BASE_URL}/"' in page and "CNAME record" in page
    assert "mailto:operator@example.org" in page
    set_host(tenant=cast.a_tenant(), host="workshops.example.org")
    page = desk.get(PAGE).content.decode()
    assert "http://workshops.example.org/" in page and "Keep the DNS record of workshops.example.org" in page
    assert "CNAME record" not in page

"""An organisation's logo in emails, what its emails look like before it saves, and a test email that comes from it."""

from __future__ import annotations

import io
from email.utils import parseaddr

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from PIL import Image

from skaala.mail.models import Email
from skaala.mail.operations import message
from skaala.mail.renderers.emails import compose
from skaala.people.models import Face, Logo, Membership
from skaala.people.rules import Role
from skaala.registration.models import Registration
from skaala.series.models import Series
from tests import cast
from tests.desk.test_face_looks import picture

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/organisations/house/look/"
WRITTEN = {"sender_name_en": "Network of Towns", "footer_en": "Towns learn from towns", "band": "#4a1238"}


def a_logo(size: tuple[int, int] = (800, 200)) -> SimpleUploadedFile:
    return SimpleUploadedFile("logo.png", picture(size=size))


def confirmation(series: Series) -> Email:
    registration = cast.a_registration(series, language="en")
    return Email.objects.get(registration_email__registration=registration)


def test_an_email_carries_the_logo_as_a_picture_of_its_own_and_its_name(desk):
    cast.an_event(series := cast.a_series())
    email = confirmation(series)
    assert "cid:logo" not in compose(email).html
    desk.post(PAGE, WRITTEN | {"logo": a_logo()})
    composed = compose(Email.objects.get(pk=email.pk))
    assert (
        '<img src="cid:logo" width="200" height="50" alt="Organisation house (en)" style="display:block;border:0">'
        in composed.html
    )
    assert "http" not in composed.html.split("<h1")[0]  # nothing is fetched that tells when it was read
    parts = list(message(email, composed).message().walk())
    (logo,) = [part for part in parts if part["Content-ID"] == "<logo>"]
    assert logo["Content-Disposition"].startswith("inline") and logo.get_content_type() == "image/png"
    assert Image.open(io.BytesIO(logo.get_payload(decode=True))).size == (400, 100)
    (related,) = [part for part in parts if part.get_content_type() == "multipart/related"]
    assert [part.get_content_type() for part in related.get_payload()] == ["text/html", "image/png"]
    assert "data:image/png;base64," in composed.as_page() and "cid:" not in composed.as_page()
    desk.post(PAGE, WRITTEN | {"without_logo": "on"})
    assert "cid:logo" not in compose(Email.objects.get(pk=email.pk)).html


def test_a_small_logo_is_not_made_larger(desk):
    cast.an_event(series := cast.a_series())
    desk.post(PAGE, {"logo": a_logo((90, 40))})
    assert 'width="90" height="40"' in compose(confirmation(series)).html


def test_a_sample_shows_what_is_saved_in_each_language(desk):
    desk.post(PAGE, WRITTEN | {"logo": a_logo()})
    for language, words in [("fi", "Ilmoittautumisesi"), ("sv", "Din anmälan"), ("en", "Your registration")]:
        answer = desk.get(PAGE + "email/", {"language": language})
        shown = answer.content.decode()
        assert answer.status_code == 200 and words in shown and f'<html lang="{language}"' in shown
        assert "Network of Towns &lt;" in shown and "#4a1238" in shown and "data:image/png" in shown
        assert "HIDDEN" in shown  # its links lead nowhere
    policy = answer["Content-Security-Policy"]
    assert (
        "sandbox" in policy and "default-src 'none'" in policy and answer["X-Frame-Options"] == "SAMEORIGIN"
    )


def test_a_sample_shows_what_is_about_to_be_saved_and_keeps_nothing(desk):
    typed = WRITTEN | {"language": "en", "reply_address": "registry@example.org", "logo": a_logo()}
    shown = desk.post(PAGE + "email/", typed).content.decode()
    assert "Network of Towns" in shown and "registry@example.org" in shown and "Towns learn" in shown
    assert "data:image/png" in shown
    kept = [Face, Logo, Series, Registration, Email]
    assert [model.__name__ for model in kept if model.objects.exists()] == []
    desk.post(PAGE, WRITTEN | {"logo": a_logo()})
    shown = desk.post(PAGE + "email/", {"without_logo": "on", "language": "en"}).content.decode()
    assert "data:image/png" not in shown and "Network of Towns" not in shown
    assert Logo.objects.exists() and str(Face.objects.get().sender_name) == "Network of Towns"


def test_a_sample_of_what_cannot_be_saved_says_why(desk):
    answer = desk.post(PAGE + "email/", {"accent": "#ffcc00", "language": "en"})
    assert answer.status_code == 422 and "is too light to read on the pages" in answer.content.decode()


def test_a_test_email_comes_from_the_organisation_it_was_asked_for(desk, organiser, settings):
    settings.MAIL_FROM = "Skaala <no-reply@skaala.example.org>"
    desk.post(PAGE, WRITTEN | {"logo": a_logo()})
    other = cast.a_tenant("other")
    Membership.objects.create(account=organiser, tenant=other, role=Role.OWNER, since=cast.TODAY)
    page = desk.get("/en/desk/test-letter/").content.decode()
    assert (
        "Network of Towns &lt;no-reply@skaala.example.org&gt;" in page and "Organisation other (en)" in page
    )
    senders = {"house": "Network of Towns", "other": "Skaala", "made-up": "Skaala"}
    for organisation, name in senders.items():
        Email.objects.all().delete()
        desk.post("/en/desk/test-letter/", {"organisation": organisation})
        email = Email.objects.get(kind="desk.test")
        sent = message(email, composed := compose(email))
        assert parseaddr(sent.from_email) == (name, "no-reply@skaala.example.org")
        assert ("cid:logo" in composed.html) == ("Towns learn" in composed.text) == (organisation == "house")
    Email.objects.all().delete()
    assert desk.post(PAGE + "test/").status_code == 302
    assert compose(Email.objects.get(kind="desk.test")).sender.name == "Network of Towns"


def test_the_page_shows_the_sender_and_refuses_those_who_may_not_change_it(desk):
    desk.post(PAGE, WRITTEN)
    assert "Network of Towns &lt;" in desk.get(PAGE).content.decode()
    for account, status in [
        (cast.a_member(Role.ORGANISER, "organiser@example.org"), 403),
        (cast.an_organiser("elsewhere@example.org", tenant=cast.a_tenant("other")), 404),
    ]:
        browser = Client()
        cast.signs_in(browser, account)
        for page in ("email/", "test/"):
            assert browser.post(PAGE + page, WRITTEN).status_code == status


@pytest.mark.parametrize(
    ("typed", "shown", "picked", "expected"),
    [
        ("", "", "#0b5a4a", ""),  # a picker that nobody has moved
        ("", "", "#7a1f5c", "#7a1f5c"),
        ("#1f5c7a", "#1f5c7a", "#7a1f5c", "#7a1f5c"),
        ("#1f5c7a", "", "#7a1f5c", "#1f5c7a"),  # what was typed counts
        ("", "#1f5c7a", "#1f5c7a", ""),  # the code was emptied
        ("#1f5c7a", "#1f5c7a", "#1f5c7a", "#1f5c7a"),
    ],
)
def test_a_colour_is_typed_or_picked(desk, typed, shown, picked, expected):
    desk.post(PAGE, {"accent": typed, "accent_shown": shown, "accent_picker": picked})
    assert [face.accent for face in Face.objects.all()] == [expected]


def test_sections_with_errors_are_open(desk):
    def opened(page: str) -> list[str]:
        return [part.split("</summary>")[0] for part in page.split(" open><summary>")[1:]]

    assert opened(desk.get(PAGE).content.decode()) == ["Sender of emails"]
    assert opened(desk.post(PAGE, {"accent": "green"}).content.decode()) == ["Logo and colours"]

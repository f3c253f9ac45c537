"""Emails at the desk."""

from datetime import timedelta

import pytest
from django.core import mail
from django.utils import translation

from skaala.mail.models import Email
from skaala.mail.operations import deliver
from skaala.registration.links.personal import make_token
from tests import cast

PAGE = "/en/desk/series/spring/letters/"


@pytest.fixture
def registration(desk):
    series = cast.a_series()
    cast.an_event(series)
    return cast.a_registration(series, language="sv")


@pytest.fixture
def email(registration):
    return registration.registration_emails.get().email


def state(email, state: str, **more):
    Email.objects.filter(pk=email.pk).update(state=state, **more)


def test_emails_are_listed_by_state(email, desk):
    cast.a_registration(email.registration_email.registration.series, email="other@example.org")
    state(email, "failed", attempts=12, problem="refused", problem_detail="554")
    page = desk.get(PAGE, {"state": "failed"})
    assert [(kind, look, problem) for kind, look, problem, _email in page.context["rows"]] == [
        ("Confirmation", "failed", "The mail server answered 554.")
    ]
    assert [(tab["label"], tab["count"], tab["current"]) for tab in page.context["tabs"]] == [
        ("All", 2, False),
        ("Waiting to be sent", 1, False),
        ("Could not be sent", 1, True),
    ]
    assert len(desk.get(PAGE, {"state": "nonsense"}).context["rows"]) == 2


def test_the_list_takes_the_same_queries_for_one_email_and_three(email, desk, count_queries):
    for_one = count_queries(PAGE)
    for number in (2, 3):
        cast.a_registration(email.registration_email.registration.series, email=f"{number}@example.org")
    assert count_queries(PAGE) == for_one


def test_emails_of_another_series_are_not_among_them(email, desk):
    cast.a_series("other")
    assert desk.get("/en/desk/series/other/letters/").context["rows"] == []


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "sähköpostipalvelinta ei ole asetettu"),
        ("sv", "ingen e-postserver är inställd"),
        ("en", "no mail server is set"),
    ],
)
def test_it_is_said_when_no_mail_server_is_set(language, said, email, desk, settings):
    assert said in desk.get(f"/{language}/desk/series/spring/letters/").content.decode()
    settings.EMAIL_URL = "smtp://localhost:2525"
    assert said not in desk.get(f"/{language}/desk/series/spring/letters/").content.decode()


def test_an_email_is_shown_without_the_personal_link(email, registration, desk):
    token = make_token(registration)
    shown = [
        desk.get(f"{PAGE}{email.pk}/").content.decode(),
        desk.get(f"{PAGE}{email.pk}/page/").content.decode(),
        desk.get(f"{PAGE}{email.pk}/files/0/").content.decode().replace("\r\n ", ""),
    ]
    assert all("HIDDEN" in text for text in shown)
    assert not any(token in text for text in shown)
    # What is sent has the link: hiding it at the desk has not hidden it there.
    with translation.override("sv"):
        from skaala.mail.renderers.emails import compose

        assert token in compose(Email.objects.get(pk=email.pk)).text


def test_in_a_demo_without_mail_server_the_link_is_shown_since_nobody_gets_the_email(
    email, registration, desk, settings
):
    settings.DEMO = True
    token = make_token(registration)
    assert token in desk.get(f"{PAGE}{email.pk}/").content.decode()
    settings.EMAIL_URL = "smtp://localhost:2525"
    assert token not in desk.get(f"{PAGE}{email.pk}/").content.decode()


def test_an_email_s_page_can_only_be_looked_at_in_our_own_frame(email, desk):
    response = desk.get(f"{PAGE}{email.pk}/page/")
    policy = {part.split()[0]: part.split()[1:] for part in response["Content-Security-Policy"].split("; ")}
    assert policy == {
        "default-src": ["'none'"],
        "style-src": ["'unsafe-inline'"],
        "img-src": ["data:"],
        "form-action": ["'none'"],
        "base-uri": ["'none'"],
        "frame-ancestors": ["'self'"],
        "sandbox": [],
    }
    assert response["X-Frame-Options"] == "SAMEORIGIN"
    assert "no-store" in response["Cache-Control"]


def test_html_in_a_name_stays_text_in_the_email_s_page(email, desk):
    email.registration_email.registration.__class__.objects.update(name="<script>alert(1)</script>")
    assert "<script>" not in desk.get(f"{PAGE}{email.pk}/page/").content.decode()


def test_the_calendar_file_can_be_downloaded_and_no_other(email, desk):
    response = desk.get(f"{PAGE}{email.pk}/files/0/")
    assert response["Content-Disposition"] == 'attachment; filename="workshop-1.ics"'
    assert response.content.startswith(b"BEGIN:VCALENDAR")
    assert desk.get(f"{PAGE}{email.pk}/files/1/").status_code == 404


@pytest.mark.parametrize(
    ("before", "after"), [("failed", "queued"), ("not_sent", "queued"), ("simulated", "simulated")]
)
def test_only_what_was_not_sent_is_sent_again(before, after, email, desk):
    state(email, before)
    assert desk.get(f"{PAGE}{email.pk}/send-again/")["Location"] == f"{PAGE}{email.pk}/"
    desk.post(f"{PAGE}{email.pk}/send-again/")
    email.refresh_from_db()
    assert email.state == after


def test_all_that_failed_are_sent_again_at_once_and_nothing_else(email, desk):
    series = email.registration_email.registration.series
    for number in range(4):
        cast.a_registration(series, email=f"{number}@example.org")
    there = cast.a_series("other")
    cast.an_event(there)
    elsewhere = cast.a_registration(there).registration_emails.get().email
    here = list(Email.objects.exclude(pk=elsewhere.pk).order_by("pk"))
    for one, now in zip(here, ["failed", "failed", "bounced", "sent", "failed"], strict=True):
        sent_at = cast.TODAY if now in {"bounced", "sent"} else None
        state(one, now, sent_at=sent_at, attempts=3, next_attempt_at=None)
    state(elsewhere, "failed", next_attempt_at=None)
    assert "Send the 3 emails that could not be sent again" in desk.get(PAGE).content.decode()
    assert desk.get(f"{PAGE}send-again/")["Location"] == PAGE
    answer = desk.post(f"{PAGE}send-again/", follow=True).content.decode()
    assert "3 emails are in the queue again." in answer and "could not be sent again" not in answer
    assert [one.state for one in Email.objects.exclude(pk=elsewhere.pk).order_by("pk")] == [
        "queued", "queued", "bounced", "sent", "queued"
    ]  # fmt: skip
    elsewhere.refresh_from_db()
    assert elsewhere.state == "failed"


def test_what_is_tried_again_says_when(email, desk):
    state(
        email,
        "queued",
        attempts=2,
        problem="no_answer",
        next_attempt_at=cast.TODAY,
    )
    page = desk.get(f"{PAGE}{email.pk}/").content.decode()
    assert "The email is tried again automatically" in page
    assert "15 January 2030, 12:00" in page


def test_an_email_whose_matter_is_gone_is_still_shown(email, desk, monkeypatch):
    from skaala.desk.emails import views as view
    from skaala.mail.renderers.emails import Obsolete, Superseded

    why: type[Obsolete] = Obsolete

    def nothing(_email):
        raise why

    monkeypatch.setattr(view, "compose", nothing)
    assert "no longer exists; it is not sent" in desk.get(f"{PAGE}{email.pk}/").content.decode()
    assert desk.get(f"{PAGE}{email.pk}/page/").status_code == 404
    why = Superseded
    assert "so it is not sent" in desk.get(f"{PAGE}{email.pk}/").content.decode()
    state(email, "sent", sent_at=cast.TODAY)
    said = desk.get(f"{PAGE}{email.pk}/").content.decode()
    assert "It has been sent." in said and "not sent" not in said


@pytest.mark.parametrize(
    ("language", "subject"),
    [("fi", "Testiviesti Skaalasta"), ("sv", "Testmeddelande från Skaala"), ("en", "Test email from Skaala")],
)
def test_a_test_email_goes_to_the_organiser_the_way_of_all_emails(
    language, subject, desk, organiser, settings
):
    settings.EMAIL_URL = "smtp://localhost:2525"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    organiser.language = language
    organiser.save()
    assert desk.get("/en/desk/test-letter/").context["emails"] == []
    assert not Email.objects.exists()
    desk.post("/en/desk/test-letter/")
    email = Email.objects.get()
    deliver(email_id=str(email.pk), now=cast.TODAY + timedelta(minutes=1))
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["Olga Organiser <olga@example.org>"], subject)
    assert [look for look, _problem, _email in desk.get("/en/desk/test-letter/").context["emails"]] == [
        "sent"
    ]


def test_without_a_mail_server_a_test_email_is_marked_as_not_sent(desk):
    desk.post("/en/desk/test-letter/")
    deliver(email_id=str(Email.objects.get().pk), now=cast.TODAY)
    assert "Not sent: no mail server set" in desk.get("/en/desk/test-letter/").content.decode()

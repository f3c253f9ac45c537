"""Letters at the desk."""

import smtplib
from datetime import timedelta

import pytest
from django.core import mail
from django.utils import translation

from skaala.desk.wording import DELIVERY_PROBLEMS, delivery_problem
from skaala.mail import rules
from skaala.mail.models import Letter
from skaala.mail.operations import deliver
from skaala.registration.personal_link import make_token
from tests import cast

PAGE = "/en/desk/series/spring/letters/"


@pytest.fixture
def registration(desk):
    series = cast.a_series()
    cast.an_event(series)
    return cast.a_registration(series, language="sv")


@pytest.fixture
def letter(registration):
    return registration.correspondence.get().letter


def state(letter, state: str, **more):
    Letter.objects.filter(pk=letter.pk).update(state=state, **more)


def test_letters_are_listed_by_state(letter, desk):
    cast.a_registration(letter.correspondence.registration.series, email="other@example.org")
    state(letter, "failed", attempts=12, last_error="The mail server answered 554.")
    page = desk.get(PAGE, {"state": "failed"})
    assert [(kind, look, problem) for kind, look, problem, _letter in page.context["rows"]] == [
        ("Confirmation", "failed", "The mail server answered 554.")
    ]
    assert [(tab["label"], tab["count"], tab["current"]) for tab in page.context["tabs"]] == [
        ("All", 2, False),
        ("Waiting to be sent", 1, False),
        ("Could not be sent", 1, True),
    ]
    assert len(desk.get(PAGE, {"state": "nonsense"}).context["rows"]) == 2


def test_the_list_takes_the_same_queries_for_one_letter_and_three(letter, desk, count_queries):
    for_one = count_queries(PAGE)
    for number in (2, 3):
        cast.a_registration(letter.correspondence.registration.series, email=f"{number}@example.org")
    assert count_queries(PAGE) == for_one


def test_letters_of_another_series_are_not_among_them(letter, desk):
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
def test_it_is_said_when_no_mail_server_is_set(language, said, letter, desk, settings):
    assert said in desk.get(f"/{language}/desk/series/spring/letters/").content.decode()
    settings.EMAIL_URL = "smtp://localhost:2525"
    assert said not in desk.get(f"/{language}/desk/series/spring/letters/").content.decode()


def test_a_letter_is_shown_without_the_personal_link(letter, registration, desk):
    token = make_token(registration)
    shown = [
        desk.get(f"{PAGE}{letter.pk}/").content.decode(),
        desk.get(f"{PAGE}{letter.pk}/page/").content.decode(),
        desk.get(f"{PAGE}{letter.pk}/files/0/").content.decode().replace("\r\n ", ""),
    ]
    assert all("HIDDEN" in text for text in shown)
    assert not any(token in text for text in shown)
    # What is sent has the link: hiding it at the desk has not hidden it there.
    with translation.override("sv"):
        from skaala.mail.compose import compose

        assert token in compose(Letter.objects.get(pk=letter.pk)).text


def test_in_a_demo_without_mail_server_the_link_is_shown_since_nobody_gets_the_letter(
    letter, registration, desk, settings
):
    settings.DEMO = True
    token = make_token(registration)
    assert token in desk.get(f"{PAGE}{letter.pk}/").content.decode()
    settings.EMAIL_URL = "smtp://localhost:2525"
    assert token not in desk.get(f"{PAGE}{letter.pk}/").content.decode()


def test_a_letter_s_page_can_only_be_looked_at_in_our_own_frame(letter, desk):
    response = desk.get(f"{PAGE}{letter.pk}/page/")
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


def test_html_in_a_name_stays_text_in_the_letter_s_page(letter, desk):
    letter.correspondence.registration.__class__.objects.update(name="<script>alert(1)</script>")
    assert "<script>" not in desk.get(f"{PAGE}{letter.pk}/page/").content.decode()


def test_the_calendar_file_can_be_downloaded_and_no_other(letter, desk):
    response = desk.get(f"{PAGE}{letter.pk}/files/0/")
    assert response["Content-Disposition"] == 'attachment; filename="skaala.ics"'
    assert response.content.startswith(b"BEGIN:VCALENDAR")
    assert desk.get(f"{PAGE}{letter.pk}/files/1/").status_code == 404


@pytest.mark.parametrize(
    ("before", "after"), [("failed", "queued"), ("not_sent", "queued"), ("simulated", "simulated")]
)
def test_only_what_was_not_sent_is_sent_again(before, after, letter, desk):
    state(letter, before)
    assert desk.get(f"{PAGE}{letter.pk}/send-again/").status_code == 405
    desk.post(f"{PAGE}{letter.pk}/send-again/")
    letter.refresh_from_db()
    assert letter.state == after


def test_all_that_failed_are_sent_again_at_once_and_nothing_else(letter, desk):
    series = letter.correspondence.registration.series
    for number in range(4):
        cast.a_registration(series, email=f"{number}@example.org")
    there = cast.a_series("other")
    cast.an_event(there)
    elsewhere = cast.a_registration(there).correspondence.get().letter
    here = list(Letter.objects.exclude(pk=elsewhere.pk).order_by("pk"))
    for one, now in zip(here, ["failed", "failed", "bounced", "sent", "failed"], strict=True):
        sent_at = cast.TODAY if now in {"bounced", "sent"} else None
        state(one, now, sent_at=sent_at, attempts=3, next_attempt_at=None)
    state(elsewhere, "failed", next_attempt_at=None)
    assert "Send the 3 letters that could not be sent again" in desk.get(PAGE).content.decode()
    assert desk.get(f"{PAGE}send-again/").status_code == 405
    told = desk.post(f"{PAGE}send-again/", follow=True).content.decode()
    assert "3 letters are in the queue again." in told and "could not be sent again" not in told
    assert [one.state for one in Letter.objects.exclude(pk=elsewhere.pk).order_by("pk")] == [
        "queued", "queued", "bounced", "sent", "queued"
    ]  # fmt: skip
    elsewhere.refresh_from_db()
    assert elsewhere.state == "failed"


def test_what_is_tried_again_says_when(letter, desk):
    state(
        letter,
        "queued",
        attempts=2,
        last_error="The mail server did not answer in time.",
        next_attempt_at=cast.TODAY,
    )
    page = desk.get(f"{PAGE}{letter.pk}/").content.decode()
    assert "The letter is tried again by itself" in page
    assert "15 January 2030, 12:00" in page


def test_a_letter_whose_matter_is_gone_is_still_shown(letter, desk, monkeypatch):
    from skaala.desk.views import letters as view
    from skaala.mail.compose import NothingToSay, Overtaken

    why: type[NothingToSay] = NothingToSay

    def nothing(_letter):
        raise why

    monkeypatch.setattr(view, "compose", nothing)
    assert "no longer exists; it is not sent" in desk.get(f"{PAGE}{letter.pk}/").content.decode()
    assert desk.get(f"{PAGE}{letter.pk}/page/").status_code == 404
    why = Overtaken
    assert "it would be wrong now" in desk.get(f"{PAGE}{letter.pk}/").content.decode()
    state(letter, "sent", sent_at=cast.TODAY)
    said = desk.get(f"{PAGE}{letter.pk}/").content.decode()
    assert "It has been sent." in said and "not sent" not in said


ERRORS = [
    smtplib.SMTPRecipientsRefused({"maija@example.org": (550, b"no such user")}),
    smtplib.SMTPAuthenticationError(535, b"no"),
    smtplib.SMTPSenderRefused(553, b"not yours", "no-reply@localhost"),
    smtplib.SMTPResponseException(451, b"later"),
    TimeoutError(),
    ConnectionRefusedError(),
    KeyError("title"),
]


@pytest.mark.parametrize("language", ["fi", "sv"])
@pytest.mark.parametrize(
    "sentence",
    [
        *(rules.describe(error) for error in ERRORS),
        *(rules.describe_bounce(status) for status in ("5.1.1", "5.2.2", "5.7.1")),
        "What the letter was about no longer exists.",
    ],
)
def test_each_problem_of_delivery_is_said_in_the_reader_s_language(language, sentence):
    assert len(ERRORS) + 4 == len(DELIVERY_PROBLEMS)
    with translation.override("en"):
        assert delivery_problem(sentence) == sentence
    with translation.override(language):
        assert delivery_problem(sentence) != sentence


@pytest.mark.parametrize(
    ("language", "subject"),
    [("fi", "Koekirje Skaalasta"), ("sv", "Provbrev från Skaala"), ("en", "Test letter from Skaala")],
)
def test_a_test_letter_goes_to_the_organiser_the_way_of_all_letters(
    language, subject, desk, organiser, settings
):
    settings.EMAIL_URL = "smtp://localhost:2525"
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    organiser.language = language
    organiser.save()
    assert desk.get("/en/desk/test-letter/").context["letters"] == []
    assert not Letter.objects.exists()
    desk.post("/en/desk/test-letter/")
    letter = Letter.objects.get()
    deliver(letter_id=str(letter.pk), now=cast.TODAY + timedelta(minutes=1))
    (message,) = mail.outbox
    assert (message.to, message.subject) == (["Olga Organiser <olga@example.org>"], subject)
    assert [look for look, _problem, _letter in desk.get("/en/desk/test-letter/").context["letters"]] == [
        "sent"
    ]


def test_without_a_mail_server_a_test_letter_is_marked_as_not_sent(desk):
    desk.post("/en/desk/test-letter/")
    deliver(letter_id=str(Letter.objects.get().pk), now=cast.TODAY)
    assert "Not sent: no mail server set" in desk.get("/en/desk/test-letter/").content.decode()

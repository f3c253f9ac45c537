"""One person registers several: each gets their own email and link, and a stranger learns nothing."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.registration import operations
from skaala.registration.links.personal import make_token
from skaala.registration.models import Attendance, Registration
from tests.cast import a_registration, a_series, an_event
from tests.registration.test_questions import a_question

pytestmark = pytest.mark.django_db
FORM = "/en/series/spring/register/"


@pytest.fixture
def series():
    now = timezone.now()
    series = a_series(published_at=now - timedelta(days=1))
    an_event(series, 1, now=now)
    return series


def form(series, *names: str, **changes):
    """Maija registers themselves and those named, each with an address after their name."""
    sent = {"events": [one.pk for one in series.events.all()], "name": "Maija Mayor", "email": "maija@example.org",
            "organisation_kind": "municipality", "organisation": "Unit", "municipality": "Akaa", "network": "",
            "role": "Mayor", "language": "en", "diet": "", "accessibility_needs": "step-free",
            "consents_to_accessibility": "on", "people": str(len(names))}  # fmt: skip
    for number, name in enumerate(names, 1):
        sent |= {f"person-{number}-name": name, f"person-{number}-email": f"{name.lower()}@example.org",
                 f"person-{number}-role": f"Role {number}"}  # fmt: skip
    return sent | changes


def email_to(address: str) -> str:
    return compose(Email.objects.get(to_address=address)).text


def test_rows_are_added_without_script_and_keep_what_was_typed(client, series):
    first = client.post(FORM, form(series, **{"add-person": "1", "email": "not yet"}))
    html = first.content.decode()
    assert first.status_code == 200 and 'name="person-1-name"' in html and "autofocus" in html
    assert 'value="not yet"' in html and "error-summary" not in html and "has-error" not in html
    html = client.post(FORM, form(series, "Ann", **{"add-person": "1"})).content.decode()
    assert 'value="ann@example.org"' in html and 'name="person-2-name"' in html
    full = form(series, *(f"P{n}" for n in range(9)), **{"add-person": "1"})
    html = client.post(FORM, full).content.decode()
    assert 'name="person-10-name"' not in html and "Ten people can be registered at once" in html
    assert not Registration.objects.exists()


def test_each_is_registered_with_an_email_and_link_of_their_own(client, series):
    a_question(series, "Bus", kind="yes_no", is_required=True)
    sent = form(series, "Ann", "", "Bob", **{"person-2-email": "", "person-2-role": " "})
    question = series.questions.get()
    answer = client.post(FORM, sent | {f"question-{question.pk}": "yes"})
    assert answer.status_code == 302 and answer["Location"].endswith("&people=3")
    assert "You registered 3 people" in client.get(answer["Location"]).content.decode()
    maija, ann, bob = (
        Registration.objects.order_by("created_at", "source__pk").order_by("role").reverse()[::-1]
    )
    people = {one.name: one for one in (maija, ann, bob)}
    assert set(people) == {"Maija Mayor", "Ann", "Bob"}
    ann = people["Ann"]
    assert (ann.role, ann.municipality_id, ann.organisation, ann.accessibility_needs) == (
        "Role 1",
        "020",
        "Unit",
        "",
    )
    assert not ann.consents.exists() and not ann.answers.exists()
    text = email_to("ann@example.org")
    assert "Maija Mayor has registered you" in text and "use the link below to cancel" in text
    assert make_token(ann) in text and make_token(people["Maija Mayor"]) not in text
    assert "Bus (en)" in text
    # What is asked stands between the events and the link by which it is answered.
    parts = ["Your events:", "Workshop title 1", "Answer them", make_token(ann)]
    assert [text.rindex(part) for part in parts] == sorted(text.rindex(part) for part in parts)
    assert "http://testserver/en/series/spring/privacy/" in text
    own = email_to("maija@example.org")
    assert "You have registered" in own and "Answer them" not in own and "/privacy/" not in own
    # Who brought them is forgotten with them; Ann stays.
    operations.forget_person(registration=people["Maija Mayor"], now=timezone.now())
    ann.source.refresh_from_db()
    assert (ann.source.brought_by, ann.source.brought_by_name) == (None, "")


def test_seats_are_given_in_order_and_the_rest_wait(client, series):
    event = series.events.get()
    operations.set_capacity(event=event, capacities={"online": 2}, now=timezone.now())
    client.post(FORM, form(series, "Ann", "Bob", "Cid"))
    states = Attendance.objects.order_by("pk").values_list("registration__name", "state", "waiting_number")
    assert list(states) == [
        ("Maija Mayor", "confirmed", None),
        ("Ann", "confirmed", None),
        ("Bob", "waiting", 1),
        ("Cid", "waiting", 2),
    ]


@pytest.mark.parametrize("known", [set(), {"maija"}, {"ann"}, {"maija", "ann"}])
def test_page_and_emails_do_not_reveal_who_was_registered_before(client, series, known):
    """The stranger who fills in the form reads the page and Bob's email."""
    for name in known:
        a_registration(
            series,
            email=f"{name}@example.org",
            name="Somebody Else",
            now=timezone.now() - timedelta(hours=1),
        )
    answer = client.post(FORM, form(series, "Ann", "Bob"))
    assert answer["Location"].endswith("&people=3")
    token = make_token(Registration.objects.get(email="bob@example.org"))
    text = email_to("bob@example.org").replace(token, "")
    assert "Maija Mayor has registered you" in text and "Somebody Else" not in text
    assert Registration.objects.count() == 3
    for name in known:
        assert Registration.objects.get(email=f"{name}@example.org").name == "Somebody Else"
        assert Email.objects.filter(to_address=f"{name}@example.org", kind="registration.link").count() == 1
    client.post(FORM, form(series, "Ann", "Bob"))
    assert Registration.objects.count() == 3


def test_a_name_that_is_an_advertisement_is_refused(client, series):
    answer = client.post(FORM, form(series, "Ann", name="Win at https://evil.example"))
    assert answer.status_code == 422 and not Email.objects.exists()


@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"person-1-email": "ann@"}, "end of the email address is missing"),
        ({"person-1-email": ""}, "own email address"),
        ({"person-1-name": ""}, "Write the person&#x27;s name"),
        ({"person-1-email": "BOB@example.org"}, "entered this address twice"),
        ({"person-1-email": "Maija@Example.org"}, "entered this address twice"),
        ({"person-1-name": "Ann\nBcc: x@example.org"}, "Remove line breaks"),
        ({"person-1-name": "x" * 201}, "200"),
        ({"email": ""}, "Write your email address."),
    ],
)
def test_one_bad_row_registers_nobody_and_loses_nothing(client, series, changes, words):
    response = client.post(FORM, form(series, "Ann", "Bob", **changes))
    html = response.content.decode()
    assert response.status_code == 422 and words in html and html.count('id="error-summary"') == 1
    assert 'value="bob@example.org"' in html and 'value="Role 1"' in html
    assert not Registration.objects.exists()


@pytest.mark.parametrize("people", ["-1", "999", "x", "10", "٣"])
def test_a_made_up_number_of_people_does_no_harm(client, series, people):
    assert client.post(FORM, form(series, people=people)).status_code == 302
    assert Registration.objects.count() == 1


def test_each_person_counts_against_a_flood(client, series, settings):
    settings.REGISTRATIONS_AN_ADDRESS = 3
    assert client.post(FORM, form(series, "Ann", "Bob", "Cid")).status_code == 429
    assert not Registration.objects.exists()


@pytest.mark.parametrize(
    ("language", "words"),
    [("fi", "on ilmoittanut sinut"), ("sv", "har anmält dig"), ("en", "has registered you")],
)
def test_the_email_speaks_the_readers_language(client, series, language, words):
    client.post(FORM, form(series, "Ann", language=language))
    email = Email.objects.get(to_address="ann@example.org")
    assert words in compose(email).text

"""What a stranger can have us write to somebody else's address: no links, no name, and only so much an hour."""

from __future__ import annotations

from datetime import timedelta

import pytest

from skaala.mail.models import Email
from skaala.mail.operations import deliver_due, message
from skaala.mail.renderers.emails import compose
from skaala.registration import operations, queries, rules
from skaala.registration.links import joining
from skaala.registration.links.personal import make_token
from skaala.registration.models import Registration, RegistrationSource
from skaala.registration.operations import SignUp, Source
from skaala.registration.queries.attendees import Problem, look_through
from skaala.registration.rules import Choice
from tests.cast import TODAY, a_registration, a_series, an_event, some_details

pytestmark = pytest.mark.django_db
SPAM = "Voitit palkinnon! Lue: palkinto-evil.fi"


@pytest.mark.parametrize(
    "name",
    [
        SPAM, "EVIL.FI", "Evil.Com", "www.evil", "https:evil", "a@b", "mailto:x", "evil．fi", "evil。fi", "1.2.3.4", "x.evil.top",
        "tel:0600", "Lue (evil.fi)", "evil.xn--p1ai",
    ],
)  # fmt: skip
def test_names_with_addresses(name):
    assert rules.holds_link(name)


@pytest.mark.parametrize(
    "name",
    [
        "Maija Mayor", "J.R.R. Tolkien", "A.Virtanen", "Dr.Mikko Salo", "M.Sc. Anna Holm", "St.John Smith", "Åsa Öberg-Ek",
        "Jr. O'Neil", "Nguyễn Văn A", "Anna (varalla)", "V. 2.0", "Matti...", "Karl XII",
    ],
)  # fmt: skip
def test_names_of_people(name):
    assert not rules.holds_link(name)


@pytest.fixture
def series():
    series = a_series()
    an_event(series)
    return series


def test_the_form_refuses_a_name_with_an_address(client, series):
    sent = {
        "events": [str(series.events.get().pk)], "name": SPAM, "email": "victim@example.org", "language": "fi",
        "organisation_kind": "municipality", "municipality": "Akaa", "people": "1",
        "person-1-name": "Anna, evil.fi", "person-1-email": "anna@example.org",
    }  # fmt: skip
    page = client.post("/en/series/spring/register/", sent)
    words = page.content.decode()
    assert page.status_code == 422 and words.count("Write the name without web or email addresses.") >= 2
    assert SPAM in words  # what was typed stays
    assert not Email.objects.exists()


def test_a_table_leaves_such_a_row_out(series):
    rows = [["Nimi", "Sähköposti", "Kunta"], [SPAM, "victim@example.org", "Akaa"]]
    found = look_through(
        series, rows, {"name": 0, "email": 1, "municipality": 2, "start": 1}, language="fi", year=2030
    )
    assert [row.problem for row in found.bad] == [Problem.LINK_IN_NAME]


def composed(**filters):
    email = Email.objects.filter(**filters).latest("created_at")
    return compose(email), message(email, compose(email))


def test_no_name_goes_to_an_address_before_it_has_been_used(client, series):
    person = a_registration(series, language="en", name="Call Me Maybe")
    said, mail = composed()
    assert "Call Me" not in said.text + said.html + mail.to[0]
    assert said.text.startswith("Hello,\n") and mail.to == ["maija@example.org"]
    page = f"/en/r/{make_token(person)}/"
    client.get(page)  # a mail scanner opens it
    client.get(f"/en/j/{joining.make_token(person.attendances.get())}/")
    assert not queries.is_confirmed(Registration.objects.get())
    client.post(f"/en/j/{joining.make_token(person.attendances.get())}/")
    assert queries.is_confirmed(Registration.objects.get())
    said, mail = composed()
    assert said.text.startswith("Hello Call Me Maybe,") and mail.to == ["Call Me Maybe <maija@example.org>"]


def test_pressing_a_button_of_the_personal_page_confirms_and_another_address_has_to_be_confirmed_anew(
    client, series
):
    person = a_registration(series)
    client.post(f"/en/r/{make_token(person)}/wait/{series.events.get().pk}/leave/")
    assert queries.is_confirmed(Registration.objects.get())
    choices = (Choice(series.events.get().pk, "online"),)
    operations.change_registration(
        registration=person,
        details=some_details("MAIJA@example.org", role="Mayor"),
        choices=choices,
        now=TODAY,
    )
    assert queries.is_confirmed(Registration.objects.get())
    operations.change_registration(
        registration=person, details=some_details("victim@example.org"), choices=choices, now=TODAY
    )
    assert not queries.is_confirmed(Registration.objects.get())
    assert Email.objects.get(kind="registration.changed", to_address="victim@example.org").to_unconfirmed
    assert not Email.objects.get(kind="registration.changed", to_address="MAIJA@example.org").to_unconfirmed


def test_whom_the_organiser_adds_is_greeted_by_name(series):
    event = series.events.get()
    source = Source(kind=RegistrationSource.Kind.ADDED, opens=frozenset({event.pk}))
    operations.register(
        series=series, request=SignUp(some_details(language="en"), (Choice(event.pk, "online"),)), now=TODAY, source=source
    )  # fmt: skip
    said, _mail = composed()
    assert said.text.startswith("Hello Maija Mayor,") and not Email.objects.get().to_unconfirmed


def test_beyond_so_many_an_hour_they_wait_and_none_is_lost(series, settings):
    settings.UNCONFIRMED_EMAILS_AN_HOUR, settings.EMAIL_URL = 3, "memory://"
    for number in range(5):
        a_registration(series, email=f"victim{number}@example.org")
    event = series.events.get()
    source = Source(kind=RegistrationSource.Kind.ADDED, opens=frozenset({event.pk}))
    operations.register(
        series=series, request=SignUp(some_details("asked@example.org"), (Choice(event.pk, "online"),)), now=TODAY, source=source
    )  # fmt: skip

    def sent() -> int:
        return Email.objects.filter(state="sent").count()

    assert deliver_due(clock=lambda: TODAY) == 4 and sent() == 4  # three, and the one the organiser wrote
    assert Email.objects.get(to_address="asked@example.org").state == "sent"
    assert deliver_due(clock=lambda: TODAY + timedelta(minutes=59)) == 0
    assert Email.objects.filter(state="queued").count() == 2
    assert deliver_due(clock=lambda: TODAY + timedelta(minutes=61)) == 2 and sent() == 6


def test_no_ceiling_where_none_is_wanted(series, settings):
    settings.UNCONFIRMED_EMAILS_AN_HOUR, settings.EMAIL_URL = 0, "memory://"
    for number in range(4):
        a_registration(series, email=f"victim{number}@example.org")
    assert deliver_due(clock=lambda: TODAY) == 4

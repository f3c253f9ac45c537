"""Emails name the time zone where the reader, or the series, may think in another."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from tests.cast import a_registration, a_series, an_event
from tests.registration.test_changes_of_events import change_event

pytestmark = pytest.mark.django_db
START = datetime(2030, 3, 27, 12, tzinfo=UTC)  # 13 in Stockholm, 14 in Helsinki


@pytest.mark.parametrize(
    ("zone", "language", "said"),
    [
        ("Europe/Helsinki", "fi", "ke 27.3.2030 klo 14–16\n"),
        ("Europe/Stockholm", "fi", "ke 27.3.2030 klo 13–15 (Keski-Euroopan normaaliaika)\n"),
        ("Europe/Helsinki", "sv", "ons 27.3.2030 kl. 14–16 (finsk tid)\n"),
        ("Europe/Stockholm", "sv", "ons 27.3.2030 kl. 13–15 (centraleuropeisk normaltid)\n"),
    ],
)
def test_the_confirmation_names_the_zone(zone, language, said):
    series = a_series()
    event = an_event(series, start=START, time_zone=zone)
    a_registration(series, event, language=language)
    assert said in compose(Email.objects.get()).text


def test_a_moved_event_names_the_earlier_time_as_it_was_announced():
    series = a_series()
    event = an_event(series, start=START)
    a_registration(series, event, language="fi")
    later = START + timedelta(days=1)
    change_event(event, start=later, end=later + timedelta(hours=2), time_zone="Europe/Stockholm")
    email = compose(Email.objects.get(kind="registration.event_changed"))
    assert "to 28.3.2030 klo 13–15 (Keski-Euroopan normaaliaika)" in email.subject
    assert "ke 27.3.2030 klo 14–16 (Suomen aikaa)" in email.text

"""A series of one event is called an event, in three languages, on pages, forms and in emails."""

from __future__ import annotations

import re

import pytest
from django.urls import reverse
from django.utils.translation import override

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.registration.links import personal_url
from tests import cast

pytestmark = pytest.mark.django_db
SERIES = {
    "fi": r"\bsarja\w*",
    "sv": r"\b\w*serie[rn]?\w*\b",
    "en": r"\bseries\b",
}
"""The word in each language, after titles and the links of every page's frame are taken out."""


@pytest.fixture
def series():
    made = cast.a_series(
        title=cast.texts("Spring meeting"), introduction=cast.texts("Why"), basis=cast.texts("Basis")
    )
    cast.an_event(made, title=cast.texts("Sharing"))
    return made


def body(html: str) -> str:
    main = re.search(r"<main.*?</main>", html, re.DOTALL)
    return re.sub(r"<[^>]+>", " ", main[0] if main else html)


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
def test_public_pages_forms_and_emails_speak_of_an_event(language, client, series):
    registration = cast.a_registration(series, language=language)
    personal = personal_url(registration).removeprefix("http://testserver")
    with override(language):
        pages = [
            reverse("site:series", args=["spring"]),
            reverse("site:event", args=["spring", "workshop-1"]),
            reverse("site:register", args=["spring"]),
            reverse("site:registration-received", args=["spring"]),
            reverse("site:link-again", args=["spring"]),
            reverse("site:series-privacy", args=["spring"]),
            personal,
            *(f"{personal}{page}/" for page in ("change", "cancel", "delete")),
        ]
    for page in pages:
        answer = client.get(page)
        assert answer.status_code == 200, page
        assert not re.findall(SERIES[language], body(answer.content.decode()), re.IGNORECASE), page
    for email in Email.objects.all():
        written = compose(email)
        words = re.sub(r"https?://\S+", "", written.text)
        assert not re.findall(SERIES[language], words, re.IGNORECASE), email.kind


def test_there_is_no_list_of_one_and_the_event_is_chosen_already(client, series):
    page = client.get("/en/series/spring/").content.decode()
    assert "Register for the event" in page and "Which of these is for me?" not in page
    assert '<h2 id="events">Time and place</h2>' in page
    assert 'class="series-card-events"' not in client.get("/en/").content.decode()
    form = client.get("/en/series/spring/register/").content.decode()
    assert re.search(r'<input[^>]*name="events"[^>]*checked', form)


def test_with_a_second_event_it_is_a_series_again(client, series):
    cast.an_event(series, 2)
    page = client.get("/en/series/spring/").content.decode()
    assert re.findall(SERIES["en"], body(page), re.IGNORECASE)
    assert "Register for the series" in page and '<h2 id="events">Events</h2>' in page
    assert 'class="series-card-events"' in client.get("/en/").content.decode()
    form = client.get("/en/series/spring/register/").content.decode()
    assert not re.search(r'<input[^>]*name="events"[^>]*checked', form)

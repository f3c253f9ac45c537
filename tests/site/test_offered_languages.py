"""A series that is held in one language, as readers, registrants, search engines and mailboxes see it."""

from __future__ import annotations

import re

import pytest

from skaala.mail.models import Email
from skaala.reports import operations, queries
from skaala.series.models import Series
from skaala.ui.texts import Texts
from tests import cast
from tests.reports.voted import a_voted_series
from tests.workshops.boards import NOW

pytestmark = pytest.mark.django_db
NOT_IN_SWEDISH = "Sidan finns inte på det här språket."


@pytest.fixture
def series():
    made = cast.a_series(languages=["fi"], title=Texts(fi="Kevään sarja"))
    cast.an_event(made, title=Texts(fi="Jakaminen"))
    return made


def test_an_address_in_another_language_leads_to_the_first_one_with_a_sentence(client, series):
    answer = client.get("/sv/series/spring/?utm=x")
    assert answer["Location"] == "/fi/series/spring/?utm=x&asked=sv"
    page = client.get(answer["Location"]).content.decode()
    assert re.search(rf'<p class="not-offered" lang="sv">{re.escape(NOT_IN_SWEDISH)}', page)
    assert "not-offered" not in client.get("/fi/series/spring/").content.decode()
    assert "not-offered" not in client.get("/fi/series/spring/?asked=<b>").content.decode()


@pytest.mark.parametrize(
    "page", ["", "workshop-1/", "register/", "privacy/", "choose/", "feed.atom", "calendar.ics", "link/"]
)
def test_every_page_of_the_series_is_there_in_its_language_alone(page, client, series):
    assert client.get(f"/en/series/spring/{page}")["Location"] == f"/fi/series/spring/{page}?asked=en"
    answer = client.get(f"/fi/series/spring/{page}")
    assert answer.status_code == 200
    assert 'hreflang="sv"' not in answer.content.decode()


def test_one_language_needs_no_switch_and_two_have_one(client, series):
    assert 'class="languages"' not in client.get("/fi/series/spring/").content.decode()
    Series.objects.update(languages=["fi", "sv"])
    page = client.get("/sv/series/spring/").content.decode()
    assert 'class="languages"' in page and 'hreflang="fi"' in page and 'hreflang="en"' not in page


def test_search_engines_learn_of_the_language_alone(client, series):
    listed = client.get("/sitemap.xml").content.decode()
    assert "/fi/series/spring/" in listed and "/fi/series/spring/workshop-1/" in listed
    assert "/sv/series/spring/" not in listed and "/en/series/spring/" not in listed
    assert "/sv/about/" in listed


def test_the_form_asks_for_no_language_and_the_email_comes_in_it(client, series):
    page = client.get("/fi/series/spring/register/")
    assert 'type="hidden" name="language" value="fi"' in page.content.decode()
    registration = cast.a_registration(series, language="sv")
    assert registration.email_language == "fi"
    assert {email.language for email in Email.objects.all()} == {"fi"}


def test_a_personal_link_in_a_language_taken_away_still_opens(client, series):
    from skaala.registration.links import personal_url

    registration = cast.a_registration(series, language="sv")
    path = personal_url(registration).removeprefix("http://testserver")
    assert path.startswith("/sv/r/")
    answer = client.get(path)
    assert answer["Location"] == path.replace("/sv/", "/fi/") + "?asked=sv"
    assert answer["Cache-Control"] == "no-store, private"
    assert client.get(answer["Location"]).status_code == 200


def test_what_was_sent_from_an_old_page_is_taken_and_answered_in_the_language(client, series):
    answer = client.post("/sv/series/spring/register/", {"name": ""})
    assert (answer.status_code, answer["Content-Language"]) == (422, "fi")


def test_one_request_leaves_no_languages_to_the_next(client, series):
    cast.an_event(cast.a_series("autumn"))
    client.get("/fi/series/spring/")
    assert client.get("/sv/series/autumn/").status_code == 200


def test_the_report_and_its_files_are_in_the_languages_of_the_series(client):
    voted, _board = a_voted_series()
    Series.objects.update(languages=["sv", "fi"])
    voted.refresh_from_db()
    report = operations.draft_report(series=voted, now=NOW)
    finding = report.findings.exclude(drafted_title={}).first()
    assert set(finding.drafted_title.as_dict()) == {"fi", "sv"}
    operations.set_published(findings=report.findings.all(), is_published=True)
    version = operations.publish_report(report=report, now=NOW, with_untranslated=True)
    assert set(version.contents) == {"fi", "sv"}
    assert {one.language for one in queries.renderings(report, version)} == {"fi", "sv"}
    assert client.get("/en/series/spring/report/")["Location"] == "/fi/series/spring/report/?asked=en"
    assert client.get("/sv/series/spring/report/").status_code == 200
    # English comes later: what was published stays as it was, and says in which language it is.
    Series.objects.update(languages=["en"])
    assert "Only in Finnish" in client.get("/en/series/spring/report/").content.decode()

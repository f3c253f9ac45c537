"""Registering through the form as any HTML client does it."""

from __future__ import annotations

import re
from datetime import UTC, datetime, timedelta

import pytest
from django.db import OperationalError, connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from django.utils import timezone

from skaala.mail.models import Email
from skaala.registration import operations
from skaala.registration.links.personal import make_token
from skaala.registration.models import Attendance, LinkRequest, Registration
from skaala.series.models import Series
from tests.cast import a_closing_event, a_registration, a_series, an_event

pytestmark = pytest.mark.django_db
REGISTER = "/fi/series/spring/register/"


@pytest.fixture
def series() -> Series:
    now = timezone.now()
    series = a_series(published_at=now - timedelta(days=1))
    an_event(series, 1, now=now)
    a_closing_event(series, now=now)
    return series


def is_(state: str, event, html: str) -> bool:
    """Whether the box of ``event`` is checked or disabled."""
    (box,) = re.findall(rf'<input[^>]*id="events-{event.pk}"[^>]*>', html)
    return f" {state}" in " ".join(box.split())


def filled_in(series: Series, **changes) -> dict[str, object]:
    first, closing = series.events.all()
    return {
        "events": [str(first.pk), str(closing.pk)], f"mode-{closing.pk}": "onsite", "name": "Maija Mayor",
        "email": "maija@example.org", "organisation_kind": "municipality", "municipality": "esbo", "network": "",
        "organisation": "", "role": "Mayor", "language": "sv", "diet": "", "accessibility_needs": "", **changes,
    }  # fmt: skip


def test_a_form_without_javascript_registers(client, series):
    assert not client.get(REGISTER).cookies
    response = client.post(REGISTER, filled_in(series))
    first, closing = series.events.all()
    assert response.status_code == 302
    assert (
        response["Location"]
        == f"/fi/series/spring/registered/sent/?for={first.pk}-online&for={closing.pk}-onsite"
    )
    registration = Registration.objects.get()
    assert (registration.municipality_id, registration.language) == ("049", "sv")
    assert list(registration.attendances.values_list("mode", flat=True)) == ["online", "onsite"]
    answer = client.get(response["Location"]).content.decode()
    assert "maija" not in Client().get(response["Location"], follow=True).content.decode()
    assert "maija@example.org" in answer and "Workshop title 1 (fi)" in answer


def test_the_answer_is_the_same_for_somebody_registered_before(client, series):
    first = client.post(REGISTER, filled_in(series))
    second = client.post(REGISTER, filled_in(series, name="A stranger"))
    assert (first.status_code, first["Location"]) == (second.status_code, second["Location"])
    assert Registration.objects.get().name == "Maija Mayor"


def test_an_events_own_button_opens_the_form_with_that_event_ticked(client, series):
    html = client.get(f"{REGISTER}?event=closing").content.decode()
    first, closing = series.events.all()
    assert (is_("checked", first, html), is_("checked", closing, html)) == (False, True)


def test_nothing_is_chosen_for_one_and_who_writes_a_municipality_need_not_choose(client, series):
    html = client.get(REGISTER).content.decode()
    kinds = re.findall(r'<input[^>]*name="organisation_kind"[^>]*>', html)
    assert len(kinds) == 5 and not any("checked" in kind for kind in kinds)
    assert client.post(REGISTER, filled_in(series, organisation_kind="")).status_code == 302
    assert Registration.objects.get().organisation_kind == "municipality"


def test_who_says_nothing_of_whom_they_represent_is_asked(client, series):
    answer = client.post(REGISTER, filled_in(series, organisation_kind="", municipality=""))
    assert answer.status_code == 422
    assert "Valitse, mitä edustat." in answer.content.decode()


def test_fields_carry_the_standard_autocomplete_tokens(client, series):
    html = client.get(REGISTER).content.decode()
    for token in ("name", "email", "organization", "organization-title"):
        assert f'autocomplete="{token}"' in html


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize(
    ("changes", "words"),
    [
        ({"events": []}, {"fi": "Valitse", "sv": "Välj", "en": "Choose at least one event."}),
        (
            {"email": "maija@"},
            {"fi": "sähköposti", "sv": "e-post", "en": "end of the email address is missing"},
        ),
        ({"name": ""}, {"fi": "Kirjoita nimesi", "sv": "namn", "en": "Write your name."}),
        ({"name": "x" * 10_000}, {"fi": "200", "sv": "200", "en": "200"}),
        (
            {"name": "Maija\nBcc: x@example.org"},
            {"fi": "rivinvaihdot", "sv": "radbrytningar", "en": "Remove line breaks"},
        ),
        ({"name": "Maija\x00"}, {"fi": "näkymättömät", "sv": "osynliga", "en": "invisible"}),
        (
            {"municipality": "Tukholma"},
            {"fi": "Tukholma", "sv": "Tukholma", "en": "There is no municipality “Tukholma”"},
        ),
        (
            {"municipality": "Helsingi"},
            {"fi": "Helsinki", "sv": "Helsinki", "en": "Did you mean: Helsinki (Helsingfors)?"},
        ),
        (
            {"municipality": ""},
            {"fi": "Kirjoita kuntasi", "sv": "kommun", "en": "Write the name of your municipality."},
        ),
        (
            {"organisation_kind": "company"},
            {"fi": "organisaatio", "sv": "organisation", "en": "Write the name of your organisation."},
        ),
        ({"organisation_kind": "<b>"}, {"fi": "Valitse", "sv": "Välj", "en": "Choose one of the options"}),
        (
            {"diet": "vegan"},
            {"fi": "Rastita", "sv": "Kryssa", "en": "Tick the box if we may store your dietary needs"},
        ),
    ],
)
def test_bad_input_gets_a_clear_error_and_nothing_is_lost(client, series, language, changes, words):
    response = client.post(f"/{language}/series/spring/register/", filled_in(series, **changes))
    html = response.content.decode()
    assert response.status_code == 422
    assert words[language].casefold() in html.casefold()
    assert (Registration.objects.count(), Email.objects.count()) == (0, 0)
    assert "error-summary" in html
    assert 'value="Mayor"' in html  # what was typed is still there
    for name in set(changes) & {"email", "municipality", "diet"}:
        assert f'value="{changes[name]}"' in html or not changes[name]


def test_markup_in_a_name_is_kept_as_typed_and_shown_as_text(client, series):
    name = '<script>alert("1")</script>'
    client.post(REGISTER, filled_in(series, name=name))
    registration = Registration.objects.get()
    assert registration.name == name
    html = client.get(f"/fi/r/{make_token(registration)}/").content.decode()
    assert "<script>alert" not in html and "&lt;script&gt;alert" in html


def test_a_hybrid_event_needs_a_choice_of_mode(client, series):
    _first, closing = series.events.all()
    html = client.post(REGISTER, filled_in(series, **{f"mode-{closing.pk}": "by-boat"})).content.decode()
    assert "paikan päälle" in html
    assert Registration.objects.count() == 0


def test_an_event_of_another_series_and_nonsense_are_refused(client, series):
    foreign = an_event(a_series("other"), now=timezone.now())
    for event in (str(foreign.pk), "999999", "x", "1; DROP TABLE"):
        response = client.post(REGISTER, filled_in(series, events=[event]))
        assert response.status_code == 422
        assert "ei ole täällä tarjolla" in response.content.decode()
    assert Registration.objects.count() == 0


def test_after_a_deadline_the_event_cannot_be_ticked_and_says_since_when_and_others_can(client, series):
    first, closing = series.events.all()
    type(first).objects.filter(pk=first.pk).update(
        registration_closes=datetime(2024, 3, 26, 22, 0, tzinfo=UTC)
    )
    html = client.get(REGISTER).content.decode()
    assert (is_("disabled", first, html), is_("disabled", closing, html)) == (True, False)
    assert "26.3.2024" in html
    refused = client.post(REGISTER, filled_in(series))
    assert refused.status_code == 422 and "26.3.2024" in refused.content.decode()
    assert client.post(REGISTER, filled_in(series, events=[str(closing.pk)])).status_code == 302


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ({}, 302),
        ({"sec-fetch-site": "same-origin"}, 302),
        ({"sec-fetch-site": "none"}, 302),
        ({"origin": "http://testserver"}, 302),
        ({"sec-fetch-site": "cross-site"}, 403),
        ({"sec-fetch-site": "same-site"}, 403),
        ({"origin": "https://evil.example"}, 403),
        ({"origin": "null"}, 403),
        ({"sec-fetch-site": "cross-site", "origin": "http://testserver"}, 403),
    ],
)
def test_only_our_own_pages_may_send_the_form(series, headers, status):
    client = Client(enforce_csrf_checks=True)
    assert client.post(REGISTER, filled_in(series), headers=headers).status_code == status
    assert Registration.objects.count() == (status == 302)


def test_a_high_ceiling_stops_a_flood(client, series, settings):
    settings.REGISTRATIONS_AN_ADDRESS = 2
    answers = [client.post(REGISTER, filled_in(series, email=f"m{n}@example.org")) for n in range(3)]
    assert [answer.status_code for answer in answers] == [302, 302, 429]
    assert int(answers[2]["Retry-After"]) > 0


def test_a_lost_database_keeps_what_was_typed(client, series, monkeypatch):
    def lose(**_):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(operations, "register_group", lose)
    response = client.post(REGISTER, filled_in(series))
    html = response.content.decode()
    assert response.status_code == 503
    assert 'name="email" value="maija@example.org"' in html
    assert "maija@example.org" in html and int(response["Retry-After"]) > 0


def test_the_link_is_sent_again_and_a_stranger_learns_nothing(client, series):
    a_registration(series, now=timezone.now() - timedelta(hours=1))
    known, unknown = (
        client.post("/fi/series/spring/link/", {"email": f"{name}@example.org"})
        for name in ("maija", "stranger")
    )
    assert (known.status_code, known["Location"]) == (unknown.status_code, unknown["Location"])
    assert client.get(known["Location"]).content == client.get(unknown["Location"]).content
    assert not Email.objects.filter(kind="registration.link").exists()
    operations.send_asked_links(now=timezone.now())
    assert not LinkRequest.objects.exists()
    assert list(Email.objects.filter(kind="registration.link").values_list("to_address", flat=True)) == [
        "maija@example.org"
    ]


def test_the_link_is_asked_for_in_the_same_steps_by_all(client, series):
    """How long the answer takes tells nothing, as nothing else is done for those who have registered."""
    a_registration(series, now=timezone.now() - timedelta(hours=1))
    steps = []
    client.post("/fi/series/spring/link/", {"email": "first@example.org"})  # the key of the day is made
    for name in ("maija", "stran"):
        with CaptureQueriesContext(connection) as seen:
            client.post("/fi/series/spring/link/", {"email": f"{name}@example.org"})
        steps.append(
            [re.sub(r'"s\d+_x\d+"|\(.*', "", one["sql"], flags=re.DOTALL) for one in seen.captured_queries]
        )
    assert steps[0] == steps[1] and len(steps[0]) > 2


class TestPersonalPage:
    @pytest.fixture
    def registration(self, series):
        return a_registration(series, now=timezone.now() - timedelta(hours=1), mode="online")

    @pytest.fixture
    def url(self, registration):
        return f"/fi/r/{make_token(registration)}/"

    def test_it_keeps_out_of_caches_referrers_and_search(self, client, url):
        for path in ["", "change/", "cancel/", "calendar.ics"]:
            response = client.get(url + path)
            assert response.status_code == 200
            assert response["Cache-Control"] == "no-store, private"
            assert response["Referrer-Policy"] == "no-referrer"
            assert response["X-Robots-Tag"] == "noindex"
        assert client.get("/fi/r/made-up/").status_code == 404

    def test_cancelling_asks_first(self, client, url, registration):
        page = client.get(f"{url}cancel/")  # a mail scanner follows links
        assert page.status_code == 200
        assert " klo " in page.content.decode()
        # Times in the language of the page, also where their emails are in another.
        assert " klo " not in client.get(f"{url}cancel/".replace("/fi/", "/sv/")).content.decode()
        registration.refresh_from_db()
        assert registration.cancelled_at is None
        assert client.post(f"{url}cancel/").status_code == 302
        registration.refresh_from_db()
        assert registration.cancelled_at is not None
        assert "peruttu" in client.get(url).content.decode()

    def test_changing_shows_what_was_registered_and_takes_over_changes(
        self, client, url, registration, series
    ):
        first, closing = series.events.all()
        html = client.get(f"{url}change/").content.decode()
        assert 'value="Maija Mayor"' in html and is_("checked", first, html)
        response = client.post(f"{url}change/", filled_in(series, events=[str(closing.pk)], name="Maija M."))
        assert response["Location"] == f"{url}?changed=1"
        registration.refresh_from_db()
        assert registration.name == "Maija M."
        active = registration.attendances.filter(state=Attendance.State.CONFIRMED)
        assert list(active.values_list("event_id", "mode")) == [(closing.pk, "onsite")]

    def test_an_old_tab_overwrites_nothing(self, client, url, registration, series):
        def tab() -> str:
            (version,) = re.findall(
                r'name="version" value="([^"]+)"', client.get(f"{url}change/").content.decode()
            )
            return version

        first_tab, second_tab = tab(), tab()
        sent = filled_in(series, role="Saved role", version=first_tab)
        assert client.post(f"{url}change/", sent).status_code == 302
        old = client.post(
            f"{url}change/", filled_in(series, organisation="From the old tab", version=second_tab)
        )
        page = old.content.decode()
        assert old.status_code == 422 and "From the old tab" in page  # what was typed stays
        registration.refresh_from_db()
        assert (registration.role, registration.organisation) == ("Saved role", "")
        # Whoever has read that sends it again, knowingly.
        (version,) = re.findall(r'name="version" value="([^"]+)"', page)
        assert (
            client.post(f"{url}change/", filled_in(series, organisation="Again", version=version)).status_code
            == 302
        )
        for nonsense in ("", "x", "2030-01-01"):
            assert client.post(f"{url}change/", filled_in(series, version=nonsense)).status_code == 422


def test_the_language_switch_takes_along_what_was_typed(client, series):
    html = client.get(REGISTER).content.decode()
    assert 'form="sign-up" formaction="/sv/series/spring/register/" name="switch-language"' in html
    first, _closing = series.events.all()
    typed = {
        "switch-language": "1",
        "events": [str(first.pk)],
        "name": "Maija Mayor",
        "email": "maija@",
        "people": "0",
    }
    answer = client.post("/sv/series/spring/register/", typed)
    page = answer.content.decode()
    assert answer.status_code == 200
    assert '<html lang="sv">' in page and 'value="Maija Mayor"' in page and 'value="maija@"' in page
    assert is_("checked", first, page) and "error-summary" not in page
    assert not Registration.objects.exists()


def test_a_change_keeps_the_version_it_was_opened_with_in_another_language(client, series):
    registration = a_registration(series, series.events.first(), now=timezone.now())
    address = f"/fi/r/{make_token(registration)}/change/"
    version = re.findall(r'name="version" value="([^"]+)"', client.get(address).content.decode())[0]
    Registration.objects.update(updated_at=timezone.now() + timedelta(minutes=1))
    typed = {"switch-language": "1", "name": "Another name", "version": version}
    page = client.post(address.replace("/fi/", "/sv/"), typed).content.decode()
    assert 'value="Another name"' in page and f'name="version" value="{version}"' in page

"""An organisation's own host name: what is there, what is elsewhere, where links lead, and that no other host is answered."""

from __future__ import annotations

import pytest
from django.test import Client
from django.urls import reverse

from skaala.mail.models import Email
from skaala.mail.renderers.emails import compose
from skaala.people.operations import HostTaken, NoHost, set_host
from skaala.people.queries import base_url, hosts
from skaala.registration.models import Registration
from skaala.series.models import Series
from skaala.site.http.page_cache import page_cache
from tests import cast

pytestmark = pytest.mark.django_db
HOST = "workshops.example.org"


@pytest.fixture(autouse=True)
def known_at_once(monkeypatch):
    monkeypatch.setattr(hosts, "KNOWN_FOR", -1)
    page_cache.clear()


@pytest.fixture
def series() -> Series:
    """One of an organisation with a host of its own, and one of another organisation without."""
    found = cast.a_series()
    cast.an_event(found)
    set_host(tenant=found.tenant, host=HOST)
    cast.an_event(cast.a_series("other", tenant=cast.a_tenant("other")))
    return found


def get(path: str, host: str = HOST, **headers: str):
    return Client(raise_request_exception=False).get(path, HTTP_HOST=host, **headers)


def test_its_front_page_is_the_organisation_s(series):
    assert get("/", HTTP_ACCEPT_LANGUAGE="sv")["Location"] == "/sv/"
    shown = get("/en/").content.decode()
    assert "Organisation house (en)" in shown and "/en/series/spring/" in shown
    assert "/en/series/other/" not in shown
    assert "/en/series/other/" in get("/en/", "testserver").content.decode()
    assert get("/en/o/house/")["Location"] == "/en/"
    assert f'<link rel="canonical" href="http://{HOST}/en/"' in shown


def test_its_series_are_there_and_name_themselves_by_it_wherever_they_are_read(series):
    for host in (HOST, "testserver"):
        answer = get("/en/series/spring/", host)
        shown = answer.content.decode()
        assert answer.status_code == 200
        assert (
            f'href="http://{HOST}/en/series/spring/"' in shown
            and f'"http://{HOST}/en/series/spring/"' in shown
        )
        assert "http://testserver/" not in shown
    for address in ("series-feed", "series-calendar"):
        feed = get(reverse(f"site:{address}", args=["spring"]), "testserver").content.decode()
        assert f"http://{HOST}/" in feed.replace("\r\n ", "") and "http://testserver" not in feed


def test_what_is_of_others_leads_to_their_host(series):
    assert get("/en/series/other/")["Location"] == "http://testserver/en/series/other/"
    assert get("/en/o/other/")["Location"] == "http://testserver/en/o/other/"
    set_host(tenant=cast.a_tenant("other"), host="other.example.org")
    there = get("/en/series/other/?a=b")
    assert there["Location"] == "http://other.example.org/en/series/other/?a=b"
    assert there["Referrer-Policy"] == "no-referrer" and "no-store" in there["Cache-Control"]
    assert get("/en/series/spring/", "other.example.org")["Location"] == f"http://{HOST}/en/series/spring/"
    assert get("/en/series/nothing/").status_code == 404


def test_a_page_that_is_kept_for_one_host_is_not_shown_at_another(series):
    for _time in range(2):  # the second time from memory
        assert get("/en/series/other/", "testserver").status_code == 200
        assert get("/en/series/other/").status_code == 302
        assert "/en/series/other/" in get("/en/", "testserver").content.decode()
        assert "/en/series/other/" not in get("/en/").content.decode()


@pytest.mark.parametrize("path", ["/en/desk/", "/en/desk/sign-in/", "/en/style/", "/sitemap.xml", "/directories/house/return"])  # fmt: skip
def test_organiser_pages_stay_at_the_service_s_host(series, path):
    answer = get(path)
    assert (answer.status_code, answer["Location"]) == (
        302,
        f"http://testserver{path}",
    ) and not answer.cookies


@pytest.mark.parametrize(
    "host", ["evil.example", f"x.{HOST}", f"{HOST}.evil.example", "workshops.example.orgevil", ""]
)
@pytest.mark.parametrize("path", ["/en/", "/en/series/spring/", "/en/desk/sign-in/"])
def test_no_other_host_is_answered(series, settings, host, path):
    settings.DEBUG = False
    settings.ALLOWED_HOSTS = ["testserver"]
    assert get(path).status_code in {200, 302}
    if host:
        answer = get(path, host)
        assert answer.status_code == 400 and host not in answer.content.decode() + str(answer.headers)
    forwarded = get(path, "testserver", HTTP_X_FORWARDED_HOST=HOST)
    assert path != "/en/" or "/en/series/other/" in forwarded.content.decode()  # the service's own page


def test_a_host_that_is_taken_away_is_answered_no_more(series):
    assert get("/en/series/spring/").status_code == 200
    set_host(tenant=series.tenant, host="")
    assert get("/en/series/spring/").status_code == 400
    assert "http://testserver/en/series/spring/" in get("/en/series/spring/", "testserver").content.decode()


def test_one_registers_there_and_emails_lead_there(series):
    details = {
        "name": "Maija Mayor", "email": "maija@example.org", "organisation_kind": "other", "organisation": "A",
        "language": "en", "notice_version": series.notice_version, f"event_{series.events.get().pk}": "online", "consent": "on",
    }  # fmt: skip
    page, browser = "/en/series/spring/register/", Client(enforce_csrf_checks=True)
    forged = browser.post(page, details, HTTP_HOST=HOST, HTTP_ORIGIN="http://evil.example")
    assert forged.status_code == 403
    elsewhere = browser.post(page, details, HTTP_HOST=HOST, HTTP_ORIGIN="http://testserver")
    assert elsewhere.status_code == 403 and not Registration.objects.exists()
    own = browser.post(page, details, HTTP_HOST=HOST, HTTP_ORIGIN=f"http://{HOST}")
    assert own.status_code in {200, 302, 422}
    cast.a_registration(series, email="other@example.org", language="en")
    email = Email.objects.filter(kind="registration.confirmation").latest("created_at")
    written = compose(email)
    assert f"http://{HOST}/en/r/" in written.text and "testserver" not in written.text + written.html
    (calendar,) = [one.content.decode() for one in written.attachments]
    assert HOST in calendar.replace("\r\n ", "") and "http://testserver" not in calendar.replace("\r\n ", "")
    address = next(word for word in written.text.split() if f"http://{HOST}/en/r/" in word)
    assert get(address.removeprefix(f"http://{HOST}")).status_code == 200


def test_one_signs_in_at_neither_for_the_other_and_promises_nothing_for_what_is_beneath(series, settings):
    settings.SECURE_HSTS_SECONDS = 100
    assert get("/en/series/spring/")["Strict-Transport-Security"] == "max-age=100"


@pytest.mark.parametrize(
    "written", ["https://a.fi", "a.fi:80", "192.0.2.1", "intranet", "*.a.fi", "a b.fi", "a.fi/x"]
)
def test_what_is_no_host_name_is_refused(written):
    tenant = cast.a_tenant()
    with pytest.raises(NoHost):
        set_host(tenant=tenant, host=written)
    assert base_url(tenant) == "http://testserver"


def test_a_host_is_one_organisation_s_and_never_the_service_s(series, settings):
    settings.ALLOWED_HOSTS = ["testserver", ".skaala.example.org", "*"]
    settings.BASE_URL = "https://events.example.org:8443"
    for taken in (HOST.upper(), "events.example.org", "any.skaala.example.org"):
        with pytest.raises(HostTaken):
            set_host(tenant=cast.a_tenant("other"), host=taken)
    assert set_host(tenant=series.tenant, host=f"{HOST}.") == HOST  # its own again
    assert base_url(series.tenant) == f"https://{HOST}:8443"

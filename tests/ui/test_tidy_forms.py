"""What is typed becomes what is kept: composed, with plain spaces, without invisible characters."""

from __future__ import annotations

import unicodedata

import pytest
from django.http import HttpRequest, HttpResponse, QueryDict
from django.test import RequestFactory

from skaala.registration import rules
from skaala.registration.models import Registration
from skaala.registration.queries import find_registrations
from skaala.ui.tidy_forms import TidyFormsMiddleware, tidied
from tests.cast import a_series, an_event

TYPED = "Pa\u0308ivi\u00a0Ma\u0308kela\u0308\u200b\u202e\u00ad"


def seen(request: HttpRequest) -> HttpRequest:
    """The request as a view gets it."""
    views: list[HttpRequest] = []

    def view(arrived: HttpRequest) -> HttpResponse:
        views.append(arrived)
        return HttpResponse()

    TidyFormsMiddleware(view)(request)
    return views[0]


def test_a_form_and_a_query_are_tidy_for_every_view() -> None:
    fields = {"name": [TYPED, "b"], "password": TYPED, "nul": "a\x00\u200b", "lines": "a\r\n\u200bb"}
    request = seen(RequestFactory().post("/?q=a%CC%88", fields))
    assert request.GET["q"] == "ä"
    assert request.POST.getlist("name") == ["Päivi Mäkelä", "b"]
    assert request.POST["password"] == TYPED and request.POST["nul"] == "a\x00\u200b"
    assert request.POST["lines"] == "a\r\nb"
    with pytest.raises(AttributeError, match="immutable"):
        request.POST["name"] = ""


def test_a_form_with_files_too() -> None:
    request = seen(
        RequestFactory().post("/", "name=" + "a%CC%88", content_type="application/x-www-form-urlencoded")
    )
    assert request.POST["name"] == "ä"


def test_tidy_fields_are_not_copied() -> None:
    fields = QueryDict("name=Maija&q=1")
    assert tidied(fields) is fields


def test_scripts_and_emoji_keep_their_joiners() -> None:
    text = "می\u200cخواهم 👩\u200d👩\u200d👧"
    fields = QueryDict(mutable=True)
    fields["name"] = text
    assert tidied(fields)["name"] == text


@pytest.mark.parametrize(
    "hidden", ["\u200b", "\u200c", "\u200d", "\u2060", "\ufeff", "\u00ad", "\u202e", "\u061c"]
)
def test_an_address_with_something_invisible_is_the_address(hidden: str) -> None:
    typed = f" maija@{hidden}Example.org{hidden}"
    assert rules.clean_address(typed) == "maija@Example.org"
    assert rules.normalise_address(typed) == "maija@example.org"


@pytest.mark.django_db
def test_who_registers_with_decomposed_letters_is_found_and_their_municipality_is_known(client) -> None:
    from django.utils import timezone

    series = a_series(published_at=timezone.now())
    event = an_event(series, now=timezone.now())
    sent = {
        "events": [str(event.pk)], "name": TYPED, "email": "pa\u200bivi@example.org", "organisation_kind": "municipality",
        "municipality": unicodedata.normalize("NFD", "Jyväskylä"), "language": "fi",
    }  # fmt: skip
    assert client.post("/fi/series/spring/register/", sent).status_code == 302
    person = Registration.objects.get()
    assert (person.name, person.email, person.municipality_id) == ("Päivi Mäkelä", "paivi@example.org", "179")
    assert list(find_registrations(series, search="Päivi Mäkelä")) == [person]

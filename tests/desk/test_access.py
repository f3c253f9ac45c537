"""Nobody sees the desk without a sign-in, and no cache keeps what is seen there."""

import uuid

import pytest
from django.urls import reverse
from django.utils import translation

from skaala.desk.urls import urlpatterns
from tests import cast

OPEN = {
    "sign-in",
    "lead-invited",
    "accept-invitation",
    "accept-series-invitation",
    "keep-account",
    "reply-address",
    "forgotten",
    "new-password",
    "sign-in-code",
    "sign-in-directory",
    "sign-in-passkey",
    "passkey-options",
    "signed-out",
}  # the latter by a signed link, looked at in test_board_arranging.py
EXAMPLES = {
    "slug": "spring",
    "action_id": 1,
    "organisation": "house",
    "member_id": 1,
    "invited_id": 1,
    "role_id": 1,
    "sharing_id": 1,
    "key_id": 1,
    "set_id": 1,
    "session_id": 1,
    "passkey_id": 1,
    "event_slug": "workshop-1",
    "update_id": 1,
    "material_id": 1,
    "statement_id": uuid.UUID(int=1),
    "prompt_id": uuid.UUID(int=1),
    "conclusion_id": uuid.UUID(int=1),
    "poll_id": uuid.UUID(int=1),
    "registration_id": uuid.UUID(int=1),
    "email_id": uuid.UUID(int=1),
    "link_id": uuid.UUID(int=1),
    "file_id": uuid.UUID(int=1),
    "invitation_id": uuid.UUID(int=1),
    "question_id": 1,
    "index": 0,
    "study_id": 1,
    "finding_id": 1,
    "measure_id": 1,
    "which": uuid.UUID(int=1),
    "key": "none",
    "number": 1,
    "language": "fi",
    "name": "no-owner",
}


def address_of(pattern) -> str:
    with translation.override("en"):
        names = pattern.pattern.converters
        return reverse(f"desk:{pattern.name}", kwargs={name: EXAMPLES[name] for name in names})


@pytest.mark.parametrize("pattern", [p for p in urlpatterns if p.name not in OPEN], ids=lambda p: p.name)
@pytest.mark.parametrize("method", ["get", "post"])
def test_a_stranger_is_asked_to_sign_in(pattern, method, client, db):
    cast.an_event(cast.a_series())
    address = address_of(pattern)
    response = getattr(client, method)(address)
    assert (response.status_code, response["Location"]) == (302, f"/en/desk/sign-in/?next={address}")
    assert "no-store" in response["Cache-Control"]


JSON = {"new-passkey-options", "passkey-options", "sign-in-passkey"}
"""What our own scripts send to; nobody comes there by an address."""


@pytest.mark.parametrize("pattern", [p for p in urlpatterns if p.name not in JSON], ids=lambda p: p.name)
def test_an_address_that_takes_a_form_also_answers_who_comes_there_by_its_address(pattern, desk):
    cast.an_event(cast.a_series())
    with translation.override("en"):
        converters = pattern.pattern.converters
        address = reverse(
            f"desk:{pattern.name}", kwargs={name: EXAMPLES.get(name, "x") for name in converters}
        )
    assert desk.get(address).status_code != 405, address


def test_an_address_with_a_button_leads_to_the_page_above_it(desk):
    cast.an_event(cast.a_series())
    for address, page in {
        "report/claims/find/": "report/claims/",
        "events/workshop-1/board/phase/": "events/workshop-1/board/",
        f"registrations/{uuid.UUID(int=1)}/link/": f"registrations/{uuid.UUID(int=1)}/",
    }.items():
        answer = desk.get(f"/en/desk/series/spring/{address}")
        assert (answer.status_code, answer["Location"]) == (302, f"/en/desk/series/spring/{page}")


@pytest.mark.parametrize(
    "name", ["home", "series", "texts", "details", "events", "registrations", "emails", "account"]
)
def test_what_is_seen_at_the_desk_stays_in_no_cache(name, desk):
    cast.an_event(cast.a_series())
    with translation.override("en"):
        address = reverse(f"desk:{name}", args=[] if name in {"home", "account"} else ["spring"])
    response = desk.get(address)
    assert response.status_code == 200
    assert "no-store" in response["Cache-Control"]


def test_the_sign_in_page_stays_in_no_cache_either(client, db):
    assert "no-store" in client.get("/en/desk/sign-in/")["Cache-Control"]


@pytest.mark.parametrize(
    "page", ["", "texts/", "events/nothing/", "letters/00000000-0000-0000-0000-000000000001/"]
)
def test_what_is_not_there_is_not_found(page, desk):
    if page.startswith(("events", "emails")):
        cast.a_series("nothing")
    assert desk.get(f"/en/desk/series/nothing/{page}").status_code == 404


def test_a_registration_is_not_found_under_another_series(desk):
    series, other = cast.a_series(), cast.a_series("other")
    registration = cast.a_registration(series, cast.an_event(series))
    email = registration.registration_emails.get().email
    assert desk.get(f"/en/desk/series/spring/registrations/{registration.pk}/").status_code == 200
    assert desk.get(f"/en/desk/series/{other.slug}/registrations/{registration.pk}/").status_code == 404
    assert desk.get(f"/en/desk/series/spring/letters/{email.pk}/").status_code == 200
    assert desk.get(f"/en/desk/series/{other.slug}/letters/{email.pk}/").status_code == 404

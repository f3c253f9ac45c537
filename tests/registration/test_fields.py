"""A field of the registration is in every place that `docs/recipes.md` names."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.db import models
from django.utils import timezone

from skaala.desk.registrations.tables import needs_table, people_table
from skaala.registration.links.personal import make_token
from skaala.registration.messages import DATA_NAMES
from skaala.registration.models import Consent, Registration
from skaala.registration.operations.register import DETAIL_FIELDS, Details
from skaala.registration.queries import own_data
from skaala.registration.queries.registrations import active_registrations
from skaala.registration.rules import NEEDS
from skaala.site.registration.forms.sign_up import SignUpForm, initial_of
from tests.cast import PASSWORD, a_closing_event, a_registration, a_series, an_organiser

OURS = {
    "id", "series", "generation", "email_normalised", "notice_version", "link_sent_at", "is_simulated",
    "address_confirmed_at", "created_at", "updated_at", "cancelled_at", "given_email", "no_messages_since", "email_before", "email_corrected_at",
}  # fmt: skip
"""Columns that the program fills in."""

CONSENTS = {name for name in Details.__dataclass_fields__ if name.startswith("consents_to_")}


def free_texts() -> dict[str, str]:
    """Something to find again for each field in which people write freely."""
    columns = [Registration._meta.get_field(name) for name in DETAIL_FIELDS]
    return {
        column.name: f"Marked {column.name}"
        for column in columns
        if type(column) is models.CharField and not column.choices and column.name != "language"
    }


@pytest.fixture
def registration(db: None) -> Registration:
    now = timezone.now()
    series = a_series(published_at=now - timedelta(days=1))
    a_closing_event(series, now=now)  # on site and online, so that everything is asked
    given = dict.fromkeys(CONSENTS, True)
    return a_registration(series, now=now, organisation_kind="other", **free_texts(), **given)


def test_every_column_comes_from_the_person_or_is_ours() -> None:
    columns = {field.name for field in Registration._meta.concrete_fields}
    assert columns - OURS == set(DETAIL_FIELDS)


def test_the_form_asks_for_it_and_shows_it_again(registration: Registration) -> None:
    assert {*DETAIL_FIELDS, *CONSENTS} <= set(SignUpForm.base_fields)
    shown = initial_of(registration)
    assert {*DETAIL_FIELDS, *CONSENTS} <= set(shown)
    assert {name: shown[name] for name in free_texts()} == free_texts()


def test_the_form_has_it_on_its_page(client, registration: Registration) -> None:
    page = client.get("/en/series/spring/register/").content.decode()
    assert [name for name in DETAIL_FIELDS if f'name="{name}"' not in page] == []


def test_the_person_and_the_organiser_see_it(client, registration: Registration) -> None:
    def lacks(page: str) -> list[str]:
        return [marked for marked in free_texts().values() if marked not in page]

    assert lacks(json.dumps(own_data.as_json(registration))) == []
    assert lacks(client.get(f"/en/r/{make_token(registration)}/").content.decode()) == []
    client.login(username=an_organiser().email, password=PASSWORD)
    person = f"/en/desk/series/spring/registrations/{registration.pk}/"
    assert lacks(client.get(person).content.decode()) == []


def test_the_files_of_organisers_have_it(registration: Registration) -> None:
    people = active_registrations(registration.series)
    written = [table(registration.series, people) for table in (people_table, needs_table)]
    cells = [str(cell) for table in written for row in table.rows for cell in row]
    assert [marked for marked in free_texts().values() if marked not in cells] == []


def test_the_privacy_notice_names_it(client, registration: Registration) -> None:
    assert set(DATA_NAMES) == set(DETAIL_FIELDS) - set(NEEDS)
    page = client.get("/en/series/spring/privacy/").content.decode()
    assert [str(name) for name in DATA_NAMES.values() if str(name) not in page] == []


def test_what_needs_consent_has_a_purpose_and_a_sentence() -> None:
    assert {f"consents_to_{purpose}" for purpose in Consent.Purpose.values} == CONSENTS
    assert set(NEEDS.values()) <= CONSENTS
    # The privacy notice says what becomes of these two; a third one needs its sentence there.
    assert set(NEEDS) == {"diet", "accessibility_needs"}

"""A password is more than a word that others would try first."""

from __future__ import annotations

import pytest
from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from django.utils import timezone

from skaala.people.models import Account
from skaala.people.operations import invite_member
from skaala.people.rules import Role
from skaala.people.rules.password_words import known_word, words_of
from skaala.ui.texts import Texts
from tests import cast
from tests.cast import PASSWORD


@pytest.mark.parametrize(
    "password",
    [
        "salasana123",
        "Salasana!2026",
        "sal4s4n4123456",
        "Kesäloma2026!",
        "KESALOMA-2026",
        "lösenord1234",
        "L0senord2026",
        "sommar2026sommar",
        "Helsinki2026!!",
        "perkeleperkele",
        "P4ssw0rd!2027",
        "1234567890",
        "aaaaaaaaaaaa",
        "kissakoira2026",
        "työpaja työpaja",
    ],
)
def test_a_common_word_with_a_year_or_a_row_of_keys_is_none(password):
    assert known_word(password, ()) is not None


@pytest.mark.parametrize(
    "password",
    [
        PASSWORD,
        "another walk by the sea",
        "nitoja akku hernekeitto lumihiutale",
        "kissa hevonen kahvi nitoja",
        "gnistan bläckfisk trappsteg",
        "xkq7-vrt2-mwp9",
        "Zr8#kQ2!vN5p",
        "suomenlinnanlautta klo kuusi",
    ],
)
def test_words_that_do_not_belong_together_are_one(password):
    assert known_word(password, ()) is None


def test_what_is_known_around_somebody_counts_as_a_common_word():
    around = words_of("Hiilineutraali arki", "Olga Järvi-Öberg")
    assert around == {"hiilineutraali", "arki", "olga", "jarvi", "oberg"}
    assert known_word("Hiilineutraali26", around) == "hiilineutraali"
    assert known_word("h11l1n3utr44l1 arki", around) == "hiilineutraali"
    assert known_word("Hiilineutraali26", ()) is None


def refused(password: str, account: Account) -> bool:
    try:
        validate_password(password, account)
    except ValidationError as error:
        return "password_of_known_words" in {one.code for one in error.error_list}
    return False


@pytest.mark.django_db
def test_an_account_s_name_address_organisation_and_series_are_known():
    tenant = cast.a_tenant(name=Texts(fi="Vesiosuuskunta", sv="Vattenandelslag"))
    olga = cast.a_member(
        Role.ORGANISER, "olga.tervonen@verkosto.example", tenant=tenant, name="Olga Zilliacus"
    )
    cast.a_series(title=Texts(fi="Suonpohjat sopimuksiin", en="Peatlands"), tenant=tenant)
    for password in (
        "Vesiosuuskunta26",
        "vattenandelslag1",
        "Suonpohjat2026",
        "peatlands-2026",
        "Zilliacus2026",
        "tervonen-tervonen",
        "verkosto12345",
        "Skaala2026Skaala",
    ):
        assert refused(password, olga), password
        assert not refused(password, Account(email="per@example.org")) or "skaala" in password.lower(), (
            password
        )
    assert not refused(PASSWORD, olga)


@pytest.mark.django_db
def test_an_organisation_is_known_to_whoever_it_has_invited():
    tenant = cast.a_tenant(name=Texts(fi="Vesiosuuskunta"))
    invite_member(
        tenant=tenant,
        address="per@example.org",
        role=Role.READER,
        language="fi",
        invited_by=None,
        now=timezone.now(),
    )
    assert refused("Vesiosuuskunta26", Account(email="per@example.org", name="Per"))


@pytest.mark.django_db
def test_the_page_says_which_word_it_was(client):
    olga = cast.an_organiser()
    cast.signs_in(client, olga)
    new = "Kesäloma2026!"
    sent = {"old_password": PASSWORD, "new_password1": new, "new_password2": new}
    response = client.post("/en/desk/account/password/", sent)
    assert "besides “kesaloma”" in response.content.decode()
    olga.refresh_from_db()
    assert olga.check_password(PASSWORD)

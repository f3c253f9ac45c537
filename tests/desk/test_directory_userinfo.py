"""A directory that says at its userinfo address alone which groups somebody is in."""

from __future__ import annotations

import pytest

from skaala.people.models import Membership
from skaala.people.rules.directory import Reason, Refused, with_userinfo
from tests.desk.at_directory import is_refused, role_of, tries_with
from tests.people.directories import set_up

pytestmark = [
    pytest.mark.django_db,
    pytest.mark.xdist_group("directories"),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]
SAID = {
    "sub": "anna",
    "email": "anna@kunta.fi",
    "email_verified": True,
    "name": "Anna",
    "groups": ["organisers"],
}


@pytest.fixture
def userinfo(liar):
    """The token names the person and nothing else."""
    liar.claims = dict.fromkeys(("email", "name", "groups"), ...)
    liar.description = {"userinfo_endpoint": f"{liar.issuer}/userinfo"}
    liar.answers = {"/userinfo": (200, SAID)}
    set_up(liar.issuer)
    return liar


def test_groups_and_address_are_read_there(client, userinfo):
    assert tries_with(client, userinfo)["Location"] == "/en/desk/"
    assert role_of("anna@kunta.fi") == "organiser"
    assert userinfo.heads["/userinfo"]["Authorization"] == "Bearer access"


def test_it_is_not_asked_where_the_token_says_all(client, userinfo):
    userinfo.claims = {}
    assert tries_with(client, userinfo)["Location"] == "/en/desk/"
    assert "/userinfo" not in userinfo.asked


@pytest.mark.parametrize(
    ("answer", "reason"),
    [
        ((200, SAID | {"sub": "bertil"}), Reason.UNREADABLE),
        ((200, {name: said for name, said in SAID.items() if name != "sub"}), Reason.UNREADABLE),
        ((401, {"error": "invalid_token"}), Reason.REFUSED_BY_DIRECTORY),
        ((503, {}), Reason.UNREACHABLE),
        ((200, b"eyJhbGciOiJub25lIn0.e30."), Reason.NO_DIRECTORY),
        ((302, {}), Reason.REDIRECTS),
        ((200, SAID | {"email_verified": False}), Reason.UNVERIFIED_ADDRESS),
        ((200, SAID | {"groups": "readers-of-another"}), Reason.NO_GROUP),
    ],
)
def test_a_wrong_answer_lets_nobody_in(client, userinfo, answer, reason):
    userinfo.answers = {"/userinfo": answer}
    assert is_refused(tries_with(client, userinfo), reason)
    assert not Membership.objects.filter(account__email="anna@kunta.fi", ended_at=None).exists()


def test_an_outage_ends_no_membership(client, userinfo):
    tries_with(client, userinfo)
    userinfo.answers = {"/userinfo": (503, {})}
    assert is_refused(tries_with(client, userinfo), Reason.UNREACHABLE)
    assert role_of("anna@kunta.fi") == "organiser"


def test_a_real_provider_is_asked_too(client, provider):
    provider.knows("anna", email="anna@kunta.fi", name="Anna", departments=["organisers"])
    set_up(provider.issuer, client=provider.client(), groups_claim="departments")
    from tests.desk.at_directory import signs_in

    assert signs_in(client, provider)["Location"] == "/en/desk/"
    assert role_of("anna@kunta.fi") == "organiser"


def test_nothing_but_the_person_is_taken_from_what_nobody_has_signed():
    signed = {"sub": "a", "iss": "x", "email": "a@kunta.fi", "email_verified": False}
    said = {
        "sub": "a",
        "iss": "y",
        "nonce": "n",
        "email": "b@kunta.fi",
        "email_verified": True,
        "groups": ["g"],
        "sid": "s",
    }
    assert with_userinfo(signed, said, groups_claim="groups") == signed | {"groups": ["g"]}
    with pytest.raises(Refused):
        with_userinfo({}, said, groups_claim="groups")

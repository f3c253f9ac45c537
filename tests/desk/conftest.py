"""An organiser at their desk."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING, Any

import pytest
from django.conf import settings
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext

if TYPE_CHECKING:
    from skaala.people.models import Account
    from tests.people.directories import Liar, Provider


@pytest.fixture(scope="session", autouse=True)
def _a_folder_for_styles() -> None:
    settings.STATIC_ROOT.mkdir(parents=True, exist_ok=True)


@pytest.fixture(autouse=True)
def _quick_passwords(settings: Any) -> None:
    """A good hash takes half a second by design; here it would only make the tests slow."""
    settings.PASSWORD_HASHERS = ["django.contrib.auth.hashers.MD5PasswordHasher"]


@pytest.fixture
def organiser(db: None) -> Account:
    from tests import cast  # models can be read only once Django is set up, which it is not yet up there

    return cast.an_organiser()


@pytest.fixture
def desk(organiser: Account) -> Client:
    """A browser in which they have signed in."""
    from tests import cast

    client = Client()
    cast.signs_in(client, organiser)
    return client


@pytest.fixture
def count_queries(desk: Client) -> Callable[[str], int]:
    """Says how many queries a page of the desk takes."""

    def count(address: str) -> int:
        desk.get(address)  # what is read once and kept does not count
        with CaptureQueriesContext(connection) as captured:
            assert desk.get(address).status_code == 200
        return len(captured)

    return count


@pytest.fixture(scope="module")
def provider() -> Iterator[Provider]:
    """A real OpenID provider."""
    from tests.people.directories import running_provider

    with running_provider() as provider:
        yield provider


@pytest.fixture
def liar() -> Iterator[Liar]:
    """A directory that says whatever it is told to."""
    from tests.people.directories import running_liar

    with running_liar() as liar:
        yield liar

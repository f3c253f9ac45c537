"""What must be said of whom somebody represents: one rule, as a table, and the database agrees with it."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction

from skaala.registration.models import Registration
from skaala.registration.rules import Lack, Represented, kind_of, lack_of
from tests.cast import a_registration, a_series, an_event

KINDS = Registration.OrganisationKind.values


@pytest.mark.parametrize(
    ("said", "lack"),
    [
        (Represented("municipality", "Akaa", is_known=True), None),
        (Represented("municipality"), Lack.MUNICIPALITY_MISSING),
        (Represented("municipality", "Atlantis"), Lack.MUNICIPALITY_UNKNOWN),
        (Represented("municipality", organisation="A unit"), Lack.MUNICIPALITY_MISSING),
        (Represented("network", has_network=True), None),
        (Represented("network", organisation="Ours"), None),
        (Represented("network"), Lack.NETWORK_MISSING),
        (Represented("other", "Atlantis", organisation="Ours"), Lack.MUNICIPALITY_UNKNOWN),
        (Represented("company", organisation="Ours"), None),
        *((Represented(kind), Lack.ORGANISATION_MISSING) for kind in ("state_body", "company", "other")),
    ],
)
def test_what_is_lacking(said: Represented, lack: Lack | None) -> None:
    assert lack_of(said) == lack


def test_a_kind_that_was_not_asked_for_follows_and_is_one_of_ours() -> None:
    kinds = {kind_of(has_municipality=a, has_network=b) for a in (True, False) for b in (True, False)}
    assert kinds == {"municipality", "network", "other"} <= set(KINDS)
    assert kind_of(has_municipality=True, has_network=True) == "municipality"
    assert {lack.field for lack in Lack} == {"municipality", "network", "organisation"}


@pytest.mark.django_db
def test_the_database_keeps_no_municipality_without_its_name() -> None:
    series = a_series()
    an_event(series)
    person = a_registration(series)
    with pytest.raises(IntegrityError, match="a_municipality_is_named"), transaction.atomic():
        Registration.objects.filter(pk=person.pk).update(municipality=None)

"""The controlled vocabulary of bottlenecks."""

from __future__ import annotations

import pytest

from skaala.actions import operations
from skaala.actions.models import Bottleneck
from skaala.ui.texts import Texts

pytestmark = pytest.mark.django_db


def test_the_list_that_comes_with_the_program_is_in_three_languages_and_in_the_order_of_the_way():
    listed = list(Bottleneck.objects.all())
    places = [one.place for one in listed]
    assert [places.count(place) for place in ("source", "way", "receiver")] == [8, 7, 9]
    assert places == sorted(places, key=["source", "way", "receiver"].index)
    assert [one.slug for one in listed if one.name.missing()] == []


def test_loading_again_writes_over_nothing():
    language = Bottleneck.objects.get(slug="language")
    language.name, language.is_retired = Texts(fi="Kieli"), True
    language.save()
    Bottleneck.objects.get(slug="no-owner").delete()
    assert operations.load_bottlenecks() == 1
    language.refresh_from_db()
    assert (language.name, language.is_retired) == (Texts(fi="Kieli"), True)

"""Free parts of addresses."""

import pytest

from skaala.people.models import Tenant
from skaala.ui.slugs import free_slug, made_of
from skaala.ui.texts import Texts


def test_a_name_makes_an_address_and_one_without_letters_gets_another():
    assert made_of("Kevään sarja – 2030!", otherwise="series", longest=70) == "kevaan-sarja-2030"
    assert made_of("Kevään sarja", otherwise="series", longest=7) == "kevaan"  # no dash at the end
    assert made_of("…", otherwise="series", longest=70) == "series"


@pytest.mark.django_db
def test_the_first_number_that_is_free_follows():
    for slug in ("akaa", "akaa-2", "akaa-4"):
        Tenant.objects.create(slug=slug, name=Texts(fi=slug))
    others = Tenant.objects.all()
    assert free_slug("akaa", others) == "akaa-3"
    assert free_slug("aka", others) == "aka"
    assert free_slug("akaa", others, reserved={"akaa-3"}) == "akaa-5"
    assert free_slug("compare", others, reserved={"compare"}) == "compare-2"

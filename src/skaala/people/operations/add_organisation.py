"""Adding an organisation."""

from __future__ import annotations

from skaala.people.models import Organisation
from skaala.ui.languages import DEFAULT_LANGUAGE
from skaala.ui.slugs import free_slug, made_of


def add_organisation(*, organisation: Organisation) -> Organisation:
    """Save a new organisation under a free address made of its name."""
    name = organisation.name.for_reader(DEFAULT_LANGUAGE).text
    base = made_of(name, otherwise="organisation", longest=40)
    organisation.slug = free_slug(base, Organisation.objects.all())
    organisation.save()
    return organisation

"""Adding an organisation."""

from __future__ import annotations

import itertools

from django.utils.text import slugify

from skaala.people.models import Organisation
from skaala.ui.languages import DEFAULT_LANGUAGE


def add_organisation(*, organisation: Organisation) -> Organisation:
    """Save a new organisation under a free address made of its name."""
    base = slugify(organisation.name.for_reader(DEFAULT_LANGUAGE).text)[:40] or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    names = itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2)))
    organisation.slug = next(name for name in names if name not in taken)
    organisation.save()
    return organisation

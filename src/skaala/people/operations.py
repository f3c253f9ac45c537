"""Adding organisations, and what an organiser changes of her own account."""

from __future__ import annotations

import itertools

from django.utils.text import slugify

from skaala.people.models import Account, Organisation


def add_organisation(*, organisation: Organisation) -> Organisation:
    """Save a new organisation under a free address made of its name."""
    base = slugify(organisation.name.for_reader("fi").text)[:40] or "organisation"
    taken = set(Organisation.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    names = itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2)))
    organisation.slug = next(name for name in names if name not in taken)
    organisation.save()
    return organisation


def change_own_details(*, account: Account, name: str, language: str) -> None:
    """Take over an organiser's name and the language in which letters to her are written."""
    account.name, account.language = name, language
    account.save(update_fields=["name", "language"])

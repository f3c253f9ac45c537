"""Creating an organisation that works here."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import transaction

from skaala.people.models import Tenant
from skaala.ui.languages import DEFAULT_LANGUAGE
from skaala.ui.offered import known_among
from skaala.ui.slugs import free_slug, made_of
from skaala.ui.texts import Texts


def require_second_factor(*, tenant: Tenant, is_required: bool) -> None:
    """Have an organisation ask its members for a second factor, or no longer."""
    tenant.requires_second_factor = is_required
    tenant.save(update_fields=["requires_second_factor"])


def choose_languages(*, tenant: Tenant, languages: Iterable[str]) -> None:
    """Have new series of an organisation held in these languages, unless others are chosen."""
    tenant.languages = list(known_among(languages))
    tenant.save(update_fields=["languages"])


@transaction.atomic
def create_tenant(*, name: Texts) -> Tenant:
    """Create an organisation under a free address made of its name."""
    base = made_of(name.for_reader(DEFAULT_LANGUAGE).text, otherwise="organisation", longest=40)
    return Tenant.objects.create(slug=free_slug(base, Tenant.objects.all()), name=name)

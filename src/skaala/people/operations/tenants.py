"""Creating an organisation that works here."""

from __future__ import annotations

import itertools

from django.db import transaction
from django.utils.text import slugify

from skaala.people.models import Tenant
from skaala.ui.languages import DEFAULT_LANGUAGE
from skaala.ui.texts import Texts


def require_second_factor(*, tenant: Tenant, is_required: bool) -> None:
    """Have an organisation ask its members for a second factor, or no longer."""
    tenant.requires_second_factor = is_required
    tenant.save(update_fields=["requires_second_factor"])


@transaction.atomic
def create_tenant(*, name: Texts) -> Tenant:
    """Create an organisation under a free address made of its name."""
    base = slugify(name.for_reader(DEFAULT_LANGUAGE).text)[:40] or "organisation"
    taken = set(Tenant.objects.filter(slug__startswith=base).values_list("slug", flat=True))
    names = itertools.chain([base], (f"{base}-{number}" for number in itertools.count(2)))
    return Tenant.objects.create(slug=next(one for one in names if one not in taken), name=name)

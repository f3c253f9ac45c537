"""What is known around somebody who chooses a password: their name, organisations and series, which others would try first."""

from __future__ import annotations

from collections.abc import Iterable

from django.db.models import Q

from skaala.people.models import Account, Tenant
from skaala.people.rules.password_words import SHORTEST, words_of
from skaala.series.models import Series
from skaala.ui.texts import Texts

MOST_SERIES = 300


def words_around(account: Account) -> set[str]:
    """Return the words around an account, or around somebody who is about to get one at this address."""
    tenants, series = _around(account)
    names = _written(tenant.name for tenant in tenants)
    titles = _written(text for one in series for text in (one.title, one.short_name))
    person = words_of(account.name, account.email, shortest=SHORTEST)
    return person | words_of("Skaala", *names, *titles)


def _around(account: Account) -> tuple[list[Tenant], list[Series]]:
    invited = {"invitations__address": account.email, "invitations__accepted_at": None}
    belongs, role = Q(**invited), Q(role_invitations__address=account.email)
    if account.pk is not None:
        belongs |= Q(memberships__account=account, memberships__ended_at=None)
        role |= Q(roles__account=account, roles__ended_at=None)
    tenants = list(Tenant.objects.filter(belongs).distinct())
    series = Series.objects.filter(Q(tenant__in=tenants) | role).distinct().order_by("-pk")
    return tenants, list(series.only("title", "short_name")[:MOST_SERIES])


def _written(texts: Iterable[Texts]) -> list[str]:
    return [words for text in texts for words in text.as_dict().values()]

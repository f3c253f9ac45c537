"""People who work in the demo: one for each role in the organisation of the 2023 series, and the owner of another one."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction

from skaala.demo import series_2023 as announced
from skaala.demo.looks import OF_2023, OF_NEIGHBOURS, give_look
from skaala.people.models import Account, Tenant
from skaala.people.operations import add_member, create_tenant
from skaala.people.rules import Role
from skaala.series.models import Series
from skaala.series.operations import save_series
from skaala.ui.texts import Texts

PEOPLE = {
    Role.OWNER: ("owner@example.org", "Outi Owner"),
    Role.ORGANISER: ("organiser@example.org", "Oona Organiser"),
    Role.FACILITATOR: ("facilitator@example.org", "Fanny Facilitator"),
    Role.ANALYST: ("analyst@example.org", "Aaro Analyst"),
    Role.CHECK_IN: ("check-in@example.org", "Hilla Helper"),
    Role.READER: ("reader@example.org", "Reko Reader"),
    Role.AUDITOR: ("auditor@example.org", "Anni Auditor"),
}
NEIGHBOUR = ("neighbour@example.org", "Niilo Neighbour")
OTHER = Texts(fi="Naapurimaakunnan liitto", sv="Grannlandskapets förbund", en="Neighbouring Regional Council")
OTHER_SLUG = "neighbours"
OTHER_SERIES = Texts(
    fi="Ilmastotyön iltapäivät", sv="Eftermiddagar om klimatarbete", en="Afternoons on climate work"
)


@transaction.atomic
def load_accounts(*, password: str, now: datetime) -> None:
    """Create the accounts that are not there yet, all with ``password``, the second organisation with a draft, and the looks of both."""
    tenant = Series.objects.get(slug=announced.SLUG).tenant
    for role, (email, name) in PEOPLE.items():
        _account(tenant, role, email, name, password=password, now=now)
    other = Tenant.objects.filter(slug=OTHER_SLUG).first()
    if other is None:
        other = create_tenant(name=OTHER)
        other.slug = OTHER_SLUG
        other.save(update_fields=["slug"])
        save_series(series=Series(tenant=other, slug="ilmastotyon-iltapaivat", title=OTHER_SERIES))
    _account(other, Role.OWNER, *NEIGHBOUR, password=password, now=now)
    give_look(tenant, OF_2023, now=now)
    give_look(other, OF_NEIGHBOURS, now=now)


def _account(tenant: Tenant, role: Role, email: str, name: str, *, password: str, now: datetime) -> None:
    if not Account.objects.filter(email=email).exists():
        account = Account.objects.create_user(email, password, name=name)
        add_member(tenant=tenant, account=account, role=role, now=now)

"""The people and things that the tests are about: a mayor, an organiser, a stranger, and the 2023 series in the future.

Every maker takes what matters to a test by name and fills in the rest with something dull.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

from django.test import Client

from skaala.evidence.models import Bottleneck
from skaala.evidence.operations import save_bottleneck
from skaala.people.models import Account, Organisation, Tenant
from skaala.people.operations import add_member, note_session
from skaala.people.rules import Role
from skaala.places.models import Municipality, Venue
from skaala.registration.models import Registration, WorkspacePermit
from skaala.registration.operations import Details, SignUp, register
from skaala.registration.rules import Choice, normalise_address, workspace_key
from skaala.series.models import Event, Series, SeriesPartner
from skaala.series.operations import InNotice, accept_series, give_role, offer_series
from skaala.series.rules.partners import AS_PARTNER, Duty, Who
from skaala.site.board.views.workspace_cookie import cookie_name
from skaala.ui.texts import Texts

PASSWORD = "a long walk by the lake"
TODAY = datetime(2030, 1, 15, 10, 0, tzinfo=UTC)


def texts(word: str) -> Texts:
    """The same word in three languages, told apart by the language's code."""
    return Texts(fi=f"{word} (fi)", sv=f"{word} (sv)", en=f"{word} (en)")


def an_organiser(email: str = "olga@example.org", **details: Any) -> Account:
    """An owner, of the tests' organisation unless another is named."""
    return a_member(Role.OWNER, email, **details)


def a_tenant(slug: str = "house", **details: Any) -> Tenant:
    """The organisation that owns the tests' series."""
    details.setdefault("name", texts(f"Organisation {slug}"))
    return Tenant.objects.get_or_create(slug=slug, defaults=details)[0]


def a_member(role: Role, email: str, *, tenant: Tenant | None = None, **details: Any) -> Account:
    """An account with a role in an organisation."""
    name = details.pop("name", "Olga Organiser")
    account = Account.objects.create_user(email, PASSWORD, name=name, **details)
    add_member(tenant=tenant or a_tenant(), account=account, role=role, now=TODAY)
    return account


def a_guest(series: Series, role: Role, email: str = "guest@example.org", **details: Any) -> Account:
    """An account with a role in one series, and in no organisation."""
    account = Account.objects.create_user(email, PASSWORD, name=details.pop("name", "Gun Guest"), **details)
    give_role(series=series, account=account, role=role, now=TODAY)
    return account


def a_partner(series: Series, tenant: Tenant, *roles: Role) -> SeriesPartner:
    """``tenant``, with which ``series`` is shared; all its members come along unless roles are named."""
    offer = offer_series(
        series=series,
        partner=tenant,
        roles=roles or tuple(AS_PARTNER),
        duties=dict.fromkeys(Duty, Who.BOTH),
        by=an_organiser("offers@example.org", tenant=series.tenant),
        now=TODAY,
    )
    accepts = an_organiser("accepts@example.org", tenant=tenant)
    named = InNotice("Partner street 1, Turku", "privacy@partner.example.org", "dpo@partner.example.org")
    return accept_series(offer=offer, named=named, by=accepts, now=TODAY)


def signs_in(client: Client, account: Account) -> None:
    """Sign ``account`` in, a moment ago."""
    client.force_login(account)
    session = client.session
    session["identity-shown-at"] = datetime.now(UTC).timestamp()
    session.save()
    note_session(account=account, session_key=session.session_key, browser="Firefox", now=TODAY)


def an_organisation(slug: str = "association", **details: Any) -> Organisation:
    details.setdefault("name", texts("Association"))
    details.setdefault("tenant", a_tenant())
    return Organisation.objects.get_or_create(slug=slug, defaults=details)[0]


def a_bottleneck(tenant: Tenant) -> Bottleneck:
    """A word of the vocabulary that an organisation has added."""
    made = Bottleneck(tenant=tenant, place=Bottleneck.Place.RECEIVER, name=texts("The archive is full"))
    return save_bottleneck(bottleneck=made)


def a_venue(**details: Any) -> Venue:
    return Venue.objects.create(
        **{"tenant": details.get("tenant") or a_tenant(), "name": Texts(fi="Kuntatalo"), "street": "Toinen linja 14", "postal_code": "00530",
           "city": Texts(fi="Helsinki", sv="Helsingfors"), **details}
    )  # fmt: skip


def a_series(slug: str = "spring", *, status: str = "published", **details: Any) -> Series:
    details.setdefault("title", texts("Spring series"))
    details.setdefault("contact_email", "contact@example.org")
    details.setdefault("tenant", a_tenant())
    details.setdefault("controller", an_organisation() if details["tenant"] == a_tenant() else None)
    if status in {"published", "archived"}:
        details.setdefault("published_at", TODAY - timedelta(days=7))
    return Series.objects.create(slug=slug, status=status, **details)


def an_event(series: Series, number: int = 1, *, now: datetime = TODAY, **details: Any) -> Event:
    """A workshop ``number`` weeks from ``now``, online, with a deadline the evening before."""
    start = details.setdefault("start", now + timedelta(weeks=number))
    details.setdefault("end", start + timedelta(hours=2))
    details.setdefault("slug", f"workshop-{number}")
    details.setdefault("title", texts(f"Workshop title {number}"))
    details.setdefault("registration_closes", start - timedelta(hours=12))
    details.setdefault("join_url", f"https://meet.example.org/{series.slug}/{number}")
    if details.get("mode") in {"onsite", "hybrid"} and "venue" not in details:
        details["venue"] = a_venue()
    return Event.objects.create(series=series, number=number, **details)


def a_closing_event(series: Series, *, now: datetime = TODAY, **details: Any) -> Event:
    details = {
        "kind": "closing_event",
        "mode": "hybrid",
        "slug": "closing",
        "start": now + timedelta(weeks=9),
        **details,
    }
    event = an_event(series, 9, now=now, **details)
    Event.objects.filter(pk=event.pk).update(number=None)
    event.number = None
    return event


def some_details(email: str = "maija@example.org", **details: Any) -> Details:
    """Maija Mayor of Akaa."""
    details.setdefault("name", "Maija Mayor")
    details.setdefault("organisation_kind", "municipality")
    details.setdefault("language", "fi")
    if details["organisation_kind"] == "municipality":
        details.setdefault("municipality", Municipality.objects.get(code="020"))
    return Details(email=email, **details)


def a_registration(
    series: Series,
    *events: Event,
    email: str = "maija@example.org",
    mode: str = "",
    now: datetime = TODAY,
    **details: Any,
) -> Registration:
    """Somebody registered to ``events`` (all of the series if none is named)."""
    chosen = events or tuple(series.events.all())
    choices = tuple(
        Choice(event.pk, mode or ("online" if event.offers_online else "onsite")) for event in chosen
    )
    registration = register(series=series, request=SignUp(some_details(email, **details), choices), now=now)
    assert registration is not None
    return registration


def a_key(registration: Registration) -> bytes:
    """The key for workspaces of somebody who registered, as the email would have brought it."""
    key = workspace_key.new_key()
    WorkspacePermit.objects.update_or_create(
        series=registration.series,
        address=normalise_address(registration.email),
        defaults={"registration": registration, "permit": workspace_key.permit_of(key)},
    )
    return key


def holds(client: Client, key: bytes, series: Series) -> None:
    """Put ``key`` into the browser, as a press on the page behind the email's link does."""
    client.cookies[cookie_name(series)] = workspace_key.as_text(key)

"""Roles in one series, shared series and unused accounts, for the pages, links and emails that are looked at."""

from __future__ import annotations

from typing import Any

from tests.browser import stage_face


def known(series: Any) -> dict[str, str]:
    """Give somebody a role in ``series``, and invite two: one whose page is looked at, one who accepts."""
    from django.utils import timezone

    from skaala.people.models import Account
    from skaala.people.rules import Role
    from skaala.series.links import make_role_token
    from skaala.series.operations import invite_to_series
    from tests import cast

    guest = cast.a_guest(series, Role.FACILITATOR, name="Vilma Vierailija-Vetäjä")
    looked_at, accepted = (
        invite_to_series(
            series=series,
            address=f"{name}@example.org",
            role=Role.ANALYST,
            language="fi",
            invited_by=Account.objects.get(email="oskar@example.org"),
            now=timezone.now(),
        )
        for name in ("looks", "comes")
    )
    offer, sharing = _shared_by_another(now=timezone.now())
    return stage_face.known() | {
        "keep_account": _an_unused_account(now=timezone.now()),
        "offer": str(offer.pk),
        "prompt_set": str(_a_prompt_set(series).pk),
        "sharing": str(sharing.pk),
        "series_role": str(guest.series_roles.get().pk),
        "role_invitation": make_role_token(looked_at),
        "role_accepts": make_role_token(accepted),
    }


def _a_prompt_set(series: Any) -> Any:
    """A set of questions that the organisation keeps, with a long name."""
    from skaala.ui.texts import Texts
    from skaala.workshops.models import OwnPromptSet
    from skaala.workshops.operations.prompt_sets import PromptDraft, keep_prompt_set

    name = Texts(
        fi="Kestävyystoimien vastaanottaminen pienissä ja keskisuurissa kunnissa",
        sv="Hållbarhetsåtgärder i små kommuner",
        en="Receiving actions",
    )
    asked = PromptDraft(
        "bottleneck",
        Texts(fi="Mikä estää?", sv="Vad hindrar?", en="What stops it?"),
        Texts(fi="Yksi kerrallaan."),
    )
    return keep_prompt_set(prompt_set=OwnPromptSet(tenant=series.tenant), name=name, prompts=[asked])


def _an_unused_account(*, now: Any) -> str:
    """An account that nobody has used for a year and more, to whose owner both emails have gone."""
    from datetime import timedelta

    from skaala.people.links import make_keep_token
    from skaala.people.models import Account, UnusedAccount
    from skaala.people.operations import create_tenant
    from skaala.people.rules import Role
    from skaala.ui.texts import Texts
    from tests import cast

    club = create_tenant(name=Texts(fi="Hiljainen yhdistys", sv="Den tysta föreningen", en="The quiet club"))
    unni = cast.a_member(Role.OWNER, "unni@example.org", tenant=club, name="Unni Unohtunut")
    long_ago = now - timedelta(days=400)
    Account.objects.filter(pk=unni.pk).update(last_login=long_ago, created_at=long_ago)
    UnusedAccount.objects.create(
        account=unni,
        first_at=now - timedelta(days=30),
        second_at=now - timedelta(days=7),
        closes_at=now + timedelta(days=3650),
        operator_informed_at=now,
    )
    return make_keep_token(unni)


def _shared_by_another(*, now: Any) -> tuple[Any, Any]:
    """Two series of another organisation: one offered to the house, one shared with it."""
    from skaala.people.rules import Role
    from skaala.series.operations import InNotice, accept_series, end_sharing, offer_series, tell_removed
    from skaala.series.rules.partners import Duty, Who
    from tests import cast

    other = cast.a_tenant("luonto", name=cast.texts("Luonnonvarojen ja ympäristön yhteistyöverkosto"))
    olli = cast.an_organiser("olli@example.org", tenant=other)
    oskar = cast.Account.objects.get(email="oskar@example.org")
    duties = {
        Duty.INFORM: Who.OWNER,
        Duty.REQUESTS: Who.PARTNER,
        Duty.SECURITY: Who.BOTH,
        Duty.RETENTION: Who.OWNER,
    }
    made = [
        offer_series(
            series=cast.a_series(slug, tenant=other, title=cast.texts(f"Yhteinen sarja: {slug}")),
            partner=cast.a_tenant(),
            roles=[Role.OWNER, Role.FACILITATOR],
            duties=duties,
            by=olli,
            now=now,
        )
        for slug in ("ilmasto", "vesistot", "metsat")
    ]
    named = InNotice("Toinen linja 14, 00530 Helsinki", "tietosuoja@example.org")
    for offer in made[1:]:
        accept_series(offer=offer, named=named, by=oskar, now=now)
    end_sharing(sharing=made[2], by=olli, now=now)
    tell_removed(series=made[0].series, by=olli, now=now)  # it stays: only its email is looked at
    return made[0], made[1]


def emails() -> dict[str, str]:
    """The emails that invite to a role in one series and offer to share one, in each language."""
    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from tests.pages.address import LANGUAGES

    invited = Email.objects.get(kind="series.role_invitation", to_address="looks@example.org")
    written = {}
    for kind in ("unused_first", "unused_second", "unused_last_owner"):
        for language in LANGUAGES:
            email = Email(kind=f"people.{kind}", to_address="unni@example.org", language=language)
            written[f"{kind}-{language}"] = compose(email).html
    for language in LANGUAGES:
        invited.language = language
        written[f"role_invitation-{language}"] = compose(invited).html
    for kind in ("partner_offered", "partner_ended", "partner_removed"):
        email = Email.objects.filter(kind=f"series.{kind}", to_address="oskar@example.org").latest(
            "created_at"
        )
        for language in LANGUAGES:
            email.language = language
            written[f"{kind}-{language}"] = compose(email).html
    return written | stage_face.emails()

"""Who keeps a municipality's page: asking for it, agreeing, reminding twice a year, and forgetting on time."""

from __future__ import annotations

from datetime import date, datetime, timedelta
from uuid import UUID

from django.db import transaction
from django.db.models import QuerySet
from django.utils import timezone

from skaala.catalogue.models import CatalogueEmail, Keeper
from skaala.catalogue.operations.contacts import past_their_date
from skaala.catalogue.rules import contacts as rules
from skaala.mail.models import Email
from skaala.mail.operations import queue_email
from skaala.places.models import Municipality

LINK, CHECK = "catalogue.keeper_link", "catalogue.keeper_check"
AT_ONCE = 200
WAITS = timedelta(days=30)
"""So long a request waits for an editor."""


@transaction.atomic
def ask_to_keep(*, municipality: Municipality, name: str, email: str, language: str, now: datetime) -> Keeper:
    """Note that somebody wants to keep a municipality's page; an editor agrees. Asking again changes nothing."""
    Municipality.objects.select_for_update(no_key=True).get(pk=municipality.pk)
    held = Keeper.objects.filter(municipality=municipality, email__iexact=email).first()
    if held is not None:
        return held
    return Keeper.objects.create(
        municipality=municipality,
        name=name,
        email=email,
        language=language,
        asked_for_at=now,
        keep_until=timezone.localdate(now) + WAITS,
    )


@transaction.atomic
def agree_to_keeper(*, keeper: Keeper, now: datetime) -> None:
    """Send a keeper the link; pressing again replaces it, so that an earlier one opens nothing."""
    held = Keeper.objects.select_for_update(of=("self",)).get(pk=keeper.pk)
    today = timezone.localdate(now)
    if held.agreed_on is not None:
        held.generation += 1
    held.agreed_on, held.unanswered = held.agreed_on or today, 0
    held.ask_on, held.keep_until = rules.ask_next(today), rules.keep_until(today)
    held.save()
    Email.objects.filter(catalogue_email__keeper=held, sent_at__isnull=True).delete()
    _queue(held, LINK, now)


@transaction.atomic
def end_keeper(*, keeper: Keeper) -> None:
    """Delete name and address of a keeper, and the emails to them; what they wrote stays, the link opens nothing."""
    _delete(Keeper.objects.filter(pk=keeper.pk))


@transaction.atomic
def confirm_keeper(*, keeper: Keeper, now: datetime) -> None:
    """Note that a keeper still keeps the page; whatever they save there says so too."""
    today = timezone.localdate(now)
    Keeper.objects.filter(pk=keeper.pk).update(
        answered_on=today, unanswered=0, ask_on=rules.ask_next(today), keep_until=rules.keep_until(today)
    )


def ask_keepers(*, now: datetime) -> int:
    """Ask the keepers who are due whether their page is still right; returns how many."""
    today = timezone.localdate(now)
    due = Keeper.objects.filter(ask_on__lte=today, unanswered__lt=rules.MOST_UNANSWERED)
    return sum(_ask(pk, today, now) for pk in due.values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def forget_keepers(*, today: date) -> int:
    """Delete the keepers whose time is over, and requests that no editor has agreed to; returns how many."""
    return _delete(keepers_past_their_date(today))


def keepers_past_their_date(today: date) -> QuerySet[Keeper]:
    """Return the keepers that go today: their date is over, or two emails have stayed unanswered for a month."""
    return Keeper.objects.filter(past_their_date(today))


def _delete(keepers: QuerySet[Keeper]) -> int:
    Email.objects.filter(catalogue_email__keeper__in=keepers).delete()
    return keepers.delete()[1].get("catalogue.Keeper", 0)


@transaction.atomic
def _ask(pk: UUID, today: date, now: datetime) -> bool:
    found = Keeper.objects.select_for_update(of=("self",), skip_locked=True)
    keeper = found.filter(pk=pk, ask_on__lte=today).first()
    if keeper is None:
        return False
    keeper.unanswered += 1
    is_last = keeper.unanswered >= rules.MOST_UNANSWERED
    keeper.ask_on = today + (rules.PATIENCE if is_last else rules.ASK_EVERY)
    keeper.save(update_fields=["unanswered", "ask_on"])
    _queue(keeper, CHECK, now)
    return True


def _queue(keeper: Keeper, kind: str, now: datetime) -> None:
    email = queue_email(
        kind=kind,
        to_address=keeper.email,
        to_name=keeper.name,
        language=keeper.language,
        now=now,
        is_simulated=keeper.is_simulated,
    )
    CatalogueEmail.objects.create(email=email, keeper=keeper)

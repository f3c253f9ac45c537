"""Who answers questions about an action: named with consent, asked twice a year, and forgotten on time."""

from __future__ import annotations

from datetime import date, datetime
from uuid import UUID

from django.db import transaction
from django.db.models import Q, QuerySet
from django.utils import timezone

from skaala.catalogue.models import Action, ActionContact, CatalogueEmail
from skaala.catalogue.operations.actions import count_documented
from skaala.catalogue.rules import contacts as rules
from skaala.mail.models import Email
from skaala.mail.operations import queue_email

CHECK = "catalogue.contact_check"
AT_ONCE = 200


@transaction.atomic
def save_contact(
    *, action: Action, name: str, email: str, job_title: str, language: str, today: date
) -> ActionContact:
    """Name the contact of an action, who has agreed to it today; a new address ends the links of the earlier one."""
    held = ActionContact.objects.select_for_update().filter(action=action).first()
    contact = held or ActionContact(action=action, consented_on=today)
    if held is None or held.email != email:
        contact.generation = (held.generation + 1) if held else 1
        contact.consented_on, contact.unanswered, contact.answered_on = today, 0, None
        contact.ask_on, contact.keep_until = rules.ask_next(today), rules.keep_until(today)
        if held is not None:
            Email.objects.filter(catalogue_email__contact=held).delete()
    contact.name, contact.email, contact.job_title, contact.language = name, email, job_title, language
    contact.save()
    count_documented(action)
    return contact


@transaction.atomic
def remove_contact(*, action: Action) -> None:
    """Delete name and address of an action's contact, and the emails to them; the action stays."""
    _delete(ActionContact.objects.filter(action=action))


def ask_contacts(*, now: datetime) -> int:
    """Ask the contacts who are due whether the action is still running and they still answer; returns how many."""
    today = timezone.localdate(now)
    due = ActionContact.objects.filter(
        ask_on__lte=today, unanswered__lt=rules.MOST_UNANSWERED, action__state=Action.State.PUBLISHED
    )
    return sum(_ask(pk, today, now) for pk in due.values_list("pk", flat=True)[:AT_ONCE])


@transaction.atomic
def confirm_contact(*, contact: ActionContact, status: str, now: datetime) -> None:
    """
    Note that a contact still answers, and how the action does.

    :param status: one of the action's statuses; "" leaves it as it is
    """
    today = timezone.localdate(now)
    contact.answered_on, contact.unanswered = today, 0
    contact.ask_on, contact.keep_until = rules.ask_next(today), rules.keep_until(today)
    contact.save(update_fields=["answered_on", "unanswered", "ask_on", "keep_until"])
    if status in Action.Status.values:
        Action.objects.filter(pk=contact.action_id).update(status=status, updated_at=now)


@transaction.atomic
def forget_contacts(*, today: date) -> int:
    """Delete the contacts whose time is over; returns how many."""
    return _delete(contacts_past_their_date(today))


def contacts_past_their_date(today: date) -> QuerySet[ActionContact]:
    """Return the contacts that go today: their date is over, or two emails have stayed unanswered for a month."""
    return ActionContact.objects.filter(past_their_date(today))


def past_their_date(today: date) -> Q:
    """Return the condition that contacts and keepers are forgotten by."""
    unanswered = Q(unanswered__gte=rules.MOST_UNANSWERED, ask_on__lte=today)
    return Q(keep_until__lt=today) | unanswered


def _delete(contacts: QuerySet[ActionContact]) -> int:
    actions = list(Action.objects.filter(contact__in=contacts).defer("search"))
    Email.objects.filter(catalogue_email__contact__in=contacts).delete()
    deleted = contacts.delete()[1].get("catalogue.ActionContact", 0)
    for action in actions:
        count_documented(action)
    return deleted


@transaction.atomic
def _ask(pk: UUID, today: date, now: datetime) -> bool:
    found = ActionContact.objects.select_for_update(of=("self",), skip_locked=True)
    contact = found.filter(pk=pk, ask_on__lte=today).first()
    if contact is None:
        return False
    contact.unanswered += 1
    is_last = contact.unanswered >= rules.MOST_UNANSWERED
    contact.ask_on = today + (rules.PATIENCE if is_last else rules.ASK_EVERY)
    contact.save(update_fields=["unanswered", "ask_on"])
    email = queue_email(
        kind=CHECK,
        to_address=contact.email,
        to_name=contact.name,
        language=contact.language,
        now=now,
        is_simulated=contact.is_simulated,
    )
    CatalogueEmail.objects.create(email=email, contact=contact)
    return True

"""Sending somebody their personal link again."""

from __future__ import annotations

from datetime import datetime

from django.db import transaction
from django.db.models import F
from procrastinate.contrib.django import app

from skaala.registration import queries, rules
from skaala.registration.models import LinkRequest, Registration
from skaala.registration.operations.queue_emails import queue_email_about
from skaala.series.models import Series

SEND_ASKED_LINKS = "registration.send_asked_links"
AT_ONCE = 100


@transaction.atomic
def ask_for_link(*, series: Series, address: str) -> None:
    """
    Note that somebody asks for the link to their registration; the worker sends it, if they have registered.

    Whether they have is not even looked up here: how long the answer takes would tell a stranger.
    """
    LinkRequest.objects.create(series=series, address=rules.normalise_address(address))
    app.configure_task(SEND_ASKED_LINKS).defer(timestamp=0)


def send_asked_links(*, now: datetime) -> None:
    """Send the links that have been asked for."""
    while True:
        with transaction.atomic():
            waiting = LinkRequest.objects.select_for_update(skip_locked=True, of=("self",))
            asked = list(waiting.select_related("series").order_by("pk")[:AT_ONCE])
            for one in asked:
                send_link(series=one.series, address=one.address, now=now)
            LinkRequest.objects.filter(pk__in=[one.pk for one in asked]).delete()
        if len(asked) < AT_ONCE:
            return


@transaction.atomic
def send_link(*, series: Series, address: str, now: datetime) -> bool:
    """
    Send the personal link to ``address`` if it is registered and got none in the last ten minutes.

    :returns: whether an email was queued; a page must not tell a stranger which
    """
    registration = (
        Registration.objects.select_for_update(no_key=True)
        .filter(series=series, email_normalised=rules.normalise_address(address), cancelled_at__isnull=True)
        .first()
    )
    if registration is None or not rules.may_send_link(registration.link_sent_at, now=now):
        return False
    registration.link_sent_at = now
    registration.save(update_fields=["link_sent_at"])
    queue_email_about(registration, "registration.link", now=now)
    return True


@transaction.atomic
def renew_link(*, registration: Registration, now: datetime) -> Registration:
    """
    End the present personal link and send a new one, for somebody whose link has gone astray.

    The links of the person's earlier registrations end too, since each of them opens all that is stored about them.
    """
    others = queries.registrations_of_same_person(registration).exclude(pk=registration.pk)
    others.order_by().update(generation=F("generation") + 1)
    registration = Registration.objects.select_for_update(no_key=True).get(pk=registration.pk)
    registration.generation += 1
    # Their calendar's entries get new join links, and take them only if they are newer.
    registration.link_sent_at = registration.updated_at = now
    registration.save(update_fields=["generation", "link_sent_at", "updated_at"])
    queue_email_about(registration, "registration.link", now=now)
    return registration

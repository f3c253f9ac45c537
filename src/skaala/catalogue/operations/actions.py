"""Saving, publishing and withdrawing actions."""

from __future__ import annotations

from collections.abc import Sequence
from contextlib import suppress
from datetime import datetime

from django.db import transaction
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from skaala.catalogue.models import Action, ActionContact, ActionLink
from skaala.catalogue.operations.index import INDEX, index_action
from skaala.catalogue.operations.suggestions import request_suggestions
from skaala.catalogue.queries.adoptions import spread_counts
from skaala.catalogue.rules.documentation import DOCUMENTED_BY, documented
from skaala.people.models import Account
from skaala.ui.languages import DEFAULT_LANGUAGE
from skaala.ui.slugs import free_slug, made_of


class UnableToPublish(Exception):
    """Something that readers need is missing; ``missing`` names it: "owner", "summary"."""

    def __init__(self, missing: list[str]) -> None:
        super().__init__(", ".join(missing))
        self.missing = missing


@transaction.atomic
def save_action(*, action: Action, now: datetime, links: Sequence[ActionLink] | None = None) -> Action:
    """
    Save a new or changed action and index it; a new one gets a lasting address made of its name.

    :param links: replace those held; None leaves them
    """
    action.updated_at = now
    if not action.pk:
        action.created_at = action.created_at or now
        action.slug = action.slug or _free_slug(action)
    else:  # a new owner is no adopter, and the one before may be one
        action.adopters = spread_counts([action])[action.pk].doing
    action.documented = _documented(action)
    action.save()
    if links is not None:
        action.links.all().delete()
        for order, link in enumerate(links):
            link.action, link.order, link.pk = action, order, None
        ActionLink.objects.bulk_create(links)
    index_action(action=action)
    _request_lemmas(action)
    if action.is_public:
        request_suggestions()
    return action


@transaction.atomic
def publish_action(*, action: Action, account: Account | None, now: datetime) -> Action:
    """
    Make an action public.

    :raises UnableToPublish: if it lacks an owner or the sentence that says what it is; nothing is changed
    """
    missing = [
        name
        for name, is_there in (("owner", action.owner or action.owner_elsewhere), ("summary", action.summary))
        if not is_there
    ]
    if missing:
        raise UnableToPublish(missing)
    action.state = Action.State.PUBLISHED
    action.published_at = action.published_at or now
    action.confirmed_by = account
    action.save(update_fields=["state", "published_at", "confirmed_by"])
    request_suggestions()
    return action


@transaction.atomic
def withdraw_action(*, action: Action) -> None:
    """Take an action off the public pages; everything about it is kept."""
    action.state = Action.State.WITHDRAWN
    action.save(update_fields=["state"])
    request_suggestions()


@transaction.atomic
def remove_action(*, action: Action) -> None:
    """Delete an action that was never published."""
    if action.published_at is None:
        action.delete()


def count_documented(action: Action) -> None:
    """Count again how well an action is documented, where something beside it has changed: its contact."""
    action.documented = _documented(action)
    Action.objects.filter(pk=action.pk).update(documented=action.documented)


def _documented(action: Action) -> int:
    written = {name: bool(getattr(action, name)) for name in DOCUMENTED_BY}
    has_contact = bool(action.pk) and ActionContact.objects.filter(action=action).exists()
    return documented(written, action.profile, has_contact=has_contact)


def _request_lemmas(action: Action) -> None:
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(INDEX, queueing_lock=f"{INDEX}:{action.pk}").defer(action_id=action.pk)


def _free_slug(action: Action) -> str:
    base = made_of(action.name.for_reader(DEFAULT_LANGUAGE).text, otherwise="action", longest=60)
    return free_slug(base, Action.objects.all(), reserved=RESERVED)


RESERVED = frozenset({"compare", "submit", "feed", "catalogue", "download", "submitted"})
"""Addresses of pages beside those of actions."""

"""The list of addresses has every page of the program."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import Any

from django.urls import URLPattern, URLResolver, get_resolver, resolve
from django.utils import translation

from skaala.series.rules import RESERVED_FOR_PAGES
from skaala.site import urls as site_urls
from tests.pages.addresses import ADDRESSES

NO_PAGES = {
    "sitemap", "site:series-calendar", "site:series-picture", "site:event-calendar", "site:personal-calendar", "site:series-feed",  # files
    "desk:export", "desk:email-file", "site:material", "site:personal-data",  # files
    "site:report-file", "site:report-data", "desk:report-draft-file",  # files
    "desk:report-draft", "desk:report-act", "desk:report-make-files", "desk:themes-find", "desk:themes-undo", "desk:claims-find", "desk:claims-undo", "desk:claims-decide",  # actions that lead to a page
    "desk:board-export", "desk:feedback-export", "desk:missing-export", "site:results-file",  # files
    "desk:certificate",  # a file, looked at in test_certificate.py
    "desk:helper-link-action",  # an action that leads to a page
    "desk:measures-file", "desk:findings-file",  # files
    "live",  # a stream
    "desk:end-api-key",  # an action that leads to a page
    "desk:email-page",  # an email, looked at in test_emails.py
    "site:own-data",  # a file
    "site:personal-workspace",  # an action that leads to a page
    "site:personal-consent",  # an action that leads to a page
    "site:step-off", "site:earlier-join",  # an action and an earlier address that lead to a page
    "desk:bad-rows",  # a file
    "desk:move-question", "desk:restore-question", "desk:drop-import", "desk:revoke-invitation",  # actions that lead to a page
    "desk:sign-out", "desk:link", "desk:send-again", "desk:send-failed-again",  # actions that lead to a page
    "desk:board-phase", "desk:board-timer", "desk:board-settings", "desk:board-guests", "desk:board-show",
    "desk:board-pin", "desk:board-present", "desk:board-screen", "desk:board-several", "desk:board-log", "desk:board-take-in-steps", "desk:board-invitation", "desk:board-publish",
    "desk:retire-bottleneck",
    "site:actions-file", "site:actions-feed",  # files
    "desk:end-membership", "desk:withdraw-invitation",  # actions that lead to a page
    "desk:audit-file",  # a file
    "desk:ask-reply-address", "desk:face-test",  # actions that lead to a page
    "desk:face-email",  # an email, looked at in tests/browser/test_face.py
    "organisation-style", "organisation-logo",  # files
    "desk:end-series-role", "desk:withdraw-series-invitation", "desk:end-sharing", "desk:end-series-link", "desk:end-shared",  # actions that lead to a page
    "desk:stay", "desk:drop-kept-form",  # actions that lead to a page
    "desk:end-session", "desk:end-other-sessions", "desk:remove-second-factor", "desk:second-factor-of-all",  # actions that lead to a page
    "desk:recovery-codes", "desk:sign-in-code",  # after a POST alone, looked at in tests/desk/test_account.py
    "desk:sign-in-passkey", "desk:remove-passkey",  # actions that lead to a page
    "desk:passkey-options", "desk:new-passkey-options",  # what a script asks
    "desk:try-directory", "desk:remove-directory",  # actions that lead to a page
    "desk:signed-out",  # after a session of a directory alone, looked at in tests/browser/test_directory.py
    "directories:return", "directories:ended",  # what a directory calls
    "desk:action-state", "desk:make-action", "desk:board-remove-interest", "desk:drop-actions-file",  # actions that lead to a page
    "desk:actions-file-bad-rows",  # a file
}  # fmt: skip


def names(patterns: list[Any], space: str = "") -> Iterator[str]:
    """Yield the names of all addresses with a language, and of those without that have one; programs ask the API's."""
    for pattern in patterns:
        if getattr(pattern, "namespace", None) == "api":
            continue
        if isinstance(pattern, URLResolver):
            yield from names(pattern.url_patterns, f"{pattern.namespace}:" if pattern.namespace else space)
        elif isinstance(pattern, URLPattern) and pattern.name:
            yield f"{space}{pattern.name}"


def test_list_has_every_page() -> None:
    """Who adds a page adds it to the list; what is no page is named above."""
    anything = defaultdict(
        lambda: "1",
        table=_UUID,
        actions_file=_UUID,
        imported_file=_UUID,
        done_table=_UUID,
        person=_UUID,
        cancelled_person=_UUID,
        email=_UUID,
        prompt=_UUID,
        poll_choice=_UUID,
        poll_ordered=_UUID,
        poll_order=_UUID,
        conclusion=_UUID,
        poll_words=_UUID,
        poll_draft=_UUID,
        statement=_UUID,
        step=_UUID,
        finding=_UUID,
    )
    with translation.override("en"):
        listed = {
            resolve(f"/en{address.path.format_map(anything)}".partition("?")[0]).view_name
            for address in ADDRESSES
            if address.name != "not-found"
        }

    assert set(names(get_resolver().url_patterns)) - NO_PAGES - listed == set()


def test_no_event_can_hide_a_page_of_its_series() -> None:
    """An event's page stands beside those of its series, so their addresses are taken."""
    routes = [str(pattern.pattern) for pattern in site_urls.urlpatterns]
    beside = [re.fullmatch(r"series/<slug:slug>/([a-z-]+)/", route) for route in routes]
    assert {found[1] for found in beside if found} == RESERVED_FOR_PAGES


_UUID = "00000000-0000-4000-8000-000000000000"

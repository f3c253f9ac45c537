"""One email of each kind about a registration, written in each language."""

from __future__ import annotations

from typing import Any

LANGUAGES = ("fi", "sv", "en")

WRITTEN = {
    "event_changed": "registration.event_resumed", "event_cancelled": "", "message": "reports.outcome", "reminder": "",
}  # fmt: skip
"""What is written to many in the narrow hall, each with another kind that has the same parts and is not sent there."""


def emails() -> dict[str, str]:
    """One email of each kind about a registration in each language, as HTML, by kind and language."""
    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from skaala.registration import links
    from skaala.registration.models import Registration

    about = Registration.objects.get(email="paula@example.org")
    email = Email.objects.filter(registration_email__registration=about).get()
    written = {}
    for kind in (
        "confirmation",
        "changed",
        "link",
        "cancelled",
        "restored",
        "address_corrected",
        "address_changed",
        "workspace_link",
    ):
        for language in LANGUAGES:
            about.language = email.language = language
            Registration.objects.filter(pk=about.pk).update(language=language)
            email.kind = f"registration.{kind}"
            with links.masked():  # the key of such an email is sealed, and this one was none
                written[f"{kind}-{language}"] = compose(email).html
    Registration.objects.filter(pk=about.pk).update(language="fi")
    for language in LANGUAGES:
        written[f"test-{language}"] = compose(Email(kind="desk.test", language=language)).html
        forgotten = Email(kind="people.new_password", to_address="oskar@example.org", language=language)
        written[f"new_password-{language}"] = compose(forgotten).html
        invited = Email.objects.get(kind="people.invitation", to_address="invited@example.org")
        invited.language = language
        written[f"invitation-{language}"] = compose(invited).html
    return written | _emails_that_offer_an_event(Registration.objects.get(email="pia@example.org"))


def _emails_that_offer_an_event(registration: Any) -> dict[str, str]:
    """The email to somebody who has filled in the form again for one more event; it is not sent here."""
    from django.db import transaction
    from django.utils import timezone

    from skaala.mail.models import Email
    from skaala.mail.renderers.emails import compose
    from skaala.registration.operations.add_events import offer_addition
    from skaala.registration.rules import Choice

    written = {}
    with transaction.atomic():
        series = registration.series
        event = series.events.exclude(pk__in=registration.attendances.values("event_id")).earliest("number")
        offer_addition(
            series=series,
            address=registration.email,
            choices=[Choice(event.pk, "online")],
            now=timezone.now(),
        )
        email = Email.objects.get(kind="registration.addition", registration_email__registration=registration)
        for language in LANGUAGES:
            email.language = language
            written[f"addition-{language}"] = compose(email).html
        transaction.set_rollback(True)
    return written

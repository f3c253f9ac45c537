"""Sending the outcome of a series to everybody who is registered for it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from skaala.people.queries import base_url
from skaala.registration.models import Mailing, Registration
from skaala.registration.operations.queue_emails import queue_mailing
from skaala.reports.models import Report, Version
from skaala.reports.queries import contents_of
from skaala.reports.queries import outcome as queries
from skaala.ui.texts import Texts

SUMMARY_PARAGRAPHS = 5
"""So many paragraphs of the summary are in the drafted email."""


def draft_outcome_email(version: Version) -> tuple[Texts, Texts]:
    """Return subject and message of the email about a published report in each language, for an organiser to edit."""
    subjects, bodies = {}, {}
    for language in version.report.series.offered:
        with translation.override(language):
            contents = contents_of(version, language)
            subjects[language] = _("Outcomes: %(title)s") % {"title": contents.title}
            address = base_url(version.report.series.tenant) + reverse(
                "site:report", args=[version.report.series.slug]
            )
            summary = [paragraph for paragraph in contents.summary if paragraph][:SUMMARY_PARAGRAPHS]
            bodies[language] = "\n\n".join(
                [
                    _("Thank you for taking part. The report on what the workshops found is out:"),
                    address,
                    *summary,
                ]
            )
    return Texts(**subjects), Texts(**bodies)


@transaction.atomic
def send_outcome_email(
    *, mailing_id: UUID, version: Version, subject: Texts, body: Texts, now: datetime
) -> Mailing | None:
    """
    Send this email to all who are registered for the series and have not had it, each in their language.

    The emails differ in the personal link only: the page behind it, and nothing else, shows what became of a person's
    own statements. Those who have cancelled, or whose data are deleted, get none.

    :param mailing_id: created when the form is first shown; a second call with the same one changes nothing
    :returns: the mailing; None if there is nobody left to send it to
    """
    # One at a time for each series, so that two requests at once send nothing twice.
    report = Report.objects.select_for_update(no_key=True).select_related("series").get(pk=version.report_id)
    existing = Mailing.objects.filter(pk=mailing_id).first()
    if existing is not None:
        return existing
    people: list[Registration] = list(queries.people_to_notify(report.series))
    if not people:
        return None
    mailing = Mailing.objects.create(
        pk=mailing_id,
        series=report.series,
        kind=Mailing.Kind.MESSAGE,
        subject=subject,
        body=body,
        created_at=now,
    )
    queue_mailing(mailing, people, kind=queries.OUTCOME_EMAIL, now=now)
    return mailing

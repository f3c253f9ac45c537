"""Writing to everybody of a series what came of it."""

from __future__ import annotations

from datetime import datetime
from uuid import UUID

from django.conf import settings
from django.db import transaction
from django.urls import reverse
from django.utils import translation
from django.utils.translation import gettext as _

from skaala.registration.models import Mailing, Registration
from skaala.registration.operations.correspond import queue_mailing
from skaala.reports import queries_outcome as queries
from skaala.reports.build import contents_of
from skaala.reports.models import Report, Version
from skaala.ui.texts import LANGUAGES, Texts

TOLD = 5
"""How many findings the drafted letter tells of."""


def draft_outcome_letter(version: Version) -> tuple[Texts, Texts]:
    """Return subject and message of the letter about a published report, in all languages, for a person to see to."""
    subjects, bodies = {}, {}
    for language in LANGUAGES:
        with translation.override(language):
            contents = contents_of(version, language)
            subjects[language] = _("What came of it: %(title)s") % {"title": contents.title}
            address = settings.BASE_URL + reverse("site:report", args=[version.report.series.slug])
            told = [line for line in contents.summary if line][:TOLD]
            bodies[language] = "\n\n".join(
                [
                    _("Thank you for taking part. The report on what the workshops found is out:"),
                    address,
                    *told,
                ]
            )
    return Texts(**subjects), Texts(**bodies)


@transaction.atomic
def tell_outcome(
    *, mailing_id: UUID, version: Version, subject: Texts, body: Texts, now: datetime
) -> Mailing | None:
    """
    Write to all who are registered for the series and have not had this letter, each in her language.

    The letter is the same for everybody but for the personal link: behind it, and only there, stands what became of her own
    statements. Those who have cancelled, or are forgotten, get none.

    :param mailing_id: made when the form was first shown; a second call with the same one changes nothing
    :returns: the mailing; None where nobody is left to write to
    """
    # One after the other for each series, so that two presses at once write to nobody twice.
    report = Report.objects.select_for_update(no_key=True).select_related("series").get(pk=version.report_id)
    known = Mailing.objects.filter(pk=mailing_id).first()
    if known is not None:
        return known
    people: list[Registration] = list(queries.not_told_yet(report.series))
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
    queue_mailing(mailing, people, kind=queries.OUTCOME_LETTER, now=now)
    return mailing

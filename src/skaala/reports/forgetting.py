"""What this room may hold of people: memos, and words that somebody wrote. It joins the nightly forgetting."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from skaala.registration import own_data
from skaala.registration.models import Registration
from skaala.reports.models import Finding, Report
from skaala.reports.names import Text, find_names
from skaala.series import forgetting
from skaala.series.forgetting import Counts
from skaala.series.models import Series


def _held(series: Series) -> Counts:
    memos = Finding.objects.filter(report__series=series).exclude(memo="").count()
    return {"memos": memos} if memos else {}


def _forget(series: Series, now: datetime) -> Counts:
    held = _held(series)
    Finding.objects.filter(report__series=series).exclude(memo="").update(memo="")
    return held


def _tell(registration: Registration) -> list[dict[str, Any]]:
    """Return the words in the report that name her."""
    findings = Finding.objects.filter(report__series=registration.series_id)
    texts = [
        Text(str(finding.pk), text)
        for finding in findings
        for text in (
            *finding.edited_title.as_dict().values(),
            *finding.edited_text.as_dict().values(),
            finding.memo,
            finding.organisation,
            finding.source,
        )
    ]
    named = {hit.where for hit in find_names(texts, [registration.name], [registration.email]) if hit.sure}
    return [{"finding": text.where, "text": text.text} for text in texts if text.where in named and text.text]


def _forget_person(registration: Registration, now: datetime) -> None:
    from skaala.reports.operations import erase_person

    report = Report.objects.filter(series=registration.series_id).first()
    if report is not None:
        erase_person(report=report, name=registration.name, address=registration.email, now=now)


forgetting.holds_personal_data(forgetting.Room("reports", _held, _forget))
own_data.holds_data_of_people("reports", _tell, _forget_person)

"""Where a person must be erased from what was published: a note takes the version's place, and a new one follows."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import datetime

from django.db import transaction
from django.utils import translation
from django.utils.translation import gettext as _

from skaala.reports.models import Finding, Report, Version
from skaala.reports.names import Hit, Text, find_names
from skaala.reports.operations.publish import NamesFoundError, NothingToPublishError, publish_report
from skaala.ui.texts import LANGUAGES, Texts


@transaction.atomic
def replace_version(
    *, version: Version, note: Texts, now: datetime, publish_anew: bool = True
) -> Version | None:
    """
    Let ``note`` take the place of what ``version`` said, its votes, data and files, and publish what stands now.

    :param note: why, in words for readers; empty languages get the usual words
    :returns: the new version, or None where none is wanted or there is nothing to publish
    :raises NamesFoundError: if the texts as they stand still name somebody; then nothing is done
    """
    report = Report.objects.select_for_update(no_key=True).get(pk=version.report_id)
    usual = usual_note()
    version = Version.objects.select_for_update().get(pk=version.pk)
    if not version.is_replaced:
        version.contents, version.snapshot = {}, {}
        version.replaced_at = now
        version.replaced_note = Texts(
            **{code: getattr(note, code).strip() or getattr(usual, code) for code in LANGUAGES}
        )
        version.save(update_fields=["contents", "snapshot", "replaced_at", "replaced_note"])
        version.appendices.all().delete()
        version.renderings.all().delete()
    if not publish_anew:
        return None
    try:
        return publish_report(report=report, now=now)
    except NothingToPublishError:
        return None


def usual_note() -> Texts:
    """Return what is said where a version was, if nobody writes anything else."""
    found = {}
    for language in LANGUAGES:
        with translation.override(language):
            found[language] = _(
                "This version was withdrawn to protect a person. A newer version takes its place."
            )
    return Texts(**found)


@transaction.atomic
def erase_person(*, report: Report, name: str, address: str, now: datetime) -> int:
    """
    Erase from the report all that names this person: words that somebody wrote, memos, and published versions.

    Edited words that name her give way to the drafted ones; findings of one's own that name her are no longer published.

    :returns: how many published versions gave way to a note
    """
    for finding in report.findings.all():
        _erase_from(finding, name, address)
    if _names_her([*report.summary.as_dict().values()], name, address):
        report.summary = Texts()
        report.save(update_fields=["summary"])
    named = [
        version
        for version in report.versions.filter(replaced_at=None)
        if _names_her(_strings(version.contents), name, address)
    ]
    for version in named:
        is_latest = version == report.versions.first()
        try:
            with transaction.atomic():
                replace_version(version=version, note=Texts(), now=now, publish_anew=is_latest)
        except NamesFoundError:  # somebody else is named in what stands now: that is for a person to mend
            replace_version(version=version, note=Texts(), now=now, publish_anew=False)
    return len(named)


def _erase_from(finding: Finding, name: str, address: str) -> None:
    changed = []
    if _names_her([finding.memo], name, address):
        finding.memo = ""
        changed.append("memo")
    for field in ("organisation", "source"):
        if _names_her([getattr(finding, field)], name, address):
            setattr(finding, field, "")
            changed.append(field)
    for field in ("edited_title", "edited_text"):
        if _names_her(getattr(finding, field).as_dict().values(), name, address):
            setattr(finding, field, Texts())
            changed.append(field)
    if finding.is_own and not finding.title:
        finding.is_published = False
        changed.append("is_published")
    if changed:
        finding.save(update_fields=changed)


def _names_her(texts: Iterable[str], name: str, address: str) -> bool:
    found: list[Hit] = find_names([Text("", text) for text in texts], [name], [address])
    return any(hit.sure for hit in found)


def _strings(value: object) -> list[str]:
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    return [text for part in value for text in _strings(part)] if isinstance(value, list) else []

"""Erasing a person from what was published: a note replaces the version, and a new version follows."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import datetime
from typing import Any

from django.db import transaction
from django.utils.translation import gettext_lazy as _

from skaala.registration.rules.names import Text, find_names
from skaala.reports.models import Finding, Report, Version
from skaala.reports.operations.publish import NamesFound, NothingToPublish, publish_report
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts, in_every_language
from skaala.workshops.operations.mask_mentions import Masked


@transaction.atomic
def replace_version(
    *, version: Version, note: Texts, now: datetime, publish_anew: bool = True
) -> Version | None:
    """
    Replace the contents, votes, data and files of ``version`` by ``note``, and publish the report as it is now.

    :param note: the reason, for readers; in a language without one the usual words are used
    :returns: the new version; None if none is wanted or there is nothing to publish
    :raises NamesFound: if the current texts name somebody; then nothing is changed
    """
    report = Report.objects.select_for_update(no_key=True).get(pk=version.report_id)
    usual = usual_note()
    version = Version.objects.select_for_update().get(pk=version.pk)
    if not version.is_replaced:
        version.contents, version.snapshot = {}, {}
        version.replaced_at = now
        version.replaced_note = Texts(
            **{code: note.get(code).strip() or usual.get(code) for code in LANGUAGES}
        )
        version.save(update_fields=["contents", "snapshot", "replaced_at", "replaced_note"])
        version.appendices.all().delete()
        version.renderings.all().delete()
    if not publish_anew:
        return None
    try:
        return publish_report(report=report, now=now, with_untranslated=True)
    except NothingToPublish:
        return None


def usual_note() -> Texts:
    """Return what is shown instead of a version if nobody writes another note."""
    return in_every_language(
        _("This version was withdrawn to protect a person. A newer version takes its place.")
    )


@transaction.atomic
def erase_person(*, report: Report, name: str, address: str, now: datetime) -> int:
    """
    Erase whatever names this person from the report: texts that somebody wrote, memos, and published versions.

    Edited texts that name the person are replaced by the drafted ones; findings that a person wrote and that are
    empty afterwards are no longer published.

    :returns: how many published versions were replaced by a note
    """
    for finding in report.findings.all():
        _erase_from(finding, name, address)
    if _names_person([*report.summary.as_dict().values()], name, address):
        report.summary = Texts()
        report.save(update_fields=["summary"])
    for assistance in report.assistances.all():
        if _names_person(_strings(assistance.passages), name, address):
            assistance.delete()  # nothing is lost: the draft is made again from the votes
    naming = [
        version
        for version in report.versions.filter(replaced_at=None)
        if _names_person(_strings(_texts_in(version)), name, address)
    ]
    for version in naming:
        _replace(version, now=now, publish_anew=version == report.versions.first())
    return len(naming)


@transaction.atomic
def erase_masked(*, report: Report, masked: Masked, now: datetime) -> int:
    """
    Let the draft and what was published follow statements, notes and translations that have just been masked.

    :returns: how many published versions were replaced by a note
    """
    for finding in report.findings.all():
        changed = []
        for field in ("drafted_title", "drafted_text", "facts"):
            value = getattr(finding, field)
            now_says = _follow(value, masked.texts)
            if now_says != value:
                setattr(finding, field, now_says)
                changed.append(field)
        if changed:
            finding.save(update_fields=changed)
    for assistance in report.assistances.all():
        if _follow(assistance.passages, masked.texts) != assistance.passages:
            assistance.delete()
    quoting = [
        version
        for version in report.versions.filter(replaced_at=None)
        if _follow(_texts_in(version), masked.texts) != _texts_in(version)
        or version.appendices.filter(event__in=masked.events).exists()
    ]
    latest = report.versions.first()
    for version in quoting:
        _replace(version, now=now, publish_anew=version == latest)
    return len(quoting)


def _texts_in(version: Version) -> list[Any]:
    """Return what a version says, and what is stored beside it: what it may quote, what the assistant was asked and answered."""
    return [version.contents, version.snapshot.get("texts", {}), version.snapshot.get("assistant", [])]


def _follow(value: Any, texts: Mapping[str, str]) -> Any:
    """Return plain data, or texts in several languages, with each of the masked texts as it is now."""
    if isinstance(value, str):
        for before, after in texts.items():
            value = value.replace(before, after)
        return value
    if isinstance(value, Texts):
        return Texts(**_follow(value.as_dict(), texts))
    if isinstance(value, dict):
        return {key: _follow(part, texts) for key, part in value.items()}
    return [_follow(part, texts) for part in value] if isinstance(value, list) else value


def _replace(version: Version, *, now: datetime, publish_anew: bool) -> None:
    try:
        with transaction.atomic():
            replace_version(version=version, note=Texts(), now=now, publish_anew=publish_anew)
    except NamesFound:  # the current texts name somebody else, which an organiser has to correct
        replace_version(version=version, note=Texts(), now=now, publish_anew=False)


def _erase_from(finding: Finding, name: str, address: str) -> None:
    changed = []
    for field in ("memo", "organisation", "source"):
        if _names_person([getattr(finding, field)], name, address):
            setattr(finding, field, "")
            changed.append(field)
    for field in ("edited_title", "edited_text"):
        if _names_person(getattr(finding, field).as_dict().values(), name, address):
            setattr(finding, field, Texts())
            changed.append(field)
    if finding.is_own and not finding.title:
        finding.is_published = False
        changed.append("is_published")
    if changed:
        finding.save(update_fields=changed)


def _names_person(texts: Iterable[str], name: str, address: str) -> bool:
    return any(match.sure for match in find_names([Text("", text) for text in texts], [name], [address]))


def _strings(value: object) -> list[str]:
    """Return all strings in plain data."""
    if isinstance(value, str):
        return [value]
    if isinstance(value, dict):
        return [text for part in value.values() for text in _strings(part)]
    return [text for part in value for text in _strings(part)] if isinstance(value, list) else []

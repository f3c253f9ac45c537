"""What this room may hold of people: memos, and words that somebody wrote. It joins the nightly forgetting."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db.models import Q, QuerySet

from skaala.registration.models import Registration
from skaala.registration.queries import own_data
from skaala.registration.queries.personal_data import names_of_people
from skaala.registration.rules.names import Text, find_names
from skaala.reports.claims.operations import erase_from_claims
from skaala.reports.commitments import queries as queries_commitments
from skaala.reports.models import ClaimDecision, Commitment, Finding, Report, ThemeDecision
from skaala.reports.operations import erase_masked, erase_person
from skaala.reports.themes.operations import erase_from_themes
from skaala.series.models import Series
from skaala.series.operations import personal_data
from skaala.series.operations.personal_data import Counts
from skaala.workshops.operations.mask_mentions import mask_mentions


def _held(series: Series) -> Counts:
    memos = Finding.objects.filter(report__series=series).exclude(memo="").count()
    found = {"memos": memos, "commitments": _commitments(series).count()}
    return {kind: number for kind, number in found.items() if number}


def _commitments(series: Series) -> QuerySet[Commitment]:
    named = Q(registration__isnull=False) | (Q(is_from_hall=True) & ~Q(name=""))
    return Commitment.objects.filter(named, board__event__series=series)


def _forget(series: Series, now: datetime) -> Counts:
    """Remove memos, and mask or remove whatever still names somebody: after this night nobody could find it any more.

    Of who takes part in next steps the numbers stay. Sentence vectors are made of what people wrote, and all go.
    """
    from skaala.vectors.kept import forget_vectors  # numbers in bulk load only where they are needed

    forget_vectors(settings.DATA_DIR / "vectors")
    held = _held(series)
    # First, so that a version published below quotes statements as they are now.
    report = Report.objects.filter(series=series).first()
    masked = mask_mentions(series=series)
    if report is not None and masked.texts:
        erase_masked(report=report, masked=masked, now=now)
    _commitments(series).update(registration=None, name="", municipality=None)
    Finding.objects.filter(report__series=series).exclude(memo="").update(memo="")
    names, addresses = names_of_people(series)
    if ThemeDecision.objects.filter(series=series).exists():
        for name, address in zip(names, addresses, strict=True):
            erase_from_themes(series=series, name=name, address=address)
    if ClaimDecision.objects.filter(series=series, kind=ClaimDecision.Kind.NAME).exists():
        for name, address in zip(names, addresses, strict=True):
            erase_from_claims(series=series, name=name, address=address)
    if report is not None:
        for name, address in sorted(_named(report, names, addresses)):
            erase_person(report=report, name=name, address=address, now=now)
    return held | ({"masked_texts": len(masked.texts)} if masked.texts else {})


def _named(report: Report, names: list[str], addresses: list[str]) -> set[tuple[str, str]]:
    texts = [Text("", text) for finding in report.findings.all() for text in _words(finding)]
    texts += [Text("", text) for text in report.summary.as_dict().values()]
    found = {hit.name for hit in find_names(texts, names, addresses) if hit.sure}
    return {
        (name, address)
        for name, address in zip(names, addresses, strict=True)
        if name in found or address.casefold() in found
    }


def _words(finding: Finding) -> list[str]:
    edited = [*finding.edited_title.as_dict().values(), *finding.edited_text.as_dict().values()]
    return [text for text in (*edited, finding.memo, finding.organisation, finding.source) if text]


def _export_person(registration: Registration) -> list[dict[str, Any]]:
    """Return the words in the report that name them."""
    found = []
    for finding in Finding.objects.filter(report__series=registration.series_id):
        for text in _words(finding):
            hits = find_names([Text("", text)], [registration.name], [registration.email])
            if any(hit.sure for hit in hits):
                found.append({"finding": str(finding.pk), "text": text})
    found += [
        {
            "next_step": one.root.text,
            "role": one.role,
            "name": one.name,
            "agreed_on": one.consented_on.isoformat(),
        }
        for one in queries_commitments.commitments_of(registration)
    ]
    found += [{"next_step": one.root.text, "name": one.name} for one in _naming(registration)]
    found += [*_naming_decisions(registration)]
    return found


def _naming_decisions(registration: Registration) -> Iterator[dict[str, Any]]:
    """Return the names of themes and the words of claims that name them."""
    series = registration.series_id
    worded = [("theme", each.theme, each.names) for each in ThemeDecision.objects.filter(series=series)]
    worded += [("claim", each.claim, each.names) for each in ClaimDecision.objects.filter(series=series)]
    for what, key, names in worded:
        texts = [Text("", text) for text in names.as_dict().values() if text]
        if any(hit.sure for hit in find_names(texts, [registration.name], [registration.email])):
            yield {what: key, "text": " / ".join(text.text for text in texts)}


def _naming(registration: Registration) -> list[Commitment]:
    """Return what others have said under their name."""
    others = _commitments(registration.series).exclude(registration=registration).select_related("root")
    return [
        one
        for one in others
        if any(
            hit.sure for hit in find_names([Text("", one.name)], [registration.name], [registration.email])
        )
    ]


def _forget_person(registration: Registration, now: datetime) -> None:
    named = [one.pk for one in _naming(registration)]
    Commitment.objects.filter(Q(registration=registration) | Q(pk__in=named)).delete()
    erase_from_themes(series=registration.series, name=registration.name, address=registration.email)
    erase_from_claims(series=registration.series, name=registration.name, address=registration.email)
    report = Report.objects.filter(series=registration.series_id).first()
    if report is not None:
        erase_person(report=report, name=registration.name, address=registration.email, now=now)


personal_data.holds_personal_data(personal_data.Room("reports", _held, _forget))
own_data.holds_data_of_people("reports", _export_person, _forget_person)

"""The summary with what the assistant answered and a person approved, and the sentence that says so."""

from __future__ import annotations

from collections.abc import Sequence

from django.utils import translation
from django.utils.translation import gettext as _

from skaala.reports.assembly.labels import voters_label
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Report
from skaala.reports.queries.assistance import approved
from skaala.series.models.own_words import speaking_for
from skaala.ui.offered import offering


def laid_out(
    report: Report, language: str, passages: Sequence[tuple[str, list[str]]]
) -> tuple[list[str], list[str]]:
    """Return a heading for each paragraph, empty where it goes on from the one before, and the paragraphs."""
    taken = approved(report, language)
    titles: list[str] = []
    paragraphs: list[str] = []
    is_helped = False
    for title, drafted in passages:
        answered = taken.get(tuple(drafted))
        is_helped = is_helped or bool(answered)
        written = answered or drafted
        titles += [title, *([""] * (len(written) - 1))]
        paragraphs += written
    if is_helped:
        titles.append("")
        paragraphs.append(
            _(
                "A language model helped to shorten this summary. The program checked that its numbers, quotations and references are those of the draft, and a person has read and approved it."
            )
        )
    return titles, paragraphs


def perspectives_of(report: Report, language: str) -> list[str]:
    """Return what the perspectives that voted are called in ``language``."""
    votes = VoteSnapshot.from_data(report.vote_snapshot) if report.vote_snapshot else None
    with (
        translation.override(language),
        offering(report.series.languages),
        speaking_for(report.series.tenant_id),
    ):
        return [voters_label(name) for name in votes.names] if votes else []

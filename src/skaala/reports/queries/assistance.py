"""What the assistant has answered about a report, and what of it was approved."""

from __future__ import annotations

from typing import Any

from skaala.reports.models import Assistance, Report

Drafted = tuple[str, ...]


def assistance_of(report: Report) -> dict[str, Assistance]:
    """Return by language what the assistant was last asked."""
    return {each.language: each for each in report.assistances.all()}


def approved(report: Report, language: str) -> dict[Drafted, list[str]]:
    """Return the paragraphs that a person approved, by those of the draft for which they stand: they count only as long as the rule drafts the same."""
    found = report.assistances.filter(language=language).first()
    passages: list[dict[str, Any]] = found.passages if found is not None else []
    return {
        tuple(each["drafted"]): paragraphs_of(each["answered"])
        for each in passages
        if each["approved_at"] and not each["refusals"]
    }


def paragraphs_of(answered: str) -> list[str]:
    """Return an answer in its paragraphs."""
    return [" ".join(part.split()) for part in answered.split("\n\n") if part.strip()]


def used_in(report: Report, summaries: dict[str, tuple[str, ...]]) -> list[dict[str, Any]]:
    """Return what was asked and answered of each passage that stands in these summaries, by language, to be kept with a version."""
    return [
        {"language": each.language, "model": each.model, **passage}
        for each in report.assistances.all()
        for passage in each.passages
        if passage["approved_at"]
        and set(paragraphs_of(passage["answered"])) <= set(summaries.get(each.language, ()))
    ]

"""The synthesis of the demo's 2023 series: drafted from its simulated votes, edited a little, published."""

from __future__ import annotations

import random
from datetime import date, timedelta

from skaala.demo.claims import load_claims
from skaala.demo.themes import load_themes
from skaala.demo.translations_2023 import load_translations
from skaala.evidence.queries import bottlenecks
from skaala.reports import operations
from skaala.reports.models import Finding, Report, Version
from skaala.reports.operations import FindingWords
from skaala.series.models import Series

CHOSEN = {
    "shared_view": 8,
    "difference": 6,
    "good_practice": 6,
    "bottleneck": 6,
    "next_step": 5,
    "open_question": 4,
    "moved": 4,
}
"""How many of each kind are published, the first ones."""

STEPS = [("Esimerkkikuntien yhdistys", date(2023, 10, 31)), ("Esimerkkiverkosto", date(2024, 3, 31))]
"""Which organisations, none of which exists, take the first next steps, and by when."""

NAMED = {
    "innostuneen ihmisen": "depends-on-one-person",
    "työaikaa etsiä": "no-staff-time",
    "miten ne tehtiin": "what-but-not-how",
    "tid att översätta": "no-staff-time",
    "suurista kaupungeista": "wrong-size",
    "Hankkeen loppuessa": "one-projects-money",
    "neuvomiseen": "nobody-paid-to-answer",
    "talousarvioon": "budget-year",
    "samoja oppaita": "networks-overlap",
    "Verkostoja on liikaa": "networks-overlap",
    "tapaamisen jälkeen": "not-documented",
    "aina määräaikainen": "one-projects-money",
}
"""Which bottleneck of the list a simulated statement names, by words that occur in it."""


def load_report(*, series: Series, with_themes: bool = True) -> Version:
    """
    Draft, choose and publish the report of ``series`` if that has not been done; it is simulated and says so.

    :param with_themes: whether its themes are found too, for which large word lists must be opened
    """
    published = Version.objects.filter(report__series=series).first()
    if published is not None:
        return published
    chance = random.Random(2023)  # noqa: S311  simulated votes need no secrecy
    last = max(event.end for event in series.events.all())
    load_translations(series)
    load_claims(series=series, now=last + timedelta(days=7))
    report = operations.draft_report(series=series, now=last + timedelta(days=7), chance=chance)
    if with_themes:
        load_themes(series=series, now=last + timedelta(days=7))
    _name_bottlenecks(report)
    for kind, number in CHOSEN.items():
        found = list(report.findings.filter(kind=kind)[:number])
        operations.set_published(findings=found, is_published=True)
    operations.set_published(
        findings=report.findings.filter(kind__in=["study", "support_measure"]), is_published=True
    )
    _settle_next_steps(report)
    return operations.publish_report(
        report=report, now=last + timedelta(days=14), with_untranslated=True, chance=chance
    )


def _settle_next_steps(report: Report) -> None:
    steps = report.findings.filter(kind="next_step", is_published=True)
    for finding, (organisation, due) in zip(steps, STEPS, strict=False):
        words = FindingWords(title=finding.title, text=finding.text, organisation=organisation, due=due)
        operations.save_finding(report=report, words=words, finding=finding)


def _name_bottlenecks(report: Report) -> None:
    known = {bottleneck.slug: bottleneck for bottleneck in bottlenecks()}
    for finding in report.findings.filter(facts__of_kind=Finding.Kind.BOTTLENECK):
        texts = finding.supporting_statements.values_list("statement__text", flat=True)
        slug = next((slug for words, slug in NAMED.items() if any(words in text for text in texts)), "")
        if slug:
            words = FindingWords(title=finding.title, text=finding.text, bottleneck=known[slug])
            operations.save_finding(report=report, words=words, finding=finding)

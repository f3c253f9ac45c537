"""The synthesis of the demo's 2023 series: drafted from its simulated votes, edited a little, published."""

from __future__ import annotations

import random
from datetime import date, timedelta

from skaala.reports import operations
from skaala.reports.models import Finding, Report, Version
from skaala.reports.operations import FindingWords
from skaala.series.models import Series
from skaala.ui.texts import Texts

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

STEPS = [
    (
        Texts(
            fi="Kuntaliitto (simuloitu)", sv="Kommunförbundet (simulerat)", en="The association (simulated)"
        ),
        date(2023, 10, 31),
    ),
    (
        Texts(
            fi="Kuntaverkostot (simuloitu)", sv="Kommunnätverken (simulerat)", en="The networks (simulated)"
        ),
        date(2024, 3, 31),
    ),
]

STUDY = FindingWords(
    title=Texts(
        fi="Esimerkki selvityksen havainnosta: vertaisoppiminen ja pysyvä yhteyshenkilö toistuvat siellä, missä teot leviävät",
        sv="Exempel på en iakttagelse i utredningen: lärande av jämlikar och en bestående kontaktperson återkommer där åtgärder sprids",
        en="Example of a finding of the study: peer learning and a lasting contact recur where actions spread",
    ),
    text=Texts(
        fi="Tämä havainto on keksitty näytteeksi. Oikean selvityksen havainnot kirjataan näin lähteineen.",
        sv="Denna iakttagelse är påhittad som exempel. En verklig utrednings iakttagelser skrivs in så här med sin källa.",
        en="This finding is made up as an example. Those of a real study are entered like this, with their source.",
    ),
    source="Simulated study, no real source",
)


def load_report(*, series: Series) -> Version:
    """Draft, choose and publish the report of ``series`` if that has not been done; it is simulated and says so."""
    published = Version.objects.filter(report__series=series).first()
    if published is not None:
        return published
    chance = random.Random(2023)  # noqa: S311  simulated votes need no secrecy
    last = max(event.end for event in series.events.all())
    report = operations.draft_report(series=series, now=last + timedelta(days=7), chance=chance)
    operations.save_finding(report=report, words=STUDY, kind=Finding.Kind.STUDY)
    for kind, number in CHOSEN.items():
        found = list(report.findings.filter(kind=kind)[:number])
        operations.set_published(findings=found, is_published=True)
    operations.set_published(findings=report.findings.filter(kind="study"), is_published=True)
    _settle_next_steps(report)
    return operations.publish_report(report=report, now=last + timedelta(days=14), chance=chance)


def _settle_next_steps(report: Report) -> None:
    steps = report.findings.filter(kind="next_step", is_published=True)
    for finding, (organisation, due) in zip(steps, STEPS, strict=False):
        words = FindingWords(
            title=finding.title, text=finding.text, organisation=organisation.fi, due=due, memo=finding.memo
        )
        operations.save_finding(report=report, words=words, finding=finding)

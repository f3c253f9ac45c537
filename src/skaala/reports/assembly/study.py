"""The study's findings beside the workshops': supported, contradicted or without a finding of their own, by the bottleneck that both name."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext

from skaala.evidence.models import StudyFinding, SupportMeasure
from skaala.reports.assembly.numbers import listed, number_word
from skaala.reports.contents import Table
from skaala.reports.models import Finding

STUDY, RECOMMENDATION, QUESTION = Finding.Kind.STUDY.value, "study_recommendation", "study_question"
CONFIRMED, CONTRADICTED, NOT_DISCUSSED = "confirmed", "contradicted", "not discussed"


def sections_of(findings: Iterable[Finding]) -> dict[UUID, str]:
    """Return in which section each finding of the study is: recommendations and questions are no findings."""
    keys = {
        finding.pk: finding.drafted_as.removeprefix("study:")
        for finding in findings
        if finding.kind == STUDY and finding.drafted_as.startswith("study:")
    }
    kinds: dict[str, str] = {
        str(pk): kind
        for pk, kind in StudyFinding.objects.filter(pk__in=keys.values()).values_list("pk", "kind")
    }
    places: dict[str, str] = {
        StudyFinding.Kind.NEXT_STEP: RECOMMENDATION,
        StudyFinding.Kind.OPEN_QUESTION: QUESTION,
    }
    return {pk: places.get(kinds.get(key, ""), STUDY) for pk, key in keys.items()}


def made_up(findings: Iterable[Finding]) -> list[str]:
    """Say of a section that what it has from a study, or as a measure, is made up, where all of that is."""
    keys = [finding.drafted_as.partition(":") for finding in findings]
    found = [key for prefix, _colon, key in keys if prefix == "study"]
    offered = [key for prefix, _colon, key in keys if prefix == "measure"]
    real = (
        StudyFinding.objects.filter(pk__in=found, study__is_illustrative=False).exists()
        or SupportMeasure.objects.filter(pk__in=offered, is_illustrative=False).exists()
    )
    return [] if real or not (found or offered) else [_("All of this is made up, as an example.")]


def label(section: str) -> str:
    """Return what an entry of the study is called in the section where it stands."""
    return {
        STUDY: pgettext("kind of finding", "Finding of the study"),
        RECOMMENDATION: pgettext("kind of finding", "Recommendation of the study"),
        QUESTION: pgettext("kind of finding", "Question of the study"),
    }[section]


def verdicts(findings: Sequence[Finding]) -> dict[Finding, tuple[str, list[Finding]]]:
    """Return for each finding of the study what the workshops say of it, and by which findings."""
    places = sections_of(findings)
    found = {}
    for finding in findings:
        if finding.kind != STUDY or places.get(finding.pk, STUDY) != STUDY:
            continue
        beside = [
            other
            for other in findings
            if other.facts and other.bottleneck_id and other.bottleneck_id == finding.bottleneck_id
        ]
        against = [other for other in beside if other.facts.get("side") == "disagree"]
        verdict = NOT_DISCUSSED if not beside else CONTRADICTED if against else CONFIRMED
        found[finding] = verdict, against or beside
    return found


def table(findings: Sequence[Finding], numbers: Mapping[UUID, str], language: str) -> Table | None:
    """Return the study's findings with what the workshops say of them."""
    words = {
        CONFIRMED: pgettext("finding of a study", "Supported"),
        CONTRADICTED: pgettext("finding of a study", "Contradicted"),
        NOT_DISCUSSED: pgettext("finding of a study", "No finding on it"),
    }
    rows = tuple(
        (
            str(finding.title.for_reader(language)),
            numbers[finding.pk],
            words[verdict],
            ", ".join(numbers[each.pk] for each in others) or None,
        )
        for finding, (verdict, others) in verdicts(findings).items()
    )
    if not rows:
        return None
    return Table(
        key="study",
        title=_("The study beside the workshops"),
        note=_(
            "Compared by the bottleneck that a finding of the study and one of the workshops both name. No finding on it: no finding of the workshops in this report names that bottleneck; single statements may still touch on it."
        ),
        columns=(
            _("The study found"),
            pgettext("column", "No."),
            _("The workshops"),
            _("Findings of the workshops"),
        ),
        rows=rows,
    )


def sentence(findings: Sequence[Finding], numbers: Mapping[UUID, str]) -> list[str]:
    """Say in one sentence each what the workshops confirm and contradict of the study."""
    found = verdicts(findings)
    by_verdict: dict[str, list[str]] = {}
    for finding, (verdict, _others) in found.items():
        by_verdict.setdefault(verdict, []).append(f"({numbers[finding.pk]})")
    said = []
    if confirmed := by_verdict.get(CONFIRMED):
        said.append(
            ngettext(
                "The workshops support one finding of the study: %(numbers)s.",
                "The workshops support %(count)s findings of the study: %(numbers)s.",
                len(confirmed),
            )
            % {"count": number_word(len(confirmed)), "numbers": listed(confirmed)}
        )
    if contradicted := by_verdict.get(CONTRADICTED):
        said.append(
            ngettext(
                "They contradict one finding of the study: %(numbers)s.",
                "They contradict %(count)s findings of the study: %(numbers)s.",
                len(contradicted),
            )
            % {"count": number_word(len(contradicted)), "numbers": listed(contradicted)}
        )
    if said and (rest := len(by_verdict.get(NOT_DISCUSSED, ()))):
        said.append(
            ngettext(
                "On one finding of the study the workshops have no finding of their own.",
                "On %(count)s findings of the study the workshops have none of their own.",
                rest,
            )
            % {"count": number_word(rest)}
        )
    return [" ".join(said)] if said else []

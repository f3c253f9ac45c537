"""What the series' study found and offers, as findings; and the bottlenecks: how often met, by whom, answered by what."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from django.utils import translation
from django.utils.text import capfirst
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from skaala.evidence import queries as actions
from skaala.evidence.models import Bottleneck, Study, StudyFinding, SupportMeasure
from skaala.reports.assembly.labels import voters_label
from skaala.reports.contents import Table
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Finding
from skaala.series.models import Series
from skaala.ui.languages import DEFAULT_LANGUAGE
from skaala.ui.offered import offered
from skaala.ui.texts import Texts, in_every_language


@dataclass(frozen=True)
class EvidenceFinding:
    """A finding that does not come from the boards."""

    key: str
    kind: str
    title: Texts
    text: Texts
    source: str
    bottleneck: Bottleneck | None = None


def findings_from_evidence(series: Series) -> list[EvidenceFinding]:
    """Return what the studies of ``series`` found, and the support measures they name."""
    found = list(actions.study_findings(series))
    measures = list(actions.measures().filter(study__series=series).select_related("study"))
    # Where all are made up, the heading says it once.
    tell_each = not all(each.study.is_illustrative for each in found)
    tell_each_measure = not all(each.is_illustrative for each in measures)
    return [
        *(_found(each, tell_each) for each in found),
        *(_measure(each, tell_each_measure) for each in measures),
    ]


def _found(each: StudyFinding, says_made_up: bool) -> EvidenceFinding:
    return EvidenceFinding(
        key=f"study:{each.pk}",
        kind=Finding.Kind.STUDY,
        title=each.text,
        text=_illustrative() if each.study.is_illustrative and says_made_up else Texts(),
        source=_source(each.study, each.passage),
        bottleneck=each.bottleneck,
    )


def _measure(each: SupportMeasure, says_made_up: bool) -> EvidenceFinding:
    return EvidenceFinding(
        key=f"measure:{each.pk}",
        kind=Finding.Kind.SUPPORT_MEASURE,
        title=each.name,
        text=_in_each_language(each, says_made_up),
        source=_source(each.study) if each.study else each.source,
    )


def _illustrative() -> Texts:
    return in_every_language(gettext_lazy("Made up, as an example."))


def _source(study: Study, passage: str = "") -> str:
    with translation.override(DEFAULT_LANGUAGE):  # the study's title stands as it was published
        return ", ".join(part for part in (study.reference, passage) if part)


def _in_each_language(measure: SupportMeasure, says_made_up: bool) -> Texts:
    said = {}
    for language in offered():
        with translation.override(language):
            parts = [str(measure.description.for_reader(language))]
            about = [f"{measure.get_kind_display()}."]
            if measure.offered_by:
                about.append(_("Offered by: %(who)s.") % {"who": measure.offered_by})
            answers = [str(one.name.for_reader(language)) for one in measure.answers.all()]
            if answers:
                about.append(_("Answers: %(bottlenecks)s.") % {"bottlenecks": "; ".join(answers)})
            if measure.is_illustrative and says_made_up:
                about.append(_("Made up, as an example."))
            said[language] = "\n\n".join(part for part in (*parts, " ".join(about)) if part)
    return Texts(**said)


# --- Bottlenecks → support measures → gaps -----------------------------------------------------------------


def bottleneck_table(findings: Iterable[Finding], ballots: VoteSnapshot) -> Table | None:
    """
    Return, for each bottleneck that findings name, how often, who sees it, and what answers it; gaps come first.

    A perspective sees a bottleneck where more than half of it agree with a statement that names it.
    """
    counts, seen_by = _count(findings, ballots)
    rows = [row for row in actions.answered(counts) if row.times]
    if not rows:
        return None
    rows.sort(key=lambda row: (not row.is_gap, -row.times))
    return Table(
        key="gaps",
        title=_("Bottlenecks, support measures and gaps"),
        note=_(
            "How often: statements on the workspaces and findings of the study that name it. Gaps come first."
        ),
        columns=(
            _("Bottleneck"),
            _("Where it arises"),
            _("How often"),
            _("Who sees it"),
            _("Support measures"),
            _("Which"),
        ),
        rows=tuple(
            (
                str(row.bottleneck.name),
                capfirst(row.bottleneck.get_place_display()),
                row.times,
                "; ".join(
                    voters_label(name) for name in ballots.names if name in seen_by.get(row.bottleneck, set())
                )
                or None,
                len(row.measures),
                "; ".join(str(measure.name) for measure in row.measures) or _("Gap: nothing is offered yet"),
            )
            for row in rows
        ),
    )


def _count(
    findings: Iterable[Finding], ballots: VoteSnapshot
) -> tuple[Mapping[Bottleneck, dict[str, int]], Mapping[Bottleneck, set[str]]]:
    counts: dict[Bottleneck, dict[str, int]] = {}
    seen_by: dict[Bottleneck, set[str]] = {}
    for finding in findings:
        if finding.bottleneck is None:
            continue
        where = actions.STUDY if finding.kind == Finding.Kind.STUDY else "boards"
        here = counts.setdefault(finding.bottleneck, {})
        here[where] = here.get(where, 0) + 1
        seen_by.setdefault(finding.bottleneck, set()).update(
            share.who
            for share in finding.figures
            if share.side == "agree" and share.share > 50 and share.who in ballots.names
        )
        words = finding.facts.get("parts", {}).items()
        seen_by[finding.bottleneck].update(who for who, most in words if most == "agree")
    return counts, seen_by

"""The sections of a report: a heading and a lead for each kind of finding."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skaala.reports.assembly import study
from skaala.reports.models import Finding


@dataclass(frozen=True)
class SectionWords:
    """What is written above the findings of one kind; the lead says how they were chosen."""

    title: Promise | str
    lead: Promise | str


Kind = Finding.Kind

SECTIONS: dict[str, SectionWords] = {
    Kind.SHARED_VIEW: SectionWords(
        _("What is shared"),
        _(
            "Statements on which opinion is shared, by each perspective or by most participants together. The titles say which."
        ),
    ),
    Kind.DIFFERENCE: SectionWords(
        _("Where perspectives differ"),
        _("Statements on which the perspectives differ beyond chance. The widest differences come first."),
    ),
    Kind.GOOD_PRACTICE: SectionWords(
        _("Good practices"), _("What helps actions spread, the surest agreement first.")
    ),
    Kind.BOTTLENECK: SectionWords(
        _("Bottlenecks"), _("What stops actions from spreading, the surest agreement first.")
    ),
    Kind.SUPPORT_MEASURE: SectionWords(
        _("Support measures"), _("What support is offered against the bottlenecks.")
    ),
    Kind.CONCLUSION: SectionWords(
        _("What the workshops concluded"),
        _("Concluded together in the room; beneath each is what it is based on, with the votes."),
    ),
    Kind.NEXT_STEP: SectionWords(
        _("Next steps"),
        _(
            "What should be done next, the surest agreement first; who does it and by when, if that is settled."
        ),
    ),
    Kind.OPEN_QUESTION: SectionWords(_("Open questions"), _("What remains to be found out.")),
    Kind.MOVED: SectionWords(
        _("How views changed"),
        _("Some voted on the same statement in more than one workshop. This is what changed."),
    ),
    Kind.STUDY: SectionWords(
        _("What the study found"),
        _("Findings of the study that the series is based on, with their source."),
    ),
    study.RECOMMENDATION: SectionWords(
        _("What the study recommends"), _("Recommendations of the study, with their source.")
    ),
    study.QUESTION: SectionWords(
        _("What the study leaves open"), _("Questions of the study that remain, with their source.")
    ),
}

ORDER = tuple(SECTIONS)
"""The keys of the sections in their order: the kinds of findings, and what of the study is no finding."""


def section_title(kind: str) -> str:
    """Return the heading above the findings of one kind, in the active language."""
    return str(SECTIONS[kind].title)


def section_lead(kind: str) -> str:
    """Return how the findings of one kind were chosen, in the active language."""
    return str(SECTIONS[kind].lead)


def about_figures(findings: Iterable[Finding]) -> list[str]:
    """Say once for all findings of a section what stands in brackets after their shares."""
    exact = any(share.side != "gap" for finding in findings for share in finding.figures)
    return [gettext("In brackets after a share: its 95% confidence interval.")] if exact else []

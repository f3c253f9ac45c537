"""The summary of one page: what was heard, what all share, where perspectives differ, what is in the way and what answers it, next steps."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from uuid import UUID

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.evidence.models import SupportMeasure
from skaala.insight.disclosure import is_publishable
from skaala.reports.assembly import study
from skaala.reports.assembly.labels import name_inside
from skaala.reports.assembly.numbers import grouped, listed, number_word
from skaala.reports.assembly.profiles import kind_counts
from skaala.reports.assembly.said import Sayings
from skaala.reports.assembly.tables import what_could_be_found
from skaala.reports.assembly.wording import quoted
from skaala.reports.contents import Profile
from skaala.reports.figures import series_tables
from skaala.reports.figures.alignment import favourite
from skaala.reports.figures.statement_lists import Tallies
from skaala.reports.figures.vote_snapshot import ALL, VoteSnapshot
from skaala.reports.models import Finding
from skaala.ui import dates

MOST = 3
Kind = Finding.Kind
Passages = list[tuple[str, list[str]]]


@dataclass(frozen=True)
class Digest:
    """What the summary is made of, in one language."""

    language: str
    findings: Sequence[Finding]
    numbers: Mapping[UUID, str]
    ballots: VoteSnapshot
    tallies: Tallies
    profiles: Sequence[Profile]
    said: Sayings
    names_of_claims: Mapping[str, str]

    def passages(self) -> Passages:
        """Return headings with their paragraphs; a part with nothing to say is left out."""
        found = [
            (_("What we heard"), [*self._heard()]),
            (self._shared_title(), [*self._shared()]),
            (_("Where the perspectives differ"), [*self._differ()]),
            (_("What is in the way, and what helps"), [*self._in_the_way()]),
            (_("Next steps"), [*self._next_steps()]),
        ]
        return [(title, paragraphs) for title, paragraphs in found if paragraphs]

    def _of(self, kind: str) -> list[Finding]:
        return [finding for finding in self.findings if finding.kind == kind]

    def _say(self, finding: Finding) -> str:
        """Return what a finding says, without who agrees with it, and its number."""
        return f"{self._words(finding)} ({self.numbers[finding.pk]})"

    def _words(self, finding: Finding) -> str:
        if finding.edited_title.get(self.language) or finding.has_words_of_its_own:
            return str(finding.title.for_reader(self.language))
        if claim := self.names_of_claims.get(finding.drafted_as.partition(":")[2]):
            return claim
        supporting = next(iter(finding.supporting_statements.all()), None)
        text = self.said.text(str(supporting.statement_id)) if supporting else ""
        return quoted(text) if text else str(finding.title.for_reader(self.language))

    # --- The parts ---------------------------------------------------------------------------------------------

    def _heard(self) -> Iterable[str]:
        ballots = self.ballots
        if is_publishable(ballots.people):
            yield ngettext(
                "In one workshop %(people)s people voted on %(statements)s statements: %(votes)s votes in all.",
                "In %(boards)s workshops %(people)s people voted on %(statements)s statements: %(votes)s votes in all.",
                len(ballots.boards),
            ) % {
                "boards": number_word(len(ballots.boards)),
                "people": grouped(ballots.people),
                "statements": grouped(len(ballots.counts)),
                "votes": grouped(ballots.turnout.votes),
            }
            rows, _rest = series_tables.voters(ballots)
            named = [f"{name_inside(name)} {count}" for name, count in rows if name in ballots.names]
            if len(named) > 1:
                yield _("Participants by perspective: %(who)s.") % {"who": listed(named)}
            yield _(
                "Those who took part had chosen to: the figures say what they think, not what all municipalities think."
            )
        kinds = kind_counts(ballots.kinds[row.statement] for row in self.tallies.rows)
        if kinds:
            yield _("Among the statements were %(kinds)s.") % {"kinds": listed(kinds)}
        largest = sorted(self.profiles, key=lambda profile: -len(profile.statements))[:MOST]
        if len(largest) > 1:
            yield _("The largest themes: %(themes)s.") % {
                "themes": "; ".join(f"{profile.name} ({len(profile.statements)})" for profile in largest)
            }

    def _shared_title(self) -> str:
        """Return a heading that promises no more than the findings below it say."""
        of_each = [
            each
            for each in self._of(Kind.SHARED_VIEW)
            if each.facts.get("rule") == "shared" or each.facts.get("is_sure_in_each")
        ]
        return _("What all share") if of_each else _("What most participants share")

    def _shared(self) -> Iterable[str]:
        shared = self._of(Kind.SHARED_VIEW)
        groups = (
            (
                [each for each in shared if each.facts.get("rule") == "shared"],
                _("All perspectives are of one mind on this: %(said)s."),
            ),
            (
                [each for each in shared if each.facts.get("is_sure_in_each")],
                _("A majority of each perspective is sure on this: %(said)s."),
            ),
            (
                [
                    each
                    for each in shared
                    if each.facts.get("rule") != "shared" and not each.facts.get("is_sure_in_each")
                ],
                _(
                    "Most participants share this, although a majority of each perspective is not certain: %(said)s."
                ),
            ),
        )
        for findings, template in groups:
            if findings:
                yield template % {"said": listed(self._sided(each) for each in findings[:MOST])}
        if not shared:
            yield _("On no statement does a majority of all participants appear beyond chance.")

    def _sided(self, finding: Finding) -> str:
        said = self._say(finding)
        return _("no to %(said)s") % {"said": said} if finding.facts.get("side") == "disagree" else said

    def _differ(self) -> Iterable[str]:
        found = self._of(Kind.DIFFERENCE)
        for finding in found[:MOST]:
            title = str(finding.title.for_reader(self.language))
            yield f"{title} ({self.numbers[finding.pk]})."
        if not found:
            yield _("No difference between the perspectives was found.")
            yield from what_could_be_found(self.ballots)
        rows = self.tallies.rows
        own = [
            f"{name_inside(name)}: {self.said.quote(row)}"
            for place, name in enumerate(self.ballots.names)
            if (row := favourite(rows, place)) is not None
        ]
        if len(own) > 1:
            yield _("What each perspective agrees with most – %(said)s.") % {"said": "; ".join(own)}

    def _in_the_way(self) -> Iterable[str]:
        in_the_way = [
            finding
            for finding in self.findings
            if (finding.kind == Kind.BOTTLENECK or finding.facts.get("of_kind") == Kind.BOTTLENECK)
            and _is_sure(finding)
        ]
        if in_the_way:
            yield _("Most agree that these are in the way: %(said)s.") % {
                "said": listed(self._say(finding) for finding in in_the_way[:MOST])
            }
        answered, gaps = self._answers(in_the_way[: 2 * MOST])
        if answered:
            yield _("What is offered against them: %(answers)s.") % {"answers": "; ".join(answered)}
        if gaps:
            yield _("Nothing is offered yet against this: %(gaps)s.") % {"gaps": listed(gaps)}
        yield from study.sentence(self.findings, self.numbers)

    def _answers(self, findings: Iterable[Finding]) -> tuple[list[str], list[str]]:
        answered, gaps = [], []
        for bottleneck in dict.fromkeys(each.bottleneck for each in findings if each.bottleneck):
            name = str(bottleneck.name.for_reader(self.language))
            measures = SupportMeasure.objects.filter(answers=bottleneck).order_by("pk")
            names = [str(measure.name.for_reader(self.language)) for measure in measures[:2]]
            if names:
                answered.append(f"{name} – {listed(names)}")
            else:
                gaps.append(name)
        return answered[:MOST], gaps

    def _next_steps(self) -> Iterable[str]:
        steps = self._of(Kind.NEXT_STEP)
        taken = [
            _("%(said)s – %(who)s, by %(when)s")
            % {"said": self._say(step), "who": step.organisation, "when": dates.day(step.due, self.language)}
            if step.due
            else f"{self._say(step)} – {step.organisation}"
            for step in steps
            if step.organisation
        ]
        open_ones = [self._say(step) for step in steps if not step.organisation and _is_sure(step)]
        if taken:
            yield _("Taken on already: %(steps)s.") % {"steps": "; ".join(taken)}
        if open_ones:
            yield _("Most want these too, but nobody has been named to carry them out: %(steps)s.") % {
                "steps": listed(open_ones[:MOST])
            }


def _is_sure(finding: Finding) -> bool:
    """Say whether more than half of all agree beyond chance; so it is of what a person wrote without votes."""
    shares = [share for share in finding.figures if share.who == ALL and share.side == "agree"]
    return finding.has_words_of_its_own or any(share.low > 50 for share in shares)

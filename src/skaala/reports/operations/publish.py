"""Publishing a report: checked for names first, then stored unchangeably with the votes it comes from."""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from django.db import transaction

from skaala.registration.queries.personal_data import names_of_people
from skaala.registration.rules.names import NameMatch
from skaala.reports import queries
from skaala.reports.assembly.builder import build_in_all_languages
from skaala.reports.assembly.quotations import untranslated
from skaala.reports.assembly.stored_beside import gaps_of, rests_on, texts_of
from skaala.reports.claims.queries import find_search
from skaala.reports.contents import Contents, to_data
from skaala.reports.figures.public_votes import agree_with, public_votes_may_follow, read_archive, votes_of
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Appendix, Report, Version
from skaala.reports.operations.identical import is_published_already
from skaala.reports.operations.request import request_files
from skaala.reports.operations.review import names_in
from skaala.reports.queries.assistance import used_in
from skaala.reports.renderers.texts import labels
from skaala.series.models import WordList
from skaala.series.models.own_words import words_of
from skaala.workshops.formats import polis
from skaala.workshops.models import Board, Statement
from skaala.workshops.queries import conversation_of


class UnableToPublish(Exception):
    """The report cannot be published; nothing has been changed."""


class NothingToPublish(UnableToPublish):
    """No finding has been chosen for publication."""


class DraftedUnderEarlierRule(NothingToPublish):
    """The draft tells shares of fewer people than the rule allows now; it has to be drafted again."""


class QuotationsUntranslated(UnableToPublish):
    """Some quotations have no translation, and nobody said that this is meant."""


class PublishedAlready(UnableToPublish):
    """The latest version says the same in each language."""


class NamesFound(UnableToPublish):
    """Texts name people who have registered; ``hits`` says where."""

    def __init__(self, hits: list[NameMatch]) -> None:
        super().__init__("names")
        self.hits = hits


@transaction.atomic
def publish_report(
    *,
    report: Report,
    now: datetime,
    with_untranslated: bool = False,
    chance: random.Random | None = None,
) -> Version:
    """
    Publish the chosen findings as a new version, with the votes they come from and the boards' public data.

    :param with_untranslated: somebody has said that quotations without a translation may go out
    :param chance: draws the ids of the public data; by default one that cannot be predicted
    :raises NothingToPublish: if no finding is chosen
    :raises DraftedUnderEarlierRule: if it has to be drafted again first
    :raises QuotationsUntranslated: if a quotation has no translation and ``with_untranslated`` is not set
    :raises PublishedAlready: if the latest version says the same
    :raises NamesFound: if a text names somebody who has registered
    """
    report = Report.objects.select_for_update(no_key=True).select_related("series").get(pk=report.pk)
    chosen = list(report.findings.filter(is_published=True))
    if not chosen:
        raise NothingToPublish
    if queries.is_under_earlier_rule(report):
        raise DraftedUnderEarlierRule
    if is_published_already(report):
        raise PublishedAlready
    number = queries.next_number(report)
    contents = build_in_all_languages(report, now=now, version=number)
    if not with_untranslated and untranslated(contents):
        raise QuotationsUntranslated
    matches = names_in(contents.values(), *names_of_people(report.series))
    if names := [match for match in matches if match.sure]:
        raise NamesFound(names)
    votes = report.vote_snapshot or VoteSnapshot((), {}, {}, ()).as_data()
    # A file that is made later, after the program's words have changed, uses the words of today.
    kept = {
        language: to_data(replace(each, labels=tuple(labels(language, each.rule).items())))
        for language, each in contents.items()
    }
    version = Version.objects.create(
        report=report,
        number=number,
        published_at=now,
        is_simulated=any(each.is_simulated for each in contents.values()),
        contents=kept,
        snapshot={
            "ballots": votes,
            "gaps": gaps_of(chosen),
            "identity": report.votes_identity,
            "coverage": report.coverage,
            "rests_on": rests_on(chosen),
            "texts": texts_of(VoteSnapshot.from_data(votes), report.series),
            "perspectives": _perspectives(report, VoteSnapshot.from_data(votes)),
            **_candidates(report),
            **_help(report, contents),
        },
    )
    _publish_votes(version, VoteSnapshot.from_data(votes), chance or random.SystemRandom())
    request_files(report=report, version=version)
    return version


def _perspectives(report: Report, votes: VoteSnapshot) -> dict[str, dict[str, str]]:
    """Return what the perspectives that voted are called now, so that the version keeps its words."""
    words = words_of(report.series.tenant_id, WordList.PERSPECTIVES)
    return {code: words.texts(code).as_dict() for code in votes.names if code in words}


def _candidates(report: Report) -> dict[str, object]:
    """Return which statements may say the same, and by what model that was found, so that no model is needed to look at it again."""
    search = find_search(report.series)
    if search is None or not search.pairs:
        return {}
    return {"candidates": {"method": search.method, "model": search.model, "pairs": search.pairs}}


def _help(report: Report, contents: Mapping[str, Contents]) -> dict[str, object]:
    """Return what the assistant was asked and answered of what is published."""
    used = used_in(report, {language: each.summary for language, each in contents.items()})
    return {"assistant": used} if used else {}


def _publish_votes(version: Version, snapshot: VoteSnapshot, chance: random.Random) -> None:
    for board in queries.boards_of(version.report.series):
        archive = _public_votes(version.report, board, snapshot, chance)
        if archive is not None:
            Appendix.objects.create(version=version, event=board.event.slug, archive=archive)


def _public_votes(
    report: Report, board: Board, snapshot: VoteSnapshot, chance: random.Random
) -> bytes | None:
    """
    Return the public votes of ``board``, or those published earlier where the difference would be about fewer than five people.

    None if there are no earlier ones, or they include a statement that has since been taken off the board.
    """
    numbers = dict(board.statements.filter(state=Statement.State.SHOWN).values_list("number", "root"))
    conversation = conversation_of(board, for_public=True, chance=chance)
    now = votes_of(conversation)
    earlier = queries.published_votes(report, board)
    roots = {number: str(root) for number, root in numbers.items()}
    if agree_with(now, snapshot, roots) and all(
        public_votes_may_follow(read_archive(each), now) for each in earlier
    ):
        return polis.write(conversation)
    latest = earlier[0] if earlier else None
    return latest if latest is not None and read_archive(latest).statements <= numbers.keys() else None

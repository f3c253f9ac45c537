"""The claims of a series: as decided, their words, and what may yet be put together."""

from __future__ import annotations

import uuid
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from django.db.models import Max

from skaala.reports.claims.models import ClaimDecision, ClaimSearch
from skaala.reports.claims.rules import Arrangement, Decision, arrange, candidates
from skaala.reports.themes.queries import shown_statements_of
from skaala.series.models import Series
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement, Translation


@dataclass(frozen=True)
class Claim:
    """
    Statements that say the same.

    :ivar names: its words; in a language in which nobody gave any, those of a statement or its translation
    """

    key: str
    names: Texts
    is_named: bool
    statements: list[Statement]


def find_search(series: Series) -> ClaimSearch | None:
    """Return how far the search for candidates is, if anybody has requested it."""
    return ClaimSearch.objects.filter(series=series).first()


def decisions(series: Series) -> list[ClaimDecision]:
    """Return what has been decided, the earliest first."""
    return list(ClaimDecision.objects.filter(series=series))


def are_drafted(series: Series, *, drafted_at: datetime | None) -> bool:
    """Say whether a draft of the report that was made then has all that has been decided."""
    latest = ClaimDecision.objects.filter(series=series).aggregate(latest=Max("made_at"))["latest"]
    return latest is None or (drafted_at is not None and latest <= drafted_at)


def arrangement(series: Series) -> Arrangement:
    """Return what the decisions come to, statements that are hidden now included."""
    return arrange(
        Decision(
            row.kind,
            row.claim,
            tuple(row.statements),
            {code: name for code, name in row.names.as_dict().items() if name},
        )
        for row in decisions(series)
    )


def members_of_claims(series: Series, shown: Iterable[str]) -> dict[str, tuple[str, ...]]:
    """Return by claim the statements that say it, reduced to those among ``shown``."""
    return arrangement(series).members(set(shown))


def claims_of(series: Series) -> list[Claim]:
    """Return the claims with their statements, the largest first."""
    made = arrangement(series)
    said = {str(each.pk): each for each in shown_statements_of(series)}
    members = made.members(said)
    words = translations([each for group in members.values() for each in group])
    found = []
    for key, group in members.items():
        names = made.names.get(key, {})
        inside = set(group)
        statements = [each for pk, each in said.items() if pk in inside]
        found.append(Claim(key, _words(names, statements, words), bool(names), statements))
    return sorted(found, key=lambda claim: (-len(claim.statements), claim.key))


def find_claim(series: Series, key: str) -> Claim | None:
    """Return the claim with this key, if it is still one."""
    return next((each for each in claims_of(series) if each.key == key), None)


def claim_with(series: Series, statement: uuid.UUID) -> str:
    """Return the key of the claim that a root statement is in; empty if it is in none."""
    return arrangement(series).claim_of.get(str(statement), "")


def translations(statements: Iterable[str]) -> dict[str, dict[str, str]]:
    """Return by statement its translations by language."""
    found: dict[str, dict[str, str]] = {}
    rows = Translation.objects.filter(root__in=list(statements)).values_list("root", "language", "text")
    for root, language, text in rows:
        found.setdefault(str(root), {})[language] = text
    return found


def _words(names: dict[str, str], statements: list[Statement], words: dict[str, dict[str, str]]) -> Texts:
    found = dict(names)
    for each in statements:
        for code, text in ({each.language: each.text} | words.get(str(each.pk), {})).items():
            if code in LANGUAGES:
                found.setdefault(code, text)
    return Texts(**{code: found.get(code, "") for code in LANGUAGES})


def candidate_groups(series: Series) -> list[list[Statement]]:
    """Return groups of statements that may say the same, the nearest first."""
    search = find_search(series)
    if search is None:
        return []
    said = {str(each.pk): each for each in shown_statements_of(series)}
    pairs = [(first, second, near) for first, second, near in search.pairs]
    return [[said[each] for each in group] for group in candidates(pairs, arrangement(series), said)]


def near_pairs(series: Series) -> list[tuple[str, str]]:
    """Return the pairs of statements that may say the same, as last computed."""
    search = find_search(series)
    return [(first, second) for first, second, _near in search.pairs] if search else []

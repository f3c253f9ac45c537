"""Whether every number and every quotation in a report's texts is in the data that are stored with it. Pure."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import permutations, product
from typing import Any

from skaala.reports.contents import Contents
from skaala.reports.figures.statement_lists import tally_statements
from skaala.reports.figures.vote_snapshot import AFTER, ALL, BEFORE, VoteSnapshot

NUMBER = re.compile(r"\d+(?:\.\d+)?")
THOUSANDS = re.compile("(?<=\\d)[\u00a0\u202f,.’](?=\\d{3}(?!\\d))")
"""What stands between thousands, in one language or another."""
QUOTED = re.compile(r"[“”\"]([^“”\"]+)[”\"]")
SIDES = ("agree", "disagree", "mixed", "pass")
FROM_ELSEWHERE = {"study", "support_measure"}
"""Kinds of findings whose words are those of a study, which has its own numbers."""
CONSTANTS = {"5", "95"}
"""Numbers of the method that stand in findings: the level of intervals, the step to which shares of claims are rounded."""


@dataclass(frozen=True)
class CheckedText:
    """A number or a quotation in a text, and whether it is in the data."""

    language: str
    place: str
    what: str
    is_quotation: bool
    is_known: bool


def verify_texts(
    contents: Contents,
    ballots: VoteSnapshot,
    stored: Mapping[str, Any],
    coverage: Mapping[str, Any] | None = None,
) -> list[CheckedText]:
    """
    Check the texts of a report in one language.

    :param stored: the statements with their translations, the names of claims and what rooms concluded, as they were when it was published
    :param coverage: who had registered, in numbers
    """
    known = _known_texts(stored)
    numbers = _known_numbers(contents, ballots) | _plain_numbers(coverage or {})
    entries = [entry for part in contents.sections for entry in part.entries]
    given = [text for entry in entries for text in (entry.who, entry.when) if text]
    found: list[CheckedText] = []
    for place, text in (*_texts(contents), *_of_alignment(contents)):
        rest = text
        for each in (*given, *known):
            rest = rest.replace(each, " ")
        found += (
            CheckedText(contents.language, place, match[1], True, False)
            for match in QUOTED.finditer(rest)
            if match[1].strip()
        )
        found += (
            CheckedText(contents.language, place, each, False, each in numbers)
            for each in NUMBER.findall(THOUSANDS.sub("", rest))
        )
        found += (CheckedText(contents.language, place, each, True, True) for each in known if each in text)
    return found + list(_quotes(contents, set(known)))


def _quotes(contents: Contents, known: set[str]) -> Iterator[CheckedText]:
    for part in contents.sections:
        for entry in part.entries:
            for quote in entry.quotes:
                for text in (quote.text, quote.translation):
                    if text:
                        yield CheckedText(contents.language, entry.number, text, True, text in known)


def _texts(contents: Contents) -> Iterator[tuple[str, str]]:
    for number, text in enumerate(contents.summary, 1):
        yield f"summary {number}", text
    for profile in contents.profiles:
        yield from ((f"theme {profile.name}", text) for text in profile.paragraphs)
    for part in contents.sections:
        for entry in part.entries:
            if entry.kind not in FROM_ELSEWHERE:
                yield from ((entry.number, text) for text in (entry.title, *entry.paragraphs, entry.firmness))
    for table in contents.lists:
        if table.key == "alignment":
            yield from (
                ("alignment", cell) for row in table.rows for cell in row[1:] if isinstance(cell, str)
            )


def _of_alignment(contents: Contents) -> Iterator[tuple[str, str]]:
    for row in contents.alignment.rows if contents.alignment else ():
        yield from (("alignment", mark.label) for mark in row.marks if mark is not None)
        yield "alignment", row.parting


def _known_texts(stored: Mapping[str, Any]) -> list[str]:
    """Return every text that may be quoted, the longest first, so that none is taken for a part of another."""
    found = set()
    for statement in stored.get("statements", {}).values():
        found |= {statement["text"], *statement["translations"].values()}
    for names in stored.get("claims", {}).values():
        found |= set(names.values())
    for texts in stored.get("conclusions", {}).values():
        found |= set(texts)
    return sorted((text for text in found if text), key=lambda text: (-len(text), text))


def _known_numbers(contents: Contents, ballots: VoteSnapshot) -> set[str]:
    found = _numbers_of_shares(ballots)
    turnout = ballots.turnout
    found |= {
        turnout.people,
        turnout.votes,
        len(ballots.counts),
        len(ballots.boards),
        *turnout.perspectives.values(),
    }
    found |= {len(ballots.boards_of(what)) for what in ballots.kinds}
    found |= {len(members) for members in ballots.claims.values()}
    found |= _counts_of_kinds(ballots)
    found |= {len(profile.statements) for profile in contents.profiles}
    found |= {row.number for row in tally_statements(ballots).rows}
    numbers = {entry.number for part in contents.sections for entry in part.entries}
    return {str(number) for number in found if number is not None} | numbers | CONSTANTS


def _numbers_of_shares(ballots: VoteSnapshot) -> set[int | None]:
    found: set[int | None] = set()
    gaps = [f"{more}-{less}" for more, less in permutations(ballots.names, 2)]
    asked = [*product((ALL, *ballots.names, BEFORE, AFTER), SIDES), *product(gaps, ("gap",))]
    for what, (who, side) in product((*ballots.kinds, *ballots.claims), asked):
        if share := ballots.share(what, who, side):
            found |= {share.share, share.low, share.high, share.votes}
    return found


def _counts_of_kinds(ballots: VoteSnapshot) -> set[int | None]:
    kinds = [ballots.kinds[row.statement] for row in tally_statements(ballots).rows]
    return {kinds.count(kind) for kind in kinds}


def _plain_numbers(data: Any) -> set[str]:
    if isinstance(data, Mapping):
        return _plain_numbers(list(data.values()))
    if isinstance(data, Iterable) and not isinstance(data, str):
        return set().union(*map(_plain_numbers, data))
    return {str(data)} if isinstance(data, int) and not isinstance(data, bool) else set()

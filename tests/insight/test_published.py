"""Real conversations: what is published of them, and every formula again in plain Python."""

from __future__ import annotations

import csv
import math
from collections.abc import Callable
from pathlib import Path

import pytest

from skaala.insight.opinions.agreement import adjusted_rand
from skaala.insight.opinions.analysis import Opinion, analyse_opinions
from skaala.workshops.formats.single_files import CommentFile, VoteFile, read_comments, read_votes


def rows_of(path: Path) -> list[dict[str, str]]:
    with path.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


@pytest.fixture
def published(conversation_folder: Path) -> tuple[list[dict[str, str]], VoteFile, CommentFile]:
    votes = conversation_folder / "participants-votes.csv"
    return rows_of(votes), read_votes(votes), read_comments(conversation_folder / "comments.csv")


def test_counts_equal_the_published_ones(published: tuple) -> None:
    table, read, _ = published
    by_id = {row["participant"]: row for row in table}
    votes = read.votes
    for i, who in enumerate(votes.participants):
        mine = votes.values[votes.row_starts[i] : votes.row_starts[i + 1]].tolist()
        row = by_id[who]
        assert (mine.count(1), mine.count(-1)) == (int(row["n-agree"]), int(row["n-disagree"]))
        assert len(mine) == int(row["n-votes"])


def test_vote_log_gives_the_same_matrix(conversation_folder: Path) -> None:
    wide = read_votes(conversation_folder / "participants-votes.csv").votes
    log = read_votes(conversation_folder / "votes.csv").votes
    assert wide.participants == log.participants
    assert wide.has_votes.sum() == log.has_votes.sum()
    cells = [
        {
            (v.participants[i], v.statements[j]): int(x)
            for i, j, x in zip(v.rows, v.columns, v.values, strict=True)
        }
        for v in (wide, log)
    ]
    assert cells[0] == cells[1]


def test_those_in_are_those_published_in_a_group(published: tuple) -> None:
    """All but two of 1,367: once in, always in there; and votes do not tell who was in earlier."""
    _, read, about = published
    opinion = analyse_opinions(read.votes, moderation=about.moderation)
    ours = {who for who, inside in zip(read.votes.participants, opinion.is_in, strict=True) if inside}
    assert ours <= set(read.published_groups)
    assert len(set(read.published_groups) - ours) <= 2


def test_every_formula_on_the_published_groups(published: tuple) -> None:
    table, read, about = published
    opinion = analyse_opinions(read.votes, moderation=about.moderation, given=read.published_groups)
    groups = sorted({row["group-id"] for row in table if row["group-id"]})
    assert list(opinion.group_names) == groups
    for j, statement in enumerate(opinion.votes.statements):
        cell = {
            g: [row[statement] for row in table if row["group-id"] == g and row[statement] != ""]
            for g in groups
        }
        agree = {g: cell[g].count("1") for g in groups}
        disagree = {g: cell[g].count("-1") for g in groups}
        total = {g: len(cell[g]) for g in groups}
        product = math.prod((agree[g] + 1) / (total[g] + 2) for g in groups)
        assert opinion.product[j] == pytest.approx(product, rel=1e-15)
        assert opinion.geometric[j] == pytest.approx(product ** (1 / len(groups)), rel=1e-14)
        for index, g in enumerate(groups):
            a, s = agree[g], total[g]
            ao, so = sum(agree.values()) - a, sum(total.values()) - s
            p1, p2, p = (a + 1) / (s + 1), (ao + 1) / (so + 1), (a + ao + 2) / (s + so + 2)
            rat = 0.0 if p == 1 else (p1 - p2) / math.sqrt(p * (1 - p) * (1 / (s + 1) + 1 / (so + 1)))
            expected = (
                (a + 1) / (s + 2),
                2 * math.sqrt(s + 1) * (p1 - 0.5),
                (a + 1) / (s + 2) / ((ao + 1) / (so + 2)),
            )
            tests = opinion.tests
            assert tests.agree_share[index, j] == expected[0]
            assert tests.agree_test[index, j] == pytest.approx(expected[1], rel=1e-15, abs=1e-15)
            assert tests.agree_ratio[index, j] == pytest.approx(expected[2], rel=1e-15)
            assert tests.agree_ratio_test[index, j] == pytest.approx(rat, rel=1e-12, abs=1e-14)
        a, d, s = (sum(part.values()) for part in (agree, disagree, total))
        importance = (1 - (s - a - d + 1) / (s + 2)) * (1 + opinion.extremity[j]) * (a + 1) / (s + 2)
        assert opinion.priority[j] == pytest.approx((importance * (1 + 8 * 2 ** (-s / 5))) ** 2, rel=1e-14)


def test_rejected_statements_are_in_no_list(published: tuple) -> None:
    _, read, about = published
    opinion = analyse_opinions(read.votes, moderation=about.moderation)
    listed = {one.statement for group in opinion.representative for one in group}
    listed |= {*opinion.majority.agree, *opinion.majority.disagree, *opinion.divisive}
    assert {opinion.votes.statements[j] for j in listed}.isdisjoint(about.moderation.rejected)
    assert all(len(group) <= 5 for group in opinion.representative)


@pytest.mark.parametrize(
    ("name", "at_least"),
    [
        ("scoop-hivemind.biodiversity", 0.92),
        ("austria-climate.produktion-und-konsum", 0.92),
        ("london.youth.policing", -1.0),  # published groups of 18, 3 and 3; we find no separate groups
    ],
)
def test_agreement_with_the_published_groups(read_conversation: Callable, name: str, at_least: float) -> None:
    read, about = read_conversation(name)
    agreement = agreement_with_published(read, analyse_opinions(read.votes, moderation=about.moderation))
    print(f"{name}: adjusted Rand with the published groups {agreement:.3f}")
    assert agreement >= at_least


def agreement_with_published(read: VoteFile, opinion: Opinion) -> float:
    import numpy as np

    pairs = [
        (group, int(read.published_groups[who]))
        for who, group in zip(read.votes.participants, opinion.labels.tolist(), strict=True)
        if group >= 0 and who in read.published_groups
    ]
    return adjusted_rand(np.array([a for a, _ in pairs]), np.array([b for _, b in pairs]))

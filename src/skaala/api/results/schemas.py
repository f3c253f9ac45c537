"""Published results as programs see them: the same figures as on the page, told as exactly as the page may."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema
from pydantic import Field

from skaala.workshops.presenters.picture import PictureShown, RankedStatement


class StatementOut(Schema):
    """A statement with what may be told of its votes."""

    number: int
    text: str
    language: str
    side: str = Field(description="agree or disagree: of which side the share is")
    share: int | None = Field(
        description="Per cent of those who voted on it; null where only `most` may be told."
    )
    bound: str = Field(description="at_least or at_most where the share is a bound; else empty.")
    most: str = Field(description="What more than half say, where no share may be told; else empty.")
    votes: int


class GroupOut(Schema):
    """An opinion group: people who voted alike."""

    name: str
    size: int
    statements: list[StatementOut] = Field(description="What the group has in common against the others.")


class RankingOut(Schema):
    """Statements of one kind, most agreed with first."""

    kind: str
    statements: list[StatementOut]


class ResultsOut(Schema):
    """What was published of a workspace."""

    people: int
    votes: int
    statements: int
    guests: int | None = Field(
        description="How many of the people are guests; null where that may not be told."
    )
    made_at: datetime
    firmness: str = Field(description="How firm the groups are; may be empty.")
    groups: list[GroupOut]
    consensus: list[StatementOut]
    rankings: list[RankingOut]
    files: dict[str, str] = Field(description="The whole published board as files, by format.")


def results_out(shown: PictureShown, files: dict[str, str]) -> ResultsOut:
    return ResultsOut(
        people=shown.people,
        votes=shown.votes,
        statements=shown.statements,
        guests=shown.guests,
        made_at=shown.made_at,
        firmness=shown.firmness,
        groups=[
            GroupOut(name=one.name, size=one.size, statements=[_statement(row) for row in one.stands_for])
            for one in shown.groups
        ],
        consensus=[_statement(row) for row in shown.consensus],
        rankings=[
            RankingOut(kind=one.kind, statements=[_statement(row) for row in one.rows])
            for one in shown.rankings
        ],
        files=files,
    )


def _statement(row: RankedStatement) -> StatementOut:
    return StatementOut(
        number=row.statement.number,
        text=row.statement.text,
        language=row.statement.language,
        side=row.side,
        share=row.share,
        bound=row.bound,
        most=row.most,
        votes=row.votes,
    )

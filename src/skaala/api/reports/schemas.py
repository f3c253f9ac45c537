"""Published reports as programs see them."""

from __future__ import annotations

from datetime import datetime

from ninja import Schema
from pydantic import Field

from skaala.api.http.schemas import Addresses, Words
from skaala.reports.contents import Contents, Entry


class VersionOut(Schema):
    """One published version."""

    number: int
    published_at: datetime
    is_simulated: bool
    replaced_at: datetime | None = Field(description="When a note took its place.")
    replaced_note: Words
    pages: Addresses


class VersionList(Schema):
    """What has been published, the latest first."""

    items: list[VersionOut]


class ReportOut(Schema):
    """A version with all it says."""

    version: VersionOut
    contents: Contents | None = Field(
        description="In the language asked for; null where a note took its place."
    )


class FindingOut(Schema):
    """One finding of a report."""

    section: str
    finding: Entry


class FindingList(Schema):
    """The findings of the latest version."""

    version: int
    language: str
    items: list[FindingOut]

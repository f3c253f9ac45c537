"""Series and events as programs send them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any, TypeAlias

from pydantic import Field

from skaala.api.http.texts_in import Instant, Line, Sent, Zone, words_in
from skaala.series.models import Event, EventKind, Perspective
from skaala.series.rules import lengths

Seats = Annotated[int, Field(ge=0, le=lengths.MOST_SEATS)]
Number = Annotated[int, Field(ge=1, le=lengths.LARGEST_NUMBER)]
Left: Any = Field(default_factory=lambda: None)
"""What is left out stays as it is; null clears a field where it may be empty, and is a mistake elsewhere."""
if TYPE_CHECKING:
    Title: TypeAlias = dict[str, str]
    ShortName: TypeAlias = dict[str, str]
    Summary: TypeAlias = dict[str, str]
    Audience: TypeAlias = dict[str, str]
    Long: TypeAlias = dict[str, str]
else:
    Title = words_in(lengths.TITLE, is_needed=True)
    ShortName, Summary = words_in(lengths.SHORT_NAME), words_in(lengths.SUMMARY)
    Audience, Long = words_in(lengths.AUDIENCE), words_in(lengths.LONG)


class SeriesChange(Sent):
    """What is to be changed; what is left out stays."""

    title: Title = Left
    short_name: ShortName = Left
    summary: Summary = Left
    introduction: Long = Left
    basis: Long = Left
    instructions: Long = Left


class SeriesIn(SeriesChange):
    """A new series; it begins as a draft."""

    title: Title
    languages: list[str] | None = Field(
        None, max_length=20, description="In which it is held; else the organisation's usual ones."
    )


class Appearance(Sent):
    """When a series is to appear."""

    at: Instant | None = Field(None, description="At once if it is left out.")


class EventChange(Sent):
    """What is to be changed; what is left out stays. Whom it concerns are told by email, as when it is changed on the pages."""

    kind: EventKind = Left
    number: Number | None = None
    title: Title = Left
    audience: Audience = Left
    description: Long = Left
    perspective: Perspective = Left
    start: Instant = Left
    end: Instant = Left
    time_zone: Zone = Left
    mode: Event.Mode = Left
    venue: int | None = Field(
        None, ge=1, le=2**62, description="The id of a venue of the organisation, as its events show it."
    )
    platform: Line = Left
    registration_opens: Instant | None = None
    registration_closes: Instant | None = None
    by_invitation: bool = Left
    has_catering: bool = Left
    is_recorded: bool = Left
    capacity_online: Seats | None = None
    capacity_onsite: Seats | None = None


class EventIn(EventChange):
    """A new event."""

    title: Title
    start: Instant
    end: Instant

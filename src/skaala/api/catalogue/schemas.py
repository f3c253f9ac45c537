"""The catalogue as programs see it; whom one can ask about an action stays on its page."""

from __future__ import annotations

from datetime import date, datetime
from typing import Any

from ninja import Schema
from pydantic import Field

from skaala.api.http.pages import Paged
from skaala.api.http.schemas import Addresses, Words, addresses, words
from skaala.catalogue.models import Action, Adoption
from skaala.evidence.models import Bottleneck, SupportMeasure

TEXTS = (
    *("name", "summary", "steps", "core", "adaptable", "effects", "measured_how", "cost", "staff_time"),
    *("saving", "conditions", "legal_basis", "lessons", "source"),
)
PLAIN = ("slug", "owner_elsewhere", "scaling", "themes", "goals", "needs", "responsible", "status")
DATES = ("began_on", "began_precision", "ended_on", "ended_precision")


class LinkOut(Schema):
    """A template, a decision or a page about an action."""

    kind: str
    label: str
    url: str


class ActionOut(Schema):
    """What a municipality does for sustainability that others could do."""

    slug: str
    owner: str | None = Field(description="Code of the municipality; null where the owner is elsewhere.")
    owner_elsewhere: str
    name: Words
    summary: Words
    steps: Words
    core: Words = Field(description="What must stay as it is.")
    adaptable: Words = Field(description="What others may do their own way.")
    scaling: str
    themes: list[str]
    goals: list[int] = Field(description="Numbers of the UN's Sustainable Development Goals.")
    effects: Words
    measured_how: Words
    cost: Words
    staff_time: Words
    saving: Words
    conditions: Words
    needs: list[str]
    legal_basis: Words
    responsible: str
    status: str
    began_on: date | None
    began_precision: str = Field(description="day, month or year")
    ended_on: date | None
    ended_precision: str = Field(description="day, month or year")
    lessons: Words
    source: Words
    source_url: str
    links: list[LinkOut]
    adopters: int = Field(
        description="Other municipalities that do it today: try it, have it in use or do it as ordinary work. "
        "The owner is not counted."
    )
    is_simulated: bool
    published_at: datetime | None
    updated_at: datetime
    pages: Addresses


class ActionPage(Paged):
    """A page of actions."""

    items: list[ActionOut]


class AdoptionOut(Schema):
    """How far a municipality has come with an action."""

    action: str
    municipality: str = Field(description="Code of Statistics Finland.")
    municipality_name: Words
    stage: str = Field(
        description="interested, assessing, decided, piloting, in_use, embedded, declined or stopped"
    )
    since: date | None
    precision: str = Field(description="Of the date: day, month or year")
    learned_from: str | None = Field(description="Code of the municipality it was learned from.")
    is_simulated: bool


class AdoptionPage(Paged):
    """A page of adoptions."""

    items: list[AdoptionOut]


class BottleneckOut(Schema):
    """One thing that keeps actions from spreading."""

    slug: str
    place: str = Field(description="source, way or receiver: where it arises")
    name: Words


class BottleneckList(Schema):
    """The whole vocabulary."""

    items: list[BottleneckOut]


class MeasureOut(Schema):
    """Something offered against bottlenecks."""

    id: int
    kind: str
    name: Words
    description: Words
    country: str = Field(description="ISO 3166-1 alpha-2, or EU; empty for several countries.")
    offered_by: str
    url: str
    answers: list[str] = Field(description="Slugs of the bottlenecks.")
    source: str
    source_url: str
    is_illustrative: bool = Field(description="Made up to show how the service works.")


class MeasurePage(Paged):
    """A page of support measures."""

    items: list[MeasureOut]


def action_out(one: Action) -> ActionOut:
    alike: dict[str, Any] = {name: words(getattr(one, name)) for name in TEXTS}
    alike |= {name: getattr(one, name) for name in (*PLAIN, *DATES)}
    return ActionOut(
        **alike,
        owner=one.owner_id,
        source_url=one.source_url,
        links=[LinkOut(kind=link.kind, label=link.label, url=link.url) for link in one.links.all()],
        adopters=one.adopters,
        is_simulated=one.is_simulated,
        published_at=one.published_at,
        updated_at=one.updated_at,
        pages=addresses("site:action", one.slug),
    )


def adoption_out(one: Adoption) -> AdoptionOut:
    return AdoptionOut(
        action=one.action.slug,
        municipality=one.municipality_id,
        municipality_name=words(one.municipality.name),
        stage=one.stage,
        since=one.since,
        precision=one.precision,
        learned_from=one.learned_from_id,
        is_simulated=one.is_simulated,
    )


def bottleneck_out(one: Bottleneck) -> BottleneckOut:
    return BottleneckOut(slug=one.slug, place=one.place, name=words(one.name))


def measure_out(one: SupportMeasure) -> MeasureOut:
    return MeasureOut(
        id=one.pk,
        kind=one.kind,
        name=words(one.name),
        description=words(one.description),
        country=one.country,
        offered_by=one.offered_by,
        url=one.url,
        answers=[each.slug for each in one.answers.all()],
        source=one.source,
        source_url=one.source_url,
        is_illustrative=one.is_illustrative,
    )

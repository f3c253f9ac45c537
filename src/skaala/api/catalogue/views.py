"""Reading the catalogue."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router
from pydantic import Field

from skaala.api.catalogue import schemas
from skaala.api.http.pages import Page, page_of
from skaala.api.http.problems import Problem
from skaala.catalogue import queries
from skaala.catalogue.models import Action
from skaala.catalogue.queries import adoptions
from skaala.evidence import queries as evidence

router = Router(tags=["catalogue"])
Short = Annotated[str, Query(), Field(max_length=60)]


@router.get("/actions", response=schemas.ActionPage, operation_id="list_actions")
def list_actions(
    request: HttpRequest, page: Page, theme: Short = "", owner: Short = "", status: Short = ""
) -> schemas.ActionPage:
    found = queries.published_actions().prefetch_related("links")
    wanted = {"themes__contains": [theme] if theme else None, "owner": owner, "status": status}
    found = found.filter(**{name: value for name, value in wanted.items() if value})
    rows, cursor = page_of(found, page)
    return schemas.ActionPage(items=[schemas.action_out(one) for one in rows], next_cursor=cursor)


@router.get("/actions/{slug:action}", response=schemas.ActionOut, operation_id="get_action")
def get_action(request: HttpRequest, action: str) -> schemas.ActionOut:
    return schemas.action_out(_action(action))


@router.get(
    "/actions/{slug:action}/adoptions", response=schemas.AdoptionPage, operation_id="list_adoptions_of_action"
)
def list_adoptions_of_action(request: HttpRequest, action: str, page: Page) -> schemas.AdoptionPage:
    rows, cursor = page_of(adoptions.adoptions_of(_action(action)), page)
    return schemas.AdoptionPage(items=[schemas.adoption_out(one) for one in rows], next_cursor=cursor)


@router.get("/adoptions", response=schemas.AdoptionPage, operation_id="list_adoptions")
def list_adoptions(request: HttpRequest, page: Page, municipality: Short = "") -> schemas.AdoptionPage:
    found = adoptions.adoptions().filter(action__state=Action.State.PUBLISHED)
    if municipality:
        found = found.filter(municipality=municipality)
    rows, cursor = page_of(found, page)
    return schemas.AdoptionPage(items=[schemas.adoption_out(one) for one in rows], next_cursor=cursor)


@router.get("/bottlenecks", response=schemas.BottleneckList, operation_id="list_bottlenecks")
def list_bottlenecks(request: HttpRequest) -> schemas.BottleneckList:
    return schemas.BottleneckList(items=[schemas.bottleneck_out(one) for one in evidence.bottlenecks()])


@router.get("/measures", response=schemas.MeasurePage, operation_id="list_measures")
def list_measures(request: HttpRequest, page: Page, kind: Short = "") -> schemas.MeasurePage:
    rows, cursor = page_of(evidence.find_measures(kind=kind), page)
    return schemas.MeasurePage(items=[schemas.measure_out(one) for one in rows], next_cursor=cursor)


def _action(slug: str) -> Action:
    found = queries.find_action(slug)
    if found is None:
        raise Problem("not-found")
    return found

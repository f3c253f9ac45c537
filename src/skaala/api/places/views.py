"""Reading municipalities and networks."""

from __future__ import annotations

from django.http import HttpRequest
from django.utils import timezone
from ninja import Router, Schema
from pydantic import Field

from skaala.api.http.pages import Page, Paged, page_of
from skaala.api.http.schemas import Words, words
from skaala.places.queries import municipalities as queries

router = Router(tags=["places"])


class RegionOut(Schema):
    """A region (maakunta, landskap)."""

    code: str
    name: Words


class MunicipalityOut(Schema):
    """A municipality of this year."""

    code: str = Field(description="Code of Statistics Finland.", examples=["091"])
    name: Words
    region: RegionOut
    population: int
    population_year: int
    size_class: str
    language: str = Field(description="fi, sv, fi-sv or sv-fi: the first has the majority")
    urban_rural: str = Field(description="urban, semi-urban or rural")


class MunicipalityPage(Paged):
    """A page of municipalities."""

    items: list[MunicipalityOut]


class NetworkOut(Schema):
    """A network of municipalities."""

    slug: str
    name: Words
    url: str
    members_known: bool = Field(description="Whether a complete list of its members is held.")


class NetworkList(Schema):
    """All networks."""

    items: list[NetworkOut]


@router.get("/municipalities", response=MunicipalityPage, operation_id="list_municipalities")
def list_municipalities(request: HttpRequest, page: Page) -> MunicipalityPage:
    rows, cursor = page_of(queries.municipalities(year=timezone.localdate().year), page)
    items = [
        MunicipalityOut(
            code=one.code,
            name=words(one.name),
            region=RegionOut(code=one.region.code, name=words(one.region.name)),
            population=one.population,
            population_year=one.population_year,
            size_class=str(one.size_class),
            language=one.language,
            urban_rural=one.urban_rural,
        )
        for one in rows
    ]
    return MunicipalityPage(items=items, next_cursor=cursor)


@router.get("/networks", response=NetworkList, operation_id="list_networks")
def list_networks(request: HttpRequest) -> NetworkList:
    return NetworkList(
        items=[
            NetworkOut(slug=one.slug, name=words(one.name), url=one.url, members_known=one.members_known)
            for one in queries.networks()
        ]
    )

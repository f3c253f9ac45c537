"""The list of actions, the page of one, and some side by side."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, datetime

from django.conf import settings
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone
from django.utils.http import urlencode

from skaala.catalogue import queries
from skaala.catalogue.messages.spread import COUNTED
from skaala.catalogue.models import Action
from skaala.catalogue.presenters import actions as present
from skaala.catalogue.presenters.adoptions import spread_of
from skaala.catalogue.presenters.fit import fit_words
from skaala.catalogue.presenters.forecasts import forecast_words
from skaala.catalogue.presenters.suggestions import SuggestionLine, suggestion_lines
from skaala.catalogue.queries.fit import fit_of
from skaala.places.models import Municipality
from skaala.places.queries import municipalities as places
from skaala.series.queries import next_publication
from skaala.site.catalogue.contexts import ActionPage
from skaala.site.catalogue.forms.filters import ActionFilterForm
from skaala.site.catalogue.presenters.comparison import columns, comparison, list_query
from skaala.site.catalogue.presenters.themes import theme_links
from skaala.site.http.page_cache import cache_until, public_cacheable

A_PAGE = 24
MOST_COMPARED = 4
MOST_SUGGESTED = 6
FOR_GOOD = datetime.max.replace(tzinfo=UTC)  # as long as nobody changes anything


@public_cacheable
def actions(request: HttpRequest) -> HttpResponse:
    """List the actions that match, with search, filters and themes."""
    form = ActionFilterForm(request.GET)
    wanted = queries.with_words_found(form.wanted())
    found = queries.find_actions(wanted)
    suits = _suits(wanted.near) if wanted.near and form.asks_what_suits else None
    if suits is not None:
        found = found.exclude(pk__in=suits.shown)
    page = Paginator(queries.for_cards(found), A_PAGE).get_page(request.GET.get("page"))
    query = _query_of_links(request.GET, wanted)
    ticked = _ticked(request)
    here = {one.pk for one in page} | (set(suits.tickable) if suits and page.number == 1 else set())
    response = render(
        request,
        "site/catalogue/actions.html",
        {
            "form": form,
            "wanted": wanted,
            "suits": suits,
            "page_of_actions": page,
            "cards": present.cards(page),
            "themes": theme_links(request.path, query, queries.theme_counts(wanted), chosen=wanted.theme),
            "total": queries.published_actions().count,  # asked only where the page says it
            "query": query.urlencode(),
            "ticked": {one.slug for one in ticked},
            "ticked_elsewhere": [one for one in ticked if one.pk not in here],
            "reset_url": reverse("site:actions") if query else "",
        },
    )
    return response if request.GET else cache_until(response, FOR_GOOD)


def _query_of_links(asked: QueryDict, wanted: queries.ActionFilter) -> QueryDict:
    """Return what the links of the list carry on: all that was filled in, of a very long search what was looked for."""
    query = asked.copy()
    for name in [name for name, value in query.items() if name == "page" or not value]:
        query.pop(name)
    if wanted.search is not None and wanted.search.is_cut:
        query["q"] = wanted.search.text
    return query


@dataclass(frozen=True)
class Suits:
    """What suits a municipality, and apart from it what is its own."""

    suggested: list[SuggestionLine]
    own: list[Action]

    @property
    def tickable(self) -> list[int]:
        """Those that can be ticked to be compared, by their keys."""
        return [line.card.action.pk for line in self.suggested]

    @property
    def shown(self) -> list[int]:
        """All these by their keys: the list below them has the rest."""
        return [*(line.card.action.pk for line in self.suggested), *(one.pk for one in self.own)]


def _suits(place: Municipality) -> Suits:
    suggested = suggestion_lines(queries.suggested_to(place)[:MOST_SUGGESTED])
    return Suits(suggested, list(queries.for_cards(queries.actions_of(place))))


@public_cacheable
def action(request: HttpRequest, slug: str) -> HttpResponse:
    """Show one action with all that is known about it."""
    found = action_or_404(slug)
    now = timezone.now()
    adoptions = list(queries.adoptions_of(found))
    forecast = queries.forecast_of(found)
    facts = present.action_facts(found)
    place = _place(request)
    context: ActionPage = {
        "action": found,
        "card": present.action_card(found),
        "glance": present.action_glance(found),
        "facts": facts,
        "has_facts": any(text for _term, text in facts),
        "texts": present.action_texts(found),
        "themes": [(theme, Action.Theme(theme).label) for theme in found.themes],
        "goals": present.goal_labels(found),
        "profile": present.profile_lines(found),
        "has_profile": present.has_profile(found),
        "links": list(found.links.all()),
        "contact": getattr(found, "contact", None),
        "origin": queries.public_origin(found, now=now),
        "spread": spread_of(found, adoptions),
        "counted": COUNTED,
        "forecast": forecast_words(found, adoptions, forecast, today=timezone.localdate(now)),
        "wanted_by": suggestion_lines(queries.suggested_for(found)),
        "fit": fit_words(fit_of(found, place)) if place else None,
        "for_place": f"?{urlencode({'place': place.name})}" if place else "",
        "address": f"{settings.BASE_URL}{request.path}",
    }
    response = render(request, "site/catalogue/action.html", context)
    if found.statement_id:  # a facilitator may hide the statement at any time, and no cache is told
        return response
    return cache_until(response, next_publication(now=now) or FOR_GOOD)


def compare(request: HttpRequest) -> HttpResponse:
    """Show up to four actions side by side, for one's municipality if it is given."""
    ticked = _ticked(request)
    chosen = ticked[:MOST_COMPARED]
    place = _place(request)
    fits = [fit_words(fit_of(one, place)) for one in chosen] if place else []
    return render(
        request,
        "site/catalogue/compare.html",
        {
            "columns": columns(chosen, place),
            "rows": comparison(chosen, fits),
            "place": place,
            "too_many": len(ticked) > MOST_COMPARED,
            "list_url": f"{reverse('site:actions')}{list_query(chosen, place)}",
        },
    )


def _ticked(request: HttpRequest) -> list[Action]:
    """Return the actions ticked to be compared, in the order of the ticks, which the address holds."""
    slugs = list(dict.fromkeys(request.GET.getlist("a")))[: MOST_COMPARED + 1]
    by_slug = {one.slug: one for one in queries.published_actions().filter(slug__in=slugs)} if slugs else {}
    return [by_slug[slug] for slug in slugs if slug in by_slug]


def _place(request: HttpRequest) -> Municipality | None:
    """Return the reader's municipality, as the address names it."""
    typed = request.GET.get("place", "")[:100]
    return places.find_municipality(typed, year=timezone.localdate().year) if typed else None


def action_or_404(slug: str) -> Action:
    """Return a published action, or answer that there is none."""
    found = queries.find_action(slug)
    if found is None:
        raise Http404
    return found

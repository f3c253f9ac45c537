"""The themes of a series: having them found, and naming, merging, splitting and moving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django import forms
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.sections import series_page
from skaala.desk.themes.forms import NEW, OUTSIDE, MergeForm, MoveForm, NameForm
from skaala.insight.thematic.results import Theme
from skaala.reports.models import ThemeDecision, ThemeSearch
from skaala.reports.themes import operations, queries
from skaala.series.models import Series
from skaala.ui.offered import offered
from skaala.ui.texts import Texts
from skaala.workshops.models import Statement

SHOWN = 3
"""So many statements of each theme stand in the list; the rest on the theme's own page."""


@dataclass(frozen=True)
class Listed:
    """A theme with the words that show it."""

    key: str
    name: Texts
    is_named: bool
    words: list[tuple[str, str]]
    statements: list[Statement]
    by_hand: frozenset[str]

    @property
    def first(self) -> list[Statement]:
        return self.statements[:SHOWN]


@dataclass(frozen=True)
class Decided:
    """A decision as the list tells it."""

    what: str
    made: ThemeDecision


def themes(request: HttpRequest, slug: str) -> HttpResponse:
    """List the themes with their first statements, and what has been decided."""
    series = find_series(slug)
    found = queries.decided_themes(series)
    said = {str(each.pk): each for each in queries.shown_statements_of(series)}
    listed = [_listed(theme, said) for theme in found.themes]
    placed = sum(len(each.statements) for each in listed) + len(found.outliers)
    search = queries.find_search(series)
    return series_page(
        request,
        "desk/themes/themes.html",
        series,
        section="report",
        beneath=[(_("Themes"), "")],
        themes=listed,
        outliers=[said[each] for each in found.outliers],
        search=search,
        is_waiting=search is not None and search.state == ThemeSearch.State.WAITING,
        has_statements=bool(said),
        not_placed=len(said) - placed if search is not None and search.found_at else 0,
        decided=_decided(queries.decisions(series), listed),
    )


@require_POST
def find(request: HttpRequest, slug: str) -> HttpResponse:
    """Have the themes found, or found again."""
    operations.request_themes(series=find_series(slug))
    messages.success(request, _("The themes are being found. Load the page again in a moment."))
    return redirect("desk:themes", slug)


@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the latest decision."""
    operations.undo_decision(series=find_series(slug))
    messages.success(request, _("The latest decision has been undone."))
    return redirect("desk:themes", slug)


def theme(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one theme, or with the key `none` what is in no theme, and take what is decided about it."""
    series = find_series(slug)
    page = _theme_page(series, key)
    if page is None:
        if request.method == "POST":
            return _gone(request, slug)
        raise Http404
    action = request.POST.get("action", "")
    forms = page.forms(request, action)
    sent = forms.get(action)
    if sent is not None and sent.is_valid():
        return _decide(request, series, key, action, sent.cleaned_data)
    heading = str(page.theme.name) if page.theme else ""
    return series_page(
        request,
        "desk/themes/theme.html",
        series,
        section="report",
        beneath=[(_("Themes"), reverse("desk:themes", args=[slug])), (heading or _("In no theme"), "")],
        status=422 if sent is not None and sent.errors else 200,
        theme=page.theme,
        statements=page.statements,
        name=forms["name"],
        merge=forms["merge"] if page.others and page.theme else None,
        move=forms["move"] if page.statements else None,
        sent=sent,
    )


@dataclass(frozen=True)
class ThemePage:
    """
    What a theme's page is about.

    :ivar theme: None for what is in no theme
    :ivar others: the keys and names of the other themes
    """

    theme: Listed | None
    statements: list[Statement]
    others: list[tuple[str, str]]

    def forms(self, request: HttpRequest, action: str) -> dict[str, forms.Form]:
        """Return what can be decided, by the name of its button; that which was pressed has what was sent."""
        sent = {action: request.POST}
        theme = self.theme
        return {
            "name": NameForm(
                sent.get("name"),
                prefix="name",
                initial={"names": theme.name if theme and theme.is_named else None},
            ),
            "merge": MergeForm(sent.get("merge"), prefix="merge", others=self.others),
            "move": MoveForm(
                sent.get("move"),
                prefix="move",
                statements=self.statements,
                others=self.others,
                by_hand=theme.by_hand if theme else (),
                is_outside=theme is None,
            ),
        }


def _theme_page(series: Series, key: str) -> ThemePage | None:
    """Return the theme with this key; None if there is none, or no themes have been looked for yet."""
    decided = queries.decided_themes(series)
    said = {str(each.pk): each for each in queries.shown_statements_of(series)}
    others = [(each.id, str(queries.theme_name(each).names)) for each in decided.themes if each.id != key]
    if key == OUTSIDE and queries.find_search(series) is not None:
        return ThemePage(None, [said[each] for each in decided.outliers], others)
    here = next((each for each in decided.themes if each.id == key), None)
    if here is None:
        return None
    theme = _listed(here, said)
    return ThemePage(theme, theme.statements, others)


def _decide(
    request: HttpRequest, series: Series, key: str, action: str, said: dict[str, Any]
) -> HttpResponse:
    now = timezone.now()
    try:
        if action == "name":
            operations.name_theme(series=series, theme=key, names=said["names"], now=now)
            messages.success(request, _("The theme has been named."))
            return redirect("desk:theme", series.slug, key)
        if action == "merge":
            operations.merge_themes(series=series, theme=key, into=said["into"], now=now)
            messages.success(request, _("The themes have been merged."))
            return redirect("desk:theme", series.slug, said["into"])
        statements = [UUID(each) for each in said["statements"]]
        if said["into"] == NEW:
            key = operations.split_theme(series=series, statements=statements, names=said["names"], now=now)
            messages.success(request, _("The statements have a theme of their own."))
            return redirect("desk:theme", series.slug, key)
        into = None if said["into"] == OUTSIDE else said["into"]
        operations.move_statements(series=series, statements=statements, into=into, now=now)
    except operations.UnableToChangeThemes:
        return _gone(request, series.slug)
    messages.success(
        request, _("The statements have been moved, and stay there when themes are found again.")
    )
    return redirect("desk:themes", series.slug)


def _gone(request: HttpRequest, slug: str) -> HttpResponse:
    messages.warning(request, _("That theme has been merged or is gone. Nothing was changed; look again."))
    return redirect("desk:themes", slug)


def _listed(theme: Theme, said: dict[str, Statement]) -> Listed:
    called = queries.theme_name(theme)
    return Listed(
        theme.id,
        called.names,
        called.is_named,
        [(code, ", ".join(theme.words[code])) for code in offered() if theme.words.get(code)],
        [said[member.id] for member in theme.members],
        frozenset(member.id for member in theme.members if member.by_hand),
    )


def _decided(made: Sequence[ThemeDecision], listed: Sequence[Listed]) -> list[Decided]:
    names = {each.key: str(each.name) for each in listed}
    kinds = ThemeDecision.Kind
    decided = []
    for each in reversed(made):
        words: dict[str, Any] = {
            "theme": names.get(each.theme, _("a theme that is gone")),
            "into": names.get(each.into, _("a theme that is gone")),
            "number": len(each.statements),
            "name": str(each.names),
        }
        number = words["number"]
        if each.kind == kinds.RENAME:
            what = _("Named: %(name)s")
        elif each.kind == kinds.MERGE:
            what = _("Merged into: %(into)s")
        elif each.kind == kinds.SPLIT:
            what = ngettext(
                "%(number)s statement split off: %(name)s",
                "%(number)s statements split off: %(name)s",
                number,
            )
        elif each.theme:
            what = ngettext(
                "%(number)s statement moved into: %(theme)s",
                "%(number)s statements moved into: %(theme)s",
                number,
            )
        else:
            what = ngettext(
                "%(number)s statement moved into no theme",
                "%(number)s statements moved into no theme",
                number,
            )
        decided.append(Decided(what % words, each))
    return decided

"""The themes of a series: having them found, and naming, merging, splitting and moving."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from skaala.desk.forms.themes import NEW, OUTSIDE, MergeForm, MoveForm, NameForm
from skaala.desk.sections import find_series, series_page
from skaala.insight.themed import Theme
from skaala.reports import operations, queries_themes
from skaala.reports.models import ThemeDecision, ThemeSearch
from skaala.series.models import Series
from skaala.ui.texts import LANGUAGES, Texts
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
    found = queries_themes.decided_themes(series)
    said = {str(each.pk): each for each in queries_themes.said_in(series)}
    listed = [_listed(theme, said) for theme in found.themes]
    placed = sum(len(each.statements) for each in listed) + len(found.outliers)
    search = queries_themes.find_search(series)
    return series_page(
        request,
        "desk/report/themes.html",
        series,
        section="report",
        beneath=[(_("Themes"), "")],
        themes=listed,
        outliers=[said[each] for each in found.outliers],
        search=search,
        is_waiting=search is not None and search.state == ThemeSearch.State.WAITING,
        has_statements=bool(said),
        not_placed=len(said) - placed if search is not None and search.found_at else 0,
        decided=_decided(queries_themes.decisions(series), listed),
    )


@require_POST
def find(request: HttpRequest, slug: str) -> HttpResponse:
    """Have the themes found, or found again."""
    operations.ask_for_themes(series=find_series(slug))
    messages.success(request, _("The themes are being found. Load the page again in a moment."))
    return redirect("desk:themes", slug)


@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the latest decision."""
    operations.take_back(series=find_series(slug))
    messages.success(request, _("The latest decision has been taken back."))
    return redirect("desk:themes", slug)


def theme(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one theme, or with the key `none` what is in no theme, and take what is decided about it."""
    series = find_series(slug)
    found = queries_themes.decided_themes(series)
    said = {str(each.pk): each for each in queries_themes.said_in(series)}
    here = next((each for each in found.themes if each.id == key), None)
    if here is None and (key != OUTSIDE or queries_themes.find_search(series) is None):
        if request.method == "POST":
            return _gone(request, slug)
        raise Http404
    listed = _listed(here, said) if here else None
    statements = listed.statements if listed else [said[each] for each in found.outliers]
    others = [(each.id, str(queries_themes.call(each).names)) for each in found.themes if each.id != key]
    deed = request.POST.get("deed", "")
    name = NameForm(
        request.POST if deed == "name" else None,
        prefix="name",
        initial={"names": Texts(**dict(here.names)) if here and here.names else None},
    )
    merge = MergeForm(request.POST if deed == "merge" else None, prefix="merge", others=others)
    move = MoveForm(
        request.POST if deed == "move" else None,
        prefix="move",
        statements=statements,
        others=others,
        by_hand=listed.by_hand if listed else (),
        is_outside=here is None,
    )
    form: Any = {"name": name, "merge": merge, "move": move}.get(deed)
    if form is not None and form.is_valid():
        return _decide(request, series, key, deed, form.cleaned_data)
    heading = listed.name if listed else Texts()
    return series_page(
        request,
        "desk/report/theme.html",
        series,
        section="report",
        beneath=[(_("Themes"), reverse("desk:themes", args=[slug])), (str(heading) or _("In no theme"), "")],
        status=422 if form is not None and form.errors else 200,
        theme=listed,
        statements=statements,
        name=name,
        merge=merge if others and here else None,
        move=move if statements else None,
        sent=form,
    )


def _decide(request: HttpRequest, series: Series, key: str, deed: str, said: dict[str, Any]) -> HttpResponse:
    now = timezone.now()
    try:
        if deed == "name":
            operations.name_theme(series=series, theme=key, names=said["names"], now=now)
            messages.success(request, _("The theme has its name."))
            return redirect("desk:theme", series.slug, key)
        if deed == "merge":
            operations.merge_themes(series=series, theme=key, into=said["into"], now=now)
            messages.success(request, _("The two themes are one."))
            return redirect("desk:theme", series.slug, said["into"])
        statements = [UUID(each) for each in said["statements"]]
        if said["into"] == NEW:
            key = operations.split_theme(series=series, statements=statements, names=said["names"], now=now)
            messages.success(request, _("The statements have a theme of their own."))
            return redirect("desk:theme", series.slug, key)
        into = None if said["into"] == OUTSIDE else said["into"]
        operations.move_statements(series=series, statements=statements, into=into, now=now)
    except operations.NoSuchThemeError:
        return _gone(request, series.slug)
    messages.success(
        request, _("The statements have been moved, and stay there when themes are found again.")
    )
    return redirect("desk:themes", series.slug)


def _gone(request: HttpRequest, slug: str) -> HttpResponse:
    messages.warning(request, _("That theme has been merged or is gone. Nothing was changed; look again."))
    return redirect("desk:themes", slug)


def _listed(theme: Theme, said: dict[str, Statement]) -> Listed:
    called = queries_themes.call(theme)
    return Listed(
        theme.id,
        called.names,
        called.is_named,
        [(code, ", ".join(theme.words[code])) for code in LANGUAGES if theme.words.get(code)],
        [said[member.id] for member in theme.members],
        frozenset(member.id for member in theme.members if member.by_hand),
    )


def _decided(made: Sequence[ThemeDecision], listed: Sequence[Listed]) -> list[Decided]:
    names = {each.key: str(each.name) for each in listed}
    kinds = ThemeDecision.Kind
    told = []
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
        told.append(Decided(what % words, each))
    return told

"""The claims of a series: having candidates found, ticking, wording, splitting, merging and undoing."""

from __future__ import annotations

from dataclasses import dataclass
from uuid import UUID

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.catalogue.queries import public_statements
from skaala.desk.claims.forms import MergeForm, TickedForm, WordsForm
from skaala.desk.frame.access import may
from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.sections import series_page
from skaala.reports import queries as reports
from skaala.reports.claims import operations, queries
from skaala.reports.claims.queries import Claim
from skaala.reports.models import ClaimSearch
from skaala.reports.themes.queries import shown_statements_of
from skaala.series.models import Series
from skaala.workshops.models import Statement

GROUPS_AT_A_TIME = 15
FOUND_AT_A_TIME = 40
"""So many statements of a search are shown; all that were found can be added at once."""


@dataclass(frozen=True)
class Offered:
    """A group of candidates with its form."""

    number: int
    form: TickedForm
    statements: list[Statement]


def claims(request: HttpRequest, slug: str) -> HttpResponse:
    """List the claims, and what may yet be put together."""
    series = find_series(slug)
    search = queries.find_search(series)
    report = reports.find_report(series)
    groups = queries.candidate_groups(series)
    offered = [
        Offered(number, TickedForm(prefix=f"group-{number}", statements=group), group)
        for number, group in enumerate(groups[:GROUPS_AT_A_TIME], 1)
    ]
    return series_page(
        request,
        "desk/claims/claims.html",
        series,
        section="report",
        beneath=[(_("Claims"), "")],
        claims=queries.claims_of(series),
        offered=offered,
        left=len(groups) - len(offered),
        search=search,
        is_waiting=search is not None and search.state == ClaimSearch.State.WAITING,
        are_drafted=queries.are_drafted(series, drafted_at=report.drafted_at if report else None),
        has_decided=bool(queries.decisions(series)),
        has_statements=bool(shown_statements_of(series)),
    )


@require_POST
def find(request: HttpRequest, slug: str) -> HttpResponse:
    """Have candidates found, or found again."""
    operations.request_candidates(series=find_series(slug))
    messages.success(request, _("Candidates are being found. Load the page again in a moment."))
    return redirect("desk:claims", slug)


@require_POST
def undo(request: HttpRequest, slug: str) -> HttpResponse:
    """Take back the latest decision."""
    operations.undo_decision(series=find_series(slug))
    messages.success(request, _("The latest decision has been undone."))
    return redirect("desk:claims", slug)


@require_POST
def decide(request: HttpRequest, slug: str) -> HttpResponse:
    """Make a claim of the candidates that were ticked, or keep a group apart."""
    series = find_series(slug)
    action, _space, number = request.POST.get("action", "").partition(" ")
    if action == "apart":
        operations.keep_apart(
            series=series, statements=_ids(request.POST.getlist("group")), now=timezone.now()
        )
        messages.success(request, _("They are not offered together again."))
        return redirect("desk:claims", slug)
    ticked = _ids(request.POST.getlist(f"group-{number}-statements"))
    try:
        key = operations.make_claim(series=series, statements=ticked, now=timezone.now())
    except operations.UnableToClaim:
        messages.warning(request, _("Tick at least two statements that say the same."))
        return redirect("desk:claims", slug)
    messages.success(request, _("The statements are one claim now. Check its words."))
    return redirect("desk:claim", slug, key)


def claim(request: HttpRequest, slug: str, key: str) -> HttpResponse:
    """Show one claim, and take what is decided about it."""
    series = find_series(slug)
    every = queries.claims_of(series)
    here = next((each for each in every if each.key == key), None)
    if here is None:
        if request.method == "POST":
            return _gone(request, slug)
        raise Http404
    page = _ClaimPage(series, here, [each for each in every if each.key != key], request)
    sent = page.forms.get(page.action)
    if page.action == "add-all" or (sent is not None and sent.is_valid()):
        return _decide(request, page)
    return series_page(
        request,
        "desk/claims/claim.html",
        series,
        section="report",
        beneath=[(_("Claims"), reverse("desk:claims", args=[slug])), (str(here.names), "")],
        status=422 if sent is not None and sent.errors else 200,
        claim=here,
        words=page.words,
        split=page.split,
        add=page.add if page.found else None,
        merge=page.merge if page.others else None,
        query=page.query,
        has_searched="q" in request.GET,
        count_found=len(page.found),
        is_shortened=len(page.found) > FOUND_AT_A_TIME,
        sent=sent,
        may_make_action=may(request, "make-action", "POST")
        and bool(public_statements(here, now=timezone.now())),
    )


class _ClaimPage:
    """The forms of a claim's page; that which was sent has what was sent."""

    def __init__(self, series: Series, claim: Claim, others: list[Claim], request: HttpRequest) -> None:
        self.series, self.claim, self.others = series, claim, others
        self.action = request.POST.get("action", "")
        self.query = " ".join(request.GET.get("q", "").split())[:100]
        self.found = _search(series, claim, self.query) if "q" in request.GET else []
        data = {self.action: request.POST}
        self.words = WordsForm(data.get("name"), prefix="name", initial={"names": claim.names})
        self.split = TickedForm(data.get("split"), prefix="split", statements=claim.statements)
        shown = self.found if self.action == "add" else self.found[:FOUND_AT_A_TIME]
        self.add = TickedForm(data.get("add"), prefix="add", statements=shown)
        self.merge = MergeForm(
            data.get("merge"), prefix="merge", others=[(each.key, str(each.names)) for each in others]
        )
        self.forms: dict[str, WordsForm | TickedForm | MergeForm] = {
            "name": self.words,
            "split": self.split,
            "add": self.add,
            "merge": self.merge,
        }


def _search(series: Series, claim: Claim, query: str) -> list[Statement]:
    """Return the statements outside a claim that have all the words of a query; without a query all of them."""
    inside = {each.pk for each in claim.statements}
    words = query.casefold().split()
    return [
        each
        for each in shown_statements_of(series)
        if each.pk not in inside and all(word in each.text.casefold() for word in words)
    ]


def _decide(request: HttpRequest, page: _ClaimPage) -> HttpResponse:
    series, key, now = page.series, page.claim.key, timezone.now()
    try:
        if page.action == "name":
            operations.name_claim(series=series, claim=key, names=page.words.cleaned_data["names"], now=now)
            messages.success(request, _("The words of the claim have been saved."))
        elif page.action == "split":
            operations.split_claim(series=series, claim=key, statements=page.split.ticked(), now=now)
            messages.success(request, _("The statements are on their own again."))
        else:
            added = _to_add(page)
            operations.add_to_claim(series=series, claim=key, statements=added, now=now)
            messages.success(request, _("The statements belong to this claim now."))
    except operations.UnableToClaim:
        return _gone(request, series.slug)
    is_left = any(each.key == key for each in queries.claims_of(series))
    return redirect("desk:claim", series.slug, key) if is_left else redirect("desk:claims", series.slug)


def _to_add(page: _ClaimPage) -> list[UUID]:
    if page.action == "merge":
        other = page.merge.cleaned_data["other"]
        return [each.pk for claim in page.others if claim.key == other for each in claim.statements]
    if page.action == "add-all":
        return [each.pk for each in page.found]
    return page.add.ticked()


def _gone(request: HttpRequest, slug: str) -> HttpResponse:
    messages.warning(request, _("That claim is gone. Nothing was changed; look again."))
    return redirect("desk:claims", slug)


def _ids(values: list[str]) -> list[UUID]:
    found = []
    for value in values:
        try:
            found.append(UUID(value))
        except ValueError:
            continue
    return found

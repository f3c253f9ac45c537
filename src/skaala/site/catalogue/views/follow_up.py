"""Follow-ups: beginning one, and the pages behind the links in emails, where a press answers; opening them does nothing."""

from __future__ import annotations

from contextlib import suppress
from datetime import datetime, timedelta

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.catalogue import links
from skaala.catalogue.forms.follow_up import FollowUpForm
from skaala.catalogue.messages.follow_ups import ANSWERS
from skaala.catalogue.messages.reporting import refusal_message
from skaala.catalogue.models import Action, AdoptionReport, FollowUp
from skaala.catalogue.operations import StageReport, contacts, follow_ups, report_adoption
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.catalogue.rules.reporting import Refusal, UnableToReport
from skaala.catalogue.rules.stages import NEEDS_REASON
from skaala.evidence import queries as evidence
from skaala.people.operations import hit, network_address
from skaala.site.catalogue.views.actions import action_or_404
from skaala.site.http.private import keep_private
from skaala.ui.errors import too_many_requests
from skaala.ui.languages import reader_language
from skaala.ui.same_origin import form_without_session

LIMIT, WITHIN = 10, timedelta(hours=1)


@form_without_session
def begin(request: HttpRequest, slug: str) -> HttpResponse:
    """Take an interest or an offer of help; an address, where one is given, is asked by email whether it agrees."""
    action = action_or_404(slug)
    form = FollowUpForm(
        request.POST or None,
        initial={"kind": FollowUp.Kind.INTERESTED, "municipality": request.GET.get("place", "")},
    )
    if request.method == "POST" and form.is_valid():
        now, caller = timezone.now(), network_address(request.META)
        wait = hit(purpose="follow-up", caller=caller, limit=LIMIT, within=WITHIN, now=now)
        if wait:
            return too_many_requests(request, wait)
        try:
            take_interest(action, form, now=now)
        except follow_ups.TooManyFollowUps as refused:
            return too_many_requests(request, refused.wait)
        except UnableToReport as refused:
            form.add_error(refused.field, refusal_message(refused))
        else:
            sent = "1" if form.cleaned_data["email"] else "noted"
            return redirect(f"{reverse('site:begin-follow-up', args=[slug])}?sent={sent}")
    sent = request.GET.get("sent", "") if request.method == "GET" else ""
    context = {"action": action, "form": form, "is_sent": sent == "1", "is_noted": sent == "noted"}
    status = 422 if request.method == "POST" else 200
    return render(request, "site/catalogue/begin_follow_up.html", context, status=status)


def take_interest(action: Action, form: FollowUpForm, *, now: datetime) -> None:
    """
    Keep what a valid form says: an interest waits for an editor, an address for its owner's consent.

    :raises UnableToReport: where it is the municipality's own action
    :raises TooManyFollowUps: if the address has begun many already
    """
    read = form.cleaned_data
    if action.owner_id and read["municipality"].pk == action.owner_id:
        raise UnableToReport(Refusal.OWN_ACTION, "municipality")
    if read["email"]:
        follow_ups.begin_follow_up(
            kind=read["kind"],
            action=action,
            municipality=read["municipality"],
            name=read["name"],
            email=read["email"],
            language=reader_language(),
            now=now,
        )
    if read["kind"] != FollowUp.Kind.INTERESTED:
        return
    with suppress(UnableToReport):  # said already: the follow-up begins all the same
        report_adoption(
            action=action,
            municipality=read["municipality"],
            report=StageReport(stage="interested", when=InexactDate(timezone.localdate(now), "day")),
            source=AdoptionReport.Source.FORM,
            now=now,
        )


@form_without_session
def follow_up(request: HttpRequest, token: str) -> HttpResponse:
    """Show what is asked; agree, answer or stop by a press."""
    try:
        found = links.read_follow_up(token)
    except links.InvalidLink:
        return _ended(request)
    wanted = request.POST.get("action", "")
    if wanted == "stop":
        follow_ups.stop(follow_up=found, now=timezone.now())
        return _ended(request, has_stopped=True)
    if wanted == "agree":
        follow_ups.agree(follow_up=found, now=timezone.now())
        return redirect("site:follow-up", token)
    problem = _answer(request, found) if request.method == "POST" else ""
    if request.method == "POST" and not problem:
        return redirect(reverse("site:follow-up", args=[token]) + "?thanks=1")
    question = found.questions.last()
    context = {
        "follow_up": found,
        "question": question,
        "answers": [(code, words) for code, words in ANSWERS.items() if code not in NEEDS_REASON],
        "asks_reason": follow_ups.becomes_report(found),
        "reasons": list(evidence.bottlenecks()),
        "problem": problem,
        "answered": ANSWERS.get(question.answer, "") if question else "",
        "thanks": request.GET.get("thanks") == "1",
    }
    status = 422 if problem else 200
    return keep_private(render(request, "site/catalogue/follow_up.html", context, status=status))


def _answer(request: HttpRequest, found: FollowUp) -> str:
    """Take the answer over, or say what is missing."""
    question = found.questions.last()
    stage = request.POST.get("answer", "")
    if question is None or stage not in ANSWERS:
        return _("Choose one of the answers.")
    reason = evidence.find_bottleneck(request.POST.get("reason", "")) if stage in NEEDS_REASON else None
    try:
        follow_ups.answer(question=question, stage=stage, reason=reason, now=timezone.now())
    except UnableToReport as problem:
        return refusal_message(problem)
    return ""


@form_without_session
def contact(request: HttpRequest, token: str) -> HttpResponse:
    """Ask a contact whether all is still so; a press says so, or deletes name and address."""
    try:
        found = links.read_contact(token)
    except links.InvalidLink:
        return _ended(request)
    if request.method == "POST":
        wanted = request.POST.get("answer", "")
        if wanted == "forget":
            contacts.remove_contact(action=found.action)
            return _ended(request, has_stopped=True)
        if wanted != "same" and wanted not in Action.Status.values:
            raise Http404
        status = "" if wanted == "same" else wanted
        contacts.confirm_contact(contact=found, status=status, now=timezone.now())
        return redirect(reverse("site:action-contact", args=[token]) + "?thanks=1")
    context = {
        "contact": found,
        "action": found.action,
        "statuses": [choice for choice in Action.Status.choices if choice[0] != found.action.status],
        "thanks": request.GET.get("thanks") == "1",
    }
    return keep_private(render(request, "site/catalogue/contact.html", context))


def _ended(request: HttpRequest, *, has_stopped: bool = False) -> HttpResponse:
    context = {"has_stopped": has_stopped}
    status = 200 if has_stopped else 404
    return keep_private(render(request, "site/catalogue/follow_up_ended.html", context, status=status))

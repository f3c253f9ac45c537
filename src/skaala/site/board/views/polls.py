"""Quick questions of the facilitator: answering them by a press or in words, and what the room has answered."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from skaala.people.operations.rate_limit import hit
from skaala.site.board.forms import PollTextForm
from skaala.site.board.views.access import Visit, board_page, inside
from skaala.site.board.views.vote import MAX_ACTIONS_PER_MINUTE, MINUTE
from skaala.ui.errors import too_many_requests
from skaala.workshops import operations, rules
from skaala.workshops.messages.concerns import concern_words
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Poll, PollText
from skaala.workshops.presenters.polls import PollShown, show_poll
from skaala.workshops.queries.polls import asked_polls, poll_waiting_for


@dataclass(frozen=True)
class PollOnPage:
    """A question as a participant's page shows it; ``form`` where it is answered in words and is open."""

    shown: PollShown
    form: PollTextForm | None


@inside
def polls(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show the questions that have been asked, those that are open first; take an answer."""
    assert visit.participant is not None
    failed: dict[uuid.UUID, PollTextForm] = {}
    is_unfinished = False
    if request.method == "POST":
        wait = hit(
            purpose="board-action",
            caller=str(visit.participant.pk),
            limit=MAX_ACTIONS_PER_MINUTE,
            within=MINUTE,
            now=timezone.now(),
        )
        if wait:
            return too_many_requests(request, wait)
        answer = _answer(request, visit, failed)
        if answer is not None:
            return answer
        is_unfinished = "compare" in request.POST
    elif not asked_polls(visit.board).exists():
        return HttpResponseRedirect(visit.url(""))
    done = request.GET.get("done", "")
    return board_page(
        request,
        "site/board/polls.html",
        visit,
        status=422 if failed or is_unfinished else 200,
        best_worst_problem=refusal_message(rules.UnableToAct(rules.Refusal.BEST_AND_WORST))
        if is_unfinished
        else "",
        picked_best=request.POST.get("best", ""),
        picked_worst=request.POST.get("worst", ""),
        questions=[_on_page(visit, poll, failed.get(poll.pk)) for poll in asked_polls(visit.board)],
        failed=next(iter(failed.values()), None),
        done=done,
        why=_why_it_waits(visit) if done == "pending" else [],
        is_task=True,
    )


def waiting_form(visit: Visit) -> PollOnPage | None:
    """Return the question that the first page asks before all else; None where none waits for an answer."""
    assert visit.participant is not None
    poll = poll_waiting_for(visit.board, visit.participant)
    return _on_page(visit, poll, None) if poll is not None else None


def _on_page(visit: Visit, poll: Poll, failed: PollTextForm | None) -> PollOnPage:
    is_written = poll.has_texts and poll.state == Poll.State.OPEN and visit.board.phase in rules.RUNNING
    return PollOnPage(
        show_poll(poll, visit.participant), (failed or PollTextForm(poll=poll)) if is_written else None
    )


def _answer(request: HttpRequest, visit: Visit, failed: dict[uuid.UUID, PollTextForm]) -> HttpResponse | None:
    """Take what was sent; None where the page is to say what is wrong with it."""
    assert visit.participant is not None
    whose: dict[str, Any] = {"board": visit.board, "participant": visit.participant}
    if "upvote" in request.POST or "no-upvote" in request.POST:
        is_wanted = "upvote" in request.POST
        text = operations.upvote(
            **whose, text_id=_id(request.POST["upvote" if is_wanted else "no-upvote"]), is_wanted=is_wanted
        )
        return HttpResponseRedirect(f"{visit.url('polls')}#answer-{text.number}")
    poll_id = _id(request.POST.get("poll", ""))
    if "chosen" in request.POST:
        answered = operations.choose_answer(**whose, poll_id=poll_id, chosen=request.POST["chosen"])
        return HttpResponseRedirect(f"{visit.url('polls')}?done=chosen#question-{answered.number}")
    if "again" in request.POST:
        again = operations.take_last_choice_back(**whose, poll_id=poll_id)
        return HttpResponseRedirect(f"{visit.url('polls')}#question-{again.number}")
    if "compare" in request.POST:
        return _compare(request, visit, poll_id)
    poll = visit.board.polls.filter(pk=poll_id).first()
    if poll is None or not poll.has_texts:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION)
    form = PollTextForm(request.POST, poll=poll)
    if not form.is_valid():
        failed[poll.pk] = form
        return None
    sent = operations.write_poll_text(**whose, poll_id=poll_id, text=form.cleaned_data["text"])
    return HttpResponseRedirect(f"{visit.url('polls')}?done={sent.state}#question-{poll.number}")


def _compare(request: HttpRequest, visit: Visit, poll_id: uuid.UUID) -> HttpResponse | None:
    """Take the most and the least important of a set; None where not one of each was chosen."""
    assert visit.participant is not None
    number = request.POST.get("number", "")
    try:
        poll = operations.choose_best_and_worst(
            board=visit.board,
            participant=visit.participant,
            poll_id=poll_id,
            number=int(number) if number.isdecimal() and len(number) < 4 else 0,
            best=request.POST.get("best", ""),
            worst=request.POST.get("worst", ""),
        )
    except rules.UnableToAct as problem:
        if problem.refusal != rules.Refusal.BEST_AND_WORST:
            raise
        return None
    return HttpResponseRedirect(f"{visit.url('polls')}#question-{poll.number}")


def _why_it_waits(visit: Visit) -> list[str]:
    """Return why answers of theirs are held, if they are not held because all are."""
    waiting = PollText.objects.filter(
        board=visit.board, author=visit.participant, state=PollText.State.PENDING
    )
    reasons = {reason for held in waiting.values_list("held_for", flat=True) for reason in held.split(",")}
    return concern_words(",".join(sorted(reasons - {""})))


def _id(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_QUESTION) from None

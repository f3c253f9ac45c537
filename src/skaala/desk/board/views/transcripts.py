"""What was said in the call: bringing its transcript in, and taking sentences of it as statements."""

from __future__ import annotations

import uuid
from typing import Any
from urllib.parse import urlencode

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.announcement.files import UnreadableFile
from skaala.desk.board.forms.transcripts import TakeForm, TranscriptForm
from skaala.desk.board.frame import board_page, to_board, with_board
from skaala.desk.board.messages import transcript_message
from skaala.insight.languages import guess_language
from skaala.ui.child import UnableToFinish
from skaala.ui.child_messages import unfinished_message
from skaala.workshops.messages.concerns import concern_words
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Board, Candidate
from skaala.workshops.operations.transcripts import (
    KEPT_DAYS,
    bring_in_transcript,
    drop_candidates,
    take_candidates,
)
from skaala.workshops.rules import UnableToAct
from skaala.workshops.rules.attention import concerns

AT_A_TIME = 40


@with_board
def transcript(request: HttpRequest, board: Board) -> HttpResponse:
    """Take a transcript's file; then show its sentences with ticks, the likely ones first asked for."""
    action = request.POST.get("action", "") if request.method == "POST" else ""
    form = TranscriptForm(
        request.POST if action == "bring-in" else None, request.FILES if action == "bring-in" else None
    )
    typed: dict[uuid.UUID, str] = {}
    take = TakeForm(None, board=board)
    if action == "bring-in" and form.is_valid() and _brings_in(request, board, form):
        return to_board(board, "board-transcript")
    if action == "drop":
        drop_candidates(board=board)
        messages.success(request, _("What was left of the transcript has been removed."))
        return to_board(board, "board-transcript")
    if action == "take":
        take = TakeForm(request.POST, board=board)
        typed = _typed(request)
        if take.is_valid() and _takes(request, board, take, typed):
            return to_board(board, "board-transcript")
    return board_page(
        request,
        "desk/board/transcript.html",
        board,
        here="board-seed",
        beneath=_("What was said in the call"),
        status=422 if form.errors or typed else 200,
        form=form,
        take=take,
        **_listed(request, board, typed),
    )


def _brings_in(request: HttpRequest, board: Board, form: TranscriptForm) -> bool:
    try:
        number = bring_in_transcript(
            board=board, content=form.cleaned_data["file"].read(), now=timezone.now()
        )
    except UnreadableFile as refusal:
        form.add_error("file", transcript_message(refusal))
    except UnableToFinish as problem:
        form.add_error("file", unfinished_message(problem))
    else:
        messages.success(
            request,
            ngettext(
                "%(number)s sentence was found. The file has not been kept.",
                "%(number)s sentences were found. The file has not been kept.",
                number,
            )
            % {"number": number},
        )
        return True
    return False


def _typed(request: HttpRequest) -> dict[uuid.UUID, str]:
    """The words of the ticked sentences, by their ids."""
    found = {}
    for key in request.POST.getlist("candidate"):
        try:
            found[uuid.UUID(key)] = request.POST.get(f"text-{key}", "")
        except ValueError:
            continue
    return found


def _takes(request: HttpRequest, board: Board, form: TakeForm, typed: dict[uuid.UUID, str]) -> bool:
    """Take what is ticked; what cannot be a statement stays, with the reason."""
    if not typed:
        messages.error(request, _("Tick at least one sentence."))
        return True
    outcome = take_candidates(
        board=board, prompt_id=uuid.UUID(form.cleaned_data["prompt"]), texts=typed, now=timezone.now()
    )
    if outcome.made or outcome.known:
        messages.success(
            request,
            ngettext(
                "%(number)s statement has been added.",
                "%(number)s statements have been added.",
                len(outcome.made),
            )
            % {"number": len(outcome.made)},
        )
    for line, why in outcome.refused:
        messages.error(request, f"{line} – {refusal_message(UnableToAct(why))}")
    return not outcome.refused


def _listed(request: HttpRequest, board: Board, typed: dict[uuid.UUID, str]) -> dict[str, Any]:
    """One page of the candidates that are asked for: the likely ones, all, or those with a word in them."""
    all_of_them = board.candidates.all()
    search, shows_all = request.GET.get("search", "")[:100].strip(), "all" in request.GET
    asked = all_of_them.filter(text__icontains=search) if search else all_of_them
    page = Paginator(asked if shows_all or search else asked.filter(is_likely=True), AT_A_TIME).get_page(
        request.GET.get("page")
    )
    first = all_of_them.first()
    return {
        "candidates": [_row(board, one, typed) for one in page],
        "page": page,
        "page_query": urlencode({"search": search}) if search else "all=" if shows_all else "",
        "search": search,
        "shows_all": shows_all,
        "count": all_of_them.count(),
        "likely": all_of_them.filter(is_likely=True).count(),
        "kept_days": KEPT_DAYS,
        "brought_in_on": first.brought_in_on if first else None,
    }


def _row(board: Board, candidate: Candidate, typed: dict[uuid.UUID, str]) -> dict[str, Any]:
    text = typed.get(candidate.pk, candidate.text)
    why = concern_words(",".join(concerns(text, own_words=board.own_words.splitlines())))
    return {
        "candidate": candidate,
        "text": text,
        "language": guess_language(text),
        "is_ticked": candidate.pk in typed,
        "why": why,
    }

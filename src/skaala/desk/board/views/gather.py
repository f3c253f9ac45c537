"""Filling a board: questions, many statements at once, statements of earlier boards."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from skaala.desk.board.forms import PromptForm, SeedForm
from skaala.desk.board.frame import board_page, to_board, with_board
from skaala.desk.frame.access import is_member, may, sees_house
from skaala.series.presenters import naming
from skaala.workshops import operations, queries, rules
from skaala.workshops.messages.concerns import concern_words
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Board, Prompt
from skaala.workshops.queries.carrying import ranked_to_carry
from skaala.workshops.rules import UnableToAct
from skaala.workshops.rules.attention import concerns
from skaala.workshops.rules.chat import messages_of

TOP, MOST_TOP = 10, 50
"""How many of the top of a list are carried over at once, unless another number is written, and at most."""


@with_board
def prompts(request: HttpRequest, board: Board) -> HttpResponse:
    """List the questions."""
    return board_page(
        request,
        "desk/board/prompts.html",
        board,
        here="board-prompts",
        prompts=board.prompts.all(),
        may_keep=sees_house(request) and may(request, "board-keep-prompts"),
    )


@with_board
def new_prompt(request: HttpRequest, board: Board) -> HttpResponse:
    return _edit_prompt(request, board, Prompt(board=board), heading=_("New question"))


@with_board
def edit_prompt(request: HttpRequest, board: Board, prompt_id: uuid.UUID) -> HttpResponse:
    prompt = board.prompts.filter(pk=prompt_id).first()
    if prompt is None:
        raise Http404
    if request.POST.get("action") == "remove":
        if operations.remove_prompt(prompt=prompt):
            messages.success(request, _("The question has been removed."))
        else:
            messages.error(request, _("Statements answer this question, so it stays."))
        return to_board(board, "board-prompts")
    return _edit_prompt(request, board, prompt, heading=_("Question"))


def _edit_prompt(request: HttpRequest, board: Board, prompt: Prompt, *, heading: str) -> HttpResponse:
    is_new = prompt._state.adding
    data = request.POST if request.method == "POST" else None
    form = PromptForm(data, record=prompt)
    if data is not None and form.is_valid():
        operations.save_prompt(prompt=form.fill_in())
        messages.success(request, _("The question has been saved."))
        return to_board(board, "board-prompts")
    return board_page(
        request,
        "desk/board/prompt.html",
        board,
        here="board-prompts",
        beneath=heading,
        status=422 if data is not None else 200,
        form=form,
        prompt_heading=heading,
        may_remove=not is_new,
    )


@with_board
def seed(request: HttpRequest, board: Board) -> HttpResponse:
    """Show what a pasted list or chat would become, with ticks; on a second press take what is ticked, and say what came of it."""
    data = request.POST if request.method == "POST" else None
    form = SeedForm(data, board=board)
    outcome, found = None, []
    if data is not None and form.is_valid():
        if data.get("action") == "add":
            outcome = operations.seed_statements(
                board=board,
                prompt_id=uuid.UUID(form.cleaned_data["prompt"]),
                text="\n".join(data.getlist("line")[: rules.MOST_AT_ONCE]),
                source=form.cleaned_data["source"],
                now=timezone.now(),
            )
            form = SeedForm(None, board=board, initial={"prompt": data["prompt"], "source": data["source"]})
        else:
            found = [
                (line, concern_words(",".join(concerns(line, own_words=board.own_words.splitlines()))))
                for line in messages_of(form.cleaned_data["lines"])[: rules.MOST_AT_ONCE]
            ]
            if not found:
                form.add_error(
                    "lines",
                    _("There is nothing but names, times and reactions here. Paste what people wrote."),
                )
    refused = [(line, refusal_message(UnableToAct(why))) for line, why in outcome.refused] if outcome else []
    return board_page(
        request,
        "desk/board/seed.html",
        board,
        here="board-seed",
        status=422 if data is not None and outcome is None and not found else 200,
        form=form,
        outcome=outcome,
        refused=refused,
        found=found,
        may_bring_in_transcript=is_member(request) and may(request, "board-transcript"),
    )


@with_board
def carry(request: HttpRequest, board: Board) -> HttpResponse:
    """Choose statements of earlier boards of the series and put them on this one."""
    if request.method == "POST":
        chosen = _top(request, board) if "top" in request.POST else _ticked(request)
        made = operations.carry_over(board=board, statement_ids=chosen, now=timezone.now())
        messages.success(
            request,
            ngettext(
                "%(number)s statement has been carried over.",
                "%(number)s statements have been carried over.",
                len(made),
            )
            % {"number": len(made)},
        )
        return to_board(board, "board-statements")
    on_board = set(board.statements.values_list("root", flat=True))
    earlier = []
    for other in queries.earlier_boards(board):
        rows = [
            (statement, votes, statement.root_id in on_board) for statement, votes in ranked_to_carry(other)
        ]
        earlier.append({"heading": naming.heading(other.event), "rows": rows, "slug": other.event.slug})
    return board_page(
        request, "desk/board/carry.html", board, here="board-carry", earlier=earlier, top=TOP, most=MOST_TOP
    )


def _ticked(request: HttpRequest) -> set[uuid.UUID]:
    chosen = set()
    for key in request.POST.getlist("statement"):
        try:
            chosen.add(uuid.UUID(key))
        except ValueError:
            continue
    return chosen


def _top(request: HttpRequest, board: Board) -> set[uuid.UUID]:
    """Return the first statements of one earlier workspace's list that are not here yet."""
    slug = request.POST["top"]
    try:
        number = min(max(int(request.POST.get(f"number-{slug}", "")), 1), MOST_TOP)
    except ValueError:
        number = TOP
    on_board = set(board.statements.values_list("root", flat=True))
    other = queries.earlier_boards(board).filter(event__slug=slug).first()
    left = [one for one, _votes in ranked_to_carry(other) if one.root_id not in on_board] if other else []
    return {one.pk for one in left[:number]}

"""Moderation: the list, one statement, merging and splitting."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.views.decorators.http import require_POST

from skaala.desk.boards import address, board_page, to_board, with_board
from skaala.desk.forms.board import EditForm, ListForm, SplitForm, TranslationsForm
from skaala.workshops import operations, queries, rules
from skaala.workshops.models import Board, Statement
from skaala.workshops.refusals import refusal_words

A_PAGE = 50


@with_board
def statements(request: HttpRequest, board: Board) -> HttpResponse:
    """List statements in every state, those that wait first."""
    form = ListForm(request.GET)
    asked = form.cleaned_data if form.is_valid() else {"search": "", "state": ""}
    found = queries.moderated(board, state=asked["state"], search=asked["search"])
    waiting = [] if asked["state"] or asked["search"] else list(found.filter(state=Statement.State.PENDING))
    rest = found.exclude(state=Statement.State.PENDING) if waiting else found
    votes = queries.vote_counts(board)
    query = request.GET.copy()
    query.pop("page", None)
    page = Paginator(rest, A_PAGE).get_page(request.GET.get("page"))
    return board_page(
        request,
        "desk/board/statements.html",
        board,
        here="board-statements",
        form=form,
        is_filtering=bool(asked["search"] or asked["state"]),
        waiting=[(statement, 0) for statement in waiting],
        rows=[(statement, votes.get(statement.root_id, (0, 0, 0))[2]) for statement in page],
        page_of=page,
        matching=page.paginator.count,
        query=query.urlencode(),
        back_query=request.GET.urlencode(),
    )


@require_POST
@with_board
def show(request: HttpRequest, board: Board, statement_id: uuid.UUID) -> HttpResponse:
    """Show or hide a statement, and lead back to the list as it was."""
    operations.set_shown(board=board, statement_id=statement_id, is_shown=request.POST.get("deed") == "show")
    query = QueryDict(request.POST.get("query", "")[:300]).urlencode()
    return HttpResponseRedirect(f"{address(board, 'board-statements')}{'?' if query else ''}{query}")


@require_POST
@with_board
def pin(request: HttpRequest, board: Board, statement_id: uuid.UUID) -> HttpResponse:
    """Pin a statement to the top of every list or take it down, and lead back to the list as it was."""
    operations.set_pinned(board=board, statement_id=statement_id, is_pinned=request.POST.get("deed") == "pin")
    query = QueryDict(request.POST.get("query", "")[:300]).urlencode()
    return HttpResponseRedirect(f"{address(board, 'board-statements')}{'?' if query else ''}{query}")


@with_board
def statement(request: HttpRequest, board: Board, statement_id: uuid.UUID) -> HttpResponse:
    """Show one statement with all that can be done to it; do what is asked."""
    found = queries.find_statement(board, statement_id)
    if found is None:
        raise Http404
    deed = request.POST.get("deed", "") if request.method == "POST" else ""
    held = {"text": found.text, "language": found.language, "prompt": str(found.prompt_id)}
    edit = EditForm(request.POST if deed == "edit" else None, initial=held, board=board)
    split = SplitForm(request.POST if deed == "split" else None)
    translate = TranslationsForm(request.POST if deed == "translate" else None, statement=found)
    if deed:
        answer = _do(request, board, found, deed, edit, split, translate)
        if answer is not None:
            return answer
    _agree, _disagree, total = queries.vote_counts(board).get(found.root_id, (0, 0, 0))
    return board_page(
        request,
        "desk/board/statement.html",
        board,
        here="board-statements",
        beneath=_("Statement %(number)s") % {"number": found.number},
        status=422 if edit.errors or split.errors or translate.errors else 200,
        statement=found,
        edit=edit,
        split=split,
        translate=translate,
        has_machine=operations.find_translator() is not None,
        votes=total,
        is_gone=found.state in {Statement.State.MERGED, Statement.State.SPLIT},
        may_reword=total == 0 and found.root_id == found.pk,
        similar=[]
        if found.state in {"merged", "split"}
        else queries.similar_on_board(board, found.text, but=found),
        others=queries.shown_statements(board).exclude(pk=found.pk),
    )


def _do(
    request: HttpRequest,
    board: Board,
    found: Statement,
    deed: str,
    edit: EditForm,
    split: SplitForm,
    translate: TranslationsForm,
) -> HttpResponse | None:
    now = timezone.now()
    try:
        if deed == "edit" and edit.is_valid():
            operations.edit_statement(
                board=board,
                statement_id=found.pk,
                text=edit.cleaned_data["text"],
                language=edit.cleaned_data["language"],
                prompt_id=uuid.UUID(edit.cleaned_data["prompt"]),
            )
            messages.success(request, _("The statement has been saved."))
        elif deed == "split" and split.is_valid():
            operations.split_statement(
                board=board, statement_id=found.pk, parts=split.cleaned_data["parts"].splitlines(), now=now
            )
            messages.success(request, _("The statement has been split. Its parts start without votes."))
        elif deed == "translate" and translate.is_valid():
            operations.set_translations(board=board, statement_id=found.pk, texts=translate.texts())
            messages.success(request, _("The translations have been saved."))
            return to_board(board, "board-statement", found.pk)
        elif deed == "machine":
            operations.translate_by_machine(board=board, statement=found)
            messages.success(request, _("The machine’s translations have been saved. Read them through."))
            return to_board(board, "board-statement", found.pk)
        elif deed == "merge":
            operations.merge_statements(
                board=board, duplicate_id=found.pk, into_id=_key(request.POST.get("into", "")), now=now
            )
            messages.success(
                request, _("The statements have been merged. Of two votes of one person the latest counts.")
            )
        else:
            return None
    except rules.NotPossible as problem:
        messages.error(request, refusal_words(problem))
        return to_board(board, "board-statement", found.pk)
    return to_board(board, "board-statements")


def _key(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise rules.NotPossible(rules.Refusal.UNKNOWN_STATEMENT) from None

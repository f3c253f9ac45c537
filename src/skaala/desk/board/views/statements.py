"""Moderation: the list, one statement, merging and splitting."""

from __future__ import annotations

import uuid

from django.contrib import messages
from django.core.paginator import Paginator
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext
from django.views.decorators.http import require_POST

from skaala.catalogue.queries import interests_in, is_public_statement
from skaala.desk.board.forms import EditForm, ListForm, SplitForm, TranslationsForm
from skaala.desk.board.frame import address, board_page, follow, to_board, with_board
from skaala.desk.frame.access import may
from skaala.desk.frame.downloads import download
from skaala.tables.writing import CSV_TYPE, csv_for_excel
from skaala.workshops import operations, queries, rules
from skaala.workshops.links.live import Audience
from skaala.workshops.messages.concerns import concern_words
from skaala.workshops.messages.refusals import refusal_message
from skaala.workshops.models import Board, Statement

A_PAGE = 50


@with_board
def statements(request: HttpRequest, board: Board) -> HttpResponse:
    """List statements in every state, those that wait first."""
    form = ListForm(request.GET, board=board)
    asked = form.cleaned_data if form.is_valid() else {"search": "", "state": "", "prompt": ""}
    found = queries.moderated(board, state=asked["state"], search=asked["search"])
    if asked["prompt"]:
        found = found.filter(prompt=uuid.UUID(asked["prompt"]))
    pending = found.filter(state=Statement.State.PENDING).order_by("-number")  # the newest first
    waiting = [] if asked["state"] or asked["search"] else list(pending)
    rest = found.exclude(state=Statement.State.PENDING) if waiting else found
    votes = queries.shown_tallies(board)
    query = request.GET.copy()
    query.pop("page", None)
    page = Paginator(rest, A_PAGE).get_page(request.GET.get("page"))
    return board_page(
        request,
        "desk/board/statements.html",
        board,
        here="board-statements",
        form=form,
        is_filtering=any(asked.values()),
        waiting=[(statement, 0, _why_held(statement)) for statement in waiting],
        rows=[
            (statement, votes.get(statement.root_id, (0, 0, 0))[2], _why_held(statement))
            for statement in page
        ],
        reasons=Statement.Reason.choices,
        live=follow(request, board, Audience.FACILITATOR),
        live_shows=address(board, "board-statements"),
        page_of=page,
        matching=page.paginator.count,
        query=query.urlencode(),
        back_query=request.GET.urlencode(),
    )


@require_POST
@with_board
def show(request: HttpRequest, board: Board, statement_id: uuid.UUID) -> HttpResponse:
    """Show or hide a statement, and lead back to the list as it was."""
    operations.set_shown(
        board=board,
        statement_id=statement_id,
        is_shown=request.POST.get("action") == "show",
        now=timezone.now(),
    )
    return _to_list(request, board)


@require_POST
@with_board
def several(request: HttpRequest, board: Board) -> HttpResponse:
    """Show or hide all that were ticked, with one reason for the hidden ones."""
    keys = [
        key for text in request.POST.getlist("statement")[: rules.MOST_AT_ONCE] if (key := _key_or_none(text))
    ]
    reason = request.POST.get("reason", "")
    is_shown = request.POST.get("action") == "show"
    changed = operations.set_several_shown(
        board=board,
        statement_ids=keys,
        is_shown=is_shown,
        reason=reason if reason in Statement.Reason.values else "",
        now=timezone.now(),
    )
    done = (
        ngettext("%(number)s statement is shown now.", "%(number)s statements are shown now.", changed)
        if is_shown
        else ngettext("%(number)s statement is hidden now.", "%(number)s statements are hidden now.", changed)
    )
    messages.success(request, done % {"number": changed})
    return _to_list(request, board)


@require_POST
@with_board
def pin(request: HttpRequest, board: Board, statement_id: uuid.UUID) -> HttpResponse:
    """Pin a statement to the top of every list or take it down, and lead back to the list as it was."""
    operations.set_pinned(
        board=board, statement_id=statement_id, is_pinned=request.POST.get("action") == "pin"
    )
    return _to_list(request, board)


@with_board
def log(request: HttpRequest, board: Board) -> HttpResponse:
    """Give the log of moderation as a table: what was done when and why, with no words of anybody's and no names."""
    zone = board.event.series.zone
    head = [
        _("When"),
        _("Statement"),
        _("What was done"),
        _("Reason"),
        _("Other statement"),
        _("Quick question"),
        _("Answer"),
    ]
    rows = [
        [
            f"{each.done_at.astimezone(zone):%Y-%m-%d %H:%M}",
            each.number if each.poll is None else "",
            each.get_action_display(),
            each.get_reason_display() if each.reason else "",
            each.into or "",
            each.poll or "",
            each.number if each.poll is not None else "",
        ]
        for each in board.moderations.all()
    ]
    name = f"{board.event.series.slug}-{board.event.slug}-moderation.csv"
    return download(csv_for_excel([head, *rows]), content_type=CSV_TYPE, name=name)


@with_board
def statement(request: HttpRequest, board: Board, statement_id: uuid.UUID) -> HttpResponse:
    """Show one statement with all that can be done to it; do what is asked."""
    found = queries.find_statement(board, statement_id)
    if found is None:
        raise Http404
    action = request.POST.get("action", "") if request.method == "POST" else ""
    held = {"text": found.text, "language": found.language, "prompt": str(found.prompt_id)}
    edit = EditForm(request.POST if action == "edit" else None, initial=held, board=board)
    split = SplitForm(request.POST if action == "split" else None)
    translate = TranslationsForm(request.POST if action == "translate" else None, statement=found)
    if action:
        answer = _do(request, board, found, action, edit, split, translate)
        if answer is not None:
            return answer
    _agree, _disagree, total = queries.shown_tallies(board).get(found.root_id, (0, 0, 0))
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
        may_make_action=may(request, "make-action", "POST")
        and is_public_statement(found, now=timezone.now()),
        interests=interests_in([found]).get(found.root_id, []),
        is_gone=found.state in {Statement.State.MERGED, Statement.State.SPLIT},
        may_reword=not queries.has_votes(found) and found.root_id == found.pk,
        similar=[]
        if found.state in {"merged", "split"}
        else queries.similar_on_board(board, found.text, prompt=found.prompt, but=found),
        others=queries.shown_statements(board).exclude(pk=found.pk),
    )


def _do(
    request: HttpRequest,
    board: Board,
    found: Statement,
    action: str,
    edit: EditForm,
    split: SplitForm,
    translate: TranslationsForm,
) -> HttpResponse | None:
    now = timezone.now()
    try:
        if action == "edit" and edit.is_valid():
            operations.edit_statement(
                board=board,
                statement_id=found.pk,
                text=edit.cleaned_data["text"],
                language=edit.cleaned_data["language"],
                prompt_id=uuid.UUID(edit.cleaned_data["prompt"]),
                now=now,
            )
            messages.success(request, _("The statement has been saved."))
        elif action == "split" and split.is_valid():
            operations.split_statement(
                board=board, statement_id=found.pk, parts=split.cleaned_data["parts"].splitlines(), now=now
            )
            messages.success(request, _("The statement has been split. Its parts start without votes."))
        elif action == "undo-merge":
            operations.undo_merge(board=board, statement_id=found.pk, now=now)
            messages.success(request, _("The merge has been undone. The statement has its own votes again."))
        elif action == "undo-split":
            operations.undo_split(board=board, statement_id=found.pk, now=now)
            messages.success(request, _("The statement is in one piece again. Its parts are hidden."))
        elif action == "translate" and translate.is_valid():
            operations.set_translations(board=board, statement_id=found.pk, texts=translate.texts())
            messages.success(request, _("The translations have been saved."))
            return to_board(board, "board-statement", found.pk)
        elif action == "machine":
            operations.translate_by_machine(board=board, statement=found)
            messages.success(request, _("The machine’s translations have been saved. Read them through."))
            return to_board(board, "board-statement", found.pk)
        elif action == "merge":
            operations.merge_statements(
                board=board, duplicate_id=found.pk, into_id=_key(request.POST.get("into", "")), now=now
            )
            messages.success(
                request, _("The statements have been merged. Of two votes of one person the latest counts.")
            )
        else:
            return None
    except rules.UnableToAct as problem:
        messages.error(request, refusal_message(problem))
        return to_board(board, "board-statement", found.pk)
    return to_board(board, "board-statements")


def _why_held(statement: Statement) -> list[str]:
    """Return why a statement waits, if not because all do."""
    return concern_words(statement.held_for) if statement.state == Statement.State.PENDING else []


def _to_list(request: HttpRequest, board: Board) -> HttpResponse:
    """Lead back to the list as it was when the button was pressed."""
    query = QueryDict(request.POST.get("query", "")[:300]).urlencode()
    return HttpResponseRedirect(f"{address(board, 'board-statements')}{'?' if query else ''}{query}")


def _key_or_none(text: str) -> uuid.UUID | None:
    try:
        return uuid.UUID(text)
    except ValueError:
        return None


def _key(text: str) -> uuid.UUID:
    try:
        return uuid.UUID(text)
    except ValueError:
        raise rules.UnableToAct(rules.Refusal.UNKNOWN_STATEMENT) from None

"""A participant's small group: its notes while the room is split, everyone's afterwards."""

from __future__ import annotations

import uuid

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.utils import timezone

from skaala.people.operations.rate_limit import hit
from skaala.site.board.forms import NoteForm
from skaala.site.board.views.access import Visit, board_page, inside
from skaala.site.board.views.vote import MAX_ACTIONS_PER_MINUTE, MINUTE
from skaala.ui.errors import too_many_requests
from skaala.workshops import operations, queries, rules


@inside
def group(request: HttpRequest, visit: Visit) -> HttpResponse:
    """Show their group and its notes; take a note, or their choice of a group."""
    assert visit.participant is not None
    board = visit.board
    if not board.round:
        return HttpResponseRedirect(visit.url(""))
    own = operations.find_place(board=board, participant=visit.participant)
    form = NoteForm()
    if request.method == "POST":
        who = str(visit.participant.pk)
        wait = hit(
            purpose="board-action",
            caller=who,
            limit=MAX_ACTIONS_PER_MINUTE,
            within=MINUTE,
            now=timezone.now(),
        )
        if wait:
            return too_many_requests(request, wait)
        if request.POST.get("action") == "choose":
            try:
                chosen = uuid.UUID(request.POST.get("group", ""))
            except ValueError:
                raise rules.UnableToAct(rules.Refusal.NO_SUCH_GROUP) from None
            operations.choose_group(board=board, participant=visit.participant, group_id=chosen)
            return HttpResponseRedirect(visit.url("group"))
        if request.POST.get("action") == "change-note":
            _change_note(visit, request.POST)
            return HttpResponseRedirect(visit.url("group"))
        form = NoteForm(request.POST)
        if form.is_valid():
            operations.write_note(board=board, participant=visit.participant, text=form.cleaned_data["text"])
            return HttpResponseRedirect(visit.url("group"))
    groups = list(queries.small_groups(board))
    member = queries.membership_of(board, visit.participant)
    return board_page(
        request,
        "site/board/group.html",
        visit,
        status=422 if form.errors else 200,
        own=next((each for each in groups if own is not None and each.pk == own.pk), None),
        groups=groups,
        mark=member.mark if member else None,
        longest_note=rules.LONGEST_NOTE,
        form=form,
        prompts=[{"prompt": prompt, "url": visit.url("write", prompt.pk)} for prompt in board.prompts.all()],
    )


def _change_note(visit: Visit, data: QueryDict) -> None:
    assert visit.participant is not None
    try:
        note = uuid.UUID(data.get("note", ""))
    except ValueError:
        return  # a form that was not ours
    # Browsers send line ends of their own.
    text, before = (data.get(name, "").replace("\r\n", "\n") for name in ("text", "before"))
    operations.change_note(
        board=visit.board, participant=visit.participant, note_id=note, before=before, text=text
    )

"""Writing a statement; similar ones are shown before it is sent."""

from __future__ import annotations

import uuid

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils import timezone

from skaala.site.board.forms import StatementForm
from skaala.site.board.views.access import Visit, board_page, inside
from skaala.workshops import operations, queries, rules


@inside
def write(request: HttpRequest, visit: Visit, prompt_id: uuid.UUID) -> HttpResponse:
    """Show one question and take the answer."""
    assert visit.participant is not None
    prompt = visit.board.prompts.filter(pk=prompt_id).first()
    if prompt is None:
        raise Http404
    data = request.POST if request.method == "POST" else None
    now = timezone.now()
    if data is None:
        rules.check_can_write(visit.board.phase)
    else:
        rules.check_can_still_write(visit.board.phase, ended_at=visit.board.writing_ended_at, now=now)
    form = StatementForm(data, prompt_id=prompt.pk, takes_focus=data is None)
    similar = []
    if data is not None and form.is_valid():
        text = form.cleaned_data["text"]
        similar = [] if "anyway" in data else queries.similar_on_board(visit.board, text, prompt=prompt)
        if not similar:
            statement = operations.write_statement(
                board=visit.board,
                participant=visit.participant,
                prompt_id=prompt.pk,
                text=text,
                language=form.cleaned_data["language"],
                now=now,
            )
            return HttpResponseRedirect(f"{visit.url('')}?sent={statement.state}")
    return board_page(
        request,
        "site/board/write.html",
        visit,
        status=422 if data is not None and not similar else 200,
        prompt=prompt,
        form=form,
        similar=similar,
        is_task=True,
    )

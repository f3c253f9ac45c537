"""The streams' address where no live process can be reached: one frame, and an invitation to ask again soon."""

from __future__ import annotations

import time

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.http import require_GET

from skaala.workshops import queries
from skaala.workshops.links.live import Audience, InvalidPass, read_pass
from skaala.workshops.links.readers import is_still_open
from skaala.workshops.presenters.frames import RenderedFrame, compose

AGAIN_MS = 4000
KEPT_SECONDS = 1.5
_kept: dict[tuple[int, Audience], tuple[float, list[RenderedFrame]]] = {}


@require_GET
def frame(request: HttpRequest, token: str) -> HttpResponse:
    """
    Answer as the stream does, but end after the newest frame: the browser comes back unasked.

    Behind a proxy that leads this path to the live process, nobody ever comes here.
    """
    try:
        allowed = read_pass(token)
    except InvalidPass:
        return HttpResponse(status=403)
    if not is_still_open(allowed, now=timezone.now()):
        return HttpResponse(status=403)
    newest = {one.language: one for one in _frames(allowed.board_id, allowed.audience)}.get(allowed.language)
    words = f"retry: {AGAIN_MS}\nevent: clock\ndata: {int(time.time() * 1000)}\n\n"
    if newest is not None and newest.identity != request.headers.get("Last-Event-ID", ""):
        words += f"id: {newest.identity}\ndata: {newest.body}\n\n"
    response = HttpResponse(words, content_type="text/event-stream; charset=utf-8")
    response["Cache-Control"] = "no-store"
    response["Referrer-Policy"] = "no-referrer"
    return response


def _frames(board_id: int, audience: Audience) -> list[RenderedFrame]:
    """Compose at most once in a moment for all who ask this process."""
    now = time.monotonic()
    made, frames = _kept.get((board_id, audience), (0.0, []))
    if made and now - made < KEPT_SECONDS:
        return frames
    board = queries.find_board_by_id(board_id)
    frames = compose(board, audience) if board is not None else []
    for key in [key for key, (made, _) in _kept.items() if now - made > 60]:
        _kept.pop(key, None)
    _kept[board_id, audience] = (now, frames)
    return frames

"""The projector's screens: which there are in each phase of a board, one thing each, and what is on the one that is shown."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

import segno
from django.urls import reverse
from django.utils.safestring import SafeString, mark_safe
from django.utils.translation import gettext as _

from skaala.insight.disclosure import is_exact
from skaala.people.queries import base_url
from skaala.reports.commitments.queries import next_steps, takes_commitments
from skaala.workshops import queries, rules
from skaala.workshops.models import Board, Note, Picture, Poll, Statement
from skaala.workshops.presenters.conclusions import ConclusionShown, show_conclusions
from skaala.workshops.presenters.picture import PictureShown, show_picture
from skaala.workshops.presenters.polls import show_poll
from skaala.workshops.queries.polls import asked_polls, poll_screen
from skaala.workshops.rules import Phase

IN_A_LIST = 5
"""More statements than these cannot be read from the back row at once."""
ON_THE_WALL = 6
WALL_PAGES = 8
OF_A_GROUP, ON_A_SCREEN = 4, 400
"""So many notes and statements of a small group are on one screen, with so many characters at most unless one alone has more."""
UNCERTAIN = 0.25
"""From this share of passes on a statement is among those that many could not answer."""


@dataclass(frozen=True)
class Screen:
    """
    One screen.

    :ivar name: in addresses and in the database
    :ivar kind: its template, under desk/board/screens/
    :ivar content: what it shows, worked out only for the one that is shown
    """

    name: str
    title: str
    kind: str
    content: Callable[[], dict[str, Any]] = field(default=dict)


def screens(board: Board) -> list[Screen]:
    """Return the screens of the board's phase in the order in which a room looks at them, then the quick questions."""
    polls = [
        Screen(poll_screen(poll), str(poll.question), "poll", partial(_poll, poll))
        for poll in asked_polls(board)
    ]
    return [*_of_phase(board), *polls]


def _poll(poll: Poll) -> dict[str, Any]:
    """What is on the screen of a quick question: of free answers as many as can be read at once."""
    shown = show_poll(poll)
    has_bars = any(one.share is not None for one in shown.answers)
    few = replace(shown, texts=shown.texts[:IN_A_LIST], order=shown.order[:IN_A_LIST])
    return {"shown": few, "options": not has_bars, "more": len(shown.order) - len(few.order)}


def _of_phase(board: Board) -> list[Screen]:
    groups = [Screen("groups", _("Small groups"), "groups", lambda: _groups(board))] if board.split else []
    said = [] if board.split else _said(board)
    join = Screen("join", _("Join"), "join")
    match board.phase:
        case Phase.SET_UP | Phase.PREPARATION:
            return [join, *_walls(board)] if board.phase == Phase.PREPARATION else [join]
        case Phase.GATHER:
            return [*groups, *_walls(board), *said, join]
        case Phase.WEIGH:
            return [
                *groups,
                Screen("progress", board.get_phase_display(), "progress", lambda: _progress(board)),
                *said,
                join,
            ]
    picture = queries.latest_picture(board)
    found = _results(board, picture, show_picture(board, picture))
    if board.phase == Phase.LOOK:
        return found
    return [*_concluded(board), *_steps(board, picture), *found]


def current(board: Board, found: list[Screen]) -> int:
    """Return the place of the screen that is shown now: the first where none has been chosen, or it is gone."""
    return next((place for place, one in enumerate(found) if one.name == board.screen), 0)


def _walls(board: Board) -> list[Screen]:
    """The statements as they come: all of them, then by question."""
    prompts = list(board.prompts.all())
    walls = [Screen("wall", _("New statements"), "wall", lambda: _wall(board, None))]
    if len(prompts) > 1:
        walls += [
            Screen(f"wall-{prompt.pk}", str(prompt.question), "wall", partial(_wall, board, prompt))
            for prompt in prompts
        ]
    return walls


def _wall(board: Board, prompt: Any) -> dict[str, Any]:
    shown = queries.shown_to_all(board).order_by("-number")
    of_prompt = {each.pk: shown.filter(prompt=each).count() for each in board.prompts.all()}
    if prompt is not None:
        shown = shown.filter(prompt=prompt)
    newest = list(shown[: ON_THE_WALL * WALL_PAGES])
    pages = [newest[at : at + ON_THE_WALL] for at in range(0, len(newest), ON_THE_WALL)]
    counted = [(each, of_prompt[each.pk]) for each in board.prompts.all()]
    return {"pages": pages, "prompt": prompt, "counted": counted}


def _groups(board: Board) -> dict[str, Any]:
    return {"groups": list(queries.small_groups(board))}


def _said(board: Board) -> list[Screen]:
    """What the small groups noted and wrote, group by group, once all are together again."""
    found = []
    for group in queries.small_groups(board) if board.round else []:
        title = group.name or _("Group %(number)s") % {"number": group.number}
        said: list[Note | Statement] = [*group.notes.all(), *getattr(group, "written")]  # noqa: B009  read with the group
        for number, page in enumerate(_pages(said), start=1):
            name = f"small-group-{group.number}-{number}"
            found.append(Screen(name, title, "group_said", partial(dict, group=group, said=page)))
    return found


def _pages(said: list[Note | Statement]) -> list[list[Note | Statement]]:
    """Return what is said in pages that can be read without scrolling; a note too long for the rest has one of its own."""
    pages: list[list[Note | Statement]] = []
    for one in said:
        if (
            not pages
            or sum(len(each.text) for each in [*pages[-1], one]) > ON_A_SCREEN
            or len(pages[-1]) == OF_A_GROUP
        ):
            pages.append([])
        pages[-1].append(one)
    return pages


def _progress(board: Board) -> dict[str, Any]:
    return {"progress": queries.voting_progress(board)}


def _steps(board: Board, picture: Picture | None) -> list[Screen]:
    if not takes_commitments(board):
        return []
    steps = next_steps(board, picture)
    return [
        Screen(
            f"steps-{at // 3 + 1}",
            _("Next steps, and who takes part"),
            "steps",
            partial(dict, steps=steps[at : at + 3], start=at + 1),
        )
        for at in range(0, len(steps), 3)
    ]


def _concluded(board: Board) -> list[Screen]:
    """What was concluded, in pages that can be read without scrolling."""
    pages: list[list[ConclusionShown]] = []
    for one in show_conclusions(board):
        here = sum(len(str(each.conclusion.text)) for each in [*(pages[-1] if pages else []), one])
        if not pages or here > ON_A_SCREEN or len(pages[-1]) == OF_A_GROUP:
            pages.append([])
        pages[-1].append(one)
    starts = [1 + sum(map(len, pages[:at])) for at in range(len(pages))]
    return [
        Screen(
            f"concluded-{number}",
            _("What we concluded"),
            "concluded",
            partial(dict, concluded=page, start=starts[number - 1]),
        )
        for number, page in enumerate(pages, start=1)
    ]


def _results(board: Board, picture: Picture | None, shown: PictureShown | None) -> list[Screen]:
    if shown is None or picture is None:
        return [Screen("results", _("Results"), "results_none")]
    found = [Screen("map", _("Opinion groups"), "map", lambda: {"shown": shown})]
    for group in shown.groups:
        title = _("What group %(name)s says") % {"name": group.name}
        said: Callable[[], dict[str, Any]] = partial(dict, rows=group.stands_for[:IN_A_LIST], has_bars=False)
        found.append(Screen(f"group-{group.name}", title, "list", said))
    if shown.axis and not shown.is_separate:
        found.append(Screen("axis", _("What divides opinions"), "axis", lambda: {"sides": shown.axis}))
    found.append(
        Screen(
            "shared",
            _("What most people agree on"),
            "list",
            lambda: {"rows": shown.consensus[:IN_A_LIST], "has_bars": True},
        )
    )
    for name, title, compared in (
        ("common", _("What all perspectives agree on"), shown.common),
        ("differ", _("Where perspectives differ"), shown.differences),
    ):
        if compared:
            found.append(Screen(name, title, "compared", partial(dict, rows=compared[:4])))
    for ranking in shown.rankings:
        top: Callable[[], dict[str, Any]] = partial(
            dict, rows=ranking.rows[:IN_A_LIST], has_bars=True, is_ranked=True
        )
        found.append(Screen(f"top-{ranking.kind}", ranking.title, "list", top))
    unsure = uncertain(board, picture)
    if unsure:
        found.append(
            Screen("uncertain", _("What many could not answer"), "uncertain", lambda: {"rows": unsure})
        )
    return found


def uncertain(board: Board, picture: Picture) -> list[tuple[Statement, int]]:
    """Return the statements that most people passed on, with the share in per cent: of ten voters and more, from a quarter on."""
    shares = {}
    for root, (agree, disagree, voters) in picture.result["counts"].items():
        if is_exact(voters) and (voters - agree - disagree) / voters >= UNCERTAIN:
            shares[root] = round(100 * (voters - agree - disagree) / voters)
    shown = {str(one.root_id): one for one in queries.shown_statements(board)}
    rows = [(shown[root], share) for root, share in shares.items() if root in shown]
    return sorted(rows, key=lambda row: (-row[1], row[0].number))[:IN_A_LIST]


def bars_of(board: Board, statement: Statement) -> dict[str, Any] | None:
    """Return how the room voted on one statement, and by perspective in words; None while results are hidden or too few voted."""
    if not rules.results_are_shown(board.phase, hidden_until_weighed=board.hides_results):
        return None
    picture = queries.latest_picture(board)
    shown = show_picture(board, picture)
    if picture is None or shown is None:
        return None
    agree, disagree, voters = picture.result["counts"].get(str(statement.root_id), (0, 0, 0))
    if not is_exact(voters):
        return None
    parts = [round(100 * part / voters) for part in (agree, disagree)]
    compared = [one for one in [*shown.differences, *shown.common] if one.statement.pk == statement.pk]
    return {
        "agree": parts[0],
        "disagree": parts[1],
        "passed": max(0, 100 - sum(parts)),
        "voters": voters,
        "cells": compared[0].cells if compared else [],
    }


def join_picture(board: Board) -> SafeString:
    """Return the QR code of the link that has the board's code in it, as SVG."""
    url = base_url(board.event.series.tenant) + reverse("site:board-join")
    code = segno.make(f"{url}?code={board.code}", error="m")
    drawn = code.svg_inline(omitsize=True, border=2, light="#fff", svgclass=None, lineclass=None)
    # Drawn by segno from our own address: no words of anybody's are in it.
    return mark_safe(drawn)  # noqa: S308

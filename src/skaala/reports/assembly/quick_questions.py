"""The annex of a report: quick questions to the rooms, kept apart from the statements that findings rest on."""

from __future__ import annotations

from collections.abc import Iterable

from django.utils.translation import gettext as _
from django.utils.translation import pgettext

from skaala.reports.contents import Table
from skaala.series.models import Series
from skaala.series.presenters import naming
from skaala.workshops.models import Poll
from skaala.workshops.presenters.polls import show_poll


def tables(series: Series) -> Iterable[Table]:
    """Return a table per closed question of the series' workspaces, in the active language, with what its room saw."""
    polls = Poll.objects.filter(
        board__event__series=series, board__is_rehearsal=False, state=Poll.State.CLOSED
    ).select_related("board__event__series")
    for poll in polls.order_by("board__event__start", "number"):
        if poll.kind == Poll.Kind.ORDER:
            yield from _order(poll)
            continue
        rows = _rows(poll)
        if rows:
            yield Table(
                key=f"quick-question-{poll.board_id}-{poll.number}",
                title=_("Quick question: %(question)s") % {"question": poll.question},
                note=_("%(workshop)s. Numbers are told from ten answers, upvotes from five.")
                % {"workshop": naming.ordinal(poll.board.event)},
                columns=(_("Answer"), _("Upvotes") if poll.kind == Poll.Kind.OPEN else _("People")),
                rows=rows,
            )


def _order(poll: Poll) -> Iterable[Table]:
    """The order of next steps; relative, and so without any share."""
    shown = show_poll(poll)
    if shown.order:
        yield Table(
            key=f"quick-question-{poll.board_id}-{poll.number}",
            title=_("Order of the next steps: %(question)s") % {"question": poll.question},
            note=_(
                "%(workshop)s. %(said)s Score: how often a step was chosen as the most important less how often as the least, of a hundred times shown; with its 95%% interval."
            )
            % {"workshop": naming.ordinal(poll.board.event), "said": shown.conclusion},
            columns=(
                _("Next step"),
                _("Score"),
                _("Interval from"),
                _("Interval to"),
                pgettext("in an order", "Place"),
            ),
            rows=tuple((str(one.label), one.score, one.low, one.high, one.words) for one in shown.order),
        )


def _rows(poll: Poll) -> tuple[tuple[str | int | None, ...], ...]:
    shown = show_poll(poll)
    if shown.texts:
        return tuple((one.text.text, one.upvotes or None) for one in shown.texts)
    if shown.words:
        return tuple((word.text, word.times) for word in shown.words)
    if poll.has_texts:
        return ()
    if not any(one.share is not None for one in shown.answers):
        return ((shown.conclusion, None),)
    return tuple((str(one.label), one.people) for one in shown.answers)

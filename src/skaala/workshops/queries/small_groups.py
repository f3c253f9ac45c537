"""Small groups of a board, and in which of them a participant is."""

from __future__ import annotations

from django.db.models import Count, Prefetch, Q, QuerySet

from skaala.workshops.models import Admission, Board, Member, Participant, SmallGroup
from skaala.workshops.queries.statements import shown_statements


def membership_of(board: Board, participant: Participant) -> Member | None:
    """Return the place of ``participant`` in a small group; None while all are together."""
    if not board.split:
        return None
    found = Member.objects.filter(board=board, round=board.round, participant=participant)
    return found.select_related("group").first()


def group_of(board: Board, participant: Participant) -> SmallGroup | None:
    """Return the small group in which ``participant`` is now; None while all are together."""
    member = membership_of(board, participant)
    return member.group if member else None


def small_groups(board: Board) -> QuerySet[SmallGroup]:
    """Return the groups of the last split, with notes, how many are in each (``size``), and what they wrote (``written``)."""
    return (
        board.small_groups.filter(round=board.round)
        .annotate(size=Count("members"))
        .prefetch_related(
            "notes", Prefetch("statements", queryset=shown_statements(board), to_attr="written")
        )
        .order_by("number")
    )


def people_here(board: Board) -> QuerySet[Participant]:
    """Return those who have come to ``board``: admitted guests, and all who wrote, took a stand or marked something."""
    trace = (
        Q(votes__board=board)
        | Q(statements__board=board, statements__carried_from=None)
        | Q(marks__board=board)
        | Q(group_members__board=board)
        | Q(admissions__board=board)
        | Q(poll_answers__poll__board=board)
        | Q(poll_choices__poll__board=board)
        | Q(poll_texts__board=board)
        | Q(poll_upvotes__text__board=board)
    )
    refused = board.admissions.filter(state=Admission.State.REFUSED).values("participant")
    here = Participant.objects.filter(trace, series=board.event.series_id).exclude(pk__in=refused)
    return here.distinct().order_by("pk")

"""Taking the votes that were given on one board out again, of everybody or of some."""

from __future__ import annotations

import uuid
from collections.abc import Iterable

from skaala.workshops.models import Board, CurrentVote, Importance, PollAnswer, PollChoice, PollUpvote, Vote


def take_votes_away(board: Board, *, people: Iterable[uuid.UUID] | None = None) -> None:
    """
    Remove the votes, marks and answers to quick questions given on ``board``; of carried statements the votes given elsewhere count again.

    Within the caller's transaction, which holds whatever could be voted on meanwhile.

    :param people: whose they are; everybody's where none are named
    """
    given, marks = board.votes.all(), Importance.objects.filter(board=board)
    chosen = None if people is None else list(people)
    if chosen is not None:
        given, marks = given.filter(participant__in=chosen), marks.filter(participant__in=chosen)
    pairs: set[tuple[uuid.UUID, uuid.UUID]] = set(given.values_list("participant", "root").distinct())
    marks.delete()
    _take_answers_away(board, chosen)
    if not pairs:
        return
    given.delete()
    who, roots = {one for one, _ in pairs}, {root for _, root in pairs}
    now_wrong = CurrentVote.objects.filter(participant__in=who, root__in=roots)
    now_wrong.filter(
        pk__in=[
            pk for pk, one, root in now_wrong.values_list("pk", "participant", "root") if (one, root) in pairs
        ]
    ).delete()
    latest = {
        (vote.participant_id, vote.root_id): vote
        for vote in Vote.objects.filter(participant__in=who, root__in=roots).order_by("number")
        if (vote.participant_id, vote.root_id) in pairs
    }
    CurrentVote.objects.bulk_create(
        CurrentVote(participant_id=one, root_id=root, number=vote.number, value=vote.value)
        for (one, root), vote in latest.items()
        if vote.value is not None
    )


def _take_answers_away(board: Board, people: list[uuid.UUID] | None) -> None:
    answers = PollAnswer.objects.filter(poll__board=board)
    choices = PollChoice.objects.filter(poll__board=board)
    upvotes = PollUpvote.objects.filter(text__board=board)
    if people is not None:
        answers, upvotes = answers.filter(participant__in=people), upvotes.filter(participant__in=people)
        choices = choices.filter(participant__in=people)
    choices.delete()
    answers.delete()
    upvotes.delete()

"""A rehearsal that is wiped clean before the real thing, and a taken-in board that is removed again."""

from __future__ import annotations

import uuid

from django.db import transaction
from django.db.models import Case, F, Max, Q, Value, When

from skaala.series.operations import note_public_change
from skaala.workshops import queries, rules
from skaala.workshops.models import (
    Admission,
    Board,
    Intake,
    Participant,
    Poll,
    PollOption,
    PollText,
    Statement,
    Translation,
)
from skaala.workshops.operations.take_votes_away import take_votes_away


@transaction.atomic
def begin_rehearsal(*, board: Board) -> None:
    """
    Turn a board that nobody has used yet into its rehearsal.

    :raises UnableToAct: if it has been opened, or somebody has done something on it
    """
    current = _locked(board)
    if current.is_rehearsal:
        return
    is_used = (
        current.phase != rules.Phase.SET_UP
        or current.votes.exists()
        or current.admissions.exists()
        or current.statements.exclude(author=None).filter(carried_from=None).exists()
        or board.polls.exclude(state=Poll.State.DRAFT).exists()
        or bool(current.source)
    )
    if is_used:
        raise rules.UnableToAct(rules.Refusal.ALREADY_USED, phase=current.phase)
    current.is_rehearsal = True
    current.save(update_fields=["is_rehearsal"])
    current.statements.update(state_before=F("state"))


def wipe_rehearsal(*, board: Board) -> Board:
    """
    Wipe what was done in a rehearsal and set the board up again for the real thing.

    Questions, rules and links of co-facilitators stay, and the statements entered to begin with or carried over, as they
    were, with the votes that were given elsewhere.

    :raises UnableToAct: if the board is not in rehearsal
    """
    _close(board)
    return _wipe(board)


@transaction.atomic
def _close(board: Board) -> None:
    """Closed and committed first: whoever acts now is refused, and of those before nobody is waited for in two orders."""
    current = Board.objects.select_for_update(no_key=True).get(pk=board.pk)
    if not current.is_rehearsal:
        raise rules.UnableToAct(rules.Refusal.NOT_REHEARSING)
    current.phase = rules.Phase.SET_UP
    current.version += 1
    current.save(update_fields=["phase", "version"])


@transaction.atomic
def _wipe(board: Board) -> Board:
    current = _locked(board)
    stays = Q(carried_from__isnull=False) | Q(source=Statement.Source.SEED, split_from=None)
    _give_states_back(current)
    _clear(current, current.statements.filter(stays).values_list("pk", flat=True))
    current.is_rehearsal = False
    current.timer_ends_at = current.writing_ended_at = None
    current.screen, current.shows_bars = "", False
    current.split, current.round = Board.Split.TOGETHER, 0
    current.statement_count = current.statements.aggregate(last=Max("number"))["last"] or 0
    current.save()
    return current


def _give_states_back(board: Board) -> None:
    """Let statements be in the state in which the rehearsal found them; where that is not known, somebody looks at them first."""
    gone = (Statement.State.MERGED, Statement.State.SPLIT)
    board.statements.update(
        state=Case(
            When(~Q(state_before=""), then=F("state_before")),
            When(state__in=gone, then=Value(Statement.State.PENDING)),
            default=F("state"),
        ),
        merged_into=None,
        state_before="",
    )
    board.statements.exclude(state=Statement.State.HIDDEN).update(hidden_for="")


@transaction.atomic
def remove_imported(*, board: Board) -> None:
    """
    Remove a board that was taken in from files, with all that came with it.

    :raises UnableToAct: if it is one of our own, or statements of it stand on another board
    """
    current = _locked(board)
    if not current.source:
        raise rules.UnableToAct(rules.Refusal.NOT_IMPORTED)
    if Statement.objects.filter(root__board=current).exclude(board=current).exists():
        raise rules.UnableToAct(rules.Refusal.CARRIED_ELSEWHERE)
    _clear(current, [])
    Intake.objects.filter(event=current.event_id).delete()
    was_public = current.results_published_at is not None
    current.delete()
    if was_public:
        note_public_change()


def _locked(board: Board) -> Board:
    """Lock statements, people, board: the order in which votes and new statements lock them."""
    list(
        Statement.objects.select_for_update(no_key=True).filter(board=board).order_by("pk").values_list("pk")
    )
    series = board.event.series_id
    list(
        Participant.objects.select_for_update(no_key=True)
        .filter(series=series)
        .order_by("pk")
        .values_list("pk")
    )
    return (
        Board.objects.select_for_update(of=("self",), no_key=True)
        .select_related("event__series")
        .get(pk=board.pk)
    )


def _clear(board: Board, staying: object) -> None:
    """Remove all that was done on ``board`` but the statements that stay, and people who were nowhere else."""
    kept = set(staying)  # type: ignore[call-overload]
    people = set(queries.people_here(board).values_list("pk", flat=True))
    people |= set(Admission.objects.filter(board=board).values_list("participant", flat=True))
    going = [pk for pk in board.statements.values_list("pk", flat=True) if pk not in kept]
    take_votes_away(board)
    Admission.objects.filter(board=board).delete()
    PollText.objects.filter(board=board).delete()
    board.conclusions.all().delete()
    PollOption.objects.filter(poll__board=board).exclude(statement=None).delete()
    board.polls.update(state=Poll.State.DRAFT, counts={}, closed_on=None)
    board.pictures.all().delete()
    board.moderations.all().delete()
    board.presented = None
    Board.objects.filter(pk=board.pk).update(presented=None)
    Statement.objects.filter(board=board).update(small_group=None)
    board.small_groups.all().delete()
    Translation.objects.filter(root__in=going).delete()
    # Statements point at each other (root, merged, split), so they go in one statement, and the database looks at the end.
    doomed = Statement.objects.filter(pk__in=going)
    doomed._raw_delete(doomed.db)
    _let_go(board, people)


def _let_go(board: Board, people: set[uuid.UUID]) -> None:
    """Remove participants of whom nothing is left on any board; who entered and did nothing is asked again."""
    nowhere = Participant.objects.filter(
        series=board.event.series_id,
        votes=None,
        statements=None,
        admissions=None,
        marks=None,
        group_members=None,
        poll_answers=None,
        poll_choices=None,
        poll_texts=None,
        poll_upvotes=None,
    )
    nowhere.delete()
    for person in Participant.objects.filter(pk__in=people).annotate(last=Max("votes__number")):
        Participant.objects.filter(pk=person.pk).update(votes_cast=person.last or 0)

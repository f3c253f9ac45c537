"""Removing events and series that have no board, or one on which nothing stands yet."""

from __future__ import annotations

from django.db import transaction

from skaala.registration import operations as registration
from skaala.series.models import Event, Series, series_key
from skaala.workshops.models import Board, Intake, Participant, pseudonyms


class BoardInUse(Exception):
    """Something stands on the event's board, or somebody has taken part; that must stay."""


@transaction.atomic
def remove_event(*, event: Event) -> None:
    """
    Remove an event with its programme, and with its board if nothing stands on it.

    :raises BoardInUse: if something stands on the board
    :raises HasRegistrations: if anybody has, or had, registered
    """
    _remove_empty_board(event)
    registration.remove_event(event=event)


@transaction.atomic
def remove_series(*, series: Series) -> None:
    """
    Remove a series with its events, and with their boards if nothing stands on them.

    :raises BoardInUse: if something stands on a board, or somebody has taken part
    :raises HasRegistrations: if anybody has, or had, registered
    """
    for event in series.events.all():
        _remove_empty_board(event)
    if Participant.objects.filter(series=series).exists():
        raise BoardInUse
    number = series.pk
    registration.remove_series(series=series)
    series.pk = number  # Django has forgotten it; the key's file is named after it
    transaction.on_commit(lambda: _destroy_keys(series))


def _destroy_keys(series: Series) -> None:
    series_key.destroy_key(series)
    pseudonyms.destroy_key(series)


def _remove_empty_board(event: Event) -> None:
    board = Board.objects.select_for_update(no_key=True).filter(event=event).first()
    if board is None:
        return
    in_use = (board.statements, board.admissions, board.poll_texts, board.conclusions)
    if any(rows.exists() for rows in in_use):
        raise BoardInUse
    Intake.objects.filter(event=event).delete()
    board.delete()

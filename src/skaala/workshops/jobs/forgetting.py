"""What this room holds that could lead to people: the series' key, and guests at the door. It joins the nightly forgetting."""

from __future__ import annotations

from datetime import datetime

from skaala.series.models import Series, series_key
from skaala.series.operations import personal_data
from skaala.series.operations.personal_data import Counts
from skaala.workshops import operations
from skaala.workshops.models import Admission, Candidate, Intake, Invitation, pseudonyms
from skaala.workshops.operations.shuffle import shuffle_board_days
from skaala.workshops.operations.transcripts import candidates_past_their_days


def _held(series: Series) -> Counts:
    waiting = Admission.objects.filter(board__event__series=series)
    invited = Invitation.objects.filter(board__event__series=series)
    unfinished = Intake.objects.filter(event__series=series).exclude(state=Intake.State.DONE)
    found = {
        "series_keys": sum(room.key_file(series).exists() for room in (series_key, pseudonyms)),
        "guests_at_the_door": waiting.count(),
        "co_facilitators": invited.count(),
        "conversations_not_taken_in": unfinished.count(),
        "sentences_of_calls": Candidate.objects.filter(board__event__series=series).count(),
    }
    return {kind: number for kind, number in found.items() if number}


def _forget(series: Series, now: datetime) -> Counts:
    held = _held(series)
    operations.forget(series=series, before=now)
    return held


@personal_data.sweeps("board_days")
def _board_days(now: datetime, is_rehearsal: bool) -> Counts:
    return {"shuffled": 0 if is_rehearsal else shuffle_board_days(now=now)}


@personal_data.sweeps("sentences_of_calls")
def _sentences_of_calls(now: datetime, is_rehearsal: bool) -> Counts:
    held = candidates_past_their_days(now=now)
    return {"sentences_of_calls": held.count() if is_rehearsal else held.delete()[0]}


personal_data.holds_personal_data(personal_data.Room("workshops", _held, _forget))

"""What this room holds that could lead to people: the series' key, and guests at the door. It joins the nightly forgetting."""

from __future__ import annotations

from datetime import datetime

from skaala.series.models import Series, series_key
from skaala.series.operations import personal_data
from skaala.series.operations.personal_data import Counts
from skaala.workshops import operations
from skaala.workshops.models import Admission, Intake, Invitation, pseudonyms
from skaala.workshops.operations.shuffle import shuffle_board_days


def _held(series: Series) -> Counts:
    waiting = Admission.objects.filter(board__event__series=series)
    invited = Invitation.objects.filter(board__event__series=series)
    unfinished = Intake.objects.filter(event__series=series).exclude(state=Intake.State.DONE)
    found = {
        "series_keys": sum(room.key_file(series).exists() for room in (series_key, pseudonyms)),
        "guests_at_the_door": waiting.count(),
        "co_facilitators": invited.count(),
        "conversations_not_taken_in": unfinished.count(),
    }
    return {kind: number for kind, number in found.items() if number}


def _forget(series: Series, now: datetime) -> Counts:
    held = _held(series)
    operations.forget(series=series, before=now)
    return held


@personal_data.sweeps("board_days")
def _board_days(now: datetime, is_rehearsal: bool) -> Counts:
    return {"shuffled": 0 if is_rehearsal else shuffle_board_days(now=now)}


personal_data.holds_personal_data(personal_data.Room("workshops", _held, _forget))

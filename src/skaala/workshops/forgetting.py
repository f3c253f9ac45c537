"""What this room holds that could lead to people: the series' key, and guests at the door. It joins the nightly forgetting."""

from __future__ import annotations

from datetime import datetime

from skaala.series import forgetting
from skaala.series.forgetting import Counts
from skaala.series.models import Series
from skaala.workshops.models import Admission, Intake, Invitation
from skaala.workshops.pseudonym import key_file


def _held(series: Series) -> Counts:
    waiting = Admission.objects.filter(board__event__series=series)
    invited = Invitation.objects.filter(board__event__series=series)
    unfinished = Intake.objects.filter(event__series=series).exclude(state=Intake.State.DONE)
    found = {
        "series_keys": int(key_file(series).exists()),
        "guests_at_the_door": waiting.count(),
        "co_facilitators": invited.count(),
        "conversations_not_taken_in": unfinished.count(),
    }
    return {kind: number for kind, number in found.items() if number}


def _forget(series: Series, now: datetime) -> Counts:
    from skaala.workshops.operations import forget

    held = _held(series)
    forget(series=series, before=now)
    return held


forgetting.holds_personal_data(forgetting.Room("workshops", _held, _forget))

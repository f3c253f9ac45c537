"""Making participants of past series untraceable for good."""

from __future__ import annotations

from datetime import datetime

from skaala.series.models import Series
from skaala.workshops.models import Admission, Intake, Invitation
from skaala.workshops.pseudonym import destroy_key, key_file


def forget(*, series: Series, before: datetime) -> bool:
    """
    Destroy the key of ``series`` if its last event ended before ``before``: nobody can tell any more who took part.

    Statements, votes and counts remain. Numbers by which guests were let in go too, and links of co-facilitators.

    :returns: whether there was a key to destroy
    """
    ends = [event.end for event in series.events.all()]
    if not ends or max(ends) >= before:
        return False
    Admission.objects.filter(board__event__series=series).delete()
    Invitation.objects.filter(board__event__series=series).delete()
    Intake.objects.filter(event__series=series).exclude(state=Intake.State.DONE).delete()
    had_key = key_file(series).exists()
    destroy_key(series)
    return had_key

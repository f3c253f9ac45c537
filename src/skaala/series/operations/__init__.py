"""The deeds of this room, a module each."""

from skaala.series.operations.change_event import InvalidEvent, change_join_link, save_event
from skaala.series.operations.copy_series import HolidayWarning, copy_series, warn_of_holidays
from skaala.series.operations.publish import (
    UnableToChangeStatus,
    archive,
    publish,
    publish_due,
    schedule,
    take_back_to_draft,
)

__all__ = [
    "HolidayWarning",
    "InvalidEvent",
    "UnableToChangeStatus",
    "archive",
    "change_join_link",
    "copy_series",
    "publish",
    "publish_due",
    "save_event",
    "schedule",
    "take_back_to_draft",
    "warn_of_holidays",
]

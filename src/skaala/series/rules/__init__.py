"""What holds of a series and its events, a module per subject; pure, the time is an argument."""

from skaala.series.rules.events import (
    EventDates,
    Problem,
    Timed,
    Window,
    closes_at,
    end_of_day,
    last_day,
    move,
    problems_of,
    turning_points,
    window,
)
from skaala.series.rules.series import (
    RESERVED_FOR_PAGES,
    TRANSITIONS,
    Gap,
    Phase,
    forget_on,
    is_public,
    is_time_to_forget,
    next_slug,
    phase,
)

__all__ = [
    "RESERVED_FOR_PAGES",
    "TRANSITIONS",
    "EventDates",
    "Gap",
    "Phase",
    "Problem",
    "Timed",
    "Window",
    "closes_at",
    "end_of_day",
    "forget_on",
    "is_public",
    "is_time_to_forget",
    "last_day",
    "move",
    "next_slug",
    "phase",
    "problems_of",
    "turning_points",
    "window",
]

"""The pages about the status of a series: publishing it, showing its draft."""

from __future__ import annotations

from typing import Any

NARROW = "/desk/series/{narrow}"
SERIES = "/desk/series/{coming}"
DRAFT = "/desk/series/{draft}"
STATUS: list[tuple[str, str, int, dict[str, Any] | None, str]] = [
    ("publishing", f"{SERIES}/publish/", 200, None, ""),
    ("publishing-draft", f"{DRAFT}/publish/", 200, None, ""),
    ("publishing-errors", f"{DRAFT}/publish/", 422, {"action": "schedule"}, "desk-publishing-draft"),
    ("publishing-asks", f"{DRAFT}/publish/", 200, {"action": "publish"}, ""),
    ("previews", f"{DRAFT}/preview/", 200, None, ""),
    ("previews-errors", f"{DRAFT}/preview/", 422, {"last_day": "1999-01-01"}, "desk-previews"),
    ("resume-event", f"{NARROW}/events/workshop-1/resume/", 200, None, ""),
    ("registrations-cancelled", f"{NARROW}/registrations/?state=cancelled", 200, None, "desk-registrations"),
    ("restore-person", f"{SERIES}/registrations/{{person}}/restore/", 200, None, ""),
    (
        "restore-cancelled",
        f"{SERIES}/registrations/{{cancelled_person}}/restore/",
        200,
        None,
        "desk-restore-person",
    ),
    ("previews-public", f"{SERIES}/preview/", 200, None, "desk-previews"),
]

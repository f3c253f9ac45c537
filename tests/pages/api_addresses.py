"""The keys of the API, as rows of the list of addresses."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta
from typing import Any

KEYS = "/desk/organisations/house/api-keys/"
MADE = {
    "name": "Kunnan verkkosivusto",
    "scopes": "series:read",
    "last_day": (datetime.now(UTC).date() + timedelta(days=30)).isoformat(),
}
API_KEYS: list[tuple[str, str, int, dict[str, Any] | None, str]] = [
    ("api-keys", KEYS, 200, None, ""),
    ("new-api-key", f"{KEYS}new/", 200, None, ""),
    ("new-api-key-errors", f"{KEYS}new/", 422, {"last_day": "2001-01-01"}, "desk-new-api-key"),
    ("new-api-key-made", f"{KEYS}new/", 200, MADE, "desk-new-api-key"),
]

"""Actions for the tests of the catalogue."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

from skaala.catalogue import operations
from skaala.catalogue.models import Action
from skaala.ui.texts import Texts

NOW = datetime(2026, 11, 29, 12, 0, tzinfo=UTC)


def an_action(name: str | Texts = "Action", *, is_public: bool = True, **details: Any) -> Action:
    """A published action of Utajärvi, described in English unless told otherwise."""
    details.setdefault("owner_id", "889")
    texts = name if isinstance(name, Texts) else Texts(en=name)
    details.setdefault("summary", texts)
    action = operations.save_action(action=Action(name=texts, **details), now=NOW)
    return operations.publish_action(action=action, account=None, now=NOW) if is_public else action

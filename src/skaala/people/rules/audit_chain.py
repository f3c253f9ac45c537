"""How entries of the audit trail are chained. Pure: text in, digests out."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

START = "0" * 64
"""What the first link of a chain is linked to."""


def canonical(value: Mapping[str, Any]) -> str:
    """Return the one way in which a value is written for a digest."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))


def digest_of_personal(salt: str, content: str) -> str:
    """Return what binds the personal part to its entry; without the salt nothing can be guessed from it."""
    return hashlib.sha256(f"{salt}:{content}".encode()).hexdigest()


def entry_as_text(
    *,
    number: int,
    at: datetime,
    tenant: int,
    action: str,
    account: int | None,
    role: str,
    series: int | None,
    details: Mapping[str, Any],
    personal_digest: str,
) -> str:
    """Return all of an entry as one text."""
    return canonical(
        {
            "number": number,
            "at": at.astimezone(UTC).isoformat(timespec="microseconds"),
            "tenant": tenant,
            "action": action,
            "account": account,
            "role": role,
            "series": series,
            "details": details,
            "personal": personal_digest,
        }
    )


def next_digest(before: str, entry: str) -> str:
    """Return the digest of a link: of the link before and the entry."""
    return hashlib.sha256(f"{before}\n{entry}".encode()).hexdigest()

"""The report as JSON."""

from __future__ import annotations

import json

from skaala.reports.contents import Contents, to_data


def render(contents: Contents) -> bytes:
    """Return the contents as JSON."""
    return json.dumps(to_data(contents), ensure_ascii=False, indent=1).encode()

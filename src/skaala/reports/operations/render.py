"""Making one file of a report: kept whole, or not at all."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from django.db import transaction

from skaala.reports import renderers
from skaala.reports.build import build_contents, contents_of
from skaala.reports.contents import to_data
from skaala.reports.models import Rendering


def render_file(*, rendering: Rendering, now: datetime) -> None:
    """
    Make the file that ``rendering`` asks for. The contents are read once, so that findings may go meanwhile.

    :raises UnableToRender: if the format's library gives up; nothing is kept then
    """
    version = rendering.version
    if version is None:
        contents = build_contents(rendering.report, rendering.language, now=now)
    elif version.is_replaced:
        rendering.delete()
        return
    else:
        contents = contents_of(version, rendering.language)
    made = renderers.render(contents, rendering.format)
    with transaction.atomic():
        Rendering.objects.filter(pk=rendering.pk).update(
            state=Rendering.State.DONE, file=made, made_at=now, fingerprint=fingerprint(to_data(contents))
        )


def fingerprint(data: object) -> str:
    """Return what changes whenever the contents do."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

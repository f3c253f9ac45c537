"""Making one file of a report; it is stored whole or not at all."""

from __future__ import annotations

import hashlib
import json
from datetime import datetime

from django.db import transaction

from skaala.reports import renderers
from skaala.reports.assembly.builder import build_contents
from skaala.reports.contents import to_data
from skaala.reports.models import Rendering
from skaala.reports.queries import contents_of


def render_file(*, rendering: Rendering, now: datetime) -> None:
    """
    Make the file that ``rendering`` requests. The contents are read once, so findings may be removed meanwhile.

    :raises UnableToRender: if the format's library fails; nothing is stored then
    """
    version = rendering.version
    if version is None:
        contents = build_contents(rendering.report, rendering.language, now=now)
    elif version.is_replaced:
        rendering.delete()
        return
    else:
        contents = contents_of(version, rendering.language)
    file = renderers.render(contents, rendering.format)
    with transaction.atomic():
        Rendering.objects.filter(pk=rendering.pk).update(
            state=Rendering.State.DONE, file=file, made_at=now, fingerprint=fingerprint(to_data(contents))
        )


def fingerprint(data: object) -> str:
    """Return a digest that changes whenever the contents do."""
    return hashlib.sha256(json.dumps(data, sort_keys=True, ensure_ascii=False).encode()).hexdigest()

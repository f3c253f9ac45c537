"""Where workspaces use an organisation's own words."""

from __future__ import annotations

from django.db.models import QuerySet, TextField
from django.db.models.functions import Cast

from skaala.series.models import WordList
from skaala.workshops.models import OwnPrompt, Participant, Picture, Prompt, Publication


def is_perspective_used(tenant: int, which: str, code: str) -> bool:
    """Say whether a question, a participant or a stored result has this perspective."""
    if which != WordList.PERSPECTIVES:
        return False
    rows: list[QuerySet[Prompt] | QuerySet[OwnPrompt] | QuerySet[Participant]] = [
        Prompt.objects.filter(board__event__series__tenant=tenant, perspective=code),
        OwnPrompt.objects.filter(prompt_set__tenant=tenant, perspective=code),
        Participant.objects.filter(series__tenant=tenant, perspective=code),
    ]
    results = [
        model._default_manager.filter(board__event__series__tenant=tenant)
        .annotate(written=Cast("result", TextField()))
        .filter(written__contains=f'"{code}"')
        for model in (Picture, Publication)
    ]
    return any(found.exists() for found in [*rows, *results])

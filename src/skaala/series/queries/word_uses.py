"""Whether a word of an organisation's own is in use; what is has to stay, since codes are stored everywhere."""

from __future__ import annotations

from collections.abc import Callable

from skaala.series.models import Event, Involvement, WordList

_also: list[Callable[[int, str, str], bool]] = []


def also_used(question: Callable[[int, str, str], bool]) -> None:
    """Have a room above answer too, given organisation, list and code; called while it is loaded."""
    _also.append(question)


def is_used(tenant: int, which: str, code: str) -> bool:
    """Say whether anything of the organisation ``tenant`` has ``code``."""
    own = {
        WordList.PERSPECTIVES: Event.objects.filter(series__tenant=tenant, perspective=code),
        WordList.ROLES: Involvement.objects.filter(series__tenant=tenant, role=code),
        WordList.KINDS: Event.objects.filter(series__tenant=tenant, kind=code),
    }
    return own[WordList(which)].exists() or any(question(tenant, which, code) for question in _also)

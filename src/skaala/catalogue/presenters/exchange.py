"""The catalogue as a file for other catalogues: JSON with schema.org types, and a table. See docs/catalogue-format.md."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from typing import Any

from django.conf import settings
from django.urls import reverse
from django.utils.translation import override

from skaala.catalogue.models import Action, Adoption
from skaala.catalogue.rules import action_columns
from skaala.catalogue.rules.action_columns import ALL_TEXTS, PROFILE_COLUMNS
from skaala.catalogue.rules.action_sheets import FORMAT
from skaala.catalogue.rules.inexact_dates import InexactDate
from skaala.ui.languages import DEFAULT_LANGUAGE, LANGUAGES
from skaala.ui.texts import Texts


def as_json(actions: Iterable[Action], adoptions: Iterable[Adoption]) -> dict[str, Any]:
    """
    Return the public catalogue: what is known of each action and who has adopted it, without any person's name.

    :param adoptions: as :func:`skaala.catalogue.queries.adoptions` reads them
    """
    by_action: dict[int, list[dict[str, Any]]] = {}
    for one in adoptions:
        by_action.setdefault(one.action_id, []).append(_adoption(one))
    return {
        "@context": {"@vocab": "https://schema.org/"},
        "@type": "DataCatalog",
        "format": FORMAT,
        "url": f"{settings.BASE_URL}{_path('site:actions')}",
        "dataset": [
            action_as_json(action) | {"adoptions": by_action.get(action.pk, [])} for action in actions
        ],
    }


def action_as_json(action: Action) -> dict[str, Any]:
    """Return one action; texts by language, dates as exact as they are known."""
    return {
        "@type": "HowTo",
        "identifier": action.slug,
        "url": _url(action),
        "provider": _owner(action),
        "responsible": action.responsible or None,
        "isBasedOn": action.source_url or None,
        "dateModified": action.updated_at.isoformat(),
        "status": action.status or None,
        "scaling": action.scaling or None,
        "themes": list(action.themes),
        "sustainable_development_goals": sorted(action.goals),
        "needs": list(action.needs),
        "began": _date(action.began_on, action.began_precision),
        "ended": _date(action.ended_on, action.ended_precision),
        "is_simulated": action.is_simulated,
        "profile": {key: held.get("answer", "unknown") for key, held in action.profile.items()},
        "links": [
            {"url": link.url, "kind": link.kind, "label": link.label or None} for link in action.links.all()
        ],
        "texts": {name: texts.as_dict() for name in ALL_TEXTS if (texts := getattr(action, name))},
    }


def heads() -> list[str]:
    """Return the heads of the table: plain columns, each text in each language, the profile."""
    return action_columns.heads(LANGUAGES)


def rows(actions: Iterable[Action]) -> Iterator[Sequence[str]]:
    """Yield the actions as rows of the table."""
    for action in actions:
        owner = action.owner
        plain = [
            action.slug,
            _url(action),
            owner.name.get(DEFAULT_LANGUAGE) if owner else action.owner_elsewhere,
            owner.pk if owner else "",
            action.responsible,
            action.status,
            action.scaling,
            " ".join(action.themes),
            " ".join(str(goal) for goal in sorted(action.goals)),
            " ".join(action.needs),
            _date(action.began_on, action.began_precision) or "",
            _date(action.ended_on, action.ended_precision) or "",
            str(action.adopters),
            str(action.documented),
            "1" if action.is_simulated else "0",
            action.source_url,
            "\n".join(f"{link.url} {link.kind} {link.label}".strip() for link in action.links.all()),
            action.updated_at.date().isoformat(),
        ]
        texts: list[Texts] = [getattr(action, name) for name in ALL_TEXTS]
        answers = [
            action.profile.get(column.removeprefix("profile_"), {}).get("answer", "")
            for column in PROFILE_COLUMNS
        ]
        yield [*plain, *(text.get(language) for text in texts for language in LANGUAGES), *answers]


def _adoption(one: Adoption) -> dict[str, Any]:
    reports: list[Any] = one.confirmed  # type: ignore[attr-defined]
    return {
        "municipality": _municipality(one.municipality),
        "stage": one.stage,
        "learned_from": one.learned_from_id,
        "is_simulated": one.is_simulated,
        "history": [
            {
                "stage": report.stage,
                "on": _date(report.on, report.precision),
                "learned_from": report.learned_from_id,
                "reason": report.reason.slug if report.reason else None,
                "units_reached": report.units_reached,
                "units_total": report.units_total,
                "evidence": report.evidence_url or None,
            }
            for report in reports
        ],
    }


def _owner(action: Action) -> dict[str, Any] | None:
    if action.owner is not None:
        return _municipality(action.owner)
    if not action.owner_elsewhere:
        return None
    return {"@type": "GovernmentOrganization", "name": action.owner_elsewhere}


def _municipality(place: Any) -> dict[str, Any]:
    return {"@type": "GovernmentOrganization", "identifier": f"FI-{place.pk}", "name": place.name.as_dict()}


def _date(day: Any, precision: str) -> str | None:
    return str(InexactDate(day, precision)) if day else None  # type: ignore[arg-type]


def _url(action: Action) -> str:
    return f"{settings.BASE_URL}{_path('site:action', action.slug)}"


def _path(name: str, *arguments: str) -> str:
    with override(DEFAULT_LANGUAGE):
        path: str = reverse(name, args=arguments)
    return path

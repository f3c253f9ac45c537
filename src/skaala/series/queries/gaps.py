"""What a series still lacks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from skaala.series import rules
from skaala.series.models import Event, Series
from skaala.ui.offered import offering
from skaala.ui.texts import Texts


def missing_languages(series: Series) -> dict[str, list[str]]:
    """Return, for each text of the series and its events that is written at all, the languages of the series it lacks."""
    with offering(series.languages):
        return {name: lacks for name, text in _texts(series) if (lacks := text.missing())}


def written_languages(series: Series) -> set[str]:
    """Return the languages in which anything of the series and its events is written."""
    return {code for _name, text in _texts(series) for code in text.as_dict()}


def _texts(series: Series) -> Iterator[tuple[str, Texts]]:
    for name in (
        "title",
        "short_name",
        "summary",
        "introduction",
        "basis",
        "instructions",
        "processors",
        "privacy_details",
    ):
        yield name, getattr(series, name)
    for event in series.events.all():
        for name in ("title", "audience", "description"):
            yield f"{event.slug}:{name}", getattr(event, name)


@dataclass(frozen=True)
class MissingPiece:
    """One thing that a series lacks; ``event``, ``text`` and ``languages`` say where."""

    gap: rules.Gap
    event: Event | None = None
    text: str = ""
    languages: tuple[str, ...] = ()


def missing_pieces(series: Series, *, now: datetime) -> list[MissingPiece]:
    """Return what ``series`` still lacks, the most pressing first; of events only those that are not over."""
    events = list(series.events.all())
    to_come = [event for event in events if event.end > now and not event.is_cancelled]
    found = []
    if not series.title:
        found.append(MissingPiece(rules.Gap.NO_TITLE))
    if not events:
        found.append(MissingPiece(rules.Gap.NO_EVENTS))
    if series.controller_id is None:
        found.append(MissingPiece(rules.Gap.NO_CONTROLLER))
    if not (series.contact_email or series.contact_phone):
        found.append(MissingPiece(rules.Gap.NO_CONTACT))
    for event in to_come:
        if event.offers_online and not event.join_url:
            found.append(MissingPiece(rules.Gap.NO_JOIN_LINK, event))
        if event.programme_pending:
            found.append(MissingPiece(rules.Gap.PROGRAMME_PENDING, event))
    by_slug = {event.slug: event for event in events}
    for key, languages in missing_languages(series).items():
        slug, _, text = key.rpartition(":")
        found.append(MissingPiece(rules.Gap.LANGUAGE_MISSING, by_slug.get(slug), text, tuple(languages)))
    return found

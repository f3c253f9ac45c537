"""Taking actions in from a file: kept while it is looked at, then each good row becomes a draft for an editor."""

from __future__ import annotations

import logging
from collections.abc import Mapping
from contextlib import suppress
from datetime import datetime, timedelta
from typing import Any

from django.conf import settings
from django.db import DatabaseError, transaction
from django.utils import timezone
from procrastinate.contrib.django import app
from procrastinate.exceptions import AlreadyEnqueued

from skaala.catalogue.models import Action, ActionFile, ActionLink, KnownColumns, Stage
from skaala.catalogue.operations.actions import RESERVED, save_action
from skaala.catalogue.operations.adoptions import StageReport, count_adopters, record_history
from skaala.catalogue.queries.action_files import FoundRow, look_through
from skaala.catalogue.rules.action_columns import guess_columns, heads_key
from skaala.catalogue.rules.action_sheets import ActionSheet
from skaala.catalogue.rules.inexact_dates import UnreadableDate, read_date
from skaala.catalogue.rules.reporting import UnableToReport
from skaala.evidence.models import Bottleneck
from skaala.people.models import Account
from skaala.places.models import Municipality
from skaala.ui.languages import LANGUAGES
from skaala.ui.slugs import free_slug, made_of
from skaala.ui.texts import Texts

log = logging.getLogger(__name__)
COMPARE, IMPORT = "catalogue.compare_file", "catalogue.import_file"
AT_ONCE = 300
"""So many rows are imported while the editor waits; a longer file is left to the worker."""
KEPT = timedelta(days=30)
SKIP = "skip"


@transaction.atomic
def keep_file(*, sheet: ActionSheet, name: str, account: Account | None, now: datetime) -> ActionFile:
    """Keep a file until it has been looked at; columns are read as a person said of an earlier file with the same heads."""
    known = KnownColumns.objects.filter(key=heads_key(sheet.heads)).first()
    file = ActionFile.objects.create(
        account=account,
        name=name[:200],
        heads=sheet.heads,
        rows=[[number, cells] for number, cells in sheet.rows],
        columns=known.columns if known else guess_columns(sheet.heads, LANGUAGES),
        language=known.language if known else "",
        created_at=now,
    )
    request_comparison(file)
    return file


@transaction.atomic
def choose_columns(*, file: ActionFile, columns: Mapping[str, str], language: str, now: datetime) -> None:
    """Note what a person says the columns are, for this file and the next one with the same heads."""
    file.columns, file.language = dict(columns), language
    file.alike, file.twice, file.compared_with = {}, {}, ""
    file.save(update_fields=["columns", "language", "alike", "twice", "compared_with"])
    KnownColumns.objects.update_or_create(
        key=heads_key(file.heads), defaults={"columns": file.columns, "language": language, "used_at": now}
    )
    request_comparison(file)


def decide(*, file: ActionFile, decisions: Mapping[str, str]) -> None:
    """Note what a person decides about rows: new, not wanted, or the same as an action."""
    with transaction.atomic():
        held = ActionFile.objects.select_for_update().defer("rows").get(pk=file.pk)
        held.decisions = held.decisions | dict(decisions)
        held.save(update_fields=["decisions"])
    file.decisions = held.decisions


def request_comparison(file: ActionFile) -> None:
    """Have the worker look for the same actions in our catalogue."""
    with suppress(AlreadyEnqueued), transaction.atomic():
        app.configure_task(COMPARE, queueing_lock=f"{COMPARE}:{file.pk}").defer(file_id=str(file.pk))


def start_import(*, file: ActionFile, now: datetime) -> bool:
    """
    Import a file: a short one at once, a long one by the worker.

    :returns: whether it was started now; a form sent twice starts it once
    """
    with transaction.atomic():
        waiting = ActionFile.objects.filter(pk=file.pk, state=ActionFile.State.UPLOADED)
        if not waiting.update(state=ActionFile.State.RUNNING):
            return False
        # Also of a short one: should this process end in the middle, the worker does it; else it finds nothing left to do.
        app.configure_task(IMPORT).defer(file_id=str(file.pk))
    if len(file.rows) <= AT_ONCE:
        import_file(file=file, now=now)
    return True


@transaction.atomic
def import_file(*, file: ActionFile, now: datetime) -> bool:
    """
    Make a draft of each good row that nobody has declined or found in the catalogue; the others stay in the file.

    :returns: whether it was done now; a form sent twice does it once
    """
    held = ActionFile.objects.select_for_update().get(pk=file.pk)
    if held.state == ActionFile.State.DONE:
        return False
    left = []
    cells = dict(held.rows)
    for row in look_through(held, today=timezone.localdate(now)):
        decided = held.decisions.get(str(row.number), "")
        if decided.isdecimal():
            held.linked += _link(row, int(decided), held.name)
        elif row.is_good and decided != SKIP and _take_in(row, now):
            held.added += 1
        else:
            left.append([row.number, cells[row.number]])
    held.state, held.rows = ActionFile.State.DONE, left
    held.save(update_fields=["state", "rows", "added", "linked"])
    file.refresh_from_db()
    return True


def forget_files(*, now: datetime, is_rehearsal: bool = False) -> int:
    """Delete files a month after they came; returns how many."""
    old = ActionFile.objects.filter(created_at__lt=now - KEPT)
    return old.count() if is_rehearsal else old.delete()[0]


def _take_in(row: FoundRow, now: datetime) -> bool:
    try:
        with transaction.atomic():
            action = save_action(action=_action(row), now=now, links=_links(row))
            _add_adoptions(action, row, now)
    except DatabaseError as error:
        log.warning("row %s of a file of actions was left out: %s", row.number, type(error).__name__)
        return False
    return True


def _action(row: FoundRow) -> Action:
    read = row.read
    values = read.values
    texts = {name: Texts.from_dict(words) for name, words in read.texts.items()}
    action = Action(
        state=Action.State.DRAFT,
        owner=row.owner,
        owner_elsewhere=row.owner_elsewhere,
        responsible=values.get("responsible", ""),
        status=values.get("status", ""),
        scaling=values.get("scaling", ""),
        themes=values.get("themes", []),
        goals=values.get("goals", []),
        needs=values.get("needs", []),
        profile=read.profile,
        is_simulated=values.get("is_simulated", False),
        source_url=values.get("source_url", "") or _elsewhere(values.get("url", "")),
        **texts,
    )
    for name in ("began", "ended"):
        if when := values.get(name):
            setattr(action, f"{name}_on", when.first)
            setattr(action, f"{name}_precision", when.precision)
    if values.get("slug"):
        base = made_of(values["slug"], otherwise="action", longest=80)
        action.slug = free_slug(base[:75], Action.objects.all(), reserved=RESERVED)
    return action


def _elsewhere(url: str) -> str:
    """Return the address of an action in another catalogue; one of our own pages is no source."""
    return "" if url.startswith(settings.BASE_URL) else url


def _links(row: FoundRow) -> list[ActionLink]:
    return [ActionLink(url=url, kind=kind, label=label) for url, kind, label in row.read.links]


def _link(row: FoundRow, action_id: int, file: str) -> int:
    """Note on an action of ours where it is in the other catalogue; returns 1 if that was noted now."""
    url = row.read.values.get("url", "") or row.read.values.get("source_url", "")
    action = Action.objects.filter(pk=action_id).defer("search").first()
    if action is None or not url:
        return 0
    kind = ActionLink.Kind.ELSEWHERE
    _one, is_new = ActionLink.objects.get_or_create(
        action=action, url=url, defaults={"kind": kind, "label": (row.read.name or file)[:200], "order": 99}
    )
    return int(is_new)


def _add_adoptions(action: Action, row: FoundRow, now: datetime) -> None:
    """Add the confirmed histories of another catalogue; what cannot be true or read is left out."""
    for one in row.read.adoptions:
        with suppress(UnableToReport, UnreadableDate, Unknown):
            place = _place(one.get("municipality"))
            reports = [_report(said) for said in one.get("history") or []]
            record_history(
                action=action,
                municipality=place,
                reports=reports,
                now=now,
                is_simulated=one.get("is_simulated") is True,
            )
    if row.read.adoptions:
        count_adopters(action=action)


class Unknown(Exception):
    """A municipality, stage or reason that is not known here."""


def _place(said: Any) -> Municipality:
    code = said.get("identifier") if isinstance(said, dict) else said
    place = Municipality.objects.filter(pk=str(code or "").removeprefix("FI-")).first()
    if place is None:
        raise Unknown
    return place


def _report(said: Any) -> StageReport:
    if not isinstance(said, dict) or said.get("stage") not in Stage.values:
        raise Unknown
    reason = said.get("reason")
    return StageReport(
        stage=said["stage"],
        when=read_date(str(said.get("on") or "")),
        learned_from=_place(said["learned_from"]) if said.get("learned_from") else None,
        reason=Bottleneck.objects.filter(slug=reason).first() if reason else None,
        evidence_url=str(said.get("evidence") or "")[:500],
        units_reached=_number(said.get("units_reached")),
        units_total=_number(said.get("units_total")),
    )


def _number(said: Any) -> int | None:
    return said if isinstance(said, int) and 0 <= said < 32_000 else None

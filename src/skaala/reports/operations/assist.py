"""Help to write: the operator's language model may condense what the rules drafted; it is checked, and a person approves it."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from procrastinate.contrib.django import app

from skaala.registration.queries.personal_data import names_of_people
from skaala.registration.rules.names import NameMatch, Text, find_names
from skaala.reports.assembly.assisted import perspectives_of
from skaala.reports.assembly.builder import draft_passages
from skaala.reports.figures.skeleton import LANGUAGES, refusals
from skaala.reports.models import Assistance, Report
from skaala.reports.operations.ask_model import Unanswered, ask_model, messages_for

# The name of a task: jobs are above operations and may not be imported here.
ASSIST = "reports.assist"
ADDRESS = re.compile(r"\S+@\S+\.\S+|(?<![\d.,])\+?\d[\d ()-]{6,}\d(?![\d.,])")
"""An email address or a telephone number."""


class UnableToAssist(Exception):
    """There is no assistant, it does not know the language, or a person has written the summary."""


class NamesPeople(UnableToAssist):
    """The draft names people or their addresses, which do not leave the server; ``names`` says which."""

    def __init__(self, names: list[str]) -> None:
        super().__init__("names")
        self.names = names


@transaction.atomic
def request_assistance(*, report: Report, language: str, now: datetime) -> Assistance:
    """
    Have the worker ask the assistant about the summary that the rules draft now.

    :raises UnableToAssist: if nothing can be asked
    :raises NamesPeople: if the draft names somebody
    """
    report = Report.objects.select_for_update(no_key=True).select_related("series").get(pk=report.pk)
    drafted = draft_passages(report, language, now=now)
    if not is_offered(language) or not drafted or report.summary.get(language):
        raise UnableToAssist
    if names := _names_in([text for _title, paragraphs in drafted for text in paragraphs], report):
        raise NamesPeople(names)
    passages = [
        {
            "title": title,
            "drafted": list(paragraphs),
            "asked": messages_for(paragraphs, language),
            "answered": "",
            "refusals": [],
            "approved_at": None,
        }
        for title, paragraphs in drafted
    ]
    assistance, _is_new = Assistance.objects.update_or_create(
        report=report,
        language=language,
        defaults={
            "state": Assistance.State.WAITING,
            "passages": passages,
            "model": settings.ASSISTANT_MODEL,
            "asked_at": now,
            "answered_at": None,
        },
    )
    app.configure_task(ASSIST).defer(assistance_id=assistance.pk)
    return assistance


def is_offered(language: str) -> bool:
    """Say whether the operator has set an assistant, and its answers in this language can be checked."""
    return bool(settings.ASSISTANT_URL) and language in LANGUAGES


def obtain_assistance(*, assistance: Assistance, now: datetime) -> None:
    """Ask about each passage and check what is answered; where the answer is not taken, the reason is kept with it."""
    perspectives = perspectives_of(assistance.report, assistance.language)
    answered = [_answer(passage, assistance.language, perspectives) for passage in assistance.passages]
    unanswered = all(any(one["fault"] == "unanswered" for one in each["refusals"]) for each in answered)
    Assistance.objects.filter(pk=assistance.pk, asked_at=assistance.asked_at).update(
        passages=answered,
        state=Assistance.State.FAILED if unanswered else Assistance.State.DONE,
        answered_at=now,
    )


def _answer(passage: Mapping[str, Any], language: str, perspectives: Iterable[str]) -> dict[str, Any]:
    drafted = "\n\n".join(passage["drafted"])
    try:
        answered = ask_model(passage["asked"])
    except Unanswered:
        return {**passage, "answered": "", "refusals": [{"fault": "unanswered", "kind": "", "what": ""}]}
    found = refusals(drafted, answered, language, perspectives)
    return {
        **passage,
        "answered": answered,
        "refusals": [{"fault": each.fault, "kind": each.kind, "what": each.what} for each in found],
    }


@transaction.atomic
def approve_assistance(*, assistance: Assistance, places: Collection[int], now: datetime) -> None:
    """Let the answers at these places stand for what the rule drafted, and no others; one that was refused cannot be approved."""
    assistance = Assistance.objects.select_for_update().get(pk=assistance.pk)
    for place, passage in enumerate(assistance.passages):
        may = place in places and passage["answered"] and not passage["refusals"]
        passage["approved_at"] = (passage["approved_at"] or now.isoformat()) if may else None
    assistance.save(update_fields=["passages"])


def _names_in(texts: Iterable[str], report: Report) -> list[str]:
    """Return the people and addresses that texts name, surely or perhaps: of those that leave the server, perhaps is too much."""
    texts = list(texts)
    matches: list[NameMatch] = find_names([Text("", text) for text in texts], *names_of_people(report.series))
    addresses = [match.group() for text in texts for match in ADDRESS.finditer(text)]
    return list(dict.fromkeys([*(match.name for match in matches), *addresses]))

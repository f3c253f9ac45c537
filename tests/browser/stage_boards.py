"""The boards and reports of the stage, in the states that the demo does not show."""

from __future__ import annotations

from datetime import datetime
from typing import Any

LONG_WORD = "Kestävyystoimenpidesuunnitelmavalmisteluryhmänpuheenjohtajisto"


def open_board(coming: Any, now: datetime) -> dict[str, Any]:
    """The demo's open board, on which Paula has begun and Uuno has not."""
    from skaala.registration.models import Registration
    from skaala.registration.personal_link import make_token
    from skaala.workshops.models import Board, Statement
    from skaala.workshops.operations import Chosen, enter
    from tests import cast

    board = Board.objects.select_related("event__series").get(event__series=coming)
    paula = Registration.objects.get(email="paula@example.org")
    enter(board=board, registration=paula, chosen=Chosen("receiver"), now=now)
    uuno = cast.a_registration(coming, board.event, now=now, name="Uuno Uusi", email="uuno@example.org")
    shown = board.statements.filter(state=Statement.State.SHOWN)
    return {
        "code": board.code,
        "fresh_token": make_token(uuno),
        "prompt": str(board.prompts.earliest("order").pk),
        "statement": str(shown.earliest("number").pk),
    }


def boards_in_other_states(now: datetime) -> dict[str, Any]:
    """A rehearsal split into small groups, a board from elsewhere, and files that have been read but not taken in."""
    from skaala.registration.models import Registration
    from skaala.registration.personal_link import make_token
    from skaala.series.models import Event
    from skaala.workshops import operations
    from skaala.workshops.invitation_link import make_token as make_link
    from tests.workshops.boards import a_board, at

    events = {event.slug: event for event in Event.objects.filter(series__slug="ahdas")}
    board = a_board(events["workshop-2"], phase="set_up")
    operations.begin_rehearsal(board=board)
    board = at(board, "gather")
    hilla = Registration.objects.get(email="hilla.fi@example.org")
    who = operations.enter(board=board, registration=hilla, chosen=operations.Chosen("receiver"), now=now)
    operations.split_room(board=board, count=2, way="chosen", names=["Talous", LONG_WORD])
    board.refresh_from_db()
    operations.choose_group(board=board, participant=who, group_id=board.small_groups.earliest("number").pk)
    operations.write_note(board=board, participant=who, text=f"Sovittiin:\n{LONG_WORD}")
    invitation = operations.invite(board=board, label="Toinen vetäjä", now=now)
    given = (
        "comment-id,voter-id,vote\n" + "".join(f"{s},{p},1\n" for s in (1, 2) for p in range(6)) + "1,9,x\n"
    )
    for slug in ("closing", "workshop-1"):
        intake = operations.read_intake(
            event=events[slug], files={"votes.csv": given.encode()}, source="Naapurikunta, 2021"
        )
        if slug == "closing":
            operations.take_in(intake=intake, now=now)
    return {
        "rehearsal_code": board.code,
        "rehearsal_token": make_token(hilla),
        "lead": make_link(invitation),
    }


def closing_event(now: datetime) -> dict[str, Any]:
    """A closing event's board with one next step of long words, and Loviisa, who takes part in it."""
    from skaala.registration.personal_link import make_token
    from skaala.reports.operations import commit
    from skaala.workshops import operations
    from tests import cast
    from tests.workshops.boards import a_board

    series = cast.a_series("paatos")
    event = cast.a_closing_event(series, now=now)
    board = a_board(event, prompt_set="closing")
    loviisa = cast.a_registration(
        series, event, now=now, name="Loviisa Lopettaja", email="loviisa@example.org"
    )
    operations.enter(board=board, registration=loviisa, chosen=operations.Chosen("receiver"), now=now)
    (step,) = operations.seed_statements(
        board=board, prompt_id=board.prompts.earliest("order").pk, text=f"Sovitaan {LONG_WORD}", now=now
    ).made
    commit(
        board=board,
        registration=loviisa,
        statement_id=step.pk,
        role="leads",
        name=LONG_WORD,
        consents=True,
        now=now,
    )
    return {"closing_code": board.code, "closing_token": make_token(loviisa), "step": str(step.pk)}


def reports(now: datetime) -> dict[str, Any]:
    """A second version of the demo's report with an edited finding, and a report that gave way to a note."""
    from django.db import connection

    from skaala.demo import announced_2023
    from skaala.reports import operations
    from skaala.reports.models import Report
    from skaala.reports.operations import FindingWords
    from skaala.series.models import Series
    from skaala.ui.texts import Texts

    report = Report.objects.get(series__slug=announced_2023.SLUG)
    finding = report.findings.filter(kind="shared_view").first()
    words = FindingWords(
        title=Texts(fi=f"Muokattu: {LONG_WORD}", sv="Redigerad"), text=finding.text, memo="Tarkista"
    )
    operations.save_finding(report=report, finding=finding, words=words)
    finding.edited_shares[0]["share"] -= 7  # as if votes had come since
    finding.save()
    operations.publish_report(report=report, now=now)
    odd = operations.begin_report(Series.objects.get(slug="kirjava"))
    own = FindingWords(title=Texts(fi="Oma havainto"), text=Texts())
    made = operations.save_finding(report=odd, kind="next_step", words=own)
    operations.set_published(findings=[made], is_published=True)
    version = operations.publish_report(report=odd, now=now)
    operations.replace_version(version=version, note=Texts(), now=now, publish_anew=False)
    # Nobody opens the files here, and making them would keep the worker busy under all the tests to come.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'reports.render'")
    return {"finding": str(finding.pk), "theme": report.series.themes.earliest("pk").key}

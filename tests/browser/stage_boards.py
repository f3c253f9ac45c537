"""The boards and reports of the stage, in the states that the demo does not show."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from tests.browser.stage_sent import sent_form

LONG_WORD = "Kestävyystoimenpidesuunnitelmavalmisteluryhmänpuheenjohtajisto"


def cookies(series: Any, keys: dict[str, bytes]) -> dict[str, str]:
    """By holder their key as an address has it, and as a browser sends it."""
    from skaala.registration.rules.workspace_key import as_text
    from skaala.site.board.views.workspace_cookie import cookie_name

    found = {}
    for name, key in keys.items():
        found |= {f"{name}_key": as_text(key), f"{name}_cookie": f"{cookie_name(series)}={as_text(key)}"}
    return found


def open_board(coming: Any, now: datetime) -> dict[str, Any]:
    """The demo's open board, on which Paula has begun and Uuno has not."""
    from skaala.catalogue.operations.interests import say_interest
    from skaala.places.models import Municipality
    from skaala.registration.models import Registration
    from skaala.workshops.models import Board, Statement
    from skaala.workshops.operations import Chosen, enter
    from tests import cast

    board = Board.objects.select_related("event__series").get(event__series=coming)
    paula = Registration.objects.get(email="paula@example.org")
    keys = {"paula": cast.a_key(paula)}
    enter(board=board, key=keys["paula"], chosen=Chosen("receiver"), now=now)
    uuno = cast.a_registration(coming, board.event, now=now, name="Uuno Uusi", email="uuno@example.org")
    pia = Registration.objects.get(email="pia@example.org")
    shown = board.statements.filter(state=Statement.State.SHOWN)
    first = shown.earliest("number")
    for kind, municipality in (("interested", "564"), ("interested", "678"), ("can_help", "837")):
        place = Municipality.objects.get(code=municipality)
        say_interest(board=board, statement=first, kind=kind, municipality=place, now=now)
    return {
        "code": board.code,
        **sent_form(coming),
        **cookies(coming, keys | {"uuno": cast.a_key(uuno), "pia": cast.a_key(pia)}),
        "prompt": str(board.prompts.earliest("order").pk),
        "statement": str(first.pk),
    }


def boards_in_other_states(now: datetime) -> dict[str, Any]:
    """A rehearsal split into small groups, a board from elsewhere, and files that have been read but not taken in."""
    from skaala.registration.models import Registration
    from skaala.series.models import Event
    from skaala.workshops import operations
    from skaala.workshops.links.invitation import make_token as make_link
    from tests import cast
    from tests.browser.stage_polls import quick_questions
    from tests.workshops.boards import a_board, at

    events = {event.slug: event for event in Event.objects.filter(series__slug="ahdas")}
    board = a_board(events["workshop-2"], phase="set_up")
    operations.begin_rehearsal(board=board)
    board = at(board, "gather")
    hilla = Registration.objects.get(email="hilla.fi@example.org")
    key = cast.a_key(hilla)
    who = operations.enter(board=board, key=key, chosen=operations.Chosen("receiver"), now=now)
    operations.split_room(board=board, count=2, way="chosen", names=["Talous", LONG_WORD])
    board.refresh_from_db()
    operations.choose_group(board=board, participant=who, group_id=board.small_groups.earliest("number").pk)
    operations.write_note(board=board, participant=who, text=f"Sovittiin:\n{LONG_WORD}")
    asked = quick_questions(board, who, now)
    invitation = operations.invite(board=board, label="Toinen vetäjä", now=now)
    given = (
        "comment-id,voter-id,vote\n" + "".join(f"{s},{p},1\n" for s in (1, 2) for p in range(6)) + "1,9,x\n"
    )
    for slug in ("closing", "workshop-1"):
        intake = operations.read_intake(
            event=events[slug], files={"votes.csv": given.encode()}, source="Naapurikunta, 2021"
        )
        if slug == "closing":
            operations.import_board(intake=intake, now=now)
    return {
        "rehearsal_code": board.code,
        **asked,
        **cookies(board.event.series, {"hilla": key}),
        "lead": make_link(invitation),
    }


def closing_event(now: datetime) -> dict[str, Any]:
    """A closing event's board with one next step of long words, and Loviisa, who takes part in it."""
    from skaala.registration.links.personal import make_token
    from skaala.reports.commitments.operations import commit
    from skaala.workshops import operations
    from tests import cast
    from tests.browser.stage_conclusions import a_room_that_concludes, a_word_from_the_hall
    from tests.workshops.boards import a_board

    series = cast.a_series("paatos")
    event = cast.a_closing_event(series, now=now)
    board = a_board(event, prompt_set="closing")
    loviisa = cast.a_registration(
        series, event, now=now, name="Loviisa Lopettaja", email="loviisa@example.org"
    )
    key = cast.a_key(loviisa)
    operations.enter(board=board, key=key, chosen=operations.Chosen("receiver"), now=now)
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
    return {
        "closing_code": board.code,
        "closing_token": make_token(loviisa),
        "hall_token": a_word_from_the_hall(board, step, now),
        "step": str(step.pk),
        **cookies(series, {"loviisa": key}),
        **a_room_that_concludes(now),
    }


def a_full_room(now: datetime) -> dict[str, Any]:
    """A board with fifty statements as long as people write them, votes of fourteen, and a co-facilitator's link."""
    from skaala.demo.statements_2023 import PIONEERS, RECEIVING
    from skaala.series.models import Series
    from skaala.workshops import operations
    from skaala.workshops.links.invitation import make_token as make_link
    from tests import cast
    from tests.workshops.boards import a_board, a_participant, votes

    event = cast.an_event(Series.objects.get(slug="paatos"), 1, now=now, perspective="receiver")
    board = a_board(event, confirms_guests=False)
    for prompt in board.prompts.all():
        said = [one.text for one in [*RECEIVING, *PIONEERS] if one.kind == prompt.kind]
        operations.seed_statements(board=board, prompt_id=prompt.pk, text="\n".join(said[:17]), now=now)
    shown = list(board.statements.order_by("number"))
    for place in range(14):
        kind = ("receiver", "pioneer")[place % 2]
        person = a_participant(event.series, kind)
        for statement in shown[: 20 + 3 * place]:
            side = 1 if (statement.number + place) % 2 else -1
            votes(board, person, statement, side if statement.number % 3 else 1)
    operations.analyse_board(board=board, now=now)
    return {
        "room_code": board.code,
        "room_board": f"/desk/series/paatos/events/{event.slug}/board",
        "room_lead": make_link(operations.invite(board=board, label="Huoneen vetäjä", now=now)),
    }


def reports(now: datetime) -> dict[str, Any]:
    """A second version of the demo's report with an edited finding, and a report that gave way to a note."""
    from django.db import connection

    from skaala.demo import series_2023
    from skaala.reports import operations
    from skaala.reports.models import Report
    from skaala.reports.operations import FindingWords
    from skaala.series.models import Series
    from skaala.ui.texts import Texts

    report = Report.objects.get(series__slug=series_2023.SLUG)
    finding = report.findings.filter(kind="shared_view").first()
    words = FindingWords(
        title=Texts(fi=f"Muokattu: {LONG_WORD}", sv="Redigerad"), text=finding.text, memo="Tarkista"
    )
    operations.save_finding(report=report, finding=finding, words=words)
    finding.edited_shares[0]["share"] -= 7  # as if votes had come since
    finding.save()
    operations.publish_report(report=report, with_untranslated=True, now=now)
    odd = operations.begin_report(Series.objects.get(slug="kirjava"))
    own = FindingWords(title=Texts(fi="Oma havainto"), text=Texts())
    made = operations.save_finding(report=odd, kind="next_step", words=own)
    operations.set_published(findings=[made], is_published=True)
    version = operations.publish_report(report=odd, with_untranslated=True, now=now)
    operations.replace_version(version=version, note=Texts(), now=now, publish_anew=False)
    # Nobody opens the files here, and making them would keep the worker busy under all the tests to come.
    with connection.cursor() as cursor:
        cursor.execute("DELETE FROM procrastinate_jobs WHERE task_name = 'reports.render'")
    return {
        "finding": str(finding.pk),
        "theme": report.series.themes.earliest("pk").key,
        "claim": report.series.claim_decisions.earliest("pk").claim,
    }

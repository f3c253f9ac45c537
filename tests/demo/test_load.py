"""
The demo: three past boards with believable votes, one to join, simulated people who bring it to life; and those of 2023, who
came or not and said what they thought. All are made up, and a second start adds nothing.
"""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.db import models
from django.test import Client

from skaala.demo import series_2023 as announced
from skaala.demo.load import load_demo
from skaala.demo.materials_2023 import RECORDING, SLIDES
from skaala.demo.report import load_report
from skaala.demo.simulate import simulate
from skaala.demo.statements_2023 import CARRIED, WORKSHOPS
from skaala.registration.models import Arrival, Registration
from skaala.registration.queries import feedback, presences
from skaala.registration.queries.missing import Part, towns
from skaala.registration.queries.questions import questions_of, tallies
from skaala.registration.rules.check_in import Presence
from skaala.reports.commitments.queries import next_steps
from skaala.series.models import Event, Material, Series
from skaala.series.operations import forget_due
from skaala.series.queries import visible_materials
from skaala.workshops.models import Board, CurrentVote, Participant, Statement, Translation, Vote
from skaala.workshops.rules import UnableToAct
from tests.cast import TODAY


@pytest.fixture
def demo(db, monkeypatch, settings, tmp_path) -> Board:
    settings.MEDIA_ROOT = tmp_path
    # Themes take long and are loaded in the browser's tests.
    monkeypatch.setattr(
        "skaala.demo.load.load_report", lambda **given: load_report(**given | {"with_themes": False})
    )
    load_demo(now=TODAY, people=24)
    return Board.objects.exclude(event__series__slug=announced.SLUG).select_related("event__series").get()


def test_the_demo_is_what_it_promises(demo):
    *past, closing = Board.objects.filter(event__series__slug=announced.SLUG).order_by("event__start")
    assert [board.phase for board in past] == ["closed"] * 3
    for number, board in enumerate(past, 1):
        own, carried = board.statements.filter(carried_from=None), board.statements.exclude(carried_from=None)
        assert (own.count(), carried.count()) == (len(WORKSHOPS[number]), CARRIED.get(number, 0))
        assert 34 <= board.statements.count() <= 42
        assert set(own.values_list("language", flat=True)) == {"fi", "sv", "en"}
        picture = board.pictures.get().result
        assert (
            picture["is_separate"]
            and picture["consensus"]
            and set(picture["rankings"]) >= {"good_practice", "bottleneck"}
        )
        assert board.results_published_at is not None and not board.is_rehearsal
    steps = next_steps(closing, closing.pictures.get())
    assert len(steps) >= 6 and sum(step.result is not None and bool(step.result.marks) for step in steps) >= 3
    assert all("(simul" in name for step in steps for role in step.roles for name in role.names)
    assert (
        closing.commitments.count()
        == closing.commitments.filter(is_simulated=True, registration=None).count()
        > 6
    )
    assert [board.statements.filter(is_pinned=True).count() for board in (past[0], demo)] == [1, 1]
    assert set(Translation.objects.values_list("language", flat=True)) == {"fi", "sv", "en"}
    assert (demo.phase, demo.welcomes_guests, demo.hides_results) == ("gather", True, False)
    for model in (Board, Statement, Participant):
        assert not model.objects.filter(is_simulated=False).exists()
    # One current vote a participant and root, and it is the latest of their history (invariant 5).
    latest = Vote.objects.values("participant", "root").annotate(last=models.Max("number"))
    assert {(v["participant"], v["root"], v["last"]) for v in latest} == set(
        CurrentVote.objects.values_list("participant", "root", "number")
    )

    what_an_organiser_sees_afterwards(past[0].event.series, demo.event.series)
    what_is_given_out_after_the_closing_event(closing.event)
    kept = (Board, Statement, Participant, Vote, Registration, Arrival, Material)
    counts = [model.objects.count() for model in kept]
    load_demo(now=TODAY, people=24)
    assert [model.objects.count() for model in kept] == counts

    before = demo.statements.count()
    written, cast = simulate(board=demo, participants=8, now=TODAY)
    assert demo.statements.count() == before + written
    assert Vote.objects.count() == counts[3] + cast > counts[3]

    with pytest.raises(UnableToAct, match="weighing_over"):
        simulate(board=past[0], participants=1, now=TODAY)


def what_is_given_out_after_the_closing_event(event: Event) -> None:
    """Slides when it is over and the recording two days later, on its page, as files of our own that say they are simulated."""

    def seen(after: timedelta) -> list[str]:
        return [item.title.get("en") for item in visible_materials(event.series, now=event.end + after)]

    slides, recording = SLIDES.get("en"), RECORDING.get("en")
    assert (seen(timedelta(minutes=-1)), seen(timedelta(0))) == ([], [slides])
    assert seen(timedelta(days=2)) == [slides, recording]
    page = Client().get(f"/sv/series/{event.series.slug}/{event.slug}/").content.decode()
    files = dict(re.findall(r'<a href="([^"]+)">([^<]+\(HTML, simul[^<]+|Inspelningen[^<]+)</a>', page))
    assert set(files.values()) == {SLIDES.get("sv"), RECORDING.get("sv")}
    for address in files:
        answer = Client().get(address)
        assert answer["Content-Disposition"].startswith("attachment")
        text = b"".join(answer).decode()
        assert "imuler" in text or "SIMULER" in text
        assert "<html" not in text or text.count('<section lang="sv">') > 3


def what_an_organiser_sees_afterwards(past: Series, coming: Series) -> None:
    assert not Registration.objects.filter(is_simulated=False).exists()
    assert (past.status, past.registrations.count(), coming.registrations.count()) == ("archived", 18, 24)
    events = list(past.events.all())
    assert all(Arrival.objects.filter(attendance__event=event).exists() for event in events)
    assert set(presences(list(past.registrations.all()), now=TODAY).values()) >= {
        Presence.CAME,
        Presence.MISSED,
    }
    surveys = [feedback.survey_of(event) for event in events]
    assert all(one.closed_at and one.questions.count() == 3 for one in surveys)
    assert sum(one.answers for one in surveys) >= 5
    assert {one.part for one in towns(past, events, year=2023)} == set(Part)
    assert all(one.answers for one in tallies(past))
    assert [one.label for one in questions_of(coming)] == [one.label for one in questions_of(past)]
    assert not any(one.is_required for one in questions_of(coming))  # a visitor registers in a minute
    assert coming.retention_months == 6 and not forget_due(now=TODAY).series

"""The analyst and the themes: found by the worker, named, merged, split, moved; and what they decided holds."""

from __future__ import annotations

import os
import subprocess
import sys
import uuid

import pytest

from skaala.reports.assembly.builder import build_contents
from skaala.reports.assembly.stored_beside import rests_on
from skaala.reports.figures.verify import verify
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import ThemeDecision, ThemeSearch
from skaala.reports.operations import draft_report
from skaala.reports.themes import queries as queries_themes
from skaala.reports.themes.operations import compute_themes, erase_from_themes
from skaala.workshops.models import Board, Statement
from tests import cast
from tests.reports.voted import PLAIN, SHARED, SPLIT, a_voted_series
from tests.reports.voted import a_statement as said

HOME = "/en/desk/series/spring/report/themes/"
FEW = {"receiver": (3, 1, 0)}
SAID = {
    "Hulevedet tulvivat kellareihin joka kevät": ("bottleneck", SHARED),
    "Ingen sköter dagvattnet, och sjön växer igen": ("bottleneck", PLAIN),
    "One plan for stormwater and the lake": ("next_step", {"receiver": (6, 0, 0), "network": (2, 1, 0)}),
    "Bussi kulkee kylään kerran päivässä": ("bottleneck", PLAIN),
    "Ingen buss väntar på tåget": ("bottleneck", FEW),
    "One ticket for bus and train": ("good_practice", SPLIT),
    "Pyöräilijät ja bussit samalla kaistalla": ("open_question", FEW),
    "Kiitos järjestäjille, kahvi oli hyvää": ("open_question", FEW),
}


@pytest.fixture
def series(db):
    made, _board = a_voted_series(SAID)
    return made


@pytest.fixture
def found(series):
    compute_themes(series=series, now=cast.TODAY)
    return {frozenset(texts(theme)): theme.id for theme in queries_themes.decided_themes(series).themes}


def texts(theme) -> set[str]:
    ids = [uuid.UUID(member.id) for member in theme.members]
    return set(Statement.objects.filter(pk__in=ids).values_list("text", flat=True))


def theme_of(series, text: str) -> str:
    pk = str(Statement.objects.get(text=text).pk)
    for theme in queries_themes.decided_themes(series).themes:
        if any(member.id == pk for member in theme.members):
            return theme.id
    return ""


def alerts(response) -> list[str]:
    return [str(message) for message in response.context["messages"]]


WATER, LAKE, PLAN, BUS, TRAIN, TICKET, LANE, THANKS = SAID


def test_themes_are_asked_for_once_and_found_by_the_worker(desk, series):
    assert "Find the themes" in desk.get(HOME).content.decode()
    desk.post(f"{HOME}find/")
    desk.post(f"{HOME}find/")
    assert ThemeSearch.objects.get().state == "waiting"
    assert "The themes are being found" in desk.get(HOME).content.decode()

    from procrastinate.contrib.django.models import ProcrastinateJob

    job = ProcrastinateJob.objects.get(task_name="reports.themes")
    assert job.args == {"series_id": series.pk}
    from skaala.reports.jobs import find_themes

    find_themes(series_id=series.pk)
    page = desk.get(HOME).content.decode()
    assert ThemeSearch.objects.get().state == "done"
    assert "In no theme" in page
    assert f'lang="sv">{LAKE}' in page
    assert theme_of(series, WATER) == theme_of(series, LAKE) == theme_of(series, PLAN) != ""
    assert (
        theme_of(series, BUS)
        == theme_of(series, TRAIN)
        == theme_of(series, TICKET)
        != theme_of(series, WATER)
    )
    assert theme_of(series, THANKS) == ""


def test_what_the_analyst_decides_holds_when_themes_are_found_again(desk, series, found):
    water, bus = theme_of(series, WATER), theme_of(series, BUS)
    thanks, lane = (str(Statement.objects.get(text=text).pk) for text in (THANKS, LANE))

    named = {"action": "name", "name-names_fi": "Vesi", "name-names_sv": "Vatten", "name-names_en": "Water"}
    assert alerts(desk.post(f"{HOME}of/{water}/", named, follow=True)) == ["The theme has been named."]
    move = {"action": "move", "move-statements": [thanks], "move-into": water}
    desk.post(f"{HOME}of/none/", move)
    split = {"action": "move", "move-statements": [lane], "move-into": "new"}
    refused = desk.post(f"{HOME}of/{bus}/", split)
    assert refused.status_code == 422
    assert "Give the new theme a name" in refused.content.decode()
    desk.post(f"{HOME}of/{bus}/", split | {"move-names_en": "Cycling"})
    cycling = theme_of(series, LANE)
    assert "put here by hand" in desk.get(f"{HOME}of/{cycling}/").content.decode()

    board = Statement.objects.get(text=WATER).board
    said(board, "Hulevesimaksu käyttöön", "next_step", 20)
    compute_themes(series=series, now=cast.TODAY)
    assert (
        theme_of(series, WATER)
        == theme_of(series, THANKS)
        == theme_of(series, "Hulevesimaksu käyttöön")
        == water
    )
    assert theme_of(series, LANE) == cycling not in {water, bus}
    page = desk.get("/sv/desk/series/spring/report/themes/").content.decode()
    assert ">Vatten</a>" in page

    desk.post(f"{HOME}of/{cycling}/", {"action": "merge", "merge-into": water})
    assert theme_of(series, LANE) == water
    late = desk.post(f"{HOME}of/{cycling}/", named, follow=True)
    assert alerts(late)[-1:] == ["That theme has been merged or is gone. Nothing was changed; look again."]
    assert desk.get(f"{HOME}of/{cycling}/").status_code == 404
    desk.post(f"{HOME}undo/")
    assert theme_of(series, LANE) == cycling
    assert [each.kind for each in ThemeDecision.objects.all()] == ["rename", "move", "split"]


def test_statements_that_are_hidden_or_of_another_series_are_in_no_theme(desk, series, found):
    water = theme_of(series, WATER)
    Statement.objects.filter(text=LAKE).update(state="hidden")
    assert theme_of(series, LAKE) == ""
    assert LAKE not in desk.get(f"{HOME}of/{water}/").content.decode()
    strange = {"action": "move", "move-statements": [str(uuid.uuid4())], "move-into": "none"}
    answer = desk.post(f"{HOME}of/{water}/", strange)
    assert answer.status_code == 422
    assert "has been moved or hidden since" in answer.content.decode()
    assert not ThemeDecision.objects.exists()


def test_what_is_said_at_a_rehearsal_is_in_no_theme(series, found):
    Board.objects.update(is_rehearsal=True)
    assert queries_themes.statements_to_theme(series) == []
    assert queries_themes.decided_themes(series).themes == ()


def test_the_report_has_a_profile_of_each_theme_and_what_each_perspective_agrees_with_most(
    desk, series, found
):
    water, bus = theme_of(series, WATER), theme_of(series, BUS)
    desk.post(f"{HOME}of/{water}/", {"action": "name", "name-names_fi": "Vesi", "name-names_en": "Water"})
    desk.post(f"{HOME}of/{bus}/", {"action": "name", "name-names_en": "Getting around"})
    report = draft_report(series=series, now=cast.TODAY)
    contents = build_contents(report, "en", now=cast.TODAY)
    assert contents.overview is None  # means over unlike statements say nothing
    (alignment,) = [table for table in contents.lists if table.key == "alignment"]
    rows = {row[0]: row[1:] for row in alignment.rows}
    # What receivers agree with most, as a bound; of nine from networks no percentage is told.
    assert rows["Water"][0].startswith("“") and ": at least" in rows["Water"][0]
    assert {profile.name for profile in contents.profiles} == {"Water", "Getting around"}
    themes = {theme for section in contents.sections for entry in section.entries for theme in entry.themes}
    assert themes <= {"Water", "Getting around"}
    assert themes
    based_on = rests_on(report.findings.all())
    checked = verify([contents], VoteSnapshot.from_data(report.vote_snapshot), {}, rests_on=based_on)
    assert all(each.is_equal for each in checked)
    assert "Vesi" in {profile.name for profile in build_contents(report, "fi", now=cast.TODAY).profiles}


def test_a_person_named_in_a_theme_gets_this_in_own_data_and_is_erased(desk, series, found):
    from skaala.registration.queries import own_data

    water = theme_of(series, WATER)
    event = series.events.first()
    matti = cast.a_registration(series, event, name="Matti Meikäläinen", email="matti@example.org")
    desk.post(f"{HOME}of/{water}/", {"action": "name", "name-names_fi": "Matti Meikäläisen vesi"})
    exported = own_data.as_json(matti)
    assert "Matti Meikäläisen vesi" in str(exported)
    erase_from_themes(series=series, name=matti.name, address=matti.email)
    assert "Meikäläi" not in desk.get(HOME).content.decode()


def test_pages_of_themes_load_no_heavy_libraries():
    """They are for the worker: each web process would hold them for nothing."""
    asked = (
        "import sys, django; django.setup(); import skaala.desk.urls, skaala.site.urls; "
        "print([name for name in ('scipy', 'simplemma') if name in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", asked], capture_output=True, text=True, check=True,
        env={**os.environ, "DJANGO_SETTINGS_MODULE": "tests.typing_settings"},
    )  # fmt: skip
    assert done.stdout.strip() == "[]"

"""A series that follows another opens with what became of that one."""

from __future__ import annotations

from datetime import date

import pytest
from django.test import Client

from skaala.catalogue.models import FollowUp, FollowUpQuestion
from skaala.catalogue.queries.last_series import follow_ups_after, last_series
from skaala.people.rules import Role
from skaala.reports.models import Commitment
from skaala.series.models import Series
from skaala.workshops import operations as boards
from skaala.workshops.models import Board, Statement
from tests import cast
from tests.catalogue.actions import NOW, an_action
from tests.catalogue.test_suggestions import OULU, RAAHE, adopts
from tests.workshops.boards import a_board

pytestmark = pytest.mark.django_db
STEP = "Sovitaan joka teolle yhteyshenkilö"
HEAD = "What became of the previous event"


@pytest.fixture
def before() -> Series:
    """A series whose closing event has a next step in which two take part, with public results."""
    board = a_board(
        cast.a_closing_event(cast.a_series("past", title=cast.texts("Last year"))),
        prompt_set="closing",
        phase="set_up",
    )
    question = board.prompts.get(kind="next_step")
    boards.seed_statements(board=board, prompt_id=question.pk, text=STEP, now=NOW)
    step = Statement.objects.get(text=STEP)
    for number in (1, 2):
        Commitment.objects.create(
            board=board, root=step, is_simulated=True, name=f"Kunta {number}", consented_on=date(2026, 5, 1)
        )
    Board.objects.filter(pk=board.pk).update(phase="closed", results_published_at=NOW)
    return board.event.series


@pytest.fixture
def after(before: Series) -> Series:
    return cast.a_series("next", copied_from=before)


@pytest.fixture
def desk() -> Client:
    organiser = Client()
    cast.signs_in(organiser, cast.an_organiser())
    return organiser


def page(slug: str = "next") -> str:
    return Client().get(f"/en/series/{slug}/").content.decode()


def answered(step: Statement, *answers: str) -> None:
    for answer in answers:
        one = FollowUp.objects.create(
            kind="commitment", step=step, municipality_id=RAAHE, asked_for_at=NOW, consented_on=NOW.date()
        )
        FollowUpQuestion.objects.create(
            follow_up=one, number=1, asked_on=NOW.date(), answer=answer, answered_on=NOW.date()
        )


def test_the_next_series_opens_with_the_next_steps_and_what_came_of_them(before, after):
    lamps = an_action("Lamps", series=before)
    adopts(lamps, RAAHE, OULU)
    shown = page()
    assert HEAD in shown
    assert STEP in shown
    assert "2 take part" in shown
    assert f'href="/en/actions/{lamps.slug}/"' in shown
    assert "2 other municipalities do it" in shown
    assert shown.index(HEAD) < shown.index('id="events"')
    assert "Kunta 1" not in shown  # the names have their own page
    assert HEAD not in page("past")


def test_what_is_not_public_of_the_series_before_is_not_shown(before, after):
    Series.objects.filter(pk=before.pk).update(status="draft")
    assert HEAD not in page()
    Series.objects.filter(pk=before.pk).update(status="published")
    Board.objects.update(results_published_at=None)
    assert last_series(Series.objects.get(pk=after.pk), now=NOW) is None


def test_answers_are_counted_from_five_on_and_nobody_is_named(before, after):
    step = Statement.objects.get(text=STEP)
    answered(step, "in_use", "in_use", "decided", "stopped")
    assert "once there are five" in page()
    answered(step, "not_yet")
    found = last_series(after, now=NOW)
    assert found is not None
    assert dict(found.answers) == {"in_use": 2, "decided": 1, "stopped": 1, "not_yet": 1}
    assert len(follow_ups_after(found)) == 5
    shown = Client().get("/en/series/next/?fresh").content.decode()  # the page itself is kept for ten minutes
    assert "We have not begun" in shown
    assert "Raahe" not in shown


def test_the_organiser_sees_the_answers_with_their_municipalities_and_names_another_series(
    desk, before, after
):
    answered(Statement.objects.get(text=STEP), "in_use")
    overview = desk.get("/en/desk/series/next/").content.decode()
    assert HEAD in overview
    assert "Raahe" in overview
    details = "/en/desk/series/next/details/"
    other = cast.a_series("other", title=cast.texts("Another one"))
    cast.a_series("draft", status="draft", title=cast.texts("Not yet public"))
    shown = desk.get(details).content.decode()
    assert "Another one" in shown and "Not yet public" not in shown
    form = desk.get(details).context["form"]
    assert form.fields["copied_from"].queryset.filter(pk=after.pk).count() == 0
    sent = {
        name: form[name].value()
        for name in ("slug", "time_zone", "legal_ground", "retention_months", "languages")
    }
    sent |= {"parts-TOTAL_FORMS": 0, "parts-INITIAL_FORMS": 0, "copied_from": other.pk}
    assert desk.post(details, sent).status_code == 302
    after.refresh_from_db()
    assert after.copied_from == other


def test_an_organisation_cannot_follow_the_series_of_another(desk, after):
    stranger = cast.a_series("theirs", tenant=cast.a_tenant("theirs"), controller=None)
    form = desk.get("/en/desk/series/next/details/").context["form"]
    assert not form.fields["copied_from"].queryset.filter(pk=stranger.pk).exists()


def test_whoever_works_on_the_new_series_alone_sees_no_answers_of_the_old_one(before, after):
    """Only what is public: the answers belong to the organisers of the series that asked."""
    answered(Statement.objects.get(text=STEP), "in_use")
    guest = Client()
    cast.signs_in(guest, cast.a_guest(after, Role.ORGANISER))
    overview = guest.get("/en/desk/series/next/").content.decode()
    assert HEAD in overview
    assert "Raahe" not in overview

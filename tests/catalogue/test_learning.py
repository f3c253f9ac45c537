"""Who learned from whom: each pair once, drawn where the municipalities are, and named in the table behind."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.catalogue import operations, queries
from skaala.catalogue.operations import StageReport
from skaala.catalogue.presenters.learning import learning
from skaala.catalogue.rules.inexact_dates import read_date
from skaala.places.models import Municipality
from skaala.places.queries.shapes import HEIGHT, WIDTH, centres
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db
UTAJARVI, RAAHE, OULU = "889", "678", "564"


def learned(action: object, pupil: str, teacher: str) -> None:
    operations.report_adoption(
        action=action,  # type: ignore[arg-type]
        municipality=Municipality.objects.get(pk=pupil),
        report=StageReport(
            stage="in_use", when=read_date("2024"), learned_from=Municipality.objects.get(pk=teacher)
        ),
        source="editor",
        now=NOW,
    )


def test_each_pair_is_a_line_and_a_name_in_the_table(client: Client):
    action, another = an_action("Heat pumps"), an_action("Meadows", owner_id="091")
    learned(action, RAAHE, UTAJARVI)
    learned(action, OULU, UTAJARVI)
    learned(another, RAAHE, UTAJARVI)
    found = learning([*queries.adoptions_of(action), *queries.adoptions_of(another)])
    ((teacher, pupils),) = found.teachers
    assert (teacher.pk, {one.pk for one in pupils}) == (UTAJARVI, {RAAHE, OULU})
    assert len(found.lines) == 2
    assert {dot.words: dot.has_taught for dot in found.dots} == {
        "Utajärvi": True,
        "Raahe": False,
        "Oulu": False,
    }
    shown = client.get(f"/fi/actions/{action.slug}/").content.decode()
    assert shown.count("learning-pupil") == 2
    assert "Utajärvi → Raahe" in shown


def test_every_municipality_has_its_middle_on_the_grid():
    assert len(centres()) > 300
    assert all(0 <= x <= WIDTH and 0 <= y <= HEIGHT for x, y in centres().values())
    assert centres()[UTAJARVI][1] < centres()["091"][1]  # Utajärvi is north of Helsinki

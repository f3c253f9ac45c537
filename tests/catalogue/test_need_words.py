"""What an action's words name and its conditions do not is pointed out to the editor, who decides."""

from __future__ import annotations

import pytest
from django.test import Client

from skaala.catalogue import operations
from skaala.ui.texts import Texts
from tests import cast
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db
HINT = "The texts speak of this, but the conditions do not:"


def test_the_editor_is_asked_whether_an_action_of_a_harbour_needs_the_sea():
    action = an_action(
        Texts(fi="Muovinkeräys satamasta", en="Collecting plastic"),
        summary=Texts(en="The ferry takes it to the district heating plant."),
        needs=["ferry"],
    )
    editor = Client()
    editor.force_login(cast.an_organiser())
    page = f"/en/desk/catalogue/{action.pk}/"
    shown = " ".join(editor.get(page).content.decode().split())
    assert f"{HINT} district heating, a sea coast." in shown
    action.needs = ["ferry", "coast", "district_heating"]
    operations.save_action(action=action, now=NOW)
    assert HINT not in editor.get(page).content.decode()

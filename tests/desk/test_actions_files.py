"""The editor brings a file of actions, says what its columns are, and imports it."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils import timezone

from skaala.catalogue.models import Action, ActionFile
from skaala.tables.writing import Sheet, workbook
from skaala.ui.texts import Texts

pytestmark = pytest.mark.django_db


def test_an_editor_sees_each_row_and_imports(desk: Client):
    table = workbook(
        [
            Sheet(
                "Taulukko",
                [["Nimi", "Kunta", "Tila"], ["Pyörätie", "Raahe", "käytössä"], ["Silta", "Raahe", "??!"]],
            )
        ]
    )
    sent = desk.post("/fi/desk/catalogue/files/new/", {"file": SimpleUploadedFile("toimet.xlsx", table)})
    assert sent.status_code == 302
    page = desk.get(sent["Location"]).content.decode()
    assert "Pyörätie" in page
    assert "??!" in page
    assert "suunnitteilla" in page.casefold()  # which statuses there are
    left = desk.get(sent["Location"] + "left-out.csv").content.decode("utf-8-sig")
    assert left.splitlines()[1].startswith("Silta")
    wrong = {"columns": "1", "column-0": "name", "column-1": "name"}
    assert desk.post(sent["Location"], wrong).status_code == 422
    chosen = {"columns": "1", "column-0": "name", "column-1": "owner", "column-2": "", "language": "fi"}
    assert desk.post(sent["Location"], chosen).status_code == 302
    desk.post(sent["Location"], {"import": "1", "row-3": "skip", "row-99": "new"})
    action = Action.objects.get()
    assert (action.name, action.owner_id, action.state) == (Texts(fi="Pyörätie"), "678", "draft")
    assert "Pyörätie" not in desk.get(sent["Location"]).content.decode()
    desk.post(sent["Location"] + "remove/")
    assert not ActionFile.objects.exists()


def test_a_broken_file_is_answered_in_words(desk: Client):
    broken = SimpleUploadedFile("x.json", b"{")
    answer = desk.post("/en/desk/catalogue/files/new/", {"file": broken})
    assert (answer.status_code, b"broken" in answer.content) == (422, True)


def test_a_file_that_is_being_imported_says_so(desk: Client):
    file = ActionFile.objects.create(name="pitkä.csv", state="running", created_at=timezone.now())
    page = desk.get(f"/en/desk/catalogue/files/{file.pk}/").content.decode()
    assert "The file is being imported" in page
    assert "Remove the file" not in page

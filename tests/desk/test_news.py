"""Links and files under a series."""

import pytest
from django.core.files.storage import default_storage
from django.core.files.uploadedfile import SimpleUploadedFile

from skaala.desk.news import forms as news
from skaala.series.models import Material
from skaala.ui.texts import Texts
from tests import cast

NEW = "/en/desk/series/spring/materials/new/"


@pytest.fixture(autouse=True)
def _files_of_this_test_alone(settings, tmp_path):
    settings.MEDIA_ROOT = tmp_path


@pytest.fixture
def series(desk):
    return cast.a_series()


def a_file(name: str = "slides.pdf", content: bytes = b"%PDF-1.7"):
    return SimpleUploadedFile(name, content)


def test_a_link_is_added_to_an_event_and_shown_from_a_time(series, desk):
    cast.an_event(series)
    sent = {
        "title_fi": "Selvitys",
        "url": "https://example.org/study",
        "event": "workshop-1",
        "visible_from_day": "2030-02-01",
        "visible_from_time": "08:00",
    }
    assert desk.post(NEW, sent).status_code == 302
    material = Material.objects.get()
    assert (material.title, material.event.slug) == (Texts(fi="Selvitys"), "workshop-1")
    assert material.visible_from.isoformat() == "2030-02-01T06:00:00+00:00"


def test_a_file_is_added_replaced_and_removed_and_leaves_nothing_behind(
    series, desk, django_capture_on_commit_callbacks
):
    assert desk.post(NEW, {"title_fi": "Diat", "file": a_file()}).status_code == 302
    material = Material.objects.get()
    first = material.file.name
    address = f"/en/desk/series/spring/materials/{material.pk}/"
    desk.post(address, {"title_fi": "Diat 2"})
    material.refresh_from_db()
    assert (material.file.name, material.title) == (first, Texts(fi="Diat 2"))
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(address, {"title_fi": "Diat 2", "file": a_file("new.pdf")})
    material.refresh_from_db()
    second = material.file.name
    assert (default_storage.exists(first), default_storage.exists(second)) == (False, True)
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(f"{address}remove/")
    assert not default_storage.exists(second)
    assert not Material.objects.exists()


def test_a_link_takes_the_place_of_a_file(series, desk, django_capture_on_commit_callbacks):
    desk.post(NEW, {"title_fi": "Diat", "file": a_file()})
    material = Material.objects.get()
    with django_capture_on_commit_callbacks(execute=True):
        desk.post(
            f"/en/desk/series/spring/materials/{material.pk}/",
            {"title_fi": "Diat", "url": "https://example.org/slides"},
        )
    replaced = Material.objects.get()
    assert (replaced.url, bool(replaced.file)) == ("https://example.org/slides", False)
    assert not default_storage.exists(material.file.name)


@pytest.mark.parametrize(
    ("sent", "field"),
    [
        ({}, "url"),
        ({"url": "https://example.org/", "file": "slides.pdf"}, "url"),
        ({"file": "page.html"}, "file"),
        ({"file": "picture.svg"}, "file"),
        ({"url": "javascript:alert(1)"}, "url"),
        ({"url": "https://example.org/", "event": "of-another-series"}, "event"),
    ],
    ids=str,
)
def test_what_cannot_be_shown_safely_is_refused(sent, field, series, desk):
    files = {"file": a_file(sent["file"])} if "file" in sent else {}
    response = desk.post(NEW, {"title_fi": "Kept", **sent, **files})
    form = response.context["form"]
    assert (response.status_code, list(form.errors)) == (422, [field])
    assert form["title"].value()[0] == "Kept"
    assert not Material.objects.exists()


def test_a_file_that_is_too_large_is_refused(series, desk, monkeypatch):
    monkeypatch.setattr(news, "LARGEST_FILE", 3)
    assert list(desk.post(NEW, {"title_fi": "x", "file": a_file()}).context["form"].errors) == ["file"]

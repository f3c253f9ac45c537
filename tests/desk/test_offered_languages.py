"""Choosing the languages of a series and of an organisation, and that the others are neither asked for nor missing."""

from __future__ import annotations

import pytest

from skaala.people.models import Tenant
from skaala.people.rules import Role
from skaala.registration.models import Question
from skaala.series.models import Series
from skaala.series.queries import missing_languages
from skaala.ui.texts import Texts
from tests import cast
from tests.desk.browser import typed
from tests.desk.test_announcement import CHECK, read, sent_back
from tests.desk.test_series import a_title, the_details

pytestmark = pytest.mark.django_db
DETAILS = "/en/desk/series/spring/details/"


def languages() -> list[str]:
    return Series.objects.get(slug="spring").languages


def test_a_series_needs_a_language(desk):
    cast.a_series()
    answer = desk.post(DETAILS, the_details(desk, languages=[]))
    assert (answer.status_code, answer.context["form"].errors["languages"]) == (
        422,
        ["Choose at least one language."],
    )
    assert desk.post(DETAILS, the_details(desk, languages=["xx"])).status_code == 422
    assert languages() == ["fi", "sv", "en"]


def test_a_language_with_texts_is_taken_away_after_a_question_and_nothing_is_lost(desk):
    cast.a_series()
    answer = desk.post(DETAILS, the_details(desk, languages=["fi"]))
    said = answer.context["form"].errors["takes_away"][0]
    assert answer.status_code == 422 and "English, Swedish" in said
    assert 'type="checkbox" name="takes_away"' in answer.content.decode()
    assert languages() == ["fi", "sv", "en"]
    assert desk.post(DETAILS, the_details(desk, languages=["fi"], takes_away="on")).status_code == 302
    assert languages() == ["fi"]
    # The texts travel along with the form that shows Finnish alone.
    page = desk.get("/en/desk/series/spring/texts/")
    assert 'type="hidden" name="title_sv"' in page.content.decode()
    assert 'id="id_title_0"' in page.content.decode() and 'id="id_title_1"' not in page.content.decode()
    assert "is-missing" not in page.content.decode()
    sent = typed(page.context["form"]) | {"title_fi": "Uusi"}
    assert desk.post("/en/desk/series/spring/texts/", sent).status_code == 302
    series = Series.objects.get()
    assert (series.title.get("fi"), series.title.get("sv")) == ("Uusi", "Spring series (sv)")
    # And come back with the language.
    assert desk.post(DETAILS, the_details(desk, languages=["fi", "sv"])).status_code == 302
    assert "Spring series (sv)" in desk.get("/sv/series/spring/").content.decode()


def test_a_language_in_which_nothing_is_written_goes_without_a_question(desk):
    cast.a_series(title=Texts(fi="Sarja"))
    assert desk.post(DETAILS, the_details(desk, languages=["fi"])).status_code == 302
    assert languages() == ["fi"]


def test_what_is_not_offered_is_not_missing_nor_asked_for_anywhere(desk):
    series = cast.a_series(languages=["fi"], title=Texts(fi="Sarja"))
    cast.an_event(series, title=Texts(fi="Tilaisuus"))
    Question.objects.create(series=series, label=Texts(fi="Mitä?"), kind="text", order=1)
    assert missing_languages(series) == {}
    number = Question.objects.get().pk
    for page in (
        "texts", "details", "new-event", "events/workshop-1", "news/new-update", "news/new-material", "questions/new-question",
        f"questions/{number}", "message", "feedback-questions/workshop-1", "publish", "",
    ):  # fmt: skip
        address = f"/en/desk/series/spring/{page}/" if page else "/en/desk/series/spring/"
        answer = desk.get(address)
        if answer.status_code == 404:
            continue
        html = answer.content.decode()
        assert '_sv"' not in html and "is-missing" not in html and "Only in" not in html, page
        assert "is missing in" not in html, page


def test_options_that_no_longer_fit_an_unseen_language_are_no_error(desk):
    series = cast.a_series(languages=["fi"], title=Texts(fi="Sarja"))
    from skaala.desk.questions.forms import QuestionForm
    from skaala.ui.offered import offering

    with offering(["fi"]):
        form = QuestionForm(
            {"label_fi": "Mikä?", "kind": "one_of", "options_fi": "a\nb\nc", "options_sv": "x\ny"},
            record=Question(series=series),
            others=[],
        )
        assert "options" not in form.errors


def test_an_organisation_has_its_usual_languages_and_new_series_begin_with_them(desk):
    page = "/en/desk/organisations/house/words/"
    cast.a_tenant()
    assert desk.post(page, {}).status_code == 422
    assert desk.post(page, {"languages": ["sv", "fi"]}).status_code == 302
    assert Tenant.objects.get(slug="house").languages == ["fi", "sv"]
    new = desk.get("/en/desk/new-series/")
    assert new.context["form"]["languages"].value() == ["fi", "sv"]
    assert 'name="title_en"' not in new.content.decode()
    assert desk.post("/en/desk/new-series/", a_title(slug="spring", languages=["sv"])).status_code == 422
    assert desk.post("/en/desk/new-series/", a_title(slug="spring", languages=["fi"])).status_code == 302
    assert languages() == ["fi"]


def test_a_pasted_announcement_is_held_in_the_languages_chosen_and_in_its_own(desk):
    Tenant.objects.filter(pk=cast.a_tenant().pk).update(languages=["sv"])
    checked = read(desk)
    assert checked.context["check"].series["languages"].value() == ["sv"]
    sent = sent_back(checked)
    assert desk.post(CHECK, sent | {"series-languages": []}).status_code == 422
    assert not Series.objects.exists()
    assert desk.post(CHECK, sent).status_code == 302
    assert Series.objects.get().languages == ["sv", "en"]


def test_another_organisations_languages_are_not_found(desk, client):
    cast.a_tenant("other")
    assert desk.get("/en/desk/organisations/other/words/").status_code == 404
    assert desk.post("/en/desk/organisations/other/words/", {"languages": ["fi"]}).status_code == 404
    reader = cast.a_member(Role.READER, "reader@example.org")
    cast.signs_in(client, reader)
    assert client.get("/en/desk/organisations/house/words/").status_code == 403

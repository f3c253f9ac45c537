"""Making and changing a series."""

from typing import Any

import pytest

from skaala.people.models import Organisation
from skaala.series.models import Series, Update
from skaala.series.operations import AddressTaken, NewOrganisation, Part, save_series
from skaala.ui.texts import Texts
from tests import cast
from tests.desk.browser import typed

LONG = "x" * 10_000


def a_title(word: str = "Kevään sarja", **more: Any) -> dict[str, Any]:
    return {"title_fi": word, "title_sv": "", "title_en": "", "languages": ["fi", "sv", "en"], **more}


def test_one_title_is_enough_to_begin_and_makes_the_address(desk):
    response = desk.post("/en/desk/new-series/", a_title())
    assert response["Location"] == "/en/desk/series/kevaan-sarja/"
    series = Series.objects.get()
    assert (series.status, series.title) == ("draft", Texts(fi="Kevään sarja"))


def test_a_second_series_of_the_same_title_gets_an_address_of_its_own(desk):
    for _time in range(2):
        desk.post("/en/desk/new-series/", a_title())
    assert set(Series.objects.values_list("slug", flat=True)) == {"kevaan-sarja", "kevaan-sarja-2"}


@pytest.mark.parametrize(
    ("language", "said"),
    [
        ("fi", "Toisella sarjalla on jo tämä osoite. Valitse toinen."),
        ("sv", "En annan serie har redan den här adressen. Välj en annan."),
        ("en", "Another series has this address. Choose another."),
    ],
)
def test_a_taken_address_is_said_and_what_was_typed_is_kept(language, said, desk):
    cast.a_series("spring")
    sent = a_title("Uusi", slug="spring", contact_name="Kaisa")
    response = desk.post(f"/{language}/desk/new-series/", sent)
    form = response.context["form"]
    assert (response.status_code, form.errors["slug"]) == (422, [said])
    assert (form["contact_name"].value(), form["title"].value()[0]) == ("Kaisa", "Uusi")
    assert Series.objects.count() == 1


@pytest.mark.parametrize(
    "bad",
    [
        {"title_fi": ""},
        {"title_fi": LONG},
        {"title_fi": "a\0b"},
        {"slug": "ä ä"},
        {"contact_email": "not an address"},
        {"contact_phone": "<b>"},
    ],
    ids=lambda bad: (
        next(iter(bad)) + " " + str(next(iter(bad.values())))[:5].encode("unicode_escape").decode()
    ),
)
def test_bad_input_makes_nothing_and_is_led_to_by_a_summary(bad, desk):
    response = desk.post("/en/desk/new-series/", a_title() | bad)
    assert response.status_code == 422
    assert 'id="error-summary"' in response.content.decode()
    assert not Series.objects.exists()


def test_html_in_a_title_is_shown_as_text(desk):
    desk.post("/en/desk/new-series/", a_title("<script>alert(1)</script>", slug="x"), follow=True)
    page = desk.get("/en/desk/series/x/").content.decode()
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_texts_are_written_side_by_side_and_what_is_missing_is_marked(desk):
    cast.a_series(title=Texts(fi="Suomeksi"))
    page = desk.get("/en/desk/series/spring/texts/")
    assert page.content.decode().count("is-missing") == 2
    sent = typed(page.context["form"]) | {"title_sv": "På svenska", "introduction_en": "**Why**"}
    assert desk.post("/en/desk/series/spring/texts/", sent).status_code == 302
    series = Series.objects.get()
    assert (series.title, series.introduction) == (Texts(fi="Suomeksi", sv="På svenska"), Texts(en="**Why**"))


def the_details(desk, **changes) -> dict:
    context = desk.get("/en/desk/series/spring/details/").context
    sent = typed(context["form"])
    for form in (context["parts"].management_form, *context["parts"], context["new"]):
        sent |= typed(form)
    return sent | changes


def save_details(desk, **changes):
    return desk.post("/en/desk/series/spring/details/", the_details(desk, **changes))


@pytest.mark.parametrize(
    ("changes", "version"),
    [
        ({}, 1),
        ({"contact_name": "Somebody else"}, 1),
        ({"legal_ground": "consent"}, 2),
        ({"controller": ""}, 2),
        ({"privacy_details_sv": "Mera"}, 2),
    ],
)
def test_what_the_privacy_notice_says_makes_a_new_version_of_it(changes, version, desk):
    cast.a_series()
    assert save_details(desk, **changes).status_code == 302
    assert Series.objects.get().notice_version == version


def test_organisations_are_chosen_and_taken_away(desk):
    series = cast.a_series()
    one, two = cast.an_organisation("one"), cast.an_organisation("two")
    save_series(series=series, parts=[Part(one, "organiser"), Part(two, "commissioner")])
    assert (
        save_details(desk, **{"parts-0-organisation": str(two.pk), "parts-1-organisation": ""}).status_code
        == 302
    )
    assert list(series.involvements.values_list("organisation__slug", "role")) == [("two", "organiser")]


def test_an_organisation_is_made_on_the_spot_with_all_its_parts(desk):
    series = cast.a_series()
    sent = {
        "new-name_fi": "Ympäristöministeriö",
        "new-kind": "state_body",
        "new-parts": ["organiser", "controller"],
    }
    assert save_details(desk, **sent).status_code == 302
    made = Organisation.objects.get(slug="ymparistoministerio")
    series.refresh_from_db()
    assert (series.controller, series.notice_version) == (made, 2)
    assert list(series.involvements.values_list("organisation", "role")) == [(made.pk, "organiser")]


def test_an_organisation_without_a_part_is_asked_for_one_and_not_made(desk):
    cast.a_series()
    response = save_details(desk, **{"new-name_fi": "Kunta", "contact_name": "Kept"})
    assert response.status_code == 422
    assert list(response.context["new"].errors) == ["parts"]
    assert response.context["form"]["contact_name"].value() == "Kept"
    assert not Organisation.objects.filter(slug="kunta").exists()


def test_a_part_has_to_be_said(desk):
    cast.a_series()
    response = save_details(desk, **{"parts-0-organisation": str(cast.an_organisation().pk)})
    assert response.context["parts"][0].errors == {"role": ["Say what the organisation does."]}


def test_a_changed_address_leads_on_and_a_taken_one_keeps_the_page_together(desk):
    cast.a_series()
    cast.a_series("taken")
    response = save_details(desk, slug="taken", contact_name="Kept")
    assert response.status_code == 422
    assert response.context["form"]["contact_name"].value() == "Kept"
    assert "/en/desk/series/spring/events/" in response.content.decode()
    assert save_details(desk, slug="summer")["Location"] == "/en/desk/series/summer/details/#content"


def test_saving_does_not_undo_a_publication_that_happened_meanwhile(db):
    series = cast.a_series(status="draft")
    Series.objects.update(status="published", published_at=cast.TODAY)
    series.contact_name = "New"
    save_series(series=series)
    saved = Series.objects.get()
    assert (saved.status, saved.contact_name) == ("published", "New")


def test_a_new_organisation_is_not_left_behind_when_the_address_is_taken(db):
    cast.a_series()
    new = NewOrganisation(Organisation(name=Texts(fi="Kunta")), ["organiser"])
    with pytest.raises(AddressTaken):
        save_series(
            series=Series(tenant=cast.a_tenant(), slug="spring", title=Texts(fi="x")), new_organisation=new
        )
    assert not Organisation.objects.filter(slug="kunta").exists()


def test_a_series_nobody_registered_for_is_removed_after_asking(desk):
    cast.an_event(cast.a_series())
    assert desk.get("/en/desk/series/spring/remove/").status_code == 200
    assert Series.objects.exists()
    assert desk.post("/en/desk/series/spring/remove/")["Location"] == "/en/desk/"
    assert not Series.objects.exists()


def test_a_series_with_registrations_stays(desk):
    series = cast.a_series()
    cast.a_registration(series, cast.an_event(series))
    page = desk.post("/en/desk/series/spring/remove/", follow=True).content.decode()
    assert "cannot be removed" in page
    assert Series.objects.exists()


def test_news_is_written_changed_and_removed(desk):
    series = cast.a_series()
    sent = a_title("Ohjelma julki", body_fi="Katso", published_at_day="2030-02-01", published_at_time="12:00")
    assert desk.post("/en/desk/series/spring/news/new/", sent).status_code == 302
    update = Update.objects.get()
    assert update.published_at.isoformat() == "2030-02-01T10:00:00+00:00"
    address = f"/en/desk/series/spring/news/{update.pk}/"
    assert desk.post(address, sent | {"title_sv": "Programmet"}).status_code == 302
    assert series.updates.get().title == Texts(fi="Ohjelma julki", sv="Programmet")
    assert desk.post(f"{address}remove/").status_code == 302
    assert not series.updates.exists()

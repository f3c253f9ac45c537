"""An organisation's own words: changed on its page, shown everywhere, and nobody else's."""

from __future__ import annotations

import pytest
from django.db import IntegrityError, transaction
from django.utils.translation import override

from skaala.people.rules import Role
from skaala.series.models import Involvement, OwnWord, PublicVersion, WordList
from skaala.series.models.own_words import words_of
from skaala.series.operations.own_words import UnableToKeepWords, keep_words
from skaala.series.rules.own_words import WordDraft, WordProblem
from skaala.workshops.models import Participant, Picture
from skaala.workshops.operations import set_up_board
from tests import cast
from tests.desk.browser import typed

pytestmark = pytest.mark.django_db
PAGE = "/en/desk/organisations/house/words/lists/perspectives/"
LED = "/en/desk/series/spring/events/workshop-1/board/"


def sent(page) -> dict[str, str]:
    """What a browser would send of the list as it was shown."""
    rows = page.context["formset"]
    found = {"words-TOTAL_FORMS": str(len(rows.forms)), "words-INITIAL_FORMS": str(rows.initial_form_count())}
    for row in rows:
        found |= typed(row)
    return found


def named(place: int, name: str) -> dict[str, str]:
    return {f"words-{place}-name_{code}": f"{name} ({code})" for code in ("fi", "sv", "en")}


@pytest.fixture
def words(desk):
    """The list as the organisation has made it: learners for receivers, no networks, pupils of its own."""
    cast.a_tenant()
    data = sent(desk.get(PAGE)) | named(0, "learners") | named(4, "pupils")
    data.pop("words-2-is_offered")
    data["words-4-order"], data["words-0-order"] = "1", "2"
    answer = desk.post(PAGE, data)
    assert answer.status_code == 302, answer.context["formset"].errors
    return words_of(cast.a_tenant().pk, WordList.PERSPECTIVES)


def test_words_are_renamed_added_put_in_order_and_no_longer_offered(words):
    with override("en"):
        assert [name for _code, name in words.choices()] == [
            "pupils (en)", "learners (en)", "pioneer municipalities", "everyone",
        ]  # fmt: skip
        assert words.label("network") == "networks of municipalities" and "network" in words
    with override("sv"):
        assert words.label("receiver") == "learners (sv)"
    # What keeps the program's name goes with the program.
    assert OwnWord.objects.get(code="pioneer").name.as_dict() == {}
    assert words.codes[0].startswith("own-") and len(words.codes[0]) == 10


def test_a_name_that_is_cleared_is_removed_or_becomes_the_usual_one(desk, words):
    data = sent(desk.get(PAGE))
    data |= {key: "" for key in data if key.startswith(("words-0-name", "words-1-name"))}
    assert desk.post(PAGE, data).status_code == 302
    found = words_of(cast.a_tenant().pk, WordList.PERSPECTIVES)
    assert words.codes[0] not in found
    with override("en"):
        assert found.label("receiver") == "receiving municipalities"


@pytest.mark.parametrize("where", ["event", "question", "participant", "result"])
def test_a_word_in_use_cannot_be_removed(desk, words, where):
    own = words.codes[0]
    series = cast.a_series()
    event = cast.an_event(series, perspective=own if where == "event" else "everyone")
    board = set_up_board(event=event, prompt_set="plain")
    if where == "question":
        board.prompts.update(perspective=own)
    elif where == "participant":
        Participant.objects.create(
            pk="00000000-0000-4000-8000-000000000001", series=series, perspective=own, joined_on=cast.TODAY
        )
    elif where == "result":
        Picture.objects.create(
            board=board, snapshot="a", seed=1, method=1, made_at=cast.TODAY, result={"perspectives": [own]}
        )
    data = sent(desk.get(PAGE))
    answer = desk.post(PAGE, data | {key: "" for key in data if key.startswith("words-0-name")})
    assert answer.status_code == 422 and "is in use" in answer.content.decode()
    assert own in words_of(series.tenant_id, WordList.PERSPECTIVES)
    # No longer offered, it stays where it is, and cannot be chosen anew.
    data.pop("words-0-is_offered")
    assert desk.post(PAGE, data).status_code == 302
    shown = desk.get("/en/desk/series/spring/events/workshop-1/").content.decode()
    assert ("Pupils (en)" in shown) == (where == "event")
    assert "Pupils (en)" not in desk.get("/en/desk/series/spring/new-event/").content.decode()


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        (named(4, "everyone") | {"words-4-name_en": "Everyone"}, "Another word of the list has this name"),
        ({"words-4-name_en": "Pupils"}, "Write the name in each language"),
        (named(4, "<script>"), "Leave out the signs"),
        (named(4, "x" * 61), "60 characters"),
        ({"words-0-order": "many"}, "whole number"),
    ],
)
def test_bad_words_are_refused_beside_their_row(desk, changed, said):
    cast.a_tenant()
    answer = desk.post(PAGE, sent(desk.get(PAGE)) | changed)
    assert answer.status_code == 422
    assert said in answer.content.decode()
    assert not OwnWord.objects.exists()


def test_a_hundred_words_are_refused(desk):
    cast.a_tenant()
    data = sent(desk.get(PAGE)) | {"words-TOTAL_FORMS": "100"}
    for place in range(4, 100):
        data |= named(place, f"Word {place}")
    assert desk.post(PAGE, data).status_code == 422
    assert not OwnWord.objects.exists()


def test_a_name_is_needed_in_the_languages_that_are_offered_alone(desk):
    tenant = cast.a_tenant()
    tenant.languages = ["fi"]
    tenant.save()
    data = sent(desk.get(PAGE)) | {
        "words-4-name_fi": "Oppilaat",
        "words-4-name_sv": "",
        "words-4-name_en": "",
    }
    assert desk.post(PAGE, data).status_code == 302
    series = cast.a_series(languages=["fi", "sv"])
    with pytest.raises(UnableToKeepWords) as refusal:
        keep_words(tenant=series.tenant, which=WordList.PERSPECTIVES, drafts=[WordDraft("", {"fi": "Muut"})])
    assert (WordProblem.NO_NAME, 0) in refusal.value.problems


def test_what_somebody_else_added_meanwhile_stays(desk, words):
    data = sent(desk.get(PAGE))
    added = data | named(5, "parents")
    assert desk.post(PAGE, added).status_code == 302
    assert desk.post(PAGE, data | {"words-0-order": "4"}).status_code == 302
    with override("en"):
        names = [name for _code, name in words_of(cast.a_tenant().pk, WordList.PERSPECTIVES).choices()]
    assert "parents (en)" in names and "pupils (en)" in names


def test_words_are_one_organisations_for_ever_and_change_public_pages(desk, words, client):
    other = cast.a_tenant("other")
    before = PublicVersion.objects.get().number
    with pytest.raises(IntegrityError), transaction.atomic():
        OwnWord.objects.filter(code="receiver").update(tenant=other)
    with override("en"):
        assert words_of(other.pk, WordList.PERSPECTIVES).label("receiver") == "receiving municipalities"
    assert desk.get("/en/desk/organisations/other/words/lists/perspectives/").status_code == 404
    assert desk.get("/en/desk/organisations/house/words/lists/colours/").status_code == 404
    OwnWord.objects.filter(code="receiver").update(is_offered=False)
    assert PublicVersion.objects.get().number > before
    cast.signs_in(client, cast.a_member(Role.READER, "reader@example.org"))
    assert client.get(PAGE).status_code == 403


def test_kinds_of_event_name_events_and_their_addresses(desk):
    page = PAGE.replace("perspectives", "kinds")
    cast.a_tenant()
    data = sent(desk.get(page)) | named(0, "hearing") | named(3, "study trip")
    data.pop("words-2-is_offered")
    assert desk.post(page, data).status_code == 302
    series = cast.a_series()
    cast.an_event(series)
    form = desk.get("/en/desk/series/spring/new-event/").context["form"]
    with override("en"):
        choices = dict(form["kind"].field.choices)
    assert list(choices.values()) == ["Hearing (en)", "Closing event", "Study trip (en)"]
    own = next(code for code in choices if code.startswith("own-"))
    values = typed(form) | {"kind": own, "number": "2", "title_en": "To Akaa", "slug": ""}
    values |= {"start_day": "2031-02-03", "start_time": "10:00"}
    values |= {"end_day": "2031-02-03", "end_time": "12:00"}
    answer = desk.post("/en/desk/series/spring/new-event/", values)
    assert answer.status_code == 302, answer.context["form"].errors
    made = series.events.get(number=2)
    assert made.kind == own and made.slug == "study-trip-fi-2"
    shown = desk.get("/en/series/spring/").content.decode()
    assert "Hearing (en) 1" in shown and "Study trip (en) 2" in shown and "Workshop 1" not in shown
    data = sent(desk.get(page))
    data |= {key: "" for key in data if key.startswith("words-3-name")}
    assert desk.post(page, data).status_code == 422


def test_roles_of_organisations_head_their_names_on_the_public_page(desk):
    page = PAGE.replace("perspectives", "roles")
    series = cast.a_series()
    organisation = cast.an_organisation()
    Involvement.objects.create(series=series, organisation=organisation, role="organiser")
    assert "Organised by" in desk.get("/en/series/spring/").content.decode()
    data = sent(desk.get(page)) | named(0, "hosts") | named(3, "pays")
    data.pop("words-0-is_offered")
    assert desk.post(page, data).status_code == 302
    shown = desk.get("/en/series/spring/").content.decode()
    assert "Hosts (en)" in shown and "Organised by" not in shown
    details = desk.get("/en/desk/series/spring/details/")
    kept, empty = details.context["parts"].forms[:2]
    # What is not offered stays where it has been chosen, and cannot be chosen anew.
    assert "organiser" in dict(kept["role"].field.choices)
    assert "organiser" not in dict(empty["role"].field.choices)
    assert "Pays (en)" in dict(empty["role"].field.choices).values()

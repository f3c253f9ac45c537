"""Somebody looks at everything stored about her, takes it along, and removes it; by her link alone."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.mail.models import Letter
from skaala.registration import own_data
from skaala.registration.models import Attendance, Correspondence, KeptCount, Registration
from skaala.registration.personal_link import make_token
from skaala.series.models import Series
from skaala.workshops.models import Participant
from skaala.workshops.pseudonym import pseudonym_of
from tests.cast import TODAY, a_closing_event, a_registration, a_series, an_event
from tests.workshops.boards import a_board, a_participant, a_statement, at, votes

pytestmark = pytest.mark.django_db


@pytest.fixture
def series() -> Series:
    series = a_series()
    an_event(series, 1, now=timezone.now())
    a_closing_event(series, now=timezone.now())
    return series


@pytest.fixture
def maija(series) -> Registration:
    return a_registration(
        series,
        now=timezone.now(),
        role="Mayor",
        diet="kala",
        consents_to_diet=True,
        organisation="Ympäristöyksikkö",
    )


def test_the_file_holds_everything_that_is_stored(client, maija):
    answer = client.get(f"/fi/r/{make_token(maija)}/data.json")
    assert answer["Content-Disposition"] == 'attachment; filename="skaala.json"'
    assert "no-store" in answer["Cache-Control"] and answer["Referrer-Policy"] == "no-referrer"
    told = json.loads(answer.content)
    columns = {field.name for field in Registration._meta.concrete_fields}
    assert set(told["registration"]) == columns - {"series", "generation"}
    assert (told["registration"]["name"], told["registration"]["diet"]) == ("Maija Mayor", "kala")
    assert told["registration"]["municipality"] == maija.municipality.name.as_dict()
    assert [(one["event"], one["mode"], one["state"]) for one in told["events"]] == [
        ("workshop-1", "online", "confirmed"),
        ("closing", "online", "confirmed"),
    ]
    assert [(one["to"], one["withdrawn_at"]) for one in told["consents"]] == [("diet", None)]
    (letter,) = told["letters"]
    assert (letter["about"], letter["to_address"]) == ("registration.confirmation", "maija@example.org")


def test_the_file_holds_what_stands_on_boards_under_her_pseudonym(client, series, maija):
    board = a_board(series.events.first())
    address = f"/en/r/{make_token(maija)}/"
    assert json.loads(client.get(address + "data.json").content)["boards"] == []
    stays = "What you have written and voted on boards stays there"
    assert stays not in client.get(address + "delete/").content.decode()
    me = Participant.objects.create(
        pk=pseudonym_of(maija.pk, series), series=series, perspective="receiver", joined_on=TODAY.date()
    )
    a_statement(board, "Hers", author=me)
    other = a_statement(board, "Another's")
    board = at(board, "weigh")
    votes(board, me, other, 1)
    votes(board, a_participant(series), other, -1)
    (told,) = json.loads(client.get(address + "data.json").content)["boards"]
    assert told["statements"] == [{"text": "Hers", "language": "fi"}]
    assert [(one["on"], one["stand"]) for one in told["votes"]] == [("Another's", 1)]
    assert stays in client.get(address + "delete/").content.decode()


def test_the_file_holds_nobody_else(client, series, maija):
    a_registration(series, email="olli@example.org", name="Olli Other", now=timezone.now())
    assert b"Olli" not in client.get(f"/fi/r/{make_token(maija)}/data.json").content


def test_rooms_above_tell_and_forget_too(client, maija, monkeypatch):
    asked = []
    monkeypatch.setattr(own_data, "_elsewhere", {})
    own_data.holds_data_of_people("boards", lambda one: ["a board"], lambda one, now: asked.append(one.pk))
    token = make_token(maija)
    assert json.loads(client.get(f"/fi/r/{token}/data.json").content)["boards"] == ["a board"]
    client.post(f"/fi/r/{token}/delete/")
    assert asked == [maija.pk]


@pytest.mark.parametrize(
    ("language", "question", "answer"),
    [
        ("fi", "Poistetaanko tietosi?", "Tietosi on poistettu"),
        ("sv", "Ska dina uppgifter tas bort?", "Dina uppgifter har tagits bort"),
        ("en", "Remove your data?", "Your data have been removed"),
    ],
)
def test_removing_asks_first_and_takes_all(client, series, maija, language, question, answer):
    other = a_registration(series, email="olli@example.org", now=timezone.now())
    address = f"/{language}/r/{make_token(maija)}/"
    assert address + "delete/" in client.get(address).content.decode()
    for method in (client.get, client.head):
        assert method(address + "delete/").status_code == 200
    assert question in client.get(address + "delete/").content.decode()
    assert Registration.objects.count() == 2
    assert answer in client.post(address + "delete/").content.decode()
    assert list(Registration.objects.all()) == [other]
    assert list(Letter.objects.values_list("to_address", flat=True)) == ["olli@example.org"]
    assert Correspondence.objects.count() == 1 and Attendance.objects.count() == 2
    assert not KeptCount.objects.exists()
    for path in ("", "delete/", "data.json"):
        assert client.get(address + path).status_code == 404


def test_removing_needs_our_own_page(client, maija):
    answer = client.post(
        f"/fi/r/{make_token(maija)}/delete/", headers={"origin": "https://elsewhere.example.org"}
    )
    assert answer.status_code == 403 and Registration.objects.exists()


@pytest.mark.parametrize("ends_in", [-1, 1])
def test_an_event_that_has_begun_keeps_her_in_its_count(client, series, maija, ends_in):
    event = series.events.first()
    event.start, event.end = timezone.now() - timedelta(hours=3), timezone.now() + timedelta(hours=ends_in)
    event.registration_closes = event.start
    event.save()
    address = f"/fi/r/{make_token(maija)}/delete/"
    to_come = [item.attendance.event.slug for item in client.get(address).context["to_come"]]
    assert to_come == ["closing"]  # what is over cannot be given to somebody else
    client.post(address)
    assert list(KeptCount.objects.values_list("event__slug", "measure", "key", "people")) == [
        ("workshop-1", "mode", "online", 1),
        ("workshop-1", "organisation", "municipality", 1),
        ("workshop-1", "region", "06", 1),
        ("workshop-1", "size", "medium", 1),
    ]


def test_a_cancelled_registration_can_be_removed_too(client, maija):
    from skaala.registration.operations import cancel_registration

    cancel_registration(registration=maija, now=timezone.now())
    address = f"/fi/r/{make_token(maija)}/"
    assert address + "delete/" in client.get(address).content.decode()
    client.post(address + "delete/")
    assert not Registration.objects.exists() and not Letter.objects.exists()


def test_she_may_register_anew_afterwards(client, series, maija):
    client.post(f"/fi/r/{make_token(maija)}/delete/")
    assert a_registration(series, now=timezone.now()).email == "maija@example.org"

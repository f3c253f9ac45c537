"""Somebody looks at everything stored about them, takes it along, and removes it; by their link alone."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest
from django.utils import timezone

from skaala.mail.models import Email
from skaala.registration import operations
from skaala.registration.links.personal import make_token
from skaala.registration.models import Attendance, AttendeeFile, KeptCount, Registration, RegistrationEmail
from skaala.registration.operations import cancel_registration, change_registration
from skaala.registration.queries import own_data
from skaala.registration.rules import Choice, workspace_key
from skaala.series.models import Series
from skaala.workshops.models import CurrentVote, Participant, Vote
from tests.cast import TODAY, a_closing_event, a_key, a_registration, a_series, an_event, holds, some_details
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
    exported = json.loads(answer.content)
    columns = {field.name for field in Registration._meta.concrete_fields}
    assert set(exported["registration"]) == columns - {"series", "generation"}
    assert (exported["registration"]["name"], exported["registration"]["diet"]) == ("Maija Mayor", "kala")
    assert exported["registration"]["municipality"] == maija.municipality.name.as_dict()
    assert [(one["event"], one["mode"], one["state"]) for one in exported["events"]] == [
        ("workshop-1", "online", "confirmed"),
        ("closing", "online", "confirmed"),
    ]
    assert [(one["to"], one["withdrawn_at"]) for one in exported["consents"]] == [("diet", None)]
    (email,) = exported["emails"]
    assert (email["about"], email["to_address"]) == ("registration.confirmation", "maija@example.org")


def test_votes_are_a_file_of_their_own_which_only_the_key_opens(client, series, maija):
    board = a_board(series.events.first())
    address, own = f"/en/r/{make_token(maija)}/", f"/en/workspaces/{series.slug}/"
    key = a_key(maija)
    me = Participant.objects.create(
        pk=workspace_key.participant_of(key), series=series, perspective="receiver", joined_on=TODAY.date()
    )
    a_statement(board, "Hers", author=me)
    other = a_statement(board, "Another's")
    board = at(board, "weigh")
    votes(board, me, other, 1)
    votes(board, a_participant(series), other, -1)
    for page in ("", "data.json", "delete/", "outcome/"):  # the personal link never opens votes
        assert "Hers" not in client.get(address + page).content.decode()
    assert client.get(own + "data.json").status_code == 404
    holds(client, key, series)
    text = client.get(own + "data.json").content.decode()
    exported = json.loads(text)
    assert exported["participant"]["perspective"] == "receiver"
    assert exported["boards"][0]["statements"] == [{"text": "Hers", "language": "fi"}]
    assert [(one["on"], one["value"]) for one in exported["boards"][0]["votes"]] == [("Another's", 1)]
    assert "maija" not in text.casefold() and str(maija.pk) not in text  # and the key opens no name


def test_votes_can_be_erased_also_after_the_registration_is_gone(client, series, maija):
    board = a_board(series.events.first())
    key, own = a_key(maija), f"/en/workspaces/{series.slug}/"
    me = Participant.objects.create(
        pk=workspace_key.participant_of(key), series=series, perspective="receiver", joined_on=TODAY.date()
    )
    written = a_statement(board, "Hers", author=me)
    votes(board, a_participant(series), written, -1)  # what nobody else has voted on would go with its author
    votes(board, me, a_statement(board, "Another's", author=me), 1)
    client.post(f"/en/r/{make_token(maija)}/delete/")
    holds(client, key, series)
    # They vote no more, and read, take along and erase what they gave.
    assert client.get(f"/en/board/{board.code}/").status_code == 404
    assert client.post(f"/en/b/{workspace_key.as_text(key)}/").status_code == 302
    assert "Hers" in client.get(own).content.decode()
    assert client.get(own + "erase/").status_code == 200 and Vote.objects.count() == 2
    assert "Your votes have been removed" in client.post(own + "erase/", follow=True).content.decode()
    for model in (Vote, CurrentVote):
        assert [one.root_id for one in model.objects.all()] == [written.pk]
    assert not Participant.objects.filter(pk=me.pk).exists()
    written.refresh_from_db()
    assert (written.text, written.author_id) == ("Hers", None)


def test_whoever_writes_another_address_into_their_registration_gets_nothing_of_its_owner(
    client, series, maija
):
    """Olli's link was made for Olli's address: neither file nor removal reaches what Maija had registered and cancelled."""
    cancel_registration(registration=maija, now=timezone.now())
    olli = a_registration(series, email="olli@example.org", name="Olli Other", now=timezone.now())
    link = f"/fi/r/{make_token(olli)}/"
    (attendance, *_others) = olli.attendances.order_by("event__start")
    change_registration(
        registration=olli,
        details=some_details("maija@example.org", name="Olli Other"),
        choices=(Choice(attendance.event_id, attendance.mode),),
        now=timezone.now(),
    )
    text = client.get(f"{link}data.json").content.decode()
    assert "Olli" in text and "Ympäristöyksikkö" not in text and str(maija.pk) not in text
    client.post(f"{link}workspace/")
    olli.refresh_from_db()
    assert olli.address_confirmed_at is None
    client.post(f"{link}delete/")
    assert list(Registration.objects.all()) == [maija]
    # Whoever reads the mailbox has a link that was made for its address.
    again = a_registration(series, now=timezone.now())
    assert str(maija.pk) in client.get(f"/fi/r/{make_token(again)}/data.json").content.decode()


def test_the_file_holds_nobody_else(client, series, maija):
    a_registration(series, email="olli@example.org", name="Olli Other", now=timezone.now())
    assert b"Olli" not in client.get(f"/fi/r/{make_token(maija)}/data.json").content


def test_rooms_above_export_and_forget_too(client, maija, monkeypatch):
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
    assert list(Email.objects.values_list("to_address", flat=True)) == ["olli@example.org"]
    assert RegistrationEmail.objects.count() == 1 and Attendance.objects.count() == 2
    assert not KeptCount.objects.exists()
    for path in ("", "delete/", "data.json"):
        assert client.get(address + path).status_code == 404


def test_removing_needs_our_own_page(client, maija):
    answer = client.post(
        f"/fi/r/{make_token(maija)}/delete/", headers={"origin": "https://elsewhere.example.org"}
    )
    assert answer.status_code == 403 and Registration.objects.exists()


@pytest.mark.parametrize("ends_in", [-1, 1])
def test_an_event_that_has_begun_keeps_them_in_its_count(client, series, maija, ends_in):
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
    operations.cancel_registration(registration=maija, now=timezone.now())
    address = f"/fi/r/{make_token(maija)}/"
    assert address + "delete/" in client.get(address).content.decode()
    client.post(address + "delete/")
    assert not Registration.objects.exists() and not Email.objects.exists()


def test_they_may_register_anew_afterwards(client, series, maija):
    client.post(f"/fi/r/{make_token(maija)}/delete/")
    assert a_registration(series, now=timezone.now()).email == "maija@example.org"


def everything_stored() -> str:
    """All rows of all tables, as text."""
    from django.apps import apps

    return "\n".join(
        str(row)
        for model in apps.get_models(include_auto_created=True)
        for row in model.objects.values_list()
    )


def test_the_person_is_the_address_and_not_one_row(client, series, maija):
    """Registered, cancelled, registered again with the same address: the file tells all, and removing takes all."""
    operations.cancel_registration(registration=maija, now=timezone.now())
    again = a_registration(
        series, email="Maija@Example.org", name="Maija Again", role="Second role", now=timezone.now()
    )
    a_registration(series, email="olli@example.org", name="Olli Other", now=timezone.now())
    AttendeeFile.objects.create(
        series=series,
        name="a table",
        rows=[
            ["Name", "Email"],
            ["Maija Table", " MAIJA@example.org"],
            ["Pekka Pekkanen", "pekka@example.org"],
        ],
        language="fi",
        created_at=timezone.now(),
    )
    for one, other in ((again, maija), (maija, again)):
        exported = json.loads(client.get(f"/fi/r/{make_token(one)}/data.json").content)
        assert exported["registration"]["role"] == one.role
        (earlier,) = exported["other_registrations"]
        assert earlier["registration"]["role"] == other.role and earlier["emails"]
        assert "Olli" not in json.dumps(exported)
    assert "maija" in everything_stored().lower()
    page = client.get(f"/en/r/{make_token(again)}/delete/").content.decode()
    assert "your registrations, cancelled ones too" in page
    client.post(f"/en/r/{make_token(again)}/delete/")
    left = everything_stored().lower()
    assert "maija" not in left and "second role" not in left and "ympäristöyksikkö" not in left
    assert "olli@example.org" in left and "pekka@example.org" in left
    assert Email.objects.count() == RegistrationEmail.objects.count() == 1


def test_a_replaced_link_ends_those_of_earlier_registrations(client, series, maija):
    operations.cancel_registration(registration=maija, now=timezone.now())
    again = a_registration(series, now=timezone.now())
    addresses = [f"/fi/r/{make_token(one)}/data.json" for one in (maija, again)]
    assert [client.get(address).status_code for address in addresses] == [200, 200]
    operations.renew_link(registration=again, now=timezone.now())
    assert [client.get(address).status_code for address in addresses] == [404, 404]

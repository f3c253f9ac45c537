"""A key for the workspaces is the person's alone: how it travels, who cannot get it, and what a new one opens."""

from __future__ import annotations

import re
from datetime import timedelta

import pytest
from django.test import Client
from django.urls import reverse

from skaala.mail.models import Email
from skaala.mail.operations.deliver import deliver
from skaala.registration import operations
from skaala.registration.links.personal import make_token
from skaala.registration.models import Registration, WorkspacePermit
from skaala.registration.operations import ask_for_workspace_link, correct_address, renew_link
from skaala.registration.queries.workspaces import KIND, new_starts, registration_with
from skaala.registration.rules import Choice, workspace_key
from skaala.registration.rules.workspace_links import Answer
from skaala.workshops import operations as boards
from skaala.workshops.models import CurrentVote, Participant
from tests import cast
from tests.cast import TODAY
from tests.mail.post_office import PostOffice, open_post_office
from tests.workshops.boards import a_board, a_statement, votes

pytestmark = pytest.mark.django_db
LATER = TODAY + timedelta(hours=1)


@pytest.fixture(autouse=True)
def office(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"
    with open_post_office() as office:
        settings.EMAIL_URL = office.url
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        settings.EMAIL_HOST, settings.EMAIL_PORT = "127.0.0.1", office.port
        yield office


@pytest.fixture
def event():
    return cast.an_event(cast.a_series())


@pytest.fixture
def maija(event):
    return cast.a_registration(event.series, event)


def given(event, now=TODAY) -> Email | None:
    operations.give_workspace_links(event=event, now=now)
    return Email.objects.filter(kind=KIND).order_by("created_at").last()


def arrived(office: PostOffice) -> tuple[str, bytes]:
    """To whom the last email went, and the key in it."""
    message = office.emails[-1]
    text = message.get_body(("plain",)).get_content()
    (key,) = re.findall(r"/fi/b/([\w-]+)/", text)
    found = workspace_key.from_text(key)
    assert found is not None
    return str(message["To"]), found


def send(email: Email, now=TODAY) -> None:
    assert deliver(email_id=email.pk, now=now) == "sent"


def test_it_travels_alone_and_is_kept_nowhere_once_the_mail_server_has_it(event, maija, office):
    email = given(event)
    assert bytes(email.sealed) and email.to_name == ""
    permit = WorkspacePermit.objects.get()
    send(email)
    to, key = arrived(office)
    assert to == maija.email
    assert permit.permit == workspace_key.permit_of(key)
    email.refresh_from_db()
    assert bytes(email.sealed) == b""
    message = office.emails[-1]
    for part in (message.get_body(("plain",)).get_content(), message.get_body(("html",)).get_content()):
        assert maija.name not in part and make_token(maija) not in part and "/r/" not in part
        assert len(re.findall(r"https?://", part)) == 1
    assert registration_with(key, event.series) == maija


def test_it_is_sent_once_to_each_who_has_a_place(event, maija, office):
    assert operations.give_workspace_links(event=event, now=TODAY) == 1
    late = cast.a_registration(event.series, event, email="late@example.org")
    assert [operations.give_workspace_links(event=event, now=TODAY) for _ in range(3)] == [1, 0, 0]
    assert {one.registration for one in WorkspacePermit.objects.all()} == {maija, late}


def test_opening_the_board_sends_it_and_a_rehearsal_does_not(event, maija):

    from skaala.workshops.jobs.boards import give_links

    board = a_board(event, phase="set_up")
    boards.begin_rehearsal(board=board)
    board = boards.move_phase(board=board, to="gather", version=board.version, now=TODAY)
    give_links()
    assert not WorkspacePermit.objects.exists()
    board = boards.wipe_rehearsal(board=board)
    give_links()
    assert not WorkspacePermit.objects.exists()
    boards.move_phase(board=board, to="gather", version=board.version, now=TODAY)
    give_links()
    assert WorkspacePermit.objects.count() == 1


def test_the_sealed_key_cannot_be_read_for_another_email_or_without_the_file(event, maija):
    from skaala.series.models.series_key import UnreadableSeal, destroy_key, unseal

    email = given(event)
    sealed = bytes(email.sealed)
    key = unseal(event.series, str(email.pk), sealed)
    assert WorkspacePermit.objects.get().permit == workspace_key.permit_of(key)
    assert key not in sealed
    for row in ("", str(maija.pk)):
        with pytest.raises(UnreadableSeal):
            unseal(event.series, row, sealed)
    destroy_key(event.series)
    with pytest.raises(UnreadableSeal):
        unseal(event.series, str(email.pk), sealed)


# --- The organiser -----------------------------------------------------------------------------------------


def test_an_organiser_who_corrects_the_address_and_renews_the_link_reads_no_votes(
    event, maija, office, client
):
    """The attack: address to one's own mailbox, a new link, data.json; and asking for the key."""
    board = a_board(event)
    send(given(event))
    _, key = arrived(office)
    who = boards.enter(board=board, key=key, chosen=boards.Chosen("receiver"), now=TODAY)
    votes(board, who, a_statement(board, "Salainen kanta", author=who), -1)
    correct_address(registration=maija, address="olga@example.org", now=LATER)
    maija = renew_link(registration=Registration.objects.get(), now=LATER)
    page = f"/en/r/{make_token(maija)}/"
    for path in ("", "data.json", "outcome/", "delete/", "change/"):
        assert "Salainen kanta" not in client.get(page + path).content.decode()
    assert client.get(f"/en/board/{board.code}/").status_code == 404
    client.post(f"{page}workspace/")
    asked = Email.objects.filter(kind=KIND).order_by("created_at").last()
    assert asked.to_address == "maija@example.org"
    # Both addresses are told, and the page shows it.
    notified = Email.objects.filter(kind="registration.address_corrected").values_list(
        "to_address", flat=True
    )
    assert set(notified) == {"maija@example.org", "olga@example.org"}
    assert "before: maija@example.org" in client.get(page).content.decode()


def test_the_link_that_went_to_a_wrong_address_opens_nothing_once_it_is_corrected(maija, client):
    """The attack: a stranger whose address was mistyped keeps the personal link that came there."""
    old = make_token(maija)
    assert client.get(f"/en/r/{old}/").status_code == 200
    correct_address(registration=maija, address="right@example.org", now=LATER)
    assert client.get(f"/en/r/{old}/").status_code == 404
    links = Email.objects.filter(kind="registration.link").values_list("to_address", flat=True)
    assert list(links) == ["right@example.org"]
    assert client.get(f"/en/r/{make_token(Registration.objects.get())}/").status_code == 200


def test_the_address_of_before_hears_that_another_was_given_by_the_form(event, maija, office):
    """The attack: whoever got a forwarded link gives their own address, and the person hears nothing."""
    (attendance,) = maija.attendances.all()
    choices = (Choice(event.pk, attendance.mode),)
    details = cast.some_details("attacker@example.org")
    operations.change_registration(registration=maija, details=details, choices=choices, now=TODAY)
    (notice,) = Email.objects.filter(kind="registration.address_changed")
    assert notice.to_address == "maija@example.org"
    assert deliver(email_id=notice.pk, now=TODAY) == "sent"
    said = office.emails[-1].as_string()
    assert "attacker" not in said and make_token(Registration.objects.get()) not in said
    # Another spelling of the same address is no other address.
    again = cast.some_details("Attacker@Example.org")
    operations.change_registration(registration=maija, details=again, choices=choices, now=LATER)
    assert Email.objects.filter(kind="registration.address_changed").count() == 1


def test_an_organiser_reads_no_key_in_the_emails_of_the_desk(event, maija, settings, office):
    email = given(event)
    olga = cast.an_organiser()
    desk = Client()
    cast.signs_in(desk, olga)
    answers = [
        desk.get(reverse(f"desk:{page}", args=[event.series.slug, email.pk]))
        for page in ("email", "email-page")
    ]
    assert [answer.status_code for answer in answers] == [200, 200]
    shown = "".join(answer.content.decode() for answer in answers)
    send(email)
    _, key = arrived(office)
    assert "HIDDEN" in shown and workspace_key.as_text(key) not in shown


@pytest.mark.parametrize("state", ["failed", "bounced"])
def test_an_address_that_never_worked_is_corrected_and_the_key_goes_there(event, maija, office, state):
    email = given(event)
    if state == "bounced":
        send(email)
        Email.objects.filter(pk=email.pk).update(state="bounced")
        _, lost = arrived(office)
    else:
        office.answer = "550 no such user"
        assert deliver(email_id=email.pk, now=TODAY) == "failed"
        office.answer = "250 OK"
    correct_address(registration=maija, address="right@example.org", now=LATER)
    email = Email.objects.filter(kind=KIND, state="queued").get()
    send(email, now=LATER)
    to, key = arrived(office)
    assert to == "right@example.org"
    operations.open_workspace(key=key)
    assert registration_with(key, event.series) == maija
    if state == "bounced":  # what came back may have been read: with the new one they are a new participant
        assert key != lost and registration_with(lost, event.series) is None
        assert new_starts(event.series) == 1


def test_a_second_correction_does_not_bring_the_key_to_the_organiser(event, maija, office):
    correct_address(registration=maija, address="first@example.org", now=TODAY)
    Email.objects.filter(to_address="first@example.org").update(state="bounced", sent_at=TODAY)
    correct_address(registration=Registration.objects.get(), address="second@example.org", now=LATER)
    email = given(event)
    assert email.to_address == "maija@example.org"
    correct_address(registration=Registration.objects.get(), address="maija@example.org", now=LATER)
    assert Registration.objects.get().given_email == ""


def test_whoever_changes_the_address_by_a_forwarded_link_gets_no_key(event, maija, office):
    """The personal link opens the form with the address; the key goes on going to the one that was given at first."""
    details = cast.some_details("attacker@example.org")
    (attendance,) = maija.attendances.all()
    choices = (Choice(event.pk, attendance.mode),)
    assert operations.change_registration(registration=maija, details=details, choices=choices, now=TODAY)
    assert given(event).to_address == "maija@example.org"
    # The person themselves may come back to their address.
    own = cast.some_details("maija@example.org")
    operations.change_registration(registration=maija, details=own, choices=choices, now=LATER)
    assert Registration.objects.get().given_email == ""


def test_where_the_address_given_at_first_takes_no_emails_the_key_goes_to_the_present_one(
    event, maija, office
):
    details = cast.some_details("new@example.org")
    (attendance,) = maija.attendances.all()
    choices = (Choice(event.pk, attendance.mode),)
    operations.change_registration(registration=maija, details=details, choices=choices, now=TODAY)
    email = given(event)
    assert email.to_address == "maija@example.org"
    send(email)
    Email.objects.filter(pk=email.pk).update(state="bounced")
    answer = ask_for_workspace_link(
        registration=Registration.objects.get(), has_open_workspace=True, now=LATER
    )
    assert answer == Answer.NEW_START
    send(Email.objects.filter(kind=KIND, state="queued").get(), now=LATER)
    to, key = arrived(office)
    assert to == "new@example.org"
    operations.open_workspace(key=key)
    assert registration_with(key, event.series) == maija


# --- Lost, cancelled, again --------------------------------------------------------------------------------


def test_who_has_lost_it_starts_once_anew_and_the_old_key_holds_until_then(event, maija, office):
    send(given(event))
    _, old = arrived(office)
    ask = {"registration": maija, "has_open_workspace": True}
    assert ask_for_workspace_link(**ask, now=TODAY + timedelta(minutes=5)) is None
    assert ask_for_workspace_link(**ask, now=LATER) == Answer.NEW_START
    send(Email.objects.filter(kind=KIND, state="queued").get(), now=LATER)
    to, new = arrived(office)
    assert to == maija.email and new != old
    assert registration_with(old, event.series) == maija  # whoever asked, it was perhaps not they
    operations.open_workspace(key=new)
    assert registration_with(new, event.series) == maija and registration_with(old, event.series) is None
    assert new_starts(event.series) == 1
    operations.open_workspace(key=new)
    assert new_starts(event.series) == 1
    assert ask_for_workspace_link(**ask, now=LATER + timedelta(hours=1)) == Answer.NO_MORE


def test_before_any_board_is_open_there_is_none_to_ask_for(event, maija):
    answer = ask_for_workspace_link(registration=maija, has_open_workspace=False, now=TODAY)
    assert (answer, WorkspacePermit.objects.count()) == (Answer.NOT_YET, 0)
    answer = ask_for_workspace_link(registration=maija, has_open_workspace=True, now=TODAY)
    assert (answer, WorkspacePermit.objects.count()) == (Answer.FIRST, 1)


def test_cancelling_and_registering_again_makes_no_second_participant(event, maija, office):
    board = a_board(event)
    send(given(event))
    _, key = arrived(office)
    who = boards.enter(board=board, key=key, chosen=boards.Chosen("receiver"), now=TODAY)
    votes(board, who, a_statement(board, author=who), 1)
    operations.cancel_registration(registration=maija, now=TODAY)
    assert registration_with(key, event.series) is None
    again = cast.a_registration(event.series, event, now=LATER)
    assert registration_with(key, event.series) == again
    operations.give_workspace_links(event=event, now=LATER)
    assert WorkspacePermit.objects.count() == 1 and Email.objects.filter(kind=KIND).count() == 1
    boards.enter(board=board, key=key, chosen=boards.Chosen("pioneer"), now=LATER)
    assert Participant.objects.count() == 1


def test_with_the_registration_goes_the_permit(event, maija, office):
    send(given(event))
    _, key = arrived(office)
    operations.forget_person(registration=maija, now=LATER)
    assert not WorkspacePermit.objects.exists() and registration_with(key, event.series) is None


def test_only_who_holds_the_key_of_this_series_gets_in(event, maija):
    other = cast.a_series("other")
    key = cast.a_key(maija)
    assert registration_with(key, other) is None
    assert registration_with(workspace_key.new_key(), event.series) is None


# --- A guest who had registered ----------------------------------------------------------------------------


def test_a_guest_with_a_key_in_the_same_browser_becomes_one_participant_with_the_latest_votes(
    event, maija, client
):
    board = a_board(event)
    key = cast.a_key(maija)
    own = boards.enter(board=board, key=key, chosen=boards.Chosen("receiver"), now=TODAY)
    both, only = (
        a_statement(board, text, author=own) for text in ("Molemmat äänestivät", "Vain vieras äänesti")
    )
    votes(board, own, both, -1)
    client.post("/en/join/", {"code": board.code, "perspective": "receiver"})
    guest = Participant.objects.get(is_guest=True)
    for statement in (both, only):
        votes(board, guest, statement, 1)
    wrote = a_statement(board, "Vieraan väite", author=guest)
    link = f"/en/b/{workspace_key.as_text(key)}/"
    assert 'name="join"' in client.get(link).content.decode()
    client.post(link, {"join": "1"})
    assert list(Participant.objects.all()) == [own]
    assert dict(CurrentVote.objects.values_list("root", "value")) == {both.pk: 1, only.pk: 1}
    wrote.refresh_from_db()
    assert wrote.author == own
    assert 'name="join"' not in client.get(link).content.decode()


def test_a_guest_on_a_shared_browser_is_not_joined_unless_asked(event, maija, client):
    board = a_board(event)
    client.post("/en/join/", {"code": board.code, "perspective": "receiver"})
    guest = Participant.objects.get()
    client.post(f"/en/b/{workspace_key.as_text(cast.a_key(maija))}/")
    assert list(Participant.objects.all()) == [guest]


def test_who_has_a_place_and_types_the_code_is_counted_once(event, maija, client):
    board = a_board(event)
    cast.holds(client, cast.a_key(maija), event.series)
    client.post(f"/en/board/{board.code}/", {"perspective": "receiver"})
    joined = client.post("/en/join/", {"code": board.code, "perspective": "receiver"})
    assert joined["Location"] == f"/en/board/{board.code}/"
    assert Participant.objects.count() == 1 and not Participant.objects.get().is_guest


# --- Series that were running before there were keys ----------------------------------------------------------


@pytest.fixture
def earlier(event, maija, settings):
    """Maija's participant as it was told apart before, with a vote."""
    from skaala.workshops.models import pseudonyms

    settings.SERIES_KEYS_DIR.mkdir(parents=True, exist_ok=True)
    pseudonyms.key_file(event.series).write_text("ab" * 32)
    board = a_board(event)
    old = Participant.objects.create(
        pk=pseudonyms.earlier_id(maija.pk, event.series), series=event.series, perspective="receiver",
        joined_on=TODAY.date(),
    )  # fmt: skip
    votes(board, old, a_statement(board, author=old), 1)
    return old


def test_the_first_opening_goes_on_as_who_one_was(event, maija, earlier, client):
    key = cast.a_key(maija)
    client.post(f"/en/b/{workspace_key.as_text(key)}/")
    (who,) = Participant.objects.all()
    assert who.pk == workspace_key.participant_of(key) != earlier.pk
    assert CurrentVote.objects.get().participant == who
    # A later key, of whoever asked for it, takes nothing over.
    other = cast.a_key(maija)
    client.post(f"/en/b/{workspace_key.as_text(other)}/")
    assert list(Participant.objects.all()) == [who]


def test_where_the_address_was_changed_nothing_is_taken_over(event, maija, earlier, client):
    correct_address(registration=maija, address="olga@example.org", now=LATER)
    client.post(f"/en/b/{workspace_key.as_text(cast.a_key(Registration.objects.get()))}/")
    assert list(Participant.objects.all()) == [earlier]

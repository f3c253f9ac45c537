"""The closing event: the report's next steps on its board, who takes part under a public name, and what came of it."""

from __future__ import annotations

import re
import uuid

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test import Client

from skaala.mail.models import Email
from skaala.mail.renderers.emails import Superseded, compose
from skaala.places.models import Municipality
from skaala.registration.links import messages
from skaala.registration.links.personal import make_token
from skaala.registration.models import Registration
from skaala.registration.operations import cancel_registration
from skaala.registration.queries import own_data
from skaala.registration.rules import workspace_key
from skaala.reports import operations
from skaala.reports.commitments import operations as commitment_operations
from skaala.reports.commitments import queries as queries_commitments
from skaala.reports.commitments import rules
from skaala.reports.commitments.rules import Refusal, UnableToCommit
from skaala.reports.jobs import forgetting
from skaala.reports.models import Commitment
from skaala.reports.operations import FindingWords
from skaala.reports.queries import outcome as queries_outcome
from skaala.ui.texts import Texts
from skaala.workshops import operations as board_operations
from skaala.workshops.models import Board, Participant, Statement
from tests import cast
from tests.reports import voted as reported
from tests.reports.voted import a_voted_series
from tests.workshops.boards import NOW, a_board, at, participants, votes

pytestmark = pytest.mark.django_db
OWN = Texts(fi="Sovitaan yhteyshenkilöt", sv="Kontaktpersoner utses", en="Contacts are named")


@pytest.fixture(autouse=True)
def keys_of_this_test(settings, tmp_path):
    settings.SERIES_KEYS_DIR = tmp_path / "series-keys"


@pytest.fixture
def closing() -> Board:
    """The closing event's board of a series that has been voted on and whose report is drafted."""
    series, _first = a_voted_series(retention_months=6)
    operations.draft_report(series=series, now=NOW)
    return a_board(cast.a_closing_event(series), prompt_set="closing", phase="weigh")


@pytest.fixture
def desk() -> Client:
    organiser = Client()
    cast.signs_in(organiser, cast.an_organiser())
    return organiser


def steps_on(board: Board) -> list[Statement]:
    return [step.statement for step in queries_commitments.next_steps(board)]


def taken_in(board: Board) -> Statement:
    operations.import_next_steps(board=board, now=NOW)
    return steps_on(board)[0]


def says(
    board: Board, registration: Registration, step: Statement, name: str = "Akaa", **how: object
) -> Commitment:
    wanted = {"role": "takes_part", "consents": True, "now": NOW} | how
    return commitment_operations.commit(
        board=board, registration=registration, statement_id=step.pk, name=name, **wanted
    )


# --- Next steps from the report ---------------------------------------------------------------------------


def test_the_reports_next_steps_come_with_their_votes_and_once(closing):
    report = closing.event.series.report
    words = FindingWords(title=OWN, text=OWN)
    operations.save_finding(report=report, words=words, kind="next_step")
    first = operations.import_next_steps(board=closing, now=NOW)
    assert ([s.text for s in first.carried], [s.text for s in first.seeded]) == (
        ["One contact in every town"],
        [OWN.get("fi")],
    )
    seeded, carried = steps_on(closing)
    assert carried.carried_from_id == carried.root_id and carried.root.current_votes.count() == 32
    assert {t.language: t.text for t in seeded.root.translations.all()} == {
        "sv": OWN.get("sv"),
        "en": OWN.get("en"),
    }
    again = operations.import_next_steps(board=closing, now=NOW)
    assert (again.carried, again.seeded, again.known) == ([], [], 2)
    # Reworded by a person, it is a statement of its own: nobody voted on these words.
    step = report.findings.get(kind="next_step", drafted_as__gt="")
    operations.save_finding(
        report=report, finding=step, words=FindingWords(title=Texts(fi="Toisin sanottu"), text=OWN)
    )
    assert [s.text for s in operations.import_next_steps(board=closing, now=NOW).seeded] == ["Toisin sanottu"]


def test_the_closing_events_own_questions_are_offered(closing):
    from skaala.workshops.models.prompt_sets import set_for

    assert set_for(closing.event) == "closing"
    assert [prompt.kind for prompt in closing.prompts.all()] == ["next_step", "open_question"]


# --- Saying it --------------------------------------------------------------------------------------------


def test_a_name_leads_to_no_pseudonym(closing):
    """Nothing in the row, and no foreign key from it, leads to a participant, a vote or a statement's writer."""
    step = taken_in(closing)
    maija = cast.a_registration(closing.event.series, closing.event)
    who = workspace_key.participant_of(cast.a_key(maija))
    Participant.objects.create(
        pk=who, series=closing.event.series, perspective="receiver", joined_on=NOW.date()
    )
    votes(closing, Participant.objects.get(pk=who), step, 1)
    says(closing, maija, step)
    fields = Commitment._meta.concrete_fields
    assert {field.name for field in fields} == {
        "id", "board", "root", "registration", "role", "name", "is_simulated", "consented_on",
        "is_from_hall", "municipality",
    }  # fmt: skip
    assert {f.related_model for f in fields if f.related_model} == {
        Board,
        Statement,
        Registration,
        Municipality,
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT * FROM reports_commitment")
        row = str(cursor.fetchall())
    assert str(who) not in row and who.hex not in row
    # The other way round: no row of the boards holds the registration, the commitment or the name.
    secrets = (str(maija.pk), maija.pk.hex, str(Commitment.objects.get().pk), "Akaa")
    for model in apps.get_app_config("workshops").get_models():
        with connection.cursor() as cursor:
            cursor.execute(f"SELECT * FROM {model._meta.db_table}")
            rows = str(cursor.fetchall())
        assert not [secret for secret in secrets if secret in rows], model
    assert isinstance(
        fields[-1], type(Participant._meta.get_field("joined_on"))
    )  # a day, no moment to lay beside others


@pytest.mark.parametrize(
    ("how", "refusal"),
    [
        ({"consents": False}, Refusal.NO_CONSENT),
        ({"name": "  \u200b "}, Refusal.NO_NAME),
        ({"name": "A" * 121}, Refusal.NAME_TOO_LONG),
        ({"role": "watches"}, Refusal.NOT_A_STEP),
    ],
)
def test_what_is_not_knowingly_said_is_not_kept(closing, how, refusal):
    step = taken_in(closing)
    maija = cast.a_registration(closing.event.series, closing.event)
    with pytest.raises(UnableToCommit, match=refusal.value):
        says(closing, maija, step, **({"name": "Akaa"} | how))
    assert not Commitment.objects.exists()


@pytest.mark.parametrize(
    ("phase", "rehearsal", "can"),
    [("set_up", False, False), ("preparation", False, True), ("conclude", False, True), ("closed", False, False), ("weigh", True, False)],
)  # fmt: skip
def test_when_it_can_be_said(phase, rehearsal, can):
    assert rules.can_commit(phase, is_closing_event=True, is_rehearsal=rehearsal) is can
    assert not rules.can_commit(phase, is_closing_event=False, is_rehearsal=rehearsal)


def test_said_again_it_changes_and_merged_steps_count_a_person_once(closing):
    step = taken_in(closing)
    series = closing.event.series
    maija = cast.a_registration(series, closing.event)
    olli = cast.a_registration(series, closing.event, email="olli@example.org")
    says(closing, maija, step, "Akaan kaupunki")
    says(closing, maija, step, "Akaa", role="leads")
    says(closing, olli, step, "Akaa", role="leads")
    assert [(p.role, p.people, p.names) for p in queries_commitments.next_steps(closing)[0].roles] == [
        ("leads", 2, ["Akaa"])
    ]
    prompt = closing.prompts.first()
    (other,) = board_operations.seed_statements(
        board=closing, prompt_id=prompt.pk, text="Yhteyshenkilö joka kuntaan", now=NOW
    ).made
    says(closing, maija, other, role="wants_to_hear")
    board_operations.merge_statements(board=closing, duplicate_id=other.pk, into_id=step.pk, now=NOW)
    (only,) = queries_commitments.next_steps(closing, reader=maija)
    assert [(p.role, p.people) for p in only.roles] == [("leads", 2)]


# --- Forgetting -------------------------------------------------------------------------------------------


def test_names_go_with_the_person_and_counts_stay(closing):
    step = taken_in(closing)
    series = closing.event.series
    maija = cast.a_registration(series, closing.event)
    olli = cast.a_registration(series, closing.event, email="olli@example.org", name="Olli Other")
    says(closing, maija, step, "Maija Mayor")
    says(closing, olli, step, "Maijan kollega Maija Mayor")
    disclosed = own_data.as_json(maija)["reports"]
    assert [(one.get("role"), one["name"]) for one in disclosed] == [
        ("takes_part", "Maija Mayor"),
        (None, "Maijan kollega Maija Mayor"),
    ]
    own_data.forget_elsewhere(maija, NOW)
    assert not Commitment.objects.exists()
    says(closing, olli, step, "Kunta")
    assert forgetting._held(series)["commitments"] == 1
    forgetting._forget(series, NOW)
    assert "commitments" not in forgetting._held(series)
    assert list(Commitment.objects.values_list("name", "registration")) == [("", None)]
    (shown,) = queries_commitments.next_steps(closing)
    assert [(role.people, role.names) for role in shown.roles] == [(1, [])]
    with pytest.raises(IntegrityError), transaction.atomic():
        Commitment.objects.update(name="Jäi")


# --- The pages --------------------------------------------------------------------------------------------


def test_from_saying_it_to_the_public_page_and_back(closing, client, desk):
    series, event = closing.event.series, closing.event
    place = f"/en/desk/series/{series.slug}/events/{event.slug}/board/together/"
    assert "1 next step for this workspace" in desk.get(place).content.decode()
    assert "1 next step has been brought" in desk.post(f"{place}take-in/", follow=True).content.decode()
    maija = cast.a_registration(series, event)
    token = make_token(maija)
    board_home = f"/en/board/{closing.code}/"
    cast.holds(client, cast.a_key(maija), series)
    client.post(board_home, {"perspective": "receiver"})
    (step,) = steps_on(closing)
    assert "One contact in every town" in client.get(f"{board_home}together/").content.decode()
    home = f"/en/r/{token}/next-steps/{closing.code}/"
    page = client.get(home).content.decode()
    assert "One contact in every town" in page and "It is not tied to your votes and statements" in page
    form = f"{home}{step.pk}/"
    refused = client.post(form, {"role": "leads", "name": "Akaan kaupunki"})
    assert refused.status_code == 422 and "only if you agree" in refused.content.decode()
    assert 'value="Akaan kaupunki"' in refused.content.decode()
    assert client.post(form, {"role": "leads", "name": "Akaan kaupunki", "consents": "on"}).status_code == 302
    assert "You: Leads it – Akaan kaupunki" in client.get(home).content.decode()

    public = f"/en/series/{series.slug}/{event.slug}/"
    assert "The workspace is open" in client.get(public).content.decode()
    assert "Akaan kaupunki" not in client.get(public).content.decode()
    for one in participants(series, 6):
        votes(closing, one, step, 1)
        board_operations.mark_as_important(board=closing, participant=one, statement_id=step.pk)
    board_operations.analyse_board(board=closing, now=NOW)
    board = at(closing, "conclude")
    board_operations.publish_results(board=board, now=NOW)
    shown = " ".join(client.get(public).content.decode().split())
    assert "Akaan kaupunki" in shown and "6 marked it as one of the three most important" in shown
    assert (
        "Akaan kaupunki"
        in desk.get(f"/en/desk/series/{series.slug}/events/{event.slug}/board/projector/").content.decode()
    )

    outcome = f"/en/r/{token}/outcome/"
    (own,) = re.findall(r'name="commitment" value="([^"]+)"', client.get(outcome).content.decode())
    stranger = cast.a_registration(series, event, email="olli@example.org")
    client.post(f"/en/r/{make_token(stranger)}/outcome/", {"commitment": own})
    assert Commitment.objects.count() == 1
    at(board, "closed")
    assert "You have withdrawn" in client.post(outcome, {"commitment": own}, follow=True).content.decode()
    assert "Akaan kaupunki" not in client.get(public).content.decode()


def test_guests_vote_without_knowing(closing, client):
    step = taken_in(closing)
    client.post("/en/join/", {"code": closing.code, "perspective": "network"})
    home = f"/en/board/{closing.code}/together/"
    page = client.get(home).content.decode()
    assert "Join without a registration, under your organisation’s name" in page and step.text in page
    assert (
        client.post(f"{home}{step.pk}/", {"role": "leads", "name": "X Oy", "consents": "on"}).status_code
        == 404
    )
    assert not Commitment.objects.exists()


def test_who_has_no_place_at_the_closing_event_takes_no_part_in_its_steps(closing, client):
    step = taken_in(closing)
    series = closing.event.series
    other = cast.a_registration(series, series.events.get(number=1), email="muu@example.org")
    home = f"/en/r/{make_token(other)}/next-steps/{closing.code}/"
    assert client.get(home).status_code == 404
    sent = {"role": "leads", "name": "X Oy", "consents": "on"}
    assert client.post(f"{home}{step.pk}/", sent).status_code == 404
    mine = cast.a_registration(series, closing.event)
    assert (
        client.get(f"/en/r/{make_token(mine)}/next-steps/{closing.code}/{uuid.uuid4()}/").status_code == 404
    )
    assert not Commitment.objects.exists()


def test_the_organiser_takes_a_name_off(closing, desk):
    step = taken_in(closing)
    one = says(closing, cast.a_registration(closing.event.series, closing.event), step, "Ei sovi")
    place = "/en/desk/series/spring/events/closing/board/together/"
    assert "Ei sovi" in desk.get(place).content.decode()
    assert "has been removed" in desk.post(place, {"commitment": one.pk}, follow=True).content.decode()
    assert not Commitment.objects.exists()


# --- What came of it --------------------------------------------------------------------------------------


@pytest.fixture
def published(closing):
    """A published report that rests, among others, on Maija's statement; Maija, and their address."""
    series = closing.event.series
    report = series.report
    event = series.events.get(number=1)
    maija = cast.a_registration(series, event, closing.event)
    key = cast.a_key(maija)
    who = workspace_key.participant_of(key)
    Participant.objects.create(pk=who, series=series, perspective="receiver", joined_on=NOW.date())
    Statement.objects.filter(text="One contact in every town").update(author=who)
    operations.set_published(findings=report.findings.filter(kind="next_step"), is_published=True)
    return operations.publish_report(report=report, with_untranslated=True, now=NOW), maija, key


def test_the_email_goes_once_to_each_and_ties_nothing_to_a_name(published, desk):
    _version, maija, _key = published
    series = maija.series
    sven = cast.a_registration(series, email="sven@example.org", name="Sven Svensson", language="sv")
    gone = cast.a_registration(series, email="gone@example.org")
    cancel_registration(registration=gone, now=NOW)
    Email.objects.all().delete()
    place = f"/en/desk/series/{series.slug}/report/letter/"
    assert place in desk.get(f"/en/desk/series/{series.slug}/report/publish/").content.decode()
    form = desk.get(place).context["form"]
    sent = {"key": str(form["key"].value())}
    for field in ("subject", "body"):
        sent |= {f"{field}_{code}": text for code, text in form.initial[field].as_dict().items()}
    preview = desk.post(place, sent)
    assert [(s["code"], s["count"]) for s in preview.context["samples"]] == [("fi", 1), ("sv", 1)]
    for sample in preview.context["samples"]:
        text = sample["composed"].text
        assert "HIDDEN/outcome/" in text and f"/series/{series.slug}/report/" in text
    assert not Email.objects.exists()
    for _press in range(2):
        desk.post(place, sent | {"seen_and_confirmed": "1"})
    again = desk.get(place).context["form"]
    refused = desk.post(place, sent | {"key": str(again["key"].value()), "seen_and_confirmed": "1"})
    assert refused.status_code == 422 and "had this email already" in refused.content.decode()
    assert set(Email.objects.values_list("to_address", "kind")) == {
        ("maija@example.org", "reports.outcome"), ("sven@example.org", "reports.outcome")
    }  # fmt: skip
    # Word for word the same but for name and links: Maija has written a statement, Sven none.
    composed = compose(Email.objects.get(to_address="maija@example.org"))
    Registration.objects.filter(pk=sven.pk).update(language="fi")
    Email.objects.filter(to_address="sven@example.org").update(language="fi")
    other = compose(Email.objects.get(to_address="sven@example.org"))
    swapped = other.text.replace("Sven Svensson", "Maija Mayor").replace(make_token(sven), make_token(maija))
    swapped = swapped.replace(messages.make_token(sven), messages.make_token(maija))
    assert composed.text == swapped
    # Somebody who registers later gets theirs, and nobody a second one; who cancels before delivery gets none.
    late = cast.a_registration(series, email="late@example.org")
    assert list(queries_outcome.people_to_notify(series)) == [late]
    cancel_registration(registration=maija, now=NOW)
    with pytest.raises(Superseded):
        compose(Email.objects.get(to_address="maija@example.org", kind="reports.outcome"))


def test_ones_own_page_shows_what_became_of_ones_statements(published, client):
    _version, maija, key = published
    outcome, own = f"/en/r/{make_token(maija)}/outcome/", f"/en/workspaces/{maija.series.slug}/"
    # What bears a name shows no statement; what shows the statements bears no name.
    assert "One contact in every town" not in client.get(outcome).content.decode()
    assert client.get(own).status_code == 404
    cast.holds(client, key, maija.series)
    page = " ".join(client.get(own).content.decode().split())
    assert maija.name not in page and maija.email not in page
    assert "One contact in every town" in page and "Yhteinen hankinta" not in page
    finding = maija.series.report.findings.get(kind="next_step")
    evidence = f"/en/series/spring/report/1/evidence/{finding.pk}/"
    assert page.count(evidence) == 1 and "who voted agree" not in page  # the board still gathers
    # What says the same goes with it; and what the votes say is told once it is shown.
    board = Board.objects.get(event__number=1)
    said = Statement.objects.get(text="One contact in every town")
    same = reported.a_statement(board, "A contact in each town", "next_step", 9)
    Statement.objects.filter(pk=same.pk).update(author=said.author)
    board_operations.merge_statements(board=board, duplicate_id=same.pk, into_id=said.pk, now=NOW)
    at(board, "look")
    page = " ".join(client.get(own).content.decode().split())
    assert page.count(evidence) == 2 and page.count("voters agree") == 0  # fewer than ten voters: no share
    other = cast.a_registration(maija.series, email="olli@example.org")
    cast.holds(client, cast.a_key(other), maija.series)
    assert "One contact in every town" not in client.get(own).content.decode()
    assert outcome in client.get(f"/en/r/{make_token(maija)}/").content.decode()


def test_the_closing_events_page_finds_the_report(published, client):
    assert published[0].number == 1
    assert "/en/series/spring/report/" in client.get("/en/series/spring/closing/").content.decode()
    assert "/en/series/spring/report/" not in client.get("/en/series/spring/workshop-1/").content.decode()

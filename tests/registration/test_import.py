"""Tables of people: every kind of file a spreadsheet writes, every bad row named, no good row lost."""

from __future__ import annotations

import io
from datetime import timedelta

import pytest
from openpyxl import Workbook

from skaala.mail.models import Email
from skaala.registration import jobs, operations
from skaala.registration.models import AttendeeFile, Registration
from skaala.registration.operations import import_attendees as importing
from skaala.registration.operations.import_attendees import import_attendees
from skaala.registration.queries.attendees import look_through
from skaala.registration.rules import Choice
from skaala.registration.rules.attendee_table import guess_columns, read_people
from skaala.series.operations import forget_due
from tests.cast import TODAY, a_registration, a_series, an_event, an_organiser
from tests.registration.halls import Person


def a_workbook(*rows) -> bytes:
    workbook = Workbook()
    for row in rows:
        workbook.worksheets[-1].append(row)
    written = io.BytesIO()
    workbook.save(written)
    return written.getvalue()


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        (b'\nname,email\n\n"O, N","a@\nb"\n', [[], ["name", "email"], [], ["O, N", "a@ b"]]),
        ("Nimi;Puh\n'=1+1;'+358\u200b\x07 40".encode(), [["Nimi", "Puh"], ["=1+1", "+358 40"]]),
        ("Nimi\n" + "x" * 1001, [["Nimi"], ["x" * 1000]]),
        (a_workbook(["Nimi"], [None], ["Ann"]), [["Nimi"], [], ["Ann"]]),
    ],
)
def test_people_keep_the_number_of_their_row_and_cells_one_line(content, rows):
    assert read_people(content.encode() if isinstance(content, str) else content) == rows


@pytest.mark.parametrize(
    ("rows", "columns"),
    [
        ([["Sähköpostiosoite:", "ETUNIMI", "Sukunimi", "Kunta", "Tehtävä"]],
         {"email": 0, "first_name": 1, "last_name": 2, "municipality": 3, "role": 4, "start": 1}),
        ([[], ["Namn", "E-post", "Kommun", "Språk"]], {"name": 0, "email": 1, "municipality": 2, "language": 3, "start": 2}),
        ([["Full name", "Email", "Email", "Company"]], {"name": 0, "email": 1, "organisation": 3, "start": 1}),
        ([["Ann", "ann@example.org"], ["Bob", "bob@example.org"]], {"email": 1, "start": 0}),
        ([["Kuka", "Osoite"], ["Ann", "ann@example.org"]], {"email": 1, "start": 1}),
        ([["a", "b"], ["c", "d"]], {"start": 1}),
        # A title and an empty row stand above the names of the columns.
        ([["Osallistujat 27.3.", "", ""], [], ["Nimi", "Sähköposti", "Kunta"], ["Ann", "ann@example.org", "Akaa"]],
         {"name": 0, "email": 1, "municipality": 2, "start": 3}),
    ],
)  # fmt: skip
def test_columns_are_known_from_their_heads_or_from_addresses(rows, columns):
    assert guess_columns(rows) == columns


@pytest.fixture
def series(db):
    series = a_series(published_at=TODAY - timedelta(days=1))
    an_event(
        series, 1, registration_closes=TODAY - timedelta(hours=1)
    )  # the deadline does not bind the organiser
    return series


HEADS = ["Nimi", "Sähköposti", "Kunta", "Organisaatio", "Rooli", "Kieli"]
GOOD = [
    ["Ann Ek", "ann@example.org", "Esbo", "Unit", "Planner", "svenska"],
    ["Bob", "<Bob@Example.org>", "", "Akaa", "", ""],
    ["Cid", "mailto:cid@example.org", "", "Oy Ab", "", "EN"],
]
BAD = [
    (["", "no-name@example.org", "Akaa"], ("no_name", 0)),
    (["Dan"], ("no_address", 1)),
    (["Eve", "eve(at)example.org", "Akaa"], ("bad_address", 1)),
    (["Fay", "ANN@example.org", "Akaa"], ("twice", 1)),
    (["Gus", "gus@example.org", "Helsingi"], ("unknown_municipality", 2)),
    (["Hal", "hal@example.org"], ("no_organisation", 2)),
    (["Ida", "ida@example.org", "Akaa", "", "", "Klingon"], ("unknown_language", 5)),
    (["J" * 201, "j@example.org", "Akaa"], ("too_long", 0)),
    (["Maija", "maija@example.org", "Akaa"], ("registered", 1)),
]


def a_file(series, rows, **details) -> AttendeeFile:
    event = series.events.get()
    given = {
        "name": "people.xlsx",
        "choices": [Choice(event.pk, "online")],
        "language": "fi",
        "account": None,
    }
    return operations.keep_table(series=series, rows=rows, now=TODAY, **{**given, **details})


def test_bad_rows_are_named_and_the_good_ones_are_taken(series):
    before = a_registration(series, now=TODAY - timedelta(days=2))
    account = an_organiser()
    rows = [HEADS, GOOD[0], [], *(row for row, _why in BAD), *GOOD[1:]]
    file = a_file(series, rows, account=account)
    found = look_through(series, file.rows, file.columns, language="fi", year=2030)
    assert [(row.number, row.problem, row.column) for row in found.bad] == [
        (number, *why) for number, (_row, why) in enumerate(BAD, 4)
    ]
    assert found.bad[3].other == 2
    assert operations.start_import(file=file, sends_emails=True, now=TODAY)
    assert not operations.start_import(file=file, sends_emails=True, now=TODAY)
    people = {one.name: one for one in Registration.objects.exclude(pk=before.pk)}
    assert {
        name: (
            one.email,
            one.language,
            one.organisation_kind,
            str(one.municipality_id),
            one.organisation,
            one.role,
        )
        for name, one in people.items()
    } == {
        "Ann Ek": ("ann@example.org", "sv", "municipality", "049", "Unit", "Planner"),
        "Bob": ("Bob@Example.org", "fi", "municipality", "020", "", ""),
        "Cid": ("cid@example.org", "en", "other", "None", "Oy Ab", ""),
    }
    assert {(one.source.kind, one.source.account) for one in people.values()} == {("imported", account)}
    assert Email.objects.filter(kind="registration.confirmation").count() == 4
    file.refresh_from_db()
    assert (file.state, file.rows, file.added) == ("done", [], 3)
    assert file.left_out == [[number, why[0]] for number, (_row, why) in enumerate(BAD, 4)]


def test_without_emails_nobody_is_written_to(series):
    operations.start_import(file=a_file(series, [HEADS, *GOOD]), sends_emails=False, now=TODAY)
    assert (Registration.objects.count(), Email.objects.count()) == (3, 0)
    assert set(Registration.objects.values_list("link_sent_at", flat=True)) == {None}


def test_a_few_are_imported_at_once_and_a_break_leaves_the_rest_to_the_worker(series, monkeypatch):
    deferred = []
    monkeypatch.setattr(importing, "_defer", lambda file: deferred.append({"file_id": str(file.pk)}))
    file = a_file(series, [HEADS, *GOOD])

    def killed(**given):
        raise KeyboardInterrupt

    with monkeypatch.context() as patched:
        patched.setattr("skaala.registration.operations.import_attendees.register", killed)
        with pytest.raises(KeyboardInterrupt):
            operations.start_import(file=file, sends_emails=False, now=TODAY)
    jobs.import_attendees(**deferred.pop())
    assert Registration.objects.count() == 3 and AttendeeFile.objects.get().state == "done"


def many(count: int) -> list[list[str]]:
    return [HEADS, *([f"P{n}", f"p{n}@example.org", "Akaa"] for n in range(count))]


def test_many_are_left_to_the_worker_and_a_break_loses_nobody(series, monkeypatch):
    deferred = []
    monkeypatch.setattr(importing, "_defer", lambda file: deferred.append({"file_id": str(file.pk)}))
    file = a_file(series, [*many(40), ["bad"]])
    operations.start_import(file=file, sends_emails=False, now=TODAY)
    assert deferred == [{"file_id": str(file.pk)}] and not Registration.objects.exists()
    # The worker is killed in the middle, and begins again.
    module = "skaala.registration.operations.import_attendees.register"
    real, left = import_attendees.__globals__["register"], iter(range(15))

    def killed(**given):
        if next(left, None) is None:
            raise KeyboardInterrupt
        return real(**given)

    monkeypatch.setattr(module, killed)
    with pytest.raises(KeyboardInterrupt):
        import_attendees(file=file, now=TODAY)
    monkeypatch.setattr(module, real)
    again = AttendeeFile.objects.get()
    assert (again.added, again.rows_done) == (15, 16)
    jobs.import_attendees(file_id=str(file.pk))
    done = AttendeeFile.objects.get()
    assert (done.added, done.left_out, done.state) == (40, [[42, "no_address"]], "done")
    assert Registration.objects.count() == 40


@pytest.mark.django_db(transaction=True)
def test_the_same_table_brought_twice_at_the_same_moment_doubles_nobody():
    series = a_series(published_at=TODAY - timedelta(days=1))
    an_event(series, 1)
    files = [a_file(series, many(40)) for _ in range(2)]
    for file in files:
        AttendeeFile.objects.filter(pk=file.pk).update(state="running")
    # Two people with a table each, and a second worker at one of them.
    at_once = [
        Person(lambda pk=file.pk: jobs.import_attendees(file_id=str(pk))) for file in [*files, files[0]]
    ]
    for one in at_once:
        one.done()
    one, other = AttendeeFile.objects.all()
    assert Registration.objects.count() == one.added + other.added == 40
    assert {one.state, other.state} == {"done"} and one.rows == other.rows == []
    for file in (one, other):
        assert sorted({number for number, _why in file.left_out}) == sorted(n for n, _ in file.left_out)
        assert file.added + len(file.left_out) == 40
    assert Email.objects.count() == 40


def test_an_event_that_is_cancelled_meanwhile_leaves_a_word_for_each_row(series):
    file = a_file(series, many(2))
    series.events.update(status="cancelled", cancelled_at=TODAY)
    operations.start_import(file=file, sends_emails=True, now=TODAY)
    file.refresh_from_db()
    assert (file.added, file.left_out) == (0, [[2, "not_taken"], [3, "not_taken"]])


def test_five_thousand_rows_with_wrong_columns_are_reported_with_few_questions(
    series, django_assert_max_num_queries
):
    rows = [["Nimi", "Sähköposti", "Kunta"], *(["p@example.org", f"P{n}", "Akka"] for n in range(5000))]
    with django_assert_max_num_queries(10):
        file = a_file(series, rows)
        found = look_through(series, file.rows, file.columns, language="fi", year=2030)
    assert found.by_problem == [("bad_address", 5000)] and not found.good


def test_tables_that_nobody_imports_go_in_the_night(series):
    a_file(series, [HEADS, *GOOD])
    assert forget_due(now=TODAY + timedelta(hours=23)).sweeps["tables"] == {"tables": 0}
    assert forget_due(now=TODAY + timedelta(hours=25)).sweeps["tables"] == {"tables": 1}
    assert not AttendeeFile.objects.exists()

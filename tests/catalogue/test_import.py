"""A file of actions: read whatever its columns, looked at, and taken in as drafts; nothing is lost."""

from __future__ import annotations

import json

import pytest
from django.test import Client

from skaala.catalogue import jobs, operations, queries
from skaala.catalogue.messages.files import note_message
from skaala.catalogue.models import Action, ActionFile, ActionLink
from skaala.catalogue.operations import StageReport, import_actions
from skaala.catalogue.operations.compare_files import compare_file
from skaala.catalogue.operations.import_actions import forget_files
from skaala.catalogue.rules.action_rows import Fault, Note
from skaala.catalogue.rules.action_sheets import UnknownFormat, read_sheet
from skaala.catalogue.rules.inexact_dates import read_date
from skaala.places.models import Municipality
from skaala.tables.reading import UnreadableTable
from skaala.ui.texts import Texts
from tests.catalogue.actions import NOW, an_action

pytestmark = pytest.mark.django_db

# The shape of the contracts' table: its columns, missing values and capitals; what it says is made up.
CONTRACTS = """city,country,name,type,description,field,lever,outcome,responsible,scale,stakeholders,comments,ghg,cost
malmo,SE,Warm water from the data hall,Technical development,A hall of servers heats two schools.,Energy systems,Technology,Less gas,,City-wide,Schools,Ongoing,N/A,TBD
Lahti,FI,Bus lanes on the ring,,Buses pass the queue.,Transport & mobility,n/a,TBD,City of Lahti,,,,120 t CO2e,2 MEUR
lappeenranta,FI,Meadows for bees,Management,,Viable nature,,More bees,-,N/A,Residents,,Not available,Not yet estimated
Atlantis,FI,A flood wall,,Keeps the sea out.,Water,,,,,,,,
Espoo,FI,,,Has no name.,All,,,,,,,,
turku,FI,Bus lanes on the ring,,Buses pass the queue.,Transport,,,,,,,,
TURKU,FI,Bus lanes on the ring,,Buses pass the queue.,Transport,,,,,,,,
"""


def a_file(content: bytes | str, name: str = "actions.csv") -> ActionFile:
    sheet = read_sheet(content.encode() if isinstance(content, str) else content)
    return operations.keep_file(sheet=sheet, name=name, account=None, now=NOW)


def rows_of(file: ActionFile) -> dict[int, queries.action_files.FoundRow]:
    return {row.number: row for row in queries.look_through(file, today=NOW.date())}


def test_the_contracts_of_cities_go_in_with_their_own_columns():
    file = a_file(CONTRACTS)
    assert file.columns == {
        "0": "owner", "1": "country", "2": "name", "3": "steps", "4": "summary", "5": "themes", "6": "steps", "7": "effects",
        "8": "responsible", "9": "conditions", "10": "conditions", "11": "conditions", "12": "effects", "13": "cost",
    }  # fmt: skip
    found = rows_of(file)
    assert [row.number for row in found.values() if row.is_good] == [2, 3, 4, 7]
    malmo, lahti, lappeenranta = found[2], found[3], found[4]
    assert (malmo.owner, malmo.owner_elsewhere) == (None, "Malmo (SE)")
    assert malmo.read.values["themes"] == ["energy"]
    assert malmo.read.texts["conditions"] == {
        "en": "scale: City-wide\n\nstakeholders: Schools\n\ncomments: Ongoing"
    }
    assert "cost" not in malmo.read.texts
    assert malmo.read.missing == 2
    assert (lahti.owner.pk, lahti.read.texts["effects"]) == ("398", {"en": "120 t CO2e"})
    assert lappeenranta.owner.pk == "405"
    assert [(fault.fault, fault.value) for fault in found[5].read.faults] == [
        (Fault.UNKNOWN_MUNICIPALITY, "Atlantis")
    ]
    assert [fault.fault for fault in found[6].read.faults] == [Fault.NO_NAME]
    assert found[8].read.faults  # Turku in other capitals is the same owner
    assert operations.import_file(file=file, now=NOW)
    assert not operations.import_file(file=file, now=NOW)
    assert {str(one.name) for one in Action.objects.all()} == {
        "Warm water from the data hall", "Bus lanes on the ring", "Meadows for bees",
    }  # fmt: skip
    assert set(Action.objects.values_list("state", flat=True)) == {"draft"}
    file.refresh_from_db()
    assert (file.added, [number for number, _cells in file.rows]) == (4, [5, 6, 8])


def test_half_of_the_rows_bad_loses_nothing():
    head = "name,status,began,goals,source_url,themes\n"
    good = "".join(
        f"Action {number},käynnissä,2020,7,https://example.org/{number},energy\n" for number in range(4)
    )
    bad = (
        "Status,someday,2020,,,\nDate,running,the 1980s,,,\nFuture,running,2090,,,\nGoal,running,2020,99,,\n"
    )
    file = a_file(head + good + bad)
    found = rows_of(file)
    assert [row.read.faults[0].fault for row in found.values() if not row.is_good] == [
        Fault.BAD_STATUS, Fault.BAD_DATE, Fault.FUTURE, Fault.BAD_GOAL,
    ]  # fmt: skip
    operations.import_file(file=file, now=NOW)
    assert Action.objects.count() == 4
    file.refresh_from_db()
    assert [cells[0] for _number, cells in file.rows] == ["Status", "Date", "Future", "Goal"]


def test_what_is_too_long_is_kept_whole():
    long = "A sentence of middling length. " * 20
    file = a_file(f"name,summary\nShort,{long}\n")
    (row,) = rows_of(file).values()
    assert len(row.read.texts["summary"]["en"]) <= 400
    assert row.read.texts["summary"]["en"].endswith("length.")
    assert row.read.texts["steps"]["en"] == long.strip()
    assert (Note.SHORTENED, "summary") in row.read.notes


def test_columns_are_remembered_for_the_next_file_with_the_same_heads():
    table = "Mitä,Kuka,Turhaa\nPyörätie,Raahe,x\n"
    file = a_file(table)
    assert file.columns == {}
    operations.choose_columns(file=file, columns={"0": "name", "1": "owner"}, language="fi", now=NOW)
    again = a_file(table.replace("Mitä", "MITÄ"))
    assert (again.columns, again.language) == ({"0": "name", "1": "owner"}, "fi")


def test_the_same_action_again_is_not_taken_in_twice():
    an_action(Texts(fi="Pyörätie", sv="Cykelväg"), owner_id="678")
    file = a_file("name,owner\nCYKELVÄG,Brahestad\nKävelytie,Raahe\n")
    found = rows_of(file)
    assert found[2].read.faults[0].fault == Fault.IN_CATALOGUE
    operations.import_file(file=file, now=NOW)
    assert Action.objects.count() == 2


def test_one_action_in_two_languages_is_pointed_out():
    ours = an_action(Texts(sv="Jordvärme i skolorna"), summary=Texts(sv="Skolorna värms med jordvärme."))
    file = a_file(
        "name,summary,owner\nMaalämpö kouluihin,Koulut lämpiävät maalämmöllä.,Raahe\n"
        "Geothermal heat for schools,Schools are heated with ground-source heat.,Raahe\n"
        "Kirjaston tavaralainaamo,Työkaluja lainaksi.,Raahe\n"
    )
    compare_file(file=file, now=NOW, use_vectors=False)
    found = rows_of(file)
    assert (found[2].candidates, found[3].twice, found[4].twice) == ([ours], 2, 0)
    assert (Note.TWICE, "2") in found[3].read.notes


def test_who_decides_that_it_is_the_same_links_ours_to_the_other_catalogue():
    ours = an_action("Solar panels on schools")
    file = a_file("name,url\nPanels for school roofs,https://example.org/actions/1\nAnother,\nThird,\n")
    operations.decide(file=file, decisions={"2": str(ours.pk), "3": "skip"})
    operations.import_file(file=file, now=NOW)
    link = ActionLink.objects.get(action=ours)
    assert (link.kind, link.url) == ("elsewhere", "https://example.org/actions/1")
    assert Action.objects.exclude(pk=ours.pk).get().name == Texts(en="Third")
    file.refresh_from_db()
    assert (file.added, file.linked, [number for number, _cells in file.rows]) == (1, 1, [3])


@pytest.fixture
def full_action():
    texts = Texts(fi="=Lainaamo", sv="Låna", en="Library of things")
    action = an_action(
        texts,
        goals=[4, 13],
        themes=["circular"],
        needs=["urban"],
        status="running",
        scaling="spreading",
        responsible="Kirjasto",
        began_on="2020-05-01",
        began_precision="month",
        steps=Texts(fi="Askel\n\nToinen", en="A step"),
        cost=Texts(en="5,000 €; one-off"),
        source=Texts(fi="Vuosikertomus"),
        profile={"measured": {"answer": "yes"}, "verified": {"answer": "no"}},
        is_simulated=True,
    )
    link = ActionLink(kind="template", url="https://example.org/template", label="The template itself")
    action.refresh_from_db()
    operations.save_action(action=action, now=NOW, links=[link])
    for stage, when in (("decided", "2023"), ("in_use", "5/2024")):
        operations.report_adoption(
            action=action,
            municipality=Municipality.objects.get(pk="678"),
            report=StageReport(stage=stage, when=read_date(when)),
            source="editor",
            now=NOW,
        )
    return action


@pytest.mark.parametrize("ending", ["json", "csv", "xlsx"])
def test_what_is_exported_and_imported_is_the_same(client: Client, full_action, ending):
    before = json.loads(client.get("/en/actions/catalogue.json").content)["dataset"]
    exported = client.get(f"/en/actions/catalogue.{ending}").content
    full_action.delete()
    file = a_file(exported, f"catalogue.{ending}")
    operations.import_file(file=file, now=NOW)
    operations.publish_action(action=Action.objects.get(), account=None, now=NOW)
    after = json.loads(client.get("/en/actions/catalogue.json?again=1").content)["dataset"]
    if ending != "json":  # a table has no histories
        before[0]["adoptions"] = []
    assert after == before


def test_another_catalogue_is_read_by_schema_org():
    other = {
        "@type": "ItemList",
        "itemListElement": [
            {"item": {"@type": "HowTo", "name": {"sv": "Cykelgator"}, "description": "Bara cyklar.", "url": "https://example.org/1",
                      "provider": {"name": "Umeå"}, "keywords": ["cykel", "gata"]}},
        ],
    }  # fmt: skip
    file = a_file(json.dumps(other), "other.json")
    (row,) = rows_of(file).values()
    assert (row.number, row.read.texts["name"], row.owner_elsewhere) == (1, {"sv": "Cykelgator"}, "Umeå")
    assert row.read.values["url"] == "https://example.org/1"


@pytest.mark.parametrize(
    ("content", "problem"),
    [
        (b'{"format": "skaala-catalogue/2", "dataset": []}', UnknownFormat),
        (b'{"dataset": [1, 2]}', UnreadableTable),
        (b'{"dataset": []}', UnreadableTable),
        (b'{"dataset": [{"name": ', UnreadableTable),
        (b"[" * 100_000, UnreadableTable),
        (b"", UnreadableTable),
        (b"name,owner\n", UnreadableTable),
    ],
)
def test_what_is_no_catalogue_is_refused(content, problem):
    with pytest.raises(problem):
        read_sheet(content)


def test_histories_that_cannot_be_are_left_out(full_action, client: Client):
    read = json.loads(client.get("/en/actions/catalogue.json").content)
    read["dataset"][0]["adoptions"] += [
        {"municipality": {"identifier": "FI-091"}, "history": [{"stage": "in_use", "on": "2090"}]},
        {"municipality": {"identifier": "FI-000"}, "history": [{"stage": "in_use", "on": "2024"}]},
        {"municipality": {"identifier": "FI-049"}, "history": [{"stage": "dreaming", "on": "2024"}, 7]},
        {"municipality": {"identifier": "FI-020"}, "history": "x"},
    ]
    full_action.delete()
    operations.import_file(file=a_file(json.dumps(read)), now=NOW)
    assert [one.municipality_id for one in Action.objects.get().adoptions.exclude(stage="")] == ["678"]


def test_files_are_forgotten_after_a_month():
    a_file("name\nOne\n")
    assert forget_files(now=NOW.replace(day=30)) == 0
    assert forget_files(now=NOW.replace(year=2027), is_rehearsal=True) == 1
    assert forget_files(now=NOW.replace(year=2027)) == 1


def test_thousands_of_rows_are_looked_at_with_few_queries(django_assert_max_num_queries):
    rows = "".join(f"Action {number},889,A thing that is done,energy\n" for number in range(1500))
    file = a_file("name,owner_code,summary,themes\n" + rows)
    with django_assert_max_num_queries(5):
        assert len(rows_of(file)) == 1500


def test_a_long_file_is_left_to_the_worker_and_a_short_one_is_not(monkeypatch):
    short, long = a_file("name\nOne\n"), a_file("name\nTwo\nThree\n")
    monkeypatch.setattr(import_actions, "AT_ONCE", 1)
    assert operations.start_import(file=short, now=NOW)
    assert operations.start_import(file=long, now=NOW)
    assert not operations.start_import(file=long, now=NOW)
    assert {str(one.name) for one in Action.objects.all()} == {"One"}
    assert ActionFile.objects.get(pk=long.pk).state == "running"
    for file in (short, long):
        jobs.import_actions(file_id=str(file.pk))
    assert Action.objects.count() == 3
    assert set(ActionFile.objects.values_list("state", flat=True)) == {"done"}


def test_a_slip_in_a_name_is_said_as_one_and_the_year_of_beginning_is_guessed():
    file = a_file("Nimi;Kunta;Aloitusvuosi\nLatu;Utajärv;2021\nPolku;Mahonia Partners;2022\n")
    assert file.columns == {"0": "name", "1": "owner", "2": "began"}
    near, other = rows_of(file).values()
    assert near.read.notes[0] == (Note.NEAR_NAME, "Utajärv")
    assert other.read.notes[0] == (Note.OWNER_ELSEWHERE, "Mahonia Partners")
    assert "Did you mean Utajärvi?" in note_message(*near.read.notes[0])

"""Support measures and findings out of tables: what is read, what is refused and how, and that nothing is lost on the way."""

from __future__ import annotations

import io

import pytest
from django.utils.translation import override

from skaala.desk.frame import downloads as export
from skaala.desk.study import tables as study_files
from skaala.evidence import operations
from skaala.evidence.models import Bottleneck, Study, SupportMeasure
from skaala.evidence.queries.reading import read_findings, read_measures
from skaala.evidence.rules.table_file import LIMITS, Sheet, read_table
from skaala.tables.reading import Unreadable, UnreadableTable
from skaala.ui.texts import Texts
from tests import cast

pytestmark = pytest.mark.django_db


@pytest.fixture
def study() -> Study:
    return Study.objects.create(series=cast.a_series(), title=Texts(fi="Selvitys"), authors="MDI", year=2023)


def a_workbook(*rows: tuple[object, ...]) -> bytes:
    from openpyxl import Workbook

    book = Workbook()
    for row in rows:
        book.active.append(row)
    written = io.BytesIO()
    book.save(written)
    return written.getvalue()


READ = Sheet(["Nimi", "Määrä"], [(2, ["Äiti; isä", "5"]), (4, ["Öljy"])])


def test_the_first_row_names_the_columns_and_the_others_keep_their_numbers():
    assert read_table(a_workbook(("Nimi", "Määrä"), ("Äiti; isä", 5.0), (), ("Öljy", None))) == READ
    assert Sheet.from_plain(READ.plain()) == READ


@pytest.mark.parametrize(
    ("content", "reason"),
    [
        (b"Nimi;Laji\r\n", Unreadable.ONLY_HEADS),
        (b"a;b\n" + b"1;2\n" * LIMITS.rows, Unreadable.TOO_MANY_ROWS),
        (b"a;b\n" + (b"x" * 90_000 + b";y\n") * 5, Unreadable.TOO_LARGE),
        (b"%PDF-1.7", Unreadable.NO_TABLE),
    ],
)
def test_what_is_no_table_or_holds_too_much_is_refused(content, reason):
    with pytest.raises(UnreadableTable) as refusal:
        read_table(content)
    assert refusal.value.reason == reason


@pytest.mark.parametrize("plain", [None, [], {}, {"heads": ["a"]}, {"heads": 1, "rows": [[1]]},
                                   {"heads": ["a"], "rows": [["x", "b"]]}, {"heads": ["a"], "rows": [[]]},
                                   {"heads": ["a"], "rows": [[2, "\x00"]]}, {"heads": ["a"] * 61, "rows": [[2, "b"]]}])  # fmt: skip
def test_a_carried_table_that_was_tampered_with_is_refused(plain):
    with pytest.raises(UnreadableTable):
        Sheet.from_plain(plain)


@pytest.mark.parametrize(
    ("language", "heads", "row"),
    [
        ("fi", "Laji;Nimi;Maa;Pullonkaulat;Lähde", "raha;Monistusraha;Ruotsi;Henkilöstöllä ei ole aikaa|no-owner;Kirja"),
        ("sv", "Slag;Namn;Land;Flaskhalsar;Källa", "Pengar;Monistusraha;SE;Personalen har inte tid | Åtgärden har ingen ägare;Kirja"),
        ("en", "kind;Name in Finnish;Country;Bottlenecks it answers;source", "MONEY;Monistusraha;sverige;staff have no time;Kirja"),
    ],
)  # fmt: skip
def test_columns_and_words_are_known_in_three_languages_whatever_the_reader_s(language, heads, row):
    with override({"fi": "en", "sv": "fi", "en": "sv"}[language]):
        reading = read_measures(read_table(f"{heads}\n{row}\n".encode()))
    (line,) = reading.lines
    assert (line.says["kind"], line.says["country"], line.says["source"]) == ("money", "SE", "Kirja")
    assert "no-staff-time" in [one.slug for one in line.says["answers"]]
    assert "Monistusraha" in line.says["name"].as_dict().values()


def test_each_bad_row_is_named_and_the_good_ones_are_taken_in(study):
    sheet = read_table(
        "Laji;Nimi suomeksi;Maa;Linkki;Pullonkaulat;Väri\n"
        "Raha;Hyvä rivi;FI;https://example.org/;no-owner;punainen\n"
        "Soitto;;Atlantis;javascript:alert(1);Nälkä;\n"
        "Raha;hyvä  RIVI;;;;\n"
        f"Verkosto;{'x' * 201};;;;\n".encode()
    )
    with override("fi"):
        reading = operations.import_measures(sheet=sheet, study=study)
    assert {(one.row, one.column) for one in reading.problems} == {
        (3, "Laji"), (3, "Nimi suomeksi"), (3, "Maa"), (3, "Linkki"), (3, "Pullonkaulat"),
        (4, "Nimi suomeksi"), (5, "Nimi suomeksi"),
    }  # fmt: skip
    problems = {one.column: one.text for one in reading.problems if one.row == 3}
    assert "Vertaisoppiminen" in problems["Laji"]
    assert "Atlantis" in problems["Maa"]
    assert (reading.unknown, reading.bad_rows) == (["Väri"], 3)
    measure = SupportMeasure.objects.get()
    assert (measure.name, measure.country, measure.source) == (
        Texts(fi="Hyvä rivi"),
        "FI",
        "MDI (2023): Selvitys",
    )
    assert [one.slug for one in measure.answers.all()] == ["no-owner"]


def test_without_a_study_or_source_and_without_needed_columns_nothing_is_taken(study):
    (problem,) = read_measures(read_table(b"kind;name\nmoney;Grant\n")).problems
    assert problem.row == 2
    assert read_measures(read_table(b"kind;country\nmoney;FI\n"), study=study).missing != []


def test_measures_given_out_and_taken_in_again_are_the_same(study):
    odd = operations.save_measure(
        measure=SupportMeasure(
            kind="data",
            name=Texts(fi="=1+1", sv='Citat "och" semikolon; här', en="@cmd"),
            description=Texts(fi="Kaksi\nriviä\n\n- ja viiva", en="-not a formula"),
            country="DE",
            offered_by="+358 Oy",
            source="Lähde; toinen",
            source_url="https://example.org/a?b=c;d",
        ),
        answers=Bottleneck.objects.filter(slug__in=["language", "no-political-will"]),
    )
    study.is_illustrative = True
    operations.save_study(study=study)
    operations.save_measure(measure=SupportMeasure(kind="law", name=Texts(sv="Lag"), study=study), answers=[])

    def all_of_them() -> list[dict[str, object]]:
        listed = SupportMeasure.objects.order_by("kind").values("kind", "name", "description", "country",
            "offered_by", "url", "source", "source_url", "is_illustrative", "answers__slug")  # fmt: skip
        return sorted(listed, key=str)

    before = all_of_them()
    for write in (export.as_csv, export.as_xlsx):
        for language in ("fi", "sv", "en"):
            with override(language):
                content = write(study_files.measures_table(SupportMeasure.objects.all()))
                again = operations.import_measures(sheet=read_table(content))
                assert (again.problems, again.added, again.changed, again.unchanged) == ([], 0, 0, 2)
    SupportMeasure.objects.all().delete()
    assert operations.import_measures(sheet=read_table(content)).added == 2
    assert all_of_them() == before
    assert odd.kind == "data"


def test_a_table_changes_only_the_columns_it_has(study):
    first = b"kind;name;offered by;description;answers\nmoney;Grant;Fund;Words;no-owner\n"
    operations.import_measures(sheet=read_table(first), study=study)
    operations.import_measures(sheet=read_table(b"kind;name;country\nlaw;grant;NO\n"), study=study)
    measure = SupportMeasure.objects.get()
    assert (measure.kind, measure.country, measure.description.get("en")) == ("law", "NO", "Words")
    assert measure.answers.count() == 1


def test_findings_come_in_with_kind_bottleneck_and_passage_once(study):
    sheet = read_table(
        "Tyyppi;Havainto;Pullonkaula;Sivu\n"
        "pullonkaula;Aika puuttuu.;Henkilöstöllä ei ole aikaa;s. 4\n"
        "avoin kysymys;Miksi?;;\n"
        "pullonkaula;Kaksi;no-owner | language;\n".encode("cp1252")
    )
    reading = operations.import_findings(sheet=sheet, study=study)
    assert [problem.row for problem in reading.problems] == [4]
    found = list(study.findings.all())
    assert [(one.kind, one.text.get("fi"), one.passage) for one in found] == [
        ("bottleneck", "Aika puuttuu.", "s. 4"),
        ("open_question", "Miksi?", ""),
    ]
    assert found[0].bottleneck is not None
    assert found[0].bottleneck.slug == "no-staff-time"
    again = export.as_csv(study_files.findings_table(study.findings.all()))
    assert read_findings(read_table(again), study=study).unchanged == 2

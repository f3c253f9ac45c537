"""From votes to a published report: drafted by rule, edited by a person, checked for names, and never changed again."""

from __future__ import annotations

import copy
from datetime import date, timedelta

import pytest
from click.testing import CliRunner
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from skaala.config.commands import report as command
from skaala.evidence.models import Bottleneck, Study, StudyFinding, SupportMeasure
from skaala.evidence.operations import StillUsed, remove_bottleneck
from skaala.registration.operations import forget_people
from skaala.registration.queries.own_data import forget_elsewhere
from skaala.reports import operations, queries
from skaala.reports.assembly import labels, wording
from skaala.reports.assembly.builder import build_contents
from skaala.reports.contents.compare import compare
from skaala.reports.figures.raw_findings import draft
from skaala.reports.figures.verify import verify
from skaala.reports.figures.vote_snapshot import VoteSnapshot
from skaala.reports.models import Appendix, Finding, Rendering, Report, Version
from skaala.reports.operations import FindingWords, NamesFound, NothingToPublish
from skaala.reports.queries import contents_of
from skaala.reports.renderers import texts
from skaala.ui.texts import Texts
from tests import cast
from tests.reports.voted import PLAIN, SHARED, WIDE, a_statement, a_voted_series, ballots, vote
from tests.workshops.boards import NOW

pytestmark = pytest.mark.django_db
OWN = Texts(fi="Oma sana", sv="Eget ord", en="My word")


@pytest.fixture
def voted():
    return a_voted_series()


@pytest.fixture
def report(voted) -> Report:
    return operations.draft_report(series=voted[0], now=NOW)


def chosen(report: Report) -> Report:
    operations.set_published(findings=report.findings.all(), is_published=True)
    return report


def published(report: Report) -> Version:
    version = operations.publish_report(report=chosen(report), with_untranslated=True, now=NOW)
    version.refresh_from_db()
    return version


# --- Drafting ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("language", "titles", "texts"),
    [
        (
            "fi",
            ["Kaikki näkökulmat ovat samaa mieltä: ”Sanottu”", "Vastaanottavat kunnat ovat useammin samaa mieltä kuin edelläkävijäkunnat: ”Sanottu”"],
            ["100 % vastaajista on samaa mieltä (90–100 %); vastaajia oli 33.", "Ero on 59 prosenttiyksikköä (95 %:n luottamusväli 35 – 74)."],
        ),
        (
            "sv",
            ["Alla perspektiv håller med: ”Sanottu”", "håller oftare med än"],
            ["100 % (90–100 %) av de 33 som tog ställning håller med.", "Skillnaden är 59 procentenheter (95-procentigt konfidensintervall från 35 till 74)."],
        ),
        (
            "en",
            ["All perspectives agree: “Sanottu”", "Receiving municipalities agree more often than pioneer municipalities: “Sanottu”"],
            ["100% of 33 voters agree (90–100%).", "The difference is 59 percentage points (95% confidence interval from 35 to 74)."],
        ),
    ],
)  # fmt: skip
def test_findings_are_put_into_words_in_each_language(language, titles, texts):
    found = draft(ballots({"a": "good_practice", "b": "bottleneck"}, {"a": SHARED, "b": WIDE}))
    by_kind = {each.kind: each for each in found}
    with translation.override(language):
        for kind, title, text in zip(("shared_view", "difference"), titles, texts, strict=True):
            assert title in wording.title(by_kind[kind], wording.quoted("Sanottu"))
            assert text in " ".join(wording.paragraphs(by_kind[kind]))
        assert labels.firmness(by_kind["shared_view"].shares, by_kind["shared_view"].facts)


def test_a_draft_has_all_three_languages_and_its_evidence(report):
    for finding in report.findings.all():
        assert finding.title.missing() == finding.text.missing() == []
        assert finding.supporting_statements.count() == 1
        assert finding.votes_identity == report.votes_identity != ""
    assert set(report.findings.values_list("kind", flat=True)) == {
        "shared_view", "difference", "next_step"
    }  # fmt: skip


def test_drafting_again_keeps_what_was_edited_and_says_that_figures_have_changed(voted, report):
    series, board = voted
    edited = report.findings.get(kind="difference")
    mixed = Texts(fi="Oma sana", sv=edited.title.get("sv"), en=edited.title.get("en"))
    operations.save_finding(
        report=report, finding=edited, words=FindingWords(title=mixed, text=edited.text, memo="Kysy lisää")
    )
    same = operations.draft_report(series=series, now=NOW).findings.get(pk=edited.pk)
    assert (same.has_new_figures, same.title.get("fi"), same.memo) == (False, "Oma sana", "Kysy lisää")

    # Nine more come and disagree: the figures change, a difference is seen no more.
    people = {}
    statement = edited.supporting_statements.get().statement
    vote(board, statement, {"receiver": (0, 9, 0)}, people)
    again = operations.draft_report(series=series, now=NOW).findings.filter(pk=edited.pk).get()
    assert again.edited_title == Texts(fi="Oma sana")  # the other two stay the rule's
    assert (again.title.get("fi"), again.title.get("sv")) == ("Oma sana", edited.drafted_title.get("sv"))
    assert not again.is_supported
    assert again.has_new_figures
    assert again.figures_when_edited[0].votes == 32
    assert again.figures[0].votes == 41

    # Seeing to it says that the words hold.
    operations.save_finding(
        report=report, finding=again, words=FindingWords(title=again.title, text=again.text)
    )
    again.refresh_from_db()
    assert (again.has_new_figures, again.memo) == (False, "")


def test_a_finding_that_the_votes_no_longer_support_goes_unless_somebody_has_had_a_hand_in_it(voted, report):
    series, board = voted
    kept, gone = report.findings.get(facts__rule="shared"), report.findings.get(kind="difference")
    operations.set_published(findings=[kept], is_published=True)
    Finding.objects.filter(pk=kept.pk).update(memo="Kysy lisää")
    people = {}
    vote(
        board,
        kept.supporting_statements.get().statement,
        {"receiver": (0, 30, 0), "pioneer": (0, 30, 0)},
        people,
    )
    vote(board, gone.supporting_statements.get().statement, {"receiver": (0, 12, 0)}, people)
    operations.draft_report(series=series, now=NOW)
    assert not Finding.objects.filter(pk=gone.pk).exists()
    kept.refresh_from_db()
    assert not kept.is_supported
    assert kept.figures[0].share < 50  # what is published is what the votes say


@pytest.mark.parametrize(
    "votes",
    [
        {},
        {"Yksi": ("bottleneck", {"receiver": (1, 0, 0)})},
        {"Neljä": ("bottleneck", {"receiver": (4, 0, 0)})},
    ],
    ids=["nothing", "one vote", "four votes"],
)
def test_a_board_with_too_few_votes_gives_a_report_without_findings(votes):
    series, _board = a_voted_series(votes or {"Hiljaisuus": ("bottleneck", {})})
    report = operations.draft_report(series=series, now=NOW)
    contents = build_contents(report, "fi", now=NOW)
    assert (contents.sections, contents.is_draft) == ((), True)
    assert not any(isinstance(cell, int) and 0 < cell < 5 for table in contents.tables if table.key != "workshops" for row in table.rows for cell in row)  # fmt: skip
    with pytest.raises(NothingToPublish):
        operations.publish_report(report=report, with_untranslated=True, now=NOW)


def test_hidden_statements_are_neither_drafted_nor_quoted(voted, report):
    series, board = voted
    board.statements.update(state="hidden")
    contents = build_contents(report, "fi", now=NOW)
    assert not any(entry.quotes for part in contents.sections for entry in part.entries)
    assert operations.draft_report(series=series, now=NOW).findings.count() == 0


def test_the_study_its_measures_and_the_gaps_are_drawn_in(voted, report):
    series, _board = voted
    time, contact = Bottleneck.objects.get(slug="no-staff-time"), Bottleneck.objects.get(slug="no-contact")
    study = Study.objects.create(series=series, title=Texts(fi="Selvitys"), year=2023, is_illustrative=True)
    StudyFinding.objects.create(
        study=study, kind="bottleneck", text=cast.texts("Nobody to ask"), bottleneck=contact, passage="s. 3"
    )
    measure = SupportMeasure.objects.create(kind="money", name=cast.texts("A grant"), study=study)
    measure.answers.add(time)
    report = operations.draft_report(series=series, now=NOW)
    named = report.findings.get(kind="difference")
    words = FindingWords(title=named.title, text=named.text, bottleneck=time)
    operations.save_finding(report=report, finding=named, words=words)

    contents = build_contents(report, "en", now=NOW)
    entries = {entry.kind: entry for part in contents.sections for entry in part.entries}
    assert (entries["study"].title, entries["study"].source) == ("Nobody to ask (en)", "2023: Selvitys, s. 3")
    leads = {part.key: part.lead for part in contents.sections}
    assert "All of this is made up, as an example." in leads["study"]  # once, and not at every entry
    assert entries["support_measure"].paragraphs[0] == "Money. Answers: Staff have no time."
    gaps = next(table for table in contents.tables if table.key == "gaps")
    assert [row[:5] for row in gaps.rows] == [
        ("There is no one known to ask", "On the way", 1, None, 0),
        (
            "Staff have no time",
            "At the receiver",
            1,
            "Receiving municipalities; Networks of municipalities",
            1,
        ),
    ]
    with pytest.raises(StillUsed):
        remove_bottleneck(bottleneck=time)
    measure.delete()
    assert (
        not operations.draft_report(series=series, now=NOW).findings.filter(kind="support_measure").exists()
    )


# --- The analyst's own -------------------------------------------------------------------------------------


def test_ones_own_finding_gets_the_figures_of_what_it_rests_on(voted, report):
    statement = voted[1].statements.first()
    finding = operations.save_finding(
        report=report,
        kind="next_step",
        words=FindingWords(title=OWN, text=Texts(), organisation="Kuntaliitto", due=date(2030, 6, 1)),
        statements=[statement.pk],
    )
    assert (finding.figures[0].who, finding.figures[0].share) == ("all", 100)
    operations.set_published(findings=[finding], is_published=True)
    (section,) = build_contents(report, "sv", now=NOW).sections
    (entry,) = section.entries
    assert (entry.title, entry.who, entry.when) == ("Eget ord", "Kuntaliitto", "1.6.2030")
    assert entry.charts[0].figures[0].key == f"{finding.pk.hex}.{statement.pk.hex}.all.agree"


def test_findings_change_places_within_their_kind(report):
    for word in ("a", "b", "c"):
        operations.save_finding(
            report=report, kind="open_question", words=FindingWords(title=Texts(fi=word), text=Texts())
        )
    first, second, third = report.findings.filter(kind="open_question")
    operations.move_finding(finding=third, up=True)
    operations.move_finding(finding=first, up=True)  # nowhere to go
    assert list(report.findings.filter(kind="open_question")) == [first, third, second]


# --- Publishing --------------------------------------------------------------------------------------------


def test_a_published_report_never_changes(report):
    """Invariant 7, also for those who go past the program."""
    version = published(report)
    for change in [
        "UPDATE reports_version SET contents = '{}'",
        "UPDATE reports_version SET published_at = now()",
        "UPDATE reports_version SET snapshot = jsonb_set(snapshot, '{identity}', '1')",
        "UPDATE reports_version SET replaced_at = now()",
        "UPDATE reports_version SET replaced_at = now(), contents = '{}', snapshot = '{}', number = 7",
        "DELETE FROM reports_version",
        "UPDATE reports_appendix SET archive = ''",
        "DELETE FROM reports_appendix",
    ]:
        with (
            pytest.raises(IntegrityError, match="never change"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(change)
    # What is edited and drafted afterwards leaves it as it was.
    before = copy.deepcopy(version.contents)
    finding = report.findings.first()
    operations.save_finding(report=report, finding=finding, words=FindingWords(title=OWN, text=OWN))
    operations.draft_report(series=report.series, now=NOW)
    version.refresh_from_db()
    assert version.contents == before
    second = operations.publish_report(report=report, with_untranslated=True, now=NOW + timedelta(days=1))
    assert (second.number, version.appendices.count(), second.appendices.count()) == (2, 1, 1)
    changes = compare(contents_of(version, "en"), contents_of(second, "en"))
    assert [each.now.title for each in changes.changed] == ["My word"]
    assert (changes.added, changes.removed) == ([], [])
    with translation.override("en"):
        addresses = [
            q.address for p in contents_of(second, "en").sections for e in p.entries for q in e.quotes
        ]
    assert all("/en/series/spring/report/2/evidence/" in address for address in addresses)
    assert Rendering.objects.filter(version=second, state="waiting").count() >= 3


def test_names_of_people_are_not_published(voted, report):
    series, _board = voted
    cast.a_registration(series, series.events.get(), name="Maija Mäkinen")
    chosen(report)
    finding = report.findings.get(kind="next_step")
    operations.save_finding(
        report=report,
        finding=finding,
        words=FindingWords(title=finding.title, text=Texts(fi="Maija Mäkisen ehdotus", sv="x", en="x")),
    )
    with translation.override("en"):
        review = operations.review_report(report=report, language="en", now=NOW)
        assert [(hit.name, hit.where) for hit in review.names] == [("Maija Mäkinen", "finding 3.1")]
        assert review.is_blocked
        with pytest.raises(NamesFound) as refused:
            operations.publish_report(report=report, with_untranslated=True, now=NOW)
    assert [hit.where for hit in refused.value.hits] == ["finding 3.1"]
    assert not Version.objects.exists()


def test_a_version_gives_way_to_a_note_where_a_person_must_be_erased(voted, report):
    series, _board = voted
    finding = report.findings.get(kind="next_step")
    operations.save_finding(
        report=report, finding=finding, words=FindingWords(title=OWN, text=Texts(fi="Kiitos Maija Mäkinen"))
    )
    first = published(report)
    maija = cast.a_registration(series, series.events.get(), name="Maija Mäkinen")  # known only now
    forget_elsewhere(maija, NOW)
    first.refresh_from_db()
    assert (first.contents, first.snapshot, first.is_replaced) == ({}, {}, True)
    assert first.replaced_note.missing() == []
    assert not Appendix.objects.filter(version=first).exists()
    second = queries.find_version(series)
    assert second.number == 2
    with connection.cursor() as cursor:
        for table in ("reports_version", "reports_finding", "reports_report", "reports_rendering"):
            cursor.execute(f"SELECT count(*) FROM {table} AS t WHERE t::text ILIKE '%mäki%'")
            assert cursor.fetchone() == (0,), table
    # It is not to be replaced again, nor brought back.
    with pytest.raises(IntegrityError, match="never changes"), transaction.atomic():
        Version.objects.filter(pk=first.pk).update(contents={"fi": {}})


# --- Verifying ---------------------------------------------------------------------------------------------


def checked(version: Version) -> list:
    contents = [contents_of(version, language) for language in version.contents]
    held = version.snapshot
    ballots_ = VoteSnapshot.from_data(held["ballots"])
    return verify(contents, ballots_, held["gaps"], (), held["coverage"], held["rests_on"])


def test_a_file_made_later_uses_the_words_its_version_was_published_with(report, monkeypatch):
    version = published(report)
    rendering = version.renderings.get(format="json", language="fi")
    monkeypatch.setattr(
        texts, "labels", lambda language, rule=2: {"contents": "Uusi sana", "later": "Myöhempi"}
    )

    words = texts.labels_of(contents_of(version, "fi"))

    assert words["contents"] == "Sisällys"
    assert words["later"] == "Myöhempi", "what a renderer says now and did not then has the words of today"
    operations.render_file(rendering=rendering, now=NOW)
    rendering.refresh_from_db()
    assert "Sisällys" in bytes(rendering.file).decode()
    draft = build_contents(report, "fi", now=NOW)
    assert draft.labels == () and texts.labels_of(draft)["contents"] == "Uusi sana"


def test_each_figure_is_computed_again_from_the_stored_votes_and_a_wrong_one_is_found():
    series, _board = a_voted_series({"Yhteistä": ("good_practice", SHARED), "Ei aikaa": ("bottleneck", WIDE)})
    version = published(operations.draft_report(series=series, now=NOW))
    lines = checked(version)
    assert all(line.is_equal for line in lines)
    assert {line.key.rpartition(".")[2] for line in lines} >= {"agree", "gap", "1"}
    assert len(lines) > 10

    figure = version.contents["sv"]["sections"][0]["entries"][0]["charts"][0]["figures"][0]
    figure["share"] -= 1
    table = next(each for each in version.contents["en"]["tables"] if each["key"] == "voters")
    table["rows"][0][1] += 1
    gap = next(iter(version.snapshot["gaps"].values()))
    gap["high"] += 1
    wrong = [line.key for line in checked(version) if not line.is_equal]
    assert sorted(wrong) == sorted([figure["key"], "table.voters.1", next(iter(version.snapshot["gaps"]))])


def test_the_command_writes_drafts_and_versions_and_verifies(voted, tmp_path, monkeypatch):
    monkeypatch.setattr(command, "_prepare", lambda: None)
    out = tmp_path / "report.html"

    def run(*arguments: str):
        return CliRunner().invoke(command.command, arguments)

    assert "no series “x”" in run("x", "--out", str(out)).output
    assert "only published ones" in run("verify", "spring").output
    outcome = run("spring", "--lang", "sv", "--format", "html", "--out", str(out))
    assert outcome.exit_code == 0, outcome.output
    html = out.read_text()
    assert '<html lang="sv">' in html and "Utkast: inte publicerat" in html
    assert '<span lang="fi">Yhteinen hankinta säästää aikaa</span>' in html

    published(Report.objects.get())
    assert run("spring", "--format", "json", "--out", str(tmp_path / "r.json")).exit_code == 0
    assert "Luonnos" not in (tmp_path / "r.json").read_text()
    assert "Luonnos" in (run("spring", "--draft", "--format", "json", "--out", str(out)), out.read_text())[1]
    outcome = run("verify", "spring")
    assert outcome.exit_code == 0
    assert outcome.output.count("equal ") > 11 and "DIFFERS" not in outcome.output
    assert run("spring", "--out", str(tmp_path / "no" / "where")).exit_code == 1
    assert {path.name for path in tmp_path.iterdir()} == {out.name, "r.json"}

    # Somebody with the right to do so takes the guard away and changes a vote: it is found.
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL session_replication_role = replica")
        cursor.execute(
            "UPDATE reports_version SET snapshot = jsonb_set(snapshot, '{ballots,votes,0,3}', '-1')"
        )
    outcome = run("verify", "spring", "--quiet")
    assert outcome.exit_code == 1
    assert "DIFFERS" in outcome.output


def test_who_registered_is_verified_too_and_counted_again_while_it_can_be(voted, monkeypatch):
    monkeypatch.setattr(command, "_prepare", lambda: None)
    series, _board = voted
    for number in range(6):
        cast.a_registration(series, email=f"{number}@example.org")
    version = published(operations.draft_report(series=series, now=NOW))
    assert {line.key: line.reported for line in checked(version)}["table.regions.1"] == (6,)

    def says(words: str) -> bool:
        outcome = CliRunner().invoke(command.command, ["verify", "spring"])
        return outcome.exit_code == 0 and words in outcome.output

    assert says("equal   table.regions.1  6") and says("Counted again from the registrations: the same.")
    cast.a_registration(series, email="late@example.org")
    assert says("as they are now, they differ")
    forget_people(series=series, now=NOW)
    assert says("equal   table.regions.1  6") and says("cannot be counted again")

    regions = next(each for each in version.contents["fi"]["tables"] if each["key"] == "regions")
    regions["rows"][0][1] += 1
    assert [line.key for line in checked(version) if not line.is_equal] == ["table.regions.1"]


def test_statements_of_an_earlier_workshop_are_compared_across_the_series(voted):
    series, first = voted
    from tests.workshops.boards import a_board

    second = a_board(cast.an_event(series, 2, perspective="pioneer"))
    root = first.statements.first()
    carried = a_statement(second, root.text, "good_practice", 1)
    carried.root, carried.carried_from = root, root
    carried.save()
    people = {}
    vote(second, carried, PLAIN, people)
    contents = build_contents(operations.draft_report(series=series, now=NOW), "en", now=NOW)
    tables = {table.key: table for table in contents.tables}
    assert tables["perspectives"].columns[1:4] == (
        "Receiving municipalities", "Pioneer municipalities", "Networks of municipalities"
    )  # fmt: skip
    assert tables["perspectives"].rows == ((root.text, "≥ 79", "≥ 77", "≥ 74", 85, 65),)
    assert [row[:5] for row in tables["workshops"].rows] == [
        ("Workshop 1", 33, 3, 0, 97), ("Workshop 2", 32, 0, 1, 32)
    ]  # fmt: skip


def test_a_draft_under_the_earlier_rule_is_drafted_again_before_it_is_published(report):
    report.findings.update(is_published=True)
    votes = dict(report.vote_snapshot)
    del votes["rule"]
    report.vote_snapshot = votes
    report.save()
    with pytest.raises(operations.DraftedUnderEarlierRule):
        operations.publish_report(report=report, with_untranslated=True, now=NOW)
    operations.draft_report(series=report.series, now=NOW)
    assert operations.publish_report(report=report, with_untranslated=True, now=NOW).number == 1

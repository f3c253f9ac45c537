"""What a series rests on, entered at the desk."""

from __future__ import annotations

import html
import re

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from skaala.evidence.models import Bottleneck, Study, StudyFinding, SupportMeasure
from skaala.ui.texts import Texts
from tests import cast

STUDY = "/en/desk/series/spring/study/"


@pytest.fixture
def study(desk):
    return Study.objects.create(series=cast.a_series(), title=Texts(fi="Selvitys"), is_illustrative=True)


def test_a_study_its_finding_and_a_measure_are_entered_changed_and_removed(desk):
    cast.a_series()
    assert b"No study yet" in desk.get(STUDY).content
    assert desk.post(f"{STUDY}new/", {"title_fi": "", "year": "last"}).status_code == 422
    desk.post(f"{STUDY}new/", {"title_fi": "Selvitys", "authors": "MDI", "year": "2023"})
    study = Study.objects.get()
    desk.post(
        f"{STUDY}{study.pk}/findings/new/",
        {
            "kind": "bottleneck",
            "text_sv": "Tid saknas",
            "bottleneck_name": "no-staff-time",
            "passage": "s. 4",
        },
    )
    finding = StudyFinding.objects.get()
    assert (finding.text, finding.bottleneck.slug) == (Texts(sv="Tid saknas"), "no-staff-time")
    form = desk.get(f"{STUDY}measures/new/?answers=no-staff-time").context["form"]
    assert form["answered"].value() == ["no-staff-time"]
    sent = {
        "name_en": "Grant",
        "kind": "money",
        "country": "SE",
        "answered": ["no-staff-time", "no-owner"],
        "from_study": study.pk,
    }
    assert desk.post(f"{STUDY}measures/new/", sent | {"from_study": ""}).status_code == 422
    assert desk.post(f"{STUDY}measures/new/", sent | {"url": "javascript:alert(1)"}).status_code == 422
    desk.post(f"{STUDY}measures/new/", sent)
    measure = SupportMeasure.objects.get()
    assert (measure.source, measure.answers.count()) == ("MDI (2023): Selvitys", 2)
    page = desk.get(f"{STUDY}bottlenecks/").content.decode()
    assert "named in 1 finding" in page
    assert (
        "Grant" in desk.get(f"{STUDY}measures/?kind=money&bottleneck=no-owner&search=grant").content.decode()
    )
    assert (
        "matches" in desk.get(f"{STUDY}measures/?search=fi").content.decode()
    )  # a language's name is no word
    assert desk.get(f"{STUDY}measures/?search=fi").context["rows"] == []
    for address in (f"measures/{measure.pk}/", f"{study.pk}/findings/{finding.pk}/", f"{study.pk}/"):
        assert desk.get(f"{STUDY}{address}remove/").status_code == 200
        desk.post(f"{STUDY}{address}remove/")
    assert not (Study.objects.exists() or StudyFinding.objects.exists() or SupportMeasure.objects.exists())


def test_what_is_of_another_series_is_not_found(desk, study):
    cast.a_series("autumn")
    other = STUDY.replace("spring", "autumn")
    for address in (
        f"{study.pk}/",
        f"{study.pk}/remove/",
        f"{study.pk}/findings/new/",
        f"{study.pk}/findings/file/",
    ):
        assert desk.get(other + address).status_code == 404


def test_a_table_is_looked_at_before_anything_is_saved_and_then_taken_in(desk, study):
    table = "Laji;Nimi\nRaha;=SUM(A1) <b>\nSoitto;Huono\n"
    file = SimpleUploadedFile("measures.csv", table.encode())
    looked = desk.post(f"{STUDY}measures/table/", {"file": file, "from_study": study.pk})
    page = looked.content.decode()
    assert (looked.status_code, SupportMeasure.objects.count()) == (200, 0)
    assert "“Soitto” is not one of these: Money" in page
    assert "=SUM(A1) &lt;b&gt;" in page and "<td>is added</td>" in page
    carried = html.unescape(re.search(r'name="table" value="([^"]*)"', page)[1])
    done = desk.post(f"{STUDY}measures/table/", {"table": carried, "from_study": study.pk}, follow=True)
    assert "1 row added. 0 rows changed. 1 row left out." in done.content.decode()
    measure = SupportMeasure.objects.get()
    assert (measure.name.get("fi"), measure.is_illustrative, measure.study) == ("=SUM(A1) <b>", True, study)
    given = desk.get(f"{STUDY}measures/file/").content.decode("utf-8-sig")
    assert "'=SUM(A1) <b>" in given

    for address, sent in (
        ("measures/table/", {"file": SimpleUploadedFile("x.csv", b"")}),
        ("measures/table/", {"file": SimpleUploadedFile("x.xlsx", b"PK\x03\x04")}),
        (f"{study.pk}/findings/table/", {"file": SimpleUploadedFile("x.csv", b"kind;colour\nx;y")}),
    ):
        assert desk.post(STUDY + address, sent).status_code == 422
    assert desk.post(f"{STUDY}measures/table/", {"table": "[[[["}).status_code == 302


def test_a_bottleneck_is_added_renamed_retired_brought_back_and_removed(desk, study):
    page = f"{STUDY}bottlenecks/"
    taken = desk.post(f"{page}new/", {"name_en": "Staff have no time", "place": "receiver"})
    assert (taken.status_code, "already" in taken.content.decode()) == (422, True)
    desk.post(f"{page}new/", {"name_en": "Distance", "place": "way"})
    desk.post(f"{page}distance/", {"name_en": "Long distance", "place": "way"})
    own = Bottleneck.objects.get(slug="distance")
    assert own.name.get("en") == "Long distance"
    desk.post(f"{page}distance/retire/", {"action": "retire"})
    choices = desk.get(f"{STUDY}{study.pk}/findings/new/").context["form"].fields["bottleneck_name"].choices
    assert "distance" not in str(choices)
    desk.post(f"{page}distance/retire/", {"action": "bring_back"})
    assert not Bottleneck.objects.get(slug="distance").is_retired
    desk.post(f"{page}distance/retire/", {"action": "remove"})
    desk.post(f"{page}language/retire/", {"action": "remove"})
    assert list(
        Bottleneck.objects.filter(slug__in=["distance", "language"]).values_list("slug", flat=True)
    ) == ["language"]


def test_lists_ask_the_database_as_often_for_many_as_for_few(study, count_queries):
    def add(number: int) -> None:
        for index in range(number):
            measure = SupportMeasure.objects.create(kind="money", name=Texts(fi=f"Tuki {number} {index}"))
            measure.answers.set(Bottleneck.objects.all()[:3])
            StudyFinding.objects.create(
                study=study,
                kind="bottleneck",
                text=Texts(fi=f"{index}"),
                bottleneck=Bottleneck.objects.first(),
            )

    add(1)
    few = [count_queries(STUDY + address) for address in ("", "measures/", "bottlenecks/")]
    add(9)
    assert [count_queries(STUDY + address) for address in ("", "measures/", "bottlenecks/")] == few

"""The controlled vocabulary of bottlenecks, what answers them, and where nothing does."""

from __future__ import annotations

import pytest

from skaala.evidence import operations, queries, rules
from skaala.evidence.messages import countries
from skaala.evidence.models import Bottleneck, Study, StudyFinding, SupportMeasure
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts
from tests import cast

pytestmark = pytest.mark.django_db


def test_the_list_that_comes_with_the_program_is_in_three_languages_and_in_the_order_of_the_way():
    listed = list(Bottleneck.objects.all())
    places = [one.place for one in listed]
    assert [places.count(place) for place in ("source", "way", "receiver")] == [8, 7, 9]
    assert places == sorted(places, key=["source", "way", "receiver"].index)
    assert [one.slug for one in listed if one.name.missing()] == []


def test_loading_again_writes_over_nothing():
    language = Bottleneck.objects.get(slug="language")
    language.name, language.is_retired = Texts(fi="Kieli"), True
    language.save()
    Bottleneck.objects.get(slug="no-owner").delete()
    assert operations.load_bottlenecks() == 1
    language.refresh_from_db()
    assert (language.name, language.is_retired) == (Texts(fi="Kieli"), True)


def test_own_bottlenecks_are_added_distinguished_by_name_and_removed_only_while_nothing_names_them():
    own = operations.save_bottleneck(
        bottleneck=Bottleneck(place="way", name=Texts(fi="Etäisyys", en="Distance"))
    )
    assert (own.slug, own.is_own, list(queries.bottlenecks().filter(place="way"))[-1]) == (
        "distance",
        True,
        own,
    )
    with pytest.raises(operations.NameTaken):
        operations.save_bottleneck(bottleneck=Bottleneck(place="source", name=Texts(en=" DISTANCE")))
    measure = SupportMeasure.objects.create(kind="money", name=Texts(fi="Raha"))
    measure.answers.add(own)
    for kept in (own, Bottleneck.objects.get(slug="language")):
        with pytest.raises(operations.StillUsed):
            operations.remove_bottleneck(bottleneck=kept)
    measure.answers.clear()
    study = Study.objects.create(series=cast.a_series(), title=Texts(fi="Selvitys"))
    finding = StudyFinding.objects.create(
        study=study, kind="bottleneck", text=Texts(fi="Kaukana"), bottleneck=own
    )
    with pytest.raises(operations.StillUsed):
        operations.remove_bottleneck(bottleneck=own)
    operations.remove_study_finding(finding=finding)
    operations.remove_bottleneck(bottleneck=own)
    assert not Bottleneck.objects.filter(slug="distance").exists()


def test_how_often_which_perspectives_what_answers_and_gaps():
    rows = rules.answered(
        ["time", "money", "will"],
        counts={"time": {"receiver": 2, "network": 5, "pioneer": 0}, "will": {"receiver": 1}},
        measures={"money": ["grant", "loan"]},
    )
    assert [(row.bottleneck, row.times, row.perspectives, row.measures, row.is_gap) for row in rows] == [
        ("time", 7, (("network", 5), ("receiver", 2)), (), True),
        ("money", 0, (), ("grant", "loan"), False),
        ("will", 1, (("receiver", 1),), (), True),
    ]
    assert [row.bottleneck for row in rules.gaps(rows)] == ["time", "will"]


def test_gaps_of_a_series_begin_with_what_its_study_names_and_measures_outlive_the_study():
    study = Study.objects.create(
        series=cast.a_series(), title=Texts(fi="Selvitys"), authors="MDI", year=2023, is_illustrative=True
    )
    owner, will = (Bottleneck.objects.get(slug=slug) for slug in ("no-owner", "no-political-will"))
    for text, bottleneck in (("Eka", owner), ("Toka", owner), ("Kolmas", will)):
        operations.save_study_finding(
            finding=StudyFinding(study=study, kind="bottleneck", text=Texts(fi=text), bottleneck=bottleneck)
        )
    measure = operations.save_measure(
        measure=SupportMeasure(kind="law", name=Texts(fi="Laki"), study=study), answers=[will]
    )
    operations.set_retired(bottleneck=Bottleneck.objects.get(slug="language"), is_retired=True)
    gaps = queries.gaps(study.series)
    assert (gaps[0].bottleneck, gaps[0].times) == (owner, 2)
    assert not {will.slug, "language"} & {row.bottleneck.slug for row in gaps}
    assert list(queries.measures_answering(will)) == [measure]
    operations.remove_study(study=study)
    measure.refresh_from_db()
    assert (measure.study, measure.source, measure.is_illustrative) == (None, "MDI (2023): Selvitys", True)


@pytest.mark.parametrize("language", LANGUAGES)
def test_countries_are_known_by_the_names_we_give_them(language):
    assert {countries.code_of(name) for name in countries.names(language).values()} == set(
        countries.names(language)
    )

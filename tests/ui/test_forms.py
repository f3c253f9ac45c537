"""Fields of our own: what comes in, what comes out, and how a form looks that was filled in wrongly."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django import forms
from django.template import Context, Template
from django.utils import translation

from skaala.ui.forms import DateAndTimeField, SearchInput, TextsFormField
from skaala.ui.offered import offering
from skaala.ui.texts import Texts

HELSINKI = ZoneInfo("Europe/Helsinki")


class EventForm(forms.Form):
    title = TextsFormField(max_length=10)
    text = TextsFormField(rows=3, required=False)
    start = DateAndTimeField()
    closes = DateAndTimeField(required=False, end_of_day=True)
    stockholm = DateAndTimeField(required=False, zone="Europe/Stockholm")


def filled(**data: str) -> EventForm:
    return EventForm({"title_fi": "Työpaja", "start_day": "2023-03-27", "start_time": "13:00", **data})


def errors(form: forms.Form, name: str) -> list[str]:
    with translation.override("en"):
        return [str(error) for error in form.errors.get(name, [])]


@pytest.mark.parametrize(
    ("sent", "texts"),
    [
        ({"title_fi": "Työpaja", "title_sv": " Verkstad "}, Texts(fi="Työpaja", sv="Verkstad", en="")),
        ({"title_fi": "", "title_en": "Workshop"}, Texts(fi="", sv="", en="Workshop")),
    ],
)
def test_texts_are_gathered_from_three_inputs(sent, texts):
    form = filled(**sent)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["title"] == texts
    assert form.cleaned_data["text"] == Texts()


def test_texts_need_one_language():
    assert errors(filled(title_fi="  "), "title") == ["Write this in at least one language."]


def test_an_error_in_one_language_names_it():
    with translation.override("en"):
        form = filled(title_sv="x" * 11)
        assert form.errors["title"] == ["Swedish: Shorten this to at most 10 characters. It has 11 now."]
    assert 'value="xxxxxxxxxxx"' in str(form["title"])


def test_texts_know_whether_they_changed():
    form = EventForm({"title_fi": "a", "start_day": "", "start_time": ""}, initial={"title": Texts(fi="a")})
    assert "title" not in form.changed_data
    assert "text" not in form.changed_data


@pytest.mark.parametrize(
    ("sent", "instant"),
    [
        ({"start_day": "2023-03-27", "start_time": "13:00"}, datetime(2023, 3, 27, 13, tzinfo=HELSINKI)),
        ({"start_day": "27.3.2023", "start_time": "13.00"}, datetime(2023, 3, 27, 13, tzinfo=HELSINKI)),
        # One hour before and after the clocks change.
        (
            {"start_day": "2023-03-26", "start_time": "02:30"},
            datetime(2023, 3, 26, 0, 30, tzinfo=ZoneInfo("UTC")),
        ),
        (
            {"start_day": "2023-03-26", "start_time": "04:30"},
            datetime(2023, 3, 26, 1, 30, tzinfo=ZoneInfo("UTC")),
        ),
    ],
)
def test_day_and_time_become_an_instant(sent, instant):
    form = filled(**sent)
    assert form.is_valid(), form.errors
    assert form.cleaned_data["start"] == instant


@pytest.mark.parametrize(
    ("sent", "message"),
    [
        ({"start_time": ""}, "Write the time too, for example 13:00."),
        ({"start_day": ""}, "Write the day too."),
        ({"start_day": "27/3"}, "Write the day as day, month and year, for example 27.3.2023."),
        ({"start_time": "noon"}, "Write the time as hours and minutes, for example 13:00."),
        (
            {"start_day": "2023-03-26", "start_time": "03:30"},
            "The clocks are set forward that night: this time of day does not exist. Choose another.",
        ),
    ],
)
def test_a_wrong_day_or_time_says_what_to_write(sent, message):
    with translation.override("en"):
        assert errors(filled(**sent), "start") == [message]


def test_a_deadline_without_a_time_is_the_end_of_that_day():
    form = filled(closes_day="2023-03-26")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["closes"] == datetime(2023, 3, 27, tzinfo=HELSINKI)


def test_a_deadline_is_shown_again_as_it_was_written():
    widget = EventForm(initial={"closes": datetime(2023, 3, 27, tzinfo=HELSINKI)})["closes"].field.widget
    assert [str(part or "") for part in widget.decompress(datetime(2023, 3, 27, tzinfo=HELSINKI))] == [
        "2023-03-26",
        "",
    ]


def test_a_field_keeps_its_own_zone():
    form = filled(stockholm_day="2023-03-27", stockholm_time="12:00")
    assert form.is_valid(), form.errors
    assert form.cleaned_data["stockholm"] == datetime(2023, 3, 27, 13, tzinfo=HELSINKI)
    shown = form["stockholm"].field.widget.decompress(datetime(2023, 3, 27, 13, tzinfo=HELSINKI))
    assert f"{shown[1]:%H:%M}" == "12:00"


class PlainForm(forms.Form):
    name = forms.CharField(help_text="As on a name tag")
    town = forms.CharField(required=False, widget=SearchInput(["Ii", "Vaasa"]))
    mode = forms.ChoiceField(choices=[("a", "A"), ("b", "B")], widget=forms.RadioSelect)


def test_a_field_binds_its_hint_and_error_to_its_input():
    html = PlainForm({"name": ""})["name"].as_field_group()
    assert 'aria-invalid="true"' in html
    assert 'aria-describedby="id_name_helptext id_name_error"' in html
    assert 'id="id_name_helptext"' in html
    assert 'id="id_name_error"' in html


def test_what_is_optional_says_so():
    with translation.override("fi"):
        assert "(vapaaehtoinen)" in PlainForm()["town"].as_field_group()
        assert "(vapaaehtoinen)" not in PlainForm()["name"].as_field_group()


def test_a_search_input_brings_its_list():
    html = str(PlainForm()["town"])
    assert 'list="id_town_options"' in html
    assert '<datalist id="id_town_options">' in html
    assert html.count("<option>") == 2


def test_the_summary_leads_to_each_field():
    template = Template("{% load components %}{% error_summary form %}")
    html = template.render(Context({"form": PlainForm({"name": ""})}))
    assert 'href="#id_name"' in html
    assert 'href="#id_mode_0"' in html
    assert template.render(Context({"form": PlainForm()})).strip() == ""


def test_a_text_that_is_cleared_takes_along_what_nobody_sees_and_one_never_written_there_is_kept():
    with offering(["fi"]):
        shown = str(EventForm(initial={"title": Texts(fi="Työpaja", sv="Verkstad")})["title"])
        assert 'name="title_was_written"' in shown
        cleared = EventForm({"title_fi": " ", "title_sv": "Verkstad", "title_was_written": "1"})
        assert errors(cleared, "title") == ["Write this in at least one language."]
        assert 'name="text_was_written"' not in str(EventForm(initial={"text": Texts(sv="Text")})["text"])
        form = EventForm({"title_fi": "Työpaja", "text_fi": "", "text_sv": "Text"})
        form.is_valid()
        assert form.cleaned_data["text"] == Texts(sv="Text")

"""What a form refuses is said in our own sentences, not in Django's."""

from __future__ import annotations

import json
import re

import pytest
from django import forms
from django.template import Context, Template
from django.utils.translation import override

DJANGOS = (
    "required",
    "vaaditaan",
    "måste fyllas i",
    "Ensure",
    "valid",
    "Enter ",
    "Syötä",
    "Kontrollera att",
    "oikea",
)


class Everything(forms.Form):
    name = forms.CharField(max_length=3, min_length=2)
    missing = forms.CharField()
    email = forms.EmailField()
    page = forms.URLField(assume_scheme="https")
    count = forms.IntegerField(max_value=3)
    share = forms.DecimalField(min_value=3)
    number = forms.FloatField()
    day = forms.DateField()
    time = forms.TimeField()
    one = forms.ChoiceField(choices=[("a", "A")])
    several = forms.MultipleChoiceField(choices=[("a", "A")])
    file = forms.FileField()


WRONG = {
    "name": "abcd", "email": "nobody", "page": "a b", "count": "4", "share": "2", "number": "x", "day": "x", "time": "x",
    "one": "b", "several": ["b"],
}  # fmt: skip


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("sent", [WRONG, {}, {"count": "x", "share": "x", "name": "a", "several": "a\x00"}])
def test_no_sentence_is_djangos(language: str, sent: dict[str, object]):
    with override(language):
        errors = [str(error) for found in Everything(sent).errors.values() for error in found]
    assert errors
    assert [error for error in errors if any(word in error for word in DJANGOS)] == []


def test_a_long_text_says_how_long_it_may_be():
    expected = {
        "en": "Shorten this to at most 3 characters. It has 4 now.",
        "fi": "Lyhennä enintään 3 merkkiin. Nyt merkkejä on 4.",
        "sv": "Förkorta till högst 3 tecken. Nu är det 4.",
    }
    for language, sentence in expected.items():
        with override(language):
            assert Everything(WRONG).errors["name"] == [sentence]


def test_a_field_keeps_its_own_sentence():
    with override("en"):
        assert forms.CharField(error_messages={"required": "Write your name."}).error_messages[
            "required"
        ] == ("Write your name.")


def test_sentences_of_a_script_are_one_block_of_data():
    page = Template('{% load components %}{% script_texts "t" one="a </script> b" many="{number}" %}').render(
        Context()
    )
    block = re.fullmatch(r'<script id="t" type="application/json">(.+)</script>', page)
    assert block and json.loads(block[1]) == {"one": "a </script> b", "many": "{number}"}
    assert "</script>" not in block[1]

"""Words in the reader's language, or marked as another."""

from datetime import datetime
from zoneinfo import ZoneInfo

import pytest
from django.template import Context, Template
from django.utils import translation

from skaala.ui.texts import Texts

HELSINKI = ZoneInfo("Europe/Helsinki")
BOTH = Texts(fi="Kestävyys & talous", sv="Hållbarhet & ekonomi")


def draw(source: str, language: str, **context) -> str:
    with translation.override(language):
        return Template("{% load words %}" + source).render(Context(context))


@pytest.mark.parametrize("source", ["{{ text|words }}", "{% words text %}"])
@pytest.mark.parametrize(
    ("language", "drawn"),
    [
        ("fi", "Kestävyys &amp; talous"),
        ("sv", "Hållbarhet &amp; ekonomi"),
        ("en", '<span lang="fi">Kestävyys &amp; talous</span>'),
    ],
)
def test_words_are_escaped_and_a_fallback_says_its_language(source, language, drawn):
    assert draw(source, language, text=BOTH) == drawn


@pytest.mark.parametrize(
    ("value", "drawn"),
    [("<b>", "&lt;b&gt;"), (None, ""), (Texts(), ""), (7, "7"), (Texts(fi="<i>"), "&lt;i&gt;")],
)
def test_words_take_anything(value, drawn):
    assert draw("{{ value|words }}", "fi", value=value) == drawn


@pytest.mark.parametrize(
    ("language", "note"), [("fi", "Vain ruotsiksi"), ("en", "Only in Swedish"), ("sv", None)]
)
def test_markdown_in_another_language_says_so(language, note):
    drawn = draw("{% markdown text %}", language, text=Texts(sv="**Hej**"))
    if note is None:
        assert drawn == '<div class="prose"><p><strong>Hej</strong></p>\n</div>'
    else:
        assert drawn == (
            f'<div class="prose"><p><span class="language-note">{note}</span></p>'
            '<div lang="sv"><p><strong>Hej</strong></p>\n</div></div>'
        )


def test_nothing_written_draws_nothing():
    assert (
        draw(
            "{% markdown text %}{% language_note text %}{% when none %}{% deadline none %}",
            "fi",
            text=Texts(),
            none=None,
        )
        == ""
    )


def test_times_carry_the_instant_for_machines():
    start, end = datetime(2023, 3, 27, 13, tzinfo=HELSINKI), datetime(2023, 3, 27, 15, tzinfo=HELSINKI)
    assert draw("{% when start end 'Europe/Helsinki' %}", "sv", start=start, end=end) == (
        '<time datetime="2023-03-27T13:00+03:00">mån 27.3.2023 kl. 13–15 (finsk tid)</time>'
    )
    assert draw("{% deadline start %}", "fi", start=start) == (
        '<time datetime="2023-03-27T13:00+03:00">27.3.2023 klo 13 asti</time>'
    )
    assert draw("{% day start %}", "fi", start=start) == '<time datetime="2023-03-27">27.3.2023</time>'
    assert draw("{% clock start %}", "fi", start=start) == '<time datetime="13:00">13</time>'

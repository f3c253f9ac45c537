"""Every interface text exists in Finnish, Swedish and English (invariant 10), and all text uses one vocabulary."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from checks import words
from skaala.config import catalogues


def test_every_text_is_there_in_three_languages():
    assert list(catalogues.problems()) == []


def test_a_missing_text_would_be_seen(tmp_path: Path):
    room = tmp_path / "room"
    (room / "templates").mkdir(parents=True)
    (room / "templates" / "page.html").write_text(
        "<p>\n    {% translate 'Hello there' %}</p>\n  {% blocktranslate count n=3 %}One {{ n }}{% plural %}Many {{ n }}{% endblocktranslate %}"
    )
    (room / "words.py").write_text('from x import pgettext_lazy\nA = pgettext_lazy("status", "Open")\n')
    assert set(catalogues.extract(room)) == {(None, "Hello there"), (None, "One %(n)s"), ("status", "Open")}


def test_a_lost_placeholder_would_be_seen():
    from babel.messages.catalog import Message

    faults = list(catalogues._faults(Message("Closes on %(when)s", string="Sulkeutuu")))
    assert len(faults) == 1 and "placeholders" in faults[0]


def test_everything_is_written_in_one_vocabulary():
    assert [str(finding) for finding in words.find(words.ROOT, words.read_words())] == []


PO = 'msgid ""\nmsgstr "Content-Type: text/plain; charset=utf-8\\n"\n\nmsgid "%s"\nmsgstr "%s"\n'


@pytest.mark.parametrize(
    ("file", "content", "found"),
    [
        (
            "src/skaala/ui/locale/fi/LC_MESSAGES/django.po",
            PO % ("A bygone word", "Sana"),
            "django.po:4: bygone → today",
        ),
        (
            "src/skaala/ui/locale/sv/LC_MESSAGES/django.po",
            PO % ("Word", "Forna ord"),
            "django.po:4: Forna → idag",
        ),
        ("docs/guide.md", "# Guide\n\n`bygone` is code, but this is bygone.\n", "guide.md:3: bygone → today"),
        ("src/skaala/a.py", '"""First.\n\nThe Bygone.\n"""\n', "a.py:3: Bygone → today"),
        ("tests/test_a.py", "# Told by\nA = 1  # bygone\n", "test_a.py:2: bygone → today"),
        ("benchmarks/a.py", "import os\n\nlist_of_bygone = os\n", "a.py:3: bygone → today"),
        ("benchmarks/b.py", "class BygoneForm: ...\n", "b.py:1: Bygone → today"),
        ("src/skaala/a.html", "<p>\n{# bygone #}bygone</p>", "a.html:2: bygone → today"),
        ("src/skaala/a.js", 'const a = "bygone"\n// bygone\n', "a.js:2: bygone → today"),
        ("src/skaala/old/bygone.py", "bygone = 'in strings and in files that may: bygone'\n", None),
        ("src/skaala/a/migrations/b.py", "bygone = 1\n", None),
    ],
)
def test_a_word_of_another_vocabulary_is_found_where_it_is(
    tmp_path: Path, file: str, content: str, found: str | None
):
    data = tmp_path / "words.toml"
    data.write_text(
        '[[word]]\nfind = "bygone"\nuse = "today"\nin = ["en", "docs", "comments", "names"]\n'
        '[word.allowed]\n"src/skaala/old/*" = "history"\n'
        '[[word]]\nfind = "forna"\nuse = "idag"\nin = ["sv"]\n'
    )
    path = tmp_path / file
    path.parent.mkdir(parents=True)
    path.write_text(content)
    findings = [str(finding) for finding in words.find(tmp_path, words.read_words(data))]
    assert [finding.rpartition("/")[2] for finding in findings] == ([found] if found else [])


def test_the_names_of_the_glossary_are_in_the_code():
    code = "\n".join(path.read_text() for path in (words.ROOT / "src").rglob("*.py"))
    rows = [
        row.split("|") for row in (words.ROOT / "docs" / "glossary.md").read_text().splitlines() if "|" in row
    ][2:]
    assert {len(row) for row in rows} == {7}
    names = {part for row in rows for name in re.findall("`(.+?)`", row[5]) for part in name.split(".")}
    assert [name for name in sorted(names) if not re.search(rf"\b{re.escape(name)}\b", code)] == []

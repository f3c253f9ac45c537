"""What people write in Markdown comes out readable and harmless."""

from html.parser import HTMLParser

import pytest

from skaala.ui.markdown import to_html


class Tags(HTMLParser):
    """What a browser would see: the tags with their attributes."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[tuple[str, dict[str, str | None]]] = []

    def handle_starttag(self, tag, attrs):
        self.found.append((tag, dict(attrs)))


@pytest.mark.parametrize(
    ("text", "html"),
    [
        ("**hyvä** *käytäntö*", "<p><strong>hyvä</strong> <em>käytäntö</em></p>\n"),
        ("- yksi\n- kaksi", "<ul>\n<li>yksi</li>\n<li>kaksi</li>\n</ul>\n"),
        ("3. kolme", '<ol start="3">\n<li>kolme</li>\n</ol>\n'),
        (
            "[selvitys](https://example.org/a?b=1&c=2)",
            '<p><a href="https://example.org/a?b=1&amp;c=2" rel="noopener noreferrer">selvitys</a></p>\n',
        ),
        (
            "[kirjoita](mailto:a@example.org)",
            '<p><a href="mailto:a@example.org" rel="noopener noreferrer">kirjoita</a></p>\n',
        ),
        ("1 < 2 & 3", "<p>1 &lt; 2 &amp; 3</p>\n"),
        ("", ""),
    ],
)
def test_markdown_becomes_html(text, html):
    assert to_html(text) == html


@pytest.mark.parametrize(
    "text",
    [
        "<script>alert(1)</script>",
        "<img src=x onerror=alert(1)>",
        "<svg onload=alert(1)>",
        '<a href="javascript:alert(1)">x</a>',
        "[x](javascript:alert(1))",
        "[x](JaVaScRiPt:alert(1))",
        "[x](java&#115;cript:alert(1))",
        "[x](data:text/html;base64,PHNjcmlwdD4=)",
        "[x](vbscript:msgbox(1))",
        "![x](https://example.org/follows-you.png)",
        "![x](data:image/svg+xml;base64,PHN2Zz4=)",
        '<iframe src="https://example.org"></iframe>',
        "<style>body{display:none}</style>",
        "<p style='position:fixed'>x</p>",
        "<form action=/><input name=password></form>",
        '[x](https://example.org/ "t\\" onmouseover=alert(1)")',
        "<https://example.org/\"onclick='alert(1)>",
    ],
)
def test_nothing_that_acts_or_loads_survives(text):
    tags = Tags()
    tags.feed(to_html(text))
    for name, attributes in tags.found:
        assert name in {"p", "a"}
        assert set(attributes) <= {"href", "title", "rel"}
        assert attributes.get("href", "https://example.org/").startswith("https://example.org/")


@pytest.mark.parametrize(
    ("text", "level", "tags"),
    [
        ("# a\n## b\n### c", 3, ["h3", "h4", "h5"]),
        ("## a\n## b", 2, ["h2", "h2"]),
        ("# a\n#### b", 2, ["h2", "h3"]),
        ("# a\n## b\n### c", 5, ["h5", "h6", "h6"]),
    ],
)
def test_headings_fit_into_the_page_without_a_gap(text, level, tags):
    html = to_html(text, level)
    assert [part[:2] for part in html.split("<") if part.startswith("h")] == tags

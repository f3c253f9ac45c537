"""The living style guide holds every component, in three languages, and needs no database and no cookies."""

import re

import pytest

from skaala.ui.style_guide import views
from skaala.ui.style_guide.messages import TITLES
from skaala.ui.templatetags import components

PAGES = ["", *(f"patterns/{pattern}/" for pattern in views.PATTERNS)]
DRAWN_WITHIN_OTHERS = {"form", "colour_input", "search_input", "sort_header"}


def folders() -> set[str]:
    return {path.name for path in views.COMPONENTS.iterdir() if path.is_dir()}


def test_every_component_has_examples_a_promise_and_a_name():
    assert folders() - DRAWN_WITHIN_OTHERS == set(views.names()) == set(TITLES)
    assert [name for name in folders() if not views.promise(name)] == []
    assert [name for name, title in TITLES.items() if title.missing()] == []


def test_every_tag_draws_a_component():
    # Data for scripts and an answer, which draw nothing, and a notice that is there only where no mail server is set.
    assert set(components.register.tags) - folders() == {"script_texts", "no_email_notice", "sends_email"}


@pytest.mark.parametrize("language", ["fi", "sv", "en"])
@pytest.mark.parametrize("page", PAGES)
def test_each_page_is_drawn_without_database_cookies_or_inline_styles(client, language, page):
    response = client.get(f"/{language}/style/{page}")
    html = response.content.decode()
    assert response.status_code == 200
    assert response.cookies == {}
    assert len(re.findall("<h1[ >]", html)) == 1
    assert " style=" not in html
    assert not re.search(r"<script(?![^>]*\ssrc=)", html)
    ids = re.findall(r'\sid="([^"]*)"', html)
    assert sorted(ids) == sorted(set(ids))


def test_an_unknown_pattern_is_not_found(client):
    assert client.get("/fi/style/patterns/nothing/").status_code == 404


def test_content_in_one_language_is_marked(client):
    html = client.get("/fi/style/").content.decode()
    assert '<span class="language-note">Vain ruotsiksi</span>' in html
    assert '<div lang="sv">' in html

"""Markdown that people write, made into HTML that is safe to show.

CommonMark without raw HTML and without images (they would be fetched from strangers' servers); what comes
out passes an allow-list once more, so that a flaw in one of the two does no harm.
"""

from __future__ import annotations

from functools import lru_cache

import nh3
from django.utils.safestring import SafeString, mark_safe
from markdown_it import MarkdownIt
from markdown_it.token import Token

_parser = MarkdownIt("commonmark", {"html": False}).disable("image")

_TAGS = {
    "h2",
    "h3",
    "h4",
    "h5",
    "h6",
    "p",
    "br",
    "hr",
    "ul",
    "ol",
    "li",
    "blockquote",
    "pre",
    "code",
    "em",
    "strong",
    "a",
}
_ATTRIBUTES = {"a": {"href", "title"}, "ol": {"start"}}
_SCHEMES = {"https", "http", "mailto", "tel"}


@lru_cache(maxsize=1024)
def to_html(text: str, first_heading_level: int = 3) -> SafeString:
    """
    Return ``text`` as HTML. Its highest heading gets ``first_heading_level`` and the others follow without a
    gap, so that the page around it keeps a proper outline.
    """
    tokens = _parser.parse(text)
    _shift_headings(tokens, first_heading_level)
    html = _parser.renderer.render(tokens, _parser.options, {})
    return mark_safe(  # noqa: S308 — the allow-list is what makes it safe
        nh3.clean(
            html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes=_SCHEMES, link_rel="noopener noreferrer"
        )
    )


def _shift_headings(tokens: list[Token], first_level: int) -> None:
    headings = [token for token in tokens if token.type in {"heading_open", "heading_close"}]
    levels = sorted({token.tag for token in headings})
    for token in headings:
        token.tag = f"h{min(6, first_level + levels.index(token.tag))}"

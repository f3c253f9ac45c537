"""
A form on a finished page, filled with what somebody has typed in it before.

Works on the HTML of any page, so that no page has to know that its form may come back; nothing is sent by it.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass, field
from html import escape
from html.parser import HTMLParser
from urllib.parse import urljoin, urlsplit

Typed = dict[str, list[str]]
NEVER_TYPED = {"submit", "button", "image", "reset", "file", "password"}
"""Inputs that keep what they have: buttons, files, which a browser lets nobody fill, and passwords."""


@dataclass
class _Control:
    """An input, a list of options or a text: where its tag is in the HTML, and what it says."""

    tag: str
    start: int
    text: str
    given: dict[str, str]
    inside: tuple[int, int] = (0, 0)
    options: list[_Control] = field(default_factory=list)

    @property
    def name(self) -> str:
        return self.given.get("name", "")

    @property
    def kind(self) -> str:
        return self.given.get("type", "text").lower() if self.tag == "input" else self.tag

    @property
    def takes_typing(self) -> bool:
        return self.tag != "button" and self.kind not in NEVER_TYPED


@dataclass
class _Form:
    start: int
    action: str
    controls: list[_Control] = field(default_factory=list)
    also_sends_to: set[str] = field(default_factory=set)


@dataclass(frozen=True)
class Filled:
    """
    What came of filling.

    :ivar html: the page
    :ivar is_found: whether it has the form
    :ivar homeless: what was typed and has no place in the form, as shown
    :ivar is_partly_empty: whether the form has fields for files or passwords, which are empty again
    """

    html: str
    is_found: bool
    homeless: list[str]
    is_partly_empty: bool = False


def fill(html: str, *, page: str, action: str, typed: Typed, note: Callable[[Filled], str]) -> Filled:
    """
    Fill the form of a page.

    :param page: the page's own path, to which its addresses are relative
    :param action: the path that the form sends to
    :param note: returns the HTML that goes before the form, or before all content if the page has no such form
    """
    found = _Forms(page)
    found.feed(html)
    form = _best([one for one in found.forms if action in {one.action, *one.also_sends_to}], typed)
    if form is None:
        filled = Filled(html, is_found=False, homeless=_texts(typed, set()))
        return Filled(_put(html, [(found.top, found.top, note(filled))]), False, filled.homeless)
    edits = _edits(form, typed)
    names = {one.name for one in form.controls}
    is_partly_empty = any(one.kind in {"file", "password"} for one in form.controls)
    filled = Filled(html, True, _texts(typed, names), is_partly_empty)
    html = _put(html, [(form.start, form.start, note(filled)), *edits])
    return Filled(html, True, filled.homeless, is_partly_empty)


def _best(forms: list[_Form], typed: Typed) -> _Form | None:
    """Return the one that was sent: of several to the same address the one whose hidden inputs say the same."""

    def likeness(form: _Form) -> tuple[int, int]:
        hidden = [one for one in form.controls if one.kind == "hidden" and one.name in typed]
        same = sum(one.given.get("value", "") in typed[one.name] for one in hidden)
        return len({one.name for one in form.controls} & set(typed)), same

    return max(forms, key=likeness, default=None)


def _texts(typed: Typed, placed: set[str]) -> list[str]:
    return [one for name, values in typed.items() if name not in placed for one in values if one.strip()]


def _edits(form: _Form, typed: Typed) -> list[tuple[int, int, str]]:
    edits = []
    left = {name: list(values) for name, values in typed.items()}
    for one in form.controls:
        if not one.takes_typing or not one.name or "disabled" in one.given:
            continue
        values = typed.get(one.name, [])
        if one.kind in {"checkbox", "radio"}:
            tag = _with(one, "checked", "" if one.given.get("value", "on") in values else None)
        elif one.tag == "select":
            edits += [
                (each.start, each.start + len(each.text), _with(each, "selected", "" if chosen else None))
                for each in one.options
                for chosen in [each.given.get("value", "") in values]
            ]
            continue
        elif one.name not in typed:
            continue
        else:
            # Several inputs of one name are filled in their order.
            value = left[one.name].pop(0) if left[one.name] else ""
            if one.tag == "textarea":
                # The first line break inside is the tag's own.
                edits.append((*one.inside, "\n" + escape(value, quote=False)))
                continue
            tag = _with(one, "value", value)
        edits.append((one.start, one.start + len(one.text), tag))
    return edits


def _with(one: _Control, name: str, value: str | None) -> str:
    """Return the tag with one attribute set, or without it."""
    bare = re.sub(rf"""\s{name}(\s*=\s*("[^"]*"|'[^']*'|[^\s>]+))?(?=[\s/>])""", "", one.text, flags=re.I)
    if value is None:
        return bare
    head = f"<{one.tag}"
    said = name if name in {"checked", "selected"} else f'{name}="{escape(value)}"'
    return f"{head} {said}{bare[len(head) :]}"


def _put(html: str, edits: list[tuple[int, int, str]]) -> str:
    for start, end, text in sorted(edits, reverse=True):
        html = html[:start] + text + html[end:]
    return html


class _Forms(HTMLParser):
    """Finds the forms that are sent by POST, and where the content of the page begins."""

    def __init__(self, page: str) -> None:
        super().__init__(convert_charrefs=True)
        self.page, self.top = page, 0
        self.forms: list[_Form] = []
        self._open: _Form | None = None
        self._by_id: dict[str, _Form] = {}
        self._loose: list[tuple[str, _Control]] = []
        self._text: _Control | None = None
        self._list: _Control | None = None
        self._lines: list[int] = []

    def feed(self, data: str) -> None:
        self._lines = [0, *(found.end() for found in re.finditer("\n", data))]
        super().feed(data)
        self.close()
        for owner, control in self._loose:
            if owner in self._by_id:
                self._add(self._by_id[owner], control)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, text = self._here(), self.get_starttag_text() or ""
        given = {name: value or "" for name, value in attrs}
        if tag == "main":
            self.top = start + len(text)
        elif tag == "form":
            self._open = _Form(start, self._path(given.get("action", "")))
            if given.get("method", "").lower() == "post":
                self.forms.append(self._open)
                self._by_id[given.get("id", "")] = self._open
        elif tag == "option" and self._list is not None:
            self._list.options.append(_Control(tag, start, text, given))
        elif tag in {"input", "textarea", "select", "button"}:
            control = _Control(tag, start, text, given)
            if "form" in given:
                self._loose.append((given["form"], control))
            elif self._open is not None:
                self._add(self._open, control)
            if tag == "textarea":
                control.inside = (start + len(text), start + len(text))
                self._text = control
            elif tag == "select":
                self._list = control

    def handle_endtag(self, tag: str) -> None:
        if tag == "form":
            self._open = None
        elif tag == "select":
            self._list = None
        elif tag == "textarea" and self._text is not None:
            self._text.inside = (self._text.inside[0], self._here())
            self._text = None

    def _add(self, form: _Form, control: _Control) -> None:
        form.controls.append(control)
        if "formaction" in control.given:
            form.also_sends_to.add(self._path(control.given["formaction"]))

    def _path(self, address: str) -> str:
        return urlsplit(urljoin(self.page, address)).path if address else self.page

    def _here(self) -> int:
        line, column = self.getpos()
        return self._lines[line - 1] + column

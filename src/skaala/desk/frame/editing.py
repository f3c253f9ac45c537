"""
Nothing is overwritten: what two people change in a form at the same time.

A form says with which contents it was opened, as a digest of each input. When it comes back, an input that was left as it was
keeps what is saved by now; where somebody else has changed the same input, both texts are shown to choose from.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import wraps
from hashlib import blake2b
from typing import Any, cast

from django import forms
from django.db import connection, transaction
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from skaala.tables.characters import tidy

OPENED_WITH = "opened_with"
CHOICE = "choose-"
MINE, THEIRS = "mine", "theirs"
_ASKED = "?"
"""Before the digest of an input of which both texts were shown: what is wanted must then be said."""
_SPACE = 0xED17 << 44
"""The first bits of our advisory locks, so that they meet nobody else's."""

Raw = dict[str, list[str]]


@dataclass(frozen=True)
class Conflict:
    """An input that two people have changed: what stands there now, and what was typed here."""

    name: str
    label: str
    mine: str
    theirs: str
    language: str = ""

    @property
    def choice_name(self) -> str:
        return CHOICE + self.name


def digest(values: list[str]) -> str:
    """Return a short word that differs wherever what was typed differs; browsers and our tidying change line ends and spaces."""
    written = "\0".join(sorted(tidy(one).replace("\r\n", "\n").strip() for one in values if one))
    return blake2b(written.encode(), digest_size=6).hexdigest()


def raw_values(form: forms.BaseForm) -> Raw:
    """Return what the inputs of ``form`` hold before anybody types, by the name of the input, as a browser would send it."""
    found: Raw = {}
    for bound in form:
        if isinstance(bound.field, forms.FileField):
            continue
        value = bound.field.prepare_value(form.get_initial_for_field(bound.field, bound.name))
        widget = bound.field.widget.get_context(bound.html_name, value, {})["widget"]
        for part in widget.get("subwidgets") or [widget]:
            found[part["name"]] = _sent(part)
    return found


def _sent(widget: Mapping[str, Any]) -> list[str]:
    if widget.get("type") == "checkbox" and "optgroups" not in widget:
        return ["on"] if widget["attrs"].get("checked") else []
    value = widget["value"]
    values = value if isinstance(value, list) else [value]
    return [str(one) for one in values if one not in (None, "")]


class Merging(forms.Form):
    """A form that knows with which contents it was opened; see the module. ``beside`` is what stands next to its own fields."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.conflicts: list[Conflict] = []
        self.beside: dict[str, str] = {}
        self._is_merged = False
        self._renewed: set[str] = set()

    @property
    def is_merging(self) -> bool:
        """Whether there is something to overwrite: what is new has been seen by nobody else."""
        return True

    def held(self) -> Raw:
        """Return what is saved now, as the inputs show it."""
        return raw_values(self)

    def opened_with(self) -> str:
        """Return the hidden input's value: a digest of each input, and of what stands beside them."""
        if not self.is_merging:
            return ""
        held = {name: digest(values) for name, values in self._held_now().items()}
        if self.is_bound:
            asked = {one.name for one in self.conflicts}
            before = self._base()
            held = {
                name: _ASKED + now
                if name in asked
                else (now if name in self._renewed else before.get(name, now))
                for name, now in held.items()
            }
        return json.dumps(held, separators=(",", ":"))

    def keeps(self, name: str, mine: str) -> bool:
        """Say whether what stands beside the form was left here as it was, so that what is saved stays."""
        return self._base().get(f"+{name}") == digest([mine])

    def refuses(self, name: str, mine: str) -> bool:
        """Say, also to the reader, whether somebody else has changed what stands beside the form and was changed here too."""
        base, now = self._base().get(f"+{name}"), self.beside[name]
        if base is None or digest([now]) in {base, digest([mine])} or self.keeps(name, mine):
            return False
        self._renewed.add(f"+{name}")
        self.add_error(
            None,
            _(
                "Somebody else has changed this meanwhile. Saved now: %(now)s. Save again to put yours in its place."
            )
            % {"now": now or "–"},
        )
        return True

    def full_clean(self) -> None:
        if self.is_bound and self.is_merging and not self._is_merged:
            self._is_merged = True
            self._merge()
        super().full_clean()
        if self.is_bound and self.conflicts:
            self.add_error(
                None,
                _(
                    "Somebody else has changed the same text since you opened the page. Choose below which one stays."
                ),
            )

    def _held_now(self) -> Raw:
        return {**self.held(), **{f"+{name}": [text] for name, text in self.beside.items()}}

    def _base(self) -> dict[str, str]:
        try:
            found = json.loads(self.data.get(OPENED_WITH, "") or "{}")
        except ValueError:
            return {}
        if not isinstance(found, dict):
            return {}
        return {name: one.removeprefix(_ASKED) for name, one in found.items() if isinstance(one, str)}

    def _was_asked(self, name: str) -> bool:
        return f'"{name}":"{_ASKED}' in self.data.get(OPENED_WITH, "")

    def _merge(self) -> None:
        base = self._base()
        if not base:
            return
        data: Any = cast(Any, self.data).copy()
        for name, theirs in self.held().items():
            if name not in base:
                continue
            mine = data.getlist(name)
            choice = self.data.get(CHOICE + name, "")
            is_theirs_new = digest(theirs) != base[name]
            if digest(mine) == digest(theirs):
                continue
            if digest(mine) == base[name] or (choice == THEIRS and not is_theirs_new):
                data.setlist(name, theirs)
            elif is_theirs_new or (self._was_asked(name) and choice != MINE):
                self.conflicts.append(self._conflict(name, mine, theirs))
        self.data = data

    def _conflict(self, name: str, mine: list[str], theirs: list[str]) -> Conflict:
        for bound in self:
            for label, language, part in _inputs(bound):
                if part == name:
                    say = _words(bound.field)
                    return Conflict(name, label, say(mine), say(theirs), language)
        raise KeyError(name)


def _inputs(bound: forms.BoundField) -> Iterator[tuple[str, str, str]]:
    """Give label, language and name of each input of a field."""
    widget = bound.field.widget.get_context(bound.html_name, None, {})["widget"]
    for part in widget.get("subwidgets") or [widget]:
        label = part.get("label")
        yield (
            f"{bound.label} ({label})" if label else str(bound.label),
            part.get("language", ""),
            part["name"],
        )


def _words(field: forms.Field) -> Callable[[list[str]], str]:
    """Return how the values of a field are shown: a choice by what it is called, a tick as yes or no."""
    if isinstance(field, forms.BooleanField):
        return lambda values: _("Yes") if values else _("No")
    choices = getattr(field, "choices", None)
    known = {str(key): str(label) for key, label in choices} if choices is not None else {}
    return lambda values: ", ".join(known.get(one, one) for one in values)


def one_at_a_time(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Have forms of the same series saved one after the other, so that each sees what the one before has saved."""

    @wraps(view)
    def guarded(request: HttpRequest, slug: str, *args: Any, **parts: Any) -> HttpResponse:
        if request.method != "POST":
            return view(request, slug, *args, **parts)
        with transaction.atomic():
            with connection.cursor() as cursor:
                cursor.execute("SELECT pg_advisory_xact_lock(%s + hashtext(%s))", [_SPACE, slug])
            return view(request, slug, *args, **parts)

    return guarded

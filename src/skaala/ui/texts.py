"""Words that people write in the languages of the settings, and how one of them is chosen for a reader.

Kept as one JSON value (`{"fi": "…", "sv": "…"}`), so that a text is one thing with several faces and not several fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import override

from skaala.ui.languages import LANGUAGES, known_language, reader_language
from skaala.ui.offered import offered


@dataclass(frozen=True, slots=True)
class Words:
    """A text as one reader gets it: the words, their language, and whether that is not the one they asked for."""

    text: str
    language: str
    is_fallback: bool

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)

    @property
    def is_noted(self) -> bool:
        """Whether the reader is told that it is not in their language: not where their language is not offered."""
        return self.is_fallback and reader_language() in offered()


@dataclass(frozen=True, slots=True, init=False, repr=False)
class Texts:
    """
    One text in any languages: `Texts(fi="Kunta", sv="Kommun")`.

    What is written in a language that the settings no longer have is kept, and shown where nothing else is written.
    """

    _written: tuple[tuple[str, str], ...]

    def __init__(self, **texts: str) -> None:
        written = tuple(sorted((code, text) for code, text in texts.items() if text))
        object.__setattr__(self, "_written", written)

    def __bool__(self) -> bool:
        return bool(self._written)

    def __str__(self) -> str:
        return self.for_reader().text

    def __repr__(self) -> str:
        return f"Texts({', '.join(f'{code}={text!r}' for code, text in self.as_dict().items())})"

    def get(self, code: str) -> str:
        """Return the text in the language ``code`` itself, empty where it has not been written."""
        return dict(self._written).get(code, "")

    def for_reader(self, language: str | None = None) -> Words:
        """
        Return the words in ``language`` (default: the one now active), else in the first language that has any.

        Those that are offered come first.
        """
        wanted = known_language(language) if language else reader_language()
        if text := self.get(wanted):
            return Words(text, wanted, is_fallback=False)
        for code in (*offered(), *self.as_dict()):
            if text := self.get(code):
                return Words(text, code, is_fallback=True)
        return Words("", wanted, is_fallback=False)

    def missing(self) -> list[str]:
        """Return the offered languages in which this text is not written, none if it is not written at all."""
        return [code for code in offered() if not self.get(code)] if self else []

    def as_dict(self) -> dict[str, str]:
        """Return only the languages that have words, those of the settings first."""
        written = dict(self._written)
        return {code: written[code] for code in (*LANGUAGES, *written) if code in written}

    @classmethod
    def from_dict(cls, value: dict[str, str] | None) -> Texts:
        return cls(**{code: str(text) for code, text in (value or {}).items()})


def in_every_language(message: Any) -> Texts:
    """Return a message of the interface, lazily translated, as a text in each language."""
    texts = {}
    for code in LANGUAGES:
        with override(code):
            texts[code] = str(message)
    return Texts(**texts)


class TextsField(models.JSONField):
    """A column that holds :class:`Texts`."""

    description = "Words in several languages"

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("default", Texts)
        kwargs.setdefault("blank", True)
        super().__init__(*args, **kwargs)

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Texts:
        return Texts.from_dict(super().from_db_value(value, expression, connection))

    def to_python(self, value: Any) -> Texts:
        if isinstance(value, Texts):
            return value
        if isinstance(value, str):
            value = super().to_python(value)
        return Texts.from_dict(value)

    def get_db_prep_value(self, value: Any, connection: Any, prepared: bool = False) -> Any:
        if isinstance(value, Texts):
            value = value.as_dict()
        return super().get_db_prep_value(value, connection, prepared)

    def value_to_string(self, obj: models.Model) -> Any:
        return self.value_from_object(obj).as_dict()

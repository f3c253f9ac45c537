"""Words that people write in up to three languages, and how one of them is chosen for a reader.

Kept as one JSON value (`{"fi": "…", "sv": "…"}`), so that a text is one thing with three faces and not three fields.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.db import models
from django.utils.translation import get_language

LANGUAGES = ("fi", "sv", "en")
DEFAULT_LANGUAGE = "fi"


@dataclass(frozen=True, slots=True)
class Words:
    """A text as one reader gets it: the words, their language, and whether that is not the one she asked for."""

    text: str
    language: str
    is_fallback: bool

    def __str__(self) -> str:
        return self.text

    def __bool__(self) -> bool:
        return bool(self.text)


@dataclass(frozen=True, slots=True)
class Texts:
    """One text in Finnish, Swedish and English; an empty string where it has not been written."""

    fi: str = ""
    sv: str = ""
    en: str = ""

    def __bool__(self) -> bool:
        return bool(self.fi or self.sv or self.en)

    def __str__(self) -> str:
        return self.for_reader().text

    def for_reader(self, language: str | None = None) -> Words:
        """Return the words in ``language`` (default: the one now active), else in the first language that has any."""
        wanted = (language or get_language() or DEFAULT_LANGUAGE)[:2]
        for code in (wanted, *LANGUAGES):
            text = getattr(self, code, "")
            if text:
                return Words(text, code, is_fallback=code != wanted)
        return Words("", wanted, is_fallback=False)

    def missing(self) -> list[str]:
        """Return the languages in which this text is not written, none if it is not written at all."""
        return [code for code in LANGUAGES if not getattr(self, code)] if self else []

    def as_dict(self) -> dict[str, str]:
        """Return only the languages that have words."""
        return {code: getattr(self, code) for code in LANGUAGES if getattr(self, code)}

    @classmethod
    def from_dict(cls, value: dict[str, str] | None) -> Texts:
        return cls(**{code: str((value or {}).get(code, "")) for code in LANGUAGES})


class TextsField(models.JSONField):
    """A column that holds :class:`Texts`."""

    description = "Words in Finnish, Swedish and English"

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

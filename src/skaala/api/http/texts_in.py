"""What programs may send as texts, instants and addresses."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated, Any
from zoneinfo import available_timezones

from django.core.exceptions import ValidationError
from django.db.models import Model
from ninja import Schema
from pydantic import AfterValidator, AwareDatetime, ConfigDict, Field

from skaala.api.http.problems import Problem
from skaala.tables.characters import tidy
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts, TextsField


class Sent(Schema):
    """What a program sends; a field that we do not know is a mistake."""

    model_config = ConfigDict(extra="forbid")


def line(value: str) -> str:
    """Return a text as it is kept."""
    if "\x00" in value:
        raise ValueError("a character that no text has")
    return tidy(value)


def words_in(longest: int, *, is_needed: bool = False) -> Any:
    """Return the type of a text by language."""

    def check(value: dict[str, str]) -> dict[str, str]:
        unknown = set(value) - set(LANGUAGES)
        if unknown:
            raise ValueError(f"languages are {', '.join(LANGUAGES)}")
        checked = {language: line(text).strip() for language, text in value.items()}
        if any(len(text) > longest for text in checked.values()):
            raise ValueError(f"at most {longest} characters")
        if is_needed and not any(checked.values()):
            raise ValueError("must be written in one language at least")
        return checked

    return Annotated[
        dict[str, str],
        AfterValidator(check),
        Field(
            description=f"A text by language; at most {longest} characters.",
            examples=[{code: f"… ({code})" for code in LANGUAGES}],
            json_schema_extra={
                "propertyNames": {"enum": list(LANGUAGES)},
                "additionalProperties": {"type": "string", "maxLength": longest},
            },
        ),
    ]


def texts(sent: dict[str, str]) -> Texts:
    """Return a text that was sent as one that is kept."""
    return Texts(**sent)


def _this_century(value: datetime) -> datetime:
    if not 2000 <= value.year <= 2100:
        raise ValueError("a year from 2000 to 2100")
    return value


Instant = Annotated[AwareDatetime, AfterValidator(_this_century), Field(examples=["2027-03-27T10:00:00Z"])]
Line = Annotated[str, AfterValidator(line)]


def _known_zone(value: str) -> str:
    if value not in available_timezones():
        raise ValueError("a name such as Europe/Helsinki")
    return value


Zone = Annotated[str, AfterValidator(_known_zone), Field(examples=["Europe/Helsinki"])]


def check_fields(record: Model, *, but: tuple[str, ...] = ()) -> None:
    """
    Have a record's own fields say what is wrong with them.

    :param but: fields that an operation fills in
    :raises Problem: with all that is wrong
    """
    # Texts have been checked as they came.
    checked = {field.name for field in record._meta.concrete_fields if isinstance(field, TextsField)}
    try:
        record.clean_fields(exclude={*but, *checked})
    except ValidationError as error:
        raise Problem(
            "invalid",
            errors=[
                {"pointer": f"/body/{name}", "detail": text}
                for name, messages in error.message_dict.items()
                for text in messages
            ],
        ) from None

"""What several subjects show alike."""

from __future__ import annotations

from typing import Annotated, Any

from django.conf import settings
from django.urls import reverse
from django.utils import translation
from pydantic import Field

from skaala.people.models import Tenant
from skaala.people.queries import base_url
from skaala.ui.languages import LANGUAGES
from skaala.ui.texts import Texts

Words = Annotated[
    dict[str, str],
    Field(
        description="A text by language; only languages in which it is written.",
        examples=[{code: f"… ({code})" for code in LANGUAGES}],
    ),
]
Addresses = Annotated[dict[str, str], Field(description="The addresses of its page, by language.")]


def words(texts: Texts) -> dict[str, str]:
    """Return a text in all languages in which it is written."""
    return texts.as_dict()


def addresses(
    page: str, *parts: Any, tenant: Tenant | None = None, languages: tuple[str, ...] = LANGUAGES
) -> dict[str, str]:
    """Return the absolute addresses of a page, by language; at the host of ``tenant``, if the page is an organisation's."""
    found, base = {}, base_url(tenant) if tenant else settings.BASE_URL
    for language in languages:
        with translation.override(language):
            found[language] = f"{base}{reverse(page, args=parts)}"
    return found

"""The search index of actions: what their texts say in each language, and what they are about in all."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from django.db import connection

from skaala.catalogue.models import Action
from skaala.catalogue.rules.documentation import LONG_TEXTS
from skaala.catalogue.rules.search_words import CONFIGURATIONS, concept_keys
from skaala.ui.texts import Texts

INDEX = "catalogue.index_action"
"""The job that adds dictionary forms and the parts of compounds; only the worker opens the word lists."""
FIRST, SECOND, THIRD = ("name",), ("summary",), LONG_TEXTS


def index_action(*, action: Action, with_lemmas: bool = False) -> None:
    """
    Write the search index of an action.

    :param with_lemmas: also dictionary forms and the parts of compounds; opens the word lists, so for the worker only
    """
    parts: list[tuple[str, str, str]] = []
    for weight, names in (("A", FIRST), ("B", SECOND), ("C", THIRD)):
        for language, text in _texts(action, names):
            parts.append((weight, CONFIGURATIONS.get(language, "simple"), text))
            if weight != "C":  # beginnings of words are looked for as they are written
                parts.append(("C", "simple", text))
            if with_lemmas and language in CONFIGURATIONS:
                parts.append(("C", CONFIGURATIONS[language], " ".join(_forms(text, language))))
    owners = list(action.owner.name.as_dict().values()) if action.owner else [action.owner_elsewhere]
    parts.append(("B", "simple", " ".join([*owners, action.responsible])))
    keys = concept_keys(_texts(action, (*FIRST, *SECOND, "steps")))
    parts.append(("D", "simple", " ".join(keys)))
    columns = " || ".join('setweight(to_tsvector(%s::regconfig, %s), %s::"char")' for _part in parts)
    params = [value for weight, configuration, text in parts for value in (configuration, text, weight)]
    with connection.cursor() as cursor:
        cursor.execute(
            f"UPDATE catalogue_action SET search = {columns} WHERE id = %s",  # noqa: S608  our own words
            [*params, action.pk],
        )


def _texts(action: Action, names: Iterable[str]) -> Iterator[tuple[str, str]]:
    for name in names:
        written: Texts = getattr(action, name)
        yield from written.as_dict().items()


def _forms(text: str, language: str) -> Iterator[str]:
    from skaala.insight.thematic.words import read_words  # only the worker loads the word lists

    for word in read_words(text, language):
        yield word.lemma
        yield from word.parts

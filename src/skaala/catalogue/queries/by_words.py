"""The actions that have the words looked for: found once, so that a list, its counts and its order read the index's texts once."""

from __future__ import annotations

import json

from django.db.models import F, FloatField, QuerySet
from django.db.models.expressions import RawSQL

from skaala.catalogue.models import Action
from skaala.catalogue.rules.search_words import CONFIGURATIONS, Search, SearchWord

Ranks = dict[int, float]
"""How well actions match, by key."""


def ranks_of(found: QuerySet[Action], search: Search) -> Ranks:
    """Return those of ``found`` that have every word, in any language; a word also matches by what it means and as a beginning."""
    parts = [_word_query(word) for word in search.words]
    query = " && ".join(part for part, _params in parts)
    params = [param for _part, some in parts for param in some]
    rank = RawSQL(  # noqa: S611  made of constants; what was typed is a parameter
        f"ts_rank_cd('{{0.05, 0.25, 0.5, 1.0}}', catalogue_action.search, {query}, 1)",
        params,
        output_field=FloatField(),
    )
    matching: QuerySet[Action] = found.extra(where=[f"catalogue_action.search @@ ({query})"], params=params)  # noqa: S610
    return dict(matching.order_by().annotate(rank=rank).values_list("pk", "rank"))


def among(found: QuerySet[Action], ranks: Ranks) -> QuerySet[Action]:
    """Return those of ``found`` that are in ``ranks``; one array is read faster than a list of thousands of keys."""
    return found.extra(where=["catalogue_action.id = ANY(%s)"], params=[list(ranks)])


def best_first(found: QuerySet[Action], ranks: Ranks) -> QuerySet[Action]:
    """
    Return ``found`` in the order of ``ranks``, which are sent along.

    A key of JSON is looked up without comparing all the others; a list of cases would compare each.
    """
    known = json.dumps({str(key): round(rank, 6) for key, rank in ranks.items()})
    rank = RawSQL("(%s::jsonb ->> catalogue_action.id::text)::float", [known], output_field=FloatField())
    return found.annotate(rank=rank).order_by(F("rank").desc(), "-adopters", "pk")


def _word_query(word: SearchWord) -> tuple[str, list[str]]:
    asked = [f"plainto_tsquery('{configuration}', %s)" for configuration in CONFIGURATIONS.values()]
    params = [word.word] * len(asked)
    asked.append("plainto_tsquery('simple', %s)")
    params.append(word.word)
    plain = "".join(letter for letter in word.word if letter.isalnum())
    if len(plain) > 2:
        asked.append("to_tsquery('simple', %s)")
        params.append(f"{plain}:*")
    for variant in word.variants:
        asked.append("plainto_tsquery('finnish', %s)")
        params.append(variant)
    for key in word.concepts:
        asked.append("to_tsquery('simple', %s)")
        params.append(key)
    return f"({' || '.join(asked)})", params

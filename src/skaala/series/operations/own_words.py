"""Keeping an organisation's own words."""

from __future__ import annotations

import secrets
import string
from collections.abc import Sequence

from django.db import transaction

from skaala.people.models import Tenant
from skaala.series.models import OwnWord, Series
from skaala.series.models.own_words import OWN, Vocabulary
from skaala.series.models.word_lists import NEEDED
from skaala.series.queries.word_uses import is_used
from skaala.series.rules.own_words import WordDraft, WordProblem, problems
from skaala.ui.offered import known_among
from skaala.ui.texts import Texts

LETTERS = string.ascii_lowercase + string.digits


class UnableToKeepWords(Exception):
    """
    The list cannot be kept; nothing has been changed.

    :ivar problems: each with the place of its draft; None where it is about the whole list
    """

    def __init__(self, problems: Sequence[tuple[WordProblem, int | None]]) -> None:
        super().__init__(problems)
        self.problems = problems


def languages_of(tenant: Tenant) -> tuple[str, ...]:
    """Return the languages in which names are needed: the usual ones, and those of the organisation's series."""
    held = Series.objects.filter(tenant=tenant).values_list("languages", flat=True)
    return known_among({*tenant.languages, *(code for languages in held for code in languages)})


@transaction.atomic
def keep_words(*, tenant: Tenant, which: str, drafts: Sequence[WordDraft]) -> None:
    """
    Have the list ``which`` be as the drafts are, in their order.

    A word of the organisation's own whose draft has no name is removed; a word of the program gets its usual name back.

    :raises UnableToKeepWords: if something is wrong with them
    """
    # One after another, so that two at once do not take the same name.
    Tenant.objects.select_for_update(no_key=True).get(pk=tenant.pk)
    rows = {row.code: row for row in OwnWord.objects.filter(tenant=tenant, which=which)}
    words = Vocabulary(which, rows.values())
    usual = Vocabulary(which)
    found: list[tuple[WordProblem, int | None]] = [
        (WordProblem.IN_USE, place)
        for place, draft in enumerate(drafts)
        if not draft.is_named and draft.code not in usual and draft.code in words
        if is_used(tenant.pk, which, draft.code)
    ]
    kept = [(place, named) for place, draft in enumerate(drafts) if (named := _named(draft, usual))]
    checked = [*(draft for _place, draft in kept), *_others(drafts, words)]
    places: list[int | None] = [place for place, _draft in kept]
    places += [None] * (len(checked) - len(kept))
    found += [
        (problem, None if at is None else places[at])
        for problem, at in problems(checked, languages=languages_of(tenant), needed=NEEDED.get(which, ""))
    ]
    if found:
        raise UnableToKeepWords(found)
    OwnWord.objects.filter(tenant=tenant, which=which).delete()
    OwnWord.objects.bulk_create(
        OwnWord(
            tenant=tenant,
            which=which,
            code=draft.code if draft.code in words else _fresh_code(),
            name=_own_name(draft, usual),
            place=place,
            is_offered=draft.is_offered,
        )
        for place, draft in enumerate(checked)
    )


def _named(draft: WordDraft, usual: Vocabulary) -> WordDraft | None:
    """Return a word that stays, with its name: the usual one where that of the program was cleared; None for one that goes."""
    if draft.is_named:
        return draft
    if draft.code in usual:
        return WordDraft(draft.code, usual.texts(draft.code).as_dict(), draft.is_offered)
    return None


def _others(drafts: Sequence[WordDraft], words: Vocabulary) -> list[WordDraft]:
    """Return the words that are not among the drafts: what somebody else has added meanwhile stays, at the end."""
    sent = {draft.code for draft in drafts}
    return [
        WordDraft(code, words.texts(code).as_dict(), words.is_offered(code))
        for code in words.codes
        if code not in sent
    ]


def _own_name(draft: WordDraft, usual: Vocabulary) -> Texts:
    """Return the name, empty where it is the program's, which then changes with the program."""
    name = Texts(**draft.names)
    return Texts() if draft.code in usual and name == usual.texts(draft.code) else name


def _fresh_code() -> str:
    return OWN + "".join(secrets.choice(LETTERS) for _ in range(6))

"""What is asked of a new password beside its length, for Django's list of such questions in the settings."""

from __future__ import annotations

from django.core.exceptions import ValidationError

from skaala.people.messages import guessable_password, password_hint
from skaala.people.models import Account
from skaala.people.rules.password_words import known_word
from skaala.series.queries import words_around


class WordsValidator:
    """Refuses a password that is little more than a word others would try: a common one, a name, the organisation's or a series'."""

    def validate(self, password: str, user: object = None) -> None:
        around = words_around(user) if isinstance(user, Account) else {"skaala"}
        found = known_word(password, around)
        if found is not None:
            raise ValidationError(guessable_password(found), code="password_of_known_words")

    def get_help_text(self) -> str:
        return password_hint()

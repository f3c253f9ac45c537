"""In which languages a series is held."""

from __future__ import annotations

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from skaala.series.models import Series
from skaala.series.queries import written_languages
from skaala.ui.language_field import LanguagesField
from skaala.ui.languages import language_name

HINT = _(
    "Once this is saved, texts are asked for, pages are shown and emails are sent in these languages alone."
)


class LanguagesFields(forms.Form):
    """The languages; one in which texts are written is taken away only after a second question."""

    languages = LanguagesField(label=_("Languages"), help_text=HINT)
    takes_away = forms.BooleanField(
        label=_("Yes, no longer offer it. The texts are kept."), required=False, widget=forms.HiddenInput
    )

    record: Any

    def clean(self) -> dict[str, Any]:
        cleaned: dict[str, Any] = super().clean() or self.cleaned_data
        lost = _written_in(self.record) - set(cleaned.get("languages") or self.record.offered)
        if lost:
            # Only now, so that nobody is asked who takes nothing away; ticked it stays in sight.
            self.fields["takes_away"].widget = forms.CheckboxInput()
        if lost and not cleaned.get("takes_away"):
            names = ", ".join(sorted(language_name(code) for code in lost))
            self.add_error(
                "takes_away",
                _(
                    "Texts are written in a language that you take away: %(languages)s. They are kept, but nobody sees them: links to pages in it lead to another language, and those who chose it get their emails in another one."
                )
                % {"languages": names},
            )
        return cleaned


def _written_in(series: Series) -> set[str]:
    return written_languages(series) & set(series.offered)

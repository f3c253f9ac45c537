"""Interest or help offered beside a workshop's results."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django import forms
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from skaala.catalogue.forms.follow_up import FollowUpForm
from skaala.workshops.models import Statement


class BoardInterestForm(FollowUpForm):
    """The same beside a workshop's results: in which of its statements."""

    statement_id = forms.ChoiceField(label=_("Statement"))
    field_order = ["statement_id"]

    def __init__(self, *args: Any, statements: Sequence[Statement], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.statements = {str(one.pk): one for one in statements}
        field = self.fields["statement_id"]
        assert isinstance(field, forms.ChoiceField)
        field.choices = [("", gettext("Choose")), *((key, one.text) for key, one in self.statements.items())]

    def statement(self) -> Statement:
        """Return the one that was chosen."""
        return self.statements[self.cleaned_data["statement_id"]]

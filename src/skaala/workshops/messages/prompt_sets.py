"""Why a set of questions is not kept."""

from __future__ import annotations

from django.utils.translation import gettext as _

from skaala.workshops.operations.prompt_sets import MOST_SETS, NameTaken, UnableToKeep


def not_kept(problem: UnableToKeep) -> str:
    """Return it in the reader's words."""
    if isinstance(problem, NameTaken):
        return _("Another set has this name. Choose another.")
    return _("There are %(most)s sets already. Remove one first.") % {"most": MOST_SETS}

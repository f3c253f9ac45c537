"""The questions about a municipality that thinks of taking an action up, and what to do where the answer is no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _

QUESTIONS = {
    "need_named": _("The need is named in our strategy or budget"),
    "has_owner": _("Somebody with us is responsible for it"),
    "staff_time": _("There is working time for it"),
    "money": _("There is money, and we know where it comes from"),
    "who_decides": _("We know who decides, and when"),
    "compatible": _("Our systems and contracts allow it"),
    "conditions_met": _("We have what the action needs"),
    "partners": _("We have the partners we need"),
    "political_support": _("It has political support"),
    "changes_known": _("We know what we would do differently"),
}
NEXT_STEPS = {
    "need_named": _("Look up which goal of your strategy it serves, and propose it for the next budget."),
    "has_owner": _("Agree in which unit it belongs, and name one person there."),
    "staff_time": _("Count the hours of the first three months, and agree what waits meanwhile."),
    "money": _("Ask the owner what it costs to begin, and find out which grant or budget line fits."),
    "who_decides": _("Ask your registry which body decides, and by when it needs the papers."),
    "compatible": _("List the contracts and systems concerned, and when each can be changed."),
    "conditions_met": _("Ask the owner whether a smaller or another version works without it."),
    "partners": _("Ask the nearest municipality that does it whom it works with."),
    "political_support": _("Invite two decision-makers to hear a municipality of your size that does it."),
    "changes_known": _("Go through with the owner what must stay and what can be adapted."),
}

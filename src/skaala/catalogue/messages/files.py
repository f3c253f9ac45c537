"""What pages say about the columns and rows of a file of actions."""

from __future__ import annotations

from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, pgettext_lazy

from skaala.catalogue.messages.profile import QUESTIONS
from skaala.catalogue.models import Action
from skaala.catalogue.rules.action_columns import ALL_TEXTS
from skaala.catalogue.rules.action_rows import LONGEST_TEXT, Fault, Note, RowFault
from skaala.places.queries.municipalities import similar_municipalities
from skaala.registration.messages import unknown_municipality
from skaala.ui.languages import language_name

FIELDS: dict[str, Any] = {
    "name": pgettext_lazy("of an action", "Name"),
    "summary": gettext_lazy("In one sentence"),
    "steps": gettext_lazy("What to do"),
    "core": gettext_lazy("What must stay"),
    "adaptable": gettext_lazy("What can be adapted"),
    "effects": gettext_lazy("Effects"),
    "measured_how": gettext_lazy("How the effects were measured"),
    "cost": gettext_lazy("Cost"),
    "staff_time": gettext_lazy("Staff time"),
    "saving": gettext_lazy("Saving and payback"),
    "conditions": gettext_lazy("What it needs"),
    "legal_basis": gettext_lazy("Legal and procurement basis"),
    "lessons": gettext_lazy("Lessons"),
    "source": gettext_lazy("Source"),
    "owner": gettext_lazy("Owner"),
    "owner_code": gettext_lazy("Owner: municipality code"),
    "country": gettext_lazy("Owner: country"),
    "responsible": gettext_lazy("Who carries it out"),
    "status": gettext_lazy("Status"),
    "scaling": gettext_lazy("Kind of scaling"),
    "themes": gettext_lazy("Themes"),
    "goals": gettext_lazy("Sustainable development goals"),
    "needs": gettext_lazy("Of these it needs"),
    "began": gettext_lazy("Began"),
    "ended": gettext_lazy("Ended"),
    "url": gettext_lazy("Address in the other catalogue"),
    "source_url": gettext_lazy("Address of the source"),
    "links": gettext_lazy("Templates and links"),
    "slug": gettext_lazy("Identifier"),
    "is_simulated": gettext_lazy("Invented"),
    "language": gettext_lazy("Language"),
    "adoptions": gettext_lazy("Adoptions"),
}


def field_name(field: str) -> str:
    """Return what a field is called: "Name", "Name (in Swedish)", or the question of the profile."""
    if field in FIELDS:
        return str(FIELDS[field])
    base, _separator, code = field.rpartition("_")
    if base in ALL_TEXTS:
        return f"{FIELDS[base]} ({language_name(code)})"
    question = QUESTIONS.get(field.removeprefix("profile_"))
    return str(question) if question else field


def fault_message(found: RowFault, *, year: int) -> str:
    """Return what is wrong with a row, and what to do."""
    if found.fault == Fault.UNKNOWN_MUNICIPALITY:
        return unknown_municipality(found.value, year)
    value = {"value": found.value, "most": f"{LONGEST_TEXT:,}".replace(",", " ")}
    return {
        Fault.NO_NAME: _("Write the name of the action."),
        Fault.BAD_DATE: _("Write a year, a month or a day: 2024, 5/2024 or 17.5.2024."),
        Fault.FUTURE: _("The date is in the future. Correct it, or set the status to planned."),
        Fault.ENDS_BEFORE: _("It cannot end before it begins."),
        Fault.BAD_STATUS: _("Write one of these: %(choices)s.") % {"choices": _choices(Action.Status)},
        Fault.BAD_SCALING: _("Write one of these: %(choices)s.")
        % {"choices": ", ".join(Action.Scaling.values)},
        Fault.BAD_GOAL: _("Write the numbers of goals, from 1 to 17."),
        Fault.BAD_NEED: _("Write one of these: %(choices)s.") % {"choices": ", ".join(Action.Need.values)},
        Fault.BAD_ANSWER: _("Write yes, partly, no or unknown."),
        Fault.BAD_ADDRESS: _("Write the whole web address, beginning with https://."),
        Fault.BAD_LANGUAGE: _("Write fi, sv or en."),
        Fault.BAD_ADOPTIONS: _(
            "The adoptions cannot be read. Leave the column out, or export the file again."
        ),
        Fault.TOO_LONG: _("Shorten the text to at most %(most)s characters.") % value,
        Fault.SAME_ROW: _("Row %(value)s says exactly the same. You do not need to do anything.") % value,
        Fault.IN_CATALOGUE: _("The catalogue already has an action of this owner and name."),
    }[found.fault]


def note_message(note: Note, value: str) -> str:
    """Return what was settled in a row, or what the editor should look at."""
    if note == Note.SHORTENED:
        return _("“%(field)s” was too long. The whole text is under “What to do”.") % {
            "field": field_name(value)
        }
    if note == Note.NEAR_NAME:
        near = next(iter(similar_municipalities(value, year=timezone.localdate().year)), "")
        return _(
            "“%(value)s” is not a municipality. Did you mean %(near)s? Correct it in the file, or choose the owner in the draft."
        ) % {"value": value, "near": near}
    return {
        Note.OWNER_ELSEWHERE: _("“%(value)s” is not a Finnish municipality and becomes another owner."),
        Note.NO_OWNER: _("No owner is named. Add it before you publish the action."),
        Note.NO_THEME: _("No theme was recognised from “%(value)s”."),
        Note.TWICE: _("May be the same action as row %(value)s."),
    }[note] % {"value": value}


def _choices(choices: Any) -> str:
    return ", ".join(str(label).lower() for label in choices.labels)

"""The questions of the profile of scalability, and what to do where the answer is no."""

from __future__ import annotations

from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

QUESTIONS = {
    "measured": _("Results have been measured against the time before or a comparison"),
    "verified": _("Somebody else has verified the results"),
    "many_dimensions": _("It has an effect on more than one dimension of sustainability"),
    "better_than_usual": _("It is better than the usual way, and it is known for whom"),
    "cost_known": _("The full cost and the staff time are known"),
    "payback_known": _("The saving or the payback time is known"),
    "core_named": _("What must stay and what can be adapted has been named"),
    "without_original_person": _("It works without the person who started it"),
    "runs_elsewhere": _("Other municipalities do it"),
    "small_trial": _("It can be tried on a small scale"),
    "results_in_a_year": _("Results can be seen within a year"),
    "legal_basis": _("The legal and procurement basis is documented and templates are open"),
    "conditions_named": _("The conditions it needs have been named"),
    "contact_answers": _("There is a contact who answers"),
    "failures_described": _("Harms and failures have been described"),
}
NEXT_STEPS = {
    "measured": _("Measure one figure now and again after half a year."),
    "verified": _("Ask a university, a neighbouring municipality or an auditor to check the results."),
    "many_dimensions": _("Write down what it does for people, nature and money."),
    "better_than_usual": _("Compare it with what was done before, for one group of users."),
    "cost_known": _("Add up the purchases and the hours of one year."),
    "payback_known": _("Estimate the saving of one year and say how it was estimated."),
    "core_named": _("Say what must be done in any case and what each municipality can decide."),
    "without_original_person": _("Write the working steps down and let a colleague do them once."),
    "runs_elsewhere": _("Find one municipality that tries it."),
    "small_trial": _("Describe the smallest version that somebody can try for three months."),
    "results_in_a_year": _("Name a first sign that can be seen within a year."),
    "legal_basis": _("Publish the decision, the tender or the contract as a template."),
    "conditions_named": _("Name what a municipality must have before it begins."),
    "contact_answers": _("Name somebody who has working time to answer."),
    "failures_described": _("Describe what went wrong and what you would do differently."),
}
ANSWERS = {
    "yes": pgettext_lazy("answer in a profile", "Yes"),
    "partly": pgettext_lazy("answer in a profile", "Partly"),
    "no": pgettext_lazy("answer in a profile", "No"),
    "unknown": pgettext_lazy("answer in a profile", "Not known"),
}

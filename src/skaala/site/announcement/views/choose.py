"""Which of these is for me?"""

from __future__ import annotations

from django import forms
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from skaala.series.rules.choosing import Part, Reason, Situation, perspectives_for
from skaala.site.announcement.presenters.pages import series_page
from skaala.site.http.lookups import series_or_404

REASONS = {
    Reason.COORDINATES: _("You work with a network of municipalities."),
    Reason.LOOKS_FOR_EXAMPLES: _("Your municipality looks for good examples from elsewhere."),
    Reason.HAS_EXAMPLES: _("Your municipality has actions that others could adopt."),
    Reason.SMALL_OR_MEDIUM: _("Many municipalities of your size look for good examples from elsewhere."),
    Reason.LARGE: _("Many municipalities of your size have actions that others could adopt."),
    Reason.UNDECIDED: _("If you are not sure, start with what helps you adopt solutions from others."),
    Reason.FOR_EVERYONE: _("This event is for everyone."),
}


class ChooseForm(forms.Form):
    """Three questions; none of the answers is kept."""

    part = forms.ChoiceField(
        label=_("What kind of organisation do you represent?"),
        choices=[
            (Part.MUNICIPALITY.value, _("A municipality")),
            (Part.NETWORK.value, _("A network of municipalities")),
            (Part.OTHER.value, _("Something else")),
        ],
        widget=forms.RadioSelect,
    )
    size = forms.ChoiceField(
        label=_("How large is your municipality?"),
        choices=[
            ("", _("Not a municipality, or I do not know")),
            ("small", _("Fewer than 10,000 residents")),
            ("medium", _("10,000 to 49,999 residents")),
            ("large", _("50,000 residents or more")),
        ],
        required=False,
    )
    situation = forms.ChoiceField(
        label=_("How far is your municipality with sustainability actions?"),
        choices=[
            (Situation.LOOKING.value, _("We look for solutions that have worked elsewhere")),
            (Situation.AHEAD.value, _("We have solutions that others could use")),
            (Situation.UNSURE.value, _("Both, or I am not sure")),
        ],
        widget=forms.RadioSelect,
        required=False,
    )


def choose(request: HttpRequest, slug: str) -> HttpResponse:
    """Ask three questions and say which events fit, and why."""
    now = timezone.now()
    series = series_or_404(request, slug, now=now)
    page_of = series_page(series, now=now)
    if not page_of.can_choose:
        return redirect("site:series", slug)
    form = ChooseForm(request.GET if "part" in request.GET or "situation" in request.GET else None)
    fitting = []
    if form.is_bound and form.is_valid():
        answers = form.cleaned_data
        fits = perspectives_for(
            Part(answers["part"]), answers["size"] or None, Situation(answers["situation"] or "unsure")
        )
        fitting = [
            (page, REASONS[reason])
            for perspective, reason in fits.items()
            for page in page_of.events
            if page.event.perspective == perspective
        ]
    return render(
        request, "site/announcement/choose.html", {"series": series, "form": form, "fitting": fitting}
    )

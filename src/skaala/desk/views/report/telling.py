"""The letter to all participants about what came of the series."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.forms.telling import OutcomeForm
from skaala.desk.previewing import goes_on_writing, is_confirmed, preview, say_how_many
from skaala.desk.sections import find_series, series_page
from skaala.registration.operations import rehearse
from skaala.reports import operations, queries


def tell(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the letter, drafted from the published report; show it in each language before it goes."""
    series = find_series(slug)
    version = queries.find_version(series)
    if version is None or version.is_replaced:
        raise Http404
    subject, body = operations.draft_outcome_letter(version)
    form = OutcomeForm(request.POST or None, subject=subject, body=body)
    beneath = [(_("Publish the report"), reverse("desk:report-publish", args=[slug])), (_("Letter"), "")]
    if request.method == "POST" and form.is_valid() and not goes_on_writing(request):
        written = {
            "mailing_id": form.mailing_id(),
            "version": version,
            "subject": form.cleaned_data["subject"],
            "body": form.cleaned_data["body"],
            "now": timezone.now(),
        }
        if is_confirmed(request):
            mailing = operations.tell_outcome(**written)
            if mailing is not None:
                say_how_many(request, mailing.correspondence.count())
                return redirect("desk:letters", slug)
        rehearsal = rehearse(lambda: operations.tell_outcome(**written))
        if rehearsal is not None and not is_confirmed(request):
            return preview(
                request,
                series,
                rehearsal,
                section="report",
                beneath=beneath,
                heading=_("Send the letter about the report?"),
                intro=_(
                    "All who are registered get it once, in the language of their letters; those who cancelled do not. "
                    "What became of a reader’s own statements stands behind their personal link, never in the letter."
                ),
                yes=_("Send the letters"),
                back=reverse("desk:report-publish", args=[slug]),
            )
        form.add_error(None, _("Everybody who is registered has had this letter already."))
    return series_page(
        request,
        "desk/report/letter.html",
        series,
        section="report",
        beneath=beneath,
        status=422 if form.errors else 200,
        form=form,
        has_mail_server=bool(settings.EMAIL_URL),
    )

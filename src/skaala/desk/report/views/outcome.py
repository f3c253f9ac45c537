"""The email to all participants about what came of the series."""

from __future__ import annotations

from django.conf import settings
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone
from django.utils.translation import gettext as _

from skaala.desk.frame.lookups import find_series
from skaala.desk.frame.preview import goes_on_writing, is_confirmed, preview, say_how_many
from skaala.desk.frame.sections import series_page
from skaala.desk.report.forms import OutcomeForm
from skaala.registration.operations import rehearse
from skaala.reports import operations, queries


def notify(request: HttpRequest, slug: str) -> HttpResponse:
    """Write the email, drafted from the published report; show it in each language before it goes."""
    series = find_series(slug)
    version = queries.find_version(series)
    if version is None or version.is_replaced:
        raise Http404
    subject, body = operations.draft_outcome_email(version)
    form = OutcomeForm(request.POST or None, subject=subject, body=body)
    beneath = [(_("Publish the report"), reverse("desk:report-publish", args=[slug])), (_("Email"), "")]
    if request.method == "POST" and form.is_valid() and not goes_on_writing(request):
        written = {
            "mailing_id": form.mailing_id(),
            "version": version,
            "subject": form.cleaned_data["subject"],
            "body": form.cleaned_data["body"],
            "now": timezone.now(),
        }
        if is_confirmed(request):
            mailing = operations.send_outcome_email(**written)
            if mailing is not None:
                say_how_many(request, mailing.registration_emails.count())
                return redirect("desk:emails", slug)
        rehearsal = rehearse(lambda: operations.send_outcome_email(**written))
        if rehearsal is not None and not is_confirmed(request):
            return preview(
                request,
                series,
                rehearsal,
                section="report",
                beneath=beneath,
                heading=_("Send the email about the report?"),
                intro=_(
                    "Everyone registered gets it once, in their language. People who cancelled do not. What happened to a person’s own statements is shown behind their workspace link, never in the email."
                ),
                yes=_("Send the emails"),
                back=reverse("desk:report-publish", args=[slug]),
            )
        form.add_error(None, _("Everybody who is registered has had this email already."))
    return series_page(
        request,
        "desk/report/email.html",
        series,
        section="report",
        beneath=beneath,
        status=422 if form.errors else 200,
        form=form,
        has_mail_server=bool(settings.EMAIL_URL),
    )

"""Addresses of report."""

from __future__ import annotations

from django.urls import path

from skaala.desk.report.views import assistant, findings, outcome, publishing

REPORT = "series/<slug:slug>/report/"
urlpatterns = [
    path(REPORT, findings.findings, name="report"),
    path(REPORT + "draft/", findings.draft, name="report-draft"),
    path(REPORT + "act/", findings.act, name="report-act"),
    path(REPORT + "summary/", findings.summary, name="report-summary"),
    path(REPORT + "assistant/", assistant.assistant, name="report-assistant"),
    path(REPORT + "preview/", findings.preview, name="report-preview"),
    path(REPORT + "findings/new/", findings.new_finding, name="new-finding"),
    path(REPORT + "findings/<uuid:which>/", findings.finding, name="finding"),
    path(REPORT + "publish/", publishing.publish, name="report-publish"),
    path(REPORT + "versions/<int:number>/files/", publishing.make_files, name="report-make-files"),
    path(REPORT + "letter/", outcome.notify, name="report-email"),
    path(REPORT + "files/", publishing.files, name="report-files"),
    path(REPORT + "files/draft-<str:language>.<str:name>", publishing.file, name="report-draft-file"),
    path(REPORT + "versions/<int:number>/withdraw/", publishing.withdraw, name="report-withdraw"),
]

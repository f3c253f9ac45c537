"""The public's and the participants' addresses, each under its language."""

from __future__ import annotations

from django.urls import path

from skaala.site.views import (
    calendars,
    choose,
    door,
    feedback,
    front,
    invited,
    outcome,
    pages,
    personal,
    register,
    report,
    results,
    series,
)
from skaala.site.views.board import commit, enter, groups, read, weigh, write

app_name = "site"
urlpatterns = [
    path("", front.front, name="front"),
    path("about/", pages.about, name="about"),
    path("privacy/", pages.privacy, name="privacy"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("series/<slug:slug>/", series.series, name="series"),
    path("series/<slug:slug>/privacy/", pages.series_privacy, name="series-privacy"),
    path("series/<slug:slug>/accessibility/", pages.series_accessibility, name="series-accessibility"),
    path("series/<slug:slug>/choose/", choose.choose, name="choose"),
    path("series/<slug:slug>/calendar.ics", calendars.series_calendar, name="series-calendar"),
    path("series/<slug:slug>/feed.atom", calendars.series_feed, name="series-feed"),
    path("series/<slug:slug>/register/", register.sign_up, name="register"),
    path("series/<slug:slug>/registered/", register.letter_is_coming, name="letter-is-coming"),
    path("series/<slug:slug>/link/", register.link_again, name="link-again"),
    path("series/<slug:slug>/materials/<int:material_id>/", series.material, name="material"),
    path("series/<slug:slug>/report/", report.report, name="report"),
    path("series/<slug:slug>/report/<int:number>/", report.report, name="report-version"),
    path(
        "series/<slug:slug>/report/<int:number>/evidence/<uuid:finding>/",
        report.evidence,
        name="report-evidence",
    ),
    path(
        "series/<slug:slug>/report/<int:number>/since/<int:earlier>/", report.changes, name="report-changes"
    ),
    path("series/<slug:slug>/report/<int:number>/<str:language>.<str:name>", report.file, name="report-file"),
    path("series/<slug:slug>/report/<int:number>/data/<slug:event_slug>/", report.data, name="report-data"),
    path("series/<slug:slug>/<slug:event_slug>/", series.event, name="event"),
    path(
        "series/<slug:slug>/<slug:event_slug>/calendar.ics", calendars.event_calendar, name="event-calendar"
    ),
    path("i/<str:token>/", invited.invited, name="invited"),
    path("series/<slug:slug>/<slug:event_slug>/results/", results.results, name="results"),
    path(
        "series/<slug:slug>/<slug:event_slug>/results/board.<str:ending>",
        results.results_file,
        name="results-file",
    ),
    path("join/", enter.join, name="board-join"),
    path("board/<str:token>/<str:code>/", enter.begin, name="board"),
    path("board/<str:token>/<str:code>/write/<uuid:prompt_id>/", write.write, name="board-write"),
    path("board/<str:token>/<str:code>/weigh/", weigh.weigh, name="board-weigh"),
    path("board/<str:token>/<str:code>/act/", weigh.act, name="board-act"),
    path("board/<str:token>/<str:code>/statements/", read.statements, name="board-statements"),
    path("board/<str:token>/<str:code>/group/", groups.group, name="board-group"),
    path("board/<str:token>/<str:code>/mine/", read.mine, name="board-mine"),
    path("board/<str:token>/<str:code>/picture/", read.picture, name="board-picture"),
    path("board/<str:token>/<str:code>/together/", commit.together, name="board-together"),
    path("board/<str:token>/<str:code>/together/<uuid:statement_id>/", commit.commit, name="board-commit"),
    path("r/<str:token>/outcome/", outcome.outcome, name="personal-outcome"),
    path("r/<str:token>/", personal.personal, name="personal"),
    path("r/<str:token>/change/", personal.change, name="personal-change"),
    path("r/<str:token>/cancel/", personal.cancel, name="personal-cancel"),
    path("r/<str:token>/wait/<int:event_id>/leave/", personal.step_off, name="step-off"),
    path("r/<str:token>/data.json", personal.data, name="personal-data"),
    path("r/<str:token>/delete/", personal.delete, name="personal-delete"),
    path("r/<str:token>/calendar.ics", personal.calendar, name="personal-calendar"),
    path("r/<str:token>/join/<int:event_id>/", personal.join, name="join"),
    path("r/<str:token>/certificate.pdf", personal.certificate, name="certificate"),
    path("r/<str:token>/feedback/<int:event_id>/", feedback.feedback, name="feedback"),
    path("h/<str:token>/", door.helper, name="helper"),
    path("c/<str:code>/", door.entrance_code, name="entrance-code"),
]

"""The public's and the participants' addresses, each under its language."""

from __future__ import annotations

from django.urls import path, re_path

from skaala.site.adding import views as adding
from skaala.site.announcement.views import calendars, choose, front, organisation, series, share_picture
from skaala.site.board.views import (
    earlier,
    enter,
    from_hall,
    groups,
    interest,
    next_steps,
    open_workspace,
    own,
    polls,
    read,
    vote,
    write,
)
from skaala.site.catalogue.views import actions as catalogue
from skaala.site.catalogue.views import (
    adopt,
    board_interest,
    bottlenecks,
    follow_up,
    keeper,
    municipalities,
    networks,
    readiness,
    submit,
    themes,
)
from skaala.site.catalogue.views import files as catalogue_files
from skaala.site.check_in import views as check_in
from skaala.site.feedback import views as feedback
from skaala.site.joining import views as joining
from skaala.site.messages import views as messages
from skaala.site.outcome.views import next_steps as personal_steps
from skaala.site.outcome.views import outcome
from skaala.site.pages import views as pages
from skaala.site.personal import views as personal
from skaala.site.registration.views import invited, register, sent
from skaala.site.report import views as report
from skaala.site.results import views as results
from skaala.ui.methods import read_only

READ_ONLY = frozenset(
    {
        "front", "organisation", "about", "privacy", "accessibility", "actions", "compare-actions", "action", "find-municipality", "municipality",
        "series", "series-list", "series-privacy", "series-accessibility", "choose", "series-calendar", "series-feed", "series-picture", "registration-received",
        "material", "report", "report-version", "report-evidence", "report-changes", "report-file", "report-data", "event",
        "event-calendar", "results", "results-file", "own", "own-data", "personal", "personal-data", "personal-calendar",
        "certificate", "board-mine", "board-picture", "actions-file", "actions-feed", "network", "theme", "bottlenecks", "bottleneck",
    }
)  # fmt: skip
"""Pages without a form of their own."""

app_name = "site"
urlpatterns = [
    # First, since addresses are tried in this order: what each registration asks for.
    path("series/<slug:slug>/register/", register.sign_up, name="register"),
    path("series/<slug:slug>/registered/sent/", sent.sent, name="registration-sent"),
    path("series/<slug:slug>/registered/", register.registration_received, name="registration-received"),
    path("", front.front, name="front"),
    path("o/<slug:organisation>/", organisation.organisation, name="organisation"),
    path("about/", pages.about, name="about"),
    path("actions/", catalogue.actions, name="actions"),
    path("actions/catalogue.<str:ending>", catalogue_files.download, name="actions-file"),
    path("actions/feed.atom", catalogue_files.feed, name="actions-feed"),
    path("actions/submit/", submit.submit, name="submit-action"),
    path("actions/compare/", catalogue.compare, name="compare-actions"),
    path("actions/<slug:slug>/", catalogue.action, name="action"),
    path("actions/<slug:slug>/readiness/", readiness.readiness, name="readiness"),
    path("actions/<slug:slug>/adopt/", adopt.adopt, name="adopt"),
    path("actions/<slug:slug>/follow/", follow_up.begin, name="begin-follow-up"),
    path("f/<str:token>/", follow_up.follow_up, name="follow-up"),
    path("q/<str:token>/", follow_up.contact, name="action-contact"),
    path("k/<str:token>/", keeper.keeper, name="keeper"),
    path("k/<str:token>/<slug:slug>/", keeper.keeper_action, name="keeper-action"),
    path("k/<str:token>/<slug:slug>/readiness/", keeper.keeper_readiness, name="keeper-readiness"),
    path("municipalities/<slug:code>/keep/", keeper.ask, name="ask-to-keep"),
    path("networks/<slug:slug>/", networks.network, name="network"),
    path("themes/<slug:theme>/", themes.theme, name="theme"),
    path("bottlenecks/", bottlenecks.bottlenecks, name="bottlenecks"),
    path("bottlenecks/<slug:slug>/", bottlenecks.bottleneck, name="bottleneck"),
    path("municipalities/", municipalities.find, name="find-municipality"),
    path("municipalities/<slug:code>/", municipalities.municipality, name="municipality"),
    path("privacy/", pages.privacy, name="privacy"),
    path("accessibility/", pages.accessibility, name="accessibility"),
    path("series/", front.series_list, name="series-list"),
    path("series/<slug:slug>/", series.series, name="series"),
    path("series/<slug:slug>/privacy/", pages.series_privacy, name="series-privacy"),
    path("series/<slug:slug>/accessibility/", pages.series_accessibility, name="series-accessibility"),
    path("series/<slug:slug>/choose/", choose.choose, name="choose"),
    path("series/<slug:slug>/calendar.ics", calendars.series_calendar, name="series-calendar"),
    path("series/<slug:slug>/feed.atom", calendars.series_feed, name="series-feed"),
    path("series/<slug:slug>/picture.png", share_picture.picture, name="series-picture"),
    path("series/<slug:slug>/link/", register.link_again, name="link-again"),
    path("series/<slug:slug>/materials/<int:material_id>/", series.material, name="material"),
    path("series/<slug:slug>/report/", report.report, name="report"),
    path("series/<slug:slug>/report/<int:number>/", report.report, name="report-version"),
    path(
        "series/<slug:slug>/report/<int:number>/statements/",
        report.statements,
        name="report-statements",
    ),
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
        "series/<slug:slug>/<slug:event_slug>/results/interest/",
        board_interest.board_interest,
        name="board-interest",
    ),
    path(
        "series/<slug:slug>/<slug:event_slug>/results/board.<str:ending>",
        results.results_file,
        name="results-file",
    ),
    path("join/", enter.join, name="board-join"),
    path("b/<str:key>/", open_workspace.open_workspace, name="workspace-link"),
    path("workspaces/<slug:slug>/", own.own, name="own"),
    path("workspaces/<slug:slug>/data.json", own.data, name="own-data"),
    path("workspaces/<slug:slug>/erase/", own.erase, name="own-erase"),
    path("workspaces/<slug:slug>/other-device/", open_workspace.other_device, name="other-device"),
    # Addresses in emails sent before each person had a key; they hold a token, which holds a “~”, or say “guest”.
    re_path(r"^board/(?P<token>guest|[^/]*~[^/]*)/(?P<code>[^/]+)/(?P<rest>.*)$", earlier.earlier_address),
    path("board/<str:code>/", enter.begin, name="board"),
    path("board/<str:code>/write/<uuid:prompt_id>/", write.write, name="board-write"),
    path("board/<str:code>/weigh/", vote.vote, name="board-weigh"),
    path("board/<str:code>/act/", vote.act, name="board-act"),
    path("board/<str:code>/statements/", read.statements, name="board-statements"),
    path("board/<str:code>/statements/<uuid:statement_id>/", interest.interest, name="board-interested"),
    path("board/<str:code>/group/", groups.group, name="board-group"),
    path("board/<str:code>/questions/", polls.polls, name="board-polls"),
    path("board/<str:code>/mine/", read.mine, name="board-mine"),
    path("board/<str:code>/picture/", read.results, name="board-picture"),
    path("board/<str:code>/together/", next_steps.next_steps, name="board-together"),
    path("next-steps/<str:code>/", from_hall.next_steps, name="hall"),
    path("next-steps/<str:code>/<uuid:statement_id>/", from_hall.take_part, name="hall-take-part"),
    path("w/<str:token>/", from_hall.own, name="hall-own"),
    path("r/<str:token>/next-steps/<str:code>/", personal_steps.next_steps, name="personal-next-steps"),
    path(
        "r/<str:token>/next-steps/<str:code>/<uuid:statement_id>/",
        personal_steps.take_part,
        name="personal-take-part",
    ),
    path("r/<str:token>/workspace/", personal.ask_for_workspace, name="personal-workspace"),
    path("r/<str:token>/outcome/", outcome.outcome, name="personal-outcome"),
    path("r/<str:token>/", personal.personal, name="personal"),
    path("r/<str:token>/change/", personal.change, name="personal-change"),
    path("r/<str:token>/consent/", personal.withdraw_consent, name="personal-consent"),
    path("r/<str:token>/cancel/", personal.cancel, name="personal-cancel"),
    path("r/<str:token>/wait/<int:event_id>/leave/", personal.step_off, name="step-off"),
    path("r/<str:token>/data.json", personal.data, name="personal-data"),
    path("r/<str:token>/delete/", personal.delete, name="personal-delete"),
    path("r/<str:token>/calendar.ics", personal.calendar, name="personal-calendar"),
    path("r/<str:token>/join/<int:event_id>/", personal.earlier_join_link, name="earlier-join"),
    path("r/<str:token>/certificate.pdf", personal.certificate, name="certificate"),
    path("r/<str:token>/feedback/<int:event_id>/", feedback.feedback, name="feedback"),
    path("a/<str:token>/", adding.add, name="add"),
    path("m/<str:token>/", messages.messages, name="messages"),
    path("j/<str:token>/", joining.join, name="join"),
    path("h/<str:token>/", check_in.helper, name="helper"),
    path("c/<str:code>/", check_in.entrance_code, name="entrance-code"),
]
read_only(urlpatterns, READ_ONLY)

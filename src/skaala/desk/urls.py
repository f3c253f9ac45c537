"""The desk's addresses. All but those in the first list ask for a sign-in."""

from __future__ import annotations

from django.urls import path

from skaala.desk.access import behind_sign_in, open_to_all, open_to_co_facilitators
from skaala.desk.views import (
    account,
    announcement,
    copying,
    door,
    events,
    feedback,
    home,
    imports,
    letters,
    letting_in,
    materials,
    missing,
    news,
    overview,
    publishing,
    questions,
    registrations,
    series,
    sign_in,
    telling,
)
from skaala.desk.views.board import arrange, gather, invited, lead, look, rooms, statements, together
from skaala.desk.views.report import findings as report_findings
from skaala.desk.views.report import publishing as report_publishing
from skaala.desk.views.report import telling as report_telling
from skaala.desk.views.report import themes as report_themes
from skaala.desk.views.study import bottlenecks, findings, measures, studies, tables

REPORT = "series/<slug:slug>/report/"
EVENT = "series/<slug:slug>/events/<slug:event_slug>/"
BOARD = "series/<slug:slug>/events/<slug:event_slug>/board/"
STUDY = "series/<slug:slug>/study/"
app_name = "desk"
urlpatterns = [
    *open_to_all(
        [
            path("lead/<str:token>/", invited.lead_invited, name="lead-invited"),
            path("sign-in/", sign_in.SignIn.as_view(), name="sign-in"),
        ]
    ),
    *open_to_co_facilitators(
        [
            path(BOARD, lead.board, name="board"),
            path(BOARD + "phase/", lead.phase, name="board-phase"),
            path(BOARD + "timer/", lead.timer, name="board-timer"),
            path(BOARD + "settings/", lead.settings, name="board-settings"),
            path(BOARD + "guests/", lead.guests, name="board-guests"),
            path(BOARD + "statements/", statements.statements, name="board-statements"),
            path(BOARD + "statements/<uuid:statement_id>/", statements.statement, name="board-statement"),
            path(BOARD + "statements/<uuid:statement_id>/show/", statements.show, name="board-show"),
            path(BOARD + "seed/", gather.seed, name="board-seed"),
            path(BOARD + "prompts/", gather.prompts, name="board-prompts"),
            path(BOARD + "prompts/new/", gather.new_prompt, name="board-new-prompt"),
            path(BOARD + "prompts/<uuid:prompt_id>/", gather.edit_prompt, name="board-prompt"),
            path(BOARD + "picture/", look.picture, name="board-picture"),
            path(BOARD + "projector/", look.projector, name="board-projector"),
            path(BOARD + "groups/", rooms.groups, name="board-groups"),
            path(BOARD + "statements/<uuid:statement_id>/pin/", statements.pin, name="board-pin"),
            path(BOARD + "present/", look.present, name="board-present"),
        ]
    ),
    *behind_sign_in(
        [
            path("", home.home, name="home"),
            path("sign-out/", sign_in.SignOut.as_view(), name="sign-out"),
            path("account/", account.own_details, name="account"),
            path("account/password/", account.ChangePassword.as_view(), name="password"),
            path("test-letter/", letters.test_letter, name="test-letter"),
            path("new-series/", series.new_series, name="new-series"),
            path("new-series/announcement/", announcement.from_announcement, name="from-announcement"),
            path(
                "new-series/announcement/check/", announcement.check_announcement, name="check-announcement"
            ),
            path("series/<slug:slug>/", overview.overview, name="series"),
            path("series/<slug:slug>/texts/", series.edit_texts, name="texts"),
            path("series/<slug:slug>/details/", series.edit_details, name="details"),
            path("series/<slug:slug>/remove/", series.remove, name="remove-series"),
            path("series/<slug:slug>/publish/", publishing.publishing, name="publishing"),
            path("series/<slug:slug>/copy/", copying.copy, name="copy"),
            path("series/<slug:slug>/events/", events.events, name="events"),
            path("series/<slug:slug>/new-event/", events.new_event, name="new-event"),
            path("series/<slug:slug>/events/<slug:event_slug>/", events.edit_event, name="event"),
            path(
                "series/<slug:slug>/events/<slug:event_slug>/programme/",
                events.edit_programme,
                name="programme",
            ),
            path(
                "series/<slug:slug>/events/<slug:event_slug>/join-link/", events.join_link, name="join-link"
            ),
            path(
                "series/<slug:slug>/events/<slug:event_slug>/cancel/",
                telling.cancel_event,
                name="cancel-event",
            ),
            path("series/<slug:slug>/events/<slug:event_slug>/waiting/", events.waiting, name="waiting"),
            path("series/<slug:slug>/events/<slug:event_slug>/remove/", events.remove, name="remove-event"),
            path(EVENT + "door/", door.door, name="door"),
            path(EVENT + "door/helpers/", door.helper_link, name="helper-link"),
            path(EVENT + "door/helpers/<uuid:link_id>/", door.helper_link_deed, name="helper-link-deed"),
            path(EVENT + "door/came/", door.came, name="came"),
            path(EVENT + "feedback/", feedback.feedback, name="feedback"),
            path(EVENT + "feedback/questions/", feedback.questions, name="feedback-questions"),
            path(EVENT + "feedback/export/", feedback.export, name="feedback-export"),
            path("series/<slug:slug>/missing/", missing.missing, name="missing"),
            path("series/<slug:slug>/missing/export/", missing.export, name="missing-export"),
            path(BOARD + "carry/", gather.carry, name="board-carry"),
            path(BOARD + "arrange/", arrange.arrange, name="board-arrange"),
            path(BOARD + "arrange/invitation/", arrange.invitation, name="board-invitation"),
            path(BOARD + "arrange/results/", arrange.publish, name="board-publish"),
            path(BOARD + "rehearsal/", arrange.rehearsal, name="board-rehearsal"),
            path(BOARD + "remove/", arrange.remove_board, name="board-remove"),
            path(BOARD + "take-in/", arrange.take_in, name="board-take-in"),
            path(BOARD + "together/", together.together, name="board-together"),
            path(BOARD + "together/take-in/", together.take_in_steps, name="board-take-in-steps"),
            path(BOARD + "export/", look.export, name="board-export"),
            path(REPORT, report_findings.findings, name="report"),
            path(REPORT + "draft/", report_findings.draft, name="report-draft"),
            path(REPORT + "act/", report_findings.act, name="report-act"),
            path(REPORT + "summary/", report_findings.summary, name="report-summary"),
            path(REPORT + "preview/", report_findings.preview, name="report-preview"),
            path(REPORT + "findings/new/", report_findings.new_finding, name="new-finding"),
            path(REPORT + "findings/<uuid:which>/", report_findings.finding, name="finding"),
            path(REPORT + "themes/", report_themes.themes, name="themes"),
            path(REPORT + "themes/find/", report_themes.find, name="themes-find"),
            path(REPORT + "themes/undo/", report_themes.undo, name="themes-undo"),
            path(REPORT + "themes/of/<slug:key>/", report_themes.theme, name="theme"),
            path(REPORT + "publish/", report_publishing.publish, name="report-publish"),
            path(
                REPORT + "versions/<int:number>/files/",
                report_publishing.make_files,
                name="report-make-files",
            ),
            path(REPORT + "letter/", report_telling.tell, name="report-letter"),
            path(REPORT + "files/", report_publishing.files, name="report-files"),
            path(
                REPORT + "files/draft-<str:language>.<str:name>",
                report_publishing.file,
                name="report-draft-file",
            ),
            path(
                REPORT + "versions/<int:number>/withdraw/", report_publishing.withdraw, name="report-withdraw"
            ),
            path("series/<slug:slug>/news/", news.news, name="news"),
            path("series/<slug:slug>/news/new/", news.new_update, name="new-update"),
            path("series/<slug:slug>/news/<int:update_id>/", news.edit_update, name="update"),
            path("series/<slug:slug>/news/<int:update_id>/remove/", news.remove, name="remove-update"),
            path("series/<slug:slug>/materials/new/", materials.new_material, name="new-material"),
            path("series/<slug:slug>/materials/<int:material_id>/", materials.edit_material, name="material"),
            path(
                "series/<slug:slug>/materials/<int:material_id>/remove/",
                materials.remove,
                name="remove-material",
            ),
            path(STUDY, studies.studies, name="study"),
            path(STUDY + "new/", studies.new_study, name="new-study"),
            path(STUDY + "<int:study_id>/", studies.edit_study, name="study-record"),
            path(STUDY + "<int:study_id>/remove/", studies.remove, name="remove-study"),
            path(STUDY + "<int:study_id>/findings/new/", findings.new_finding, name="new-study-finding"),
            path(STUDY + "<int:study_id>/findings/table/", tables.findings, name="take-in-findings"),
            path(STUDY + "<int:study_id>/findings/file/", tables.findings_file, name="findings-file"),
            path(
                STUDY + "<int:study_id>/findings/<int:finding_id>/",
                findings.edit_finding,
                name="study-finding",
            ),
            path(
                STUDY + "<int:study_id>/findings/<int:finding_id>/remove/",
                findings.remove,
                name="remove-study-finding",
            ),
            path(STUDY + "measures/", measures.measures, name="measures"),
            path(STUDY + "measures/new/", measures.new_measure, name="new-measure"),
            path(STUDY + "measures/table/", tables.measures, name="take-in-measures"),
            path(STUDY + "measures/file/", tables.measures_file, name="measures-file"),
            path(STUDY + "measures/<int:measure_id>/", measures.edit_measure, name="measure"),
            path(STUDY + "measures/<int:measure_id>/remove/", measures.remove, name="remove-measure"),
            path(STUDY + "bottlenecks/", bottlenecks.bottlenecks, name="bottlenecks"),
            path(STUDY + "bottlenecks/new/", bottlenecks.new_bottleneck, name="new-bottleneck"),
            path(STUDY + "bottlenecks/<slug:name>/", bottlenecks.edit_bottleneck, name="bottleneck"),
            path(STUDY + "bottlenecks/<slug:name>/retire/", bottlenecks.retire, name="retire-bottleneck"),
            path("series/<slug:slug>/questions/", questions.questions, name="questions"),
            path("series/<slug:slug>/questions/new/", questions.new_question, name="new-question"),
            path("series/<slug:slug>/questions/answers/", questions.answers, name="answers"),
            path("series/<slug:slug>/questions/<int:question_id>/", questions.edit_question, name="question"),
            path(
                "series/<slug:slug>/questions/<int:question_id>/move/", questions.move, name="move-question"
            ),
            path(
                "series/<slug:slug>/questions/<int:question_id>/remove/",
                questions.remove,
                name="remove-question",
            ),
            path("series/<slug:slug>/registrations/", registrations.registrations, name="registrations"),
            path("series/<slug:slug>/registrations/add/", letting_in.add_person, name="add-person"),
            path("series/<slug:slug>/registrations/import/", imports.new_import, name="new-import"),
            path("series/<slug:slug>/registrations/import/<uuid:file_id>/", imports.look, name="import"),
            path(
                "series/<slug:slug>/registrations/import/<uuid:file_id>/rows/",
                imports.bad_rows,
                name="bad-rows",
            ),
            path(
                "series/<slug:slug>/registrations/import/<uuid:file_id>/drop/",
                imports.drop,
                name="drop-import",
            ),
            path("series/<slug:slug>/registrations/invitations/", letting_in.invitations, name="invitations"),
            path(
                "series/<slug:slug>/registrations/invitations/<uuid:invitation_id>/revoke/",
                letting_in.revoke,
                name="revoke-invitation",
            ),
            path("series/<slug:slug>/registrations/export/", registrations.export, name="export"),
            path(
                "series/<slug:slug>/registrations/<uuid:registration_id>/",
                registrations.person,
                name="person",
            ),
            path(
                "series/<slug:slug>/registrations/<uuid:registration_id>/address/",
                telling.correct_address,
                name="address",
            ),
            path(
                "series/<slug:slug>/registrations/<uuid:registration_id>/events/",
                letting_in.person_events,
                name="person-events",
            ),
            path(
                "series/<slug:slug>/registrations/<uuid:registration_id>/link/",
                registrations.link,
                name="link",
            ),
            path(
                "series/<slug:slug>/registrations/<uuid:registration_id>/certificate.pdf",
                registrations.certificate,
                name="certificate",
            ),
            path("series/<slug:slug>/letters/", letters.letters, name="letters"),
            path("series/<slug:slug>/letters/write/", telling.message, name="message"),
            path("series/<slug:slug>/letters/reminders/", telling.reminders, name="reminders"),
            path("series/<slug:slug>/letters/<uuid:letter_id>/", letters.letter, name="letter"),
            path(
                "series/<slug:slug>/letters/<uuid:letter_id>/page/", letters.letter_page, name="letter-page"
            ),
            path(
                "series/<slug:slug>/letters/<uuid:letter_id>/files/<int:index>/",
                letters.letter_file,
                name="letter-file",
            ),
            path(
                "series/<slug:slug>/letters/send-again/",
                letters.send_failed_again,
                name="send-failed-again",
            ),
            path(
                "series/<slug:slug>/letters/<uuid:letter_id>/send-again/",
                letters.send_again,
                name="send-again",
            ),
        ]
    ),
]

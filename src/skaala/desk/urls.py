"""All addresses of the organiser pages, with who may open them. A subject's own list needs a sign-in, unless it is named here."""

from __future__ import annotations

from skaala.desk.account import urls as account
from skaala.desk.admissions import urls as admissions
from skaala.desk.announcement import urls as announcement
from skaala.desk.api_keys import urls as api_keys
from skaala.desk.audit import urls as audit
from skaala.desk.board import urls as board
from skaala.desk.catalogue import urls as catalogue
from skaala.desk.check_in import urls as check_in
from skaala.desk.claims import urls as claims
from skaala.desk.directory import urls as directory
from skaala.desk.emails import urls as emails
from skaala.desk.events import urls as events
from skaala.desk.face import urls as face
from skaala.desk.feedback import urls as feedback
from skaala.desk.frame.access import behind_sign_in, open_to_all
from skaala.desk.members import urls as members
from skaala.desk.missing import urls as missing
from skaala.desk.news import urls as news
from skaala.desk.notifications import urls as notifications
from skaala.desk.questions import urls as questions
from skaala.desk.registrations import urls as registrations
from skaala.desk.report import urls as report
from skaala.desk.retention import urls as retention
from skaala.desk.roles import urls as roles
from skaala.desk.series import urls as series
from skaala.desk.study import urls as study
from skaala.desk.themes import urls as themes
from skaala.desk.words import urls as words

app_name = "desk"
SUBJECTS = [
    account,
    series,
    announcement,
    api_keys,
    events,
    news,
    questions,
    registrations,
    admissions,
    audit,
    check_in,
    directory,
    face,
    feedback,
    members,
    missing,
    notifications,
    emails,
    board,
    catalogue,
    study,
    report,
    retention,
    roles,
    themes,
    words,
    claims,
]
urlpatterns = [
    *open_to_all(
        [*account.public, *board.public, *directory.public, *face.public, *members.public, *roles.public]
    ),
    *behind_sign_in(board.co_facilitated, co_facilitated=True),
    *behind_sign_in(pattern for subject in SUBJECTS for pattern in subject.urlpatterns),
]

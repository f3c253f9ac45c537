"""The tables of this app, a module per subject."""

from skaala.registration.models.arrivals import Arrival, ArrivalMark, HelperLink
from skaala.registration.models.attendances import Attendance, Seat
from skaala.registration.models.attendee_files import AttendeeFile
from skaala.registration.models.feedback import FeedbackQuestion, FeedbackSurvey
from skaala.registration.models.invitations import Invitation
from skaala.registration.models.kept_counts import KeptCount
from skaala.registration.models.link_requests import LinkRequest
from skaala.registration.models.mailings import Mailing, RegistrationEmail, ReminderRule
from skaala.registration.models.questions import YES_NO, Answer, Question
from skaala.registration.models.registrations import Consent, Registration
from skaala.registration.models.sources import RegistrationSource
from skaala.registration.models.workspace_permits import WorkspacePermit

__all__ = [
    "YES_NO",
    "Answer",
    "Arrival",
    "ArrivalMark",
    "Attendance",
    "AttendeeFile",
    "Consent",
    "FeedbackQuestion",
    "FeedbackSurvey",
    "HelperLink",
    "Invitation",
    "KeptCount",
    "LinkRequest",
    "Mailing",
    "Question",
    "Registration",
    "RegistrationEmail",
    "RegistrationSource",
    "ReminderRule",
    "Seat",
    "WorkspacePermit",
]

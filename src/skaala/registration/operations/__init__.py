"""The operations of this app, one module per operation."""

from skaala.registration.operations.add_events import add_events
from skaala.registration.operations.answer_feedback import UnableToAnswer, answer_feedback
from skaala.registration.operations.ask import (
    BreaksOrder,
    DecidesOthers,
    KindIsAnswered,
    move_question,
    restore_question,
    retire_question,
    save_question,
)
from skaala.registration.operations.ask_feedback import QuestionDraft, UnableToSetQuestions, set_questions
from skaala.registration.operations.cancel import cancel_registration, leave_waiting_list
from skaala.registration.operations.capacity import UnableToSetCapacity, copy_series, set_capacity
from skaala.registration.operations.change import change_events, change_registration
from skaala.registration.operations.change_event import ChangedEvent, cancel_event, change_event, resume_event
from skaala.registration.operations.check_in import (
    UnableToCheckIn,
    note_arrival,
    note_from_list,
    note_joining,
)
from skaala.registration.operations.choose_messages import choose_messages
from skaala.registration.operations.confirm_address import confirm_address
from skaala.registration.operations.correct_address import correct_address
from skaala.registration.operations.correct_sent_address import correct_sent_address
from skaala.registration.operations.forget import forget_needs, forget_people, forget_person
from skaala.registration.operations.give_helper_link import (
    end_helper_link,
    give_helper_link,
    note_helper_link_use,
)
from skaala.registration.operations.give_workspace_links import (
    ask_for_workspace_link,
    give_workspace_links,
    open_workspace,
)
from skaala.registration.operations.import_attendees import choose_columns, keep_table, start_import
from skaala.registration.operations.invite import make_invitation, revoke_invitation
from skaala.registration.operations.promote import fill_forgotten_seats, promote_from_waiting_list
from skaala.registration.operations.register import Details, SignUp, Source, register
from skaala.registration.operations.register_group import Companion, register_group
from skaala.registration.operations.rehearse import Rehearsal, Sample, rehearse
from skaala.registration.operations.remind import queue_due_reminders, set_reminder_rule
from skaala.registration.operations.remove import UnableToRemove, remove_event, remove_series
from skaala.registration.operations.restore import restore_registration
from skaala.registration.operations.send_link import ask_for_link, renew_link, send_asked_links, send_link
from skaala.registration.operations.withdraw_consent import withdraw_consent
from skaala.registration.operations.write import write_to_participants

__all__ = [
    "BreaksOrder",
    "ChangedEvent",
    "Companion",
    "DecidesOthers",
    "Details",
    "KindIsAnswered",
    "QuestionDraft",
    "Rehearsal",
    "Sample",
    "SignUp",
    "Source",
    "UnableToAnswer",
    "UnableToCheckIn",
    "UnableToRemove",
    "UnableToSetCapacity",
    "UnableToSetQuestions",
    "add_events",
    "answer_feedback",
    "ask_for_link",
    "ask_for_workspace_link",
    "cancel_event",
    "cancel_registration",
    "change_event",
    "change_events",
    "change_registration",
    "choose_columns",
    "choose_messages",
    "confirm_address",
    "copy_series",
    "correct_address",
    "correct_sent_address",
    "end_helper_link",
    "fill_forgotten_seats",
    "forget_needs",
    "forget_people",
    "forget_person",
    "give_helper_link",
    "give_workspace_links",
    "keep_table",
    "leave_waiting_list",
    "make_invitation",
    "move_question",
    "note_arrival",
    "note_from_list",
    "note_helper_link_use",
    "note_joining",
    "open_workspace",
    "promote_from_waiting_list",
    "queue_due_reminders",
    "register",
    "register_group",
    "rehearse",
    "remove_event",
    "remove_series",
    "renew_link",
    "restore_question",
    "restore_registration",
    "resume_event",
    "retire_question",
    "revoke_invitation",
    "save_question",
    "send_asked_links",
    "send_link",
    "set_capacity",
    "set_questions",
    "set_reminder_rule",
    "start_import",
    "withdraw_consent",
    "write_to_participants",
]

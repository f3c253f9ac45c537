"""What is said of reminders."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from skaala.registration.rules.notifications import ReminderState

REMINDING = {
    ReminderState.OFF: gettext_lazy("Reminders are switched off."),
    ReminderState.EVENT_CANCELLED: gettext_lazy("No reminder: the event has been cancelled."),
    ReminderState.EVENT_STARTED: gettext_lazy("No reminder: the event has started or is over."),
    ReminderState.AFTER_START: gettext_lazy(
        "No reminder: it would be sent after the start. Choose an earlier time."
    ),
    ReminderState.TOO_LATE: gettext_lazy("No reminder: it was due before this rule was set."),
    ReminderState.ANNOUNCED_SINCE: gettext_lazy(
        "No reminder: the email about the new time was sent after the reminder was due."
    ),
    ReminderState.TO_COME: gettext_lazy("Goes out at this time."),
    ReminderState.DUE: gettext_lazy("Will be sent within a minute."),
}

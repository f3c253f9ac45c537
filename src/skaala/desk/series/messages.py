"""What is said of the status of a series, and of what was removed from it."""

from __future__ import annotations

from django.utils.translation import gettext_lazy

from skaala.series.operations import UnableToChangeStatus

REFUSALS = {
    UnableToChangeStatus.NOT_FROM_HERE: gettext_lazy(
        "Somebody else has changed the status meanwhile. Look at it again."
    ),
    UnableToChangeStatus.NO_EVENTS: gettext_lazy("The series has no events yet. Add one first."),
    UnableToChangeStatus.NO_TITLE: gettext_lazy("The series has no title yet. Write one first."),
    UnableToChangeStatus.TIME_IN_PAST: gettext_lazy("That time is past. Choose a later one, or publish now."),
}


# What rooms call the rows they remove; one that has no words here is shown under its own name.
KINDS = {
    "registrations": gettext_lazy("registrations"),
    "emails": gettext_lazy("emails"),
    "mailings": gettext_lazy("messages to many"),
    "feedback_words": gettext_lazy("free answers to feedback"),
    "helper_links": gettext_lazy("links for helpers"),
    "tables": gettext_lazy("tables of people"),
    "notes_on_invitations": gettext_lazy("notes on invitations"),
    "series_keys": gettext_lazy("keys between registrations and workspaces"),
    "guests_at_the_door": gettext_lazy("guests’ numbers in workspaces"),
    "co_facilitators": gettext_lazy("links for co-facilitators"),
    "conversations_not_taken_in": gettext_lazy("conversations from elsewhere that were not imported"),
    "masked_texts": gettext_lazy("texts in which people were named, masked"),
    "memos": gettext_lazy("memos on findings"),
    "commitments": gettext_lazy("names in next steps"),
}

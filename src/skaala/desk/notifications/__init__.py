"""Writing to participants: messages and reminders."""

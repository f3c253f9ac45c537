"""The registration form, also behind an invitation, and asking for the personal link again."""
